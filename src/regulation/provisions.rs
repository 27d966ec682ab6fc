//! The article being read: its paragraphs, items, bare lines and tables, and whether its last sentence is still open.

use super::brackets::{find_brackets, without_last_bracket};
use super::document::{Article, ArticleNumber, Block, Entry, Item, ItemLabel, LabelStyle, Paragraph, Table};
use super::lines::Line;
use super::markers::as_gojuon;
use super::sentences::find_outside_brackets;
use super::set_in_line::names_in_line;
use super::text::Text;

/// A last line shorter than this many characters was not broken by the edge of a page.
const SHORTEST_BROKEN_LINE: usize = 20;

/// Builds one article at a time from its lines.
#[derive(Debug, Default)]
pub(super) struct Provisions {
    article: Option<Article>,
    paragraph: Option<Paragraph>,
    /// Styles of the item numbers from the outermost list to the current one.
    styles: Vec<LabelStyle>,
    /// Characters of the last line taken.
    last_length: usize,
}

impl Provisions {
    /// Whether an article is being read.
    pub(super) fn is_open(&self) -> bool {
        self.article.is_some()
    }

    /// Whether the article being read has no number.
    pub(super) fn is_unnumbered(&self) -> bool {
        self.article.as_ref().is_some_and(|article| article.number.is_none())
    }

    /// Whether a paragraph is being read.
    pub(super) fn has_paragraph(&self) -> bool {
        self.paragraph.is_some()
    }

    /// Begins an article; the one before must have been closed.
    pub(super) fn open_article(
        &mut self,
        number: Option<ArticleNumber>,
        last_number: Option<ArticleNumber>,
        caption: Option<Text>,
        division: Option<usize>,
        deleted: bool,
    ) {
        self.article = Some(Article { number, last_number, caption, division, deleted, paragraphs: Vec::new() });
    }

    /// Ends the article being read.
    pub(super) fn close_article(&mut self) -> Option<Article> {
        self.close_paragraph();
        self.article.take()
    }

    /// Begins a paragraph whose text starts at offset `rest` of the line.
    pub(super) fn open_paragraph(&mut self, line: &Line, number: Option<u32>, rest: usize) {
        self.close_paragraph();
        let article = self.article.as_ref().expect("a paragraph lies in an article");
        let number = number.unwrap_or_else(|| article.paragraphs.last().map_or(1, |last| last.number + 1));
        let lead = line.text.slice(rest..line.text.normal().len());
        self.last_length = line.text.normal().chars().count();
        self.paragraph = Some(Paragraph { number, lead, blocks: Vec::new(), span: line.span.clone() });
    }

    fn close_paragraph(&mut self) {
        self.styles.clear();
        if let Some(paragraph) = self.paragraph.take() {
            self.article.as_mut().expect("a paragraph lies in an article").paragraphs.push(paragraph);
        }
    }

    /// The paragraph being read, made to reach to the end of `line`.
    fn extended(&mut self, line: &Line) -> &mut Paragraph {
        self.last_length = line.text.normal().chars().count();
        let paragraph = self.paragraph.as_mut().expect("called with an open paragraph only");
        paragraph.span.end = line.span.end;
        paragraph
    }

    /// Adds an item whose text starts at offset `rest` of the line, below the last item of the next wider style.
    pub(super) fn add_item(&mut self, line: &Line, label: ItemLabel, rest: usize) {
        let depth = self.styles.iter().position(|style| *style == label.style).unwrap_or(self.styles.len());
        self.add_item_at(line, label, rest, depth);
    }

    /// Adds an item `depth` levels below the items of the paragraph, or less deep if there are none to lie below.
    pub(super) fn add_item_at(&mut self, line: &Line, label: ItemLabel, rest: usize, depth: usize) {
        let depth = depth.min(self.styles.len());
        self.styles.truncate(depth);
        self.styles.push(label.style);
        let text = line.text.slice(rest..line.text.normal().len());
        let item = Item { label, text, children: Vec::new(), span: line.span.clone() };
        let blocks = &mut self.extended(line).blocks;
        if !matches!(blocks.last(), Some(Block::List(_) | Block::Entry(_))) {
            blocks.push(Block::List(Vec::new()));
        }
        let mut list = last_list(blocks).expect("pushed above");
        for _ in 0..depth {
            if list.is_empty() {
                break;
            }
            list = &mut list.last_mut().expect("not empty").children;
        }
        list.push(item);
    }

    /// Adds a bare line.
    pub(super) fn add_entry(&mut self, line: &Line) {
        self.styles.clear();
        let entry = Entry { text: line.text.clone(), indent: line.indent, items: Vec::new() };
        self.extended(line).blocks.push(Block::Entry(entry));
    }

    /// Adds a row of a table.
    pub(super) fn add_row(&mut self, line: &Line, cells: Vec<Text>) {
        self.styles.clear();
        let blocks = &mut self.extended(line).blocks;
        if let Some(Block::Table(table)) = blocks.last_mut() {
            table.rows.push(cells);
            table.span.end = line.span.end;
        } else {
            blocks.push(Block::Table(Table { rows: vec![cells], span: line.span.clone() }));
        }
    }

    /// Joins a line to the text that the line before left open. Returns the end of that text in the source, unless it was empty.
    pub(super) fn continue_text(&mut self, line: &Line) -> Option<usize> {
        self.extended(line);
        let (text, span_end) = self.open_text().expect("called where a text is open only");
        let joint = (!text.is_empty()).then(|| text.span().end);
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(text.normal().chars().next_back()) && latin(line.text.normal().chars().next()) {
            // Latin words were apart before the line was broken; Japanese ones were not.
            text.push_space();
        }
        text.append(&line.text);
        if let Some(end) = span_end {
            *end = line.span.end;
        }
        joint
    }

    /// Adds a line to the text that the line before went into, apart from it by a space.
    pub(super) fn append_text(&mut self, line: &Line) {
        self.extended(line);
        let Some((text, span_end)) = self.open_text() else { return };
        if !text.is_empty() {
            text.push_space();
        }
        text.append(&line.text);
        if let Some(end) = span_end {
            *end = line.span.end;
        }
    }

    /// Whether a bracket is open in the text that the last line went into.
    pub(super) fn is_within_bracket(&mut self) -> bool {
        self.open_text().is_some_and(|(text, _)| has_open_bracket(text.normal()))
    }

    /// Whether the last line went into a text that can go on (a table cannot).
    pub(super) fn has_open_text(&mut self) -> bool {
        self.open_text().is_some()
    }

    /// The text that the last line went into, and the end of its item if it is one.
    fn open_text(&mut self) -> Option<(&mut Text, Option<&mut usize>)> {
        let paragraph = self.paragraph.as_mut()?;
        if paragraph.blocks.is_empty() {
            return Some((&mut paragraph.lead, None));
        }
        let (items, heading) = match paragraph.blocks.last_mut()? {
            Block::Entry(entry) => (&mut entry.items, Some(&mut entry.text)),
            Block::List(items) => (items, None),
            Block::Table(_) => return None,
        };
        let Some(mut item) = items.last_mut() else { return heading.map(|text| (text, None)) };
        while !item.children.is_empty() {
            item = item.children.last_mut()?;
        }
        Some((&mut item.text, Some(&mut item.span.end)))
    }

    /// Whether the last text reached its end, so that a new provision may begin with the next line. A line that cannot be
    /// the rest of a sentence finds it complete once it has words.
    pub(super) fn is_complete(&mut self, may_continue: bool) -> bool {
        let last_length = self.last_length;
        let Some(paragraph) = &self.paragraph else { return true };
        let leading = paragraph.blocks.is_empty();
        if matches!(paragraph.blocks.last(), Some(Block::Table(_))) {
            return true;
        }
        if matches!(paragraph.blocks.last(), Some(Block::Entry(entry)) if entry.items.is_empty()) {
            return true;
        }
        let Some((text, _)) = self.open_text() else { return true };
        let normal = text.normal().trim_end();
        if normal.is_empty() {
            return false;
        }
        let bare = without_last_bracket(normal);
        if normal.ends_with('。') || bare.ends_with('。') || !may_continue {
            return true;
        }
        if leading {
            let ends = ["とおりとする", "とおり", "削除", ":"].iter().any(|ending| bare.ends_with(ending));
            return ends || !names_in_line(normal).is_empty();
        }
        let ends = ["こと", "事", "事務", "もの", "とき", "者"].iter().any(|ending| bare.ends_with(ending));
        (ends && !has_open_bracket(normal)) || last_length < SHORTEST_BROKEN_LINE
    }

    /// Whether a line that hangs from the one above goes on with its text, as where a page sets a link on a line of its own: 「甲法第十六条」 |
    /// 「に基づく」. It begins with a particle or a bracket, or the text above ends in what a link ends in or in an open bracket.
    pub(super) fn leaves_open(&mut self, line: &str) -> bool {
        let particle = line.starts_with(['を', 'に', 'の', 'は', 'が', 'と', 'で', 'へ', 'も', '、', '。', '(', ')']);
        let joint = ["及び", "又は", "並びに", "若しくは", "から", "まで"].iter().any(|word| line.starts_with(word));
        let Some(text) = self.open_text().map(|(text, _)| text.normal().trim_end()) else { return false };
        let is_link = ["条", "項", "号", "法", "法律", "令", "規則"].iter().any(|end| text.ends_with(end));
        !text.is_empty() && !text.ends_with('。') && (particle || joint || is_link || has_open_bracket(text))
    }

    /// Whether a line has to be the rest of the item or sentence before it, whose last line is long enough to have been broken and
    /// ends in no full stop: it begins with a particle, with the end of a word (事 | 務) or with a bracket that goes on in the next
    /// line or holds a sentence, or it closes the bracket that is open; and it ends in a full stop or is long itself. A short line without one may be a name (もみじ課).
    pub(super) fn has_rest_in(&mut self, line: &str) -> bool {
        let particle = line.starts_with(['を', 'に', 'の', 'は', 'が', 'と', 'で', 'へ', 'も']);
        let first = find_brackets(line).into_iter().find(|bracket| bracket.start == 0);
        let says = first.is_none_or(|first| {
            let inside = &line[first.inside()];
            ["。", "除く", "含む", "限る"].iter().any(|ending| inside.ends_with(ending))
        });
        let opens = line.starts_with('(') && says;
        let is_rest = line.ends_with('。') || line.chars().count() >= SHORTEST_BROKEN_LINE;
        let among_names = self.paragraph.as_ref().and_then(|paragraph| paragraph.blocks.last());
        let among_names = matches!(among_names, Some(Block::Entry(entry)) if entry.items.is_empty());
        let long = self.last_length >= SHORTEST_BROKEN_LINE;
        long && is_rest
            && !among_names
            && self.open_text().is_some_and(|(text, _)| {
                let before = text.normal().trim_end();
                let closes = line.matches(')').count() > line.matches('(').count() && has_open_bracket(before);
                closes
                    || (particle || opens) && !before.ends_with('。')
                    || line.starts_with('務') && before.ends_with('事')
            })
    }

    /// Whether the last text is an item that ends in a bracketed sentence: a name with what it is called for short. A marked
    /// line behind it opens a provision, though the name ends in no full stop.
    pub(super) fn is_name_with_bracket(&mut self) -> bool {
        let leading = self.paragraph.as_ref().is_none_or(|paragraph| paragraph.blocks.is_empty());
        let Some((text, _)) = self.open_text().filter(|_| !leading) else { return false };
        text.normal().trim_end().ends_with("。)")
    }

    /// Whether a number opens a new paragraph here: the next in turn, or 1 where nothing was said yet.
    pub(super) fn expects_paragraph(&self, number: u32, text: &str) -> bool {
        let Some(article) = &self.article else { return false };
        let last = match &self.paragraph {
            Some(paragraph) if paragraph.lead.is_empty() && paragraph.blocks.is_empty() => paragraph.number - 1,
            Some(paragraph) => paragraph.number,
            None => article.paragraphs.last().map_or(0, |last| last.number),
        };
        let bare = without_last_bracket(text.trim_end_matches('。')).trim_end_matches('。');
        let name = without_last_bracket(text);
        let name_like = !name.contains('。') && name.chars().count() < SHORTEST_BROKEN_LINE;
        let item_like = bare.ends_with("こと") || bare.ends_with("事務") || name_like;
        let in_digit_list = self.styles.first() == Some(&LabelStyle::Digit);
        let follows = number == last + 1 || (number > last && number <= last + 3 && last > 0 && text.ends_with('。'));
        follows && !(in_digit_list && item_like)
    }

    /// Whether a line repeats the beginning of a list that is glued to the end of the sentence above it:
    /// 「次の二課を置く。総務課税務課」, then 「総務課」.
    pub(super) fn repeats_glued_list(&self, line: &str) -> bool {
        let Some(paragraph) = self.paragraph.as_ref().filter(|paragraph| paragraph.blocks.is_empty()) else {
            return false;
        };
        let lead = paragraph.lead.normal();
        find_outside_brackets(lead, "。").last().is_some_and(|at| {
            let tail = lead[at + "。".len()..].trim_start();
            !tail.is_empty() && find_outside_brackets(line, "。").is_empty() && tail.starts_with(line) && tail != line
        })
    }

    /// Whether a number is the next, or the first, of a list at hand.
    pub(super) fn expects_item(&mut self, style: LabelStyle, number: u32) -> bool {
        let Some(depth) = self.styles.iter().position(|known| *known == style) else { return number == 1 };
        let Some(paragraph) = &mut self.paragraph else { return number == 1 };
        let mut list = last_list(&mut paragraph.blocks);
        for _ in 0..depth {
            list = list.and_then(|list| list.last_mut()).map(|item| &mut item.children);
        }
        list.and_then(|list| list.last()).is_none_or(|last| {
            let last = last.label.numbers[0];
            number == last || number == last + 1 || number == 1
        })
    }

    /// Whether a kana label is better read in the order アイウ than in the order イロハ: a list in that order is open, and no
    /// list in the other one.
    pub(super) fn as_listed(&self, label: ItemLabel) -> ItemLabel {
        match as_gojuon(&label) {
            Some(other) if label.style == LabelStyle::Iroha && self.styles.contains(&LabelStyle::Gojuon) => other,
            _ => label,
        }
    }
}

/// The list that further items of the last block go into.
fn last_list(blocks: &mut [Block]) -> Option<&mut Vec<Item>> {
    match blocks.last_mut()? {
        Block::List(items) => Some(items),
        Block::Entry(entry) => Some(&mut entry.items),
        Block::Table(_) => None,
    }
}

/// Whether a round bracket that opens in a text does not close in it.
fn has_open_bracket(normal: &str) -> bool {
    let closed = find_brackets(normal).iter().filter(|bracket| bracket.opening == '(').count();
    closed < normal.matches('(').count()
}

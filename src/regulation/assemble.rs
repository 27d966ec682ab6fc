//! Lines to a document: what each line is, given what came before it.

mod contents;
mod hinted;

use std::sync::LazyLock;

use regex::Regex;

use super::document::{
    Division, DivisionKind, Document, ItemLabel, LabelStyle, StructureKind, StructureLine, Supplement,
};
use super::format::Format;
use super::layout::{Hint, Role};
use super::lines::{Line, lines};
use super::markers::{
    ArticleMark, article_mark, division_mark, is_appendix_mark, is_bracketed, is_number_alone, item_mark,
    opens_provision, paragraph_mark, supplement_mark,
};
use super::noise::{Diagnostic, DiagnosticKind, NoiseLog};
use super::provisions::Provisions;
use super::repair;
use super::sentences::find_outside_brackets;
use super::text::Text;

/// Takes a source apart. `hints` come with a source that was laid out from markup, one for each line. Never fails: what has
/// no better place becomes a preliminary line or an unnumbered provision.
pub(super) fn assemble(
    source: String,
    format: Format,
    hints: Vec<Hint>,
    mut noise: NoiseLog,
) -> (Document, Vec<Diagnostic>) {
    let lines = lines(&source, format, hints, &mut noise);
    repair::log_lost_bullets(&lines, format, &mut noise);
    let mut assembler = Assembler::new(Document::new(source, format), noise);
    for (index, line) in lines.iter().enumerate() {
        assembler.take(line, lines.get(index + 1));
    }
    let (mut document, mut noise) = assembler.finish();
    repair::repair(&mut document, &mut noise);
    let diagnostics = noise.finish(&document);
    (document, diagnostics)
}

/// Which part of the regulation the lines are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// Above the first provision.
    Front,
    /// In the table of contents.
    Contents,
    /// In the main provisions.
    Main,
    /// In supplementary provisions.
    Supplement,
    /// In an appended table.
    Appendix,
}

struct Assembler {
    document: Document,
    noise: NoiseLog,
    zone: Zone,
    /// The first line of the contents, at whose repetition the contents are over.
    first_contents: Option<String>,
    /// A caption waiting for its article.
    caption: Option<Text>,
    provisions: Provisions,
    /// The number of the last article in this zone.
    last_article: Option<Vec<u32>>,
    /// A number that stood alone on its line.
    number_alone: Option<Line>,
}

impl Assembler {
    fn new(document: Document, noise: NoiseLog) -> Self {
        Self {
            document,
            noise,
            zone: Zone::Front,
            first_contents: None,
            caption: None,
            provisions: Provisions::default(),
            last_article: None,
            number_alone: None,
        }
    }

    fn take(&mut self, line: &Line, next: Option<&Line>) {
        let normal = line.text.normal();
        if line.front_matter {
            return self.take_front_matter(line);
        }
        if let Some(number) = self.number_alone.take() {
            return self.take_behind_number(&number, line, next);
        }
        if line.role != Role::Unknown {
            return self.take_hinted(line, &line.role);
        }
        if self.zone == Zone::Contents && self.still_contents(normal) {
            return self.add_structure(StructureKind::Contents, line);
        }
        if self.zone == Zone::Front && normal.replace(' ', "") == "目次" {
            self.zone = Zone::Contents;
            return self.add_structure(StructureKind::Contents, line);
        }
        if let Some(rest) = supplement_mark(normal) {
            return self.open_supplement(line, rest);
        }
        let complete = self.is_complete_before(line) || self.provisions.repeats_glued_list(normal);
        if self.has_provisions() && complete && is_appendix_mark(normal) {
            return self.open_appendix(line);
        }
        // A caption right above says that an article opens.
        let opens = complete || self.provisions.is_name_with_bracket() || self.caption.is_some();
        if opens && let Some((kind, title)) = division_mark(normal) {
            return self.open_division(line, kind, title);
        }
        if let Some(mark) = article_mark(normal)
            && self.last_article.as_ref().is_none_or(|last| *last < mark.number.0)
            && (opens || self.is_next_article(&mark.number.0) && !self.provisions.is_within_bracket())
        {
            return self.open_article(line, mark);
        }
        let alone = self.document.format != Format::Markdown && next.is_some() && is_number_alone(normal);
        if alone && self.provisions.is_open() && (complete || paragraph_mark(normal).is_some()) {
            self.number_alone = Some(line.clone());
            return;
        }
        let opens_next = next.is_some_and(|next| opens_provision(next.text.normal()));
        if is_bracketed(normal) && (complete || opens_next) {
            return self.take_bracketed(line, opens_next);
        }
        if self.take_numbered(line, complete) {
            return;
        }
        if self.provisions.is_open() || self.zone == Zone::Supplement || self.zone == Zone::Appendix {
            self.take_bare(line, complete);
        } else {
            self.take_front(line);
        }
    }

    /// Whether an article's number is the next in turn: it opens one also behind an item that may seem to go on.
    fn is_next_article(&self, number: &[u32]) -> bool {
        self.last_article.as_ref().is_some_and(|last| *number == [last[0] + 1])
    }

    /// Whether what was read last is complete, so that a line begins something new.
    fn is_complete_before(&mut self, line: &Line) -> bool {
        let hangs = line.hangs && self.provisions.leaves_open(line.text.normal());
        !hangs && self.provisions.is_complete(line.may_continue)
    }

    /// A paragraph or item by its number; `false` if the line is neither.
    fn take_numbered(&mut self, line: &Line, complete: bool) -> bool {
        let normal = line.text.normal();
        let in_body = self.provisions.is_open() || matches!(self.zone, Zone::Supplement | Zone::Appendix);
        if let Some((number, rest)) = paragraph_mark(normal)
            && in_body
        {
            self.ensure_article();
            if self.provisions.expects_paragraph(number, &normal[rest..]) {
                self.open_paragraph(line, Some(number), rest);
                return true;
            }
            if self.provisions.has_paragraph() && self.provisions.expects_item(LabelStyle::Digit, number) {
                let written = normal[..rest].trim_end().to_owned();
                self.provisions.add_item(
                    line,
                    ItemLabel { style: LabelStyle::Digit, numbers: vec![number], written },
                    rest,
                );
                return true;
            }
        }
        let Some((label, rest)) = item_mark(normal) else { return false };
        let label = self.provisions.as_listed(label);
        let expected = self.provisions.expects_item(label.style, label.numbers[0]);
        if !(in_body && (expected || complete)) {
            return false;
        }
        self.ensure_article();
        if !self.provisions.has_paragraph() {
            self.open_paragraph(line, None, normal.len());
        }
        self.provisions.add_item(line, label, rest);
        true
    }

    fn take_front_matter(&mut self, line: &Line) {
        static FIELD: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"^(title|law_num): *"?([^"]*)"?$"#).expect("valid pattern"));
        if let Some(field) = FIELD.captures(line.text.normal()) {
            let value = field[2].trim().to_owned();
            if &field[1] == "title" { self.document.title = value } else { self.document.number = value }
        }
        self.add_structure(StructureKind::FrontMatter, line);
    }

    /// A line above the first provision.
    fn take_front(&mut self, line: &Line) {
        static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(concat!(
                r"^[(〔]?(?:(?:全部|一部|最終)?改正)?[ :]*((?:明治|大正|昭和|平成|令和)[^。]*?(?:号|日|制定|決定))",
                r"[)〕]?(?:最終改正[ :]*([^。]*))?$"
            ))
            .expect("valid pattern")
        });
        let normal = line.text.normal();
        if let Some(found) = NUMBER.captures(normal) {
            self.document.amendments.extend(found.get(2).map(|last| last.as_str().to_owned()));
            if normal.contains("改正") && found.get(2).is_none() || !self.document.number.is_empty() {
                self.document.amendments.push(found[1].to_owned());
                return self.add_structure(StructureKind::Amendment, line);
            }
            found[1].clone_into(&mut self.document.number);
            return self.add_structure(StructureKind::Number, line);
        }
        // A collection sets the date and the number on lines of their own.
        if self.document.number.ends_with('日')
            && normal.ends_with('号')
            && normal.contains('第')
            && !normal.contains(' ')
        {
            self.document.number.push_str(normal);
            return self.add_structure(StructureKind::Number, line);
        }
        if bare_title(normal) == self.document.title {
            return self.add_structure(StructureKind::Title, line);
        }
        if self.document.title.is_empty() && !normal.ends_with('。') {
            bare_title(normal).clone_into(&mut self.document.title);
            return self.add_structure(StructureKind::Title, line);
        }
        let enacts = ["制定する。", "定める。", "改正する。"].iter().any(|ending| normal.ends_with(ending));
        if enacts && self.document.articles.is_empty() {
            return self.add_structure(StructureKind::Enactment, line);
        }
        if normal.ends_with('。') {
            // A regulation without articles begins with its first paragraph.
            let (number, rest) = paragraph_mark(normal).map_or((None, 0), |(number, rest)| (Some(number), rest));
            return self.open_paragraph(line, number, rest);
        }
        self.add_structure(StructureKind::Preliminary, line);
    }

    /// A line without a number below a provision: the rest of a broken line, a bare entry, or an unnumbered paragraph.
    fn take_bare(&mut self, line: &Line, complete: bool) {
        let normal = line.text.normal();
        if !self.provisions.has_paragraph() {
            return self.open_paragraph(line, None, 0);
        }
        // A sentence of its own behind a name with brackets; the rest of a broken line would begin with a particle.
        let particle = normal.starts_with(|c: char| matches!(c, 'ぁ'..='ん' | '、' | '。'));
        let complete = complete || !particle && normal.ends_with('。') && self.provisions.is_name_with_bracket();
        let complete = complete && !(line.may_continue && self.provisions.has_rest_in(normal));
        let adds = ["ただし、", "この場合", "なお、"].iter().any(|word| normal.starts_with(word));
        if !complete || (adds && normal.ends_with('。') && self.provisions.has_open_text()) {
            if let Some(end) = self.provisions.continue_text(line) {
                // The place is the joint: from the last character before it to the first one behind.
                let source = &self.document.source;
                let start = source[..end].char_indices().next_back().map_or(end, |(at, _)| at);
                let behind = source[line.span.start..].chars().next().map_or(0, char::len_utf8);
                self.noise.push(DiagnosticKind::BrokenLine, start..line.span.start + behind);
            }
        } else if !find_outside_brackets(normal, "。").is_empty() {
            self.open_paragraph(line, None, 0);
        } else {
            self.provisions.add_entry(line);
        }
    }

    /// A number stood on the line before: this line is its text, unless the two make no numbered provision.
    fn take_behind_number(&mut self, number: &Line, line: &Line, next: Option<&Line>) {
        let mut joined = number.clone();
        joined.text.push_space();
        joined.text.append(&line.text);
        joined.span.end = line.span.end;
        let complete = self.provisions.is_complete(number.may_continue);
        if line.role == Role::Unknown && self.take_numbered(&joined, complete) {
            self.noise.push(DiagnosticKind::NumberAlone, number.span.clone());
        } else {
            self.take_bare(number, complete);
            self.take(line, next);
        }
    }

    fn take_bracketed(&mut self, line: &Line, opens_next: bool) {
        let normal = line.text.normal();
        let note = ["改正", "追加", "全改", "繰下", "繰上", "制定"].iter().any(|word| normal.contains(word));
        if opens_next && !note {
            self.caption = Some(line.text.slice(1..normal.len() - 1));
            return self.add_structure(StructureKind::Caption, line);
        }
        if self.has_provisions() { self.add_structure(StructureKind::Note, line) } else { self.take_front(line) }
    }

    fn open_division(&mut self, line: &Line, kind: DivisionKind, title: usize) {
        if self.begins_anew(line) {
            self.take_for_contents();
        }
        self.close_article();
        let mut parent = self.document.divisions.len().checked_sub(1);
        while let Some(index) = parent
            && self.document.divisions[index].kind >= kind
        {
            parent = self.document.divisions[index].parent;
        }
        let title = line.text.normal()[title..].trim().to_owned();
        self.document.divisions.push(Division { kind, title, span: line.span.clone(), parent });
        self.add_structure(StructureKind::Division, line);
        if matches!(self.zone, Zone::Front | Zone::Contents) {
            self.zone = Zone::Main;
        }
    }

    fn open_supplement(&mut self, line: &Line, rest: usize) {
        if !self.document.divisions.is_empty() && !self.has_provisions() {
            self.take_for_contents();
            return self.add_structure(StructureKind::Contents, line);
        }
        self.close_article();
        self.enter(Zone::Supplement);
        let tail = line.text.normal()[rest..].trim();
        let instrument = tail.trim_start_matches('(').trim_end_matches(')').to_owned();
        self.document.supplements.push(Supplement { heading: line.text.clone(), instrument, articles: Vec::new() });
        self.add_structure(StructureKind::Supplement, line);
    }

    fn open_appendix(&mut self, line: &Line) {
        self.close_article();
        self.enter(Zone::Appendix);
        let heading = line.text.clone();
        self.document.appendices.push(Supplement { heading, instrument: String::new(), articles: Vec::new() });
        self.add_structure(StructureKind::Appendix, line);
    }

    fn enter(&mut self, zone: Zone) {
        self.zone = zone;
        self.caption = None;
        self.last_article = None;
    }

    fn open_article(&mut self, line: &Line, mark: ArticleMark) {
        self.close_article();
        if matches!(self.zone, Zone::Front | Zone::Contents) {
            self.zone = Zone::Main;
        }
        let waiting = self.caption.take();
        let caption = mark.caption.map(|range| line.text.slice(range.start + 1..range.end - 1)).or(waiting);
        let deleted = line.text.normal()[mark.rest..].trim_end_matches('。') == "削除";
        self.last_article = Some(mark.last.as_ref().unwrap_or(&mark.number).0.clone());
        let division = self.current_division();
        self.provisions.open_article(Some(mark.number), mark.last, caption, division, deleted);
        self.provisions.open_paragraph(line, None, mark.rest);
    }

    fn open_paragraph(&mut self, line: &Line, number: Option<u32>, rest: usize) {
        // Unnumbered provisions with a caption of their own are apart from those before.
        if self.provisions.is_unnumbered() && self.caption.is_some() && number.is_none() {
            self.close_article();
        }
        self.ensure_article();
        self.provisions.open_paragraph(line, number, rest);
    }

    /// Begins unnumbered provisions where no article is open.
    fn ensure_article(&mut self) {
        if !self.provisions.is_open() {
            let division = self.current_division();
            self.provisions.open_article(None, None, self.caption.take(), division, false);
        }
    }

    fn current_division(&self) -> Option<usize> {
        if self.zone == Zone::Main { self.document.divisions.len().checked_sub(1) } else { None }
    }

    fn close_article(&mut self) {
        let Some(article) = self.provisions.close_article() else { return };
        match self.zone {
            Zone::Supplement => self.document.supplements.last_mut().expect("in a supplement").articles.push(article),
            Zone::Appendix => self.document.appendices.last_mut().expect("in an appendix").articles.push(article),
            _ => self.document.articles.push(article),
        }
    }

    fn finish(mut self) -> (Document, NoiseLog) {
        if let Some(number) = self.number_alone.take() {
            let complete = self.provisions.is_complete(number.may_continue);
            self.take_bare(&number, complete);
        }
        self.close_article();
        (self.document, self.noise)
    }

    fn add_structure(&mut self, kind: StructureKind, line: &Line) {
        self.document.structure.push(StructureLine { kind, text: line.text.clone(), span: line.span.clone() });
    }

    fn has_provisions(&self) -> bool {
        self.provisions.is_open() || !self.document.articles.is_empty()
    }
}

/// A title without the mark that collections set before it.
fn bare_title(normal: &str) -> &str {
    normal.trim_start_matches(['○', '◎', '●', ' '])
}

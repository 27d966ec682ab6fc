//! Standard law XML (法令標準XML, schema version 3) laid out as lines, as the law is printed: 「第一条　…」, 「２　…」, 「一　…」.
//!
//! The elements say what each line is, so nothing is left to be judged by its words. An element that this module does not
//! know is laid out by its words alone. What stands around the law in the answers of the e-Gov law interface (`DataRoot`,
//! `law_data_response`) becomes front matter.

mod names;
mod table;

use super::document::{DivisionKind, ItemLabel, LabelStyle, StructureKind};
use super::layout::{Layout, Role};
use super::markers::article_number;
use super::markup::{Element, Node};
use super::numerals::parse_number;
use super::text::normalize;
use names::{article_numbers, branch_numbers, division_kind, is_of_law, item_depth};

/// Lays a tree of law XML out as lines.
pub(super) fn lay_out(root: &Element) -> Layout {
    let mut writer = Writer::default();
    writer.around_law(root);
    writer.layout.end_line(super::layout::Hint::default());
    writer.layout
}

/// Whether a tree holds any element of a law.
pub(super) fn holds_law(root: &Element) -> bool {
    root.elements().any(|element| is_of_law(&element.name) || holds_law(element))
}

#[derive(Default)]
struct Writer {
    layout: Layout,
    /// Within provisions that a sentence quotes: they are no provisions of this law.
    quoting: bool,
    /// Whether the title is written.
    titled: bool,
}

impl Writer {
    fn end(&mut self, role: Role) {
        self.layout.end_as(if self.quoting { Role::Structure(StructureKind::Quotation) } else { role });
    }

    /// The answer around a law: data about it on lines `name: value`, then the law.
    fn around_law(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Node::Text(text) => self.layout.text(text),
                Node::Element(child) if is_of_law(&child.name) => self.block(child, None),
                // The pictures of a law, packed into letters.
                Node::Element(child) if child.name == "imagedata" => {}
                Node::Element(child) => {
                    self.layout.end_line(super::layout::Hint::default());
                    if child.elements().next().is_some() {
                        self.around_law(child);
                    } else if !words(child).trim().is_empty() {
                        self.layout.mark(&format!("{}: ", child.name));
                        self.inline(child);
                        self.end(Role::Structure(StructureKind::FrontMatter));
                    }
                }
            }
        }
    }

    /// An element on lines of its own. `item` is how deep the item that it lies in is, if it lies in one.
    fn block(&mut self, element: &Element, item: Option<usize>) {
        self.layout.end_line(super::layout::Hint::default());
        let name = element.name.as_str();
        match name {
            "law" => self.law(element),
            "lawtitle" if self.titled => {}
            "lawtitle" => self.structure(element, StructureKind::Title),
            "lawnum" => self.structure(element, StructureKind::Number),
            "enactstatement" => self.structure(element, StructureKind::Enactment),
            "supplnote" => self.structure(element, StructureKind::Note),
            "articlecaption" | "paragraphcaption" => self.structure(element, StructureKind::Caption),
            "toc" => self.contents(element),
            "article" => self.article(element),
            "paragraph" => self.paragraph(element, 1),
            "list" => self.list(element, item, 1),
            "table" => self.table(element),
            "supplprovision" => self.supplement(element),
            "newprovision" | "quotestruct" => {
                let before = std::mem::replace(&mut self.quoting, true);
                self.blocks(element, &[], None);
                self.end(Role::Unknown);
                self.quoting = before;
            }
            "amendprovisionsentence" => {
                self.inline(element);
                self.end(Role::Continuation);
            }
            "remarkslabel" | "tablestructtitle" | "classtitle" => {
                self.inline(element);
                self.end(Role::Entry);
            }
            _ if name.starts_with("appdx") || name.starts_with("supplprovisionappdx") => self.appendix(element),
            _ => {
                if let Some(kind) = division_kind(name) {
                    self.division(element, kind);
                } else if let Some(depth) = item_depth(name) {
                    self.item(element, depth, 1);
                } else {
                    self.blocks(element, &[], item);
                    self.end(if item.is_some() { Role::Continuation } else { Role::Unknown });
                }
            }
        }
    }

    /// What is in an element, but for the elements of these names: words and inline elements on one line, other elements on
    /// their own.
    fn blocks(&mut self, element: &Element, but: &[&str], item: Option<usize>) {
        let (mut paragraphs, mut items) = (0, 0);
        for child in &element.children {
            match child {
                Node::Text(text) => self.layout.text(text),
                Node::Element(child) if but.contains(&child.name.as_str()) => {}
                Node::Element(child) if is_inline(&child.name) => self.inline_element(child),
                Node::Element(child) if child.name == "paragraph" => {
                    self.end(Role::Unknown);
                    paragraphs += 1;
                    self.paragraph(child, paragraphs);
                }
                Node::Element(child) => match item_depth(&child.name) {
                    Some(depth) => {
                        self.end(Role::Unknown);
                        items += 1;
                        self.item(child, depth, items);
                    }
                    None => self.block(child, item),
                },
            }
        }
    }

    fn law(&mut self, law: &Element) {
        // The number stands before the title in the file and below it in print.
        if let Some(title) = law.descendant("lawtitle") {
            self.structure(title, StructureKind::Title);
            self.titled = true;
        }
        self.blocks(law, &[], None);
    }

    fn structure(&mut self, element: &Element, kind: StructureKind) {
        self.inline(element);
        self.end(Role::Structure(kind));
    }

    /// The table of contents, a line for each of its entries.
    fn contents(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Node::Text(text) => self.layout.text(text),
                Node::Element(child) if child.name.starts_with("toc") => {
                    self.end(Role::Structure(StructureKind::Contents));
                    self.contents(child);
                }
                Node::Element(child) => self.inline_element(child),
            }
        }
        self.end(Role::Structure(StructureKind::Contents));
    }

    fn division(&mut self, element: &Element, kind: DivisionKind) {
        let title = format!("{}title", element.name);
        if let Some(heading) = element.child(&title) {
            let start = self.layout.here();
            self.inline(heading);
            let line = self.layout.line().trim_end();
            let title =
                line.find([' ', '\u{3000}']).map_or(start, |at| start + (line.len() - line[at..].trim_start().len()));
            self.end(Role::Division { kind, title });
        }
        self.blocks(element, &[&title], None);
    }

    fn article(&mut self, element: &Element) {
        let first = element.child("paragraph");
        let captions = [element.child("articlecaption"), first.and_then(|first| first.child("paragraphcaption"))];
        for caption in captions.into_iter().flatten() {
            self.structure(caption, StructureKind::Caption);
        }
        let title = element.child("articletitle").map(words).unwrap_or_default();
        let number = element.attribute("num").and_then(article_numbers).or_else(|| {
            let normal = normalize(&title, 0..title.len());
            article_number(normal.normal()).map(|(number, _)| (number, None))
        });
        self.layout.text(&title);
        let text = match first {
            Some(first) => self.paragraph_lead(first),
            None => self.layout.here(),
        };
        self.end(match number {
            Some((number, last)) => Role::Article { number, last, text },
            None => Role::Unknown,
        });
        let mut ordinal = 0;
        for child in element.elements() {
            match child.name.as_str() {
                "articlecaption" | "articletitle" => {}
                "paragraph" => {
                    ordinal += 1;
                    if ordinal == 1 { self.paragraph_blocks(child) } else { self.paragraph(child, ordinal) }
                }
                _ => self.block(child, None),
            }
        }
    }

    fn paragraph(&mut self, element: &Element, ordinal: u32) {
        if let Some(caption) = element.child("paragraphcaption") {
            self.structure(caption, StructureKind::Caption);
        }
        let text = self.paragraph_lead(element);
        let written = element.child("paragraphnum").map(words).unwrap_or_default();
        let number = element.attribute("num").and_then(|number| number.parse().ok()).or_else(|| {
            let normal = normalize(&written, 0..written.len());
            parse_number(normal.normal().trim())
        });
        self.end(Role::Paragraph { number: number.unwrap_or(ordinal), text });
        self.paragraph_blocks(element);
    }

    /// The number and the sentences of a paragraph, behind what stands on the line. Returns where the sentences begin.
    fn paragraph_lead(&mut self, element: &Element) -> usize {
        if let Some(number) = element.child("paragraphnum") {
            self.separate();
            self.inline(number);
        }
        self.separate();
        let text = self.layout.here();
        if let Some(sentences) = element.child("paragraphsentence") {
            self.inline(sentences);
        }
        text
    }

    fn paragraph_blocks(&mut self, element: &Element) {
        self.blocks(element, &["paragraphcaption", "paragraphnum", "paragraphsentence"], None);
        self.end(Role::Continuation);
    }

    fn item(&mut self, element: &Element, depth: usize, ordinal: u32) {
        let (title, sentence) = (format!("{}title", element.name), format!("{}sentence", element.name));
        self.layout.indent(depth + 1);
        let written = element.child(&title).map(words).unwrap_or_default();
        self.layout.text(&written);
        self.separate();
        let mut text = self.layout.here();
        // A table among the sentences goes below them.
        let tables = |element: &Element| element.elements().any(|child| child.name.starts_with("table"));
        let sentence_element = element.child(&sentence);
        if let Some(sentence) = sentence_element.filter(|sentence| !tables(sentence)) {
            self.inline(sentence);
        }
        let numbers = element.attribute("num").and_then(branch_numbers).unwrap_or_else(|| vec![ordinal]);
        let normal = normalize(&written, 0..written.len());
        let style = if normal.normal().starts_with('(') { LabelStyle::Parenthesised } else { LabelStyle::Digit };
        let label = ItemLabel { style, numbers, written: normal.trimmed().normal().to_owned() };
        if self.layout.is_line_empty() {
            // Neither number nor words: the number still stands for the item.
            self.layout.mark(&label.numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join("の"));
            text = self.layout.here();
        }
        self.end(Role::Item { depth, label, text });
        if let Some(sentence) = sentence_element.filter(|sentence| tables(sentence)) {
            self.blocks(sentence, &[], Some(depth));
            self.end(Role::Continuation);
        }
        self.blocks(element, &[&title, &sentence], Some(depth));
        self.end(Role::Continuation);
    }

    /// A list without numbers; within an item it belongs to the item's words.
    fn list(&mut self, element: &Element, item: Option<usize>, level: usize) {
        for child in element.elements() {
            if child.name.starts_with("sublist") && !child.name.ends_with("sentence") {
                self.list(child, item, level + 1);
            } else if !words(child).is_empty() {
                self.layout.indent(item.map_or(level, |depth| depth + 1 + level));
                self.inline(child);
                self.end(if item.is_some() { Role::Continuation } else { Role::Entry });
            }
        }
    }

    fn supplement(&mut self, element: &Element) {
        match element.child("supplprovisionlabel") {
            Some(label) => self.inline(label),
            None => self.layout.text("附則"),
        }
        let instrument = element.attribute("amendlawnum").unwrap_or_default().to_owned();
        if !instrument.is_empty() {
            self.layout.mark(&format!("（{instrument}）"));
        }
        if element.attribute("extract") == Some("true") {
            self.layout.mark("　抄");
        }
        self.end(Role::Supplement { instrument });
        self.blocks(element, &["supplprovisionlabel"], None);
        self.end(Role::Unknown);
    }

    fn appendix(&mut self, element: &Element) {
        let title = format!("{}title", element.name);
        for part in [title.as_str(), "relatedarticlenum"] {
            if let Some(part) = element.child(part) {
                self.inline(part);
            }
        }
        self.end(Role::Appendix);
        self.blocks(element, &[&title, "relatedarticlenum"], None);
        self.end(Role::Unknown);
    }

    /// A full-width space, if words stand before it on the line.
    fn separate(&mut self) {
        if !self.layout.is_line_empty() && !self.layout.line().ends_with('\u{3000}') {
            self.layout.mark("\u{3000}");
        }
    }

    /// The words of an element on the line at hand.
    fn inline(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Node::Text(text) => self.layout.text(text),
                Node::Element(child) => self.inline_element(child),
            }
        }
    }

    fn inline_element(&mut self, element: &Element) {
        if matches!(element.name.as_str(), "rt" | "rp") {
            return;
        }
        // Columns and whatever has no place on a line are set apart; sentences follow one another.
        if !is_inline(&element.name) {
            self.separate();
        }
        self.inline(element);
    }
}

/// The words of an element without readings, white space as it is in the file.
fn words(element: &Element) -> String {
    let mut writer = Writer::default();
    writer.inline(element);
    writer.layout.source
}

/// Elements that are set within a line.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "sentence" | "ruby" | "rt" | "rp" | "rb" | "line" | "sup" | "sub" | "arithformula" | "arithformulanum"
    )
}

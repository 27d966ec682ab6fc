//! Well-formed XML as a tree, and where and why a text is none.

use roxmltree::ParsingOptions;

use super::{Element, Tree};

/// Bytes of the longest tag that is taken for one of XML.
const LONGEST_TAG: usize = 1 << 16;

/// Characters quoted of the place where XML breaks.
const EXCERPT: usize = 40;

/// Where a text stops being well-formed XML, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// Line, from 1.
    pub line: u32,
    /// Character in the line, from 1.
    pub column: u32,
    /// A few words of the file there.
    pub words: String,
    /// Why.
    pub fault: XmlFault,
}

/// Why a text is no well-formed XML.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum XmlFault {
    /// There is no element at all: plain text, for instance.
    NoElement,
    /// An element ends that is not the one last begun.
    EndTag {
        /// The element that is open.
        open: String,
        /// The element that the end tag names.
        found: String,
    },
    /// The file ends within an element: it was cut off.
    CutOff,
    /// A tag that is too long to be one.
    LongTag,
    /// Anything else that XML does not allow.
    Syntax,
}

impl Malformed {
    fn at(source: &str, line: u32, column: u32, fault: XmlFault) -> Self {
        let text = source.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
        let words = text.chars().skip(column.saturating_sub(1) as usize).take(EXCERPT).collect();
        Self { line, column, words, fault }
    }
}

/// The tree of well-formed XML under a root without a name.
pub(in crate::regulation) fn parse_xml(source: &str) -> Result<Element, Malformed> {
    if !source.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').starts_with('<') {
        let blank = source.lines().take_while(|line| line.trim().is_empty()).count();
        return Err(Malformed::at(source, blank as u32 + 1, 1, XmlFault::NoElement));
    }
    // The strict parser compares every attribute of a tag with every other.
    let mut start = 0;
    for part in source.split('<') {
        if part.find('>').unwrap_or(part.len()) > LONGEST_TAG {
            let line = source[..start].matches('\n').count() as u32 + 1;
            let column = source[..start].rsplit('\n').next().unwrap_or_default().chars().count() as u32 + 1;
            return Err(Malformed::at(source, line, column, XmlFault::LongTag));
        }
        start = (start + part.len() + 1).min(source.len());
    }
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let xml = roxmltree::Document::parse_with_options(source, options).map_err(|error| malformed(source, &error))?;
    let mut tree = Tree::default();
    // From each node into its children, on to its sibling, or back to its parent: without recursion, whatever the depth.
    let mut node = xml.root_element();
    loop {
        if node.is_element() {
            let name = node.tag_name().name().to_ascii_lowercase();
            let attributes = node.attributes().map(|a| (a.name().to_ascii_lowercase(), a.value().to_owned()));
            tree.open(Element { name, attributes: attributes.collect(), children: Vec::new() });
        } else if node.is_text() {
            tree.push_text(node.text().unwrap_or_default());
        }
        if let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            if node.is_element() {
                tree.close_last();
            }
            if node == xml.root_element() {
                return Ok(tree.finish());
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            node = node.parent().unwrap_or(xml.root_element());
        }
    }
}

fn malformed(source: &str, error: &roxmltree::Error) -> Malformed {
    let place = error.pos();
    let fault = match error {
        roxmltree::Error::NoRootNode => XmlFault::NoElement,
        roxmltree::Error::UnclosedRootNode | roxmltree::Error::UnexpectedEndOfStream => {
            // The end of the file, where the parser gives no place.
            let line = source.trim_end().lines().count().max(1) as u32;
            let column = source.trim_end().lines().last().map_or(0, |line| line.chars().count()) as u32 + 1;
            return Malformed::at(source, line, column, XmlFault::CutOff);
        }
        roxmltree::Error::UnexpectedCloseTag(open, found, _) => {
            XmlFault::EndTag { open: open.clone(), found: found.clone() }
        }
        _ => XmlFault::Syntax,
    };
    Malformed::at(source, place.row, place.col, fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_have_a_place_and_a_reason() {
        let fault = |source: &str| {
            let malformed = parse_xml(source).unwrap_err();
            (malformed.line, malformed.column, malformed.words, malformed.fault)
        };
        let end = XmlFault::EndTag { open: "Title".to_owned(), found: "Law".to_owned() };
        assert_eq!(fault("<Law>\n<Title>甲</Law>"), (2, 9, "</Law>".to_owned(), end));
        assert_eq!(fault("\n 甲市規則\n第1条"), (2, 1, " 甲市規則".to_owned(), XmlFault::NoElement));
        assert_eq!(fault("<?xml version=\"1.0\"?>").3, XmlFault::NoElement);
        assert_eq!(fault("<Law>\n<Title>甲\n\n"), (2, 9, String::new(), XmlFault::CutOff));
        assert_eq!(fault("<Law>\n 甲<Title a=1>甲</Title></Law>").0, 2);
        let long = format!("<Law>\n甲<Title a=\"{}\"/></Law>", "乙".repeat(LONGEST_TAG));
        assert_eq!((fault(&long).0, fault(&long).3), (2, XmlFault::LongTag));
        assert!(parse_xml("<!DOCTYPE Law><Law>甲</Law>").is_ok());
    }
}

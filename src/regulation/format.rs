//! The formats that a regulation can be read from, and how each is recognised by its content.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use regex::Regex;

/// The formats that a regulation can be read from.
///
/// Plain text and Markdown are read as they stand. Markup (law XML, HTML) is first laid out as lines, the way a person sees
/// it; [`Document::source`](super::Document::source) then holds those lines and all quotations come from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text, as pasted or extracted from a page or PDF.
    Text,
    /// Markdown: `#` headings, `**` bold numbers, `-` lists, `|` tables, front matter.
    Markdown,
    /// Standard law XML (法令標準XML, schema version 3), alone or inside the answer of the e-Gov law interface.
    LawXml,
    /// A page of a collection of regulations (例規集).
    Html,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::LawXml, Self::Html];

    /// Its name on the command line: `text`, `markdown`, `xml` or `html`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::LawXml => "xml",
            Self::Html => "html",
        }
    }

    /// Recognises the format by the content; the name of the file plays no part.
    pub fn detect(source: &str) -> Self {
        if let Some(format) = detect_markup(source) {
            return format;
        }
        let marked = |line: &str| {
            line.starts_with("**第") || (line.starts_with('#') && line.trim_start_matches('#').starts_with(' '))
        };
        if source.starts_with("---\n") || source.starts_with("---\r\n") || source.lines().take(200).any(marked) {
            Self::Markdown
        } else {
            Self::Text
        }
    }

    /// Whether the file is markup that has to be laid out before it is read.
    pub fn is_markup(self) -> bool {
        matches!(self, Self::LawXml | Self::Html)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that no format has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no format; the formats are text, markdown, xml and html")]
pub struct UnknownFormat(String);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

/// Elements that only law XML has, as they are written in it.
static LAW_TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"<(?:Law|LawBody|LawFullText|law_full_text|MainProvision|SupplProvision|ArticleTitle|ParagraphSentence)[\s>]",
    )
    .expect("valid pattern")
});

/// Elements that a page, or a part cut out of one, may begin with.
const HTML_NAMES: &[&str] = &[
    "html",
    "head",
    "body",
    "meta",
    "title",
    "link",
    "style",
    "script",
    "div",
    "p",
    "span",
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "main",
    "header",
    "nav",
    "a",
    "br",
    "hr",
    "b",
    "strong",
    "font",
    "center",
    "pre",
    "ruby",
    "blockquote",
    "form",
    "img",
    "base",
];

/// The kind of markup that a source begins with, after comments, processing instructions and document type.
fn detect_markup(source: &str) -> Option<Format> {
    let mut rest = source.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + "-->".len())
        } else if rest.starts_with("<?") {
            rest.find('>').map(|at| at + 1)
        } else if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
            let kind = rest[9..].trim_start();
            if kind.get(..4).is_some_and(|kind| kind.eq_ignore_ascii_case("html")) {
                return Some(Format::Html);
            }
            rest.find('>').map(|at| at + 1)
        } else {
            break;
        };
        rest = rest[end?..].trim_start();
    }
    let name: String = rest.strip_prefix('<')?.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let behind = rest[1 + name.len()..].chars().next();
    if name.is_empty() || !behind.is_none_or(|c| c.is_whitespace() || matches!(c, '>' | '/' | ':' | '-')) {
        return None;
    }
    let is_html = HTML_NAMES.iter().any(|known| name.eq_ignore_ascii_case(known));
    if name != "html" && LAW_TAG.is_match(rest) {
        return Some(Format::LawXml);
    }
    // A vocabulary that nobody knows is still read for its words, but only if what opens is closed.
    (is_html || rest.contains(&format!("</{name}"))).then_some(Format::Html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_content() {
        for (source, format) in [
            ("甲市規則\n第1条 甲", Format::Text),
            ("<甲>の規則", Format::Text),
            ("<A社>第1条", Format::Text),
            ("---\ntitle: 甲\n---\n", Format::Markdown),
            ("# 甲市規則\n", Format::Markdown),
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Law Era=\"Heisei\">", Format::LawXml),
            ("<!-- 甲 -->\n<DataRoot><ApplData><LawFullText><Law>", Format::LawXml),
            ("<law_data_response><law_full_text><Law>", Format::LawXml),
            ("\u{feff}<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", Format::Html),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html>", Format::Html),
            ("<P>第1条 甲", Format::Html),
            ("<regulation><clause>第1条 甲</clause></regulation>", Format::Html),
        ] {
            assert_eq!(Format::detect(source), format, "{source}");
        }
    }

    #[test]
    fn names_read_back() {
        for format in Format::ALL {
            assert_eq!(format.to_string().parse(), Ok(format));
        }
        assert!("pdf".parse::<Format>().unwrap_err().to_string().contains("`pdf`"));
    }
}

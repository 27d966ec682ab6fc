//! Markup as a tree: strictly from well-formed XML, or from any soup of tags the way a browser takes it.
//!
//! Names of elements and attributes are in lower case in both, so that one reader serves law XML that is well formed and law
//! XML that was cut off or damaged.

mod xml;

use html5gum::{DefaultEmitter, Token, Tokenizer};

pub(super) use xml::parse_xml;
pub use xml::{Malformed, XmlFault};

/// Elements deeper than this are taken as part of the one above them; their words are kept. No real page comes near it.
const DEEPEST: usize = 200;

/// An element with its attributes and what is in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name in lower case, without a namespace.
    pub name: String,
    /// Its attributes, names in lower case.
    pub attributes: Vec<(String, String)>,
    /// What is in it, in order.
    pub children: Vec<Node>,
}

/// A piece of markup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Words, character references resolved.
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements right below it.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.children.iter().filter_map(|child| if let Node::Element(element) = child { Some(element) } else { None })
    }

    /// The first element of a name right below it.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of a name at any depth below it, in the order of the text.
    pub fn descendant(&self, name: &str) -> Option<&Element> {
        self.elements().find_map(|element| if element.name == name { Some(element) } else { element.descendant(name) })
    }

    /// A number in an attribute, for spans of cells and numbers of lists.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Adds words, joined to those before them.
    fn push_text(&mut self, text: &str) {
        match self.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.children.push(Node::Text(text.to_owned())),
        }
    }
}

/// The tree of any text with tags in it, under a root without a name. Whatever it is, no words are lost: end tags that are
/// missing are supplied, end tags without a start tag are passed over. `of_xml`: `<甲/>` is an element that is empty.
pub(super) fn parse_tags(source: &str, of_xml: bool) -> Element {
    let mut tree = Tree::default();
    let mut emitter = DefaultEmitter::default();
    // Law XML has no scripts; there, an element of such a name would swallow the rest.
    emitter.naively_switch_states(!of_xml);
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = words(&tag.name);
                tree.close_implied(&name);
                let attributes = tag.attributes.iter().map(|(name, value)| (words(name), words(value))).collect();
                let empty = is_void(&name) || (of_xml && tag.self_closing);
                tree.open(Element { name, attributes, children: Vec::new() });
                if empty {
                    tree.close_last();
                }
            }
            Token::EndTag(tag) => tree.close(&words(&tag.name)),
            Token::String(text) => tree.push_text(&words(&text)),
            Token::Comment(comment) if of_xml => {
                // The tokenizer of pages knows no CDATA sections and hands them over as comments.
                let text = words(&comment);
                if let Some(data) = text.strip_prefix("[CDATA[") {
                    tree.push_text(data.strip_suffix("]]").unwrap_or(data));
                }
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    tree.finish()
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A tree being built: the elements that are open, the root first.
struct Tree {
    open: Vec<Element>,
    /// Names of open elements that are too deep to be kept.
    too_deep: Vec<String>,
}

impl Default for Tree {
    fn default() -> Self {
        Self { open: vec![Element::default()], too_deep: Vec::new() }
    }
}

impl Tree {
    fn push_text(&mut self, text: &str) {
        self.open.last_mut().expect("the root stays open").push_text(text);
    }

    fn open(&mut self, element: Element) {
        if self.open.len() >= DEEPEST {
            self.too_deep.push(element.name);
        } else {
            self.open.push(element);
        }
    }

    fn close_last(&mut self) {
        if self.too_deep.pop().is_none() && self.open.len() > 1 {
            self.fold();
        }
    }

    /// Moves the innermost open element into the one above it.
    fn fold(&mut self) {
        let element = self.open.pop().expect("an element is open");
        self.open.last_mut().expect("the root stays open").children.push(Node::Element(element));
    }

    /// Closes the nearest open element of a name with all inside it; nothing if a wall stands between.
    fn close(&mut self, name: &str) {
        if let Some(at) = self.too_deep.iter().rposition(|open| open == name) {
            self.too_deep.truncate(at);
            return;
        }
        if name == "br" {
            // Browsers take the end tag of a line break for a line break.
            let line_break = Element { name: "br".to_owned(), ..Element::default() };
            self.open.last_mut().expect("the root stays open").children.push(Node::Element(line_break));
            return;
        }
        let wall = |open: &str| if is_table_part(name) { open == "table" } else { is_table_part(open) };
        for at in (1..self.open.len()).rev() {
            let open = self.open[at].name.as_str();
            if open == name {
                self.close_down_to(at);
                return;
            }
            // A span cannot end the block that it began in; marks of print can.
            if wall(open) || (is_inline(name) && is_block(open)) {
                return;
            }
        }
    }

    fn close_down_to(&mut self, at: usize) {
        self.too_deep.clear();
        while self.open.len() > at {
            self.fold();
        }
    }

    /// Closes the elements whose end tag may be left out before an element of this name.
    fn close_implied(&mut self, name: &str) {
        let (ends, walls): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table", "tbody", "thead", "tfoot"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "caption", "colgroup"], &["table"]),
            "option" | "optgroup" => (&["option"], &["select"]),
            "rt" | "rp" | "rb" | "rtc" => (&["rt", "rp", "rb"], &["ruby"]),
            _ if is_block(name) => (&["p"], &[]),
            _ => return,
        };
        for at in (1..self.open.len()).rev() {
            let open = self.open[at].name.as_str();
            if ends.contains(&open) {
                return self.close_down_to(at);
            }
            if walls.contains(&open) || (walls.is_empty() && is_table_part(open)) || open == "table" {
                return;
            }
        }
    }

    fn finish(mut self) -> Element {
        self.close_down_to(1);
        self.open.pop().unwrap_or_default()
    }
}

/// Elements without content or end tag.
fn is_void(name: &str) -> bool {
    const VOID: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "basefont", "bgsound", "frame", "keygen", "param",
    ];
    VOID.contains(&name)
}

fn is_table_part(name: &str) -> bool {
    matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "caption")
}

/// Elements that are no line of their own and that do not reach across blocks.
fn is_inline(name: &str) -> bool {
    matches!(name, "span" | "ruby" | "rb" | "rt" | "rp" | "label" | "sup" | "sub")
}

/// Elements that stand on lines of their own, in the order of the alphabet.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Whether an element stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in brackets: `div[p[甲]p[乙]]`.
    fn shape(element: &Element) -> String {
        let parts: Vec<String> = element
            .children
            .iter()
            .map(|child| match child {
                Node::Text(text) => text.clone(),
                Node::Element(element) => format!("{}[{}]", element.name, shape(element)),
            })
            .collect();
        parts.concat()
    }

    #[test]
    fn end_tags_are_supplied() {
        for (source, expected) in [
            ("<div><p>甲<p>乙</div>丙", "div[p[甲]p[乙]]丙"),
            ("<ul><li>甲<ul><li>乙</ul><li>丙</ul>", "ul[li[甲ul[li[乙]]]li[丙]]"),
            ("<table><tr><td>甲<td>乙<tr><td>丙</table>丁", "table[tr[td[甲]td[乙]]tr[td[丙]]]丁"),
            ("<div><table><tr><td>甲</div>乙</table>丙", "div[table[tr[td[甲乙]]]丙]"),
            ("<ruby>権<rt>けん<rb>限<rt>げん</ruby>", "ruby[権rt[けん]rb[限]rt[げん]]"),
            ("甲</p></span>乙<br>丙</br>丁&amp;&#x2460;", "甲乙br[]丙br[]丁&①"),
            ("<b><p>甲</b>乙</p>", "b[p[甲]]乙"),
            ("<script>if (a<b) '<p>'</script>甲", "script[if (a<b) '<p>']甲"),
        ] {
            assert_eq!(shape(&parse_tags(source, false)), expected, "{source}");
        }
    }

    #[test]
    fn both_ways_give_one_tree() {
        let source =
            "<?xml version=\"1.0\"?><Law Num=\"1\"><LawNum/><Title>甲<!-- 注 -->乙&amp;</Title><![CDATA[丙]]></Law>";
        let strict = parse_xml(source).unwrap();
        assert_eq!(strict, parse_tags(source, true));
        assert_eq!(shape(&strict), "law[lawnum[]title[甲乙&]丙]");
        assert_eq!(strict.child("law").unwrap().number("num"), Some(1));
        assert_eq!(shape(&parse_tags("<Law><Title>甲</Law>", true)), "law[title[甲]]");
    }

    #[test]
    fn depth_is_bounded_and_words_are_kept() {
        let depth = 100_000;
        let soup = format!("{}甲{}乙", "<div>".repeat(depth), "</div>".repeat(depth));
        let root = parse_tags(&soup, false);
        assert!(shape(&root).contains('甲') && root.children.last() == Some(&Node::Text("乙".to_owned())));
        let xml = format!("<a>{}甲{}</a>", "<b>".repeat(5_000), "</b>".repeat(5_000));
        assert!(shape(&parse_xml(&xml).unwrap()).contains('甲'));
    }

    #[test]
    fn the_list_of_blocks_is_in_order() {
        assert!(BLOCKS.is_sorted());
        assert!(is_block("p") && !is_block("span"));
    }
}

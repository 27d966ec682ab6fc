//! A page of a collection of regulations laid out as lines, the way a browser shows it.
//!
//! Everything visible is written, in its order. Blocks are lines of their own, `<br>` breaks a line, rows of a table are one
//! line, the numbers and the setting-in that a browser gives to lists are written out. Scripts, styles and readings (ruby)
//! are left out; hidden words are left out and noted. What stands around the regulation (navigation, foot of the page) is
//! written as lines that are no provisions.

mod list;
mod style;
mod table;
mod title;

use std::sync::LazyLock;

use regex::Regex;

use super::document::{ItemLabel, StructureKind};
use super::layout::{Hint, Layout, Role};
use super::markers::{article_mark, item_mark, paragraph_mark};
use super::markup::{Element, Node, is_block};
use super::text::normalize;
use list::List;
use style::{Display, Styles};

/// Lays a tree of tags out as lines.
pub(super) fn lay_out(root: &Element) -> Layout {
    let styles = Styles::of_page(root);
    let mut writer = Writer::new(&styles);
    writer.children(root);
    writer.end_row();
    let page_title = root.descendant("title").map(|title| first_words(title, usize::MAX)).unwrap_or_default();
    title::mark_title(&mut writer.layout, &page_title, &writer.headings);
    writer.layout
}

struct Writer<'a> {
    layout: Layout,
    styles: &'a Styles,
    /// The lists that the place is in, the innermost last.
    lists: Vec<List>,
    /// How far lines are set in.
    indent: usize,
    /// Whether the line at hand is apart from the one before by a line break only.
    soft: bool,
    /// Whether the line at hand begins an item with a bullet.
    bullet: bool,
    /// The label that a numbered list gives to the line at hand, its depth, and where its words begin.
    item: Option<(usize, ItemLabel, usize)>,
    /// Whether the line at hand is a number whose words stand in the next cell.
    numbered: bool,
    /// Within what stands around the regulation.
    around: bool,
    /// Within text whose line ends count.
    preformatted: bool,
    /// Lines that are headings of the page.
    headings: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self {
            layout: Layout::default(),
            styles,
            lists: Vec::new(),
            indent: 0,
            soft: false,
            bullet: false,
            item: None,
            numbered: false,
            around: false,
            preformatted: false,
            headings: Vec::new(),
        }
    }

    /// Ends the line at hand. `soft`: by a line break, not by the end of a block. A blank line is no line break.
    fn break_line(&mut self, soft: bool) {
        if self.numbered && self.layout.line().ends_with('\u{3000}') {
            return;
        }
        self.numbered = false;
        if self.layout.is_line_empty() {
            self.layout.end_line(Hint::default());
            self.soft = false;
            return;
        }
        let role = if self.around {
            Role::Structure(StructureKind::Preliminary)
        } else if let Some((depth, label, text)) = self.item.take() {
            Role::Item { depth, label, text }
        } else {
            Role::Unknown
        };
        self.layout.end_line(Hint { role, may_continue: self.soft, bullet: self.bullet });
        self.soft = soft;
        self.bullet = false;
        self.item = None;
    }

    /// Ends a cell or term. If it is nothing but the number of an article, paragraph or item, its words go on the same line.
    fn end_number(&mut self) {
        let line = self.layout.line();
        let text = normalize(line, 0..line.len()).trimmed();
        let number = text.normal();
        // A space tells a kana that numbers from a word.
        let spaced = format!("{number} ");
        let rest = article_mark(number).map(|mark| mark.rest).or_else(|| item_mark(&spaced).map(|(_, rest)| rest));
        let rest = rest.or_else(|| paragraph_mark(number).map(|(_, rest)| rest));
        if rest.is_some_and(|rest| rest >= number.len()) {
            self.layout.mark("\u{3000}");
            self.numbered = true;
        } else {
            self.break_line(false);
        }
    }

    /// Ends the line though it be only a number.
    fn end_row(&mut self) {
        self.numbered = false;
        self.break_line(false);
    }

    fn children(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Node::Text(text) => self.text(text),
                Node::Element(child) => self.element(child),
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.preformatted {
            for (number, line) in text.split('\n').enumerate() {
                if number > 0 {
                    self.break_line(true);
                }
                self.layout.verbatim(line);
            }
            return;
        }
        if self.layout.is_line_empty() {
            self.layout.indent(self.indent);
        }
        self.layout.text(text);
    }

    fn element(&mut self, element: &Element) {
        let name = element.name.as_str();
        if is_unseen(name) {
            return;
        }
        let style = self.styles.of(element);
        if style.display == Some(Display::None) {
            self.layout.hide(&first_words(element, usize::MAX));
            return;
        }
        match name {
            "br" => return self.break_line(true),
            "hr" => return self.break_line(false),
            "img" => {
                // A picture of a single character stands for that character.
                let alt = element.attribute("alt").unwrap_or_default().trim();
                if alt.chars().count() == 1 {
                    self.text(alt);
                }
                return;
            }
            _ => {}
        }
        let block = match style.display {
            Some(Display::Block) => true,
            Some(Display::Inline) => matches!(name, "td" | "th" | "tr" | "table"),
            _ => is_block(name),
        };
        if !block {
            return self.children(element);
        }
        self.break_line(false);
        let before = (self.indent, self.around, self.preformatted);
        self.around = self.around || stands_around(element);
        self.preformatted = self.preformatted || matches!(name, "pre" | "xmp" | "listing" | "plaintext" | "textarea");
        self.indent += style.indent + usize::from(matches!(name, "dd" | "blockquote"));
        let first_line = self.layout.hints.len();
        match name {
            "table" => self.table(element),
            "ul" | "ol" | "menu" | "dir" => self.list(element),
            "li" => self.list_item(element),
            "dt" => {
                self.children(element);
                self.end_number();
            }
            "dl" => {
                self.children(element);
                self.end_row();
            }
            _ => self.children(element),
        }
        self.break_line(false);
        if matches!(name, "h1" | "h2" | "h3") {
            self.headings.extend(first_line..self.layout.hints.len());
        }
        (self.indent, self.around, self.preformatted) = before;
    }
}

/// Elements that a browser shows nothing of, and readings of characters.
fn is_unseen(name: &str) -> bool {
    const UNSEEN: &[&str] = &[
        "script", "style", "title", "template", "noscript", "noframes", "noembed", "iframe", "audio", "video",
        "canvas", "datalist", "desc", "rt", "rp", "rtc",
    ];
    UNSEEN.contains(&name)
}

/// The words of an element, whatever is seen of them, up to about `most` bytes.
fn first_words(element: &Element, most: usize) -> String {
    fn collect(element: &Element, most: usize, words: &mut String) {
        for child in &element.children {
            if words.len() >= most {
                return;
            }
            match child {
                Node::Text(text) => words.push_str(text),
                Node::Element(child) if is_unseen(&child.name) => {}
                Node::Element(child) => collect(child, most, words),
            }
        }
    }
    let mut words = String::new();
    collect(element, most, &mut words);
    words
}

/// Whether an element stands around the regulation: by what it is for, or by a name that pages give to such parts, unless
/// articles are in it.
fn stands_around(element: &Element) -> bool {
    static ARTICLE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("第[0-9０-９一二三四五六七八九十百]+条").expect("valid pattern"));
    const NAMES: &[&str] = &[
        "header",
        "footer",
        "nav",
        "navi",
        "gnav",
        "globalnav",
        "navigation",
        "breadcrumb",
        "breadcrumbs",
        "pankuzu",
        "topicpath",
    ];
    if matches!(element.name.as_str(), "nav" | "button" | "select") || element.attribute("role") == Some("navigation") {
        return true;
    }
    let role = element.attribute("role").is_some_and(|role| matches!(role, "banner" | "contentinfo" | "search"));
    let names = ["id", "class"].into_iter().filter_map(|name| element.attribute(name));
    let named = names.flat_map(str::split_whitespace).any(|name| NAMES.contains(&name.to_ascii_lowercase().as_str()));
    (role || named || matches!(element.name.as_str(), "header" | "footer" | "aside"))
        && !ARTICLE.is_match(&first_words(element, usize::MAX))
}

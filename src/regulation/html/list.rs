//! Lists: bullets and the numbers that a browser sets before the items of a numbered list.

use super::super::document::{ItemLabel, LabelStyle};
use super::super::markers::{article_mark, item_mark, paragraph_mark};
use super::super::markup::Element;
use super::super::text::normalize;
use super::style::list_style;
use super::{Writer, first_words};

/// A list that the place is in.
#[derive(Debug)]
pub(super) struct List {
    /// The number of the next item; `None` for a list without numbers.
    next: Option<u32>,
    /// Whether its numbers begin at 1: then they number items. Others go on with the paragraphs of an article.
    from_one: bool,
}

/// Enough of an item to see whether it begins with a number of its own.
const MARK_BYTES: usize = 120;

impl Writer<'_> {
    pub(super) fn list(&mut self, element: &Element) {
        let unmarked = list_style(element).is_some_and(|style| style.contains("none"));
        let start = element.number("start").and_then(|start| u32::try_from(start).ok()).unwrap_or(1);
        let next = (element.name == "ol" && !unmarked).then_some(start);
        self.lists.push(List { next, from_one: start == 1 });
        self.indent += 1;
        self.children(element);
        self.break_line(false);
        self.indent -= 1;
        self.lists.pop();
    }

    pub(super) fn list_item(&mut self, element: &Element) {
        let depth = self.lists.len().saturating_sub(1);
        let value = element.number("value").and_then(|value| u32::try_from(value).ok());
        let Some(list) = self.lists.last_mut() else { return self.children(element) };
        let number = list.next.map(|next| value.unwrap_or(next));
        list.next = number.map(|number| number.saturating_add(1));
        let from_one = list.from_one;
        self.bullet = number.is_none();
        if let Some(number) = number
            && !has_own_number(element)
        {
            self.layout.indent(self.indent);
            self.layout.mark(&format!("{number}\u{3000}"));
            if from_one {
                let written = number.to_string();
                let label = ItemLabel { style: LabelStyle::Digit, numbers: vec![number], written };
                self.item = Some((depth, label, self.layout.here()));
            }
            self.first_block_inline(element);
        } else {
            self.children(element);
        }
        self.break_line(false);
        self.bullet = false;
    }

    /// What is in an item behind its number: a block that opens the item begins on the line of the number.
    fn first_block_inline(&mut self, element: &Element) {
        use super::super::markup::Node;
        let first = element.children.iter().position(|child| match child {
            Node::Text(text) => !text.trim().is_empty(),
            Node::Element(_) => true,
        });
        for (index, child) in element.children.iter().enumerate() {
            match child {
                Node::Element(child) if Some(index) == first && matches!(child.name.as_str(), "p" | "div") => {
                    if self.styles.of(child).display.is_none() {
                        self.children(child);
                        self.break_line(false);
                    } else {
                        self.element(child);
                    }
                }
                Node::Element(child) => self.element(child),
                Node::Text(text) => self.text(text),
            }
        }
    }
}

/// Whether the words of an item begin with a number of an article, paragraph or item.
fn has_own_number(element: &Element) -> bool {
    let words = first_words(element, MARK_BYTES);
    let normal = normalize(&words, 0..words.len()).trimmed();
    let normal = normal.normal();
    article_mark(normal).is_some() || item_mark(normal).is_some() || paragraph_mark(normal).is_some()
}

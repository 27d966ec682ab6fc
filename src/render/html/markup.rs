//! HTML being written. Text and attribute values are escaped on their way in and there is no other way in; what is opened is
//! closed, for an element is written around what is inside it.

use super::svg::Drawing;

/// The attributes of an element: names, and values that are still to be escaped.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// Elements that stand on lines of their own: a line break after them shows nowhere.
const BLOCKS: [&str; 34] = [
    "html",
    "head",
    "body",
    "title",
    "style",
    "script",
    "header",
    "main",
    "nav",
    "section",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "dl",
    "details",
    "summary",
    "fieldset",
    "footer",
    "aside",
    "article",
    "figure",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];

/// HTML being written.
#[derive(Debug, Default)]
pub(super) struct Markup {
    text: String,
}

impl Markup {
    /// A page of HTML 5.
    pub(super) fn page() -> Self {
        Self { text: "<!DOCTYPE html>\n".to_owned() }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// An element with whatever is written inside it.
    pub(super) fn element(&mut self, tag: &'static str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.start(tag, attributes);
        inside(self);
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push('>');
        self.end_of_block(tag);
    }

    /// An element that holds text only.
    pub(super) fn leaf(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |markup| markup.text(text));
    }

    /// An element that holds nothing and has no end: `meta`, `input`.
    pub(super) fn void(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.start(tag, attributes);
        self.text.push('\n');
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        escape(text, &mut self.text);
    }

    /// Style or script of this program, which is not escaped.
    pub(super) fn constant(&mut self, code: &'static str) {
        self.text.push_str(code);
    }

    /// A drawing, which is markup already.
    pub(super) fn drawing(&mut self, drawing: &Drawing) {
        self.text.push_str(&drawing.0);
    }

    fn start(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            escape(value, &mut self.text);
            self.text.push('"');
        }
        self.text.push('>');
    }

    fn end_of_block(&mut self, tag: &str) {
        if BLOCKS.contains(&tag) {
            self.text.push('\n');
        }
    }
}

/// Writes text so that it is text in an element and in a quoted attribute. What no HTML may hold becomes a space.
pub(super) fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(character),
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_escaped() {
        let mut markup = Markup::default();
        markup.element("p", &[("title", "a\"b'<c>&")], |markup| markup.text("<b>&\"\u{0}</b>"));
        assert_eq!(markup.finish(), "<p title=\"a&quot;b&#39;&lt;c&gt;&amp;\">&lt;b&gt;&amp;&quot; &lt;/b&gt;</p>\n");
    }
}

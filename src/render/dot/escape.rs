//! Text on its way into DOT. dot-writer escapes nothing; every value goes through these types and through no other way.

use dot_writer::Attributes;

/// The value of an attribute, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Escaped text between quotes.
    Quoted(String),
    /// An HTML-like label with its angle brackets.
    Html(String),
}

impl Value {
    /// Text for a label, tooltip, id or URL. Quotes and backslashes are escaped (`\N`, `\G` and `\E` would be replaced by
    /// names), `&` becomes an entity (Graphviz resolves entities in labels), and what cannot stand in a line of XML
    /// becomes a space.
    pub(super) fn text(text: &str) -> Self {
        Value::Quoted(quoted(text))
    }

    /// Text for a tooltip. Graphviz undoes its escapes twice, so that a backslash of the text has to be escaped twice.
    pub(super) fn tooltip(text: &str) -> Self {
        Value::Quoted(quoted(&text.replace('\\', "\\\\")))
    }

    /// A label of centred lines.
    pub(super) fn lines(lines: &[String]) -> Self {
        Value::Quoted(lines.iter().map(|line| quoted(line)).collect::<Vec<_>>().join("\\n"))
    }

    /// A label of lines that all stand at the left (`l`) or right (`r`) edge.
    pub(super) fn aligned(lines: &[String], edge: char) -> Self {
        Value::Quoted(lines.iter().map(|line| format!("{}\\{edge}", quoted(line))).collect())
    }

    /// A measure in points or inches with four decimals at most.
    pub(super) fn number(number: f64) -> Self {
        Value::Quoted(decimal(number, 4))
    }

    /// An HTML-like label from markup whose text parts were made by [`html`].
    pub(super) fn html(markup: &str) -> Self {
        Value::Html(format!("<{markup}>"))
    }

    /// Writes the attribute `name`.
    pub(super) fn set(&self, attributes: &mut impl Attributes, name: &'static str) {
        match self {
            Value::Quoted(text) => attributes.set(name, text, true),
            Value::Html(markup) => attributes.set(name, markup, false),
        };
    }
}

/// A number with at most this many decimals, without trailing zeros.
pub(super) fn decimal(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text as it stands inside an HTML-like label.
pub(super) fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().map(printable) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Text as it stands between quotes.
fn quoted(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().map(printable) {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '"' => escaped.push_str("\\\""),
            '&' => escaped.push_str("&amp;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A space in place of a character that breaks lines or that XML does not allow.
fn printable(c: char) -> char {
    match c {
        c if c.is_control() => ' ',
        '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_backslashes_and_entities() {
        assert_eq!(Value::text(r#"甲"乙\N"#), Value::Quoted(r#"甲\"乙\\N"#.into()));
        assert_eq!(Value::tooltip(r#"甲"\N"#), Value::Quoted(r#"甲\"\\\\N"#.into()));
        assert_eq!(Value::text("A&amp;B"), Value::Quoted("A&amp;amp;B".into()));
        assert_eq!(Value::text("一\n二\u{0}"), Value::Quoted("一 二 ".into()));
        assert_eq!(Value::lines(&["一".into(), "\"".into()]), Value::Quoted("一\\n\\\"".into()));
        assert_eq!(Value::aligned(&["一".into()], 'l'), Value::Quoted("一\\l".into()));
        assert_eq!(html("<b>\"&"), "&lt;b&gt;&quot;&amp;");
    }

    #[test]
    fn numbers() {
        assert_eq!(decimal(1.0, 4), "1");
        assert_eq!(decimal(1.25, 4), "1.25");
        assert_eq!(decimal(-0.00001, 4), "0");
        assert_eq!(decimal(100.0, 0), "100");
    }
}

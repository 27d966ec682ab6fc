//! As much of style sheets as decides what is seen and where: display, and how far a block is set in.
//!
//! Rules of the page's own sheets count if their selector is simple (`p`, `.note`, `div.note`, `#foot`); what a sheet
//! elsewhere or a rule for print says is not known, and then the words are shown.

use super::super::markup::{Element, Node};

/// How an element is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// Not at all.
    None,
    /// On lines of its own.
    Block,
    /// Within a line.
    Inline,
}

/// The style of one element.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// How it is shown, if a style says so.
    pub display: Option<Display>,
    /// How far it is set in, in characters.
    pub indent: usize,
}

/// The rules of a page that bear on what is seen.
#[derive(Debug, Default)]
pub(super) struct Styles {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    name: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
    display: Display,
}

impl Rule {
    fn matches(&self, element: &Element) -> bool {
        let of_element = |name: &str| element.attribute(name).unwrap_or_default();
        self.name.as_ref().is_none_or(|name| *name == element.name)
            && self.id.as_ref().is_none_or(|id| of_element("id") == id)
            && self.classes.iter().all(|class| of_element("class").split_whitespace().any(|other| other == class))
    }

    /// Which of two rules prevails: the one with more ids, then classes, then names.
    fn weight(&self) -> (usize, usize, usize) {
        (usize::from(self.id.is_some()), self.classes.len(), usize::from(self.name.is_some()))
    }
}

impl Styles {
    /// The rules in the style sheets that stand in a page.
    pub fn of_page(root: &Element) -> Self {
        let mut styles = Self::default();
        styles.collect(root);
        styles
    }

    fn collect(&mut self, element: &Element) {
        for child in element.elements() {
            if child.name == "style" {
                for text in &child.children {
                    if let Node::Text(text) = text {
                        self.add_sheet(text);
                    }
                }
            } else {
                self.collect(child);
            }
        }
    }

    fn add_sheet(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        let mut rest = sheet.as_str();
        while let Some(open) = rest.find('{') {
            let selectors = rest[..open].trim();
            let end = matching_brace(rest, open);
            let body = &rest[open + 1..end];
            rest = rest.get(end + 1..).unwrap_or_default();
            // An at-rule without a block may stand before the selector.
            let selectors = selectors.rsplit(';').next().unwrap_or_default().trim();
            if let Some(media) = selectors.strip_prefix("@media") {
                if media.contains("screen") || media.trim() == "all" {
                    self.add_sheet(body);
                }
            } else if !selectors.starts_with('@')
                && let Some(display) = display_of(body)
            {
                self.rules.extend(selectors.split(',').filter_map(|selector| rule(selector.trim(), display)));
            }
        }
    }

    /// The style of an element: its own, else that of the weightiest rule, the last one of equals.
    pub fn of(&self, element: &Element) -> Style {
        let own = element.attribute("style").unwrap_or_default();
        let ruled = || {
            let rules = self.rules.iter().filter(|rule| rule.matches(element));
            rules.max_by_key(|rule| rule.weight()).map(|rule| rule.display)
        };
        let by_kind = || {
            let closed = element.name == "dialog" && element.attribute("open").is_none();
            (closed || element.attribute("hidden").is_some()).then_some(Display::None)
        };
        Style { display: display_of(own).or_else(ruled).or_else(by_kind), indent: indent_of(own) }
    }
}

/// The declarations in a block: names in lower case, values without `!important`.
fn declarations(block: &str) -> impl Iterator<Item = (String, String)> {
    block.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.to_ascii_lowercase();
        Some((name.trim().to_ascii_lowercase(), value.trim().trim_end_matches("!important").trim().to_owned()))
    })
}

fn display_of(block: &str) -> Option<Display> {
    let mut display = None;
    for (name, value) in declarations(block) {
        match (name.as_str(), value.as_str()) {
            ("display", "none") | ("visibility", "hidden" | "collapse") => return Some(Display::None),
            ("display", "inline" | "inline-block" | "inline-flex" | "contents") => display = Some(Display::Inline),
            ("display", "block" | "flex" | "grid" | "list-item" | "flow-root") => display = Some(Display::Block),
            _ => {}
        }
    }
    display
}

/// How far the first line of a block is set in, in characters.
fn indent_of(block: &str) -> usize {
    let mut characters = 0.0;
    for (name, value) in declarations(block) {
        if !matches!(name.as_str(), "margin-left" | "padding-left" | "text-indent") {
            continue;
        }
        let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        let per_unit = match &value[number.len()..] {
            "em" | "rem" => 1.0,
            "px" => 1.0 / 16.0,
            "pt" => 1.0 / 12.0,
            _ => continue,
        };
        characters += number.trim().parse::<f64>().unwrap_or_default() * per_unit;
    }
    // Out of range and not a number become 0 or the bound.
    characters.clamp(0.0, 12.0).round() as usize
}

/// The kind of numbers that a list asks for in its style.
pub(super) fn list_style(element: &Element) -> Option<String> {
    let own = element.attribute("style").unwrap_or_default();
    declarations(own)
        .find_map(|(name, value)| matches!(name.as_str(), "list-style" | "list-style-type").then_some(value))
}

/// A rule for a simple selector; `None` for one that depends on more than the element itself.
fn rule(selector: &str, display: Display) -> Option<Rule> {
    let mut rule = Rule { name: None, id: None, classes: Vec::new(), display };
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '#');
    if selector.is_empty() || !selector.chars().all(plain) {
        return None;
    }
    let mut rest = selector;
    while !rest.is_empty() {
        let mark = rest.chars().next().filter(|c| matches!(c, '.' | '#'));
        let name = &rest[mark.map_or(0, char::len_utf8)..];
        let end = name.find(['.', '#']).unwrap_or(name.len());
        if end == 0 {
            return None;
        }
        match mark {
            Some('.') => rule.classes.push(name[..end].to_owned()),
            Some(_) => rule.id = Some(name[..end].to_owned()),
            None => rule.name = Some(name[..end].to_ascii_lowercase()),
        }
        rest = &name[end..];
    }
    Some(rule)
}

fn without_comments(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
    }
    kept.push_str(rest);
    // Old pages hide their sheets from older browsers.
    kept.replace("<!--", "").replace("-->", "")
}

/// Where the block that opens at `open` closes: the brace, or the end of the sheet.
fn matching_brace(sheet: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in sheet[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return open + at;
        }
    }
    sheet.len()
}

#[cfg(test)]
mod tests {
    use super::super::super::markup::parse_tags;
    use super::*;

    #[test]
    fn rules_and_own_styles() {
        let sheet = "/* 注 */ p.note, #foot { color: red; DISPLAY: None !important } .note.open { display: block }
            @media print { .page { display: none } } @charset 'utf-8'; .old { visibility:hidden }
            @media screen { .screen { display:none } } div .deep { display: none } .broken { display: none";
        let display = |tag: &str| {
            let root = parse_tags(&format!("<style>{sheet}</style>{tag}"), false);
            Styles::of_page(&root).of(root.elements().last().unwrap()).display
        };
        for tag in
            ["<p class='a note'>", "<i id=foot>", "<b class=old>", "<b class=screen>", "<b class=broken>", "<p hidden>"]
        {
            assert_eq!(display(tag), Some(Display::None), "{tag}");
        }
        for tag in ["<div class=note>", "<i class=page>", "<div class=deep>", "<dialog open>"] {
            assert_eq!(display(tag), None, "{tag}");
        }
        assert_eq!(display("<p class='note open'>"), Some(Display::Block));
        assert_eq!(display("<p class='note' style='display:inline'>"), Some(Display::Inline));
    }

    #[test]
    fn how_far_a_block_is_set_in() {
        assert_eq!(indent_of("padding-left: 3em; text-indent:-1em"), 2);
        assert_eq!(indent_of("margin-left:32px"), 2);
        assert_eq!(indent_of("margin-left:9e99em"), 12);
        assert_eq!(indent_of("margin-left:NaNem; margin-left: 5%"), 0);
    }
}

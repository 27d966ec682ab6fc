//! A drawing of Graphviz made part of a page: without what only a file of its own needs, its ids made unique, its links those of
//! the page, its colours left to the style of the page where a class says what a thing is.

use std::collections::BTreeSet;

use roxmltree::{Document, Node, ParsingOptions};

use super::markup::escape;

/// A drawing that is part of a page.
pub(super) struct Drawing(pub(super) String);

/// The drawing in a form for a page; nothing if it is no SVG. `anchors` are the clauses that the page shows: a link to any other
/// would lead nowhere and is left out.
pub(super) fn inline(text: &str, prefix: &str, label: &str, anchors: &BTreeSet<&str>) -> Option<Drawing> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return None;
    }
    let mut out = String::from("<svg");
    if let Some(view) = root.attribute("viewBox") {
        attribute(&mut out, "viewBox", view);
    }
    attribute(&mut out, "role", "group");
    attribute(&mut out, "aria-label", label);
    out.push('>');
    let writer = Writer { prefix, anchors };
    root.children().for_each(|child| writer.node(&mut out, child));
    out.push_str("</svg>\n");
    Some(Drawing(out))
}

struct Writer<'a> {
    prefix: &'a str,
    anchors: &'a BTreeSet<&'a str>,
}

impl Writer<'_> {
    fn node(&self, out: &mut String, node: Node<'_, '_>) {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            escape(text, out);
            return;
        }
        // The titles of Graphviz are the names of its nodes.
        if !node.is_element() || node.tag_name().name() == "title" {
            return;
        }
        let link = node.attributes().find(|one| one.name() == "href").map(|one| one.value());
        let leads = link.and_then(|link| link.strip_prefix('#')).is_some_and(|anchor| self.anchors.contains(anchor));
        // What leads nowhere is a group.
        let tag = if node.tag_name().name() == "a" && !leads { "g" } else { node.tag_name().name() };
        out.push('<');
        out.push_str(tag);
        let mut tooltip = None;
        for one in node.attributes() {
            match (one.namespace(), one.name()) {
                (Some(_), "title") => tooltip = Some(one.value()),
                (_, "href") if leads => attribute(out, "href", one.value()),
                (_, "href" | "font-family" | "target" | "width" | "height") => {}
                (None, "id") => attribute(out, "id", &format!("{}{}", self.prefix, one.value())),
                (None, "stroke") if one.value() == "transparent" => attribute(out, "stroke", "none"),
                (None, name) => attribute(out, name, one.value()),
                _ => {}
            }
        }
        out.push('>');
        if let Some(tooltip) = tooltip {
            out.push_str("<title>");
            escape(tooltip, out);
            out.push_str("</title>");
        }
        node.children().for_each(|child| self.node(out, child));
        out.push_str("</");
        out.push_str(tag);
        out.push('>');
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_part_of_a_page() {
        let text = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\">\
            <svg width=\"9pt\" viewBox=\"0 0 9 9\" xmlns=\"http://www.w3.org/2000/svg\" \
            xmlns:xlink=\"http://www.w3.org/1999/xlink\"><!-- n1 --><g id=\"u-1\" class=\"unit\"><title>n1</title>\
            <a xlink:href=\"#c-1\" xlink:title=\"課&lt;\"><text font-family=\"x\">課</text></a>\
            <a xlink:href=\"#c-9\"><polygon stroke=\"transparent\"/></a></g></svg>";
        let drawing = inline(text, "k-", "図", &BTreeSet::from(["c-1"])).unwrap();
        assert_eq!(
            drawing.0,
            "<svg viewBox=\"0 0 9 9\" role=\"group\" aria-label=\"図\"><g id=\"k-u-1\" class=\"unit\"><a href=\"#c-1\">\
             <title>課&lt;</title><text>課</text></a><g><polygon stroke=\"none\"></polygon></g></g></svg>\n"
        );
        assert!(inline("<p/>", "", "", &BTreeSet::new()).is_none());
        assert!(inline("no", "", "", &BTreeSet::new()).is_none());
    }
}

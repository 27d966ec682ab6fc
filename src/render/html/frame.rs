//! What all pages share: the head with its style, the name of the regulation at the top, figures.

use crate::graph::AuthorityGraph;
use crate::render::messages::{Messages, tr};

use super::markup::Markup;

/// The colours of all pages, light and dark.
pub(super) const TOKENS: &str = include_str!("tokens.css");
/// The style that all pages share.
const STYLE: &str = include_str!("page.css");
/// Nothing is fetched and nothing is sent.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// A page: `name` is what it is called beside the regulation, `style` what it adds to the shared style, `body` writes what
/// stands inside.
pub(super) fn page(
    graph: &AuthorityGraph,
    messages: &Messages,
    name: &str,
    style: &'static str,
    body: impl FnOnce(&mut Markup),
) -> String {
    let mut markup = Markup::page();
    markup.element("html", &[("lang", messages.language().tag())], |markup| {
        markup.element("head", &[], |markup| {
            markup.void("meta", &[("charset", "utf-8")]);
            markup.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            markup.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            markup.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            let title = title(graph, messages);
            markup.leaf("title", &[], &tr!(messages, "page-title", title = title, name = name));
            markup.element("style", &[], |markup| {
                markup.constant(TOKENS);
                markup.constant(STYLE);
                markup.constant(style);
            });
        });
        markup.element("body", &[], body);
    });
    markup.finish()
}

/// The name of the regulation.
fn title(graph: &AuthorityGraph, messages: &Messages) -> String {
    match graph.regulation().title.as_str() {
        "" => tr!(messages, "page-untitled"),
        title => title.to_owned(),
    }
}

/// Name, number and last amendment of the regulation, and the way to the parts of the page: targets and names.
pub(super) fn top(
    markup: &mut Markup,
    graph: &AuthorityGraph,
    messages: &Messages,
    name: &str,
    parts: &[(&str, String)],
) {
    let regulation = graph.regulation();
    markup.element("header", &[("class", "top")], |markup| {
        markup.element("h1", &[], |markup| {
            markup.leaf("span", &[("lang", "ja")], &title(graph, messages));
            markup.text(" ");
            markup.leaf("span", &[("class", "sort")], name);
        });
        number(markup, &regulation.number, &regulation.last_amendment, messages);
        for further in &regulation.further {
            markup
                .element("p", &[("class", "further")], |markup| markup.leaf("span", &[("lang", "ja")], &further.title));
            number(markup, &further.number, &further.last_amendment, messages);
        }
        markup.element("nav", &[("aria-label", &tr!(messages, "page-contents"))], |markup| {
            for (target, name) in parts {
                markup.leaf("a", &[("href", target)], name);
                markup.text(" ");
            }
        });
    });
}

/// Number and last amendment of an instrument.
pub(super) fn number(markup: &mut Markup, number: &str, last_amendment: &str, messages: &Messages) {
    markup.element("p", &[("class", "number")], |markup| {
        markup.leaf("span", &[("lang", "ja")], number);
        if !last_amendment.is_empty() {
            markup.text(" ");
            markup.text(&tr!(messages, "summary-amended", date = last_amendment));
        }
    });
}

/// A number with what it counts.
pub(super) fn figure(markup: &mut Markup, class: &str, count: usize, name: &str) {
    markup.element("li", &[("class", class)], |markup| {
        markup.leaf("strong", &[], &count.to_string());
        markup.text(" ");
        markup.leaf("span", &[], name);
    });
}

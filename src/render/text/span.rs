//! Everybody under a post as an indented list.

use crate::analysis::{Span, Subordinate};
use crate::graph::{AuthorityGraph, Basis};
use crate::render::messages::{Messages, tr};

use super::chain::scope_words;
use super::page::Page;

/// Everybody under a post, down to `depth` levels.
pub fn span(span: &Span, depth: usize, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.heading(&tr!(messages, "span-title", post = page.name(&span.post), count = span.total));
    if span.total == 0 {
        return page.finish();
    }
    let counts: Vec<String> = span
        .counts
        .iter()
        .map(|count| tr!(messages, "span-level-count", depth = count.depth, count = count.posts))
        .collect();
    page.line(0, &counts.join(&tr!(messages, "list-separator")));
    page.blank();
    page.line(2, &page.described(&span.post));
    let mut derived = false;
    for subordinate in span.subordinates.iter().filter(|subordinate| subordinate.depth <= depth) {
        derived |= subordinate.command.data.basis != Basis::Stated;
        subordinate_line(&mut page, subordinate);
    }
    let hidden = span.subordinates.iter().filter(|subordinate| subordinate.depth > depth).count();
    if hidden > 0 {
        page.blank();
        page.line(0, &tr!(messages, "span-hidden", count = hidden));
    }
    if derived {
        page.blank();
        page.line(0, &tr!(messages, "span-derived"));
    }
    page.finish()
}

/// One post: its name, how far the command reaches, and the clauses, `*` marking what is derived.
fn subordinate_line(page: &mut Page, subordinate: &Subordinate) {
    let mut text = page.described(&subordinate.post);
    let scope = scope_words(page.messages, &subordinate.command);
    if !scope.is_empty() {
        text.push_str(&format!(" [{scope}]"));
    } else if subordinate.in_part {
        text.push_str(&format!(" [{}]", tr!(page.messages, "span-in-part")));
    }
    let mark = if subordinate.command.data.basis == Basis::Stated { "" } else { "*" };
    text.push_str(&format!("{mark}  {}", page.clauses(&subordinate.command.provenance)));
    for edge in &subordinate.also_holds {
        text.push_str(&format!("  {}", tr!(page.messages, "also-holds", post = page.name(&edge.from))));
    }
    page.item(2 + 2 * subordinate.depth, &text);
}

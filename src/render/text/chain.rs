//! Command chains as text: from the top down, alternatives as alternatives, second superiors and assistants beside.

use crate::analysis::{ChainStep, CommandChain, CommandSource, Connection, ConnectionKind};
use crate::graph::{AuthorityGraph, CommandScope, Edge, NodeId, Relation};
use crate::render::messages::{Messages, tr};

use super::page::Page;
use super::words;

/// The chains from the top down to a post.
pub fn command_chain(chain: &CommandChain, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    page.heading(&tr!(messages, "chain-title", post = page.name(&chain.post)));
    page.blank();
    let mut above: Vec<&NodeId> = Vec::new();
    for row in rows(&chain.steps) {
        for step in row {
            source_lines(&mut page, step, &above);
        }
        row_lines(&mut page, row);
        above = row.iter().map(|step| &step.post).collect();
    }
    if let [only] = &chain.steps[..]
        && only.superiors.is_empty()
    {
        page.blank();
        page.line(0, &tr!(messages, "chain-no-superior", post = page.name(&chain.post)));
    }
    for cycle in &chain.cycles {
        page.blank();
        page.line(0, &tr!(messages, "chain-cycle", posts = page.names_and(cycle)));
    }
    if chain.chains.len() > 1 || chain.truncated {
        page.blank();
        let count = chain.chains.len();
        let line = if chain.truncated {
            tr!(messages, "chain-count-truncated", count = count)
        } else {
            tr!(messages, "chain-count", count = count)
        };
        page.line(0, &line);
    }
    page.finish()
}

/// The steps that stand in one row: those of one level without superiors; all others stand alone.
fn rows(steps: &[ChainStep]) -> Vec<&[ChainStep]> {
    steps.chunk_by(|a, b| a.level == b.level && a.superiors.is_empty() && b.superiors.is_empty()).collect()
}

/// The arrow down to a step: whose orders, in which words.
fn source_lines(page: &mut Page, step: &ChainStep, above: &[&NodeId]) {
    for source in &step.superiors {
        let names: Vec<NodeId> = source.commands.iter().map(|edge| edge.from.clone()).collect();
        // Whose orders they are is plain only if just that one stands above.
        let plain = step.superiors.len() == 1 && names.len() == 1 && above == [&names[0]];
        let rail = "    |  ";
        if !plain {
            page.rail(rail, &source_sentence(page, source, &names));
        }
        for cited in distinct(source.commands.iter().map(|edge| page.cite(&edge.provenance))) {
            page.rail(rail, &cited);
        }
        for rule in distinct(source.commands.iter().filter_map(|edge| page.derivation(edge))) {
            page.rail(rail, &rule);
        }
    }
    if !step.superiors.is_empty() {
        page.line(0, "    v");
    }
}

/// Whose orders: one post, or one of several without priority.
fn source_sentence(page: &Page, source: &CommandSource, names: &[NodeId]) -> String {
    if source.commands.len() > 1 {
        tr!(page.messages, "chain-source-alternatives", posts = page.names_or(names))
    } else {
        tr!(page.messages, "chain-source", post = page.names_or(names))
    }
}

/// The posts of a row, and what stands beside each.
fn row_lines(page: &mut Page, row: &[ChainStep]) {
    let names: Vec<String> = row.iter().map(|step| page.described(&step.post)).collect();
    let separator = tr!(page.messages, "chain-row-separator");
    page.strong(2, &names.join(&separator));
    for step in row {
        for edge in &step.held_by {
            let post = page.name(&edge.to);
            let line = tr!(page.messages, "held-by", post = post, cited = page.cite_edge(edge));
            page.item(4, &line);
        }
        for edge in &step.second_superiors {
            let line = tr!(
                page.messages,
                "chain-second-superior",
                post = page.described(&edge.from),
                scope = scope_words(page.messages, edge),
                cited = page.cite_edge(edge)
            );
            page.item(4, &line);
        }
        for edge in &step.assistants {
            let line =
                tr!(page.messages, "chain-assistant", post = page.described(&edge.from), cited = page.cite_edge(edge));
            page.item(4, &line);
        }
    }
}

/// How far the command of an edge reaches.
pub(super) fn scope_words(messages: &Messages, edge: &Edge) -> String {
    let scope = match &edge.data.relation {
        Relation::Commands { scope, .. } => *scope,
        _ => CommandScope::All,
    };
    words::scope(messages, scope).unwrap_or_default()
}

/// The same texts without repeats, in order.
fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

/// How two posts stand to each other.
pub fn connection(connection: &Connection, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    let (first, second) = (page.name(&connection.from), page.name(&connection.to));
    let sentence = match connection.relation {
        ConnectionKind::Same => tr!(messages, "connection-same", first = first),
        ConnectionKind::Commands => tr!(messages, "connection-commands", first = first, second = second),
        ConnectionKind::CommandedBy => tr!(messages, "connection-commands", first = second, second = first),
        ConnectionKind::Mutual => tr!(messages, "connection-mutual", first = first, second = second),
        ConnectionKind::CommandsInPart => tr!(messages, "connection-in-part", first = first, second = second),
        ConnectionKind::CommandedInPart => tr!(messages, "connection-in-part", first = second, second = first),
        ConnectionKind::Meet => {
            let posts: Vec<NodeId> = connection.meetings.iter().map(|meeting| meeting.post.clone()).collect();
            tr!(messages, "connection-meet", first = first, second = second, posts = page.names_or(&posts))
        }
        ConnectionKind::Unconnected => tr!(messages, "connection-none", first = first, second = second),
    };
    page.heading(&sentence);
    let met = connection.meetings.iter().flat_map(|meeting| meeting.to_first.iter().chain(&meeting.to_second));
    let chains: Vec<&Vec<NodeId>> = connection.chains.iter().chain(&connection.reverse_chains).chain(met).collect();
    if chains.iter().any(|chain| chain.len() > 1) {
        page.blank();
    }
    for chain in chains.into_iter().filter(|chain| chain.len() > 1) {
        page.item(2, &arrows(&page, chain));
    }
    if !connection.commands.is_empty() {
        page.heading(&tr!(messages, "heading-clauses"));
    }
    for edge in &connection.commands {
        let scope = scope_words(messages, edge);
        let chain = arrows(&page, &[edge.from.clone(), edge.to.clone()]);
        page.item(2, format!("{chain} {scope}").trim_end());
        page.line(6, &page.cite_edge(edge));
    }
    if connection.truncated {
        page.blank();
        page.line(0, &tr!(messages, "chain-count-truncated", count = connection.chains.len()));
    }
    page.finish()
}

/// Chains line by line, those that differ only in who stands at the top put into one line.
pub(super) fn chain_lines(page: &Page, chains: &[Vec<NodeId>]) -> Vec<String> {
    let groups = chains.iter().filter(|chain| chain.len() > 1).collect::<Vec<_>>();
    groups
        .chunk_by(|a, b| a[1..] == b[1..])
        .map(|group| {
            let tops: Vec<NodeId> = group.iter().map(|chain| chain[0].clone()).collect();
            format!("{} → {}", page.names_or(&tops), arrows(page, &group[0][1..]))
        })
        .collect()
}

/// A chain in one line: 理事長 → 事務局長 → 管理部長.
pub(super) fn arrows(page: &Page, chain: &[NodeId]) -> String {
    chain.iter().map(|post| page.name(post)).collect::<Vec<_>>().join(" → ")
}

//! The words of a command chain: what a post's box, a line and a box beside the chain say, and in which order equal
//! sources stand.

use super::canvas::Label;
use super::linker::Linker;
use super::organisation::{establishing_clause, joined_citations};
use super::post_look::{PostLook, drawn_post_name};
use super::words::{DiagramWords, fill};
use crate::analysis::CommandSource;
use crate::graph::{AuthorityGraph, Basis, CommandScope, Direction, Edge, Node, NodeId, Relation, RelationType};
use crate::render::measure::{cut, em_width};
use crate::render::style::SUBTITLE_SIZE;

/// Size of a post's name.
const NAME_SIZE: f64 = 11.0;
/// Posts beside a step up to this many have a box each; more of the same look share one.
const OWN_BOX: usize = 2;
/// Most em of the regulation's words on a line; the whole quotation stands in the tooltip.
const QUOTATION_EM: f64 = 16.0;
/// Width in em up to which all second lines of a post go on one line.
const NOTE_EM: f64 = 18.0;
/// Most citations on a line.
const CITATIONS: usize = 3;

/// Writes the words of one chain.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChainText<'a> {
    pub(super) graph: &'a AuthorityGraph,
    pub(super) linker: Linker<'a>,
    pub(super) words: &'a DiagramWords,
}

impl ChainText<'_> {
    /// Name and second lines of a post: what sort of post it is, the unit that it heads, its clause.
    pub(super) fn post_label(&self, post: &NodeId, scope: Option<&str>) -> (Label, PostLook) {
        let node = self.graph.node(post);
        let Some((node, data)) = node.and_then(|node| Some((node, node.as_post()?))) else {
            return (Label::plain(vec![post.to_string()], NAME_SIZE), PostLook::Unknown);
        };
        let look = PostLook::of(data);
        let words = self.words;
        let mut notes: Vec<String> = look.word(words).map(str::to_owned).into_iter().collect();
        let headed = self.graph.neighbours(post, Direction::Outgoing, RelationType::Heads);
        if let Some(unit) = headed.first() {
            notes.push(fill(&words.head_of, "unit", unit.name()));
        }
        for edge in self.graph.edges_at(post, Direction::Outgoing, RelationType::ExOfficio) {
            notes.push(self.graph.node(&edge.to).map_or_else(String::new, |node| node.name().to_owned()));
        }
        notes.extend(scope.filter(|text| !text.is_empty()).map(str::to_owned));
        let mut lines = vec![notes.join("　")];
        if look != PostLook::Elsewhere
            && let Some(clause) = establishing_clause(self.graph, node)
        {
            lines.push(clause.name().to_owned());
        }
        lines.retain(|line| !line.is_empty());
        if scope.is_none() && em_width(&lines.join("　")) <= NOTE_EM {
            lines = vec![lines.join("　")];
        }
        let name = drawn_post_name(data, &self.graph.qualified_name(post));
        let label = Label { lines: vec![name], size: NAME_SIZE, notes: lines, note_size: SUBTITLE_SIZE, left: false };
        (label, look)
    }

    /// `命を受けて（規程の明文）` or `上司の命を受けて → 導出`, and the clauses.
    pub(super) fn command_label(&self, edge: &Edge) -> Vec<String> {
        let words = self.words;
        let said = quoted_words(&edge.provenance.first().words);
        let first = match edge.data.basis {
            Basis::Stated => format!(" {said}（{}）", words.stated),
            Basis::Derived { .. } => format!(" {said} → {}", words.derived),
        };
        let mut citations: Vec<String> =
            edge.provenance.clauses().iter().map(|clause| self.linker.citation(clause)).collect();
        if citations.len() > CITATIONS {
            let rest = citations.len() - CITATIONS;
            citations.truncate(CITATIONS);
            citations.push(fill(&words.and_others, "n", &rest.to_string()));
        }
        vec![first, format!(" {}", joined_citations(&citations, &words.joiner))]
    }

    /// The text of a box beside the chain: how far the command reaches, and its clauses if it is derived.
    pub(super) fn group_label(&self, edges: &[&Edge]) -> (Label, PostLook) {
        let words = self.words;
        let scope: &str = match edges.first().map(|edge| &edge.data.relation) {
            Some(Relation::Commands { scope: CommandScope::SpecificMatters, .. }) => &words.specific_matters,
            Some(Relation::Commands { scope: CommandScope::OwnCharge, .. }) => &words.own_charge,
            _ => "",
        };
        let labels: Vec<(Label, PostLook)> =
            edges.iter().map(|edge| self.post_label(&edge.from, Some(scope))).collect();
        let look = labels.first().map_or(PostLook::Unknown, |(_, look)| *look);
        let mut whole = labels.first().map(|(label, _)| label.clone()).unwrap_or_default();
        whole.lines = labels.into_iter().flat_map(|(label, _)| label.lines).collect();
        if let Some(edge) = edges.first() {
            let mut citations: Vec<String> = whole.notes.split_off(1.min(whole.notes.len()));
            citations.push(self.linker.citation(&edge.provenance.first().clause));
            citations.dedup();
            let derived =
                if edge.data.basis == Basis::Stated { String::new() } else { format!(" → {}", words.derived) };
            whole.notes.push(format!("{}{derived}", joined_citations(&citations, &words.joiner)));
        }
        (whole, look)
    }
}

/// The superiors of a source in the order in which the clause names them.
pub(super) fn named_order<'a>(graph: &AuthorityGraph, source: &'a CommandSource) -> Vec<&'a NodeId> {
    let mut order: Vec<&NodeId> = source.commands.iter().map(|edge| &edge.from).collect();
    let words = source.commands.first().map_or("", |edge| &edge.provenance.first().words);
    let title = |post: &NodeId| graph.node(post).and_then(Node::as_post).map(|post| post.title.clone());
    // A title may stand inside a longer one before it (理事 in 理事長): count where it stands as a word of the list.
    let listed: Vec<&str> = words.split(['、', '又', '若', '及', 'は', 'の', '并', '並']).collect();
    let place = |post: &NodeId| {
        let title = title(post)?;
        listed.iter().position(|word| *word == title)
    };
    order.sort_by_key(|post| place(post).unwrap_or(usize::MAX));
    order
}

/// The words about the order that a post obeys, or the beginning of what is quoted.
fn quoted_words(words: &str) -> String {
    for said in ["上司の命を受けて", "命を受けて"] {
        if words.contains(said) {
            return said.to_owned();
        }
    }
    cut(words, QUOTATION_EM)
}

/// Edges from posts beside the chain: each alone while they are few, else those of the same look and reach together.
pub(super) fn grouped<'a>(graph: &AuthorityGraph, edges: &[&'a Edge]) -> Vec<Vec<&'a Edge>> {
    if edges.len() <= OWN_BOX {
        return edges.iter().map(|edge| vec![*edge]).collect();
    }
    let look = |edge: &Edge| graph.node(&edge.from).and_then(Node::as_post).map(PostLook::of);
    let reach = |edge: &Edge| match edge.data.relation {
        Relation::Commands { scope, .. } => Some(scope),
        _ => None,
    };
    let mut groups: Vec<Vec<&Edge>> = Vec::new();
    for edge in edges.iter().copied() {
        let same = |group: &&mut Vec<&Edge>| {
            let first = group[0];
            look(first) == look(edge) && reach(first) == reach(edge) && first.data.basis == edge.data.basis
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(edge),
            None => groups.push(vec![edge]),
        }
    }
    groups
}

//! Facts of the graph in words, each name and each further clause a link to where the page shows it.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use crate::compile::FactReport;
use crate::graph::{AuthorityGraph, Direction, Edge, Label, NodeId, Relation, RelationType, StatementKind};
use crate::render::messages::{Messages, tr};
use crate::render::text::{Page, words};

use super::anchors::Anchors;
use super::markup::Markup;

/// Stand for the two ends of an edge in a message, until the links are put in.
const FROM: char = '\u{E000}';
/// See [`FROM`].
const TO: char = '\u{E001}';

/// What a page of facts is written from.
pub(super) struct Facts<'a> {
    pub(super) graph: &'a AuthorityGraph,
    pub(super) messages: &'a Messages,
    pub(super) anchors: Anchors,
    /// Citations and names in words.
    page: Page<'a>,
    names: RefCell<HashMap<NodeId, String>>,
}

impl<'a> Facts<'a> {
    /// Facts of a graph for a page with these anchors.
    pub(super) fn new(graph: &'a AuthorityGraph, messages: &'a Messages, anchors: Anchors) -> Self {
        Self { graph, messages, anchors, page: Page::new(graph, messages), names: RefCell::default() }
    }

    /// How a clause is cited.
    pub(super) fn citation(&self, clause: &NodeId) -> String {
        self.page.citation(clause)
    }

    /// A clause as a link to where it stands; plain text where the page does not show it.
    pub(super) fn clause(&self, markup: &mut Markup, clause: &NodeId) {
        self.link(markup, "clause", Some(clause), &self.citation(clause));
    }

    /// How many facts of each sort there are, in words: 組織 3、職 17.
    pub(super) fn counts(&self, facts: &[FactReport]) -> String {
        let mut nodes: BTreeMap<Label, usize> = BTreeMap::new();
        let mut edges: BTreeMap<RelationType, usize> = BTreeMap::new();
        let mut statements: BTreeMap<StatementKind, usize> = BTreeMap::new();
        for fact in facts {
            match fact {
                FactReport::Node { label, .. } => *nodes.entry(*label).or_default() += 1,
                FactReport::Edge { relation, .. } => *edges.entry(*relation).or_default() += 1,
                FactReport::Statement { statement } => *statements.entry(*statement).or_default() += 1,
            }
        }
        let nodes = nodes.iter().map(|(label, count)| (words::label(self.messages, *label), count));
        let edges = edges.iter().map(|(relation, count)| (words::relation(self.messages, *relation), count));
        let said = statements.iter().map(|(kind, count)| (words::statement_kind(self.messages, *kind), count));
        let parts: Vec<String> =
            nodes.chain(edges).chain(said).map(|(name, count)| format!("{name} {count}")).collect();
        parts.join(&tr!(self.messages, "list-separator"))
    }

    /// A fact as lines of a list; `here` is the clause beside it.
    pub(super) fn fact(&self, markup: &mut Markup, fact: &FactReport, here: &NodeId) {
        match fact {
            FactReport::Node { label, id } => self.node(markup, *label, id, here),
            FactReport::Statement { statement } => {
                markup.leaf("li", &[("class", "fact")], &words::statement_kind(self.messages, *statement));
            }
            FactReport::Edge { relation, from, to } => {
                let all: Vec<&Edge> = self.graph.edges_at(from, Direction::Outgoing, *relation);
                let all: Vec<&Edge> = all.into_iter().filter(|edge| edge.to == *to).collect();
                let rests_here = |edge: &&&Edge| edge.provenance.clauses().contains(here);
                let some_here = all.iter().any(|edge| rests_here(&edge));
                for edge in all.iter().filter(|edge| !some_here || rests_here(edge)) {
                    self.edge(markup, edge, here);
                }
            }
        }
    }

    /// A node: 組織: 総務課.
    fn node(&self, markup: &mut Markup, label: Label, id: &NodeId, here: &NodeId) {
        markup.element("li", &[("class", "fact")], |markup| {
            let sort =
                tr!(self.messages, "fact-node", sort = words::label(self.messages, label), name = FROM.to_string());
            self.put_in(markup, &sort, id, id);
            if let Some(node) = self.graph.node(id) {
                self.clauses(markup, &node.provenance.clauses(), here);
            }
        });
    }

    /// An edge as a sentence, its properties, the rule that concluded it.
    fn edge(&self, markup: &mut Markup, edge: &Edge, here: &NodeId) {
        let class = if edge.data.basis.rule().is_some() { "fact derived" } else { "fact" };
        markup.element("li", &[("class", class)], |markup| {
            let sentence = sentence(self.messages, edge.data.relation.relation_type());
            self.put_in(markup, &sentence, &edge.from, &edge.to);
            let notes = self.properties(&edge.data.relation).into_iter();
            for note in notes.chain(self.page.cases(edge)).chain(self.page.derivation(edge)) {
                markup.text(" ");
                markup.leaf("span", &[("class", "note")], &tr!(self.messages, "fact-note", note = note));
            }
            self.clauses(markup, &edge.provenance.clauses(), here);
        });
    }

    /// What has to be known of an edge beside its type.
    fn properties(&self, relation: &Relation) -> Option<String> {
        let messages = self.messages;
        match relation {
            Relation::Commands { scope, .. } => words::scope(messages, *scope),
            Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, .. } => {
                let conditions = words::conditions(messages, conditions);
                let act = words::act(messages, *act);
                let note = tr!(messages, "fact-substitution", order = *order, conditions = conditions, act = act);
                let also = tr!(messages, "substitute-joint", posts = self.page.names_and(joint));
                Some(if joint.is_empty() { note } else { note + &also })
            }
            _ => None,
        }
    }

    /// Words with links where the ends of an edge stand.
    fn put_in(&self, markup: &mut Markup, sentence: &str, from: &NodeId, to: &NodeId) {
        for piece in sentence.split_inclusive([FROM, TO]) {
            markup.text(piece.trim_end_matches([FROM, TO]));
            let end = match piece.chars().next_back() {
                Some(FROM) => from,
                Some(TO) => to,
                _ => continue,
            };
            let node = self.graph.node(end);
            let is_clause = node.is_some_and(|node| node.label() == Label::Clause);
            let first = node.map(|node| node.provenance.first().clause.clone());
            self.link(markup, "name", if is_clause { Some(end) } else { first.as_ref() }, &self.name(end));
        }
    }

    /// The clauses that a fact rests on, the one beside it aside.
    fn clauses(&self, markup: &mut Markup, clauses: &[NodeId], here: &NodeId) {
        for clause in clauses.iter().filter(|clause| *clause != here) {
            markup.text(" ");
            self.clause(markup, clause);
        }
    }

    /// A link to a clause, or plain text where the page does not show it.
    fn link(&self, markup: &mut Markup, class: &str, clause: Option<&NodeId>, text: &str) {
        match clause.and_then(|clause| self.anchors.of(clause)) {
            Some(anchor) => markup.leaf("a", &[("class", class), ("href", &format!("#{anchor}"))], text),
            None => markup.leaf("span", &[("class", class)], text),
        }
    }

    /// What people call a node, with what has to be known about it.
    fn name(&self, id: &NodeId) -> String {
        self.names.borrow_mut().entry(id.clone()).or_insert_with(|| self.page.described(id)).clone()
    }
}

/// What an edge says, its ends still to be put in.
fn sentence(messages: &Messages, relation: RelationType) -> String {
    let (from, to) = (FROM.to_string(), TO.to_string());
    match relation {
        RelationType::BelongsTo => tr!(messages, "fact-belongs-to", from = from, to = to),
        RelationType::Heads => tr!(messages, "fact-heads", from = from, to = to),
        RelationType::Commands => tr!(messages, "fact-commands", from = from, to = to),
        RelationType::Assists => tr!(messages, "fact-assists", from = from, to = to),
        RelationType::SubstitutesWhenIncapacitated => tr!(messages, "fact-substitutes", from = from, to = to),
        RelationType::DutyExcludedBy => tr!(messages, "fact-excluded-by", from = from, to = to),
        RelationType::Covers => tr!(messages, "fact-covers", from = from, to = to),
        RelationType::Within => tr!(messages, "fact-within", from = from, to = to),
        RelationType::AncillaryTo => tr!(messages, "fact-ancillary-to", from = from, to = to),
        RelationType::RefersTo => tr!(messages, "fact-refers-to", from = from, to = to),
        RelationType::ExOfficio => tr!(messages, "fact-ex-officio", from = from, to = to),
        RelationType::MemberOf => tr!(messages, "fact-member-of", from = from, to = to),
        RelationType::Attends => tr!(messages, "fact-attends", from = from, to = to),
        RelationType::Chairs => tr!(messages, "fact-chairs", from = from, to = to),
        RelationType::EstablishedBy => tr!(messages, "fact-established-by", from = from, to = to),
        RelationType::Holds => tr!(messages, "fact-holds", from = from, to = to),
    }
}

//! The graph that a register makes at the end, and the facts of each sentence.

use std::collections::{BTreeMap, BTreeSet};

use super::instruments;
use super::register::{Fact, Proof, Register};
use super::supplement::Supplement;
use crate::graph::{
    AuthorityGraph, Basis, Clause, Duty, EdgeData, Evidence, GraphBuilder, NodeData, Provenance, Relation, Statement,
    Status,
};

/// What is left of a register when its graph is made.
pub(crate) struct Leftovers {
    /// Sentences that need no fact.
    pub excused: BTreeMap<usize, super::coverage::NoContent>,
    /// Sentences of which a part was not understood.
    pub unread: BTreeSet<usize>,
    /// Sentences on a post of which nothing but the words was taken, as its role.
    pub bare_roles: BTreeSet<usize>,
    /// What is said of authority and makes no edge.
    pub statements: Vec<Statement>,
    /// What could not be read for certain.
    pub notices: Vec<super::Notice>,
}

impl Register<'_> {
    /// Makes the graph. Returns it with the facts of each sentence.
    pub(crate) fn finish(mut self, supplement: &Supplement) -> (AuthorityGraph, Vec<BTreeSet<Fact>>, Leftovers) {
        let document = self.outline.document;
        let mut facts: Vec<BTreeSet<Fact>> = vec![BTreeSet::new(); self.outline.sentences.len()];
        let mut builder = GraphBuilder::new(instruments::info(document));
        builder.set_settings(supplement.settings.clone());
        self.add_clauses(&mut builder);
        let mut note = |proof: &Proof, fact: &Fact| {
            for sentence in &proof.sentences {
                facts[*sentence].insert(fact.clone());
            }
        };
        let drafts = std::mem::take(&mut self.statements);
        for draft in &drafts {
            note(&draft.proof, &Fact::Statement(draft.kind, draft.explains));
        }
        let statements = drafts.into_iter().map(|draft| draft.finish(&self)).collect();
        let mut established = Vec::new();
        let order = self.unit_order();
        let left_out = self.left_out;
        for (index, mut record) in self.units.into_iter().enumerate().filter(|(index, _)| !left_out.contains(index)) {
            record.unit.ordinal = order[index];
            if record.unit.status == Status::Established {
                established.push((record.id.clone(), record.proof.provenance.first().clone()));
            }
            note(&record.proof, &Fact::Node(record.id.clone()));
            builder.add_node(record.id, NodeData::Unit(record.unit), record.proof.provenance);
        }
        for (ordinal, mut record) in self.posts.into_iter().enumerate() {
            record.post.ordinal = ordinal as u32;
            if record.post.status == Status::Established {
                established.push((record.id.clone(), record.proof.provenance.first().clone()));
            }
            note(&record.proof, &Fact::Node(record.id.clone()));
            builder.add_node(record.id, NodeData::Post(record.post), record.proof.provenance);
        }
        for (ordinal, record) in self.duties.into_iter().enumerate() {
            established.push((record.id.clone(), record.proof.provenance.first().clone()));
            note(&record.proof, &Fact::Node(record.id.clone()));
            let duty = Duty { text: record.text, kind: record.kind, ordinal: ordinal as u32 };
            builder.add_node(record.id, NodeData::Duty(duty), record.proof.provenance);
        }
        for record in self.matters {
            note(&record.proof, &Fact::Node(record.id.clone()));
            builder.add_node(record.id, NodeData::Matter(record.matter), record.proof.provenance);
        }
        for (id, Evidence { clause, words }) in established {
            let data = EdgeData::new(Relation::EstablishedBy, Basis::Stated);
            builder.add_edge(&id, &clause, data, Provenance::new(clause.clone(), words));
        }
        for edge in self.edges {
            let fact = Fact::Edge(edge.data.relation.relation_type(), edge.from.clone(), edge.to.clone());
            note(&edge.proof, &fact);
            builder.add_edge(&edge.from, &edge.to, edge.data, edge.proof.provenance);
        }
        let (excused, unread, bare_roles) = (self.excused, self.unread, self.bare_roles);
        let leftovers = Leftovers { excused, unread, bare_roles, statements, notices: self.notices };
        (builder.build(), facts, leftovers)
    }

    fn add_clauses(&self, builder: &mut GraphBuilder) {
        let document = self.outline.document;
        for place in &self.outline.clauses {
            let words = document.quote(place.span.clone());
            let mut clause = Clause::new(
                place.citation.words.clone(),
                words,
                place.span.start as u32,
                place.span.end as u32,
                document.line_of(place.span.start),
            );
            clause.caption = self.outline.caption(place.article).map(str::to_owned);
            clause.anchor.clone_from(&place.citation.anchor);
            builder.add_clause(place.id.clone(), clause);
        }
        for (id, clause) in &self.headings.clauses {
            builder.add_clause(id.clone(), clause.clone());
        }
    }

    /// Position of each unit in a walk down the tree, children in the order in which they were found.
    fn unit_order(&self) -> Vec<u32> {
        let mut order = vec![0; self.units.len()];
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); self.units.len()];
        let mut pending = Vec::new();
        for (index, record) in self.units.iter().enumerate() {
            match record.parent {
                Some(parent) => children[parent].push(index),
                None => pending.push(index),
            }
        }
        pending.reverse();
        let mut next = 0;
        while let Some(unit) = pending.pop() {
            order[unit] = next;
            next += 1;
            pending.extend(children[unit].iter().rev());
        }
        order
    }
}

//! The names of links inside a page: of clauses and of sentences.

use std::collections::{HashMap, HashSet};

use crate::compile::ArticleReport;
use crate::graph::{AuthorityGraph, NodeId};

/// The names of the clauses that a page shows, each unique in the page.
pub(super) struct Anchors {
    of_clauses: HashMap<NodeId, String>,
}

impl Anchors {
    /// Names the clauses of these articles: as the graph does (`c-25-h3-i12`), with a number where it names two alike.
    pub(super) fn new(articles: &[ArticleReport], graph: &AuthorityGraph) -> Self {
        let mut taken: HashSet<String> = HashSet::new();
        let mut of_clauses: HashMap<NodeId, String> = HashMap::new();
        for sentence in articles.iter().flat_map(|article| &article.sentences) {
            let clause = &sentence.sentence.clause;
            if of_clauses.contains_key(clause) {
                continue;
            }
            let known =
                graph.node(clause).and_then(|node| node.as_clause()).map_or("", |clause| clause.anchor.as_str());
            let name = if known.is_empty() { "c" } else { known };
            let mut free = name.to_owned();
            let mut number = 2;
            while !taken.insert(free.clone()) {
                free = format!("{name}-again{number}");
                number += 1;
            }
            of_clauses.insert(clause.clone(), free);
        }
        Self { of_clauses }
    }

    /// The name of a clause; nothing if the page does not show it.
    pub(super) fn of(&self, clause: &NodeId) -> Option<&str> {
        self.of_clauses.get(clause).map(String::as_str)
    }

    /// The names of all clauses that the page shows.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.of_clauses.values().map(String::as_str)
    }
}

/// The name of a sentence.
pub(super) fn of_sentence(number: u32) -> String {
    format!("s-{number}")
}

/// The name of an article, the `index`-th of the page from 0.
pub(super) fn of_article(index: usize) -> String {
    format!("a-{}", index + 1)
}

//! Look-up of nodes by the names that people type: full names, fragments, aliases, paths and ids.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::{AuthorityGraph, Label, Node, NodeData, NodeId};

/// What a name was found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// One node.
    Found(NodeId),
    /// Several nodes, in the order of the text.
    Ambiguous(Vec<NodeId>),
    /// None; the names nearest in spelling, nearest first.
    Missing {
        /// Ids of nodes with a similar name.
        suggestions: Vec<NodeId>,
    },
}

/// The form in which names are compared: NFKC, lower case, without spaces and middle dots.
pub fn fold_name(name: &str) -> Cow<'_, str> {
    if name.chars().all(is_folded) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace() && *c != '・').collect())
}

/// [`fold_name`] of a name made for it.
fn fold_owned(name: String) -> String {
    match fold_name(&name) {
        Cow::Borrowed(_) => name,
        Cow::Owned(folded) => folded,
    }
}

/// Whether a character stays as it is in [`fold_name`], whatever stands beside it: said of those that most names consist of.
fn is_folded(c: char) -> bool {
    matches!(c, '一'..='鿿' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | 'a'..='z' | '0'..='9')
}

/// An index of the names of a graph's nodes.
#[derive(Debug)]
pub struct NameIndex<'a> {
    graph: &'a AuthorityGraph,
    entries: Vec<Entry<'a>>,
}

/// A node with its folded names.
#[derive(Debug)]
struct Entry<'a> {
    node: &'a Node,
    /// Its own name and aliases: these also match by a part.
    own: Vec<Cow<'a, str>>,
    /// Ways of saying it together with its unit, its qualified name: these match as a whole only.
    composed: Vec<String>,
}

impl<'a> NameIndex<'a> {
    /// Indexes the nodes with the given labels.
    pub fn new(graph: &'a AuthorityGraph, labels: &[Label]) -> Self {
        // How many nodes share each name is counted once, not once for each node.
        let mut counts: HashMap<(Label, &str), usize> = HashMap::new();
        for node in graph.nodes() {
            *counts.entry((node.label(), node.name())).or_default() += 1;
        }
        let entries = graph
            .nodes()
            .filter(|node| labels.contains(&node.label()))
            .map(|node| Entry::new(graph, node, &counts))
            .collect();
        Self { graph, entries }
    }

    /// Finds what a whole name means: the id, a name or alias, or words of a path, and never a part of a name.
    pub fn find_whole(&self, query: &str) -> Lookup {
        self.find_by(query, 2)
    }

    /// Finds what `query` means. Tried in turn, the first that matches anything counts: the id; a whole name or alias;
    /// words of a path (`個人番号センター/企画部` or with a space); an unambiguous beginning or end of a name; a part of one.
    pub fn find(&self, query: &str) -> Lookup {
        self.find_by(query, usize::MAX)
    }

    /// [`NameIndex::find`] with no more than so many of the ways to match a name.
    fn find_by(&self, query: &str, ways: usize) -> Lookup {
        let id = NodeId::new(query.trim());
        if self.entries.iter().any(|entry| entry.node.id == id) {
            return Lookup::Found(id);
        }
        let wanted = fold_name(query);
        if wanted.is_empty() {
            return Lookup::Missing { suggestions: Vec::new() };
        }
        let words: Vec<Cow<'_, str>> =
            query.split(['/', '／', '#', ' ', '　', '>']).map(fold_name).filter(|word| !word.is_empty()).collect();
        let tests: [&dyn Fn(&Entry) -> bool; 4] = [
            &|entry| entry.own.contains(&wanted) || entry.composed.iter().any(|name| *name == wanted),
            &|entry| words.len() > 1 && self.matches_path(entry, &words),
            &|entry| entry.own.iter().any(|name| name.starts_with(&*wanted) || name.ends_with(&*wanted)),
            &|entry| entry.own.iter().any(|name| name.contains(&*wanted)),
        ];
        for test in tests.into_iter().take(ways) {
            let found: Vec<NodeId> =
                self.entries.iter().filter(|entry| test(entry)).map(|entry| entry.node.id.clone()).collect();
            match found.len() {
                0 => {}
                1 => return Lookup::Found(found[0].clone()),
                _ => return Lookup::Ambiguous(found),
            }
        }
        Lookup::Missing { suggestions: self.suggestions(&wanted) }
    }

    /// Whether the last word names the node and the others name, in order, units above it (or its own unit).
    fn matches_path(&self, entry: &Entry, words: &[Cow<'_, str>]) -> bool {
        let (last, above) = words.split_last().expect("called with two words or more");
        let named =
            entry.own.contains(last) || entry.node.as_post().is_some_and(|post| fold_name(&post.title) == *last);
        let mut units = self.graph.enclosing_units(&entry.node.id).into_iter();
        named
            && above.iter().rev().all(|word| {
                units.any(|unit| {
                    let unit = self.graph.node(unit).expect("units above a node are nodes");
                    own_names(unit).iter().any(|name| name.contains(&**word))
                })
            })
    }

    /// Ids of up to five nodes whose name is spelled most like `wanted`.
    fn suggestions(&self, wanted: &str) -> Vec<NodeId> {
        let mut scored: Vec<(f64, &NodeId)> = self
            .entries
            .iter()
            .map(|entry| {
                let score =
                    entry.own.iter().map(|name| strsim::sorensen_dice(name, wanted).max(strsim::jaro(name, wanted)));
                (score.fold(0.0, f64::max), &entry.node.id)
            })
            .filter(|(score, _)| *score >= 0.6)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        scored.into_iter().take(5).map(|(_, id)| id.clone()).collect()
    }
}

impl<'a> Entry<'a> {
    fn new(graph: &AuthorityGraph, node: &'a Node, counts: &HashMap<(Label, &str), usize>) -> Self {
        let shared = || counts[&(node.label(), node.name())] > 1;
        let mut composed = vec![fold_owned(graph.name_with_path(node, shared))];
        let unit = graph.parent_unit(&node.id).and_then(|id| graph.node(id)).and_then(Node::as_unit);
        if let (Some(post), Some(unit)) = (node.as_post(), unit) {
            // 総務課課長補佐, 総務課の課長補佐 and 総務課長補佐 all mean the same post.
            for name in std::iter::once(&unit.name).chain(&unit.aliases) {
                composed.push(fold_owned(format!("{name}{}", post.title)));
                composed.push(fold_owned(format!("{name}の{}", post.title)));
                if let Some(rest) = post.title.strip_prefix(unit.kind.as_str()) {
                    composed.push(fold_owned(format!("{name}{rest}")));
                }
            }
        }
        Self { node, own: own_names(node), composed }
    }
}

/// The folded name and aliases of a node.
fn own_names(node: &Node) -> Vec<Cow<'_, str>> {
    let aliases: &[String] = match &node.data {
        NodeData::Unit(unit) => &unit.aliases,
        NodeData::Post(post) => &post.aliases,
        NodeData::Duty(_) | NodeData::Matter(_) | NodeData::Clause(_) | NodeData::Person(_) => &[],
    };
    std::iter::once(node.name()).chain(aliases.iter().map(String::as_str)).map(fold_name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{
        Basis, Clause, EdgeData, Establishment, GraphBuilder, Post, Provenance, RegulationInfo, Relation, Status, Unit,
    };

    fn two_planning_sections() -> AuthorityGraph {
        let mut builder = GraphBuilder::new(RegulationInfo::titled("甲機構組織規程"));
        let clause = builder.add_clause("第1条", Clause::new("第1条", "甲機構に部を置く。", 0, 27, 1));
        let why = Provenance::new(clause, "部を置く");
        let unit = |name: &str, kind: &str| NodeData::Unit(Unit::new(name, kind, Status::Established));
        let body = builder.add_node("甲", unit("甲機構", "機構"), why.clone());
        for center in ["東センター", "西センター"] {
            let center_id = builder.add_node(format!("甲/{center}"), unit(center, "センター"), why.clone());
            builder.add_edge(&center_id, &body, EdgeData::new(Relation::BelongsTo, Basis::Stated), why.clone());
            let part = builder.add_node(format!("甲/{center}/企画部"), unit("企画部", "部"), why.clone());
            builder.add_edge(&part, &center_id, EdgeData::new(Relation::BelongsTo, Basis::Stated), why.clone());
            let head = Post::new("企画部長", "部長", Establishment::Mandatory);
            let head = builder.add_node(format!("甲/{center}/企画部#部長"), NodeData::Post(head), why.clone());
            builder.add_edge(&head, &part, EdgeData::new(Relation::BelongsTo, Basis::Stated), why.clone());
        }
        builder.build()
    }

    #[test]
    fn names_paths_and_fragments() {
        let graph = two_planning_sections();
        let index = NameIndex::new(&graph, &[Label::Unit, Label::Post]);
        let ids = |names: &[&str]| names.iter().map(|name| NodeId::from(*name)).collect::<Vec<_>>();
        assert_eq!(index.find("東センター"), Lookup::Found("甲/東センター".into()));
        assert_eq!(index.find("企画部"), Lookup::Ambiguous(ids(&["甲/東センター/企画部", "甲/西センター/企画部"])));
        assert_eq!(index.find("西センター 企画部長"), Lookup::Found("甲/西センター/企画部#部長".into()));
        assert_eq!(index.find("西/企画部/部長"), Lookup::Found("甲/西センター/企画部#部長".into()));
        assert_eq!(index.find("東センタ"), Lookup::Found("甲/東センター".into()));
        assert!(
            matches!(index.find("東センダー"), Lookup::Missing { suggestions } if suggestions[0].as_str() == "甲/東センター")
        );
        assert_eq!(index.find("  "), Lookup::Missing { suggestions: vec![] });
    }
}

//! What the rules on councils ask: which councils the text composes, and the clauses on each.

use crate::graph::{AuthorityGraph, Clause, Direction, Label, Node, RelationType, Status};

/// A council that the text establishes and composes.
pub(super) struct Council<'g> {
    pub node: &'g Node,
    /// The clauses that speak of it by its name or a short name, or of 「会議」, 「議長」 and the like without saying whose.
    pub clauses: Vec<&'g Clause>,
    /// Whether the text leaves further rules on it to another instrument (別に定める).
    pub further_rules_elsewhere: bool,
}

/// Words for a council and its chair without a name.
const GENERAL: [&str; 6] = ["会議は", "委員会は", "審議会は", "会議を", "会議の議事", "議事は"];

/// The councils of which this text names members. Those that it only establishes are composed by another instrument.
pub(super) fn councils(graph: &AuthorityGraph) -> Vec<Council<'_>> {
    let units = graph.nodes_with(Label::Unit).filter_map(|node| node.as_unit().map(|unit| (node, unit)));
    let composed = units.filter(|(node, unit)| {
        unit.council
            && unit.status == Status::Established
            && !graph.edges_at(&node.id, Direction::Incoming, RelationType::MemberOf).is_empty()
    });
    composed
        .map(|(node, unit)| {
            let names = || unit.aliases.iter().map(String::as_str).chain([unit.name.as_str()]);
            let speaks = |clause: &&Clause| {
                names().any(|name| clause.text.contains(name))
                    || GENERAL.iter().any(|words| clause.text.contains(words))
            };
            let all = graph.nodes_with(Label::Clause).filter_map(Node::as_clause);
            let clauses: Vec<&Clause> = all.filter(speaks).collect();
            let is_further = |clause: &&Clause| {
                names().any(|name| clause.text.contains(name))
                    && clause.text.contains("必要な事項は")
                    && clause.text.contains("定め")
            };
            Council { node, further_rules_elsewhere: clauses.iter().any(is_further), clauses }
        })
        .collect()
}

impl Council<'_> {
    /// Whether one of its clauses has one of these words.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        self.clauses.iter().any(|clause| words.iter().any(|word| clause.text.contains(word)))
    }
}

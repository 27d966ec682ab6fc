//! Segregation of duties: which duties that should be apart come together in one unit, under one head, in one line of command,
//! when one acts for another, or in one person.
//!
//! What should be apart is data ([`SeparationRules`]). A duty is a side of a rule if it *owns* a matter of that side
//! ([`super::scopes`]): what it leaves to another unit is not its own. A post attends to the duties given to it and to those of
//! the units that it heads.

mod holders;
mod rules;

use schemars::JsonSchema;
use serde::Serialize;

use self::holders::{Found, Holders};
use super::{AnalysisError, expect};
use crate::graph::{AuthorityGraph, Condition, Label, NodeId, Provenance};

pub use self::rules::{MatterSort, SeparationRule, SeparationRules, Side, Title};

/// What came together, for each rule.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ConflictReport {
    /// The units asked about; the whole body if there are none.
    pub units: Vec<NodeId>,
    /// The day on which people hold their posts, as YYYY-MM-DD; none without an occupancy file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The rules, in their order.
    pub rules: Vec<RuleConflicts>,
}

/// What one rule found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RuleConflicts {
    /// The rule.
    pub rule: SeparationRule,
    /// The duties and posts of its first side, in the order of the text. None: the text has nothing of that side.
    pub first: Vec<NodeId>,
    /// The duties and posts of its second side.
    pub second: Vec<NodeId>,
    /// Where the two come together, the closest first.
    pub conflicts: Vec<Conflict>,
}

/// Two sides of a rule in one hand.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Conflict {
    /// In which way.
    pub kind: ConflictKind,
    /// The hand: one unit or post; the superior and the subordinate; who acts and who is absent; the posts of one person.
    pub holders: Vec<NodeId>,
    /// The person who holds the posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The duties and posts of the first side.
    pub first: Vec<NodeId>,
    /// Those of the second side.
    pub second: Vec<NodeId>,
    /// The clauses: of the duties, and of what joins them.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// In which way two sides come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// One person holds posts of both sides.
    Person,
    /// One post or unit has both.
    SameOwner,
    /// One post heads the units that have them.
    SameHead,
    /// Who attends to the one acts for who attends to the other.
    Acting,
    /// Who attends to the one commands who attends to the other.
    Commands,
}

/// The people of a body on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holdings {
    /// The day, as YYYY-MM-DD.
    pub day: String,
    /// Everybody with the posts held that day.
    pub people: Vec<PersonWithPosts>,
}

/// A person and the posts held on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonWithPosts {
    /// The name.
    pub person: String,
    /// The posts.
    pub posts: Vec<NodeId>,
}

/// Where duties come together that rules keep apart. Of several units, only what lies in one of them.
///
/// # Errors
/// A unit that is no unit of the graph.
pub fn conflicts(
    graph: &AuthorityGraph,
    rules: &SeparationRules,
    units: &[NodeId],
    holdings: Option<&Holdings>,
) -> Result<ConflictReport, AnalysisError> {
    for unit in units {
        expect(graph, unit, Label::Unit)?;
    }
    let holders = Holders::of(graph);
    let rules = rules.rules.iter().map(|rule| of_rule(&holders, rule, units, holdings)).collect();
    let as_of = holdings.map(|holdings| holdings.day.clone());
    Ok(ConflictReport { units: units.to_vec(), as_of, rules })
}

/// What one rule finds.
fn of_rule(
    holders: &Holders<'_>,
    rule: &SeparationRule,
    units: &[NodeId],
    holdings: Option<&Holdings>,
) -> RuleConflicts {
    let (first, second) = (holders.found(&rule.first, units), holders.found(&rule.second, units));
    let sides = Sides { rule, first: &first, second: &second };
    let mut conflicts = holders.together(&sides, holdings, Condition::Incapacitated);
    conflicts.sort_by_key(|conflict| conflict.kind);
    let ids = |found: &[Found<'_>]| {
        let mut ids: Vec<NodeId> = found.iter().map(|found| found.id.clone()).collect();
        ids.dedup();
        ids
    };
    RuleConflicts { rule: rule.clone(), first: ids(&first), second: ids(&second), conflicts }
}

/// The two sides of a rule as found in the text.
struct Sides<'r, 'g> {
    rule: &'r SeparationRule,
    first: &'r [Found<'g>],
    second: &'r [Found<'g>],
}

//! Who owns what: the scopes of duties, and what follows from them: vacuous duties, overlaps, mutual exclusions, and the
//! exclusion ledger.
//!
//! The matters that duties cover, the units that they give way to and the tree of units are a logic program with negation:
//!
//! ```text
//! owns(d, m)  ←  covers(d, m′), m within m′ (m itself or narrower),
//!                and for no duty e of an excluded unit or of a unit below it (d's own unit aside):  owns(e, m)
//! ```
//!
//! It is read under the well-founded semantics (Van Gelder, Ross and Schlipf 1991): each duty and matter is owned, not owned
//! or undefined. A matter is never decided by another one, so the program falls apart into one for each matter
//! ([`well_founded`]). Cost of all answers: O((a + w) log a) with the number `a` of duties and the matters within their words
//! and the number `w` of spans of units that these give way to, and what the ledger lists.
//!
//! An ancillary duty (前各号に附帯する) goes with the items before it: it owns what they own and takes nothing from anybody, so it
//! is no part of the program.

mod groups;
mod ledger;
mod program;
mod units;
mod well_founded;

use schemars::JsonSchema;
use serde::Serialize;

use crate::graph::{AuthorityGraph, Edge, ExclusionForm, NodeId, Provenance};
use program::Program;

/// Who owns what, by the words of the regulation.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScopeReport {
    /// The duties whose words name matters, in the order of the text.
    pub scopes: Vec<Scope>,
    /// Matters that duties of several units own, none of which is above the other.
    pub overlaps: Vec<Overlap>,
    /// Duties that each give way to the other, so that nobody can say whose the matter is.
    pub mutual_exclusions: Vec<MutualExclusion>,
    /// What each duty leaves to another unit, and who has it there; in the order of the text.
    pub ledger: Vec<LedgerEntry>,
}

/// What a duty owns of the matters that its words cover.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Scope {
    /// The duty.
    pub duty: NodeId,
    /// Its unit; that of the post if the text gives it to a post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NodeId>,
    /// The matters that its words name.
    pub covers: Vec<NodeId>,
    /// The matters that it owns: those and narrower ones that other duties name.
    pub owned: Vec<NodeId>,
    /// Matters of which it cannot be said, as several duties give way to each other.
    pub undefined: Vec<NodeId>,
    /// Matters that a duty owns to which it gives way.
    pub taken: Vec<TakenMatter>,
    /// The clauses that the duty stands in.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Scope {
    /// Whether nothing is left of what the words cover.
    pub fn is_vacuous(&self) -> bool {
        self.owned.is_empty() && self.undefined.is_empty()
    }
}

/// A matter that a duty leaves to another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TakenMatter {
    /// The matter.
    pub matter: NodeId,
    /// A duty that owns it, to whose unit the other one gives way; one of several, if there are several.
    pub by: NodeId,
}

/// Duties of several units that own the same matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Overlap {
    /// The duties, in the order of the text. Each stands beside another one of them: neither unit is above the other.
    pub duties: Vec<NodeId>,
    /// What all of them own; narrower matters within these are left out.
    pub matters: Vec<NodeId>,
}

/// Duties that give way to each other, in a circle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MutualExclusion {
    /// The duties, in the order of the text.
    pub duties: Vec<NodeId>,
    /// What it is about; narrower matters within these are left out.
    pub matters: Vec<NodeId>,
}

/// What a duty leaves to one unit, and who has it there.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LedgerEntry {
    /// The duty that gives way.
    pub duty: NodeId,
    /// The unit that it gives way to.
    pub unit: NodeId,
    /// An exclusion in the duty's own words, or a residual duty.
    pub form: ExclusionForm,
    /// Whether what is excluded is received.
    pub state: LedgerState,
    /// The matters that the duty's words name, each with who has it there.
    pub matters: Vec<LedgerMatter>,
    /// The `DUTY_EXCLUDED_BY` edge that it is read from.
    pub edge: Edge,
}

/// Whether what a duty leaves to a unit is received there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LedgerState {
    /// Every matter that the words name has a counterpart in the unit.
    Received,
    /// Some have, others have none.
    Partly,
    /// The unit covers nothing that the duty covers.
    Nowhere,
    /// The duty's words name no matter, so none can be looked for (他の課の所掌に属しない事務).
    NoMatter,
}

/// A matter of a duty with what the other unit has of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LedgerMatter {
    /// The matter as the excluding duty names it.
    pub matter: NodeId,
    /// The duties of the other unit, and of units below it, that cover it or a narrower one; empty: nowhere.
    pub received: Vec<Reception>,
}

/// A duty that covers what another one leaves to its unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reception {
    /// The duty.
    pub duty: NodeId,
    /// What it covers of the matter: the matter itself, or narrower ones.
    pub matters: Vec<NodeId>,
    /// Whether it owns any of that: it may give way in its turn.
    pub ownership: Ownership,
}

/// What the program says of a duty and a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ownership {
    /// It is the duty's.
    Owned,
    /// It cannot be said.
    Undefined,
    /// A duty to which this one gives way owns it.
    NotOwned,
}

impl ScopeReport {
    /// The duties that own none of the matters that their words cover.
    pub fn vacuous(&self) -> impl Iterator<Item = &Scope> {
        self.scopes.iter().filter(|scope| scope.is_vacuous())
    }

    /// Exclusions in the words of duties that name a unit which covers nothing of what the duty covers.
    pub fn unmatched(&self) -> impl Iterator<Item = &LedgerEntry> {
        self.exclusions(LedgerState::Nowhere)
    }

    /// Exclusions in the words of duties of whose matters some have a counterpart and others none.
    pub fn partly_matched(&self) -> impl Iterator<Item = &LedgerEntry> {
        self.exclusions(LedgerState::Partly)
    }

    fn exclusions(&self, state: LedgerState) -> impl Iterator<Item = &LedgerEntry> {
        self.ledger.iter().filter(move |entry| entry.state == state && entry.form == ExclusionForm::Exclusion)
    }
}

/// Who owns what.
pub fn scopes(graph: &AuthorityGraph) -> ScopeReport {
    let program = Program::new(graph);
    let model = program.model();
    let scopes = program.scopes(&model);
    ScopeReport {
        scopes,
        overlaps: groups::overlaps(&program, &model),
        mutual_exclusions: groups::mutual_exclusions(&program, &model),
        ledger: ledger::entries(&program, &model),
    }
}

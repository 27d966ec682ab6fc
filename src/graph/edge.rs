//! Edge types. Direction is subject → object, so that an edge reads as a sentence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Basis, NodeId, Provenance};

/// An edge between two nodes. In JSON all properties stand at one level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Edge {
    /// Id of the node that the sentence is about.
    pub from: NodeId,
    /// Id of its object.
    pub to: NodeId,
    /// Type, properties and basis.
    #[serde(flatten)]
    pub data: EdgeData,
    /// The clauses it rests on.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Type, properties and basis of an edge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EdgeData {
    /// Type and properties.
    #[serde(flatten)]
    pub relation: Relation,
    /// Stated or derived.
    #[serde(flatten)]
    pub basis: Basis,
}

impl EdgeData {
    /// Both together.
    pub fn new(relation: Relation, basis: Basis) -> Self {
        Self { relation, basis }
    }
}

/// The type of an edge without its properties, in the order in which edges are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "each is described at the variant of `Relation` with the same name")]
pub enum RelationType {
    BelongsTo,
    Heads,
    Commands,
    Assists,
    SubstitutesWhenIncapacitated,
    DutyExcludedBy,
    Covers,
    Within,
    AncillaryTo,
    RefersTo,
    ExOfficio,
    MemberOf,
    Attends,
    Chairs,
    EstablishedBy,
    Holds,
}

impl RelationType {
    /// All types.
    pub const ALL: [RelationType; 16] = [
        RelationType::BelongsTo,
        RelationType::Heads,
        RelationType::Commands,
        RelationType::Assists,
        RelationType::SubstitutesWhenIncapacitated,
        RelationType::DutyExcludedBy,
        RelationType::Covers,
        RelationType::Within,
        RelationType::AncillaryTo,
        RelationType::RefersTo,
        RelationType::ExOfficio,
        RelationType::MemberOf,
        RelationType::Attends,
        RelationType::Chairs,
        RelationType::EstablishedBy,
        RelationType::Holds,
    ];

    /// The name as in JSON and in Cypher: `SUBSTITUTES_WHEN_INCAPACITATED`.
    pub fn name(self) -> &'static str {
        match self {
            RelationType::BelongsTo => "BELONGS_TO",
            RelationType::Heads => "HEADS",
            RelationType::Commands => "COMMANDS",
            RelationType::Assists => "ASSISTS",
            RelationType::SubstitutesWhenIncapacitated => "SUBSTITUTES_WHEN_INCAPACITATED",
            RelationType::DutyExcludedBy => "DUTY_EXCLUDED_BY",
            RelationType::Covers => "COVERS",
            RelationType::Within => "WITHIN",
            RelationType::AncillaryTo => "ANCILLARY_TO",
            RelationType::RefersTo => "REFERS_TO",
            RelationType::ExOfficio => "EX_OFFICIO",
            RelationType::MemberOf => "MEMBER_OF",
            RelationType::Attends => "ATTENDS",
            RelationType::Chairs => "CHAIRS",
            RelationType::EstablishedBy => "ESTABLISHED_BY",
            RelationType::Holds => "HOLDS",
        }
    }
}

/// Type and properties of an edge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Relation {
    /// Unit → Unit, Post → Unit, Duty → Unit (or → Post, where the text gives the duty to a post).
    BelongsTo,
    /// Post → Unit: the one post that heads it (事務を統括し, 掌理し).
    Heads,
    /// Post → Post: direct superior to direct subordinate.
    Commands {
        /// How far the command reaches.
        scope: CommandScope,
        /// Name of the group of equal sources (A、B又はCの命) that this edge is one of. The text sets no priority among them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alternatives: Option<String>,
    },
    /// Post → Post (補佐する, 助ける).
    Assists,
    /// Post → Post: the substitute → the one replaced.
    SubstitutesWhenIncapacitated {
        /// 1 for the first in line; equal numbers mean that the text sets no order.
        order: u32,
        /// The conditions under which the substitute acts, sorted, never empty.
        conditions: Vec<Condition>,
        /// What the substitute may do.
        act: Act,
        /// Other posts that have to be absent too (共に事故があるとき).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        joint: Vec<NodeId>,
        /// How the substitute is chosen.
        designator: Designator,
    },
    /// Duty → Unit: the duty gives way to what that unit does. Duty → Duty: the counterpart found there.
    DutyExcludedBy {
        /// An exclusion in the item's own words, or a residual duty.
        form: ExclusionForm,
        /// The units for which alone it holds (甲支局にあっては、…を除く), sorted; none where it holds wherever the duty does. A duty
        /// of every 支局 that gives way in some only is not taken away by this edge. Several edges to one unit add up.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        cases: Vec<NodeId>,
    },
    /// Duty → Matter.
    Covers,
    /// Matter → Matter, narrower → broader.
    Within,
    /// Duty → Duty: the ancillary duty → the one it goes with.
    AncillaryTo,
    /// Clause → Clause.
    RefersTo,
    /// Post → Post: the first is held by the holder of the second (総括執行役 → 事務局長).
    ExOfficio,
    /// Post → Unit (council).
    MemberOf,
    /// Post → Unit (council), without being a member.
    Attends,
    /// Post → Unit (council).
    Chairs,
    /// Unit, Post or Duty → Clause.
    EstablishedBy,
    /// Person → Post.
    Holds {
        /// First day, as YYYY-MM-DD.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<String>,
        /// Last day, as YYYY-MM-DD.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<String>,
        /// In what way.
        kind: HoldingKind,
    },
}

impl Relation {
    /// The type without its properties.
    pub fn relation_type(&self) -> RelationType {
        match self {
            Relation::BelongsTo => RelationType::BelongsTo,
            Relation::Heads => RelationType::Heads,
            Relation::Commands { .. } => RelationType::Commands,
            Relation::Assists => RelationType::Assists,
            Relation::SubstitutesWhenIncapacitated { .. } => RelationType::SubstitutesWhenIncapacitated,
            Relation::DutyExcludedBy { .. } => RelationType::DutyExcludedBy,
            Relation::Covers => RelationType::Covers,
            Relation::Within => RelationType::Within,
            Relation::AncillaryTo => RelationType::AncillaryTo,
            Relation::RefersTo => RelationType::RefersTo,
            Relation::ExOfficio => RelationType::ExOfficio,
            Relation::MemberOf => RelationType::MemberOf,
            Relation::Attends => RelationType::Attends,
            Relation::Chairs => RelationType::Chairs,
            Relation::EstablishedBy => RelationType::EstablishedBy,
            Relation::Holds { .. } => RelationType::Holds,
        }
    }
}

/// How far a command reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CommandScope {
    /// Everything the subordinate does.
    All,
    /// Only within the superior's 特定の事務.
    SpecificMatters,
    /// Only within the superior's 担任の事務.
    OwnCharge,
}

/// Why the one replaced cannot act. The three are different in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// 事故があるとき.
    #[serde(alias = "事故")]
    Incapacitated,
    /// 欠けたとき.
    #[serde(alias = "欠けた")]
    Vacant,
    /// 不在のとき.
    #[serde(alias = "不在")]
    Away,
}

/// What a substitute may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// 代理: acts with full authority.
    Substitute,
    /// 代行: performs the work.
    Perform,
    /// 代決: may decide routine matters.
    Decide,
    /// 職務を行う.
    CarryOut,
}

/// How a substitute is chosen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Designator {
    /// The text names the post.
    Post,
    /// The text gives a criterion (上席の者, 年長の者, くじ), verbatim.
    Criterion(String),
    /// あらかじめ指定する者: somebody designates the substitute beforehand; verbatim.
    Designated(String),
}

/// How a duty comes to give way to a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionForm {
    /// （X課の所掌に属するものを除く。）
    Exclusion,
    /// 他の所掌に属さないもの.
    Residual,
}

/// In what way a person holds a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HoldingKind {
    /// 本務.
    Main,
    /// 兼務.
    Concurrent,
    /// 事務取扱.
    ActingInCharge,
}

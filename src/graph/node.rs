//! Node types. Property names are those of the model page.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Act, Condition, Designator, NodeId, Provenance};

/// A node: its id, what it is, and where it comes from. In JSON all properties stand at one level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Node {
    /// The id, unique in the graph.
    pub id: NodeId,
    /// Label and properties.
    #[serde(flatten)]
    pub data: NodeData,
    /// The clauses it rests on.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The label of a node, without its properties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Label {
    /// 機構, 局, 部, 課, 係, 室 … and councils.
    Unit,
    /// One seat-kind in one unit.
    Post,
    /// One item of 事務分掌.
    Duty,
    /// What a duty is about: an object and an activity.
    Matter,
    /// An article, paragraph or item with its text.
    Clause,
    /// A person of an occupancy file.
    Person,
}

impl Label {
    /// All labels, in the order in which nodes are sorted.
    pub const ALL: [Label; 6] = [Label::Unit, Label::Post, Label::Duty, Label::Matter, Label::Clause, Label::Person];

    /// The name as in JSON and in Cypher.
    pub fn name(self) -> &'static str {
        match self {
            Label::Unit => "Unit",
            Label::Post => "Post",
            Label::Duty => "Duty",
            Label::Matter => "Matter",
            Label::Clause => "Clause",
            Label::Person => "Person",
        }
    }
}

/// Label and properties of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "label")]
pub enum NodeData {
    /// 機構, 局, 部, 課, 係, 室 … and councils.
    Unit(Unit),
    /// One seat-kind in one unit.
    Post(Post),
    /// One item of 事務分掌.
    Duty(Duty),
    /// What a duty is about.
    Matter(Matter),
    /// An article, paragraph or item.
    Clause(Clause),
    /// A person.
    Person(Person),
}

impl NodeData {
    /// The label of the node.
    pub fn label(&self) -> Label {
        match self {
            NodeData::Unit(_) => Label::Unit,
            NodeData::Post(_) => Label::Post,
            NodeData::Duty(_) => Label::Duty,
            NodeData::Matter(_) => Label::Matter,
            NodeData::Clause(_) => Label::Clause,
            NodeData::Person(_) => Label::Person,
        }
    }
}

impl Node {
    /// The label of the node.
    pub fn label(&self) -> Label {
        self.data.label()
    }

    /// The unit, if the node is one.
    pub fn as_unit(&self) -> Option<&Unit> {
        if let NodeData::Unit(unit) = &self.data { Some(unit) } else { None }
    }

    /// The post, if the node is one.
    pub fn as_post(&self) -> Option<&Post> {
        if let NodeData::Post(post) = &self.data { Some(post) } else { None }
    }

    /// The duty, if the node is one.
    pub fn as_duty(&self) -> Option<&Duty> {
        if let NodeData::Duty(duty) = &self.data { Some(duty) } else { None }
    }

    /// The clause, if the node is one.
    pub fn as_clause(&self) -> Option<&Clause> {
        if let NodeData::Clause(clause) = &self.data { Some(clause) } else { None }
    }

    /// What people call it: the name of a unit, post or person, the citation of a clause, the text of a duty or matter.
    pub fn name(&self) -> &str {
        match &self.data {
            NodeData::Unit(unit) => &unit.name,
            NodeData::Post(post) => &post.name,
            NodeData::Duty(duty) => &duty.text,
            NodeData::Matter(matter) => &matter.object,
            NodeData::Clause(clause) => &clause.citation,
            NodeData::Person(person) => &person.name,
        }
    }
}

/// Who creates a unit or post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// This text creates it.
    Established,
    /// This text says that another instrument creates it, or it is an officer created by statute.
    Elsewhere,
    /// Named, created nowhere: a finding.
    Unknown,
}

/// An organisational unit or a council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// Its name, normalised: 総務課.
    pub name: String,
    /// The kind word that its name ends in (部, 課, センター …), or 会議, 委員会 … for a council.
    pub kind: String,
    /// Who creates it.
    pub status: Status,
    /// Position among all units in the order of the text, from 0.
    pub ordinal: u32,
    /// Whether it may be created (置くことができる) rather than must.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
    /// Whether it is a council (会議, 委員会, 審議会 …).
    #[serde(default, skip_serializing_if = "is_false")]
    pub council: bool,
    /// Defined short names and spellings that the text uses for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The post that the text places it directly under (理事長直轄), by title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directly_under: Option<String>,
}

impl Unit {
    /// A unit without aliases, at ordinal 0.
    pub fn new(name: impl Into<String>, kind: impl Into<String>, status: Status) -> Self {
        Self {
            name: name.into(),
            kind: kind.into(),
            status,
            ordinal: 0,
            optional: false,
            council: false,
            aliases: Vec::new(),
            directly_under: None,
        }
    }
}

/// How firmly a post is created.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Establishment {
    /// 置く.
    Mandatory,
    /// 置くことができる.
    Optional,
    /// をもって充てる: held by the holder of another post.
    ExOfficio,
    /// Created by another instrument, or not created at all.
    Elsewhere,
}

/// One seat-kind in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Post {
    /// What people call it: 総務課長, 経営戦略部の次長.
    pub name: String,
    /// The title as the text has it: 課長, 次長.
    pub title: String,
    /// How firmly it is created.
    pub establishment: Establishment,
    /// Who creates it.
    pub status: Status,
    /// Position among all posts in the order of the text, from 0.
    pub ordinal: u32,
    /// Number of seats, if the text fixes one (次長一人).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// Ids of the posts of which the text requires one (課長又は担当課長), this one included; empty if there is no choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<NodeId>,
    /// Whether the text gives no title (所要の職員).
    #[serde(default, skip_serializing_if = "is_false")]
    pub unnamed: bool,
    /// What the text has the post do, verbatim: 部の事務を統括し、所属職員を指揮監督する.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Other names of the same post.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Rules that choose a substitute without naming a post (上席の者, くじ, あらかじめ指定する者), in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub designations: Vec<Designation>,
}

/// A rule that chooses a post's substitute without naming a post. It is a legal answer and is not turned into a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Designation {
    /// 1 for the first in line.
    pub order: u32,
    /// The conditions under which it applies, sorted, never empty.
    pub conditions: Vec<Condition>,
    /// What the one so chosen may do.
    pub act: Act,
    /// How the substitute is chosen, never [`Designator::Post`].
    pub designator: Designator,
    /// Other posts that have to be absent too (共に事故があるとき).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<NodeId>,
    /// The clauses it rests on.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Post {
    /// An established post with a single choice, at ordinal 0.
    pub fn new(name: impl Into<String>, title: impl Into<String>, establishment: Establishment) -> Self {
        Self {
            name: name.into(),
            title: title.into(),
            establishment,
            status: Status::Established,
            ordinal: 0,
            seats: None,
            alternatives: Vec::new(),
            unnamed: false,
            roles: Vec::new(),
            aliases: Vec::new(),
            designations: Vec::new(),
        }
    }
}

/// What sort of duty an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DutyKind {
    /// A matter of its own.
    Substantive,
    /// 他の所掌に属さないもの.
    Residual,
    /// 前各号に附帯する.
    Ancillary,
}

/// One item of 事務分掌.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Duty {
    /// Verbatim text, line breaks of the page removed.
    pub text: String,
    /// What sort of duty it is.
    pub kind: DutyKind,
    /// Position among all duties in the order of the text, from 0.
    pub ordinal: u32,
}

/// What a duty is about, normalised: an object and an activity (個人番号付番システム × 運用).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Matter {
    /// What is acted upon.
    pub object: String,
    /// What is done with it.
    pub activity: String,
}

/// An article, paragraph, item or heading with its verbatim text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Clause {
    /// How it is cited: 第25条総務課(12).
    pub citation: String,
    /// Verbatim text from the source.
    pub text: String,
    /// Byte offset of its start in the decoded source.
    pub start: u32,
    /// Byte offset of its end in the decoded source.
    pub end: u32,
    /// Line of its start in the source, from 1.
    pub line: u32,
    /// Caption of its article, without brackets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Name for links inside a page: c-25-h3-i12.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub anchor: String,
}

impl Clause {
    /// A clause without caption and anchor.
    pub fn new(citation: impl Into<String>, text: impl Into<String>, start: u32, end: u32, line: u32) -> Self {
        Self { citation: citation.into(), text: text.into(), start, end, line, caption: None, anchor: String::new() }
    }
}

/// A person of an occupancy file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// The name as in the file.
    pub name: String,
}

/// For `skip_serializing_if`: leaves out a flag that is not set.
fn is_false(flag: &bool) -> bool {
    !*flag
}

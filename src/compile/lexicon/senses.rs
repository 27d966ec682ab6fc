//! The closed classes themselves: what a predicate means, what a marker says of the phrase in front of it, how things are joined.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a predicate says: the seventeen senses of the language of regulations (`reading.md` §3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sense {
    /// A unit, post or council is put somewhere: 置く, 設ける.
    Put,
    /// A post gets its holder: 充てる, 任命する.
    Fill,
    /// A unit or post has a matter: つかさどる, 処理する.
    Own,
    /// Somebody leads: 掌理する, 統括する.
    Lead,
    /// Somebody commands people or work: 指揮監督する.
    Direct,
    /// Somebody is under orders: 命を受け.
    Under,
    /// Somebody brings the work of others in order: 整理する, 調整する.
    Arrange,
    /// Somebody takes part: 参画する.
    TakePart,
    /// Somebody helps: 助ける, 補佐する.
    Assist,
    /// Somebody acts for another: 代理する, 代決する.
    Act,
    /// Somebody decides: 専決する.
    Decide,
    /// Authority is handed on: 委任する.
    Delegate,
    /// A council is made up, led, attended: 組織する, 出席する.
    Compose,
    /// Something belongs somewhere: 属する.
    Belong,
    /// Something is something: とする, をいう.
    Equate,
    /// Something points elsewhere: のとおり, 準用する.
    Refer,
    /// Any other verb.
    Plain,
}

impl Sense {
    /// All senses, in the order of the page.
    pub const ALL: [Self; 17] = [
        Self::Put,
        Self::Fill,
        Self::Own,
        Self::Lead,
        Self::Direct,
        Self::Under,
        Self::Arrange,
        Self::TakePart,
        Self::Assist,
        Self::Act,
        Self::Decide,
        Self::Delegate,
        Self::Compose,
        Self::Belong,
        Self::Equate,
        Self::Refer,
        Self::Plain,
    ];

    /// Its name as frames are printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Put => "Put",
            Self::Fill => "Fill",
            Self::Own => "Own",
            Self::Lead => "Lead",
            Self::Direct => "Direct",
            Self::Under => "Under",
            Self::Arrange => "Arrange",
            Self::TakePart => "TakePart",
            Self::Assist => "Assist",
            Self::Act => "Act",
            Self::Decide => "Decide",
            Self::Delegate => "Delegate",
            Self::Compose => "Compose",
            Self::Belong => "Belong",
            Self::Equate => "Equate",
            Self::Refer => "Refer",
            Self::Plain => "Plain",
        }
    }

    /// Whether a sentence with this sense says something of authority (§7: Put to Compose).
    pub fn is_authority(self) -> bool {
        !matches!(self, Self::Belong | Self::Equate | Self::Refer | Self::Plain)
    }
}

/// What a phrase is to its predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Who does it; of a council which council.
    Agent,
    /// What is put, filled, defined.
    Theme,
    /// Where.
    Place,
    /// Which work.
    Matter,
    /// Whom; the people or posts that something is done to.
    Object,
    /// Who holds the post that is filled.
    Holder,
    /// For whom somebody acts.
    Principal,
    /// Whose orders.
    Source,
    /// Who appoints, who lets another do it, who puts.
    Authority,
    /// By what rule.
    Basis,
    /// In which order.
    Order,
    /// How far.
    Limit,
    /// Of what a council is made up.
    Member,
}

impl Role {
    /// Its name as frames are printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Theme => "theme",
            Self::Place => "place",
            Self::Matter => "matter",
            Self::Object => "object",
            Self::Holder => "holder",
            Self::Principal => "principal",
            Self::Source => "source",
            Self::Authority => "authority",
            Self::Basis => "basis",
            Self::Order => "order",
            Self::Limit => "limit",
            Self::Member => "member",
        }
    }
}

/// What the marker behind a phrase says of it (`reading.md` §3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Case {
    /// は alone.
    Bare,
    /// が.
    Subject,
    /// を.
    Object,
    /// に.
    Dative,
    /// へ, に対し.
    Toward,
    /// と.
    With,
    /// から, のうちから, より.
    From,
    /// で, をもって.
    By,
    /// において.
    At,
    /// により, に基づき, の定めるところにより.
    Basis,
    /// ため.
    Purpose,
    /// ほか.
    Beside,
    /// にかかわらず.
    Despite,
    /// に関し, について.
    About,
    /// にあっては: of a member or a case.
    Member,
    /// として.
    As,
    /// に代え, に代わり.
    Instead,
    /// に応じ, に際し, に当たり.
    Occasion,
    /// まで.
    Until,
    /// ごとに.
    Per,
    /// を通じて.
    Throughout,
    /// を除き.
    Except,
    /// No marker: an adverb, or a condition in front of a comma.
    None,
}

/// A marker: its case, and whether は or も stands with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Marker {
    /// The case.
    pub case: Case,
    /// With は: it is what the sentence speaks of.
    pub topic: bool,
    /// With も.
    pub also: bool,
}

impl Marker {
    /// A case without は or も.
    pub(crate) const fn plain(case: Case) -> Self {
        Self { case, topic: false, also: false }
    }

    /// A case with は.
    pub(crate) const fn topic(case: Case) -> Self {
        Self { case, topic: true, also: false }
    }

    /// A case with も.
    pub(crate) const fn also(case: Case) -> Self {
        Self { case, topic: true, also: true }
    }
}

/// How the members of a list are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Join {
    /// 、 alone.
    Comma,
    /// 及び, と.
    And,
    /// 並びに.
    AndWide,
    /// 又は in a list without 若しくは, or 若しくは.
    Or,
    /// 又は that binds wider than 若しくは.
    OrWide,
    /// その他.
    Rest,
    /// その他の.
    Such,
}

/// How a predicate is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Modality {
    /// する, するものとする.
    #[default]
    Does,
    /// しなければならない.
    Must,
    /// することができる.
    May,
    /// してはならない, することができない.
    MustNot,
    /// することを要しない.
    NeedNot,
}

/// How the roles of a predicate are turned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// 置く.
    #[default]
    Active,
    /// 置かれる.
    Passive,
    /// 分掌させる.
    Causative,
}

/// What may keep somebody from his post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// 事故, 支障.
    Incapacitated,
    /// 欠けた, 欠員.
    Vacant,
    /// 不在, 出張.
    Away,
}

/// The form that a predicate ends in, which tells what may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    /// 置く, 置いた, 置かない: ends a sentence, or stands in front of a noun.
    Final,
    /// 置き, 置かず: goes on.
    Continuative,
    /// 置いて: goes on.
    Te,
    /// 置けば, なければ.
    If,
}

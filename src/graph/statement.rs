//! Statements: what a regulation says of authority beside commands, substitutes and duties. Who decides in whose name (専決), to
//! whom an authority is delegated (委任), which rules are applied elsewhere (準用) or with other words (読替え), what holds for the time
//! being (当分の間), and from whom a post is filled. No edge is drawn from them: they are kept with their words and clauses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{NodeId, Provenance};

/// Something that is said of authority and makes no edge. A sentence with a list makes one for each item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// What sort of thing is said.
    pub kind: StatementKind,
    /// Its parts. A replaced word is one of the rule in front of it; otherwise the order means nothing.
    pub parts: Vec<StatementPart>,
    /// Line of the source where it stands, from 1.
    pub line: u32,
    /// The clauses and their words.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// The kinds of [`Statement`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum StatementKind {
    /// 専決: holders decide certain matters in the name of who has the authority.
    DelegatedDecision,
    /// What may not be decided by 専決.
    WithheldDecision,
    /// What somebody decides himself: 「市長の決裁を受けなければならない」.
    ReservedDecision,
    /// Limits of what may be decided for somebody absent (代決): what alone, what not, what has to be done afterwards.
    SubstituteDecisionLimit,
    /// 委任: an authority passes to somebody else.
    Delegation,
    /// 準用: rules are applied to something that they were not made for.
    Application,
    /// 読替え: rules are read with other words.
    ReadAs,
    /// 当分の間: what is said holds for the time being.
    ForTheTimeBeing,
    /// 併任, 兼務: who holds one post holds another one as well.
    ConcurrentPost,
    /// From which rank or category of staff a post is filled: 「署長は、警視をもって充てる」. No post is held by right of another one.
    FilledFrom,
}

/// A part of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatementPart {
    /// What the part is.
    pub role: PartRole,
    /// Its words, verbatim.
    pub words: String,
    /// The posts, units or clauses that the words mean, if that is certain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meaning: Vec<NodeId>,
    /// Of a replaced word: what is read in its place, verbatim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_as: Option<String>,
}

/// What a part of a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PartRole {
    /// Who decides, receives an authority, or holds a post.
    Holder,
    /// Whose authority it is.
    Giver,
    /// What it is about.
    Matter,
    /// How far it reaches: an amount, a condition, an exception.
    Limit,
    /// The rules that are applied or read with other words.
    Rule,
    /// What the rules are applied to.
    Target,
    /// A word that is replaced.
    Replaced,
    /// The rank, category or other post of who is to hold a post.
    Source,
}

impl Statement {
    /// The parts of a role, in order.
    pub fn parts_of(&self, role: PartRole) -> impl Iterator<Item = &StatementPart> {
        self.parts.iter().filter(move |part| part.role == role)
    }

    /// The wording of a rule with the words replaced that this statement replaces in it: the words of the rule of clause `id` as they
    /// are to be read. `None` where it replaces nothing in that clause.
    pub fn wording(&self, id: &NodeId, text: &str) -> Option<String> {
        let mut read = text.to_owned();
        let mut applies = false;
        for part in &self.parts {
            match (part.role, &part.read_as) {
                (PartRole::Rule, _) => applies = part.meaning.iter().any(|rule| is_of(id, rule)),
                (PartRole::Replaced, Some(read_as)) if applies => read = read.replace(&part.words, read_as),
                _ => {}
            }
        }
        (read != text).then_some(read)
    }
}

/// Whether a clause is a rule or a part of it: 第3条第2項 of 第3条.
fn is_of(clause: &NodeId, rule: &NodeId) -> bool {
    let rest = clause.as_str().strip_prefix(rule.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['第', '(']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(role: PartRole, words: &str, meaning: &[&str], read_as: Option<&str>) -> StatementPart {
        let meaning = meaning.iter().map(|id| NodeId::from(*id)).collect();
        StatementPart { role, words: words.to_owned(), meaning, read_as: read_as.map(str::to_owned) }
    }

    #[test]
    fn words_are_replaced_in_the_rule_that_is_named_and_in_no_other() {
        let statement = Statement {
            kind: StatementKind::ReadAs,
            parts: vec![
                part(PartRole::Rule, "第3条中", &["第3条"], None),
                part(PartRole::Replaced, "部長", &[], Some("所長")),
                part(PartRole::Rule, "第5条中", &["第5条"], None),
                part(PartRole::Replaced, "課長", &[], Some("室長")),
            ],
            line: 1,
            provenance: Provenance::new(NodeId::from("第9条"), "第3条中「部長」とあるのは「所長」と"),
        };
        let read = |id: &str, text: &str| statement.wording(&NodeId::from(id), text);
        assert_eq!(read("第3条第2項", "部長及び課長は、").as_deref(), Some("所長及び課長は、"));
        assert_eq!(read("第5条", "部長及び課長は、").as_deref(), Some("部長及び室長は、"));
        assert_eq!(read("第31条", "部長は、"), None);
        assert_eq!(read("第3条", "次長は、"), None, "nothing to replace");
    }
}

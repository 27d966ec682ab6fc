//! What a body believes of its regulation, as written in `expect.toml`.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::analysis::Outcome;
use crate::graph::Condition;

/// An expectation file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectations {
    /// The expectations in the order of the file.
    pub expectations: Vec<Expectation>,
}

/// One thing that the body believes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Expectation {
    /// Line of the file where the entry starts, from 1.
    pub line: usize,
    /// Whether the claim is expected *not* to hold.
    pub not: bool,
    /// Why the body believes so; shown with the answer.
    pub because: String,
    /// What is claimed.
    #[serde(flatten)]
    pub claim: Claim,
}

/// What can be claimed of a regulation. Posts, units and matters are named as on the command line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Claim {
    /// A post commands another.
    Commands(CommandsClaim),
    /// A unit, or a post, owns a matter.
    Owns(OwnsClaim),
    /// Posts substitute another, in this order.
    Substitutes(SubstitutesClaim),
    /// A post heads a unit.
    Heads(HeadsClaim),
    /// A unit or post belongs to a unit, directly or through others.
    Belongs(BelongsClaim),
    /// Somebody acts in a scenario.
    Acting(ActingClaim),
}

/// 「総務課長は、管理部長の指揮を受ける」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommandsClaim {
    /// The one who commands.
    pub superior: String,
    /// The one commanded.
    pub subordinate: String,
    /// Whether nobody may stand between them. Otherwise a chain will do.
    #[serde(default)]
    pub direct: bool,
}

/// 「公印は、管理部が所掌する」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnsClaim {
    /// The unit or post.
    pub owner: String,
    /// The matter: words that all stand in it.
    pub matter: String,
    /// Whether nobody else may own it, units above and below aside.
    #[serde(default)]
    pub only: bool,
}

/// 「経営戦略部長の職務は、次長が代理する」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubstitutesClaim {
    /// The one who is substituted.
    pub post: String,
    /// The substitutes, first in line first.
    pub by: Vec<String>,
    /// Whether nobody else may substitute.
    #[serde(default)]
    pub only: bool,
    /// The condition that the clause has to cover; any if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// 「総務課の長は、総務課長である」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeadsClaim {
    /// The head.
    pub post: String,
    /// The unit.
    pub unit: String,
}

/// 「総務課は、管理部にある」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BelongsClaim {
    /// The unit or post.
    pub member: String,
    /// The unit that it is in.
    pub unit: String,
}

/// 「事務局長が欠けたときは、代理する者がない」.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActingClaim {
    /// The post that somebody acts for.
    pub post: String,
    /// The condition of that post.
    pub when: Condition,
    /// Other posts that are absent for the same reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_absent: Vec<String>,
    /// Optional posts that are not filled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unfilled: Vec<String>,
    /// The post that acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Where no post is named: the sort of answer, `nobody` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

impl ActingClaim {
    /// The sort of answer that is claimed.
    pub fn expected(&self) -> Outcome {
        if self.by.is_some() { Outcome::Post } else { self.outcome.unwrap_or(Outcome::Nobody) }
    }
}

/// Why a file of expectations cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ExpectationError {
    /// What is wrong, in the words of the TOML reader or of this module.
    pub message: String,
    /// Where in the text, if known.
    pub span: Option<Range<usize>>,
}

/// The file as TOML has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    expect: Vec<Spanned<Entry>>,
}

/// An entry: `not` and `because` beside exactly one claim.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default)]
    not: bool,
    #[serde(default)]
    because: String,
    commands: Option<CommandsClaim>,
    owns: Option<OwnsClaim>,
    substitutes: Option<SubstitutesClaim>,
    heads: Option<HeadsClaim>,
    belongs: Option<BelongsClaim>,
    acting: Option<ActingClaim>,
}

impl Expectations {
    /// Reads an expectation file.
    ///
    /// # Errors
    /// No TOML, an unknown field, or an entry that claims nothing or several things at once; the error names the place.
    pub fn from_toml(text: &str) -> Result<Self, ExpectationError> {
        let file: File = toml::from_str(text)
            .map_err(|error| ExpectationError { message: error.message().to_owned(), span: error.span() })?;
        let expectations = file.expect.into_iter().map(|entry| {
            let span = entry.span();
            let line = text[..span.start].matches('\n').count() + 1;
            let Entry { not, because, commands, owns, substitutes, heads, belongs, acting } = entry.into_inner();
            let claims = [
                commands.map(Claim::Commands),
                owns.map(Claim::Owns),
                substitutes.map(Claim::Substitutes),
                heads.map(Claim::Heads),
                belongs.map(Claim::Belongs),
                acting.map(Claim::Acting),
            ];
            let mut claims = claims.into_iter().flatten();
            match (claims.next(), claims.next()) {
                (Some(claim), None) => Ok(Expectation { line, not, because, claim }),
                _ => {
                    let message =
                        "an entry has exactly one of `commands`, `owns`, `substitutes`, `heads`, `belongs`, `acting`";
                    Err(ExpectationError { message: message.to_owned(), span: Some(span) })
                }
            }
        });
        Ok(Self { expectations: expectations.collect::<Result<_, _>>()? })
    }
}

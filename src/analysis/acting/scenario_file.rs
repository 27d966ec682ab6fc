//! Scenarios written down (`*.toml`): who is absent and what is not filled, by the names that people use.

use std::ops::Range;

use serde::{Deserialize, Deserializer};

use crate::graph::Condition;

/// A scenario as it stands in a file. The names are still to be looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ScenarioFile {
    /// What the scenario is about, for its readers.
    pub title: String,
    /// The day that it is about, as YYYY-MM-DD; it decides who holds which post.
    #[serde(deserialize_with = "day")]
    pub as_of: Option<String>,
    /// The absent posts.
    pub absent: Vec<AbsentPost>,
    /// The absent people.
    pub absent_person: Vec<AbsentPerson>,
    /// Posts that need not exist and are not filled.
    pub unfilled: Vec<String>,
}

/// An absent post of a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbsentPost {
    /// Name, path or id of the post.
    pub post: String,
    /// Why it cannot act; 事故 if the file does not say.
    #[serde(default = "incapacitated", deserialize_with = "condition")]
    pub condition: Condition,
}

/// An absent person of a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbsentPerson {
    /// The name as in the occupancy file.
    pub name: String,
    /// Why the person cannot act; 事故 if the file does not say.
    #[serde(default = "incapacitated", deserialize_with = "condition")]
    pub condition: Condition,
}

impl ScenarioFile {
    /// Reads a scenario.
    ///
    /// # Errors
    /// No TOML, a field that is not known, or one that is missing: what is wrong, and where.
    pub fn from_toml(text: &str) -> Result<Self, (String, Option<Range<usize>>)> {
        toml::from_str(text).map_err(|error: toml::de::Error| (error.message().to_owned(), error.span()))
    }
}

/// The condition that a word means: 事故, 欠けた, 不在, or the English name.
pub fn condition_of_word(word: &str) -> Option<Condition> {
    match word {
        "事故" | "incapacitated" => Some(Condition::Incapacitated),
        "欠けた" | "vacant" => Some(Condition::Vacant),
        "不在" | "away" => Some(Condition::Away),
        _ => None,
    }
}

/// A day, written as YYYY-MM-DD.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.parse::<jiff::civil::Date>() {
        Ok(date) if date.to_string() == text => Ok(Some(text)),
        _ => Err(serde::de::Error::custom(format!("`{text}` is no day written as YYYY-MM-DD"))),
    }
}

fn incapacitated() -> Condition {
    Condition::Incapacitated
}

fn condition<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Condition, D::Error> {
    let word = String::deserialize(deserializer)?;
    condition_of_word(&word).ok_or_else(|| {
        serde::de::Error::custom(format!(
            "`{word}` is no condition: 事故 (incapacitated), 欠けた (vacant), 不在 (away)"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_in_both_languages() {
        let text = "title = '台風'\nunfilled = ['次長']\n[[absent]]\npost = '市長'\n[[absent]]\npost = '副市長'\ncondition = '欠けた'\n\
                    [[absent_person]]\nname = '甲野'\ncondition = 'away'\n";
        let file = ScenarioFile::from_toml(text).unwrap();
        let conditions: Vec<Condition> = file.absent.iter().map(|absent| absent.condition).collect();
        assert_eq!(conditions, [Condition::Incapacitated, Condition::Vacant]);
        assert_eq!((file.absent_person[0].condition, &file.unfilled[..]), (Condition::Away, &["次長".to_owned()][..]));
        for wrong in [
            "as_of = '4月1日'",
            "[[absent]]\npost = '市長'\ncondition = '欠勤'",
            "[[absent]]\nposts = '市長'",
            "absent =",
        ] {
            assert!(ScenarioFile::from_toml(wrong).unwrap_err().1.is_some(), "{wrong}");
        }
    }
}

//! The rules on what one hand should not hold together, as written in `separation.toml`.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::graph::{Matter, Post};

/// A file of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeparationRules {
    /// The rules, in order.
    #[serde(rename = "rule", default)]
    pub rules: Vec<SeparationRule>,
}

/// Two sides that should be apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeparationRule {
    /// What the rule is called in answers: contract-and-pay.
    pub code: String,
    /// What it is about.
    pub title: Title,
    /// Where it comes from: the law or standard.
    pub source: String,
    /// Whether both sides have to be about the same object.
    #[serde(default)]
    pub same_object: bool,
    /// The one side.
    pub first: Side,
    /// The other side.
    pub second: Side,
}

/// Words in the languages of the answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// In Japanese.
    pub ja: String,
    /// In English; the Japanese words if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

/// Duties and posts that are one side of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// What the side is, in Japanese.
    pub ja: String,
    /// In English; the Japanese words if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// The duties that are this side: those that own a matter of one of these sorts.
    #[serde(default)]
    pub duties: Vec<MatterSort>,
    /// Titles of posts that are this side whatever their duties say.
    #[serde(default)]
    pub posts: Vec<String>,
}

/// A sort of matters: something done to something. At least one of the two is given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MatterSort {
    /// What is acted upon: words in which the object ends. Anything if empty.
    #[serde(default)]
    pub objects: Vec<String>,
    /// What is done: words with which the activity begins or ends. Anything if empty.
    #[serde(default)]
    pub activities: Vec<String>,
}

impl SeparationRules {
    /// Reads a file of rules.
    ///
    /// # Errors
    /// It is no TOML, or not of this form: why, and where if that is known.
    pub fn from_toml(text: &str) -> Result<Self, (String, Option<Range<usize>>)> {
        let rules: Self = toml::from_str(text).map_err(|error| (error.message().to_owned(), error.span()))?;
        let is_nothing = |sort: &MatterSort| sort.objects.is_empty() && sort.activities.is_empty();
        let is_empty =
            |side: &Side| side.posts.is_empty() && side.duties.is_empty() || side.duties.iter().any(is_nothing);
        match rules.rules.iter().find(|rule| is_empty(&rule.first) || is_empty(&rule.second)) {
            Some(rule) => Err((
                format!("rule {:?}: a side needs `duties` with `objects` or `activities`, or `posts`", rule.code),
                None,
            )),
            None => Ok(rules),
        }
    }

    /// The rules for bodies that have none of their own.
    pub fn standard() -> Self {
        Self::from_toml(include_str!("../../../graph-data/separation.toml"))
            .expect("the rules of the project are valid")
    }
}

impl Side {
    /// The object of a matter that is this side; `None` if the matter is not.
    pub fn object_of<'m>(&self, matter: &'m Matter) -> Option<&'m str> {
        self.duties.iter().find_map(|sort| sort.object_of(matter))
    }

    /// Whether a post is this side by its title.
    pub fn is_post(&self, post: &Post) -> bool {
        self.posts.iter().any(|title| *title == post.title || *title == post.name)
    }
}

impl MatterSort {
    /// The object of a matter of this sort. A matter without an activity may hold it at the end of its object: 「工事の契約」,
    /// 「内部監査」. What somebody else does (会計監査人による監査) is nobody's activity here.
    fn object_of<'m>(&self, matter: &'m Matter) -> Option<&'m str> {
        let is_meant = |object: &str| self.objects.is_empty() || self.objects.iter().any(|word| object.ends_with(word));
        if self.activities.is_empty() {
            return is_meant(&matter.object).then_some(matter.object.as_str());
        }
        let mut words = self.activities.iter().map(String::as_str);
        let object = if matter.activity.is_empty() {
            let words = words.find(|word| matter.object.ends_with(word))?;
            let object = matter.object.strip_suffix(words)?;
            object.strip_suffix('の').unwrap_or(object)
        } else {
            let activity = matter.activity.as_str();
            words.find(|word| activity.starts_with(word) || activity.ends_with(word))?;
            &matter.object
        };
        (!object.ends_with("による") && is_meant(object)).then_some(object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(objects: &[&str], activities: &[&str]) -> Side {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let duties = vec![MatterSort { objects: words(objects), activities: words(activities) }];
        Side { ja: String::new(), en: None, duties, posts: Vec::new() }
    }

    fn matter(object: &str, activity: &str) -> Matter {
        Matter { object: object.to_owned(), activity: activity.to_owned() }
    }

    #[test]
    fn a_side_is_met_by_what_is_done_to_what() {
        let cash = side(&["現金"], &["出納", "保管"]);
        assert_eq!(cash.object_of(&matter("基金に属する現金", "保管")), Some("基金に属する現金"));
        assert_eq!(cash.object_of(&matter("現金", "出納保管")), Some("現金"));
        assert_eq!(cash.object_of(&matter("物品", "出納")), None);
        assert_eq!(cash.object_of(&matter("現金", "運搬")), None);
        let books = side(&["決算"], &[]);
        assert_eq!(books.object_of(&matter("決算", "調製")), Some("決算"));
        assert_eq!(books.object_of(&matter("決算委員会", "運営")), None);
        let contract = side(&[], &["契約"]);
        assert_eq!(contract.object_of(&matter("工事の契約", "")), Some("工事"));
        assert_eq!(contract.object_of(&matter("契約制度", "研究")), None);
    }

    #[test]
    fn what_somebody_else_does_is_no_side() {
        let audit = side(&[], &["監査"]);
        assert_eq!(audit.object_of(&matter("会計監査人による監査", "")), None);
        assert_eq!(audit.object_of(&matter("内部監査", "")), Some("内部"));
        assert_eq!(audit.object_of(&matter("監事監査の実施における監事との連携", "")), None);
    }

    #[test]
    fn files_that_are_no_rules_are_told() {
        assert!(SeparationRules::from_toml("[[rule]]\ncode = 1").is_err());
        let empty = "[[rule]]\ncode = \"x\"\ntitle = { ja = \"x\" }\nsource = \"x\"\nfirst = { ja = \"x\" }\nsecond = { ja = \"x\", posts = [\"甲\"] }";
        assert!(SeparationRules::from_toml(empty).unwrap_err().0.contains("`duties`"));
        assert!(SeparationRules::standard().rules.len() >= 6);
    }
}

//! The form of the answer about what of a regulation was understood.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::compile::{
    ArticleReport, Compilation, ConstructGroup, EnforcementReport, LikelyConstruct, NoContent, Notice, ReadingTotals,
    SentenceReport, Totals,
};
use crate::regulation::Diagnostic;

/// What of a regulation was understood. Kept beside the graph in the database too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CoverageAnswer {
    /// Numbers of sentences: `compiled` + `no_content` + `not_understood` = `total`.
    pub sentences: Totals,
    /// Numbers of sentences without authority content by kind.
    pub no_content_kinds: BTreeMap<NoContent, usize>,
    /// How much was read, in sentences and in characters. Absent for a data set that an earlier version of this program
    /// loaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<ReadingTotals>,
    /// Every sentence that was not understood, in the order of the text.
    pub not_understood: Vec<SentenceReport>,
    /// The same by what they probably say: the largest group first, those that show no sign at the end.
    #[serde(default)]
    pub groups: Vec<ConstructGroup>,
    /// What could not be read for certain: no edge was drawn from it.
    pub notices: Vec<Notice>,
    /// Noise of the text that was repaired, once per kind with its places.
    pub diagnostics: Vec<Diagnostic>,
    /// From when the supplements are in force, in the order of the text.
    pub enforcement: Vec<EnforcementReport>,
    /// What became of every sentence, article by article. Empty for a data set that an earlier version of this program
    /// loaded: see [`CoverageAnswer::has_articles`].
    #[serde(default)]
    pub articles: Vec<ArticleReport>,
}

impl CoverageAnswer {
    /// The answer for a compiled regulation.
    pub fn new(compilation: &Compilation, diagnostics: &[Diagnostic]) -> Self {
        let coverage = &compilation.coverage;
        Self {
            sentences: coverage.totals(),
            no_content_kinds: coverage.no_content_kinds(),
            reading: coverage.reading(),
            not_understood: coverage.not_understood().cloned().collect(),
            groups: coverage.groups(),
            notices: compilation.notices.clone(),
            diagnostics: diagnostics.to_vec(),
            enforcement: coverage.enforcement.clone(),
            articles: coverage.by_article(&compilation.graph, &compilation.notices),
        }
    }

    /// Whether it says what became of every sentence, not only of those that were not understood.
    pub fn has_articles(&self) -> bool {
        self.sentences.total == self.articles.iter().map(|article| article.sentences.len()).sum::<usize>()
    }

    /// The form in which it is kept in a database.
    pub fn to_report(&self) -> String {
        serde_json::to_string(self).expect("the answer has string keys only")
    }

    /// Reads what [`CoverageAnswer::to_report`] wrote, also in an earlier version of this program, which grouped nothing: the
    /// sentences are then grouped by their words alone, and `articles` is empty. Nothing if it is of another version.
    pub fn from_report(report: &str) -> Option<Self> {
        let mut answer: Self = serde_json::from_str(report).ok()?;
        for sentence in answer.not_understood.iter_mut().filter(|sentence| sentence.likely_construct.is_none()) {
            sentence.likely_construct = Some(LikelyConstruct::of_words(&sentence.text));
        }
        answer.groups = ConstructGroup::of(&answer.not_understood);
        Some(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{Supplement, compile};
    use crate::regulation::read_text;

    /// The answer for an invented regulation.
    fn answer() -> CoverageAnswer {
        let text = "甲市組織規則\n\n第1条 甲市に総務部を置く。\n2 総務部の帳簿は、青い箱による。\n第2条 総務部に総務部長を置く。\n";
        let (document, diagnostics) = read_text(text.to_owned());
        CoverageAnswer::new(&compile(&document, &Supplement::default()), &diagnostics)
    }

    #[test]
    fn a_report_reads_back() {
        let answer = answer();
        assert!(answer.has_articles());
        assert_eq!(answer.groups.iter().map(|group| group.count).sum::<usize>(), answer.not_understood.len());
        assert_eq!(CoverageAnswer::from_report(&answer.to_report()).unwrap().to_report(), answer.to_report());
    }

    #[test]
    fn a_report_of_an_earlier_version_is_read_without_its_articles() {
        let answer = answer();
        let mut report: serde_json::Value = serde_json::from_str(&answer.to_report()).unwrap();
        let report = report.as_object_mut().unwrap();
        report.remove("groups");
        report.remove("articles");
        report.remove("reading");
        for sentence in report["not_understood"].as_array_mut().unwrap() {
            sentence
                .as_object_mut()
                .unwrap()
                .retain(|key, _| !["number", "likely_construct", "reading", "unread"].contains(&key.as_str()));
        }
        let old = CoverageAnswer::from_report(&serde_json::to_string(report).unwrap()).unwrap();
        assert_eq!(old.sentences, answer.sentences);
        assert!(answer.reading.is_some() && old.reading.is_none());
        assert!(!old.has_articles() && old.articles.is_empty());
        assert_eq!(old.groups.iter().map(|group| group.count).sum::<usize>(), answer.not_understood.len());
        assert_eq!(CoverageAnswer::from_report("{}"), None);
    }
}

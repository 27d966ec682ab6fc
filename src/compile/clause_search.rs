//! From the clause that a person writes (第12条第2項, 第十二条第二項, 12条2項, 第12条第2項(3)) to the clauses of a document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::outline::Outline;
use crate::graph::NodeId;
use crate::regulation::parse_number;

/// Up to how many clauses are suggested.
const MAX_SUGGESTIONS: usize = 5;

/// How alike two citations have to be for one to be suggested for the other.
const LEAST_LIKENESS: f64 = 0.7;

/// Why no clause was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoClause {
    /// Several clauses are cited so.
    Ambiguous(Vec<NodeId>),
    /// None is.
    Missing {
        /// Clauses that are cited much the same, the likest first.
        suggestions: Vec<NodeId>,
    },
}

/// The clauses that a citation means: one, or the paragraphs of the article that it cites.
pub(crate) fn find_clauses(outline: &Outline<'_>, citation: &str) -> Result<Vec<usize>, NoClause> {
    if let Some(exact) = outline.clauses.iter().position(|clause| clause.id.as_str() == citation.trim()) {
        return Ok(vec![exact]);
    }
    let keys: Vec<String> = outline.clauses.iter().map(|clause| fold(clause.id.as_str())).collect();
    let wanted = fold(citation);
    let document = outline.document;
    let titles = (0..=document.further.len()).filter(|_| !document.further.is_empty());
    let prefixes: Vec<String> =
        std::iter::once(String::new()).chain(titles.map(|one| fold(document.title_of(one)))).collect();
    for form in forms(&wanted) {
        let mut found = prefixes.iter().map(|prefix| matches(&keys, &format!("{prefix}{form}")));
        let found: Vec<Vec<usize>> = found.by_ref().filter(|matches| !matches.is_empty()).collect();
        match found.len() {
            0 => {}
            1 => return Ok(found.into_iter().next().unwrap_or_default()),
            _ => {
                let clauses = found.iter().filter_map(|matches| matches.first());
                return Err(NoClause::Ambiguous(clauses.map(|clause| outline.clauses[*clause].id.clone()).collect()));
            }
        }
    }
    Err(NoClause::Missing { suggestions: suggestions(outline, &keys, &wanted) })
}

/// The ways in which a clause may be cited: as written, and without 第1項 where the paragraph is the only one.
fn forms(wanted: &str) -> Vec<String> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut forms = vec![wanted.to_owned()];
    for (at, _) in wanted.match_indices("1項") {
        if !wanted[..at].ends_with(|c: char| c.is_ascii_digit()) {
            forms.push(format!("{}{}", &wanted[..at], &wanted[at + "1項".len()..]));
        }
    }
    forms.retain(|form| !form.is_empty());
    forms
}

/// The clauses with a key; if there is none, the paragraphs below it.
fn matches(keys: &[String], wanted: &str) -> Vec<usize> {
    let exact: Vec<usize> = (0..keys.len()).filter(|index| keys[*index] == wanted).collect();
    if !exact.is_empty() {
        return exact;
    }
    let is_paragraph = |key: &String| {
        let number = key.strip_prefix(wanted).and_then(|rest| rest.strip_suffix('項'));
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    (0..keys.len()).filter(|index| is_paragraph(&keys[*index])).collect()
}

/// The clauses that are cited much the same.
fn suggestions(outline: &Outline<'_>, keys: &[String], wanted: &str) -> Vec<NodeId> {
    let scored = keys.iter().enumerate().map(|(index, key)| (strsim::jaro_winkler(key, wanted), index));
    let mut scored: Vec<(f64, usize)> = scored.filter(|(score, _)| *score >= LEAST_LIKENESS).collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    scored.into_iter().take(MAX_SUGGESTIONS).map(|(_, index)| outline.clauses[index].id.clone()).collect()
}

/// A citation in the form in which citations are compared: numbers in digits, without 第, (3) as 3号, (ア) as ア.
fn fold(citation: &str) -> String {
    let text: String = citation.nfkc().filter(|c| !c.is_whitespace()).collect();
    let mut folded = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let behind = &rest[first.len_utf8()..];
        if first == '第' && behind.starts_with(is_numeral) {
            rest = behind;
        } else if first == '('
            && let Some((inside, after)) = behind.split_once(')')
        {
            let (number, branch) = number_at_start(inside);
            folded.push_str(&number);
            folded.push_str(if number.is_empty() { "" } else { "号" });
            folded.push_str(&fold(branch));
            rest = after;
        } else if is_numeral(first) {
            let (number, after) = number_at_start(rest);
            folded.push_str(&number);
            rest = after;
        } else {
            folded.push(first);
            rest = behind;
        }
    }
    folded
}

/// The number at the start of a text in digits, and what stands behind it.
fn number_at_start(text: &str) -> (String, &str) {
    let end = text.find(|c: char| !is_numeral(c)).unwrap_or(text.len());
    let (written, rest) = text.split_at(end);
    (parse_number(written).map_or_else(|| written.to_owned(), |number| number.to_string()), rest)
}

/// Whether a character is a numeral.
fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二三四五六七八九十百千".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regulation::read_text;

    const TEXT: &str = "甲市組織規則\n
第1条 甲市に総務部を置く。
第2条 総務部に次の課を置く。
(1) 庶務課
(2) 経理課
2 前項の課に課長を置く。
第2条の2 課長は、課の事務を統括する。
";

    fn found(citation: &str) -> Vec<String> {
        let (document, _) = read_text(TEXT.to_owned());
        let outline = Outline::new(&document);
        let clauses = find_clauses(&outline, citation).unwrap_or_default();
        clauses.iter().map(|clause| outline.clauses[*clause].id.to_string()).collect()
    }

    #[test]
    fn a_clause_may_be_written_in_many_ways() {
        for citation in ["第2条第2項", "第二条第二項", "2条2項", "第２条 第２項", "二条2項"] {
            assert_eq!(found(citation), ["第2条第2項"], "{citation}");
        }
        for citation in ["第2条第1項(2)", "第2条第1項第2号", "第二条第一項第二号", "2条1項2号", "2条1項（２）"]
        {
            assert_eq!(found(citation), ["第2条第1項(2)"], "{citation}");
        }
        for citation in ["第1条", "第1条第1項", "一条"] {
            assert_eq!(found(citation), ["第1条"], "{citation}");
        }
        assert_eq!(found("第2条"), ["第2条第1項", "第2条第2項"], "an article with paragraphs is all of them");
        assert_eq!(found("第二条の二"), ["第2条の2"]);
    }

    #[test]
    fn an_unknown_clause_has_suggestions() {
        let (document, _) = read_text(TEXT.to_owned());
        let outline = Outline::new(&document);
        let Err(NoClause::Missing { suggestions }) = find_clauses(&outline, "第2条第9項") else {
            panic!("there is none")
        };
        assert!(suggestions.iter().any(|clause| clause.as_str() == "第2条第2項"), "{suggestions:?}");
        assert_eq!(find_clauses(&outline, ""), Err(NoClause::Missing { suggestions: Vec::new() }));
    }
}

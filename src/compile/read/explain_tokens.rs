//! The tokens of a sentence, each with what it is, for whoever wants to see how a sentence was taken apart.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Span;
use super::sentence::Words;
use super::terms::Terms;
use super::tokens::{Token, TokenKind};
use crate::compile::lexicon::{Case, Join, Marker, Modality, Sense};
use crate::regulation::find_brackets;

/// A token with what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExplainedToken {
    /// The words.
    pub words: String,
    /// Where they stand.
    #[serde(flatten)]
    pub span: Span,
    /// What it is.
    pub sort: TokenSort,
    /// Of a predicate what it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sense: Option<Sense>,
    /// Of a conjunction how it joins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join: Option<Join>,
    /// Of an auxiliary how the predicate is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality: Option<Modality>,
    /// Of a marker its case, with `topic` in front where は stands with it, `also` where も does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TokenSort {
    /// A run of content.
    Word,
    /// A predicate.
    Predicate,
    /// は, を …
    Marker,
    /// の.
    Of,
    /// に関する …
    Link,
    /// のうち, であって.
    Within,
    /// 及び …
    Conjunction,
    /// それぞれ …
    Adverb,
    /// ことができる …
    Auxiliary,
    /// その, この.
    Back,
    /// とともに.
    Together,
    /// 、.
    Comma,
    /// 。.
    Stop,
    /// White space.
    Space,
    /// (…).
    Bracket,
    /// 「…」.
    Quote,
}

/// The tokens of a text.
pub(super) fn tokens(text: &str, terms: &Terms) -> Vec<ExplainedToken> {
    let brackets = find_brackets(text);
    let words = Words::new(text, &brackets, terms);
    words.tokens.iter().map(|token| explained(token, text)).collect()
}

fn explained(token: &Token, text: &str) -> ExplainedToken {
    let words = text.get(token.span.range()).unwrap_or_default().to_owned();
    let sort = match token.kind {
        TokenKind::Word => TokenSort::Word,
        TokenKind::Verb { .. } => TokenSort::Predicate,
        TokenKind::Marker(_) => TokenSort::Marker,
        TokenKind::Of => TokenSort::Of,
        TokenKind::Link => TokenSort::Link,
        TokenKind::Within => TokenSort::Within,
        TokenKind::Conjunction(_) => TokenSort::Conjunction,
        TokenKind::Adverb { .. } => TokenSort::Adverb,
        TokenKind::Auxiliary(..) => TokenSort::Auxiliary,
        TokenKind::Back => TokenSort::Back,
        TokenKind::Together => TokenSort::Together,
        TokenKind::Comma => TokenSort::Comma,
        TokenKind::Stop => TokenSort::Stop,
        TokenKind::Space => TokenSort::Space,
        TokenKind::Bracket => TokenSort::Bracket,
        TokenKind::Quote => TokenSort::Quote,
    };
    let mut explained =
        ExplainedToken { words, span: token.span, sort, sense: None, join: None, modality: None, case: None };
    match token.kind {
        TokenKind::Verb { sense, .. } => explained.sense = Some(sense),
        TokenKind::Conjunction(join) => explained.join = Some(join),
        TokenKind::Auxiliary(modality, _) => explained.modality = Some(modality),
        TokenKind::Marker(marker) => explained.case = Some(marker_name(marker)),
        _ => {}
    }
    explained
}

/// A marker in words.
fn marker_name(marker: Marker) -> String {
    let lead = match (marker.topic, marker.also) {
        (_, true) => "also ",
        (true, false) => "topic ",
        (false, false) => "",
    };
    format!("{lead}{}", case_name(marker.case)).trim_end().to_owned()
}

/// The name of a case; empty for は alone.
fn case_name(case: Case) -> &'static str {
    match case {
        Case::Bare => "",
        Case::Subject => "subject",
        Case::Object => "object",
        Case::Dative => "dative",
        Case::Toward => "toward",
        Case::With => "with",
        Case::From => "from",
        Case::By => "by",
        Case::At => "at",
        Case::Basis => "basis",
        Case::Purpose => "purpose",
        Case::Beside => "beside",
        Case::Despite => "despite",
        Case::About => "about",
        Case::Member => "case",
        Case::As => "as",
        Case::Instead => "instead",
        Case::Occasion => "occasion",
        Case::Until => "until",
        Case::Per => "per",
        Case::Throughout => "throughout",
        Case::Except => "except",
        Case::None => "none",
    }
}

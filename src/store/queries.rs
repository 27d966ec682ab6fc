//! The library of named queries: the files of `queries/`, embedded, with what their headers say.
//!
//! A file is Cypher that every openCypher server understands, below a header of comment lines:
//!
//! ```text
//! // title: 職務代理 / Substitutes of a post
//! // parameter post (post): 代わられる職 / the post to be replaced
//! // column order: 順位 / rank, 1 for the first in line
//! ```
//!
//! Japanese stands before ` / `, English after it. The kind of a parameter is `post`, `unit` or `duty` (the id of such a node; the
//! caller finds it from a name) or `text`. Every query also takes `$data_set`, which the header does not mention.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Serialize;
use thiserror::Error;

use super::{Parameters, StoreError};
use crate::graph::Label;

/// Name of the parameter that every query of the library takes beside its own.
pub const DATA_SET_PARAMETER: &str = "data_set";

/// The files of the library, by name.
const FILES: [(&str, &str); 8] = [
    ("command-chain-up", include_str!("../../queries/command-chain-up.cypher")),
    ("duties-of-a-unit", include_str!("../../queries/duties-of-a-unit.cypher")),
    ("everyone-under-a-post", include_str!("../../queries/everyone-under-a-post.cypher")),
    ("exclusions-of-a-unit", include_str!("../../queries/exclusions-of-a-unit.cypher")),
    ("heads-of-units", include_str!("../../queries/heads-of-units.cypher")),
    ("names-without-establishment", include_str!("../../queries/names-without-establishment.cypher")),
    ("posts-without-substitute", include_str!("../../queries/posts-without-substitute.cypher")),
    ("substitutes-of-a-post", include_str!("../../queries/substitutes-of-a-post.cypher")),
];

/// A text in both languages of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Bilingual {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// What a parameter of a query stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ParameterKind {
    /// The id of a post.
    Post,
    /// The id of a unit.
    Unit,
    /// The id of a duty.
    Duty,
    /// Any text.
    Text,
}

impl ParameterKind {
    /// The label of the node whose id the parameter is.
    pub fn label(self) -> Option<Label> {
        match self {
            ParameterKind::Post => Some(Label::Post),
            ParameterKind::Unit => Some(Label::Unit),
            ParameterKind::Duty => Some(Label::Duty),
            ParameterKind::Text => None,
        }
    }

    fn parse(name: &str) -> Option<Self> {
        match name {
            "post" => Some(ParameterKind::Post),
            "unit" => Some(ParameterKind::Unit),
            "duty" => Some(ParameterKind::Duty),
            "text" => Some(ParameterKind::Text),
            _ => None,
        }
    }
}

/// A parameter of a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QueryParameter {
    /// Its name without the `$`.
    pub name: String,
    /// What it stands for.
    pub kind: ParameterKind,
    /// What it is for.
    pub meaning: Bilingual,
}

/// A column of a query's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QueryColumn {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub meaning: Bilingual,
}

/// A query of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Query {
    name: String,
    title: Bilingual,
    parameters: Vec<QueryParameter>,
    columns: Vec<QueryColumn>,
    #[serde(skip)]
    text: String,
}

/// Why a file is no query.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HeaderError {
    /// A line of the header is none of the three kinds, or lacks a part.
    #[error("line {line}: not understood: `{text}`")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// The line.
        text: String,
    },
    /// There is no title, no column or no Cypher.
    #[error("no {0}")]
    Missing(&'static str),
}

impl Query {
    /// Reads a file of the library.
    ///
    /// # Errors
    /// A header that is not complete.
    pub fn parse(name: &str, text: &str) -> Result<Self, HeaderError> {
        let mut title = None;
        let (mut parameters, mut columns) = (Vec::new(), Vec::new());
        for (index, line) in text.lines().enumerate() {
            let Some(comment) = line.strip_prefix("//") else { break };
            let misread = || HeaderError::Line { line: index + 1, text: line.to_owned() };
            let (subject, meaning) = comment.trim().split_once(':').ok_or_else(misread)?;
            let (ja, en) = meaning.split_once(" / ").ok_or_else(misread)?;
            let meaning = Bilingual { ja: ja.trim().to_owned(), en: en.trim().to_owned() };
            let words: Vec<&str> = subject.split_whitespace().collect();
            match words.as_slice() {
                ["title"] if title.is_none() => title = Some(meaning),
                ["parameter", name, kind] => {
                    let kind = kind.strip_prefix('(').and_then(|kind| kind.strip_suffix(')'));
                    let kind = kind.and_then(ParameterKind::parse).ok_or_else(misread)?;
                    parameters.push(QueryParameter { name: (*name).to_owned(), kind, meaning });
                }
                ["column", name] => columns.push(QueryColumn { name: (*name).to_owned(), meaning }),
                _ => return Err(misread()),
            }
        }
        let title = title.ok_or(HeaderError::Missing("title"))?;
        if columns.is_empty() {
            return Err(HeaderError::Missing("columns"));
        }
        if text.lines().all(|line| line.trim().is_empty() || line.starts_with("//")) {
            return Err(HeaderError::Missing("query"));
        }
        Ok(Self { name: name.to_owned(), title, parameters, columns, text: text.to_owned() })
    }

    /// Its name, which is that of its file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it answers.
    pub fn title(&self) -> &Bilingual {
        &self.title
    }

    /// Its parameters in the order of the header; all have to be given.
    pub fn parameters(&self) -> &[QueryParameter] {
        &self.parameters
    }

    /// The columns of its answer.
    pub fn columns(&self) -> &[QueryColumn] {
        &self.columns
    }

    /// The Cypher with its header.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Checks that these are its parameters, no more and no fewer.
    ///
    /// # Errors
    /// [`StoreError::MissingParameter`], [`StoreError::UnknownParameter`].
    pub fn check(&self, parameters: &Parameters) -> Result<(), StoreError> {
        if let Some(unknown) = parameters.keys().find(|name| self.parameters.iter().all(|known| known.name != **name)) {
            return Err(StoreError::UnknownParameter {
                query: self.name.clone(),
                parameter: unknown.clone(),
                known: self.parameters.iter().map(|parameter| parameter.name.clone()).collect(),
            });
        }
        match self.parameters.iter().find(|parameter| !parameters.contains_key(&parameter.name)) {
            Some(missing) => {
                Err(StoreError::MissingParameter { query: self.name.clone(), parameter: missing.name.clone() })
            }
            None => Ok(()),
        }
    }
}

/// All queries in order of their names.
///
/// # Panics
/// Never: every header is read by a test.
pub fn library() -> &'static [Query] {
    static LIBRARY: LazyLock<Vec<Query>> = LazyLock::new(|| {
        let parse = |(name, text)| Query::parse(name, text).unwrap_or_else(|error| panic!("query `{name}`: {error}"));
        FILES.into_iter().map(parse).collect()
    });
    &LIBRARY
}

/// The query of this name.
///
/// # Errors
/// [`StoreError::UnknownQuery`].
pub fn find(name: &str) -> Result<&'static Query, StoreError> {
    library().iter().find(|query| query.name == name).ok_or_else(|| StoreError::UnknownQuery {
        name: name.to_owned(),
        known: library().iter().map(|query| query.name.clone()).collect(),
    })
}

//! Who holds which post: occupancy files (CSV or a workbook) and what is wrong with them.
//!
//! A file has one row for each holding, below a row with the names of its columns: person, post, from, to, kind, and if wanted
//! the unit of the post and the number of the person. [`read`] gives everything or nothing: all mistakes of a file at once, each
//! with its cell, and no holding if there is one. Nothing here touches a regulation's graph: people come from the file alone.

mod check;
mod columns;
mod days;
mod people;
mod table;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::graph::{AuthorityGraph, HoldingKind, Label, Lookup, NameIndex, NodeId, fold_name};

use self::columns::{Column, Columns};
use self::table::Value;

pub use people::{AbsentPersonPosts, Holder, People, PostHolders, SamePerson};

/// Who holds which post.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Occupancy {
    /// The holdings in the order of the file.
    pub holdings: Vec<Holding>,
}

/// One person in one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Holding {
    /// The name as in the file.
    pub person: String,
    /// The number that tells people of one name apart, if the file has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The post.
    pub post: NodeId,
    /// First day, as YYYY-MM-DD; none if the file leaves it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Last day, as YYYY-MM-DD; none if the file leaves it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// In what way.
    pub kind: HoldingKind,
    /// Row of the file, from 1.
    pub row: usize,
}

impl Holding {
    /// What tells the person from others: the number, or else the name.
    pub fn key(&self) -> String {
        match &self.number {
            Some(number) => format!("{number}:"),
            None => fold_name(&self.person).into_owned(),
        }
    }

    /// Whether the person holds the post on a day, written as YYYY-MM-DD: so written, days are in the order of their letters.
    pub fn holds_on(&self, day: &str) -> bool {
        self.since.as_deref().is_none_or(|since| since <= day) && self.until.as_deref().is_none_or(|until| day <= until)
    }

    /// Whether two holdings share a day.
    fn overlaps(&self, other: &Holding) -> bool {
        let begins_before_end = |a: &Holding, b: &Holding| match (&a.since, &b.until) {
            (Some(since), Some(until)) => since <= until,
            _ => true,
        };
        begins_before_end(self, other) && begins_before_end(other, self)
    }
}

/// What is wrong with an occupancy file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OccupancyError {
    /// It is neither a text nor a workbook.
    Unreadable {
        /// Why, in the words of the reader.
        reason: String,
    },
    /// It has no row.
    Empty,
    /// Mistakes, by row and column. Nothing was read.
    Mistakes(Vec<Mistake>),
}

/// A mistake in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Row of the file, from 1.
    pub row: usize,
    /// Column of the file, from 1.
    pub column: usize,
    /// What is wrong.
    pub kind: MistakeKind,
}

impl Mistake {
    /// The cell as spreadsheets name it: C12.
    pub fn cell(&self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column;
        while rest > 0 {
            letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
            rest = (rest - 1) / 26;
        }
        format!("{}{}", letters.into_iter().rev().collect::<String>(), self.row)
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MistakeKind {
    /// The file has no such column.
    NoColumn(String),
    /// Two columns mean the same.
    ColumnTwice(String),
    /// Nothing in a cell that has to say something.
    Nothing,
    /// Characters that the encoding of the file does not have, or an error of the workbook's.
    Broken(String),
    /// No post is called so; the nearest names.
    UnknownPost {
        /// The name in the file.
        name: String,
        /// The nearest posts in spelling.
        similar: Vec<NodeId>,
    },
    /// Several posts are called so.
    AmbiguousPost {
        /// The name in the file.
        name: String,
        /// All of them.
        candidates: Vec<NodeId>,
    },
    /// No day.
    NoDay(String),
    /// The last day lies before the first.
    EndsBeforeStart {
        /// The first day.
        since: String,
        /// The last day.
        until: String,
    },
    /// No way of holding a post.
    UnknownKind(String),
    /// The same person holds the same post at the same time in another row.
    Overlap {
        /// The other row.
        row: usize,
    },
    /// The same person has another main post (本務) at the same time.
    SecondMainPost {
        /// The other row.
        row: usize,
    },
    /// More people have the post as their main one at the same time than it has seats.
    NoSeatLeft {
        /// The number of seats.
        seats: u32,
        /// The rows that hold them.
        rows: Vec<usize>,
    },
}

/// Reads an occupancy file: CSV in any encoding that regulations come in, or a workbook.
///
/// # Errors
/// Every mistake of the file, by row and column; nothing is read then.
pub fn read(bytes: &[u8], graph: &AuthorityGraph) -> Result<Occupancy, OccupancyError> {
    let table = table::read(bytes)?;
    let mut mistakes = Vec::new();
    let columns = Columns::find(&table, &mut mistakes);
    let mut holdings = Vec::new();
    if let Some(columns) = &columns {
        let mut posts = Posts { index: NameIndex::new(graph, &[Label::Post]), known: HashMap::new() };
        for row in &table.rows {
            holdings.extend(holding(row.number, &row.cells, columns, &mut posts, &mut mistakes));
        }
        check::together(&holdings, columns, graph, &mut mistakes);
    }
    mistakes.sort_by_key(|mistake| (mistake.row, mistake.column));
    if mistakes.is_empty() { Ok(Occupancy { holdings }) } else { Err(OccupancyError::Mistakes(mistakes)) }
}

/// Posts by the names in the file, each looked up once.
struct Posts<'a> {
    index: NameIndex<'a>,
    known: HashMap<String, Lookup>,
}

impl Posts<'_> {
    fn find(&mut self, name: &str) -> &Lookup {
        self.known.entry(name.to_owned()).or_insert_with(|| self.index.find_whole(name))
    }
}

/// The holding of one row, if nothing in the row alone is wrong.
fn holding(
    row: usize,
    cells: &[Value],
    columns: &Columns,
    posts: &mut Posts<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Option<Holding> {
    let before = mistakes.len();
    let mut wrong = |column: Column, kind: MistakeKind| {
        mistakes.push(Mistake { row, column: columns.number(column), kind });
    };
    let mut text = |column: Column| match columns.place(column).and_then(|place| cells.get(place)) {
        None => String::new(),
        Some(value) => match value.text() {
            Some(text) => text,
            None => {
                wrong(column, MistakeKind::Broken(value.shown()));
                String::new()
            }
        },
    };
    let texts = [Column::Person, Column::Post, Column::Unit, Column::Number, Column::Kind].map(&mut text);
    let broken = mistakes.len() > before;
    let mut wrong = |column: Column, kind: MistakeKind| {
        mistakes.push(Mistake { row, column: columns.number(column), kind });
    };
    let [person, post, unit, number, kind] = texts;
    if !broken {
        for (column, text) in [(Column::Person, &person), (Column::Post, &post)] {
            if text.is_empty() {
                wrong(column, MistakeKind::Nothing);
            }
        }
    }
    let name = if unit.is_empty() { post.clone() } else { format!("{unit} {post}") };
    let mut found = None;
    if !post.is_empty() {
        match posts.find(&name) {
            Lookup::Found(id) => found = Some(id.clone()),
            Lookup::Ambiguous(candidates) => {
                wrong(Column::Post, MistakeKind::AmbiguousPost { name, candidates: candidates.clone() });
            }
            Lookup::Missing { suggestions } => {
                wrong(Column::Post, MistakeKind::UnknownPost { name, similar: suggestions.clone() });
            }
        }
    }
    let mut day = |column: Column| {
        let value = columns.place(column).and_then(|place| cells.get(place))?;
        match days::day(value) {
            Ok(day) => day,
            Err(text) => {
                wrong(column, MistakeKind::NoDay(text));
                None
            }
        }
    };
    let (since, until) = (day(Column::Since), day(Column::Until));
    if let (Some(first), Some(last)) = (&since, &until)
        && last < first
    {
        wrong(Column::Until, MistakeKind::EndsBeforeStart { since: first.clone(), until: last.clone() });
    }
    let way = columns::kind(&kind);
    if way.is_none() {
        wrong(Column::Kind, MistakeKind::UnknownKind(kind));
    }
    if mistakes.len() > before {
        return None;
    }
    let number = Some(number).filter(|number| !number.is_empty());
    Some(Holding { person, number, post: found?, since, until, kind: way?, row })
}

/// What the name of a person was found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonLookup {
    /// One person: what tells the person from others ([`Holding::key`]).
    Found(String),
    /// Several people of one name, told apart by their numbers.
    Ambiguous(Vec<String>),
    /// Nobody; the nearest names in spelling.
    Missing(Vec<String>),
}

impl Occupancy {
    /// The holdings of a post on a day, in the order of the file.
    pub fn holders<'a>(&'a self, post: &'a NodeId, day: &'a str) -> impl Iterator<Item = &'a Holding> {
        self.holdings.iter().filter(move |holding| holding.post == *post && holding.holds_on(day))
    }

    /// The holdings of a person on a day, in the order of the file.
    pub fn posts_of<'a>(&'a self, key: &'a str, day: &'a str) -> impl Iterator<Item = &'a Holding> {
        self.holdings.iter().filter(move |holding| holding.key() == key && holding.holds_on(day))
    }

    /// The person with this name or number.
    pub fn person(&self, wanted: &str) -> PersonLookup {
        let folded = fold_name(wanted);
        let by_number = |holding: &&Holding| holding.number.as_deref() == Some(wanted.trim());
        if let Some(holding) = self.holdings.iter().find(by_number) {
            return PersonLookup::Found(holding.key());
        }
        let named = self.holdings.iter().filter(|holding| fold_name(&holding.person) == folded);
        let mut keys: Vec<(String, String)> = named
            .map(|holding| (holding.key(), holding.number.clone().unwrap_or_else(|| holding.person.clone())))
            .collect();
        keys.sort();
        keys.dedup();
        match &keys[..] {
            [] => PersonLookup::Missing(self.similar(&folded)),
            [(key, _)] => PersonLookup::Found(key.clone()),
            _ => PersonLookup::Ambiguous(keys.into_iter().map(|(_, shown)| shown).collect()),
        }
    }

    /// The names nearest in spelling, nearest first.
    fn similar(&self, wanted: &str) -> Vec<String> {
        let mut names: Vec<&str> = self.holdings.iter().map(|holding| holding.person.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let mut scored: Vec<(f64, &str)> =
            names.into_iter().map(|name| (strsim::jaro(&fold_name(name), wanted), name)).collect();
        scored.retain(|(score, _)| *score >= 0.6);
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        scored.into_iter().take(5).map(|(_, name)| name.to_owned()).collect()
    }
}

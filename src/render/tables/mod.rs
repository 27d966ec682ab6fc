//! Answers as tables: what a workbook, a CSV file, a Word document and the report show, once for all of them.
//!
//! A table is rows of cells in the words of the chosen language; a cell knows the node or the clauses that it names, so that a
//! page can link them. A further sheet is a variant of [`TableKind`] and a function.

mod authority;
mod drill;
mod findings;
mod organisation;
mod statements;

use crate::analysis::DrillReport;
use crate::graph::{AuthorityGraph, NodeId, Provenance};
use crate::render::json::{FindingsAnswer, LedgerAnswer};
use crate::render::messages::{Messages, tr};
use crate::render::text::Page;

/// What tables are made from: the graph and the answers on it.
#[derive(Clone, Copy)]
pub struct Answers<'a> {
    /// The graph.
    pub graph: &'a AuthorityGraph,
    /// What duties leave to other units.
    pub ledger: &'a LedgerAnswer,
    /// What is odd about the regulation.
    pub findings: &'a FindingsAnswer,
    /// What each single absence would come to.
    pub drill: &'a DrillReport,
}

/// The tables, in the order in which a workbook has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableKind {
    /// 事務分掌一覧.
    Duties,
    /// 組織一覧.
    Units,
    /// 職一覧.
    Posts,
    /// 指揮命令表.
    Command,
    /// 職務代理順位表.
    Substitution,
    /// 除外対応表.
    Exclusions,
    /// 指摘事項.
    Findings,
    /// 欠員演習.
    Drill,
    /// 専決・委任・準用等.
    Statements,
}

impl TableKind {
    /// All tables.
    pub const ALL: [TableKind; 9] = [
        TableKind::Duties,
        TableKind::Units,
        TableKind::Posts,
        TableKind::Command,
        TableKind::Substitution,
        TableKind::Exclusions,
        TableKind::Findings,
        TableKind::Drill,
        TableKind::Statements,
    ];

    /// Name in ASCII, for file names and the command line.
    pub fn name(self) -> &'static str {
        match self {
            TableKind::Duties => "duties",
            TableKind::Units => "units",
            TableKind::Posts => "posts",
            TableKind::Command => "command",
            TableKind::Substitution => "substitution",
            TableKind::Exclusions => "exclusions",
            TableKind::Findings => "findings",
            TableKind::Drill => "drill",
            TableKind::Statements => "statements",
        }
    }

    /// Title in the chosen language.
    pub fn title(self, messages: &Messages) -> String {
        match self {
            TableKind::Duties => tr!(messages, "table-duties"),
            TableKind::Units => tr!(messages, "table-units"),
            TableKind::Posts => tr!(messages, "table-posts"),
            TableKind::Command => tr!(messages, "table-command"),
            TableKind::Substitution => tr!(messages, "table-substitution"),
            TableKind::Exclusions => tr!(messages, "table-exclusions"),
            TableKind::Findings => tr!(messages, "table-findings"),
            TableKind::Drill => tr!(messages, "table-drill"),
            TableKind::Statements => tr!(messages, "table-statements"),
        }
    }
}

impl TableKind {
    /// Its rows in a word, for links to them.
    pub fn short_title(self, messages: &Messages) -> String {
        match self {
            TableKind::Duties => tr!(messages, "label-duty"),
            TableKind::Units => tr!(messages, "label-unit"),
            TableKind::Posts => tr!(messages, "label-post"),
            TableKind::Command => tr!(messages, "short-command"),
            TableKind::Substitution => tr!(messages, "short-substitution"),
            TableKind::Exclusions => tr!(messages, "short-exclusions"),
            TableKind::Findings => tr!(messages, "short-findings"),
            TableKind::Drill => tr!(messages, "table-drill"),
            TableKind::Statements => tr!(messages, "table-statements"),
        }
    }
}

/// A table of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerTable {
    /// Which one it is.
    pub kind: TableKind,
    /// Its title.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What stands in it.
    pub title: String,
    /// How wide it should be, in half-width characters.
    pub width: u16,
    /// Whether it quotes the clauses: a page that shows them beside the table leaves it out.
    pub quotes: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number.
    Number(u64),
    /// The name of a node.
    Node {
        /// The node.
        id: NodeId,
        /// Its name.
        text: String,
    },
    /// The clauses that the row rests on.
    Clauses(Vec<(NodeId, String)>, String),
    /// Words that say that something is missing or in doubt.
    Flag(String),
}

impl Cell {
    /// What a reader sees in it.
    pub fn text(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Node { text, .. } | Cell::Flag(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Clauses(clauses, separator) => {
                clauses.iter().map(|(_, citation)| citation.as_str()).collect::<Vec<_>>().join(separator)
            }
        }
    }
}

/// One table of these answers.
pub fn table(kind: TableKind, answers: Answers<'_>, messages: &Messages) -> AnswerTable {
    let writer = Writer { page: Page::new(answers.graph, messages), answers };
    let (columns, rows) = match kind {
        TableKind::Duties => organisation::duties(&writer),
        TableKind::Units => organisation::units(&writer),
        TableKind::Posts => organisation::posts(&writer),
        TableKind::Command => authority::command(&writer),
        TableKind::Substitution => authority::substitution(&writer),
        TableKind::Exclusions => authority::exclusions(&writer),
        TableKind::Findings => findings::findings(&writer),
        TableKind::Drill => drill::drill(&writer),
        TableKind::Statements => statements::statements(&writer),
    };
    let words = tr!(messages, "column-words");
    let column = |(title, width)| Column { quotes: title == words, title, width };
    let columns = columns.into_iter().map(column).collect();
    AnswerTable { kind, title: kind.title(messages), columns, rows }
}

/// Titles and widths of columns, and rows.
type Contents = (Vec<(String, u16)>, Vec<Vec<Cell>>);

/// What every table is written with.
struct Writer<'a> {
    page: Page<'a>,
    answers: Answers<'a>,
}

impl<'a> Writer<'a> {
    fn graph(&self) -> &'a AuthorityGraph {
        self.answers.graph
    }

    fn messages(&self) -> &'a Messages {
        self.page.messages
    }

    /// The name of a node, with as much of its path as tells it from others.
    fn node(&self, id: &NodeId) -> Cell {
        Cell::Node { id: id.clone(), text: self.page.name(id) }
    }

    /// The name of a node, if there is one.
    fn optional_node(&self, id: Option<&NodeId>) -> Cell {
        id.map_or_else(|| Cell::Text(String::new()), |id| self.node(id))
    }

    fn clauses(&self, provenance: &Provenance) -> Cell {
        let clauses = provenance.clauses().into_iter();
        let clauses = clauses.map(|clause| {
            let citation = self.page.citation(&clause);
            (clause, citation)
        });
        Cell::Clauses(clauses.collect(), tr!(self.messages(), "list-separator"))
    }

    /// The words that something rests on, each once.
    fn words(&self, provenance: &Provenance) -> Cell {
        let mut quotations: Vec<String> = Vec::new();
        for evidence in provenance.iter() {
            let quotation = format!("「{}」", joined(&evidence.words));
            if !quotations.contains(&quotation) {
                quotations.push(quotation);
            }
        }
        Cell::Text(quotations.concat())
    }
}

/// Words without the line breaks of the page that they stand on. Spaces inside a line are part of a name.
fn joined(words: &str) -> String {
    words.lines().map(str::trim).collect()
}

//! `kengen export`: tables for an office, and the graph for other programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::cli::arguments::{Format, SourceArguments};
use crate::cli::dossier::Dossier;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output_file::{beside, write_files};
use crate::cli::session::Session;
use crate::graph::AuthorityGraph;
use crate::render::messages::{Messages, tr};
use crate::render::tables::{AnswerTable, TableKind, table};
use crate::render::{csv, docx, graphml, jsonld, mermaid, turtle, xlsx};

/// The forms of the command; text and JSON say which files were written.
pub const FORMS: &[Format] = &[
    Format::Text,
    Format::Json,
    Format::Graphml,
    Format::Turtle,
    Format::Jsonld,
    Format::Mermaid,
    Format::Csv,
    Format::Xlsx,
    Format::Docx,
];

/// Arguments of `kengen export`.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// The regulation files: the instruments of one body.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Files to write; the ending decides on the form.
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// The tables to write.
    #[arg(long, value_enum, value_name = "TABLE")]
    pub table: Vec<TableArgument>,
    /// The day on which acceptances of findings are held against their last day; today if absent.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The tables as values of `--table`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableArgument {
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
    /// The nodes of the graph; CSV only.
    Nodes,
    /// The edges of the graph; CSV only.
    Edges,
}

impl TableArgument {
    /// The table of answers; none for the graph itself.
    fn kind(self) -> Option<TableKind> {
        match self {
            TableArgument::Duties => Some(TableKind::Duties),
            TableArgument::Units => Some(TableKind::Units),
            TableArgument::Posts => Some(TableKind::Posts),
            TableArgument::Command => Some(TableKind::Command),
            TableArgument::Substitution => Some(TableKind::Substitution),
            TableArgument::Exclusions => Some(TableKind::Exclusions),
            TableArgument::Findings => Some(TableKind::Findings),
            TableArgument::Drill => Some(TableKind::Drill),
            TableArgument::Statements => Some(TableKind::Statements),
            TableArgument::Nodes | TableArgument::Edges => None,
        }
    }

    /// Its name in file names.
    fn name(self) -> &'static str {
        match (self, self.kind()) {
            (_, Some(kind)) => kind.name(),
            (TableArgument::Nodes, _) => "nodes",
            _ => "edges",
        }
    }
}

/// What is written: the graph, and the answers on it if a form needs them.
enum Content {
    Graph(Box<AuthorityGraph>),
    Tables(Box<Dossier>),
}

impl Content {
    fn graph(&self) -> &AuthorityGraph {
        match self {
            Content::Graph(graph) => graph,
            Content::Tables(dossier) => dossier.answers().graph,
        }
    }

    fn table(&self, kind: TableKind, messages: &Messages) -> Option<AnswerTable> {
        match self {
            Content::Graph(_) => None,
            Content::Tables(dossier) => Some(table(kind, dossier.answers(), messages)),
        }
    }
}

/// The tables of a Word document, if none are chosen.
const DOCUMENT: [TableKind; 2] = [TableKind::Findings, TableKind::Substitution];

/// Writes what was asked for.
///
/// # Errors
/// No graph, an unknown form, or a file that cannot be written.
pub fn run(session: &mut Session, arguments: &ExportArguments) -> Result<Exit, Failure> {
    let given = Some(session.format).filter(|format| !matches!(format, Format::Text | Format::Json));
    let form = |path: &PathBuf| given.or_else(|| form_of(path)).ok_or_else(|| unknown_form(path, session));
    let outputs: Vec<(&Path, Format)> =
        arguments.output.iter().map(|path| Ok((path.as_path(), form(path)?))).collect::<Result<_, Failure>>()?;
    let to_stdout = if outputs.is_empty() { Some(standard_output(given, arguments, session)?) } else { None };
    let forms: Vec<Format> = outputs.iter().map(|(_, format)| *format).chain(to_stdout).collect();
    let is_document = |format: &Format| matches!(format, Format::Xlsx | Format::Docx);
    if forms.iter().any(is_document) && arguments.table.iter().any(|one| one.kind().is_none()) {
        return Err(Failure::new(Exit::Usage, tr!(session.messages, "error-export-no-sheet"))
            .help(tr!(session.messages, "help-export-no-sheet")));
    }
    let graph = arguments.source.with_files(&arguments.files, session)?.whole_graph(session)?;
    let content = if forms.iter().any(|format| is_document(format) || *format == Format::Csv) {
        Content::Tables(Box::new(Dossier::new(graph, arguments.as_of, &session.messages)))
    } else {
        // What holds the graph alone need not wait for the answers.
        Content::Graph(Box::new(graph))
    };
    if let Some(format) = to_stdout {
        for (_, bytes) in written(format, Path::new(""), &content, &arguments.table, session)? {
            session.print(&String::from_utf8_lossy(&bytes))?;
        }
        return Ok(Exit::Success);
    }
    let mut files = Vec::new();
    for (path, format) in outputs {
        files.extend(written(format, path, &content, &arguments.table, session)?);
    }
    write_files(&files, session)?;
    Ok(Exit::Success)
}

/// The form that the ending of a file asks for.
fn form_of(path: &Path) -> Option<Format> {
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_lowercase)?;
    Some(match ending.as_str() {
        "graphml" => Format::Graphml,
        "ttl" => Format::Turtle,
        "jsonld" => Format::Jsonld,
        "mmd" | "mermaid" => Format::Mermaid,
        "csv" => Format::Csv,
        "xlsx" => Format::Xlsx,
        "docx" => Format::Docx,
        _ => return None,
    })
}

fn unknown_form(path: &Path, session: &Session) -> Failure {
    let message = tr!(session.messages, "error-export-form", path = path.display().to_string());
    Failure::new(Exit::Usage, message).help(tr!(session.messages, "help-export-form"))
}

/// The form that goes to the standard output.
///
/// # Errors
/// None was named, it is no text, or it is several tables.
fn standard_output(given: Option<Format>, arguments: &ExportArguments, session: &Session) -> Result<Format, Failure> {
    let messages = &session.messages;
    match given {
        None => {
            Err(Failure::new(Exit::Usage, tr!(messages, "error-export-nowhere"))
                .help(tr!(messages, "help-export-form")))
        }
        Some(format @ (Format::Xlsx | Format::Docx)) => {
            Err(Failure::new(Exit::Usage, tr!(messages, "error-export-bytes", form = format.name()))
                .help(tr!(messages, "help-export-form")))
        }
        Some(Format::Csv) if arguments.table.len() != 1 => {
            Err(Failure::new(Exit::Usage, tr!(messages, "error-export-which-table"))
                .help(tr!(messages, "help-export-table")))
        }
        Some(format) => Ok(format),
    }
}

/// The files of one form with their paths.
fn written(
    format: Format,
    path: &Path,
    content: &Content,
    chosen: &[TableArgument],
    session: &Session,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    let (graph, messages) = (content.graph(), &session.messages);
    let kinds: Vec<TableKind> = chosen.iter().filter_map(|one| one.kind()).collect();
    let tables = |standard: &[TableKind]| -> Vec<AnswerTable> {
        let kinds = if kinds.is_empty() { standard } else { &kinds };
        kinds.iter().filter_map(|kind| content.table(*kind, messages)).collect()
    };
    let failed = |reason: String| Failure::new(Exit::Output, tr!(messages, "error-export-document", reason = reason));
    let bytes = match format {
        Format::Graphml => graphml::graphml(graph).into_bytes(),
        Format::Turtle => turtle::turtle(graph).into_bytes(),
        Format::Jsonld => jsonld::jsonld(graph).into_bytes(),
        Format::Mermaid => mermaid::mermaid(graph).into_bytes(),
        Format::Xlsx => xlsx::workbook(&tables(&TableKind::ALL), graph.regulation(), messages)
            .map_err(|error| failed(error.to_string()))?,
        Format::Docx => docx::document(&tables(&DOCUMENT), graph.regulation(), messages)
            .map_err(|error| failed(error.to_string()))?,
        Format::Csv => return Ok(csv_files(path, content, chosen, session)),
        Format::Text | Format::Json | Format::Html | Format::Sarif => return Err(session.no_such_form(FORMS)),
    };
    Ok(vec![(path.to_owned(), bytes)])
}

/// A file for each table; the path itself if there is only one.
fn csv_files(path: &Path, content: &Content, chosen: &[TableArgument], session: &Session) -> Vec<(PathBuf, Vec<u8>)> {
    let all: Vec<TableArgument> =
        if chosen.is_empty() { TableArgument::value_variants().to_vec() } else { chosen.to_vec() };
    let text = |one: TableArgument| match (one, one.kind()) {
        (_, Some(kind)) => content.table(kind, &session.messages).map_or_else(String::new, |table| csv::table(&table)),
        (TableArgument::Nodes, _) => csv::nodes(content.graph()),
        _ => csv::edges(content.graph()),
    };
    let only = all.len() == 1;
    let place = |one: TableArgument| if only { path.to_owned() } else { beside(path, one.name()) };
    all.into_iter().map(|one| (place(one), text(one).into_bytes())).collect()
}

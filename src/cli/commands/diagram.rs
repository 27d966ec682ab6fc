//! `kengen diagram`: organisation charts and command graphs as DOT, and as pictures where Graphviz is installed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::analysis::{command_chain, scopes, span};
use crate::cli::arguments::{Format, SourceArguments};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::graphviz::{self, Picture};
use crate::cli::names::resolve;
use crate::cli::output_file::{beside, write_files};
use crate::cli::session::Session;
use crate::cli::{answer_failure, one_name};
use crate::graph::{AuthorityGraph, Label, NodeId};
use crate::render::dot::{self, CommandOptions, DiagramError, DiagramWords, OrgForm, OrgOptions, Paper, Sheet};
use crate::render::messages::tr;

/// Arguments of `kengen diagram`.
#[derive(Debug, Args)]
pub struct DiagramArguments {
    /// What to draw.
    #[arg(value_enum, value_name = "KIND")]
    pub kind: DiagramKind,
    /// A regulation file, and the post or unit that the diagram is about.
    #[arg(value_name = "NODE")]
    pub names: Vec<String>,
    /// Files to write; the ending decides on the form. DOT goes to the standard output if there is none.
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// Form of an organisation chart.
    #[arg(long, value_enum, default_value_t = LayoutArgument::Auto)]
    pub layout: LayoutArgument,
    /// Size of the paper.
    #[arg(long, value_enum, default_value_t = PaperArgument::A4)]
    pub paper: PaperArgument,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The diagrams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiagramKind {
    /// Organisation chart.
    Org,
    /// Command chain to a post.
    Chain,
    /// Everybody under a post.
    Span,
    /// Who acts for whom.
    Substitution,
    /// Who stands back for whom.
    Exclusions,
}

/// The forms of an organisation chart as values of `--layout`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LayoutArgument {
    /// Columns if they fit, else brackets.
    Auto,
    /// One column for each second-level unit.
    Columns,
    /// Ruled from left to right.
    Bracket,
}

/// The sizes of paper as values of `--paper`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperArgument {
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    A3,
}

/// The form of an output file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Dot,
    Picture(Picture),
}

/// What is drawn: the subject is resolved once, the drawing made once with links and once without.
enum Subject {
    Organisation(Option<NodeId>),
    Chain(NodeId),
    Span(NodeId),
    Substitution(Option<NodeId>),
    Exclusions(Option<NodeId>),
}

/// Draws, and writes the files asked for.
///
/// # Errors
/// No graph, a name that is not one node, an unknown form, Graphviz missing, or a file that cannot be written.
pub fn run(session: &mut Session, arguments: &DiagramArguments) -> Result<Exit, Failure> {
    // What cannot be written is said before anything is compiled, drawn or written.
    let outputs: Vec<(&Path, Form)> = arguments
        .output
        .iter()
        .map(|path| Ok((path.as_path(), form_of(path, session)?)))
        .collect::<Result<_, Failure>>()?;
    if outputs.iter().any(|(_, form)| matches!(form, Form::Picture(_))) {
        graphviz::require(&session.messages)?;
    }
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    // Only exclusions ask what duties are about.
    let graph = match arguments.kind {
        DiagramKind::Exclusions => source.whole_graph(session)?,
        _ => source.graph(session)?,
    };
    let subject = subject(arguments.kind, &names, &graph, session)?;
    if outputs.is_empty() {
        let sheets = draw(&graph, &subject, arguments, true, session)?;
        return answer_dot(session, &sheets);
    }
    let mut files = Vec::new();
    for (path, form) in outputs {
        // Links lead to clauses on the same page; in a PDF they would lead nowhere.
        let links = form != Form::Picture(Picture::Pdf);
        let sheets = draw(&graph, &subject, arguments, links, session)?;
        for (number, sheet) in sheets.iter().enumerate() {
            let path = numbered(path, number);
            let bytes = match form {
                Form::Dot => sheet.dot.clone().into_bytes(),
                Form::Picture(picture) => graphviz::paint(&sheet.dot, picture, &session.messages)?,
            };
            files.push((path, bytes));
        }
    }
    write_files(&files, session)?;
    Ok(Exit::Success)
}

/// The form that the ending of a file asks for.
fn form_of(path: &Path, session: &Session) -> Result<Form, Failure> {
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_lowercase);
    match ending.as_deref() {
        Some("dot" | "gv") => Ok(Form::Dot),
        Some("svg") => Ok(Form::Picture(Picture::Svg)),
        Some("png") => Ok(Form::Picture(Picture::Png)),
        Some("pdf") => Ok(Form::Picture(Picture::Pdf)),
        _ => {
            let message = tr!(session.messages, "error-diagram-form", path = path.display().to_string());
            Err(Failure::new(Exit::Usage, message).help(tr!(session.messages, "help-diagram-form")))
        }
    }
}

/// What the diagram is about.
fn subject(kind: DiagramKind, names: &[&str], graph: &AuthorityGraph, session: &Session) -> Result<Subject, Failure> {
    let find = |label: Label| resolve(graph, one_name(names, session)?, &[label], &session.messages);
    Ok(match kind {
        DiagramKind::Org if names.is_empty() => Subject::Organisation(None),
        DiagramKind::Org => Subject::Organisation(Some(find(Label::Unit)?)),
        DiagramKind::Chain => Subject::Chain(find(Label::Post)?),
        DiagramKind::Span => Subject::Span(find(Label::Post)?),
        DiagramKind::Exclusions if names.is_empty() => Subject::Exclusions(None),
        DiagramKind::Exclusions => Subject::Exclusions(Some(find(Label::Unit)?)),
        DiagramKind::Substitution if names.is_empty() => Subject::Substitution(None),
        DiagramKind::Substitution => Subject::Substitution(Some(find(Label::Unit)?)),
    })
}

/// The sheets of the diagram.
fn draw(
    graph: &AuthorityGraph,
    subject: &Subject,
    arguments: &DiagramArguments,
    links: bool,
    session: &Session,
) -> Result<Vec<Sheet>, Failure> {
    let words = DiagramWords::of(session.messages.language());
    let paper = match arguments.paper {
        PaperArgument::A4 => Paper::A4,
        PaperArgument::A3 => Paper::A3,
    };
    let command = CommandOptions { paper, links, words: words.clone() };
    let sheets = match subject {
        Subject::Organisation(root) => {
            let form = match arguments.layout {
                LayoutArgument::Auto => OrgForm::Auto,
                LayoutArgument::Columns => OrgForm::Columns,
                LayoutArgument::Bracket => OrgForm::Bracket,
            };
            dot::org_chart(
                graph,
                &OrgOptions { paper, form, root: root.clone(), links, words, ..OrgOptions::default() },
            )
        }
        Subject::Chain(post) => {
            let chain = command_chain(graph, post).map_err(|error| answer_failure(&error, session))?;
            dot::command_chain(graph, &chain, &command).map(|sheet| vec![sheet])
        }
        Subject::Span(post) => {
            let span = span(graph, post).map_err(|error| answer_failure(&error, session))?;
            dot::command_tree(graph, &span, &command)
        }
        Subject::Exclusions(unit) => dot::exclusions(graph, &scopes(graph), unit.as_ref(), &command),
        Subject::Substitution(unit) => dot::substitution(graph, unit.as_ref(), &command),
    };
    sheets.map_err(|error| match error {
        DiagramError::NoUnits => Failure::new(Exit::Input, tr!(session.messages, "error-diagram-no-units")),
        DiagramError::NothingToDraw => Failure::new(Exit::Input, tr!(session.messages, "error-diagram-nothing")),
        // The subject was looked up in this very graph.
        other => Failure::new(Exit::Name, other.to_string()),
    })
}

/// Gives the drawing itself: the sheets one after the other, as Graphviz reads them.
fn answer_dot(session: &mut Session, sheets: &[Sheet]) -> Result<Exit, Failure> {
    if session.format == Format::Json {
        let message = tr!(session.messages, "error-diagram-json");
        return Err(Failure::new(Exit::Usage, message).help(tr!(session.messages, "help-diagram-form")));
    }
    for sheet in sheets {
        session.print(&sheet.dot)?;
    }
    Ok(Exit::Success)
}

/// The path of a sheet: that given for the first, with a number before the ending for the others.
fn numbered(path: &Path, number: usize) -> PathBuf {
    if number == 0 { path.to_owned() } else { beside(path, &(number + 1).to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_after_the_first_are_numbered() {
        assert_eq!(numbered(Path::new("out/chart.svg"), 0), Path::new("out/chart.svg"));
        assert_eq!(numbered(Path::new("out/chart.svg"), 1), Path::new("out/chart-2.svg"));
        assert_eq!(numbered(Path::new("図.2024.pdf"), 2), Path::new("図.2024-3.pdf"));
    }
}

//! `kengen diagram`: organisation charts and command graphs as DOT, and as pictures where Graphviz is installed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::acting::ScenarioArguments;
use crate::analysis::{ActingReport, ScopeReport, acting, command_chain, scopes, span};
use crate::cli::arguments::{Format, SourceArguments};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::graphviz::{self, Picture};
use crate::cli::names::resolve;
use crate::cli::output_file::{beside, write_files};
use crate::cli::session::Session;
use crate::cli::{answer_failure, one_name};
use crate::findings::review;
use crate::graph::{AuthorityGraph, Label, Node, NodeId};
use crate::render::dot::{
    self, CommandOptions, DiagramError, DiagramWords, OrgForm, OrgOptions, Paper, Selection, Sheet,
};
use crate::render::json::{FindingsAnswer, OverlapsAnswer};
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
    /// The unit that a chart over units is about; the same as its name behind the kind.
    #[arg(long, value_name = "UNIT")]
    pub focus: Option<String>,
    /// How many levels of units below the top, or how many steps from the node.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u8).range(1..))]
    pub depth: Option<u8>,
    /// Kinds of units, or units, that are left out with everything below them.
    #[arg(long, value_name = "UNIT")]
    pub hide: Vec<String>,
    /// Who is absent.
    #[command(flatten)]
    pub scenario: ScenarioArguments,
    /// The day on which acceptances of findings are held against their last day; today if absent.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
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
    /// Who acts for absent posts, over the organisation.
    Scenario,
    /// How many findings there are, over the organisation.
    Findings,
    /// What several units own.
    Overlaps,
    /// What a node is related to.
    Neighbourhood,
}

impl DiagramKind {
    /// Whether it is drawn over the tree of units, so that a part of that can be selected.
    fn is_over_units(self) -> bool {
        matches!(self, Self::Org | Self::Scenario | Self::Findings)
    }

    /// Whether it is about the whole regulation if no unit is named.
    fn takes_a_unit(self) -> bool {
        self.is_over_units() || matches!(self, Self::Substitution | Self::Exclusions | Self::Overlaps)
    }
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

/// What is drawn: the subject is resolved and the question answered once, the drawing made once with links and once without.
enum Subject {
    Organisation(Selection),
    Chain(NodeId),
    Span(NodeId),
    Substitution(Option<NodeId>),
    Exclusions(Option<NodeId>, ScopeReport),
    Scenario(Selection, ActingReport),
    Findings(Selection, FindingsAnswer),
    Overlaps(OverlapsAnswer),
    Neighbourhood(NodeId),
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
    fitting(arguments, session)?;
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    // Most ask nothing about what duties are about.
    let graph = match arguments.kind {
        DiagramKind::Exclusions | DiagramKind::Findings | DiagramKind::Overlaps | DiagramKind::Neighbourhood => {
            source.whole_graph(session)?
        }
        _ => source.graph(session)?,
    };
    let subject = subject(arguments, &names, &graph, session)?;
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

/// Refuses options that the kind of diagram does not know, rather than leaving them out.
fn fitting(arguments: &DiagramArguments, session: &Session) -> Result<(), Failure> {
    let kind = arguments.kind;
    let scenario = &arguments.scenario;
    let options = [
        ("--focus", arguments.focus.is_some() && !kind.takes_a_unit()),
        ("--depth", arguments.depth.is_some() && !kind.is_over_units() && kind != DiagramKind::Neighbourhood),
        ("--hide", !arguments.hide.is_empty() && !kind.is_over_units()),
        ("--absent", !scenario.absent.is_empty() && kind != DiagramKind::Scenario),
        ("--unfilled", !scenario.unfilled.is_empty() && kind != DiagramKind::Scenario),
        ("--scenario", scenario.scenario.is_some() && kind != DiagramKind::Scenario),
    ];
    let Some((option, _)) = options.into_iter().find(|(_, wrong)| *wrong) else { return Ok(()) };
    let kind = kind.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let message = tr!(session.messages, "error-diagram-option", option = option, kind = kind);
    Err(Failure::new(Exit::Usage, message))
}

/// What the diagram is about.
fn subject(
    arguments: &DiagramArguments,
    names: &[&str],
    graph: &AuthorityGraph,
    session: &Session,
) -> Result<Subject, Failure> {
    let kind = arguments.kind;
    let resolved = |name: &str, labels: &[Label]| resolve(graph, name, labels, &session.messages);
    let find = |labels: &[Label]| resolved(one_name(names, session)?, labels);
    if !kind.takes_a_unit() {
        return Ok(match kind {
            DiagramKind::Chain => Subject::Chain(find(&[Label::Post])?),
            DiagramKind::Span => Subject::Span(find(&[Label::Post])?),
            _ => Subject::Neighbourhood(find(&Label::ALL)?),
        });
    }
    let all: Vec<&str> = names.iter().copied().chain(arguments.focus.as_deref()).collect();
    let unit = super::at_most_one_name(&all, session)?.map(|name| resolved(name, &[Label::Unit])).transpose()?;
    Ok(match kind {
        DiagramKind::Substitution => Subject::Substitution(unit),
        DiagramKind::Exclusions => Subject::Exclusions(unit, scopes(graph)),
        DiagramKind::Overlaps => Subject::Overlaps(OverlapsAnswer::new(scopes(graph), unit, graph)),
        _ => {
            let selection = selection(arguments, unit, graph, session)?;
            match kind {
                DiagramKind::Scenario => Subject::Scenario(selection, who_acts(arguments, graph, session)?),
                DiagramKind::Findings => {
                    let today = || arguments.as_of.unwrap_or_else(|| ZonedDateTime::now().date()).to_string();
                    let report = review(graph, today);
                    Subject::Findings(selection, FindingsAnswer::new(report, graph, &session.messages))
                }
                _ => Subject::Organisation(selection),
            }
        }
    })
}

/// Which units are drawn. What is hidden is a kind of units if there are units of it, else the name of one.
fn selection(
    arguments: &DiagramArguments,
    root: Option<NodeId>,
    graph: &AuthorityGraph,
    session: &Session,
) -> Result<Selection, Failure> {
    let mut selection = Selection { depth: arguments.depth.map(usize::from), ..Selection::of(root) };
    for hidden in &arguments.hide {
        let is_kind = |node: &Node| node.as_unit().is_some_and(|unit| unit.kind == *hidden);
        if graph.nodes_with(Label::Unit).any(is_kind) {
            selection.hidden_kinds.insert(hidden.clone());
        } else {
            selection.hidden_units.insert(resolve(graph, hidden, &[Label::Unit], &session.messages)?);
        }
    }
    Ok(selection)
}

/// Who acts in the scenario of the arguments.
fn who_acts(arguments: &DiagramArguments, graph: &AuthorityGraph, session: &Session) -> Result<ActingReport, Failure> {
    let file = arguments.scenario.file(session)?;
    let scenario = arguments.scenario.scenario(&file, graph, session)?;
    if scenario.absent.is_empty() {
        let failure = Failure::new(Exit::Usage, tr!(session.messages, "error-nobody-absent"));
        return Err(failure.help(tr!(session.messages, "help-diagram-absent")));
    }
    acting(graph, &scenario).map_err(|error| answer_failure(&error, session))
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
    let messages = &session.messages;
    let over_units = |selection: &Selection| {
        let form = match arguments.layout {
            LayoutArgument::Auto => OrgForm::Auto,
            LayoutArgument::Columns => OrgForm::Columns,
            LayoutArgument::Bracket => OrgForm::Bracket,
        };
        OrgOptions { paper, form, selection: selection.clone(), links, words: words.clone(), ..OrgOptions::default() }
    };
    let sheets = match subject {
        Subject::Organisation(selection) => dot::org_chart(graph, &over_units(selection)),
        Subject::Chain(post) => {
            let chain = command_chain(graph, post).map_err(|error| answer_failure(&error, session))?;
            dot::command_chain(graph, &chain, &command).map(|sheet| vec![sheet])
        }
        Subject::Span(post) => {
            let span = span(graph, post).map_err(|error| answer_failure(&error, session))?;
            dot::command_tree(graph, &span, &command)
        }
        Subject::Exclusions(unit, report) => dot::exclusions(graph, report, unit.as_ref(), &command),
        Subject::Substitution(unit) => dot::substitution(graph, unit.as_ref(), &command),
        Subject::Scenario(selection, report) => dot::scenario(graph, report, &over_units(selection), messages),
        Subject::Findings(selection, answer) => dot::findings_chart(graph, answer, &over_units(selection), messages),
        Subject::Overlaps(answer) => dot::overlaps(graph, answer, &command),
        Subject::Neighbourhood(node) => {
            dot::neighbourhood(graph, node, arguments.depth.map_or(1, usize::from), &command, messages)
        }
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

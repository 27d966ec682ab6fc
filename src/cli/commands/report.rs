//! `kengen report`: one page about a regulation, to be handed on.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::analysis::scopes;
use crate::cli::arguments::{Format, SourceArguments};
use crate::cli::dossier::Dossier;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::graphviz::{self, Picture};
use crate::cli::output_file::write_files;
use crate::cli::session::Session;
use crate::graph::AuthorityGraph;
use crate::render::dot::{DiagramWords, OrgOptions, org_chart};
use crate::render::html::{self, ReportContents};
use crate::render::json::OverlapsAnswer;
use crate::render::messages::tr;

/// Arguments of `kengen report`.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// The regulation files: the instruments of one body.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Write the page here.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The day on which acceptances of findings are held against their last day; today if absent.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Writes the page.
///
/// # Errors
/// No graph, a data set of an earlier version, or a file that cannot be written.
pub fn run(session: &mut Session, arguments: &ReportArguments) -> Result<Exit, Failure> {
    if session.format == Format::Json && arguments.output.is_none() {
        let message = tr!(session.messages, "error-report-json");
        return Err(Failure::new(Exit::Usage, message).help(tr!(session.messages, "help-report-json")));
    }
    let source = arguments.source.with_files(&arguments.files, session)?;
    source.require_matters(session)?;
    let (graph, coverage) = source.graph_and_coverage(session)?;
    let coverage = coverage.filter(|answer| answer.has_articles()).ok_or_else(|| {
        Failure::new(Exit::Database, tr!(session.messages, "error-no-articles"))
            .help(tr!(session.messages, "help-store-reload"))
    })?;
    let charts = charts(&graph, session)?;
    let overlaps = OverlapsAnswer::new(scopes(&graph), None, &graph);
    let dossier = Dossier::new(graph, arguments.as_of, &session.messages);
    let contents =
        ReportContents { answers: dossier.answers(), overlaps: &overlaps, coverage: &coverage, charts: &charts };
    let page = html::report(contents, &session.messages);
    match &arguments.output {
        None => session.print(&page)?,
        Some(path) => write_files(&[(path.clone(), page.into_bytes())], session)?,
    }
    Ok(Exit::Success)
}

/// The sheets of the organisation chart as SVG; none without Graphviz, which is said, and none where there is nothing to draw.
fn charts(graph: &AuthorityGraph, session: &mut Session) -> Result<Vec<String>, Failure> {
    let words = DiagramWords::of(session.messages.language());
    let Ok(sheets) = org_chart(graph, &OrgOptions { links: true, words, ..OrgOptions::default() }) else {
        return Ok(Vec::new());
    };
    if graphviz::require(&session.messages).is_err() {
        session.note(&tr!(session.messages, "note-report-without-graphviz"));
        return Ok(Vec::new());
    }
    let paint = |dot: &str| graphviz::paint(dot, Picture::Svg, &session.messages);
    let painted = sheets.iter().map(|sheet| Ok(String::from_utf8_lossy(&paint(&sheet.dot)?).into_owned()));
    painted.collect()
}

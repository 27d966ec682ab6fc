//! `kengen check`: what is odd about a regulation.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::analysis::scopes;
use crate::cli::arguments::{Format, SourceArguments};
use crate::cli::dossier::drill_of_all;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::{Session, json};
use crate::findings::{Finding, RULES, Severity, review};
use crate::render::json::{FindingsAnswer, LedgerAnswer};
use crate::render::messages::tr;
use crate::render::tables::{Answers, TableKind, table};
use crate::render::{html, sarif, text, xlsx};

/// So many findings of a rule are shown, counting those of one sentence once: about a screen.
const GROUPS_SHOWN: usize = 8;

/// Arguments of `kengen check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The regulation files: the instruments of one body.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Only findings with these codes.
    #[arg(long, alias = "code", value_name = "CODE")]
    pub select: Vec<String>,
    /// No findings with these codes.
    #[arg(long, value_name = "CODE")]
    pub ignore: Vec<String>,
    /// Only findings of at least this severity.
    #[arg(long, value_enum, default_value_t = SeverityArgument::Note)]
    pub severity: SeverityArgument,
    /// End with exit code 1 if there is a finding of at least this severity.
    #[arg(long, value_enum, default_value_t = FailOn::Error)]
    pub fail_on: FailOn,
    /// Show all findings of a rule.
    #[arg(long)]
    pub all: bool,
    /// Write the answer here.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The day on which acceptances are held against their last day; today if absent.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Where the graph comes from.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// The severities as values of `--severity`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SeverityArgument {
    /// 参考.
    Note,
    /// 要確認.
    Warning,
    /// 要対応.
    Error,
}

/// The values of `--fail-on`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Any finding.
    Note,
    /// 要確認 or 要対応.
    Warning,
    /// 要対応.
    Error,
    /// No finding.
    Never,
}

impl From<SeverityArgument> for Severity {
    fn from(argument: SeverityArgument) -> Self {
        match argument {
            SeverityArgument::Note => Severity::Note,
            SeverityArgument::Warning => Severity::Warning,
            SeverityArgument::Error => Severity::Error,
        }
    }
}

impl FailOn {
    /// The least severity that makes the command fail.
    fn threshold(self) -> Option<Severity> {
        match self {
            FailOn::Note => Some(Severity::Note),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Error => Some(Severity::Error),
            FailOn::Never => None,
        }
    }
}

/// Answers with the findings.
///
/// # Errors
/// No graph, or an unknown code.
pub fn run(session: &mut Session, arguments: &CheckArguments) -> Result<Exit, Failure> {
    let mut codes = arguments.select.iter().chain(&arguments.ignore);
    if let Some(code) = codes.find(|code| RULES.iter().all(|rule| rule.code != **code)) {
        return Err(unknown_code(code, session));
    }
    let source = arguments.source.with_files(&arguments.files, session)?;
    let graph = source.whole_graph(session)?;
    let today = || arguments.as_of.unwrap_or_else(|| ZonedDateTime::now().date()).to_string();
    let mut report = review(&graph, today);
    // What is shown is a choice of the reader; what makes the command fail is not narrowed by it.
    let fails = |severity: Severity| arguments.fail_on.threshold().is_some_and(|threshold| severity <= threshold);
    let found = &report.findings;
    let exit = if found.iter().any(|finding| fails(finding.severity)) { Exit::Findings } else { Exit::Success };
    let least = Severity::from(arguments.severity);
    let lists = |codes: &[String], code: &str| codes.iter().any(|one| one == code);
    let is_wanted =
        |code: &str| (arguments.select.is_empty() || lists(&arguments.select, code)) && !lists(&arguments.ignore, code);
    let is_shown = |finding: &Finding| finding.severity <= least && is_wanted(finding.code);
    report.findings.retain(is_shown);
    report.accepted.retain(|accepted| is_shown(&accepted.finding));
    let answer = FindingsAnswer::new(report, &graph, &session.messages);
    let text = match session.format {
        Format::Json => json(&answer),
        Format::Html => html::findings(&answer, &graph, &session.messages),
        Format::Sarif => {
            let files = source.regulation.iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
            sarif::findings(&answer, &graph, &files, &session.messages)
        }
        Format::Xlsx => {
            let ledger = LedgerAnswer::new(scopes(&graph), None, &graph);
            let drill = drill_of_all(&graph);
            let answers = Answers { graph: &graph, ledger: &ledger, findings: &answer, drill: &drill };
            let table = table(TableKind::Findings, answers, &session.messages);
            let workbook = xlsx::workbook(&[table], graph.regulation(), &session.messages);
            let bytes = workbook.map_err(|error| {
                let reason = error.to_string();
                Failure::new(Exit::Output, tr!(session.messages, "error-export-document", reason = reason))
            })?;
            session.deliver_file(&bytes, arguments.output.as_deref())?;
            return Ok(exit);
        }
        _ => {
            // A file is searched, a screen is read.
            let limit = if arguments.all || arguments.output.is_some() { usize::MAX } else { GROUPS_SHOWN };
            text::findings(&answer, &graph, limit, &session.messages)
        }
    };
    session.deliver(&text, arguments.output.as_deref())?;
    Ok(exit)
}

/// The failure for a code that no rule has.
pub(super) fn unknown_code(code: &str, session: &Session) -> Failure {
    let messages = &session.messages;
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    Failure::new(Exit::Name, tr!(messages, "error-unknown-code", code = code)).detail(tr!(
        messages,
        "detail-known",
        names = codes.join(&tr!(messages, "list-separator"))
    ))
}

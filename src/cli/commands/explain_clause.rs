//! `kengen explain-clause`: how the sentences of a clause were read, word by word.

use clap::Args;

use crate::cli::arguments::SourceArguments;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::input::read_regulation;
use crate::cli::one_name;
use crate::cli::session::Session;
use crate::compile::NoClause;
use crate::compile::read::explain::explain_clause;
use crate::graph::{Label, NodeId};
use crate::render::messages::{Messages, tr};
use crate::render::text;
use crate::render::text::words;

/// Arguments of `kengen explain-clause`.
#[derive(Debug, Args)]
pub struct ExplainClauseArguments {
    /// The clause; a regulation file may stand beside it.
    #[arg(value_name = "CLAUSE", required = true)]
    pub names: Vec<String>,
    /// Where the text comes from: a file. A data set does not hold the text.
    #[command(flatten)]
    pub source: SourceArguments,
}

/// Answers with what was read of each sentence of a clause.
///
/// # Errors
/// No regulation file, or not the citation of one clause.
pub fn run(session: &mut Session, arguments: &ExplainClauseArguments) -> Result<Exit, Failure> {
    let (source, names) = arguments.source.split(&arguments.names, session)?;
    let clause = one_name(&names, session)?;
    let messages = &session.messages;
    if source.regulation.is_empty() {
        let failure = Failure::new(Exit::Input, tr!(messages, "error-clause-needs-file"));
        return Err(failure.help(tr!(messages, "help-clause-needs-file", clause = clause)));
    }
    source.check(session)?;
    let regulation = read_regulation(&source.regulation, &source.reading(), messages)?;
    let explanation = explain_clause(&regulation.document, clause).map_err(|none| failure(clause, &none, messages))?;
    session.answer(&explanation, text::explain_clause)?;
    Ok(Exit::Success)
}

/// The failure for a citation that is not that of one clause.
fn failure(clause: &str, none: &NoClause, messages: &Messages) -> Failure {
    let listed = |failure: Failure, clauses: &[NodeId]| {
        clauses.iter().fold(failure, |failure, one| failure.detail(format!("- {one}")))
    };
    match none {
        NoClause::Ambiguous(clauses) => {
            let message = tr!(messages, "error-name-ambiguous", name = clause, count = clauses.len());
            listed(Failure::new(Exit::Name, message), clauses)
        }
        NoClause::Missing { suggestions } => {
            let sort = words::label(messages, Label::Clause);
            let failure = Failure::new(Exit::Name, tr!(messages, "error-name-missing", name = clause, sort = sort));
            if suggestions.is_empty() {
                return failure.help(tr!(messages, "help-clause-missing"));
            }
            listed(failure.detail(tr!(messages, "detail-similar")), suggestions)
        }
    }
}

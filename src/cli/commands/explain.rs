//! `kengen explain`: what a finding means, why it matters, and what it rests on.

use clap::Args;

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::findings::{RULES, explain};
use crate::render::json::RulesAnswer;
use crate::render::text;

use super::check::unknown_code;

/// Arguments of `kengen explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The code of the finding; all codes are listed without one.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// Answers with the documentation of a rule, or with all codes.
///
/// # Errors
/// An unknown code.
pub fn run(session: &mut Session, arguments: &ExplainArguments) -> Result<Exit, Failure> {
    match &arguments.code {
        Some(code) => {
            let explanation = explain(code).ok_or_else(|| unknown_code(code, session))?;
            let answer = RulesAnswer { rules: vec![explanation] };
            session.answer(&answer, |answer, messages| {
                answer.rules.iter().map(|rule| text::explanation(rule, messages)).collect()
            })?;
        }
        None => {
            let answer = RulesAnswer { rules: RULES.iter().map(|rule| rule.explanation()).collect() };
            session.answer(&answer, |_, messages| text::rules(messages))?;
        }
    }
    Ok(Exit::Success)
}

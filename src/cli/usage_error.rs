//! What clap says about a wrong command line, in the chosen language. clap itself speaks English only.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::render::messages::{Messages, tr};

use super::exit::Exit;
use super::failure::Failure;

/// The failure for a command line that clap refused.
pub fn failure(error: &Error, messages: &Messages) -> Failure {
    let argument = context(error, &[ContextKind::InvalidArg, ContextKind::InvalidSubcommand]);
    let value = context(error, &[ContextKind::InvalidValue]);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => tr!(messages, "usage-unknown-argument", argument = argument),
        ErrorKind::InvalidSubcommand => tr!(messages, "usage-unknown-command", command = argument),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            tr!(messages, "usage-no-command")
        }
        ErrorKind::MissingRequiredArgument => tr!(messages, "usage-missing-argument", argument = argument),
        ErrorKind::InvalidValue if value.is_empty() => tr!(messages, "usage-missing-value", argument = argument),
        ErrorKind::InvalidValue => tr!(messages, "usage-invalid-value", argument = argument, value = value),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            tr!(messages, "usage-refused-value", argument = argument, value = value, reason = reason)
        }
        ErrorKind::ArgumentConflict => {
            let other = context(error, &[ContextKind::PriorArg]);
            if other.is_empty() || other == argument {
                tr!(messages, "usage-repeated", argument = argument)
            } else {
                tr!(messages, "usage-conflict", argument = argument, other = other)
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            tr!(messages, "usage-number-of-values", argument = argument)
        }
        ErrorKind::InvalidUtf8 => tr!(messages, "usage-not-utf8"),
        _ => error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    };
    let mut failure = Failure::new(Exit::Usage, message);
    let possible = context(error, &[ContextKind::ValidValue, ContextKind::ValidSubcommand]);
    if !possible.is_empty() && error.kind() != ErrorKind::InvalidSubcommand {
        failure = failure.detail(tr!(messages, "usage-possible", values = possible.replace('`', "")));
    }
    let suggested =
        context(error, &[ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]);
    if !suggested.is_empty() {
        failure = failure.help(tr!(messages, "usage-did-you-mean", name = suggested));
    }
    failure.help(tr!(messages, "usage-see-help"))
}

/// The first of these pieces of context that the error has, as text.
fn context(error: &Error, kinds: &[ContextKind]) -> String {
    let text = kinds.iter().find_map(|kind| error.get(*kind)).map(|value| match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("`, `"),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    });
    text.unwrap_or_default()
}

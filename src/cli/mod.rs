//! The command line: arguments, messages, exit codes, and where input comes from and output goes.
//!
//! Entry points: [`run_process`] for the program, [`run`] with given arguments and streams for everything else. This room
//! holds no rule of the domain; answers come from `analysis` and `findings`, their form from `render`.

mod arguments;
mod commands;
mod database;
mod dossier;
mod exit;
mod failure;
mod graphviz;
mod help;
mod input;
#[cfg(test)]
#[path = "messages/tests.rs"]
mod message_tests;
mod names;
mod occupancy;
mod output_file;
mod progress;
mod session;
mod source;
mod usage_error;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _};

use crate::analysis::AnalysisError;
use crate::render::messages::{Language, Messages, tr};

use arguments::{Arguments, Command, Format, LanguageArgument};
use failure::Failure;
use session::Session;

pub use exit::Exit;
pub use session::Environment;

/// Runs the program with the arguments, streams and surroundings of this process.
pub fn run_process() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    // Colour only on a terminal, and not there either if NO_COLOR is set.
    let mut stdout = anstream::AutoStream::auto(std::io::stdout().lock());
    let mut stderr = anstream::AutoStream::auto(std::io::stderr().lock());
    run(&arguments, &Environment::of_process(), &mut stdout, &mut stderr).into()
}

/// Runs one command and says how it ended. `arguments` starts with the name of the program.
pub fn run(arguments: &[OsString], environment: &Environment, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Exit {
    let language = wanted_language(arguments).unwrap_or_else(|| Language::of_locale(&environment.locale));
    let messages = messages(language);
    // A definition without words parses a right command line; the words are put in only where they will be shown.
    let parsed = parse(Arguments::command(), arguments).or_else(|_| parse(help::command(&messages), arguments));
    let format = parsed.as_ref().map_or(Format::Text, |arguments| arguments.format);
    let mut session = Session { messages, format, environment, stdout, stderr };
    let result = match parsed {
        Ok(arguments) => dispatch(&mut session, &arguments.command),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            session.print(&error.render().ansi().to_string()).map(|()| Exit::Success)
        }
        Err(_) if arguments.len() <= 1 => {
            let help = help::command(&session.messages).render_help().ansi().to_string();
            session.note_help(&help);
            Ok(Exit::Usage)
        }
        Err(error) => Err(usage_error::failure(&error, &session.messages)),
    };
    result.unwrap_or_else(|failure| session.fail(&failure))
}

/// The arguments as `definition` reads them.
fn parse(definition: clap::Command, arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    let mut matches = definition.try_get_matches_from(arguments)?;
    Arguments::from_arg_matches_mut(&mut matches)
}

/// The words of answers, help and errors in one language.
fn messages(language: Language) -> Messages {
    let mut messages = Messages::new(language);
    messages.add(source(language));
    messages
}

/// The words of help and errors, as Fluent source.
fn source(language: Language) -> &'static str {
    match language {
        Language::Ja => include_str!("messages/ja.ftl"),
        Language::En => include_str!("messages/en.ftl"),
    }
}

/// The language that the arguments ask for: needed before they are parsed, for help and usage errors.
fn wanted_language(arguments: &[OsString]) -> Option<Language> {
    let texts: Vec<&str> =
        arguments.iter().skip(1).filter_map(|argument| argument.to_str()).take_while(|text| *text != "--").collect();
    let value = texts.iter().enumerate().find_map(|(at, text)| match text.strip_prefix("--lang") {
        Some("") => texts.get(at + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    })?;
    let language = <LanguageArgument as clap::ValueEnum>::from_str(value, false).ok()?;
    Some(match language {
        LanguageArgument::Ja => Language::Ja,
        LanguageArgument::En => Language::En,
    })
}

/// Runs the command that was asked for.
fn dispatch(session: &mut Session, command: &Command) -> Result<Exit, Failure> {
    // Refused before anything is read or written.
    if !command.forms().contains(&session.format) {
        return Err(session.no_such_form(command.forms()));
    }
    match command {
        Command::Compile(arguments) => commands::compile::run(session, arguments),
        Command::Load(arguments) => commands::load::run(session, arguments),
        Command::Coverage(arguments) => commands::coverage::run(session, arguments),
        Command::Chain(arguments) => commands::chain::run(session, arguments),
        Command::Span(arguments) => commands::span::run(session, arguments),
        Command::Acting(arguments) => commands::acting::run(session, arguments),
        Command::Drill(arguments) => commands::drill::run(session, arguments),
        Command::Resilience(arguments) => commands::resilience::run(session, arguments),
        Command::WhyNot(arguments) => commands::why_not::run(session, arguments),
        Command::Conflicts(arguments) => commands::conflicts::run(session, arguments),
        Command::Owner(arguments) => commands::owner::run(session, arguments),
        Command::Ledger(arguments) => commands::ledger::run(session, arguments),
        Command::Overlaps(arguments) => commands::overlaps::run(session, arguments),
        Command::Matrix(arguments) => commands::matrix::run(session, arguments),
        Command::Show(arguments) => commands::show::run(session, arguments),
        Command::Check(arguments) => commands::check::run(session, arguments),
        Command::Verify(arguments) => commands::verify::run(session, arguments),
        Command::Explain(arguments) => commands::explain::run(session, arguments),
        Command::ExplainClause(arguments) => commands::explain_clause::run(session, arguments),
        Command::Diagram(arguments) => commands::diagram::run(session, arguments),
        Command::Report(arguments) => commands::report::run(session, arguments),
        Command::Export(arguments) => commands::export::run(session, arguments),
        Command::Query(arguments) => commands::query::run(session, arguments),
        Command::DataSets(arguments) => commands::data_sets::run(session, arguments),
        Command::Completions(arguments) => commands::completions::run(session, arguments),
    }
}

/// The only name among the positional arguments.
///
/// # Errors
/// None or several were given.
fn one_name<'n>(names: &[&'n str], session: &Session) -> Result<&'n str, Failure> {
    match names {
        [name] => Ok(name),
        _ => Err(Failure::new(Exit::Usage, tr!(session.messages, "error-one-name", count = names.len()))),
    }
}

/// What is wrong with a question to the graph, in the chosen language.
fn answer_failure(error: &AnalysisError, session: &Session) -> Failure {
    let messages = &session.messages;
    match error {
        AnalysisError::NoWords => Failure::new(Exit::Usage, tr!(messages, "error-no-words")),
        AnalysisError::NotOptional(post) => Failure::new(
            Exit::Usage,
            tr!(messages, "error-not-optional", post = post.as_str()),
        )
        .help(tr!(messages, "help-not-optional", post = post.as_str())),
        // Names are resolved to nodes of the right sort before a question is put.
        other => Failure::new(Exit::Name, other.to_string()),
    }
}

//! The command line from end to end: answers about the J-LIS regulation, exit codes, bad input, and the process itself.
//!
//! Most tests run the command in this process, which is quick; those about pipes and terminals start the program.

mod answers;
mod bad_input;
mod check;
mod coverage;
mod delegation;
mod documents;
mod explain_clause;
mod formats;
mod process;
mod readme;
mod schemas;
mod sources;
mod verify;

use std::ffi::OsString;

use kengen::cli::{Environment, Exit, run};

/// The regulation that the project carries.
pub const JLIS: &str = "graph-data/jlis/regulation.txt";

/// What a command said and how it ended.
#[derive(Debug)]
pub struct Answer {
    /// Its exit code.
    pub exit: Exit,
    /// What it printed as its answer.
    pub stdout: String,
    /// What it printed beside its answer.
    pub stderr: String,
}

impl Answer {
    /// The answer as JSON. Nothing else may stand on the standard output.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }
}

/// Runs a command in this process, in English unless the arguments say otherwise.
pub fn kengen(arguments: &[&str]) -> Answer {
    kengen_in(&Environment::default(), arguments)
}

/// Runs a command in this process with these surroundings.
pub fn kengen_in(environment: &Environment, arguments: &[&str]) -> Answer {
    let arguments: Vec<OsString> =
        std::iter::once("kengen").chain(arguments.iter().copied()).map(OsString::from).collect();
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let exit = run(
        &arguments,
        environment,
        &mut anstream::StripStream::new(&mut stdout),
        &mut anstream::StripStream::new(&mut stderr),
    );
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Answer { exit, stdout: text(stdout), stderr: text(stderr) }
}

//! The README says what is so: exit codes, and command lines that the program understands.

use kengen::cli::Exit;
use regex::Regex;

use crate::kengen;

const README: &str = include_str!("../../README.md");

#[test]
fn exit_codes_are_those_of_the_program() {
    for exit in Exit::ALL {
        let row = format!("| {} | {} |", exit.code(), exit.name());
        assert!(README.contains(&row), "the README lacks the row `{row}`");
        assert_eq!(
            README.matches(&format!("\n| {} | ", exit.code())).count(),
            2,
            "code {} in both languages",
            exit.code()
        );
    }
}

#[test]
fn command_lines_are_understood() {
    let command = Regex::new(r"(?m)(?:`|^    |\$ )kengen ([^`\n#]+)").unwrap();
    let mut tried = 0;
    for captures in command.captures_iter(README) {
        let line = captures[1].trim();
        if line.contains(['…', '|', '\'']) || line.starts_with("COMMAND") || line.starts_with("コマンド") {
            continue;
        }
        // Help is shown only if everything before it is understood.
        let arguments: Vec<&str> = line.split_whitespace().chain(["--help"]).collect();
        let answer = kengen(&arguments);
        assert_eq!(answer.exit, Exit::Success, "`kengen {line}`: {}", answer.stderr);
        tried += 1;
    }
    assert!(tried > 30, "the README shows only {tried} command lines");
}

//! The README and the tutorial say what is so: exit codes, command lines that the program understands, and its answers.

use std::fs;
use std::path::Path;

use kengen::cli::{Environment, Exit};
use regex::{Captures, Regex};

use crate::{JLIS, kengen, kengen_in};

const README: &str = include_str!("../../README.md");
/// The documents that show commands, with the language of their readers (the README changes to Japanese half way) and a number
/// of command lines that each shows more than.
const DOCUMENTS: [(&str, &str, usize); 3] =
    [("README.md", "en", 30), ("docs/tutorial.md", "en", 20), ("docs/tutorial.ja.md", "ja", 20)];

fn text_of(document: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(document)).unwrap()
}

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
    for (document, _, least) in DOCUMENTS {
        let mut tried = 0;
        for captures in command.captures_iter(&text_of(document)) {
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
        assert!(tried > least, "{document} shows only {tried} command lines");
    }
}

/// The arguments of a command line, quoted ones whole.
fn arguments(line: &str) -> Vec<String> {
    let word = Regex::new(r#"'([^']*)'|"([^"]*)"|(\S+)"#).unwrap();
    let bare = |found: Captures<'_>| (1..4).find_map(|group| found.get(group)).unwrap().as_str().to_owned();
    word.captures_iter(line).map(bare).collect()
}

/// Whether an answer is the one shown, where a line 「…」 stands for any number of lines.
fn is_shown(shown: &str, answer: &str) -> bool {
    let parts: Vec<&str> = shown.split("…\n").collect();
    let [first, between @ .., last] = &parts[..] else { return shown == answer };
    let Some(mut rest) = answer.strip_prefix(first) else { return false };
    for part in between {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// Every block that opens with `$ kengen …` shows what the command answers, one after the other, in a folder where only what
/// they load is in the database. `KENGEN_UPDATE=1` writes the answers that differ.
#[test]
fn answers_are_those_shown() {
    let block = Regex::new(r"(?ms)^(```text\n\$ kengen ([^\n]+)\n)(.*?)(^```$)").unwrap();
    for (document, language, _) in DOCUMENTS {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("kengen.db");
        let inside = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
        let text = text_of(document);
        if document == "README.md" {
            kengen(&["load", JLIS, "--db", database.to_str().unwrap()]);
        }
        let japanese = text.find("# 日本語\n").unwrap_or(text.len());
        let mut shown = 0;
        let mut different = Vec::new();
        let written = block.replace_all(&text, |found: &Captures<'_>| {
            let language = if found.get(0).unwrap().start() > japanese { "ja" } else { language };
            let locale = format!("{language}_JP.UTF-8");
            let surroundings = Environment { locale, database: Some(database.clone()), progress: false };
            let mut line = arguments(&found[2]);
            for at in 1..line.len() {
                if line[at - 1] == "-o" {
                    line[at] = format!("{inside}{}", line[at]);
                }
            }
            let answer = kengen_in(&surroundings, &line.iter().map(String::as_str).collect::<Vec<_>>());
            let said = format!("{}{}", answer.stdout, answer.stderr).replace(&inside, "");
            shown += 1;
            if is_shown(&found[3], &said) {
                return found[0].to_owned();
            }
            different.push(format!("`kengen {}` says:\n{said}", &found[2]));
            format!("{}{said}{}", &found[1], &found[4])
        });
        if std::env::var_os("KENGEN_UPDATE").is_some() {
            fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(document), &*written).unwrap();
        } else {
            assert!(different.is_empty(), "{document} is stale (KENGEN_UPDATE=1 writes it): {}", different.join("\n"));
        }
        assert!(shown > 1, "{document} shows only {shown} answers");
    }
}

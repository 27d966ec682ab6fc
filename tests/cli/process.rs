//! The program itself: pipes, terminals, surroundings.

use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

use crate::JLIS;

/// The program with none of the surroundings of whoever runs the tests.
fn program() -> Command {
    let mut command = Command::new(cargo_bin("kengen"));
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "KENGEN_DB", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

#[test]
fn the_language_follows_the_locale() {
    let help = |variables: &[(&str, &str)], arguments: &[&str]| {
        let output = program().envs(variables.iter().copied()).args(arguments).arg("--help").output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let is_japanese = |text: &str| text.contains("使い方");
    assert!(!is_japanese(&help(&[], &[])));
    assert!(is_japanese(&help(&[("LANG", "ja_JP.UTF-8")], &[])));
    assert!(is_japanese(&help(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "ja_JP.UTF-8")], &[])));
    assert!(!is_japanese(&help(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")], &[])));
    assert!(is_japanese(&help(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "")], &[])));
    assert!(!is_japanese(&help(&[("LANG", "ja_JP.UTF-8")], &["--lang", "en"])));
}

#[test]
fn no_colour_in_a_pipe() {
    for arguments in [&["check", JLIS][..], &["chain", JLIS, "企画部長"], &["--help"], &["chian"]] {
        let output = program().args(arguments).output().unwrap();
        assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b), "{arguments:?}");
    }
    let forced = program().env("CLICOLOR_FORCE", "1").args(["check", JLIS]).output().unwrap();
    assert!(forced.stdout.contains(&0x1b), "colour when asked for");
}

#[test]
fn the_exit_code_reaches_the_shell() {
    let code = |arguments: &[&str]| program().args(arguments).output().unwrap().status.code();
    assert_eq!(code(&["chain", JLIS, "総務課長"]), Some(0));
    assert_eq!(code(&["check", JLIS]), Some(1));
    assert_eq!(code(&[]), Some(2));
    assert_eq!(code(&["check", "no.txt"]), Some(3));
    assert_eq!(code(&["check", "--db", "no/such.db"]), Some(4));
    assert_eq!(code(&["chain", JLIS, "企画部長"]), Some(5));
    assert_eq!(code(&["compile", JLIS, "-o", "no/such/graph.json"]), Some(6));
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    // The reader goes away before anything is written: the graph is larger than any pipe's buffer.
    for arguments in [&["compile", JLIS, "--format", "json"][..], &["show", JLIS, "機構"], &["--help"]] {
        let mut child = program().args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}: {output:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_so() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = program().args(["compile", JLIS, "--format", "json"]).stdout(full()).output().unwrap();
    assert_eq!(output.status.code(), Some(6));
    assert!(String::from_utf8_lossy(&output.stderr).contains("disk is full"), "{output:?}");
    let output = program().args(["compile", JLIS, "-o", "/dev/full"]).output().unwrap();
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    // A message that cannot be shown does not stop the program from ending as it should.
    let output = program().args(["check", "no.txt"]).stderr(full()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn the_standard_input_is_a_regulation_too() {
    use std::io::Write as _;
    let mut child = program()
        .args(["chain", "-", "総務課長", "--supplement", "graph-data/jlis/supplement.toml", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(&std::fs::read(JLIS).unwrap()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["chains"].as_array().unwrap().len(), 3);
}

#[test]
fn a_folder_without_database_says_where_a_graph_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let output = program().current_dir(folder.path()).args(["chain", "総務課長"]).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("kengen check") && message.contains("kengen load"), "{message}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "asking makes no database");
}

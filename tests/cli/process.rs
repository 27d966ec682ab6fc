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
    for arguments in [
        &["compile", JLIS, "--format", "json"][..],
        &["show", JLIS, "機構"],
        &["--help"],
        &["diagram", "findings", "-r", JLIS],
        &["report", JLIS],
        &["export", JLIS, "--format", "graphml"],
    ] {
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
    for arguments in [
        &["diagram", "org", JLIS, "-o"][..],
        &["report", JLIS, "-o"],
        &["export", JLIS, "--format", "xlsx", "-o"],
        &["export", JLIS, "--format", "docx", "-o"],
        &["export", JLIS, "--format", "graphml", "-o"],
    ] {
        // A device has no ending that says a form: a link to it has.
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("full.dot");
        std::os::unix::fs::symlink("/dev/full", &link).unwrap();
        let output = program().args(arguments).arg(&link).output().unwrap();
        assert_eq!(output.status.code(), Some(6), "{arguments:?}: {output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("disk is full"), "{arguments:?}: {output:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "{arguments:?}: nothing half-written is left");
    }
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

#[cfg(unix)]
mod pictures {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;

    use super::{JLIS, program};

    /// A folder with a program `dot` of this content: the tests need no Graphviz.
    fn folder_with_dot(script: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let dot = folder.path().join("dot");
        fs::write(&dot, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&dot, fs::Permissions::from_mode(0o755)).unwrap();
        folder
    }

    /// Draws an org chart into `chart.svg` of a folder, with the programs of another.
    fn draw(programs: &Path, folder: &Path) -> std::process::Output {
        let chart = folder.join("chart.svg");
        let path = format!("{}:/usr/bin:/bin", programs.display());
        program().env("PATH", path).args(["diagram", "org", JLIS, "-o"]).arg(chart).output().unwrap()
    }

    #[test]
    fn a_picture_is_what_graphviz_paints() {
        let programs = folder_with_dot("[ \"$1\" = -V ] && exit; echo \"painted $1\"; cat");
        let folder = tempfile::tempdir().unwrap();
        let output = draw(programs.path(), folder.path());
        assert!(output.status.success(), "{output:?}");
        let picture = fs::read_to_string(folder.path().join("chart.svg")).unwrap();
        assert!(picture.starts_with("painted -Tsvg\ndigraph"), "{}", &picture[..40]);
    }

    #[test]
    fn a_failing_graphviz_leaves_the_old_picture() {
        let programs = folder_with_dot("[ \"$1\" = -V ] && exit; echo half; echo 'no memory' >&2; exit 1");
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("chart.svg"), "old").unwrap();
        let output = draw(programs.path(), folder.path());
        assert_eq!(output.status.code(), Some(6), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("no memory"));
        assert_eq!(fs::read_to_string(folder.path().join("chart.svg")).unwrap(), "old");
    }

    #[test]
    fn without_graphviz_nothing_is_written_and_dot_still_is() {
        let folder = tempfile::tempdir().unwrap();
        let (svg, dot) = (folder.path().join("chart.svg"), folder.path().join("chart.dot"));
        let run = |files: &[&Path]| {
            let mut command = program();
            command.env("PATH", folder.path()).args(["diagram", "org", JLIS]);
            for file in files {
                command.arg("-o").arg(file);
            }
            command.output().unwrap()
        };
        assert_eq!(run(&[&dot, &svg]).status.code(), Some(7));
        assert!(!dot.exists() && !svg.exists(), "nothing is written by halves");
        assert!(run(&[&dot]).status.success());
        assert!(fs::read_to_string(&dot).unwrap().starts_with("digraph"));
    }
}

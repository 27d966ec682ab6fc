//! Bad input: a clear message, the documented exit code, nothing on the standard output, nothing written.

use std::fs;
use std::path::PathBuf;

use kengen::cli::Exit;

use crate::{Answer, JLIS, kengen};

/// A folder with a file of this content.
fn file_with(name: &str, content: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    (folder, path)
}

/// Asserts how a command failed and what it said.
fn assert_fails(answer: &Answer, exit: Exit, says: &str) {
    assert_eq!(answer.exit, exit, "{}", answer.stderr);
    assert_eq!(answer.stdout, "");
    assert!(answer.stderr.contains(says), "expected `{says}` in: {}", answer.stderr);
    assert!(answer.stderr.starts_with("error: "), "{}", answer.stderr);
}

#[test]
fn regulations_that_cannot_be_read() {
    let (_folder, empty) = file_with("empty.txt", b"");
    let (_folder2, blank) = file_with("blank.txt", " \r\n\u{3000}\n".as_bytes());
    let (_folder3, binary) = file_with("binary.txt", b"PK\x03\x04\0\0\0\x08");
    let cases = [
        (empty.to_str().unwrap(), "is empty"),
        (blank.to_str().unwrap(), "is empty"),
        (binary.to_str().unwrap(), "is not text"),
        ("graph-data/jlis", "it is a folder"),
        ("graph-data", "it is a folder"),
        ("no/such/file.txt", "it does not exist"),
    ];
    for (path, says) in cases {
        for command in ["compile", "coverage", "check"] {
            assert_fails(&kengen(&[command, path]), Exit::Input, says);
        }
        assert_fails(&kengen(&["chain", "-r", path, "総務課長"]), Exit::Input, says);
        assert_fails(&kengen(&["load", path, "--db", "target/never.db"]), Exit::Input, says);
    }
    assert!(!PathBuf::from("target/never.db").exists());
    // Who names the folder of a regulation is told its file.
    assert!(kengen(&["check", "graph-data/jlis"]).stderr.contains("graph-data/jlis/regulation.txt"));
}

#[test]
fn a_truncated_regulation_still_answers() {
    let text = fs::read(JLIS).unwrap();
    for length in [1, 100, text.len() / 3, text.len() / 2, text.len() - 1] {
        let (_folder, path) = file_with("cut.txt", &text[..length]);
        let answer = kengen(&["coverage", path.to_str().unwrap(), "--format", "json"]);
        // One byte of a character is no text; everything else reads, whatever it then means.
        assert!(matches!(answer.exit, Exit::Success | Exit::Input), "{length}: {}", answer.stderr);
        let answer = kengen(&["check", path.to_str().unwrap()]);
        assert!(matches!(answer.exit, Exit::Success | Exit::Findings | Exit::Input), "{length}: {}", answer.stderr);
    }
}

#[test]
fn supplements_that_cannot_be_read() {
    let (_folder, broken) = file_with("supplement.toml", "[[officers]]\ntitle = 1\n".as_bytes());
    let answer = kengen(&["check", JLIS, "--supplement", broken.to_str().unwrap()]);
    assert_fails(&answer, Exit::Input, "cannot be understood");
    assert!(answer.stderr.contains("2 | title = 1"), "the line is shown: {}", answer.stderr);
    assert_fails(&kengen(&["check", JLIS, "--supplement", "no.toml"]), Exit::Input, "it does not exist");
    // A broken one beside the regulation counts too, unless it is not wanted.
    let regulation = broken.with_file_name("regulation.txt");
    fs::copy(JLIS, &regulation).unwrap();
    let regulation = regulation.to_str().unwrap();
    assert_fails(&kengen(&["compile", regulation]), Exit::Input, "supplement.toml");
    assert_eq!(kengen(&["compile", regulation, "--no-supplement"]).exit, Exit::Success);
}

#[test]
fn command_lines_that_make_no_sense() {
    for arguments in [
        &["chian"][..],
        &["chain"],
        &["chain", JLIS],
        &["chain", JLIS, "a", "b", "c"],
        &["acting", JLIS],
        &["acting", JLIS, "総務課長", "--absent", "総務課長"],
        &["acting", JLIS, "--absent", "総務課長=休み"],
        &["check", JLIS, "--severity", "loud"],
        &["check", JLIS, "--db", "x.db"],
        &["check", JLIS, "-r", JLIS],
        &["check", JLIS, "--data-set", "jlis"],
        &["owner", JLIS],
        &["owner", JLIS, "、。"],
        &["show", JLIS, "a", "b"],
        &["--format", "yaml", "check", JLIS],
        &["acting", JLIS, "--absent", "総務課長", "--unfilled", "事務局長"],
    ] {
        let answer = kengen(arguments);
        assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Usage, ""), "{arguments:?}: {}", answer.stderr);
        assert!(answer.stderr.starts_with("error: "), "{}", answer.stderr);
        let japanese = kengen(&[&["--lang", "ja"], arguments].concat());
        assert_eq!(japanese.exit, Exit::Usage);
        assert!(japanese.stderr.starts_with("エラー: "), "{}", japanese.stderr);
    }
}

#[test]
fn outputs_that_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("no/graph.json");
    assert_fails(&kengen(&["compile", JLIS, "-o", missing.to_str().unwrap()]), Exit::Output, "does not exist");
    assert_fails(&kengen(&["compile", JLIS, "-o", folder.path().to_str().unwrap()]), Exit::Output, "it is a folder");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

//! `kengen verify`: where expectations come from, and how the command ends.

use kengen::cli::Exit;

use crate::{JLIS, kengen};

const WRONG: &str = "[[expect]]\nbecause = \"so it was before\"\nheads = { post = \"管理部長\", unit = \"総務課\" }\n";

#[test]
fn what_is_not_as_believed_ends_with_findings_and_says_what_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wrong.toml");
    std::fs::write(&file, WRONG).unwrap();
    let answer = kengen(&["verify", JLIS, "--expect", file.to_str().unwrap()]);
    assert_eq!(answer.exit, Exit::Findings);
    assert!(answer.stdout.contains("✗ 管理部長 heads 総務課 (line 1)"), "{}", answer.stdout);
    assert!(answer.stdout.contains("so it was before"));
    assert!(answer.stdout.contains("names 総務課長 instead"), "{}", answer.stdout);
    let whole = kengen(&["verify", JLIS, "--expect", file.to_str().unwrap(), "--all"]).stdout;
    assert!(whole.len() > answer.stdout.len() && !whole.contains("--all"));
}

#[test]
fn expectations_stand_beside_the_regulation_or_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("regulation.txt");
    std::fs::copy(JLIS, &copy).unwrap();
    let copy = copy.to_str().unwrap();
    let none = kengen(&["verify", copy]);
    assert_eq!((none.exit, none.stdout.as_str()), (Exit::Input, ""));
    assert!(none.stderr.contains("expect.toml") && none.stderr.contains("--expect"), "{}", none.stderr);
    std::fs::write(folder.path().join("expect.toml"), WRONG).unwrap();
    assert_eq!(kengen(&["verify", copy]).exit, Exit::Findings);
    std::fs::write(folder.path().join("expect.toml"), "[[expect]]\nhead = {}\n").unwrap();
    let broken = kengen(&["verify", copy]);
    assert_eq!((broken.exit, broken.stdout.as_str()), (Exit::Input, ""));
    assert!(broken.stderr.contains("expect.toml:2"), "{}", broken.stderr);
}

#[test]
fn a_data_set_is_verified_like_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("k.db");
    let database = database.to_str().unwrap();
    assert_eq!(kengen(&["load", JLIS, "--db", database]).exit, Exit::Success);
    let expect = "graph-data/jlis/expect.toml";
    let from_database = kengen(&["verify", "--db", database, "--expect", expect, "--format", "json"]);
    assert_eq!(from_database.exit, Exit::Success);
    assert_eq!(from_database.stdout, kengen(&["verify", JLIS, "--format", "json"]).stdout);
}

#[test]
fn the_sample_city_is_as_believed() {
    let answer = kengen(&["verify", "graph-data/midori/regulation.txt", "graph-data/midori/delegation.txt"]);
    assert_eq!(answer.exit, Exit::Success, "{}", answer.stdout);
}

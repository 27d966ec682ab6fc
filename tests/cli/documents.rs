//! Exports and the report: which form is written where, what is refused, and what is left when something goes wrong.

use std::fs;
use std::process::Command;

use kengen::cli::Exit;

use crate::{JLIS, kengen};

#[test]
fn the_ending_of_the_file_decides_on_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let files = ["g.graphml", "g.ttl", "g.jsonld", "g.mmd", "t.xlsx", "t.docx", "t.csv"].map(path);
    let mut arguments = vec!["export", JLIS, "--format", "json", "--as-of", "2026-01-01"];
    files.iter().for_each(|file| arguments.extend(["-o", file]));
    let answer = kengen(&arguments);
    assert_eq!(answer.exit, Exit::Success, "{}", answer.stderr);
    let written: Vec<String> = serde_json::from_value(answer.json()["files"].clone()).unwrap();
    // A table is a file of its own as CSV.
    assert_eq!(written.len(), 6 + 11);
    for (file, start) in written.iter().zip(["<?xml", "@prefix", "{\"@context\"", "---", "PK", "PK"]) {
        assert!(fs::read(file).unwrap().starts_with(start.as_bytes()), "{file}");
    }
    for file in &written[6..] {
        assert!(file.contains("t-") && fs::read_to_string(file).unwrap().starts_with('\u{FEFF}'), "{file}");
    }
}

#[test]
fn one_table_goes_to_the_standard_output() {
    let answer = kengen(&["export", JLIS, "--format", "csv", "--table", "substitution", "--lang", "ja"]);
    assert_eq!(answer.exit, Exit::Success, "{}", answer.stderr);
    assert!(answer.stdout.contains("代理される職,順位,代理する者"), "{}", answer.stdout);
    let answer = kengen(&["export", JLIS, "--format", "mermaid"]);
    assert!(answer.stdout.contains("flowchart LR"), "{}", answer.stderr);
}

#[test]
fn what_makes_no_sense_is_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (good, odd, book) = (path("t.xlsx"), path("t.odt"), path("b.xlsx"));
    let missing = path("no/t.xlsx");
    let below_a_file = format!("{JLIS}/t.dot");
    let below_a_file_too = format!("{JLIS}/t.xlsx");
    for (arguments, exit) in [
        (&["export", JLIS][..], Exit::Usage),
        (&["export", JLIS, "-o", &good, "-o", &odd], Exit::Usage),
        (&["export", JLIS, "--format", "xlsx"], Exit::Usage),
        (&["export", JLIS, "--format", "csv"], Exit::Usage),
        (&["export", JLIS, "-o", &book, "--table", "nodes"], Exit::Usage),
        (&["chain", JLIS, "総務課長", "--format", "turtle"], Exit::Usage),
        (&["report", JLIS, "--format", "json"], Exit::Usage),
        (&["report", JLIS, "--format", "csv"], Exit::Usage),
        (&["export", JLIS, "-o", &missing], Exit::Output),
        (&["report", JLIS, "-o", &missing], Exit::Output),
        (&["export", JLIS, "-o", &below_a_file_too], Exit::Output),
        (&["report", JLIS, "-o", &below_a_file], Exit::Output),
        (&["diagram", "org", JLIS, "-o", &below_a_file], Exit::Output),
    ] {
        let answer = kengen(arguments);
        assert_eq!((answer.exit, answer.stdout.as_str()), (exit, ""), "{arguments:?}: {}", answer.stderr);
        assert!(answer.stderr.contains("help: "), "{arguments:?}: {}", answer.stderr);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was written");
}

#[test]
fn the_report_of_jlis() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.html");
    let arguments = ["report", JLIS, "-o", path.to_str().unwrap(), "--as-of", "2026-01-01", "--lang", "ja"];
    assert_eq!(kengen(&arguments).exit, Exit::Success);
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.len() < 2_000_000, "{}", page.len());
    for absent in ["http:", "https:", "src=", "url("] {
        assert!(!page.contains(absent), "{absent}");
    }
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let unique: std::collections::HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice");
    for link in page.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(link.strip_prefix('#').is_some_and(|id| unique.contains(id)), "{link}");
    }
}

#[test]
fn without_graphviz_everything_but_pictures_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kengen"));
        command.env("PATH", folder.path()).env("LANG", "C").env_remove("LC_ALL").env_remove("LC_MESSAGES");
        command.args(arguments).output().unwrap()
    };
    let path = folder.path().join("report.html");
    let output = run(&["report", JLIS, "-o", path.to_str().unwrap()]);
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("graphviz"), "{said}");
    let page = fs::read_to_string(&path).unwrap();
    assert!(!page.contains("<svg") && page.contains("class=\"fold outline\""));
    for kind in [
        &["org"][..],
        &["chain", "総務課長"],
        &["span", "管理部長"],
        &["substitution"],
        &["exclusions"],
        &["findings"],
        &["scenario", "--absent", "管理部長"],
        &["neighbourhood", "総務課"],
    ] {
        let arguments: Vec<&str> = ["diagram"].iter().chain(kind).chain(&["-r", JLIS]).copied().collect();
        assert!(run(&arguments).status.success(), "{kind:?}: DOT needs no Graphviz");
    }
    for name in ["g.graphml", "g.ttl", "g.jsonld", "g.mmd", "t.xlsx", "t.docx", "t.csv"] {
        let file = folder.path().join(name);
        assert!(run(&["export", JLIS, "-o", file.to_str().unwrap()]).status.success(), "{name} needs no Graphviz");
    }
    let output = run(&["diagram", "substitution", "-r", JLIS, "-o", folder.path().join("s.svg").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(i32::from(Exit::MissingProgram.code())));
}

#[test]
fn diagrams_refuse_options_that_say_nothing_to_them() {
    for (arguments, said) in [
        (&["chain", "総務課長", "--depth", "2"][..], "--depth"),
        (&["org", "--absent", "総務課長"], "--absent"),
        (&["substitution", "--hide", "課"], "--hide"),
        (&["neighbourhood", "総務課", "--focus", "総務課"], "--focus"),
        (&["scenario"], "--absent"),
        (&["org", "管理部", "--focus", "総務課"], "2"),
        (&["org", "--depth", "0"], "--depth"),
    ] {
        let arguments: Vec<&str> = ["diagram"].iter().chain(arguments).chain(&["-r", JLIS]).copied().collect();
        let result = kengen(&arguments);
        assert_eq!(result.exit, Exit::Usage, "{arguments:?}");
        assert!(result.stderr.contains(said), "{}", result.stderr);
        assert!(result.stdout.is_empty());
    }
}

#[test]
fn parts_of_a_body_are_drawn_on_request() {
    let draw = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["diagram"].iter().chain(arguments).chain(&["-r", JLIS]).copied().collect();
        let result = kengen(&arguments);
        assert_eq!(result.exit, Exit::Success, "{}", result.stderr);
        result.stdout
    };
    assert_eq!(draw(&["org", "--focus", "管理部"]), draw(&["org", "管理部"]), "two ways to say the same");
    let hidden = draw(&["findings", "--hide", "課", "--hide", "教育研修部", "--as-of", "2026-01-01"]);
    assert!(
        !hidden.contains("label=\"総務課") && !hidden.contains("label=\"教育研修部") && hidden.contains("(+2 below)")
    );
    let acting = draw(&["scenario", "--absent", "経営戦略部長", "--absent", "総務課長=欠けた"]);
    assert!(acting.contains("◎ ①") && acting.contains("！ "));
    for node in ["総務課", "総務課長", "第3条第1項"] {
        assert!(draw(&["neighbourhood", node, "--depth", "2"]).contains(node));
    }
}

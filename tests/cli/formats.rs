//! The formats of a regulation: found by the content, or told with `--input-format`, from a file and from the standard input.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use kengen::cli::Exit;

use crate::{Answer, JLIS, kengen};

const FILES: [(&str, &str); 3] =
    [("text", "tests/formats/kou.txt"), ("xml", "tests/formats/kou.xml"), ("html", "tests/formats/kou.html")];

/// The ids of everything in the graph.
fn ids(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.exit, Exit::Success, "{}", answer.stderr);
    let json = answer.json();
    let nodes = json["nodes"].as_array().unwrap().iter();
    nodes.map(|node| node["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_format_is_found_and_can_be_told() {
    let expected = ids(&kengen(&["compile", FILES[0].1, "--format", "json"]));
    assert!(!expected.is_empty());
    for (format, file) in FILES {
        assert_eq!(ids(&kengen(&["compile", file, "--format", "json"])), expected, "{format}");
        let told = kengen(&["compile", file, "--format", "json", "--input-format", format]);
        assert_eq!(ids(&told), expected, "{format}");
    }
    // A page read as text is read for its tags as well: what is told counts, not the content.
    let as_text = kengen(&["compile", FILES[2].1, "--format", "json", "--input-format", "text"]);
    assert_ne!(ids(&as_text), expected);
}

#[test]
fn the_standard_input_has_a_format_too() {
    for (format, file) in FILES {
        for told in [&[][..], &["--input-format", format]] {
            let answer = with_input(&[&["compile", "-", "--format", "json"], told].concat(), &fs::read(file).unwrap());
            assert_eq!(answer.exit, Exit::Success, "{format}: {}", answer.stderr);
            assert_eq!(answer.stdout, kengen(&["compile", file, "--format", "json"]).stdout, "{format}");
        }
    }
    let answer = with_input(&["check", "-", "--input-format", "xml"], "甲市規則\n".as_bytes());
    assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Input, ""));
    assert!(answer.stderr.contains("line 1, column 1: there is no element"), "{}", answer.stderr);
}

#[test]
fn what_is_said_to_be_xml_has_to_be_xml() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("k.db").to_str().unwrap().to_owned();
    assert_eq!(kengen(&["load", JLIS, "--db", &database]).exit, Exit::Success);
    let before = fs::read(&database).unwrap();
    let whole = fs::read_to_string(FILES[1].1).unwrap();
    let file = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let lines = whole[..whole.len() / 2].trim_end().lines().count();
    let cases = [
        // Told, and plain text.
        (file("plain.txt", "\n甲市規則\n"), true, "line 2, column 1: there is no element".to_owned()),
        // It says so itself, and was cut off.
        (file("cut.xml", whole[..whole.len() / 2].trim_end()), false, format!("line {lines}, column ")),
        (file("end.xml", "<?xml version=\"1.0\"?>\n<Law>\n<LawTitle>甲</Law>"), false, "line 3, column 12".to_owned()),
        // XML of another kind.
        (
            file("feed.xml", "<?xml version=\"1.0\"?><rss><channel/></rss>"),
            true,
            "outermost element is `rss`".to_owned(),
        ),
    ];
    for (path, told, says) in &cases {
        let option: &[&str] = if *told { &["--input-format", "xml"] } else { &[] };
        for command in [&["load", path, "--db", &database][..], &["check", path], &["coverage", path]] {
            let answer = kengen(&[command, option].concat());
            assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Input, ""), "{command:?}: {}", answer.stderr);
            assert!(answer.stderr.contains("--input-format"), "{}", answer.stderr);
            let message = answer.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(message.contains(says), "expected `{says}`: {message}");
        }
    }
    assert_eq!(fs::read(&database).unwrap(), before, "the database is as it was");
    // A page is no XML, whatever its first line says.
    let page =
        file("page.html", "<?xml version=\"1.0\"?><!DOCTYPE html><html><p>第1条 甲市に総務部を置く。<br></html>");
    assert_eq!(kengen(&["compile", &page]).exit, Exit::Success);
}

#[test]
fn both_languages_say_where_xml_breaks() {
    let answer = kengen(&["check", JLIS, "--input-format", "xml", "--lang", "ja"]);
    assert_eq!(answer.exit, Exit::Input);
    let message: String = answer.stderr.split_whitespace().collect();
    assert!(message.contains("3行1文字目:要素がありません"), "{message}");
}

#[test]
fn an_input_format_belongs_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("k.db").to_str().unwrap().to_owned();
    assert_eq!(kengen(&["load", JLIS, "--db", &database, "--input-format", "text"]).exit, Exit::Success);
    let answer = kengen(&["check", "--db", &database, "--input-format", "text"]);
    assert_eq!(answer.exit, Exit::Usage);
    assert!(answer.stderr.contains("--input-format belongs to a regulation file"), "{}", answer.stderr);
    let answer = kengen(&["check", JLIS, "--input-format", "pdf"]);
    assert_eq!(answer.exit, Exit::Usage);
    assert!(answer.stderr.contains("html"), "{}", answer.stderr);
}

/// Runs the program with these bytes as its standard input.
fn with_input(arguments: &[&str], input: &[u8]) -> Answer {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("kengen"))
        .args(arguments)
        .args(["--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    let code = output.status.code().unwrap();
    let exit = Exit::ALL.into_iter().find(|exit| i32::from(exit.code()) == code).unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { exit, stdout: text(output.stdout), stderr: text(output.stderr) }
}

//! Where the graph comes from: a file, the only data set, a named one; and what is said when there is none.

use std::fs;
use std::path::Path;

use kengen::cli::{Environment, Exit};

use crate::{Answer, JLIS, kengen, kengen_in};

/// A folder with a database that holds the J-LIS regulation.
fn loaded() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("k.db").to_str().unwrap().to_owned();
    let answer = kengen(&["load", JLIS, "--db", &database]);
    assert_eq!(answer.exit, Exit::Success, "{}", answer.stderr);
    (folder, database)
}

#[test]
fn a_data_set_answers_like_its_file() {
    let (_folder, database) = loaded();
    let questions: [&[&str]; 8] = [
        &["compile"],
        &["coverage"],
        &["chain", "総務課長"],
        &["span", "事務局長"],
        &["acting", "--absent", "経営戦略部長"],
        &["owner", "公印"],
        &["show", "機構/事務局/管理部"],
        &["check"],
    ];
    for question in questions {
        let json = ["--format", "json"];
        let from_database = kengen(&[question, &["--db", &database], &json].concat());
        let from_file = kengen(&[question, &["-r", JLIS], &json].concat());
        assert_eq!(from_database.stdout, from_file.stdout, "{question:?}: {}", from_database.stderr);
        assert_eq!(from_database.exit, from_file.exit);
    }
}

#[test]
fn the_file_may_stand_among_the_names() {
    let explicit = kengen(&["chain", "-r", JLIS, "総務課長"]).stdout;
    assert_eq!(kengen(&["chain", JLIS, "総務課長"]).stdout, explicit);
    assert_eq!(kengen(&["chain", "総務課長", JLIS]).stdout, explicit);
    // With -r every positional argument is a name.
    let answer = kengen(&["chain", "-r", JLIS, "x.txt"]);
    assert_eq!(answer.exit, Exit::Name);
}

#[test]
fn several_data_sets_have_to_be_told_apart() {
    let (_folder, database) = loaded();
    assert_eq!(kengen(&["load", JLIS, "--db", &database, "--data-set", "other"]).exit, Exit::Success);
    let answer = kengen(&["chain", "総務課長", "--db", &database]);
    assert_eq!(answer.exit, Exit::Name);
    assert!(answer.stderr.contains("- jlis") && answer.stderr.contains("- other"), "{}", answer.stderr);
    assert_eq!(kengen(&["chain", "総務課長", "--db", &database, "--data-set", "jlis"]).exit, Exit::Success);

    let names = |answer: &Answer| -> Vec<String> {
        let json = answer.json();
        json["data_sets"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&kengen(&["data-sets", "--db", &database, "--format", "json"])), ["jlis", "other"]);
    assert_eq!(kengen(&["data-sets", "drop", "other", "--db", &database]).exit, Exit::Success);
    assert_eq!(names(&kengen(&["data-sets", "list", "--db", &database, "--format", "json"])), ["jlis"]);
    assert_eq!(kengen(&["data-sets", "drop", "other", "--db", &database]).exit, Exit::Name);
}

#[test]
fn without_file_and_database_the_message_says_what_to_do() {
    // KENGEN_DB names the database, and so does --db; both are asked for by name, so a missing one is the database's fault.
    let environment = Environment { database: Some("no/such.db".into()), ..Environment::default() };
    let answer = kengen_in(&environment, &["chain", "総務課長"]);
    assert_eq!(answer.exit, Exit::Database);
    assert!(answer.stderr.contains("kengen load"), "{}", answer.stderr);
    assert_eq!(kengen(&["chain", "総務課長", "--db", "no/such.db"]).exit, Exit::Database);
}

#[test]
fn every_query_of_the_library_runs_by_name() {
    let (_folder, database) = loaded();
    for query in kengen::store::queries::library() {
        let mut arguments = vec!["query".to_owned(), query.name().to_owned()];
        for parameter in query.parameters() {
            let value = match parameter.name.as_str() {
                "unit" => "総務課",
                _ => "管理部長",
            };
            arguments.push(format!("{}={value}", parameter.name));
        }
        arguments.extend(["--db".to_owned(), database.clone()]);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let text = kengen(&arguments);
        assert_eq!(text.exit, Exit::Success, "{}: {}", query.name(), text.stderr);
        let json = kengen(&[&arguments[..], &["--format", "json"]].concat()).json();
        assert!(!json["rows"].as_array().unwrap().is_empty(), "{} finds nothing", query.name());
    }
    // A query with one parameter takes its value alone.
    let short = kengen(&["query", "substitutes-of-a-post", "管理部長", "--db", &database]);
    assert!(short.stdout.contains("管理部の次長"), "{}{}", short.stdout, short.stderr);
    assert_eq!(kengen(&["query", "substitutes-of-a-post", "--db", &database]).exit, Exit::Usage);
    assert_eq!(kengen(&["query", "no-such-query", "--db", &database]).exit, Exit::Name);
    assert_eq!(kengen(&["query", "-c", "MATCH (n RETURN n", "--db", &database]).exit, Exit::Usage);
    assert_eq!(kengen(&["query", "-c", "CREATE (n:Unit)", "--db", &database]).exit, Exit::Usage);
}

#[test]
fn databases_that_cannot_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("zero.db"), b"").unwrap();
    fs::write(path("text.db"), "no database".repeat(1000)).unwrap();
    let (_other, good) = loaded();
    let mut bytes = fs::read(&good).unwrap();
    bytes.truncate(bytes.len() / 2);
    fs::write(path("half.db"), bytes).unwrap();
    for name in ["zero.db", "text.db", "half.db", "."] {
        let answer = kengen(&["chain", "総務課長", "--db", &path(name)]);
        assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Database, ""), "{name}: {}", answer.stderr);
        let before = fs::read(path(name)).ok();
        let answer = kengen(&["load", JLIS, "--db", &path(name)]);
        assert_eq!(answer.exit, Exit::Database, "{name}: {}", answer.stderr);
        assert_eq!(fs::read(path(name)).ok(), before, "{name} was changed");
    }
    assert_eq!(kengen(&["load", JLIS, "--db", &path("no/k.db")]).exit, Exit::Database);
    assert!(!Path::new(&path("no")).exists());
}

/// Two instruments of one invented city, in a folder.
fn instruments() -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (ordinance, rules) = (path("条例.txt"), path("規則.md"));
    fs::write(&ordinance, "若葉市部設置条例\n第1条 若葉市に総務部を置く。\n").unwrap();
    let text = "# 若葉市組織規則\n\n**第1条** 若葉市部設置条例第1条の総務部に人事課を置く。\n\n**第2条** 部に部長を、課に課長を置く。\n\n**2** 課長は、部長の命を受け、課の事務を掌理する。\n";
    fs::write(&rules, text).unwrap();
    (folder, ordinance, rules)
}

#[test]
fn several_instruments_of_one_body_are_one_graph() {
    let (folder, ordinance, rules) = instruments();
    let positional = kengen(&["chain", "人事課長", &ordinance, &rules]);
    assert_eq!(positional.exit, Exit::Success, "{}", positional.stderr);
    assert!(positional.stdout.contains("総務部長") && positional.stdout.contains("若葉市組織規則第2条第2項"));
    let options = kengen(&["chain", "人事課長", "-r", &ordinance, "-r", &rules]);
    assert_eq!(options.stdout, positional.stdout);
    // The files of one folder, and all files under one name, are one data set.
    let database = folder.path().join("k.db").to_str().unwrap().to_owned();
    for extra in [&[][..], &["--data-set", "若葉"]] {
        let answer = kengen(&[&["load", &ordinance, &rules, "--db", &database], extra].concat());
        assert_eq!(answer.exit, Exit::Success, "{}", answer.stderr);
        assert!(
            answer.stdout.contains("若葉市部設置条例") && answer.stdout.contains("若葉市組織規則"),
            "{}",
            answer.stdout
        );
    }
    let loaded = kengen(&["compile", "--db", &database, "--data-set", "若葉", "--format", "json"]);
    let compiled = kengen(&["compile", &ordinance, &rules, "--format", "json"]);
    assert_eq!(loaded.stdout, compiled.stdout);
    assert!(compiled.stdout.contains("\"further\""));
    let summary = kengen(&["coverage", &ordinance, &rules]).stdout;
    assert!(summary.contains("若葉市部設置条例") && summary.contains("若葉市組織規則"), "{summary}");
}

#[test]
fn instruments_that_do_not_go_together() {
    let (folder, ordinance, rules) = instruments();
    let twice = kengen(&["compile", &ordinance, &ordinance]);
    assert_eq!(twice.exit, Exit::Usage);
    assert!(twice.stderr.contains("条例.txt"), "{}", twice.stderr);
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    fs::copy(&rules, other.join("規則.md")).unwrap();
    fs::write(folder.path().join("supplement.toml"), "").unwrap();
    fs::write(other.join("supplement.toml"), "").unwrap();
    let rules = other.join("規則.md").to_str().unwrap().to_owned();
    let two = kengen(&["compile", &ordinance, &rules]);
    assert_eq!(two.exit, Exit::Usage);
    assert_eq!(two.stderr.matches("supplement.toml").count(), 2, "{}", two.stderr);
    assert_eq!(kengen(&["compile", &ordinance, &rules, "--no-supplement"]).exit, Exit::Success);
}

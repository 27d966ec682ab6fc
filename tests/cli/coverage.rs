//! The coverage report in its three forms, from a file and from a database, also from one that an earlier version filled.

use std::fs;

use kengen::cli::Exit;
use kengen::graph::AuthorityGraph;
use kengen::render::text::wrap::{LINE_WIDTH, width};
use kengen::store::{EmbeddedStore, GraphStore as _, StoreOptions};

use crate::{JLIS, kengen};

/// An invented body of which some sentences are not understood.
const REGULATION: &str = "甲市組織規則\n
第1条 甲市に総務部及び水道部を置く。
2 総務部に庶務課及び経理課を置く。
第2条 部に部長を置く。
2 部長は、部の事務を統括し、所属職員を指揮監督する。
3 前項の規定にかかわらず、夜間の当番は青い旗による。
4 部長は、簡易な事項の決裁を旗の色で示す。
第3条 書庫の鍵は、次の表による。
| 棚 | 鍵 |
| --- | --- |
| 東 | 一番 |
第4条 庶務課は、総務部の職員の旗の色を決める。
附 則
この規則は、昭和五十年四月一日から施行する。
";

/// A folder with the regulation in it, and the path of the file.
fn regulation() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("regulation.txt");
    fs::write(&file, REGULATION).unwrap();
    let file = file.to_str().unwrap().to_owned();
    (folder, file)
}

#[test]
fn what_was_not_understood_is_grouped_in_both_languages() {
    let (_folder, file) = regulation();
    for language in ["ja", "en"] {
        let answer = kengen(&["coverage", &file, "--lang", language]);
        assert_eq!((answer.exit, answer.stderr.as_str()), (Exit::Success, ""));
        assert!(answer.stdout.lines().all(|line| width(line) <= LINE_WIDTH), "{}", answer.stdout);
        insta::assert_snapshot!(format!("coverage-groups.{language}"), answer.stdout);
    }
}

#[test]
fn the_json_follows_its_schema_and_its_parts_agree() {
    let schema = fs::read_to_string("graph-data/schemas/coverage.schema.json").unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let (_folder, file) = regulation();
    for file in [file.as_str(), JLIS, "graph-data/midori/regulation.txt"] {
        let answer = kengen(&["coverage", file, "--format", "json"]).json();
        let errors: Vec<String> = validator.iter_errors(&answer).take(3).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        let total = answer["sentences"]["total"].as_u64().unwrap();
        let articles = answer["articles"].as_array().unwrap();
        let sentences: Vec<&serde_json::Value> =
            articles.iter().flat_map(|article| article["sentences"].as_array().unwrap()).collect();
        assert_eq!(sentences.len() as u64, total);
        for unit in ["sentences", "characters"] {
            let counts = &answer["reading"][unit];
            let sum = ["read", "partly", "not_understood", "no_content"].map(|state| counts[state].as_u64().unwrap());
            assert_eq!(sum.iter().sum::<u64>(), counts["total"].as_u64().unwrap(), "{counts}");
        }
        assert_eq!(answer["reading"]["sentences"]["total"].as_u64().unwrap(), total);
        for (position, sentence) in sentences.iter().enumerate() {
            assert_eq!(sentence["number"], position as u64 + 1);
            let open = sentence["state"] == "not_understood";
            assert_eq!(sentence.get("likely_construct").is_some(), open, "{sentence}");
            assert!(!sentence["reading"].is_null(), "{sentence}");
            for unread in sentence["unread"].as_array().into_iter().flatten() {
                let (start, end) = (unread["start"].as_u64().unwrap(), unread["end"].as_u64().unwrap());
                let text = sentence["text"].as_str().unwrap();
                assert_eq!(&text[start as usize..end as usize], unread["words"].as_str().unwrap());
            }
            assert!(sentence["state"] != "compiled" || !sentence["facts"].as_array().unwrap().is_empty());
        }
        let grouped: u64 =
            answer["groups"].as_array().unwrap().iter().map(|group| group["count"].as_u64().unwrap()).sum();
        assert_eq!(grouped, answer["sentences"]["not_understood"].as_u64().unwrap());
        for place in answer["groups"].as_array().unwrap().iter().flat_map(|group| group["places"].as_array().unwrap()) {
            let sentence = sentences[place["number"].as_u64().unwrap() as usize - 1];
            assert_eq!((&sentence["clause"], &sentence["line"]), (&place["clause"], &place["line"]));
        }
    }
}

#[test]
fn the_page_shows_every_sentence_and_its_links_lead_somewhere() {
    let id = regex::Regex::new(r#" id="([^"]+)""#).unwrap();
    let link = regex::Regex::new(r#"href="([^"]+)""#).unwrap();
    for file in [JLIS, "graph-data/midori/regulation.txt"] {
        let page = kengen(&["coverage", file, "--format", "html"]).stdout;
        let total = kengen(&["coverage", file, "--format", "json"]).json()["sentences"]["total"].as_u64().unwrap();
        assert_eq!(page.matches("<div class=\"sentence ").count() as u64, total, "{file}");
        let ids: Vec<&str> = id.captures_iter(&page).map(|found| found.get(1).unwrap().as_str()).collect();
        let unique: std::collections::HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{file}: an id stands twice");
        for found in link.captures_iter(&page) {
            assert!(found[1].strip_prefix('#').is_some_and(|id| unique.contains(id)), "{file}: {}", &found[1]);
        }
        assert!(page.split("<li class=\"fact").skip(1).all(|fact| fact.split("</li>").next().unwrap().contains("#c-")));
    }
}

#[test]
fn an_answer_goes_into_a_file_whole() {
    let (folder, file) = regulation();
    for format in ["text", "json", "html"] {
        let output = folder.path().join("answer");
        let output = output.to_str().unwrap();
        let written = kengen(&["coverage", &file, "--format", format, "-o", output]);
        assert_eq!((written.exit, written.stdout.as_str()), (Exit::Success, ""), "{}", written.stderr);
        assert_eq!(fs::read_to_string(output).unwrap(), kengen(&["coverage", &file, "--format", format]).stdout);
    }
    let missing = folder.path().join("no/answer.html");
    let answer = kengen(&["coverage", &file, "--format", "html", "-o", missing.to_str().unwrap()]);
    assert_eq!(answer.exit, Exit::Output, "{}", answer.stderr);
}

#[test]
fn other_commands_refuse_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("k.db");
    let path = database.to_str().unwrap();
    for arguments in [
        &["compile", JLIS][..],
        &["load", JLIS, "--db", path],
        &["chain", JLIS, "総務課長"],
        &["diagram", "org", "-r", JLIS],
        &["query"],
        &["explain"],
    ] {
        for language in ["ja", "en"] {
            let answer = kengen(&[arguments, &["--format", "html", "--lang", language]].concat());
            assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Usage, ""), "{arguments:?}");
            assert!(answer.stderr.contains("--format") && answer.stderr.contains("json"), "{}", answer.stderr);
        }
    }
    assert!(!database.exists(), "nothing was written");
}

#[test]
fn a_database_answers_like_the_file() {
    let (folder, file) = regulation();
    let database = folder.path().join("k.db");
    let database = database.to_str().unwrap();
    assert_eq!(kengen(&["load", &file, "--db", database, "--data-set", "kou"]).exit, Exit::Success);
    for format in ["text", "json", "html"] {
        let loaded = kengen(&["coverage", "--db", database, "--format", format]);
        assert_eq!(loaded.exit, Exit::Success, "{}", loaded.stderr);
        assert_eq!(loaded.stdout, kengen(&["coverage", &file, "--format", format]).stdout, "{format}");
    }
}

#[test]
fn a_data_set_of_an_earlier_version_is_read_but_has_no_page() {
    let (folder, file) = regulation();
    let database = folder.path().join("k.db");
    let graph = AuthorityGraph::from_json(&kengen(&["compile", &file, "--format", "json"]).stdout).unwrap();
    // What was kept before there were groups, articles and readings.
    let mut report = kengen(&["coverage", &file, "--format", "json"]).json();
    let report = report.as_object_mut().unwrap();
    report.retain(|key, _| !["groups", "articles", "reading"].contains(&key.as_str()));
    for sentence in report["not_understood"].as_array_mut().unwrap() {
        let later = ["number", "likely_construct", "reading", "unread"];
        sentence.as_object_mut().unwrap().retain(|key, _| !later.contains(&key.as_str()));
    }
    let report = serde_json::to_string(report).unwrap();
    let mut store = EmbeddedStore::open_or_create(&database, &StoreOptions::default()).unwrap();
    store.load_with_report("kou", &graph, Some(&report)).unwrap();
    drop(store);
    let database = database.to_str().unwrap();
    let text = kengen(&["coverage", "--db", database]);
    assert_eq!(text.exit, Exit::Success, "{}", text.stderr);
    assert!(text.stdout.contains("夜間の当番は青い旗による"), "{}", text.stdout);
    let page = kengen(&["coverage", "--db", database, "--format", "html"]);
    assert_eq!((page.exit, page.stdout.as_str()), (Exit::Database, ""));
    assert!(page.stderr.contains("earlier version") && page.stderr.contains("kengen load"), "{}", page.stderr);
}

#[test]
fn a_data_set_of_an_earlier_version_has_no_matters_to_answer_with() {
    let (folder, file) = regulation();
    let database = folder.path().join("k.db");
    let graph = AuthorityGraph::from_json(&kengen(&["compile", &file, "--format", "json"]).stdout).unwrap();
    let mut store = EmbeddedStore::open_or_create(&database, &StoreOptions::default()).unwrap();
    store.load("kou", &graph).unwrap();
    drop(store);
    let ask = |question: &str| kengen(&[question, "--db", database.to_str().unwrap()]);
    assert_eq!((ask("overlaps").exit, ask("ledger").exit), (Exit::Success, Exit::Success));
    let mut engine = graphdblite::Database::open(&database).unwrap();
    engine.execute("MATCH (n:DataSet {name: 'kou'}) REMOVE n.fingerprint_without_matters").unwrap();
    drop(engine);
    for question in ["overlaps", "ledger"] {
        let answer = ask(question);
        assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Database, ""), "{question}");
        assert!(
            answer.stderr.contains("earlier version") && answer.stderr.contains("kengen load"),
            "{}",
            answer.stderr
        );
    }
}

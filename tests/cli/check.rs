//! `kengen check`: what is shown of the findings, what the body has accepted, and the forms of the answer.

use std::path::Path;

use kengen::cli::Exit;

use crate::{JLIS, kengen};

/// A city with an unknown section (error), many sections without a head, and a supplement.
const CITY: &str = "甲市事務分掌規則
第1条 甲市に次の課を置く。
(1) 一課
(2) 二課
(3) 三課
(4) 四課
(5) 五課
(6) 六課
(7) 七課
(8) 八課
(9) 九課
(10) 十課
第2条 一課に課長を置く。
2 課長は、課の事務を統括し、所属職員を指揮監督する。
第3条 一課の事務分掌は、次のとおりとする。
(1) 物品の管理に関すること（監理課の所掌に属するものを除く。）。
";

fn city(folder: &Path, supplement: &str) -> String {
    std::fs::write(folder.join("supplement.toml"), supplement).unwrap();
    let file = folder.join("kou.txt");
    std::fs::write(&file, CITY).unwrap();
    file.to_str().unwrap().to_owned()
}

fn accepted(expires: &str) -> String {
    format!(
        "[[accepted]]\ncode = \"unknown-name\"\nsubject = \"監理課\"\nreason = \"来年度に置く。\"\napprover = \"総務課長\"\nexpires = \"{expires}\"\n"
    )
}

#[test]
fn rules_are_chosen_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let file = city(folder.path(), "");
    let codes = |arguments: &[&str]| -> Vec<String> {
        let answer = kengen(&[&["check", &file, "--format", "json"], arguments].concat()).json();
        let findings = answer["findings"].as_array().unwrap().iter();
        let mut codes: Vec<String> = findings.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect();
        codes.dedup();
        codes
    };
    let all = codes(&[]);
    assert!(all.len() > 2 && all.contains(&"unit-without-duties".to_owned()), "{all:?}");
    assert_eq!(codes(&["--select", "unknown-name"]), ["unknown-name"]);
    assert_eq!(codes(&["--code", "unknown-name"]), ["unknown-name"], "the earlier name of the option");
    assert_eq!(codes(&["--ignore", "unit-without-duties"]).len(), all.len() - 1);
    assert_eq!(codes(&["--select", "unknown-name", "--ignore", "unknown-name"]), [""; 0]);
    for option in ["--select", "--ignore"] {
        let answer = kengen(&["check", &file, option, "no-such-code"]);
        assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Name, ""));
        assert!(answer.stderr.contains("no-such-code") && answer.stderr.contains("unit-without-head"));
    }
    // What is shown does not change how the command ends.
    assert_eq!(kengen(&["check", &file, "--ignore", "unknown-name"]).exit, Exit::Findings);
}

#[test]
fn a_rule_that_fires_often_is_cut_short_on_the_screen_only() {
    let folder = tempfile::tempdir().unwrap();
    let file = city(folder.path(), "");
    let short = kengen(&["check", &file, "--select", "unit-without-duties"]).stdout;
    assert!(short.contains("… and 1 more: --all"), "{short}");
    assert!(!short.contains("十課"), "{short}");
    let whole = kengen(&["check", &file, "--select", "unit-without-duties", "--all"]).stdout;
    assert!(whole.contains("十課") && !whole.contains("--all"), "{whole}");
    let output = folder.path().join("findings.txt");
    let answer = kengen(&["check", &file, "--select", "unit-without-duties", "-o", output.to_str().unwrap()]);
    assert_eq!(answer.stdout, "");
    assert_eq!(std::fs::read_to_string(output).unwrap(), whole);
}

#[test]
fn an_acceptance_settles_a_finding_until_its_last_day() {
    let folder = tempfile::tempdir().unwrap();
    let file = city(folder.path(), &accepted("2030-03-31"));
    let check = |day: &str| kengen(&["check", &file, "--as-of", day, "--format", "json"]);
    let last_day = check("2030-03-31");
    assert_eq!(last_day.exit, Exit::Success, "the only error is accepted");
    assert_eq!(last_day.json()["accepted"][0]["acceptance"]["approver"], "総務課長");
    assert_eq!(last_day.json()["counts"]["error"], 0);
    let after = check("2030-04-01");
    assert_eq!(after.exit, Exit::Findings);
    assert_eq!(after.json()["findings"][0]["code"], "unknown-name");
    assert_eq!(after.json()["accepted"], serde_json::json!([]));
    let codes = after.json().to_string();
    assert!(codes.contains("expired-acceptance"), "{codes}");
    let text = kengen(&["check", &file, "--as-of", "2030-03-31", "--lang", "ja"]).stdout;
    assert!(text.contains("受入れ済み 1") && text.contains("来年度に置く。（総務課長、2030-03-31まで）"), "{text}");
    let wrong = kengen(&["check", &file, "--as-of", "2030-02-30"]);
    assert_eq!(wrong.exit, Exit::Usage);
}

#[test]
fn acceptances_travel_into_the_database() {
    let folder = tempfile::tempdir().unwrap();
    let file = city(folder.path(), &accepted("2030-03-31"));
    let database = folder.path().join("k.db");
    let database = database.to_str().unwrap();
    assert_eq!(kengen(&["load", &file, "--db", database, "--data-set", "kou"]).exit, Exit::Success);
    let from_file = kengen(&["check", &file, "--as-of", "2030-01-01", "--format", "json"]).stdout;
    let from_database =
        kengen(&["check", "--db", database, "--data-set", "kou", "--as-of", "2030-01-01", "--format", "json"]).stdout;
    assert_eq!(from_database, from_file);
}

#[test]
fn an_acceptance_of_nothing_is_a_finding_and_one_without_a_day_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = accepted("2030-03-31").replace("監理課", "資料室");
    let file = city(folder.path(), &nothing);
    let answer = kengen(&["check", &file, "--as-of", "2030-01-01", "--select", "unmatched-acceptance"]);
    assert!(answer.stdout.contains("資料室"), "{}", answer.stdout);
    let file = city(folder.path(), &accepted("31 March"));
    let answer = kengen(&["check", &file]);
    assert_eq!((answer.exit, answer.stdout.as_str()), (Exit::Input, ""));
    assert!(answer.stderr.contains("YYYY-MM-DD"), "{}", answer.stderr);
}

#[test]
fn sarif_names_the_rule_the_file_and_the_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = city(folder.path(), &accepted("2030-03-31"));
    let log = kengen(&["check", &file, "--as-of", "2030-01-01", "--format", "sarif", "--lang", "ja"]).json();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().all(|rule| !rule["shortDescription"]["text"].as_str().unwrap().is_empty()));
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        let line = place["region"]["startLine"].as_u64().unwrap() as usize;
        let words = place["region"]["snippet"]["text"].as_str().unwrap();
        assert!(CITY.lines().nth(line - 1).unwrap().contains(words.lines().next().unwrap()), "{line}: {words}");
        assert!(place["artifactLocation"]["uri"].as_str().unwrap().ends_with("/kou.txt"));
    }
    let suppressed: Vec<_> = results.iter().filter(|result| result["suppressions"].is_array()).collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(suppressed[0]["ruleId"], "unknown-name");
    let again = kengen(&["check", JLIS, "--as-of", "2030-01-01", "--format", "sarif"]).stdout;
    assert_eq!(kengen(&["check", JLIS, "--as-of", "2030-01-01", "--format", "sarif"]).stdout, again);
}

#[test]
fn a_page_shows_every_finding_and_what_its_rule_means() {
    let folder = tempfile::tempdir().unwrap();
    let file = city(folder.path(), &accepted("2030-03-31"));
    let all = ["check", &file, "--as-of", "2030-01-01", "--fail-on", "never"];
    for language in ["ja", "en"] {
        let answer = kengen(&[&all[..], &["--lang", language, "--format", "html"]].concat());
        let json = kengen(&[&all[..], &["--lang", language, "--format", "json"]].concat()).json();
        let page = &answer.stdout;
        assert_eq!(answer.exit, Exit::Success);
        for finding in json["findings"].as_array().unwrap() {
            let code = finding["code"].as_str().unwrap();
            assert!(page.contains(&format!("{code} (")), "{code}");
            // Quotation marks are escaped in a page; the words between them are not.
            assert!(page.contains(finding["words"][0].as_str().unwrap()), "{finding}");
        }
        assert!(page.contains("来年度に置く。") && page.contains("十課"), "nothing is cut short");
        assert!(!page.contains("http://") && !page.contains("https://"), "nothing is fetched");
        for target in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(page.contains(&format!("id=\"{target}\"")), "a link to {target} leads nowhere");
        }
    }
}

#[test]
fn a_workbook_is_written_to_a_file_and_reads_back() {
    use calamine::{Data, Reader as _, Xlsx, open_workbook};
    let folder = tempfile::tempdir().unwrap();
    let file = city(folder.path(), &accepted("2030-03-31"));
    let all = ["check", &file, "--as-of", "2030-01-01", "--format", "xlsx", "--lang", "ja"];
    let nowhere = kengen(&all);
    assert_eq!((nowhere.exit, nowhere.stdout.as_str()), (Exit::Usage, ""));
    assert!(nowhere.stderr.contains("-o"), "{}", nowhere.stderr);
    let output = folder.path().join("findings.xlsx");
    let path = output.to_str().unwrap();
    assert_eq!(kengen(&[&all[..], &["-o", path]].concat()).exit, Exit::Success);
    let bytes = std::fs::read(&output).unwrap();
    kengen(&[&all[..], &["-o", path]].concat());
    assert_eq!(std::fs::read(&output).unwrap(), bytes, "the same findings are the same bytes");
    let mut workbook: Xlsx<_> = open_workbook(&output).unwrap();
    let name = workbook.sheet_names()[0].clone();
    let sheet = workbook.worksheet_range(&name).unwrap();
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
    let json = kengen(&["check", &file, "--as-of", "2030-01-01", "--format", "json", "--lang", "ja"]).json();
    let count = json["findings"].as_array().unwrap().len() + json["accepted"].as_array().unwrap().len();
    assert_eq!(rows.len(), count + 1, "a header and a line for each finding");
    for message in json["findings"].as_array().unwrap().iter().map(|finding| finding["message"].as_str().unwrap()) {
        assert!(rows.iter().any(|row| row.iter().any(|cell| cell == message)), "{message}");
    }
    assert!(rows.last().unwrap().iter().any(|cell| cell.contains("2030-03-31")), "what is accepted says until when");
}

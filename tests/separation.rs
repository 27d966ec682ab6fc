//! Segregation of duties on an invented body: each way in which two sides come together, and near misses.

use kengen::analysis::{ConflictKind, ConflictReport, SeparationRules, conflicts};
use kengen::compile::{Supplement, compile};
use kengen::graph::AuthorityGraph;
use kengen::occupancy;
use kengen::regulation::read_text;

const RULES: &str = r#"
[[rule]]
code = "pay-and-book"
title = { ja = "支払と記帳" }
source = "架空の基準"
first = { ja = "支払", duties = [{ activities = ["支払"] }] }
second = { ja = "記帳", duties = [{ activities = ["記帳"] }] }
"#;

fn graph(articles: &str) -> AuthorityGraph {
    let text = format!(
        "甲庁組織規則\n第一条　甲庁に、総務部を置く。\n第二条　総務部に、支払課及び帳簿課を置く。\n第三条　部に部長、課に課長を置く。\n２　部長は、部の事務を統括し、所属職員を指揮監督する。\n３　課長は、部長の命を受け、課の事務を統括する。\n{articles}"
    );
    compile(&read_text(text).0, &Supplement::default()).graph
}

const APART: &str =
    "第四条　支払課は、経費の支払に関する事務をつかさどる。\n第五条　帳簿課は、経費の記帳に関する事務をつかさどる。\n";

fn report(graph: &AuthorityGraph) -> ConflictReport {
    conflicts(graph, &SeparationRules::from_toml(RULES).unwrap(), &[], None).unwrap()
}

/// The ways, each with the names of those who hold both.
fn found(graph: &AuthorityGraph, report: &ConflictReport) -> Vec<(ConflictKind, Vec<String>)> {
    let names = |ids: &[_]| ids.iter().map(|id| graph.node(id).unwrap().name().to_owned()).collect();
    report.rules[0].conflicts.iter().map(|conflict| (conflict.kind, names(&conflict.holders))).collect()
}

#[test]
fn two_sections_are_apart() {
    let graph = graph(APART);
    let report = report(&graph);
    assert_eq!((report.rules[0].first.len(), report.rules[0].second.len()), (1, 1));
    assert_eq!(found(&graph, &report), []);
}

#[test]
fn one_section_has_both() {
    let graph = graph(
        "第四条　支払課は、次に掲げる事務をつかさどる。\n一　経費の支払に関すること。\n二　経費の記帳に関すること。\n",
    );
    assert_eq!(found(&graph, &report(&graph)), [(ConflictKind::SameOwner, vec!["支払課".to_owned()])]);
}

#[test]
fn what_is_left_to_another_unit_is_not_held() {
    let graph = graph(
        "第四条　支払課は、次に掲げる事務をつかさどる。\n一　経費の支払に関すること。\n二　経費の記帳に関すること（帳簿課の所掌に属するものを除く。）。\n第五条　帳簿課は、経費の記帳に関する事務をつかさどる。\n",
    );
    assert_eq!(found(&graph, &report(&graph)), []);
}

#[test]
fn who_acts_for_the_other_holds_both() {
    let graph = graph(&format!("{APART}第六条　支払課長に事故があるときは、帳簿課長がその職務を代理する。\n"));
    let report = report(&graph);
    let names = ["帳簿課長", "支払課長"].map(str::to_owned).to_vec();
    assert_eq!(found(&graph, &report), [(ConflictKind::Acting, names)]);
    let words: Vec<&str> = report.rules[0].conflicts[0].provenance.iter().map(|evidence| &*evidence.words).collect();
    assert!(words.iter().any(|words| words.contains("代理")), "{words:?}");
}

#[test]
fn a_superior_with_the_one_side_commands_the_other() {
    let graph = graph(
        "第四条　総務部は、経費の支払に関する事務をつかさどる。\n第五条　帳簿課は、経費の記帳に関する事務をつかさどる。\n",
    );
    let names = ["総務部長", "帳簿課長"].map(str::to_owned).to_vec();
    assert_eq!(found(&graph, &report(&graph)), [(ConflictKind::Commands, names)]);
}

#[test]
fn one_person_in_both_posts() {
    let graph = graph(APART);
    let rules = SeparationRules::from_toml(RULES).unwrap();
    let table = "氏名,職,自,至,区分\n甲野花子,支払課長,2026-04-01,,本務\n甲野花子,帳簿課長,2026-04-01,2026-09-30,兼務\n乙川一郎,総務部長,2026-04-01,,本務\n";
    let occupancy = occupancy::read(table.as_bytes(), &graph).unwrap();
    let on = |day: &str| conflicts(&graph, &rules, &[], Some(&occupancy.on_day(day))).unwrap();
    let both = on("2026-05-01");
    let conflict = &both.rules[0].conflicts[0];
    assert_eq!((conflict.kind, conflict.person.as_deref()), (ConflictKind::Person, Some("甲野花子")));
    assert_eq!(both.as_of.as_deref(), Some("2026-05-01"));
    assert!(on("2026-10-01").rules[0].conflicts.is_empty());
}

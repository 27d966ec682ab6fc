//! The DOT of small diagrams, word by word.

use kengen::analysis;
use kengen::graph::NodeId;
use kengen::render::dot::{
    CommandOptions, DiagramWords, OrgForm, OrgOptions, Paper, command_chain, command_tree, exclusions, org_chart,
    substitution,
};

use crate::bodies;

#[test]
fn org_chart_in_columns() {
    let sheets = org_chart(&bodies::small(), &OrgOptions::default()).expect("there are units");
    assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["org-columns-a4"]);
    insta::assert_snapshot!(sheets[0].dot);
}

#[test]
fn org_chart_in_columns_on_a3_in_english() {
    let options =
        OrgOptions { paper: Paper::A3, links: false, words: DiagramWords::english(), ..OrgOptions::default() };
    let sheets = org_chart(&bodies::small(), &options).expect("there are units");
    insta::assert_snapshot!(sheets[0].dot);
}

#[test]
fn org_chart_in_brackets() {
    let options = OrgOptions { form: OrgForm::Bracket, ..OrgOptions::default() };
    let sheets = org_chart(&bodies::small(), &options).expect("there are units");
    assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["org-bracket-a4"]);
    insta::assert_snapshot!(sheets[0].dot);
}

#[test]
fn command_chain_to_a_post() {
    let graph = bodies::middle();
    let post = NodeId::new("乙広域情報システム機構/事務局/総務部/庶務課#課長");
    let chain = analysis::command_chain(&graph, &post).expect("it is a post");
    let sheet = command_chain(&graph, &chain, &CommandOptions::default()).expect("it is a post");
    insta::assert_snapshot!(sheet.dot);
}

#[test]
fn command_graph_under_a_post() {
    let graph = bodies::middle();
    let post = NodeId::new("乙広域情報システム機構/事務局#事務局長");
    let span = analysis::span(&graph, &post).expect("it is a post");
    let sheets = command_tree(&graph, &span, &CommandOptions::default()).expect("it is a post");
    assert_eq!(sheets.len(), 1);
    insta::assert_snapshot!(sheets[0].dot);
}

#[test]
fn who_acts_for_whom() {
    let sheets = substitution(&bodies::middle(), None, &CommandOptions::default()).expect("there are heads");
    assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["substitution-a4"]);
    insta::assert_snapshot!(sheets[0].dot);
}

#[test]
fn who_stands_back_for_whom() {
    let text = "甲市組織規則\n第1条 甲市に、総務部及び水道部を置く。\n第2条 総務部の事務分掌は、次のとおりとする。\n\
        (1) 公印の管理に関すること（水道部の所掌に属するものを除く。）。\n(2) 文書に関すること。\n\
        第3条 水道部の事務分掌は、次のとおりとする。\n(1) 文書に関すること（総務部の所掌に属するものを除く。）。\n";
    let (document, _) = kengen::regulation::read(text.as_bytes()).expect("it is text");
    let graph = kengen::compile::compile(&document, &kengen::compile::Supplement::default()).graph;
    let report = analysis::scopes(&graph);
    let sheets = exclusions(&graph, &report, None, &CommandOptions::default()).expect("there are exclusions");
    assert_eq!(sheets.len(), 1);
    for word in ["相手方なし", "残りなし"] {
        assert!(sheets[0].dot.contains(word), "{word}");
    }
    insta::assert_snapshot!(sheets[0].dot);
}

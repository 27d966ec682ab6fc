//! Diagrams over the organisation and its graph: findings, scenarios, overlaps, neighbourhoods, and parts of a body.

use std::collections::BTreeSet;

use kengen::analysis::{self, Scenario};
use kengen::findings;
use kengen::graph::{AuthorityGraph, Condition, Label, NodeId};
use kengen::render::dot::{
    self, CommandOptions, DiagramError, DiagramWords, OrgForm, OrgOptions, Paper, Selection, Sheet,
};
use kengen::render::json::{FindingsAnswer, OverlapsAnswer};
use kengen::render::messages::{Language, Messages};

use crate::bodies;
use crate::dot_check::{Attributes, check_placed, label_lines, read};

const PAPERS: [(Paper, (f64, f64)); 2] = [(Paper::A4, (841.9, 595.3)), (Paper::A3, (1190.6, 841.9))];

/// Two units with one matter, two that leave one to each other, and what the rules say of both.
fn compiled() -> AuthorityGraph {
    let text = "甲市組織規則\n第1条 甲市に、総務部、市民部、水道部及び港湾部を置く。\n\
        第2条 総務部の事務分掌は、次のとおりとする。\n(1) 公印に関すること。\n(2) 避難所に関すること（水道部の所掌に属するものを除く。）。\n\
        第3条 市民部の事務分掌は、次のとおりとする。\n(1) 公印に関すること。\n\
        第4条 水道部の事務分掌は、次のとおりとする。\n(1) 避難所に関すること（総務部の所掌に属するものを除く。）。\n";
    let (document, _) = kengen::regulation::read(text.as_bytes()).expect("it is text");
    kengen::compile::compile(&document, &kengen::compile::Supplement::default()).graph
}

fn answer(graph: &AuthorityGraph, messages: &Messages) -> FindingsAnswer {
    FindingsAnswer::new(findings::review(graph, || "2026-01-01".to_owned()), graph, messages)
}

/// The scenario in which the first posts are absent and the first that need not exist is not filled.
fn absent(graph: &AuthorityGraph, count: usize) -> Scenario {
    let posts = graph.nodes_with(Label::Post).take(count);
    let scenario =
        posts.fold(Scenario::default(), |scenario, post| scenario.absent(post.id.clone(), Condition::Incapacitated));
    let optional = graph
        .nodes_with(Label::Post)
        .skip(count)
        .find(|node| node.as_post().is_some_and(|post| post.establishment == kengen::graph::Establishment::Optional));
    optional.map(|node| node.id.clone()).into_iter().fold(scenario, Scenario::unfilled)
}

/// Every one of these diagrams of a graph, on a paper and in a language.
pub fn draw_all(graph: &AuthorityGraph, paper: Paper, language: Language) -> Vec<Sheet> {
    let messages = Messages::new(language);
    let words = DiagramWords::of(language);
    let mut sheets = Vec::new();
    let mut add = |drawn: Result<Vec<Sheet>, DiagramError>| match drawn {
        Ok(drawn) => sheets.extend(drawn),
        Err(DiagramError::NothingToDraw | DiagramError::NoUnits) => {}
        Err(error) => panic!("{error}"),
    };
    for depth in [None, Some(1)] {
        for form in [OrgForm::Auto, OrgForm::Bracket] {
            let selection = Selection { depth, ..Selection::default() };
            let options = OrgOptions { paper, form, selection, words: words.clone(), ..OrgOptions::default() };
            add(dot::findings_chart(graph, &answer(graph, &messages), &options, &messages));
            let report = analysis::acting(graph, &absent(graph, 3)).expect("they are posts");
            add(dot::scenario(graph, &report, &options, &messages));
            add(dot::org_chart(graph, &options));
        }
    }
    let options = CommandOptions { paper, words, ..CommandOptions::default() };
    add(dot::overlaps(graph, &OverlapsAnswer::new(analysis::scopes(graph), None, graph), &options));
    for node in graph.nodes().step_by(5) {
        add(dot::neighbourhood(graph, &node.id, 2, &options, &messages));
    }
    sheets
}

/// What holds on every sheet of every one of these diagrams.
pub fn check_all(graph: &AuthorityGraph) -> Result<(), String> {
    for (paper, size) in PAPERS {
        for language in [Language::Ja, Language::En] {
            for sheet in draw_all(graph, paper, language) {
                let digraph = read(&sheet.dot)?;
                check_placed(&digraph, size).map_err(|error| format!("{} in {language:?}: {error}", sheet.name))?;
            }
        }
    }
    Ok(())
}

fn texts(sheet: &Sheet) -> Vec<String> {
    let digraph = read(&sheet.dot).expect("it is DOT");
    let text = |attributes: &Attributes| -> String {
        label_lines(attributes).expect("a label").into_iter().map(|(line, _)| line).collect()
    };
    digraph.nodes.iter().map(|(_, attributes)| text(attributes)).collect()
}

#[test]
fn every_sheet_holds() {
    for graph in [bodies::small(), bodies::middle(), bodies::big(60), compiled()] {
        check_all(&graph).expect("it holds");
    }
}

#[test]
fn findings_are_counted_at_their_units_and_above_those_left_out() {
    let graph = bodies::middle();
    let messages = Messages::new(Language::Ja);
    let answer = answer(&graph, &messages);
    let signs = |sheets: &[Sheet]| -> usize {
        let marks = sheets.iter().flat_map(texts).filter(|text| !text.contains("図中の組織"));
        let numbers = |text: &str| -> usize {
            let parts = text.split(['▲', '◆', '●']).skip(1);
            parts.filter_map(|part| part.split_whitespace().next()?.parse::<usize>().ok()).sum()
        };
        marks.map(|text| numbers(&text)).sum()
    };
    let about_units = |selection: Selection| {
        let options = OrgOptions { form: OrgForm::Bracket, paper: Paper::A3, selection, ..OrgOptions::default() };
        dot::findings_chart(&graph, &answer, &options, &messages).expect("there are units")
    };
    let whole = about_units(Selection::default());
    assert_eq!(whole.len(), 1, "the body fits one sheet");
    assert!(signs(&whole) > 0);
    let folded = about_units(Selection { depth: Some(1), ..Selection::default() });
    assert_eq!(signs(&whole), signs(&folded), "no finding is lost with the units that are left out");
}

#[test]
fn what_is_left_out_is_counted() {
    let graph = bodies::middle();
    let units: BTreeSet<String> = graph.nodes_with(Label::Unit).map(|unit| unit.name().to_owned()).collect();
    let hide = |selection: Selection| {
        let options = OrgOptions { form: OrgForm::Bracket, paper: Paper::A3, selection, ..OrgOptions::default() };
        dot::org_chart(&graph, &options).expect("there are units").iter().flat_map(texts).collect::<Vec<String>>()
    };
    let kinds = hide(Selection { hidden_kinds: BTreeSet::from(["課".to_owned()]), ..Selection::default() });
    assert!(units.iter().any(|name| name.ends_with("課")));
    assert!(!kinds.iter().any(|text| text.ends_with("課") && units.contains(text)), "no 課 is drawn");
    assert!(kinds.iter().any(|text| text.contains("（下に")), "where they were stands how many there are");
    assert!(kinds.iter().any(|text| text.contains("図に略した組織")));
    let root = graph.root_units()[0];
    let child = graph.members(&root.id, Label::Unit)[0];
    let one = hide(Selection { hidden_units: BTreeSet::from([child.id.clone()]), ..Selection::default() });
    assert!(!one.iter().any(|text| text == child.name()));
}

#[test]
fn who_acts_over_the_organisation() {
    let graph = bodies::middle();
    let scenario = absent(&graph, 3);
    let report = analysis::acting(&graph, &scenario).expect("they are posts");
    let messages = Messages::new(Language::Ja);
    let sheets = dot::scenario(&graph, &report, &OrgOptions::default(), &messages).expect("posts are absent");
    assert_eq!(sheets.len(), 1);
    insta::assert_snapshot!(texts(&sheets[0]).join("\n"));
    let nobody = analysis::acting(&graph, &Scenario::default()).expect("nobody is absent");
    assert_eq!(dot::scenario(&graph, &nobody, &OrgOptions::default(), &messages), Err(DiagramError::NothingToDraw));
}

#[test]
fn what_several_units_own() {
    let graph = compiled();
    let answer = OverlapsAnswer::new(analysis::scopes(&graph), None, &graph);
    let sheets = dot::overlaps(&graph, &answer, &CommandOptions::default()).expect("two units own the seal");
    insta::assert_snapshot!(sheets[0].dot);
    let port = graph.nodes_with(Label::Unit).find(|unit| unit.name() == "港湾部").expect("there is one");
    let none = OverlapsAnswer::new(analysis::scopes(&graph), Some(port.id.clone()), &graph);
    assert_eq!(dot::overlaps(&graph, &none, &CommandOptions::default()), Err(DiagramError::NothingToDraw));
}

#[test]
fn the_neighbourhood_of_any_node() {
    let graph = compiled();
    let messages = Messages::new(Language::Ja);
    let options = CommandOptions::default();
    let unit = graph.nodes_with(Label::Unit).find(|unit| unit.name() == "総務部").expect("there is one");
    let sheets = dot::neighbourhood(&graph, &unit.id, 1, &options, &messages).expect("it is a node");
    insta::assert_snapshot!(texts(&sheets[0]).join("\n"));
    let missing = NodeId::new("無い");
    assert_eq!(
        dot::neighbourhood(&graph, &missing, 1, &options, &messages),
        Err(DiagramError::NoSuchNode(missing.clone()))
    );
}

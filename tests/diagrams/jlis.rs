//! The diagrams of the regulation that the project carries.

use std::collections::BTreeSet;

use kengen::analysis;
use kengen::graph::{AuthorityGraph, Label, NodeId};
use kengen::render::dot::{CommandOptions, DiagramWords, OrgOptions, Paper, command_chain, command_tree, org_chart};

use crate::dot_check::{Attributes, check, check_placed, label_lines, read};

fn graph() -> AuthorityGraph {
    let text = std::fs::read_to_string("graph-data/jlis/graph.json").expect("the project carries it");
    AuthorityGraph::from_json(&text).expect("it is a graph")
}

fn text(attributes: &Attributes) -> String {
    label_lines(attributes).expect("a label").into_iter().map(|(line, _)| line).collect()
}

#[test]
fn the_chart_fits_one_sheet_in_legible_letters() {
    let graph = graph();
    for (paper, size, smallest) in [(Paper::A4, (841.9, 595.3), 10.5), (Paper::A3, (1190.6, 841.9), 13.0)] {
        let options = OrgOptions { paper, ..OrgOptions::default() };
        let sheets = org_chart(&graph, &options).expect("there are units");
        assert_eq!(sheets.len(), 1);
        assert!(sheets[0].name.starts_with("org-columns"), "{}", sheets[0].name);
        let digraph = read(&sheets[0].dot).expect("it is DOT");
        check_placed(&digraph, size).expect("everything has room");
        let units: Vec<&Attributes> = digraph
            .nodes
            .iter()
            .map(|(_, attributes)| attributes)
            .filter(|attributes| attributes.get("id").is_some_and(|id| id.starts_with("u-")))
            .collect();
        assert_eq!(units.len(), graph.nodes_with(Label::Unit).count(), "each unit stands there once");
        for unit in units {
            let written: f64 = unit["fontsize"].parse().expect("a number");
            assert!(written >= smallest, "{} in {written} points", text(unit));
        }
        let words = DiagramWords::japanese();
        let said = |wanted: &str| digraph.nodes.iter().filter(|(_, attributes)| text(attributes) == wanted).count();
        assert_eq!(said("理事長直轄"), 1);
        assert_eq!(said(&format!("理事長　副理事長　理事（{}）", words.elsewhere)), 1);
        assert_eq!(said("監事"), 1);
        assert_eq!(said("？新システム開発部"), 1);
    }
}

#[test]
fn every_chain_and_span_can_be_drawn_and_its_links_lead_to_clauses() {
    let graph = graph();
    let options = CommandOptions::default();
    let anchors: BTreeSet<String> =
        graph.nodes_with(Label::Clause).filter_map(|node| Some(format!("#{}", node.as_clause()?.anchor))).collect();
    for post in graph.nodes_with(Label::Post) {
        let chain = analysis::command_chain(&graph, &post.id).expect("it is a post");
        let mut drawings = vec![command_chain(&graph, &chain, &options).expect("it is a post").dot];
        let span = analysis::span(&graph, &post.id).expect("it is a post");
        drawings
            .extend(command_tree(&graph, &span, &options).expect("it is a post").into_iter().map(|sheet| sheet.dot));
        for dot in drawings {
            let digraph = read(&dot).expect("it is DOT");
            check(&digraph).expect("ids, ends and sizes are right");
            let things = digraph.nodes.iter().map(|node| &node.1).chain(digraph.edges.iter().map(|edge| &edge.2));
            for link in things.filter_map(|attributes| attributes.get("URL")) {
                assert!(anchors.contains(link), "{link}");
            }
        }
    }
}

#[test]
fn the_chain_to_the_chief_of_general_affairs() {
    let graph = graph();
    let post = NodeId::new("機構/事務局/管理部/総務課#課長");
    let chain = analysis::command_chain(&graph, &post).expect("it is a post");
    let sheet = command_chain(&graph, &chain, &CommandOptions::default()).expect("it is a post");
    let digraph = read(&sheet.dot).expect("it is DOT");
    let posts: Vec<String> = digraph
        .nodes
        .iter()
        .filter(|(_, attributes)| attributes.get("class").is_some_and(|class| class.starts_with("post")))
        .map(|(_, attributes)| label_lines(attributes).expect("a label")[0].0.clone())
        .collect();
    let spine = ["理事長", "副理事長", "理事", "事務局長", "管理部長", "総務課長"];
    assert_eq!(posts[..6], spine);
    for beside in ["管理部の担当部長", "管理部の次長", "総務課の課長補佐"] {
        assert!(posts.iter().any(|post| post == beside), "{beside} stands beside the chain");
    }
}

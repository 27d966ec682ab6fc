//! The first regulation: the facts that a reader of it can count by hand.

mod quotations;

use std::collections::BTreeMap;

use kengen::compile::{Compilation, Supplement, compile};
use kengen::graph::{
    AuthorityGraph, Basis, DutyKind, ExclusionForm, Label, Node, NodeId, Relation, RelationType, Rule, Status,
};
use kengen::regulation::{decode, read_text};
use quotations::misquotations;

const TEXT: &str = include_str!("../graph-data/jlis/regulation.txt");
const SUPPLEMENT: &str = include_str!("../graph-data/jlis/supplement.toml");

fn compiled(text: &str) -> Compilation {
    let (document, _) = read_text(text.to_owned());
    compile(&document, &Supplement::from_toml(SUPPLEMENT).unwrap())
}

fn units(graph: &AuthorityGraph) -> Vec<&Node> {
    graph.nodes_with(Label::Unit).collect()
}

fn names(nodes: Vec<&Node>) -> Vec<&str> {
    nodes.into_iter().map(Node::name).collect()
}

#[test]
fn units_and_where_they_belong() {
    let graph = compiled(TEXT).graph;
    let established: Vec<&Node> =
        units(&graph).into_iter().filter(|node| node.as_unit().unwrap().status == Status::Established).collect();
    let (councils, others): (Vec<&Node>, Vec<&Node>) =
        established.into_iter().partition(|node| node.as_unit().unwrap().council);
    assert_eq!(names(councils), ["企画・経営会議"]);
    assert_eq!(others.len(), 30, "{:?}", names(others));
    let below = |id: &str| names(graph.members(&NodeId::from(id), Label::Unit));
    assert_eq!(
        below("機構/個人番号センター/運用管理本部"),
        ["公的個人認証システム運用部", "個人番号カードシステム運用部", "個人番号カード業務運用部"]
    );
    assert_eq!(below("機構/事務局/管理部"), ["総務課", "会計課"]);
    assert_eq!(below("機構/システム統括室"), ["リスク管理課"]);
    let parents = |name: &str| -> Vec<&str> {
        units(&graph)
            .into_iter()
            .filter(|node| node.name() == name)
            .map(|node| graph.node(graph.parent_unit(&node.id).unwrap()).unwrap().name())
            .collect()
    };
    assert_eq!(
        parents("企画部"),
        ["住民基本台帳ネットワークシステム全国センター", "個人番号センター", "総合行政ネットワーク全国センター"]
    );
    assert_eq!(
        parents("システム部"),
        ["住民基本台帳ネットワークシステム全国センター", "総合行政ネットワーク全国センター"]
    );
    let unknown: Vec<&Node> =
        units(&graph).into_iter().filter(|node| node.as_unit().unwrap().status == Status::Unknown).collect();
    assert_eq!(names(unknown), ["新システム開発部"]);
}

#[test]
fn duties_and_exclusions() {
    let graph = compiled(TEXT).graph;
    let mut kinds: BTreeMap<DutyKind, usize> = BTreeMap::new();
    let mut lists: BTreeMap<&NodeId, usize> = BTreeMap::new();
    for node in graph.nodes_with(Label::Duty) {
        *kinds.entry(node.as_duty().unwrap().kind).or_default() += 1;
        *lists.entry(graph.parent_unit(&node.id).unwrap()).or_default() += 1;
    }
    let expected = [(DutyKind::Substantive, 150), (DutyKind::Residual, 6), (DutyKind::Ancillary, 23)];
    assert_eq!(kinds, BTreeMap::from(expected));
    assert_eq!(lists.len(), 23);
    let of_form = |form| -> Vec<&NodeId> {
        graph
            .edges_with(RelationType::DutyExcludedBy)
            .filter(|edge| edge.data.relation == Relation::DutyExcludedBy { form, cases: Vec::new() })
            .map(|edge| &edge.from)
            .collect()
    };
    let mut excluding = of_form(ExclusionForm::Exclusion);
    assert_eq!(excluding.len(), 32);
    excluding.sort();
    excluding.dedup();
    assert_eq!(excluding.len(), 22);
    let mut residual = of_form(ExclusionForm::Residual);
    residual.sort();
    residual.dedup();
    assert_eq!(residual.len(), 6);
}

#[test]
fn substitution_and_ex_officio() {
    let graph = compiled(TEXT).graph;
    let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
    for edge in graph.edges_with(RelationType::SubstitutesWhenIncapacitated) {
        *titles.entry(graph.node(&edge.from).unwrap().as_post().unwrap().title.as_str()).or_default() += 1;
    }
    assert_eq!(titles, BTreeMap::from([("副センター長", 5), ("次長", 17)]));
    let held: Vec<(&str, &str)> = graph
        .edges_with(RelationType::ExOfficio)
        .map(|edge| (graph.node(&edge.from).unwrap().name(), graph.node(&edge.to).unwrap().name()))
        .collect();
    assert_eq!(held, [("総括執行役", "事務局長"), ("企画執行役", "経営戦略部長"), ("経営執行役", "管理部長")]);
}

#[test]
fn command() {
    let graph = compiled(TEXT).graph;
    let commanders = |id: &str| -> Vec<(&str, &str)> {
        graph
            .edges_at(&NodeId::from(id), kengen::graph::Direction::Incoming, RelationType::Commands)
            .into_iter()
            .map(|edge| (edge.from.as_str(), edge.data.basis.rule().map_or("stated", Rule::name)))
            .collect()
    };
    assert_eq!(
        commanders("機構/事務局#事務局長"),
        [("機構#理事長", "stated"), ("機構#副理事長", "stated"), ("機構#理事", "stated")]
    );
    assert_eq!(
        commanders("機構/事務局/管理部/総務課#課長"),
        [("機構/事務局/管理部#部長", "superior-by-place"), ("機構/事務局/管理部#担当部長", "second-superior"),]
    );
    assert_eq!(
        commanders("機構/個人番号センター/運用管理本部/個人番号カード業務運用部#部長"),
        [("機構/個人番号センター/運用管理本部#運用管理本部長", "superior-by-place")]
    );
    assert_eq!(
        commanders("機構/個人番号センター/運用管理本部#運用管理本部長"),
        [("機構/個人番号センター#センター長", "stated")]
    );
    assert_eq!(
        commanders("機構/システム統括室/リスク管理課#課長"),
        [("機構/システム統括室#システム統括室長", "superior-by-place")]
    );
}

#[test]
fn every_node_and_edge_quotes_its_clause() {
    let graph = compiled(TEXT).graph;
    assert_eq!(misquotations(&graph, TEXT), [""; 0]);
    let mut edges = 0;
    for edge in graph.edges() {
        if let Basis::Derived { rule } = edge.data.basis {
            assert!(!rule.name().is_empty());
        }
        edges += 1;
    }
    assert!(edges > 2000, "{edges}");
}

#[test]
fn no_sentence_is_unaccounted_for() {
    let compilation = compiled(TEXT);
    let totals = compilation.coverage.totals();
    assert_eq!(totals.compiled + totals.no_content + totals.not_understood, totals.total);
    let not_understood: Vec<(&str, &str)> =
        compilation.coverage.not_understood().map(|s| (s.clause.as_str(), s.text.as_str())).collect();
    insta::assert_json_snapshot!((
        totals,
        compilation.coverage.no_content_kinds(),
        not_understood,
        compilation.notices
    ));
}

/// The graph with everything that depends on the spelling of the source left out.
fn facts(graph: &AuthorityGraph) -> (Vec<String>, Vec<String>) {
    let nodes = graph.nodes().map(|node| format!("{:?} {}", node.label(), node.id)).collect();
    let edges = graph
        .edges()
        .map(|edge| format!("{} {} {:?} {:?}", edge.from, edge.to, edge.data, edge.provenance.clauses()))
        .collect();
    (nodes, edges)
}

#[test]
fn the_form_of_the_file_does_not_matter() {
    let expected = facts(&compiled(TEXT).graph);
    let wide_digits: String =
        TEXT.chars().map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c }).collect();
    let no_blank_lines = TEXT.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n");
    // Shift_JIS has no em dash.
    let without_em_dash = TEXT.replace('—', "―");
    let (shift_jis, _, unmappable) = encoding_rs::SHIFT_JIS.encode(&without_em_dash);
    assert!(!unmappable);
    let variants = [
        ("CRLF", TEXT.replace('\n', "\r\n")),
        ("full-width digits", wide_digits),
        ("no blank lines", no_blank_lines),
        ("Shift_JIS", decode(&shift_jis).unwrap()),
        ("byte order mark", decode(format!("\u{feff}{TEXT}").as_bytes()).unwrap()),
    ];
    for (name, text) in variants {
        let found = facts(&compiled(&text).graph);
        let missing: Vec<&String> = expected.1.iter().filter(|edge| !found.1.contains(edge)).take(3).collect();
        assert!(found == expected, "{name}: missing {missing:?}");
    }
}

#[test]
fn compiling_twice_gives_the_same_bytes() {
    assert_eq!(compiled(TEXT).graph.to_json(), compiled(TEXT).graph.to_json());
}

/// Read off the supplements by hand: 19 of them, one of which names two days.
#[test]
fn from_when_the_supplements_are_in_force() {
    let coverage = compiled(TEXT).coverage;
    let days: Vec<&str> = coverage.enforcement.iter().map(|stated| stated.date.as_deref().unwrap_or("none")).collect();
    assert_eq!(days.len(), 20, "{days:?}");
    assert_eq!(days[0], "2014-04-01");
    assert_eq!(days[15..], ["2023-05-29", "2023-06-01", "2023-07-01", "2024-01-01", "2025-04-01"]);
    let in_order = days.is_sorted();
    assert!(in_order, "{days:?}");
}

//! Views of one invented body, one for each sort of node.

use super::*;
use crate::analysis::fixtures::{Body, cites_verbatim};

fn city() -> AuthorityGraph {
    Body::new("甲市")
        .officer("市長")
        .unit("総務部")
        .head("総務部", "部長")
        .commands("#市長", "総務部#部長")
        .optional("総務部", "次長")
        .commands("総務部#部長", "総務部#次長")
        .assists("総務部#次長", "総務部#部長")
        .post("総務部", "参事")
        .substitutes("総務部#参事", "総務部#部長", 2)
        .substitutes("総務部#次長", "総務部#部長", 1)
        .post("", "防災監")
        .ex_officio("#防災監", "総務部#部長")
        .unit("総務部/文書課")
        .unit("財政部")
        .duty("総務部", 1, "文書の審査に関すること（文書課の所掌に属するものを除く。）")
        .duty("総務部/文書課", 1, "文書の保存に関すること")
        .duty("総務部/文書課", 2, "前号に附帯すること")
        .duty("総務部#次長", 1, "儀式に関すること")
        .duty("財政部", 1, "予算の執行に関すること（総務部の所掌に属するものを除く。）")
        .excluded_by("総務部(1)", "総務部/文書課")
        .excluded_by("財政部(1)", "総務部")
        .relates("総務部/文書課(2)", "総務部/文書課(1)", Relation::AncillaryTo)
        .council("防災会議")
        .council_edge("総務部#部長", "防災会議", Relation::MemberOf)
        .council_edge("#市長", "防災会議", Relation::Chairs)
        .graph()
}

fn ends<'a>(edges: &'a [Edge], end: impl Fn(&'a Edge) -> &'a NodeId) -> Vec<&'a str> {
    edges.iter().map(|edge| end(edge).as_str()).collect()
}

#[test]
fn a_unit() {
    let graph = city();
    let view = show(&graph, &"甲市/総務部".into()).unwrap();
    cites_verbatim(&graph, &view);
    let View::Unit(view) = view else { panic!("a unit") };
    assert_eq!(view.parent.unwrap().to.as_str(), "甲市");
    assert_eq!(view.children, ["甲市/総務部/文書課".into()]);
    assert_eq!(ends(&view.heads, |edge| &edge.from), ["甲市/総務部#部長"]);
    assert_eq!(view.posts.len(), 3);
    assert_eq!(view.duties, ["甲市/総務部(1)".into()]);
    assert_eq!(ends(&view.gives_way_to, |edge| &edge.to), ["甲市/総務部/文書課"]);
    assert_eq!(ends(&view.goes_before, |edge| &edge.from), ["甲市/財政部(1)"]);
}

#[test]
fn a_council() {
    let View::Unit(view) = show(&city(), &"甲市/防災会議".into()).unwrap() else { panic!("a unit") };
    assert_eq!(ends(&view.council, |edge| &edge.from), ["甲市#市長", "甲市/総務部#部長"], "the chair first");
}

#[test]
fn a_post() {
    let graph = city();
    let view = show(&graph, &"甲市/総務部#部長".into()).unwrap();
    cites_verbatim(&graph, &view);
    let View::Post(view) = view else { panic!("a post") };
    assert_eq!(ends(&view.superiors, |edge| &edge.from), ["甲市#市長"]);
    assert_eq!(ends(&view.subordinates, |edge| &edge.to), ["甲市/総務部#次長"]);
    assert_eq!(ends(&view.assisted_by, |edge| &edge.from), ["甲市/総務部#次長"]);
    assert_eq!(
        ends(&view.substitutes, |edge| &edge.from),
        ["甲市/総務部#次長", "甲市/総務部#参事"],
        "first in line first"
    );
    assert_eq!(ends(&view.also_holds, |edge| &edge.from), ["甲市#防災監"]);
    assert_eq!(ends(&view.councils, |edge| &edge.to), ["甲市/防災会議"]);
    assert_eq!(ends(&view.heads, |edge| &edge.to), ["甲市/総務部"]);
}

#[test]
fn a_duty_of_a_post() {
    let View::Duty(view) = show(&city(), &"甲市/総務部#次長(1)".into()).unwrap() else { panic!("a duty") };
    assert_eq!(view.owner.unwrap().to.as_str(), "甲市/総務部#次長");
    assert_eq!(view.unit.unwrap().as_str(), "甲市/総務部");
}

#[test]
fn a_duty_with_its_ancillary_one() {
    let View::Duty(view) = show(&city(), &"甲市/総務部/文書課(1)".into()).unwrap() else { panic!("a duty") };
    assert_eq!(ends(&view.ancillary_duties, |edge| &edge.from), ["甲市/総務部/文書課(2)"]);
    assert!(view.gives_way_to.is_empty());
}

#[test]
fn a_clause_lists_what_rests_on_it() {
    let graph = city();
    let clause = &graph.edges_with(RelationType::Chairs).next().unwrap().provenance.first().clause;
    let view = show(&graph, clause).unwrap();
    cites_verbatim(&graph, &view);
    let View::Clause(view) = view else { panic!("a clause") };
    assert!(view.nodes.is_empty());
    assert_eq!(view.edges.len(), 1);
    let establishing = &graph.node(&"甲市/財政部".into()).unwrap().provenance.first().clause;
    let View::Clause(view) = show(&graph, establishing).unwrap() else { panic!("a clause") };
    assert_eq!(view.nodes, ["甲市/財政部".into()]);
}

#[test]
fn an_unknown_id_is_an_error() {
    assert_eq!(show(&city(), &"甲市/無部".into()), Err(AnalysisError::UnknownNode("甲市/無部".into())));
}

#[test]
fn what_is_said_of_a_post_and_how_a_clause_is_read_elsewhere() {
    use crate::graph::{Annotations, PartRole, StatementKind, StatementPart};
    let graph = city();
    let clause = graph.nodes_with(Label::Clause).next().expect("a clause").clone();
    let text = &clause.as_clause().expect("it is one").text;
    let word: String = text.chars().take(2).collect();
    let part = |role, words: &str, meaning: &[&NodeId], read_as: Option<&str>| StatementPart {
        role,
        words: words.to_owned(),
        meaning: meaning.iter().map(|id| (*id).clone()).collect(),
        read_as: read_as.map(str::to_owned),
    };
    let statement = |kind, parts| {
        let provenance = Provenance::new(clause.id.clone(), word.as_str());
        Statement { kind, parts, line: 1, provenance }
    };
    let chief = NodeId::from("甲市/総務部#部長");
    let decides = statement(
        StatementKind::DelegatedDecision,
        vec![part(PartRole::Holder, "部長", &[&chief], None), part(PartRole::Matter, "軽易な事項", &[], None)],
    );
    let reads = statement(
        StatementKind::ReadAs,
        vec![part(PartRole::Rule, "前条中", &[&clause.id], None), part(PartRole::Replaced, &word, &[], Some("乙"))],
    );
    let statements = vec![decides.clone(), reads.clone()];
    let graph = graph.with_annotations(Annotations { statements, ..Annotations::default() });
    let View::Post(view) = show(&graph, &chief).unwrap() else { panic!("a post") };
    assert_eq!(view.statements, [decides]);
    let View::Post(other) = show(&graph, &"甲市/総務部#次長".into()).unwrap() else { panic!("a post") };
    assert_eq!(other.statements, []);
    let View::Clause(view) = show(&graph, &clause.id).unwrap() else { panic!("a clause") };
    assert_eq!(view.statements.len(), 2);
    let [reading] = &view.readings[..] else { panic!("one reading") };
    assert_eq!(reading.text, text.replace(&word, "乙"));
    assert_eq!(reading.provenance, reads.provenance);
}

//! Formats for other programs: what was written is read back and held against the graph, whatever its names are; and one small
//! body in every form that is text, as snapshots.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use kengen::analysis::{ResilienceQuestion, drill, scopes};
use kengen::compile::{Supplement, compile};
use kengen::findings::review;
use kengen::graph::{
    Act, AuthorityGraph, Basis, Clause, CommandScope, Condition, Designator, Duty, DutyKind, EdgeData, Establishment,
    GraphBuilder, NodeData, Post, Provenance, RegulationInfo, Relation, Rule, Status, Unit,
};
use kengen::regulation::read;
use kengen::render::json::{FindingsAnswer, LedgerAnswer};
use kengen::render::messages::{Language, Messages};
use kengen::render::tables::{AnswerTable, Answers, TableKind, table};
use kengen::render::{csv, docx, graphml, jsonld, mermaid, turtle, xlsx};
use oxrdf::Term;
use oxttl::TurtleParser;
use proptest::prelude::*;

/// Pieces of which odd names are made.
const PIECES: [&str; 22] = [
    "総務課",
    "\"",
    "'",
    "\\",
    "\\n",
    "<b>",
    "</b>",
    "&amp;",
    "&",
    "\n",
    "\t",
    "👩‍👩‍👧",
    "𠮷",
    "辻\u{E0100}",
    "إدارة",
    "שָׁלוֹם",
    "]]>",
    "#",
    "%41",
    "；;",
    "=1+1",
    "_x0041_",
];

fn name() -> impl Strategy<Value = String> {
    let odd = proptest::collection::vec(proptest::sample::select(&PIECES[..]), 1..6).prop_map(|pieces| pieces.concat());
    prop_oneof![8 => odd, 1 => Just("長い名前の課".repeat(200))].prop_map(|name| format!("課{name}課"))
}

/// A body with a unit, two posts and a duty of these names.
fn body(names: &[String; 4]) -> AuthorityGraph {
    let [unit, post, other, duty] = names;
    let mut builder = GraphBuilder::new(RegulationInfo::titled(unit.as_str()));
    let clause = builder.add_clause("第1条", Clause::new(format!("第1条{unit}"), duty.as_str(), 0, 1, 1));
    let basis = || Provenance::new(clause.clone(), duty.as_str());
    let city = builder.add_node("市", NodeData::Unit(Unit::new("市", "市", Status::Elsewhere)), basis());
    let section = NodeData::Unit(Unit::new(unit.as_str(), "課", Status::Established));
    let section = builder.add_node(format!("市/{unit}"), section, basis());
    let mut add = |place: &str, name: &str, establishment| {
        let data = NodeData::Post(Post::new(name, "長", establishment));
        builder.add_node(format!("市/{unit}#{place}"), data, basis())
    };
    let head = add("一", post, Establishment::Mandatory);
    let deputy = add("二", other, Establishment::Optional);
    let duty_data = Duty { text: duty.clone(), kind: DutyKind::Substantive, ordinal: 0 };
    let item = builder.add_node(format!("市/{unit}(1)"), NodeData::Duty(duty_data), basis());
    let stated = |relation| EdgeData::new(relation, Basis::Stated);
    builder.add_edge(&section, &city, stated(Relation::BelongsTo), basis());
    builder.add_edge(&head, &section, stated(Relation::BelongsTo), basis());
    builder.add_edge(&deputy, &section, stated(Relation::BelongsTo), basis());
    builder.add_edge(&item, &section, stated(Relation::BelongsTo), basis());
    builder.add_edge(&head, &section, stated(Relation::Heads), basis());
    let commands = Relation::Commands { scope: CommandScope::All, alternatives: Some(other.clone()) };
    let derived = Basis::Derived { rule: Rule::SuperiorByPlace };
    builder.add_edge(&head, &deputy, EdgeData::new(commands, derived), basis());
    let substitutes = Relation::SubstitutesWhenIncapacitated {
        order: 1,
        conditions: vec![Condition::Incapacitated, Condition::Vacant],
        act: Act::Substitute,
        joint: vec![],
        designator: Designator::Criterion(other.clone()),
    };
    builder.add_edge(&deputy, &head, stated(substitutes), basis());
    builder.build()
}

fn tables(graph: &AuthorityGraph, language: Language) -> Vec<AnswerTable> {
    let messages = Messages::new(language);
    let ledger = LedgerAnswer::new(scopes(graph), None, graph);
    let findings = FindingsAnswer::new(review(graph, || "2026-01-01".to_owned()), graph, &messages);
    let drill = drill(graph, &ResilienceQuestion::default()).expect("the whole body is there");
    let answers = Answers { graph, ledger: &ledger, findings: &findings, drill: &drill };
    TableKind::ALL.iter().map(|kind| table(*kind, answers, &messages)).collect()
}

/// The properties of nodes and edges as a GraphML file gives them.
fn read_graphml(text: &str) -> (Vec<serde_json::Value>, Vec<serde_json::Value>) {
    let document = roxmltree::Document::parse(text).unwrap();
    let keys: std::collections::HashMap<&str, (&str, &str)> = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://graphml.graphdrawing.org/xmlns", "key")))
        .filter_map(|key| Some((key.attribute("id")?, (key.attribute("attr.name")?, key.attribute("attr.type")?))))
        .collect();
    let properties = |element: roxmltree::Node| -> serde_json::Value {
        let data = element.children().filter(|child| child.tag_name().name() == "data");
        let data = data.filter_map(|data| {
            let (name, _) = keys.get(data.attribute("key")?)?;
            Some(((*name).to_owned(), serde_json::Value::from(data.text().unwrap_or_default())))
        });
        serde_json::Value::Object(data.collect())
    };
    let all = |tag: &str| document.descendants().filter(|node| node.tag_name().name() == tag).map(properties).collect();
    (all("node"), all("edge"))
}

/// A thing of the graph with every value as text.
fn as_texts(thing: &impl serde::Serialize) -> serde_json::Value {
    let serde_json::Value::Object(map) = serde_json::to_value(thing).unwrap() else { panic!("an object") };
    let text = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    };
    serde_json::Value::Object(map.into_iter().map(|(name, value)| (name, text(value).into())).collect())
}

/// Text without what a page may break or leave out.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// The texts of a Word document as its reader gives them, one after the other.
fn collect_texts(value: &serde_json::Value, texts: &mut String) {
    match value {
        serde_json::Value::Object(map) => {
            if let Some(text) = map.get("text").and_then(serde_json::Value::as_str) {
                texts.push_str(&plain(text));
            }
            map.values().for_each(|value| collect_texts(value, texts));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| collect_texts(value, texts)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn graphml_reads_back(names in [name(), name(), name(), name()]) {
        let graph = body(&names);
        let (nodes, edges) = read_graphml(&graphml::graphml(&graph));
        prop_assert_eq!(nodes, graph.nodes().map(as_texts).collect::<Vec<_>>());
        prop_assert_eq!(edges, graph.edges().map(as_texts).collect::<Vec<_>>());
    }

    #[test]
    fn turtle_and_jsonld_read_back(names in [name(), name(), name(), name()]) {
        let graph = body(&names);
        let turtle = turtle::turtle(&graph);
        let triples: Vec<oxrdf::Triple> =
            TurtleParser::new().for_slice(turtle.as_bytes()).collect::<Result<_, _>>().unwrap();
        let values = |predicate: &str| -> BTreeSet<String> {
            let triples = triples.iter().filter(|triple| triple.predicate.as_str().ends_with(predicate));
            triples.filter_map(|triple| match &triple.object {
                Term::Literal(literal) => Some(literal.value().to_owned()),
                _ => None,
            }).collect()
        };
        prop_assert_eq!(values("#label"), graph.nodes().map(|node| node.name().to_owned()).collect());
        prop_assert_eq!(values("/identifier"), graph.nodes().map(|node| node.id.to_string()).collect());
        let statements = triples.iter().filter(|triple| triple.object.to_string().ends_with("#Statement>")).count();
        prop_assert_eq!(statements, graph.edges().count());
        let subjects: BTreeSet<String> = triples.iter().map(|triple| triple.subject.to_string()).collect();
        prop_assert_eq!(subjects.len(), graph.nodes().count() + statements, "no two ids share an IRI");
        // Both forms hold the same; only the names of blank nodes may differ.
        let jsonld = jsonld::jsonld(&graph);
        let quads: Vec<oxrdf::Quad> =
            oxjsonld::JsonLdParser::new().for_slice(jsonld.as_bytes()).collect::<Result<_, _>>().unwrap();
        let seen = |subject: &oxrdf::NamedOrBlankNode, rest: String| match subject {
            oxrdf::NamedOrBlankNode::BlankNode(_) => format!("_ {rest}"),
            other => format!("{other} {rest}"),
        };
        let mut from_turtle: Vec<String> =
            triples.iter().map(|one| seen(&one.subject, format!("{} {}", one.predicate, one.object))).collect();
        let mut from_jsonld: Vec<String> =
            quads.iter().map(|one| seen(&one.subject, format!("{} {}", one.predicate, one.object))).collect();
        from_turtle.sort();
        from_jsonld.sort();
        prop_assert_eq!(from_turtle, from_jsonld);
    }

    #[test]
    fn workbooks_and_csv_read_back(names in [name(), name(), name(), name()]) {
        let graph = body(&names);
        let messages = Messages::new(Language::Ja);
        let tables = tables(&graph, Language::Ja);
        let bytes = xlsx::workbook(&tables, graph.regulation(), &messages).unwrap();
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        for one in &tables {
            let expected: Vec<Vec<String>> = std::iter::once(one.columns.iter().map(|column| column.title.clone()).collect())
                .chain(one.rows.iter().map(|row| row.iter().map(|cell| cell.text()).collect()))
                .collect();
            let sheet = workbook.worksheet_range(&one.title).unwrap();
            let found: Vec<Vec<String>> =
                sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
            prop_assert_eq!(&found, &expected, "{}", one.title);
            let text = csv::table(one);
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(&text.as_bytes()[3..]);
            let found: Vec<Vec<String>> =
                reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
            prop_assert_eq!(&found, &expected, "{}", one.title);
        }
        let document = docx::document(&tables, graph.regulation(), &messages).unwrap();
        let read: serde_json::Value = serde_json::from_str(&docx_rs::read_docx(&document).unwrap().json()).unwrap();
        let mut texts = String::new();
        collect_texts(&read, &mut texts);
        for cell in tables.iter().flat_map(|table| &table.rows).flatten() {
            // The reader resolves the entities of what it has unescaped: `&amp;` of the text comes back as `&`.
            let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
            let wanted = entities.iter().fold(plain(&cell.text()), |text, (entity, c)| text.replace(entity, c));
            prop_assert!(texts.contains(&wanted), "{wanted:?} in {texts:?}");
        }
    }

    #[test]
    fn mermaid_stays_one_line_a_thing(names in [name(), name(), name(), name()]) {
        let text = mermaid::mermaid(&body(&names));
        let nodes = text.lines().filter(|line| line.trim_start().starts_with('n') && line.contains("[\"")).count();
        prop_assert_eq!(nodes, 2);
        for line in text.lines().filter(|line| line.contains("[\"")) {
            prop_assert_eq!(line.matches('"').count(), 2, "{}", line);
        }
    }
}

/// A body with everything that the forms show.
const REGULATION: &str = "甲市組織規則
昭和五十年四月一日規則第一号
（設置）
第1条 甲市に、総務部及び水道部を置く。
2 総務部に庶務課を置く。
（職）
第2条 部に部長を、課に課長を置く。
2 部に次長を置くことができる。
3 部長は、部の事務を統括し、所属職員を指揮監督する。
4 次長は、部長を補佐し、部長に事故があるときは、その職務を代理する。
5 課長は、上司の命を受けて、課の事務を統括し、所属職員を指揮監督する。
（庶務課）
第3条 庶務課の事務分掌は、次のとおりとする。
(1) 文書の受付に関すること。
(2) 公印の管理に関すること（水道部の所掌に属するものを除く。）。
";

fn small() -> AuthorityGraph {
    let (document, _) = read(REGULATION.as_bytes()).unwrap();
    compile(&document, &Supplement::default()).graph
}

#[test]
fn a_small_body_in_every_text_form() {
    let graph = small();
    for (name, text) in [
        ("graphml", graphml::graphml(&graph)),
        ("turtle", turtle::turtle(&graph)),
        ("mermaid", mermaid::mermaid(&graph)),
    ] {
        insta::assert_snapshot!(name, text);
    }
    for (language, tag) in [(Language::Ja, "ja"), (Language::En, "en")] {
        let text: String =
            tables(&graph, language).iter().map(|one| format!("## {}\n{}\n", one.title, csv::table(one))).collect();
        insta::assert_snapshot!(format!("tables.{tag}"), text.replace("\r\n", "\n").replace('\u{FEFF}', ""));
    }
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    let graph = small();
    let messages = Messages::new(Language::Ja);
    let all = || {
        let tables = tables(&graph, Language::Ja);
        let workbook = xlsx::workbook(&tables, graph.regulation(), &messages).unwrap();
        let document = docx::document(&tables, graph.regulation(), &messages).unwrap();
        (workbook, document, turtle::turtle(&graph), jsonld::jsonld(&graph), graphml::graphml(&graph))
    };
    assert!(all() == all());
}

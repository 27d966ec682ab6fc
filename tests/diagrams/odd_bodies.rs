//! Bodies of any shape and names of any kind: what holds on every sheet.

use std::collections::BTreeSet;

use kengen::analysis;
use kengen::graph::{AuthorityGraph, Basis, Establishment, Label, NodeId, Relation};
use kengen::render::dot::{
    CommandOptions, DiagramError, DiagramWords, OrgForm, OrgOptions, Paper, Selection, Sheet, command_chain,
    command_tree, org_chart,
};
use proptest::prelude::*;

use crate::bodies::{self, Bodies};
use crate::dot_check::{check, check_placed, label_lines, read};

const A4: (f64, f64) = (841.9, 595.3);
const A3: (f64, f64) = (1190.6, 841.9);

/// Draws in every form and on every paper and checks the sheets.
fn check_org_charts(graph: &AuthorityGraph) -> Result<(), String> {
    for (paper, size) in [(Paper::A4, A4), (Paper::A3, A3)] {
        for form in [OrgForm::Auto, OrgForm::Columns, OrgForm::Bracket] {
            for words in [DiagramWords::japanese(), DiagramWords::english()] {
                let options = OrgOptions { paper, form, words, ..OrgOptions::default() };
                let sheets = org_chart(graph, &options).map_err(|error| error.to_string())?;
                check_sheets(graph, &sheets, size).map_err(|error| format!("{form:?} on {paper:?}: {error}"))?;
            }
        }
    }
    Ok(())
}

/// Checks each sheet, that names are told apart, and that every unit stands on one of them.
fn check_sheets(graph: &AuthorityGraph, sheets: &[Sheet], size: (f64, f64)) -> Result<(), String> {
    let mut drawn = BTreeSet::new();
    let mut names = BTreeSet::new();
    for sheet in sheets {
        if !names.insert(&sheet.name) || !sheet.name.is_ascii() {
            return Err(format!("sheet name `{}`", sheet.name));
        }
        let digraph = read(&sheet.dot)?;
        check_placed(&digraph, size).map_err(|error| format!("{}: {error}", sheet.name))?;
        for (_, attributes) in &digraph.nodes {
            drawn.extend(attributes.get("id").cloned());
        }
    }
    for (number, unit) in graph.nodes_with(Label::Unit).enumerate() {
        let grouped = unit.as_unit().is_some_and(|unit| unit.council) && drawn.contains("councils");
        if !drawn.contains(&format!("u-{number}")) && !grouped {
            return Err(format!("`{}` is on no sheet", unit.id));
        }
    }
    Ok(())
}

/// Names as regulations have them, and names that no regulation should have.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "(総務|企画|情報システム|港湾ネットワーク|防災|水資源|人材育成|第一){1,4}(局|部|課|室|センター|係)",
        2 => "[一-龠]{1,30}",
        1 => "[ァ-ヴー]{1,40}部",
        1 => "[A-Za-z0-9 &<>\"'\\\\{}|;#]{1,25}",
        1 => any::<String>(),
        1 => Just("\\N\\G\"]; evil [label=\"".to_owned()),
        1 => Just("هيئة الخدمات العامة".to_owned()),
        1 => Just("👨‍👩‍👧‍👦家族支援課🏛️".to_owned()),
        1 => Just("改\n行\r\nタブ\t課".to_owned()),
        1 => Just("&amp;&lt;課</FONT>".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(16)))]

    #[test]
    fn charts_of_any_tree_hold(units in prop::collection::vec((any_name(), any::<usize>()), 1..60)) {
        if let Err(error) = check_org_charts(&bodies::tree(&units)) {
            prop_assert!(false, "{error}");
        }
    }

    #[test]
    fn names_read_back_from_dot_and_from_the_picture(units in prop::collection::vec((any_name(), any::<usize>()), 1..8)) {
        let graph = bodies::tree(&units);
        let sheets = org_chart(&graph, &OrgOptions::default()).expect("there are units");
        // What XML cannot hold is a space in both; spaces are no part of the comparison.
        let plain = |text: &str| -> String {
            let held = |c: &char| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
            text.chars().filter(held).collect()
        };
        let (mut from_dot, mut from_svg) = (String::new(), String::new());
        for sheet in &sheets {
            for (_, attributes) in &read(&sheet.dot).expect("it is DOT").nodes {
                let tooltip = attributes.get("tooltip").map_or("", String::as_str);
                let tooltip = tooltip.replace("\\\"", "\"").replace("\\\\\\\\", "\\").replace("&amp;", "&");
                from_dot.push_str(&plain(&tooltip));
            }
            let Some((svg, _)) = crate::painted::paint(&sheet.dot) else { continue };
            let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
            let svg = roxmltree::Document::parse_with_options(&svg, options).expect("it is XML");
            for link in svg.descendants().filter_map(|one| one.attribute(("http://www.w3.org/1999/xlink", "title"))) {
                from_svg.push_str(&plain(link));
            }
        }
        for unit in graph.nodes_with(Label::Unit) {
            let name = plain(unit.name());
            prop_assert!(from_dot.contains(&name), "{name:?} in {from_dot:?}");
            prop_assert!(from_svg.is_empty() || from_svg.contains(&name), "{name:?} in {from_svg:?}");
        }
    }

    #[test]
    fn diagrams_over_units_of_any_names_hold(units in prop::collection::vec((any_name(), any::<usize>()), 1..20)) {
        let checked = crate::over_units::check_all(&bodies::tree(&units));
        prop_assert!(checked.is_ok(), "{checked:?}");
    }

    #[test]
    fn posts_of_any_names_hold_in_every_diagram(names in prop::collection::vec(any_name(), 2..12), parents in prop::collection::vec(any::<usize>(), 12)) {
        let checked = crate::over_units::check_all(&bodies::chain_of_posts(&names, &parents));
        prop_assert!(checked.is_ok(), "{checked:?}");
    }

    #[test]
    fn command_diagrams_of_any_names_hold(names in prop::collection::vec(any_name(), 2..12), parents in prop::collection::vec(any::<usize>(), 12)) {
        let graph = bodies::chain_of_posts(&names, &parents);
        for post in graph.nodes_with(Label::Post) {
            let chain = analysis::command_chain(&graph, &post.id).expect("it is a post");
            let sheet = command_chain(&graph, &chain, &CommandOptions::default()).expect("it is a post");
            let digraph = read(&sheet.dot);
            let checked = digraph.and_then(|digraph| check(&digraph));
            prop_assert!(checked.is_ok(), "{checked:?}");
            let span = analysis::span(&graph, &post.id).expect("it is a post");
            for sheet in command_tree(&graph, &span, &CommandOptions::default()).expect("it is a post") {
                let checked = read(&sheet.dot).and_then(|digraph| check_placed(&digraph, A4));
                prop_assert!(checked.is_ok(), "{checked:?}");
            }
        }
    }
}

#[test]
fn invented_bodies_hold() {
    for graph in [bodies::small(), bodies::middle(), bodies::big(300), bodies::big(800)] {
        check_org_charts(&graph).expect("every sheet holds");
    }
}

#[test]
fn a_tree_deeper_than_any_sheet_is_wide_is_cut() {
    let chain: Vec<(String, usize)> =
        (0..300).map(|number: usize| (format!("第{number}課"), number.wrapping_sub(1))).collect();
    check_org_charts(&bodies::tree(&chain)).expect("every sheet holds");
}

#[test]
fn hundreds_of_units_below_one_hold() {
    let flat: Vec<(String, usize)> = (0..300).map(|number| (format!("第{number}審査判定室"), 0)).collect();
    check_org_charts(&bodies::tree(&flat)).expect("every sheet holds");
}

#[test]
fn the_remark_above_the_columns_leaves_the_line_from_the_body_free() {
    for under in [&[0][..], &[1], &[2], &[1, 2], &[3], &[0, 2, 4], &[0, 1, 2, 3, 4]] {
        let mut body = Bodies::new("戊規程", "", "");
        let clause = body.clause("第1条", "c-1");
        let root = body.unit("戊市", "市", None, &clause, |_| {});
        for number in 0..5 {
            body.unit(&format!("第{number}部"), "部", Some(&root), &clause, |unit| {
                unit.directly_under = under.contains(&number).then(|| "戊市長職務代理者".into());
            });
        }
        check_org_charts(&body.build()).expect("every sheet holds");
    }
}

#[test]
fn many_officers_councils_and_attendants_hold() {
    for count in [1, 2, 4, 5, 9, 20] {
        let mut body = Bodies::new("己規程", "", "");
        let clause = body.clause("第1条", "c-1");
        let root = body.unit("己市", "市", None, &clause, |_| {});
        body.unit("総務部", "部", Some(&root), &clause, |_| {});
        for number in 0..count {
            let name = format!("第{number}広域行政推進審議会");
            let council = body.unit(&name, "審議会", Some(&root), &clause, |unit| unit.council = true);
            let officer = format!("第{number}副市長");
            body.post(&officer, &officer, &root, Establishment::Elsewhere, &clause);
            if number % 2 == 0 {
                let title = format!("第{number}監査委員");
                let auditor = body.post(&title, &title, &root, Establishment::Elsewhere, &clause);
                body.edge(&auditor, &council, Relation::Attends, Basis::Stated, &[(&clause, "出席し")]);
            }
        }
        check_org_charts(&body.build()).expect("every sheet holds");
    }
}

#[test]
fn units_in_a_circle_are_drawn_once() {
    let mut body = Bodies::new("戊規程", "", "");
    let clause = body.clause("第1条", "c-1");
    let ids: Vec<NodeId> = ["甲部", "乙部", "丙部"].map(|name| body.unit(name, "部", None, &clause, |_| {})).into();
    for (number, id) in ids.iter().enumerate() {
        body.belongs(id, &ids[(number + 1) % 3], &clause);
    }
    check_org_charts(&body.build()).expect("every sheet holds");
}

#[test]
fn several_bodies_have_no_common_root() {
    let mut body = Bodies::new("己規則", "", "");
    let clause = body.clause("第1条", "c-1");
    for bureau in ["東局", "西局"] {
        let bureau = body.unit(bureau, "局", None, &clause, |_| {});
        body.unit("総務課", "課", Some(&bureau), &clause, |_| {});
    }
    let graph = body.build();
    check_org_charts(&graph).expect("every sheet holds");
    let sheets = org_chart(&graph, &OrgOptions::default()).expect("there are units");
    assert!(!sheets[0].dot.contains("lv0"), "nothing is made the root of both");
}

#[test]
fn one_unit_is_drawn_with_what_is_below_it() {
    let root = NodeId::new("乙広域情報システム機構/港湾情報センター");
    let options = OrgOptions { selection: Selection::of(Some(root)), ..OrgOptions::default() };
    let sheets = org_chart(&bodies::middle(), &options).expect("it is a unit");
    assert!(sheets[0].dot.contains("運用管理本部"));
    assert!(!sheets[0].dot.contains("監査室") && !sheets[0].dot.contains("理事長"));
}

#[test]
fn what_is_not_there_is_an_error() {
    let graph = bodies::small();
    let options = OrgOptions { selection: Selection::of(Some(NodeId::new("無い"))), ..OrgOptions::default() };
    assert_eq!(org_chart(&graph, &options), Err(DiagramError::NoSuchUnit(NodeId::new("無い"))));
    let empty = Bodies::new("庚規程", "", "").build();
    assert_eq!(org_chart(&empty, &OrgOptions::default()), Err(DiagramError::NoUnits));
}

#[test]
fn links_lead_to_clauses_and_are_left_out_on_request() {
    let graph = bodies::middle();
    let with = org_chart(&graph, &OrgOptions::default()).expect("there are units");
    let anchors: BTreeSet<String> =
        graph.nodes_with(Label::Clause).filter_map(|node| Some(format!("#{}", node.as_clause()?.anchor))).collect();
    let digraph = read(&with[0].dot).expect("it is DOT");
    let links: Vec<&String> = digraph.nodes.iter().filter_map(|(_, attributes)| attributes.get("URL")).collect();
    assert!(links.len() > 25 && links.iter().all(|link| anchors.contains(*link)), "{links:?}");
    let without = OrgOptions { links: false, ..OrgOptions::default() };
    assert!(!org_chart(&graph, &without).expect("there are units")[0].dot.contains("URL"));
}

#[test]
fn units_stand_in_the_order_of_the_text() {
    let graph = bodies::middle();
    let sheet = &org_chart(&graph, &OrgOptions::default()).expect("there are units")[0];
    let digraph = read(&sheet.dot).expect("it is DOT");
    let mut columns: Vec<(f64, String)> = digraph
        .nodes
        .iter()
        .filter(|(_, attributes)| attributes.get("class").is_some_and(|class| class.contains("lv1")))
        .map(|(_, attributes)| {
            let x = attributes["pos"].split_once(',').expect("a point").0.parse().expect("a number");
            (x, label_lines(attributes).expect("a label").into_iter().map(|(line, _)| line).collect())
        })
        .collect();
    columns.sort_by(|a, b| a.0.total_cmp(&b.0));
    let names: Vec<&str> = columns.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "事務局",
            "水環境観測ネットワークシステム全国センター",
            "港湾情報センター",
            "広域防災ネットワーク全国センター",
            "IoTイノベーションセンター",
            "コンタクトセンター",
            "システム統括室",
            "監査室"
        ]
    );
}

#[test]
fn the_legend_has_only_what_is_on_the_sheet() {
    let plain = bodies::tree(&[("甲庁".into(), 0), ("総務部".into(), 0), ("企画部".into(), 0)]);
    let sheet = &org_chart(&plain, &OrgOptions::default()).expect("there are units")[0];
    let words = DiagramWords::japanese();
    for absent in [&words.elsewhere_post, &words.optional_unit, &words.unknown, &words.other_relation] {
        assert!(!sheet.dot.contains(absent.as_str()), "{absent}");
    }
    let sheet = &org_chart(&bodies::middle(), &OrgOptions::default()).expect("there are units")[0];
    for present in [&words.elsewhere_post, &words.optional_unit, &words.unknown, &words.other_relation] {
        assert!(sheet.dot.contains(present.as_str()), "{present}");
    }
}

#[test]
fn equal_sources_stand_in_the_order_in_which_the_clause_names_them() {
    let mut body = Bodies::new("辛規程", "", "");
    let clause = body.clause("第2条", "c-2");
    let root = body.unit("辛庁", "庁", None, &clause, |_| {});
    // In the graph 理事 comes first, in the words last.
    let posts: Vec<NodeId> = ["理事", "副理事長", "理事長"]
        .map(|title| body.post(title, title, &root, Establishment::Elsewhere, &clause))
        .into();
    let chief = body.post("庁務部長", "庁務部長", &root, Establishment::Mandatory, &clause);
    for post in &posts {
        body.commands(post, &chief, Some("第2条"), false, &[(&clause, "理事長、副理事長又は理事の命を受けて")]);
    }
    let graph = body.build();
    let chain = analysis::command_chain(&graph, &chief).expect("it is a post");
    let sheet = command_chain(&graph, &chain, &CommandOptions::default()).expect("it is a post");
    let digraph = read(&sheet.dot).expect("it is DOT");
    let named: Vec<String> = digraph
        .nodes
        .iter()
        .filter(|(_, attributes)| attributes.get("class").is_some_and(|class| class.contains("st-elsewhere")))
        .map(|(_, attributes)| label_lines(attributes).expect("a label")[0].0.clone())
        .collect();
    assert_eq!(named, ["理事長", "副理事長", "理事"]);
}

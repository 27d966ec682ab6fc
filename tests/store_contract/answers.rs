//! The answers of the query library, row for row and in order, against a plain evaluation of the graph.

use std::collections::BTreeMap;

use kengen::graph::{
    Act, AuthorityGraph, Condition, Designation, Designator, DutyKind, Establishment, ExclusionForm, NodeData, NodeId,
    Relation, Status,
};
use kengen::store::{GraphStore, Parameters, queries};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::evaluation::expected;
use crate::fixtures::{Body, commands, one_of_everything};
use crate::stores;

/// Asks every query about every node it can be asked about.
fn compare(store: &mut dyn GraphStore, data_set: &str, graph: &AuthorityGraph) -> Result<usize, TestCaseError> {
    let mut rows = 0;
    for query in queries::library() {
        let (nodes, name): (Vec<NodeId>, _) = match query.parameters() {
            [] => (vec![NodeId::from("")], None),
            [one] => {
                let label =
                    one.kind.label().expect("a parameter of the library that is no node needs its own case here");
                (graph.nodes_with(label).map(|node| node.id.clone()).collect(), Some(one.name.clone()))
            }
            _ => panic!("a query with several parameters needs its own case here"),
        };
        for id in nodes {
            let parameters: Parameters = name.iter().map(|name| (name.clone(), json!(id))).collect();
            let answer = store.query(query.name(), data_set, &parameters).unwrap();
            prop_assert_eq!(&answer.rows, &expected(graph, query.name(), &id), "{} {}", query.name(), id);
            rows += answer.rows.len();
        }
    }
    Ok(rows)
}

#[test]
fn answers_about_one_of_everything() {
    let graph = one_of_everything();
    for (_, mut store, _folder) in stores() {
        store.load("乙", &graph).unwrap();
        assert!(compare(&mut *store, "乙", &graph).unwrap() > 30);
        let asked = BTreeMap::from([("post".to_owned(), json!("機構/総務部#部長"))]);
        let superiors = store.query("command-chain-up", "乙", &asked).unwrap();
        let names: Vec<&Value> = superiors.rows.iter().map(|row| &row[2]).collect();
        assert_eq!(names, ["理事長", "副理事長"]);
    }
}

/// Edges by number: which kind, from where, to where.
type Links = Vec<(u8, Index, Index)>;

fn body(units: &[u32], posts: &[(u32, u8)], links: &Links, city: &str) -> AuthorityGraph {
    let mut body = Body::new(city);
    let units: Vec<NodeId> =
        units.iter().enumerate().map(|(n, o)| body.unit(&format!("市/{n}部"), &format!("{o}部"), "部")).collect();
    let mut ids = Vec::new();
    for (number, (order, extra)) in posts.iter().enumerate() {
        let post = body.post(&format!("市#{number}"), &format!("{order}職"), "職");
        let why = body.because("第80条", "くじで定める");
        if let Some(NodeData::Post(made)) = body.builder().node_mut(&post).map(|node| &mut node.data) {
            made.ordinal = *order;
            made.status = if extra % 3 == 0 { Status::Unknown } else { Status::Established };
            made.establishment = Establishment::Optional;
            if extra % 4 == 0 {
                let conditions = vec![Condition::Vacant];
                let designator = Designator::Criterion("くじ".to_owned());
                let act = Act::Substitute;
                made.designations = vec![Designation {
                    order: *order,
                    conditions,
                    act,
                    designator,
                    joint: ids.clone(),
                    provenance: why,
                }];
            }
        }
        ids.push(post);
    }
    let duties: Vec<NodeId> = (0..5)
        .map(|n| body.duty(&format!("市/0部({n})"), &format!("事務{n}に関すること。"), DutyKind::Substantive))
        .collect();
    for (kind, from, to) in links {
        let (post, other, unit, duty) = (from.get(&ids), to.get(&ids), to.get(&units), from.get(&duties));
        match kind {
            0 | 1 => body.stated(post, other, commands(kengen::graph::CommandScope::All)),
            2 => body.stated(post, other, commands(kengen::graph::CommandScope::SpecificMatters)),
            3 => body.stated(post, unit, Relation::Heads),
            4 => body.stated(post, unit, Relation::BelongsTo),
            5 => body.stated(duty, unit, Relation::BelongsTo),
            6 => body.stated(duty, other, Relation::BelongsTo),
            7 => {
                body.stated(duty, unit, Relation::DutyExcludedBy { form: ExclusionForm::Exclusion, cases: Vec::new() })
            }
            8 => body.stated(
                duty,
                to.get(&duties),
                Relation::DutyExcludedBy { form: ExclusionForm::Residual, cases: Vec::new() },
            ),
            9 => body.stated(post, other, crate::fixtures::substitutes(1, &[Condition::Away], Act::Decide)),
            _ => body.stated(post, other, crate::fixtures::substitutes(2, &[Condition::Vacant], Act::Substitute)),
        }
    }
    body.build()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// Another data set with the same ids lies in the same database and must not show.
    #[test]
    fn answers_about_random_bodies(
        units in vec(0u32..9, 1..4),
        posts in vec((0u32..5, any::<u8>()), 1..6),
        links in vec((0u8..11, any::<Index>(), any::<Index>()), 0..18),
        other_links in vec((0u8..11, any::<Index>(), any::<Index>()), 0..9),
        first in select(vec!["甲", "乙"]),
    ) {
        let graph = body(&units, &posts, &links, "甲市");
        let other = body(&units, &posts, &other_links, "乙市");
        for (_, mut store, _folder) in stores() {
            if first == "乙" {
                store.load("乙", &other).unwrap();
                store.load("甲", &graph).unwrap();
            } else {
                store.load("甲", &graph).unwrap();
                store.load("乙", &other).unwrap();
            }
            compare(&mut *store, "甲", &graph)?;
        }
    }
}

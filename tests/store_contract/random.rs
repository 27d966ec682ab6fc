//! Random graphs: whatever the graph room can build comes back identical, and other data sets are left alone.

use kengen::graph::{
    Act, AuthorityGraph, Basis, Clause, CommandScope, Condition, Designation, Designator, Duty, DutyKind, EdgeData,
    Establishment, ExclusionForm, GraphBuilder, HoldingKind, Matter, NodeData, NodeId, Person, Post, Provenance,
    RegulationInfo, Relation, Rule, Settings, Status, Unit,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::contract::without_matters;
use crate::stores;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![select(vec!["部", "課長", "X", "", "'\"\\`"]).prop_map(str::to_owned), "\\PC{0,6}"]
}

fn status() -> impl Strategy<Value = Status> {
    select(vec![Status::Established, Status::Elsewhere, Status::Unknown])
}

fn conditions() -> impl Strategy<Value = Vec<Condition>> {
    let all = vec![Condition::Incapacitated, Condition::Vacant, Condition::Away];
    proptest::sample::subsequence(all, 1..=3)
}

fn act() -> impl Strategy<Value = Act> {
    select(vec![Act::Substitute, Act::Perform, Act::Decide, Act::CarryOut])
}

fn ids() -> impl Strategy<Value = Vec<NodeId>> {
    vec(select(vec!["市#市長", "市#副市長"]).prop_map(NodeId::from), 0..3)
}

fn words_of_choice() -> impl Strategy<Value = Designator> {
    prop_oneof![text().prop_map(Designator::Criterion), text().prop_map(Designator::Designated)]
}

fn provenance() -> impl Strategy<Value = Provenance> {
    let evidence = || (select(vec!["第1条", "第2条", "第3条"]), text());
    (evidence(), vec(evidence(), 0..3)).prop_map(|(first, rest)| {
        let start = Provenance::new(NodeId::from(first.0), first.1);
        rest.into_iter().fold(start, |all, (clause, words)| all.and(NodeId::from(clause), words))
    })
}

fn designation() -> impl Strategy<Value = Designation> {
    (0u32..4, conditions(), act(), words_of_choice(), ids(), provenance()).prop_map(
        |(order, conditions, act, designator, joint, provenance)| Designation {
            order,
            conditions,
            act,
            designator,
            joint,
            provenance,
        },
    )
}

fn unit() -> impl Strategy<Value = NodeData> {
    (text(), text(), status(), 0u32..9, any::<(bool, bool)>(), vec(text(), 0..3), option::of(text())).prop_map(
        |(name, kind, status, ordinal, (optional, council), aliases, directly_under)| {
            NodeData::Unit(Unit { name, kind, status, ordinal, optional, council, aliases, directly_under })
        },
    )
}

fn post() -> impl Strategy<Value = NodeData> {
    let establishment =
        vec![Establishment::Mandatory, Establishment::Optional, Establishment::ExOfficio, Establishment::Elsewhere];
    let names = (text(), text(), vec(text(), 0..3), vec(text(), 0..3));
    let rest = (select(establishment), status(), 0u32..9, option::of(any::<u32>()), ids(), any::<bool>());
    (names, rest, vec(designation(), 0..3)).prop_map(
        |(
            (name, title, roles, aliases),
            (establishment, status, ordinal, seats, alternatives, unnamed),
            designations,
        )| {
            let made = Post { status, ordinal, seats, alternatives, unnamed, ..Post::new(name, title, establishment) };
            NodeData::Post(Post { roles, aliases, designations, ..made })
        },
    )
}

fn node() -> impl Strategy<Value = NodeData> {
    let duty_kind = select(vec![DutyKind::Substantive, DutyKind::Residual, DutyKind::Ancillary]);
    prop_oneof![
        unit(),
        post(),
        (text(), duty_kind, 0u32..9).prop_map(|(text, kind, ordinal)| NodeData::Duty(Duty { text, kind, ordinal })),
        (text(), text()).prop_map(|(object, activity)| NodeData::Matter(Matter { object, activity })),
        text().prop_map(|name| NodeData::Person(Person { name })),
        (text(), text(), any::<(u32, u32, u32)>(), option::of(text()), text()).prop_map(
            |(citation, words, (start, end, line), caption, anchor)| {
                NodeData::Clause(Clause { caption, anchor, ..Clause::new(citation, words, start, end, line) })
            }
        ),
    ]
}

fn relation() -> impl Strategy<Value = Relation> {
    let scope = select(vec![CommandScope::All, CommandScope::SpecificMatters, CommandScope::OwnCharge]);
    let form = select(vec![ExclusionForm::Exclusion, ExclusionForm::Residual]);
    let holding = select(vec![HoldingKind::Main, HoldingKind::Concurrent, HoldingKind::ActingInCharge]);
    let designator = prop_oneof![Just(Designator::Post), words_of_choice()];
    prop_oneof![
        select(vec![
            Relation::BelongsTo,
            Relation::Heads,
            Relation::Assists,
            Relation::Covers,
            Relation::Within,
            Relation::AncillaryTo,
            Relation::RefersTo,
            Relation::ExOfficio,
            Relation::MemberOf,
            Relation::Attends,
            Relation::Chairs,
            Relation::EstablishedBy,
        ]),
        (scope, option::of(text())).prop_map(|(scope, alternatives)| Relation::Commands { scope, alternatives }),
        (0u32..3, conditions(), act(), ids(), designator).prop_map(|(order, conditions, act, joint, designator)| {
            Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, designator }
        }),
        (form, ids()).prop_map(|(form, cases)| Relation::DutyExcludedBy { form, cases }),
        (option::of(text()), option::of(text()), holding).prop_map(|(since, until, kind)| Relation::Holds {
            since,
            until,
            kind
        }),
    ]
}

fn basis() -> impl Strategy<Value = Basis> {
    let rules = vec![Rule::SuperiorByPlace, Rule::SecondSuperior, Rule::OtherUnits, Rule::PlacedWithNeighbours];
    prop_oneof![Just(Basis::Stated), select(rules).prop_map(|rule| Basis::Derived { rule })]
}

/// Any graph of up to nine nodes; few enough that several edges of one type often join the same two.
fn graph() -> impl Strategy<Value = AuthorityGraph> {
    let nodes = vec((node(), provenance()), 1..7);
    let edges =
        vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), relation(), basis(), provenance()), 0..16);
    (text(), any::<(bool, bool)>(), nodes, edges).prop_map(|(title, settings, nodes, edges)| {
        let mut builder = GraphBuilder::new(RegulationInfo::titled(title));
        builder.set_settings(Settings { absence_includes_vacancy: settings.0, successive_substitution: settings.1 });
        let mut ids: Vec<NodeId> = ["第1条", "第2条", "第3条"]
            .map(|citation| builder.add_clause(citation, Clause::new(citation, "置く。", 0, 9, 1)))
            .to_vec();
        for (number, (data, provenance)) in nodes.into_iter().enumerate() {
            ids.push(builder.add_node(format!("市/{number}"), data, provenance));
        }
        for (from, to, relation, basis, provenance) in edges {
            builder.add_edge(from.get(&ids), to.get(&ids), EdgeData::new(relation, basis), provenance);
        }
        builder.build()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_graph_comes_back_identical_and_leaves_others_alone(loads in vec((select(vec!["甲", "乙", "丙"]), graph()), 1..6)) {
        for (kind, mut store, _folder) in stores() {
            let mut expected = std::collections::BTreeMap::new();
            for (name, graph) in &loads {
                let set = store.load(name, graph).unwrap();
                prop_assert_eq!(set.edges, graph.edges().count() as u64);
                expected.insert(*name, graph);
                for (name, graph) in &expected {
                    let back = store.snapshot(name).unwrap();
                    prop_assert!(back == **graph, "{}: {}\n{}", kind, back.to_json(), graph.to_json());
                    let part = store.snapshot_without_matters(name).unwrap();
                    prop_assert!(part == without_matters(graph), "{}: {}\n{}", kind, part.to_json(), graph.to_json());
                }
            }
            for name in expected.keys() {
                store.drop_data_set(name).unwrap();
            }
            let left = store.cypher("MATCH (n) WHERE n.data_set IS NOT NULL RETURN n", &Default::default()).unwrap();
            prop_assert_eq!(left.rows.len(), 0);
        }
    }
}

//! The absence drill and the smallest sets of absences: over the J-LIS regulation, and over generated bodies of growing size.

use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kengen::analysis::{ResilienceQuestion, drill, resilience};
use kengen::graph::{
    Act, AuthorityGraph, Basis, Clause, CommandScope, Condition, Designator, Duty, DutyKind, EdgeData, Establishment,
    GraphBuilder, NodeData, NodeId, Post, Provenance, RegulationInfo, Relation, Status, Unit,
};

/// The J-LIS graph as published.
fn jlis() -> AuthorityGraph {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph-data/jlis/graph.json");
    AuthorityGraph::from_json(&std::fs::read_to_string(path).expect("the published graph")).expect("a graph")
}

/// A body in units of ten posts, ten units to a division: each unit has a head, two deputies in line, seven members of staff
/// and three duties.
fn body(posts: usize) -> AuthorityGraph {
    let mut builder = GraphBuilder::new(RegulationInfo::titled("甲機構組織規程"));
    let clause = builder.add_clause("第1条", Clause::new("第1条", "甲機構の組織は、この規程による。", 0, 48, 1));
    let why = Provenance::new(clause, "甲機構の組織は、この規程による。");
    let mut ordinal = 0;
    let mut post = |builder: &mut GraphBuilder, unit: &NodeId, title: String, establishment| {
        ordinal += 1;
        let data = Post { ordinal, ..Post::new(format!("{unit}{title}"), title.clone(), establishment) };
        let id = builder.add_node(format!("{unit}#{title}"), NodeData::Post(data), why.clone());
        builder.add_edge(&id, unit, EdgeData::new(Relation::BelongsTo, Basis::Stated), why.clone());
        id
    };
    let edge = |builder: &mut GraphBuilder, from: &NodeId, to: &NodeId, relation: Relation| {
        builder.add_edge(from, to, EdgeData::new(relation, Basis::Stated), why.clone());
    };
    let commands = || Relation::Commands { scope: CommandScope::All, alternatives: None };
    let unit = |builder: &mut GraphBuilder, ordinal: usize, name: String, parent: Option<&NodeId>| {
        let id = parent.map_or(name.clone(), |parent| format!("{parent}/{name}"));
        let data = Unit { ordinal: ordinal as u32, ..Unit::new(name, "課", Status::Established) };
        let id = builder.add_node(id, NodeData::Unit(data), why.clone());
        if let Some(parent) = parent {
            edge(builder, &id, parent, Relation::BelongsTo);
        }
        id
    };
    let root = unit(&mut builder, 0, "甲".to_owned(), None);
    let top = post(&mut builder, &root, "長".to_owned(), Establishment::Mandatory);
    edge(&mut builder, &top, &root, Relation::Heads);
    let mut division = (root.clone(), top.clone());
    for number in 0..posts / 10 {
        let is_division = number % 10 == 0;
        let above = if is_division { (root.clone(), top.clone()) } else { division.clone() };
        let name = if is_division { format!("第{number}部") } else { format!("第{number}課") };
        let own = unit(&mut builder, number + 1, name, Some(&above.0));
        let head = post(&mut builder, &own, "長".to_owned(), Establishment::Mandatory);
        edge(&mut builder, &head, &own, Relation::Heads);
        edge(&mut builder, &above.1, &head, commands());
        for order in 1..=2 {
            let deputy = post(&mut builder, &own, format!("次長{order}"), Establishment::Optional);
            edge(&mut builder, &head, &deputy, commands());
            let substitutes = Relation::SubstitutesWhenIncapacitated {
                order,
                conditions: vec![Condition::Incapacitated],
                act: Act::Substitute,
                joint: Vec::new(),
                designator: Designator::Post,
            };
            edge(&mut builder, &deputy, &head, substitutes);
        }
        for staff in 0..7 {
            let staff = post(&mut builder, &own, format!("主事{staff}"), Establishment::Mandatory);
            edge(&mut builder, &head, &staff, commands());
        }
        for item in 1..=3u32 {
            let ordinal = number as u32 * 3 + item;
            let data = Duty { text: "事務".to_owned(), kind: DutyKind::Substantive, ordinal };
            let duty = builder.add_node(format!("{own}({item})"), NodeData::Duty(data), why.clone());
            edge(&mut builder, &duty, &own, Relation::BelongsTo);
        }
        if is_division {
            division = (own, head);
        }
    }
    builder.build()
}

fn benches(criterion: &mut Criterion) {
    let question = ResilienceQuestion::default();
    let graph = jlis();
    criterion.bench_function("drill/jlis", |bencher| bencher.iter(|| drill(black_box(&graph), &question)));
    criterion.bench_function("sets/jlis", |bencher| bencher.iter(|| resilience(black_box(&graph), &question)));
    let mut group = criterion.benchmark_group("delegation");
    group.sample_size(10);
    for posts in [1_000, 10_000, 100_000] {
        let graph = body(posts);
        group.throughput(Throughput::Elements(posts as u64));
        group.bench_with_input(BenchmarkId::new("drill", posts), &graph, |bencher, graph| {
            bencher.iter(|| drill(black_box(graph), &question));
        });
        group.bench_with_input(BenchmarkId::new("sets", posts), &graph, |bencher, graph| {
            bencher.iter(|| resilience(black_box(graph), &question));
        });
    }
    group.finish();
}

criterion_group!(delegation, benches);
criterion_main!(delegation);

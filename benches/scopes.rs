//! Who owns what, and the whole review, at growing numbers of duties: the time has to grow as these do.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kengen::analysis::scopes;
use kengen::findings::check;
use kengen::graph::{
    AuthorityGraph, Basis, Clause, Duty, DutyKind, EdgeData, ExclusionForm, GraphBuilder, Matter, NodeData, NodeId,
    Provenance, RegulationInfo, Relation, Rule, Status, Unit,
};

/// Numbers that look random and are the same every time (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        ((mixed ^ (mixed >> 27)) % end as u64) as usize
    }
}

/// A body of sections of ten duties in divisions of ten sections. Matters are shared by a few duties; every third lies within
/// another one; every fourth duty gives way to another section or to a whole division, and the last one of each section to all
/// others of its division.
fn body(duties: usize) -> AuthorityGraph {
    let mut numbers = Numbers(1);
    let mut builder = GraphBuilder::new(RegulationInfo::titled("丙機構組織規程"));
    let text = "機構の組織は、この規程による。";
    let clause = builder.add_clause("第1条", Clause::new("第1条", text, 0, text.len() as u32, 1));
    let why = Provenance::new(clause, text);
    let edge = |builder: &mut GraphBuilder, from: &NodeId, to: &NodeId, relation: Relation| {
        builder.add_edge(from, to, EdgeData::new(relation, Basis::Stated), why.clone());
    };
    let mut ordinal = 0;
    let mut unit = |builder: &mut GraphBuilder, name: String, parent: Option<&NodeId>| {
        ordinal += 1;
        let id = parent.map_or(name.clone(), |parent| format!("{parent}/{name}"));
        let data = Unit { ordinal, ..Unit::new(name, "課", Status::Established) };
        let id = builder.add_node(id, NodeData::Unit(data), why.clone());
        if let Some(parent) = parent {
            edge(builder, &id, parent, Relation::BelongsTo);
        }
        id
    };
    let root = unit(&mut builder, "機構".to_owned(), None);
    let sections = duties.div_ceil(10);
    let mut divisions: Vec<(NodeId, Vec<NodeId>)> = Vec::new();
    for section in 0..sections {
        if section % 10 == 0 {
            divisions.push((unit(&mut builder, format!("第{section}部"), Some(&root)), Vec::new()));
        }
        let (division, members) = divisions.last_mut().expect("one was added");
        members.push(unit(&mut builder, format!("第{section}課"), Some(division)));
    }
    let matters: Vec<NodeId> = (0..duties / 2 + 1)
        .map(|number| {
            let matter = Matter { object: format!("事項{number}"), activity: "管理".to_owned() };
            builder.add_node(format!("事項{number}×管理"), NodeData::Matter(matter), why.clone())
        })
        .collect();
    for number in (3..matters.len()).step_by(3) {
        let broad = numbers.below(number);
        let data = EdgeData::new(Relation::Within, Basis::Derived { rule: Rule::NarrowerWords });
        builder.add_edge(&matters[number], &matters[broad], data, why.clone());
    }
    let exclusion = |form| Relation::DutyExcludedBy { form, cases: Vec::new() };
    for number in 0..duties {
        let section = number / 10;
        let (_, members) = &divisions[section / 10];
        let owner = &members[section % 10];
        let data = Duty { text: "事務".to_owned(), kind: DutyKind::Substantive, ordinal: number as u32 };
        let duty = builder.add_node(format!("{owner}({})", number % 10 + 1), NodeData::Duty(data), why.clone());
        edge(&mut builder, &duty, owner, Relation::BelongsTo);
        for _ in 0..=numbers.below(3) {
            let matter = numbers.below(matters.len());
            edge(&mut builder, &duty, &matters[matter], Relation::Covers);
        }
        if number % 10 == 9 {
            for other in members.iter().filter(|other| *other != owner) {
                edge(&mut builder, &duty, other, exclusion(ExclusionForm::Residual));
            }
        } else if numbers.below(4) == 0 {
            let (division, members) = &divisions[numbers.below(divisions.len())];
            let whole = numbers.below(4) == 0;
            let other = if whole { division } else { &members[numbers.below(members.len())] };
            edge(&mut builder, &duty, other, exclusion(ExclusionForm::Exclusion));
        }
    }
    builder.build()
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("scopes");
    group.sample_size(10);
    for duties in [1_000, 10_000, 100_000] {
        let graph = body(duties);
        let report = scopes(&graph);
        println!(
            "{duties} duties: {} vacuous, {} overlaps, {} circles, {} entries of the ledger",
            report.vacuous().count(),
            report.overlaps.len(),
            report.mutual_exclusions.len(),
            report.ledger.len()
        );
        group.throughput(Throughput::Elements(duties as u64));
        group.bench_with_input(BenchmarkId::from_parameter(duties), &graph, |bencher, graph| {
            bencher.iter(|| scopes(black_box(graph)));
        });
    }
    group.finish();
}

/// All rules of the review: none may compare every duty with every other.
fn review(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("review");
    group.sample_size(10);
    for duties in [1_000, 10_000, 100_000] {
        let graph = body(duties);
        println!("{duties} duties: {} findings", check(&graph).len());
        group.throughput(Throughput::Elements(duties as u64));
        group.bench_with_input(BenchmarkId::from_parameter(duties), &graph, |bencher, graph| {
            bencher.iter(|| check(black_box(graph)));
        });
    }
    group.finish();
}

criterion_group!(scopes_of_bodies, benches, review);
criterion_main!(scopes_of_bodies);

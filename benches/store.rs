//! The database: opening, reading a data set, loading one, and a query of the library.
//!
//! The graph has the proportions of a real regulation: for each unit a few posts and duties, a clause for nearly everything.

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use kengen::graph::{
    AuthorityGraph, Basis, Clause, CommandScope, Duty, DutyKind, EdgeData, Establishment, ExclusionForm, GraphBuilder,
    NodeData, NodeId, Post, Provenance, RegulationInfo, Relation, Rule, Status, Unit,
};
use kengen::store::{EmbeddedStore, GraphStore, StoreOptions};

/// A body with this many divisions under offices of ten: about 20 nodes and 55 edges for each.
fn body(divisions: u32) -> AuthorityGraph {
    let mut builder = GraphBuilder::new(RegulationInfo::titled("丙機構組織規程"));
    let mut position = 0;
    let mut clause = |builder: &mut GraphBuilder, citation: String, text: &str| {
        position += 1;
        let id = builder
            .add_clause(citation.clone(), Clause::new(citation, text, position * 100, position * 100 + 90, position));
        Provenance::new(id, text.trim_end_matches('。'))
    };
    let edge = |builder: &mut GraphBuilder, from: &NodeId, to: &NodeId, relation: Relation, why: &Provenance| {
        builder.add_edge(from, to, EdgeData::new(relation, Basis::Stated), why.clone());
    };
    let why = clause(&mut builder, "第1条".to_owned(), "機構に理事長を置く。");
    let root = builder.add_node("機構", NodeData::Unit(Unit::new("機構", "機構", Status::Elsewhere)), why.clone());
    let top =
        builder.add_node("機構#理事長", NodeData::Post(Post::new("理事長", "理事長", Establishment::Mandatory)), why);
    let (mut office, mut office_head) = (root.clone(), top.clone());
    for number in 0..divisions {
        if number % 10 == 0 {
            let why = clause(&mut builder, format!("第{}条", number + 2), "機構に局を置き、局に局長を置く。");
            let id = format!("機構/第{number}局");
            office = builder.add_node(
                id.as_str(),
                NodeData::Unit(Unit::new(format!("第{number}局"), "局", Status::Established)),
                why.clone(),
            );
            let head = Post::new(format!("第{number}局長"), "局長", Establishment::Mandatory);
            office_head = builder.add_node(format!("{id}#局長"), NodeData::Post(head), why.clone());
            edge(&mut builder, &office, &root, Relation::BelongsTo, &why);
            edge(&mut builder, &office_head, &office, Relation::Heads, &why);
            edge(
                &mut builder,
                &top,
                &office_head,
                Relation::Commands { scope: CommandScope::All, alternatives: None },
                &why,
            );
        }
        let why = clause(
            &mut builder,
            format!("第{}条", number + 1002),
            "課に課長を置き、課長は、上司の命を受けて課の事務を掌理する。",
        );
        let id = format!("{office}/第{number}課");
        let unit = Unit { ordinal: number, ..Unit::new(format!("第{number}課"), "課", Status::Established) };
        let unit = builder.add_node(id.as_str(), NodeData::Unit(unit), why.clone());
        edge(&mut builder, &unit, &office, Relation::BelongsTo, &why);
        edge(&mut builder, &unit, &why.first().clause.clone(), Relation::EstablishedBy, &why);
        for title in ["課長", "課長補佐", "担当課長"] {
            let post =
                Post { ordinal: number, ..Post::new(format!("第{number}{title}"), title, Establishment::Mandatory) };
            let post = builder.add_node(format!("{id}#{title}"), NodeData::Post(post), why.clone());
            edge(&mut builder, &post, &unit, Relation::BelongsTo, &why);
            edge(&mut builder, &post, &why.first().clause.clone(), Relation::EstablishedBy, &why);
            let basis = Basis::Derived { rule: Rule::SuperiorByPlace };
            let command = Relation::Commands { scope: CommandScope::All, alternatives: None };
            builder.add_edge(&office_head, &post, EdgeData::new(command, basis), why.clone());
        }
        for item in 1..=7 {
            let text = format!(
                "第{number}課の所掌に係る事務の企画及び立案並びに調整に関すること（他の課の所掌に属するものを除く。）。"
            );
            let why = clause(&mut builder, format!("第{}条第1項({item})", number + 1002), &text);
            let duty = Duty { text, kind: DutyKind::Substantive, ordinal: number * 10 + item };
            let duty = builder.add_node(format!("{id}({item})"), NodeData::Duty(duty), why.clone());
            edge(&mut builder, &duty, &unit, Relation::BelongsTo, &why);
            edge(&mut builder, &duty, &why.first().clause.clone(), Relation::EstablishedBy, &why);
            edge(
                &mut builder,
                &duty,
                &root,
                Relation::DutyExcludedBy { form: ExclusionForm::Exclusion, cases: Vec::new() },
                &why,
            );
            edge(
                &mut builder,
                &duty,
                &office,
                Relation::DutyExcludedBy { form: ExclusionForm::Exclusion, cases: Vec::new() },
                &why,
            );
            edge(&mut builder, &why.first().clause.clone(), &NodeId::from("第1条"), Relation::RefersTo, &why);
        }
    }
    builder.build()
}

fn store(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("bench.db");
    let options = StoreOptions::default();
    let graph = body(52);
    println!("{} nodes, {} edges", graph.nodes().count(), graph.edges().count());
    EmbeddedStore::open_or_create(&path, &options).and_then(|mut store| store.load("丙", &graph)).expect("loading");

    criterion.bench_function("open", |bencher| bencher.iter(|| EmbeddedStore::open(&path, &options).expect("opening")));
    criterion.bench_function("open and read 1,000 nodes", |bencher| {
        bencher.iter(|| {
            black_box(EmbeddedStore::open(&path, &options).and_then(|mut store| store.snapshot("丙")).expect("reading"))
        });
    });
    let mut open = EmbeddedStore::open(&path, &options).expect("opening");
    criterion.bench_function("read 1,000 nodes", |bencher| {
        bencher.iter(|| black_box(open.snapshot("丙").expect("reading")));
    });
    let parameters = BTreeMap::from([("post".to_owned(), "機構/第0局/第3課#課長".into())]);
    criterion.bench_function("command chain up", |bencher| {
        bencher.iter(|| black_box(open.query("command-chain-up", "丙", &parameters).expect("asking")));
    });
    criterion.bench_function("load 1,000 nodes", |bencher| {
        let empty = || EmbeddedStore::temporary(&options).expect("opening");
        bencher.iter_batched(empty, |mut store| store.load("丙", &graph).expect("loading"), BatchSize::PerIteration);
    });
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = store }
criterion_main!(benches);

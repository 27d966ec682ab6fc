//! Reading and compiling the first regulation: bytes a second.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kengen::compile::{Supplement, compile};
use kengen::regulation::read;

const TEXT: &[u8] = include_bytes!("../graph-data/jlis/regulation.txt");

fn benches(criterion: &mut Criterion) {
    let supplement = Supplement::from_toml(include_str!("../graph-data/jlis/supplement.toml")).unwrap();
    let (document, _) = read(TEXT).unwrap();
    let mut group = criterion.benchmark_group("jlis");
    group.throughput(Throughput::Bytes(TEXT.len() as u64));
    group.bench_function("read", |bencher| bencher.iter(|| read(black_box(TEXT)).unwrap()));
    group.bench_function("compile", |bencher| bencher.iter(|| compile(black_box(&document), &supplement)));
    group.finish();
}

criterion_group!(compile_jlis, benches);
criterion_main!(compile_jlis);

//! Reading and compiling: bytes a second, of the first regulation and of a large one.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use kengen::compile::{Supplement, compile};
use kengen::regulation::read;

/// That of the program, see `src/main.rs`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const JLIS: &[u8] = include_bytes!("../graph-data/jlis/regulation.txt");

/// Where real regulations lie beside the project, if they do; they are no part of it.
const CORPUS: &str = "../shared/regulations/egov";

/// Bureaus, sections in each and duties of each of the large regulation: as long as the longest national orders.
const SIZE: [usize; 3] = [36, 9, 12];

/// Syllables that names and matters are made of.
const FRONT: [&str; 12] = ["港", "森", "川", "農", "鉱", "電", "航", "島", "畜", "塩", "織", "窯"];
const BACK: [&str; 12] = ["務", "政", "産", "業", "工", "林", "運", "路", "量", "域", "源", "材"];
const MATTERS: [&str; 6] = ["検査", "許可", "調査及び統計", "助成並びに監督", "流通及び消費の増進", "企画及び立案"];

/// An invented name for each number.
fn name(number: usize) -> String {
    let (first, second) = (FRONT[number % 12], BACK[number / 12 % 12]);
    format!("{first}{second}{}", if number < 144 { "" } else { FRONT[number / 144 % 12] })
}

/// The regulation of an invented ministry, as national orders are written.
fn large_regulation() -> String {
    let [bureaus, sections, duties] = SIZE;
    let mut text = "---\ntitle: \"壬省組織規則\"\n---\n\n# 壬省組織規則\n\n".to_owned();
    let mut article = 0;
    let mut head = |text: &mut String, caption: &str| {
        article += 1;
        write!(text, "**第{article}条（{caption}）**　").unwrap();
    };
    head(&mut text, "局");
    write!(text, "壬省に、次の{bureaus}局を置く。\n\n").unwrap();
    (0..bureaus).for_each(|bureau| write!(text, "{}局\n\n", name(bureau)).unwrap());
    for bureau in 0..bureaus {
        let of_bureau = |section: usize| format!("{}課", name(bureau * sections + section));
        let bureau = format!("{}局", name(bureau));
        write!(text, "## {bureau}\n\n").unwrap();
        head(&mut text, "課の設置");
        write!(text, "{bureau}に、次の{sections}課を置く。\n\n").unwrap();
        (0..sections).for_each(|section| write!(text, "{}\n\n", of_bureau(section)).unwrap());
        for section in 0..sections {
            let (own, other) = (of_bureau(section), of_bureau((section + 1) % sections));
            head(&mut text, "所掌事務");
            write!(text, "{own}は、次に掲げる事務をつかさどる。\n\n").unwrap();
            for duty in 1..=duties {
                let (thing, matter) = (name(section * 31 + duty), MATTERS[duty % MATTERS.len()]);
                let except = match duty % 3 {
                    0 => format!("（{other}の所掌に属するものを除く。）"),
                    1 => format!("（{thing}法（昭和三十年法律第{duty}号）に規定するものに限る。）"),
                    _ => String::new(),
                };
                write!(text, "- {duty}　{thing}及びその周辺における{thing}材の{matter}に関すること{except}。\n\n")
                    .unwrap();
            }
            head(&mut text, "課長補佐及び専門官");
            write!(text, "{own}に、課長補佐二人及び専門官一人を置く。\n\n").unwrap();
            text.push_str("**２**　課長補佐は、命を受けて、課長を助け、課の事務を整理する。\n\n");
            text.push_str("**３**　専門官は、命を受けて、課の所掌事務のうち専門の事項に関する事務を処理する。\n\n");
        }
    }
    text
}

fn measure(group: &mut BenchmarkGroup<'_, WallTime>, text: &[u8], supplement: &Supplement) {
    let (document, _) = read(text).unwrap();
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("read", |bencher| bencher.iter(|| read(black_box(text)).unwrap()));
    group.bench_function("compile", |bencher| bencher.iter(|| compile(black_box(&document), supplement)));
    group.bench_function("both", |bencher| bencher.iter(|| compile(&read(black_box(text)).unwrap().0, supplement)));
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("jlis");
    let supplement = Supplement::from_toml(include_str!("../graph-data/jlis/supplement.toml")).unwrap();
    measure(&mut group, JLIS, &supplement);
    group.finish();

    let mut group = criterion.benchmark_group("large");
    group.sample_size(20);
    measure(&mut group, large_regulation().as_bytes(), &Supplement::default());
    group.finish();

    let files = fs::read_dir(CORPUS).into_iter().flatten().filter_map(|entry| fs::read(entry.ok()?.path()).ok());
    if let Some(longest) = files.max_by_key(Vec::len) {
        let mut group = criterion.benchmark_group("longest-of-the-corpus");
        group.sample_size(20);
        measure(&mut group, &longest, &Supplement::default());
        group.finish();
    }
}

criterion_group!(compile_regulations, benches);
criterion_main!(compile_regulations);

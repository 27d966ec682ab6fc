//! Reading sentences to frames: megabytes a second on one thread and on two, and what ten times as much of one thing costs.

use std::fmt::Write as _;
use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kengen::compile::read_sentences;
use kengen::regulation::{Document, read};

/// That of the program, see `src/main.rs`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Syllables that names and matters are made of.
const FRONT: [&str; 12] = ["港", "森", "川", "農", "鉱", "電", "航", "島", "畜", "塩", "織", "窯"];
const BACK: [&str; 12] = ["務", "政", "産", "業", "工", "林", "運", "路", "量", "域", "源", "材"];
const MATTERS: [&str; 6] = ["検査", "許可", "調査及び統計", "助成並びに監督", "流通及び消費の増進", "企画及び立案"];

/// An invented name for each number.
fn name(number: usize) -> String {
    let mut name = format!("{}{}", FRONT[number % 12], BACK[number / 12 % 12]);
    let mut rest = number / 144;
    while rest > 0 {
        name.push_str(FRONT[rest % 12]);
        rest /= 12;
    }
    name
}

/// A document of numbered articles.
#[derive(Default)]
struct Text {
    written: String,
    articles: usize,
}

impl Text {
    fn titled(title: &str) -> Self {
        Self { written: format!("---\ntitle: \"{title}\"\n---\n\n# {title}\n\n"), articles: 0 }
    }

    fn heading(&mut self, words: &str) {
        write!(self.written, "## {words}\n\n").unwrap();
    }

    fn article(&mut self, caption: &str, words: &str) {
        self.articles += 1;
        let number = self.articles;
        write!(self.written, "**第{number}条（{caption}）**　{words}\n\n").unwrap();
    }

    fn paragraph(&mut self, number: usize, words: &str) {
        write!(self.written, "**{number}**　{words}\n\n").unwrap();
    }

    fn item(&mut self, number: usize, words: &str) {
        write!(self.written, "- {number}　{words}\n\n").unwrap();
    }

    fn document(&self) -> Document {
        read(self.written.as_bytes()).unwrap().0
    }
}

/// The work of a number, with an exception or a limit now and then.
fn work(number: usize) -> String {
    let (thing, matter) = (name(number * 31), MATTERS[number % MATTERS.len()]);
    let except = match number % 3 {
        0 => format!("（{}課の所掌に属するものを除く。）", name(number + 1)),
        1 => format!("（{thing}法（昭和三十年法律第{}号）に規定するものに限る。）", number % 90 + 1),
        _ => String::new(),
    };
    format!("{thing}及びその周辺における{thing}材の{matter}に関すること{except}。")
}

/// An article as the order of a ministry has it: a section, its work, its posts.
fn like_an_order(text: &mut Text, section: usize) {
    let own = format!("{}課", name(section));
    text.article(&format!("{own}の所掌事務"), &format!("{own}は、次に掲げる事務をつかさどる。"));
    (1..=12).for_each(|duty| text.item(duty, &work(section * 12 + duty)));
    text.article(
        "課長補佐及び専門官",
        &format!(
            "{own}に、課長補佐二人以内及び専門官一人（うち一人は、関係のある他の職を占める者をもって充てる。）を置く。"
        ),
    );
    text.paragraph(2, "課長補佐は、命を受けて、課長を助け、課の事務を整理する。");
    text.paragraph(3, "専門官は、命を受けて、課の所掌事務のうち専門の事項に関する事務を処理する。");
}

/// An article as the rule of a municipality has it: posts, acting for one another, a council.
fn like_a_rule(text: &mut Text, division: usize) {
    let (own, other) = (format!("{}部", name(division)), format!("{}課", name(division + 7)));
    text.article("設置", &format!("{own}に{other}及び{}課（以下「主務課」という。）を置く。", name(division + 8)));
    text.article(
        "職及び職務",
        &format!("{own}に部長を、課に課長を置き、必要に応じて課に主幹及び主査を置くことができる。"),
    );
    text.paragraph(2, "部長は、市長の命を受け、部の事務を掌理し、所属職員を指揮監督する。");
    text.paragraph(
        3,
        "課長は、上司の命を受け、課の事務を処理する。ただし、特に命ぜられた事項については、この限りでない。",
    );
    text.article("代決", "部長に事故があるとき、又は部長が欠けたときは、主管の課長がその事務を代決する。");
    text.paragraph(2, "前項の規定により代決した者は、速やかにその旨を部長に報告しなければならない。");
    text.article("会議", &format!("{own}に調整会議を置く。"));
    text.paragraph(2, "調整会議は、部長及び課長をもって組織する。");
    text.paragraph(3, "調整会議の庶務は、主務課において処理する。");
}

/// Documents of both kinds, all different.
fn mixture(documents: usize, articles: usize) -> Vec<Document> {
    let document = |number: usize| {
        let first = number * articles;
        let mut order = Text::titled("壬省組織規則");
        (first..first + articles).for_each(|section| like_an_order(&mut order, section));
        let mut rule = Text::titled("癸市組織規則");
        (first..first + articles * 2).for_each(|division| like_a_rule(&mut rule, division));
        [order.document(), rule.document()]
    };
    (0..documents).flat_map(document).collect()
}

fn speed(criterion: &mut Criterion) {
    let documents = mixture(4, 60);
    let bytes: usize = documents.iter().map(|document| document.source.len()).sum();
    let read_all = |documents: &[Document]| {
        documents.iter().map(|document| read_sentences(black_box(document)).sentences.len()).sum::<usize>()
    };
    let mut group = criterion.benchmark_group("reading");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("one-thread", |bencher| bencher.iter(|| read_all(&documents)));
    // Of each kind as many in either half.
    let (front, back) = documents.split_at(documents.len() / 2);
    group.bench_function("two-threads", |bencher| {
        bencher.iter(|| {
            thread::scope(|scope| {
                let other = scope.spawn(|| read_all(back));
                read_all(front) + other.join().unwrap()
            })
        });
    });
    group.finish();
}

/// So many of one thing.
type Grown = fn(usize) -> Text;

/// What may grow: its name, how many at first, the text with so many.
const GROWTH: [(&str, usize, Grown); 11] = [
    ("articles", 300, articles),
    ("paragraphs of one article", 100, paragraphs),
    ("items of one article", 300, items),
    ("length of one matter", 200, matter),
    ("members of one Put", 200, members),
    ("clauses of one sentence", 100, clauses),
    ("brackets in one another", 12, brackets),
    ("brackets of one phrase", 100, brackets_in_a_row),
    ("rows of a table", 200, rows),
    ("appended tables", 40, appended_tables),
    ("defined terms", 300, terms),
];

fn articles(count: usize) -> Text {
    let mut text = Text::titled("壬省組織規則");
    (0..count / 2).for_each(|number| like_a_rule(&mut text, number));
    text
}

/// Paragraphs that leave to their place who, for whom and where.
fn paragraphs(count: usize) -> Text {
    let mut text = Text::titled("癸市組織規則");
    text.article("職", "部に部長を置く。");
    for number in 0..count {
        let words = match number % 3 {
            0 => format!("必要に応じて、{}監を置くことができる。", name(number)),
            1 => "事故があるときは、あらかじめ指定する者がその職務を代理する。".to_owned(),
            _ => "命を受け、事務を処理する。".to_owned(),
        };
        text.paragraph(number + 2, &words);
    }
    text
}

fn items(count: usize) -> Text {
    let mut text = Text::titled("壬省組織規則");
    text.article("所掌事務", "港務課は、次に掲げる事務をつかさどる。");
    (1..=count).for_each(|number| text.item(number, &work(number)));
    text
}

/// Names with commas between them, the last with 及び.
fn joined(count: usize, kind: &str) -> String {
    let names: Vec<String> = (0..count).map(|number| format!("{}{kind}", name(number))).collect();
    let (last, front) = names.split_last().unwrap();
    format!("{}及び{last}", front.join("、"))
}

fn matter(count: usize) -> Text {
    let mut text = Text::titled("壬省組織規則");
    text.article("所掌事務", &format!("港務課は、{}の検査及び許可に関する事務をつかさどる。", joined(count, "材")));
    text
}

fn members(count: usize) -> Text {
    let mut text = Text::titled("癸市組織規則");
    text.article("設置", &format!("総務部に{}を置く。", joined(count, "課")));
    text
}

fn clauses(count: usize) -> Text {
    let mut text = Text::titled("癸市組織規則");
    let chain: String = (0..count).map(|number| format!("{}課の事務を掌理し、", name(number))).collect();
    text.article("職務", &format!("部長は、{chain}所属職員を指揮監督する。"));
    text
}

fn brackets(count: usize) -> Text {
    let mut text = Text::titled("癸市組織規則");
    let nested = (0..count).fold(String::new(), |inner, number| format!("（{}課{inner}の職員を除く。）", name(number)));
    text.article("職務", &format!("部長は、職員{nested}を指揮監督する。"));
    text
}

fn brackets_in_a_row(count: usize) -> Text {
    let mut text = Text::titled("癸市組織規則");
    let row: String = (0..count).map(|number| format!("、{0}課の職員（{0}課長を除く。）", name(number))).collect();
    text.article("職務", &format!("部長は、総務課の職員{row}を指揮監督する。"));
    text
}

fn rows(count: usize) -> Text {
    let mut text = Text::titled("壬省組織規則");
    text.article("支所の名称等", "支所の名称、位置及び管轄区域は、次の表のとおりとする。");
    text.written.push_str("| 名称 | 位置 | 管轄区域 |\n| --- | --- | --- |\n");
    for number in 0..count {
        let name = name(number);
        writeln!(text.written, "| {name}支所 | {name}市 | {name}郡及び{name}島 |").unwrap();
    }
    text
}

fn appended_tables(count: usize) -> Text {
    let mut text = Text::titled("壬省組織規則");
    for number in 1..=count {
        text.article("支所", &format!("{}局の支所の名称及び位置は、別表第{number}のとおりとする。", name(number)));
    }
    for number in 1..=count {
        text.heading(&format!("別表第{number}（第{number}条関係）"));
        text.written.push_str("| 名称 | 位置 |\n| --- | --- |\n");
        let name = name(number);
        write!(text.written, "| {name}支所 | {name}市 |\n| {name}東支所 | {name}町 |\n\n").unwrap();
    }
    text
}

fn terms(count: usize) -> Text {
    let mut text = Text::titled("癸市組織規則");
    for number in 0..count {
        let name = name(number);
        text.article(
            "担当",
            &format!(
                "{name}の事務を行う課（以下「{name}ライン」という。）に{name}長を置き、{name}ラインの事務を掌理させる。"
            ),
        );
    }
    text
}

/// The shortest of several readings.
fn shortest(document: &Document) -> Duration {
    let started = Instant::now();
    let mut best = Duration::MAX;
    for turn in 0..200 {
        let begun = Instant::now();
        black_box(read_sentences(black_box(document)));
        best = best.min(begun.elapsed());
        if turn >= 2 && started.elapsed() > Duration::from_secs(2) {
            break;
        }
    }
    best
}

/// Ten times as much of one thing takes hardly more than ten times as long.
fn growth(_: &mut Criterion) {
    println!("{:<28}{:>8}{:>12}{:>12}{:>9}{:>12}", "growth", "n", "ms at n", "ms at 10n", "factor", "KB at 10n");
    for (what, count, text) in GROWTH {
        let [one, ten] = [count, count * 10].map(text);
        let [at_one, at_ten] = [&one, &ten].map(|text| shortest(&text.document()).as_secs_f64() * 1e3);
        let (factor, size) = (at_ten / at_one, ten.written.len() / 1000);
        println!("{what:<28}{count:>8}{at_one:>12.3}{at_ten:>12.3}{factor:>9.1}{size:>12}");
    }
}

criterion_group!(read_to_frames, speed, growth);
criterion_main!(read_to_frames);

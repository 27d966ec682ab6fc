//! Compiles every regulation of the corpus and prints what became of each: `make corpus`.
//!
//! Not part of `cargo test`, as the corpus lies outside the project (`../shared/regulations`, or the folder that
//! KENGEN_CORPUS names). A missing folder is a failure, and so is a file that cannot be read, a panic, or a sentence that
//! is not accounted for. The files are compiled in parallel and printed in the order of their names.

use std::ops::AddAssign;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use kengen::compile::{NoticeKind, Supplement, compile};
use kengen::findings::check;
use kengen::graph::{AuthorityGraph, Label, NodeData, RelationType, Status};
use kengen::regulation::read;

/// What is counted of a file, in the order of the columns.
const COLUMNS: [&str; 13] = [
    "total", "compiled", "none", "open", "units", "posts", "duties", "edges", "excl:est", "else", "unkn", "sums",
    "finds",
];

/// What became of one file, or of all: a number for each of [`COLUMNS`]. `excl:est`, `else` and `unkn` are exclusions by the
/// status of the unit that a duty gives way to; `sums` are numbers in the text (次の三課) that differ from their list.
#[derive(Default)]
struct Row([usize; COLUMNS.len()]);

impl AddAssign<&Row> for Row {
    fn add_assign(&mut self, other: &Row) {
        for (sum, number) in self.0.iter_mut().zip(other.0) {
            *sum += number;
        }
    }
}

/// A row, or why there is none, and how long it took.
type Outcome = (Result<Row, String>, Duration);

fn main() -> ExitCode {
    let folder = std::env::var_os("KENGEN_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/regulations"), PathBuf::from);
    let mut files = Vec::new();
    if let Err(error) = collect(&folder, &mut files) {
        eprintln!("corpus: cannot read {}: {error}", folder.display());
        eprintln!("corpus: put the regulations there, or name their folder in KENGEN_CORPUS");
        return ExitCode::FAILURE;
    }
    files.sort();
    if files.is_empty() {
        eprintln!("corpus: no regulation in {}", folder.display());
        return ExitCode::FAILURE;
    }
    let start = Instant::now();
    let outcomes = compile_all(&files);
    let elapsed = start.elapsed();
    print_line(COLUMNS.map(str::to_owned), "ms", "file");
    let (mut failures, mut all, mut alone) = (Vec::new(), Row::default(), Duration::ZERO);
    for (file, (outcome, took)) in files.iter().zip(&outcomes) {
        let name = file.strip_prefix(&folder).unwrap_or(file).display().to_string();
        alone += *took;
        match outcome {
            Ok(row) => {
                print_line(row.0.map(|number| number.to_string()), &took.as_millis().to_string(), &name);
                all += row;
            }
            Err(reason) => failures.push(format!("{name}: {reason}")),
        }
    }
    print_line(all.0.map(|number| number.to_string()), &alone.as_millis().to_string(), "all");
    let [total, compiled, none, open, ..] = all.0;
    let share = |count: usize| 100.0 * count as f64 / total.max(1) as f64;
    println!(
        "\n{} files, {total} sentences: {:.1} % compiled, {:.1} % without content, {:.1} % not understood; {:.2} s",
        files.len(),
        share(compiled),
        share(none),
        share(open),
        elapsed.as_secs_f64()
    );
    for failure in &failures {
        eprintln!("corpus: FAILED {failure}");
    }
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The regulations below a folder: text, Markdown and XML, notes on the collection aside.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let is_regulation =
            path.extension().is_some_and(|ending| ["txt", "md", "xml"].iter().any(|known| ending == *known));
        if path.is_dir() {
            collect(&path, files)?;
        } else if is_regulation && path.file_name().is_some_and(|name| name != "README.md") {
            files.push(path);
        }
    }
    Ok(())
}

/// The outcome of every file, in their order.
fn compile_all(files: &[PathBuf]) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done: Vec<(usize, Outcome)> = Vec::new();
        while let Some((index, file)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|i| Some((i, files.get(i)?)))
        {
            let start = Instant::now();
            let outcome = catch_unwind(AssertUnwindSafe(|| row(file))).unwrap_or_else(|_| Err("panic".to_owned()));
            done.push((index, (outcome, start.elapsed())));
        }
        done
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut outcomes: Vec<(usize, Outcome)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("panics are caught")).collect()
    });
    outcomes.sort_by_key(|(index, _)| *index);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

/// Reads, compiles and checks one file.
fn row(file: &Path) -> Result<Row, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let (document, _) = read(&bytes).map_err(|error| error.to_string())?;
    let compilation = compile(&document, &Supplement::default());
    let totals = compilation.coverage.totals();
    if totals.compiled + totals.no_content + totals.not_understood != totals.total {
        return Err("sentences that are not accounted for".to_owned());
    }
    let graph = &compilation.graph;
    let count = |label| graph.nodes_with(label).count();
    let [established, elsewhere, unknown] = exclusions(graph);
    Ok(Row([
        totals.total,
        totals.compiled,
        totals.no_content,
        totals.not_understood,
        count(Label::Unit),
        count(Label::Post),
        count(Label::Duty),
        graph.edges().count(),
        established,
        elsewhere,
        unknown,
        compilation.notices.iter().filter(|notice| notice.kind == NoticeKind::CountMismatch).count(),
        check(graph).len(),
    ]))
}

/// Numbers of exclusions whose unit is established, elsewhere and unknown.
fn exclusions(graph: &AuthorityGraph) -> [usize; 3] {
    let mut counts = [0; 3];
    for edge in graph.edges_with(RelationType::DutyExcludedBy) {
        if let Some(NodeData::Unit(unit)) = graph.node(&edge.to).map(|node| &node.data) {
            let of =
                [Status::Established, Status::Elsewhere, Status::Unknown].iter().position(|one| *one == unit.status);
            counts[of.expect("one of the three states")] += 1;
        }
    }
    counts
}

fn print_line(numbers: [String; COLUMNS.len()], milliseconds: &str, name: &str) {
    let numbers: Vec<String> = numbers.iter().map(|number| format!("{number:>8}")).collect();
    println!("{} {milliseconds:>6}  {name}", numbers.join(" "));
}

//! Compiles every regulation of the corpus and prints what became of each: `make corpus`.
//!
//! Not part of `cargo test`, as the corpus lies outside the project (`../shared/regulations`, or the folder that
//! KENGEN_CORPUS names). A missing folder is a failure, and so is a file that cannot be read, a panic, or a sentence that
//! is not accounted for.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use kengen::compile::{Supplement, Totals, compile};
use kengen::findings::check;
use kengen::graph::Label;
use kengen::regulation::read;

/// What became of one file.
struct Row {
    totals: Totals,
    units: usize,
    posts: usize,
    duties: usize,
    edges: usize,
    findings: usize,
}

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
    println!("  total compiled  none  open  units posts duties  edges finds  file");
    let (mut failures, mut all) = (Vec::new(), Totals::default());
    for file in &files {
        let name = file.strip_prefix(&folder).unwrap_or(file).display().to_string();
        match catch_unwind(AssertUnwindSafe(|| row(file))) {
            Ok(Ok(row)) => {
                print_row(&row, &name);
                all.total += row.totals.total;
                all.compiled += row.totals.compiled;
                all.no_content += row.totals.no_content;
                all.not_understood += row.totals.not_understood;
            }
            Ok(Err(reason)) => failures.push(format!("{name}: {reason}")),
            Err(_) => failures.push(format!("{name}: panic")),
        }
    }
    let share = |count: usize| 100.0 * count as f64 / all.total.max(1) as f64;
    println!(
        "\n{} files, {} sentences: {:.1} % compiled, {:.1} % without content, {:.1} % not understood",
        files.len(),
        all.total,
        share(all.compiled),
        share(all.no_content),
        share(all.not_understood)
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
    Ok(Row {
        totals,
        units: count(Label::Unit),
        posts: count(Label::Post),
        duties: count(Label::Duty),
        edges: graph.edges().count(),
        findings: check(graph).len(),
    })
}

fn print_row(row: &Row, name: &str) {
    let Totals { total, compiled, no_content, not_understood } = row.totals;
    let Row { units, posts, duties, edges, findings, .. } = row;
    println!(
        "{total:>7} {compiled:>8} {no_content:>5} {not_understood:>5} {units:>6} {posts:>5} {duties:>6} {edges:>6} {findings:>5}  {name}"
    );
}

//! The data sets that the project carries, compiled as `kengen compile` does.

use std::path::{Path, PathBuf};

use kengen::compile::{Compilation, Supplement, compile, join_instruments};
use kengen::regulation::{Diagnostic, Document, read_text};

/// Each data set: its folder in `graph-data`, and its instruments, the one that establishes most first.
pub const DATA_SETS: [(&str, &[&str]); 2] =
    [("jlis", &["regulation.txt"]), ("midori", &["regulation.txt", "delegation.txt"])];

/// The folder of a data set.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("graph-data").join(name)
}

/// The instruments of a data set as one document, and what was odd about their pages.
pub fn document(name: &str) -> (Document, Vec<Diagnostic>) {
    let (_, files) = DATA_SETS.iter().find(|(known, _)| *known == name).expect("a data set of the project");
    let read = |file: &&str| read_text(std::fs::read_to_string(folder(name).join(file)).unwrap());
    join_instruments(files.iter().map(read).collect()).expect("it has instruments")
}

/// A data set with its supplement.
pub fn compiled(name: &str) -> Compilation {
    let supplement = std::fs::read_to_string(folder(name).join("supplement.toml")).unwrap();
    let (document, diagnostics) = document(name);
    compile(&document, &Supplement::from_toml(&supplement).unwrap()).with_diagnostics(&diagnostics)
}

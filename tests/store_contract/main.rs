//! What every `GraphStore` has to do, run against each of them; and how the embedded one opens, or says why not.
//!
//! `contract` has a test for each promise, `random` loads whatever can be built, `answers` compares the query library with
//! `evaluation`; `opening` and `sharing` are about files, locks and processes.

mod answers;
mod contract;
mod evaluation;
mod fixtures;
mod opening;
mod random;
mod sharing;

use kengen::store::{EmbeddedStore, GraphStore, StoreOptions};

/// Every kind of store, empty, with what keeps it alive. A new kind of store is added here and nowhere else.
fn stores() -> Vec<(&'static str, Box<dyn GraphStore>, Option<tempfile::TempDir>)> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("contract.db");
    let embedded = EmbeddedStore::open_or_create(&path, &StoreOptions::default()).expect("a new database");
    vec![("embedded", Box::new(embedded), Some(folder))]
}

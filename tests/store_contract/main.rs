//! What every `GraphStore` has to do, run against each of them; and how the embedded one opens, or says why not.

mod answers;
mod contract;
mod fixtures;
mod opening;
mod random;

use kengen::store::{EmbeddedStore, GraphStore, StoreOptions};

/// Every kind of store, empty, with what keeps it alive. A new kind of store is added here and nowhere else.
fn stores() -> Vec<(&'static str, Box<dyn GraphStore>, Option<tempfile::TempDir>)> {
    let options = StoreOptions::default();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = EmbeddedStore::open_or_create(&folder.path().join("contract.db"), &options).expect("a new database");
    let memory = EmbeddedStore::temporary(&options).expect("a temporary database");
    vec![("embedded file", Box::new(file), Some(folder)), ("embedded temporary", Box::new(memory), None)]
}

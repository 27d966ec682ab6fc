//! A database file with some of its bytes changed, cut off or put in: opening and reading it give an answer or an error.
//!
//! The input is a list of changes to a sound file: where (3 bytes), what to do (1 byte), and up to 15 bytes.
#![no_main]

use std::io::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

use kengen::compile::{Supplement, compile};
use kengen::regulation::read_text;
use kengen::store::{EmbeddedStore, GraphStore, Parameters, StoreOptions};
use libfuzzer_sys::fuzz_target;

static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sound.db");
    let text = "甲市組織規則\n第1条 甲市に総務部を置く。\n第2条 部に部長を置く。\n2 部長は、部の事務を統括する。\n";
    let graph = compile(&read_text(text.to_owned()).0, &Supplement::default()).graph;
    let mut store = EmbeddedStore::open_or_create(&path, &StoreOptions::default()).expect("a new database");
    store.load("kou", &graph).expect("room for a graph");
    drop(store);
    std::fs::read(&path).expect("what was just written")
});

fn changed(mut changes: &[u8]) -> Vec<u8> {
    let mut bytes = SOUND.clone();
    while let [low, middle, high, action, rest @ ..] = changes {
        let at = (usize::from(*low) | usize::from(*middle) << 8 | usize::from(*high) << 16) % (bytes.len() + 1);
        let length = usize::from(action & 0x0f).min(rest.len());
        let (new, rest) = rest.split_at(length);
        match action >> 4 {
            0..12 => {
                let end = (at + length).min(bytes.len());
                bytes[at..end].copy_from_slice(&new[..end - at]);
            }
            12 => bytes.truncate(at),
            13 => drop(bytes.splice(at..at, new.iter().copied())),
            _ => bytes.extend_from_slice(new),
        }
        changes = rest;
    }
    bytes
}

fuzz_target!(|changes: &[u8]| {
    let mut file = tempfile::Builder::new().suffix(".db").tempfile().expect("a file");
    file.write_all(&changed(changes)).expect("room");
    file.flush().expect("room");
    let path: PathBuf = file.path().to_owned();
    if let Ok(mut store) = EmbeddedStore::open(&path, &StoreOptions::default()) {
        for known in store.data_sets().unwrap_or_default() {
            if let Ok(graph) = store.snapshot(&known.name) {
                kengen_fuzz::ask(&graph);
            }
            let _ = store.report(&known.name);
        }
        let _ = store.cypher("MATCH (n)-[r]->(m) RETURN n.id, type(r), m.id LIMIT 20", &Parameters::new());
        let _ = store.drop_data_set("kou");
    }
    for ending in ["-wal", "-shm", "-journal"] {
        let mut beside = path.clone().into_os_string();
        beside.push(ending);
        let _ = std::fs::remove_file(beside);
    }
});

//! How the embedded store opens a file, and what it says of one that it cannot open. A file that is not its own stays as
//! it is, to the byte.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use graphdblite::Database;
use kengen::store::{EmbeddedStore, GraphStore, Parameters, StoreError, StoreOptions};
use tempfile::TempDir;

use crate::fixtures::{one_of_everything, small_city};

pub fn options() -> StoreOptions {
    let mut options = StoreOptions::default();
    options.busy_timeout = Duration::from_millis(50);
    options
}

pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// A database with data sets 甲 and 乙.
pub fn database(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("規程 1.db");
    let mut store = EmbeddedStore::open_or_create(&path, &options()).unwrap();
    store.load("甲", &small_city(2)).unwrap();
    store.load("乙", &one_of_everything()).unwrap();
    path
}

/// The error of opening, which has to be the same for reading and for loading.
fn refused(path: &Path) -> StoreError {
    let before = fs::read(path).ok();
    let names_before = names(path);
    let to_read = EmbeddedStore::open(path, &options()).map(|_| ()).expect_err("opened for reading");
    let to_load = EmbeddedStore::open_or_create(path, &options()).map(|_| ()).expect_err("opened for loading");
    assert_eq!(to_read.to_string(), to_load.to_string());
    assert_eq!(fs::read(path).ok(), before, "the file was changed");
    assert_eq!(names(path), names_before, "files were left behind");
    to_read
}

pub fn names(path: &Path) -> Vec<std::ffi::OsString> {
    let entries = fs::read_dir(path.parent().unwrap()).into_iter().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    names
}

/// Changes a database as another program would.
fn meddle(path: &Path, cypher: &str) {
    Database::open(path).unwrap().execute(cypher).unwrap();
}

#[test]
fn a_new_database_is_kept_and_opens_again() {
    let folder = folder();
    let path = database(&folder);
    assert_eq!(names(&path), ["規程 1.db"]);
    let mut store = EmbeddedStore::open(&path, &options()).unwrap();
    assert_eq!(store.data_sets().unwrap().len(), 2);
    assert!(store.snapshot("甲").unwrap() == small_city(2));
    assert!(store.snapshot("乙").unwrap() == one_of_everything());
}

#[test]
fn a_temporary_database_is_one_like_any_other() {
    let mut store = EmbeddedStore::temporary(&options()).unwrap();
    let mut other = EmbeddedStore::temporary(&options()).unwrap();
    store.load("乙", &one_of_everything()).unwrap();
    assert!(store.snapshot("乙").unwrap() == one_of_everything());
    assert_eq!(other.data_sets().unwrap(), []);
}

#[test]
fn asking_changes_neither_the_file_nor_the_folder() {
    let folder = folder();
    let path = database(&folder);
    let (bytes, changed) = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    for _ in 0..2 {
        let mut store = EmbeddedStore::open(&path, &options()).unwrap();
        store.snapshot("乙").unwrap();
        store.query("heads-of-units", "甲", &Parameters::new()).unwrap();
        store.cypher("MATCH (n) SET n.x = 1", &Parameters::new()).unwrap_err();
        store.snapshot("己").map(|_| ()).unwrap_err();
    }
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), changed);
    assert_eq!(names(&path), ["規程 1.db"]);
}

#[test]
fn names_that_sqlite_takes_for_something_else_are_names_of_files() {
    let folder = folder();
    for name in [":memory:", "file:x.db?mode=memory", "a?immutable=1", "100%.db"] {
        let path = folder.path().join(name);
        EmbeddedStore::open_or_create(&path, &options()).unwrap().load("甲", &small_city(1)).unwrap();
        assert!(path.is_file(), "{name}");
        assert!(EmbeddedStore::open(&path, &options()).unwrap().snapshot("甲").unwrap() == small_city(1), "{name}");
    }
}

#[test]
fn a_missing_file_is_an_error_for_reading_and_is_not_made() {
    let folder = folder();
    let path = folder.path().join("none.db");
    let error = EmbeddedStore::open(&path, &options()).map(|_| ()).unwrap_err();
    assert!(matches!(&error, StoreError::NotFound { path: named } if *named == path), "{error}");
    assert!(error.to_string().ends_with("none.db` does not exist"), "{error}");
    assert!(!path.exists());
}

#[test]
fn a_missing_folder_is_told() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    for path in [folder.path().join("none/new.db"), file.join("new.db"), PathBuf::from("/proc/self/none/new.db")] {
        let error = EmbeddedStore::open(&path, &options()).map(|_| ()).unwrap_err();
        assert!(matches!(error, StoreError::NotFound { .. }), "{error}");
        let error = EmbeddedStore::open_or_create(&path, &options()).map(|_| ()).unwrap_err();
        assert!(matches!(&error, StoreError::FolderNotFound { folder } if path.starts_with(folder)), "{error:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_in_which_nobody_can_make_a_file_is_told() {
    let error = EmbeddedStore::open_or_create(Path::new("/proc/new.db"), &options()).map(|_| ()).unwrap_err();
    assert!(matches!(error, StoreError::NotWritable { .. } | StoreError::NotFound { .. }), "{error:?}");
}

#[test]
fn a_directory_a_device_and_an_empty_file_are_no_databases() {
    let folder = folder();
    assert!(matches!(refused(folder.path()), StoreError::IsDirectory { .. }));
    if cfg!(unix) {
        assert!(matches!(refused(Path::new("/dev/null")), StoreError::NotAFile { .. }));
    }
    let empty = folder.path().join("empty.db");
    fs::write(&empty, "").unwrap();
    assert!(matches!(refused(&empty), StoreError::ZeroBytes { .. }));
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_one_that_leads_nowhere_makes_nothing() {
    let folder = folder();
    let path = database(&folder);
    let link = folder.path().join("link.db");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    assert!(EmbeddedStore::open(&link, &options()).unwrap().snapshot("甲").unwrap() == small_city(2));
    let nowhere = folder.path().join("nowhere.db");
    std::os::unix::fs::symlink(folder.path().join("none.db"), &nowhere).unwrap();
    assert!(matches!(refused(&nowhere), StoreError::NotFound { .. }));
    assert!(!folder.path().join("none.db").exists());
}

#[test]
fn files_of_other_programs_are_told_and_stay_as_they_are() {
    let folder = folder();
    let path = folder.path().join("other.db");
    let sound = fs::read(database(&folder)).unwrap();
    let mut of_another_program = sound.clone();
    of_another_program[68..72].copy_from_slice(b"GPKG");
    let mut unmarked = sound.clone();
    unmarked[68..72].fill(0);
    let mut old = sound.clone();
    old[63] = 1;
    let contents: [(&str, Vec<u8>); 6] = [
        ("text", "第1条　この規程は…".into()),
        ("one byte", vec![0]),
        ("noise", (0..9999u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect()),
        ("another program", of_another_program),
        ("SQLite without a mark", unmarked),
        ("an old version of the engine", old),
    ];
    for (what, content) in contents {
        fs::write(&path, content).unwrap();
        let error = refused(&path);
        assert!(matches!(error, StoreError::NotOurs { .. }), "{what}: {error:?}");
    }
}

#[test]
fn a_graph_database_of_another_program_is_told_and_stays_as_it_is() {
    let folder = folder();
    let path = folder.path().join("people.db");
    meddle(&path, "CREATE (:Person {name: 'Alice'})-[:KNOWS]->(:Person {name: 'Bob'})");
    assert!(matches!(refused(&path), StoreError::NotOurs { .. }));
    // The same, compacted: then it has no write-ahead log, and the engine would change its header on opening.
    let compact = folder.path().join("compact.db");
    Database::open(&path).unwrap().snapshot_to(&compact).unwrap();
    assert!(matches!(refused(&compact), StoreError::NotOurs { .. }));
}

#[test]
fn a_compacted_copy_of_ours_can_be_asked_unchanged_and_loaded() {
    let folder = folder();
    let path = database(&folder);
    let compact = folder.path().join("compact.db");
    Database::open(&path).unwrap().snapshot_to(&compact).unwrap();
    let before = fs::read(&compact).unwrap();
    assert!(EmbeddedStore::open(&compact, &options()).unwrap().snapshot("乙").unwrap() == one_of_everything());
    assert_eq!(fs::read(&compact).unwrap(), before);
    let mut store = EmbeddedStore::open_or_create(&compact, &options()).unwrap();
    store.load("甲", &small_city(5)).unwrap();
    assert!(store.snapshot("甲").unwrap() == small_city(5));
}

#[test]
fn a_file_cut_short_is_damaged_wherever_it_was_cut() {
    let folder = folder();
    let sound = fs::read(database(&folder)).unwrap();
    let path = folder.path().join("cut.db");
    for length in [16, 50, 99, 100, 4095, 4096, 8192, sound.len() / 2, sound.len() - 4096, sound.len() - 1] {
        fs::write(&path, &sound[..length]).unwrap();
        let error = refused(&path);
        assert!(matches!(error, StoreError::Corrupt { .. }), "{length}: {error:?}");
    }
}

#[test]
fn a_damaged_page_gives_an_error_or_the_right_graph_and_never_a_wrong_one() {
    let folder = folder();
    let sound = fs::read(database(&folder)).unwrap();
    let path = folder.path().join("damaged.db");
    let (mut errors, mut right) = (0, 0);
    for start in (100..sound.len()).step_by(1511) {
        let mut damaged = sound.clone();
        let end = (start + 64).min(damaged.len());
        damaged[start..end].fill(0xa5);
        fs::write(&path, &damaged).unwrap();
        for (name, expected) in [("甲", small_city(2)), ("乙", one_of_everything())] {
            match EmbeddedStore::open(&path, &options()).and_then(|mut store| store.snapshot(name)) {
                Ok(graph) => {
                    assert!(graph == expected, "damage at {start} changed the graph unnoticed");
                    right += 1;
                }
                Err(_) => errors += 1,
            }
        }
    }
    assert!(errors > 5 && right > 5, "{errors} errors, {right} right answers");
}

#[test]
fn newer_versions_are_told() {
    let folder = folder();
    let path = database(&folder);
    let mut engine = fs::read(&path).unwrap();
    engine[60..64].copy_from_slice(&9u32.to_be_bytes());
    let newer = folder.path().join("newer.db");
    fs::write(&newer, engine).unwrap();
    assert!(matches!(refused(&newer), StoreError::NewerVersion { found: 9, .. }));
    meddle(&path, "MATCH (n:KengenDatabase) SET n.schema_version = 99");
    let error = refused(&path);
    assert!(matches!(error, StoreError::NewerVersion { found: 99, supported: 1, .. }), "{error:?}");
    meddle(&path, "MATCH (n:KengenDatabase) SET n.schema_version = 'x'");
    assert!(matches!(refused(&path), StoreError::Corrupt { .. }));
    meddle(&path, "MATCH (n:KengenDatabase) DELETE n");
    assert!(matches!(refused(&path), StoreError::NotOurs { .. }));
}

#[test]
fn a_change_by_another_program_is_noticed() {
    let changes = [
        "MATCH (n:Post {id: '市#市長'}) SET n.name = '知事'",
        "MATCH (n:Post {id: '市#市長'}) SET n.note = 'x'",
        "MATCH (n:Unit {id: '市/第1部'}) DETACH DELETE n",
        "MATCH (:Post)-[r:COMMANDS]->(:Post {id: '市/第1部#部長'}) DELETE r",
        "MATCH (:Post)-[r:COMMANDS]->(:Post {id: '市/第1部#部長'}) SET r.words = ['勝手に']",
        "MATCH (a:Post {id: '市/第0部#部長'}), (b:Post {id: '市/第1部#部長'}) \
         CREATE (a)-[:COMMANDS {scope: 'all', basis: 'stated', clauses: ['第1条'], words: ['x']}]->(b)",
        "MATCH (n:DataSet {name: '甲'}) SET n.title = 'x'",
        "MATCH (n:DataSet {name: '甲'}) SET n.setting_absence_includes_vacancy = true",
        "CREATE (:Unit {data_set: '甲', id: 'x', name: 'x', kind: 'x', status: 'established', ordinal: 1, \
         clauses: ['第1条'], words: ['x']})",
    ];
    for change in changes {
        let folder = folder();
        let path = folder.path().join("甲.db");
        EmbeddedStore::open_or_create(&path, &options()).unwrap().load("甲", &small_city(2)).unwrap();
        meddle(&path, change);
        let mut store = EmbeddedStore::open_or_create(&path, &options()).unwrap();
        let error = store.snapshot("甲").map(|_| ()).expect_err(change);
        assert!(matches!(error, StoreError::Altered { .. }), "{change}: {error:?}");
        let error = store.snapshot_without_matters("甲").map(|_| ()).expect_err(change);
        assert!(matches!(error, StoreError::Altered { .. }), "{change}: {error:?}");
        store.load("甲", &small_city(2)).unwrap();
        assert!(store.snapshot("甲").unwrap() == small_city(2), "{change}");
    }
}

#[test]
fn what_an_earlier_version_loaded_is_read_whole() {
    let folder = folder();
    let path = folder.path().join("乙.db");
    EmbeddedStore::open_or_create(&path, &options()).unwrap().load("乙", &one_of_everything()).unwrap();
    meddle(&path, "MATCH (n:DataSet {name: '乙'}) REMOVE n.fingerprint_without_matters");
    let mut store = EmbeddedStore::open(&path, &options()).unwrap();
    assert!(store.snapshot_without_matters("乙").unwrap() == one_of_everything());
    assert!(!store.has_matters("乙").unwrap());
}

//! One file and several connections, several users, several processes, one of which is killed.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use graphdblite::Database;
use kengen::store::{EmbeddedStore, GraphStore, StoreError, StoreOptions};
use tempfile::TempDir;

use crate::fixtures::{one_of_everything, small_city};
use crate::opening::{database, folder, names, options};

/// Says that this process was started by a test, to do something in its place.
const ROLE: &str = "KENGEN_TEST_ROLE";
/// The file that such a process works on.
const FILE: &str = "KENGEN_TEST_FILE";

#[test]
fn a_lock_is_told_after_the_time_out_and_readers_go_on() {
    let folder = folder();
    let path = database(&folder);
    let mut reader = EmbeddedStore::open(&path, &options()).unwrap();
    let mut other = Database::open(&path).unwrap();
    let writing = other.write_tx().unwrap();
    assert!(matches!(refused_while_locked(&path), StoreError::Locked { .. }));
    assert!(reader.snapshot("乙").unwrap() == one_of_everything());
    let error = reader.load("甲", &small_city(3)).unwrap_err();
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
    drop(writing);
    reader.load("甲", &small_city(3)).unwrap();
    assert!(reader.snapshot("甲").unwrap() == small_city(3));
}

fn refused_while_locked(path: &Path) -> StoreError {
    let to_load = EmbeddedStore::open_or_create(path, &options()).map(|_| ()).unwrap_err();
    assert!(matches!(to_load, StoreError::Locked { .. }), "{to_load:?}");
    EmbeddedStore::open(path, &options()).map(|_| ()).unwrap_err()
}

#[test]
fn two_stores_see_what_the_other_committed() {
    let folder = folder();
    let path = database(&folder);
    let mut first = EmbeddedStore::open_or_create(&path, &options()).unwrap();
    let mut second = EmbeddedStore::open_or_create(&path, &options()).unwrap();
    first.load("甲", &small_city(1)).unwrap();
    assert!(second.snapshot("甲").unwrap() == small_city(1));
    second.drop_data_set("乙").unwrap();
    assert_eq!(first.data_sets().unwrap().len(), 1);
    assert!(matches!(first.snapshot("乙").map(|_| ()), Err(StoreError::UnknownDataSet { .. })));
}

/// Starts this test program again to run one test in a role, as the user who may do the least if `ordinary`.
fn again(test: &str, role: &str, file: &Path, ordinary: Option<&TempDir>) -> Command {
    let mut program = std::env::current_exe().unwrap();
    if let Some(folder) = ordinary {
        let copy = folder.path().join("tests");
        fs::copy(&program, &copy).unwrap();
        program = copy;
    }
    let mut command = Command::new(program);
    command.args(["--exact", test, "--nocapture"]).env(ROLE, role).env(FILE, file).current_dir("/");
    #[cfg(unix)]
    if ordinary.is_some() {
        use std::os::unix::process::CommandExt as _;
        command.uid(65534).gid(65534);
    }
    command
}

/// Permission bits do not bind the superuser, so where the tests run as one, this test runs itself again as `nobody`.
#[cfg(unix)]
#[test]
fn a_read_only_file_in_a_read_only_folder_answers_and_cannot_be_loaded() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    if std::env::var_os(ROLE).is_some() {
        let path = PathBuf::from(std::env::var_os(FILE).unwrap());
        assert!(fs::OpenOptions::new().write(true).open(&path).is_err(), "this process may still write");
        read_only_checks(&path);
        return;
    }
    let folder = folder();
    let path = database(&folder);
    mode(&path, 0o444);
    mode(folder.path(), 0o555);
    let may_write = fs::OpenOptions::new().write(true).open(&path).is_ok();
    if may_write {
        let programs = tempfile::tempdir().unwrap();
        mode(programs.path(), 0o755);
        let test = "sharing::a_read_only_file_in_a_read_only_folder_answers_and_cannot_be_loaded";
        let output = again(test, "ordinary", &path, Some(&programs)).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"));
    } else {
        read_only_checks(&path);
    }
    mode(folder.path(), 0o755);
}

#[cfg(unix)]
fn read_only_checks(path: &Path) {
    let before = fs::read(path).unwrap();
    let mut store = EmbeddedStore::open(path, &options()).unwrap();
    assert!(store.snapshot("乙").unwrap() == one_of_everything());
    assert_eq!(store.data_sets().unwrap().len(), 2);
    let error = store.load("甲", &small_city(1)).unwrap_err();
    assert!(matches!(&error, StoreError::NotWritable { path: named } if named == path), "{error:?}");
    let error = EmbeddedStore::open_or_create(path, &options()).map(|_| ()).unwrap_err();
    assert!(matches!(&error, StoreError::NotWritable { path: named } if named == path), "{error:?}");
    let new = path.with_file_name("new.db");
    let error = EmbeddedStore::open_or_create(&new, &options()).map(|_| ()).unwrap_err();
    assert!(matches!(&error, StoreError::NotWritable { path: named } if named == path.parent().unwrap()), "{error:?}");
    assert_eq!(fs::read(path).unwrap(), before);
    assert_eq!(names(path).len(), 1);
}

/// A process that loads without end is killed at moments of which it knows nothing. Each time the data set is one that
/// was loaded whole, and the other data set is what it was.
#[test]
fn a_killed_load_leaves_a_whole_data_set() {
    let generations = [small_city(30), small_city(9)];
    if let Some(file) = std::env::var_os(FILE).filter(|_| std::env::var_os(ROLE).is_some()) {
        let mut store = EmbeddedStore::open_or_create(Path::new(&file), &StoreOptions::default()).unwrap();
        for generation in generations.iter().cycle() {
            println!("loading");
            store.load("甲", generation).unwrap();
        }
    }
    let folder = folder();
    let path = database(&folder);
    EmbeddedStore::open_or_create(&path, &options()).unwrap().load("甲", &generations[0]).unwrap();
    let (mut left_a_log, mut seen) = (0, [0, 0]);
    for round in 0..12 {
        let mut child = again("sharing::a_killed_load_leaves_a_whole_data_set", "load", &path, None)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        for _ in 0..=round % 3 {
            assert!(lines.any(|line| line.unwrap().contains("loading")), "the process did not load");
        }
        std::thread::sleep(Duration::from_millis(5 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut log = path.clone().into_os_string();
        log.push("-wal");
        left_a_log += usize::from(fs::metadata(&log).is_ok_and(|log| log.len() > 0));
        let mut store = EmbeddedStore::open(&path, &StoreOptions::default()).unwrap();
        let graph = store.snapshot("甲").unwrap();
        let generation = generations.iter().position(|generation| *generation == graph).expect("a whole data set");
        seen[generation] += 1;
        assert!(store.snapshot("乙").unwrap() == one_of_everything());
    }
    assert!(left_a_log > 0, "no process was killed while it wrote; seen {seen:?}");
}

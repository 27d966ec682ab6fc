//! Writing output files whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::render::json::FilesAnswer;
use crate::render::messages::{Messages, tr};

use super::exit::Exit;
use super::failure::Failure;
use super::session::Session;

/// Writes files, each whole or not at all, and answers with their paths. All of them exist in memory by now, so that nothing is
/// written if one of them cannot be made.
///
/// # Errors
/// One cannot be written; those before it are.
pub fn write_files(files: &[(PathBuf, Vec<u8>)], session: &mut Session) -> Result<(), Failure> {
    for (path, bytes) in files {
        write_file(path, bytes, &session.messages)?;
    }
    let files = files.iter().map(|(path, _)| path.display().to_string()).collect();
    session.answer_files(&FilesAnswer { files })
}

/// A path beside another one, with something more in its name: `chart-2.svg` for `chart.svg`.
pub fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{more}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// Writes a file so that it is never seen half-written: into a temporary file in the same folder, then renamed. A target
/// that is no regular file (a device, a pipe) is written directly, for a rename would replace it.
///
/// # Errors
/// The folder is missing or not writable, or the disk is full; what stood in the file before is still there.
pub fn write_file(path: &Path, bytes: &[u8], messages: &Messages) -> Result<(), Failure> {
    write_whole(path, bytes).map_err(|error| {
        let failure =
            tr!(messages, "error-output-file", path = path.display().to_string(), reason = reason(&error, messages));
        let failure = Failure::new(Exit::Output, failure);
        match error.kind() {
            io::ErrorKind::NotFound => failure.help(tr!(messages, "help-output-folder")),
            _ => failure.help(tr!(messages, "help-output-elsewhere")),
        }
    })
}

/// What went wrong with a file, in the chosen language where the kind is a usual one.
pub fn reason(error: &io::Error, messages: &Messages) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => tr!(messages, "reason-not-found"),
        io::ErrorKind::PermissionDenied => tr!(messages, "reason-permission"),
        io::ErrorKind::IsADirectory => tr!(messages, "reason-directory"),
        io::ErrorKind::NotADirectory => tr!(messages, "reason-not-a-directory"),
        io::ErrorKind::StorageFull => tr!(messages, "reason-disk-full"),
        io::ErrorKind::ReadOnlyFilesystem => tr!(messages, "reason-read-only"),
        io::ErrorKind::InvalidFilename => tr!(messages, "reason-name"),
        _ => error.to_string(),
    }
}

/// The same without words.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: what it leads to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&target) {
        Ok(existing) if existing.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(existing) if !existing.is_file() => {
            return fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes);
        }
        _ => {}
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = new_file(folder, fs::metadata(&target).ok())?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file with the permissions of the file it will replace, or those of any new file.
#[cfg(unix)]
fn new_file(folder: &Path, replaced: Option<fs::Metadata>) -> io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    let usual = fs::Permissions::from_mode(0o666); // the user's umask takes from this
    let file = tempfile::Builder::new().prefix(".kengen-").permissions(usual).tempfile_in(folder)?;
    if let Some(metadata) = replaced {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    Ok(file)
}

/// A temporary file in the folder.
#[cfg(not(unix))]
fn new_file(folder: &Path, _: Option<fs::Metadata>) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(".kengen-").tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::messages::Language;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.json");
        write_whole(&path, b"first").unwrap();
        write_whole(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_missing_folder_and_a_folder_as_target_are_said_so() {
        let folder = tempfile::tempdir().unwrap();
        let messages = super::super::messages(Language::En);
        for (path, expected) in [(folder.path().join("no/x.svg"), "not"), (folder.path().to_owned(), "folder")] {
            let failure = write_file(&path, b"", &messages).unwrap_err();
            assert_eq!(failure.exit(), Exit::Output);
            assert!(failure.message().contains(expected), "{}", failure.message());
            assert_eq!(failure.helps().len(), 1);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }
}

//! Reading input files: regulations, supplements, expectations.

use std::io::Read as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::analysis::{Expectations, ScenarioFile, SeparationRules};
use crate::compile::{Supplement, join_instruments};
use crate::regulation::{self, Document, Format, Malformed, ReadError, XmlFault};
use crate::render::messages::{Messages, tr};

use super::exit::Exit;
use super::failure::Failure;
use super::output_file::reason;

/// The instruments of a body that were read, with its settings.
pub struct Regulation {
    /// The regulation taken apart; several instruments are one document.
    pub document: Document,
    /// What was odd about the text, one entry for each kind.
    pub diagnostics: Vec<regulation::Diagnostic>,
    /// The settings of the body.
    pub supplement: Supplement,
}

/// Which supplement to read.
pub enum SupplementChoice {
    /// `supplement.toml` beside the regulation, if there is one.
    Beside,
    /// This file.
    File(PathBuf),
    /// None.
    None,
}

impl SupplementChoice {
    /// The choice that the arguments make.
    pub fn new(file: Option<&Path>, none: bool) -> Self {
        match file {
            Some(file) => Self::File(file.to_owned()),
            None if none => Self::None,
            None => Self::Beside,
        }
    }
}

/// How to read a regulation.
pub struct Reading {
    /// Its format; found by its content if none is given.
    pub format: Option<Format>,
    /// Which supplement to read.
    pub supplement: SupplementChoice,
}

/// Reads the instruments of one body and its supplement; `-` is the standard input.
///
/// # Errors
/// A file that cannot be read, is not what it should be, or is given twice; two supplements beside the files.
pub fn read_regulation(paths: &[PathBuf], reading: &Reading, messages: &Messages) -> Result<Regulation, Failure> {
    if let Some(twice) = paths.iter().enumerate().find_map(|(at, path)| paths[..at].contains(path).then_some(path)) {
        let message = tr!(messages, "error-file-twice", path = twice.display().to_string());
        return Err(Failure::new(Exit::Usage, message));
    }
    let read = paths.iter().map(|path| {
        let bytes = read_bytes(path, messages)?;
        let read = match reading.format {
            Some(format) => regulation::read_as(&bytes, format),
            None => regulation::read(&bytes),
        };
        read.map_err(|error| unreadable(path, &error, messages))
    });
    let joined = join_instruments(read.collect::<Result<_, _>>()?);
    let (document, diagnostics) = joined.expect("a command asks for a regulation only when one is given");
    let supplement = match &reading.supplement {
        SupplementChoice::None => Supplement::default(),
        SupplementChoice::File(file) => read_supplement(file, messages)?,
        SupplementChoice::Beside => supplement_beside(paths, messages)?,
    };
    Ok(Regulation { document, diagnostics, supplement })
}

/// The supplement in the folder of the files.
fn supplement_beside(paths: &[PathBuf], messages: &Messages) -> Result<Supplement, Failure> {
    let files = paths.iter().filter(|path| !is_standard_input(path));
    let mut beside: Vec<PathBuf> = files.map(|path| path.with_file_name("supplement.toml")).collect();
    beside.retain(|path| path.exists());
    beside.dedup();
    match &beside[..] {
        [] => Ok(Supplement::default()),
        [only] => read_supplement(only, messages),
        [first, second, ..] => {
            let (first, second) = (first.display().to_string(), second.display().to_string());
            let message = tr!(messages, "error-several-supplements", first = first, second = second);
            Err(Failure::new(Exit::Usage, message).help(tr!(messages, "help-several-supplements")))
        }
    }
}

/// Whether a path means the standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file or of the standard input.
///
/// # Errors
/// It cannot be read.
pub fn read_bytes(path: &Path, messages: &Messages) -> Result<Vec<u8>, Failure> {
    let read = if is_standard_input(path) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|error| {
        let reason = reason(&error, messages);
        let failure = Failure::new(
            Exit::Input,
            tr!(messages, "error-input-file", path = path.display().to_string(), reason = reason),
        );
        let inside = path.join("regulation.txt");
        if path.is_dir() && inside.is_file() {
            failure.help(tr!(messages, "usage-did-you-mean", name = inside.display().to_string()))
        } else {
            failure.help(tr!(messages, "help-input-file"))
        }
    })
}

/// The failure for a file that is no text, or not what it is said to be.
fn unreadable(path: &Path, error: &ReadError, messages: &Messages) -> Failure {
    let path = path.display().to_string();
    let failure = match error {
        ReadError::Empty => Failure::new(Exit::Input, tr!(messages, "error-input-empty", path = path)),
        ReadError::Binary { offset } => {
            Failure::new(Exit::Input, tr!(messages, "error-input-binary", path = path, offset = *offset))
                .help(tr!(messages, "help-input-binary"))
        }
        ReadError::TooLarge { bytes } => {
            Failure::new(Exit::Input, tr!(messages, "error-input-too-large", path = path, bytes = *bytes))
        }
        ReadError::Malformed(malformed) => return not_xml(&path, malformed, messages),
        ReadError::NoLaw { root } => {
            return Failure::new(Exit::Input, tr!(messages, "error-input-no-law", path = path, root = root.as_str()))
                .help(tr!(messages, "help-input-format"));
        }
    };
    failure.help(tr!(messages, "help-input-file"))
}

/// The failure for a file that is said to be XML and is not well formed.
fn not_xml(path: &str, malformed: &Malformed, messages: &Messages) -> Failure {
    let reason = match &malformed.fault {
        XmlFault::NoElement => tr!(messages, "xml-no-element"),
        XmlFault::EndTag { open, found } => {
            tr!(messages, "xml-end-tag", open = open.as_str(), found = found.as_str())
        }
        XmlFault::CutOff => tr!(messages, "xml-cut-off"),
        XmlFault::LongTag => tr!(messages, "xml-long-tag"),
        _ => tr!(messages, "xml-syntax"),
    };
    let (line, column) = (malformed.line, malformed.column);
    let message = tr!(messages, "error-input-not-xml", path = path, line = line, column = column, reason = reason);
    let mut failure = Failure::new(Exit::Input, message);
    if !malformed.words.trim().is_empty() {
        failure = failure.literal_detail(format!("{line} | {}", malformed.words));
    }
    failure.help(tr!(messages, "help-input-format"))
}

/// Reads a supplement.
fn read_supplement(path: &Path, messages: &Messages) -> Result<Supplement, Failure> {
    read_settings(path, messages, |text| {
        Supplement::from_toml(text).map_err(|error| (error.message().to_owned(), error.span()))
    })
}

/// Reads what a body believes of its regulation.
///
/// # Errors
/// The file cannot be read, or is no file of expectations.
pub fn read_expectations(path: &Path, messages: &Messages) -> Result<Expectations, Failure> {
    read_settings(path, messages, |text| Expectations::from_toml(text).map_err(|error| (error.message, error.span)))
}

/// Reads rules on what should be apart.
///
/// # Errors
/// The file cannot be read, or holds no such rules.
pub fn read_separation_rules(path: &Path, messages: &Messages) -> Result<SeparationRules, Failure> {
    read_settings(path, messages, SeparationRules::from_toml)
}

/// Reads a scenario.
///
/// # Errors
/// The file cannot be read, or is no scenario.
pub fn read_scenario(path: &Path, messages: &Messages) -> Result<ScenarioFile, Failure> {
    read_settings(path, messages, ScenarioFile::from_toml)
}

/// Why a file of settings cannot be understood, and where, if that is known.
type Misunderstood = (String, Option<Range<usize>>);

/// Reads a file of settings (TOML).
fn read_settings<T>(
    path: &Path,
    messages: &Messages,
    parse: impl FnOnce(&str) -> Result<T, Misunderstood>,
) -> Result<T, Failure> {
    let bytes = read_bytes(path, messages)?;
    let name = path.display().to_string();
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::new(Exit::Input, tr!(messages, "error-settings-not-utf8", path = name.as_str())))?;
    // An editor may have put a byte order mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    parse(text).map_err(|(reason, span)| {
        let failure = Failure::new(Exit::Input, tr!(messages, "error-settings", path = name.as_str(), reason = reason));
        match span {
            Some(span) => failure.excerpt(text, &name, span),
            None => failure,
        }
    })
}

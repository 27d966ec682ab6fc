//! Where the graph of a command comes from: a regulation file that is compiled on the spot, or a data set of the database.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::compile::{Compilation, compile};
use crate::graph::AuthorityGraph;
use crate::regulation::Diagnostic;
use crate::render::json::CoverageAnswer;
use crate::render::messages::tr;
use crate::store::{EmbeddedStore, GraphStore as _};

use super::arguments::{InputFormat, SourceArguments};
use super::database;
use super::exit::Exit;
use super::failure::Failure;
use super::input::{Reading, SupplementChoice, is_standard_input, read_regulation};
use super::session::Session;

/// Endings of file names that mark a regulation.
const REGULATION_ENDINGS: [&str; 5] = ["txt", "md", "xml", "html", "htm"];

/// A compiled regulation and what was odd about its text.
pub struct Compiled {
    /// The graph, what became of every sentence, and what could not be read for certain.
    pub compilation: Compilation,
    /// Noise of the text that was repaired.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiled {
    /// How much of the regulation was understood.
    pub fn coverage(&self) -> CoverageAnswer {
        CoverageAnswer::new(&self.compilation, &self.diagnostics)
    }
}

/// Reads and compiles a regulation.
///
/// # Errors
/// The file or its supplement cannot be read.
pub fn compile_file(path: &Path, reading: &Reading, session: &Session) -> Result<Compiled, Failure> {
    let regulation = read_regulation(path, reading, &session.messages)?;
    let compilation = compile(&regulation.document, &regulation.supplement);
    Ok(Compiled { compilation, diagnostics: regulation.diagnostics })
}

impl SourceArguments {
    /// The regulation file among the positional arguments of a command that takes nothing else.
    ///
    /// # Errors
    /// A file is given twice.
    pub fn with_file(&self, file: Option<&PathBuf>, session: &Session) -> Result<Self, Failure> {
        match file {
            Some(file) => self.with(file.clone(), session),
            None => Ok(self.clone()),
        }
    }

    /// Tells the regulation file from the names among the positional arguments: an existing file, or what ends like a
    /// regulation or begins like a path. If `--regulation` says which file to read, all of them are names.
    ///
    /// # Errors
    /// Two files are given.
    pub fn split<'n>(&self, names: &'n [String], session: &Session) -> Result<(Self, Vec<&'n str>), Failure> {
        let mut source = self.clone();
        let mut rest = Vec::new();
        for name in names {
            if self.regulation.is_none() && is_regulation(name) {
                source = source.with(PathBuf::from(name), session)?;
            } else {
                rest.push(name.as_str());
            }
        }
        Ok((source, rest))
    }

    /// The same with this regulation file.
    fn with(&self, file: PathBuf, session: &Session) -> Result<Self, Failure> {
        let messages = &session.messages;
        let other =
            self.regulation.as_ref().map(|other| tr!(messages, "two-sources-file", path = other.display().to_string()));
        let other = other.or_else(|| self.db.as_ref().map(|_| "--db".to_owned()));
        match other {
            None => Ok(Self { regulation: Some(file), ..self.clone() }),
            Some(other) => {
                let message = tr!(messages, "error-two-sources", path = file.display().to_string(), other = other);
                Err(Failure::new(Exit::Usage, message))
            }
        }
    }

    /// The graph that these arguments mean.
    ///
    /// # Errors
    /// The file or the data set cannot be read, or there is neither.
    pub fn graph(&self, session: &Session) -> Result<AuthorityGraph, Failure> {
        self.check(session)?;
        match &self.regulation {
            Some(file) => Ok(compile_file(file, &self.reading(), session)?.compilation.graph),
            None => {
                let (mut store, name) = self.data_set(session)?;
                store.snapshot(&name).map_err(|error| database::failure(&error, &session.messages))
            }
        }
    }

    /// The graph that these arguments mean, and how much of its regulation was understood: nothing for a data set that
    /// was loaded without saying so.
    ///
    /// # Errors
    /// The file or the data set cannot be read, or there is neither.
    pub fn graph_and_coverage(&self, session: &Session) -> Result<(AuthorityGraph, Option<CoverageAnswer>), Failure> {
        self.check(session)?;
        match &self.regulation {
            Some(file) => {
                let compiled = compile_file(file, &self.reading(), session)?;
                let coverage = compiled.coverage();
                Ok((compiled.compilation.graph, Some(coverage)))
            }
            None => {
                let (mut store, name) = self.data_set(session)?;
                let graph = store.snapshot(&name).map_err(|error| database::failure(&error, &session.messages))?;
                let report = store.report(&name).map_err(|error| database::failure(&error, &session.messages))?;
                Ok((graph, report.as_deref().and_then(CoverageAnswer::from_report)))
            }
        }
    }

    /// The database and the data set that these arguments mean.
    fn data_set(&self, session: &Session) -> Result<(EmbeddedStore, String), Failure> {
        let mut store = database::open(self.db.as_deref(), session)?;
        let name = database::data_set(&mut store, self.data_set.as_deref(), &session.messages)?;
        Ok((store, name))
    }

    /// Refuses options that belong to the other sort of source: they would be ignored in silence.
    ///
    /// # Errors
    /// A supplement or an input format for a data set, or a data set beside a file.
    pub fn check(&self, session: &Session) -> Result<(), Failure> {
        let messages = &session.messages;
        let message = if self.regulation.is_some() && self.data_set.is_some() {
            tr!(messages, "error-data-set-of-file")
        } else if self.regulation.is_none() && (self.supplement.is_some() || self.no_supplement) {
            tr!(messages, "error-supplement-of-data-set")
        } else if self.regulation.is_none() && self.input_format.is_some() {
            tr!(messages, "error-input-format-of-data-set")
        } else {
            return Ok(());
        };
        Err(Failure::new(Exit::Usage, message))
    }

    /// How to read the regulation.
    pub fn reading(&self) -> Reading {
        Reading {
            format: self.input_format.map(InputFormat::format),
            supplement: SupplementChoice::new(self.supplement.as_deref(), self.no_supplement),
        }
    }
}

/// Whether a positional argument is a regulation file rather than a name. Ids hold `/` too (`機構/事務局`), so a path has to
/// exist, to end like a regulation, or to begin like a path. A folder of the current folder may have the name of a unit.
fn is_regulation(argument: &str) -> bool {
    let path = Path::new(argument);
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_lowercase);
    let begins_like_a_path = ["/", "./", "../", "~/"].iter().any(|start| argument.starts_with(start));
    is_standard_input(path)
        || path.is_file()
        || ending.is_some_and(|ending| REGULATION_ENDINGS.contains(&ending.as_str()))
        || begins_like_a_path
        || (path.is_dir() && argument.contains(['/', '\\']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_names_are_told_apart() {
        for file in
            ["-", "a.txt", "規程.MD", "./規程", "../x", "/dev/null", "Cargo.toml", "src/graph", "missing/r.html"]
        {
            assert!(is_regulation(file), "{file}");
        }
        for name in ["総務課長", "機構/事務局/管理部", "機構/総務課#課長", "第17条の2", "src", "公印.", "missing"]
        {
            assert!(!is_regulation(name), "{name}");
        }
    }
}

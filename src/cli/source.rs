//! Where the graph of a command comes from: a regulation file that is compiled on the spot, or a data set of the database.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::compile::{Compilation, compile};
use crate::graph::AuthorityGraph;
use crate::regulation::Diagnostic;
use crate::render::json::CoverageAnswer;
use crate::render::messages::tr;
use crate::store::{EmbeddedStore, GraphStore as _, StoreError};

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

/// Reads and compiles the instruments of one body.
///
/// # Errors
/// A file or the supplement cannot be read.
pub fn compile_files(paths: &[PathBuf], reading: &Reading, session: &Session) -> Result<Compiled, Failure> {
    let regulation = read_regulation(paths, reading, &session.messages)?;
    let compilation = compile(&regulation.document, &regulation.supplement).with_diagnostics(&regulation.diagnostics);
    Ok(Compiled { compilation, diagnostics: regulation.diagnostics })
}

impl SourceArguments {
    /// The same with the regulation files among the positional arguments of a command that takes nothing else.
    ///
    /// # Errors
    /// A database is given too.
    pub fn with_files(&self, files: &[PathBuf], session: &Session) -> Result<Self, Failure> {
        let mut source = self.clone();
        source.regulation.extend_from_slice(files);
        match source.regulation.first().filter(|_| source.db.is_some()) {
            None => Ok(source),
            Some(file) => {
                let path = file.display().to_string();
                let message = tr!(session.messages, "error-two-sources", path = path);
                Err(Failure::new(Exit::Usage, message))
            }
        }
    }

    /// Tells the regulation files from the names among the positional arguments: an existing file, or what ends like a
    /// regulation or begins like a path. If `--regulation` says what to read, all of them are names.
    ///
    /// # Errors
    /// A file and a database are given.
    pub fn split<'n>(&self, names: &'n [String], session: &Session) -> Result<(Self, Vec<&'n str>), Failure> {
        let is_file = |name: &&String| self.regulation.is_empty() && is_regulation(name);
        let (files, rest): (Vec<&String>, Vec<&String>) = names.iter().partition(is_file);
        let files: Vec<PathBuf> = files.into_iter().map(PathBuf::from).collect();
        Ok((self.with_files(&files, session)?, rest.into_iter().map(String::as_str).collect()))
    }

    /// The graph that these arguments mean, without the matters of duties where leaving them out saves time: they are read
    /// from a database only for questions about them.
    ///
    /// # Errors
    /// The file or the data set cannot be read, or there is neither.
    pub fn graph(&self, session: &Session) -> Result<AuthorityGraph, Failure> {
        self.graph_by(session, EmbeddedStore::snapshot_without_matters)
    }

    /// The graph that these arguments mean, with everything.
    ///
    /// # Errors
    /// The file or the data set cannot be read, or there is neither; or the data set was loaded by a version that did not find
    /// matters: that nothing overlaps there would be no answer.
    pub fn whole_graph(&self, session: &Session) -> Result<AuthorityGraph, Failure> {
        self.require_matters(session)?;
        self.graph_by(session, EmbeddedStore::snapshot)
    }

    /// Makes sure that it is known what duties are about.
    ///
    /// # Errors
    /// There is no data set, or it was loaded by a version that did not find matters.
    pub fn require_matters(&self, session: &Session) -> Result<(), Failure> {
        if !self.regulation.is_empty() {
            return Ok(());
        }
        self.check(session)?;
        let (mut store, name) = self.data_set(session)?;
        let known = store.has_matters(&name).map_err(|error| database::failure(&error, &session.messages))?;
        if known {
            return Ok(());
        }
        Err(Failure::new(Exit::Database, tr!(session.messages, "error-no-matters"))
            .help(tr!(session.messages, "help-store-reload")))
    }

    fn graph_by(
        &self,
        session: &Session,
        read: impl FnOnce(&mut EmbeddedStore, &str) -> Result<AuthorityGraph, StoreError>,
    ) -> Result<AuthorityGraph, Failure> {
        self.check(session)?;
        match &self.regulation[..] {
            files @ [_, ..] => Ok(compile_files(files, &self.reading(), session)?.compilation.graph),
            [] => {
                let (mut store, name) = self.data_set(session)?;
                read(&mut store, &name).map_err(|error| database::failure(&error, &session.messages))
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
        match &self.regulation[..] {
            files @ [_, ..] => {
                let compiled = compile_files(files, &self.reading(), session)?;
                let coverage = compiled.coverage();
                Ok((compiled.compilation.graph, Some(coverage)))
            }
            [] => {
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
        let message = if !self.regulation.is_empty() && self.data_set.is_some() {
            tr!(messages, "error-data-set-of-file")
        } else if self.regulation.is_empty() && (self.supplement.is_some() || self.no_supplement) {
            tr!(messages, "error-supplement-of-data-set")
        } else if self.regulation.is_empty() && self.input_format.is_some() {
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

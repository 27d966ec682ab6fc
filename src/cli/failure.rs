//! Why a command stopped: what happened, what to do about it, and the exit code.

use std::io;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::exit::Exit;

/// A line below the message.
#[derive(Debug)]
pub enum Detail {
    /// Text, which may be broken into several lines.
    Text(String),
    /// Something to copy, which stays in one line.
    Literal(String),
}

/// A failure in the words of the chosen language.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    message: String,
    details: Vec<Detail>,
    excerpt: String,
    help: Vec<String>,
}

impl Failure {
    /// A failure that ends the program with this code and says this.
    pub fn new(exit: Exit, message: String) -> Self {
        Self { exit, message, details: Vec::new(), excerpt: String::new(), help: Vec::new() }
    }

    /// The reader of our output went away (`kengen … | head`): nothing went wrong and nothing is said.
    pub fn reader_left() -> Self {
        Self::new(Exit::Success, String::new())
    }

    /// A failure to write the standard output.
    pub fn of_output(error: &io::Error, message: String) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::reader_left() } else { Self::new(Exit::Output, message) }
    }

    /// Adds a line shown below the message: a candidate, a place.
    #[must_use]
    pub fn detail(mut self, line: String) -> Self {
        self.details.push(Detail::Text(line));
        self
    }

    /// Adds a line that is shown as it is, however long: something to copy.
    #[must_use]
    pub fn literal_detail(mut self, line: String) -> Self {
        self.details.push(Detail::Literal(line));
        self
    }

    /// Adds the lines of the source around a mistake, the place marked.
    #[must_use]
    pub fn excerpt(mut self, source: &str, path: &str, place: Range<usize>) -> Self {
        let start = place.start.min(source.len());
        let place = start..place.end.clamp(start, source.len());
        if source.is_char_boundary(place.start) && source.is_char_boundary(place.end) {
            let snippet = Snippet::source(source).path(path).annotation(AnnotationKind::Primary.span(place));
            self.excerpt = Renderer::plain().render(&[Group::with_level(Level::ERROR).element(snippet)]);
        }
        self
    }

    /// Adds what the user can do.
    #[must_use]
    pub fn help(mut self, line: String) -> Self {
        self.help.push(line);
        self
    }

    /// The exit code.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// What happened; empty if there is nothing to say.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The lines below the message.
    pub fn details(&self) -> &[Detail] {
        &self.details
    }

    /// The lines of the source around a mistake; empty if there is nothing to show.
    pub fn source_excerpt(&self) -> &str {
        &self.excerpt
    }

    /// What the user can do.
    pub fn helps(&self) -> &[String] {
        &self.help
    }
}

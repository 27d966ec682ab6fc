//! One run of the program: its language, its form of output, and the streams it writes to.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use crate::render::json::FilesAnswer;
use crate::render::messages::{Messages, tr};
use crate::render::text::wrap::{LINE_WIDTH, hang};

use super::arguments::Format;
use super::exit::Exit;
use super::failure::{Detail, Failure};
use super::output_file::{reason, write_file};

/// What the program takes from its surroundings; read once, in [`Environment::of_process`].
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// The locale that messages follow: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty.
    pub locale: String,
    /// The database file of KENGEN_DB.
    pub database: Option<PathBuf>,
    /// Whether somebody watches: progress is shown only on a terminal.
    pub progress: bool,
}

impl Environment {
    /// The surroundings of this process.
    pub fn of_process() -> Self {
        let variable = |name: &str| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable).unwrap_or_default();
        Self {
            locale: locale.to_string_lossy().into_owned(),
            database: variable("KENGEN_DB").map(PathBuf::from),
            progress: std::io::IsTerminal::is_terminal(&std::io::stderr()),
        }
    }
}

/// An answer as JSON.
pub fn json<T: Serialize>(answer: &T) -> String {
    let mut text = serde_json::to_string_pretty(answer).expect("answers have string keys only");
    text.push('\n');
    text
}

/// One run of the program.
pub struct Session<'a> {
    /// The words of the chosen language.
    pub messages: Messages,
    /// The form of the answer.
    pub format: Format,
    /// What the program takes from its surroundings.
    pub environment: &'a Environment,
    /// The standard output.
    pub stdout: &'a mut dyn Write,
    /// The standard error.
    pub stderr: &'a mut dyn Write,
}

impl Session<'_> {
    /// Gives the answer: as JSON, or as the text that `render` makes of it.
    ///
    /// # Errors
    /// The standard output cannot be written.
    pub fn answer<T: Serialize>(
        &mut self,
        answer: &T,
        render: impl FnOnce(&T, &Messages) -> String,
    ) -> Result<(), Failure> {
        let text = match self.format {
            Format::Json => json(answer),
            _ => render(answer, &self.messages),
        };
        self.print(&text)
    }

    /// Gives an answer that is ready: into the file that was asked for, or on the standard output.
    ///
    /// # Errors
    /// The file or the standard output cannot be written.
    pub fn deliver(&mut self, text: &str, output: Option<&Path>) -> Result<(), Failure> {
        let Some(output) = output else { return self.print(text) };
        // A file is read without a terminal: no emphasis.
        let text = anstream::adapter::strip_str(text).to_string();
        self.deliver_file(text.as_bytes(), Some(output))
    }

    /// Writes an answer that is no text into the file that was asked for.
    ///
    /// # Errors
    /// No file was asked for, or it cannot be written.
    pub fn deliver_file(&mut self, bytes: &[u8], output: Option<&Path>) -> Result<(), Failure> {
        let Some(output) = output else {
            return Err(Failure::new(Exit::Usage, tr!(self.messages, "error-needs-file"))
                .help(tr!(self.messages, "help-needs-file")));
        };
        write_file(output, bytes, &self.messages)?;
        self.note(&tr!(self.messages, "note-written", path = output.display().to_string()));
        Ok(())
    }

    /// Says which files were written: as JSON, if that is asked for, else in words. `--format` may name the form of the files.
    ///
    /// # Errors
    /// The standard output cannot be written.
    pub fn answer_files(&mut self, answer: &FilesAnswer) -> Result<(), Failure> {
        if self.format == Format::Json {
            return self.print(&json(answer));
        }
        let line = |file: &String| tr!(self.messages, "files-written", path = file.as_str()) + "\n";
        let text: String = answer.files.iter().map(line).collect();
        self.print(&text)
    }

    /// The failure of a command that does not answer in the form that was asked for, but in these.
    pub fn no_such_form(&self, forms: &[Format]) -> Failure {
        let messages = &self.messages;
        let names: Vec<String> = forms.iter().map(|form| form.name()).collect();
        let names = names.join(&tr!(messages, "list-separator"));
        Failure::new(Exit::Usage, tr!(messages, "error-no-form", form = self.format.name())).help(tr!(
            messages,
            "help-forms",
            names = names
        ))
    }

    /// Writes to the standard output.
    ///
    /// # Errors
    /// It cannot be written. A closed pipe is no error: the failure then says nothing.
    pub fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.stdout.write_all(text.as_bytes()).and_then(|()| self.stdout.flush()).map_err(|error| {
            Failure::of_output(&error, tr!(self.messages, "error-stdout", reason = reason(&error, &self.messages)))
        })
    }

    /// Says something beside the answer, on the standard error. A closed standard error is no reason to stop.
    pub fn note(&mut self, text: &str) {
        let label = tr!(self.messages, "label-note");
        let style = Style::new().fg_color(Some(AnsiColor::Cyan.into())).bold();
        self.complain(style, &label, text);
    }

    /// Shows the help of a program that was started without saying what to do.
    pub fn note_help(&mut self, help: &str) {
        let _ = self.stderr.write_all(help.as_bytes());
    }

    /// Says why the program stops and gives its exit code.
    pub fn fail(&mut self, failure: &Failure) -> Exit {
        if failure.message().is_empty() {
            return failure.exit();
        }
        let style = Style::new().fg_color(Some(AnsiColor::Red.into())).bold();
        let label = tr!(self.messages, "label-error");
        self.complain(style, &label, failure.message());
        if !failure.source_excerpt().is_empty() {
            let _ = self.stderr.write_all(format!("{}\n", failure.source_excerpt()).as_bytes());
        }
        for detail in failure.details() {
            let line = match detail {
                Detail::Text(text) => hang("  ", text, LINE_WIDTH),
                Detail::Literal(line) => format!("{line}\n"),
            };
            let _ = self.stderr.write_all(line.as_bytes());
        }
        let label = tr!(self.messages, "label-help");
        let style = Style::new().fg_color(Some(AnsiColor::Green.into())).bold();
        for help in failure.helps() {
            self.complain(style, &label, help);
        }
        failure.exit()
    }

    /// A labelled message on the standard error.
    fn complain(&mut self, style: Style, label: &str, text: &str) {
        let lines = hang(&format!("{label}: "), text, LINE_WIDTH);
        let rest = lines.strip_prefix(label).unwrap_or(&lines);
        let _ = self.stderr.write_all(format!("{style}{label}{style:#}{rest}").as_bytes());
    }
}

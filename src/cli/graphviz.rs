//! Graphviz, which paints what `render::dot` draws. It is a program of its own and need not be installed.

use std::io::{self, Write as _};
use std::process::{Command, Output, Stdio};

use crate::render::messages::{Messages, tr};

use super::exit::Exit;
use super::failure::Failure;
use super::output_file::reason;

/// The program of Graphviz that paints.
const PROGRAM: &str = "dot";

/// Dots per inch of a PNG: enough to read an A4 sheet on a screen.
const PNG_RESOLUTION: &str = "-Gdpi=144";

/// A form of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// Portable Document Format.
    Pdf,
}

impl Picture {
    /// What the program has to be told.
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Picture::Svg => &["-Tsvg"],
            Picture::Png => &["-Tpng", PNG_RESOLUTION],
            Picture::Pdf => &["-Tpdf"],
        }
    }
}

/// Makes sure that Graphviz is there.
///
/// # Errors
/// It is not.
pub fn require(messages: &Messages) -> Result<(), Failure> {
    let version = Command::new(PROGRAM).arg("-V").stdin(Stdio::null()).output();
    version.map(|_| ()).map_err(|error| missing(&error, messages))
}

/// Paints a drawing.
///
/// # Errors
/// Graphviz is not installed, or cannot paint the drawing.
pub fn paint(dot: &str, picture: Picture, messages: &Messages) -> Result<Vec<u8>, Failure> {
    let output = run(dot, picture).map_err(|error| missing(&error, messages))?;
    if output.status.success() && !output.stdout.is_empty() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("-");
    Err(Failure::new(Exit::Output, tr!(messages, "error-graphviz", reason = said)))
}

/// Runs the program on a drawing.
fn run(dot: &str, picture: Picture) -> io::Result<Output> {
    let mut child = Command::new(PROGRAM)
        .args(picture.arguments())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let stdin = child.stdin.take();
    std::thread::scope(|scope| {
        // Written beside the reading below: a large picture would fill one pipe while we still fill the other. If the
        // program stops reading, what it says on its standard error tells why.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(dot.as_bytes())));
        child.wait_with_output()
    })
}

/// The failure for a program that cannot be started.
fn missing(error: &io::Error, messages: &Messages) -> Failure {
    let message = match error.kind() {
        io::ErrorKind::NotFound => tr!(messages, "error-graphviz-missing", program = PROGRAM),
        _ => tr!(messages, "error-graphviz-start", program = PROGRAM, reason = reason(error, messages)),
    };
    Failure::new(Exit::MissingProgram, message).help(tr!(messages, "help-graphviz"))
}

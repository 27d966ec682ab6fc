//! The exit codes of the program, in one place: the help text, the README and the tests are checked against this list.

/// How a run of the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exit {
    /// The answer was given.
    Success,
    /// `check` found something at or above the level that `--fail-on` asks for.
    Findings,
    /// The command line makes no sense.
    Usage,
    /// A regulation, supplement or other input cannot be read, or there is none.
    Input,
    /// The database cannot be opened, read or written.
    Database,
    /// A name means nothing, or more than one thing.
    Name,
    /// An output file or the standard output cannot be written.
    Output,
    /// A program that the task needs is not installed (Graphviz).
    MissingProgram,
}

impl Exit {
    /// All codes, in ascending order.
    pub const ALL: [Exit; 8] = [
        Exit::Success,
        Exit::Findings,
        Exit::Usage,
        Exit::Input,
        Exit::Database,
        Exit::Name,
        Exit::Output,
        Exit::MissingProgram,
    ];

    /// The number that the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::Success => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Input => 3,
            Exit::Database => 4,
            Exit::Name => 5,
            Exit::Output => 6,
            Exit::MissingProgram => 7,
        }
    }

    /// The kebab-case name, as in the documentation and in the keys of the messages.
    pub fn name(self) -> &'static str {
        match self {
            Exit::Success => "success",
            Exit::Findings => "findings",
            Exit::Usage => "usage",
            Exit::Input => "input",
            Exit::Database => "database",
            Exit::Name => "name",
            Exit::Output => "output",
            Exit::MissingProgram => "missing-program",
        }
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

//! Puts the words of the chosen language into the command line's definition: descriptions, headings, usage lines.
//!
//! Keys: `help-about` and `help-usage` for the program; `help-COMMAND`, `usage-COMMAND` and, where there is more to say,
//! `more-COMMAND` for a command (`data-sets-list` for one inside another); `argument-COMMAND-ID` or, if several commands
//! share the argument, `argument-ID`; `value-NAME` for the placeholder of a value.

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use crate::render::messages::{Messages, tr};
use crate::render::text::wrap::{LINE_WIDTH, hang, width, wrap};

use super::arguments::Arguments;
use super::exit::Exit;

/// Position of the options that all commands have in the list of options: after those of the command.
const SHARED_OPTIONS_ORDER: usize = 900;

/// The command line's definition in the language of the messages.
pub fn command(messages: &Messages) -> Command {
    let about = messages.text("help-about");
    let definition = Arguments::command();
    let shared = column(definition.get_arguments().filter(|argument| argument.is_global_set()), messages);
    let widest = widest_column(&definition, messages);
    let command = localise(definition, "", Columns { shared, widest }, messages)
        .about(wrap(&about, LINE_WIDTH).join("\n"))
        .override_usage(messages.text("help-usage"))
        .after_help(after_help(messages));
    with_flags(command, messages)
}

/// The keys of everything that [`command`] takes from the messages, for the test that both languages have them.
#[cfg(test)]
pub(super) fn keys() -> Vec<Vec<String>> {
    let mut keys = vec![vec!["help-about".to_owned()], vec!["help-usage".to_owned()]];
    collect_keys(&Arguments::command(), "", &mut keys);
    keys.extend(Exit::ALL.map(|exit| vec![format!("exit-{}", exit.name())]));
    keys
}

/// The keys of the commands below `command`; of each list one has to exist.
#[cfg(test)]
fn collect_keys(command: &Command, path: &str, keys: &mut Vec<Vec<String>>) {
    for argument in command.get_arguments() {
        keys.push(argument_keys(path, argument.get_id().as_str()).to_vec());
        if let Some(names) = argument.get_value_names().filter(|_| argument.get_action().takes_values()) {
            keys.extend(names.iter().map(|name| vec![format!("value-{}", name.to_lowercase())]));
        }
    }
    for child in command.get_subcommands() {
        let name = join(path, child.get_name());
        keys.push(vec![format!("help-{name}"), format!("more-{name}")]);
        keys.push(vec![format!("usage-{name}")]);
        collect_keys(child, &name, keys);
    }
}

/// Where the descriptions of options start.
#[derive(Clone, Copy)]
struct Columns {
    /// At the earliest: behind the options that all commands have.
    shared: usize,
    /// At the latest: behind the longest option of any command.
    widest: usize,
}

/// The latest column where the descriptions of a command's or its commands' options start.
fn widest_column(command: &Command, messages: &Messages) -> usize {
    let own = column(command.get_arguments().filter(|argument| !argument.is_positional()), messages);
    command.get_subcommands().map(|child| widest_column(child, messages)).fold(own, usize::max)
}

/// A command, its arguments and the commands below it in the language of the messages.
///
fn localise(command: Command, path: &str, columns: Columns, messages: &Messages) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{{before-help}}{}\n  {{usage}}\n\n{{all-args}}{{after-help}}",
        tr!(messages, "heading-usage")
    );
    let children: Vec<String> = command.get_subcommands().map(|child| child.get_name().to_owned()).collect();
    let options =
        column(command.get_arguments().filter(|argument| !argument.is_positional()), messages).max(columns.shared);
    let positionals = column(command.get_arguments().filter(|argument| argument.is_positional()), messages);
    let mut position = 0;
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(tr!(messages, "heading-commands"))
        .subcommand_value_name(tr!(messages, "value-command"))
        .term_width(0)
        .mut_args(|argument| {
            // Without a position of its own clap would sort what stands without a dash by name.
            position += 1;
            let argument = if argument.is_positional() { argument.display_order(position) } else { argument };
            let indent = match (argument.is_positional(), argument.is_global_set()) {
                (true, _) => positionals,
                // clap hands these on to every command as they are: they have to fit beside the longest option of all.
                (false, true) => columns.widest,
                (false, false) => options,
            };
            localise_argument(argument, path, indent, messages)
        });
    for child in children {
        let name = join(path, &child);
        command = command.mut_subcommand(&child, |inner| {
            let about = messages.text(&format!("help-{name}"));
            let usage = messages.text(&format!("usage-{name}"));
            let inner = localise(inner, &name, columns, messages).about(about).override_usage(usage);
            let more = format!("more-{name}");
            if messages.has(&more) {
                inner.before_help(wrap(&messages.text(&more), LINE_WIDTH).join("\n"))
            } else {
                inner
            }
        });
        command = command.mut_subcommand(&child, |inner| with_flags(inner, messages));
    }
    command
}

/// `-h` and `--version`, of which clap speaks English only.
fn with_flags(command: Command, messages: &Messages) -> Command {
    let heading = tr!(messages, "heading-options");
    let is_root = command.get_name() == "kengen";
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::HelpShort)
        .display_order(SHARED_OPTIONS_ORDER + 1)
        .help_heading(heading.clone())
        .help(tr!(messages, "argument-help"));
    let command = command.arg(help);
    if !is_root {
        return command;
    }
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .display_order(SHARED_OPTIONS_ORDER + 1)
        .help_heading(heading)
        .help(tr!(messages, "argument-version"));
    command.arg(version)
}

/// The keys under which an argument's description may stand, the more special first.
fn argument_keys(path: &str, id: &str) -> [String; 2] {
    let id = id.replace('_', "-");
    [format!("argument-{path}-{id}"), format!("argument-{id}")]
}

/// The column where clap starts the descriptions of a list of arguments: two after the longest at the latest.
fn column<'a>(arguments: impl Iterator<Item = &'a Arg>, messages: &Messages) -> usize {
    let needed = |argument: &Arg| {
        let name = argument.get_long().map_or(0, |long| "-x, --".len() + width(long));
        let values = value_names(argument, messages);
        2 + name + values.iter().map(|value| " <>".len() + width(value)).sum::<usize>() + "...".len() + 2
    };
    arguments.map(needed).max().unwrap_or(0)
}

/// The placeholders of an argument's values in the language of the messages; none for a flag.
fn value_names(argument: &Arg, messages: &Messages) -> Vec<String> {
    let names = argument.get_value_names().filter(|_| argument.get_action().takes_values()).unwrap_or_default();
    names.iter().map(|name| messages.text(&format!("value-{}", name.to_lowercase()))).collect()
}

/// An argument with description, heading and placeholder in the language of the messages, the description starting in
/// column `indent`.
fn localise_argument(argument: Arg, path: &str, indent: usize, messages: &Messages) -> Arg {
    let keys = argument_keys(path, argument.get_id().as_str());
    let key = keys.iter().find(|key| messages.has(key)).unwrap_or(&keys[1]);
    let mut help = messages.text(key);
    let takes_values = argument.get_action().takes_values();
    let values: Vec<String> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if takes_values && !values.is_empty() {
        help.push_str(&tr!(messages, "help-values", values = values.join(", ")));
    }
    if let ([default], true) = (argument.get_default_values(), takes_values) {
        help.push_str(&tr!(messages, "help-default", value = default.to_string_lossy()));
    }
    let heading =
        if argument.is_positional() { tr!(messages, "heading-arguments") } else { tr!(messages, "heading-options") };
    let names = value_names(&argument, messages);
    let argument = if names.is_empty() { argument } else { argument.value_names(names) };
    let argument = if argument.is_global_set() { argument.display_order(SHARED_OPTIONS_ORDER) } else { argument };
    let argument = argument.help(wrap(&help, LINE_WIDTH.saturating_sub(indent)).join("\n")).help_heading(heading);
    if takes_values { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}

/// What stands below the program's help: the exit codes and where to read on.
fn after_help(messages: &Messages) -> String {
    let mut text = format!("{}\n", tr!(messages, "heading-exit-codes"));
    for exit in Exit::ALL {
        text.push_str(&hang(
            &format!("  {}  ", exit.code()),
            &messages.text(&format!("exit-{}", exit.name())),
            LINE_WIDTH,
        ));
    }
    text.push('\n');
    for line in wrap(&messages.text("help-after"), LINE_WIDTH) {
        text.push_str(&line);
        text.push('\n');
    }
    text.trim_end().to_owned()
}

/// The name of a command inside another.
fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}-{name}") }
}

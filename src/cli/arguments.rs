//! The command line's definition: what feeds parsing, help and completions. Each command's own arguments stand in its file.
//!
//! No help text stands here: it comes from the message files (`help-…`), put in by [`super::help`].

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::commands;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "kengen",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Arguments {
    /// Language of answers and help; taken from the locale if absent.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LanguageArgument>,
    /// Form of the answer.
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The languages as values of `--lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LanguageArgument {
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// The forms of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// A page to read in a browser; not every command has one.
    Html,
    /// SARIF 2.1.0, for editors and review tools; findings only.
    Sarif,
    /// The graph for yEd and Gephi.
    Graphml,
    /// The graph as RDF.
    Turtle,
    /// The graph as RDF in JSON.
    Jsonld,
    /// A flowchart for wikis.
    Mermaid,
    /// Tables as comma-separated values.
    Csv,
    /// Tables as a workbook.
    Xlsx,
    /// Tables as a Word document.
    Docx,
}

impl Format {
    /// The form as it is written on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// The formats of a regulation as values of `--input-format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// Law XML.
    Xml,
    /// A page.
    Html,
}

impl InputFormat {
    /// The format as the reader knows it.
    pub fn format(self) -> crate::regulation::Format {
        match self {
            Self::Text => crate::regulation::Format::Text,
            Self::Markdown => crate::regulation::Format::Markdown,
            Self::Xml => crate::regulation::Format::LawXml,
            Self::Html => crate::regulation::Format::Html,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Regulation → graph.
    Compile(commands::compile::CompileArguments),
    /// Regulation → database.
    Load(commands::load::LoadArguments),
    /// What was understood.
    Coverage(commands::coverage::CoverageArguments),
    /// Who commands whom.
    Chain(commands::chain::ChainArguments),
    /// Who is under a post.
    Span(commands::span::SpanArguments),
    /// Who acts.
    Acting(commands::acting::ActingArguments),
    /// What each single absence would come to.
    Drill(commands::drill::DrillArguments),
    /// Which absences leave what unattended.
    Resilience(commands::resilience::ResilienceArguments),
    /// Why a relation does not hold.
    WhyNot(commands::why_not::WhyNotArguments),
    /// What should be apart and is not.
    Conflicts(commands::conflicts::ConflictsArguments),
    /// Who is responsible.
    Owner(commands::owner::OwnerArguments),
    /// What is left to whom.
    Ledger(commands::ledger::LedgerArguments),
    /// What several units own.
    Overlaps(commands::overlaps::OverlapsArguments),
    /// Who plans, develops, maintains and operates what.
    Matrix(commands::matrix::MatrixArguments),
    /// Everything about one node.
    Show(commands::show::ShowArguments),
    /// Findings.
    Check(commands::check::CheckArguments),
    /// Whether the regulation says what its body believes.
    Verify(commands::verify::VerifyArguments),
    /// What a finding means.
    Explain(commands::explain::ExplainArguments),
    /// How a clause was read.
    ExplainClause(commands::explain_clause::ExplainClauseArguments),
    /// Diagrams.
    Diagram(commands::diagram::DiagramArguments),
    /// One page about a regulation.
    Report(commands::report::ReportArguments),
    /// Tables and formats for other programs.
    Export(commands::export::ExportArguments),
    /// The query library and ad-hoc Cypher.
    Query(commands::query::QueryArguments),
    /// The database's data sets.
    DataSets(commands::data_sets::DataSetsArguments),
    /// Shell completions.
    Completions(commands::completions::CompletionsArguments),
}

impl Command {
    /// The forms in which this command answers. What none has is refused before anything is read.
    pub fn forms(&self) -> &'static [Format] {
        match self {
            Self::Coverage(_) | Self::Report(_) => &[Format::Text, Format::Json, Format::Html],
            Self::Check(_) => &[Format::Text, Format::Json, Format::Html, Format::Sarif, Format::Xlsx],
            Self::Export(_) => commands::export::FORMS,
            _ => &[Format::Text, Format::Json],
        }
    }
}

/// Where the graph comes from: a regulation file or a data set of the database.
#[derive(Debug, Clone, Default, Args)]
pub struct SourceArguments {
    /// A regulation file; `-` is the standard input. Given again: another instrument of the same body.
    #[arg(short, long, value_name = "FILE")]
    pub regulation: Vec<PathBuf>,
    /// The format of the regulation, if not the one that its content shows.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub input_format: Option<InputFormat>,
    /// The settings of the body, if not `supplement.toml` beside the regulation.
    #[arg(long, value_name = "FILE", conflicts_with = "no_supplement")]
    pub supplement: Option<PathBuf>,
    /// Read no supplement.
    #[arg(long)]
    pub no_supplement: bool,
    /// The database file.
    #[arg(long, value_name = "FILE", conflicts_with = "regulation")]
    pub db: Option<PathBuf>,
    /// The data set in the database.
    #[arg(long, value_name = "NAME")]
    pub data_set: Option<String>,
}

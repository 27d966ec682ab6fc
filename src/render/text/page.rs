//! A page of text being written: headings, indented lines, citations.

use std::cell::OnceCell;

use anstyle::{AnsiColor, Style};
use rustc_hash::FxHashMap;

use crate::graph::{AuthorityGraph, Edge, Establishment, Label, Node, NodeData, NodeId, Provenance, Relation, Status};
use crate::render::messages::{Messages, tr};

use super::words;
use super::wrap::{LINE_WIDTH, cut, hang, pad, width, wrap};

/// Columns up to which quoted words are shown; the rest can be read with `kengen show CLAUSE`.
const QUOTE_WIDTH: usize = 72;

/// Columns that a field's label takes.
const LABEL_WIDTH: usize = 12;

/// Columns that a long label takes.
const WIDE_LABEL_WIDTH: usize = 28;

/// A page being written about a graph.
pub struct Page<'a> {
    /// Names and clauses come from here.
    pub graph: &'a AuthorityGraph,
    /// The words of the chosen language.
    pub messages: &'a Messages,
    text: String,
    /// How many nodes share each name, counted when the first name is asked for.
    shared: OnceCell<FxHashMap<(Label, &'a str), usize>>,
}

/// What stands before a line of reasoning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// ✓
    Yes,
    /// ✗
    No,
    /// !
    Caution,
}

impl Sign {
    /// The character and its colour.
    fn parts(self) -> (&'static str, Style) {
        let (character, colour) = match self {
            Sign::Yes => ("✓", AnsiColor::Green),
            Sign::No => ("✗", AnsiColor::Red),
            Sign::Caution => ("!", AnsiColor::Yellow),
        };
        (character, Style::new().fg_color(Some(colour.into())).bold())
    }
}

impl<'a> Page<'a> {
    /// An empty page.
    pub fn new(graph: &'a AuthorityGraph, messages: &'a Messages) -> Self {
        Self { graph, messages, text: String::new(), shared: OnceCell::new() }
    }

    /// The finished page.
    pub fn finish(self) -> String {
        self.text
    }

    /// A heading, after an empty line unless it is the first.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        self.strong(0, text);
    }

    /// An empty line, unless the page is empty or ends in one.
    pub fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// An emphasised line.
    pub fn strong(&mut self, indent: usize, text: &str) {
        let style = Style::new().bold();
        for line in hang(&" ".repeat(indent), text, LINE_WIDTH).lines() {
            self.text.push_str(&format!("{style}{line}{style:#}\n"));
        }
    }

    /// A line, and its continuation under it.
    pub fn line(&mut self, indent: usize, text: &str) {
        self.after("", indent, text);
    }

    /// A line after a bullet or any other lead, its continuation indented to where the text starts.
    pub fn after(&mut self, lead: &str, indent: usize, text: &str) {
        self.text.push_str(&hang(&format!("{}{lead}", " ".repeat(indent)), text, LINE_WIDTH));
    }

    /// A line that goes on behind the same lead on every line: a rail, a quotation mark.
    pub fn rail(&mut self, lead: &str, text: &str) {
        for line in wrap(text, LINE_WIDTH - width(lead)) {
            self.text.push_str(format!("{lead}{line}").trim_end());
            self.text.push('\n');
        }
    }

    /// A line of a list.
    pub fn item(&mut self, indent: usize, text: &str) {
        self.after("- ", indent, text);
    }

    /// A line of reasoning.
    pub fn signed(&mut self, indent: usize, sign: Sign, text: &str) {
        let (character, style) = sign.parts();
        let lines = hang(&format!("{}{character} ", " ".repeat(indent)), text, LINE_WIDTH);
        self.text.push_str(&lines.replacen(character, &format!("{style}{character}{style:#}"), 1));
    }

    /// A labelled value; nothing if the value is empty.
    pub fn field(&mut self, indent: usize, label: &str, text: &str) {
        self.field_of_width(LABEL_WIDTH, indent, label, text);
    }

    /// A labelled value with room for a long label; nothing if the value is empty.
    pub fn wide_field(&mut self, indent: usize, label: &str, text: &str) {
        self.field_of_width(WIDE_LABEL_WIDTH, indent, label, text);
    }

    fn field_of_width(&mut self, label_width: usize, indent: usize, label: &str, text: &str) {
        if !text.is_empty() {
            let label = if width(label) < label_width { pad(label, label_width) } else { format!("{label} ") };
            self.after(&label, indent, text);
        }
    }

    /// Text that is laid out already (a table).
    pub fn verbatim(&mut self, indent: usize, text: &str) {
        for line in text.lines() {
            self.text.push_str(format!("{}{line}", " ".repeat(indent)).trim_end());
            self.text.push('\n');
        }
    }

    /// What people call a node, with as much of its path as tells it from others.
    pub fn name(&self, id: &NodeId) -> String {
        let Some(node) = self.graph.node(id) else { return id.to_string() };
        let counts = self.shared.get_or_init(|| {
            let mut counts: FxHashMap<(Label, &str), usize> = FxHashMap::default();
            for node in self.graph.nodes() {
                *counts.entry((node.label(), node.name())).or_default() += 1;
            }
            counts
        });
        self.graph.name_with_path(node, || counts.get(&(node.label(), node.name())).is_some_and(|count| *count > 1))
    }

    /// The name of a post or unit with what has to be known about it: whether it need not exist, or is created elsewhere.
    pub fn described(&self, id: &NodeId) -> String {
        let name = self.name(id);
        match self.graph.node(id).map(remark) {
            Some(Some(Remark::Optional)) => tr!(self.messages, "post-optional", name = name),
            Some(Some(Remark::OneOfSeveral)) => tr!(self.messages, "post-one-of-several", name = name),
            Some(Some(Remark::Elsewhere)) => tr!(self.messages, "created-elsewhere", name = name),
            Some(Some(Remark::Unknown)) => tr!(self.messages, "created-nowhere", name = name),
            Some(None) | None => name,
        }
    }

    /// The names of nodes in a list: A、B及びC.
    pub fn names_and(&self, ids: &[NodeId]) -> String {
        words::and(self.messages, &ids.iter().map(|id| self.name(id)).collect::<Vec<_>>())
    }

    /// The names of nodes as a choice: A、B又はC.
    pub fn names_or(&self, ids: &[NodeId]) -> String {
        words::or(self.messages, &ids.iter().map(|id| self.name(id)).collect::<Vec<_>>())
    }

    /// The clauses and the words that something rests on: 第10条第2項「部長を補佐し」.
    pub fn cite(&self, provenance: &Provenance) -> String {
        let mut cited = String::new();
        for clause in provenance.clauses() {
            if !cited.is_empty() {
                cited.push_str(&tr!(self.messages, "list-separator"));
            }
            cited.push_str(&self.citation(&clause));
            let quoted: Vec<&str> = provenance
                .iter()
                .filter(|evidence| evidence.clause == clause)
                .map(|evidence| &*evidence.words)
                .collect();
            // Words that stand inside other words quoted from the same clause are read there.
            let inside = |words: &str| quoted.iter().any(|other| other.len() > words.len() && other.contains(words));
            for words in quoted.iter().filter(|words| !inside(words)) {
                let words: String = words.split_whitespace().collect();
                cited.push_str(&format!("「{}」", cut(&words, QUOTE_WIDTH)));
            }
        }
        cited
    }

    /// The clauses alone: 第10条第2項、第8条第2項.
    pub fn clauses(&self, provenance: &Provenance) -> String {
        let citations: Vec<String> = provenance.clauses().iter().map(|clause| self.citation(clause)).collect();
        citations.join(&tr!(self.messages, "list-separator"))
    }

    /// The first clauses alone, and a sign that there are more: 第10条第2項、第8条第2項 ….
    pub fn some_clauses(&self, provenance: &Provenance, most: usize) -> String {
        let clauses = provenance.clauses();
        let shown: Vec<String> = clauses.iter().take(most).map(|clause| self.citation(clause)).collect();
        let shown = shown.join(&tr!(self.messages, "list-separator"));
        if clauses.len() > most { format!("{shown} …") } else { shown }
    }

    /// The clauses and words of an edge and, if it is derived, the rule that concluded it.
    pub fn cite_edge(&self, edge: &Edge) -> String {
        let cited = self.cite(&edge.provenance);
        match self.derivation(edge) {
            None => cited,
            Some(derivation) => tr!(self.messages, "basis-derived", cited = cited, derivation = derivation),
        }
    }

    /// The units for which alone an exclusion holds, in words; nothing where it holds wherever the duty does.
    pub fn cases(&self, edge: &Edge) -> Option<String> {
        match &edge.data.relation {
            Relation::DutyExcludedBy { cases, .. } if !cases.is_empty() => {
                Some(tr!(self.messages, "only-in-cases", units = self.names_and(cases)))
            }
            _ => None,
        }
    }

    /// One end of an edge with the units for which alone the edge holds.
    pub fn end(&self, name: String, edge: &Edge) -> String {
        match self.cases(edge) {
            None => name,
            Some(cases) => tr!(self.messages, "name-with-cases", name = name, cases = cases),
        }
    }

    /// The rule that concluded an edge, in words; nothing for what the words say.
    pub fn derivation(&self, edge: &Edge) -> Option<String> {
        let rule = edge.data.basis.rule()?;
        Some(tr!(self.messages, "derived", rule = words::rule(self.messages, rule)))
    }

    /// How a clause is cited.
    pub fn citation(&self, clause: &NodeId) -> String {
        self.graph.node(clause).map_or_else(|| clause.to_string(), |node| node.name().to_owned())
    }

    /// The units above a node and its own name, from the top: 機構 > 事務局 > 管理部.
    pub fn path(&self, id: &NodeId) -> String {
        let above = self.graph.enclosing_units(id).into_iter().rev();
        let names: Vec<&str> = above.chain([id]).map(|id| self.graph.node(id).map_or(id.as_str(), own_name)).collect();
        names.join(" > ")
    }
}

/// What has to be known about a unit or post beside its name.
enum Remark {
    Optional,
    OneOfSeveral,
    Elsewhere,
    Unknown,
}

/// The remark on a node, if there is one.
fn remark(node: &Node) -> Option<Remark> {
    let (status, optional, one_of_several) = match &node.data {
        NodeData::Unit(unit) => (unit.status, unit.optional, false),
        NodeData::Post(post) => {
            (post.status, post.establishment == Establishment::Optional, !post.alternatives.is_empty())
        }
        _ => return None,
    };
    match status {
        Status::Unknown => Some(Remark::Unknown),
        Status::Elsewhere => Some(Remark::Elsewhere),
        Status::Established if optional => Some(Remark::Optional),
        Status::Established if one_of_several => Some(Remark::OneOfSeveral),
        Status::Established => None,
    }
}

/// The name of a node without the units above it: for a duty the end of its id, 総務課(12).
fn own_name(node: &Node) -> &str {
    match node.as_duty() {
        Some(_) => node.id.as_str().rsplit('/').next().unwrap_or_default(),
        None => node.name(),
    }
}

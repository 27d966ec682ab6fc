//! A scenario over the org chart: at each unit the posts that are absent, behind each who acts for it, or that nobody does.

use std::collections::{BTreeMap, BTreeSet};

use super::bracket::BracketBox;
use super::canvas::Marks;
use super::frame::{Footer, Heading, LegendEntry, Sample};
use super::linker::Linker;
use super::org_chart::{OrgOptions, left_out, selected, subtitle};
use super::organisation::{Organisation, articles};
use super::post_look::PostLook;
use super::selection::Selection;
use super::trees::{Trees, remarks};
use super::unit_look::{UnitLook, UsedLooks, drawn_name};
use super::words::fill;
use super::{DiagramError, Sheet};
use crate::analysis::{ActingAnswer, ActingReport, Outcome, Reason, ReasonKind};
use crate::graph::{AuthorityGraph, Node, NodeId};
use crate::render::messages::{Messages, tr};
use crate::render::style::{BoxLook, LineLook};
use crate::render::text::{outcome_words, words};

/// Draws who acts for the absent posts of a scenario, over the units that the selection leaves. If that takes more than one
/// sheet, units without an absent post are folded into the ones above them.
///
/// # Errors
/// The graph has no unit, or the unit selected is not one; nothing absent is in it.
pub fn scenario(
    graph: &AuthorityGraph,
    report: &ActingReport,
    options: &OrgOptions,
    messages: &Messages,
) -> Result<Vec<Sheet>, DiagramError> {
    let organisation = selected(graph, &options.selection)?;
    let chart = Chart { graph, report, options, messages, linker: Linker::new(graph, options.links) };
    let entries = chart.entries(&organisation);
    if entries.iter().all(|entry| entry.state.is_none()) {
        return Err(DiagramError::NothingToDraw);
    }
    if let Some(sheet) = chart.one_sheet(&entries, organisation.left_out) {
        return Ok(vec![sheet]);
    }
    let affected = chart.affected();
    let folded = Selection { hidden_units: chart.without(&organisation, &affected), ..options.selection.clone() };
    let organisation = selected(graph, &folded)?;
    let entries = chart.entries(&organisation);
    let trees = chart.trees(&entries);
    Ok(trees.sheets(
        |page| chart.heading(&entries, organisation.left_out, page),
        |origins| chart.footer(origins.iter().map(|origin| &entries[*origin])),
    ))
}

/// What a box beside the units says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Absent,
    Unfilled,
    Acting,
    Chosen,
    Undecided,
    Unattended,
}

impl State {
    fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Post => State::Acting,
            Outcome::Criterion => State::Chosen,
            Outcome::Undecidable => State::Undecided,
            Outcome::Nobody => State::Unattended,
        }
    }

    fn look(self) -> BoxLook {
        match self {
            State::Absent | State::Unfilled => BoxLook::ABSENT,
            State::Acting => BoxLook::ACTING,
            State::Chosen => BoxLook::CHOSEN,
            State::Undecided => BoxLook::UNDECIDED,
            State::Unattended => BoxLook::UNATTENDED,
        }
    }

    /// The sign before the text: colours are never alone.
    fn sign(self) -> &'static str {
        match self {
            State::Absent | State::Unfilled => "✕ ",
            State::Acting => "◎ ",
            State::Chosen => "□ ",
            State::Undecided => "？ ",
            State::Unattended => "！ ",
        }
    }

    fn class(self) -> &'static str {
        match self {
            State::Absent => "post absent",
            State::Unfilled => "post absent unfilled",
            State::Acting => "post acting",
            State::Chosen => "criterion",
            State::Undecided => "undecidable",
            State::Unattended => "unattended",
        }
    }

    /// The line to its box.
    fn line(self) -> LineLook {
        match self {
            State::Absent | State::Unfilled => LineLook::BELONGS,
            State::Acting | State::Chosen => LineLook::SUBSTITUTES.plain(),
            State::Undecided | State::Unattended => LineLook::DEAD_END,
        }
    }
}

/// A box, and what it is about.
struct Entry<'g> {
    item: BracketBox,
    /// A unit with its look and whether it is optional.
    unit: Option<(&'g Node, UnitLook)>,
    /// What is said of a post.
    state: Option<State>,
    clauses: Vec<NodeId>,
}

struct Chart<'a> {
    graph: &'a AuthorityGraph,
    report: &'a ActingReport,
    options: &'a OrgOptions,
    messages: &'a Messages,
    linker: Linker<'a>,
}

impl<'a> Chart<'a> {
    fn one_sheet(&self, entries: &[Entry<'_>], left_out: usize) -> Option<Sheet> {
        self.trees(entries).one_sheet(&self.heading(entries, left_out, None), &self.footer(entries.iter()))
    }

    fn trees(&self, entries: &[Entry<'_>]) -> Trees<'a> {
        Trees {
            name: "scenario",
            paper: self.options.paper,
            words: &self.options.words,
            boxes: entries
                .iter()
                .enumerate()
                .map(|(origin, entry)| BracketBox { origin, ..entry.item.clone() })
                .collect(),
        }
    }

    /// The units with an absent or unfilled post, and those above them.
    fn affected(&self) -> BTreeSet<NodeId> {
        let scenario = &self.report.scenario;
        let posts = scenario.absent.keys().chain(&scenario.unfilled);
        posts.flat_map(|post| self.graph.enclosing_units(post)).cloned().collect()
    }

    /// The units that are not among these, the first level aside: it shows where on the chart the others are.
    fn without(&self, organisation: &Organisation, affected: &BTreeSet<NodeId>) -> BTreeSet<NodeId> {
        let mut hidden = self.options.selection.hidden_units.clone();
        let units = organisation.units.iter().filter(|entry| entry.depth > 1);
        hidden.extend(units.map(|entry| entry.node.id.clone()).filter(|unit| !affected.contains(unit)));
        hidden
    }

    /// The units in the order of the text, behind each its absent posts, behind each of these who acts.
    fn entries<'g>(&self, organisation: &Organisation<'g>) -> Vec<Entry<'g>>
    where
        'a: 'g,
    {
        let skipped = usize::from(organisation.body.is_none());
        let mut of_unit = self.posts_by_unit(organisation);
        let mut entries: Vec<Entry<'g>> = Vec::new();
        let mut place: Vec<usize> = Vec::with_capacity(organisation.units.len());
        for entry in &organisation.units {
            place.push(entries.len());
            let look = UnitLook::of(entry);
            let mut text = drawn_name(&entry.unit.name, look);
            text.push_str(&left_out(entry, self.words()));
            let parent = entry.parent.map(|parent| place[parent]);
            let line_id = entry
                .parent
                .map(|parent| self.linker.line_id(&organisation.units[parent].node.id, &entry.node.id))
                .unwrap_or_default();
            let item = BracketBox {
                text,
                look: look.look(entry.unit.optional),
                marks: self.linker.node(entry.node, &look.class(entry.unit.optional)),
                parent,
                depth: entry.depth - skipped,
                origin: 0,
                line: LineLook::BELONGS,
                line_marks: Marks::new(line_id, "belongs", ""),
                wraps: false,
            };
            entries.push(Entry { item, unit: Some((entry.node, look)), state: None, clauses: Vec::new() });
            self.posts(&mut entries, of_unit.remove(&entry.node.id).unwrap_or_default());
        }
        for council in &organisation.councils {
            let posts = of_unit.remove(&council.id).unwrap_or_default();
            if posts.is_empty() {
                continue;
            }
            let optional = council.as_unit().is_some_and(|unit| unit.optional);
            let body = organisation.body.map(|body| place[body]);
            let item = BracketBox {
                text: council.name().to_owned(),
                look: UnitLook::Council.look(optional),
                marks: self.linker.node(council, &UnitLook::Council.class(optional)),
                parent: body,
                depth: body.map_or(0, |body| entries[body].item.depth + 1),
                origin: 0,
                line: LineLook::RELATED,
                line_marks: Marks::new(format!("{}-line", self.linker.node_id(council)), "related", ""),
                wraps: false,
            };
            entries.push(Entry { item, unit: Some((council, UnitLook::Council)), state: None, clauses: Vec::new() });
            self.posts(&mut entries, posts);
        }
        entries
    }

    /// The posts of the scenario by the unit that they are drawn at: their own, or the nearest one above it that is drawn.
    fn posts_by_unit(&self, organisation: &Organisation) -> BTreeMap<NodeId, Vec<NodeId>> {
        let units = organisation.units.iter().map(|entry| entry.node).chain(organisation.councils.iter().copied());
        let drawn: BTreeSet<&NodeId> = units.map(|node| &node.id).collect();
        let mut posts: Vec<&NodeId> = self.report.results.iter().map(|result| &result.post).collect();
        posts.extend(&self.report.scenario.unfilled);
        let mut of_unit: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for post in posts {
            let unit = self.graph.enclosing_units(post).into_iter().find(|unit| drawn.contains(unit));
            if let Some(unit) = unit {
                of_unit.entry(unit.clone()).or_default().push(post.clone());
            }
        }
        of_unit
    }

    /// Adds the boxes of posts below the unit that was added last.
    fn posts(&self, entries: &mut Vec<Entry<'_>>, posts: Vec<NodeId>) {
        let unit = entries.len().saturating_sub(1);
        for post in posts {
            let Some(node) = self.graph.node(&post) else { continue };
            let result = self.report.results.iter().find(|result| result.post == post);
            let name = self.graph.qualified_name(&post);
            let Some(result) = result else {
                let text = format!("{name}（{}）", self.words().unfilled);
                self.add(entries, unit, State::Unfilled, text, Some(node), Vec::new());
                continue;
            };
            let condition = words::condition(self.messages, result.condition);
            let text = format!("{name}（{condition}）");
            let absent = self.add(entries, unit, State::Absent, text, Some(node), Vec::new());
            self.answer(entries, absent, &result.answer, false);
            if let Some(deciding) = result.deciding.as_ref().filter(|answer| answer.outcome != Outcome::Nobody) {
                self.answer(entries, absent, deciding, true);
            }
            for consequence in &result.ex_officio {
                let also = self.graph.node(&consequence.post);
                let name = self.graph.qualified_name(&consequence.post);
                let text = format!("{name}（{}）", self.words().ex_officio_post);
                let clauses = consequence.held_by.provenance.clauses();
                let held = self.add(entries, absent, State::Absent, text, also, clauses);
                self.answer(entries, held, &consequence.answer, false);
            }
        }
    }

    /// Adds the box that says who acts with full authority, or who only decides routine matters.
    fn answer(&self, entries: &mut Vec<Entry<'_>>, absent: usize, answer: &ActingAnswer, decides_only: bool) {
        let state = State::of(answer.outcome);
        let mut clauses: Vec<NodeId> =
            answer.criteria.iter().flat_map(|criterion| criterion.provenance.clauses()).collect();
        let candidate = answer.acting.first().and_then(|post| candidate(&answer.reasons, post));
        let mut number = String::new();
        if let (Outcome::Post, Some((order, reason))) = (answer.outcome, candidate) {
            clauses.extend(reason.provenance.clauses());
            number = super::substitution::circled(order);
        }
        let cited: Vec<String> = clauses.iter().take(1).map(|clause| self.linker.citation(clause)).collect();
        let cited = cited.first().map_or(String::new(), |cited| format!("　{cited}"));
        let outcome = outcome_words(answer, self.graph, self.messages);
        let outcome = if decides_only { tr!(self.messages, "diagram-deciding", outcome = outcome) } else { outcome };
        let text = format!("{number}{outcome}{cited}");
        let node = answer.acting.first().filter(|_| answer.outcome == Outcome::Post);
        self.add(entries, absent, state, text, node.and_then(|post| self.graph.node(post)), clauses);
    }

    /// Adds a box behind another one, and gives its place.
    fn add(
        &self,
        entries: &mut Vec<Entry<'_>>,
        parent: usize,
        state: State,
        text: String,
        node: Option<&Node>,
        clauses: Vec<NodeId>,
    ) -> usize {
        let at = entries.len();
        let class = match node.and_then(Node::as_post).map(PostLook::of) {
            Some(look) if matches!(state, State::Absent | State::Unfilled) => format!("{} absent", look.class()),
            _ => state.class().to_owned(),
        };
        let own = node.map(|node| self.linker.node(node, &class));
        let url = clauses.first().and_then(|clause| self.linker.clause_url(clause));
        let url = url.or_else(|| own.as_ref().and_then(|own| own.url.clone()));
        let tooltip = own.map_or_else(|| text.clone(), |own| format!("{text}　{}", own.tooltip));
        let item = BracketBox {
            text: format!("{}{text}", state.sign()),
            look: state.look(),
            marks: Marks { url: url.clone(), ..Marks::new(format!("s-{at}"), class, tooltip) },
            parent: Some(parent),
            depth: entries[parent].item.depth + 1,
            origin: 0,
            line: state.line(),
            line_marks: Marks { url, ..Marks::new(format!("s-{at}-line"), "acting-line", "") },
            wraps: !matches!(state, State::Absent | State::Unfilled),
        };
        entries.push(Entry { item, unit: None, state: Some(state), clauses });
        at
    }

    fn words(&self) -> &super::DiagramWords {
        &self.options.words
    }

    fn heading(&self, entries: &[Entry<'_>], left_out: usize, page: Option<(usize, usize)>) -> Heading {
        let words = self.words();
        let count = |state: State| entries.iter().filter(|entry| entry.state == Some(state)).count();
        let counted = [
            (&words.absent_count, self.report.scenario.absent.len()),
            (&words.unattended_count, count(State::Unattended)),
            (&words.left_out_count, left_out),
        ];
        let counted = counted.into_iter().filter(|(_, count)| *count > 0);
        let counted: Vec<String> = counted.map(|(words, count)| fill(words, "n", &count.to_string())).collect();
        let subject = self.options.selection.root.as_ref();
        let subject = subject.map_or(String::new(), |root| format!("　{}", self.graph.qualified_name(root)));
        Heading {
            title: format!("{}　{}{subject}", self.graph.regulation().title, words.scenario_chart),
            subtitle: subtitle(self.graph, words),
            remarks: remarks(words, vec![counted.join(&words.joiner)], page),
        }
    }

    fn footer<'e>(&self, entries: impl Iterator<Item = &'e Entry<'e>>) -> Footer {
        let words = self.words();
        let mut used = UsedLooks::default();
        let mut states: BTreeSet<State> = BTreeSet::new();
        let mut clauses: Vec<NodeId> = Vec::new();
        for entry in entries {
            states.extend(entry.state);
            clauses.extend(entry.clauses.iter().cloned());
            if let Some((node, look)) = entry.unit
                && let Some(unit) = node.as_unit()
            {
                used.unit(look, &unit.kind, unit.optional);
            }
        }
        let meanings = [
            (State::Absent, &words.absent_post),
            (State::Unfilled, &words.unfilled_post),
            (State::Acting, &words.acting_post),
            (State::Chosen, &words.criterion),
            (State::Undecided, &words.undecided),
            (State::Unattended, &words.unattended),
        ];
        let meanings = meanings.into_iter().filter(|(state, _)| states.contains(state));
        let legend = meanings.map(|(state, meaning)| LegendEntry {
            sample: Sample::Box(state.look()),
            meaning: format!("{}{meaning}", state.sign()),
        });
        Footer {
            legend_word: words.legend.clone(),
            legend: legend.chain(used.legend(words)).collect(),
            basis_word: words.basis.clone(),
            basis: articles(clauses.iter().filter_map(|clause| self.graph.node(clause))),
            joiner: words.joiner.clone(),
            and_others: words.and_others.clone(),
        }
    }
}

/// The line of reasoning that names a post as a substitute, and its place in line.
fn candidate<'r>(reasons: &'r [Reason], wanted: &NodeId) -> Option<(u32, &'r Reason)> {
    reasons.iter().find_map(|reason| match &reason.kind {
        ReasonKind::Candidate { post, order, .. } if post == wanted => Some((*order, reason)),
        _ => candidate(&reason.because, wanted),
    })
}

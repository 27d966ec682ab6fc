//! Overlaps: what the duties of several units own at once. From left to right the matters, the units, their duties.

use super::bracket::BracketBox;
use super::canvas::Marks;
use super::command_chain::CommandOptions;
use super::frame::{Footer, Heading, LegendEntry, Sample};
use super::linker::Linker;
use super::org_chart::subtitle;
use super::organisation::articles;
use super::trees::{Trees, remarks};
use super::words::fill;
use super::{DiagramError, Sheet};
use crate::graph::{AuthorityGraph, Node, NodeId};
use crate::render::json::OverlapsAnswer;
use crate::render::measure::cut;
use crate::render::style::{BoxLook, LineLook};

/// Most matters that a box names; the others are counted.
const NAMED_MATTERS: usize = 4;
/// Most em of a duty's words; the tooltip has all of them.
const DUTY_EM: f64 = 60.0;

/// Draws the matters that several units own, and those that each leaves to the other.
///
/// # Errors
/// There are none.
pub fn overlaps(
    graph: &AuthorityGraph,
    answer: &OverlapsAnswer,
    options: &CommandOptions,
) -> Result<Vec<Sheet>, DiagramError> {
    if answer.overlaps.is_empty() && answer.mutual_exclusions.is_empty() {
        return Err(DiagramError::NothingToDraw);
    }
    let chart = Chart { graph, answer, options, linker: Linker::new(graph, options.links) };
    let mut entries = Vec::new();
    for (number, overlap) in answer.overlaps.iter().enumerate() {
        chart.group(&mut entries, &format!("o-{number}"), &overlap.matters, &overlap.duties, false);
    }
    for (number, mutual) in answer.mutual_exclusions.iter().enumerate() {
        chart.group(&mut entries, &format!("m-{number}"), &mutual.matters, &mutual.duties, true);
    }
    let boxes = entries.iter().enumerate().map(|(origin, entry)| BracketBox { origin, ..entry.item.clone() }).collect();
    let trees = Trees { name: "overlaps", paper: options.paper, words: &options.words, boxes };
    Ok(trees.sheets(|page| chart.heading(page), |origins| chart.footer(origins.iter().map(|origin| &entries[*origin]))))
}

/// A box, and the duty that it stands for.
struct Entry<'g> {
    item: BracketBox,
    duty: Option<&'g Node>,
    mutual: bool,
}

struct Chart<'a> {
    graph: &'a AuthorityGraph,
    answer: &'a OverlapsAnswer,
    options: &'a CommandOptions,
    linker: Linker<'a>,
}

impl<'a> Chart<'a> {
    /// Adds the matters, behind them the units, behind each its duties.
    fn group(&self, entries: &mut Vec<Entry<'a>>, id: &str, matters: &[NodeId], duties: &[NodeId], mutual: bool) {
        let names: Vec<String> = matters.iter().map(|matter| self.graph.qualified_name(matter)).collect();
        let mut text = names.iter().take(NAMED_MATTERS).cloned().collect::<Vec<_>>().join("、");
        if names.len() > NAMED_MATTERS {
            text.push_str(&fill(&self.options.words.and_others, "n", &(names.len() - NAMED_MATTERS).to_string()));
        }
        let look = if mutual { BoxLook::UNDECIDED } else { BoxLook::MATTER };
        let text = if mutual { format!("？ {text}") } else { text };
        let marks = Marks::new(id, if mutual { "matter mutual" } else { "matter" }, names.join("、"));
        let root = self.add(entries, None, text, look, marks, None, mutual);
        let mut units: Vec<(Option<&NodeId>, usize)> = Vec::new();
        for (number, duty) in duties.iter().enumerate() {
            let Some(node) = self.graph.node(duty) else { continue };
            let unit = self.graph.parent_unit(duty);
            let behind = match units.last().filter(|(last, _)| *last == unit) {
                Some((_, at)) => *at,
                None => {
                    let name = unit.map_or(String::new(), |unit| self.graph.qualified_name(unit));
                    let marks = unit.and_then(|unit| self.graph.node(unit));
                    let marks = marks.map(|unit| self.linker.node(unit, "unit")).unwrap_or_default();
                    let marks = Marks { id: format!("{id}-u{number}"), ..marks };
                    let at = self.add(entries, Some(root), name, BoxLook::FIRST, marks, None, mutual);
                    units.push((unit, at));
                    at
                }
            };
            let words: String = node.name().split_whitespace().collect();
            let item = duty.as_str().rfind('(').map_or("", |at| &duty.as_str()[at..]);
            let clause = &node.provenance.first().clause;
            let marks = Marks {
                url: self.linker.clause_url(clause),
                ..Marks::new(format!("{id}-d{number}"), "duty", format!("{words}（{}）", self.linker.citation(clause)))
            };
            let text = cut(&format!("{item} {words}"), DUTY_EM);
            self.add(entries, Some(behind), text, BoxLook::SECTION, marks, Some(node), mutual);
        }
    }

    #[allow(clippy::too_many_arguments, reason = "what a box is made of, used here only")]
    fn add(
        &self,
        entries: &mut Vec<Entry<'a>>,
        parent: Option<usize>,
        text: String,
        look: BoxLook,
        marks: Marks,
        duty: Option<&'a Node>,
        mutual: bool,
    ) -> usize {
        let line_marks = Marks::new(format!("{}-line", marks.id), "owns", "");
        let line = if mutual { LineLook::UNMATCHED.plain() } else { LineLook::BELONGS };
        let depth = parent.map_or(0, |parent| entries[parent].item.depth + 1);
        let item = BracketBox { text, look, marks, parent, depth, origin: 0, line, line_marks, wraps: true };
        entries.push(Entry { item, duty, mutual });
        entries.len() - 1
    }

    fn heading(&self, page: Option<(usize, usize)>) -> Heading {
        let words = &self.options.words;
        let counts = [
            (&words.overlap_count, self.answer.overlaps.len()),
            (&words.mutual_count, self.answer.mutual_exclusions.len()),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let counted: Vec<String> = counts.map(|(words, count)| fill(words, "n", &count.to_string())).collect();
        let unit = self.answer.unit.as_ref();
        let unit = unit.map_or(String::new(), |unit| format!("　{}", self.graph.qualified_name(unit)));
        Heading {
            title: format!("{}　{}{unit}", self.graph.regulation().title, words.overlaps_chart),
            subtitle: subtitle(self.graph, words),
            remarks: remarks(words, vec![counted.join(&words.joiner)], page),
        }
    }

    fn footer<'e>(&self, entries: impl Iterator<Item = &'e Entry<'a>>) -> Footer
    where
        'a: 'e,
    {
        let words = &self.options.words;
        let entries: Vec<&Entry<'a>> = entries.collect();
        let sample = |look, meaning: &String| LegendEntry { sample: Sample::Box(look), meaning: meaning.clone() };
        let mut legend = Vec::new();
        if entries.iter().any(|entry| !entry.mutual) {
            legend.push(sample(BoxLook::MATTER, &words.matter));
        }
        if entries.iter().any(|entry| entry.mutual) {
            legend.push(sample(BoxLook::UNDECIDED, &words.mutual));
        }
        legend.push(sample(BoxLook::FIRST, &words.unit));
        legend.push(sample(BoxLook::SECTION, &words.duty));
        let clauses = entries.iter().filter_map(|entry| entry.duty).flat_map(|duty| duty.provenance.clauses());
        let clauses: Vec<NodeId> = clauses.collect();
        Footer {
            legend_word: words.legend.clone(),
            legend,
            basis_word: words.basis.clone(),
            basis: articles(clauses.iter().filter_map(|clause| self.graph.node(clause))),
            joiner: words.joiner.clone(),
            and_others: words.and_others.clone(),
        }
    }
}

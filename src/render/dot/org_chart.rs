//! Org charts: which form fits, and what stands around them.

use super::canvas::{Canvas, Marks, Paper};
use super::frame::{self, Footer, Heading};
use super::linker::Linker;
use super::organisation::{Organisation, UnitEntry, articles, establishing_clause};
use super::overlay::{Overlay, UnitNote};
use super::selection::Selection;
use super::unit_look::{UnitLook, UsedLooks};
use super::words::{DiagramWords, fill};
use super::{DiagramError, Sheet, columns, org_bracket};
use crate::graph::{AuthorityGraph, Node, NodeId, Status};
use crate::render::style::BoxLook;

/// The form of an org chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrgForm {
    /// Columns if they fit, else brackets.
    #[default]
    Auto,
    /// One column for each unit below the body, a hanging list under each. Falls back to brackets where the text would
    /// be smaller than 8 points.
    Columns,
    /// One column for each depth, one row for each unit without units below; more than one sheet if needed.
    Bracket,
}

/// Columns are the default up to this many units below the body.
const MOST_COLUMNS: usize = 10;

/// What an org chart shows, and on what.
#[derive(Debug, Clone)]
pub struct OrgOptions {
    /// Paper of each sheet, landscape.
    pub paper: Paper,
    /// Form of the chart.
    pub form: OrgForm,
    /// Which units are drawn.
    pub selection: Selection,
    /// Whether boxes link to `#c-…`, the clause in the same page. Such links are dead in a PDF.
    pub links: bool,
    /// Whether boxes also say head and number of duties; by default on A3 only.
    pub details: Option<bool>,
    /// The fixed words.
    pub words: DiagramWords,
}

impl Default for OrgOptions {
    fn default() -> Self {
        Self {
            paper: Paper::default(),
            form: OrgForm::default(),
            selection: Selection::default(),
            links: true,
            details: None,
            words: DiagramWords::japanese(),
        }
    }
}

/// Draws the organisation of a regulation: units in the order of the text, officers above the body, councils and those who
/// only attend them beside it.
///
/// # Errors
/// The graph has no unit, or the unit selected is not one.
pub fn org_chart(graph: &AuthorityGraph, options: &OrgOptions) -> Result<Vec<Sheet>, DiagramError> {
    let organisation = selected(graph, &options.selection)?;
    Ok(chart(&Context { graph, organisation: &organisation, options, overlay: None }))
}

/// The units that a selection leaves to be drawn.
pub(super) fn selected<'g>(graph: &'g AuthorityGraph, selection: &Selection) -> Result<Organisation<'g>, DiagramError> {
    if let Some(root) = &selection.root
        && graph.node(root).is_none_or(|node| node.as_unit().is_none())
    {
        return Err(DiagramError::NoSuchUnit(root.clone()));
    }
    let organisation = Organisation::read(graph, selection);
    if organisation.units.is_empty() && organisation.councils.is_empty() {
        return Err(DiagramError::NoUnits);
    }
    Ok(organisation)
}

/// The chart in the form asked for.
pub(super) fn chart(context: &Context) -> Vec<Sheet> {
    let (organisation, options) = (context.organisation, context.options);
    let in_columns = match options.form {
        OrgForm::Auto => organisation.top.len() <= MOST_COLUMNS,
        OrgForm::Columns => true,
        OrgForm::Bracket => false,
    };
    match in_columns.then(|| columns::sheet(context)).flatten() {
        Some(sheet) => vec![sheet],
        None => org_bracket::sheets(context),
    }
}

/// What all forms of the chart need.
pub(super) struct Context<'g> {
    pub(super) graph: &'g AuthorityGraph,
    pub(super) organisation: &'g Organisation<'g>,
    pub(super) options: &'g OrgOptions,
    /// What is said of units beside their names.
    pub(super) overlay: Option<&'g Overlay>,
}

impl<'g> Context<'g> {
    pub(super) fn words(&self) -> &DiagramWords {
        &self.options.words
    }

    /// Whether boxes say head and number of duties.
    pub(super) fn details(&self) -> bool {
        self.options.details.unwrap_or(self.options.paper == Paper::A3)
    }

    /// Makes ids, tooltips and links.
    pub(super) fn linker(&self) -> Linker<'g> {
        Linker::new(self.graph, self.options.links)
    }

    /// What is said of a unit beside its name.
    fn note(&self, unit: &NodeId) -> Option<&UnitNote> {
        self.overlay.and_then(|overlay| overlay.notes.get(unit))
    }

    /// Marks of a unit's box, with what is said of it.
    pub(super) fn marks(&self, node: &Node, class: &str) -> Marks {
        let marks = self.linker().node(node, class);
        match self.note(&node.id) {
            None => marks,
            Some(note) => Marks {
                class: format!("{class} {}", note.class),
                tooltip: format!("{}　{}", marks.tooltip, note.tooltip),
                ..marks
            },
        }
    }

    /// The look of a unit's box, changed by what is said of it.
    pub(super) fn look(&self, unit: &NodeId, look: BoxLook) -> BoxLook {
        self.note(unit).map_or(look, |note| note.look(look))
    }

    /// What stands behind or below the name of a unit: how many units below it are left out, what is said of it.
    pub(super) fn badges(&self, position: usize) -> Vec<String> {
        let entry = &self.organisation.units[position];
        let left_out = left_out(entry, self.words()).trim().to_owned();
        let left_out = Some(left_out).filter(|text| !text.is_empty());
        left_out.into_iter().chain(self.note(&entry.node.id).map(|note| note.text.clone())).collect()
    }

    /// The name of a unit with its badges behind it.
    pub(super) fn with_badges(&self, name: &str, position: usize) -> String {
        let entry = &self.organisation.units[position];
        self.with_note(format!("{name}{}", left_out(entry, self.words())), &entry.node.id)
    }

    /// A text with what is said of the unit behind it.
    pub(super) fn with_note(&self, text: String, unit: &NodeId) -> String {
        self.note(unit).map_or(text.clone(), |note| format!("{text}　{}", note.text))
    }

    /// `29組織（事務局1・センター5…）`: the units below the body by kind, level by level, councils left out.
    /// Names that are established nowhere are counted on a line of their own.
    pub(super) fn counts(&self) -> Vec<String> {
        let units = &self.organisation.units;
        let mut below: Vec<_> = units.iter().filter(|entry| entry.depth > 0 && !entry.unit.council).collect();
        below.sort_by_key(|entry| entry.depth);
        let unknown = below.iter().filter(|entry| entry.unit.status == Status::Unknown).count();
        below.retain(|entry| entry.unit.status != Status::Unknown);
        let mut kinds: Vec<(&str, usize)> = Vec::new();
        for entry in &below {
            match kinds.iter_mut().find(|(kind, _)| *kind == entry.unit.kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((&entry.unit.kind, 1)),
            }
        }
        let words = self.words();
        let mut text = fill(&words.unit_count, "n", &below.len().to_string());
        if kinds.len() > 1 && kinds.iter().all(|(kind, _)| !kind.is_empty()) {
            let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind}{count}")).collect();
            text.push_str(&fill(&words.units_below, "kinds", &kinds.join(&words.joiner)));
        }
        let mut lines = vec![text];
        if unknown > 0 {
            lines.push(fill(&words.unknown_count, "n", &unknown.to_string()));
        }
        if self.organisation.left_out > 0 {
            lines.push(fill(&words.left_out_count, "n", &self.organisation.left_out.to_string()));
        }
        lines.extend(self.overlay.into_iter().flat_map(|overlay| overlay.remarks.clone()));
        lines
    }

    /// The title block of a sheet that shows everything.
    pub(super) fn heading(&self) -> Heading {
        let words = self.words();
        let info = self.graph.regulation();
        let subject = match &self.options.selection.root {
            Some(root) => format!("　{}", self.graph.qualified_name(root)),
            None => String::new(),
        };
        let kind = self.overlay.map_or(&words.org_chart, |overlay| &overlay.title);
        Heading {
            title: format!("{}　{kind}{subject}", info.title),
            subtitle: self.subtitle(),
            remarks: std::iter::once(words.drawn_from_text.clone()).chain(self.counts()).collect(),
        }
    }

    /// Number and last amendment.
    pub(super) fn subtitle(&self) -> String {
        subtitle(self.graph, self.words())
    }

    /// Legend of these looks, and the articles that these nodes rest on.
    pub(super) fn footer<'n>(&self, used: UsedLooks, nodes: impl Iterator<Item = &'n Node>) -> Footer {
        let words = self.words();
        Footer {
            legend_word: words.legend.clone(),
            legend: used
                .legend(words)
                .into_iter()
                .chain(self.overlay.into_iter().flat_map(|overlay| overlay.legend.clone()))
                .collect(),
            basis_word: words.basis.clone(),
            basis: articles(nodes.filter_map(|node| establishing_clause(self.graph, node))),
            joiner: words.joiner.clone(),
            and_others: words.and_others.clone(),
        }
    }

    /// The looks of these units and of what stands beside the body.
    pub(super) fn used(&self, positions: impl Iterator<Item = usize>, with_body: bool) -> UsedLooks {
        let mut used = UsedLooks::default();
        // A box with other colours shows its own look by shape and border alone: of these the legend has councils and units
        // that are not there.
        let is_painted_over = |id: &NodeId, look: UnitLook| {
            let note = self.overlay.and_then(|overlay| overlay.notes.get(id));
            let plain = !matches!(look, UnitLook::Council | UnitLook::Unknown);
            plain && note.is_some_and(|note| note.colours.is_some())
        };
        for position in positions {
            let entry = &self.organisation.units[position];
            if is_painted_over(&entry.node.id, UnitLook::of(entry)) {
                continue;
            }
            used.unit(UnitLook::of(entry), &entry.unit.kind, entry.unit.optional);
        }
        if with_body {
            for unit in self.organisation.councils.iter().filter_map(|node| node.as_unit()) {
                used.unit(UnitLook::Council, &unit.kind, unit.optional);
            }
            if !self.organisation.officers.is_empty() || !self.organisation.attendants.is_empty() {
                used.elsewhere_posts();
            }
            if self.organisation.beside().next().is_some() {
                used.related();
            }
        }
        used
    }

    /// Starts a sheet: the canvas with title block and footer, and the room for the drawing.
    pub(super) fn start(&self, heading: &Heading, footer: &Footer) -> (Canvas, super::canvas::Rect) {
        let mut canvas = Canvas::new(self.options.paper);
        let room = frame::draw(&mut canvas, heading, footer);
        (canvas, room)
    }
}

/// How many units below a unit the chart leaves out; nothing if none.
pub(super) fn left_out(entry: &UnitEntry, words: &DiagramWords) -> String {
    if entry.left_out == 0 { String::new() } else { fill(&words.left_out, "n", &entry.left_out.to_string()) }
}

/// Number and last amendment of the regulation.
pub(super) fn subtitle(graph: &AuthorityGraph, words: &DiagramWords) -> String {
    let info = graph.regulation();
    let amendment =
        (!info.last_amendment.is_empty()).then(|| fill(&words.last_amendment, "amendment", &info.last_amendment));
    [Some(info.number.clone()).filter(|number| !number.is_empty()), amendment]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("　")
}

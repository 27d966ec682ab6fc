//! Findings over the org chart: at each unit how many there are of each severity.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::{LegendEntry, Sample};
use super::org_chart::{Context, OrgOptions, chart, selected};
use super::organisation::Organisation;
use super::overlay::{Overlay, UnitNote};
use super::words::fill;
use super::{DiagramError, Sheet};
use crate::findings::Severity;
use crate::graph::{AuthorityGraph, NodeId};
use crate::render::json::{FindingAnswer, FindingsAnswer};
use crate::render::messages::{Messages, tr};
use crate::render::style::BoxLook;
use crate::render::text::finding_severity;

/// The severities with their signs and the colours of a unit of which nothing worse is found.
const SIGNS: [(Severity, &str, Option<BoxLook>); 3] = [
    (Severity::Error, "▲", Some(BoxLook::FLAGGED_BAD)),
    (Severity::Warning, "◆", Some(BoxLook::FLAGGED_WARN)),
    (Severity::Note, "●", None),
];
/// Most findings that a tooltip spells out.
const SPELLED_OUT: usize = 12;

/// Draws the organisation with the number of findings at each unit. A finding counts once, at the unit of what it is mainly
/// about; if that unit is not drawn, at the next one above it.
///
/// # Errors
/// The graph has no unit, or the unit selected is not one.
pub fn findings_chart(
    graph: &AuthorityGraph,
    findings: &FindingsAnswer,
    options: &OrgOptions,
    messages: &Messages,
) -> Result<Vec<Sheet>, DiagramError> {
    let organisation = selected(graph, &options.selection)?;
    let overlay = overlay(graph, &organisation, findings, options, messages);
    Ok(chart(&Context { graph, organisation: &organisation, options, overlay: Some(&overlay) }))
}

fn overlay(
    graph: &AuthorityGraph,
    organisation: &Organisation,
    findings: &FindingsAnswer,
    options: &OrgOptions,
    messages: &Messages,
) -> Overlay {
    let units = organisation.units.iter().map(|entry| entry.node).chain(organisation.councils.iter().copied());
    let drawn: BTreeSet<&NodeId> = units.map(|node| &node.id).collect();
    let mut of_unit: BTreeMap<&NodeId, Vec<&FindingAnswer>> = BTreeMap::new();
    let mut elsewhere: Vec<&FindingAnswer> = Vec::new();
    for found in &findings.findings {
        let about = found.finding.subjects.first();
        let units = about.into_iter().flat_map(|about| std::iter::once(about).chain(graph.enclosing_units(about)));
        match units.into_iter().find(|unit| drawn.contains(unit)) {
            Some(unit) => of_unit.entry(unit).or_default().push(found),
            None => elsewhere.push(found),
        }
    }
    let mut remarks = vec![tr!(messages, "diagram-findings-here", counts = counts(of_unit.values().flatten()))];
    if !elsewhere.is_empty() {
        // What is about the text as a whole, or about units that are not on the chart.
        remarks.push(tr!(messages, "diagram-findings-elsewhere", counts = counts(elsewhere.iter())));
    }
    let legend =
        SIGNS.iter().filter(|(severity, ..)| findings.findings.iter().any(|one| one.finding.severity == *severity));
    let legend = legend.flat_map(|(severity, sign, colours)| {
        let meaning = finding_severity(messages, *severity);
        let sign = LegendEntry { sample: Sample::Mark(sign), meaning: fill(&options.words.count_of, "what", &meaning) };
        let colours = colours.map(|look| LegendEntry {
            sample: Sample::Box(look),
            meaning: tr!(messages, "diagram-findings-colour", severity = meaning.as_str()),
        });
        std::iter::once(sign).chain(colours)
    });
    Overlay {
        title: options.words.findings_chart.clone(),
        remarks,
        legend: legend.collect(),
        notes: of_unit.into_iter().map(|(unit, found)| (unit.clone(), note(&found))).collect(),
    }
}

/// `▲1 ◆4`: how many of each severity, none left out that there is.
fn counts<'f>(findings: impl Iterator<Item = &'f &'f FindingAnswer>) -> String {
    let mut counts = [0; SIGNS.len()];
    for found in findings {
        for (count, (severity, ..)) in counts.iter_mut().zip(&SIGNS) {
            *count += usize::from(found.finding.severity == *severity);
        }
    }
    let said = SIGNS.iter().zip(counts).filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|((_, sign, _), count)| format!("{sign}{count}")).collect();
    if said.is_empty() { "0".to_owned() } else { said.join(" ") }
}

fn note(found: &[&FindingAnswer]) -> UnitNote {
    let worst = SIGNS.iter().find(|(severity, ..)| found.iter().any(|one| one.finding.severity == *severity));
    let class = match worst {
        Some((Severity::Error, ..)) => "finding-error",
        Some((Severity::Warning, ..)) => "finding-warning",
        _ => "finding-note",
    };
    let mut tooltip: Vec<&str> = found.iter().take(SPELLED_OUT).map(|one| one.message.as_str()).collect();
    if found.len() > SPELLED_OUT {
        tooltip.push("…");
    }
    UnitNote {
        text: counts(found.iter()),
        tooltip: tooltip.join(" "),
        class,
        colours: worst.and_then(|(_, _, colours)| *colours),
    }
}

//! The exclusion ledger: excluded here, received there, or nowhere.

use std::collections::BTreeMap;
use std::ops::Range;

use super::program::{Model, Program};
use super::{LedgerEntry, LedgerMatter, LedgerState, Ownership, Reception};
use crate::graph::{Edge, Relation};

/// An entry for each unit that a duty gives way to, in the order of the text.
pub(super) fn entries(program: &Program<'_>, model: &Model) -> Vec<LedgerEntry> {
    let duties = program.exclusions.iter().enumerate();
    duties.flat_map(|(duty, edges)| edges.iter().filter_map(move |edge| entry(program, model, duty, edge))).collect()
}

fn entry(program: &Program<'_>, model: &Model, duty: usize, edge: &Edge) -> Option<LedgerEntry> {
    let Relation::DutyExcludedBy { form, .. } = edge.data.relation else { return None };
    let span = program.tree.span(&edge.to)?;
    let matters: Vec<LedgerMatter> = program.covers[duty]
        .iter()
        .map(|matter| LedgerMatter {
            matter: program.matters[*matter].clone(),
            received: received(program, model, *matter, &span, program.places[duty]),
        })
        .collect();
    let matched = matters.iter().filter(|matter| !matter.received.is_empty()).count();
    let state = match matched {
        _ if matters.is_empty() => LedgerState::NoMatter,
        0 => LedgerState::Nowhere,
        all if all == matters.len() => LedgerState::Received,
        _ => LedgerState::Partly,
    };
    let (duty, unit) = (edge.from.clone(), edge.to.clone());
    Some(LedgerEntry { duty, unit, form, state, matters, edge: edge.clone() })
}

/// The duties in a span of units that cover a matter or a narrower one; those of the unit at `own` aside, from which the
/// exclusion speaks.
fn received(program: &Program<'_>, model: &Model, matter: usize, span: &Range<u32>, own: u32) -> Vec<Reception> {
    let mut found: BTreeMap<usize, (Vec<usize>, Ownership)> = BTreeMap::new();
    for part in program.itself_and_narrower(matter) {
        let of_part = &model.matters[part];
        for position in of_part.in_span(span).filter(|position| of_part.places[*position] != own) {
            let ownership = of_part.solution.ownership[position];
            let (parts, best) = found.entry(of_part.duties[position]).or_insert((Vec::new(), ownership));
            parts.push(part);
            *best = ownership.min(*best);
        }
    }
    let reception = |(duty, (mut parts, ownership)): (usize, (Vec<usize>, Ownership))| {
        parts.sort_unstable();
        let matters = program.ids(&program.broadest(&parts));
        Reception { duty: program.duties[duty].id.clone(), matters, ownership }
    };
    found.into_iter().map(reception).collect()
}

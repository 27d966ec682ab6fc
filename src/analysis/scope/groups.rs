//! Overlaps and mutual exclusions, those of the same duties as one.

use rustc_hash::FxHashMap;

use super::program::{MatterModel, Model, Program};
use super::{MutualExclusion, Overlap, Ownership};
use crate::graph::NodeId;

/// Matters that duties of several units own, none of which is above the other.
///
/// Nobody asks which of two duties of one unit a matter belongs to: a unit stands in no overlap with itself.
pub(super) fn overlaps(program: &Program<'_>, model: &Model) -> Vec<Overlap> {
    let groups = model.matters.iter().map(|matter| {
        let beside = beside_another(program, matter);
        (beside.len() > 1).then_some(beside)
    });
    let overlap = |(duties, matters)| Overlap { duties, matters };
    grouped(program, groups.map(Vec::from_iter)).into_iter().map(overlap).collect()
}

/// Duties that give way to each other in a circle.
pub(super) fn mutual_exclusions(program: &Program<'_>, model: &Model) -> Vec<MutualExclusion> {
    let circles = model.matters.iter().map(|matter| {
        let duties = |circle: &Vec<usize>| circle.iter().map(|position| matter.duties[*position]).collect();
        matter.solution.circles.iter().map(duties).collect()
    });
    let mutual = |(duties, matters)| MutualExclusion { duties, matters };
    grouped(program, circles).into_iter().map(mutual).collect()
}

/// The duties that own a matter with another one that owns it too in a unit neither above nor below their own.
fn beside_another(program: &Program<'_>, matter: &MatterModel) -> Vec<usize> {
    let owns = |position: &usize| matter.solution.ownership[*position] == Ownership::Owned;
    let owners = (0..matter.duties.len()).filter(owns);
    // Their units' spans, in the order of the places.
    let owners: Vec<_> = owners
        .filter_map(|position| {
            let unit = program.tree.at(matter.places[position])?;
            Some((program.tree.span(unit)?, matter.duties[position]))
        })
        .collect();
    if owners.len() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    // Ends of the units above the one in hand, the nearest last.
    let mut above: Vec<u32> = Vec::new();
    for (index, (span, duty)) in owners.iter().enumerate() {
        while above.last().is_some_and(|end| *end <= span.start) {
            above.pop();
        }
        let from = owners.partition_point(|(other, _)| other.start < span.start);
        let same = owners.partition_point(|(other, _)| other.start <= span.start) - from;
        let below = owners.partition_point(|(other, _)| other.start < span.end) - from - same;
        // Duties of the same unit that stand before this one are among those above it already.
        let higher = above.len() - (index - from);
        if higher + same + below < owners.len() {
            found.push(*duty);
        }
        above.push(span.end);
    }
    found.sort_unstable();
    found
}

/// Groups of duties with the matters that they were found for, in the order of the duties.
fn grouped(program: &Program<'_>, groups: impl Iterator<Item = Vec<Vec<usize>>>) -> Vec<(Vec<NodeId>, Vec<NodeId>)> {
    let mut found: FxHashMap<Vec<usize>, Vec<usize>> = FxHashMap::default();
    for (matter, groups) in groups.enumerate() {
        for mut duties in groups {
            duties.sort_unstable();
            found.entry(duties).or_default().push(matter);
        }
    }
    let named = |(duties, matters): (Vec<usize>, Vec<usize>)| {
        let duties = duties.into_iter().map(|duty| program.duties[duty].id.clone()).collect();
        (duties, program.ids(&program.broadest(&matters)))
    };
    let mut found: Vec<(Vec<usize>, Vec<usize>)> = found.into_iter().collect();
    found.sort_unstable();
    found.into_iter().map(named).collect()
}

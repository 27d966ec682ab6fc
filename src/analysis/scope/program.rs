//! The logic program of a graph, its model, and what each duty owns by it.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::units::UnitTree;
use super::well_founded::{Solution, solve};
use super::{Ownership, Scope, TakenMatter};
use crate::graph::{AuthorityGraph, Edge, Label, Node, NodeId, Relation, RelationType};

/// The place of a duty that belongs to no unit: nobody gives way to it.
const NOWHERE: u32 = u32::MAX;

/// The facts of the program. Duties and matters are numbered in the order of the graph.
pub(super) struct Program<'g> {
    pub duties: Vec<&'g Node>,
    pub matters: Vec<&'g NodeId>,
    pub tree: UnitTree<'g>,
    /// Place of the unit of each duty.
    pub places: Vec<u32>,
    /// The matters that each duty's words name, sorted.
    pub covers: Vec<Vec<usize>>,
    /// The `DUTY_EXCLUDED_BY` edges from each duty to units, in order.
    pub exclusions: Vec<Vec<&'g Edge>>,
    /// The matters within the words of each duty: those named and narrower ones, sorted.
    within: Vec<Vec<usize>>,
    /// The places that each duty gives way to: spans without overlap, sorted, its own unit cut out.
    gives_way: Vec<Vec<Range<u32>>>,
    /// The matters that the words make narrower ones of each matter.
    narrower: Vec<Vec<usize>>,
}

/// The model of the whole program.
pub(super) struct Model {
    /// For each matter: the duties within whose words it is, by the places of their units, and what holds of each.
    pub matters: Vec<MatterModel>,
}

/// The model of one matter.
pub(super) struct MatterModel {
    /// The duties in the order of the places of their units.
    pub duties: Vec<usize>,
    /// Those places.
    pub places: Vec<u32>,
    pub solution: Solution,
}

impl<'g> Program<'g> {
    pub fn new(graph: &'g AuthorityGraph) -> Self {
        let duties: Vec<&Node> = graph.nodes_with(Label::Duty).collect();
        let matters: Vec<&NodeId> = graph.nodes_with(Label::Matter).map(|node| &node.id).collect();
        let duty_number: FxHashMap<&NodeId, usize> =
            duties.iter().enumerate().map(|(at, node)| (&node.id, at)).collect();
        let matter_number: FxHashMap<&NodeId, usize> = matters.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let tree = UnitTree::new(graph);
        let mut places = vec![NOWHERE; duties.len()];
        let mut covers = vec![Vec::new(); duties.len()];
        let mut exclusions: Vec<Vec<&Edge>> = vec![Vec::new(); duties.len()];
        let mut narrower = vec![Vec::new(); matters.len()];
        for edge in graph.edges() {
            match edge.data.relation.relation_type() {
                RelationType::BelongsTo => {
                    let Some(duty) = duty_number.get(&edge.from) else { continue };
                    let span = tree.unit_of(&edge.to).and_then(|unit| tree.span(unit));
                    if let Some(span) = span.filter(|_| places[*duty] == NOWHERE) {
                        places[*duty] = span.start;
                    }
                }
                RelationType::Covers => {
                    let ends = (duty_number.get(&edge.from), matter_number.get(&edge.to));
                    if let (Some(duty), Some(matter)) = ends {
                        covers[*duty].push(*matter);
                    }
                }
                RelationType::Within => {
                    let ends = (matter_number.get(&edge.from), matter_number.get(&edge.to));
                    if let (Some(narrow), Some(broad)) = ends {
                        narrower[*broad].push(*narrow);
                    }
                }
                RelationType::DutyExcludedBy => {
                    // An edge to a duty is the counterpart that was found, not what the text names.
                    let duty = duty_number.get(&edge.from).filter(|_| tree.span(&edge.to).is_some());
                    if let Some(duty) = duty {
                        exclusions[*duty].push(edge);
                    }
                }
                _ => {}
            }
        }
        covers.iter_mut().for_each(|matters| {
            matters.sort_unstable();
            matters.dedup();
        });
        let mut program = Self {
            gives_way: Vec::with_capacity(duties.len()),
            within: Vec::with_capacity(duties.len()),
            duties,
            matters,
            tree,
            places,
            covers,
            exclusions,
            narrower,
        };
        for duty in 0..program.duties.len() {
            let holding = program.exclusions[duty].iter().filter(|edge| program.holds(duty, edge));
            let spans = holding.filter_map(|edge| program.tree.span(&edge.to)).collect();
            program.gives_way.push(cut_out(joined(spans), program.places[duty]));
            let mut within: Vec<usize> =
                program.covers[duty].iter().flat_map(|matter| program.itself_and_narrower(*matter)).collect();
            within.sort_unstable();
            within.dedup();
            program.within.push(within);
        }
        program
    }

    /// Whether an exclusion takes something from a duty wherever the duty is: one that holds for some units only does not,
    /// unless the duty lies within one of these.
    fn holds(&self, duty: usize, edge: &Edge) -> bool {
        let Relation::DutyExcludedBy { cases, .. } = &edge.data.relation else { return false };
        let within = |case: &NodeId| self.tree.span(case).is_some_and(|span| span.contains(&self.places[duty]));
        cases.is_empty() || cases.iter().any(within)
    }

    /// A matter and all matters within it, the matter itself first.
    pub fn itself_and_narrower(&self, matter: usize) -> Vec<usize> {
        let mut found = vec![matter];
        if self.narrower[matter].is_empty() {
            return found;
        }
        let mut seen = FxHashSet::from_iter([matter]);
        let mut next = 0;
        while next < found.len() {
            let narrower = &self.narrower[found[next]];
            found.extend(narrower.iter().copied().filter(|narrow| seen.insert(*narrow)));
            next += 1;
        }
        found
    }

    /// The matters of a list that lie within no other one of it, in the order of the list.
    pub fn broadest(&self, matters: &[usize]) -> Vec<usize> {
        if matters.len() == 1 || matters.iter().all(|matter| self.narrower[*matter].is_empty()) {
            return matters.to_vec();
        }
        let mut within: FxHashSet<usize> = FxHashSet::default();
        for matter in matters {
            if !within.contains(matter) {
                within.extend(&self.itself_and_narrower(*matter)[1..]);
            }
        }
        matters.iter().copied().filter(|matter| !within.contains(matter)).collect()
    }

    /// Solves the program.
    pub fn model(&self) -> Model {
        let mut duties: Vec<Vec<usize>> = vec![Vec::new(); self.matters.len()];
        let mut order: Vec<usize> = (0..self.duties.len()).collect();
        order.sort_by_key(|duty| self.places[*duty]);
        for duty in order {
            self.within[duty].iter().for_each(|matter| duties[*matter].push(duty));
        }
        let solved = |duties: Vec<usize>| {
            let places: Vec<u32> = duties.iter().map(|duty| self.places[*duty]).collect();
            let solution = solve(&places, |position| &self.gives_way[duties[position]]);
            MatterModel { duties, places, solution }
        };
        Model { matters: duties.into_iter().map(solved).collect() }
    }

    /// What each duty owns whose words name matters.
    pub fn scopes(&self, model: &Model) -> Vec<Scope> {
        let mut scopes: Vec<Option<Scope>> = (0..self.duties.len()).map(|duty| self.empty_scope(duty)).collect();
        for (matter, found) in self.matters.iter().zip(&model.matters) {
            for (position, duty) in found.duties.iter().enumerate() {
                let Some(scope) = &mut scopes[*duty] else { continue };
                match found.solution.ownership[position] {
                    Ownership::Owned => scope.owned.push((*matter).clone()),
                    Ownership::Undefined => scope.undefined.push((*matter).clone()),
                    Ownership::NotOwned => {
                        let taker = found.solution.taken_by[position].map(|taker| found.duties[taker]);
                        let by = taker.map(|taker| self.duties[taker].id.clone());
                        scope.taken.extend(by.map(|by| TakenMatter { matter: (*matter).clone(), by }));
                    }
                }
            }
        }
        scopes.into_iter().flatten().collect()
    }

    fn empty_scope(&self, duty: usize) -> Option<Scope> {
        let node = self.duties[duty];
        (!self.covers[duty].is_empty()).then(|| Scope {
            duty: node.id.clone(),
            unit: self.tree.at(self.places[duty]).cloned(),
            covers: self.ids(&self.covers[duty]),
            owned: Vec::new(),
            undefined: Vec::new(),
            taken: Vec::new(),
            provenance: node.provenance.clone(),
        })
    }

    /// The ids of matters.
    pub fn ids(&self, matters: &[usize]) -> Vec<NodeId> {
        matters.iter().map(|matter| self.matters[*matter].clone()).collect()
    }
}

impl MatterModel {
    /// The positions of the duties whose units stand in a span of places.
    pub fn in_span(&self, span: &Range<u32>) -> Range<usize> {
        let before = |end: u32| self.places.partition_point(|place| *place < end);
        before(span.start)..before(span.end)
    }
}

/// Spans that overlap or touch made one, in order.
fn joined(mut spans: Vec<Range<u32>>) -> Vec<Range<u32>> {
    spans.sort_unstable_by_key(|span| span.start);
    let mut joined: Vec<Range<u32>> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// Spans without one place.
fn cut_out(spans: Vec<Range<u32>>, place: u32) -> Vec<Range<u32>> {
    let parts = spans.into_iter().flat_map(|span| {
        if span.contains(&place) {
            [span.start..place, place + 1..span.end]
        } else {
            [span.clone(), span.end..span.end]
        }
    });
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "spans of units, of which there may be one")]
mod tests {
    use super::*;

    #[test]
    fn spans_are_joined_and_cut() {
        assert_eq!(joined(vec![5..7, 1..3, 2..4, 4..5]), [1..7]);
        assert_eq!(joined(vec![5..7, 1..3, 1..2]), [1..3, 5..7]);
        assert_eq!(cut_out(vec![1..4, 6..7], 2), [1..2, 3..4, 6..7]);
        assert_eq!(cut_out(vec![1..4, 6..7], 6), [1..4]);
        assert_eq!(cut_out(vec![1..4], NOWHERE), [1..4]);
    }
}

//! What the rules on overlaps share: pairs of duties that own the same matter, without those that are parallel by design.

use rustc_hash::{FxHashMap, FxHashSet};

use super::branches::Branches;
use super::duty_words::{core, points_elsewhere};
use super::review::Review;
use crate::graph::{AuthorityGraph, Direction, DutyKind, Label, Node, NodeData, NodeId, RelationType, fold_name};

/// What more duties own than so many is what every unit of a sort has.
const MANY: usize = 12;

/// Two duties that own one matter, in units of which neither is above the other.
pub(super) struct SharedMatter<'g> {
    pub first: &'g Node,
    pub second: &'g Node,
    /// The matter.
    pub matter: NodeId,
    /// Whether the units, or the units of the posts, stand side by side below one unit.
    pub are_siblings: bool,
    /// Which of the two the text gives to a post.
    pub of_post: (bool, bool),
}

/// The pairs, in the order of the text. Left out are
/// - offices and institutions with an administration of their own (支所, 研究所), and units in branches of different sorts;
/// - duties that one clause gives to both (第一課及び第二課は、…);
/// - branches of the body that have much in common (two regional offices, each with all the sections of the other): they are
///   parallel by design, and each does for its own place what the other does for its own;
/// - duties that say something of some places only (甲支所にあっては) or of a part only (に限る), or that mean what other clauses
///   say (前号の事務);
/// - matters that stand behind other words in one of the duties, as these may narrow them (気候に関する条約の締結).
pub(super) fn shared_matters<'g>(review: &Review<'g>) -> Vec<SharedMatter<'g>> {
    let graph = review.graph;
    let branches = Branches::new(graph);
    let sizes = duties_below(graph, &branches);
    let mut pairs = Vec::new();
    let mut in_common: FxHashMap<(&NodeId, &NodeId), FxHashSet<&NodeId>> = FxHashMap::default();
    let overlaps = &review.scopes().overlaps;
    for overlap in overlaps {
        let duties = overlap.duties.iter().filter_map(|id| Some((graph.node(id)?, graph.parent_unit(id)?)));
        let duties: Vec<(&Node, &NodeId)> = duties.take(MANY + 1).collect();
        for (at, (first, unit)) in duties.iter().enumerate() {
            for (second, other) in &duties[at + 1..] {
                let units = (*unit, *other);
                let Some(fork) = branches.fork(units.0, units.1) else { continue };
                in_common.entry(fork).or_default().insert(&first.id);
                if duties.len() <= MANY {
                    pairs.push((*first, *second, units, fork, &overlap.matters));
                }
            }
        }
    }
    let is_parallel = |fork: &(&NodeId, &NodeId)| {
        let common = in_common.get(fork).map_or(0, FxHashSet::len);
        let smaller = sizes.get(fork.0).copied().unwrap_or(0).min(sizes.get(fork.1).copied().unwrap_or(0));
        common >= 3 || common == 2 && smaller <= 4
    };
    let pairs = pairs.into_iter().filter(|(_, _, _, fork, _)| !is_parallel(fork));
    let pairs = pairs.filter(|(first, second, ..)| {
        let from_one_clause = first.provenance.first().clause == second.provenance.first().clause;
        !from_one_clause && is_comparable(first) && is_comparable(second)
    });
    let shared = pairs.filter_map(|(first, second, units, fork, matters)| {
        let matter = matters.iter().find(|matter| opens_both(graph, matter, first, second))?;
        let name = |unit: &NodeId| graph.node(unit).map(Node::name);
        let are_siblings = fork == units;
        // 甲支所の総務課 and 乙支所の総務課.
        let are_namesakes = !are_siblings && name(units.0) == name(units.1);
        let kind = |unit: &NodeId| graph.node(unit).and_then(Node::as_unit).map(|unit| unit.kind.as_str());
        let are_alike = are_siblings || kind(fork.0) == kind(fork.1);
        let are_offices = Branches::is_office(graph, fork.0) || Branches::is_office(graph, fork.1);
        (!are_namesakes && are_alike && !are_offices).then(|| SharedMatter {
            first,
            second,
            matter: matter.clone(),
            are_siblings,
            of_post: (is_of_post(graph, first), is_of_post(graph, second)),
        })
    });
    shared.collect()
}

/// The number of duties of each unit and of the units below it.
fn duties_below<'g>(graph: &'g AuthorityGraph, branches: &Branches<'g>) -> FxHashMap<&'g NodeId, usize> {
    let mut sizes: FxHashMap<&NodeId, usize> = FxHashMap::default();
    for duty in graph.nodes_with(Label::Duty) {
        let path = graph.parent_unit(&duty.id).map(|unit| branches.path(unit));
        path.into_iter().flatten().for_each(|unit| *sizes.entry(unit).or_default() += 1);
    }
    sizes
}

fn is_comparable(duty: &Node) -> bool {
    let is_substantive = |data: &NodeData| matches!(data, NodeData::Duty(duty) if duty.kind == DutyKind::Substantive);
    let is_limited = ["にあっては", "に限る", "命ぜられた"].iter().any(|words| duty.name().contains(words));
    is_substantive(&duty.data) && !is_limited && !points_elsewhere(&core(duty.name()))
}

/// Whether both duties say the same, or are about the object of a matter that both name and nothing but it.
fn opens_both(graph: &AuthorityGraph, matter: &NodeId, first: &Node, second: &Node) -> bool {
    let words = (core(first.name()), core(second.name()));
    if words.0 == words.1 {
        return true;
    }
    let Some(NodeData::Matter(data)) = graph.node(matter).map(|node| &node.data) else { return false };
    let names = |duty: &Node| {
        let matters = graph.neighbours(&duty.id, Direction::Outgoing, RelationType::Covers);
        matters.iter().any(|named| named.id == *matter)
    };
    let object = fold_name(&data.object);
    // 「文書の発送及び保存」: behind the object there are only activities, without a word that narrows them (医学的調査).
    let is_about = |words: &str| {
        let Some(behind) = words.strip_prefix(&*object) else { return false };
        let activities = behind.strip_prefix('の').unwrap_or(behind);
        (behind.is_empty() || behind.starts_with('の')) && !activities.contains(['の', '的'])
    };
    names(first) && names(second) && is_about(&words.0) && is_about(&words.1)
}

fn is_of_post(graph: &AuthorityGraph, duty: &Node) -> bool {
    let owner = graph.neighbours(&duty.id, Direction::Outgoing, RelationType::BelongsTo);
    owner.first().is_some_and(|owner| owner.label() == Label::Post)
}

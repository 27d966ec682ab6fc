//! The program of one matter, solved.
//!
//! Duties stand in the order of their units' places; what one gives way to are spans of that order. A tree over the order says
//! of each of its spans whether some duty there owns the matter: `some(span) ← some(left half)`, `some(span) ← some(right
//! half)`. So a duty owns the matter unless `some` holds of one of the O(log n) spans that make up what it gives way to. These
//! rules have no circle without a negation, hence no unfounded set but those by negation, and counting settles all that the
//! well-founded semantics settles (it is then Fitting's): what is still open in the end is undefined. Cost: O((n + spans) log n).

use std::collections::VecDeque;
use std::ops::Range;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::Ownership;

/// The model of one matter; duties by their position.
#[derive(Debug, Default)]
pub(super) struct Solution {
    /// What holds of each duty.
    pub ownership: Vec<Ownership>,
    /// For each duty that does not own the matter, one that does and to which it gives way.
    pub taken_by: Vec<Option<usize>>,
    /// The duties that give way to each other in a circle, each circle sorted.
    pub circles: Vec<Vec<usize>>,
}

/// Solves the program of one matter: the places of the duties' units, sorted, and the spans of places that each gives way to.
pub(super) fn solve<'s>(places: &[u32], gives_way: impl Fn(usize) -> &'s [Range<u32>]) -> Solution {
    let count = places.len();
    let mut watched: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (duty, watched) in watched.iter_mut().enumerate() {
        for span in gives_way(duty) {
            let from = places.partition_point(|place| *place < span.start);
            let to = places.partition_point(|place| *place < span.end);
            pieces(count, from..to, watched);
        }
    }
    if watched.iter().all(Vec::is_empty) {
        let (ownership, taken_by) = (vec![Ownership::Owned; count], vec![None; count]);
        return Solution { ownership, taken_by, circles: Vec::new() };
    }
    let mut state = State::new(count, &watched);
    state.propagate();
    let circles = state.circles(&watched);
    let ownership = state.some[count..].iter().map(|some| some.map_or(Ownership::Undefined, owned)).collect();
    Solution { ownership, taken_by: state.taken_by, circles }
}

fn owned(some: bool) -> Ownership {
    if some { Ownership::Owned } else { Ownership::NotOwned }
}

/// The nodes of the tree that make up a range. Node `i` is over nodes `2i` and `2i + 1`; the duties are the last `count` nodes.
fn pieces(count: usize, range: Range<usize>, found: &mut Vec<usize>) {
    let (mut from, mut to) = (range.start + count, range.end + count);
    while from < to {
        if from % 2 == 1 {
            found.push(from);
            from += 1;
        }
        if to % 2 == 1 {
            to -= 1;
            found.push(to);
        }
        from /= 2;
        to /= 2;
    }
}

struct State {
    count: usize,
    /// Whether some duty below a node owns the matter, as far as it is known.
    some: Vec<Option<bool>>,
    /// One that does.
    which: Vec<usize>,
    /// The duties that own the matter only if nobody below the node does.
    watchers: Vec<Vec<usize>>,
    /// How many nodes of those that a duty watches are not yet known to hold no owner.
    open: Vec<usize>,
    taken_by: Vec<Option<usize>>,
    /// Nodes that became known and have not yet told it.
    news: VecDeque<usize>,
}

impl State {
    fn new(count: usize, watched: &[Vec<usize>]) -> Self {
        let mut watchers = vec![Vec::new(); 2 * count];
        for (duty, nodes) in watched.iter().enumerate() {
            nodes.iter().for_each(|node| watchers[*node].push(duty));
        }
        let open: Vec<usize> = watched.iter().map(Vec::len).collect();
        let mut state = Self {
            count,
            some: vec![None; 2 * count],
            which: vec![0; 2 * count],
            watchers,
            taken_by: vec![None; count],
            news: VecDeque::new(),
            open,
        };
        for duty in 0..count {
            if state.open[duty] == 0 {
                state.learn(count + duty, true, duty);
            }
        }
        state
    }

    /// Something is now known of a node, unless it was before.
    fn learn(&mut self, node: usize, some: bool, which: usize) {
        if self.some[node].is_none() {
            self.some[node] = Some(some);
            self.which[node] = which;
            self.news.push_back(node);
        }
    }

    fn propagate(&mut self) {
        while let Some(node) = self.news.pop_front() {
            let (some, which) = (self.some[node] == Some(true), self.which[node]);
            if node > 1 && (some || self.some[node ^ 1] == Some(false)) {
                self.learn(node / 2, some, which);
            }
            for duty in std::mem::take(&mut self.watchers[node]) {
                if some {
                    if self.some[self.count + duty].is_none() {
                        self.taken_by[duty] = Some(which);
                    }
                    self.learn(self.count + duty, false, duty);
                } else {
                    self.open[duty] -= 1;
                    if self.open[duty] == 0 {
                        self.learn(self.count + duty, true, duty);
                    }
                }
            }
        }
    }

    /// The circles among what is still open.
    fn circles(&self, watched: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let is_open = |node: &usize| self.some[*node].is_none();
        if (self.count..2 * self.count).all(|node| !is_open(&node)) {
            return Vec::new();
        }
        let mut graph = DiGraph::<(), ()>::with_capacity(2 * self.count, 4 * self.count);
        (0..2 * self.count).for_each(|_| {
            graph.add_node(());
        });
        for node in (1..2 * self.count).filter(is_open) {
            let halves = [2 * node, 2 * node + 1];
            let next = if node < self.count { &halves[..] } else { &watched[node - self.count][..] };
            for other in next.iter().filter(|other| is_open(other)) {
                graph.add_edge(NodeIndex::new(node), NodeIndex::new(*other), ());
            }
        }
        let mut circles: Vec<Vec<usize>> = kosaraju_scc(&graph)
            .into_iter()
            .map(|nodes| {
                let mut duties: Vec<usize> =
                    nodes.into_iter().filter_map(|node| node.index().checked_sub(self.count)).collect();
                duties.sort_unstable();
                duties
            })
            .filter(|duties| duties.len() > 1)
            .collect();
        circles.sort_unstable();
        circles
    }
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init, reason = "a list of one span is meant")]
mod tests {
    use super::*;
    use Ownership::{NotOwned, Owned, Undefined};

    /// One duty in each unit, giving way to the spans of units that are listed.
    fn solved(gives_way: &[&[Range<u32>]]) -> Solution {
        let places: Vec<u32> = (0..).take(gives_way.len()).collect();
        solve(&places, |duty| gives_way[duty])
    }

    #[test]
    fn chains_alternate() {
        assert_eq!(solved(&[&[], &[]]).ownership, [Owned, Owned]);
        // The last gives way to nobody; the one before it is left with nothing, so the one before that owns the matter.
        let chain = solved(&[&[1..2], &[2..3], &[]]);
        assert_eq!(chain.ownership, [Owned, NotOwned, Owned]);
        assert_eq!(chain.taken_by, [None, Some(2), None]);
        assert_eq!(solved(&[&[1..4], &[], &[1..2], &[]]).ownership, [NotOwned, Owned, NotOwned, Owned]);
    }

    #[test]
    fn circles_stay_open_unless_somebody_breaks_them() {
        let circle = solved(&[&[1..2], &[0..1], &[0..2]]);
        assert_eq!(circle.ownership, [Undefined, Undefined, Undefined]);
        assert_eq!(circle.circles, [[0, 1]]);
        assert_eq!(solved(&[&[1..2], &[2..3], &[0..1]]).circles, [[0, 1, 2]]);
        assert_eq!(solved(&[&[1..3], &[0..1], &[]]).ownership, [NotOwned, Owned, Owned]);
    }

    #[test]
    fn pieces_make_up_every_range() {
        fn duties(node: usize, count: usize) -> Vec<usize> {
            if node >= count {
                vec![node - count]
            } else {
                [duties(2 * node, count), duties(2 * node + 1, count)].concat()
            }
        }
        for count in 1..20 {
            for (from, to) in (0..=count).flat_map(|from| (from..=count).map(move |to| (from, to))) {
                let mut found = Vec::new();
                pieces(count, from..to, &mut found);
                let mut all: Vec<usize> = found.into_iter().flat_map(|node| duties(node, count)).collect();
                all.sort_unstable();
                assert_eq!(all, (from..to).collect::<Vec<_>>(), "{from}..{to} of {count}");
            }
        }
    }
}

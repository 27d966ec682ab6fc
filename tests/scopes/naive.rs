//! The rule of the model page, evaluated as it stands: every duty against every duty, in an alternating fixpoint over sets of
//! atoms. Slow and without a thought of speed.

use std::collections::{BTreeMap, BTreeSet};

use kengen::analysis::Ownership;
use kengen::graph::NodeId;

use crate::body::{RandomBody, RandomDuty};

pub struct Naive {
    /// Every duty and matter within its words.
    pub atoms: BTreeMap<(NodeId, NodeId), Ownership>,
    /// Rounds of the alternating fixpoint.
    pub rounds: usize,
    duties: Vec<NodeId>,
    /// The unit of each duty.
    units: BTreeMap<NodeId, NodeId>,
    /// Each duty with the duties that it gives way to, whatever they are about.
    gives_way: BTreeSet<(NodeId, NodeId)>,
    /// Each matter with itself and every matter within it.
    narrower: BTreeMap<NodeId, BTreeSet<NodeId>>,
    /// Each unit with every unit above it.
    above: BTreeSet<(NodeId, NodeId)>,
}

impl Naive {
    pub fn evaluate(body: &RandomBody) -> Self {
        let mut naive = Self {
            atoms: BTreeMap::new(),
            rounds: 0,
            duties: (0..body.duties.len()).map(|duty| body.duty(duty)).collect(),
            units: (0..body.duties.len()).map(|duty| (body.duty(duty), body.unit(body.duties[duty].unit))).collect(),
            gives_way: BTreeSet::new(),
            narrower: BTreeMap::new(),
            above: BTreeSet::new(),
        };
        for unit in 1..=body.parents.len() {
            let mut current = unit;
            while current > 0 {
                current = body.parents[current - 1];
                naive.above.insert((body.unit(unit), body.unit(current)));
            }
        }
        for matter in 0..body.wider.len() {
            let mut within = BTreeSet::from([matter]);
            for other in 0..body.wider.len() {
                // Numbers grow from wide to narrow, so one pass finds all.
                if body.wider[other].iter().any(|wide| within.contains(wide)) {
                    within.insert(other);
                }
            }
            naive.narrower.insert(body.matter(matter), within.into_iter().map(|m| body.matter(m)).collect());
        }
        for (number, duty) in body.duties.iter().enumerate() {
            for (other_number, other) in body.duties.iter().enumerate() {
                let excluded = duty.excludes.iter().any(|(unit, cases)| {
                    let holds = cases.is_empty() || naive.is_within_one(body, duty.unit, cases);
                    holds && naive.within(&body.unit(other.unit), &body.unit(*unit))
                });
                if excluded && other.unit != duty.unit {
                    naive.gives_way.insert((body.duty(number), body.duty(other_number)));
                }
            }
        }
        let all: BTreeSet<(NodeId, NodeId)> = body
            .duties
            .iter()
            .enumerate()
            .flat_map(|(number, duty)| duty.covers.iter().map(move |matter| (number, *matter)))
            .flat_map(|(number, matter)| {
                let narrower = naive.narrower[&body.matter(matter)].clone();
                narrower.into_iter().map(move |narrow| (number, narrow))
            })
            .map(|(number, matter)| (body.duty(number), matter))
            .collect();
        // The immediate consequences of taking exactly these atoms as owned.
        let step = |owned: &BTreeSet<(NodeId, NodeId)>| -> BTreeSet<(NodeId, NodeId)> {
            let stays = |(duty, matter): &&(NodeId, NodeId)| {
                !owned.iter().any(|(other, of)| of == matter && naive.gives_way(duty, other))
            };
            all.iter().filter(stays).cloned().collect()
        };
        let mut owned = BTreeSet::new();
        let mut rounds = 0;
        let possible = loop {
            let possible = step(&owned);
            let next = step(&possible);
            rounds += 1;
            if next == owned {
                break possible;
            }
            owned = next;
        };
        let truth = |atom: &(NodeId, NodeId)| match (owned.contains(atom), possible.contains(atom)) {
            (true, _) => Ownership::Owned,
            (false, true) => Ownership::Undefined,
            (false, false) => Ownership::NotOwned,
        };
        let atoms = all.iter().map(|atom| (atom.clone(), truth(atom))).collect();
        Self { atoms, rounds, ..naive }
    }

    /// Whether a unit is another one or lies below it.
    fn within(&self, unit: &NodeId, other: &NodeId) -> bool {
        unit == other || self.above.contains(&(unit.clone(), other.clone()))
    }

    fn is_within_one(&self, body: &RandomBody, unit: usize, others: &BTreeSet<usize>) -> bool {
        others.iter().any(|other| self.within(&body.unit(unit), &body.unit(*other)))
    }

    /// Whether a duty has an exclusion for some units only that takes something away where the duty is, or one that does not.
    pub fn in_some_units(&self, body: &RandomBody, duty: &RandomDuty, held: bool) -> bool {
        let some = duty.excludes.values().filter(|cases| !cases.is_empty());
        some.into_iter().any(|cases| self.is_within_one(body, duty.unit, cases) == held)
    }

    /// Whether a duty gives way to another one, in what both cover.
    pub fn gives_way(&self, duty: &NodeId, other: &NodeId) -> bool {
        self.gives_way.contains(&(duty.clone(), other.clone()))
    }

    pub fn itself_and_narrower(&self, matter: &NodeId) -> BTreeSet<NodeId> {
        self.narrower[matter].clone()
    }

    pub fn vacuous(&self) -> BTreeSet<NodeId> {
        let of = |duty: &NodeId| self.atoms.iter().filter(move |((other, _), _)| other == duty).collect::<Vec<_>>();
        let empty = |duty: &&NodeId| {
            let atoms = of(duty);
            !atoms.is_empty() && atoms.iter().all(|(_, ownership)| **ownership == Ownership::NotOwned)
        };
        self.duties.iter().filter(empty).cloned().collect()
    }

    /// Whether neither of two duties' units is above the other, nor the same.
    pub fn beside(&self, first: &NodeId, second: &NodeId) -> bool {
        let (first, second) = (&self.units[first], &self.units[second]);
        !self.within(first, second) && !self.within(second, first)
    }

    pub fn both_own(&self, first: &NodeId, second: &NodeId, matter: &NodeId) -> bool {
        let owns = |duty: &NodeId| self.atoms.get(&(duty.clone(), matter.clone())) == Some(&Ownership::Owned);
        owns(first) && owns(second)
    }

    /// Pairs of duties, each once, in the order of their numbers.
    pub fn pairs<'d>(&self, duties: &'d [NodeId]) -> Vec<(&'d NodeId, &'d NodeId)> {
        (0..duties.len()).flat_map(|at| duties[at + 1..].iter().map(move |other| (&duties[at], other))).collect()
    }

    pub fn overlaps(&self) -> BTreeSet<(NodeId, NodeId, NodeId)> {
        let mut found = BTreeSet::new();
        for (first, second) in self.pairs(&self.duties) {
            for matter in self.narrower.keys() {
                if self.beside(first, second) && self.both_own(first, second, matter) {
                    found.insert((first.clone(), second.clone(), matter.clone()));
                }
            }
        }
        found
    }

    /// Whether a duty gives way to another one in a matter, directly or through others, none of it being decided.
    pub fn leads_to(&self, duty: &NodeId, other: &NodeId, matter: &NodeId) -> bool {
        let open = |duty: &NodeId| self.atoms.get(&(duty.clone(), matter.clone())) == Some(&Ownership::Undefined);
        let mut reached: Vec<&NodeId> = vec![duty];
        let mut next = 0;
        while let Some(from) = reached.get(next).copied() {
            next += 1;
            let more = self.duties.iter().filter(|to| open(to) && self.gives_way(from, to));
            let more: Vec<&NodeId> = more.filter(|to| !reached.contains(to)).collect();
            reached.extend(more);
        }
        open(duty) && reached.contains(&other)
    }

    /// Duty, excluded unit, matter that the duty names, duty of that unit or one below that covers some of it.
    pub fn ledger(&self, body: &RandomBody) -> BTreeSet<(NodeId, NodeId, NodeId, NodeId)> {
        let mut found = BTreeSet::new();
        for (number, duty) in body.duties.iter().enumerate() {
            for (unit, matter) in duty.excludes.keys().flat_map(|unit| duty.covers.iter().map(move |m| (*unit, *m))) {
                for (other_number, other) in body.duties.iter().enumerate() {
                    let there = self.within(&body.unit(other.unit), &body.unit(unit)) && other.unit != duty.unit;
                    let covers = |part| self.atoms.contains_key(&(body.duty(other_number), part));
                    if there && self.itself_and_narrower(&body.matter(matter)).into_iter().any(covers) {
                        found.insert((
                            body.duty(number),
                            body.unit(unit),
                            body.matter(matter),
                            body.duty(other_number),
                        ));
                    }
                }
            }
        }
        found
    }

    /// Exclusions of units that cover nothing of what the duty covers, where it covers anything.
    pub fn unmatched(&self, body: &RandomBody) -> BTreeSet<(NodeId, NodeId)> {
        let ledger = self.ledger(body);
        let duties = body.duties.iter().enumerate().filter(|(_, duty)| !duty.covers.is_empty());
        let all = duties
            .flat_map(|(number, duty)| duty.excludes.keys().map(move |unit| (body.duty(number), body.unit(*unit))));
        all.filter(|(duty, unit)| !ledger.iter().any(|(d, u, _, _)| d == duty && u == unit)).collect()
    }
}

//! Scopes, overlaps, vacuity, mutual exclusions and the ledger on random bodies: nested exclusions, exclusions that reach a
//! unit by more than one path, exclusions that hold in some units only, circles. The answers have to be those of [`naive`], which reads the rule of the model page
//! literally.

mod body;
mod naive;

use std::collections::{BTreeMap, BTreeSet};

use body::RandomBody;
use kengen::analysis::{Ownership, ScopeReport, scopes};
use kengen::graph::NodeId;
use naive::Naive;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Bodies that are tried; `PROPTEST_CASES` sets another number.
const CASES: u32 = 10_000;

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES)
}

type Atom = (NodeId, NodeId);

#[test]
fn scopes_are_those_of_a_naive_evaluation() {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let config = Config { cases: cases(), failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let seen_cell = std::cell::RefCell::new(&mut seen);
    let result = runner.run(&RandomBody::strategy(), |body| {
        let report = scopes(&body.graph());
        let naive = Naive::evaluate(&body);
        compare(&body, &report, &naive)?;
        let mut seen = seen_cell.borrow_mut();
        let mut count = |what, holds| *seen.entry(what).or_default() += u32::from(holds);
        count("taken", report.scopes.iter().any(|scope| !scope.taken.is_empty()));
        count("narrowed", report.scopes.iter().any(|scope| !scope.taken.is_empty() && !scope.owned.is_empty()));
        count("vacuous", report.vacuous().next().is_some());
        count("overlap", !report.overlaps.is_empty());
        count("circle", !report.mutual_exclusions.is_empty());
        count("larger circle", report.mutual_exclusions.iter().any(|circle| circle.duties.len() > 2));
        count("nested", naive.rounds > 2);
        count("nested twice", naive.rounds > 3);
        count("unmatched", report.unmatched().next().is_some());
        count("partly matched", report.partly_matched().next().is_some());
        let holding = |held: bool| body.duties.iter().any(|duty| naive.in_some_units(&body, duty, held));
        count("in this unit", holding(true));
        count("in other units only", holding(false));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    // The bodies are worth something only if each of these is among them often enough.
    for (what, number) in &seen {
        assert!(*number * 50 >= cases(), "{what}: only {number} of {} bodies", cases());
    }
    assert_eq!(seen.len(), 12);
}

fn compare(body: &RandomBody, report: &ScopeReport, naive: &Naive) -> Result<(), TestCaseError> {
    let mut atoms: BTreeMap<Atom, Ownership> = BTreeMap::new();
    for scope in &report.scopes {
        let named = |matters: &[NodeId]| matters.iter().cloned().map(|matter| (scope.duty.clone(), matter)).collect();
        let (owned, undefined): (Vec<Atom>, Vec<Atom>) = (named(&scope.owned), named(&scope.undefined));
        atoms.extend(owned.into_iter().map(|atom| (atom, Ownership::Owned)));
        atoms.extend(undefined.into_iter().map(|atom| (atom, Ownership::Undefined)));
        for taken in &scope.taken {
            atoms.insert((scope.duty.clone(), taken.matter.clone()), Ownership::NotOwned);
            prop_assert!(naive.gives_way(&scope.duty, &taken.by), "{} to {}", scope.duty, taken.by);
            prop_assert_eq!(naive.atoms[&(taken.by.clone(), taken.matter.clone())], Ownership::Owned);
        }
    }
    prop_assert_eq!(&atoms, &naive.atoms);

    let vacuous: BTreeSet<NodeId> = report.vacuous().map(|scope| scope.duty.clone()).collect();
    prop_assert_eq!(&vacuous, &naive.vacuous());

    // Each group gives the pairs of its duties that stand beside each other, for its matters and what lies within these.
    let mut pairs = BTreeSet::new();
    for overlap in &report.overlaps {
        for matter in overlap.matters.iter().flat_map(|matter| naive.itself_and_narrower(matter)) {
            for (first, second) in naive.pairs(&overlap.duties) {
                if naive.beside(first, second) && naive.both_own(first, second, &matter) {
                    pairs.insert((first.clone(), second.clone(), matter.clone()));
                }
            }
        }
        for matter in &overlap.matters {
            prop_assert!(
                overlap.duties.iter().all(|duty| naive.atoms[&(duty.clone(), matter.clone())] == Ownership::Owned)
            );
            prop_assert!(
                overlap.duties.iter().all(|duty| overlap.duties.iter().any(|other| naive.beside(duty, other)))
            );
        }
    }
    prop_assert_eq!(&pairs, &naive.overlaps());

    for circle in &report.mutual_exclusions {
        prop_assert!(circle.duties.len() > 1);
        for matter in &circle.matters {
            for (duty, other) in
                circle.duties.iter().flat_map(|duty| circle.duties.iter().map(move |other| (duty, other)))
            {
                prop_assert!(duty == other || naive.leads_to(duty, other, matter), "{duty} {other} {matter}");
            }
        }
    }
    // Nothing is undefined but by a circle.
    let has_circle = !report.mutual_exclusions.is_empty();
    prop_assert_eq!(has_circle, atoms.values().any(|ownership| *ownership == Ownership::Undefined));

    let ledger: BTreeSet<(NodeId, NodeId, NodeId, NodeId)> = report
        .ledger
        .iter()
        .flat_map(|entry| entry.matters.iter().map(move |matter| (entry, matter)))
        .flat_map(|(entry, matter)| matter.received.iter().map(move |reception| (entry, matter, reception)))
        .map(|(entry, matter, reception)| {
            (entry.duty.clone(), entry.unit.clone(), matter.matter.clone(), reception.duty.clone())
        })
        .collect();
    prop_assert_eq!(&ledger, &naive.ledger(body));
    let unmatched: BTreeSet<(NodeId, NodeId)> =
        report.unmatched().map(|entry| (entry.duty.clone(), entry.unit.clone())).collect();
    prop_assert_eq!(&unmatched, &naive.unmatched(body));
    Ok(())
}

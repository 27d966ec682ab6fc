//! Acting on random graphs against a naïve evaluator, written sentence by sentence from the model's section on acting:
//! plain recursion, no memory, no bounds, results only.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::super::*;
use crate::analysis::fixtures::{Body, cites_verbatim};
use crate::graph::{Designation, Relation, Settings};

const POSTS: usize = 6;
const TITLES: [&str; POSTS] = ["#0", "#1", "#2", "#3", "#4", "#5"];
const CONDITIONS: [Condition; 3] = [Condition::Incapacitated, Condition::Vacant, Condition::Away];
const ACTS: [Act; 4] = [Act::Substitute, Act::Perform, Act::Decide, Act::CarryOut];

/// A statement: who replaces whom, `None` for a rule that names nobody.
#[derive(Debug, Clone)]
struct Rule {
    replaced: usize,
    substitute: Option<usize>,
    order: u32,
    conditions: Vec<Condition>,
    act: Act,
    joint: Vec<usize>,
    designator: Designator,
}

#[derive(Debug, Clone)]
struct World {
    rules: Vec<Rule>,
    ex_officio: Vec<(usize, usize)>,
    settings: Settings,
    absent: BTreeMap<usize, Condition>,
    unfilled: BTreeSet<usize>,
}

/// What the naïve evaluator says: the sort of answer, the posts, and the words of the criteria.
#[derive(Debug, PartialEq, Eq)]
struct Verdict {
    outcome: Outcome,
    posts: BTreeSet<usize>,
    criteria: BTreeSet<Designator>,
}

impl World {
    /// A post cannot act if it is absent, not filled, or held ex officio by posts none of which can act.
    fn unavailable(&self, post: usize, path: &[usize]) -> bool {
        if self.absent.contains_key(&post) || self.unfilled.contains(&post) {
            return true;
        }
        if path.contains(&post) {
            return false;
        }
        let holders: Vec<usize> = self.ex_officio.iter().filter(|(held, _)| *held == post).map(|(_, by)| *by).collect();
        !holders.is_empty() && holders.iter().all(|holder| self.unavailable(*holder, &[path, &[post]].concat()))
    }

    /// Why it cannot act: its own condition, or the first one found among its holders; nothing for what is not filled.
    fn condition(&self, post: usize, path: &[usize]) -> Option<Condition> {
        if let Some(condition) = self.absent.get(&post) {
            return Some(*condition);
        }
        if self.unfilled.contains(&post) || path.contains(&post) {
            return None;
        }
        let mut holders: Vec<usize> =
            self.ex_officio.iter().filter(|(held, _)| *held == post).map(|(_, by)| *by).collect();
        holders.sort();
        holders.into_iter().find_map(|holder| self.condition(holder, &[path, &[post]].concat()))
    }

    fn covers(&self, rule: &Rule, asked: Condition) -> bool {
        rule.conditions.contains(&asked)
            || (self.settings.absence_includes_vacancy
                && asked == Condition::Vacant
                && rule.conditions.contains(&Condition::Away))
    }

    fn acting(&self, post: usize, asked: Condition, deciding: bool, path: &[usize]) -> Verdict {
        let path = [path, &[post]].concat();
        let rules = self.rules.iter().filter(|rule| rule.replaced == post && (rule.act == Act::Decide) == deciding);
        let applies = |rule: &&Rule| {
            self.covers(rule, asked)
                && rule.joint.iter().all(|other| {
                    let why = self.condition(*other, &[]).unwrap_or(Condition::Vacant);
                    self.unavailable(*other, &[]) && self.covers(rule, why)
                })
        };
        let rules: Vec<&Rule> = rules.filter(applies).collect();
        let orders: BTreeSet<u32> = rules.iter().map(|rule| rule.order).collect();
        for order in orders {
            let (mut posts, mut pool, mut criteria) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
            let mut undecided = false;
            for rule in rules.iter().filter(|rule| rule.order == order) {
                let Some(substitute) = rule.substitute else {
                    criteria.insert(rule.designator.clone());
                    continue;
                };
                if !self.unavailable(substitute, &[]) {
                    if rule.designator == Designator::Post {
                        posts.insert(substitute);
                    } else {
                        criteria.insert(rule.designator.clone());
                        pool.insert(substitute);
                    }
                    continue;
                }
                let why = self.condition(substitute, &[]);
                let in_turn = self.settings.successive_substitution && !path.contains(&substitute);
                if let Some(why) = why.filter(|_| in_turn) {
                    let in_turn = self.acting(substitute, why, false, &path);
                    undecided |= in_turn.outcome == Outcome::Undecidable;
                    let by_name = in_turn.outcome != Outcome::Criterion;
                    if by_name { &mut posts } else { &mut pool }.extend(in_turn.posts);
                    criteria.extend(in_turn.criteria);
                }
            }
            let outcome = match (posts.len(), criteria.len()) {
                _ if undecided => Outcome::Undecidable,
                (0, 0) => continue,
                (1, 0) => Outcome::Post,
                (0, 1) => Outcome::Criterion,
                _ => Outcome::Undecidable,
            };
            posts.extend(pool);
            return Verdict { outcome, posts, criteria };
        }
        Verdict { outcome: Outcome::Nobody, posts: BTreeSet::new(), criteria: BTreeSet::new() }
    }

    fn graph(&self) -> AuthorityGraph {
        let mut body = Body::new("市").settings(self.settings.clone());
        for title in TITLES {
            body = body.optional("", title.trim_start_matches('#'));
        }
        for (held, by) in &self.ex_officio {
            body = body.ex_officio(TITLES[*held], TITLES[*by]);
        }
        for rule in &self.rules {
            let mut conditions = rule.conditions.clone();
            conditions.sort();
            let joint = rule.joint.iter().map(|other| id(*other)).collect();
            let (order, act, designator) = (rule.order, rule.act, rule.designator.clone());
            body = match rule.substitute {
                Some(substitute) => {
                    let relation = Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, designator };
                    body.relates(TITLES[substitute], TITLES[rule.replaced], relation)
                }
                None => body.with_post(TITLES[rule.replaced], |post| {
                    let provenance = Provenance::new("第1条".into(), "この規程");
                    post.designations.push(Designation { order, conditions, act, designator, joint, provenance });
                }),
            };
        }
        body.graph()
    }

    fn scenario(&self) -> Scenario {
        Scenario {
            absent: self.absent.iter().map(|(post, condition)| (id(*post), *condition)).collect(),
            unfilled: self.unfilled.iter().map(|post| id(*post)).collect(),
        }
    }
}

fn id(post: usize) -> NodeId {
    NodeId::new(format!("市{}", TITLES[post]))
}

fn verdict(answer: &ActingAnswer) -> Verdict {
    let number = |post: &NodeId| (0..POSTS).find(|number| id(*number) == *post).unwrap();
    Verdict {
        outcome: answer.outcome,
        posts: answer.acting.iter().map(number).collect(),
        criteria: answer.criteria.iter().map(|criterion| criterion.designator.clone()).collect(),
    }
}

fn world() -> impl Strategy<Value = World> {
    let designator = select(vec![
        Designator::Criterion("くじ".into()),
        Designator::Criterion("上席の者".into()),
        Designator::Designated("指定する者".into()),
    ]);
    let named = (0..POSTS, prop::option::weighted(0.2, designator.clone()))
        .prop_map(|(post, designator)| (Some(post), designator.unwrap_or(Designator::Post)));
    let chosen = designator.prop_map(|designator| (None, designator));
    let rule = (
        0..POSTS,
        prop_oneof![5 => named, 1 => chosen],
        1..4u32,
        subsequence(CONDITIONS.to_vec(), 1..=3),
        select(ACTS.to_vec()),
        prop_oneof![4 => Just(vec![]), 1 => subsequence((0..POSTS).collect::<Vec<_>>(), 0..=2)],
    )
        .prop_map(|(replaced, (substitute, designator), order, conditions, act, joint)| Rule {
            replaced,
            substitute,
            order,
            conditions,
            act,
            joint,
            designator,
        });
    (
        prop::collection::vec(rule, 0..12),
        prop_oneof![2 => Just(vec![]), 1 => prop::collection::vec((0..POSTS, 0..POSTS), 0..4)],
        any::<(bool, bool)>(),
        prop::collection::btree_map(0..POSTS, any::<Index>(), 1..=4),
        prop::collection::btree_set(0..POSTS, 0..=2),
    )
        .prop_map(|(rules, ex_officio, (vacancy, successive), absent, unfilled)| World {
            rules,
            ex_officio,
            settings: Settings { absence_includes_vacancy: vacancy, successive_substitution: successive },
            absent: absent.into_iter().map(|(post, index)| (post, *index.get(&CONDITIONS))).collect(),
            unfilled,
        })
}

/// Worlds in which substitutes are mostly absent and replace each other in turn, in circles and along several ways.
fn interwoven_world() -> impl Strategy<Value = World> {
    let rule = (0..POSTS, 0..POSTS, 1..3u32).prop_map(|(replaced, substitute, order)| Rule {
        replaced,
        substitute: Some(substitute),
        order,
        conditions: vec![Condition::Incapacitated],
        act: Act::Substitute,
        joint: vec![],
        designator: Designator::Post,
    });
    let absent = prop::collection::btree_map(0..POSTS, Just(Condition::Incapacitated), 4..=5);
    (prop::collection::vec(rule, 6..16), absent).prop_map(|(rules, absent)| World {
        rules,
        ex_officio: vec![],
        settings: Settings { absence_includes_vacancy: false, successive_substitution: true },
        absent,
        unfilled: BTreeSet::new(),
    })
}

/// Compares the answers for every absent post.
fn compare(world: &World) -> Result<(), TestCaseError> {
    let graph = world.graph();
    let report = acting(&graph, &world.scenario()).unwrap();
    prop_assert_eq!(report.results.len(), world.absent.len());
    for ((post, condition), result) in world.absent.iter().zip(&report.results) {
        prop_assert_eq!(&result.post, &id(*post));
        prop_assert_eq!(verdict(&result.answer), world.acting(*post, *condition, false, &[]));
        let deciding = world.acting(*post, *condition, true, &[]);
        match &result.deciding {
            Some(answer) => prop_assert_eq!(verdict(answer), deciding),
            None => prop_assert!(!world.rules.iter().any(|rule| rule.replaced == *post && rule.act == Act::Decide)),
        }
        prop_assert_eq!(result.answer.missing.is_some(), result.answer.outcome == Outcome::Nobody);
        // The posts that go with it are those held, directly or not, that cannot act for want of a holder.
        for consequence in &result.ex_officio {
            let held = (0..POSTS).find(|number| id(*number) == consequence.post).unwrap();
            prop_assert!(world.unavailable(held, &[]) && !world.absent.contains_key(&held));
        }
    }
    cites_verbatim(&graph, &report);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn agrees_with_the_naive_evaluator(world in world()) {
        compare(&world)?;
    }

    #[test]
    fn agrees_on_interwoven_substitution(world in interwoven_world()) {
        compare(&world)?;
    }
}

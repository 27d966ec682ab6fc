//! Acting on random graphs against a naïve evaluator, written sentence by sentence from the model's section on acting:
//! plain recursion, no memory, no bounds. Compared are the results and the ends of the reasoning.

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

/// A line at the end of the reasoning: whether it speaks for the answer, and what it says.
type Line = (bool, ReasonKind);

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

    /// Who acts for a post, and every line at the end of the reasoning.
    fn acting(&self, post: usize, asked: Condition, deciding: bool, path: &[usize], lines: &mut Vec<Line>) -> Verdict {
        let path = [path, &[post]].concat();
        let of_post = |rule: &&Rule| rule.replaced == post;
        let mut rules: Vec<&Rule> =
            self.rules.iter().filter(of_post).filter(|rule| (rule.act == Act::Decide) == deciding).collect();
        rules.sort_by_key(|rule| rule.order);
        let (mut covered, mut joint, mut gone) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let orders: BTreeSet<u32> = rules.iter().map(|rule| rule.order).collect();
        for order in orders {
            let (mut posts, mut pool, mut criteria) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
            let mut undecided = false;
            for rule in rules.iter().filter(|rule| rule.order == order) {
                let mut conditions = rule.conditions.clone();
                conditions.sort();
                covered.extend(conditions.iter().copied());
                let applies = self.covers(rule, asked);
                let by_setting = applies && !conditions.contains(&asked);
                lines.push((applies, ReasonKind::ConditionCovered { asked, covered: conditions, by_setting }));
                if !applies {
                    continue;
                }
                let mut met_all = true;
                for other in &rule.joint {
                    let condition =
                        self.unavailable(*other, &[]).then(|| self.condition(*other, &[]).unwrap_or(Condition::Vacant));
                    let met = condition.is_some_and(|condition| self.covers(rule, condition));
                    lines.push((met, ReasonKind::JointlyAbsent { post: id(*other), condition }));
                    if !met {
                        joint.insert(*other);
                        met_all = false;
                    }
                }
                if !met_all {
                    continue;
                }
                let Some(substitute) = rule.substitute else {
                    criteria.insert(rule.designator.clone());
                    continue;
                };
                if !self.unavailable(substitute, &[]) {
                    lines.push((true, ReasonKind::Available { post: id(substitute) }));
                    lines.push((false, ReasonKind::MayBeUnfilled { post: id(substitute) }));
                    if rule.designator == Designator::Post {
                        posts.insert(substitute);
                    } else {
                        criteria.insert(rule.designator.clone());
                        pool.insert(substitute);
                    }
                    continue;
                }
                gone.insert(substitute);
                lines.push((false, self.why_gone(substitute)));
                let Some(why) = self.condition(substitute, &[]) else { continue };
                if !self.settings.successive_substitution {
                    let own = self.rules.iter().filter(|rule| rule.replaced == substitute && rule.act != Act::Decide);
                    let own: Vec<&Rule> = own.collect();
                    let named: BTreeSet<NodeId> = own.iter().filter_map(|rule| rule.substitute).map(id).collect();
                    if !own.is_empty() {
                        let substitutes = named.into_iter().collect();
                        lines.push((false, ReasonKind::SuccessionUnsaid { post: id(substitute), substitutes }));
                    }
                } else if path.contains(&substitute) {
                    lines.push((false, ReasonKind::Circle { post: id(substitute) }));
                } else {
                    let in_turn = self.acting(substitute, why, false, &path, lines);
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
            if outcome == Outcome::Undecidable && !undecided {
                let posts = posts.iter().copied().map(id).collect();
                lines.push((false, ReasonKind::EqualOrder { order, posts }));
            }
            return Verdict { outcome, posts, criteria };
        }
        let ids = |posts: BTreeSet<usize>| posts.into_iter().map(id).collect::<Vec<_>>();
        let missing = if rules.is_empty() {
            let may_decide = self.rules.iter().filter(of_post).any(|rule| rule.act == Act::Decide);
            if may_decide { MissingClause::FullAuthority } else { MissingClause::Substitute }
        } else if !gone.is_empty() {
            MissingClause::NextInLine { unavailable: ids(gone) }
        } else if !joint.is_empty() {
            MissingClause::JointAbsence { posts: ids(joint) }
        } else {
            MissingClause::Condition { asked, covered: covered.into_iter().collect() }
        };
        lines.push((false, ReasonKind::Missing { missing }));
        Verdict { outcome: Outcome::Nobody, posts: BTreeSet::new(), criteria: BTreeSet::new() }
    }

    /// The line on a substitute that cannot act.
    fn why_gone(&self, post: usize) -> ReasonKind {
        match self.absent.get(&post) {
            Some(condition) => ReasonKind::Absent { post: id(post), condition: *condition },
            None if self.unfilled.contains(&post) => ReasonKind::Unfilled { post: id(post) },
            None => {
                let holders = self.ex_officio.iter().filter(|(held, _)| *held == post).map(|(_, by)| *by);
                ReasonKind::HolderUnavailable { post: id(post), holder: id(holders.min().unwrap()) }
            }
        }
    }

    /// A caution for each present holder of a post that is called absent.
    fn present_holders(&self, post: usize) -> impl Iterator<Item = Line> {
        let holders: BTreeSet<usize> =
            self.ex_officio.iter().filter(|(held, _)| *held == post).map(|(_, by)| *by).collect();
        let present = holders.into_iter().filter(|holder| !self.unavailable(*holder, &[]));
        present.map(|holder| (false, ReasonKind::HolderPresent { holder: id(holder) }))
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

/// The lines at the ends of a tree of reasons, without those that only point to others.
fn ends(reasons: &[Reason]) -> BTreeSet<String> {
    fn walk(reasons: &[Reason], lines: &mut Vec<Line>) {
        for reason in reasons {
            let pointer = matches!(
                reason.kind,
                ReasonKind::ExplainedAbove { .. } | ReasonKind::Candidate { .. } | ReasonKind::Designation { .. }
            );
            if reason.because.is_empty() && !pointer {
                lines.push((reason.mark == Mark::Yes, reason.kind.clone()));
            }
            walk(&reason.because, lines);
        }
    }
    let mut lines = Vec::new();
    walk(reasons, &mut lines);
    in_order(lines)
}

/// Lines as a set, and the posts in each in order: the order of trying is the engine's own.
fn in_order(lines: Vec<Line>) -> BTreeSet<String> {
    let sorted = |(holds, mut kind): Line| {
        match &mut kind {
            ReasonKind::SuccessionUnsaid { substitutes: posts, .. }
            | ReasonKind::EqualOrder { posts, .. }
            | ReasonKind::Missing {
                missing: MissingClause::NextInLine { unavailable: posts } | MissingClause::JointAbsence { posts },
            } => posts.sort(),
            _ => {}
        }
        format!("{holds} {kind:?}")
    };
    lines.into_iter().map(sorted).collect()
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
        let mut lines = Vec::new();
        prop_assert_eq!(verdict(&result.answer), world.acting(*post, *condition, false, &[], &mut lines));
        lines.extend(world.present_holders(*post));
        prop_assert_eq!(ends(&result.answer.reasons), in_order(lines));
        let mut lines = Vec::new();
        let deciding = world.acting(*post, *condition, true, &[], &mut lines);
        match &result.deciding {
            Some(answer) => {
                prop_assert_eq!(verdict(answer), deciding);
                prop_assert_eq!(ends(&answer.reasons), in_order(lines));
            }
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
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn agrees_with_the_naive_evaluator(world in world()) {
        compare(&world)?;
    }

    #[test]
    fn agrees_on_interwoven_substitution(world in interwoven_world()) {
        compare(&world)?;
    }
}

//! Resilience of invented bodies: sets by hand, and against trying every set.

use proptest::prelude::*;

use super::*;
use crate::analysis::acting;
use crate::analysis::fixtures::{Body, Line, cites_verbatim};
use crate::graph::{Designator, Settings};

fn id(post: &str) -> NodeId {
    NodeId::new(format!("甲市{post}"))
}

fn of<'r>(report: &'r ResilienceReport, post: &str) -> &'r PostResilience {
    report.posts.iter().find(|other| other.post == id(post)).unwrap()
}

/// A department whose head has an optional deputy, below a head of office without a substitute.
fn office() -> Body {
    Body::new("甲市")
        .unit("局")
        .head("局", "局長")
        .unit("局/総務部")
        .head("局/総務部", "部長")
        .optional("局/総務部", "次長")
        .post("局/総務部", "主事")
        .commands("局#局長", "局/総務部#部長")
        .commands("局/総務部#部長", "局/総務部#主事")
        .substitutes("局/総務部#次長", "局/総務部#部長", 1)
        .duty("局", 1, "総合調整に関すること")
        .duty("局/総務部", 1, "文書に関すること")
        .duty("局/総務部", 2, "公印に関すること")
}

#[test]
fn sets_depth_and_single_points() {
    let graph = office().graph();
    let report = resilience(&graph, &ResilienceQuestion::default()).unwrap();
    cites_verbatim(&graph, &report);
    let head = of(&report, "/局/総務部#部長");
    assert_eq!(head.smallest, Smallest::Size { absences: 2 });
    assert_eq!(head.sets, [vec![id("/局/総務部#部長"), id("/局/総務部#次長")]]);
    assert_eq!((head.depth, head.optional, head.duties.len()), (1, 1, 2));
    let [point] = &report.single_points[..] else { panic!("{:?}", report.single_points) };
    assert_eq!((&point.post, point.duties.len(), point.duties_below), (&id("/局#局長"), 1, 2));
    assert_eq!(point.cut_off, [id("/局/総務部#部長"), id("/局/総務部#主事")]);
    assert_eq!(point.missing, MissingClause::Substitute);
    let [row] = &report.units[..] else { panic!() };
    assert_eq!((row.posts, row.sizes.one, row.sizes.two, row.duties, row.duties_at_risk), (2, 1, 1, 3, 1));

    // Where nobody need be the deputy, the head of the department is a single point too.
    let question = ResilienceQuestion { optional_unfilled: true, ..ResilienceQuestion::default() };
    let report = resilience(&graph, &question).unwrap();
    assert_eq!(report.single_points.len(), 2);
    // The text speaks of 事故 only.
    let question = ResilienceQuestion { condition: Condition::Vacant, ..ResilienceQuestion::default() };
    assert_eq!(of(&resilience(&graph, &question).unwrap(), "/局/総務部#部長").sets.len(), 1);
}

#[test]
fn a_criterion_is_never_left_unattended() {
    let line = Line { order: 2, designator: Designator::Criterion("上席の職員".into()), ..Line::default() };
    let graph = office().designates("局/総務部#部長", line).graph();
    let report = resilience(&graph, &ResilienceQuestion::default()).unwrap();
    let head = of(&report, "/局/総務部#部長");
    assert_eq!((head.smallest, head.criterion, &head.sets[..]), (Smallest::Never, true, &[][..]));
}

#[test]
fn a_post_held_ex_officio_goes_with_its_holder() {
    let graph = office()
        .post("", "危機管理責任者")
        .ex_officio("#危機管理責任者", "局#局長")
        .duty("#危機管理責任者", 1, "防災に関すること")
        .graph();
    let report = resilience(&graph, &ResilienceQuestion::default()).unwrap();
    assert_eq!(of(&report, "#危機管理責任者").sets, [vec![id("/局#局長")]]);
    assert_eq!(report.single_points[0].unattended, [id("/局#局長"), id("#危機管理責任者")]);
    let drill = drill(&graph, &ResilienceQuestion::default()).unwrap();
    assert_eq!((drill.counts.nobody, drill.counts.post), (1, 1));
    assert_eq!(drill.rows[0].ex_officio[0].outcome, Outcome::Nobody);
    cites_verbatim(&graph, &drill);
}

#[test]
fn only_the_units_asked_about() {
    let graph = office().graph();
    let question = ResilienceQuestion { units: vec![id("/局/総務部")], ..ResilienceQuestion::default() };
    assert_eq!(resilience(&graph, &question).unwrap().posts.len(), 1);
    assert_eq!(drill(&graph, &question).unwrap().rows.len(), 1);
    let question = ResilienceQuestion { units: vec![id("/局#局長")], ..ResilienceQuestion::default() };
    assert!(resilience(&graph, &question).is_err());
}

const POSTS: usize = 5;

/// A substitution: substitute, replaced, order, joint.
type Rule = (usize, usize, u32, Option<usize>);

/// Random substitutions among a few posts, posts held ex officio, and whether substitutes replace each other in turn.
fn world() -> impl Strategy<Value = (Vec<Rule>, Vec<(usize, usize)>, bool)> {
    let rule = (0..POSTS, 0..POSTS, 1..4u32, prop::option::weighted(0.2, 0..POSTS));
    let held = prop::collection::vec((0..POSTS, 0..POSTS), 0..2);
    (prop::collection::vec(rule, 0..8), held, any::<bool>())
}

const TITLES: [&str; POSTS] = ["#0", "#1", "#2", "#3", "#4"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// The sets found are those that trying every set of at most three absences finds.
    #[test]
    fn sets_are_those_of_trying_all((rules, held, successive) in world()) {
        let settings = Settings { successive_substitution: successive, ..Settings::default() };
        let mut body = Body::new("甲市").settings(settings);
        for title in TITLES {
            body = body.post("", title.trim_start_matches('#'));
        }
        for (held, by) in held.iter().filter(|(held, by)| held != by) {
            body = body.ex_officio(TITLES[*held], TITLES[*by]);
        }
        for (by, post, order, joint) in rules.iter().filter(|(by, post, ..)| by != post) {
            let joint = joint.iter().map(|other| TITLES[*other]).collect();
            body = body.substitutes_by(TITLES[*by], TITLES[*post], Line { order: *order, joint, ..Line::default() });
        }
        let graph = body.graph();
        let report = resilience(&graph, &ResilienceQuestion::default()).unwrap();
        // Absences of people: a post held ex officio is absent with its holders.
        let alone: Vec<NodeId> = TITLES.iter().map(|title| id(title)).filter(|post| holders(&graph, post).is_empty()).collect();
        for found in report.posts.iter().filter(|found| holders(&graph, &found.post).is_empty()) {
            let mut smallest: Vec<Vec<NodeId>> = Vec::new();
            for size in 1..=LARGEST_SET {
                for mask in 0u32..1 << alone.len() {
                    let set: Vec<NodeId> = (0..alone.len()).filter(|at| mask & (1 << at) != 0).map(|at| alone[at].clone()).collect();
                    let contains = |smaller: &Vec<NodeId>| smaller.iter().all(|post| set.contains(post));
                    if set.len() != size || !set.contains(&found.post) || smallest.iter().any(contains) {
                        continue;
                    }
                    let report = acting(&graph, &absent(&Scenario::default(), &set, Condition::Incapacitated)).unwrap();
                    let result = report.results.iter().find(|result| result.post == found.post).unwrap();
                    if result.answer.outcome == Outcome::Nobody {
                        smallest.push(set);
                    }
                }
            }
            let mut expected = smallest;
            let mut sets = found.sets.clone();
            expected.sort();
            sets.sort();
            prop_assert_eq!(sets, expected, "{}", found.post);
        }
    }
}

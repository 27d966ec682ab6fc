//! Chains of invented bodies, and against an enumeration of all paths on random graphs.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::analysis::fixtures::{Body, RandomCommands, cites_verbatim};
use crate::graph::NodeId;

fn ids(body: &str, posts: &[&str]) -> Vec<NodeId> {
    posts.iter().map(|post| NodeId::new(format!("{body}{post}"))).collect()
}

/// Two officers and a technical director above a centre, which has a department with a deputy and a second superior.
fn centre() -> AuthorityGraph {
    Body::new("乙機構")
        .officer("会長")
        .officer("副会長")
        .optional("", "技術監")
        .commanded_by_one_of(&["#会長", "#副会長"], "#技術監")
        .unit("研究所")
        .head("研究所", "所長")
        .commanded_by_one_of(&["#会長", "#副会長", "#技術監"], "研究所#所長")
        .unit("研究所/計測部")
        .head("研究所/計測部", "部長")
        .commands("研究所#所長", "研究所/計測部#部長")
        .optional("研究所/計測部", "次長")
        .assists("研究所/計測部#次長", "研究所/計測部#部長")
        .commands("研究所/計測部#部長", "研究所/計測部#次長")
        .optional("研究所/計測部", "担当部長")
        .commands_within(CommandScope::SpecificMatters, "研究所/計測部#担当部長", "研究所/計測部#次長")
        .unit("監査部")
        .head("監査部", "部長")
        .commands("#会長", "監査部#部長")
        .unit("倉庫")
        .head("倉庫", "番人")
        .graph()
}

#[test]
fn alternatives_multiply_chains_but_not_steps() {
    let graph = centre();
    let answer = command_chain(&graph, &"乙機構/研究所/計測部#部長".into()).unwrap();
    let tail = ["/研究所#所長", "/研究所/計測部#部長"];
    let chain = |top: &[&str]| ids("乙機構", &[top, &tail].concat());
    assert_eq!(
        answer.chains,
        [chain(&["#会長"]), chain(&["#副会長"]), chain(&["#会長", "#技術監"]), chain(&["#副会長", "#技術監"])]
    );
    assert!(!answer.truncated);
    assert!(answer.cycles.is_empty());
    let steps: Vec<(&str, usize)> = answer.steps.iter().map(|step| (step.post.as_str(), step.level)).collect();
    assert_eq!(
        steps,
        [
            ("乙機構#会長", 0),
            ("乙機構#副会長", 0),
            ("乙機構#技術監", 1),
            ("乙機構/研究所#所長", 2),
            ("乙機構/研究所/計測部#部長", 3)
        ]
    );
    let centre_head = &answer.steps[3];
    assert_eq!(centre_head.superiors.len(), 1, "one statement names the three sources");
    assert_eq!(centre_head.superiors[0].commands.len(), 3);
    assert!(centre_head.superiors[0].alternatives.is_some());
    let asked = &answer.steps[4];
    assert_eq!(asked.superiors.len(), 1);
    assert_eq!(asked.superiors[0].alternatives, None);
    assert_eq!(asked.assistants[0].from.as_str(), "乙機構/研究所/計測部#次長");
    cites_verbatim(&graph, &answer);
}

#[test]
fn a_superior_in_part_stands_beside_the_chain() {
    let graph = centre();
    let answer = command_chain(&graph, &"乙機構/研究所/計測部#次長".into()).unwrap();
    assert!(answer.chains.iter().flatten().all(|post| post.as_str() != "乙機構/研究所/計測部#担当部長"));
    let last = answer.steps.last().unwrap();
    assert_eq!(last.second_superiors[0].from.as_str(), "乙機構/研究所/計測部#担当部長");
}

#[test]
fn a_post_without_superior_is_its_own_chain() {
    let graph = centre();
    let answer = command_chain(&graph, &"乙機構/倉庫#番人".into()).unwrap();
    assert_eq!(answer.chains, [ids("乙機構", &["/倉庫#番人"])]);
    assert!(answer.steps[0].superiors.is_empty());
}

#[test]
fn only_posts_have_chains() {
    let graph = centre();
    assert_eq!(
        command_chain(&graph, &"乙機構/倉庫".into()),
        Err(AnalysisError::WrongLabel { id: "乙機構/倉庫".into(), expected: Label::Post, found: Label::Unit })
    );
    assert_eq!(command_chain(&graph, &"乙機構/?".into()), Err(AnalysisError::UnknownNode("乙機構/?".into())));
}

#[test]
fn an_ex_officio_post_names_its_holder() {
    let graph = Body::new("甲市").officer("市長").post("", "本部長").ex_officio("#本部長", "#市長").graph();
    let answer = command_chain(&graph, &"甲市#本部長".into()).unwrap();
    assert_eq!(answer.steps[0].held_by[0].to.as_str(), "甲市#市長");
}

#[test]
fn a_circle_is_reported_and_ends() {
    let graph = Body::new("甲市")
        .post("", "甲")
        .post("", "乙")
        .post("", "丙")
        .commands("#甲", "#乙")
        .commands("#乙", "#甲")
        .commands("#乙", "#丙")
        .graph();
    let answer = command_chain(&graph, &"甲市#丙".into()).unwrap();
    assert_eq!(answer.chains, [ids("甲市", &["#甲", "#乙", "#丙"])]);
    assert_eq!(answer.cycles, [ids("甲市", &["#甲", "#乙"])]);
    assert_eq!(connection(&graph, &"甲市#甲".into(), &"甲市#乙".into()).unwrap().relation, ConnectionKind::Mutual);
}

#[test]
fn too_many_chains_are_cut_and_said_to_be() {
    // Ten layers of two equal superiors: 1,024 chains.
    let mut body = Body::new("丙県").post("", "末");
    let mut below = vec!["#末".to_owned()];
    for layer in 0..10 {
        let layer: Vec<String> = ["左", "右"].iter().map(|side| format!("{side}{layer}")).collect();
        for title in &layer {
            body = body.post("", title);
        }
        for subordinate in &below {
            for title in &layer {
                body = body.commands(&format!("#{title}"), subordinate);
            }
        }
        below = layer.into_iter().map(|title| format!("#{title}")).collect();
    }
    let graph = body.graph();
    let answer = command_chain(&graph, &"丙県#末".into()).unwrap();
    assert_eq!((answer.chains.len(), answer.truncated), (MAX_CHAINS, true));
    assert_eq!(answer.steps.len(), 21, "the steps are complete where the list of chains is not");
    let connection = connection(&graph, &"丙県#左9".into(), &"丙県#末".into()).unwrap();
    assert_eq!((connection.chains.len(), connection.truncated), (512, false));
}

#[test]
fn connections_between_two_posts() {
    let graph = centre();
    let between = |from: &str, to: &str| {
        connection(&graph, &NodeId::new(format!("乙機構{from}")), &NodeId::new(format!("乙機構{to}"))).unwrap()
    };
    let down = between("#会長", "/研究所#所長");
    assert_eq!(down.relation, ConnectionKind::Commands);
    assert_eq!(
        down.chains,
        [ids("乙機構", &["#会長", "#技術監", "/研究所#所長"]), ids("乙機構", &["#会長", "/研究所#所長"])]
    );
    assert_eq!(down.commands.len(), 3);
    cites_verbatim(&graph, &down);

    let up = between("/研究所/計測部#部長", "#会長");
    assert_eq!((up.relation, up.chains.len(), up.reverse_chains.len()), (ConnectionKind::CommandedBy, 0, 2));

    let beside = between("/監査部#部長", "/研究所/計測部#部長");
    assert_eq!(beside.relation, ConnectionKind::Meet);
    assert_eq!(beside.meetings.len(), 1);
    assert_eq!(beside.meetings[0].post.as_str(), "乙機構#会長");
    assert_eq!(beside.meetings[0].to_first, [ids("乙機構", &["#会長", "/監査部#部長"])]);
    assert_eq!(beside.meetings[0].to_second.len(), 2);

    let in_part = between("/研究所/計測部#担当部長", "/研究所/計測部#次長");
    assert_eq!((in_part.relation, in_part.commands.len()), (ConnectionKind::CommandsInPart, 1));
    assert_eq!(between("/倉庫#番人", "#会長").relation, ConnectionKind::Unconnected);
    assert_eq!(between("#会長", "#会長").relation, ConnectionKind::Same);
}

/// All ways up from the last post of `path` over commands of scope `all`, without meeting a post twice, as far as it goes.
fn all_ways_up(random: &RandomCommands, path: &[usize], found: &mut BTreeSet<Vec<usize>>) {
    let last = path[path.len() - 1];
    let superiors: BTreeSet<usize> =
        random.edges.iter().filter(|edge| edge.to == last && edge.full).map(|edge| edge.from).collect();
    let next: Vec<usize> = superiors.into_iter().filter(|post| !path.contains(post)).collect();
    if next.is_empty() {
        found.insert(path.iter().rev().copied().collect());
    }
    for post in next {
        all_ways_up(random, &[path, &[post]].concat(), found);
    }
}

/// All simple ways down from the last post of `path` to `goal`.
fn all_ways_down(random: &RandomCommands, path: &[usize], goal: usize, found: &mut BTreeSet<Vec<usize>>) {
    let last = path[path.len() - 1];
    if last == goal {
        found.insert(path.to_vec());
        return;
    }
    for edge in random.edges.iter().filter(|edge| edge.from == last && edge.full && !path.contains(&edge.to)) {
        all_ways_down(random, &[path, &[edge.to]].concat(), goal, found);
    }
}

fn numbers(random: &RandomCommands, chains: &[Vec<NodeId>]) -> BTreeSet<Vec<usize>> {
    let set: BTreeSet<Vec<usize>> =
        chains.iter().map(|chain| chain.iter().map(|post| random.number(post)).collect()).collect();
    assert_eq!(set.len(), chains.len(), "no chain is listed twice");
    set
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn chains_are_all_paths(random in RandomCommands::strategy(6, 14)) {
        let graph = random.graph();
        for post in 0..random.posts {
            let answer = command_chain(&graph, &random.id(post)).unwrap();
            let mut expected = BTreeSet::new();
            all_ways_up(&random, &[post], &mut expected);
            prop_assert_eq!(numbers(&random, &answer.chains), expected);
            // The steps are exactly the posts from which there is a way down.
            let steps: BTreeSet<usize> = answer.steps.iter().map(|step| random.number(&step.post)).collect();
            let above: BTreeSet<usize> = (0..random.posts).filter(|other| {
                let mut found = BTreeSet::new();
                all_ways_down(&random, &[*other], post, &mut found);
                !found.is_empty()
            }).collect();
            prop_assert_eq!(&steps, &above);
            prop_assert_eq!(steps.len(), answer.steps.len());
            prop_assert_eq!(&answer.steps.last().unwrap().post, &random.id(post));
            // A superior stands higher, unless the two command each other in a circle.
            let level = |id: &NodeId| answer.steps.iter().find(|step| step.post == *id).unwrap().level;
            for edge in answer.steps.iter().flat_map(|step| &step.superiors).flat_map(|source| &source.commands) {
                let circle = answer.cycles.iter().any(|cycle| cycle.contains(&edge.from) && cycle.contains(&edge.to));
                prop_assert!(circle || level(&edge.from) < level(&edge.to));
            }
        }
    }

    #[test]
    fn connections_are_all_paths(random in RandomCommands::strategy(6, 14), from in 0..6usize, to in 0..6usize) {
        let (from, to) = (from % random.posts, to % random.posts);
        let graph = random.graph();
        let answer = connection(&graph, &random.id(from), &random.id(to)).unwrap();
        let ways = |from: usize, to: usize| {
            let mut found = BTreeSet::new();
            all_ways_down(&random, &[from], to, &mut found);
            found
        };
        let commands = |superior: usize, post: usize| superior != post && !ways(superior, post).is_empty();
        if from != to && (commands(from, to) || commands(to, from)) {
            prop_assert_eq!(numbers(&random, &answer.chains), ways(from, to));
            prop_assert_eq!(numbers(&random, &answer.reverse_chains), ways(to, from));
        }
        if !answer.meetings.is_empty() || matches!(answer.relation, ConnectionKind::Meet | ConnectionKind::Unconnected) {
            let common: Vec<usize> =
                (0..random.posts).filter(|post| commands(*post, from) && commands(*post, to)).collect();
            let lowest = common.iter().filter(|post| {
                common.iter().all(|other| !commands(**post, *other) || commands(*other, **post))
            });
            let met: BTreeSet<usize> = answer.meetings.iter().map(|meeting| random.number(&meeting.post)).collect();
            prop_assert_eq!(met, lowest.copied().collect::<BTreeSet<_>>());
            for meeting in &answer.meetings {
                let post = random.number(&meeting.post);
                prop_assert_eq!(numbers(&random, &meeting.to_first), ways(post, from));
                prop_assert_eq!(numbers(&random, &meeting.to_second), ways(post, to));
            }
        }
        cites_verbatim(&graph, &answer);
    }
}

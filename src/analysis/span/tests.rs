//! Spans of invented bodies, and against plain reachability on random graphs.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::analysis::fixtures::{Body, RandomCommands, cites_verbatim};

#[test]
fn everybody_once_as_a_tree() {
    let graph = Body::new("甲市")
        .officer("市長")
        .post("", "危機管理監")
        .ex_officio("#危機管理監", "#市長")
        .unit("総務部")
        .head("総務部", "部長")
        .commands("#市長", "総務部#部長")
        .optional("総務部", "担当部長")
        .commands("総務部#部長", "総務部#担当部長")
        .unit("総務部/文書課")
        .head("総務部/文書課", "課長")
        .commands("総務部#部長", "総務部/文書課#課長")
        .commands_within(CommandScope::SpecificMatters, "総務部#担当部長", "総務部/文書課#課長")
        .post("総務部/文書課", "主任")
        .commands("総務部/文書課#課長", "総務部/文書課#主任")
        .unit("出納室")
        .head("出納室", "室長")
        .commands_within(CommandScope::OwnCharge, "#市長", "出納室#室長")
        .post("出納室", "主任")
        .commands("出納室#室長", "出納室#主任")
        .graph();
    let answer = span(&graph, &"甲市#市長".into()).unwrap();
    let lines: Vec<(&str, usize, bool)> =
        answer.subordinates.iter().map(|line| (line.post.as_str(), line.depth, line.in_part)).collect();
    assert_eq!(
        lines,
        [
            ("甲市/総務部#部長", 1, false),
            ("甲市/総務部#担当部長", 2, false),
            ("甲市/総務部/文書課#課長", 2, false),
            ("甲市/総務部/文書課#主任", 3, false),
            ("甲市/出納室#室長", 1, true),
            ("甲市/出納室#主任", 2, true),
        ]
    );
    assert_eq!(answer.total, 6);
    let counts: Vec<_> = answer.counts.iter().map(|count| (count.depth, count.posts)).collect();
    assert_eq!(counts, [(1, 2), (2, 3), (3, 1)]);
    assert_eq!(answer.also_holds[0].from.as_str(), "甲市#危機管理監");
    let section_head = &answer.subordinates[2];
    assert_eq!(section_head.command.from.as_str(), "甲市/総務部#部長");
    assert_eq!(section_head.other_commands[0].from.as_str(), "甲市/総務部#担当部長");
    cites_verbatim(&graph, &answer);

    // Seen from the second superior, the same people are under it only in part.
    let answer = span(&graph, &"甲市/総務部#担当部長".into()).unwrap();
    assert_eq!(answer.subordinates.iter().map(|line| line.in_part).collect::<Vec<_>>(), [true, true]);
    assert!(answer.subordinates[0].other_commands.is_empty(), "部長 is no part of this span");
}

#[test]
fn a_circle_ends() {
    let graph = Body::new("甲市").post("", "甲").post("", "乙").commands("#甲", "#乙").commands("#乙", "#甲").graph();
    let answer = span(&graph, &"甲市#甲".into()).unwrap();
    assert_eq!((answer.total, answer.subordinates[0].post.as_str()), (1, "甲市#乙"));
}

#[test]
fn a_long_chain_neither_overflows_nor_repeats() {
    let mut body = Body::new("甲市").post("", "0");
    for number in 1..2_000 {
        body = body.post("", &number.to_string()).commands(&format!("#{}", number - 1), &format!("#{number}"));
    }
    let answer = span(&body.graph(), &"甲市#0".into()).unwrap();
    assert_eq!((answer.total, answer.subordinates.last().unwrap().depth), (1_999, 1_999));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_span_is_what_is_reachable(random in RandomCommands::strategy(7, 16)) {
        let graph = random.graph();
        for post in 0..random.posts {
            let answer = span(&graph, &random.id(post)).unwrap();
            // Distances by repeated relaxation, once over full commands and once over all.
            let distances = |in_part: bool| {
                let mut distance = vec![usize::MAX; random.posts];
                distance[post] = 0;
                for _ in 0..random.posts {
                    for edge in random.edges.iter().filter(|edge| edge.full || in_part) {
                        distance[edge.to] = distance[edge.to].min(distance[edge.from].saturating_add(1));
                    }
                }
                distance
            };
            let (full, any) = (distances(false), distances(true));
            let listed: BTreeSet<usize> = answer.subordinates.iter().map(|line| random.number(&line.post)).collect();
            prop_assert_eq!(listed.len(), answer.subordinates.len());
            for other in (0..random.posts).filter(|other| *other != post) {
                prop_assert_eq!(listed.contains(&other), any[other] != usize::MAX);
            }
            let mut branch: Vec<&NodeId> = vec![&answer.post];
            for line in &answer.subordinates {
                let number = random.number(&line.post);
                prop_assert_eq!(line.in_part, full[number] == usize::MAX);
                if !line.in_part {
                    prop_assert_eq!(line.depth, full[number]);
                }
                // Tree order: the superior is the nearest line above with a smaller depth.
                branch.truncate(line.depth);
                prop_assert_eq!(branch.last(), Some(&&line.command.from));
                branch.push(&line.post);
            }
        }
    }
}

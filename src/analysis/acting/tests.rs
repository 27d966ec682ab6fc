//! Scenarios in invented bodies: each rule of the model's section on acting, with its near misses.

use super::*;
use crate::analysis::fixtures::{Body, Line, cites_verbatim};
use crate::graph::Settings;

mod oracle;

use Condition::{Away, Incapacitated, Vacant};

/// A mayor with two deputies in order, and a treasurer who acts when mayor and first deputy are absent together.
fn city() -> Body {
    Body::new("甲市")
        .officer("市長")
        .post("", "第一副市長")
        .optional("", "第二副市長")
        .post("", "会計管理者")
        .substitutes("#第一副市長", "#市長", 1)
        .substitutes("#第二副市長", "#市長", 2)
}

fn id(post: &str) -> NodeId {
    NodeId::new(format!("甲市{post}"))
}

fn absent(posts: &[(&str, Condition)]) -> Scenario {
    posts.iter().fold(Scenario::default(), |scenario, (post, condition)| scenario.absent(id(post), *condition))
}

/// The result for the first absent post in text order, its citations checked.
fn first(graph: &AuthorityGraph, scenario: &Scenario) -> ActingResult {
    let report = acting(graph, scenario).unwrap();
    cites_verbatim(graph, &report);
    report.results.into_iter().next().unwrap()
}

fn summary(answer: &ActingAnswer) -> (Outcome, Vec<&str>) {
    (answer.outcome, answer.acting.iter().map(|post| post.as_str().trim_start_matches("甲市")).collect())
}

/// Every reason of a tree, parents before children.
fn all_reasons(reasons: &[Reason]) -> Vec<&Reason> {
    reasons.iter().flat_map(|reason| std::iter::once(reason).chain(all_reasons(&reason.because))).collect()
}

fn says(answer: &ActingAnswer, test: impl Fn(&ReasonKind) -> bool) -> bool {
    all_reasons(&answer.reasons).into_iter().any(|reason| test(&reason.kind))
}

#[test]
fn the_first_available_in_order_acts() {
    let graph = city().graph();
    let result = first(&graph, &absent(&[("#市長", Incapacitated)]));
    assert_eq!(summary(&result.answer), (Outcome::Post, vec!["#第一副市長"]));
    assert_eq!(result.answer.acts, [Act::Substitute]);
    let candidate = &result.answer.reasons[0];
    assert_eq!((candidate.mark, result.answer.reasons.len()), (Mark::Yes, 1), "nobody after the first is tried");
    assert_eq!(candidate.because.iter().map(|reason| reason.mark).collect::<Vec<_>>(), [Mark::Yes, Mark::Yes]);

    let scenario = absent(&[("#市長", Incapacitated), ("#第一副市長", Vacant)]);
    let result = first(&graph, &scenario);
    assert_eq!(summary(&result.answer), (Outcome::Post, vec!["#第二副市長"]));
    assert!(says(&result.answer, |kind| *kind == ReasonKind::MayBeUnfilled { post: id("#第二副市長") }));

    let result = first(&graph, &scenario.unfilled(id("#第二副市長")));
    assert_eq!(summary(&result.answer), (Outcome::Nobody, vec![]));
    let unavailable = vec![id("#第一副市長"), id("#第二副市長")];
    assert_eq!(result.answer.missing, Some(MissingClause::NextInLine { unavailable }));
}

#[test]
fn a_condition_that_the_text_does_not_cover_gives_nobody() {
    let graph = city().graph();
    let result = first(&graph, &absent(&[("#市長", Vacant)]));
    assert_eq!(result.answer.outcome, Outcome::Nobody);
    let missing = MissingClause::Condition { asked: Vacant, covered: vec![Incapacitated] };
    assert_eq!(result.answer.missing, Some(missing));
    assert_eq!(result.answer.reasons[0].mark, Mark::No);
}

#[test]
fn no_clause_at_all_cites_where_the_post_stands() {
    let graph = city().graph();
    let result = first(&graph, &absent(&[("#会計管理者", Incapacitated)]));
    assert_eq!(result.answer.missing, Some(MissingClause::Substitute));
    let post = graph.node(&id("#会計管理者")).unwrap();
    assert_eq!(result.answer.reasons[0].provenance, post.provenance);
}

#[test]
fn away_covers_vacancy_only_by_setting() {
    let away = Line { conditions: vec![Away], ..Line::default() };
    let body = || Body::new("甲市").post("", "課長").post("", "係長").substitutes_by("#係長", "#課長", away.clone());
    let scenario = absent(&[("#課長", Vacant)]);
    assert_eq!(first(&body().graph(), &scenario).answer.outcome, Outcome::Nobody);
    let settings = Settings { absence_includes_vacancy: true, ..Settings::default() };
    let graph = body().settings(settings).graph();
    let result = first(&graph, &scenario);
    assert_eq!(summary(&result.answer), (Outcome::Post, vec!["#係長"]));
    assert!(says(&result.answer, |kind| matches!(kind, ReasonKind::ConditionCovered { by_setting: true, .. })));
    let incapacitated = absent(&[("#課長", Incapacitated)]);
    assert_eq!(first(&graph, &incapacitated).answer.outcome, Outcome::Nobody, "不在 and 事故 stay different");
}

#[test]
fn joint_absence_needs_both() {
    let joint = Line { order: 3, joint: vec!["#第一副市長"], ..Line::default() };
    let body = || city().substitutes_by("#会計管理者", "#市長", joint.clone());
    let graph = body().graph();
    let both = absent(&[("#市長", Incapacitated), ("#第一副市長", Incapacitated)]).unfilled(id("#第二副市長"));
    assert_eq!(summary(&first(&graph, &both).answer), (Outcome::Post, vec!["#会計管理者"]));
    // The other one is vacant, and the text speaks of 事故 only.
    let other = absent(&[("#市長", Incapacitated), ("#第一副市長", Vacant)]).unfilled(id("#第二副市長"));
    let result = first(&graph, &other);
    assert_eq!(result.answer.outcome, Outcome::Nobody);
    let kind = ReasonKind::JointlyAbsent { post: id("#第一副市長"), condition: Some(Vacant) };
    assert!(says(&result.answer, |other| *other == kind));
}

#[test]
fn joint_absence_alone_names_what_is_missing() {
    let joint = Line { joint: vec!["#副町長"], ..Line::default() };
    let graph = Body::new("甲市")
        .officer("町長")
        .officer("副町長")
        .post("", "総務課長")
        .substitutes_by("#総務課長", "#町長", joint)
        .graph();
    let result = first(&graph, &absent(&[("#町長", Incapacitated)]));
    assert_eq!(result.answer.missing, Some(MissingClause::JointAbsence { posts: vec![id("#副町長")] }));
}

#[test]
fn equal_order_is_undecidable_unless_one_is_left() {
    let graph = Body::new("甲市")
        .officer("長")
        .post("", "左")
        .post("", "右")
        .substitutes("#左", "#長", 1)
        .substitutes("#右", "#長", 1)
        .graph();
    let result = first(&graph, &absent(&[("#長", Incapacitated)]));
    assert_eq!(summary(&result.answer), (Outcome::Undecidable, vec!["#左", "#右"]));
    assert!(says(&result.answer, |kind| matches!(kind, ReasonKind::EqualOrder { order: 1, .. })));
    let result = first(&graph, &absent(&[("#長", Incapacitated), ("#左", Vacant)]));
    assert_eq!(summary(&result.answer), (Outcome::Post, vec!["#右"]));
}

#[test]
fn a_criterion_is_an_answer_and_no_post() {
    let senior = Designator::Criterion("上席の課長".into());
    let line = Line { order: 2, designator: senior.clone(), ..Line::default() };
    let graph = Body::new("甲市")
        .post("", "部長")
        .optional("", "次長")
        .substitutes("#次長", "#部長", 1)
        .designates("#部長", line)
        .graph();
    let scenario = absent(&[("#部長", Incapacitated)]);
    assert_eq!(summary(&first(&graph, &scenario).answer), (Outcome::Post, vec!["#次長"]));
    let result = first(&graph, &scenario.unfilled(id("#次長")));
    assert_eq!(summary(&result.answer), (Outcome::Criterion, vec![]));
    assert_eq!(result.answer.criteria[0].designator, senior);
}

#[test]
fn a_criterion_among_named_posts_lists_the_available_ones() {
    let designated = Designator::Designated("会長があらかじめ指定する者".into());
    let line = Line { designator: designated, ..Line::default() };
    let graph = Body::new("甲市")
        .officer("会長")
        .post("", "甲委員")
        .post("", "乙委員")
        .substitutes_by("#甲委員", "#会長", line.clone())
        .substitutes_by("#乙委員", "#会長", line)
        .graph();
    let scenario = absent(&[("#会長", Incapacitated)]);
    assert_eq!(summary(&first(&graph, &scenario).answer), (Outcome::Criterion, vec!["#甲委員", "#乙委員"]));
    let scenario = scenario.absent(id("#甲委員"), Incapacitated);
    assert_eq!(summary(&first(&graph, &scenario).answer), (Outcome::Criterion, vec!["#乙委員"]));
}

#[test]
fn an_absent_substitute_is_replaced_in_turn_only_by_setting() {
    let body = || {
        Body::new("甲市")
            .officer("長")
            .post("", "次")
            .post("", "三")
            .substitutes("#次", "#長", 1)
            .substitutes("#三", "#次", 1)
    };
    let scenario = absent(&[("#長", Incapacitated), ("#次", Incapacitated)]);
    let result = first(&body().graph(), &scenario);
    assert_eq!(result.answer.outcome, Outcome::Nobody);
    let unsaid = ReasonKind::SuccessionUnsaid { post: id("#次"), substitutes: vec![id("#三")] };
    assert!(says(&result.answer, |kind| *kind == unsaid));

    let successive = Settings { successive_substitution: true, ..Settings::default() };
    let graph = body().settings(successive).graph();
    assert_eq!(summary(&first(&graph, &scenario).answer), (Outcome::Post, vec!["#三"]));
    // The text covers 事故 of the substitute, not that nobody holds its post.
    let vacant = absent(&[("#長", Incapacitated), ("#次", Vacant)]);
    assert_eq!(first(&graph, &vacant).answer.outcome, Outcome::Nobody);
}

#[test]
fn substitution_in_a_circle_ends() {
    let successive = Settings { successive_substitution: true, ..Settings::default() };
    let graph = Body::new("甲市")
        .post("", "左")
        .post("", "右")
        .substitutes("#右", "#左", 1)
        .substitutes("#左", "#右", 1)
        .settings(successive)
        .graph();
    let result = first(&graph, &absent(&[("#左", Incapacitated), ("#右", Incapacitated)]));
    assert_eq!(result.answer.outcome, Outcome::Nobody);
    assert!(says(&result.answer, |kind| *kind == ReasonKind::Circle { post: id("#左") }));
}

/// 甲 to 戊, where an absent substitute is replaced by its own.
fn five_posts_acting_in_turn() -> Body {
    let successive = Settings { successive_substitution: true, ..Settings::default() };
    let posts = ["甲", "乙", "丙", "丁", "戊"].iter();
    posts.fold(Body::new("甲市").settings(successive), |body, title| body.post("", title))
}

#[test]
fn what_was_found_on_one_way_is_not_reused_where_that_way_is_closed() {
    // 甲 is replaced by 乙 or 丙, 乙 by 丙 and then 丁, 丙 by 戊 or 乙. On the way through 乙, 丙 leads to 戊 only, as 乙 is
    // being replaced already; on the way through 丙, 乙 leads to 丁, as 丙 is.
    let graph = five_posts_acting_in_turn()
        .substitutes("#乙", "#甲", 1)
        .substitutes("#丙", "#甲", 1)
        .substitutes("#丙", "#乙", 1)
        .substitutes("#丁", "#乙", 2)
        .substitutes("#戊", "#丙", 1)
        .substitutes("#乙", "#丙", 1)
        .graph();
    let result = first(&graph, &absent(&[("#甲", Incapacitated), ("#乙", Incapacitated), ("#丙", Incapacitated)]));
    assert_eq!(summary(&result.answer), (Outcome::Undecidable, vec!["#戊", "#丁"]));
}

#[test]
fn a_substitute_reached_twice_is_explained_once() {
    let graph = five_posts_acting_in_turn()
        .substitutes("#乙", "#甲", 1)
        .substitutes("#丙", "#甲", 1)
        .substitutes("#丁", "#乙", 1)
        .substitutes("#丁", "#丙", 1)
        .substitutes("#戊", "#丁", 1)
        .graph();
    let scenario = absent(&[("#甲", Vacant), ("#乙", Vacant), ("#丙", Vacant), ("#丁", Vacant)]);
    assert_eq!(first(&graph, &scenario).answer.outcome, Outcome::Nobody);
    let names = ["#甲", "#乙", "#丙", "#丁"];
    let result = first(&graph, &absent(&names.map(|name| (name, Incapacitated))));
    assert_eq!(summary(&result.answer), (Outcome::Post, vec!["#戊"]));
    let explained = |kind: &ReasonKind| *kind == ReasonKind::ExplainedAbove { post: id("#丁") };
    assert_eq!(all_reasons(&result.answer.reasons).into_iter().filter(|reason| explained(&reason.kind)).count(), 1);
}

#[test]
fn interwoven_circles_are_bounded() {
    // Twelve posts, each the substitute of every other, all absent: 12! ways to go on.
    let successive = Settings { successive_substitution: true, ..Settings::default() };
    let mut body = Body::new("甲市").settings(successive);
    let posts: Vec<String> = (0..12).map(|number| format!("職{number}")).collect();
    for title in &posts {
        body = body.post("", title);
    }
    for a in &posts {
        for b in posts.iter().filter(|b| *b != a) {
            body = body.substitutes(&format!("#{a}"), &format!("#{b}"), 1);
        }
    }
    let all: Vec<(String, Condition)> = posts.iter().map(|title| (format!("#{title}"), Incapacitated)).collect();
    let scenario = all.iter().fold(Scenario::default(), |scenario, (post, why)| scenario.absent(id(post), *why));
    let result = first(&body.graph(), &scenario);
    assert!(says(&result.answer, |kind| matches!(kind, ReasonKind::TooManyReplacements { .. })));
    assert_eq!(result.answer.outcome, Outcome::Undecidable);
}

#[test]
fn a_long_row_of_absent_substitutes_is_bounded() {
    let successive = Settings { successive_substitution: true, ..Settings::default() };
    let mut body = Body::new("甲市").settings(successive).post("", "0");
    let mut scenario = absent(&[("#0", Incapacitated)]);
    for number in 1..500 {
        body = body.post("", &number.to_string()).substitutes(&format!("#{number}"), &format!("#{}", number - 1), 1);
        scenario = scenario.absent(id(&format!("#{number}")), Incapacitated);
    }
    let result = first(&body.graph(), &scenario);
    assert_eq!(result.answer.outcome, Outcome::Undecidable, "not followed to its end, so not decided");
}

#[test]
fn deciding_routine_matters_is_not_acting() {
    let decide = Line { act: Act::Decide, conditions: vec![Away], ..Line::default() };
    let graph = Body::new("甲市").post("", "課長").post("", "補佐").substitutes_by("#補佐", "#課長", decide).graph();
    let result = first(&graph, &absent(&[("#課長", Away)]));
    assert_eq!(result.answer.missing, Some(MissingClause::FullAuthority));
    assert_eq!(summary(&result.deciding.unwrap()), (Outcome::Post, vec!["#補佐"]));
    let result = first(&city().graph(), &absent(&[("#市長", Incapacitated)]));
    assert_eq!(result.deciding, None);
}

#[test]
fn a_post_held_ex_officio_goes_with_its_holder() {
    let body = || city().post("", "防災本部長").ex_officio("#防災本部長", "#市長");
    let scenario = absent(&[("#市長", Incapacitated)]);
    let result = first(&body().graph(), &scenario);
    let consequence = &result.ex_officio[0];
    assert_eq!(consequence.post, id("#防災本部長"));
    // Whether 第一副市長 also takes this post, the text does not say.
    assert_eq!(summary(&consequence.answer), (Outcome::Undecidable, vec!["#第一副市長"]));
    assert!(says(&consequence.answer, |kind| matches!(kind, ReasonKind::ExOfficioUnsaid { .. })));

    let graph = body().substitutes("#会計管理者", "#防災本部長", 1).graph();
    let result = first(&graph, &scenario);
    assert_eq!(summary(&result.ex_officio[0].answer), (Outcome::Post, vec!["#会計管理者"]));

    let result = first(&body().graph(), &absent(&[("#市長", Vacant)]));
    assert_eq!(result.ex_officio[0].answer.outcome, Outcome::Nobody, "nobody acts for the holder either");
}

#[test]
fn a_substitute_held_ex_officio_by_an_absent_post_cannot_act() {
    let graph =
        city().post("", "本部長").ex_officio("#本部長", "#会計管理者").substitutes("#本部長", "#第一副市長", 1).graph();
    let scenario = absent(&[("#第一副市長", Incapacitated), ("#会計管理者", Away)]);
    let result = first(&graph, &scenario);
    assert_eq!(result.answer.outcome, Outcome::Nobody);
    let kind = ReasonKind::HolderUnavailable { post: id("#本部長"), holder: id("#会計管理者") };
    assert!(says(&result.answer, |other| *other == kind));
    let scenario = absent(&[("#本部長", Incapacitated)]);
    let holder = ReasonKind::HolderPresent { holder: id("#会計管理者") };
    assert!(says(&first(&graph, &scenario).answer, |other| *other == holder));
}

#[test]
fn a_post_that_no_clause_creates_is_marked() {
    let graph = Body::new("甲市")
        .post("", "部長")
        .post_of("", "参与", Establishment::Elsewhere, Status::Unknown)
        .substitutes("#参与", "#部長", 1)
        .graph();
    let result = first(&graph, &absent(&[("#部長", Incapacitated)]));
    assert_eq!(summary(&result.answer), (Outcome::Post, vec!["#参与"]));
    assert!(says(&result.answer, |kind| *kind == ReasonKind::NotEstablished { post: id("#参与") }));
}

#[test]
fn scenarios_that_cannot_be_put() {
    let graph = city().unit("総務部").graph();
    let error = |scenario| acting(&graph, &scenario).unwrap_err();
    let mandatory = error(Scenario::default().unfilled(id("#第一副市長")));
    assert_eq!(mandatory, AnalysisError::NotOptional(id("#第一副市長")));
    let unit = error(absent(&[("/総務部", Vacant)]));
    assert!(matches!(unit, AnalysisError::WrongLabel { found: Label::Unit, .. }));
    assert!(matches!(error(absent(&[("#無", Vacant)])), AnalysisError::UnknownNode(_)));
    assert_eq!(acting(&graph, &Scenario::default()).unwrap().results, []);
}

#[test]
fn json_has_the_promised_form() {
    let graph = city().graph();
    let report = acting(&graph, &absent(&[("#市長", Incapacitated)])).unwrap();
    let json = serde_json::to_value(&report).unwrap();
    let result = &json["results"][0];
    assert_eq!(result["post"], "甲市#市長");
    assert_eq!(result["outcome"], "post");
    assert_eq!(result["acting"], serde_json::json!(["甲市#第一副市長"]));
    let reason = &result["reasons"][0];
    assert_eq!((&reason["mark"], &reason["reason"]), (&"yes".into(), &"candidate".into()));
    assert!(reason["clauses"].is_array() && reason["words"].is_array() && reason["because"].is_array());
}

#[test]
fn what_goes_with_a_post_follows_or_is_reported_as_silent() {
    let graph = Body::new("甲市")
        .unit("総務部")
        .head("総務部", "部長")
        .optional("総務部", "次長")
        .post("総務部", "主事")
        .substitutes("総務部#次長", "総務部#部長", 1)
        .commands("総務部#部長", "総務部#主事")
        .duty("総務部", 1, "文書に関すること")
        .duty("総務部#部長", 1, "秘書に関すること")
        .council("政策会議")
        .council_edge("総務部#部長", "政策会議", crate::graph::Relation::MemberOf)
        .graph();
    let fates = |scenario: &Scenario| -> Vec<(AttachmentKind, usize, Fate)> {
        let result = first(&graph, scenario);
        result.attachments.iter().map(|attachment| (attachment.kind, attachment.of.len(), attachment.fate)).collect()
    };
    let scenario = absent(&[("/総務部#部長", Incapacitated)]);
    let follows = [
        (AttachmentKind::Headship, 1, Fate::Follows),
        (AttachmentKind::Duty, 2, Fate::Follows),
        (AttachmentKind::Command, 1, Fate::Follows),
        (AttachmentKind::Membership, 1, Fate::Silent),
    ];
    assert_eq!(fates(&scenario), follows);
    assert!(fates(&scenario.unfilled(id("/総務部#次長"))).iter().all(|(.., fate)| *fate == Fate::Unattended));
    // Nothing goes with a post that does nothing.
    assert_eq!(fates(&absent(&[("/総務部#主事", Incapacitated)])), []);
}

#[test]
fn a_command_of_several_equal_superiors_stays_with_those_who_are_there() {
    let officers = ["会長", "副会長"];
    let body = officers.iter().fold(Body::new("甲市"), |body, title| body.officer(title));
    let graph = body.post("", "局長").commanded_by_one_of(&["#会長", "#副会長"], "#局長").graph();
    let fate = |scenario: &Scenario| first(&graph, scenario).attachments[0].fate;
    let one = absent(&[("#会長", Incapacitated)]);
    assert_eq!(fate(&one), Fate::Shared);
    assert_eq!(fate(&one.absent(id("#副会長"), Away)), Fate::Unattended);
}

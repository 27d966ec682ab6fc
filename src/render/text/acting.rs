//! Who acts, as text: for each absent post one line of outcome, then the reasoning as a tree of ✓ and ✗ lines.

use crate::analysis::{
    ActingAnswer, ActingReport, ActingResult, Attachment, AttachmentKind, Fate, Mark, MissingClause, Outcome, Reason,
    ReasonKind, Scenario,
};
use crate::graph::{Act, AuthorityGraph, Designator, NodeId, Provenance};
use crate::occupancy::People;
use crate::render::messages::{Messages, tr};

use super::page::{Page, Sign};
use super::words;

/// Names shown of a long list; all of them stand in the answer as JSON.
const NAMES_SHOWN: usize = 3;
/// Clauses shown of a long list.
const CLAUSES_SHOWN: usize = 3;

/// Who acts for the absent posts of a scenario.
pub fn acting(report: &ActingReport, people: Option<&People>, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    premise(&mut page, &report.scenario);
    if let Some(people) = people {
        absent_people(&mut page, people);
    }
    for result in &report.results {
        result_block(&mut page, result);
    }
    if !report.decision_limits.is_empty() {
        page.heading(&tr!(messages, "acting-limits"));
        for limit in &report.decision_limits {
            page.item(2, &page.cite(limit));
        }
    }
    if let Some(people) = people {
        holders(&mut page, people);
    }
    page.finish()
}

/// The absent people and their posts.
fn absent_people(page: &mut Page, people: &People) {
    let messages = page.messages;
    for absent in &people.absent {
        let person = absent.person.as_str();
        if absent.emptied.is_empty() && absent.still_held.is_empty() {
            page.line(0, &tr!(messages, "people-no-post", person = person, day = people.as_of.as_str()));
        }
        if !absent.emptied.is_empty() {
            page.line(0, &tr!(messages, "people-absent", person = person, posts = page.names_and(&absent.emptied)));
        }
        if !absent.still_held.is_empty() {
            let posts = page.names_and(&absent.still_held);
            page.line(0, &tr!(messages, "people-still-held", person = person, posts = posts));
        }
    }
}

/// Who holds the posts of the answer.
fn holders(page: &mut Page, people: &People) {
    let messages = page.messages;
    page.heading(&tr!(messages, "people-title", day = people.as_of.as_str()));
    for of_post in &people.holders {
        let names: Vec<String> = of_post
            .people
            .iter()
            .map(|holder| {
                let kind = words::holding_kind(messages, holder.kind);
                let person = holder.person.as_str();
                match holder.absent {
                    true => tr!(messages, "people-holder-absent", person = person, kind = kind),
                    false => tr!(messages, "people-holder", person = person, kind = kind),
                }
            })
            .collect();
        let names = if names.is_empty() { tr!(messages, "people-nobody") } else { words::and(messages, &names) };
        page.item(2, &format!("{}: {names}", page.name(&of_post.post)));
    }
    for same in &people.same_person {
        let (acting, post) = (page.name(&same.acting), page.name(&same.post));
        let person = same.person.as_str();
        page.signed(2, Sign::Caution, &tr!(messages, "people-same", acting = acting, post = post, person = person));
    }
}

/// The premise: who is absent, what is not filled.
pub(super) fn premise(page: &mut Page, scenario: &Scenario) {
    let mut absent: Vec<_> = scenario.absent.iter().collect();
    absent.sort_by_key(|(post, _)| page.graph.node_index(post));
    let absent: Vec<String> = absent
        .into_iter()
        .map(|(post, condition)| {
            let condition = words::condition(page.messages, *condition);
            tr!(page.messages, "acting-absent", post = page.name(post), condition = condition)
        })
        .collect();
    page.line(0, &tr!(page.messages, "acting-premise", posts = words::and(page.messages, &absent)));
    if !scenario.unfilled.is_empty() {
        let unfilled: Vec<_> = scenario.unfilled.iter().cloned().collect();
        page.line(0, &tr!(page.messages, "acting-unfilled", posts = page.names_and(&unfilled)));
    }
}

/// The result for one absent post.
fn result_block(page: &mut Page, result: &ActingResult) {
    let post = page.name(&result.post);
    let outcome = outcome_sentence(page, &result.answer);
    page.heading(&format!("{post} → {outcome}"));
    answer_lines(page, &result.answer);
    if let Some(deciding) = &result.deciding {
        page.blank();
        let outcome = match deciding.outcome {
            Outcome::Nobody => tr!(page.messages, "outcome-nobody-decides"),
            _ => outcome_sentence(page, deciding),
        };
        page.line(2, &tr!(page.messages, "acting-deciding", outcome = outcome));
        answer_lines(page, deciding);
    }
    for consequence in &result.ex_officio {
        page.blank();
        let (post, outcome) = (page.name(&consequence.post), outcome_sentence(page, &consequence.answer));
        page.line(2, &tr!(page.messages, "acting-ex-officio", post = post, outcome = outcome));
        page.line(4, &page.cite_edge(&consequence.held_by));
        reason_lines(page, &consequence.answer.reasons, 4, Some(&consequence.held_by.provenance));
        attachment_lines(page, &consequence.attachments, 4);
    }
    if !result.attachments.is_empty() {
        page.blank();
        page.line(2, &tr!(page.messages, "acting-attachments"));
        attachment_lines(page, &result.attachments, 2);
    }
}

/// What becomes of what goes with a post.
fn attachment_lines(page: &mut Page, attachments: &[Attachment], indent: usize) {
    let messages = page.messages;
    for attachment in attachments {
        let (count, names) = (attachment.of.len(), some_names(page, &attachment.of));
        let what = match attachment.kind {
            AttachmentKind::Headship => tr!(messages, "attachment-headship", names = names),
            AttachmentKind::Duty => tr!(messages, "attachment-duty", count = count, names = names),
            AttachmentKind::Command => tr!(messages, "attachment-command", names = names),
            AttachmentKind::Chair => tr!(messages, "attachment-chair", names = names),
            AttachmentKind::Membership => tr!(messages, "attachment-membership", names = names),
            AttachmentKind::Attendance => tr!(messages, "attachment-attendance", names = names),
        };
        let (sign, fate) = match attachment.fate {
            Fate::Follows => (Sign::Yes, tr!(messages, "fate-follows")),
            Fate::Undecided => (Sign::Caution, tr!(messages, "fate-undecided")),
            Fate::Silent => (Sign::Caution, tr!(messages, "fate-silent")),
            Fate::Shared => (Sign::Yes, tr!(messages, "fate-shared")),
            Fate::Unattended => (Sign::No, tr!(messages, "fate-unattended")),
        };
        let clauses = page.some_clauses(&attachment.provenance, CLAUSES_SHOWN);
        page.signed(indent, sign, &format!("{}  {clauses}", tr!(messages, "attachment", what = what, fate = fate)));
    }
}

/// The first names of a list, and how many more there are.
pub(super) fn some_names(page: &Page, ids: &[NodeId]) -> String {
    match ids.len().checked_sub(NAMES_SHOWN) {
        None | Some(0) => page.names_and(ids),
        Some(more) => {
            let names: Vec<String> = ids[..NAMES_SHOWN].iter().map(|id| page.name(id)).collect();
            let names = names.join(&tr!(page.messages, "list-separator"));
            tr!(page.messages, "names-and-more", names = names, count = more)
        }
    }
}

/// Criteria and reasons of an answer.
pub(super) fn answer_lines(page: &mut Page, answer: &ActingAnswer) {
    for criterion in &answer.criteria {
        page.item(2, &page.cite(&criterion.provenance));
    }
    reason_lines(page, &answer.reasons, 2, None);
}

/// The outcome in one sentence.
pub(super) fn outcome_sentence(page: &Page, answer: &ActingAnswer) -> String {
    let messages = page.messages;
    let posts = page.names_or(&answer.acting);
    match answer.outcome {
        Outcome::Post => {
            let acts: Vec<String> = answer.acts.iter().map(|act| words::act(messages, *act)).collect();
            tr!(messages, "outcome-post", post = posts, act = words::and(messages, &acts))
        }
        Outcome::Criterion => {
            let rules: Vec<String> =
                answer.criteria.iter().map(|criterion| words::designator(&criterion.designator).to_owned()).collect();
            let rule = words::or(messages, &rules);
            if posts.is_empty() {
                tr!(messages, "outcome-criterion", rule = rule)
            } else {
                tr!(messages, "outcome-criterion-among", rule = rule, posts = posts)
            }
        }
        Outcome::Undecidable if posts.is_empty() => tr!(messages, "outcome-undecidable"),
        Outcome::Undecidable => {
            tr!(messages, "outcome-undecidable-among", count = answer.acting.len(), posts = posts)
        }
        Outcome::Nobody => tr!(messages, "outcome-nobody"),
    }
}

/// The outcome in one sentence; where nobody acts, also what clause is missing.
pub(crate) fn outcome_words(answer: &ActingAnswer, graph: &AuthorityGraph, messages: &Messages) -> String {
    let page = Page::new(graph, messages);
    let outcome = outcome_sentence(&page, answer);
    match &answer.missing {
        None => outcome,
        Some(missing) => tr!(messages, "outcome-why", outcome = outcome, why = missing_sentence(&page, missing)),
    }
}

/// Lines of reasoning, each with those below it. Words that the line above quotes are not quoted again.
pub(super) fn reason_lines(page: &mut Page, reasons: &[Reason], indent: usize, quoted: Option<&Provenance>) {
    for reason in reasons {
        let sign = match reason.mark {
            Mark::Yes => Sign::Yes,
            Mark::No => Sign::No,
            Mark::Caution => Sign::Caution,
        };
        let sentence = reason_sentence(page, &reason.kind);
        let cited = if quoted == Some(&reason.provenance) {
            page.clauses(&reason.provenance)
        } else {
            page.cite(&reason.provenance)
        };
        page.signed(indent, sign, &format!("{sentence}  {cited}"));
        reason_lines(page, &reason.because, indent + 2, Some(&reason.provenance));
    }
}

/// What a line of reasoning says.
fn reason_sentence(page: &Page, kind: &ReasonKind) -> String {
    let messages = page.messages;
    match kind {
        ReasonKind::Candidate { post, order, act, designator } => {
            let (post, act) = (page.described(post), words::act(messages, *act));
            match designator {
                Designator::Post => tr!(messages, "reason-candidate", post = post, order = *order, act = act),
                Designator::Criterion(rule) | Designator::Designated(rule) => {
                    tr!(
                        messages,
                        "reason-candidate-chosen",
                        post = post,
                        order = *order,
                        act = act,
                        rule = rule.as_str()
                    )
                }
            }
        }
        ReasonKind::Designation { order, act, designator } => {
            let rule = words::designator(designator);
            tr!(messages, "reason-designation", order = *order, act = words::act(messages, *act), rule = rule)
        }
        ReasonKind::ConditionCovered { asked, covered, by_setting } => {
            let (asked, covered) = (words::condition(messages, *asked), words::conditions(messages, covered));
            if *by_setting {
                tr!(messages, "reason-condition-by-setting", asked = asked, covered = covered)
            } else {
                tr!(messages, "reason-condition", asked = asked, covered = covered)
            }
        }
        ReasonKind::JointlyAbsent { post, condition: Some(condition) } => {
            let condition = words::condition(messages, *condition);
            tr!(messages, "reason-jointly-absent", post = page.name(post), condition = condition)
        }
        ReasonKind::JointlyAbsent { post, condition: None } => {
            tr!(messages, "reason-not-jointly-absent", post = page.name(post))
        }
        ReasonKind::Available { post } => tr!(messages, "reason-available", post = page.name(post)),
        ReasonKind::Absent { post, condition } => {
            tr!(messages, "reason-absent", post = page.name(post), condition = words::condition(messages, *condition))
        }
        ReasonKind::Unfilled { post } => tr!(messages, "reason-unfilled", post = page.name(post)),
        ReasonKind::HolderUnavailable { post, holder } => {
            tr!(messages, "reason-holder-unavailable", post = page.name(post), holder = page.name(holder))
        }
        ReasonKind::MayBeUnfilled { post } => tr!(messages, "reason-may-be-unfilled", post = page.name(post)),
        ReasonKind::NotEstablished { post } => tr!(messages, "reason-not-established", post = page.name(post)),
        ReasonKind::ReplacedInTurn { post, outcome } => {
            let outcome = match outcome {
                Outcome::Post => tr!(messages, "in-turn-post"),
                Outcome::Criterion => tr!(messages, "in-turn-criterion"),
                Outcome::Undecidable => tr!(messages, "in-turn-undecidable"),
                Outcome::Nobody => tr!(messages, "in-turn-nobody"),
            };
            tr!(messages, "reason-replaced-in-turn", post = page.name(post), outcome = outcome)
        }
        ReasonKind::SuccessionUnsaid { post, substitutes } => {
            tr!(messages, "reason-succession-unsaid", post = page.name(post), substitutes = page.names_or(substitutes))
        }
        ReasonKind::Circle { post } => tr!(messages, "reason-circle", post = page.name(post)),
        ReasonKind::ExplainedAbove { post } => tr!(messages, "reason-explained-above", post = page.name(post)),
        ReasonKind::TooManyReplacements { post } => tr!(messages, "reason-too-many", post = page.name(post)),
        ReasonKind::EqualOrder { order, posts } if posts.is_empty() => {
            tr!(messages, "reason-equal-order", order = *order)
        }
        ReasonKind::EqualOrder { order, posts } => {
            tr!(messages, "reason-equal-order-among", order = *order, posts = page.names_and(posts))
        }
        ReasonKind::ExOfficioUnsaid { post, holder } => {
            tr!(messages, "reason-ex-officio-unsaid", post = page.name(post), holder = page.name(holder))
        }
        ReasonKind::HolderPresent { holder } => tr!(messages, "reason-holder-present", holder = page.name(holder)),
        ReasonKind::Missing { missing } => missing_sentence(page, missing),
    }
}

/// The clause for want of which nobody acts.
pub(super) fn missing_sentence(page: &Page, missing: &MissingClause) -> String {
    let messages = page.messages;
    match missing {
        MissingClause::Substitute => tr!(messages, "missing-substitute"),
        MissingClause::FullAuthority => {
            tr!(messages, "missing-full-authority", act = words::act(messages, Act::Decide))
        }
        MissingClause::Condition { asked, covered } => {
            let (asked, covered) = (words::condition(messages, *asked), words::conditions(messages, covered));
            tr!(messages, "missing-condition", asked = asked, covered = covered)
        }
        MissingClause::JointAbsence { posts } => {
            tr!(messages, "missing-joint-absence", posts = page.names_and(posts))
        }
        MissingClause::NextInLine { unavailable } => {
            tr!(messages, "missing-next-in-line", posts = page.names_and(unavailable))
        }
    }
}

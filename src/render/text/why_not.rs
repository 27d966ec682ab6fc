//! Why a relation that somebody expects does not hold, as text.

use crate::analysis::{ActingObstacle, CommandLine, CommandLineKind, Mark, WhyNotActing, WhyNotCommands};
use crate::graph::AuthorityGraph;
use crate::render::messages::{Messages, tr};

use super::acting::{answer_lines, outcome_sentence, premise, reason_lines, some_names};
use super::page::{Page, Sign};
use super::words;

/// Why a post does not act for another one.
pub fn why_not_acting(answer: &WhyNotActing, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    premise(&mut page, &answer.scenario);
    let post = page.name(&answer.post);
    let outcome = outcome_sentence(&page, &answer.answer);
    let title = match (&answer.expected, answer.holds) {
        (Some(expected), true) => tr!(messages, "why-not-acting-holds", expected = page.name(expected), post = post),
        (Some(expected), false) => tr!(messages, "why-not-acting", expected = page.name(expected), post = post),
        (None, _) => format!("{post} → {outcome}"),
    };
    page.heading(&title);
    for line in &answer.lines {
        match line {
            ActingObstacle::NotNamed { named, provenance } if named.is_empty() => {
                let says = tr!(messages, "why-not-nobody-named");
                page.signed(2, Sign::No, &format!("{says}  {}", page.cite(provenance)));
            }
            ActingObstacle::NotNamed { named, provenance } => {
                let says = tr!(messages, "why-not-others-named", posts = page.names_and(named));
                page.signed(2, Sign::No, &format!("{says}  {}", page.cite(provenance)));
            }
            ActingObstacle::NotReached { order, covered, joint, provenance } => {
                let covered = words::conditions(messages, covered);
                let says = if joint.is_empty() {
                    tr!(messages, "why-not-not-reached", order = *order, covered = covered)
                } else {
                    let joint = page.names_and(joint);
                    tr!(messages, "why-not-not-reached-joint", order = *order, covered = covered, joint = joint)
                };
                page.signed(2, Sign::No, &format!("{says}  {}", page.cite(provenance)));
            }
            ActingObstacle::Named { reason } => reason_lines(&mut page, std::slice::from_ref(reason), 2, None),
            ActingObstacle::OtherActs { posts, provenance } => {
                let says = tr!(messages, "why-not-other-acts", posts = page.names_and(posts));
                page.signed(2, Sign::No, &format!("{says}  {}", page.clauses(provenance)));
            }
        }
    }
    if answer.expected.is_none() || answer.holds || answer.lines.is_empty() {
        answer_lines(&mut page, &answer.answer);
    } else {
        page.blank();
        page.line(2, &tr!(messages, "why-not-instead", post = page.name(&answer.post), outcome = outcome));
    }
    page.finish()
}

/// Why a post does not command another one.
pub fn why_not_commands(answer: &WhyNotCommands, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    let (superior, subordinate) = (page.name(&answer.superior), page.name(&answer.subordinate));
    let title = match answer.holds {
        true => tr!(messages, "why-not-commands-holds", superior = superior, subordinate = subordinate),
        false => tr!(messages, "why-not-commands", superior = superior, subordinate = subordinate),
    };
    page.heading(&title);
    for line in &answer.lines {
        let sign = match line.mark {
            Mark::Yes => Sign::Yes,
            Mark::No => Sign::No,
            Mark::Caution => Sign::Caution,
        };
        let says = command_sentence(&page, answer, line);
        let cited = match line.provenance.clauses().len() {
            1 | 2 => page.cite(&line.provenance),
            _ => page.some_clauses(&line.provenance, 4),
        };
        page.signed(2, sign, &format!("{says}  {cited}"));
    }
    if !answer.holds {
        page.blank();
        let (superior, subordinate) = (page.name(&answer.superior), page.name(&answer.subordinate));
        page.line(2, &tr!(messages, "why-not-commands-needed", superior = superior, subordinate = subordinate));
    }
    page.finish()
}

/// What one line says.
fn command_sentence(page: &Page<'_>, answer: &WhyNotCommands, line: &CommandLine) -> String {
    let messages = page.messages;
    let (superior, subordinate) = (page.name(&answer.superior), page.name(&answer.subordinate));
    match &line.kind {
        CommandLineKind::Chain { posts } => {
            let names: Vec<String> = posts.iter().map(|post| page.name(post)).collect();
            let chain = names.join(" → ");
            match line.mark {
                Mark::No => tr!(messages, "command-line-reverse", chain = chain),
                _ => tr!(messages, "command-line-chain", chain = chain),
            }
        }
        CommandLineKind::InPart { .. } => {
            tr!(messages, "command-line-in-part", superior = superior, subordinate = subordinate)
        }
        CommandLineKind::CommandedBy { superiors } => {
            tr!(
                messages,
                "command-line-commanded-by",
                subordinate = subordinate,
                superiors = some_names(page, superiors)
            )
        }
        CommandLineKind::NoSuperior => tr!(messages, "command-line-no-superior", subordinate = subordinate),
        CommandLineKind::CommandsOthers { posts } => {
            tr!(messages, "command-line-commands-others", superior = superior, posts = some_names(page, posts))
        }
        CommandLineKind::CommandsNobody => tr!(messages, "command-line-commands-nobody", superior = superior),
        CommandLineKind::OutsideUnit { unit, other } => {
            let (unit, other) = (page.name(unit), page.name(other));
            let (superior, subordinate) = (superior.as_str(), subordinate.as_str());
            tr!(
                messages,
                "command-line-outside-unit",
                superior = superior,
                unit = unit,
                subordinate = subordinate,
                other = other
            )
        }
        CommandLineKind::CommonSuperior { post } => {
            tr!(messages, "command-line-common-superior", post = page.name(post))
        }
        CommandLineKind::NoCommonSuperior => tr!(messages, "command-line-no-common-superior"),
    }
}

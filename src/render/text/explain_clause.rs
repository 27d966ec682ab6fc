//! What was read of a clause: its place, its tokens, its clauses with their arguments, and what each word was used for.

use crate::compile::SentenceKind;
use crate::compile::read::explain::{
    ClauseExplanation, ExplainedFrame, ExplainedToken, SentenceAt, SentenceExplanation, TokenSort,
};
use crate::compile::read::{State, Use};
use crate::graph::{AuthorityGraph, GraphBuilder, RegulationInfo};
use crate::render::messages::{Messages, tr};

use super::page::{Page, Sign};
use super::reading_words::{kind, origin, reason, role, sense, state, token, used};
use super::wrap::cut;

/// Columns up to which the sentence above a list is shown.
const ABOVE_WIDTH: usize = 56;

/// What was read of a clause.
pub fn explain_clause(answer: &ClauseExplanation, messages: &Messages) -> String {
    let graph: AuthorityGraph = GraphBuilder::new(RegulationInfo::titled(answer.regulation.clone())).build();
    let mut page = Page::new(&graph, messages);
    let clauses: Vec<&str> = answer.clauses.iter().map(|clause| clause.as_str()).collect();
    page.strong(0, &clauses.join(&tr!(messages, "list-separator")));
    if !answer.regulation.is_empty() {
        page.line(0, &answer.regulation);
    }
    if answer.sentences.is_empty() {
        page.line(0, &tr!(messages, "explain-clause-no-sentence"));
    }
    for sentence in &answer.sentences {
        self::sentence(&mut page, sentence);
    }
    if answer.below > 0 {
        page.blank();
        page.line(0, &tr!(messages, "explain-clause-below", count = answer.below));
    }
    page.finish()
}

/// One sentence.
fn sentence(page: &mut Page<'_>, sentence: &SentenceExplanation) {
    let (messages, place) = (page.messages, &sentence.place);
    let stands_in = match sentence.stands_in {
        SentenceKind::Lead => tr!(messages, "explain-clause-lead"),
        SentenceKind::Item => tr!(messages, "explain-clause-item"),
        SentenceKind::Entry => tr!(messages, "explain-clause-entry"),
        SentenceKind::Row => tr!(messages, "explain-clause-row"),
    };
    page.heading(&tr!(
        messages,
        "explain-clause-sentence",
        number = place.number,
        clause = place.clause.as_str(),
        line = place.line,
        sort = stands_in
    ));
    page.rail("  | ", &joined(&place.text));
    page.field(2, &tr!(messages, "explain-clause-caption"), sentence.caption.as_deref().unwrap_or_default());
    for (label, above) in [
        (tr!(messages, "explain-clause-heading"), &sentence.heading),
        (tr!(messages, "explain-clause-above"), &sentence.above),
    ] {
        let above = above.as_ref().map(|above| self::above(messages, above));
        page.field(2, &label, &above.unwrap_or_default());
    }
    page.field(2, &tr!(messages, "explain-clause-state"), &state(messages, sentence.state));
    match sentence.state {
        State::NotUnderstood(why) => page.field(2, &tr!(messages, "explain-clause-why"), &reason(messages, why)),
        State::NoContent(what) => page.field(2, &tr!(messages, "explain-clause-about"), &kind(messages, what)),
        State::Read | State::Partly => {}
    }
    page.field(2, &tr!(messages, "explain-clause-tokens"), &tokens(messages, &sentence.tokens));
    for (position, one) in sentence.frames.iter().enumerate() {
        frame(page, position + 1, one);
    }
    if sentence.frames.is_empty() {
        page.line(2, &tr!(messages, "explain-clause-no-frame"));
    }
    page.field(2, &tr!(messages, "explain-clause-account"), &account(messages, sentence));
    for unread in &sentence.unread {
        page.signed(2, Sign::Caution, &tr!(messages, "explain-clause-unread", words = joined(&unread.words)));
    }
}

/// A clause as it was understood.
fn frame(page: &mut Page<'_>, position: usize, frame: &ExplainedFrame) {
    let messages = page.messages;
    let said = sense(messages, frame.sense);
    page.line(
        2,
        &match (frame.predicate.as_str(), frame.written_in) {
            ("", _) => tr!(messages, "explain-clause-frame-unsaid", position = position, sense = said),
            (verb, None) => tr!(messages, "explain-clause-frame", position = position, sense = said, verb = verb),
            (verb, Some(number)) => {
                tr!(
                    messages,
                    "explain-clause-frame-of",
                    position = position,
                    sense = said,
                    verb = verb,
                    number = number
                )
            }
        },
    );
    for argument in &frame.arguments {
        let from = origin(messages, argument.origin, argument.written_in);
        let words = joined(&argument.words);
        let text = tr!(messages, "explain-clause-argument", words = words, origin = from);
        page.field(4, &role(messages, argument.role), &text);
    }
    for condition in &frame.conditions {
        let words = joined(&condition.words);
        let text = tr!(messages, "explain-clause-condition-is", words = words, notation = condition.notation.as_str());
        page.field(4, &tr!(messages, "explain-clause-condition"), &text);
    }
    for missing in &frame.missing {
        let text = tr!(messages, "explain-clause-missing", role = role(messages, *missing));
        page.signed(4, Sign::Caution, &text);
    }
    page.field(4, &tr!(messages, "explain-clause-notation"), &frame.notation);
}

/// A sentence that another stands below.
fn above(messages: &Messages, above: &SentenceAt) -> String {
    let text = format!("「{}」", cut(&joined(&above.text), ABOVE_WIDTH));
    tr!(messages, "coverage-place", line = above.line, clause = above.clause.as_str(), text = text)
}

/// The tokens in one line, each with what it is; punctuation and white space aside.
fn tokens(messages: &Messages, tokens: &[ExplainedToken]) -> String {
    let named = |token: &&ExplainedToken| !matches!(token.sort, TokenSort::Space | TokenSort::Comma | TokenSort::Stop);
    let shown = tokens.iter().filter(named).map(|one| {
        let what = match one.sense {
            Some(said) => sense(messages, said),
            None => token(messages, one.sort),
        };
        tr!(messages, "explain-clause-token", words = one.words.as_str(), sort = what)
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// The runs of words in one line, each with what it was used for.
fn account(messages: &Messages, sentence: &SentenceExplanation) -> String {
    let named = sentence.account.iter().filter(|run| run.used != Use::Punctuation && !run.words.trim().is_empty());
    let shown = named
        .map(|run| tr!(messages, "explain-clause-token", words = run.words.trim(), sort = used(messages, run.used)));
    shown.collect::<Vec<_>>().join(" ")
}

/// Text whose lines were broken by the page that it comes from, as one line.
fn joined(text: &str) -> String {
    text.lines().map(str::trim).collect()
}

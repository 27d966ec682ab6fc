//! Conditions: occasions (とき, 場合) and what holds for a member or a matter only (`reading.md` §2, §5.6). One reader for all.

use std::ops::Range;

use super::account::Span;
use super::clauses::Phrase;
use super::condition::{Cond, CondKind};
use super::phrase::{Np, NpForm};
use super::phrases::{self, Stretch};
use super::sentence::Words;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, EVENTS, Event, Form, Join, WordClass, classify};

/// Whether a phrase is an occasion: its last word is とき, 場合 …
pub(crate) fn is_occasion(words: &Words<'_>, phrase: &Phrase) -> bool {
    if !matches!(
        phrase.marker.case,
        Case::None | Case::Bare | Case::Dative | Case::At | Case::Member | Case::Until | Case::Beside
    ) {
        return false;
    }
    let last = phrase.tokens.clone().rev().find(|at| words.tokens[*at].kind != TokenKind::Bracket);
    // 「出席しなければ」.
    if last.is_some_and(|at| matches!(words.tokens[at].kind, TokenKind::Verb { ending, .. } if ending.form == Form::If))
    {
        return true;
    }
    let Some(last) = last.filter(|at| words.tokens[*at].kind == TokenKind::Word) else { return false };
    let written = words.written(last);
    // 「この限りでない」 takes a rule back.
    if written == "限り" && phrase.tokens.len() == 2 && words.tokens[phrase.tokens.start].kind == TokenKind::Back {
        return false;
    }
    let occasion = classify(written) == WordClass::Occasion
        || ["とき", "場合", "期間中", "欠員中", "不在中"].iter().any(|end| written.ends_with(end));
    let day = matches!(written, "日" | "前" | "後" | "以上" | "限り" | "うち" | "間" | "期間");
    let modified = phrase.tokens.len() > 1;
    occasion
        && (!day || modified)
        && (phrase.marker.case != Case::Dative || phrase.marker.topic || ["場合", "とき", "際"].contains(&written))
}

/// Reads an occasion.
pub(crate) fn read(words: &Words<'_>, phrase: &Phrase) -> Vec<Cond> {
    let span = words.span(&phrase.tokens);
    let written = span.of(words.text);
    let events = events_in(words, &phrase.tokens);
    if !events.is_empty() {
        let joint = phrase.tokens.clone().any(|at| is_joint(words.written(at)));
        // 「出張又は休暇で不在」: of several words for one event the last says it, those before it why.
        let (mut events, all) = (events.clone(), events);
        events.retain(|(at, event)| !all.iter().any(|(later, other)| other == event && later > at));
        let reasons: Vec<usize> = all.iter().filter(|event| !events.contains(event)).map(|(at, _)| *at).collect();
        let last = events.last().map_or(0, |(at, _)| *at);
        // Whose absence it is stands in front of the first word of the event.
        let first =
            |event: Event, at: usize| all.iter().find(|(_, other)| *other == event).map_or(at, |(first, _)| *first);
        let mut conds: Vec<Cond> = events
            .into_iter()
            .map(|(at, event)| Cond::new(state(words, phrase, first(event, at), event, joint), span))
            .collect();
        if let (Some(first), Some(end)) = (reasons.first(), reasons.last()) {
            conds.push(Cond::new(CondKind::Case, words.span(&(*first..end + 1))));
        }
        // 「不在であって、急を要するとき」: a second condition.
        if let Some(within) = (last..phrase.tokens.end).find(|at| words.tokens[*at].kind == TokenKind::Within) {
            let more = words.span(&(within + 1..phrase.tokens.end));
            let comma = more.of(words.text).len() - more.of(words.text).trim_start_matches('、').len();
            conds.push(Cond::new(CondKind::Case, Span { start: more.start + comma as u32, end: more.end }));
        }
        return conds;
    }
    let kind = match () {
        () if written.contains("置かない") || written.contains("置かれない") => not_put(words, phrase),
        () if written.starts_with("必要")
            || written.contains("必要と認め")
            || written.contains("必要があると認め")
            || written.ends_with("必要があるとき")
            || written.ends_with("必要がある場合") =>
        {
            CondKind::Need { judge: subject_of(words, phrase).map(Box::new) }
        }
        () if written.ends_with("間") || written.ends_with("期間") => CondKind::During,
        () => CondKind::Case,
    };
    vec![Cond::new(kind, span)]
}

fn is_joint(written: &str) -> bool {
    ["ともに", "共に", "いずれも", "すべて", "全て", "同時に"].contains(&written)
}

/// The words of events among tokens, each with its place.
fn events_in(words: &Words<'_>, tokens: &Range<usize>) -> Vec<(usize, Event)> {
    let mut found: Vec<(usize, Event)> = Vec::new();
    for at in tokens.clone().filter(|at| matches!(words.tokens[*at].kind, TokenKind::Word | TokenKind::Verb { .. })) {
        let written = words.written(at);
        // 「出張その他の場合」 is any case.
        if matches!(
            words.tokens.get(at + 1).map(|token| token.kind),
            Some(TokenKind::Conjunction(Join::Rest | Join::Such))
        ) {
            continue;
        }
        for (word, event) in EVENTS {
            let stands = match words.tokens[at].kind {
                TokenKind::Verb { .. } => written.starts_with(word),
                _ => {
                    written == *word
                        || written.ends_with(word)
                        || written.starts_with(word)
                            && (written[word.len()..].starts_with(['等', '又', '時', '中', '若'])
                                || written[word.len()..].starts_with("期間"))
                }
            };
            if stands && !found.contains(&(at, *event)) {
                found.push((at, *event));
            }
        }
    }
    found
}

/// 「課長に事故があるとき」: whom it keeps from the post.
fn state(words: &Words<'_>, phrase: &Phrase, at: usize, event: Event, joint: bool) -> CondKind {
    // The marker right in front of the event; 共に and commas may stand between.
    let near = (phrase.tokens.start..at)
        .rev()
        .find(|token| !is_joint(words.written(*token)) && words.tokens[*token].kind != TokenKind::Comma);
    let marker = near.filter(|token| matches!(words.tokens[*token].kind, TokenKind::Marker(_) | TokenKind::Of));
    // 「A及びBともに不在のとき」 has no marker in front of the event.
    let mut end = marker.unwrap_or(at);
    while end > phrase.tokens.start
        && (is_joint(words.written(end - 1))
            || matches!(words.tokens[end - 1].kind, TokenKind::Comma | TokenKind::Marker(_)))
    {
        end -= 1;
    }
    let also = marker.is_some_and(|at| matches!(words.tokens[at].kind, TokenKind::Marker(found) if found.also));
    let start =
        (phrase.tokens.start..end).rev().find(|token| matches!(words.tokens[*token].kind, TokenKind::Verb { .. }));
    let start = start.map_or(phrase.tokens.start, |at| at + 1);
    let tokens = start..end;
    // 「課長不在のとき」: the name and the event are one run.
    let glued = words.tokens[at].span;
    let of = if !tokens.is_empty() {
        Some(phrases::read(words, &Stretch { tokens, relatives: &[] }))
    } else {
        EVENTS
            .iter()
            .find_map(|(word, _)| glued.of(words.text).strip_suffix(word))
            .filter(|front| !front.is_empty())
            .map(|front| {
                let inner = Span { start: glued.start, end: glued.start + front.len() as u32 };
                words.inner(inner)
            })
    };
    CondKind::State { of: of.filter(|np| !np.span.is_empty()).map(Box::new), event, joint, also }
}

/// 「次長を置かないとき」.
fn not_put(words: &Words<'_>, phrase: &Phrase) -> CondKind {
    let verb = phrase.tokens.clone().find(|at| words.written(*at).starts_with('置'));
    let object = verb.filter(|verb| *verb > phrase.tokens.start + 1).map(|verb| {
        let end = verb - 1;
        let start = (phrase.tokens.start..end).rev().find(|at| matches!(words.tokens[*at].kind, TokenKind::Marker(_)));
        let tokens = start.map_or(phrase.tokens.start, |at| at + 1)..end;
        phrases::read(words, &Stretch { tokens, relatives: &[] })
    });
    // 「次長を置かない部にあっては」: where.
    let behind = verb.map_or(phrase.tokens.end, |verb| verb + 1)..phrase.tokens.end;
    let place = phrases::read(words, &Stretch { tokens: behind, relatives: &[] });
    let place = (place.sort() == super::phrase::Sort::Unit).then(|| Box::new(place));
    match object {
        Some(np) => CondKind::NotPut { post: Box::new(np), place },
        None => CondKind::Case,
    }
}

/// 「町長が必要と認めるとき」: 町長.
fn subject_of(words: &Words<'_>, phrase: &Phrase) -> Option<Np> {
    let subject = phrase.tokens.clone().find(|at| {
        matches!(words.tokens[*at].kind, TokenKind::Marker(marker) if marker.case == Case::Subject || (marker.case == Case::At && !marker.topic))
    })?;
    let np = phrases::read(words, &Stretch { tokens: phrase.tokens.start..subject, relatives: &[] });
    (!np.is_opaque() && !matches!(np.form, NpForm::Matter { .. })).then_some(np)
}

/// What holds for a member or a matter only: 東支所にあっては, 技術に関する事務については.
pub(crate) fn read_about(words: &Words<'_>, phrase: &Phrase) -> Cond {
    let span = words.span(&phrase.tokens);
    if span.of(words.text).contains("置かない") {
        return Cond::new(not_put(words, phrase), span);
    }
    Cond::new(CondKind::About(Box::new(words.np(phrase))), span)
}

//! Gapping (C3): a role that comes twice before one predicate begins a second clause with the same predicate; and the small words
//! that such sentences leave out (`reading.md` §5.3).

use super::account::Span;
use super::clauses::Phrase;
use super::occasions;
use super::sentence::Words;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Marker};

/// What may recur: a marker of the group, or an occasion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Topic,
    Subject,
    Object,
    Dative,
    By,
    Occasion,
    Case,
}

fn key(words: &Words<'_>, phrase: &Phrase) -> Option<Key> {
    if occasions::is_occasion(words, phrase) {
        return Some(Key::Occasion);
    }
    match phrase.marker.case {
        Case::Bare => Some(Key::Topic),
        Case::Subject => Some(Key::Subject),
        Case::Object => Some(Key::Object),
        Case::Dative => Some(Key::Dative),
        Case::By => Some(Key::By),
        Case::Member => Some(Key::Case),
        _ => None,
    }
}

/// The phrases of each clause that one predicate stands for.
pub(crate) fn split(words: &Words<'_>, phrases: &[Phrase]) -> Vec<Vec<Phrase>> {
    let phrases = restore(words, phrases);
    let keys: Vec<Option<Key>> = phrases.iter().map(|phrase| key(words, phrase)).collect();
    let repeats = |at: usize| {
        keys[at].is_some_and(|key| key != Key::Occasion || !phrases[at].joined)
            && (at + 1..keys.len())
                .find(|between| keys[*between].is_some() && keys[*between] != keys[at])
                .is_some_and(|between| keys[between + 1..].contains(&keys[at]))
    };
    let Some(mut first) = (0..keys.len()).find(|at| repeats(*at)) else { return vec![phrases] };
    // Occasions that go on (「…とき、又は…ときは」) are one.
    while first > 0 && phrases[first - 1].joined {
        first -= 1;
    }
    let opening = keys[first];
    let mut starts: Vec<usize> =
        (first..keys.len()).filter(|at| keys[*at] == opening && !(*at > first && phrases[*at - 1].joined)).collect();
    // Every part holds two roles at least.
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([keys.len()]).collect();
    let whole = starts.iter().zip(&ends).all(|(from, to)| (*from..*to).filter(|at| keys[*at].is_some()).count() >= 2);
    if !whole {
        return vec![phrases];
    }
    starts.push(keys.len());
    let shared = &phrases[..first];
    let length = starts[1] - starts[0];
    let last_from = starts[starts.len() - 2];
    // What stands behind the roles of the last part that the others have too is shared by all.
    let trailing = phrases.get(last_from + length..).unwrap_or_default();
    let parts = starts.windows(2).enumerate().map(|(position, window)| {
        let own = &phrases[window[0]..window[1]];
        let behind = if position + 2 == starts.len() { &[][..] } else { trailing };
        let behind = behind.iter().filter(|phrase| {
            !own.iter().any(|own| key(words, own) == key(words, phrase) && key(words, phrase).is_some())
        });
        shared.iter().chain(own).chain(behind).cloned().collect()
    });
    parts.collect()
}

/// Puts back the を that 「部に部長、課に課長を」 leaves out, and cuts 「課長は部長の、係長は課長の命を」.
fn restore(words: &Words<'_>, phrases: &[Phrase]) -> Vec<Phrase> {
    let datives = phrases.iter().filter(|phrase| phrase.marker.case == Case::Dative).count();
    let topics = phrases.iter().filter(|phrase| phrase.marker.case == Case::Bare).count();
    let mut found = Vec::with_capacity(phrases.len());
    for (at, phrase) in phrases.iter().enumerate() {
        let behind_dative = at > 0 && phrases[at - 1].marker.case == Case::Dative;
        let behind_topic = at > 0 && phrases[at - 1].marker.case == Case::Bare;
        let comma = last_comma(words, phrase);
        match comma {
            Some(comma) if phrase.marker.case == Case::Dative && datives > 1 && behind_dative => {
                cut(phrase, comma, &mut found, false)
            }
            Some(comma)
                if phrase.marker.case == Case::Bare
                    && topics > 1
                    && behind_topic
                    && words.tokens.get(comma.wrapping_sub(1)).is_some_and(|token| token.kind == TokenKind::Of) =>
            {
                cut(phrase, comma, &mut found, true);
            }
            _ => found.push(phrase.clone()),
        }
    }
    found
}

/// The last comma of a phrase outside clauses in front of nouns.
fn last_comma(words: &Words<'_>, phrase: &Phrase) -> Option<usize> {
    let outside = |at: &usize| !phrase.relatives.iter().any(|relative| relative.contains(at));
    phrase.tokens.clone().rev().filter(|at| words.tokens[*at].kind == TokenKind::Comma).find(outside)
}

/// Cuts a phrase at a comma: what stands in front gets を.
fn cut(phrase: &Phrase, comma: usize, found: &mut Vec<Phrase>, of: bool) {
    let front = phrase.tokens.start..comma - usize::from(of);
    let relatives = |tokens: &std::ops::Range<usize>| {
        phrase
            .relatives
            .iter()
            .filter(|relative| tokens.start <= relative.start && relative.end <= tokens.end)
            .cloned()
            .collect()
    };
    let behind = comma + 1..phrase.tokens.end;
    found.push(Phrase {
        relatives: relatives(&front),
        tokens: front,
        marker: Marker::plain(Case::Object),
        marker_span: Span::default(),
        comma: true,
        joined: false,
    });
    found.push(Phrase { relatives: relatives(&behind), tokens: behind, ..phrase.clone() });
}

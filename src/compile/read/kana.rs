//! Splits a run of kana into words of the closed classes: the cheapest split, where what no table has costs most. A run that does
//! not split is content (まちづくり, ふるさと).

use std::ops::Range;

use super::tokens::{TokenKind, Tokenizer, carries_ending};
use crate::compile::lexicon::{Ending, Entry, Form, LONGEST_KANA, Sense};

/// Costs of a piece.
const KNOWN: u32 = 4;
const ENDING: u32 = 3;
const UNKNOWN_ENDING: u32 = 7;
const UNKNOWN: u32 = 10;

/// What a piece of the run is.
#[derive(Clone, Copy)]
enum Piece {
    Known(Entry),
    /// する behind a noun.
    Suru(Ending),
    /// An ending behind kanji that no table has.
    Ending(Ending),
    Unknown,
}

/// Splits the kana of a range and pushes the tokens.
pub(super) fn split(reader: &mut Tokenizer<'_>, range: Range<usize>) {
    let words = &reader.text[range.clone()];
    let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
    let count = ends.len() - 1;
    let mut best: Vec<(u32, usize, Piece)> = vec![(u32::MAX, 0, Piece::Unknown); count + 1];
    best[0].0 = 0;
    let carried = carried(reader, range.start);
    let predicate =
        matches!(reader.tokens.last().map(|last| last.kind), Some(TokenKind::Verb { .. } | TokenKind::Auxiliary(..)))
            && reader.tokens.last().is_some_and(|last| last.span.end as usize == range.start);
    for from in 0..count {
        let (cost, _, before) = best[from];
        let behind_unknown = from > 0 && matches!(before, Piece::Unknown);
        if cost == u32::MAX {
            continue;
        }
        for to in from + 1..=count.min(from + LONGEST_KANA) {
            let piece = &words[ends[from]..ends[to]];
            let mut offer = |price: u32, what: Piece| {
                if cost + price < best[to].0 {
                    best[to] = (cost + price, from, what);
                }
            };
            if let Some(entry) = reader.lexicon.kana.get(piece)
                && stands(*entry, piece, words[..ends[from]].chars().next_back(), predicate && from == 0)
                && !(behind_unknown && in_a_name(piece) && !is_said_of(&words[ends[to]..], piece))
            {
                offer(KNOWN, Piece::Known(*entry));
            }
            if from == 0 && carried {
                if let Some(ending) = reader.lexicon.suru_endings.get(piece) {
                    offer(ENDING, Piece::Suru(*ending));
                }
                if let Some(ending) = reader.lexicon.unknown_endings.get(piece) {
                    offer(UNKNOWN_ENDING, Piece::Ending(*ending));
                }
            }
            if to == from + 1 {
                offer(UNKNOWN, Piece::Unknown);
            }
        }
    }
    let mut pieces = Vec::new();
    let mut at = count;
    while at > 0 {
        let (_, from, piece) = best[at];
        pieces.push((range.start + ends[from]..range.start + ends[at], piece));
        at = from;
    }
    for (piece, what) in pieces.into_iter().rev() {
        push(reader, what, piece);
    }
}

/// Words that behind kana which no table has are rather a part of the name: こども, くらし, ふるさと.
fn in_a_name(piece: &str) -> bool {
    matches!(piece, "も" | "し" | "と" | "な" | "や" | "ら" | "する" | "より")
}

/// 「…とする」: what stands in front of と is a name by itself.
fn is_said_of(behind: &str, piece: &str) -> bool {
    piece == "と" && ["する", "し", "なる", "なり", "いう"].iter().any(|verb| behind.starts_with(verb))
}

/// Whether an entry may stand here: auxiliaries only behind a predicate.
fn stands(entry: Entry, piece: &str, before: Option<char>, predicate: bool) -> bool {
    let behind = |kana: &str| before.is_some_and(|c| kana.contains(c));
    match entry {
        Entry::Auxiliary(..) if piece.starts_with("はなら") => predicate || behind("てで"),
        Entry::Auxiliary(..) if piece.starts_with("なら") => predicate || behind("ば"),
        Entry::Auxiliary(..) => predicate || behind("るくうすつむぐぶたいだ"),
        _ => true,
    }
}

/// Whether the token in front is a word that an ending may follow.
fn carried(reader: &Tokenizer<'_>, at: usize) -> bool {
    reader.tokens.last().is_some_and(|last| {
        last.kind == TokenKind::Word
            && last.span.end as usize == at
            && last.span.of(reader.text).chars().next_back().is_some_and(carries_ending)
    })
}

fn push(reader: &mut Tokenizer<'_>, what: Piece, range: Range<usize>) {
    match what {
        Piece::Known(entry) => reader.push_entry(entry, range),
        Piece::Unknown => {
            reader.push_word(range);
        }
        Piece::Suru(ending) => {
            let word = reader.tokens.pop().expect("a word was in front");
            let noun = word.span.range();
            // 町長が一時専決する: what stands in front of the noun in the same run stays a word of its own only if it is known so.
            let sense = reader.lexicon.sense_of_noun(&reader.text[noun.clone()]);
            // 取消し, 見通し: without a sense of its own it may be a noun.
            let may_be_noun = ending.form == Form::Continuative && sense == Sense::Plain;
            reader.push_verb(sense, ending, may_be_noun, noun.start..range.end);
        }
        Piece::Ending(ending) => {
            let word = reader.tokens.pop().expect("a word was in front");
            let noun = ending.form == Form::Continuative;
            reader.push_verb(Sense::Plain, ending, noun, word.span.start as usize..range.end);
        }
    }
}

//! A sentence as words of the closed classes and runs of content, brackets and quotations as one token each (`reading.md` §3.1).

use std::ops::Range;

use super::account::Span;
use super::kana;
use crate::compile::lexicon::{Case, Ending, Entry, Form, Join, Lexicon, Marker, Modality, Sense, lexicon};
use crate::regulation::Bracket;

/// A token of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its words.
    pub span: Span,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A run of content.
    Word,
    /// A predicate. `noun`: it may as well be a noun (取扱い).
    Verb { sense: Sense, ending: Ending, noun: bool },
    /// は, を …
    Marker(Marker),
    /// の.
    Of,
    /// に関する …
    Link,
    /// のうち, であって.
    Within,
    /// 及び …
    Conjunction(Join),
    /// それぞれ …
    Adverb { need: bool },
    /// ことができる …
    Auxiliary(Modality, Form),
    /// その, この.
    Back,
    /// とともに.
    Together,
    /// 、.
    Comma,
    /// 。.
    Stop,
    /// White space.
    Space,
    /// (…).
    Bracket,
    /// 「…」.
    Quote,
}

impl TokenKind {
    /// Whether a predicate in front of it stands at the end of a clause or goes on, and is no modifier.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(self, Self::Word | Self::Back | Self::Quote)
    }
}

/// The outermost brackets within a range, from all pairs of the text.
pub(crate) fn outermost(brackets: &[Bracket], range: &Range<usize>) -> Vec<Range<usize>> {
    let first = brackets.partition_point(|bracket| bracket.start < range.start);
    let mut found: Vec<Range<usize>> = Vec::new();
    for bracket in &brackets[first..] {
        if bracket.start >= range.end {
            break;
        }
        if bracket.end <= range.end && found.last().is_none_or(|last| last.end <= bracket.start) {
            found.push(bracket.range());
        }
    }
    found
}

/// The tokens of a range of a text.
pub(crate) fn tokenize(text: &str, range: Range<usize>, brackets: &[Bracket]) -> Vec<Token> {
    let mut reader = Tokenizer { text, lexicon: lexicon(), tokens: Vec::with_capacity(range.len() / 5 + 4) };
    let mut from = range.start;
    for bracket in outermost(brackets, &range) {
        reader.plain(from..bracket.start);
        let kind =
            if text[bracket.clone()].starts_with(['「', '『']) { TokenKind::Quote } else { TokenKind::Bracket };
        reader.push(kind, bracket.clone());
        from = bracket.end;
    }
    reader.plain(from..range.end);
    settle(text, reader.tokens)
}

pub(super) struct Tokenizer<'t> {
    pub text: &'t str,
    pub lexicon: &'static Lexicon,
    pub tokens: Vec<Token>,
}

/// Whether a character is content: kanji, katakana, a letter or a digit.
pub(super) fn is_content(c: char) -> bool {
    !matches!(c, 'ぁ'..='ゖ' | '、' | '。' | ' ' | ',' | '|' | '(' | ')' | '「' | '」' | '『' | '』')
}

/// Whether a character can carry an ending in kana.
pub(super) fn carries_ending(c: char) -> bool {
    matches!(c, '一'..='鿿' | '々' | 'ァ'..='ヺ' | 'ー' | 'A'..='z') || c > '豈'
}

impl Tokenizer<'_> {
    fn push(&mut self, kind: TokenKind, range: Range<usize>) {
        self.tokens.push(Token { kind, span: Span::new(range) });
    }

    pub(super) fn push_entry(&mut self, entry: Entry, range: Range<usize>) {
        let kind = match entry {
            Entry::Marker(marker) => TokenKind::Marker(marker),
            Entry::Of => TokenKind::Of,
            Entry::Link => TokenKind::Link,
            Entry::Within => TokenKind::Within,
            Entry::Conjunction(join) => TokenKind::Conjunction(join),
            Entry::Adverb { need } => TokenKind::Adverb { need },
            Entry::Auxiliary(modality, form) => TokenKind::Auxiliary(modality, form),
            Entry::Verb { sense, ending } => TokenKind::Verb { sense, ending, noun: ending.form == Form::Continuative },
            Entry::Noun => TokenKind::Word,
            Entry::Back => TokenKind::Back,
            Entry::Together => TokenKind::Together,
        };
        self.push(kind, range);
    }

    pub(super) fn push_word(&mut self, range: Range<usize>) {
        self.push(TokenKind::Word, range);
    }

    pub(super) fn push_verb(&mut self, sense: Sense, ending: Ending, noun: bool, range: Range<usize>) {
        self.push(TokenKind::Verb { sense, ending, noun }, range);
    }

    /// Text without brackets.
    fn plain(&mut self, range: Range<usize>) {
        let words = &self.text[range.clone()];
        let mut from = range.start;
        for found in self.lexicon.automaton.find_iter(words) {
            let entry = self.lexicon.strong[found.pattern().as_usize()];
            let at = range.start + found.start()..range.start + found.end();
            if at.start < from || !self.may_stand(entry, &at, from, range.end) {
                continue;
            }
            self.gap(from..at.start);
            self.push_entry(entry, at.clone());
            from = at.end;
        }
        self.gap(from..range.end);
    }

    /// Whether a word of a closed class that is written with kanji stands here, or is only a part of a longer word.
    fn may_stand(&self, entry: Entry, at: &Range<usize>, from: usize, end: usize) -> bool {
        let words = &self.text[at.clone()];
        let before = self.text[from..at.start].chars().next_back();
        let behind = self.text[at.end..end].chars().next();
        let goes_on_before = words.chars().next().is_some_and(carries_ending) && before.is_some_and(carries_ending);
        let goes_on_behind =
            words.chars().next_back().is_some_and(carries_ending) && behind.is_some_and(carries_ending);
        match entry {
            Entry::Conjunction(_) | Entry::Noun => true,
            Entry::Verb { .. } => !goes_on_before,
            _ => !goes_on_before && !goes_on_behind,
        }
    }

    /// Text in which no word with kanji of the closed classes stands: runs of content, of kana, marks.
    fn gap(&mut self, range: Range<usize>) {
        let text = self.text;
        let mut from = range.start;
        while from < range.end {
            let first = text[from..].chars().next().expect("within the range");
            let same = |test: fn(char) -> bool| {
                text[from..range.end].char_indices().find(|(_, c)| !test(*c)).map_or(range.end, |(at, _)| from + at)
            };
            let to = match first {
                'ぁ'..='ゖ' => {
                    let to = same(|c| matches!(c, 'ぁ'..='ゖ'));
                    kana::split(self, from..to);
                    to
                }
                '、' | ',' | '。' | ' ' | '|' => {
                    let kind = match first {
                        '。' => TokenKind::Stop,
                        ' ' | '|' => TokenKind::Space,
                        _ => TokenKind::Comma,
                    };
                    self.push(kind, from..from + first.len_utf8());
                    from + first.len_utf8()
                }
                _ => {
                    let to = same(is_content).max(from + first.len_utf8());
                    self.push(TokenKind::Word, from..to);
                    to
                }
            };
            from = to;
        }
    }
}

/// Joins what is one word: 取扱い方, 第六条の二, 第一号から第三号まで; decides continuatives that are nouns here.
fn settle(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut settled: Vec<Token> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let mut token = *token;
        if let TokenKind::Verb { noun: true, sense, .. } = token.kind {
            let behind = tokens.get(at + 1).map(|next| next.kind);
            let goes_on = matches!(behind, Some(TokenKind::Comma | TokenKind::Conjunction(_)) | None);
            let written = token.span.of(text);
            let light = matches!(written, "し" | "なり" | "あり" | "され" | "させ" | "であり" | "いい");
            let suru = written.ends_with('し') && sense != Sense::Plain;
            if !goes_on && !light && !suru {
                token.kind = TokenKind::Word;
            }
        }
        // 「第三号から第六号までに掲げる」: まで closes the range.
        let range = settled.len() > 2 && settled[settled.len() - 2].span.of(text) == "から";
        let closes = match token.kind {
            TokenKind::Marker(_) if token.span.of(text) == "までに" => {
                Some(TokenKind::Marker(Marker::plain(Case::Dative)))
            }
            TokenKind::Link if token.span.of(text) == "までの" => Some(TokenKind::Of),
            _ => None,
        };
        if let Some(behind) = closes.filter(|_| range && ends_in_level(settled[settled.len() - 1].span.of(text))) {
            let middle = token.span.start + "まで".len() as u32;
            settled.push(Token { kind: TokenKind::Word, span: Span { start: token.span.start, end: middle } });
            while join_last(text, &mut settled) {}
            settled.push(Token { kind: behind, span: Span { start: middle, end: token.span.end } });
            continue;
        }
        settled.push(token);
        while join_last(text, &mut settled) {}
    }
    settled
}

/// Joins the last tokens into one if they are one word.
fn join_last(text: &str, settled: &mut Vec<Token>) -> bool {
    let count = settled.len();
    let kinds = |back: usize| settled.get(count.wrapping_sub(back)).map(|token| token.kind);
    let words = |back: usize| settled.get(count.wrapping_sub(back)).map_or("", |token| token.span.of(text));
    let back = if kinds(1) == Some(TokenKind::Word) && kinds(2) == Some(TokenKind::Word) && words(2) != "とおり" {
        2
    } else if kinds(1) == Some(TokenKind::Word)
        && kinds(2) == Some(TokenKind::Of)
        && kinds(3) == Some(TokenKind::Word)
        && ends_in_level(words(3))
        && words(1).starts_with(is_numeral)
    {
        3
    } else if words(1) == "まで"
        && kinds(2) == Some(TokenKind::Word)
        && words(3) == "から"
        && kinds(4) == Some(TokenKind::Word)
        && ends_in_level(words(2))
        && (ends_in_level(words(4)) || words(4).starts_with(is_numeral))
    {
        4
    } else {
        return false;
    };
    let last = settled[count - 1].span;
    settled.truncate(count - back + 1);
    let joined = settled.last_mut().expect("as many as looked at");
    joined.span = joined.span.to(last);
    joined.kind = TokenKind::Word;
    true
}

/// Whether a character is a numeral.
pub(crate) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十百千〇".contains(c)
}

/// Whether a word ends in a level of clauses with a number in front: 第三条, 前項第二号.
fn ends_in_level(word: &str) -> bool {
    let Some(level) = word.chars().next_back() else { return false };
    let front = &word[..word.len() - level.len_utf8()];
    let numbered = front.ends_with(is_numeral) && (front.contains('第') || front.contains('表'));
    // Branches: 第六条の二 goes on in 第六条の二の三.
    let branch = is_numeral(level) && word.contains("の") && word.starts_with('第');
    ("条項号章節款目欄編類".contains(level) && numbered)
        || ("表図".contains(level) && word.contains('別'))
        || (numbered && level == 'の')
        || branch
        || (is_numeral(level) && (word.starts_with("別表第") || word.contains("別表第")))
}

//! Brackets as operations on the phrase that they touch (C7, `reading.md` §5.7).

use std::ops::Range;

use super::account::Span;
use super::phrase::{Np, Number, Op, OpKind, Then};
use super::phrases::{self, Stretch, count_of};
use super::references;
use super::sentence::Words;
use super::tokens::TokenKind;
use crate::regulation::find_outside_brackets;

/// Adds the brackets of a phrase as operations: those behind the head to it, those in front to what they touch.
pub(crate) fn attach(words: &Words<'_>, tokens: &Range<usize>, head: usize, np: &mut Np) {
    for at in tokens.clone().filter(|at| words.tokens[*at].kind == TokenKind::Bracket) {
        let touches = touched(words, tokens, at, head);
        np.ops.extend(read(words, words.tokens[at].span, touches));
    }
}

/// The smallest phrase that a bracket touches.
fn touched(words: &Words<'_>, tokens: &Range<usize>, at: usize, head: usize) -> Span {
    if at > head {
        return words.span(&(tokens.start..at));
    }
    let start = (tokens.start..at).rev().find(|token| {
        matches!(
            words.tokens[*token].kind,
            TokenKind::Comma | TokenKind::Conjunction(_) | TokenKind::Marker(_) | TokenKind::Space
        )
    });
    words.span(&(start.map_or(tokens.start, |start| start + 1)..at))
}

/// The operations that a bracket says.
pub(crate) fn read(words: &Words<'_>, bracket: Span, touches: Span) -> Vec<Op> {
    let edge = |c: Option<char>| c.map_or(0, char::len_utf8);
    let written = bracket.of(words.text);
    // 〔 and 『 take more bytes than (.
    let (first, last) = (edge(written.chars().next()), edge(written.chars().next_back()));
    let inside = bracket.start as usize + first..(bracket.end as usize - last).max(bracket.start as usize + first);
    let at = words.brackets.binary_search_by_key(&(bracket.start as usize), |known| known.start);
    if at.is_ok_and(|at| words.brackets[at].depth > DEEPEST_BRACKET) {
        return vec![Op { kind: OpKind::Unread, span: Span::new(inside), touches }];
    }
    let text = &words.text[inside.clone()];
    let mut from = 0;
    let mut found = Vec::new();
    let mut ends: Vec<usize> = find_outside_brackets(text, "。").into_iter().map(|at| at + "。".len()).collect();
    ends.push(text.len());
    for end in ends {
        let part = text[from..end].trim_end_matches(['。', ' ']).trim_start();
        if !part.is_empty() {
            let start = inside.start + from + (text[from..end].len() - text[from..end].trim_start().len());
            found.extend(operations(words, Span::new(start..start + part.len()), touches, 0));
        }
        from = end;
    }
    found
}

/// The operations of one sentence: 「甲局にあっては、Aを除き、乙局にあっては、Bを除く」 is two.
fn operations(words: &Words<'_>, span: Span, touches: Span, depth: usize) -> Vec<Op> {
    let text = span.of(words.text);
    let op = |span: Span| Op { kind: sentence(words, span, 0), span, touches };
    for (mark, length) in [("を除き、", "を除".len()), ("に限り、", "に限".len()), ("を含み、", "を含".len())]
    {
        let at = find_outside_brackets(text, mark).first().copied().filter(|at| *at > 0 && depth < MOST);
        let Some(at) = at else { continue };
        let middle = span.start + (at + mark.len()) as u32;
        let behind = operations(words, Span { start: middle, end: span.end }, touches, depth + 1);
        if behind.iter().all(|op| op.kind != OpKind::Unread) {
            let first = Span { start: span.start, end: span.start + (at + length) as u32 };
            let kind = ending(words, first, mark);
            let whole = Span { start: span.start, end: middle };
            return std::iter::once(Op { kind, span: whole, touches }).chain(behind).collect();
        }
        // Each mark tried at each place would take for ever.
        if depth > 1 {
            break;
        }
    }
    vec![op(span)]
}

/// The operation of words that go on in another one: 「Aを除」 of 「Aを除き、」.
fn ending(words: &Words<'_>, span: Span, mark: &str) -> OpKind {
    let front = Span { start: span.start, end: span.end - "を除".len() as u32 };
    match mark {
        "に限り、" => only(words, front, 0),
        "を含み、" => includes(words, front, 0),
        _ => without(words, front, 0),
    }
}

/// One sentence of a bracket.
fn sentence(words: &Words<'_>, span: Span, depth: usize) -> OpKind {
    let text = span.of(words.text);
    let front = |length: usize| Span { start: span.start, end: span.start + (text.len() - length) as u32 };
    if depth > DEEPEST {
        return OpKind::Unread;
    }
    for (ending, make) in ENDINGS {
        if text.ends_with(ending) && text.len() > ending.len() {
            return make(words, front(ending.len()), depth);
        }
    }
    if let Some(kind) = term(text, span) {
        return kind;
    }
    if let Some(kind) = case(words, span, depth) {
        return kind;
    }
    if is_law(text) {
        return OpKind::Law;
    }
    if let Some((0, number)) = count_of(text) {
        return OpKind::PartFilled(Some(number));
    }
    if text.starts_with("うち")
        || text.contains("をもって充て")
        || text.contains("充てられる")
        || text.contains("充てる")
    {
        return OpKind::PartFilled(number_in(text));
    }
    if references::is_address(text) || text.split(['、']).all(|part| references::is_address(part.trim())) {
        return OpKind::Address;
    }
    if is_name(text) { OpKind::Gloss } else { OpKind::Unread }
}

/// How many operations may stand within one another in a bracket before the reader gives it up.
const DEEPEST: usize = 6;

/// How many brackets may lie around one that is read.
const DEEPEST_BRACKET: usize = 8;

/// How many operations of one sentence of a bracket are told apart.
const MOST: usize = 64;

type Make = fn(&Words<'_>, Span, usize) -> OpKind;

/// What the ends of brackets do.
const ENDINGS: &[(&str, Make)] = &[
    ("を除く", without),
    ("を除くものとする", without),
    ("を除いたもの", without),
    ("以外のもの", without),
    ("以外", without),
    ("は除く", without),
    ("に限る", only),
    ("に限るものとする", only),
    ("のみ", only),
    ("に限り", only),
    ("を含む", includes),
    ("を含むものとする", includes),
    ("も含む", includes),
    ("を含み", includes),
    ("同じ", |_, _, _| OpKind::Carry),
    ("同様とする", |_, _, _| OpKind::Carry),
    ("同様", |_, _, _| OpKind::Carry),
    ("準用する場合", |_, _, _| OpKind::Gloss),
    ("をいう", |_, _, _| OpKind::Gloss),
    ("という。以下同じ", |_, _, _| OpKind::Carry),
];

fn without(words: &Words<'_>, front: Span, depth: usize) -> OpKind {
    if front.of(words.text).trim_end().ends_with("併任の者") {
        return OpKind::Uncounted;
    }
    set(words, front, depth, OpKind::Without)
}

fn only(words: &Words<'_>, front: Span, depth: usize) -> OpKind {
    set(words, front, depth, OpKind::Only)
}

fn includes(words: &Words<'_>, front: Span, depth: usize) -> OpKind {
    set(words, front, depth, OpKind::Includes)
}

/// An operation with a set: 「A及びBを除く」, 「甲支所にあっては、乙を除く」.
fn set(words: &Words<'_>, front: Span, depth: usize, make: fn(Box<Np>) -> OpKind) -> OpKind {
    if depth > DEEPEST {
        return OpKind::Unread;
    }
    let text = front.of(words.text);
    if let Some((at, length)) = case_marker(text) {
        let member = Span { start: front.start, end: front.start + at as u32 };
        let then = Span { start: front.start + (at + length) as u32, end: front.end };
        if !then.is_empty() {
            let inner = set(words, then, depth + 1, make);
            return OpKind::Case { member: Box::new(words.inner(member)), then: Then::Op(Box::new(inner)) };
        }
    }
    make(Box::new(words.inner(front)))
}

/// 以下「X」という.
fn term(text: &str, span: Span) -> Option<OpKind> {
    let names = ["という", "と総称する", "と称する", "と略称する", "といい", "とする", "といふ", "と呼ぶ"];
    let body = names.iter().find_map(|name| text.strip_suffix(name))?;
    let open = body.rfind('「')?;
    let short = body.strip_suffix('」')?;
    let start = span.start as usize + open + '「'.len_utf8();
    let local = body[..open].contains("この") || body[..open].contains("において") || body[..open].contains("次条");
    Some(OpKind::Term { short: Span::new(start..span.start as usize + short.len()), local })
}

const CASES: [&str; 6] = ["にあっては、", "にあつては、", "については、", "においては、", "に関しては、", "には、"];

/// Where the first 「にあっては、」 outside brackets stands, and its length.
fn case_marker(text: &str) -> Option<(usize, usize)> {
    CASES.iter().filter_map(|mark| find_outside_brackets(text, mark).first().map(|at| (*at, mark.len()))).min()
}

/// 「東局にあっては、二人」.
fn case(words: &Words<'_>, span: Span, depth: usize) -> Option<OpKind> {
    if depth > DEEPEST {
        return None;
    }
    let text = span.of(words.text);
    let (at, length) = case_marker(text)?;
    let member = Box::new(words.inner(Span { start: span.start, end: span.start + at as u32 }));
    let then = Span { start: span.start + (at + length) as u32, end: span.end };
    let written = then.of(words.text);
    // 「甲にあっては乙、丙にあっては丁」: the second case is read for its words alone.
    let then = match count_of(written) {
        Some((0, number)) => Then::Number(number),
        _ if case_marker(written).is_some() => match case(words, then, depth + 1)? {
            kind @ OpKind::Case { .. } => Then::Op(Box::new(kind)),
            _ => return None,
        },
        _ => Then::Phrase(Box::new(words.inner(then))),
    };
    Some(OpKind::Case { member, then })
}

/// The number of a law or of another instrument.
fn is_law(text: &str) -> bool {
    let era = ["明治", "大正", "昭和", "平成", "令和"].iter().any(|era| text.starts_with(era));
    era && (text.contains('号') || text.contains('年'))
        || (text.ends_with('号')
            && ["法律第", "政令第", "規則第", "条例第", "省令第", "府令第", "訓令第", "告示第", "規程第"]
                .iter()
                .any(|kind| text.contains(kind)))
}

/// A name that explains: no particle but の in it.
fn is_name(text: &str) -> bool {
    let kana = |c: char| matches!(c, 'ぁ'..='ゖ');
    !text.contains('、') && text.chars().filter(|c| kana(*c) && *c != 'の').count() == 0
}

fn number_in(text: &str) -> Option<Number> {
    let at = text.find(['人', '名'])?;
    let front = &text[..at + '人'.len_utf8()];
    count_of(front).map(|(_, number)| number)
}

impl Words<'_> {
    /// A stretch by itself as work.
    pub(crate) fn inner_matter(&self, span: Span) -> Np {
        let inner = self.within(span.range());
        super::matters::read(&inner, &(0..inner.tokens.len()), &[])
    }

    /// A stretch inside a bracket as a phrase.
    pub(crate) fn inner(&self, span: Span) -> Np {
        let inner = self.within(span.range());
        let cut = super::clauses::cut(inner.text, &inner.tokens);
        let all = 0..inner.tokens.len();
        let relatives: Vec<Range<usize>> = cut
            .tail
            .iter()
            .chain(cut.clauses.iter().flat_map(|clause| &clause.phrases))
            .flat_map(|phrase| phrase.relatives.clone())
            .collect();
        phrases::read(&inner, &Stretch { tokens: all, relatives: &relatives })
    }
}

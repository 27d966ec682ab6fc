//! The second pass: one article in its order. What a sentence leaves to its place is put in (C5, C8, `reading.md` §1.2, §1.3, §5.5):
//! a list is application — each item is the frame that would have been written had it been written into the hole.

use std::ops::Range;

use super::account::Account;
use super::fillers;
use super::frame::{Adjoined, Adjunct, Filled, Frame, LeadKind, Link};
use super::lines;
use super::nesting::Stack;
use super::parse::{parse, topic_roles};
use super::phrase::{Np, NpForm};
use super::sentence::Words;
use super::state::{Kind, Reason, Standing, State, judge};
use super::tables::{self, TableState};
use super::terms::Terms;
use super::tokens::TokenKind;
use super::{SentenceReading, leads};
use crate::compile::lexicon::{Case, Marker, Role, Sense};
use crate::compile::outline::{Outline, Sentence, SentenceKind, Zone};
use crate::regulation::{Bracket, find_brackets};

/// What is the same for all articles.
pub(crate) struct Common<'r, 'd> {
    /// All sentences of the document.
    pub outline: &'r Outline<'d>,
    /// The defined terms.
    pub terms: &'r Terms,
    /// The sentences of the main provisions that speak of an appended table.
    pub mentions: &'r [usize],
}

/// One article being read.
pub(crate) struct Reader<'r, 'd> {
    /// All sentences of the document.
    pub outline: &'r Outline<'d>,
    /// The defined terms.
    pub terms: &'r Terms,
    /// The sentences of this article.
    pub range: Range<usize>,
    /// What was read of them so far.
    pub done: Vec<SentenceReading>,
    /// What was read of the articles before.
    pub before: &'r [SentenceReading],
    /// The last sentence with a hole, for lines that stand below it without being set as a list.
    pub hole: Option<usize>,
    /// The last line that is a name and stands over what follows.
    pub line: Option<usize>,
    /// The units of the lines above, one in another.
    pub nesting: Stack,
    /// The table that is being read.
    pub table: Option<TableState>,
    /// The sentence that an appended table or list fills, once it was looked for.
    pub appendix: Option<Option<(usize, Frame)>>,
    /// The sentences that speak of an appended table.
    pub mentions: &'r [usize],
}

impl<'r, 'd> Reader<'r, 'd> {
    /// Reads an article.
    pub(crate) fn read(
        common: &Common<'r, 'd>,
        before: &'r [SentenceReading],
        range: Range<usize>,
    ) -> Vec<SentenceReading> {
        let mut reader = Self {
            outline: common.outline,
            terms: common.terms,
            mentions: common.mentions,
            done: Vec::with_capacity(range.len()),
            before,
            range: range.clone(),
            hole: None,
            line: None,
            nesting: Stack::default(),
            table: None,
            appendix: None,
        };
        for index in range {
            let reading = reader.sentence(index);
            reader.done.push(reading);
        }
        reader.done
    }

    /// What was read of a sentence before.
    pub(crate) fn reading(&self, index: usize) -> Option<&SentenceReading> {
        match index.checked_sub(self.range.start) {
            Some(at) => self.done.get(at),
            None => self.before.get(index),
        }
    }

    /// A sentence of the document.
    pub(crate) fn place(&self, index: usize) -> &'r Sentence {
        &self.outline.sentences[index]
    }

    fn sentence(&mut self, index: usize) -> SentenceReading {
        let sentence = self.place(index);
        let text = sentence.text.normal();
        if let Some(kind) = deleted(self.outline, sentence) {
            return SentenceReading::excused(text, kind);
        }
        if sentence.kind == SentenceKind::Row {
            return tables::row(self, index);
        }
        let brackets = find_brackets(text);
        let broken = is_broken(text, &brackets);
        let words = self.words(sentence, &brackets);
        let mut parsed = parse(words, index as u32);
        if let Some(kind) = lines::furniture(self, index, &parsed) {
            return SentenceReading::excused(text, kind);
        }
        let listed = sentence.kind != SentenceKind::Lead || parsed.frames.is_empty();
        let below = listed.then(|| self.kind_above(index)).flatten();
        if listed {
            fillers::fill(self, index, &mut parsed);
        }
        leads::fill(self, index, &mut parsed);
        if parsed.frames.iter().any(|frame| frame.hole().is_some()) {
            (self.hole, self.line) = (Some(index), None);
            if sentence.kind == SentenceKind::Lead {
                self.nesting.clear();
            }
        }
        let standing =
            Standing { supplement: sentence.zone == Zone::Supplement, below, filled: self.is_filled(index), broken };
        let state = judge(text, &parsed.frames, &parsed.account, standing);
        let state = lines::heading_state(self, index, &mut parsed, state);
        SentenceReading { frames: parsed.frames, account: parsed.account, state }
    }

    /// The words of a sentence; in an item or line a wide space behind a name makes it what is spoken of: 「課長　課の事務を…」.
    fn words<'t>(&self, sentence: &'t Sentence, brackets: &'t [Bracket]) -> Words<'t>
    where
        'r: 't,
    {
        let text = sentence.text.normal();
        let mut words = Words::new(text, brackets, self.terms);
        // 「3　本部会議は…」: a number that was not taken for that of a paragraph.
        if let [first, second, ..] = &words.tokens[..]
            && second.kind == TokenKind::Space
            && first.span.of(text).chars().all(|c| c.is_ascii_digit())
        {
            words.tokens[0].kind = TokenKind::Space;
        }
        if sentence.kind != SentenceKind::Lead
            && let Some(space) = words.tokens.iter().position(|token| token.kind == TokenKind::Space)
            && space > 0
            && words.tokens[space + 1..].iter().any(|token| matches!(token.kind, TokenKind::Verb { .. }))
        {
            let left = words.inner(words.span(&(0..space)));
            if !matches!(left.form, NpForm::Matter { .. })
                && words.tokens[..space]
                    .iter()
                    .all(|token| !matches!(token.kind, TokenKind::Verb { .. } | TokenKind::Marker(_)))
            {
                words.tokens[space].kind = TokenKind::Marker(Marker::topic(Case::Bare));
            }
        }
        words
    }

    /// What the sentence above a list is about, if that has no authority content.
    fn kind_above(&self, index: usize) -> Option<Kind> {
        let chapeau = self.place(index).chapeau?;
        match self.reading(chapeau)?.state {
            State::NoContent(kind) => Some(kind),
            _ => None,
        }
    }

    /// Whether something stands below a sentence that may fill its holes.
    fn is_filled(&self, index: usize) -> bool {
        let below = self.outline.sentences.get(index + 1..self.range.end).unwrap_or_default();
        let paragraph = |sentence: &Sentence| self.outline.clauses[sentence.clause].paragraph;
        let own = paragraph(self.place(index));
        // A list belongs to the last sentence of its paragraph; an earlier one may speak of it too.
        let list = below
            .iter()
            .take_while(|sentence| paragraph(sentence) == own)
            .find(|sentence| sentence.kind != SentenceKind::Lead);
        // Lines that lost their marks look like paragraphs.
        let lines = below.first().is_some_and(|next| lines::is_work(next.text.normal()));
        list.is_some()
            || lines
            || self.place(index).text.normal().contains("別表")
                && self.outline.articles.iter().any(|place| place.part.is_some())
    }
}

/// Whether a provision is deleted.
fn deleted(outline: &Outline<'_>, sentence: &Sentence) -> Option<Kind> {
    let article = outline.articles[sentence.article].article;
    let words = sentence.bare.normal().trim().trim_end_matches('。');
    (article.deleted || words == "削除" || words == "(削除)" || words == "略").then_some(Kind::Deleted)
}

/// Whether a bracket of a text has no partner.
fn is_broken(text: &str, brackets: &[Bracket]) -> bool {
    let marks = text.chars().filter(|c| matches!(c, '(' | ')' | '「' | '」')).count();
    let paired = brackets.iter().filter(|bracket| matches!(bracket.opening, '(' | '「')).count() * 2;
    marks != paired
}

/// A copy of a frame with a child in the hole; what the frame says stays where it is written.
pub(crate) fn applied(lead: &Frame, at: u32, kind: LeadKind, role: Role, child: Np) -> Frame {
    // What came along the chain of that sentence now comes from it.
    let filled = |before: Option<Filled>| match before {
        Some(Filled { lead: LeadKind::Chain, sentence }) => Some(Filled { lead: kind, sentence }),
        Some(before) => Some(before),
        None => Some(Filled { lead: kind, sentence: at }),
    };
    let whole = lead.arg(role).and_then(|np| match &np.form {
        NpForm::Hole(hole) if hole.head.span == np.span && matches!(hole.head.form, NpForm::Matter { .. }) => {
            Some(hole.head.clone())
        }
        // 「次に掲げる事務（総務課の所掌に属するものを除く。）」 is said of each item.
        NpForm::Hole(hole) if !np.ops.is_empty() || !hole.head.ops.is_empty() => {
            let mut head = hole.head.clone();
            head.ops.extend(np.ops.iter().cloned());
            Some(head)
        }
        _ => None,
    });
    let mut frame = Frame { link: Link::Hole, written_in: lead.written_in.or(Some(at)), ..lead.clone() };
    for cond in &mut frame.when {
        cond.written_in = cond.written_in.or(Some(at));
    }
    frame.args.retain(|arg| arg.role != role);
    for adjoined in &mut frame.adjuncts {
        adjoined.written_in = adjoined.written_in.or(Some(at));
    }
    // The words around the hole may themselves come from a sentence further up.
    let of =
        lead.args.iter().find(|arg| arg.role == role).and_then(|arg| arg.filled).map_or(at, |filled| filled.sentence);
    frame.adjuncts.extend(whole.map(|np| Adjoined { kind: Adjunct::Whole, np, written_in: Some(of) }));
    for arg in &mut frame.args {
        arg.filled = filled(arg.filled);
    }
    frame.args.push(super::frame::Arg { role, np: child, filled: None, topic: false });
    frame.args.sort_by_key(|arg| arg.role);
    frame
}

/// The topic of the nearest frame of a reading, with the sentence that it is written in.
pub(crate) fn topic_of_reading(reading: &SentenceReading, own: u32) -> Option<(Np, u32)> {
    reading.frames.iter().rev().find_map(|frame| {
        let roles = std::iter::once(Role::Agent).chain(topic_roles(frame.sense).iter().copied());
        roles.into_iter().find_map(|role| frame.offer(role, own))
    })
}

impl SentenceReading {
    /// A sentence that is not about authority, whatever its words.
    pub(crate) fn excused(text: &str, kind: Kind) -> Self {
        Self { frames: Vec::new(), account: Account::open(text.len()), state: State::NoContent(kind) }
    }

    /// A sentence that was not understood.
    pub(crate) fn unread(text: &str, reason: Reason) -> Self {
        Self { frames: Vec::new(), account: Account::open(text.len()), state: State::NotUnderstood(reason) }
    }
}

/// Senses that put or own: what lists fill.
pub(crate) fn takes_matter(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Own | Sense::Lead | Sense::Decide | Sense::Arrange | Sense::TakePart | Sense::Delegate | Sense::Act
    )
}

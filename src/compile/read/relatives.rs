//! A predicate in front of a noun belongs to that noun, with the phrases on its left up to a barrier (C6, `reading.md` §5.1).

use super::account::Span;
use super::clauses::Cutter;
use super::clauses::Phrase;
use super::tokens::TokenKind;
use crate::compile::lexicon::Marker;
use crate::compile::lexicon::{Case, Form, Sense};

/// Verbs that point to another place of the text.
const POINTING: [&str; 5] = ["掲げ", "規定", "定め", "示", "属"];

impl Cutter<'_> {
    /// Makes a predicate and the phrases on its left a part of the noun behind it.
    pub(super) fn modify(&mut self, at: usize, behind: usize) {
        let mut start = at;
        if let Some(open) = self.open {
            let breaks = (open..at).rev().find(|at| {
                matches!(self.tokens[*at].kind, TokenKind::Conjunction(_) | TokenKind::Comma)
                    && !self.relatives.iter().any(|relative| relative.contains(at))
            });
            start = breaks.map_or(open, |at| at + 1);
            if breaks.is_some() {
                self.relatives.push(start..behind);
                return;
            }
        }
        let occasion = self.is_occasion(behind);
        let (mut objects, mut subjects) = (usize::from(self.is_intransitive(at)), 0);
        // 「部に次に掲げる課を」: a verb that points takes one に.
        let points = POINTING.iter().any(|verb| self.words(at).starts_with(verb));
        let mut datives = 0;
        // 「法人に必要な職員を置く」: an adjective takes nothing from its left.
        if self.words(at) == "な" {
            self.relatives.push(start..behind);
            self.open = Some(start);
            return;
        }
        loop {
            while let Some(last) = self.stack.last() {
                // One object and one subject a predicate.
                objects += usize::from(last.marker.case == Case::Object);
                subjects += usize::from(last.marker.case == Case::Subject);
                datives += usize::from(last.marker.case == Case::Dative);
                if points && datives > 1 && last.marker.case == Case::Dative {
                    break;
                }
                if objects > 1 && last.marker.case == Case::Object || subjects > 1 && last.marker.case == Case::Subject
                {
                    break;
                }
                let topic = last.marker.topic && last.marker.case != Case::None && !(last.marker.also && occasion);
                if topic || last.comma || last.joined {
                    break;
                }
                let taken = self.stack.pop().expect("just seen");
                start = start.min(taken.tokens.start);
                self.relatives.extend(taken.relatives);
            }
            if !self.stack.is_empty() || !self.take_back_clause(start, at, behind) {
                break;
            }
            let clause = self.clauses.pop().expect("looked at");
            self.from = clause.tokens.start;
            start = clause.predicate.token;
            self.stack = clause.phrases;
            (objects, subjects) = (usize::from(self.is_intransitive(start)), 0);
        }
        self.relatives.push(self.behind_list(start, at)..behind);
        self.open = Some(start);
    }

    /// 「事務局及びこれに属する部」: a clause that begins with これ begins behind the conjunction in front of it.
    pub(super) fn behind_list(&self, start: usize, at: usize) -> usize {
        let outside = |token: &usize| !self.relatives.iter().any(|relative| relative.contains(token));
        let joins = |token: &usize| matches!(self.tokens[*token].kind, TokenKind::Conjunction(_));
        let last = (start..at).filter(joins).rfind(outside);
        let back = |token: usize| {
            self.kind(token) == Some(TokenKind::Back)
                || matches!(self.words(token), "これ" | "これら" | "それ" | "当該")
        };
        if let Some(last) = last.filter(|last| back(last + 1)) {
            return last + 1;
        }
        // 「所掌事務のうち、次に掲げる」: the clause is only about what stands behind.
        let parts = |token: &usize| {
            matches!(self.tokens[*token].kind, TokenKind::Within | TokenKind::Comma | TokenKind::Conjunction(_))
        };
        match (start..at).filter(parts).rfind(outside) {
            Some(last)
                if POINTING.iter().any(|verb| self.words(at).starts_with(verb)) && self.points_down(last + 1, at) =>
            {
                last + 1
            }
            _ => start,
        }
    }

    /// Whether the words in front of a verb that points are 次に, 左に, 別表第一に.
    pub(super) fn points_down(&self, from: usize, at: usize) -> bool {
        let from = (from..at).find(|token| self.kind(*token) != Some(TokenKind::Comma)).unwrap_or(from);
        ["次", "左", "下記", "左記", "別表", "別に"].iter().any(|start| self.words(from).starts_with(start))
            && !self.words(from).starts_with("次条")
    }

    /// Whether a predicate takes no object: 属する, ある.
    pub(super) fn is_intransitive(&self, at: usize) -> bool {
        let intransitive = ["ある", "ない", "なる", "いる", "あった", "なった", "至る", "係る", "基づく", "あつた"];
        matches!(self.tokens[at].kind, TokenKind::Verb { sense: Sense::Belong, .. })
            || intransitive.contains(&self.words(at))
    }

    /// Whether the clause before goes with a predicate in front of a noun: 「調査し、及び分析する事務」, 「受けて行う事務」.
    pub(super) fn take_back_clause(&self, start: usize, at: usize, behind: usize) -> bool {
        let Some(clause) = self.clauses.last() else { return false };
        let topic = clause.phrases.iter().any(|phrase| phrase.marker.topic && phrase.marker.case != Case::At);
        let directly = clause.predicate.token + 1 == start
            && clause.predicate.form == Form::Te
            && matches!(self.tokens[start].kind, TokenKind::Verb { .. });
        // 「前項の事務を行い、及び専門官の行う事務の調整に当たる」: a predicate with a subject of its own begins anew.
        let own_subject = at > start && self.kind(at - 1) == Some(TokenKind::Of)
            || self.tokens[start..at]
                .iter()
                .any(|token| matches!(token.kind, TokenKind::Marker(marker) if marker.case == Case::Subject));
        let points = POINTING.iter().any(|verb| self.words(at).starts_with(verb));
        let joined = clause.joined.is_some() && clause.predicate.form == Form::Continuative && !own_subject && !points;
        let plain = clause.predicate.sense == Sense::Plain
            && clause.predicate.form == Form::Continuative
            && self.kind(behind) == Some(TokenKind::Word)
            && ["こと", "もの", "ため"].contains(&self.words(behind));
        (directly || joined || plain) && (!topic || clause.phrases.last().is_some_and(|last| !last.marker.topic))
    }

    /// 「構成員の過半数が出席しなければ、」: an occasion of what follows; what the sentence speaks of stays with that.
    pub(super) fn proviso(&mut self, at: usize, behind: usize) -> usize {
        self.close(at, Marker::plain(Case::None), Span::default());
        let mut start = at;
        while let Some(last) = self.stack.last() {
            if last.marker.topic && last.marker.case != Case::None {
                break;
            }
            start = last.tokens.start;
            self.stack.pop();
        }
        let tokens = start..behind;
        let relatives = vec![tokens.clone()];
        let (marker, marker_span) = (Marker::plain(Case::None), Span::default());
        self.stack.push(Phrase { tokens, marker, marker_span, comma: true, relatives, joined: false });
        behind
    }
}

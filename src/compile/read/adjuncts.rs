//! What is no role of a predicate: adverbs, occasions, phrases beside the roles (`reading.md` §2, §5.6).

use super::account::Use;
use super::clauses::Phrase;
use super::condition::{Cond, CondKind};
use super::frame::Adjunct;
use super::occasions;
use super::phrase::Np;
use super::slots::Slots;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Sense};

impl Slots<'_, '_> {
    pub(super) fn take_adverbs(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(phrase) = self.phrases[at] else { continue };
            let [token] = &self.words.tokens[phrase.tokens.clone()] else { continue };
            let TokenKind::Adverb { need } = token.kind else { continue };
            if phrase.marker.case != Case::None && phrase.marker.case != Case::Bare {
                continue;
            }
            let written = token.span.of(self.words.text);
            self.each = self.each || matches!(written, "それぞれ" | "夫々" | "各々" | "おのおの");
            if need {
                self.when.push(Cond::new(CondKind::Need { judge: None }, token.span));
            } else if written == "当分の間" {
                self.when.push(Cond::new(CondKind::During, token.span));
            }
            self.account.take_open(token.span, if need { Use::Condition } else { Use::Adverb });
            self.account.take_open(phrase.marker_span, Use::Marker);
            self.phrases[at] = None;
        }
    }

    pub(super) fn take_occasions(&mut self) {
        for at in 0..self.phrases.len() {
            let Some(phrase) = self.phrases[at].filter(|phrase| occasions::is_occasion(self.words, phrase)) else {
                continue;
            };
            self.when.extend(occasions::read(self.words, phrase));
            self.mark(phrase, None, Use::Condition);
            self.phrases[at] = None;
        }
        self.share_states();
    }

    /// 「課長に事故があるとき、又は欠けたときは」: the second speaks of the same.
    pub(super) fn share_states(&mut self) {
        let mut last: Option<Box<Np>> = None;
        for cond in &mut self.when {
            if let CondKind::State { of, .. } = &mut cond.kind {
                match of {
                    Some(np) => last = Some(np.clone()),
                    None => of.clone_from(&last),
                }
            }
        }
    }

    /// What no role took: adjuncts by their markers; phrases that no marker places stay open.
    pub(super) fn take_adjuncts(&mut self, sense: Sense) {
        for at in 0..self.phrases.len() {
            let Some(phrase) = self.phrases[at] else { continue };
            let adjunct = match phrase.marker.case {
                Case::Basis => Adjunct::Basis,
                Case::Purpose => Adjunct::Purpose,
                Case::Beside => Adjunct::Beside,
                Case::Despite => Adjunct::Despite,
                Case::Instead => Adjunct::Instead,
                Case::As => Adjunct::As,
                Case::From => Adjunct::From,
                Case::With => Adjunct::With,
                Case::Throughout => Adjunct::Throughout,
                Case::Member => {
                    self.about(at);
                    continue;
                }
                Case::About if phrase.marker.topic || sense != Sense::Plain => {
                    self.about(at);
                    continue;
                }
                Case::Occasion | Case::Until | Case::Per | Case::Toward | Case::About | Case::Except => Adjunct::Manner,
                Case::At | Case::By => Adjunct::Manner,
                Case::Dative if self.is_time(phrase) => Adjunct::Manner,
                _ if matches!(sense, Sense::Plain | Sense::Refer | Sense::Equate) => Adjunct::Manner,
                _ => continue,
            };
            self.words_only(at, adjunct);
        }
    }

    pub(super) fn about(&mut self, at: usize) {
        let phrase = self.phrase(at);
        let cond = occasions::read_about(self.words, phrase);
        let np = match &cond.kind {
            CondKind::About(np) => Some((**np).clone()),
            _ => None,
        };
        self.mark(phrase, np.as_ref(), Use::Condition);
        self.when.push(cond);
        self.phrases[at] = None;
    }

    /// 「毎年四月一日に」, 「令和八年三月三十一日までの間に」.
    pub(super) fn is_time(&self, phrase: &Phrase) -> bool {
        let written = self.words.span(&phrase.tokens).of(self.words.text);
        [
            "日",
            "間",
            "年",
            "月",
            "日間",
            "以内",
            "とき",
            "後",
            "前",
            "都度",
            "的",
            "の地",
            "要の地",
            "箇所",
            "の下",
            "のもと",
        ]
        .iter()
        .any(|end| written.ends_with(end))
    }
}

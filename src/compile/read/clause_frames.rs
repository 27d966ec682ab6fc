//! From a clause to its frames: the sense of its predicate, the role of each phrase (C1, `reading.md` §3.2).

use super::account::{Account, Span, Use};
use super::clauses::{Clause, Phrase, Predicate};
use super::condition::{Cond, CondKind};
use super::frame::{Adjoined, Adjunct, Arg, Frame, Link};
use super::gapping;
use super::occasions;
use super::phrase::{Np, NpForm, Number, Sort};
use super::roles;
use super::sentence::Words;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Role, Sense};

/// Reads the frames of a clause and takes what they use.
pub(crate) fn read(words: &Words<'_>, clause: &Clause, account: &mut Account) -> Vec<Frame> {
    let mut frames = Vec::new();
    // From the last on, which stands with the predicate and tells its sense for all.
    let mut predicate = clause.predicate;
    for phrases in gapping::split(words, &clause.phrases).into_iter().rev() {
        let mut slots = Slots::new(words, &phrases, account);
        let frame = slots.frame(&predicate, !frames.is_empty());
        predicate.sense = frame.sense;
        let under = slots.under(&frame);
        frames.push(frame);
        frames.extend(under);
    }
    frames.reverse();
    frames.iter_mut().skip(1).for_each(|frame| frame.link = Link::Gapped);
    account.take_open(clause.predicate.span, Use::Sense);
    account.take_open(clause.predicate.auxiliary, Use::Ending);
    for at in clause.tokens.clone() {
        let Some(token) = words.tokens.get(at) else { continue };
        let role = match token.kind {
            TokenKind::Comma | TokenKind::Stop | TokenKind::Space => Use::Punctuation,
            TokenKind::Together => Use::Conjunction,
            TokenKind::Marker(_) if at > clause.predicate.token => Use::Marker,
            TokenKind::Conjunction(_) if clause.tokens.start == at => Use::Conjunction,
            _ => continue,
        };
        account.take_open(token.span, role);
    }
    frames
}

/// The phrases of one clause, each to be taken once.
pub(crate) struct Slots<'c, 't> {
    pub words: &'c Words<'t>,
    phrases: Vec<Option<&'c Phrase>>,
    account: &'c mut Account,
    args: Vec<Arg>,
    open: Vec<Role>,
    when: Vec<Cond>,
    adjuncts: Vec<Adjoined>,
    each: bool,
    /// Under whose supervision, and the words that say so.
    supervised: Option<(Np, Span)>,
}

impl<'c, 't> Slots<'c, 't> {
    fn new(words: &'c Words<'t>, phrases: &'c [Phrase], account: &'c mut Account) -> Self {
        let mut slots = Self {
            words,
            phrases: phrases.iter().map(Some).collect(),
            account,
            args: Vec::new(),
            open: Vec::new(),
            when: Vec::new(),
            adjuncts: Vec::new(),
            each: false,
            supervised: None,
        };
        slots.take_adverbs();
        slots.take_occasions();
        slots
    }

    /// Reads the frame of a predicate with these phrases.
    fn frame(&mut self, predicate: &Predicate, told: bool) -> Frame {
        let (sense, light) = roles::assign(self, predicate, told);
        self.take_adjuncts(sense);
        self.args.sort_by_key(|arg| arg.role);
        Frame {
            sense,
            verb: predicate.span,
            written_in: None,
            voice: predicate.voice,
            negative: predicate.negative,
            modality: predicate.modality,
            args: std::mem::take(&mut self.args),
            open: std::mem::take(&mut self.open),
            when: std::mem::take(&mut self.when),
            adjuncts: std::mem::take(&mut self.adjuncts),
            each: self.each,
            link: Link::First,
            light,
        }
    }

    fn take_adverbs(&mut self) {
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

    fn take_occasions(&mut self) {
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
    fn share_states(&mut self) {
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

    fn mark(&mut self, phrase: &Phrase, np: Option<&Np>, used: Use) {
        self.words.take(self.account, &phrase.tokens, np, used);
        self.account.take_open(phrase.marker_span, Use::Marker);
        // The comma or conjunction right behind it.
        let mut behind = phrase.tokens.end;
        while let Some(token) = self.words.tokens.get(behind) {
            match token.kind {
                TokenKind::Marker(_) if behind == phrase.tokens.end && !phrase.marker_span.is_empty() => {}
                TokenKind::Marker(_) | TokenKind::Of => self.account.take_open(token.span, Use::Marker),
                TokenKind::Comma | TokenKind::Space => self.account.take_open(token.span, Use::Punctuation),
                TokenKind::Conjunction(_) => self.account.take_open(token.span, Use::Conjunction),
                _ => break,
            }
            behind += 1;
        }
    }

    /// The first phrase that is left and fits.
    pub(crate) fn find(&self, test: impl Fn(&Phrase) -> bool) -> Option<usize> {
        self.phrases.iter().position(|phrase| phrase.is_some_and(&test))
    }

    /// The last phrase that is left and fits.
    pub(crate) fn find_last(&self, test: impl Fn(&Phrase) -> bool) -> Option<usize> {
        self.phrases.iter().rposition(|phrase| phrase.is_some_and(&test))
    }

    /// The phrase with a case, が or plain は.
    pub(crate) fn case(&self, case: Case) -> Option<usize> {
        self.find(|phrase| phrase.marker.case == case && (case == Case::Bare || !phrase.marker.topic))
    }

    /// A phrase that is left.
    pub(crate) fn phrase(&self, at: usize) -> &'c Phrase {
        self.phrases[at].expect("asked for what was found")
    }

    /// What a phrase names.
    pub(crate) fn np(&self, at: usize) -> Np {
        self.words.np(self.phrase(at))
    }

    /// What sort of thing a phrase names.
    pub(crate) fn sort(&self, at: usize) -> Sort {
        self.np(at).sort()
    }

    /// Puts a phrase into the role of an actor. Words that no class knows stay open.
    pub(crate) fn actor(&mut self, role: Role, at: usize) {
        let np = self.np(at);
        self.put(role, at, np);
    }

    /// Puts a phrase into the role of work.
    pub(crate) fn matter(&mut self, at: usize) {
        let np = self.words.matter(self.phrase(at));
        self.put(Role::Matter, at, np);
    }

    /// Puts a phrase with what was read of it into a role.
    pub(crate) fn put(&mut self, role: Role, at: usize, np: Np) {
        let phrase = self.phrase(at);
        if self.args.iter().any(|arg| arg.role == role) {
            return;
        }
        self.phrases[at] = None;
        if np.is_opaque() && role != Role::Matter && role != Role::Basis {
            self.account.take_open(phrase.marker_span, Use::Marker);
            self.open.push(role);
            return;
        }
        self.mark(phrase, Some(&np), Use::Phrase);
        self.args.push(Arg { role, np, filled: None, topic: phrase.marker.topic });
    }

    /// Takes a phrase for its words alone.
    pub(crate) fn words_only(&mut self, at: usize, adjunct: Adjunct) {
        let phrase = self.phrase(at);
        let np = self.words.matter(phrase);
        self.phrases[at] = None;
        self.mark(phrase, Some(&np), Use::Phrase);
        self.adjuncts.push(Adjoined { kind: adjunct, np, written_in: None });
    }

    /// Whether a role is filled.
    pub(crate) fn has(&self, role: Role) -> bool {
        self.args.iter().any(|arg| arg.role == role)
    }

    /// The phrase in a role.
    pub(crate) fn arg(&self, role: Role) -> Option<&Np> {
        self.args.iter().find(|arg| arg.role == role).map(|arg| &arg.np)
    }

    /// Puts a part of a phrase that was taken into a role of its own.
    pub(crate) fn push_arg(&mut self, role: Role, np: Np) {
        if !self.has(role) {
            self.args.push(Arg { role, np, filled: None, topic: false });
        }
    }

    /// Takes a phrase out of a role again.
    pub(crate) fn remove_arg(&mut self, role: Role) -> Option<Np> {
        let at = self.args.iter().position(|arg| arg.role == role)?;
        Some(self.args.remove(at).np)
    }

    /// The conditions that were read.
    pub(crate) fn conditions(&self) -> &[Cond] {
        &self.when
    }

    /// Takes 「町長の監督の下に」 with 町長 as the source of orders.
    pub(crate) fn source(&mut self, at: usize, source: Np) {
        let phrase = self.phrase(at);
        self.phrases[at] = None;
        self.mark(phrase, Some(&source), Use::Phrase);
        self.supervised = Some((source, self.words.span(&phrase.tokens)));
    }

    /// The frame of 「町長の監督の下に」, which stands beside that of the predicate.
    fn under(&mut self, frame: &Frame) -> Option<Frame> {
        let (source, verb) = self.supervised.take()?;
        let mut under =
            Frame { sense: Sense::Under, verb, adjuncts: Vec::new(), when: Vec::new(), light: None, ..frame.clone() };
        under.args.retain(|arg| arg.role == Role::Agent);
        under.args.push(Arg { role: Role::Source, np: source, filled: None, topic: false });
        Some(under)
    }

    /// The numbers of a phrase are those of all places together.
    pub(crate) fn number_in_all(&mut self, role: Role) {
        let pool = |number: &mut Option<Number>| {
            if let Some(Number::Exact(count)) = *number {
                *number = Some(Number::InAll(count));
            }
        };
        for arg in self.args.iter_mut().filter(|arg| arg.role == role) {
            pool(&mut arg.np.number);
            if let NpForm::List { members, .. } = &mut arg.np.form {
                members.iter_mut().for_each(|member| pool(&mut member.number));
            }
        }
    }

    /// The work of a phrase together with the phrases right in front of it that belong to no role: 職員に対し研修を.
    pub(crate) fn wide_matter(&mut self, at: usize) {
        let phrase = self.phrase(at);
        let mut tokens = phrase.tokens.clone();
        let mut relatives = phrase.relatives.clone();
        let mut first = at;
        while first > 0 {
            let Some(before) = self.phrases[first - 1] else { break };
            let joins = matches!(
                before.marker.case,
                Case::Dative
                    | Case::Toward
                    | Case::From
                    | Case::By
                    | Case::With
                    | Case::Per
                    | Case::Occasion
                    | Case::About
                    | Case::At
                    | Case::None
                    | Case::Throughout
                    | Case::Basis
                    | Case::Until
            ) && !before.marker.topic
                && !(before.comma
                    && matches!(before.marker.case, Case::Basis | Case::At | Case::Occasion | Case::About));
            if !joins {
                break;
            }
            first -= 1;
            tokens.start = before.tokens.start;
            relatives.extend(before.relatives.iter().cloned());
        }
        let np = super::matters::read(self.words, &tokens, &relatives);
        let wide = Phrase { tokens, relatives, ..phrase.clone() };
        for taken in first..=at {
            self.phrases[taken] = None;
        }
        self.mark(&wide, Some(&np), Use::Phrase);
        if !self.has(Role::Matter) {
            self.args.push(Arg { role: Role::Matter, np, filled: None, topic: false });
        }
    }

    /// What no role took: adjuncts by their markers; phrases that no marker places stay open.
    fn take_adjuncts(&mut self, sense: Sense) {
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
                Case::Case => {
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

    fn about(&mut self, at: usize) {
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
    fn is_time(&self, phrase: &Phrase) -> bool {
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

    /// What is written in the phrase.
    pub(crate) fn written(&self, at: usize) -> &'t str {
        self.words.span(&self.phrase(at).tokens).of(self.words.text)
    }

    /// The words of a phrase.
    pub(crate) fn span(&self, at: usize) -> Span {
        self.words.span(&self.phrase(at).tokens)
    }

    /// How many phrases there are, taken or not.
    pub(crate) fn count(&self) -> usize {
        self.phrases.len()
    }

    /// Whether a phrase is left.
    pub(crate) fn is_left(&self, at: usize) -> bool {
        self.phrases[at].is_some()
    }
}

/// Whether a phrase is その, これ or the like with or without a noun.
pub(crate) fn is_back(np: &Np) -> bool {
    match &np.form {
        NpForm::Back { .. } => true,
        NpForm::Of { whole, .. } => matches!(whole.form, NpForm::Back { .. }),
        _ => false,
    }
}

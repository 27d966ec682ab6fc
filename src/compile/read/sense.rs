//! The sense of a predicate, which verb and phrases decide together (`reading.md` §3.2).

use super::account::Span;
use super::clause_frames::Slots;
use super::clauses::Predicate;
use super::condition::CondKind;
use super::orders::ORDERS;
use super::phrase::Sort;
use crate::compile::lexicon::{Case, Sense, lexicon};

/// A predicate with what tells its sense.
struct Told<'s, 'c, 't> {
    slots: &'s Slots<'c, 't>,
    verb: &'t str,
    object: Option<usize>,
    with: Option<usize>,
}

/// A sense, and the words of the noun that a light verb stands with.
type SenseAndNoun = (Sense, Option<Span>);

/// The sense of a predicate with its phrases.
pub(super) fn sense_of(slots: &Slots<'_, '_>, predicate: &Predicate) -> SenseAndNoun {
    let verb = predicate.span.of(slots.words.text);
    let with = slots.find(|phrase| phrase.marker.case == Case::With && !phrase.marker.topic);
    let told = Told { slots, verb, object: slots.case(Case::Object), with };
    match predicate.sense {
        Sense::Under => match told.object {
            Some(at) if ORDERS.iter().any(|order| told.head(at).ends_with(order)) => (Sense::Under, None),
            _ => (Sense::Plain, None),
        },
        Sense::Plain => told.of_plain(),
        Sense::Own if told.starts(&["行", "おこな"]) => told.of_doing(),
        Sense::Lead if told.object.is_none() && slots.case(Case::Bare).is_none() => (Sense::Plain, None),
        sense => (sense, None),
    }
}

impl<'t> Told<'_, '_, 't> {
    fn starts(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.verb.starts_with(stem))
    }

    /// The last noun of a phrase.
    fn head(&self, at: usize) -> &'t str {
        self.slots.written(at).rsplit(['の', '、', 'び', 'は', ' ']).next().unwrap_or("")
    }

    /// The sense of the noun that a phrase ends in.
    fn noun_sense(&self, at: usize) -> Option<Sense> {
        let sense = lexicon().sense_of_noun(self.head(at));
        (!matches!(sense, Sense::Plain | Sense::Own | Sense::Refer)).then_some(sense)
    }

    /// する, なる, いう, ある, 当たる and other verbs that have a sense only with their phrases.
    fn of_plain(&self) -> SenseAndNoun {
        let light = ["する", "し", "した", "して", "なす"].contains(&self.verb);
        if let Some(with) = self.with
            && (light || self.starts(&["なる", "なり", "みなす", "いう", "ある"]))
        {
            let chairs = ["議長", "座長"].iter().any(|title| self.slots.written(with).ends_with(title));
            return (if chairs && self.starts(&["な"]) { Sense::Compose } else { Sense::Equate }, None);
        }
        let takes_back = || self.slots.find_last(|_| true).is_some_and(|at| self.slots.written(at) == "この限り");
        match self.verb {
            "でない" | "ではない" if takes_back() => (Sense::Refer, None),
            "による" | "よる" => (Sense::Refer, None),
            "である" | "であり" => (Sense::Equate, None),
            _ if self.starts(&["いう", "いい", "称する"]) => (Sense::Equate, None),
            _ if light => self.object.map_or((Sense::Plain, None), |at| match self.noun_sense(at) {
                Some(sense) => (sense, Some(self.slots.span(at))),
                None => (Sense::Plain, None),
            }),
            _ if self.starts(&["当た", "あた", "当る", "当り", "当ら"]) => self.of_being_at(),
            _ => (Sense::Plain, None),
        }
    }

    /// 「調整に当たる」, 「その任に当たる」, 「事務に当たる」.
    fn of_being_at(&self) -> SenseAndNoun {
        let Some(at) = self.slots.find_last(|phrase| phrase.marker.case == Case::Dative) else {
            return (Sense::Own, None);
        };
        match self.noun_sense(at) {
            _ if self.slots.written(at).ends_with('任') => (Sense::Fill, None),
            Some(sense @ (Sense::Arrange | Sense::Direct | Sense::TakePart)) => (sense, Some(self.slots.span(at))),
            _ => (Sense::Own, None),
        }
    }

    /// 行う: an office's work, the job of another, or what its noun says.
    fn of_doing(&self) -> SenseAndNoun {
        let slots = self.slots;
        let acts = ["代決", "代行", "代理", "専決"];
        if slots.case(Case::Bare).is_some_and(|at| acts.contains(&slots.written(at))) {
            return (Sense::Refer, None);
        }
        let of_post = |at: usize| ["職務", "権限"].iter().any(|noun| slots.written(at).ends_with(noun));
        let has_state = slots.conditions().iter().any(|cond| matches!(cond.kind, CondKind::State { .. }));
        let instead = slots.find(|phrase| phrase.marker.case == Case::Instead).is_some();
        if self.object.is_some_and(of_post) && (has_state || instead) {
            return (Sense::Act, None);
        }
        // 「調査及び調整を行う」 is work of two sorts.
        let alone =
            |at: &usize| !slots.written(*at).trim_end_matches(self.head(*at)).ends_with(['び', '、', 'に', 'は']);
        let unit = slots.case(Case::Bare).is_some_and(|at| slots.sort(at) == Sort::Unit);
        // 「任命は、理事長が行う」.
        let topic = slots.case(Case::Bare).filter(|_| self.object.is_none() && slots.case(Case::Subject).is_some());
        match self.object.or(topic).filter(alone).and_then(|at| self.noun_sense(at).map(|sense| (sense, at))) {
            Some((Sense::Fill, at)) => (Sense::Fill, Some(slots.span(at))),
            Some((sense @ (Sense::Arrange | Sense::Direct | Sense::TakePart | Sense::Act), at)) if !unit => {
                (sense, Some(slots.span(at)))
            }
            _ => (Sense::Own, None),
        }
    }
}

//! Conditions and phrases beside the roles, in the ways that regulations write them (`reading.md` §2, §3.1).

use super::names::{CASES, CLASSES, OBJECTS};
use super::plan::{Condition, Phrase};
use super::random::Random;
use crate::compile::lexicon::Event;

impl Random {
    /// 課長に事故があるとき, for somebody.
    pub(super) fn state(&mut self, of: &Phrase, also: bool) -> Condition {
        let dative = if also { "にも" } else { "に" };
        let subject = if also { "も" } else { "が" };
        let (words, event) = match self.below(9) {
            0 | 1 => (format!("{dative}事故がある"), Event::Incapacitated),
            2 => (format!("{dative}支障がある"), Event::Incapacitated),
            3 | 4 => (format!("{subject}欠けた"), Event::Vacant),
            5 => (format!("{subject}空席の"), Event::Vacant),
            6 => (format!("{subject}登庁しない"), Event::Away),
            7 => (format!("{subject}出張の"), Event::Away),
            _ => (format!("{subject}不在の"), Event::Away),
        };
        let occasion = self.pick(&["ときは", "ときは、", "ときは、", "場合は、", "場合においては、", "場合には、"]);
        Condition::State {
            of: of.clone(),
            events: vec![event],
            written: format!("{words}{occasion}"),
            joint: false,
            also,
        }
    }

    /// 「課長に事故があるとき、又は課長が欠けたときは、」 and its shorter forms.
    pub(super) fn two_states(&mut self, of: &Phrase) -> Condition {
        let name = of.written();
        let written = match self.below(4) {
            0 => format!("に事故があるとき、又は{name}が欠けたときは、"),
            1 => "に事故があるとき、又は欠けたときは、".to_owned(),
            2 => "に事故があるとき又は欠けたときは、".to_owned(),
            _ => format!("に事故があるとき又は{name}が欠けたときは、"),
        };
        let events = vec![Event::Incapacitated, Event::Vacant];
        Condition::State { of: of.clone(), events, written, joint: false, also: false }
    }

    /// 「会長及び副会長に共に事故があるときは、」.
    pub(super) fn joint_state(&mut self, both: &Phrase) -> Condition {
        let (written, event) = *self.pick(&[
            ("に共に事故があるときは、", Event::Incapacitated),
            ("にともに事故があるときは、", Event::Incapacitated),
            ("ともに事故があるときは、", Event::Incapacitated),
            ("が共に欠けたときは、", Event::Vacant),
            ("がともに不在のときは、", Event::Away),
            ("ともに不在のときは、", Event::Away),
        ]);
        Condition::State {
            of: both.clone(),
            events: vec![event],
            written: written.to_owned(),
            joint: true,
            also: false,
        }
    }

    /// A condition that is no state.
    pub(super) fn condition(&mut self) -> Condition {
        match self.below(7) {
            0 => Condition::Need {
                judge: None,
                written: (*self.pick(&["必要に応じ、", "必要に応じて、", "必要があるときは、", "必要がある場合は、"]))
                    .to_owned(),
            },
            1 => {
                Condition::Need { judge: Some(self.officer()), written: "が必要と認めるときは、".to_owned() }
            }
            2 => Condition::NotPut { of: self.title(), class: None },
            3 => Condition::NotPut { of: self.title(), class: Some(self.word(CLASSES)) },
            4 => {
                let matter = format!("{}に関する事務", self.pick(OBJECTS));
                Condition::About {
                    of: Phrase::Matter { written: matter, generic: false },
                    written: "については、".to_owned(),
                }
            }
            5 => Condition::During("当分の間".to_owned()),
            _ => Condition::Case((*self.pick(CASES)).to_owned()),
        }
    }

    /// A phrase beside the roles: written, shown.
    pub(super) fn adjunct(&mut self) -> (String, String) {
        let officer = self.officer().written();
        let object = *self.pick(OBJECTS);
        match self.below(6) {
            0 => (format!("{officer}の定めるところにより、"), format!("basis: 「{officer}の定めるところ」")),
            1 => ("前条の規定に基づき、".to_owned(), "basis: 「前条の規定」…".to_owned()),
            2 => (
                format!("{object}に関する事務を処理させるため、"),
                format!("purpose: 「{object}に関する事務を処理させる」"),
            ),
            3 => ("前項に定めるもののほか、".to_owned(), "beside: 「前項に定めるもの」…".to_owned()),
            4 => (
                format!("前条に規定する{object}に関する事務のほか、"),
                format!("beside: 「前条に規定する{object}に関する事務」…"),
            ),
            _ => ("前項の規定にかかわらず、".to_owned(), "despite: 「前項の規定」…".to_owned()),
        }
    }
}

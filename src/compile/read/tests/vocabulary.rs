//! Invented names and matters: stems × kinds, titles by the rules of `reading.md` §3.4 and §3.5, objects × activities. No name here is
//! one of a real body, and the reader knows none of them.

use super::names::{
    ACTIVITIES, CLASSES, CLOSED, COUNCILS, GENERIC, KINDS, OBJECTS, OFFICERS, OFFICES, PLACES, PREFIXED, PREFIXES,
    STAFF, STEMS, SUFFIXED, TITLES,
};
use super::plan::{Operation, Phrase};
use super::random::Random;

impl Random {
    fn name(&mut self, stems: &[&str], kinds: &[&str]) -> Phrase {
        Phrase::Name(format!("{}{}", self.pick(stems), self.pick(kinds)))
    }

    /// 青葉課, 東支所.
    pub(super) fn unit(&mut self) -> Phrase {
        if self.one_in(3) { self.name(PLACES, OFFICES) } else { self.name(STEMS, KINDS) }
    }

    /// 青葉審議会.
    pub(super) fn council(&mut self) -> Phrase {
        self.name(STEMS, COUNCILS)
    }

    /// 課.
    pub(super) fn class(&mut self) -> Phrase {
        Phrase::Kind(self.word(CLASSES))
    }

    /// A unit, a class, or a unit of a unit.
    pub(super) fn place(&mut self) -> Phrase {
        match self.below(6) {
            0 | 1 => self.class(),
            2 => Phrase::Of(Box::new(self.unit()), Box::new(self.unit())),
            _ => self.unit(),
        }
    }

    /// 課長, 青葉課長, 主幹.
    pub(super) fn title(&mut self) -> Phrase {
        match self.below(5) {
            0 => self.named_title(),
            1 if self.one_in(2) => Phrase::Name(format!("{}{}", self.pick(PREFIXES), self.pick(PREFIXED))),
            2 if self.one_in(2) => {
                let list = if self.one_in(3) { SUFFIXED } else { CLOSED };
                Phrase::Name((*self.pick(list)).to_owned())
            }
            _ => Phrase::Name((*self.pick(TITLES)).to_owned()),
        }
    }

    /// 青葉課長.
    pub(super) fn named_title(&mut self) -> Phrase {
        Phrase::Name(format!("{}{}長", self.pick(STEMS), self.pick(&["課", "係", "部", "室", "局"])))
    }

    /// Another title than one that is used already.
    pub(super) fn other_title(&mut self, than: &Phrase) -> Phrase {
        loop {
            let found = self.title();
            if found.written() != than.written() {
                return found;
            }
        }
    }

    /// 町長.
    pub(super) fn officer(&mut self) -> Phrase {
        Phrase::Name((*self.pick(OFFICERS)).to_owned())
    }

    /// 課長, or 町長.
    pub(super) fn post(&mut self) -> Phrase {
        match self.below(8) {
            0 => self.officer(),
            1 => Phrase::Of(Box::new(self.class()), Box::new(Phrase::Name((*self.pick(TITLES)).to_owned()))),
            _ => self.title(),
        }
    }

    /// 所属職員.
    pub(super) fn staff(&mut self) -> Phrase {
        Phrase::Name((*self.pick(STAFF)).to_owned())
    }

    /// One or several of a sort, each another.
    pub(super) fn some(&mut self, one: fn(&mut Self) -> Phrase) -> Phrase {
        let count = [1, 1, 1, 2, 2, 3][self.below(6)];
        let mut members: Vec<Phrase> = Vec::new();
        while members.len() < count {
            let next = one(self);
            if !members.iter().any(|member| member.written() == next.written()) {
                members.push(next);
            }
        }
        match members.len() {
            1 => members.remove(0),
            3 if self.one_in(2) => {
                let far = members.pop().expect("three");
                Phrase::Wide(members, Box::new(far))
            }
            _ => Phrase::List { or: false, members },
        }
    }

    /// A title with a number.
    pub(super) fn counted(&mut self) -> Phrase {
        let (written, shown) = *self.pick(&[
            ("一人", "×1"),
            ("二人", "×2"),
            ("十二人", "×12"),
            ("三人以内", "×≤3"),
            ("二人以上", "×≥2"),
            ("若干人", "×some"),
            ("若干名", "×some"),
            ("5人", "×5"),
            ("2名", "×2"),
        ]);
        let of = Phrase::Name((*self.pick(TITLES)).to_owned());
        Phrase::Counted { of: Box::new(of), written: written.to_owned(), shown: shown.to_owned() }
    }

    /// Posts as they are put: with numbers, several.
    pub(super) fn posts_put(&mut self) -> Phrase {
        match self.below(5) {
            0 => self.counted(),
            1 => Phrase::List { or: false, members: vec![self.title(), self.counted()] },
            _ => self.some(Self::title),
        }
    }

    /// 予算の編成に関する事務.
    pub(super) fn matter(&mut self) -> Phrase {
        let object = *self.pick(OBJECTS);
        let (first, second) = (*self.pick(ACTIVITIES), *self.pick(ACTIVITIES));
        let written = match self.below(6) {
            0 => format!("{object}の{first}及び{second}に関する事務"),
            1 => format!("{object}の{first}並びに{}の{second}に関する事務", self.pick(OBJECTS)),
            2 => format!("{object}に関すること"),
            3 => format!("{object}に係る{first}の事務"),
            _ => format!("{object}の{first}に関する事務"),
        };
        Phrase::Matter { written, generic: false }
    }

    /// 課の事務.
    pub(super) fn generic_matter(&mut self) -> Phrase {
        Phrase::Matter { written: (*self.pick(GENERIC)).to_owned(), generic: true }
    }

    /// Any matter, with operations now and then.
    pub(super) fn any_matter(&mut self) -> Phrase {
        match self.below(8) {
            0 | 1 => self.generic_matter(),
            2 => {
                let object = *self.pick(OBJECTS);
                Phrase::Within {
                    whole: (*self.pick(&["部の事務", "課の事務", "局の事務"])).to_owned(),
                    part: format!("{object}に係るもの"),
                }
            }
            3 => {
                let inner = Phrase::Matter {
                    written: format!("{}の所掌に属するもの", self.unit().written()),
                    generic: false,
                };
                let words = self.matter().written();
                Phrase::MatterWith(words, Operation::Without(Box::new(inner)))
            }
            4 => {
                let inner = Box::new(Phrase::Matter {
                    written: format!("{}に関するもの", self.pick(OBJECTS)),
                    generic: false,
                });
                let words = self.matter().written();
                let operation = [Operation::Without, Operation::Only, Operation::Includes][self.below(3)](inner);
                Phrase::MatterWith(words, operation)
            }
            _ => self.matter(),
        }
    }

    /// A unit or class with a bracket.
    pub(super) fn unit_with(&mut self) -> Phrase {
        let (of, member) = (self.class(), Box::new(self.unit()));
        let operation = [Operation::Without, Operation::Only, Operation::Includes][self.below(3)](member);
        Phrase::With(Box::new(of), operation)
    }

    /// 二人(東局にあっては、三人).
    pub(super) fn counted_by_case(&mut self) -> Phrase {
        let (written, shown) = *self.pick(&[("三人", "×3"), ("四人以内", "×≤4"), ("一人", "×1")]);
        let member = Box::new(self.unit());
        Phrase::With(Box::new(self.counted()), Operation::Case(member, written.to_owned(), shown.to_owned()))
    }

    /// 青葉課長(以下「課長」という。).
    pub(super) fn with_term(&mut self) -> Phrase {
        let kind = *self.pick(&["課", "部", "室", "局"]);
        let of = Phrase::Name(format!("{}{kind}長", self.pick(STEMS)));
        Phrase::With(Box::new(of), Operation::Term(format!("{kind}長")))
    }

    /// 主務の課長, あらかじめ町長が指名する理事.
    pub(super) fn criterion(&mut self) -> Phrase {
        let head = Box::new(Phrase::Name((*self.pick(&["係長", "課長", "職員", "主査", "次長", "委員"])).to_owned()));
        if self.one_in(2) {
            return Phrase::Criterion(self.word(&["主務", "主管", "上席", "先任", "所管", "担当", "年長"]), head);
        }
        let verb = *self.pick(&["指名する", "指定する", "選任する"]);
        Phrase::Designated { by: Box::new(self.officer()), verb, head }
    }
}

//! The written forms of a predicate, made by the rules of the language and not by the reader's table of endings.

use super::tables::Flexion;
use crate::compile::lexicon::{Modality, Voice};

/// A verb to be written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    /// Its stem: 置, 設置.
    pub stem: &'static str,
    /// How it is inflected.
    pub flexion: Flexion,
}

/// The vowel rows of a verb: negative, continuative, final, and in front of て with て itself.
fn rows(flexion: Flexion) -> [&'static str; 4] {
    match flexion {
        Flexion::Suru => ["し", "し", "する", "して"],
        Flexion::Ichidan => ["", "", "る", "て"],
        Flexion::K => ["か", "き", "く", "いて"],
        Flexion::G => ["が", "ぎ", "ぐ", "いで"],
        Flexion::S => ["さ", "し", "する", "して"],
        Flexion::T => ["た", "ち", "つ", "って"],
        Flexion::B => ["ば", "び", "ぶ", "んで"],
        Flexion::M => ["ま", "み", "む", "んで"],
        Flexion::R => ["ら", "り", "る", "って"],
        Flexion::W => ["わ", "い", "う", "って"],
    }
}

impl Verb {
    /// The stem of its passive or causative, which is inflected like 設け.
    fn turned(self, voice: Voice) -> (String, Flexion) {
        let passive = voice == Voice::Passive;
        let behind = match (self.flexion, passive) {
            (_, _) if voice == Voice::Active => return (self.stem.to_owned(), self.flexion),
            (Flexion::Suru | Flexion::S, true) => "され".to_owned(),
            (Flexion::Suru | Flexion::S, false) => "させ".to_owned(),
            (Flexion::Ichidan, true) => "られ".to_owned(),
            (Flexion::Ichidan, false) => "させ".to_owned(),
            (flexion, true) => format!("{}れ", rows(flexion)[0]),
            (flexion, false) => format!("{}せ", rows(flexion)[0]),
        };
        (format!("{}{behind}", self.stem), Flexion::Ichidan)
    }

    /// The form that goes on: 置き, 置いて.
    pub(super) fn continuative(self, voice: Voice, te: bool) -> String {
        let (stem, flexion) = self.turned(voice);
        format!("{stem}{}", rows(flexion)[if te { 3 } else { 1 }])
    }

    /// The final form: 置く.
    pub(super) fn plain(self, voice: Voice) -> String {
        let (stem, flexion) = self.turned(voice);
        format!("{stem}{}", rows(flexion)[2])
    }

    /// The form in front of an ending, with the ending: 置く|ことができる, 置かなければ|ならない.
    pub(super) fn ended(self, voice: Voice, ending: Ending) -> (String, &'static str) {
        let (stem, flexion) = self.turned(voice);
        let negative = if flexion == Flexion::S { "し" } else { rows(flexion)[0] };
        match ending.base {
            Base::Plain => (self.plain(voice), ending.written),
            Base::Te => (self.continuative(voice, true), ending.written),
            Base::Unless => (format!("{stem}{negative}なければ"), ending.written),
        }
    }
}

/// Which form of the verb stands in front of an ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// 置く.
    Plain,
    /// 置いて.
    Te,
    /// 置かなければ.
    Unless,
}

/// What may stand behind a final predicate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ending {
    /// What it says.
    pub modality: Modality,
    base: Base,
    written: &'static str,
}

const fn ending(modality: Modality, base: Base, written: &'static str) -> Ending {
    Ending { modality, base, written }
}

/// The light forms behind a predicate (`reading.md` §3.2), those with nothing behind it first.
pub(super) const ENDINGS: &[Ending] = &[
    ending(Modality::Does, Base::Plain, ""),
    ending(Modality::Does, Base::Plain, "ものとする"),
    ending(Modality::Does, Base::Plain, "こととする"),
    ending(Modality::May, Base::Plain, "ことができる"),
    ending(Modality::May, Base::Plain, "ことができるものとする"),
    ending(Modality::May, Base::Plain, "ことがある"),
    ending(Modality::May, Base::Plain, "ことを妨げない"),
    ending(Modality::Must, Base::Unless, "ならない"),
    ending(Modality::MustNot, Base::Te, "はならない"),
    ending(Modality::MustNot, Base::Plain, "ことができない"),
    ending(Modality::NeedNot, Base::Plain, "ことを要しない"),
];

//! The phrases of each sense with their markers, as `reading.md` §3.2 lists them: one clause of a random pattern.

use super::inflection::Verb;
use super::plan::{Clause, Joint, Part, Phrase, Said, Slot};
use super::random::Random;
use super::tables::{Flexion, verbs_of};
use crate::compile::lexicon::{Role, Sense, Voice};

/// A phrase in a role with its marker.
pub(super) fn slot(role: Role, phrase: Phrase, marker: &'static str) -> Slot {
    Slot { role, phrase, said: Said::With(marker) }
}

/// A clause with these phrases and nothing else.
pub(super) fn clause(sense: Sense, verb: Verb, slots: Vec<Slot>) -> Clause {
    Clause {
        sense,
        verb,
        voice: Voice::Active,
        parts: vec![Part { slots, ..Part::default() }],
        topic_first: false,
        each: false,
        open: false,
        beside: None,
        joint: Joint::Then,
    }
}

/// Verbs of the table whose phrases have other markers than those of their sense, or that stand in a construction of their own.
const APART: &[&str] = &[
    "従事",
    "執務",
    "議",
    "負担",
    "管轄",
    "所管",
    "主管",
    "参画",
    "参与",
    "助言",
    "兼ね",
    "兼務",
    "兼任",
    "併任",
    "充て",
    "充当",
    "互選",
    "命",
    "命じ",
    "任免",
    "選挙",
    "成",
    "加え",
    "組織",
    "構成",
    "出席",
    "代わって行",
    "受け",
    "うけ",
    "承け",
    "指示",
];

/// A verb of a sense whose phrases have the markers of the sense.
pub(super) fn verb_of(sense: Sense, random: &mut Random) -> Verb {
    let fitting: Vec<_> = verbs_of(sense).into_iter().filter(|(stem, _)| !APART.contains(stem)).collect();
    let (stem, flexion) = *random.pick(&fitting);
    Verb { stem, flexion }
}

fn named(stem: &'static str, flexion: Flexion) -> Verb {
    Verb { stem, flexion }
}

fn suru(stem: &'static str) -> Verb {
    named(stem, Flexion::Suru)
}

/// A clause of a sense in one of its patterns.
pub(super) fn simple(sense: Sense, random: &mut Random) -> Clause {
    match sense {
        Sense::Put => put(random),
        Sense::Fill => fill(random),
        Sense::Own => own(random),
        Sense::Arrange if random.one_in(4) => {
            // The noun tells the sense of 行う (§3.2).
            let words = format!("{}の{}", random.matter().written(), random.pick(&["調整", "連絡調整", "総合調整"]));
            let matter = Phrase::Matter { written: words, generic: false };
            clause(
                sense,
                named("行", Flexion::W),
                vec![slot(Role::Agent, random.title(), "は、"), slot(Role::Matter, matter, "を")],
            )
        }
        Sense::Lead | Sense::Arrange | Sense::Decide => with_matter(sense, random),
        Sense::Direct => direct(random),
        Sense::Under => under(random),
        Sense::TakePart => {
            let verb = suru(random.word(&["参画", "参与", "助言"]));
            clause(
                sense,
                verb,
                vec![slot(Role::Agent, random.post(), "は、"), slot(Role::Matter, random.matter(), "に")],
            )
        }
        Sense::Assist => assist(random),
        Sense::Act => acting(random),
        Sense::Delegate => delegate(random),
        Sense::Compose => compose(random),
        Sense::Belong => {
            let slots =
                vec![slot(Role::Theme, random.some(Random::unit), "は、"), slot(Role::Place, random.unit(), "に")];
            clause(sense, named("属", Flexion::S), slots)
        }
        Sense::Equate => open(
            sense,
            "をい",
            Flexion::W,
            format!("この規程において「主務課」とは、{}を所管する課", random.unit().written()),
        ),
        Sense::Refer => refer(random),
        Sense::Plain => plain(random),
    }
}

/// A clause whose roles the page leaves open: words, then the verb.
fn open(sense: Sense, stem: &'static str, flexion: Flexion, words: String) -> Clause {
    let (words, verb) = match stem.strip_prefix('を') {
        Some(stem) => (format!("{words}を"), named(stem, flexion)),
        None => (words, named(stem, flexion)),
    };
    let mut found = clause(sense, verb, vec![slot(Role::Theme, Phrase::Name(words), "")]);
    found.open = true;
    found
}

fn put(random: &mut Random) -> Clause {
    let verb = verb_of(Sense::Put, random);
    let theme = match random.below(4) {
        0 => random.some(Random::unit),
        1 => random.council(),
        _ => random.posts_put(),
    };
    let theme = if random.one_in(12) { random.counted_by_case() } else { theme };
    let place = if random.one_in(8) { random.unit_with() } else { random.place() };
    match random.below(8) {
        0 => clause(Sense::Put, verb, vec![slot(Role::Place, place, "には、"), slot(Role::Theme, theme, "を")]),
        1 => clause(Sense::Put, verb, vec![slot(Role::Theme, theme, "は、"), slot(Role::Place, place, "に")]),
        2 => Clause {
            voice: Voice::Passive,
            ..clause(Sense::Put, verb, vec![slot(Role::Theme, theme, "は、"), slot(Role::Place, place, "に")])
        },
        3 => {
            let slots = vec![
                slot(Role::Authority, random.officer(), "は、"),
                slot(Role::Place, place, "に"),
                slot(Role::Theme, theme, "を"),
            ];
            clause(Sense::Put, verb, slots)
        }
        4 => {
            let both = Phrase::List { or: false, members: vec![random.unit(), random.council()] };
            Clause {
                each: true,
                ..clause(Sense::Put, verb, vec![slot(Role::Place, both, "に、"), slot(Role::Theme, theme, "を")])
            }
        }
        _ => clause(Sense::Put, verb, vec![slot(Role::Place, place, "に"), slot(Role::Theme, theme, "を")]),
    }
}

fn fill(random: &mut Random) -> Clause {
    let theme = random.title();
    let holder = if random.one_in(5) { random.criterion() } else { random.other_title(&theme) };
    let charge = *random.pick(&[named("充て", Flexion::Ichidan), suru("充当")]);
    match random.below(6) {
        0 => clause(Sense::Fill, charge, vec![slot(Role::Theme, theme, "には、"), slot(Role::Holder, holder, "を")]),
        1 => {
            let verb = *random.pick(&[named("兼ね", Flexion::Ichidan), suru("兼務"), suru("兼任"), suru("併任")]);
            clause(Sense::Fill, verb, vec![slot(Role::Theme, theme, "は、"), slot(Role::Holder, holder, "が")])
        }
        2 => {
            let verb = verb_of(Sense::Fill, random);
            clause(
                Sense::Fill,
                verb,
                vec![slot(Role::Theme, theme, "は、"), slot(Role::Authority, random.officer(), "が")],
            )
        }
        3 => Clause {
            voice: Voice::Passive,
            ..clause(
                Sense::Fill,
                charge,
                vec![slot(Role::Theme, theme, "は、"), slot(Role::Holder, holder, "をもって")],
            )
        },
        _ => {
            clause(Sense::Fill, charge, vec![slot(Role::Theme, theme, "は、"), slot(Role::Holder, holder, "をもって")])
        }
    }
}

fn own(random: &mut Random) -> Clause {
    let agent = if random.one_in(3) { random.post() } else { random.some(Random::unit) };
    let matter = random.any_matter();
    match random.below(8) {
        0 => clause(
            Sense::Own,
            suru("従事"),
            vec![slot(Role::Agent, random.post(), "は、"), slot(Role::Matter, matter, "に")],
        ),
        1 => clause(
            Sense::Own,
            named("当た", Flexion::R),
            vec![slot(Role::Agent, random.post(), "は、"), slot(Role::Matter, matter, "に")],
        ),
        _ => with_matter_of(Sense::Own, agent, matter, random),
    }
}

fn with_matter(sense: Sense, random: &mut Random) -> Clause {
    let (agent, matter) = (random.post(), random.any_matter());
    with_matter_of(sense, agent, matter, random)
}

fn with_matter_of(sense: Sense, agent: Phrase, matter: Phrase, random: &mut Random) -> Clause {
    let verb = verb_of(sense, random);
    match random.below(8) {
        0 => clause(sense, verb, vec![slot(Role::Matter, matter, "は、"), slot(Role::Agent, agent, "が")]),
        1 if sense == Sense::Own => {
            clause(sense, verb, vec![slot(Role::Matter, matter, "は、"), slot(Role::Agent, random.unit(), "において")])
        }
        2 => Clause {
            voice: Voice::Causative,
            ..clause(
                sense,
                verb,
                vec![
                    slot(Role::Authority, random.officer(), "は、"),
                    slot(Role::Agent, agent, "に"),
                    slot(Role::Matter, matter, "を"),
                ],
            )
        },
        _ => clause(sense, verb, vec![slot(Role::Agent, agent, "は、"), slot(Role::Matter, matter, "を")]),
    }
}

fn direct(random: &mut Random) -> Clause {
    let verb = verb_of(Sense::Direct, random);
    let agent = random.post();
    let second = match random.below(4) {
        0 => slot(Role::Object, random.other_title(&agent), "を"),
        1 => slot(Role::Matter, random.matter(), "を"),
        _ => slot(Role::Object, random.staff(), "を"),
    };
    clause(Sense::Direct, verb, vec![slot(Role::Agent, agent, "は、"), second])
}

/// Orders alone end no sentence; what follows them is another clause.
fn under(random: &mut Random) -> Clause {
    let agent = random.post();
    let verb = named("受け", Flexion::Ichidan);
    if random.one_in(4) {
        let mut found = clause(
            Sense::Under,
            verb,
            vec![slot(Role::Agent, agent, "は、"), slot(Role::Source, Phrase::Name(String::new()), "命を")],
        );
        found.parts[0].slots.pop();
        found.parts[0].slots[0].said = Said::With("は、命を");
        found.beside = Some("manner: 「命」");
        return found;
    }
    let source = match random.below(4) {
        0 => Phrase::Name("上司".to_owned()),
        1 => Phrase::List { or: random.one_in(2), members: vec![random.officer(), random.other_title(&agent)] },
        _ => random.other_title(&agent),
    };
    let marker = random.pick(&["の命を", "の命を", "の指揮を", "の監督を", "の指揮監督を", "の命令を", "の指示を"]);
    clause(Sense::Under, verb, vec![slot(Role::Agent, agent, "は、"), slot(Role::Source, source, marker)])
}

fn assist(random: &mut Random) -> Clause {
    let verb = verb_of(Sense::Assist, random);
    let agent = random.title();
    let second = match random.below(5) {
        0 => slot(Role::Matter, random.matter(), "を"),
        _ => slot(Role::Object, random.other_title(&agent), "を"),
    };
    clause(Sense::Assist, verb, vec![slot(Role::Agent, agent, "は、"), second])
}

/// Acting for somebody who is named by his work; with conditions see the shapes.
fn acting(random: &mut Random) -> Clause {
    let principal = random.title();
    let agent = if random.one_in(3) { random.criterion() } else { random.other_title(&principal) };
    let verb = verb_of(Sense::Act, random);
    let work = random.pick(&["職務", "事務", "権限"]);
    let matter = Phrase::Matter { written: format!("{}の{work}", principal.written()), generic: *work != "権限" };
    let marker = if random.one_in(2) { "は、" } else { "が、" };
    let told = Slot { role: Role::Principal, phrase: principal, said: Said::Told };
    clause(Sense::Act, verb, vec![slot(Role::Agent, agent, marker), slot(Role::Matter, matter, "を"), told])
}

fn delegate(random: &mut Random) -> Clause {
    let slots = vec![
        slot(Role::Authority, random.officer(), "は、"),
        slot(Role::Matter, random.matter(), "を"),
        slot(Role::Object, random.title(), "に"),
    ];
    clause(Sense::Delegate, suru("委任"), slots)
}

fn compose(random: &mut Random) -> Clause {
    let (council, member) = (random.council(), random.title());
    match random.below(4) {
        0 => {
            let verb = suru(random.word(&["招集", "召集", "主宰", "主催"]));
            clause(Sense::Compose, verb, vec![slot(Role::Theme, council, "を"), slot(Role::Member, member, "は、")])
                .front(Role::Member)
        }
        1 => clause(
            Sense::Compose,
            suru("出席"),
            vec![slot(Role::Member, member, "は、"), slot(Role::Place, council, "に")],
        ),
        2 => {
            let members = Phrase::List { or: false, members: vec![member, random.counted()] };
            clause(
                Sense::Compose,
                named("成", Flexion::R),
                vec![slot(Role::Agent, council, "は、"), slot(Role::Member, members, "から")],
            )
        }
        _ => {
            let verb = suru(random.word(&["組織", "構成"]));
            let members = if random.one_in(2) { random.some(Random::title) } else { random.counted() };
            let marker = random.pick(&["をもって", "で"]);
            let voice = if random.one_in(4) { Voice::Passive } else { Voice::Active };
            let slots = vec![slot(Role::Agent, council, "は、"), slot(Role::Member, members, marker)];
            Clause { voice, ..clause(Sense::Compose, verb, slots) }
        }
    }
}

impl Clause {
    /// With the phrase of a role in front.
    fn front(mut self, role: Role) -> Self {
        self.parts[0].slots.sort_by_key(|slot| slot.role != role);
        self
    }
}

fn refer(random: &mut Random) -> Clause {
    let words = |words: String| words;
    match random.below(3) {
        0 => open(
            Sense::Refer,
            "準用",
            Flexion::Suru,
            words(format!("第三条の規定は、{}について", random.unit().written())),
        ),
        1 => open(
            Sense::Refer,
            "定め",
            Flexion::Ichidan,
            words(format!("この規程に定めるもののほか必要な事項は、{}が", random.officer().written())),
        ),
        _ => open(
            Sense::Refer,
            "適用",
            Flexion::Suru,
            words(format!("前条の規定は、{}の職員に", random.unit().written())),
        ),
    }
}

fn plain(random: &mut Random) -> Clause {
    let (from, to) = (random.title().written(), random.officer().written());
    let verb = *random.pick(&["報告", "提出"]);
    open(
        Sense::Plain,
        verb,
        Flexion::Suru,
        format!("{from}は、{to}に{}の結果を", random.pick(&["事務", "会議", "調査"])),
    )
}

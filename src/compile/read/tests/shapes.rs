//! The constructions of `reading.md` §0 with a clause of any sense that can stand in them: chain, gapping, cleft, hole, conditions,
//! brackets.

use super::inflection::Verb;
use super::plan::{Clause, Joint, Part, Phrase, Said, Slot};
use super::random::Random;
use super::senses::{clause, simple, slot, verb_of};
use super::tables::Flexion;
use crate::compile::lexicon::{Role, Sense, Voice};

fn named(stem: &'static str, flexion: Flexion) -> Verb {
    Verb { stem, flexion }
}

/// A clause that goes on with the topic of the one before it (C2).
pub(super) fn follower(topic: &Phrase, random: &mut Random) -> Clause {
    let carried = |role: Role| Slot { role, phrase: topic.clone(), said: Said::Chain };
    let sense = *random.pick(&[
        Sense::Own,
        Sense::Lead,
        Sense::Direct,
        Sense::Arrange,
        Sense::TakePart,
        Sense::Assist,
        Sense::Decide,
    ]);
    let second = match sense {
        Sense::Direct => slot(Role::Object, random.staff(), "を"),
        Sense::Assist => slot(Role::Object, random.other_title(topic), "を"),
        Sense::TakePart => slot(Role::Matter, random.matter(), "に"),
        _ => slot(Role::Matter, random.any_matter(), "を"),
    };
    let verb = match sense {
        Sense::TakePart => named("参画", Flexion::Suru),
        _ => verb_of(sense, random),
    };
    clause(sense, verb, vec![second, carried(Role::Agent)])
}

/// 「…の命を受け、…を掌理し、…を指揮監督する」.
pub(super) fn chain(random: &mut Random) -> Vec<Clause> {
    let first = loop {
        let sense = *random.pick(&[
            Sense::Under,
            Sense::Under,
            Sense::Lead,
            Sense::Assist,
            Sense::Own,
            Sense::Direct,
            Sense::Arrange,
        ]);
        let found = simple(sense, random);
        let is_topic = |slot: &Slot| {
            slot.role == Role::Agent && matches!(slot.said, Said::With(marker) if marker.starts_with("は"))
        };
        if found.voice == Voice::Active && found.parts[0].slots.first().is_some_and(is_topic) {
            break found;
        }
    };
    let topic = first.parts[0].slots[0].phrase.clone();
    let mut clauses = vec![first];
    for _ in 0..1 + random.below(2) {
        clauses.push(follower(&topic, random));
    }
    let last = clauses.len() - 1;
    for clause in &mut clauses[..last] {
        clause.joint = match random.below(6) {
            0 => Joint::Te,
            1 if clause.sense != Sense::Under => Joint::Together,
            _ => Joint::Then,
        };
    }
    clauses
}

/// 「Aを補佐し、Aに事故があるときはその職務を代理し、Aが欠けたときはその職務を行う」: each condition reaches its own clause (§5.6).
pub(super) fn assist_then_act(random: &mut Random) -> Vec<Clause> {
    let (assisted, agent) = (random.title(), random.officer());
    let first = clause(
        Sense::Assist,
        named("補佐", Flexion::Suru),
        vec![slot(Role::Agent, agent.clone(), "は、"), slot(Role::Object, assisted.clone(), "を")],
    );
    let mut clauses = vec![first];
    for verb in [named("代理", Flexion::Suru), named("行", Flexion::W)].into_iter().take(1 + random.below(2)) {
        let matter = Phrase::Matter { written: "その職務".to_owned(), generic: true };
        let mut found = clause(
            Sense::Act,
            verb,
            vec![
                slot(Role::Matter, matter, "を"),
                Slot { role: Role::Agent, phrase: agent.clone(), said: Said::Chain },
                Slot { role: Role::Principal, phrase: assisted.clone(), said: Said::Told },
            ],
        );
        found.parts[0].when.push(random.state(&assisted, false));
        clauses.push(found);
    }
    clauses
}

/// 「課に課長を置き、課の事務を掌理する」: what is put is the topic of what follows.
pub(super) fn put_then(random: &mut Random) -> Vec<Clause> {
    let title = random.title();
    let first = clause(
        Sense::Put,
        named("置", Flexion::K),
        vec![slot(Role::Place, random.place(), "に"), slot(Role::Theme, title.clone(), "を")],
    );
    let second = follower(&title, random);
    vec![first, second]
}

/// 「掌理し、又は…」: two predicates of one sense with a conjunction.
pub(super) fn joined(random: &mut Random) -> Vec<Clause> {
    let sense = *random.pick(&[Sense::Own, Sense::Lead, Sense::Decide, Sense::Arrange]);
    let agent = random.title();
    let mut first = clause(
        sense,
        verb_of(sense, random),
        vec![slot(Role::Agent, agent.clone(), "は、"), slot(Role::Matter, random.matter(), "を")],
    );
    first.joint = if random.one_in(2) { Joint::Or } else { Joint::And };
    let carried = Slot { role: Role::Agent, phrase: agent, said: Said::Chain };
    let second = clause(sense, verb_of(sense, random), vec![slot(Role::Matter, random.matter(), "を"), carried]);
    vec![first, second]
}

/// A role that comes twice (C3).
pub(super) fn gapping(random: &mut Random) -> Clause {
    let sense = *random.pick(&[
        Sense::Put,
        Sense::Put,
        Sense::Assist,
        Sense::Fill,
        Sense::Direct,
        Sense::Lead,
        Sense::Own,
        Sense::Belong,
        Sense::Under,
    ]);
    let count = 2 + random.below(2);
    let mut parts: Vec<Part> = Vec::new();
    let dropped = sense == Sense::Put && random.one_in(3);
    for at in 0..count {
        let is_last = at + 1 == count;
        let (first, second) = (random.title(), random.title());
        let slots = match sense {
            Sense::Put => {
                let marker = if dropped && !is_last { "" } else { "を" };
                vec![slot(Role::Place, random.place(), "に"), slot(Role::Theme, random.title(), marker)]
            }
            Sense::Fill => vec![
                slot(Role::Theme, first, "は"),
                slot(Role::Holder, second, if is_last { "をもって" } else { "を" }),
            ],
            Sense::Assist | Sense::Direct => vec![slot(Role::Agent, first, "は"), slot(Role::Object, second, "を")],
            Sense::Belong => vec![slot(Role::Theme, random.unit(), "は"), slot(Role::Place, random.unit(), "に")],
            Sense::Under => {
                vec![slot(Role::Agent, first, "は"), slot(Role::Source, second, if is_last { "の命を" } else { "の" })]
            }
            _ => vec![slot(Role::Agent, first, "は"), slot(Role::Matter, random.any_matter(), "を")],
        };
        parts.push(Part { slots, ..Part::default() });
    }
    let verb = match sense {
        Sense::Fill => named("充て", Flexion::Ichidan),
        Sense::Belong => named("属", Flexion::S),
        Sense::Under => named("受け", Flexion::Ichidan),
        _ => verb_of(sense, random),
    };
    Clause { parts, ..clause(sense, verb, Vec::new()) }
}

/// 「Aが不在のときはBが、Bも不在のときはCが、その事務を代決する」.
pub(super) fn gapped_acts(random: &mut Random) -> Clause {
    let (first, second) = (random.officer(), random.title());
    let third = random.other_title(&second);
    let told = |agent: Phrase, marker: &'static str| {
        vec![slot(Role::Agent, agent, marker), Slot { role: Role::Principal, phrase: first.clone(), said: Said::Told }]
    };
    let matter = Phrase::Matter { written: "その事務".to_owned(), generic: true };
    let mut parts = vec![
        Part { slots: told(second.clone(), "が"), when: vec![random.state(&first, false)], ..Part::default() },
        Part { slots: told(third, "が、"), when: vec![random.state(&second, true)], ..Part::default() },
    ];
    // その in the second part is その in the first.
    parts[1].slots[1].said = Said::Chain;
    parts[0].slots.push(Slot { role: Role::Matter, phrase: matter.clone(), said: Said::Told });
    parts[1].slots.push(slot(Role::Matter, matter, "を"));
    Clause { parts, ..clause(Sense::Act, verb_of(Sense::Act, random), Vec::new()) }
}

/// Acting under a condition, in all the ways to say for whom.
pub(super) fn act(random: &mut Random) -> Clause {
    let principal = random.post();
    let agent = if random.one_in(3) { random.criterion() } else { random.other_title(&principal) };
    let told = Slot { role: Role::Principal, phrase: principal.clone(), said: Said::Told };
    let (matter, verb) = match random.below(4) {
        0 => (None, named("代決", Flexion::Suru)),
        1 => (Some("その事務"), named("代決", Flexion::Suru)),
        2 => (Some("その職務"), named("行", Flexion::W)),
        _ => (Some("その職務"), verb_of(Sense::Act, random)),
    };
    let mut slots = vec![slot(Role::Agent, agent, "が")];
    if let Some(written) = matter {
        slots.push(slot(Role::Matter, Phrase::Matter { written: written.to_owned(), generic: true }, "を"));
    }
    slots.push(told);
    let mut found = clause(Sense::Act, verb, slots);
    // Behind 「課の課長及び」 a bare title would be one of the 課 too (§5.2).
    let second =
        if matches!(principal, Phrase::Of(..)) { random.named_title() } else { random.other_title(&principal) };
    let condition = match random.below(5) {
        0 => random.two_states(&principal),
        1 => {
            // Both are away: the first named is the one acted for.
            let both = Phrase::List { or: false, members: vec![principal.clone(), second] };
            random.joint_state(&both)
        }
        _ => random.state(&principal, false),
    };
    found.parts[0].when.push(condition);
    if random.one_in(3) {
        found.topic_first = true;
        found.parts[0].slots[0].said = Said::With("は、");
    }
    found
}

/// 「町長は、課長に事故があるときは、次長にその職務を代理させる」.
pub(super) fn let_act(random: &mut Random) -> Clause {
    let principal = random.title();
    let matter = Phrase::Matter { written: "その職務".to_owned(), generic: true };
    let slots = vec![
        slot(Role::Authority, random.officer(), "は、"),
        slot(Role::Agent, random.other_title(&principal), "に"),
        slot(Role::Matter, matter, "を"),
        Slot { role: Role::Principal, phrase: principal.clone(), said: Said::Told },
    ];
    let verb = named(random.word(&["代理", "代行"]), Flexion::Suru);
    let mut found = Clause { voice: Voice::Causative, topic_first: true, ..clause(Sense::Act, verb, slots) };
    found.parts[0].when.push(random.state(&principal, false));
    found
}

/// 「代決し、又は代行することができる」 under one condition: for both, and both may (§5.6).
pub(super) fn joined_acts(random: &mut Random) -> (String, Vec<String>) {
    let (principal, second) = (random.officer(), random.title());
    let condition = random.state(&principal, false);
    let (p, s, when) = (principal.written(), second.written(), condition.shown().concat());
    let written = format!("{}{s}が代決し、又は代行することができる。", condition.written());
    let first = format!("Act[代決し](agent={s}; principal={p}; {when}; may)");
    (written, vec![first, format!("or Act[代行する](agent={s} ←chain; principal={p}…; {when}; may)")])
}

/// 「A又はBに事故があるときは、Cがその職務を代理する」: one frame for each of them (§4.1).
pub(super) fn either_away(random: &mut Random) -> (String, Vec<String>) {
    let first = random.title();
    let second = random.other_title(&first);
    let agent = random.officer().written();
    let (one, other) = (first.written(), second.written());
    let written = format!("{one}又は{other}に事故があるときは、{agent}がその職務を代理する。");
    let frame = |of: &str| format!("…Act[代理する](agent={agent}…; …principal={of}…; when {of} incapacitated)");
    (written, vec![frame(&one), frame(&other)])
}

/// A clause with a condition that is no state, or with a phrase beside the roles.
pub(super) fn conditioned(sense: Sense, random: &mut Random) -> Clause {
    let mut found = simple(sense, random);
    if random.one_in(3) {
        found.parts[0].adjuncts.push(random.adjunct());
        return found;
    }
    found.parts[0].when.push(random.condition());
    // Behind a phrase that no comma closes the condition would take it in (C6).
    let closed = found.parts[0]
        .slots
        .first()
        .is_some_and(|slot| matches!(slot.said, Said::With(marker) if marker.ends_with('、')));
    found.topic_first = closed && !found.each && random.one_in(2);
    found
}

/// A role left open for items or a table (C5).
pub(super) fn hole(random: &mut Random) -> Clause {
    let (lead, axis) = *random.pick(&[
        ("次の", "items"),
        ("次に掲げる", "items"),
        ("左の", "items"),
        ("別表に掲げる", "table"),
        ("別表第一に掲げる", "table"),
    ]);
    let open = |head: &str, shown: String| Phrase::Hole(format!("{lead}{head}"), format!("?{axis} {shown}"));
    match random.below(3) {
        0 => {
            let kind = *random.pick(&["課", "係", "室", "部"]);
            let counted = random.one_in(2);
            let hole = match counted {
                true => open(&format!("三{kind}"), format!("every {kind} 3")),
                false => open(kind, format!("every {kind}")),
            };
            clause(
                Sense::Put,
                verb_of(Sense::Put, random),
                vec![slot(Role::Place, random.place(), "に"), slot(Role::Theme, hole, "を")],
            )
        }
        1 => {
            let hole = open("事務", "「事務」".to_owned());
            clause(
                Sense::Own,
                verb_of(Sense::Own, random),
                vec![slot(Role::Agent, random.unit(), "は、"), slot(Role::Matter, hole, "を")],
            )
        }
        _ => {
            let hole = open("事項", "「事項」".to_owned());
            clause(
                Sense::Decide,
                verb_of(Sense::Decide, random),
                vec![slot(Role::Agent, random.title(), "は、"), slot(Role::Matter, hole, "を")],
            )
        }
    }
}

/// 「Xの分掌事務は、次のとおりとする」: sentence and frame (C4).
pub(super) fn cleft(random: &mut Random) -> (String, String) {
    let (unit, post) = (random.unit(), random.title());
    let second = random.other_title(&post);
    let council = random.council();
    let (u, p, s, c) = (unit.written(), post.written(), second.written(), council.written());
    let matter = random.matter().written();
    let hole = *random.pick(&[
        ("次のとおりとする", "?items …"),
        ("次のとおりである", "?items …"),
        ("別表のとおりとする", "?table …"),
    ]);
    let noun = *random.pick(&["分掌事務", "所掌事務", "事務分掌", "分掌する事務"]);
    let joint = if noun.ends_with("する事務") { "が" } else { "の" };
    let substitute =
        *random.pick(&["職務を代理する者", "職務を代理する職員", "職務代理者", "代決者", "職務を代行する者"]);
    let decisions = *random.pick(&["の専決事項", "が専決することができる事項", "の決裁事項", "が専決できる事項"]);
    match random.below(8) {
        0 => (format!("{u}{joint}{noun}は、{}。", hole.0), format!("cleft Own[…](agent={u}; matter={})", hole.1)),
        1 => (format!("{p}の{substitute}は、{s}とする。"), format!("cleft Act[…](agent={s}; …principal={p}…)")),
        2 => (format!("{p}{decisions}は、{}。", hole.0), format!("cleft Decide[…](agent={p}; matter={})", hole.1)),
        3 => (format!("{u}に置く課は、{}。", hole.0), format!("cleft Put[…](theme={}; place={u})", hole.1)),
        4 => (format!("{u}の組織は、{}。", hole.0), format!("cleft Put[…](theme={}; place={u})", hole.1)),
        5 => (format!("{p}は、{s}とする。"), format!("cleft Fill[…](theme={p}; holder={s})")),
        6 => {
            (format!("{u}の分掌する事務は、{matter}とする。"), format!("cleft Own[…](agent={u}; matter=「{matter}」…)"))
        }
        _ => (format!("{c}の委員は、次に掲げる者とする。"), format!("cleft Compose[…](agent={c}; member=?items …)")),
    }
}

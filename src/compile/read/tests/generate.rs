//! Plans by chance: every sense × construction × modality × voice that can stand together.

use super::inflection::{ENDINGS, Verb};
use super::plan::{Clause, Phrase, Plan, Said};
use super::random::Random;
use super::senses::simple;
use super::shapes;
use super::tables::Flexion;
use crate::compile::lexicon::{Modality, Role, Sense};

/// A plan of a random construction.
pub(super) fn plan(random: &mut Random) -> Plan {
    let ending = if random.one_in(2) { ENDINGS[0] } else { *random.pick(ENDINGS) };
    let (construction, clauses) = clauses(random);
    if clauses.is_empty() {
        let (construction, turned) = turned(random);
        return Plan { construction, clauses, ending: ENDINGS[0], turned: Some(turned) };
    }
    let mut plan = Plan { construction, clauses, ending, turned: None };
    keep_apart(&mut plan);
    plan
}

/// Changes what would be another word of the closed classes: 「に当たって」, 「に当たり、」 and 「において」 are markers (§6: compound markers before
/// particles), and a definition has no ending.
fn keep_apart(plan: &mut Plan) {
    let last = plan.clauses.len() - 1;
    let te = plan.ending.modality == Modality::MustNot;
    for (at, clause) in plan.clauses.iter_mut().enumerate() {
        if clause.verb.stem == "当た" && (at < last || te) {
            clause.verb = Verb { stem: "従事", flexion: Flexion::Suru };
        }
        if clause.verb.stem == "お" && te {
            clause.verb = Verb { stem: "置", flexion: Flexion::K };
        }
        if clause.sense == Sense::Equate {
            plan.ending = ENDINGS[0];
        }
    }
}

/// What is written as a whole: its name, the sentence and its frames.
fn turned(random: &mut Random) -> (String, (String, Vec<String>)) {
    match random.below(4) {
        0 => ("two acts with 又は".to_owned(), shapes::joined_acts(random)),
        1 => ("either of two away".to_owned(), shapes::either_away(random)),
        _ => {
            let (written, shown) = shapes::cleft(random);
            ("cleft".to_owned(), (written, vec![shown]))
        }
    }
}

fn clauses(random: &mut Random) -> (String, Vec<Clause>) {
    let one = |name: &str, clause: Clause| (format!("{name} {}", clause.sense.name()), vec![clause]);
    match random.below(16) {
        0 | 1 => ("chain".to_owned(), shapes::chain(random)),
        2 => ("assist, then act".to_owned(), shapes::assist_then_act(random)),
        3 => ("put, then its topic".to_owned(), shapes::put_then(random)),
        4 => ("joined by 又は or 及び".to_owned(), shapes::joined(random)),
        5 | 6 => one("gapping", shapes::gapping(random)),
        7 => one("gapping with states", shapes::gapped_acts(random)),
        8 if random.one_in(4) => one("state, causative", shapes::let_act(random)),
        8 => one("state", shapes::act(random)),
        9 => {
            let sense = *random.pick(&[Sense::Put, Sense::Own, Sense::Lead, Sense::Fill, Sense::Decide, Sense::Assist]);
            one("condition", shapes::conditioned(sense, random))
        }
        10 => one("hole", shapes::hole(random)),
        11 => ("turned".to_owned(), Vec::new()),
        12 => {
            let mut found = simple(Sense::Lead, random);
            let topic = found.parts[0]
                .slots
                .iter_mut()
                .find(|slot| slot.role == Role::Agent && slot.said == Said::With("は、"));
            if let Some(topic) = topic {
                topic.phrase = random.with_term();
            }
            one("term", found)
        }
        _ => {
            let sense = *random.pick(&Sense::ALL);
            let found = simple(sense, random);
            match sense {
                Sense::Under => ("chain".to_owned(), under_and_more(found, random)),
                _ => one("clause", found),
            }
        }
    }
}

/// Orders with what is done under them.
fn under_and_more(first: Clause, random: &mut Random) -> Vec<Clause> {
    let topic: Phrase = first.parts[0].slots[0].phrase.clone();
    vec![first, shapes::follower(&topic, random)]
}

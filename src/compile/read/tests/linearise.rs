//! From a plan to a sentence, and to the frames that the sentence has to be read as.

use super::plan::{Clause, Joint, Part, Plan, Said, Slot, modality_name};
use crate::compile::lexicon::{Modality, Voice};

/// The sentence of a plan.
pub(super) fn linearise(plan: &Plan) -> String {
    if let Some((written, _)) = &plan.turned {
        return written.clone();
    }
    let mut sentence = String::new();
    for (at, clause) in plan.clauses.iter().enumerate() {
        sentence.push_str(&phrases(clause));
        if at + 1 < plan.clauses.len() {
            sentence.push_str(&joined(clause));
        } else {
            let (verb, ending) = clause.verb.ended(clause.voice, plan.ending);
            sentence.push_str(&verb);
            sentence.push_str(ending);
        }
    }
    sentence.push('。');
    sentence
}

fn phrases(clause: &Clause) -> String {
    let parts: Vec<String> = clause.parts.iter().map(|part| part_written(clause, part)).collect();
    let mut written = parts.join("、");
    if clause.each
        && let Some(at) = written.rfind("に、")
    {
        written.insert_str(at + "に、".len(), "それぞれ");
    }
    written
}

fn part_written(clause: &Clause, part: &Part) -> String {
    let adjuncts: String = part.adjuncts.iter().map(|(written, _)| written.as_str()).collect();
    let conditions: String = part.when.iter().map(super::plan::Condition::written).collect();
    let slots = part.slots.iter().filter_map(|slot| match slot.said {
        Said::With(marker) => Some(format!("{}{marker}", slot.phrase.written())),
        _ => None,
    });
    let mut slots: Vec<String> = slots.collect();
    let behind = usize::from(clause.topic_first && !slots.is_empty());
    slots.insert(behind, conditions);
    format!("{adjuncts}{}", slots.concat())
}

fn joined(clause: &Clause) -> String {
    match clause.joint {
        Joint::Then => format!("{}、", clause.verb.continuative(clause.voice, false)),
        Joint::Te => format!("{}、", clause.verb.continuative(clause.voice, true)),
        Joint::Or => format!("{}、又は", clause.verb.continuative(clause.voice, false)),
        Joint::And => format!("{}、及び", clause.verb.continuative(clause.voice, false)),
        Joint::Together => format!("{}とともに、", clause.verb.plain(clause.voice)),
    }
}

/// The frames of a plan in printed form; `…` stands for what the page leaves open.
pub(super) fn frames(plan: &Plan) -> Vec<String> {
    if let Some((_, shown)) = &plan.turned {
        return shown.clone();
    }
    let mut found = Vec::new();
    let last = plan.clauses.len() - 1;
    for (at, clause) in plan.clauses.iter().enumerate() {
        let link = match at.checked_sub(1).map(|before| plan.clauses[before].joint) {
            None => "",
            Some(Joint::Then | Joint::Te) => "then ",
            Some(Joint::Or) => "or ",
            Some(Joint::And | Joint::Together) => "and ",
        };
        // How the last is meant reaches back over 又は and 及び alone (§5.6).
        let reaches = plan.clauses[at..last].iter().all(|clause| matches!(clause.joint, Joint::Or | Joint::And));
        let modality = if reaches { plan.ending.modality } else { Modality::Does };
        let verb = match clause.joint {
            _ if at == last => clause.verb.ended(clause.voice, plan.ending).0,
            Joint::Together => clause.verb.plain(clause.voice),
            joint => clause.verb.continuative(clause.voice, joint == Joint::Te),
        };
        for (position, part) in clause.parts.iter().enumerate() {
            let link = if position > 0 { "gapped " } else { link };
            found.push(format!("{link}{}[{verb}]({})", clause.sense.name(), inside(clause, part, modality)));
        }
    }
    found
}

fn inside(clause: &Clause, part: &Part, modality: Modality) -> String {
    if clause.open {
        return "…".to_owned();
    }
    let mut slots: Vec<&Slot> = part.slots.iter().collect();
    slots.sort_by_key(|slot| slot.role);
    let arrow = |slot: &Slot| if slot.said == Said::Chain { " ←chain" } else { "" };
    let mut parts: Vec<String> =
        slots.iter().map(|slot| format!("{}={}{}", slot.role.name(), slot.phrase.shown(), arrow(slot))).collect();
    parts.extend(part.when.iter().flat_map(super::plan::Condition::shown));
    parts.extend(part.adjuncts.iter().map(|(_, shown)| shown.clone()));
    parts.extend(clause.beside.map(str::to_owned));
    parts.extend(clause.each.then(|| "each".to_owned()));
    parts.extend(modality_name(modality).map(str::to_owned));
    match clause.voice {
        Voice::Active => {}
        Voice::Passive => parts.push("passive".to_owned()),
        Voice::Causative => parts.push("causative".to_owned()),
    }
    parts.join("; ")
}

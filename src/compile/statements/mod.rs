//! Statements: sentences that say something of authority and make no edge. Each is kept with its words, so that staff find who
//! decides in whose name, which rules are applied elsewhere, and what holds for the time being. One file per construct.

mod application;
mod decisions;
mod delegation;
mod draft;
mod filling;
mod read_as;
mod temporary;

pub(crate) use draft::Draft;

use super::outline::SentenceKind;
use super::register::Register;
use super::supplementary::may_give_duties;
use crate::regulation::outermost_brackets;

/// Reads the statements of all sentences, in the order of the text.
pub(crate) fn compile(register: &mut Register<'_>) {
    let mut drafts: Vec<Draft> = Vec::new();
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.kind != SentenceKind::Lead || !may_give_duties(register, index) {
            continue;
        }
        // 「部長(部長に事故があるときは、次長)の決裁を」: what brackets say of substitutes is another construct's to read.
        if speaks_of_absence(sentence.text.normal()) {
            continue;
        }
        let constructs = [decisions::read, delegation::read, application::read, read_as::read, filling::read];
        drafts.extend(constructs.iter().flat_map(|read| read(register, index)));
        drafts.extend(temporary::read(register, index));
    }
    drafts.extend(decisions::of_substitutes(register));
    drafts.sort_by_key(|draft| draft.at);
    register.statements = drafts;
}

/// Whether brackets in a sentence say who acts for somebody absent: 「部長（部長に事故があるときは、次長）の決裁を」. That is for another construct to read.
fn speaks_of_absence(normal: &str) -> bool {
    let absence = |words: &str| ["事故", "不在", "欠けた"].iter().any(|mark| words.contains(mark));
    absence(normal) && outermost_brackets(normal).into_iter().any(|bracket| absence(&normal[bracket]))
}

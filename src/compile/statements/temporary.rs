//! What holds for the time being (当分の間): the units, posts and duties that a sentence with these words gives.

use std::collections::BTreeSet;

use super::draft::{Draft, part};
use crate::compile::register::Register;
use crate::graph::{NodeId, PartRole, StatementKind, StatementPart};

/// The words.
const WORDS: &str = "当分の間";

/// Reads a sentence that says so. It is not understood by that alone: what holds for the time being is for others to read.
pub(super) fn read(register: &Register<'_>, index: usize) -> Option<Draft> {
    let bare = &register.sentence(index).bare;
    let at = bare.normal().find(WORDS)?;
    let end = register.sentence(index).words_end();
    let matter = StatementPart { meaning: given(register, index), ..part(register, PartRole::Matter, bare, 0..end) };
    let limit = part(register, PartRole::Limit, bare, at..at + WORDS.len());
    let draft = Draft::new(register, StatementKind::ForTheTimeBeing, index, vec![matter, limit]);
    Some(Draft { explains: false, ..draft })
}

/// The units, posts and duties that rest on a sentence in the first place or on the list below it.
fn given(register: &Register<'_>, index: usize) -> Vec<NodeId> {
    let rests =
        |sentences: &BTreeSet<usize>, first: usize| first == index || sentences.contains(&index) && first > index;
    let first = |sentences: &BTreeSet<usize>| sentences.first().copied().unwrap_or_default();
    let units = register.units.iter().map(|unit| (&unit.id, &unit.proof));
    let posts = register.posts.iter().map(|post| (&post.id, &post.proof));
    let duties = register.duties.iter().map(|duty| (&duty.id, &duty.proof));
    let all = units.chain(posts).chain(duties);
    all.filter(|(_, proof)| rests(&proof.sentences, first(&proof.sentences))).map(|(id, _)| id.clone()).collect()
}

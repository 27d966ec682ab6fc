//! The reader's own table of verbs, read a second time: the generator shares the tables with the reader and nothing else
//! (`reading.md` §11). The table itself is private to the lexicon.

use crate::compile::lexicon as senses;

#[path = "../../lexicon/verbs.rs"]
#[allow(dead_code, reason = "of the table only the verbs are used here")]
mod verbs;

pub(super) use verbs::{Flexion, VERBS};

use crate::compile::lexicon::Sense;

/// The verbs of a sense.
pub(super) fn verbs_of(sense: Sense) -> Vec<(&'static str, Flexion)> {
    VERBS.iter().filter(|verb| verb.2 == sense).map(|verb| (verb.0, verb.1)).collect()
}

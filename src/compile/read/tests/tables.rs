//! The reader's own table of verbs: the generator shares the tables with the reader and nothing else (`reading.md` §11).

use crate::compile::lexicon::Sense;
pub(super) use crate::compile::lexicon::{Flexion, VERBS};

/// The verbs of a sense.
pub(super) fn verbs_of(sense: Sense) -> Vec<(&'static str, Flexion)> {
    VERBS.iter().filter(|verb| verb.2 == sense).map(|verb| (verb.0, verb.1)).collect()
}

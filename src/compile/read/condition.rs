//! Occasions and conditions: the closed language of what has to be so (`reading.md` §2).

use super::account::Span;
use super::phrase::Np;
use crate::compile::lexicon::Event;

/// A condition of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cond {
    /// What has to be so.
    pub kind: CondKind,
    /// Its words.
    pub span: Span,
    /// The sentence in which it is written, if that is another one.
    pub written_in: Option<u32>,
}

impl Cond {
    /// A condition that is written in its own sentence.
    pub fn new(kind: CondKind, span: Span) -> Self {
        Self { kind, span, written_in: None }
    }
}

/// What has to be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CondKind {
    /// 課長に事故があるとき.
    State {
        /// Whom it keeps from the post; nobody where the words leave it to the sentence (その職務を…事故があるとき).
        of: Option<Box<Np>>,
        /// What happened.
        event: Event,
        /// 共に: all of them.
        joint: bool,
        /// も: he too.
        also: bool,
    },
    /// 必要があるとき.
    Need {
        /// Who finds so.
        judge: Option<Box<Np>>,
    },
    /// 次長を置かないとき, 次長を置かない課にあっては.
    NotPut {
        /// 次長.
        post: Box<Np>,
        /// 課.
        place: Option<Box<Np>>,
    },
    /// Any other occasion, in its words.
    Case,
    /// 技術に関する事務については, 東支所にあっては.
    About(Box<Np>),
    /// 当分の間, 令和…日まで.
    During,
}

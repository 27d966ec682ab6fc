//! Frames: a predicate with its phrases by role, conditions and adjuncts (`reading.md` §2).

use super::account::Span;
use super::condition::Cond;
use super::phrase::Np;
use crate::compile::lexicon::{Modality, Role, Sense, Voice};

/// A clause that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What its predicate says.
    pub sense: Sense,
    /// The predicate.
    pub verb: Span,
    /// The sentence in which the predicate is written, if that is another one: the one above a list.
    pub written_in: Option<u32>,
    /// Active, passive, causative.
    pub voice: Voice,
    /// Whether it says that it is not so.
    pub negative: bool,
    /// Must, may …
    pub modality: Modality,
    /// One phrase a role.
    pub args: Vec<Arg>,
    /// Roles for which there are words that no class knows: nothing around may fill them.
    pub open: Vec<Role>,
    /// When it holds.
    pub when: Vec<Cond>,
    /// Phrases beside the roles.
    pub adjuncts: Vec<Adjoined>,
    /// Whether それぞれ stands with it.
    pub each: bool,
    /// How it hangs on the clause before it.
    pub link: Link,
    /// Whether phrases of it are words of another sense that the predicate stands for: 調整を行う.
    pub light: Option<Span>,
}

impl Frame {
    /// The phrase in a role.
    pub fn arg(&self, role: Role) -> Option<&Np> {
        self.args.iter().find(|arg| arg.role == role).map(|arg| &arg.np)
    }

    /// The phrase in a role with the sentence that it is written in, given that of the frame.
    pub fn offer(&self, role: Role, own: u32) -> Option<(Np, u32)> {
        let arg = self.args.iter().find(|arg| arg.role == role)?;
        Some((arg.np.clone(), arg.filled.map_or(own, |filled| filled.sentence)))
    }

    /// The role that is left open for items or cells, with the hole.
    pub fn hole(&self) -> Option<(Role, &super::phrase::Hole)> {
        self.args.iter().find_map(|arg| arg.np.hole().map(|hole| (arg.role, hole)))
    }

    /// The words of the predicate, where it is written in this sentence; else none.
    pub fn verb_words<'t>(&self, text: &'t str) -> &'t str {
        if self.written_in.is_none() { self.verb.of(text) } else { "" }
    }

    /// The words in a role, where they are written in this sentence; else none.
    pub fn words<'t>(&self, role: Role, text: &'t str) -> &'t str {
        let own = self
            .args
            .iter()
            .find(|arg| arg.role == role && arg.filled.is_none_or(|filled| filled.lead == LeadKind::Chain));
        own.map_or("", |arg| arg.np.span.of(text))
    }

    /// Puts a phrase into a role, if nothing is in it.
    pub fn fill(&mut self, role: Role, np: Np, filled: Option<Filled>) -> bool {
        if self.arg(role).is_some() || self.open.contains(&role) {
            return false;
        }
        self.args.push(Arg { role, np, filled, topic: false });
        self.args.sort_by_key(|arg| arg.role);
        true
    }

    /// The roles that its sense needs and that nothing fills.
    pub fn missing(&self) -> Vec<Role> {
        let needs: &[&[Role]] = match self.sense {
            Sense::Put => &[&[Role::Theme]],
            Sense::Own | Sense::Lead | Sense::Decide => &[&[Role::Agent], &[Role::Matter]],
            Sense::Direct | Sense::Assist => &[&[Role::Agent], &[Role::Object, Role::Matter]],
            Sense::Act => &[&[Role::Agent], &[Role::Principal]],
            Sense::Fill => &[&[Role::Theme], &[Role::Holder]],
            Sense::Compose => &[&[Role::Agent, Role::Theme, Role::Place], &[Role::Member, Role::Theme, Role::Place]],
            Sense::Under
            | Sense::Arrange
            | Sense::TakePart
            | Sense::Delegate
            | Sense::Belong
            | Sense::Equate
            | Sense::Refer
            | Sense::Plain => &[],
        };
        let open = needs.iter().filter(|any| !any.iter().any(|role| self.arg(*role).is_some()));
        open.map(|any| any[0]).collect()
    }
}

/// A phrase in a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arg {
    /// The role.
    pub role: Role,
    /// The phrase.
    pub np: Np,
    /// Where it was taken from, if not from the clause itself.
    pub filled: Option<Filled>,
    /// Whether は marks it: what the sentence speaks of.
    pub topic: bool,
}

/// Where a phrase was taken from that a sentence does not say itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filled {
    /// What offered it.
    pub lead: LeadKind,
    /// The sentence in which it is written; its spans are of that sentence. With [`Filled::CAPTION`] the article whose caption it is.
    pub sentence: u32,
}

impl Filled {
    /// Added to the number of an article: its caption.
    pub const CAPTION: u32 = 1 << 31;
}

/// What may offer a phrase to a sentence (§1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeadKind {
    /// The clause before it in the same sentence.
    Chain,
    /// The heading of its column or row.
    Table,
    /// The heading line above it.
    Heading,
    /// The item around it.
    Item,
    /// The chapeau above the list.
    Chapeau,
    /// The sentence before it in the same paragraph.
    Previous,
    /// The caption of its article.
    Caption,
    /// The heading of a chapter, section …
    Part,
    /// The title of the regulation.
    Title,
}

/// A phrase beside the roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjoined {
    /// What it is to the clause.
    pub kind: Adjunct,
    /// The phrase.
    pub np: Np,
    /// The sentence in which it is written, if that is another one.
    pub written_in: Option<u32>,
}

/// What a phrase beside the roles is to its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Adjunct {
    /// By what rule: により.
    Basis,
    /// What for: ため.
    Purpose,
    /// Beside what: ほか.
    Beside,
    /// Despite what: にかかわらず.
    Despite,
    /// In whose place: に代えて.
    Instead,
    /// As what: として.
    As,
    /// From among whom: のうちから.
    From,
    /// With whom: と.
    With,
    /// Over how many places: を通じて.
    Throughout,
    /// The words around a hole of which a child fills a part: 「所掌事務に係る次に掲げる事務」.
    Whole,
    /// Anything else: に際し, まで, で.
    Manner,
}

/// How a clause hangs on the one before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// It is the first.
    #[default]
    First,
    /// It goes on: し、
    Then,
    /// 及び, とともに.
    And,
    /// 又は.
    Or,
    /// It shares the predicate with the one before it.
    Gapped,
    /// It was turned around: 「…する者は、Xとする」.
    Cleft,
    /// An item, line or row fills the clause of the sentence above.
    Hole,
}

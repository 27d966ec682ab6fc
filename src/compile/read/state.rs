//! What became of a sentence: read, partly, not understood, or without authority content — a result of its frames and of what
//! nothing used, never of a word in it (`reading.md` §7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::account::Account;
use super::conduct;
use super::frame::Frame;
use super::phrase::{NpForm, Sort};
pub use crate::compile::lexicon::Kind;
use crate::compile::lexicon::{Modality, Role, Sense};

/// The state of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Every word was used, and every frame has what it needs.
    Read,
    /// A frame is complete, and there is more that was not read.
    Partly,
    /// No frame is complete.
    NotUnderstood(Reason),
    /// It says nothing of authority.
    NoContent(Kind),
}

/// Why a sentence is not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// No predicate was found.
    NoPredicate,
    /// The predicate is none of those that are known.
    UnknownPredicate,
    /// A role that the predicate needs is not filled.
    MissingRole(Role),
    /// A list, table or picture that is spoken of does not follow.
    NoFiller,
    /// Brackets are not closed.
    BrokenBracket,
    /// Two readings fit.
    Undecidable,
    /// No words that make sense.
    Garbled,
}

/// Where a sentence stands, as far as its state depends on it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Standing {
    /// In a supplement.
    pub supplement: bool,
    /// What the sentence above it is about, if that has no authority content.
    pub below: Option<Kind>,
    /// Whether its holes are filled by what follows.
    pub filled: bool,
    /// Whether brackets of it are not closed.
    pub broken: bool,
}

/// The state of a sentence with its frames and account.
pub(crate) fn judge(text: &str, frames: &[Frame], account: &Account, standing: Standing) -> State {
    if standing.broken {
        return State::NotUnderstood(Reason::BrokenBracket);
    }
    if let Some(kind) = excuse(text, frames, standing) {
        return State::NoContent(kind);
    }
    if frames.is_empty() {
        let reason = if account.is_whole() { Reason::NoPredicate } else { Reason::Garbled };
        return State::NotUnderstood(if text.chars().count() > 1 { Reason::NoPredicate } else { reason });
    }
    let lacking = frames.iter().find_map(|frame| lacks(text, frame, standing));
    let complete =
        frames.iter().filter(|frame| says_something(frame) && lacks(text, frame, standing).is_none()).count();
    match (complete, lacking, account.is_whole()) {
        (0, Some(reason), _) => State::NotUnderstood(reason),
        (0, None, _) => State::NotUnderstood(Reason::UnknownPredicate),
        (_, None, true) => State::Read,
        _ => State::Partly,
    }
}

/// Whether a frame is one of authority, or a rule about rules that is kept.
fn says_something(frame: &Frame) -> bool {
    let leads_to_list = frame.sense == Sense::Equate && frame.hole().is_some();
    frame.sense.is_authority() || matches!(frame.sense, Sense::Belong | Sense::Refer) || leads_to_list
}

/// What a frame lacks.
fn lacks(text: &str, frame: &Frame, standing: Standing) -> Option<Reason> {
    if frame.hole().is_some() && !standing.filled {
        return Some(Reason::NoFiller);
    }
    if frame.sense == Sense::Plain {
        return (!conduct::is_known(text, frame)).then_some(Reason::UnknownPredicate);
    }
    frame.missing().first().map(|role| Reason::MissingRole(*role))
}

/// Why nothing of a sentence is about authority: every frame has to say so.
fn excuse(text: &str, frames: &[Frame], standing: Standing) -> Option<Kind> {
    if let Some(kind) = standing.below
        && !frames.iter().any(|frame| matches!(frame.sense, Sense::Under | Sense::Assist | Sense::Lead | Sense::Act))
    {
        return Some(kind);
    }
    // 「Xとは、…し、…をいう」 says what a word means, whatever its clauses are.
    let defines =
        frames.last().is_some_and(|frame| frame.sense == Sense::Equate && frame.verb_words(text).starts_with("いう"))
            && text.contains("とは");
    if defines && !frames.iter().any(|frame| matches!(frame.sense, Sense::Under | Sense::Assist | Sense::Act)) {
        return Some(Kind::Definition);
    }
    // What the last clause says counts for a chain of clauses without authority.
    let idle = |frame: &Frame| matches!(frame.sense, Sense::Plain | Sense::Equate | Sense::Refer);
    if let Some((last, front)) = frames.split_last()
        && idle(last)
        && front.iter().all(|frame| frame.sense == Sense::Plain)
        && let Some(kind) = kind_of(text, last, standing)
    {
        return Some(kind);
    }
    let kinds: Option<Vec<Kind>> = frames.iter().map(|frame| kind_of(text, frame, standing)).collect();
    kinds?.first().copied()
}

/// What a frame is about, if not about authority.
fn kind_of(text: &str, frame: &Frame, standing: Standing) -> Option<Kind> {
    if frame.written_in.is_some() {
        return None;
    }
    match frame.sense {
        Sense::Plain => conduct::kind_of(text, frame).or(standing.supplement.then_some(Kind::Transition)),
        Sense::Equate => conduct::equation(text, frame),
        Sense::Refer => conduct::reference(text, frame).or(standing.supplement.then_some(Kind::Transition)),
        Sense::Fill => appointment(text, frame),
        Sense::Put => location(text, frame),
        Sense::Decide | Sense::Act => withheld(frame),
        Sense::Own => of_documents(text, frame),
        _ => None,
    }
}

/// 「課長は、市長が任命する」: who appoints, and no post that holds it.
fn appointment(text: &str, frame: &Frame) -> Option<Kind> {
    let verb = frame.verb_words(text);
    if ["兼", "充"].iter().any(|stem| verb.starts_with(stem)) {
        let money =
            |role: Role| ["費", "金", "経費", "資金", "財源"].iter().any(|end| frame.words(role, text).ends_with(end));
        return (money(Role::Theme) || money(Role::Holder)).then_some(Kind::Publication);
    }
    let holder =
        frame.arg(Role::Holder).is_some_and(|np| np.sort() == Sort::Post && !matches!(np.form, NpForm::Such { .. }));
    (!holder).then_some(Kind::Appointment)
}

/// 「事務所は、甲市に置く」.
fn location(text: &str, frame: &Frame) -> Option<Kind> {
    let words = frame.words(Role::Place, text);
    let locality = ["県", "市", "町", "村", "都", "区", "番地", "地内"].iter().any(|end| words.ends_with(end))
        || words.contains("番地")
        || words.contains("大字");
    let office = frame.words(Role::Theme, text);
    (locality
        && ["事務所", "本部", "位置", "本庁", "局"].iter().any(|end| office.ends_with(end))
        && !words.ends_with("本部"))
    .then_some(Kind::Location)
}

/// Limits of deciding and acting: 「代決することができない」 says no fact.
fn withheld(frame: &Frame) -> Option<Kind> {
    let nobody = frame.arg(Role::Agent).is_none() && frame.arg(Role::Principal).is_none();
    let barred = frame.modality == Modality::MustNot || frame.negative;
    (nobody && barred).then_some(Kind::LimitsOfDeciding)
}

/// A matter that is no office's work but the subject of a rule on documents.
fn of_documents(text: &str, frame: &Frame) -> Option<Kind> {
    let topic = frame.arg(Role::Agent)?;
    let words = frame.words(Role::Agent, text);
    let is_document = ["文書", "公印", "帳簿", "様式", "証票", "手続", "会議", "議事", "届出", "申請"]
        .iter()
        .any(|end| words.ends_with(end));
    (is_document && topic.sort() == Sort::Words).then_some(Kind::Documents)
}

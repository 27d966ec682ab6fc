//! What a generated sentence says, before it is written: phrases, conditions, clauses. Each can be written and can be shown in the
//! form of [`show`](crate::compile::read::show); the two are made side by side, so that the reader has to find the one in the other.

use super::inflection::{Ending, Verb};
use crate::compile::lexicon::{Event, Modality, Role, Sense, Voice};

/// A noun phrase.
#[derive(Debug, Clone)]
pub(super) enum Phrase {
    /// 青葉課, 課長, 職員: shown as written.
    Name(String),
    /// 課.
    Kind(&'static str),
    /// 課の係長.
    Of(Box<Phrase>, Box<Phrase>),
    /// 及び, 又は.
    List { or: bool, members: Vec<Phrase> },
    /// A及びB並びにC.
    Wide(Vec<Phrase>, Box<Phrase>),
    /// 予算の編成に関する事務.
    Matter { written: String, generic: bool },
    /// 会議の招集に関する事務(…を除く。): the words of a matter stay verbatim.
    MatterWith(String, Operation),
    /// 部の事務のうち重要事項に係るもの.
    Within { whole: String, part: String },
    /// Two persons: written, shown.
    Counted { of: Box<Phrase>, written: String, shown: String },
    /// (…に限る。).
    With(Box<Phrase>, Operation),
    /// 主務の課長.
    Criterion(&'static str, Box<Phrase>),
    /// 町長が指名する理事.
    Designated { by: Box<Phrase>, verb: &'static str, head: Box<Phrase> },
    /// 次の三課, 別表に掲げる事務: written, shown.
    Hole(String, String),
}

/// What a bracket does.
#[derive(Debug, Clone)]
pub(super) enum Operation {
    /// を除く.
    Without(Box<Phrase>),
    /// に限る.
    Only(Box<Phrase>),
    /// を含む.
    Includes(Box<Phrase>),
    /// 以下「X」という.
    Term(String),
    /// 東局にあっては、三人: member, written, shown.
    Case(Box<Phrase>, String, String),
}

impl Operation {
    fn written(&self) -> String {
        match self {
            Self::Without(of) => format!("({}を除く。)", of.written()),
            Self::Only(of) => format!("({}に限る。)", of.written()),
            Self::Includes(of) => format!("({}を含む。)", of.written()),
            Self::Term(short) => format!("(以下「{short}」という。)"),
            Self::Case(member, written, _) => format!("({}にあっては、{written})", member.written()),
        }
    }

    fn shown(&self) -> String {
        match self {
            Self::Without(of) => format!("without {}", of.shown()),
            Self::Only(of) => format!("only {}", of.shown()),
            Self::Includes(of) => format!("includes {}", of.shown()),
            Self::Term(short) => format!("term {short}"),
            Self::Case(member, _, shown) => format!("case {}: {shown}", member.shown()),
        }
    }
}

impl Phrase {
    /// As it stands in a sentence.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Kind(kind) => (*kind).to_owned(),
            Self::Of(whole, part) => format!("{}の{}", whole.written(), part.written()),
            Self::List { or, members } => enumerate(members, if *or { "又は" } else { "及び" }),
            Self::Wide(near, far) => format!("{}並びに{}", enumerate(near, "及び"), far.written()),
            Self::Matter { written, .. } => written.clone(),
            Self::MatterWith(words, operation) => format!("{words}{}", operation.written()),
            Self::Within { whole, part } => format!("{whole}のうち{part}"),
            Self::Counted { of, written, .. } => format!("{}{written}", of.written()),
            Self::With(of, operation) => format!("{}{}", of.written(), operation.written()),
            Self::Criterion(word, head) => format!("{word}の{}", head.written()),
            Self::Designated { by, verb, head } => format!("{}が{verb}{}", by.written(), head.written()),
            Self::Hole(written, _) => written.clone(),
        }
    }

    /// As the reader has to show it.
    pub(super) fn shown(&self) -> String {
        let join = |members: &[Self], sign: &str| members.iter().map(Self::shown).collect::<Vec<_>>().join(sign);
        match self {
            Self::Name(name) => name.clone(),
            Self::Kind(kind) => format!("every {kind}"),
            Self::Of(whole, part) => format!("{}/{}", whole.shown(), part.shown()),
            Self::List { or, members } => join(members, if *or { "∨" } else { "∧" }),
            Self::Wide(near, far) => format!("({})∧{}", join(near, "∧"), far.shown()),
            Self::Matter { written, generic } => format!("{}「{written}」", if *generic { "generic " } else { "" }),
            Self::MatterWith(_, operation) => format!("「{}」 [{}]", self.written(), operation.shown()),
            Self::Within { whole, .. } => format!("「{}」 [within 「{whole}」]", self.written()),
            Self::Counted { of, shown, .. } => format!("{} {shown}", of.shown()),
            Self::With(of, operation) => format!("{} [{}]", of.shown(), operation.shown()),
            Self::Criterion(word, head) => format!("such {} by {word}", head.shown()),
            Self::Designated { by, verb, head } => {
                format!("such {} by Fill[{verb}](authority={})", head.shown(), by.shown())
            }
            Self::Hole(_, shown) => shown.clone(),
        }
    }
}

fn enumerate(members: &[Phrase], conjunction: &str) -> String {
    let written: Vec<String> = members.iter().map(Phrase::written).collect();
    match written.split_last() {
        Some((last, front)) if !front.is_empty() => format!("{}{conjunction}{last}", front.join("、")),
        _ => written.concat(),
    }
}

/// A condition.
#[derive(Debug, Clone)]
pub(super) enum Condition {
    /// 課長に事故があるとき: of whom, what, its words behind the name.
    State { of: Phrase, events: Vec<Event>, written: String, joint: bool, also: bool },
    /// 必要があるとき.
    Need { judge: Option<Phrase>, written: String },
    /// 次長を置かないとき; 次長を置かない|課|にあっては.
    NotPut { of: Phrase, class: Option<&'static str> },
    /// 緊急を要するとき.
    Case(String),
    /// 技術に関する事務については.
    About { of: Phrase, written: String },
    /// 当分の間.
    During(String),
}

impl Condition {
    /// As it stands in a sentence, with its marker and the comma behind it.
    pub(super) fn written(&self) -> String {
        match self {
            Self::State { of, written, .. } | Self::About { of, written } => {
                format!("{}{written}", of.written())
            }
            Self::NotPut { of, class: None } => format!("{}を置かないときは、", of.written()),
            Self::NotPut { of, class: Some(class) } => format!("{}を置かない{class}にあっては、", of.written()),
            Self::Need { judge, written } => {
                format!("{}{written}", judge.as_ref().map_or(String::new(), Phrase::written))
            }
            Self::Case(words) => format!("{words}は、"),
            Self::During(words) => format!("{words}、"),
        }
    }

    /// As the reader has to show it; one of each event.
    pub(super) fn shown(&self) -> Vec<String> {
        let name = |event: &Event| match event {
            Event::Incapacitated => "incapacitated",
            Event::Vacant => "vacant",
            Event::Away => "away",
        };
        match self {
            Self::State { of, events, joint, also, .. } => {
                let (joint, also) = (if *joint { " jointly" } else { "" }, if *also { " also" } else { "" });
                events.iter().map(|event| format!("when {} {}{joint}{also}", of.shown(), name(event))).collect()
            }
            Self::Need { judge: None, .. } => vec!["when needed".to_owned()],
            Self::Need { judge: Some(judge), .. } => vec![format!("when needed by {}", judge.shown())],
            Self::NotPut { of, class } => {
                let place = class.map_or(String::new(), |class| format!(" in every {class}"));
                vec![format!("when not put {}{place}", of.shown())]
            }
            Self::Case(words) => vec![format!("only if 「{words}」")],
            Self::About { of, .. } => vec![format!("about {}", of.shown())],
            Self::During(words) => vec![format!("during 「{words}」")],
        }
    }
}

/// How a phrase comes into its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It is written, with this behind it.
    With(&'static str),
    /// The clause before it in the chain has it.
    Chain,
    /// Another phrase or a condition of the clause tells it.
    Told,
}

/// A phrase in a role.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// The role.
    pub role: Role,
    /// The phrase.
    pub phrase: Phrase,
    /// How it is said.
    pub said: Said,
}

/// What one predicate says once: with several of them it is a gapped clause.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    /// Its phrases, in the order of the words.
    pub slots: Vec<Slot>,
    /// Its conditions, in front of its phrases.
    pub when: Vec<Condition>,
    /// Phrases beside the roles, in front of all: written, shown.
    pub adjuncts: Vec<(String, String)>,
}

/// How a clause hangs on the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// 置き、
    Then,
    /// 置いて、
    Te,
    /// 置き、又は
    Or,
    /// 置き、及び
    And,
    /// 置くとともに、
    Together,
}

/// A clause: a predicate with one part or more.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// What it says.
    pub sense: Sense,
    /// Its verb.
    pub verb: Verb,
    /// Active, passive, causative.
    pub voice: Voice,
    /// Its parts.
    pub parts: Vec<Part>,
    /// Whether the conditions stand behind the first phrase and not in front of it.
    pub topic_first: bool,
    /// それぞれ.
    pub each: bool,
    /// What the printed frame says besides, for a sense whose roles the page leaves open; then only sense and verb are compared.
    pub open: bool,
    /// Phrases without a role, as they are shown: a bare 命.
    pub beside: Option<&'static str>,
    /// How the next clause hangs on it.
    pub joint: Joint,
}

/// A sentence: clauses in a chain, the last with an ending.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// What it is an example of.
    pub construction: String,
    /// Its clauses.
    pub clauses: Vec<Clause>,
    /// What stands behind the last predicate.
    pub ending: Ending,
    /// The whole written by hand where the construction is no chain: a cleft, with what has to be shown.
    pub turned: Option<(String, Vec<String>)>,
}

/// The name of how a predicate is meant, as frames are printed.
pub(super) fn modality_name(modality: Modality) -> Option<&'static str> {
    match modality {
        Modality::Does => None,
        Modality::Must => Some("must"),
        Modality::May => Some("may"),
        Modality::MustNot => Some("must not"),
        Modality::NeedNot => Some("need not"),
    }
}

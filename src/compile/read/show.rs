//! Frames as text: `Put(place=総務部, theme=人事課∧会計課)`. The form in which tests keep them and `explain-clause` prints them.

use std::fmt::Write;

use super::account::Span;
use super::condition::{Cond, CondKind};
use super::frame::{Adjunct, Arg, Frame, LeadKind, Link};
use super::phrase::{Axis, By, Column, Np, NpForm, Number, Op, OpKind, Quant, Then};
use crate::compile::lexicon::{Event, Join, Modality, Voice};

/// The words of the sentences that spans point into.
pub struct Texts<'t> {
    /// The number of the sentence that a frame stands in.
    pub own: u32,
    /// The normalised text of each sentence.
    pub of: &'t dyn Fn(u32) -> &'t str,
}

impl Texts<'_> {
    fn words(&self, span: Span, sentence: u32) -> String {
        span.of((self.of)(sentence)).split_whitespace().collect()
    }
}

/// A frame in one line.
pub fn frame(frame: &Frame, texts: &Texts<'_>) -> String {
    let home = frame.written_in.unwrap_or(texts.own);
    let mut parts: Vec<String> = frame.args.iter().map(|arg| argument(arg, texts)).collect();
    parts.extend(frame.when.iter().map(|cond| condition(cond, texts)));
    for adjoined in &frame.adjuncts {
        let written_in = adjoined.written_in.unwrap_or(texts.own);
        parts.push(format!("{}: {}", adjunct_name(adjoined.kind), phrase(&adjoined.np, texts, written_in)));
    }
    if !frame.open.is_empty() {
        let roles: Vec<&str> = frame.open.iter().map(|role| role.name()).collect();
        parts.push(format!("open {}", roles.join(",")));
    }
    if frame.each {
        parts.push("each".to_owned());
    }
    match frame.modality {
        Modality::Does => {}
        Modality::Must => parts.push("must".to_owned()),
        Modality::May => parts.push("may".to_owned()),
        Modality::MustNot => parts.push("must not".to_owned()),
        Modality::NeedNot => parts.push("need not".to_owned()),
    }
    match frame.voice {
        Voice::Active => {}
        Voice::Passive => parts.push("passive".to_owned()),
        Voice::Causative => parts.push("causative".to_owned()),
    }
    if frame.negative {
        parts.push("not".to_owned());
    }
    let verb = texts.words(frame.verb, home);
    let link = match frame.link {
        Link::First => "",
        Link::Then => "then ",
        Link::And => "and ",
        Link::Or => "or ",
        Link::Gapped => "gapped ",
        Link::Cleft => "cleft ",
        Link::Hole => "hole ",
    };
    format!("{link}{}[{verb}]({})", frame.sense.name(), parts.join("; "))
}

fn argument(arg: &Arg, texts: &Texts<'_>) -> String {
    let sentence = arg.filled.map_or(texts.own, |filled| filled.sentence);
    let mut shown = format!("{}={}", arg.role.name(), phrase(&arg.np, texts, sentence));
    if let Some(filled) = arg.filled {
        let _ = write!(shown, " ←{}", lead_name(filled.lead));
    }
    shown
}

/// The name of what offered a phrase.
pub fn lead_name(lead: LeadKind) -> &'static str {
    match lead {
        LeadKind::Chain => "chain",
        LeadKind::Table => "table",
        LeadKind::Heading => "heading",
        LeadKind::Item => "item",
        LeadKind::Chapeau => "chapeau",
        LeadKind::Previous => "previous",
        LeadKind::Caption => "caption",
        LeadKind::Part => "part",
        LeadKind::Title => "title",
    }
}

fn adjunct_name(adjunct: Adjunct) -> &'static str {
    match adjunct {
        Adjunct::Basis => "basis",
        Adjunct::Purpose => "purpose",
        Adjunct::Beside => "beside",
        Adjunct::Despite => "despite",
        Adjunct::Instead => "instead",
        Adjunct::As => "as",
        Adjunct::From => "from",
        Adjunct::With => "with",
        Adjunct::Throughout => "throughout",
        Adjunct::Whole => "whole",
        Adjunct::Manner => "manner",
    }
}

/// A noun phrase.
pub fn phrase(np: &Np, texts: &Texts<'_>, sentence: u32) -> String {
    let mut shown = form(np, texts, sentence);
    match np.quant {
        Quant::One => {}
        Quant::Each => shown.insert_str(0, "each "),
        Quant::Other => shown.insert_str(0, "other "),
        Quant::All => shown.insert_str(0, "all "),
        Quant::Some => shown.insert_str(0, "some "),
        Quant::Open => shown.insert_str(0, "open "),
    }
    if !matches!(np.form, NpForm::Hole(_) | NpForm::Bare { .. })
        && let Some(count) = np.number
    {
        let _ = write!(shown, " {}", number(count));
    }
    for op in &np.ops {
        let _ = write!(shown, " [{}]", operation(op, texts, sentence));
    }
    shown
}

/// The form of a noun phrase.
fn form(np: &Np, texts: &Texts<'_>, sentence: u32) -> String {
    let words = |span: Span| texts.words(span, sentence);
    let inner = |np: &Np| phrase(np, texts, sentence);
    match &np.form {
        NpForm::Named { .. } | NpForm::Title { .. } | NpForm::Staff | NpForm::Term { .. } => {
            head_words(np, &words(np.span))
        }
        NpForm::Bare { kind } => format!("every {}", words(*kind)),
        NpForm::Of { whole, part } => format!("{}/{}", inner(whole), inner(part)),
        NpForm::List { join, members, rest } => {
            let sign = match join {
                Join::Or | Join::OrWide => "∨",
                _ => "∧",
            };
            let members: Vec<String> = members
                .iter()
                .map(|member| match member.form {
                    NpForm::List { .. } if members.len() > 1 => format!("({})", inner(member)),
                    _ => inner(member),
                })
                .collect();
            format!("{}{}", members.join(sign), if *rest { "∧…" } else { "" })
        }
        NpForm::Such { head, by } => {
            let by = match by {
                By::Clause(clause) => frame(clause, &Texts { own: sentence, of: texts.of }),
                By::Word(span) => words(*span),
            };
            format!("such {} by {by}", inner(head))
        }
        NpForm::Point { cites, head } => format!("{} of {}", inner(head), list(cites, &words)),
        NpForm::Back { .. } => format!("back {}", words(np.span)),
        NpForm::Hole(hole) => {
            let axis = match hole.axis {
                Axis::Items => "items",
                Axis::Column(Column::First) => "first column",
                Axis::Column(Column::Middle) => "middle column",
                Axis::Column(Column::Last) => "last column",
                Axis::Table => "table",
                Axis::Figure => "figure",
            };
            let count = hole.count.map_or(String::new(), |count| format!(" {count}"));
            format!("?{axis} {}{count}", inner(&hole.head))
        }
        NpForm::Matter { generic, cites } => {
            let mut shown = format!("{}「{}」", if *generic { "generic " } else { "" }, words(np.span));
            if !cites.is_empty() {
                let _ = write!(shown, " of {}", list(cites, &words));
            }
            shown
        }
        NpForm::Words => format!("words 「{}」", words(np.span)),
    }
}

/// The words of a name without its modifiers' brackets and its number.
fn head_words(np: &Np, words: &str) -> String {
    let words = words.trim_start_matches("必要な").trim_start_matches("所要の");
    let mut shown = String::new();
    let mut depth = 0;
    for c in words.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 => shown.push(c),
            _ => {}
        }
    }
    if let Some(at) = shown.find("それぞれ").filter(|at| *at > 0) {
        shown.truncate(at);
        return shown;
    }
    if np.number.is_some()
        && let Some((length, _)) = super::phrases::count_of(&shown)
    {
        shown.truncate(length);
    }
    shown
}

fn list(cites: &[Span], words: &dyn Fn(Span) -> String) -> String {
    cites.iter().map(|span| words(*span)).collect::<Vec<_>>().join(",")
}

/// A number.
pub fn number(number: Number) -> String {
    match number {
        Number::Exact(count) => format!("×{count}"),
        Number::AtMost(count) => format!("×≤{count}"),
        Number::AtLeast(count) => format!("×≥{count}"),
        Number::Some => "×some".to_owned(),
        Number::InAll(count) => format!("×{count} in all"),
    }
}

fn operation(op: &Op, texts: &Texts<'_>, sentence: u32) -> String {
    kind(&op.kind, op.span, texts, sentence)
}

fn kind(kind_of: &OpKind, span: Span, texts: &Texts<'_>, sentence: u32) -> String {
    let inner = |np: &Np| phrase(np, texts, sentence);
    let words = |span: Span| texts.words(span, sentence);
    match kind_of {
        OpKind::Without(np) => format!("without {}", inner(np)),
        OpKind::Only(np) => format!("only {}", inner(np)),
        OpKind::Includes(np) => format!("includes {}", inner(np)),
        OpKind::Within(whole) => format!("within 「{}」", words(*whole)),
        OpKind::Case { member, then } => {
            let then = match then {
                Then::Phrase(np) => inner(np),
                Then::Op(op) => kind(op, span, texts, sentence),
                Then::Number(count) => number(*count),
            };
            format!("case {}: {then}", inner(member))
        }
        OpKind::Term { short, local } => format!("term{} {}", if *local { " here" } else { "" }, words(*short)),
        OpKind::Carry => "carry".to_owned(),
        OpKind::PartFilled(count) => {
            format!("part filled{}", count.map_or(String::new(), |count| format!(" {}", number(count))))
        }
        OpKind::Uncounted => "uncounted".to_owned(),
        OpKind::Law => "law".to_owned(),
        OpKind::Gloss => "gloss".to_owned(),
        OpKind::Address => format!("address {}", words(span)),
        OpKind::Unread => format!("unread 「{}」", words(span)),
    }
}

/// A condition.
pub fn condition(cond: &Cond, texts: &Texts<'_>) -> String {
    let home = cond.written_in.unwrap_or(texts.own);
    let inner = |np: &Np| phrase(np, texts, home);
    let words = |span: Span| texts.words(span, home);
    match &cond.kind {
        CondKind::State { of, event, joint, also } => {
            let event = match event {
                Event::Incapacitated => "incapacitated",
                Event::Vacant => "vacant",
                Event::Away => "away",
            };
            let of = of.as_ref().map_or(String::new(), |np| format!("{} ", inner(np)));
            format!("when {of}{event}{}{}", if *joint { " jointly" } else { "" }, if *also { " also" } else { "" })
        }
        CondKind::Need { judge } => {
            judge.as_ref().map_or("when needed".to_owned(), |np| format!("when needed by {}", inner(np)))
        }
        CondKind::NotPut { post, place } => {
            let place = place.as_ref().map_or(String::new(), |place| format!(" in {}", inner(place)));
            format!("when not put {}{place}", inner(post))
        }
        CondKind::Case => format!("only if 「{}」", words(cond.span)),
        CondKind::About(np) => format!("about {}", inner(np)),
        CondKind::During => format!("during 「{}」", words(cond.span)),
    }
}

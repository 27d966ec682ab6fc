//! Names below a sentence that puts units: what stands in what (`reading.md` §1.1, §1.3). Marks nest; lines that lost them nest by
//! the rank of their kinds, where that is clear; where it is not, the place stays open.

use super::complete::Reader;
use super::frame::{Arg, Filled, Frame, LeadKind};
use super::phrase::{Np, NpForm, Sort};
use crate::compile::lexicon::{Role, Sense, rank};
use crate::compile::outline::SentenceKind;

/// Units that stand one in another above the line being read: rank, name, sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stack {
    units: Vec<(u32, String, Np, u32)>,
}

/// Where a unit of a line stands.
enum Above {
    /// In this one.
    Unit(Np, u32),
    /// Where the sentence above the list says.
    Lead,
    /// Two kinds of one rank: the line does not tell.
    Unclear,
}

impl Stack {
    /// Forgets the lines of another list.
    pub(crate) fn clear(&mut self) {
        self.units.clear();
    }

    /// What a unit of a line stands in.
    fn above(&mut self, rank: Option<u32>, kind: &str, line: u32) -> Above {
        let Some(rank) = rank else { return if self.units.is_empty() { Above::Lead } else { Above::Unclear } };
        let mut unclear = false;
        while let Some((top, top_kind, _, of)) = self.units.last() {
            if *top < rank {
                break;
            }
            // 「課」 and 「科」 in one line are beside each other; in two lines they may not be.
            unclear = *top == rank && top_kind != kind && *of != line;
            self.units.pop();
            if unclear {
                break;
            }
        }
        match self.units.last() {
            _ if unclear => Above::Unclear,
            Some((_, _, np, sentence)) => Above::Unit(np.clone(), *sentence),
            None => Above::Lead,
        }
    }
}

/// The kind at the end of a name.
fn kind_of<'t>(np: &Np, text: &'t str) -> Option<&'t str> {
    match np.form {
        NpForm::Named { kind } | NpForm::Bare { kind } => Some(kind.of(text)),
        _ => None,
    }
}

/// The frames of a line of names below a sentence that puts units: one for each name, each in what stands above it.
pub(crate) fn place(reader: &mut Reader<'_, '_>, index: usize, frames: Vec<Frame>) -> Vec<Frame> {
    let [frame] = &frames[..] else { return frames };
    let theme = frame.args.iter().find(|arg| arg.role == Role::Theme && arg.filled.is_none());
    let Some(theme) = theme.filter(|_| frame.sense == Sense::Put) else { return frames };
    if frame.args.iter().any(|arg| arg.role == Role::Place && arg.filled.is_none()) || theme.np.sort() != Sort::Unit {
        return frames;
    }
    if let Some(found) = in_item_above(reader, index, frame) {
        return vec![found];
    }
    if reader.place(index).kind != SentenceKind::Entry && !reader.place(index).text.normal().contains(' ') {
        return frames;
    }
    let text = reader.place(index).text.normal();
    let members: Vec<Np> = theme.np.members().to_vec();
    if members.len() > 1 && !text.contains([' ', '|']) {
        return frames;
    }
    let mut found = Vec::with_capacity(members.len());
    for member in members {
        let kind = kind_of(&member, text).unwrap_or_default().to_owned();
        let place = reader.nesting.above(rank(&kind), &kind, index as u32);
        let mut own = frame.clone();
        own.args.retain(|arg| arg.role != Role::Theme);
        own.args.push(Arg { role: Role::Theme, np: member.clone(), filled: None, topic: false });
        put_into(&mut own, place);
        found.push(own);
        if let Some(rank) = rank(&kind) {
            reader.nesting.units.push((rank, kind, member, index as u32));
        }
    }
    found
}

/// What stands in an item stands in the unit that the item names.
fn in_item_above(reader: &Reader<'_, '_>, index: usize, frame: &Frame) -> Option<Frame> {
    let above = reader.place(index).heading.or(reader.place(index).chapeau)?;
    if reader.place(above).kind == SentenceKind::Lead {
        return None;
    }
    let parent = reader.reading(above)?.frames.iter().rev().find(|frame| frame.sense == Sense::Put)?;
    let (np, sentence) = parent.offer(Role::Theme, above as u32)?;
    if np.sort() != Sort::Unit || np.hole().is_some() {
        return None;
    }
    let mut found = frame.clone();
    put_into(&mut found, Above::Unit(np, sentence));
    Some(found)
}

fn put_into(frame: &mut Frame, place: Above) {
    match place {
        Above::Lead => {}
        Above::Unit(np, sentence) => {
            frame.args.retain(|arg| arg.role != Role::Place);
            let filled = Some(Filled { lead: LeadKind::Heading, sentence });
            frame.args.push(Arg { role: Role::Place, np, filled, topic: false });
        }
        Above::Unclear => {
            frame.args.retain(|arg| arg.role != Role::Place);
            frame.open.push(Role::Place);
        }
    }
    frame.args.sort_by_key(|arg| arg.role);
}

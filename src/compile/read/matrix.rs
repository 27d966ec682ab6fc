//! Rows that say who acts in which order and who decides within which limit: their columns are told by headers (`reading.md` §1.4).

use super::account::Span;
use super::cells::{Row, based_on};
use super::frame::{Arg, Filled, Frame, LeadKind};
use super::phrase::Sort;
use super::sentence::Words;
use crate::compile::lexicon::{Column, Role, Sense};
use crate::regulation::find_brackets;

/// Who acts for whom, by order.
pub(super) fn acting(
    row: &mut Row<'_, '_, '_>,
    lead: Option<&(usize, Frame)>,
    principals: &[usize],
    posts: &[usize],
    substitutes: &[usize],
) -> Vec<Frame> {
    let mut frames = Vec::new();
    let principal = principals.first().or(posts.first()).copied();
    for at in substitutes {
        let mut args = Vec::new();
        if let Some(principal) = principal {
            row.put(&mut args, Role::Principal, principal);
        }
        if !row.put(&mut args, Role::Agent, *at) {
            continue;
        }
        if let Some(Column::Order(_)) = row.columns[*at]
            && let Some(np) = heading(row, *at)
        {
            args.push(np);
        }
        frames.push(based_on(lead, Sense::Act, args));
    }
    frames
}

/// Who decides, within which limit: one frame a column that says something.
pub(super) fn deciding(
    row: &mut Row<'_, '_, '_>,
    lead: Option<&(usize, Frame)>,
    matters: &[usize],
    limits: &[usize],
) -> Vec<Frame> {
    let mut frames = Vec::new();
    for at in limits {
        let mut args = Vec::new();
        for matter in matters {
            row.put(&mut args, Role::Matter, *matter);
        }
        args.truncate(1);
        let Some(mut decider) = heading(row, *at) else { continue };
        decider.role = Role::Agent;
        if decider.np.sort() != Sort::Post {
            continue;
        }
        args.push(decider);
        row.put(&mut args, Role::Limit, *at);
        frames.push(based_on(lead.filter(|(_, frame)| frame.sense == Sense::Decide), Sense::Decide, args));
    }
    frames
}

/// The header of a column as a phrase.
pub(super) fn heading(row: &Row<'_, '_, '_>, at: usize) -> Option<Arg> {
    let header = row.reader.place(row.header);
    let text = header.text.normal();
    let mut start = 0;
    for (position, cell) in header.cells.iter().enumerate() {
        let length = cell.normal().len();
        if length == 0 {
            continue;
        }
        if position == at {
            let brackets = find_brackets(text);
            let words = Words::new(text, &brackets, row.reader.terms);
            let np = words.inner(Span::new(start..start + length));
            let filled = Some(Filled { lead: LeadKind::Table, sentence: row.header as u32 });
            return Some(Arg { role: Role::Order, np, filled, topic: false });
        }
        start += length + 1;
    }
    None
}

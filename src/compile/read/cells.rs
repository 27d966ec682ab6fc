//! The frames of a row: the lead frame with its cells, or what the roles of the columns make of them (`reading.md` §1.4).

use super::account::{Account, Span, Use};
use super::complete::{Reader, applied};
use super::frame::{Arg, Filled, Frame, LeadKind, Link};
use super::matrix::{acting, deciding};
use super::phrase::{Axis, Column as Side, Np, NpForm, Sort};
use super::sentence::Words;
use crate::compile::lexicon::{Column, Modality, Role, Sense, Voice};
use crate::regulation::find_brackets;
use std::ops::Range;

/// A cell: where its words stand.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// The row in which they are written.
    pub row: usize,
    /// Where in the text of that row.
    pub range: Range<usize>,
    /// Where in the text of the row that is read.
    pub own: Range<usize>,
}

/// A row being read.
pub(crate) struct Row<'w, 'r, 'd> {
    pub reader: &'w Reader<'r, 'd>,
    pub index: usize,
    pub cells: Vec<Cell>,
    pub columns: Vec<Option<Column>>,
    pub header: usize,
    pub account: Account,
}

/// The frames of a row.
pub(crate) fn rows_frame(row: &mut Row<'_, '_, '_>, lead: Option<&(usize, Frame)>) -> Vec<Frame> {
    if let Some((at, frame)) = lead
        && let Some(frame) = by_lead(row, *at as u32, frame)
    {
        return vec![frame];
    }
    if row.columns.is_empty() {
        row.columns = by_content(row);
    }
    by_columns(row, lead)
}

impl Row<'_, '_, '_> {
    fn text(&self, cell: &Cell) -> &str {
        self.reader.outline.sentences[cell.row].text.normal()
    }

    /// The words of a cell.
    pub(super) fn written(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| self.text(cell)[cell.range.clone()].trim())
    }

    /// A cell as what it names.
    pub(super) fn np(&self, at: usize) -> Option<(Np, Option<Filled>)> {
        let cell = self.cells.get(at)?;
        let text = self.text(cell);
        if cell.range.is_empty() {
            return None;
        }
        let brackets = find_brackets(text);
        let words = Words::new(text, &brackets, self.reader.terms);
        let np = words.inner(Span::new(cell.range.clone()));
        Some((np, self.filled(cell)))
    }

    /// A cell as work.
    pub(super) fn matter(&self, at: usize) -> Option<(Np, Option<Filled>)> {
        let cell = self.cells.get(at).filter(|cell| !cell.range.is_empty())?;
        let text = self.text(cell);
        let brackets = find_brackets(text);
        let whole = Words::new(text, &brackets, self.reader.terms);
        let inner = whole.within(cell.range.clone());
        let np = super::matters::read(&inner, &(0..inner.tokens.len()), &[]);
        Some((np, self.filled(cell)))
    }

    fn filled(&self, cell: &Cell) -> Option<Filled> {
        (cell.row != self.index).then_some(Filled { lead: LeadKind::Table, sentence: cell.row as u32 })
    }

    /// Takes the words of a cell.
    pub(super) fn take(&mut self, at: usize, np: Option<&Np>, used: Use) {
        let Some(cell) = self.cells.get(at).filter(|cell| cell.row == self.index && !cell.range.is_empty()) else {
            if let Some(cell) = self.cells.get(at) {
                self.account.take_open(Span::new(cell.own.clone()), Use::Punctuation);
            }
            return;
        };
        let span = Span::new(cell.range.clone());
        self.account.take_open(Span::new(cell.own.start..cell.range.start), Use::Punctuation);
        self.account.take_open(Span::new(cell.range.end..cell.own.end), Use::Punctuation);
        self.account.take_open(span, used);
        let mut open = Vec::new();
        if let Some(np) = np {
            super::sentence::unread(np, &mut open);
        }
        open.into_iter().filter(|unread| span.holds(*unread)).for_each(|unread| self.account.release(unread));
    }

    /// A name without a kind in a column of units takes that of the header: 札幌 below 公共職業安定所名.
    fn named(&self, at: usize, np: &Np) -> Option<Np> {
        let unit = matches!(self.columns.get(at).copied().flatten(), Some(Column::Unit | Column::Member))
            && self.header != self.index;
        let header = self.reader.place(self.header).cells.get(at)?.normal();
        let kind = header.split('(').next().unwrap_or(header).trim().trim_end_matches('名');
        let is_kind = matches!(
            crate::compile::lexicon::classify(kind),
            crate::compile::lexicon::WordClass::Kind | crate::compile::lexicon::WordClass::Unit { .. }
        );
        let end = Span { start: np.span.end, end: np.span.end };
        (unit && is_kind && np.form == NpForm::Words).then(|| Np { form: NpForm::Named { kind: end }, ..np.clone() })
    }

    /// Puts a cell into a role.
    pub(super) fn put(&mut self, args: &mut Vec<Arg>, role: Role, at: usize) -> bool {
        let found = if role == Role::Matter { self.matter(at) } else { self.np(at) };
        let Some((mut np, filled)) = found else { return false };
        if let Some(named) = self.named(at, &np) {
            np = named;
        }
        if np.is_opaque() && role != Role::Matter && role != Role::Limit {
            return false;
        }
        self.take(at, Some(&np), Use::Phrase);
        args.push(Arg { role, np, filled, topic: false });
        true
    }

    /// The works in a cell: 「1 公印に関すること。2 文書に関すること。」 is two.
    pub(super) fn works(&mut self, at: usize) -> Vec<Arg> {
        let Some(cell) = self.cells.get(at).cloned().filter(|cell| !cell.range.is_empty()) else { return Vec::new() };
        let text = self.text(&cell).to_owned();
        let parts = numbered(&text, cell.range.clone());
        let filled = self.filled(&cell);
        if parts.len() < 2 {
            let mut args = Vec::new();
            self.put(&mut args, Role::Matter, at);
            return args;
        }
        let brackets = find_brackets(&text);
        let words = Words::new(&text, &brackets, self.reader.terms);
        let works: Vec<Np> = parts.into_iter().map(|part| words.inner_matter(Span::new(part))).collect();
        works.iter().for_each(|np| self.take(at, Some(np), Use::Phrase));
        works.into_iter().map(|np| Arg { role: Role::Matter, np, filled, topic: false }).collect()
    }

    /// The columns that hold something.
    pub(super) fn columns_of(&self, test: impl Fn(Column) -> bool) -> Vec<usize> {
        (0..self.cells.len())
            .filter(|at| {
                self.columns.get(*at).copied().flatten().is_some_and(&test) && !self.cells[*at].range.is_empty()
            })
            .collect()
    }
}

/// The lead frame with the columns that it speaks of: 「別表の左欄に掲げる施設に、同表の右欄に掲げる職を置く」.
fn by_lead(row: &mut Row<'_, '_, '_>, at: u32, lead: &Frame) -> Option<Frame> {
    let sides: Vec<(Role, Side)> = lead
        .args
        .iter()
        .filter_map(|arg| match arg.np.hole()?.axis {
            Axis::Column(side) => Some((arg.role, side)),
            _ => None,
        })
        .collect();
    if sides.is_empty() || row.cells.len() < 2 {
        return None;
    }
    let about = |cond: &super::condition::Cond| matches!(&cond.kind, super::condition::CondKind::About(np) if np.hole().is_some());
    if lead.when.iter().any(about) {
        row.take(0, None, Use::Condition);
    }
    let mut args: Vec<Arg> = Vec::new();
    for (role, side) in sides {
        let cell = match side {
            Side::First => 0,
            Side::Middle => 1,
            Side::Last => row.cells.len() - 1,
        };
        let (np, filled) = if role == Role::Matter { row.matter(cell)? } else { row.np(cell)? };
        row.take(cell, Some(&np), Use::Phrase);
        args.push(Arg { role, np, filled, topic: false });
    }
    take_rest(row);
    let first = args.first()?.clone();
    let mut frame = applied(lead, at, LeadKind::Table, first.role, first.np);
    frame.args.retain(|arg| args.iter().all(|own| own.role != arg.role));
    frame.args.extend(args);
    frame.args.sort_by_key(|arg| arg.role);
    Some(frame)
}

/// The parts of a cell that is a list: 1, 2, 3 at its start and behind 。 or a space.
fn numbered(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let cell = &text[range.clone()];
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    loop {
        let mark = (starts.len() + 1).to_string();
        let found = cell[from..].match_indices(&mark).map(|(at, _)| from + at).find(|at| {
            let front = cell[..*at].chars().next_back();
            let behind = cell[at + mark.len()..].chars().next();
            front.is_none_or(|c| matches!(c, '。' | ' ' | '('))
                && behind.is_some_and(|c| !c.is_ascii_digit() && !matches!(c, '人' | '件' | '月' | '日' | '年'))
        });
        let Some(at) = found.filter(|at| !starts.is_empty() || cell[..*at].trim().trim_matches('(').is_empty()) else {
            break;
        };
        from = at + mark.len();
        let words =
            cell[from..].find(|c: char| !matches!(c, ' ' | ')' | '.' | '、')).map_or(from, |skipped| from + skipped);
        starts.push((at, words));
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([cell.len()]);
    let part = |((_, words), end): (&(usize, usize), usize)| {
        let trimmed = cell[*words..end].trim_end_matches([' ', '(']);
        range.start + words..range.start + words + trimmed.len()
    };
    starts.iter().zip(ends).map(part).collect()
}

/// What the cells of a table without header look like.
fn by_content(row: &Row<'_, '_, '_>) -> Vec<Option<Column>> {
    let looks = |at: usize| {
        let (np, _) = row.np(at)?;
        let written = row.written(at);
        let works = ["こと", "事務", "業務", "こと。"].iter().any(|end| written.trim_end_matches('。').ends_with(end));
        match np.sort() {
            _ if works => Some(Column::Matter),
            Sort::Unit => Some(Column::Unit),
            Sort::Post => Some(Column::Post),
            // What nothing tells stays open.
            _ => None,
        }
    };
    (0..row.cells.len()).map(looks).collect()
}

/// A frame of a sense with arguments, written nowhere but in the cells.
fn made(sense: Sense, mut args: Vec<Arg>) -> Frame {
    args.sort_by_key(|arg| arg.role);
    Frame {
        sense,
        verb: Span::default(),
        written_in: None,
        voice: Voice::Active,
        negative: false,
        modality: Modality::Does,
        args,
        open: Vec::new(),
        when: Vec::new(),
        adjuncts: Vec::new(),
        each: false,
        link: Link::Hole,
        light: None,
    }
}

/// The frame that the sentence above gives, if it is of this sense, with what it says of all rows.
pub(super) fn based_on(lead: Option<&(usize, Frame)>, sense: Sense, args: Vec<Arg>) -> Frame {
    let mut frame = made(sense, args);
    let Some((at, lead)) = lead.filter(|(_, lead)| lead.sense == sense) else { return frame };
    for arg in lead.args.iter().filter(|arg| arg.np.hole().is_none()) {
        let sentence = arg.filled.map_or(*at as u32, |filled| filled.sentence);
        let filled = Some(Filled { lead: LeadKind::Table, sentence });
        frame.fill(arg.role, arg.np.clone(), filled);
    }
    frame.when = lead.when.clone();
    for cond in &mut frame.when {
        cond.written_in = cond.written_in.or(Some(*at as u32));
    }
    frame.verb = lead.verb;
    frame.written_in = lead.written_in.or(Some(*at as u32));
    frame.modality = lead.modality;
    frame.voice = lead.voice;
    frame
}

/// What the roles of the columns make of a row.
fn by_columns(row: &mut Row<'_, '_, '_>, lead: Option<&(usize, Frame)>) -> Vec<Frame> {
    let units = row.columns_of(|column| matches!(column, Column::Unit | Column::Member));
    let decides = row.columns.contains(&Some(Column::Decision));
    let posts = row.columns_of(|column| column == Column::Post || column == Column::Title && !decides);
    let holders = row.columns_of(|column| column == Column::Holder);
    let matters = row.columns_of(|column| column == Column::Matter);
    let decisions = row.columns_of(|column| column == Column::Decision);
    let principals = row.columns_of(|column| column == Column::Principal);
    let substitutes = row.columns_of(|column| matches!(column, Column::Substitute | Column::Order(_)));
    let limits = row.columns_of(|column| column == Column::Title && decides);
    let mut frames = Vec::new();
    if !substitutes.is_empty() {
        frames = acting(row, lead, &principals, &posts, &substitutes);
    } else if !decisions.is_empty() && !limits.is_empty() && row.header != row.index {
        frames = deciding(row, lead, &decisions, &limits);
    } else if let (Some(post), Some(holder)) = (posts.first(), holders.first()) {
        let mut args = Vec::new();
        if row.put(&mut args, Role::Theme, *post) && row.put(&mut args, Role::Holder, *holder) {
            frames.push(based_on(lead, Sense::Fill, args));
        }
    } else if let Some(matter) = matters.first().or(decisions.first()) {
        let mut args = Vec::new();
        let owner = match posts.first() {
            Some(post) => {
                units.iter().for_each(|at| {
                    row.put(&mut args, Role::Place, *at);
                });
                Some(*post)
            }
            None => place(row, &units, &mut args),
        };
        if let Some(owner) = owner {
            row.put(&mut args, Role::Agent, owner);
        }
        for at in row.columns_of(|column| column == Column::Limit) {
            row.put(&mut args, Role::Limit, at);
        }
        let lead = lead.filter(|(_, frame)| frame.sense == Sense::Own);
        for part in row.works(*matter) {
            let mut own = args.clone();
            own.push(part);
            frames.push(based_on(lead, Sense::Own, own));
        }
    } else {
        frames.extend(putting(row, lead, &units, &posts));
    }
    take_rest(row);
    frames.retain(|frame| !frame.args.is_empty());
    frames
}

/// Of several columns of units the last; those in front of it hold it.
fn place(row: &mut Row<'_, '_, '_>, units: &[usize], args: &mut Vec<Arg>) -> Option<usize> {
    let (last, front) = units.split_last()?;
    for at in front {
        row.put(args, Role::Place, *at);
    }
    Some(*last)
}

/// Units, or posts in units.
fn putting(row: &mut Row<'_, '_, '_>, lead: Option<&(usize, Frame)>, units: &[usize], posts: &[usize]) -> Vec<Frame> {
    let mut args = Vec::new();
    let (theme, places) = match (posts.first(), units.split_last()) {
        (Some(post), _) => (*post, units),
        (None, Some((last, front))) => (*last, front),
        (None, None) => return Vec::new(),
    };
    for at in places {
        row.put(&mut args, Role::Place, *at);
    }
    if !row.put(&mut args, Role::Theme, theme) {
        return Vec::new();
    }
    if let Some((np, group)) = super::tables::group_of(row.reader)
        && args.iter().all(|arg| arg.role != Role::Place)
    {
        let filled = Some(Filled { lead: LeadKind::Table, sentence: group as u32 });
        args.push(Arg { role: Role::Place, np, filled, topic: false });
    }
    for at in row.columns_of(|column| column == Column::Number) {
        let written = row.written(at).to_owned();
        let number = super::phrases::count_of(&written).or_else(|| super::phrases::count_of(&format!("{written}人")));
        if let (Some((0, number)), Some(arg)) = (number, args.iter_mut().find(|arg| arg.role == Role::Theme)) {
            arg.np.number = Some(number);
            row.take(at, None, Use::Phrase);
        }
    }
    vec![based_on(lead, Sense::Put, args)]
}

/// Cells of columns that say nothing of authority. What stands in a column that no header explains stays open.
fn take_rest(row: &mut Row<'_, '_, '_>) {
    for at in 0..row.cells.len() {
        // What stands behind the last header goes on with the last column.
        let column = row.columns.get(at).or(row.columns.last()).copied().flatten();
        if matches!(column, Some(Column::Idle)) || row.cells[at].range.is_empty() {
            row.take(at, None, Use::Quote);
        }
    }
}

//! Lines that lost their marks (`reading.md` §1.1): below a hole a line that ends in こと or 事務 is work, a name over such lines is a
//! heading, a line 「第1順位　副町長」 is a row of a table that lost its columns.

use super::account::Use;
use super::complete::Reader;
use super::fillers;
use super::parse::Parsed;
use super::phrase::Sort;
use super::state::{Kind, State};
use crate::compile::lexicon::{Column, Sense, WordClass, classify, column};
use crate::compile::outline::{Sentence, SentenceKind};

/// Why a line is no sentence of the text: the header of a table that lost its columns, a note of the editors.
pub(crate) fn furniture(reader: &Reader<'_, '_>, index: usize, parsed: &Parsed<'_>) -> Option<Kind> {
    let text = parsed.words.text.trim();
    if !parsed.frames.is_empty() && !text.starts_with('注') {
        return None;
    }
    let note =
        ["注 ", "付則", "附則", "付 則", "沿革情報", "体系情報", "目次"].iter().any(|start| text.starts_with(start));
    if note || text.starts_with('(') && text.ends_with(')') && text.contains("施行") {
        return Some(Kind::Amendment);
    }
    let is_line = reader.place(index).kind == SentenceKind::Entry;
    // 「課・科 | 係」: kinds alone in a row of a table that lost its form.
    let kinds = |words: &str| words.split(['・', '、']).all(|kind| classify(kind.trim()) == WordClass::Kind);
    if is_line_of_kinds(text, kinds) {
        return Some(Kind::TableHeader);
    }
    let is_header = |words: &str| {
        matches!(
            column(words),
            Some(
                Column::Principal
                    | Column::Substitute
                    | Column::Idle
                    | Column::Matter
                    | Column::Limit
                    | Column::Decision
            )
        )
    };
    let below_table = table_lead(reader, index);
    (is_line && below_table && text.split_whitespace().all(is_header)).then_some(Kind::TableHeader)
}

fn is_line_of_kinds(text: &str, kinds: impl Fn(&str) -> bool) -> bool {
    text.contains('|') && text.split('|').map(str::trim).filter(|cell| !cell.is_empty()).all(kinds)
}

/// Whether the sentence above speaks of columns or of a table.
fn table_lead(reader: &Reader<'_, '_>, index: usize) -> bool {
    let lead = reader.place(index).chapeau.or(reader.hole);
    lead.and_then(|lead| reader.reading(lead)).is_some_and(|reading| {
        reading.frames.iter().any(|frame| frame.hole().is_some_and(|(_, hole)| hole.axis != super::phrase::Axis::Items))
    })
}

/// Whether a line is work.
pub(crate) fn is_work(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['。', ')']);
    ["こと", "事務", "業務", "事項", "もの", "除く。", "庶務"]
        .iter()
        .any(|end| text.ends_with(end.trim_end_matches('。')))
}

/// A name over lines or items is a heading, whatever else it may be.
pub(crate) fn heading_state(reader: &mut Reader<'_, '_>, index: usize, parsed: &mut Parsed<'_>, state: State) -> State {
    let kind = reader.place(index).kind;
    if kind == SentenceKind::Row || parsed.cut.tail.is_empty() || !parsed.cut.clauses.is_empty() {
        return state;
    }
    if order_of(parsed.words.text).is_some() {
        return state;
    }
    let below = reader.outline.sentences.get(index + 1..reader.range.end).unwrap_or_default();
    // The items behind an item are its equals; only lines that lost their marks can stand below it.
    let equals = |next: &Sentence| kind == SentenceKind::Item && next.kind == SentenceKind::Item;
    let heads = below.first().is_some_and(|below| below.heading == Some(index))
        || below.first().is_some_and(|next| !equals(next) && is_work(next.text.normal()));
    let acts = acting_lead(reader, index) && below.first().is_some_and(|next| order_of(next.text.normal()).is_some());
    if !heads && !acts {
        return state;
    }
    let np = fillers::tail_np(parsed);
    if np.is_opaque() || !matches!(np.sort(), Sort::Unit | Sort::Post) {
        return state;
    }
    reader.line = Some(index);
    // The one acted for, or whose work follows: said again in each line below.
    parsed.frames.retain(|frame| !acts && !super::complete::takes_matter(frame.sense));
    let tokens = 0..parsed.words.tokens.len();
    parsed.words.take(&mut parsed.account, &tokens, Some(&np), Use::Phrase);
    match state {
        State::NotUnderstood(_) | State::Partly => State::Read,
        state => state,
    }
}

/// Whether the sentence above is one of acting for somebody.
pub(crate) fn acting_lead(reader: &Reader<'_, '_>, index: usize) -> bool {
    let lead = reader.place(index).chapeau.or(reader.hole);
    lead.and_then(|lead| reader.reading(lead))
        .is_some_and(|reading| reading.frames.iter().any(|frame| frame.sense == Sense::Act))
}

/// Where the order at the start of a line ends: 「第1順位　副町長」.
pub(crate) fn order_of(text: &str) -> Option<usize> {
    let (first, _) = text.split_once(' ')?;
    matches!(column(first), Some(Column::Order(_))).then_some(first.len())
}

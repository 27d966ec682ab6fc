//! Remarks: what was noted on the text that is neither node nor edge, for the review of the regulation.

use std::ops::Range;

use super::outline::Outline;
use super::terms::Definition;
use super::{Compilation, Notice, NoticeKind};
use crate::graph::{Clause, Evidence, NodeId, Provenance, Remark, RemarkKind};
use crate::regulation::{CalendarDate, Diagnostic, DiagnosticKind, Document, EnforcementDay, Place, find_dates};

/// At most so many places of one kind of noise are cited.
const PLACES: usize = 20;

/// The remarks of the compiler itself, by kind and then in the order of the text.
pub(super) fn collect(
    outline: &Outline<'_>,
    definitions: &[Definition],
    dangling: &[(usize, Range<usize>)],
    notices: &[Notice],
) -> Vec<Remark> {
    let document = outline.document;
    let mut remarks = super::decision_limits::collect(outline);
    let mut add = |kind, subject: &str, detail: &str, clause: &NodeId, span: Range<usize>| {
        let words = document.quote(span.clone());
        remarks.push(Remark {
            kind,
            subject: subject.to_owned(),
            detail: detail.to_owned(),
            line: document.line_of(span.start),
            provenance: Provenance::new(clause.clone(), words),
        });
    };
    for definition in definitions {
        let text = &outline.sentences[definition.sentence].text;
        let clause = &outline.clause_of(definition.sentence).id;
        let span = text.slice(definition.range.clone()).span();
        add(RemarkKind::Definition, &definition.term, definition.meaning.normal().trim(), clause, span);
    }
    for (heading, day, span) in enforcement(document) {
        if let Some(clause) = outline.clauses.iter().find(|clause| holds(&clause.span, &span)) {
            add(RemarkKind::Enforcement, heading, &day, &clause.id, span);
        }
    }
    for (heading, case, span) in out_of_order(document) {
        if let Some(clause) = outline.clauses.iter().find(|clause| holds(&clause.span, &span)) {
            add(RemarkKind::EnforcementOutOfOrder, heading, case, &clause.id, span);
        }
    }
    for (sentence, range) in dangling {
        let words = outline.sentences[*sentence].text.slice(range.clone());
        add(RemarkKind::DanglingReference, words.normal(), "", &outline.clause_of(*sentence).id, words.span());
    }
    let noted = notices.iter().filter_map(|notice| {
        let kind = match notice.kind {
            NoticeKind::AmbiguousUnit => RemarkKind::AmbiguousUnit,
            NoticeKind::AmbiguousPost => RemarkKind::AmbiguousPost,
            NoticeKind::NoSuperior => RemarkKind::NoSuperior,
            NoticeKind::SecondHead => RemarkKind::SecondHead,
            NoticeKind::CountMismatch => RemarkKind::CountMismatch,
            NoticeKind::NestingConflict => RemarkKind::NestingConflict,
            // What these say stands in the graph itself, or is no matter of the regulation.
            _ => return None,
        };
        let provenance = Provenance::new(notice.clause.clone(), notice.words.as_str());
        Some(Remark { kind, subject: notice.words.clone(), detail: String::new(), line: notice.line, provenance })
    });
    remarks.extend(noted);
    // The order of the text within a kind is kept.
    remarks.sort_by_key(|remark| remark.kind);
    remarks
}

/// From when the rules of each supplement are in force: its heading, the day or nothing, the words that say so.
fn enforcement(document: &Document) -> impl Iterator<Item = (&str, String, Range<usize>)> {
    document.supplements.iter().flat_map(|supplement| {
        let heading = document.quote(supplement.heading.span()).trim();
        supplement.enforcement().into_iter().map(move |stated| {
            let day = if let EnforcementDay::On(date) = stated.day { date.to_string() } else { String::new() };
            (heading, day, stated.span)
        })
    })
}

/// Supplements whose days do not follow those of the one before: the heading, the case, the sentence with the day in force.
fn out_of_order(document: &Document) -> Vec<(&str, &'static str, Range<usize>)> {
    let mut found = Vec::new();
    let mut before: Option<(usize, CalendarDate, CalendarDate)> = None;
    for supplement in &document.supplements {
        let made = find_dates(supplement.heading.normal()).pop().map(|(_, day)| day);
        let days = supplement.enforcement().into_iter().filter_map(|stated| match stated.day {
            EnforcementDay::On(day) => Some((day, stated.span)),
            _ => None,
        });
        // What the supplement as a whole says stands first; a proviso may set another day for some rules.
        let (Some(made), Some((day, span))) = (made, days.min_by_key(|(day, span)| (*day, span.start))) else {
            continue;
        };
        let instrument = document.instrument_at(supplement.heading.span().start);
        let last = before.filter(|(other, ..)| *other == instrument);
        let case = match last {
            _ if day < made => Some("before-made"),
            Some((_, last_made, _)) if made < last_made => Some("made-earlier"),
            Some((_, last_made, last_day)) if last_made < made && day < last_day => Some("overtaken"),
            _ => None,
        };
        found.extend(case.map(|case| (document.quote(supplement.heading.span()).trim(), case, span)));
        before = Some((instrument, made, day));
    }
    found
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

impl Compilation {
    /// The same with what was odd about the page that the text was read from, so that a review knows of it.
    #[must_use]
    pub fn with_diagnostics(mut self, diagnostics: &[Diagnostic]) -> Self {
        let mut annotations = self.graph.annotations().clone();
        let clauses: Vec<(&NodeId, &Clause)> =
            self.graph.nodes().filter_map(|node| node.as_clause().map(|clause| (&node.id, clause))).collect();
        let noise = diagnostics.iter().flat_map(|diagnostic| of_diagnostic(diagnostic, &clauses));
        annotations.remarks.extend(noise);
        annotations.remarks.sort_by_key(|remark| remark.kind);
        self.graph = self.graph.with_annotations(annotations);
        self
    }
}

/// A gap in the numbers is a remark of its own, as each has its own cause; all other noise of a kind is one.
fn of_diagnostic(diagnostic: &Diagnostic, clauses: &[(&NodeId, &Clause)]) -> Vec<Remark> {
    let remark = |kind: RemarkKind, detail: &str, places: &[Place]| {
        let mut evidence = places.iter().filter_map(|place| evidence(place, clauses));
        let first = evidence.next()?;
        let mut provenance = Provenance::new(first.clause, first.words);
        evidence.for_each(|evidence| provenance.push(evidence));
        let (subject, line) = (places[0].words.clone(), places[0].line);
        Some(Remark { kind, subject, detail: detail.to_owned(), line, provenance })
    };
    match diagnostic.kind {
        DiagnosticKind::NumberGap => {
            let places = diagnostic.places.chunks(1);
            places.filter_map(|place| remark(RemarkKind::NumberGap, "", place)).collect()
        }
        kind => {
            let places = &diagnostic.places[..diagnostic.places.len().min(PLACES)];
            let name = serde_json::to_value(kind).expect("a kind of noise is a word");
            remark(RemarkKind::Noise, name.as_str().unwrap_or_default(), places).into_iter().collect()
        }
    }
}

/// The clause of a place and its words there; the nearest clause and its first words for what stands outside clauses.
fn evidence(place: &Place, clauses: &[(&NodeId, &Clause)]) -> Option<Evidence> {
    let behind = clauses.partition_point(|(_, clause)| clause.start <= place.start);
    let (id, clause) = clauses.get(behind.saturating_sub(1))?;
    if !place.words.is_empty() && place.end <= clause.end && clause.text.contains(&place.words) {
        return Some(Evidence { clause: (*id).clone(), words: place.words.as_str().into() });
    }
    let inside = place.start < clause.end;
    let (id, clause) = if inside { (*id, *clause) } else { *clauses.get(behind).unwrap_or(&(*id, *clause)) };
    let first = clause.text.lines().next().unwrap_or(&clause.text);
    Some(Evidence { clause: id.clone(), words: first.into() })
}

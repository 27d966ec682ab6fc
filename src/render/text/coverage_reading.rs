//! How much was read, in sentences and characters, as a part of the coverage report.

use crate::compile::ReadingTotals;
use crate::render::messages::tr;

use super::page::Page;
use super::reading_words::{kind, reason};

/// The numbers by state, each with its share of what has authority content, and why sentences were not understood.
pub(super) fn totals(page: &mut Page<'_>, reading: &ReadingTotals) {
    let messages = page.messages;
    let (sentences, characters) = (reading.sentences, reading.characters);
    page.heading(&tr!(messages, "coverage-reading", count = sentences.with_content()));
    let numbers = |count: usize, letters: usize| {
        tr!(
            messages,
            "coverage-reading-numbers",
            sentences = format!("{count:>6}"),
            share = share(count, sentences.with_content()),
            letters = format!("{letters:>8}"),
            lettershare = share(letters, characters.with_content())
        )
    };
    page.wide_field(2, &tr!(messages, "reading-read"), &numbers(sentences.read, characters.read));
    page.wide_field(2, &tr!(messages, "reading-partly"), &numbers(sentences.partly, characters.partly));
    let open = numbers(sentences.not_understood, characters.not_understood);
    page.wide_field(2, &tr!(messages, "reading-not-understood"), &open);
    let reasons = reading.reasons.iter().map(|entry| {
        let why = reason(messages, entry.reason);
        tr!(messages, "coverage-reading-reason", reason = why, count = entry.count)
    });
    let separator = tr!(messages, "list-separator");
    page.wide_field(2, "", &reasons.collect::<Vec<_>>().join(&separator));
    let unread = tr!(
        messages,
        "coverage-reading-unread-number",
        letters = format!("{:>8}", reading.unread_characters),
        lettershare = share(reading.unread_characters, characters.with_content())
    );
    page.wide_field(2, &tr!(messages, "coverage-reading-unread"), &unread);
    let none = tr!(
        messages,
        "coverage-reading-plain",
        sentences = format!("{:>6}", sentences.no_content),
        letters = format!("{:>8}", characters.no_content)
    );
    page.wide_field(2, &tr!(messages, "reading-no-content"), &none);
    let kinds = reading.no_content_kinds.iter().map(|(about, count)| {
        tr!(messages, "coverage-reading-reason", reason = kind(messages, *about), count = *count)
    });
    page.wide_field(2, "", &kinds.collect::<Vec<_>>().join(&separator));
}

/// A share in per cent.
fn share(count: usize, all: usize) -> String {
    let share = if all == 0 { 0.0 } else { 100.0 * count as f64 / all as f64 };
    format!("{share:>5.1}")
}

//! Supplementary provisions (附則) that are in force: what they give somebody to do for a time, 「総務課は、第三条各号に掲げる事務のほか、当分の間、
//! …に関する事務をつかさどる。」

use super::outline::{Outline, Sentence, SentenceKind, Zone};
use super::register::Register;

/// Whether a sentence of a supplement says what is done or who is put where, itself or in the list above it: 「当分の間、総務課は、…を
/// つかさどる。」 That is no transition, unless it is the wording of another instrument that the paragraph amends.
pub(super) fn is_in_force(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    const VERBS: [&str; 9] = [
        "をつかさどる",
        "を分掌する",
        "を所掌する",
        "を行う",
        "を行うことができる",
        "を置く",
        "を置くことができる",
        "充てる",
        "充てることができる",
    ];
    let says = |sentence: &Sentence| {
        let words = sentence.bare.normal().trim().strip_suffix('。');
        sentence.kind == SentenceKind::Lead && words.is_some_and(|words| VERBS.iter().any(|verb| words.ends_with(verb)))
    };
    let above = std::iter::successors(sentence.chapeau, |above| outline.sentences[*above].chapeau)
        .any(|above| says(&outline.sentences[above]));
    (says(sentence) || above) && !is_wording_of_amendment(outline, sentence)
}

/// Whether a sentence stands behind 「…を次のように改正する。」, in the same paragraph or in one without a number behind it.
fn is_wording_of_amendment(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    let paragraph = |sentence: &Sentence| outline.clauses[sentence.clause].paragraph;
    let place = outline.articles[sentence.article].article;
    let has_number = |number: u32| {
        let mut paragraphs = place.paragraphs.iter();
        paragraphs.find(|one| one.number == number).is_some_and(|one| one.span.start < one.lead.span().start)
    };
    let own = paragraph(sentence);
    outline.sentences_of(sentence.article).any(|other| {
        let other = &outline.sentences[other];
        let amended = paragraph(other);
        let reaches_on = || amended < own && !(amended + 1..=own).any(has_number);
        other.bare.normal().contains("改正する") && (amended == own || reaches_on())
    })
}

/// Whether a sentence may say whose a duty is: one of the main provisions, or of a supplement that is in force. A supplement that
/// speaks of another version (改正後の規則) is not read.
pub(super) fn may_give_duties(register: &Register<'_>, index: usize) -> bool {
    let sentence = register.sentence(index);
    let other_version = || ["改正後の", "改正前の"].iter().any(|words| sentence.bare.normal().contains(words));
    match sentence.zone {
        Zone::Main => true,
        Zone::Supplement => is_in_force(register.outline, sentence) && !other_version(),
        Zone::Appendix => false,
    }
}

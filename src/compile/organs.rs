//! The organ that a chapter on regional organs (地方支分部局) speaks of without heading or establishing it.
//!
//! Rules under an order put sections into the 部 of regional bureaux that the order establishes: 「総務部に、次の課を置く」. Whose 総務部
//! it is shows only where the chapter says what is left to one of them: 「管区局の所掌事務で他の所掌に属しないもの」.

use super::belonging::{charged_unit, find_belongings};
use super::headings::CLASSES_OF_ORGANS;
use super::kinds::NameClass;
use super::outline::Zone;
use super::paths::is_inner_kind;
use super::register::{Proof, Register};
use crate::graph::{Basis, Status};

/// The organ in which a unit named alone in a chapter on regional organs lies, entered if it is not known.
pub(super) fn enter(register: &mut Register<'_>, name: &str, article: usize, body: usize) -> Option<usize> {
    if !is_inner_kind(&register.kinds, name) {
        return None;
    }
    let (organ, proof) = spoken_of(register, name, article)?;
    let (above, rule) = register.where_unsaid(&organ, article, body);
    if above == body && register.units[body].unit.name == organ {
        return None;
    }
    let unit = register.place_unit(&organ, above, Status::Elsewhere, Basis::Derived { rule }, proof);
    let division = register.outline.divisions_around(article).next()?;
    register.organs.insert(division, unit);
    Some(unit)
}

/// The division on regional organs in which the text speaks of a unit; none for a unit of the headquarters. What the text
/// establishes is where it first does so.
pub(super) fn region_of(register: &Register<'_>, unit: usize) -> Option<usize> {
    let record = &register.units[unit];
    let first = if record.unit.status == Status::Established { 1 } else { record.proof.sentences.len() };
    let spoken_of = record.proof.sentences.iter().take(first);
    let mut regions = spoken_of.filter_map(|sentence| {
        let mut around = register.outline.divisions_around(register.sentence(*sentence).article);
        around.find(|division| is_regional(register, *division))
    });
    regions.next().or_else(|| {
        let headed = register.headings.division_of(unit)?;
        let divisions = &register.outline.document.divisions;
        let mut around = std::iter::successors(Some(headed), |division| divisions[*division].parent);
        around.find(|division| is_regional(register, *division))
    })
}

/// Whether a division is headed by a word for a class of organs.
fn is_regional(register: &Register<'_>, division: usize) -> bool {
    CLASSES_OF_ORGANS.contains(&register.outline.document.divisions[division].title.as_str())
}

/// The one organ whose residual duty stands in the innermost division around an article, with the words.
fn spoken_of(register: &Register<'_>, name: &str, article: usize) -> Option<(String, Proof)> {
    let outline = register.outline;
    let innermost = outline.divisions_around(article).next()?;
    let mut around = outline.divisions_around(article);
    let regional = around.find(|at| is_regional(register, *at) || register.heads_division(*at))?;
    if !is_regional(register, regional) {
        return None;
    }
    let rank = |name: &str| register.kinds.kind_of(name).and_then(|kind| register.kinds.rank_of(kind));
    let mut found: Option<(String, Proof)> = None;
    for article in outline.articles_in(innermost) {
        for index in outline.sentences_of(article) {
            let sentence = register.sentence(index);
            let bare = sentence.bare.normal();
            if sentence.zone != Zone::Main {
                continue;
            }
            for place in find_belongings(bare).into_iter().filter(|place| place.negative) {
                let before = bare[..place.range.start].strip_suffix('の').and_then(|words| words.strip_suffix('他'));
                let Some(words) = before.and_then(charged_unit) else { continue };
                let start = words.rfind(['、', 'か']).map_or(0, |at| at + '、'.len_utf8());
                let organ = &words[start..];
                let is_organ = register.kinds.class_of(organ) == Some(NameClass::Unit)
                    && !register.kinds.is_kind(organ)
                    && rank(organ).is_some_and(|above| rank(name).is_some_and(|own| above < own));
                match &found {
                    _ if !is_organ => {}
                    // 東管区局 is one of those that are spoken of as 管区局.
                    Some((other, _)) if organ.ends_with(other.as_str()) => {}
                    Some((other, _)) if !other.ends_with(organ) => return None,
                    _ => {
                        let proof = register.proof(index, &sentence.bare, start..place.range.end);
                        found = Some((organ.to_owned(), proof));
                    }
                }
            }
        }
    }
    found
}

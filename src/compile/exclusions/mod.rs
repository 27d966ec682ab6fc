//! Exclusions: duties that give way to other units, by a bracketed （Xの所掌に属するものを除く。） or as residual duties.

use std::collections::BTreeMap;

use super::belonging;
use super::register::{DutyRecord, Owner, Proof, Register};
use crate::graph::{DutyKind, ExclusionForm};
use crate::regulation::{find_brackets, outermost_brackets};
use cases::{by_case, depends_on_the_unit};
use chapeau::{except, in_chapeau};
use items::is_carried_on_to;
use names::give_way;
use residual::residual;

mod cases;
mod chapeau;
mod items;
mod names;
mod residual;

/// What an exclusion says beside the units that it names.
#[derive(Clone, Copy)]
struct Exclusion<'a> {
    /// The duty that gives way.
    duty: &'a DutyRecord,
    form: ExclusionForm,
    /// The units for which alone it holds, by index; none where it holds wherever the duty does.
    cases: &'a [usize],
    /// Its words, in the sentence of the duty, its chapeau or the item before.
    words: &'a Proof,
}

/// Enters the exclusions of all duties.
pub(crate) fn compile(register: &mut Register<'_>) {
    let duties: Vec<DutyRecord> = register.duties.clone();
    let mut lists: BTreeMap<usize, Vec<&DutyRecord>> = BTreeMap::new();
    for (index, duty) in duties.iter().enumerate() {
        let chapeau = register.sentence(duty.sentence).chapeau;
        let of_list = |other: &&DutyRecord| chapeau.is_some() && register.sentence(other.sentence).chapeau == chapeau;
        let behind: Vec<&DutyRecord> = duties[index + 1..].iter().take_while(of_list).collect();
        bracketed(register, duty, &behind);
        in_front(register, duty);
        if let Some(chapeau) = chapeau {
            lists.entry(chapeau).or_default().push(duty);
        }
        if duty.kind == DutyKind::Residual {
            residual(register, duty);
        }
    }
    for (chapeau, duties) in lists {
        in_chapeau(register, chapeau, &duties);
    }
}

/// The unit from which a duty speaks.
fn unit_of(register: &Register<'_>, duty: &DutyRecord) -> usize {
    match duty.owner {
        Owner::Unit(unit) => unit,
        Owner::Post(post) => register.posts[post].unit,
    }
}

/// （Xの所掌に属するものを除く。） A topic (国有地を除く) gives no edge. 「次号において同じ」 carries it on to the next item of the
/// list, 「第六号において同じ」 to that one, where they speak of the same thing.
fn bracketed(register: &mut Register<'_>, duty: &DutyRecord, behind: &[&DutyRecord]) {
    let text = &register.words_of(duty);
    let normal = text.normal();
    for bracket in find_brackets(normal).into_iter().filter(|bracket| bracket.opening == '(') {
        let inside = text.slice(bracket.inside());
        let bare = inside.without(&outermost_brackets(inside.normal()));
        let words = register.proof(duty.sentence, text, bracket.inside());
        let exclusion = Exclusion { duty, form: ExclusionForm::Exclusion, cases: &[], words: &words };
        if depends_on_the_unit(register, bare.normal()) {
            if !by_case(register, exclusion, &bare, 0..bare.normal().len()) {
                register.unread.insert(duty.sentence);
            }
            continue;
        }
        let Some(found) = belonging::except(bare.normal()) else { continue };
        let thing = last_word(&normal[..bracket.start]);
        let same = |(position, other): &(usize, &&DutyRecord)| {
            is_carried_on_to(register, &bare.normal()[found.carried_on.clone()], *position, other)
                && register.words_of(other).normal().contains(thing)
        };
        let also: Vec<&DutyRecord> = behind.iter().enumerate().filter(same).map(|(_, other)| *other).collect();
        for names in found.names {
            for duty in std::iter::once(duty).chain(also.iter().copied()) {
                give_way(register, Exclusion { duty, ..exclusion }, &bare, names.clone());
            }
        }
    }
}

/// 「会計課の所掌に属するものを除き、契約に関すること。」: the exclusion in front of the duty, without brackets.
fn in_front(register: &mut Register<'_>, duty: &DutyRecord) {
    let bare = &register.sentence(duty.sentence).bare;
    let Some(at) = ["を除き、", "を除くほか、"].iter().find_map(|words| bare.normal().find(words)) else {
        return;
    };
    except(register, duty, bare, 0..at, &register.proof(duty.sentence, bare, 0..at));
}

/// The word that ends a text: its last run of kanji and katakana.
fn last_word(text: &str) -> &str {
    let hiragana = |c: char| matches!(c, 'ぁ'..='ん' | '、' | '。' | '(' | ')');
    text.rfind(hiragana).map_or(text, |at| &text[at + text[at..].chars().next().map_or(0, char::len_utf8)..])
}

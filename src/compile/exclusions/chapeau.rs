//! Exclusions in the chapeau of a list of duties, for all of its items or for some.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Exclusion;
use super::cases::{by_case, depends_on_the_unit};
use super::items::{item_number, item_numbers};
use super::names::give_way;
use crate::compile::belonging;
use crate::compile::register::{DutyRecord, Proof, Register};
use crate::graph::ExclusionForm;
use crate::regulation::{Text, find_brackets, outermost_brackets};

/// 「次に掲げる事務（Xの所掌に属するものを除く。）をつかさどる。」: every duty of the list gives way; 「（第一号から第三号までに
/// 掲げる事務にあっては、…を除く。）」: those items only.
pub(super) fn in_chapeau(register: &mut Register<'_>, chapeau: usize, duties: &[&DutyRecord]) {
    static FOR_ITEMS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"((?:第[0-9〇一二三四五六七八九十百]+号(?:の[一二三四五六七八九十]+)?|から|まで|、|及び|並びに)+)に掲げる(?:事務|もの)(?:にあって|にあつて|について)は、?").expect("valid pattern")
    });
    let text = &register.sentence(chapeau).text;
    let normal = text.normal();
    let brackets = find_brackets(normal);
    for bracket in brackets.iter().filter(|bracket| bracket.opening == '(' && bracket.depth == 0) {
        if !["事務", "業務"].iter().any(|word| normal[..bracket.start].ends_with(word)) {
            continue;
        }
        let inside = text.slice(bracket.inside());
        let bare = inside.without(&outermost_brackets(inside.normal()));
        let words = register.proof(chapeau, text, bracket.inside());
        let parts: Vec<(Range<usize>, usize)> = FOR_ITEMS
            .captures_iter(bare.normal())
            .map(|found| (found.get(1).expect("in every match").range(), found.get(0).expect("group 0").end()))
            .collect();
        if parts.is_empty() {
            for duty in duties {
                except(register, duty, &bare, 0..bare.normal().len(), &words);
            }
            continue;
        }
        for (position, (items, start)) in parts.iter().enumerate() {
            let end = parts.get(position + 1).map_or(bare.normal().len(), |(items, _)| items.start);
            let numbers = item_numbers(&bare.normal()[items.clone()]);
            // 「Aの所掌に属するものを、第二号に掲げる事務にあっては」: what follows the names is cut off.
            let part = bare.normal()[*start..end].trim_end_matches(['、', 'を']);
            for duty in duties {
                if !numbers.contains(&item_number(register, duty)) {
                    continue;
                }
                except(register, duty, &bare, *start..*start + part.len(), &words);
            }
        }
    }
}

/// Enters the exclusion that a part of a chapeau's brackets states, if it is one of units.
pub(super) fn except(register: &mut Register<'_>, duty: &DutyRecord, bare: &Text, part: Range<usize>, words: &Proof) {
    let normal = &bare.normal()[part.clone()];
    let exclusion = Exclusion { duty, form: ExclusionForm::Exclusion, cases: &[], words };
    if depends_on_the_unit(register, normal) {
        if !by_case(register, exclusion, bare, part) {
            register.unread.extend(&words.sentences);
        }
        return;
    }
    let ends = |end: usize| {
        let rest = &normal[end..];
        rest.is_empty() || rest.starts_with("を除く") || rest.starts_with("を除き")
    };
    for names in belonging::names_of(normal, ends) {
        let names = part.start + names.start..part.start + names.end;
        give_way(register, exclusion, bare, names);
    }
}

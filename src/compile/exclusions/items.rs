//! Items that exclusions name by their numbers.

use std::collections::BTreeSet;

use crate::compile::register::{DutyRecord, Register};
use crate::regulation::{Level, Pointer, Which, find_pointers, parse_number};

/// Whether 「次号、第六号及び第百条第二号」 names a duty of the same list, the one so many places behind that which says so.
pub(super) fn is_carried_on_to(register: &Register<'_>, places: &str, position: usize, duty: &DutyRecord) -> bool {
    // Behind a number of an article or a paragraph, those of items are of other lists.
    let own = &places[..places.find(['条', '項']).unwrap_or(places.len())];
    let own = if own.len() == places.len() { own } else { &own[..own.rfind('第').unwrap_or(0)] };
    (position == 0 && own.contains("次号")) || item_numbers(own).contains(&item_number(register, duty))
}

/// The number of a duty's item; 0 where it has a branch number or none.
pub(super) fn item_number(register: &Register<'_>, duty: &DutyRecord) -> u32 {
    let number = register.sentence(duty.sentence).item.as_ref().map(|item| item.number.as_str());
    number.and_then(parse_number).unwrap_or(0)
}

/// 「第一号から第三号まで及び第五号」 as 1, 2, 3, 5.
pub(super) fn item_numbers(words: &str) -> BTreeSet<u32> {
    let mut numbers = BTreeSet::new();
    let mut from: Option<u32> = None;
    for Pointer { range, level, which, .. } in find_pointers(words) {
        let (Level::Item, Which::Numbered(number)) = (level, which) else { continue };
        // The duties of a list have no branch numbers that could be told apart here.
        let [number] = number[..] else { continue };
        numbers.extend(from.take().unwrap_or(number)..=number);
        from = words[range.end..].starts_with("から").then_some(number);
    }
    numbers
}

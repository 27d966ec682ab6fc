//! Units of a class: what the rules on 地方運河局 put somewhere is there in 東運河局, which is one of them.

use std::collections::BTreeMap;

use super::register::Register;
use super::resolve::UnitName;
use crate::graph::Status;

/// Where a unit of a path of two names lies, as the rules on the class of the first tell.
pub(super) enum Lies {
    /// The path with the part between them: 「東運河局の企画部の調整課」 for 「東運河局の調整課」.
    In(String),
    /// The rules put one of that name into several parts.
    Unclear,
}

/// Where the unit lies that words call by the names of an organ and of a unit in one of its parts. `None` where the rules on the
/// class of the organ put no such unit into a part, or one right below it.
pub(super) fn part_between(register: &Register<'_>, name: &str, body: usize, article: usize) -> Option<Lies> {
    let (front, own) = name.split_once('の')?;
    let classes = match register.resolve_unit_in_text(front, body, article) {
        UnitName::Units(found) => match found[..] {
            [organ] => classes_of(register, &register.units[organ].unit.name, register.units[organ].parent?),
            _ => return None,
        },
        UnitName::Unknown => classes_of(register, front, register.where_unsaid(front, article, body).0),
        UnitName::Ambiguous(_) => return None,
    };
    let named = register.units_named(own).iter().copied();
    let established = named.filter(|unit| register.units[*unit].unit.status == Status::Established);
    let rank = |unit: usize| register.kinds.rank_of(&register.units[unit].unit.kind);
    let is_lower = |unit: usize, part: usize| rank(unit).zip(rank(part)).is_some_and(|(unit, part)| unit > part);
    let mut parts = BTreeMap::new();
    for unit in established {
        let part = register.units[unit].parent?;
        if classes.contains(&part) {
            return None;
        }
        if register.units[part].parent.is_some_and(|above| classes.contains(&above)) && is_lower(unit, part) {
            parts.insert(part, unit);
        }
    }
    // 「総務課は、…。東運河局の総務課は、前項の規定にかかわらず、…」: in the part that the text has spoken of last.
    let latest = || {
        let until = |unit: usize| {
            let sentences = register.units[unit].proof.sentences.iter();
            sentences.map(|sentence| register.sentence(*sentence).article).filter(|place| *place <= article).max()
        };
        let last = parts.values().filter_map(|unit| until(*unit)).max()?;
        let mut spoken_of = parts.iter().filter(|(_, unit)| until(**unit) == Some(last));
        spoken_of.next().filter(|_| spoken_of.next().is_none()).map(|(part, _)| *part)
    };
    let part = match parts.len() {
        0 => return None,
        1 => parts.keys().next().copied(),
        _ => latest(),
    };
    let name = |part: usize| format!("{front}の{}の{own}", register.units[part].unit.name);
    Some(part.map_or(Lies::Unclear, |part| Lies::In(name(part))))
}

/// The units that stand for the class that an organ below another unit is one of: 地方運河局 for 東運河局, which lies in it, 管区局 beside
/// 東管区局. The two names end in the same words, and in more than the kind.
fn classes_of(register: &Register<'_>, name: &str, above: usize) -> Vec<usize> {
    let kind = register.kinds.kind_of(name).unwrap_or_default();
    let is_class = |other: &usize| {
        let class = &register.units[*other];
        let is_alike = class.unit.kind == kind && common_ending(&class.unit.name, name) > kind.chars().count();
        let is_beside = class.parent == Some(above) && is_one_of(name, &class.unit.name);
        is_alike && class.unit.name != name && (*other == above || is_beside)
    };
    (0..register.units.len()).filter(is_class).collect()
}

/// Whether a name is that of one of a class, as far as the two names tell: 東管区局 of 管区局, 東運河局 of 地方運河局.
pub(super) fn is_one_of(name: &str, class: &str) -> bool {
    name.ends_with(class) || class.strip_prefix("地方").is_some_and(|rest| !rest.is_empty() && name.ends_with(rest))
}

/// How many characters two names share at the end.
fn common_ending(one: &str, other: &str) -> usize {
    one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count()
}

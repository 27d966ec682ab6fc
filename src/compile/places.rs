//! Where a sentence speaks of: names, paths, kinds and lists of units to the units that they mean.

use std::ops::Range;

use super::NoticeKind;
use super::classes::{Lies, part_between};
use super::instruments::names_instrument;
use super::kinds::NameClass;
use super::paths::{above_and_own, is_inner_kind};
use super::register::{Proof, Register};
use super::resolve::UnitName;
use super::tables;
use super::units::notice;
use crate::graph::Status;
use crate::regulation::{Level, find_pointers, outermost_brackets};

/// A member of a list of units in a sentence, with the units that it means.
pub(crate) struct Place {
    /// Its name, with what it shares with the last member of the list.
    pub name: String,
    /// Range of its words in the bare sentence.
    pub range: Range<usize>,
    /// Whether the rules on its class put it where its name says: nobody has to establish it again.
    pub of_class: bool,
    /// What it means; a kind alone means all units of that kind nearby.
    pub found: UnitName,
}

/// Reads a list of units: names, paths, kinds (各課), the body. `None` where brackets leave some out.
pub(crate) fn read_places(
    register: &Register<'_>,
    index: usize,
    list: &Range<usize>,
    body: usize,
) -> Option<Vec<Place>> {
    let sentence = register.sentence(index);
    let words = &sentence.bare.normal()[list.clone()];
    if tables::names_a_column(words) {
        return None;
    }
    if let Some((names, kind)) = words.rsplit_once("以外の") {
        return all_but(register, (index, list), names, kind, body);
    }
    let left_out = match has_exception(register, index, list) {
        true => left_out(register, index, list, body)?,
        false => Vec::new(),
    };
    let (members, _) = register.split_units(words);
    let shared = shared_ending(register, words, &members);
    let last = members.len().saturating_sub(1);
    let bare = sentence.bare.normal();
    let read = |(position, member): (usize, Range<usize>)| {
        let name = without_reference(&words[member.clone()]).trim_start_matches('各').trim_start_matches("当該");
        let range = list.start + member.start..list.start + member.end;
        if let Some(kind) = repeats_kind(register, name) {
            let repeated = repeated(&bare[..range.start], kind)?;
            let rest = &name["同".len() + kind.len_utf8()..];
            let name = if rest.is_empty() { repeated.to_owned() } else { format!("{repeated}の{rest}") };
            let found = units_meant(register, &name, body, sentence.article);
            return Some(Place { name, range, of_class: false, found });
        }
        // 「甲局、乙局及び丙局の総務課に」: the 総務課 of each.
        let path = shared.filter(|_| position < last).map(|ending| format!("{name}の{ending}"));
        let name = path.unwrap_or_else(|| name.to_owned());
        let found = units_meant(register, &name, body, sentence.article);
        let lies = match found {
            UnitName::Unknown => part_between(register, &name, body, sentence.article),
            _ => None,
        };
        Some(match lies {
            Some(Lies::In(name)) => {
                let found = units_meant(register, &name, body, sentence.article);
                Place { name, range, of_class: true, found }
            }
            Some(Lies::Unclear) => Place { name, range, of_class: true, found: UnitName::Ambiguous(Vec::new()) },
            None => Place { name, range, of_class: false, found },
        })
    };
    let mut places = members.into_iter().enumerate().map(read).collect::<Option<Vec<Place>>>()?;
    // What is left out has to be one of the places: 「道路部（西局を除く。）」 speaks of the 道路部 of another unit.
    for unit in left_out {
        let holds = |place: &&mut Place| matches!(&place.found, UnitName::Units(units) if units.contains(&unit));
        let UnitName::Units(units) = &mut places.iter_mut().find(holds)?.found else { return None };
        units.retain(|known| *known != unit);
    }
    Some(places)
}

/// 「甲支所及び乙支所以外の支所に」: all of a kind but those. `None` unless the text shows them all and those among them.
fn all_but(
    register: &Register<'_>,
    (index, list): (usize, &Range<usize>),
    names: &str,
    kind: &str,
    body: usize,
) -> Option<Vec<Place>> {
    let article = register.sentence(index).article;
    let kind = kind.trim_start_matches('各');
    let UnitName::Units(mut units) = units_meant(register, kind, body, article) else { return None };
    let (members, _) = register.split_units(names);
    for member in members {
        let UnitName::Units(named) = register.resolve_unit(&names[member], Some(body)) else { return None };
        if !named.iter().all(|unit| units.contains(unit)) {
            return None;
        }
        units.retain(|unit| !named.contains(unit));
    }
    let is_sure = register.kinds.is_kind(kind) && !units.is_empty() && !has_exception(register, index, list);
    let place = Place { name: kind.to_owned(), range: list.clone(), of_class: false, found: UnitName::Units(units) };
    is_sure.then(|| vec![place])
}

/// The units that brackets behind a list leave out: 「課（税務課及び会計課を除く。）に」. `None` unless the brackets say just that.
fn left_out(register: &Register<'_>, index: usize, list: &Range<usize>, body: usize) -> Option<Vec<usize>> {
    let sentence = register.sentence(index);
    let text = sentence.text.normal();
    let place = sentence.bare.source_range(list.clone());
    let mut brackets = outermost_brackets(text).into_iter().filter(|bracket| {
        let start = sentence.text.source_range(bracket.clone()).start;
        (place.start..=place.end).contains(&start)
    });
    let (bracket, None) = (brackets.next()?, brackets.next()) else { return None };
    let names = text[bracket.start + 1..bracket.end - 1].trim_end_matches('。').strip_suffix("を除く")?;
    let (members, _) = register.split_units(names);
    let units = members.into_iter().map(|member| match register.resolve_unit(&names[member], Some(body)) {
        UnitName::Units(units) => Some(units),
        UnitName::Ambiguous(_) | UnitName::Unknown => None,
    });
    Some(units.collect::<Option<Vec<_>>>()?.concat())
}

/// The units that one name means in an article.
fn units_meant(register: &Register<'_>, name: &str, body: usize, article: usize) -> UnitName {
    if is_body(register, name, body) {
        return UnitName::Units(vec![body]);
    }
    let found = register.resolve_unit_in_text(name, body, article);
    // A short name is a name even where it looks like a kind.
    let is_clear = matches!(found, UnitName::Units(_)) || register.in_full(name, article).is_some();
    let is_kind = register.kinds.is_kind(name);
    if is_clear || found != UnitName::Unknown && !is_kind {
        return found;
    }
    if is_kind {
        let near = register.units_of_kind_near(name, article);
        // 部 where there is none is no name, nor is 支所 where only another organ has any; 事務総局 may be one. In the chapter on an
        // organ 支所 are those of that organ, which another instrument establishes.
        let is_of_organ = || register.division_of_unit(article).is_some();
        let is_name =
            near.is_empty() && name.chars().count() > 1 && (register.units_of_kind(name).is_empty() || is_of_organ());
        return if is_name { UnitName::Unknown } else { UnitName::Units(near) };
    }
    // 「支局の総務課」: that of each 支局.
    let of_each = name.split_once('の').filter(|(kind, _)| register.kinds.is_kind(kind)).map(|(kind, own)| {
        let above = register.units_of_kind_near(kind, article);
        let is_below = |unit: &&usize| register.units[**unit].parent.is_some_and(|parent| above.contains(&parent));
        register.units_named(own).iter().filter(is_below).copied().collect::<Vec<_>>()
    });
    match of_each.filter(|units| !units.is_empty()) {
        Some(units) => UnitName::Units(units),
        None => as_kind(register, name),
    }
}

/// What a name means that no unit has and several end in: 教官室 where there are 初任教官室 and 現任教官室 is the word for their sort, and
/// which of them is meant is not told.
fn as_kind(register: &Register<'_>, name: &str) -> UnitName {
    let is_longer = |unit: &usize| {
        let record = &register.units[*unit].unit;
        record.status == Status::Established && record.name.len() > name.len() && record.name.ends_with(name)
    };
    let longer: Vec<usize> = (0..register.units.len()).filter(is_longer).collect();
    // Of a 課 there may be one of that very name in another place.
    let has_rank = register.kinds.kind_of(name).is_some_and(|kind| register.kinds.rank_of(kind).is_some());
    match is_inner_kind(&register.kinds, name) && !has_rank && longer.len() > 1 {
        true => UnitName::Ambiguous(longer),
        false => UnitName::Unknown,
    }
}

/// The units that a place in a sentence means. A place that no text establishes is a unit of another instrument.
pub(crate) fn resolve_place(
    register: &mut Register<'_>,
    index: usize,
    place: &Range<usize>,
    body: usize,
) -> Vec<usize> {
    let Some(places) = read_places(register, index, place, body) else {
        register.unread.insert(index);
        return Vec::new();
    };
    let mut units = Vec::new();
    for Place { name, range, found, .. } in places {
        let proof = register.proof(index, &register.sentence(index).bare, range);
        match found {
            UnitName::Units(found) => {
                if found.is_empty() {
                    register.unread.insert(index);
                }
                units.extend(found);
            }
            UnitName::Ambiguous(_) => notice(register, NoticeKind::AmbiguousUnit, index, &proof),
            UnitName::Unknown => units.push(add_unestablished(register, index, &name, body, Status::Elsewhere, proof)),
        }
    }
    units
}

/// Enters a unit that is named and that no sentence of the text establishes.
pub(crate) fn add_unestablished(
    register: &mut Register<'_>,
    index: usize,
    name: &str,
    body: usize,
    status: Status,
    proof: Proof,
) -> usize {
    let article = register.sentence(index).article;
    let full = register.in_full(name, article).map(str::to_owned);
    let called = full.as_deref().unwrap_or(name);
    let (above, own, basis) = above_and_own(register, called, (body, article), &proof);
    let unit = register.place_unit(own, above, status, basis, proof);
    if full.is_some() {
        register.add_alias(unit, name);
    }
    unit
}

/// What the last of several places shares with those before it: the 総務課 of 「甲局、乙局及び丙局の総務課」, where 甲局 and 乙局 are of
/// the same kind as 丙局.
fn shared_ending<'w>(register: &Register<'_>, words: &'w str, members: &[Range<usize>]) -> Option<&'w str> {
    let (last, before) = members.split_last().filter(|(_, before)| !before.is_empty())?;
    let (front, ending) = words[last.clone()].split_once('の')?;
    let kind = register.kinds.kind_of(front)?;
    let alike = |member: &Range<usize>| register.kinds.kind_of(&words[member.clone()]) == Some(kind);
    let is_below =
        register.kinds.class_of(ending) == Some(NameClass::Unit) && register.kinds.kind_of(ending) != Some(kind);
    (is_below && before.iter().all(alike)).then_some(ending)
}

/// What 「同部」 in front of a name repeats: the words before it up to the last 部, 「甲局の総務部」 of 「甲局の総務部庶務課に係を、
/// 同部人事課に」. `None` where nothing before is of that kind.
fn repeated(words: &str, kind: char) -> Option<&str> {
    let end = words.rfind(kind)? + kind.len_utf8();
    let ends_name = |c: char| matches!(c, '、' | 'を' | 'に' | 'は' | '。' | 'び' | 'き');
    let start = words[..end].rfind(ends_name).map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
    let found = words[start..end].trim();
    // 「同部」 may itself be repeated.
    match found.strip_prefix('同').is_some_and(|rest| rest.starts_with(kind)) {
        true => repeated(&words[..start], kind),
        false => Some(found).filter(|found| found.chars().count() > 1),
    }
}

/// The kind word of a name that begins with 「同部」 or the like.
fn repeats_kind(register: &Register<'_>, name: &str) -> Option<char> {
    let kind = name.strip_prefix('同')?.chars().next()?;
    register.kinds.is_kind(kind.encode_utf8(&mut [0; 4])).then_some(kind)
}

/// Whether brackets change what words mean: 「課（税務課を除く。）に」, 「課（室）長」. The bare words do not show it.
pub(crate) fn has_exception(register: &Register<'_>, index: usize, range: &Range<usize>) -> bool {
    let sentence = register.sentence(index);
    let span = sentence.bare.source_range(range.clone());
    let start = sentence.text.offset_of(span.start);
    let words = &sentence.text.normal()[start..];
    let own = sentence.text.offset_of(span.end).saturating_sub(start);
    if words.find('(').is_none_or(|at| at > own) {
        return false;
    }
    outermost_brackets(words).into_iter().take_while(|bracket| bracket.start <= own).any(|bracket| {
        let inside = &words[bracket.start + 1..bracket.end - 1];
        inside.contains("除く") || inside.contains("限る") || register.kinds.is_kind(inside)
    })
}

/// A name without 「前条の」, 「第2条第1項の」, 「組織令第3条に規定する」 in front of it.
pub(crate) fn without_reference(name: &str) -> &str {
    let pointer = find_pointers(name).into_iter().next().filter(|pointer| pointer.level != Level::Item);
    let Some(pointer) = pointer.filter(|found| found.range.start == 0 || names_instrument(&name[..found.range.start]))
    else {
        return name;
    };
    let rest = &name[pointer.range.end..];
    ["の", "に規定する", "に定める", "に掲げる"].iter().find_map(|joint| rest.strip_prefix(joint)).unwrap_or(name)
}

/// Whether a name means the body itself: its name, the end of it, or 本省, 本庁, 本市 and the like.
fn is_body(register: &Register<'_>, name: &str, body: usize) -> bool {
    let unit = &register.units[body].unit;
    // 「甲委員会の事務局」 in 甲委員会事務局組織規則.
    let joined = name.replace('の', "") == unit.name.replace('の', "");
    let known = unit.name == name || joined || unit.aliases.iter().any(|alias| alias == name);
    let rest = name.strip_prefix('本').filter(|rest| rest.chars().count() == 1 && unit.name.ends_with(rest));
    // 「市に、次の部を置く」 in the rules of 甲市.
    const BODIES: [&str; 10] = ["市", "町", "村", "区", "都", "道", "府", "県", "省", "庁"];
    let whole = BODIES.contains(&name) && unit.name.ends_with(name);
    known
        || rest.is_some()
        || whole
        // 「所」 in the instrument about one 所.
        || (body != 0 && unit.kind == name)
        || (name.chars().count() > 1 && unit.name.ends_with(name) && register.units_named(name).is_empty())
}

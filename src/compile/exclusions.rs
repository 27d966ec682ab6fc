//! Exclusions: duties that give way to other units, by a bracketed （Xの所掌に属するものを除く。） or as residual duties.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::belonging::{self, find_belongings};
use super::kinds::NameClass;
use super::register::{DutyRecord, Owner, Proof, Register};
use super::resolve::UnitName;
use super::units::{body, notice};
use crate::graph::{Basis, DutyKind, ExclusionForm, Relation, Rule, Status};
use crate::regulation::{Level, Pointer, Text, Which, find_brackets, find_pointers, outermost_brackets, parse_number};

/// Enters the exclusions of all duties.
pub(crate) fn compile(register: &mut Register<'_>) {
    let duties: Vec<DutyRecord> = register.duties.clone();
    let mut lists: BTreeMap<usize, Vec<&DutyRecord>> = BTreeMap::new();
    for (index, duty) in duties.iter().enumerate() {
        let chapeau = register.sentence(duty.sentence).chapeau;
        let next = duties
            .get(index + 1)
            .filter(|next| chapeau.is_some() && register.sentence(next.sentence).chapeau == chapeau);
        bracketed(register, duty, next);
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
/// list, where that speaks of the same thing.
fn bracketed(register: &mut Register<'_>, duty: &DutyRecord, next: Option<&DutyRecord>) {
    let text = &register.words_of(duty);
    let normal = text.normal();
    for bracket in find_brackets(normal).into_iter().filter(|bracket| bracket.opening == '(') {
        let inside = text.slice(bracket.inside());
        let bare = inside.without(&outermost_brackets(inside.normal()));
        if holds_for_some_units(register, bare.normal()) {
            register.unread.insert(duty.sentence);
            continue;
        }
        let Some(found) = belonging::except(bare.normal()) else { continue };
        let words = register.proof(duty.sentence, text, bracket.inside());
        let thing = last_word(&normal[..bracket.start]);
        let of_next = |next: &&DutyRecord| found.carried_on && register.words_of(next).normal().contains(thing);
        let next = next.filter(of_next);
        for names in found.names {
            for duty in std::iter::once(duty).chain(next) {
                give_way(register, duty, &bare, names.clone(), ExclusionForm::Exclusion, &words);
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

/// Whether an exclusion holds for some units of several only: 「甲支局にあっては、…の所掌に属するものを除く」 among the duties of every
/// 支局. No edge can say so.
fn holds_for_some_units(register: &Register<'_>, text: &str) -> bool {
    // The kind of a list of names is that of its last one.
    let is_unit = |case: &str| register.kinds.class_of(case) == Some(NameClass::Unit);
    !find_belongings(text).is_empty() && belonging::cases(text).any(is_unit)
}

/// The word that ends a text: its last run of kanji and katakana.
fn last_word(text: &str) -> &str {
    let hiragana = |c: char| matches!(c, 'ぁ'..='ん' | '、' | '。' | '(' | ')');
    text.rfind(hiragana).map_or(text, |at| &text[at + text[at..].chars().next().map_or(0, char::len_utf8)..])
}

/// 「次に掲げる事務（Xの所掌に属するものを除く。）をつかさどる。」: every duty of the list gives way; 「（第一号から第三号までに
/// 掲げる事務にあっては、…を除く。）」: those items only.
fn in_chapeau(register: &mut Register<'_>, chapeau: usize, duties: &[&DutyRecord]) {
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
fn except(register: &mut Register<'_>, duty: &DutyRecord, bare: &Text, part: Range<usize>, words: &Proof) {
    let normal = &bare.normal()[part.clone()];
    if holds_for_some_units(register, normal) {
        if let Some(chapeau) = register.sentence(duty.sentence).chapeau {
            register.unread.insert(chapeau);
        }
        return;
    }
    let ends = |end: usize| {
        let rest = &normal[end..];
        rest.is_empty() || rest.starts_with("を除く") || rest.starts_with("を除き")
    };
    for names in belonging::names_of(normal, ends) {
        let names = part.start + names.start..part.start + names.end;
        give_way(register, duty, bare, names, ExclusionForm::Exclusion, words);
    }
}

/// The number of a duty's item; 0 where it has a branch number or none.
fn item_number(register: &Register<'_>, duty: &DutyRecord) -> u32 {
    let number = register.sentence(duty.sentence).item.as_ref().map(|item| item.number.as_str());
    number.and_then(parse_number).unwrap_or(0)
}

/// 「第一号から第三号まで及び第五号」 as 1, 2, 3, 5.
fn item_numbers(words: &str) -> BTreeSet<u32> {
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

/// 「他の部及び課並びに監査室の所掌に属さない事務」
fn residual(register: &mut Register<'_>, duty: &DutyRecord) {
    let bare = &register.bare_words_of(duty);
    // The names stand between the last 「において」 or comma clause and 「の所掌に属さない」.
    let normal = bare.normal();
    let last = find_belongings(normal).into_iter().rfind(|place| place.negative);
    let Some(end) = last.and_then(|place| normal[..place.range.start].strip_suffix('の')).map(str::len) else {
        return;
    };
    let openers = ["において", "のうち", "もののほか、", "事務で", "業務で", "ものを除くほか、", "関し"];
    let start =
        openers.iter().filter_map(|mark| normal[..end].rfind(mark).map(|at| at + mark.len())).max().unwrap_or(0);
    let proof = register.proof(duty.sentence, bare, start..normal.trim_end_matches('。').len());
    if normal[start..end] == *"他" {
        return others_within(register, duty, &normal[..start], &proof);
    }
    give_way(register, duty, bare, start..end, ExclusionForm::Residual, &proof);
}

/// 「部の所掌事務で他の所掌に属しないもの」: the duty gives way to every other unit within 部. `before` are the words in front of 他.
fn others_within(register: &mut Register<'_>, duty: &DutyRecord, before: &str, words: &Proof) {
    let own = unit_of(register, duty);
    let path = register.path_up(own);
    let stated = ["の所掌事務で", "の所掌する事務で", "の分掌事務で", "の事務で"]
        .iter()
        .find_map(|charge| before.strip_suffix(charge));
    let named = stated.map(|text| match register.resolve_last_name(text, own) {
        UnitName::Units(units) => units,
        _ => {
            let kind = register.kinds.kind_of(text).unwrap_or_default();
            path.iter().copied().filter(|unit| register.units[*unit].unit.kind == kind).collect()
        }
    });
    // Without such words: within the unit above the duty's own.
    let within = match named.as_deref() {
        None if matches!(duty.owner, Owner::Post(_)) => Some(own),
        None => register.units[own].parent,
        Some([unit]) => path.contains(unit).then_some(*unit),
        Some(_) => None,
    };
    let Some(within) = within else {
        notice(register, NoticeKind::AmbiguousUnit, duty.sentence, words);
        return;
    };
    let inside: Vec<usize> = path.iter().copied().take_while(|unit| *unit != within).collect();
    let is_beside = |unit: &usize| {
        let record = &register.units[*unit];
        let parent_on_path =
            record.parent.is_some_and(|parent| parent == within || inside.contains(&parent) && parent != own);
        parent_on_path && !path.contains(unit) && !record.unit.council && record.unit.status == Status::Established
    };
    for unit in (0..register.units.len()).filter(is_beside).collect::<Vec<_>>() {
        let basis = Basis::Derived { rule: Rule::OtherUnits };
        exclude(register, duty, unit, ExclusionForm::Residual, basis, words);
    }
}

/// Enters an edge from a duty to every unit of a list of names, in the sentence of `words`: its own, the chapeau or the item before.
fn give_way(
    register: &mut Register<'_>,
    duty: &DutyRecord,
    text: &Text,
    names: Range<usize>,
    form: ExclusionForm,
    words: &Proof,
) {
    let own = unit_of(register, duty);
    let spoken = words.sentences.first().copied().unwrap_or(duty.sentence);
    let normal = &text.normal()[names.clone()];
    let (members, _) = register.split_units(normal);
    let mut unknown: Vec<(&str, Range<usize>)> = Vec::new();
    let mut neighbour = None;
    // 「課内の他の係及び室」: where the words look for others, once they do: in the 課 above the duty.
    let mut others_around: Option<Option<usize>> = None;
    for (position, member) in members.iter().enumerate() {
        let name = &normal[member.clone()];
        let split = name.rfind("内の他").map(|at| (Some(&name[..at]), &name[at + "内の".len()..]));
        let (around, name) = split.unwrap_or((None, name));
        let range = names.start + member.start..names.start + member.end;
        if let Some(kind) = name.strip_prefix('他').map(|rest| rest.trim_start_matches('の')) {
            let around = around.map(|words| register.unit_above_named(own, words));
            if around == Some(None) {
                let proof = register.proof(spoken, text, range);
                notice(register, NoticeKind::AmbiguousUnit, spoken, &proof);
                continue;
            }
            others_around = register.kinds.is_kind(kind).then_some(around.flatten());
            others(register, duty, own, around.flatten(), name, kind, form, words);
            continue;
        }
        // 「他の部及び課」: the second kind word is under the same 「他の」.
        if let Some(around) = others_around.filter(|_| register.kinds.is_kind(name)) {
            others(register, duty, own, around, "他の", name, form, words);
            continue;
        }
        let meant =
            if position == 0 { register.resolve_last_name(name, own) } else { register.resolve_unit(name, Some(own)) };
        match meant {
            UnitName::Units(units) => {
                for unit in units {
                    // A duty does not give way to the unit that it belongs to: another one is meant.
                    if register.path_up(own).contains(&unit) {
                        let proof = register.proof(spoken, text, range.clone());
                        notice(register, NoticeKind::AmbiguousUnit, spoken, &proof);
                        continue;
                    }
                    neighbour = neighbour.or(Some(unit));
                    exclude(register, duty, unit, form, Basis::Stated, words);
                }
            }
            UnitName::Ambiguous(_) => {
                let proof = register.proof(spoken, text, range);
                notice(register, NoticeKind::AmbiguousUnit, spoken, &proof);
            }
            UnitName::Unknown => unknown.push((name, range)),
        }
    }
    for (name, range) in unknown {
        let name_start = ["において", "のうち", "であって", "関する事務", "は"]
            .iter()
            .filter_map(|m| name.rfind(m).map(|at| at + m.len()))
            .max();
        let range = range.start + name_start.unwrap_or(0)..range.end;
        let name = &text.normal()[range.clone()];
        let named = matches!(register.kinds.class_of(name), Some(NameClass::Unit | NameClass::Council));
        let proof = register.proof(spoken, text, range);
        if named && !register.kinds.is_kind(name) {
            let unit = unknown_unit(register, spoken, name, neighbour, proof);
            exclude(register, duty, unit, form, Basis::Stated, words);
        } else if register.kinds.class_of(name) == Some(NameClass::Post) {
            // A duty gives way to units only.
            notice(register, NoticeKind::LeftToPost, spoken, &proof);
        } else if register.kinds.is_kind(name) {
            let units = register.units_of_kind(name);
            // 「課の所掌に属するものを除く」 in a 係 may mean the 課 above it or every one.
            if register.path_up(own).iter().any(|unit| units.contains(unit)) {
                notice(register, NoticeKind::AmbiguousUnit, spoken, &proof);
            } else {
                others(register, duty, own, None, "他の", name, form, &proof.and(words));
            }
        }
    }
}

/// 「他の部」: every other unit of that kind in the body, those above the duty's own unit aside, or in the unit around which the
/// words draw the line (局内の他の部). 「他課」, 「他の所掌」: the units beside it.
#[allow(clippy::too_many_arguments, reason = "one place where all that a list says meets")]
fn others(
    register: &mut Register<'_>,
    duty: &DutyRecord,
    own: usize,
    around: Option<usize>,
    name: &str,
    kind: &str,
    form: ExclusionForm,
    words: &Proof,
) {
    let above = register.path_up(own);
    let (units, rule): (Vec<usize>, Rule) = if kind.is_empty() {
        ((0..register.units.len()).collect(), Rule::OtherUnits)
    } else {
        (register.units_of_kind(kind), Rule::OtherUnitsOfKind)
    };
    let other = |unit: &usize| {
        let record = &register.units[*unit].unit;
        let inside = around.is_none_or(|around| register.is_within(*unit, around));
        inside && !above.contains(unit) && !record.council && record.status == Status::Established
    };
    let units: Vec<usize> = units.into_iter().filter(other).collect();
    let units = if name.starts_with("他の") && !kind.is_empty() {
        units
    } else {
        // 「他課」: the nearest of that kind beside the path up. A post speaks from inside its unit.
        let inside = matches!(duty.owner, Owner::Post(_)).then_some(own);
        let mut levels = inside.into_iter().chain(above.iter().filter_map(|unit| register.units[*unit].parent));
        let beside = |level: usize| -> Vec<usize> {
            units.iter().copied().filter(|unit| register.units[*unit].parent == Some(level)).collect()
        };
        levels.find_map(|level| Some(beside(level)).filter(|found| !found.is_empty())).unwrap_or_default()
    };
    if units.is_empty() {
        notice(register, NoticeKind::UnknownUnit, duty.sentence, words);
    }
    for unit in units {
        exclude(register, duty, unit, form, Basis::Derived { rule }, words);
    }
}

fn exclude(
    register: &mut Register<'_>,
    duty: &DutyRecord,
    unit: usize,
    form: ExclusionForm,
    basis: Basis,
    words: &Proof,
) {
    let to = register.units[unit].id.clone();
    register.add_edge(duty.id.clone(), to, Relation::DutyExcludedBy { form }, basis, words.clone());
}

/// Enters a unit that a list of exclusions names and nothing establishes: beside its neighbours in the list. A ministry or
/// agency is another body.
fn unknown_unit(
    register: &mut Register<'_>,
    sentence: usize,
    name: &str,
    neighbour: Option<usize>,
    proof: Proof,
) -> usize {
    let rank = register.kinds.kind_of(name).and_then(|kind| register.kinds.rank_of(kind));
    if rank == Some(0) {
        return register.add_unit(name, None, Status::Elsewhere, proof);
    }
    let parent = neighbour.and_then(|unit| register.units[unit].parent).or_else(|| body(register));
    let unit = match parent {
        Some(parent) => {
            let basis = Basis::Derived { rule: Rule::PlacedWithNeighbours };
            register.place_unit(name, parent, Status::Unknown, basis, proof.clone())
        }
        None => register.add_unit(name, None, Status::Unknown, proof.clone()),
    };
    notice(register, NoticeKind::UnknownUnit, sentence, &proof);
    unit
}

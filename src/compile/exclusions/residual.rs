//! Residual duties: what belongs to nobody else.

use super::names::{exclude, give_way, is_placed_beside};
use super::{Exclusion, unit_of};
use crate::compile::NoticeKind;
use crate::compile::belonging::{charged_unit, find_belongings};
use crate::compile::organs::region_of;
use crate::compile::register::{DutyRecord, Owner, Proof, Register};
use crate::compile::resolve::UnitName;
use crate::compile::units::notice;
use crate::graph::{Basis, ExclusionForm, Rule, Status};

/// 「他の部及び課並びに監査室の所掌に属さない事務」
pub(super) fn residual(register: &mut Register<'_>, duty: &DutyRecord) {
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
    let exclusion = Exclusion { duty, form: ExclusionForm::Residual, cases: &[], words: &proof };
    give_way(register, exclusion, bare, start..end);
}

/// 「部の所掌事務で他の所掌に属しないもの」: the duty gives way to every other unit within 部. `before` are the words in front of 他.
fn others_within(register: &mut Register<'_>, duty: &DutyRecord, before: &str, words: &Proof) {
    let own = unit_of(register, duty);
    let path = register.path_up(own);
    let named = charged_unit(before).map(|text| match register.resolve_last_name(text, own) {
        UnitName::Units(units) if units.iter().any(|unit| path.contains(unit)) => units,
        // 東管区局 is one of those that the rules about 「管区局」 speak of.
        UnitName::Units(units) => {
            let is_one = |unit: &usize| {
                let name = &register.units[*unit].unit.name;
                units.iter().any(|other| name.ends_with(&register.units[*other].unit.name))
            };
            let alike: Vec<usize> = path.iter().copied().filter(is_one).collect();
            if alike.is_empty() { units } else { alike }
        }
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
    let region = region_of(register, own);
    let is_beside = |unit: &usize| {
        let record = &register.units[*unit];
        let parent_on_path =
            record.parent.is_some_and(|parent| parent == within || inside.contains(&parent) && parent != own);
        // Of what another instrument creates, that which stands beside one on the path.
        let is_there = || {
            let is_beside = record.parent.is_some_and(|level| is_placed_beside(register, *unit, &path, level));
            record.unit.status == Status::Established || is_beside && region_of(register, *unit) == region
        };
        parent_on_path && !path.contains(unit) && !record.unit.council && is_there()
    };
    let exclusion = Exclusion { duty, form: ExclusionForm::Residual, cases: &[], words };
    for unit in (0..register.units.len()).filter(is_beside).collect::<Vec<_>>() {
        exclude(register, exclusion, unit, Basis::Derived { rule: Rule::OtherUnits });
    }
}

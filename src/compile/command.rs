//! Command: who is whose direct superior. The rules are those of the model page, "Command".

use std::collections::BTreeMap;

use super::NoticeKind;
use super::lists::Joint;
use super::register::{Proof, Register};
use super::roles::{Role, Source};
use super::units::notice;
use crate::graph::{Basis, CommandScope, Establishment, Relation, Rule, Status};

/// Enters the edges of command.
pub(crate) fn compile(register: &mut Register<'_>, roles: &[Role]) {
    let index = RoleIndex::new(register, roles);
    for role in roles {
        match &role.source {
            Some((Source::Named(names, joint), proof)) => named_sources(register, role, names, *joint, proof),
            Some((Source::Superior, proof)) => superior(register, &index, role, proof, Rule::SuperiorByPlace),
            Some((Source::Bare, proof)) => superior(register, &index, role, proof, Rule::BareOrder),
            None => {}
        }
    }
    assisted_command(register, roles, &index);
    staff_of_heads(register, &index);
}

/// The roles of each post and the partial superiors of each unit, in the order of the text.
struct RoleIndex<'r> {
    of_post: Vec<Vec<&'r Role>>,
    partial_of_unit: BTreeMap<usize, Vec<&'r Role>>,
}

impl<'r> RoleIndex<'r> {
    fn new(register: &Register<'_>, roles: &'r [Role]) -> Self {
        let mut index = Self { of_post: vec![Vec::new(); register.posts.len()], partial_of_unit: BTreeMap::new() };
        for role in roles {
            index.of_post[role.post].push(role);
            if role.scope != CommandScope::All {
                index.partial_of_unit.entry(register.posts[role.post].unit).or_default().push(role);
            }
        }
        index
    }
}

/// 「A、B又はCの命を受けて」: an edge from each.
fn named_sources(register: &mut Register<'_>, role: &Role, names: &[String], joint: Joint, proof: &Proof) {
    let unit = register.posts[role.post].unit;
    let id = register.posts[role.post].id.clone();
    let names = &at_hand(register, unit, names, joint);
    let alternatives =
        (joint == Joint::Or && names.len() > 1).then(|| format!("{id}:{}", proof.provenance.first().clause));
    for name in names {
        let Some(source) = register.resolve_post(name, unit) else {
            let kind = if register.posts_called(name).is_empty() {
                NoticeKind::UnknownPost
            } else {
                NoticeKind::AmbiguousPost
            };
            notice(register, kind, role.sentence, proof);
            continue;
        };
        if source == role.post {
            continue;
        }
        let relation = Relation::Commands { scope: CommandScope::All, alternatives: alternatives.clone() };
        register.add_edge(register.posts[source].id.clone(), id.clone(), relation, Basis::Stated, proof.clone());
    }
}

/// Of 「東部長又は西部長の命を受けて」, said of the staff of both, those in whose unit or below it a post is, and those nobody knows; all
/// where none is so placed.
fn at_hand(register: &Register<'_>, unit: usize, names: &[String], joint: Joint) -> Vec<String> {
    let path = register.path_up(unit);
    let is_above =
        |name: &&String| register.posts_called(name).iter().any(|post| path.contains(&register.posts[*post].unit));
    let is_elsewhere = |name: &&String| !is_above(name) && !register.posts_called(name).is_empty();
    if joint != Joint::Or || !names.iter().any(|name| is_above(&name)) {
        return names.to_vec();
    }
    names.iter().filter(|name| !is_elsewhere(name)).cloned().collect()
}

/// 「上司の命を受けて」 and the bare 「命を受けて」: the head of the post's unit; for the head itself, that of the nearest unit
/// above with one. Beside the head, those who command 所属職員 of the same unit within a specific matter and are placed by an
/// earlier article (regulations place posts in the order of rank).
fn superior(register: &mut Register<'_>, index: &RoleIndex<'_>, role: &Role, proof: &Proof, rule: Rule) {
    let own = &register.posts[role.post];
    let head_of = |unit: usize| register.heads.get(&unit).copied().filter(|head| *head != role.post);
    // A 部長 whose work the text does not tell is no head, and nobody above him commands past him.
    let stops = |unit: usize| head_of(unit).is_some() || has_chief(register, unit, role.post);
    let nearest = register.path_up(own.unit).into_iter().find(|unit| stops(*unit));
    let Some((unit, head)) = nearest.and_then(|unit| Some((unit, head_of(unit)?))) else {
        notice(register, NoticeKind::NoSuperior, role.sentence, proof);
        return;
    };
    let id = own.id.clone();
    let article = own.articles[0];
    let headship = index.of_post[head].iter().find(|other| other.heads.is_some());
    let head_proof = headship.and_then(|other| other.commands_staff.clone().or_else(|| other.heads.clone()));
    let proof = head_proof.iter().fold(proof.clone(), |all, more| all.and(more));
    let relation = Relation::Commands { scope: CommandScope::All, alternatives: None };
    register.add_edge(register.posts[head].id.clone(), id.clone(), relation, Basis::Derived { rule }, proof);
    let seconds = index.partial_of_unit.get(&unit).into_iter().flatten().filter(|other| {
        other.post != head && other.post != role.post && register.posts[other.post].articles[0] < article
    });
    let seconds: Vec<(usize, CommandScope, Proof)> =
        seconds.filter_map(|other| Some((other.post, other.scope, other.commands_staff.clone()?))).collect();
    let own_proof = role.source.as_ref().expect("called with a source only").1.clone();
    for (second, scope, staff) in seconds {
        let relation = Relation::Commands { scope, alternatives: None };
        let basis = Basis::Derived { rule: Rule::SecondSuperior };
        register.add_edge(register.posts[second].id.clone(), id.clone(), relation, basis, staff.and(&own_proof));
    }
}

/// Whether the text puts a post called after it into a unit, other than one: 部長 into 総務部.
fn has_chief(register: &Register<'_>, unit: usize, other_than: usize) -> bool {
    let record = &register.units[unit].unit;
    let is_chief = |post: &usize| {
        let post = &register.posts[*post].post;
        let stem = post.title.strip_suffix('長').filter(|stem| !stem.is_empty());
        post.status == Status::Established && stem.is_some_and(|stem| record.name.ends_with(stem))
    };
    register.posts_of(unit).iter().filter(|post| **post != other_than).any(is_chief)
}

/// A post with only 補佐 is commanded by those whom it assists.
fn assisted_command(register: &mut Register<'_>, roles: &[Role], index: &RoleIndex<'_>) {
    for role in roles.iter().filter(|role| role.source.is_none()) {
        let Some((names, proof)) = &role.assists else { continue };
        if index.of_post[role.post].iter().any(|other| other.source.is_some()) {
            continue;
        }
        let unit = register.posts[role.post].unit;
        let id = register.posts[role.post].id.clone();
        let assisted: Vec<usize> = names
            .iter()
            .filter_map(|name| register.resolve_post(name, unit))
            .filter(|post| *post != role.post)
            .collect();
        let alternatives = (assisted.len() > 1).then(|| format!("{id}:{}", proof.provenance.first().clause));
        for post in assisted {
            let staff = index.of_post[post].first().and_then(|other| other.commands_staff.clone());
            let proof = staff.iter().fold(proof.clone(), |all, more| all.and(more));
            // Who assists with his own charge is still commanded in all; who assists in some matters only in these.
            let scope = if role.scope == CommandScope::SpecificMatters { role.scope } else { CommandScope::All };
            let relation = Relation::Commands { scope, alternatives: alternatives.clone() };
            let basis = Basis::Derived { rule: Rule::CommandedByAssisted };
            register.add_edge(register.posts[post].id.clone(), id.clone(), relation, basis, proof);
        }
    }
}

/// 「所属職員を指揮監督する」: the head commands the posts of its unit for which nothing else says whose command they are under.
fn staff_of_heads(register: &mut Register<'_>, index: &RoleIndex<'_>) {
    let mut of_unit: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (post, record) in register.posts.iter().enumerate() {
        of_unit.entry(record.unit).or_default().push(post);
    }
    let heads: Vec<(usize, usize)> = register.heads.iter().map(|(unit, head)| (*unit, *head)).collect();
    for (unit, head) in heads {
        let Some(staff) = index.of_post[head].iter().find_map(|role| role.commands_staff.clone()) else { continue };
        let silent = of_unit.get(&unit).into_iter().flatten().copied().filter(|post| {
            let record = &register.posts[*post].post;
            *post != head
                && record.status == Status::Established
                && record.establishment != Establishment::ExOfficio
                && !index.of_post[*post].iter().any(|role| role.source.is_some() || role.assists.is_some())
        });
        for post in silent.collect::<Vec<_>>() {
            let placed = register.posts[post].proof.clone();
            let relation = Relation::Commands { scope: CommandScope::All, alternatives: None };
            let (from, to) = (register.posts[head].id.clone(), register.posts[post].id.clone());
            register.add_edge(from, to, relation, Basis::Stated, staff.clone().and(&placed));
        }
    }
}

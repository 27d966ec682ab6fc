//! Authority that passes to somebody else (委任): 「市長は、次に掲げる事務を支所長に委任する。」

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::draft::{Draft, circumstance, for_each_matter, limit_of, named, part};
use crate::compile::register::Register;
use crate::graph::{PartRole, StatementKind};

/// Verbs at the end of a sentence that delegates.
const VERBS: [&str; 5] =
    ["委任することができるものとする", "委任することができる", "委任するものとする", "委任するものとする", "委任する"];

/// Reads a sentence on 委任.
pub(super) fn read(register: &Register<'_>, index: usize) -> Vec<Draft> {
    let bare = &register.sentence(index).bare;
    let core = &bare.normal()[..register.sentence(index).words_end()];
    if !core.contains("委任") {
        return Vec::new();
    }
    let Some(said) = delegated(core) else { return Vec::new() };
    // Rules that somebody else is to make are no authority that passes.
    let what = core[said.what.clone()].trim_end_matches('は');
    if ["必要な事項", "必要な細目", "細則", "細目"].iter().any(|end| what.ends_with(end)) {
        return Vec::new();
    }
    let mut parts = vec![named(register, PartRole::Holder, index, bare, said.to)];
    parts.extend(said.giver.map(|giver| named(register, PartRole::Giver, index, bare, giver)));
    parts.extend(said.approval.map(|approval| part(register, PartRole::Limit, bare, approval)));
    parts.extend(limit_of(register, bare, said.circumstance));
    let draft = Draft::new(register, StatementKind::Delegation, index, parts);
    for_each_matter(register, &draft, (index, bare), said.what)
}

/// Who delegates what to whom.
#[derive(Default)]
struct Said {
    giver: Option<Range<usize>>,
    to: Range<usize>,
    what: Range<usize>,
    approval: Option<Range<usize>>,
    circumstance: Range<usize>,
}

fn delegated(core: &str) -> Option<Said> {
    /// 「支所長に委任する事務は、次のとおりとする」
    static LISTED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"^(?:([^、は]+?)が、?)?([^、は]+?)に(?:対して?、?)?委任する(?:事務|事項|権限)は、",
            r"([^は]*?(?:とおりとする|掲げるものとする|掲げる事務とする|定めるところによる))$"
        ))
        .expect("valid pattern")
    });
    /// 「(権限の一部)を(会議の議決を経て)(事務総長)に」
    static APPROVED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.+)を、?([^、を]+の(?:議決を経て|承認を得て|同意を得て|認可を受けて|決裁を受けて))、?([^をは]+?)に(?:対して?)?$")
        .expect("valid pattern")
    });
    /// 「(事務)を(支所長)に」
    static ACTIVE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(.+)を、?()([^をは]+?)に(?:対して?)?$").expect("valid pattern"));
    /// 「(支所長)に(対し)、(次に掲げる事務)を」
    static DATIVE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^([^をは]+?)に(?:対して?)?、?((?:次|所管|その|前|第)[^は]*)を$").expect("valid pattern")
    });
    let range = |found: &regex::Captures<'_>, group: usize, at: usize| {
        found
            .get(group)
            .map(|group| at + group.start()..at + group.as_str().trim_end_matches('、').len() + group.start())
    };
    if let Some(found) = LISTED.captures(core) {
        return Some(Said {
            giver: range(&found, 1, 0),
            to: range(&found, 2, 0)?,
            what: range(&found, 3, 0)?,
            ..Said::default()
        });
    }
    let verb = VERBS.iter().filter(|verb| core.ends_with(**verb)).max_by_key(|verb| verb.len())?;
    let front = core[..core.len() - verb.len()].trim_end_matches('、');
    let topic = front.find("は、")?;
    let start = circumstance(&front[..topic]);
    let (first, rest) = (start..topic, topic + "は、".len());
    let said = &front[rest..];
    let circumstance = 0..start;
    let giver = Some(first.clone());
    if let Some(found) = DATIVE.captures(said) {
        return Some(Said {
            giver,
            to: range(&found, 1, rest)?,
            what: range(&found, 2, rest)?,
            circumstance,
            ..Said::default()
        });
    }
    if let Some(found) = APPROVED.captures(said).or_else(|| ACTIVE.captures(said)) {
        let approval = range(&found, 2, rest).filter(|range| !range.is_empty());
        return Some(Said {
            giver,
            to: range(&found, 3, rest)?,
            what: range(&found, 1, rest)?,
            approval,
            circumstance,
        });
    }
    // 「次に掲げる事務は、支所長に」, 「…の権限は、市長が支所長に」
    let to = said.strip_suffix("に対し").or_else(|| said.strip_suffix('に')).filter(|to| !to.contains(['を', 'は']))?;
    let (giver, to_start) = match to.split_once("が、").or_else(|| to.split_once('が')) {
        Some((giver, to)) => (Some(rest..rest + giver.len()), rest + said.find(to)?),
        None => (None, rest + to.len() - to.trim_start_matches("これを").len()),
    };
    Some(Said { giver, to: to_start..rest + to.len(), what: first, circumstance, ..Said::default() })
}

//! From whom a post is filled: its rank or category of staff (警視をもって充てる), and who holds another post beside his own (併任, 兼務).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::draft::{Draft, circumstance, limit_of, named, part};
use crate::compile::ex_officio::is_category;
use crate::compile::kinds::NameClass;
use crate::compile::register::Register;
use crate::graph::{NodeId, PartRole, StatementKind};

/// Reads a sentence on how posts are filled.
pub(super) fn read(register: &Register<'_>, index: usize) -> Vec<Draft> {
    let core = &register.sentence(index).bare.normal()[..register.sentence(index).words_end()];
    if core.contains("充て") { filled(register, index, core) } else { concurrent(register, index, core) }
}

/// 「署長は、警視をもって充てる」, 「局長は事務官をもって、室長は教官をもって充てる」, 「二人のうち、一人は事務官をもって、一人は教官をもって充てる」.
fn filled(register: &Register<'_>, index: usize, core: &str) -> Vec<Draft> {
    static PIECE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"([^、]+?(?:、[^、は]+?)*?)は、?([^は]+?)(?:をも(?:っ|つ)て|の中から|のうちから)(?:、|これに|これを)?",
        )
        .expect("valid pattern")
    });
    static VERB: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"充て(?:る|られる|ることができる|るものとする)$").expect("valid pattern"));
    static OUT_OF: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^([^、]+?)[0-9〇一二三四五六七八九十]+人のうち、").expect("valid pattern"));
    let Some(verb) = VERB.find(core) else { return Vec::new() };
    let bare = &register.sentence(index).bare;
    let front = &core[..verb.start()];
    let start = circumstance(front);
    let limit = limit_of(register, bare, 0..start);
    let mut drafts = Vec::new();
    let mut last = start;
    // 「副校長二人のうち、一人は…」: whom the pieces behind it speak of as well.
    let mut whole_group: Option<Vec<NodeId>> = None;
    for found in PIECE.captures_iter(&front[start..]) {
        let range = |group: usize| found.get(group).expect("in every match").range();
        let [whole, holder, source] = [0, 1, 2].map(range).map(|range| start + range.start..start + range.end);
        let (members, _) = register.split_titles(&core[source.clone()]);
        let is_category = |member: Range<usize>| is_category(register, &core[source.clone()][member]);
        if whole.start != last || !members.into_iter().all(is_category) {
            return Vec::new();
        }
        last = whole.end;
        let mut held = named(register, PartRole::Holder, index, bare, holder.clone());
        if let Some(group) = OUT_OF.captures(&core[holder.clone()]) {
            let end = holder.start + group.get(1).expect("in every match").end();
            whole_group = Some(named(register, PartRole::Holder, index, bare, holder.start..end).meaning);
        }
        if held.meaning.is_empty() {
            held.meaning = whole_group.clone().unwrap_or_default();
        }
        let mut parts = vec![held, part(register, PartRole::Source, bare, source)];
        parts.extend(limit.clone());
        drafts.push(Draft::new(register, StatementKind::FilledFrom, index, parts));
    }
    if last == front.len() { drafts } else { Vec::new() }
}

/// 「主査は、係長を兼ねることができる」, 「市長は、職員に他の職を併任させることができる」.
fn concurrent(register: &Register<'_>, index: usize, core: &str) -> Vec<Draft> {
    static HOLDS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.+?)は、?(?:(.+?)に、?)?([^は]+?)を(?:併任|兼務|兼任|兼職|兼ね)(?:する|る|させる|させることができる|することができる|ることができる|するものとする|るものとする)$")
            .expect("valid pattern")
    });
    if !["併任", "兼務", "兼任", "兼職", "兼ね"].iter().any(|verb| core.contains(verb)) {
        return Vec::new();
    }
    let bare = &register.sentence(index).bare;
    let start = circumstance(core);
    let Some(found) = HOLDS.captures(&core[start..]) else { return Vec::new() };
    let range = |group: usize| found.get(group).map(|group| start + group.start()..start + group.end());
    let (first, to, post) = (range(1).expect("in every match"), range(2), range(3).expect("in every match"));
    // 「会計主任の事務を兼務する」: that is work, no post.
    let is_post = |name: &str| {
        let known = !register.posts_called(name).is_empty() || name.ends_with('職');
        known || !name.contains('の') && register.kinds.class_of(name) == Some(NameClass::Post)
    };
    if !is_post(&core[post.clone()]) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    match to {
        Some(to) => {
            parts.push(named(register, PartRole::Giver, index, bare, first));
            parts.push(named(register, PartRole::Holder, index, bare, to));
        }
        None => parts.push(named(register, PartRole::Holder, index, bare, first)),
    }
    parts.push(named(register, PartRole::Source, index, bare, post));
    parts.extend(limit_of(register, bare, 0..start));
    vec![Draft::new(register, StatementKind::ConcurrentPost, index, parts)]
}

//! Substitution: who acts when a post cannot: 「Xに事故があるときは、その職務を代理する。」

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::outline::{SentenceKind, Zone};
use super::register::{Proof, Register};
use super::roles::subject_posts;
use super::units::notice;
use crate::graph::{Act, Basis, Condition, Designation, Designator, NodeId, Relation};

/// When one post cannot act, as the words say it.
struct Occasion<'t> {
    /// The one replaced, by the words; empty if only understood.
    principal: &'t str,
    /// Others that have to be absent as well (共に事故があるとき).
    joint: Vec<&'t str>,
    conditions: BTreeSet<Condition>,
    /// Where the words for it end in the sentence.
    end: usize,
}

/// Enters all statements on substitution.
pub(crate) fn compile(register: &mut Register<'_>) {
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.zone == Zone::Main && matches!(sentence.kind, SentenceKind::Lead | SentenceKind::Item) {
            read(register, index);
        }
    }
}

static OCCASION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|、|は、|し、)([^、。]+?)(?:に(?:、)?(共に|ともに)?事故(?:が|の)?(?:ある|あつた|あった)|が(共に|ともに)?(欠け|不在))",
        r"(?:た|である|の)?(?:とき|場合)"
    ))
    .expect("valid pattern")
});
static MORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:、)?(?:又は|若しくは|、)(?:[^、。]*?)(事故(?:が|の)?ある|欠け|不在)(?:た|である|の)?(?:とき|場合)")
        .expect("valid pattern")
});
static ACT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:その|これを|[^、]*?の)?(?:職務|事務|業務)?(?:を)?(代理|代行|代決|行う|行なう)(?:する|し)?")
        .expect("valid pattern")
});

/// Reads a sentence; enters what it says if every part of it is understood.
fn read(register: &mut Register<'_>, index: usize) {
    let bare = &register.sentence(index).bare;
    let normal = bare.normal();
    let Some(occasion) = occasion(register, normal) else { return };
    let rest = normal[occasion.end..].trim_start_matches(['は', 'に', 'お', 'い', 'て', '、']);
    let Some(act) = read_act(rest) else { return };
    let proof = register.proof(index, bare, 0..normal.trim_end_matches('。').len());
    // Form 1: the substitute is the subject of the sentence. Form 2: it is named behind the occasion.
    let before = &normal[..occasion.end];
    let topic = before.find("は、").map(|at| &before[..at]).filter(|subject| !subject.contains("事故"));
    let named = rest.find(['が', '、']).filter(|at| rest[*at..].starts_with('が')).map(|at| rest[..at].trim());
    let substitute = match (named, topic) {
        (Some(name), _) => name,
        (None, Some(subject)) => subject,
        (None, None) => return,
    };
    if let Some(designator) = designator(substitute) {
        designate(register, index, &occasion, topic, &designator, act, &proof);
        return;
    }
    let substitutes = subject_posts(register, index, substitute);
    if substitutes.is_empty() {
        return;
    }
    for post in substitutes {
        enter(register, index, post, &occasion, act, &proof);
    }
}

/// When the substitute acts. `None` if the sentence is not of this kind.
fn occasion<'t>(register: &Register<'_>, normal: &'t str) -> Option<Occasion<'t>> {
    let found = OCCASION.captures(normal)?;
    let mut conditions = BTreeSet::new();
    conditions.insert(match found.get(4).map(|m| m.as_str()) {
        None => Condition::Incapacitated,
        Some("欠け") => Condition::Vacant,
        Some(_) => Condition::Away,
    });
    let mut end = found.get(0).expect("group 0 is the match").end();
    while let Some(more) = MORE.captures(&normal[end..]) {
        conditions.insert(match &more[1] {
            "欠け" => Condition::Vacant,
            "不在" => Condition::Away,
            _ => Condition::Incapacitated,
        });
        end += more.get(0).expect("group 0 is the match").end();
    }
    let words = found.get(1).expect("in every match").as_str();
    let together = found.get(2).or(found.get(3)).is_some();
    let (members, _) = register.split_titles(words);
    let mut names: Vec<&str> = members.into_iter().map(|range| &words[range]).collect();
    if names.len() > 1 && !together {
        return None;
    }
    let principal = names.remove(0);
    Some(Occasion { principal, joint: names, conditions, end })
}

/// What the substitute may do.
fn read_act(rest: &str) -> Option<Act> {
    ACT.captures_iter(rest).last().map(|found| match &found[1] {
        "代理" => Act::Substitute,
        "代行" => Act::Perform,
        "代決" => Act::Decide,
        _ => Act::CarryOut,
    })
}

/// A criterion or an advance designation instead of a post.
fn designator(words: &str) -> Option<Designator> {
    if ["あらかじめ", "指定する", "指名する", "定める"].iter().any(|mark| words.contains(mark)) {
        return Some(Designator::Designated(words.to_owned()));
    }
    let criteria = ["上席", "先任", "年長", "くじ", "席次", "筆頭", "順序", "順位"];
    criteria.iter().any(|mark| words.contains(mark)).then(|| Designator::Criterion(words.to_owned()))
}

fn enter(register: &mut Register<'_>, index: usize, post: usize, occasion: &Occasion<'_>, act: Act, proof: &Proof) {
    let unit = register.posts[post].unit;
    let Some(principal) = register.resolve_post(occasion.principal, unit) else {
        let unknown = register.posts_called(occasion.principal).is_empty();
        notice(register, if unknown { NoticeKind::UnknownPost } else { NoticeKind::AmbiguousPost }, index, proof);
        return;
    };
    let joint: Option<Vec<NodeId>> = occasion
        .joint
        .iter()
        .map(|name| register.resolve_post(name, unit).map(|post| register.posts[post].id.clone()))
        .collect();
    let Some(joint) = joint else {
        notice(register, NoticeKind::UnknownPost, index, proof);
        return;
    };
    if principal == post {
        return;
    }
    let relation = Relation::SubstitutesWhenIncapacitated {
        order: if joint.is_empty() { 1 } else { 2 },
        conditions: occasion.conditions.iter().copied().collect(),
        act,
        joint,
        designator: Designator::Post,
    };
    let (from, to) = (register.posts[post].id.clone(), register.posts[principal].id.clone());
    register.add_edge(from, to, relation, Basis::Stated, proof.clone());
}

/// Enters a rule that names no post at each post that it is about.
fn designate(
    register: &mut Register<'_>,
    index: usize,
    occasion: &Occasion<'_>,
    topic: Option<&str>,
    designator: &Designator,
    act: Act,
    proof: &Proof,
) {
    let name = if occasion.principal.is_empty() { topic.unwrap_or_default() } else { occasion.principal };
    if !occasion.joint.is_empty() {
        return;
    }
    for post in subject_posts(register, index, name) {
        let designation = Designation {
            order: 1,
            conditions: occasion.conditions.iter().copied().collect(),
            act,
            designator: designator.clone(),
            joint: Vec::new(),
            provenance: proof.provenance.clone(),
        };
        register.add_designation(post, designation, proof);
    }
}

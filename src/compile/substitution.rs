//! Substitution: who acts when a post cannot: 「Xに事故があるときは、その職務を代理する。」

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::establish::is_circumstance;
use super::outline::{Sentence, SentenceKind, Zone};
use super::register::{Proof, Register};
use super::roles::subject_posts;
use super::units::notice;
use crate::graph::{Act, Basis, Condition, Designation, Designator, NodeId, Relation};
use crate::regulation::{Text, parse_number};

/// When one post cannot act, as the words say it.
pub(super) struct Occasion<'t> {
    /// The one replaced, by the words; empty if only understood.
    pub principal: &'t str,
    /// Others that have to be absent as well (共に事故があるとき).
    pub joint: Vec<&'t str>,
    pub conditions: BTreeSet<Condition>,
    /// Where the words for it end in the sentence.
    pub end: usize,
}

/// Enters all statements on substitution.
pub(crate) fn compile(register: &mut Register<'_>) {
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.zone == Zone::Main && matches!(sentence.kind, SentenceKind::Lead | SentenceKind::Item) {
            read(register, index);
        }
    }
    super::tables::acting(register);
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
    Regex::new(r"(?:その|これを)?(?:(?:職務|事務|業務)?(?:を)?(代理|代行|代決)|(?:職務|その事務|その業務)を(行う|行なう))(?:する|し)?")
        .expect("valid pattern")
});

/// Whether words say who acts when somebody cannot.
pub(super) fn speaks_of(words: &str) -> bool {
    // Most sentences say neither, which shows at once.
    let may_speak = ["事故", "欠け", "不在"].iter().any(|occasion| words.contains(occasion));
    may_speak && OCCASION.is_match(words) && ACT.is_match(words)
}

/// Reads a sentence; enters what it says if every part of it is understood, else marks it as unread.
fn read(register: &mut Register<'_>, index: usize) {
    if !speaks_of(register.sentence(index).bare.normal()) || super::tables::substitution(register, index) {
        return;
    }
    let Sentence { bare, text, .. } = register.sentence(index);
    // 「次長がその職務を代理し、次長に事故があるときは、主幹が」: a rule for each occasion; all or none is entered.
    let normal = bare.normal();
    let starts = occasions(register, normal);
    let ends = starts.iter().skip(1).copied().chain([normal.len()]);
    let parts: Vec<Text> = match starts.len() {
        1 => vec![bare.clone()],
        _ => starts.iter().copied().zip(ends).map(|(start, end)| bare.slice(start..end)).collect(),
    };
    // 「…ときは次長が、…ときは主幹がその職務を代理する」: the act is said once, at the end.
    let act = act_in(normal);
    let whole = if parts.len() == 1 { text.clone() } else { Text::default() };
    let statements: Option<Vec<Statement<'_>>> =
        parts.iter().map(|part| statement(register, index, part, &whole, &[], act)).collect();
    match statements {
        Some(statements) if statements.iter().all(|statement| is_settled(register, index, statement)) => {
            statements.into_iter().for_each(|statement| enter_statement(register, index, statement));
        }
        _ => {
            register.unread.insert(index);
        }
    }
}

/// Where each occasion begins for which words have a rule. 「事故があるとき、又は欠けたとき」 is one.
fn occasions(register: &Register<'_>, normal: &str) -> Vec<usize> {
    let (mut starts, mut from) = (Vec::new(), 0);
    while let Some(found) = OCCASION.captures(&normal[from..]) {
        starts.push(from + found.get(1).expect("in every match").start());
        let words = found.get(0).expect("group 0 is the match");
        from += occasion(register, &normal[from..]).map_or(words.end(), |occasion| occasion.end);
    }
    starts
}

/// What words say of who acts for whom.
struct Statement<'t> {
    occasion: Occasion<'t>,
    act: Act,
    proof: Proof,
    substitutes: Substitutes<'t>,
}

/// Who acts.
enum Substitutes<'t> {
    /// Posts with their order and what says so.
    Posts(Vec<(usize, u32, Proof)>),
    /// Nobody by name: a criterion or an advance designation, and the words in front for whom, if they stand there.
    Designated(Option<&'t str>, Designator),
}

/// Reads what words say of who acts for whom and enters it; `subject` are the posts that they are about where they do not name
/// them. `None` if any part is not understood; nothing was entered then.
pub(super) fn read_statement(
    register: &mut Register<'_>,
    index: usize,
    bare: &Text,
    text: &Text,
    subject: &[usize],
) -> Option<()> {
    let statement = statement(register, index, bare, text, subject, None)?;
    is_settled(register, index, &statement).then(|| enter_statement(register, index, statement))
}

/// What the words of one rule say; `act` is what the substitute may do where they do not say it.
fn statement<'t>(
    register: &Register<'_>,
    index: usize,
    bare: &'t Text,
    text: &Text,
    subject: &[usize],
    act: Option<Act>,
) -> Option<Statement<'t>> {
    let normal = bare.normal();
    let occasion = occasion(register, normal)?;
    if OCCASION.is_match(&normal[occasion.end..]) {
        return None;
    }
    let start = occasion.end
        + normal[occasion.end..].chars().take_while(|c| "はにおいて、".contains(*c)).map(char::len_utf8).sum::<usize>();
    let rest = &normal[start..];
    let act_at = ACT.captures_iter(rest).last().map(|found| found.get(0).expect("group 0 is the match").start());
    let act = act_in(rest).or(act)?;
    let named = &rest[..act_at.unwrap_or(rest.len())];
    // 「その職務は、次長が代理する」
    let named =
        ["その職務は、", "その事務は、", "職務は、"].iter().find_map(|job| named.strip_prefix(job)).unwrap_or(named);
    let proof = register.proof(index, bare, 0..normal.trim_end_matches(['。', '、']).len());
    // Form 1: the substitute is named in front of the last が. Form 2: it is the subject of the sentence.
    let topic = normal[..occasion.end].find("は、").map(|at| &normal[..at]).filter(|subject| !subject.contains("事故"));
    let settled = |substitutes| Some(Statement { occasion, act, proof: proof.clone(), substitutes });
    if let Some(names) = in_order_of_mention(named) {
        return settled(Substitutes::Posts(posts_of(register, index, names, &proof)?));
    }
    if let Some(names) = where_there_is_one(named) {
        return settled(Substitutes::Posts(posts_of(register, index, names, &proof)?));
    }
    let substitute = match named.rfind('が') {
        Some(at) => named[..at].trim(),
        None if topic.is_none() && !subject.is_empty() => {
            let posts = subject.iter().map(|post| (*post, 1, proof.clone())).collect();
            return settled(Substitutes::Posts(posts));
        }
        None => topic?,
    };
    // 「理事長が別に定めるところにより、次長が」
    let substitute = match substitute.rfind('、') {
        Some(comma) if is_circumstance(&substitute[..comma]) => &substitute[comma + '、'.len_utf8()..],
        _ => substitute,
    };
    let behind = named.rfind('が').map_or(named, |at| &named[at..]);
    let ranked = ranked(register, index, substitute, behind)?;
    if let [(words, _, None)] = &ranked[..]
        && let Some(designator) = designator(words)
    {
        return settled(Substitutes::Designated(topic, designator));
    }
    let mut posts = posts_of(register, index, ranked, &proof)?;
    if let Some(fallback) = fallback(text.normal()) {
        posts.extend(posts_of(register, index, vec![(fallback.to_owned(), 2, None)], &proof)?);
    }
    settled(Substitutes::Posts(posts))
}

/// The posts that the words for substitutes mean. `None` if any of them means none.
fn posts_of(
    register: &Register<'_>,
    index: usize,
    ranked: Vec<Ranked>,
    proof: &Proof,
) -> Option<Vec<(usize, u32, Proof)>> {
    let mut found = Vec::new();
    for (words, order, item) in ranked {
        let posts = subject_posts(register, index, &words);
        if posts.is_empty() {
            return None;
        }
        let proof = item.map_or(proof.clone(), |item| proof.clone().and(&register.whole_proof(item)));
        found.extend(posts.into_iter().map(|post| (post, order, proof.clone())));
    }
    Some(found)
}

/// Whether everything that a statement names is known.
fn is_settled(register: &Register<'_>, index: usize, statement: &Statement<'_>) -> bool {
    match &statement.substitutes {
        Substitutes::Posts(_) => true,
        Substitutes::Designated(topic, _) => designated_posts(register, index, &statement.occasion, *topic).is_some(),
    }
}

/// Enters what a statement says.
fn enter_statement(register: &mut Register<'_>, index: usize, statement: Statement<'_>) {
    let Statement { occasion, act, proof, substitutes } = statement;
    match substitutes {
        Substitutes::Posts(posts) => {
            for (post, order, proof) in posts {
                enter(register, index, post, order, &occasion, act, &proof);
            }
        }
        Substitutes::Designated(topic, designator) => {
            let _ = designate(register, index, &occasion, topic, &designator, act, &proof);
        }
    }
}

/// 「次長、主幹の順序により」: the names in their order, which numbers in front of all of them may say again (第1順位 次長、第2順位 主幹).
fn in_order_of_mention(named: &str) -> Option<Vec<Ranked>> {
    static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^第([0-9〇一二三四五六七八九十]+)(?:順位|位)(?:として)?").expect("valid pattern")
    });
    const ORDERS: [&str; 7] =
        ["の順序により", "の順序に従い", "の順序で", "の順位により", "の順により", "の順に", "の順で"];
    let list = ORDERS.iter().find_map(|order| named.trim_end_matches(['、', 'が']).strip_suffix(order))?;
    let names: Vec<&str> = list.split('、').map(str::trim).collect();
    let plain =
        names.len() > 1 && names.iter().all(|name| !name.is_empty() && !name.contains(['が', 'は', 'を', 'に']));
    if !plain {
        return None;
    }
    let in_order = names.into_iter().zip(1..);
    if !named.starts_with('第') {
        return Some(in_order.map(|(name, order)| (name.to_owned(), order, None)).collect());
    }
    let numbered = in_order.map(|(name, order)| {
        let number = NUMBERED.captures(name)?;
        (parse_number(&number[1]) == Some(order)).then(|| (name[number[0].len()..].trim().to_owned(), order, None))
    });
    numbered.collect()
}

/// 「次長を置く部にあっては次長が、次長を置かない部にあっては主幹が」: the second for want of the first.
fn where_there_is_one(named: &str) -> Option<Vec<Ranked>> {
    let (first, second) = named.trim_end_matches('、').split_once("が、")?;
    let case = |words: &str| {
        let at = ["にあっては", "にあつては"].iter().find_map(|case| words.find(case))?;
        Some((words[..at].to_owned(), words[at + "にあっては".len()..].trim_start_matches('、').to_owned()))
    };
    let ((with, one), (without, other)) = (case(first)?, case(second.strip_suffix('が')?)?);
    let has = with.split_once("を置く")?.0;
    let has_not = without.split_once("を置かない")?.0;
    (has == has_not && has == one).then(|| vec![(one, 1, None), (other, 2, None)])
}

/// A substitute by its words, its order, and the item that names it.
type Ranked = (String, u32, Option<usize>);

/// The substitutes by their words with their order: 「第1順位として次長が、第2順位として主幹」; the items of a list in its order;
/// else one name of the first order. Behind them the item that names them, if any. `None` where the words set an order that is not understood.
fn ranked(register: &Register<'_>, index: usize, substitute: &str, behind: &str) -> Option<Vec<Ranked>> {
    static RANK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"第([0-9〇一二三四五六七八九十]+)(?:順位|位)(?:として|は|の者は|に)?、?([^、が]+?)(?:が、?|、|$)")
            .expect("valid pattern")
    });
    if substitute.contains('位') && RANK.is_match(substitute) {
        let ranks = RANK.captures_iter(substitute);
        return ranks.map(|found| Some((found[2].trim().to_owned(), parse_number(&found[1])?, None))).collect();
    }
    if substitute.starts_with("次に掲げる") || substitute.starts_with("次の各号に掲げる") {
        let in_order = ["順序", "順位", "順に"].iter().any(|word| substitute.contains(word) || behind.contains(word));
        let items = register.outline.below(index, SentenceKind::Item);
        let name = |item: usize| register.sentence(item).bare.normal().trim_end_matches('。').to_owned();
        let ranked: Vec<Ranked> =
            items.into_iter().zip(1..).map(|(item, order)| (name(item), order, Some(item))).collect();
        return (in_order && !ranked.is_empty()).then_some(ranked);
    }
    Some(vec![(substitute.to_owned(), 1, None)])
}

/// （課長補佐を置かない課にあっては、係長）: the words for the one who acts for want of another.
fn fallback(text: &str) -> Option<&str> {
    static WANT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\([^()]*を置かない[^、()]*(?:にあって|にあつて|において)?は、([^()、]+)\)").expect("valid pattern")
    });
    if !text.contains("を置かない") {
        return None;
    }
    WANT.captures(text).map(|found| found.get(1).expect("in every match").as_str())
}

/// When the substitute acts. `None` if the sentence is not of this kind.
pub(super) fn occasion<'t>(register: &Register<'_>, normal: &'t str) -> Option<Occasion<'t>> {
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

/// What the substitute may do, by the last words of a sentence that say so.
pub(super) fn act_in(words: &str) -> Option<Act> {
    let found = ACT.captures_iter(words).last()?;
    Some(act_of(found.get(1).map_or("行う", |verb| verb.as_str())))
}

/// What the substitute may do.
fn act_of(verb: &str) -> Act {
    match verb {
        "代理" => Act::Substitute,
        "代行" => Act::Perform,
        "代決" => Act::Decide,
        _ => Act::CarryOut,
    }
}

/// A criterion or an advance designation instead of a post.
pub(super) fn designator(words: &str) -> Option<Designator> {
    let criteria = ["上席", "先任", "年長", "くじ", "席次", "筆頭", "順序", "順位"];
    // 主管の係長 is the one whose matter it is: which one that is depends on the matter.
    let by_matter = ["主管の", "主務の", "所管の", "担当の"].iter().any(|mark| words.starts_with(mark));
    if by_matter || criteria.iter().any(|mark| words.contains(mark)) {
        return Some(Designator::Criterion(words.to_owned()));
    }
    let designated = ["あらかじめ", "指定", "指名", "定める"].iter().any(|mark| words.contains(mark));
    designated.then(|| Designator::Designated(words.to_owned()))
}

pub(super) fn enter(
    register: &mut Register<'_>,
    index: usize,
    post: usize,
    order: u32,
    occasion: &Occasion<'_>,
    act: Act,
    proof: &Proof,
) {
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
        order: if joint.is_empty() { order } else { order + 1 },
        conditions: occasion.conditions.iter().copied().collect(),
        act,
        joint,
        designator: Designator::Post,
    };
    let (from, to) = (register.posts[post].id.clone(), register.posts[principal].id.clone());
    register.add_edge(from, to, relation, Basis::Stated, proof.clone());
}

/// Enters a rule that names no post at each post that it is about.
pub(super) fn designate(
    register: &mut Register<'_>,
    index: usize,
    occasion: &Occasion<'_>,
    topic: Option<&str>,
    designator: &Designator,
    act: Act,
    proof: &Proof,
) -> Option<()> {
    let designations = designated_posts(register, index, occasion, topic)?;
    for (post, joint) in designations {
        let designation = Designation {
            order: if joint.is_empty() { 1 } else { 2 },
            conditions: occasion.conditions.iter().copied().collect(),
            act,
            designator: designator.clone(),
            joint,
            provenance: proof.provenance.clone(),
        };
        register.add_designation(post, designation, proof);
    }
    Some(())
}

/// The posts that a rule without a named substitute is about, each with the others that have to be absent too. `None` if any
/// of them is not known.
fn designated_posts(
    register: &Register<'_>,
    index: usize,
    occasion: &Occasion<'_>,
    topic: Option<&str>,
) -> Option<Vec<(usize, Vec<NodeId>)>> {
    let name = if occasion.principal.is_empty() { topic.unwrap_or_default() } else { occasion.principal };
    let posts = subject_posts(register, index, name);
    let with_joint = |post: usize| {
        let unit = register.posts[post].unit;
        let joint = occasion.joint.iter().map(|name| register.resolve_post(name, unit));
        let joint = joint.map(|found| Some(register.posts[found?].id.clone())).collect::<Option<Vec<NodeId>>>()?;
        Some((post, joint))
    };
    let found: Vec<(usize, Vec<NodeId>)> = posts.into_iter().map(with_joint).collect::<Option<_>>()?;
    (!found.is_empty()).then_some(found)
}

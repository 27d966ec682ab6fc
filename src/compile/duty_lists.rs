//! Whose duties the items of a list are: 「…の事務分掌は、次のとおりとする。」 with or without headings, 「…は、次に掲げる事務をつかさどる。」

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::kinds::NameClass;
use super::lists::{Joint, split_list};
use super::outline::{SentenceKind, Zone};
use super::patterns::captures;
use super::places::{Place, add_unestablished, read_places};
use super::register::{Owner, Proof, Register};
use super::resolve::UnitName;
use super::roles::subject_posts;
use super::supplementary::may_give_duties;
use super::units::{body_at, notice};
use crate::graph::{Basis, Relation, Rule, Status};

/// The largest number of posts to which one list of duties may belong. Above that the subject is a rank, not a post.
const MAX_POSTS: usize = 30;

/// Whose duties stand below a sentence, with the words that say so.
#[derive(Debug, Clone)]
pub(crate) struct DutyList {
    /// Whose they are; several where the sentence speaks of several units or of the same post in several.
    pub owners: Vec<Owner>,
    /// Range in the bare sentence of what all items are about: 「甲に関する」 of 「甲に関する次に掲げる事務」.
    pub matter: Option<Range<usize>>,
    /// The words.
    pub proof: Proof,
}

impl DutyList {
    /// The list of one owner.
    pub(super) fn of(owner: Owner, proof: Proof) -> Self {
        Self { owners: vec![owner], matter: None, proof }
    }
}

/// Owners of duty lists by the sentence that opens them: a bare line, or the sentence of a paragraph.
pub(crate) type DutyLists = BTreeMap<usize, DutyList>;

static DISTRIBUTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(.+?)(?:の)?(?:事務分掌|分掌事務|所掌事務|分担事務|事務の分掌|分掌する事務|所掌する事務|所管事務)は(?:、)?",
        r"(?:おおむね)?(?:次|別表)[^。]*(?:とおり|掲げる|定める)"
    ))
    .expect("valid pattern")
});
pub(super) static EACH: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(.*?)(?:の|に置く|に属する)?(?:各[^の、]*|[部課係室局]+)$").expect("valid pattern"));

/// Finds whose duties each list is, and what the headings say of where units belong.
pub(crate) fn place_headings(register: &mut Register<'_>) -> DutyLists {
    let mut lists = DutyLists::new();
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.kind != SentenceKind::Lead || !may_give_duties(register, index) {
            continue;
        }
        let normal = sentence.bare.normal();
        if let Some(found) = captures(&DISTRIBUTION, &["務は", "掌は"], normal) {
            let subject = found.get(1).expect("in every match").range();
            distribute(register, index, subject, &mut lists);
        } else if let Some(found) = charge_of(normal) {
            charge(register, index, found, &mut lists);
        }
    }
    lists
}

/// 「Xの事務分掌は、次のとおりとする。」 with items, or with headings over items.
fn distribute(register: &mut Register<'_>, index: usize, subject: Range<usize>, lists: &mut DutyLists) {
    let article = register.sentence(index).article;
    let Some(body) = body_at(register, article) else { return };
    let bare = &register.sentence(index).bare;
    let words = &bare.normal()[subject.clone()];
    let exact = named_unit(register, words, register.unit_of_heading(article).unwrap_or(body));
    // 「個人番号センターの各部」, 「事務局各部課」: the headings name units below that one.
    let around = exact.or_else(|| {
        let above = EACH.captures(words)?.get(1).expect("in every match").as_str();
        if above.is_empty() { Some(body) } else { named_unit(register, above, body) }
    });
    let chapeau = register.proof(index, bare, subject.start..register.sentence(index).words_end());
    if let Some(unit) = exact {
        lists.insert(index, DutyList::of(Owner::Unit(unit), chapeau.clone()));
    } else if let Some(units) = units_of_one_kind(register, index, words) {
        let owners = units.into_iter().map(Owner::Unit).collect();
        lists.insert(index, DutyList { owners, matter: None, proof: chapeau.clone() });
    }
    numbered_headings(register, index, around.unwrap_or(body), &chapeau, lists);
    for heading in register.outline.below(index, SentenceKind::Entry) {
        let text = &register.sentence(heading).bare;
        let name = text.normal().trim();
        let own = register.proof(heading, text, 0..name.len());
        let Some(unit) = heading_unit(register, heading, name, around.unwrap_or(body), &own) else { continue };
        let proof = own.and(&chapeau);
        // The headings confirm where the list of units placed it.
        if let Some(around) = around
            && register.units[unit].parent == Some(around)
            && exact.is_none()
        {
            let basis = Basis::Derived { rule: Rule::NestingByHeading };
            register.belongs_to(unit, around, basis, proof.clone());
        }
        register.units[unit].proof.sentences.insert(heading);
        lists.insert(heading, DutyList::of(Owner::Unit(unit), proof));
    }
}

/// 「⑴ 総務課」 with 「ア 文書に関すること。」 below it: the numbered names are headings. Only if every item is such a name.
fn numbered_headings(register: &mut Register<'_>, index: usize, around: usize, chapeau: &Proof, lists: &mut DutyLists) {
    let items = register.outline.below(index, SentenceKind::Item);
    let is_heading = |item: &usize| {
        let name = register.sentence(*item).bare.normal().trim();
        register.kinds.class_of(name) == Some(NameClass::Unit)
            && !register.outline.below(*item, SentenceKind::Item).is_empty()
    };
    if items.is_empty() || !items.iter().all(is_heading) {
        return;
    }
    for item in items {
        let text = &register.sentence(item).bare;
        let name = text.normal().trim();
        let own = register.proof(item, text, 0..name.len());
        if let Some(unit) = heading_unit(register, item, name, around, &own) {
            register.units[unit].proof.sentences.insert(item);
            lists.insert(item, DutyList::of(Owner::Unit(unit), own.and(chapeau)));
        }
    }
}

/// 「各支所の事務分掌は」 with nothing but items below, none of them the name of a unit: all units of the kind. A kind of one
/// letter (各課) stands for too many sorts of unit.
fn units_of_one_kind(register: &Register<'_>, index: usize, words: &str) -> Option<Vec<usize>> {
    let kind = words.trim_start_matches('各');
    let outline = register.outline;
    let below = |kind| outline.below(index, kind);
    let is_unit = |item: &usize| {
        let words = register.sentence(*item).bare.normal().trim_end_matches('。');
        matches!(register.kinds.class_of(words), Some(NameClass::Unit | NameClass::Council))
    };
    let items = below(SentenceKind::Item);
    let plain = below(SentenceKind::Entry).is_empty() && below(SentenceKind::Row).is_empty();
    if kind.chars().count() < 2 || !register.kinds.is_kind(kind) || !plain || items.is_empty() {
        return None;
    }
    let units = register.units_of_kind_near(kind, register.sentence(index).article);
    (!units.is_empty() && !items.iter().any(is_unit)).then_some(units)
}

/// The unit that a heading names, within the unit that the sentence above speaks of. A heading that nothing establishes is
/// entered as unknown.
pub(super) fn heading_unit(
    register: &mut Register<'_>,
    heading: usize,
    name: &str,
    around: usize,
    own: &Proof,
) -> Option<usize> {
    if !matches!(register.kinds.class_of(name), Some(NameClass::Unit | NameClass::Council)) {
        return None;
    }
    match register.resolve_unit(name, Some(around)) {
        UnitName::Units(units) if units.len() == 1 => {
            if !register.is_within(units[0], around) {
                notice(register, NoticeKind::NestingConflict, heading, own);
            }
            Some(units[0])
        }
        UnitName::Units(_) | UnitName::Ambiguous(_) => {
            notice(register, NoticeKind::AmbiguousUnit, heading, own);
            None
        }
        UnitName::Unknown => {
            let basis = Basis::Derived { rule: Rule::NestingByHeading };
            let unit = register.place_unit(name, around, Status::Unknown, basis, own.clone());
            notice(register, NoticeKind::UnknownUnit, heading, own);
            Some(unit)
        }
    }
}

/// The one unit that words name.
pub(super) fn named_unit(register: &Register<'_>, words: &str, body: usize) -> Option<usize> {
    match register.resolve_unit(words.trim_start_matches('各'), Some(body)) {
        UnitName::Units(units) if units.len() == 1 => Some(units[0]),
        _ => None,
    }
}

/// A sentence that gives somebody the duties listed below it.
struct Charge {
    /// Who: range of the words in front of は.
    subject: Range<usize>,
    /// What all items are about.
    matter: Option<Range<usize>>,
}

/// Reads 「Xは、[甲に関する]次に掲げる事務をつかさどる」. `None` where the items are something else: 「次に掲げる団体の監督に関する事務」.
fn charge_of(normal: &str) -> Option<Charge> {
    const MARKS: [&str; 6] = ["次に掲げる", "次に規定する", "次に定める", "左に掲げる", "次の", "左の"];
    const WORK: [&str; 5] = ["所掌事務", "事務", "業務", "事項", "もの"];
    const VERBS: [&str; 13] =
        ["つかさど", "掌る", "掌り", "分掌", "処理", "所掌", "掌理", "行う", "行な", "行い", "担当", "担任", "整理"];
    let topic = normal.find('は')?;
    let subject = normal[..topic].trim_end_matches("において").trim_end_matches("で");
    let predicate = topic + 'は'.len_utf8();
    // All of them begin with 次 or 左: the places are looked for once.
    let starts: Vec<usize> = normal[predicate..].match_indices(['次', '左']).map(|(at, _)| predicate + at).collect();
    let (mark, behind) =
        MARKS.iter().find_map(|mark| starts.iter().find_map(|at| Some((*at, normal[*at..].strip_prefix(mark)?))))?;
    let behind = WORK.iter().find_map(|work| behind.strip_prefix(work))?;
    let behind = behind.strip_prefix("に関する事務").unwrap_or(behind).strip_prefix('を')?;
    VERBS
        .iter()
        .any(|verb| behind.starts_with(verb))
        .then(|| Charge { subject: 0..subject.len(), matter: matter_of(normal, predicate..mark) })
}

/// What stands between 「は」 and 「次に掲げる」, without the circumstances in front: 「命を受けて、甲に関する」 is about 「甲に関する」.
fn matter_of(normal: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = &normal[range.clone()];
    let core = words.strip_suffix("のうち、").map_or(words, |front| &words[..front.len() + "のうち".len()]);
    if core.ends_with('、') {
        return None;
    }
    const CIRCUMSTANCES: [&str; 7] =
        ["受けて、", "受け、", "ほか、", "かかわらず、", "当分の間、", "応じて、", "基づき、"];
    let start = CIRCUMSTANCES.iter().filter_map(|end| core.rfind(end).map(|at| at + end.len())).max().unwrap_or(0);
    let start = start + core[start..].chars().take_while(|c| *c == '、').map(char::len_utf8).sum::<usize>();
    (start < core.len()).then(|| range.start + start..range.start + core.len())
}

/// Whether a sentence opens a list of duties in the way of [`charge_of`].
pub(crate) fn opens_list(normal: &str) -> bool {
    charge_of(normal).is_some()
}

/// 「X課は、次に掲げる事務をつかさどる。」 of one unit or several.
fn charge(register: &mut Register<'_>, index: usize, charge: Charge, lists: &mut DutyLists) {
    let Some(body) = body_at(register, register.sentence(index).article) else { return };
    let bare = &register.sentence(index).bare;
    let Some(places) = read_places(register, index, &charge.subject, body) else {
        register.unread.insert(index);
        return;
    };
    let proof = register.proof(index, bare, charge.subject.start..register.sentence(index).words_end());
    let unit_words = |place: &Place| place.found != UnitName::Unknown || is_unit_word(register, &place.name);
    if !places.iter().all(unit_words) {
        // A post, or something that is neither: see `charge_posts`.
        return;
    }
    if places.iter().any(|place| matches!(place.found, UnitName::Ambiguous(_))) {
        notice(register, NoticeKind::AmbiguousUnit, index, &proof);
        return;
    }
    // 「支所は、次に掲げる事務をつかさどる」 means every 支所 of the organ; where the text names none of them, a unit called 支所 would be
    // invented.
    if places.iter().any(|place| place.found == UnitName::Unknown && register.kinds.is_kind(&place.name)) {
        register.unread.insert(index);
        return;
    }
    let is_known = |place: &Place| matches!(place.found, UnitName::Units(_));
    if register.sentence(index).zone == Zone::Supplement && !places.iter().all(is_known) {
        // A supplement gives something to those that the main provisions establish.
        return;
    }
    let mut owners = Vec::new();
    for Place { name, of_class, found, .. } in places {
        match found {
            UnitName::Units(units) => owners.extend(units.into_iter().map(Owner::Unit)),
            _ => {
                // A unit that another instrument establishes, or none: named here only.
                let status = if of_class { Status::Elsewhere } else { Status::Unknown };
                let unit = add_unestablished(register, index, &name, body, status, proof.clone());
                if !of_class {
                    notice(register, NoticeKind::UnknownUnit, index, &proof);
                }
                owners.push(Owner::Unit(unit));
            }
        }
    }
    if !owners.is_empty() {
        lists.insert(index, DutyList { owners, matter: charge.matter, proof });
    }
}

/// Whether words look like the name of one unit.
fn is_unit_word(register: &Register<'_>, words: &str) -> bool {
    let single = split_list(words, |_| false).1 == Joint::Single;
    let unit = register.kinds.class_of(words) == Some(NameClass::Unit);
    single && unit && !words.contains(['を', '各', '他'])
}

/// 「首席検査官は、次に掲げる事務をつかさどる。」: the lists of posts. Runs after the posts are known. A post that nothing establishes is
/// entered as unknown.
pub(crate) fn charge_posts(register: &mut Register<'_>, lists: &mut DutyLists) {
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.kind != SentenceKind::Lead || lists.contains_key(&index) || !may_give_duties(register, index) {
            continue;
        }
        let Some(charge) = charge_of(sentence.bare.normal()) else { continue };
        let subject = &sentence.bare.normal()[charge.subject.clone()];
        let mut posts = subject_posts(register, index, subject);
        let unplaced = || register.unplaced.iter().any(|(_, title)| title == subject);
        // A supplement gives something to those that the main provisions place.
        if posts.is_empty() && sentence.zone == Zone::Main && is_title(register, subject) && !unplaced() {
            posts.extend(add_unknown_post(register, index, subject, &charge));
        }
        if (1..=MAX_POSTS).contains(&posts.len()) {
            let proof = register.proof(index, &sentence.bare, charge.subject.start..sentence.words_end());
            let owners = posts.into_iter().map(Owner::Post).collect();
            lists.insert(index, DutyList { owners, matter: charge.matter, proof });
        }
    }
}

/// Whether words look like one title.
fn is_title(register: &Register<'_>, words: &str) -> bool {
    register.kinds.class_of(words) == Some(NameClass::Post)
        && !words.contains(['の', 'を', '各', '他', '、'])
        && register.posts_called(words).is_empty()
        && register.split_titles(words).1 == Joint::Single
}

/// Enters a post that is given duties and that no sentence puts anywhere.
fn add_unknown_post(register: &mut Register<'_>, index: usize, title: &str, charge: &Charge) -> Option<usize> {
    let sentence = register.sentence(index);
    let body = body_at(register, sentence.article)?;
    let proof = register.proof(index, &sentence.bare, charge.subject.start..sentence.words_end());
    let (unit, rule) = register.place_of_list(sentence.article, body);
    let (post, _) = register.add_post(title, unit, sentence.article, proof.clone());
    register.posts[post].post.status = Status::Unknown;
    let (from, to) = (register.posts[post].id.clone(), register.units[unit].id.clone());
    register.add_edge(from, to, Relation::BelongsTo, Basis::Derived { rule }, proof.clone());
    notice(register, NoticeKind::UnknownPost, index, &proof);
    Some(post)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentence: &str) -> Option<(&str, &str)> {
        let charge = charge_of(sentence)?;
        Some((&sentence[charge.subject], charge.matter.map_or("", |matter| &sentence[matter])))
    }

    #[test]
    fn sentences_that_open_lists() {
        assert_eq!(read("総務課は、次に掲げる事務をつかさどる。"), Some(("総務課", "")));
        assert_eq!(read("総務課においては、次の事務を処理する。"), Some(("総務課", "")));
        assert_eq!(read("総務課は次に掲げる事項を分掌する。"), Some(("総務課", "")));
        assert_eq!(read("検査官は、命を受けて、次に掲げる事務を整理する。"), Some(("検査官", "")));
        assert_eq!(read("総務課は、甲に関する次に掲げる事務をつかさどる。"), Some(("総務課", "甲に関する")));
        assert_eq!(
            read("検査官は、命を受けて、甲部の所掌事務のうち、次に掲げるものを分掌する。"),
            Some(("検査官", "甲部の所掌事務のうち"))
        );
    }

    #[test]
    fn lists_of_something_else() {
        assert_eq!(read("検査課は、次に掲げる団体の検査に関する事務をつかさどる。"), None);
        assert_eq!(read("審議会は、次に掲げる事項を調査審議する。"), None);
        assert_eq!(read("届出には、次に掲げる事項を記載しなければならない。"), None);
    }
}

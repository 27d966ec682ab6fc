//! Duties: the items below 「…の事務分掌は、次のとおりとする。」 and 「…は、次に掲げる事務をつかさどる。」

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::belonging::is_residual;
use super::lists::Joint;
use super::outline::{SentenceKind, Zone};
use super::register::{DutyRecord, Owner, Proof, Register};
use super::resolve::UnitName;
use super::roles::subject_posts;
use super::tables;
use super::units::{body, main_sentences, notice};
use crate::graph::{Basis, DutyKind, NodeId, Relation, Rule, Status};
use crate::regulation::{Level, Pointer, Which, find_pointers};

/// Whose duties stand below a sentence, with the words that say so.
#[derive(Debug, Clone)]
pub(crate) struct DutyList {
    /// Whose they are.
    pub owner: Owner,
    /// The words.
    pub proof: Proof,
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
static CHARGED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(.+?)(?:において)?は、(?:[^。]*?、)?(?:次に掲げる|次の)(?:事務|業務)(?:を|に関する事務を)(?:つかさど|分掌|処理|所掌|掌理|行|担当|担任)").expect("valid pattern")
});
static IN_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([^、。は]+?)(?:において)?は、?(.+)を(?:つかさどる|分掌する|所掌する)。$").expect("valid pattern")
});
pub(super) static EACH: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(.*?)(?:の|に置く|に属する)?(?:各[^の、]*|[部課係室局]+)$").expect("valid pattern"));

/// Finds whose duties each list is, and what the headings say of where units belong.
pub(crate) fn place_headings(register: &mut Register<'_>) -> DutyLists {
    let mut lists = DutyLists::new();
    for index in main_sentences(register) {
        let sentence = register.sentence(index);
        if sentence.kind != SentenceKind::Lead {
            continue;
        }
        if let Some(found) = DISTRIBUTION.captures(sentence.bare.normal()) {
            let subject = found.get(1).expect("in every match").range();
            distribute(register, index, subject, &mut lists);
        } else if let Some(found) = CHARGED.captures(sentence.bare.normal()) {
            let subject = found.get(1).expect("in every match").range();
            charge(register, index, subject, &mut lists);
        }
    }
    lists
}

/// 「Xの事務分掌は、次のとおりとする。」 with items, or with headings over items.
fn distribute(register: &mut Register<'_>, index: usize, subject: Range<usize>, lists: &mut DutyLists) {
    let Some(body) = body(register) else { return };
    let bare = &register.sentence(index).bare;
    let words = &bare.normal()[subject.clone()];
    let exact = named_unit(register, words, body);
    // 「個人番号センターの各部」, 「事務局各部課」: the headings name units below that one.
    let around = exact.or_else(|| {
        let above = EACH.captures(words)?.get(1).expect("in every match").as_str();
        if above.is_empty() { Some(body) } else { named_unit(register, above, body) }
    });
    let chapeau = register.proof(index, bare, subject.start..register.sentence(index).words_end());
    if let Some(unit) = exact {
        lists.insert(index, DutyList { owner: Owner::Unit(unit), proof: chapeau.clone() });
    }
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
        lists.insert(heading, DutyList { owner: Owner::Unit(unit), proof });
    }
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
    if !matches!(register.kinds.class_of(name), Some(super::kinds::NameClass::Unit | super::kinds::NameClass::Council))
    {
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

/// 「X課は、次に掲げる事務をつかさどる。」 of one unit or one post.
fn charge(register: &mut Register<'_>, index: usize, subject: Range<usize>, lists: &mut DutyLists) {
    let Some(body) = body(register) else { return };
    let bare = &register.sentence(index).bare;
    let words = &bare.normal()[subject.clone()];
    let proof = register.proof(index, bare, subject.start..register.sentence(index).words_end());
    match register.resolve_unit_in_text(words, body, register.sentence(index).article) {
        UnitName::Units(units) if units.len() == 1 => {
            lists.insert(index, DutyList { owner: Owner::Unit(units[0]), proof });
        }
        UnitName::Ambiguous(_) => notice(register, NoticeKind::AmbiguousUnit, index, &proof),
        UnitName::Unknown if is_unit_word(register, words) => {
            // A unit that another instrument establishes, or none: named here only.
            let basis = Basis::Derived { rule: Rule::UnitUnsaid };
            let unit = register.place_unit(words, body, Status::Unknown, basis, proof.clone());
            notice(register, NoticeKind::UnknownUnit, index, &proof);
            lists.insert(index, DutyList { owner: Owner::Unit(unit), proof });
        }
        _ => {}
    }
}

/// Whether words look like the name of one unit.
fn is_unit_word(register: &Register<'_>, words: &str) -> bool {
    let single = super::lists::split_list(words, |_| false).1 == Joint::Single;
    let unit = register.kinds.class_of(words) == Some(super::kinds::NameClass::Unit);
    single && unit && !words.contains(['の', 'を', '各', '他'])
}

/// Enters the duties of all lists. Runs after the posts are known, since a list may belong to a post.
pub(crate) fn compile(register: &mut Register<'_>, lists: &mut DutyLists) {
    for index in main_sentences(register) {
        let sentence = register.sentence(index);
        if sentence.kind != SentenceKind::Lead || lists.contains_key(&index) {
            continue;
        }
        let Some(found) = CHARGED.captures(sentence.bare.normal()) else { continue };
        let subject = found.get(1).expect("in every match").range();
        let posts = subject_posts(register, index, &sentence.bare.normal()[subject.clone()]);
        if let [post] = posts[..] {
            let proof = register.proof(index, &sentence.bare, subject.start..sentence.words_end());
            lists.insert(index, DutyList { owner: Owner::Post(post), proof });
        }
    }
    tables::enter_duties(register, lists);
    let mut in_list: HashMap<usize, Vec<usize>> = HashMap::new();
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.kind == SentenceKind::Lead && sentence.zone == Zone::Main && !lists.contains_key(&index) {
            in_words(register, index);
            continue;
        }
        let Some(item) = &sentence.item else { continue };
        if sentence.zone != Zone::Main || item.depth != 0 || !item.first {
            continue;
        }
        let opener = sentence.heading.or(sentence.chapeau);
        let Some((opener, list)) = opener.and_then(|opener| Some((opener, lists.get(&opener)?.clone()))) else {
            continue;
        };
        let duty = enter(register, index, &list);
        let before = in_list.entry(opener).or_default().clone();
        if register.duties[duty].kind == DutyKind::Ancillary {
            ancillary(register, duty, &before);
        }
        in_list.entry(opener).or_default().push(duty);
    }
}

/// 「X課は、甲に関する事務をつかさどる。」: a duty in a sentence of its own. Those of posts are their roles.
fn in_words(register: &mut Register<'_>, index: usize) {
    let Some(body) = body(register) else { return };
    let sentence = register.sentence(index);
    let bare = &sentence.bare;
    let Some(found) = IN_WORDS.captures(bare.normal()) else { return };
    let (subject, matter) = (found.get(1).expect("in every match"), found.get(2).expect("in every match"));
    // 「次の表の下欄に掲げる事務」: the duties stand elsewhere.
    if ["次に掲げる", "表に掲げる", "欄に掲げる"].iter().any(|mark| matter.as_str().contains(mark)) {
        return;
    }
    let found = register.resolve_unit_in_text(subject.as_str(), body, sentence.article);
    let UnitName::Units(units) = found else { return };
    let [unit] = units[..] else { return };
    let owner = Owner::Unit(unit);
    let id = NodeId::from(format!("{}({})", register.owner_id(owner), register.outline.clause_of(index).id));
    if register.has_duty(&id) {
        return;
    }
    let end = matter.end();
    let text = without_line_breaks(register.outline.document.quote(bare.source_range(matter.start()..end)));
    let proof = register.proof(index, bare, 0..register.sentence(index).words_end());
    let kind = kind_of(matter.as_str());
    register.add_duty(DutyRecord { id, kind, text, owner, sentence: index, words: None, proof: proof.clone() }, proof);
}

/// Enters one duty with everything nested in its item.
fn enter(register: &mut Register<'_>, index: usize, list: &DutyList) -> usize {
    let sentence = register.sentence(index);
    let id = duty_id(register, index, list.owner);
    let own: Vec<usize> = (index..register.outline.sentences.len())
        .take_while(|other| *other == index || belongs_to_item(register, *other, index))
        .collect();
    let end = own.iter().rfind(|other| register.sentence(**other).clause == sentence.clause).unwrap_or(&index);
    let span = sentence.text.span().start..register.sentence(*end).text.span().end;
    let text = without_line_breaks(register.outline.document.quote(span));
    let mut proof = register.whole_proof(index);
    for other in own.iter().filter(|other| **other != index) {
        proof.add(&register.whole_proof(*other));
    }
    let belongs = proof.clone().and(&list.proof);
    let kind = kind_of(sentence.bare.normal());
    let duty = DutyRecord { id, kind, text, owner: list.owner, sentence: index, words: None, proof };
    register.add_duty(duty, belongs)
}

/// Whether a sentence belongs to the item that starts with another one: a further sentence of it, or nested below it.
fn belongs_to_item(register: &Register<'_>, index: usize, item: usize) -> bool {
    let sentence = register.sentence(index);
    let Some(place) = &sentence.item else { return false };
    sentence.article == register.sentence(item).article && (place.depth > 0 || !place.first)
}

/// The id of a duty: its owner and item number; the citation where that number was used already.
fn duty_id(register: &Register<'_>, index: usize, owner: Owner) -> NodeId {
    let owner = register.owner_id(owner);
    let number = &register.sentence(index).item.as_ref().expect("duties are items").number;
    let short = NodeId::from(format!("{owner}({number})"));
    if register.has_duty(&short) {
        return NodeId::from(format!("{owner}〔{}〕", register.outline.clause_of(index).id));
    }
    short
}

/// What sort of duty an item is, by its words without brackets.
pub(super) fn kind_of(bare: &str) -> DutyKind {
    let supplements = || {
        let of_items = find_pointers(bare).into_iter().filter(is_of_items_before);
        of_items
            .map(|pointer| &bare[pointer.range.end..])
            .any(|behind| ATTENDING.iter().any(|word| behind.contains(word)))
    };
    if is_residual(bare) {
        DutyKind::Residual
    } else if supplements() {
        DutyKind::Ancillary
    } else {
        DutyKind::Substantive
    }
}

/// Words for what goes with other work.
const ATTENDING: [&str; 4] = ["附帯", "付帯", "附随", "付随"];

/// Whether a pointer names items before: 前号, 前三号, 前各号.
fn is_of_items_before(pointer: &Pointer) -> bool {
    pointer.level == Level::Item && matches!(pointer.which, Which::Preceding(_) | Which::AllPreceding)
}

/// 「前各号」 means all items before, 「前号」 the one before, 「前三号」 the three before.
pub(super) fn ancillary(register: &mut Register<'_>, duty: usize, before: &[usize]) {
    let index = register.duties[duty].sentence;
    let bare = register.bare_words_of(&register.duties[duty]);
    let Some(pointer) = find_pointers(bare.normal()).into_iter().find(is_of_items_before) else { return };
    let count = match pointer.which {
        Which::Preceding(count) => count as usize,
        _ => before.len(),
    };
    let proof = register.proof(index, &bare, 0..bare.normal().trim_end_matches('。').len());
    for target in before.iter().rev().take(count).rev() {
        let (from, to) = (register.duties[duty].id.clone(), register.duties[*target].id.clone());
        register.add_edge(from, to, Relation::AncillaryTo, Basis::Stated, proof.clone());
    }
}

/// Verbatim words with the line breaks of the page taken out, and the white space around them.
pub(super) fn without_line_breaks(words: &str) -> String {
    words.split(['\n', '\r']).map(str::trim).collect()
}

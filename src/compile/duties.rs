//! Duties: the items of duty lists, and 「X課は、甲に関する事務をつかさどる。」

use std::collections::HashMap;
use std::ops::Range;

use super::belonging::is_residual;
use super::duty_lists::{DutyList, DutyLists, charge_posts, opens_list};
use super::outline::{SentenceKind, Zone};
use super::places::read_places;
use super::register::{DutyRecord, Owner, Register};
use super::resolve::UnitName;
use super::supplementary::may_give_duties;
use super::tables;
use super::units::body_at;
use crate::graph::{Basis, DutyKind, NodeId, Relation};
use crate::regulation::{Level, Pointer, Text, Which, find_pointers};

/// Enters the duties of all lists. Runs after the posts are known, since a list may belong to a post.
pub(crate) fn compile(register: &mut Register<'_>, lists: &mut DutyLists) {
    charge_posts(register, lists);
    tables::enter_duties(register, lists);
    let mut in_list: HashMap<(usize, Owner), Vec<usize>> = HashMap::new();
    for index in 0..register.outline.sentences.len() {
        let sentence = register.sentence(index);
        if sentence.kind == SentenceKind::Lead && may_give_duties(register, index) && !lists.contains_key(&index) {
            in_words(register, index);
            continue;
        }
        let Some(item) = &sentence.item else { continue };
        // A numbered heading (⑴ 総務課) is no duty; the items one level below it are.
        let headed = |above: usize| register.sentence(above).item.is_some() && lists.contains_key(&above);
        let depth = usize::from(sentence.chapeau.is_some_and(headed));
        let is_duty = item.depth == depth && item.first && !lists.contains_key(&index);
        if !may_give_duties(register, index) || !is_duty || is_deleted(sentence.bare.normal()) {
            continue;
        }
        let opener = if depth == 0 { sentence.heading.or(sentence.chapeau) } else { sentence.chapeau };
        let Some((opener, list)) = opener.and_then(|opener| Some((opener, lists.get(&opener)?.clone()))) else {
            continue;
        };
        for owner in &list.owners {
            let duty = enter(register, index, *owner, opener, &list);
            let list = in_list.entry((opener, *owner)).or_default();
            if register.duties[duty].kind == DutyKind::Ancillary {
                ancillary(register, duty, list);
            }
            list.push(duty);
        }
    }
}

/// 「X課は、甲に関する事務をつかさどる。」: a duty in a sentence of its own, with the things listed below it (次に掲げる団体). Those of
/// posts are their roles.
fn in_words(register: &mut Register<'_>, index: usize) {
    let sentence = register.sentence(index);
    let Some(body) = body_at(register, sentence.article) else { return };
    let bare = &sentence.bare;
    let normal = bare.normal();
    // 「…において次に掲げる事務をつかさどる」 of nobody known.
    if opens_list(normal) {
        return;
    }
    let Some((subject, matter)) = said_in_words(normal).or_else(|| handled_by(normal)) else { return };
    // 「次の表の下欄に掲げる事務」: the duties stand elsewhere.
    let words = &normal[matter.clone()];
    let elsewhere = ["掲げる事務", "掲げる業務", "掲げる事項"].iter().any(|end| words.ends_with(end));
    if elsewhere && tables::names_a_column(words) {
        return;
    }
    let places = read_places(register, index, &subject, body).unwrap_or_default();
    let units = places.into_iter().map(|place| match place.found {
        UnitName::Units(units) => units,
        UnitName::Ambiguous(_) | UnitName::Unknown => Vec::new(),
    });
    let units: Vec<Vec<usize>> = units.collect();
    if units.is_empty() || units.iter().any(Vec::is_empty) {
        return;
    }
    if has_other_subject(register, &normal[matter.clone()]) {
        // 「庶務課は甲の事務を、会計課は乙の事務をつかさどる」: which words are whose is not read.
        register.unread.insert(index);
        return;
    }
    // A bracket right in front of the verb is a part of the duty.
    let verb = bare.source_range(matter.end..normal.len()).start;
    let mut text = without_line_breaks(register.outline.document.quote(bare.source_range(matter.clone()).start..verb));
    let mut proof = register.proof(index, bare, 0..sentence.words_end());
    let listed = ["次に掲げる", "次の"].iter().any(|mark| normal[matter.clone()].contains(mark));
    for thing in register.outline.below(index, SentenceKind::Entry).into_iter().filter(|_| listed) {
        let words = register.outline.document.quote(register.sentence(thing).text.span());
        text.push('　');
        text.push_str(&without_line_breaks(words));
        proof.add(&register.whole_proof(thing));
    }
    for item in register.outline.below(index, SentenceKind::Item).into_iter().filter(|_| listed) {
        for part in sentences_of_item(register, item) {
            text.push_str(&nested_words(register, part));
            proof.add(&register.whole_proof(part));
        }
    }
    let kind = kind_of(&normal[matter]);
    for owner in units.into_iter().flatten().map(Owner::Unit) {
        let id = NodeId::from(format!("{}({})", register.owner_id(owner), register.outline.clause_of(index).id));
        if !register.has_duty(&id) {
            let duty =
                DutyRecord { id, kind, text: text.clone(), owner, sentence: index, words: None, proof: proof.clone() };
            register.add_duty(duty, proof.clone());
        }
    }
}

/// The subject and the matter of 「X課は、甲に関する事務をつかさどる。」 as ranges of the bare sentence.
fn said_in_words(normal: &str) -> Option<(Range<usize>, Range<usize>)> {
    let words = ["をつかさどる。", "を分掌する。", "を所掌する。", "を掌る。"]
        .iter()
        .find_map(|verb| normal.strip_suffix(verb))?;
    let topic = words.find('は')?;
    let subject = words[..topic].trim_end_matches("において");
    let behind = &words[topic + 'は'.len_utf8()..];
    let start = words.len() - behind.trim_start_matches('、').len();
    (!subject.is_empty() && start < words.len() && !words.contains('。'))
        .then_some((0..subject.len(), start..words.len()))
}

/// The owner and the matter of 「政策会議の庶務は、総務課において処理する。」 as ranges of the bare sentence.
fn handled_by(normal: &str) -> Option<(Range<usize>, Range<usize>)> {
    let words = normal.strip_suffix("処理する。").or_else(|| normal.strip_suffix("行う。"))?;
    let words = ["において", "が", "で"].iter().find_map(|particle| words.strip_suffix(particle))?;
    let topic = words.find('は')?;
    let matter = &words[..topic];
    let owner = words[topic + 'は'.len_utf8()..].trim_start_matches('、');
    let is_work = ["の庶務", "に関する庶務", "の事務", "に関する事務"].iter().any(|work| matter.ends_with(work));
    // 「…は、部長の命を受け、総務課において」 says more than this.
    let plain = !owner.is_empty() && !owner.contains(['、', 'を', 'は']) && !words.contains('。');
    (is_work && plain).then(|| (words.len() - owner.len()..words.len(), 0..matter.len()))
}

/// Whether the words of a duty go on to another owner: 「甲に関する事務を、会計課は乙に関する事務」.
fn has_other_subject(register: &Register<'_>, matter: &str) -> bool {
    matter.match_indices('は').any(|(at, _)| {
        let before = &matter[..at];
        let name = before.rfind(['、', 'を']).map_or(before, |comma| &before[comma + '、'.len_utf8()..]);
        !register.units_named(name).is_empty() || register.kinds.class_of(name) == Some(super::kinds::NameClass::Unit)
    })
}

/// The sentences of an item, those nested below it included.
fn sentences_of_item(register: &Register<'_>, item: usize) -> Vec<usize> {
    (item..register.outline.sentences.len())
        .take_while(|other| *other == item || belongs_to_item(register, *other, item))
        .collect()
}

/// The words of a nested item with its number, as they follow the words that it belongs to; of the things that an item lists
/// line by line each apart from the one before.
fn nested_words(register: &Register<'_>, index: usize) -> String {
    let sentence = register.sentence(index);
    let quote = |text: &Text| without_line_breaks(register.outline.document.quote(text.span()));
    match &sentence.item {
        Some(place) if place.first => format!("　{}　{}", place.number, quote(&sentence.text)),
        _ => {
            let mut words = String::new();
            let mut start = 0;
            for part in sentence.text.normal().split(' ') {
                words.push_str(if part.is_empty() { "" } else { "　" });
                words.push_str(&quote(&sentence.text.slice(start..start + part.len())));
                start += part.len() + 1;
            }
            words
        }
    }
}

/// Enters one duty with everything nested in its item.
fn enter(register: &mut Register<'_>, index: usize, owner: Owner, opener: usize, list: &DutyList) -> usize {
    let sentence = register.sentence(index);
    let id = duty_id(register, index, owner);
    let mut text = without_line_breaks(register.outline.document.quote(sentence.text.span()));
    let mut proof = register.whole_proof(index);
    for other in sentences_of_item(register, index).into_iter().skip(1) {
        text.push_str(&nested_words(register, other));
        proof.add(&register.whole_proof(other));
    }
    if let Some(matter) = &list.matter {
        // The item alone does not say what it is about.
        let words = register.outline.document.quote(register.sentence(opener).bare.source_range(matter.clone()));
        text = format!("{}　{text}", without_line_breaks(words));
    }
    let belongs = proof.clone().and(&list.proof);
    let kind = kind_of(sentence.bare.normal());
    register.add_duty(DutyRecord { id, kind, text, owner, sentence: index, words: None, proof }, belongs)
}

/// Whether a sentence belongs to the item that starts with another one: a further sentence of it, or nested below it.
fn belongs_to_item(register: &Register<'_>, index: usize, item: usize) -> bool {
    let sentence = register.sentence(index);
    let Some(place) = &sentence.item else { return false };
    let depth = register.sentence(item).item.as_ref().map_or(0, |place| place.depth);
    let further = place.depth == depth && !place.first;
    sentence.article == register.sentence(item).article && (place.depth > depth || further)
}

/// The id of a duty: its owner and item number; the citation where that number was used already.
fn duty_id(register: &Register<'_>, index: usize, owner: Owner) -> NodeId {
    let owner = register.owner_id(owner);
    let number = &register.sentence(index).item.as_ref().expect("duties are items").number;
    let short = NodeId::from(format!("{owner}({number})"));
    // In a supplement the number alone would read as one of the main provisions.
    if register.has_duty(&short) || register.sentence(index).zone == Zone::Supplement {
        return NodeId::from(format!("{owner}〔{}〕", register.outline.clause_of(index).id));
    }
    short
}

/// Whether only 「削除」 is left of an item.
fn is_deleted(bare: &str) -> bool {
    bare.trim().trim_end_matches('。') == "削除"
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

//! Units: the body itself, and everything that is put somewhere by 置く.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::establish::{Establishing, ObjectKind};
use super::headings::{self, Established};
use super::lists::split_list;
use super::outline::{SentenceKind, Zone};
use super::paths::above_and_own;
use super::places::resolve_place;
use super::register::{Proof, Register};
use super::supplement::Supplement;
use super::tables;
use super::terms::{self, Definition};
use super::unit_lists::put_list;
use super::{Notice, NoticeKind, coverage::NoContent};
use crate::graph::{Basis, Status};
use crate::regulation::DivisionKind;

/// Enters the body and the units that the main provisions establish.
pub(crate) fn compile(
    register: &mut Register<'_>,
    establishing: &[(usize, Vec<Establishing>)],
    definitions: &[Definition],
    supplement: &Supplement,
) {
    let Some(body) = add_body(register, definitions, establishing) else { return };
    let stating = register.tables.governing();
    let indices: BTreeSet<usize> = establishing.iter().map(|(index, _)| *index).chain(stating).collect();
    let established = Established::new(register.outline, establishing);
    let mut headed = 0;
    let mut enter_headings = |register: &mut Register<'_>, until: usize| {
        for article in headed..until {
            let body = body_at(register, article).unwrap_or(body);
            headings::enter(register, article, body, &established);
        }
        headed = until;
    };
    for index in indices {
        enter_headings(register, register.sentence(index).article + 1);
        let body = body_at(register, register.sentence(index).article).unwrap_or(body);
        let parts = establishing.binary_search_by_key(&index, |(index, _)| *index);
        for part in parts.map_or(&[][..], |at| &establishing[at].1) {
            establish_units(register, index, part, body);
        }
        tables::place_units(register, index, body);
        // A short name is known to the sentences that follow its definition, in the sentence or in the list below it.
        let sentences = &register.outline.sentences;
        let listed = sentences[index + 1..].iter().take_while(|below| below.kind != SentenceKind::Lead).count();
        let here = index..=index + listed;
        let defined_here = definitions.iter().filter(|definition| here.contains(&definition.sentence));
        terms::name_units(register, defined_here);
    }
    enter_headings(register, register.outline.articles.len());
    for alias in &supplement.aliases {
        if let [unit] = register.units_named(&alias.name) {
            let unit = *unit;
            register.add_alias(unit, &alias.alias);
        }
    }
}

/// The title without the words for the kind of instrument: what the regulation organises.
pub(crate) fn body_in_title(title: &str) -> Option<&str> {
    static INSTRUMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"^(.+?)(?:の各[部課室])?(?:の)?(?:内部部局|内部|行政|事務)?(?:組織|事務分掌|分掌|事務分課|分課|処務|職制|部課設置|部設置|課設置|部等設置|課等設置|部室設置)",
            r"(?:及び[^、]+|等)?(?:に関する)?(?:基本)?(?:規程|規則|令|条例|訓令|要綱|規定|細則|規準|要領)$"
        ))
        .expect("valid pattern")
    });
    INSTRUMENT.captures(title).map(|found| found.get(1).expect("group 1 takes part in every match").as_str())
}

/// Enters the body: what the title names, else the first place that is itself put nowhere. Its id is its defined short name.
fn add_body(
    register: &mut Register<'_>,
    definitions: &[Definition],
    sentences: &[(usize, Vec<Establishing>)],
) -> Option<usize> {
    let outline = register.outline;
    let titled = body_in_title(&outline.document.title);
    let first_place = sentences.iter().find_map(|(index, parts)| {
        let place = parts.iter().find_map(|part| part.place.clone())?;
        Some((*index, place))
    });
    let place_name =
        first_place.as_ref().map(|(index, place)| register.sentence(*index).bare.normal()[place.clone()].to_owned());
    // 「教育委員会に事務局を置く」 in 甲市教育委員会事務局組織規則: what it organises is 甲市教育委員会.
    let above_secretariat = |titled: &str| {
        let front = titled.strip_suffix("事務局")?;
        let place = place_name.as_deref().filter(|place| place.ends_with('会') && front.ends_with(place))?;
        (!place.is_empty()).then(|| front.to_owned())
    };
    // 甲町役場組織規則 organises 甲町.
    let office = |titled: &&str| {
        let rest = place_name.as_ref().and_then(|place| titled.strip_prefix(place.as_str()));
        rest.is_some_and(|rest| ["役場", "役所", "本庁", "庁舎", "行政"].contains(&rest))
    };
    let titled = titled.filter(|titled| !office(titled));
    let full = titled.map(|titled| above_secretariat(titled).unwrap_or_else(|| titled.to_owned())).or_else(|| {
        // The short name of the first place, spelled out by its definition.
        let definition = definitions.iter().find(|definition| Some(&definition.term) == place_name.as_ref())?;
        Some(last_noun(definition.meaning.normal()).to_owned())
    });
    let name = full.or_else(|| place_name.clone())?;
    let definition =
        definitions.iter().find(|definition| !definition.whole && definition.meaning.normal().ends_with(&name));
    let proof = match definition {
        Some(definition) => {
            let text = &register.sentence(definition.sentence).text;
            register.proof(definition.sentence, text, definition.range.clone())
        }
        None => match named_somewhere(register, &name).or(first_place) {
            Some((index, range)) => register.proof(index, &register.sentence(index).bare, range),
            None => return None,
        },
    };
    let id = definition.map_or(name.as_str(), |definition| definition.term.as_str());
    let body = register.add_unit(id, None, Status::Established, proof);
    register.units[body].unit.name.clone_from(&name);
    if id != name {
        register.units[body].unit.aliases.push(id.to_owned());
        let kind = register.kinds.kind_of(&name).unwrap_or_default().to_owned();
        register.units[body].unit.kind = kind;
        register.name_body(body, &name);
    }
    register.units[body].unit.council = false;
    Some(body)
}

/// The first sentence whose bare words hold a name, and where.
fn named_somewhere(register: &Register<'_>, name: &str) -> Option<(usize, Range<usize>)> {
    register.outline.sentences.iter().enumerate().find_map(|(index, sentence)| {
        let at = sentence.bare.normal().find(name)?;
        Some((index, at..at + name.len()))
    })
}

/// The noun that ends a text: what stands behind the last particle or comma.
fn last_noun(text: &str) -> &str {
    let cut =
        text.rfind(['、', 'は', 'を', 'が']).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    text[cut..].trim()
}

/// Enters the units that one verb puts somewhere.
fn establish_units(register: &mut Register<'_>, index: usize, part: &Establishing, body: usize) {
    let sentence = register.sentence(index);
    let bare = &sentence.bare;
    let holds_units = part.objects.iter().any(|object| match &object.kind {
        ObjectKind::Unit | ObjectKind::UnitOfKind(_) => true,
        ObjectKind::List { posts, .. } => !posts,
        _ => false,
    });
    if part.objects.iter().any(|object| object.kind == ObjectKind::UnnamedUnits) {
        register.excused.insert(index, NoContent::OpenEstablishment);
    }
    if !holds_units {
        return;
    }
    let unsaid = || {
        let (place, rule) = register.place_of_list(sentence.article, body);
        (place, Basis::Derived { rule })
    };
    let places: Vec<(usize, Basis)> = match &part.place {
        // 「次の表の左欄に掲げる部に、同表の右欄に掲げる課を置く」: the rows say where.
        Some(place)
            if tables::names_a_column(&bare.normal()[place.clone()])
                && part.objects.iter().all(|object| matches!(object.kind, ObjectKind::List { .. })) =>
        {
            vec![(body, Basis::Stated)]
        }
        Some(place) => {
            resolve_place(register, index, place, body).into_iter().map(|unit| (unit, Basis::Stated)).collect()
        }
        None => vec![unsaid()],
    };
    if part.excepting || distributes(bare.normal(), part, places.len()) {
        register.unread.insert(index);
        return;
    }
    let directly_under = directly_under(&bare.normal()[part.range.clone()]);
    for (place, basis) in places {
        for object in &part.objects {
            match &object.kind {
                ObjectKind::Unit | ObjectKind::UnitOfKind(_) => {
                    let name = object.name(bare.normal());
                    let name = name.as_ref();
                    // 「所要の地に、甲研究所の支所を置く」
                    let proof = register.proof(index, bare, part.range.clone());
                    let (place, name, basis) = match part.place {
                        None => above_and_own(register, name, (body, sentence.article), &proof),
                        Some(_) => (place, name, basis),
                    };
                    let unit = register.place_unit(name, place, Status::Established, basis, proof);
                    register.units[unit].unit.optional = part.optional;
                    register.units[unit].unit.directly_under.clone_from(&directly_under);
                }
                ObjectKind::List { count, top_kinds, posts: false } => {
                    let proof = register.proof(index, bare, part.range.clone());
                    put_list(register, index, (place, basis), (*count, top_kinds), &proof);
                }
                _ => {}
            }
        }
    }
}

/// 「A部及びB部にそれぞれC課及びD課を置く」: one each, not all in both. Which goes where is left to the reader. Posts with their numbers,
/// 「A部及びB部にそれぞれ参事二人及び主幹一人を置く」, are so many in each.
pub(crate) fn distributes(words: &str, part: &Establishing, places: usize) -> bool {
    let each = words[part.range.clone()].contains("それぞれ");
    let two = part.place.as_ref().is_some_and(|place| split_list(&words[place.clone()], |_| false).0.len() > 1);
    let counted = part.objects.iter().all(|object| object.kind == ObjectKind::Post && object.seats.is_some());
    each && two && places > 1 && part.objects.len() > 1 && !counted
}

/// 「理事長直轄の組織として」: the title that the units are placed directly under.
fn directly_under(words: &str) -> Option<String> {
    static DIRECT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"([^、にはをの]+?)(?:の)?直轄の").expect("valid pattern"));
    DIRECT.captures(words).map(|found| found[1].to_owned())
}

/// Notes what could not be read for certain, with the words of a proof.
pub(crate) fn notice(register: &mut Register<'_>, kind: NoticeKind, sentence: usize, proof: &Proof) {
    let evidence = proof.provenance.first().clone();
    let line = register.outline.document.line_of(register.sentence(sentence).text.span().start);
    register.notices.push(Notice { kind, clause: evidence.clause, line, words: evidence.words.to_string() });
}

/// What an article organises: the unit that its instrument's title names, else the body.
pub(crate) fn body_at(register: &Register<'_>, article: usize) -> Option<usize> {
    let outline = register.outline;
    let instrument = outline.divisions_around(article).find_map(|division| {
        let division = &outline.document.divisions[division];
        (division.kind == DivisionKind::Instrument).then_some(division.title.as_str())
    });
    match instrument.map(|title| register.units_named(title)) {
        Some([unit]) => Some(*unit),
        _ => body(register),
    }
}

/// The body of a register: its first unit.
pub(crate) fn body(register: &Register<'_>) -> Option<usize> {
    (!register.units.is_empty()).then_some(0)
}

/// Sentences of the main provisions with their indices.
pub(crate) fn main_sentences(register: &Register<'_>) -> Vec<usize> {
    (0..register.outline.sentences.len()).filter(|index| register.sentence(*index).zone == Zone::Main).collect()
}

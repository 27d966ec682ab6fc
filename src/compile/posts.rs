//! Posts: 「Xに部長を置く」, kind-level rules (部に部長を置く) instantiated over the units, officers created elsewhere.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::establish::{Establishing, ObjectKind, without_seats};
use super::lists::Joint;
use super::outline::SentenceKind;
use super::places::{has_exception, resolve_place};
use super::register::{Proof, Register};
use super::supplement::Supplement;
use super::tables;
use super::units::{body, body_at, distributes, main_sentences, notice};
use crate::graph::{Basis, Establishment, NodeId, Relation, Rule, Status};
use crate::regulation::{Text, find_brackets, parse_number};

/// Enters the posts that the main provisions establish.
pub(crate) fn compile(register: &mut Register<'_>, establishing: &[(usize, Vec<Establishing>)]) {
    let Some(body) = body(register) else { return };
    // 「総務課に課長を置く。主幹を置くことができる。」: the one place that the sentence before in the same paragraph names.
    let mut before: Option<(usize, Range<usize>)> = None;
    for (index, parts) in establishing {
        let clause = register.sentence(*index).clause;
        before = before.filter(|(sentence, _)| register.sentence(*sentence).clause == clause);
        let body = body_at(register, register.sentence(*index).article).unwrap_or(body);
        for part in parts {
            establish_posts(register, *index, part, before.as_ref(), body);
        }
        let mut places = parts.iter().filter_map(|part| part.place.clone());
        if let Some(place) = places.next() {
            before = places.next().is_none().then_some((*index, place));
        }
    }
    tables::state_posts(register, body);
}

/// 「審議官の定数は、併任の者を除き、五人とする。」: the number of seats.
pub(crate) fn add_seats(register: &mut Register<'_>) {
    static SEATS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"([^、。はと]+)の(?:定数|数)は、?(?:併任の者を除き、?)?([0-9〇一二三四五六七八九十百]+)人(?:以内)?(?:とする|と、)").expect("valid pattern")
    });
    for index in main_sentences(register) {
        let bare = &register.sentence(index).bare;
        // A pattern costs most at its first use; many regulations never need this one.
        if !bare.normal().contains("数は") {
            continue;
        }
        for found in SEATS.captures_iter(bare.normal()) {
            let title = found.get(1).expect("in every match");
            let posts = super::roles::subject_posts(register, index, title.as_str());
            let proof = register.proof(index, bare, found.get(0).expect("group 0 is the match").range());
            for post in posts {
                let record = &mut register.posts[post];
                record.post.seats = record.post.seats.or(parse_number(&found[2]));
                record.proof.add(&proof);
            }
        }
    }
}

/// 「検査官のうちから長官が指名する者を首席検査官とする。」: a post held by one of the holders of another, in the same unit. The same
/// in brackets behind what is put somewhere: 「検査官六人（うち一人を首席検査官とする。）を置く」.
pub(crate) fn add_designated(register: &mut Register<'_>) {
    for index in main_sentences(register) {
        let sentence = register.sentence(index);
        let text = &sentence.text;
        let normal = text.normal();
        if !normal.contains("うち") || !normal.contains("とする") {
            continue;
        }
        if let Some((among, title, seats)) = designation(sentence.bare.normal()) {
            let among = super::roles::subject_posts(register, index, &sentence.bare.normal()[among]);
            enter_designated(register, index, &sentence.bare, (title, seats), &among);
        }
        for bracket in find_brackets(normal).into_iter().filter(|bracket| bracket.opening == '(') {
            let inside = &normal[bracket.inside()];
            if !inside.starts_with("うち") {
                continue;
            }
            let Some((_, title, seats)) = designation(inside) else { continue };
            let before = &normal[..bracket.start];
            let before = &before[..without_seats(before).0];
            let ends_here = |post: &usize| {
                let record = &register.posts[*post];
                before.ends_with(&record.post.title) && record.articles.contains(&sentence.article)
            };
            let among: Vec<usize> = (0..register.posts.len()).filter(ends_here).collect();
            let longest = among.iter().map(|post| register.posts[*post].post.title.len()).max();
            let is_longest = |post: &usize| Some(register.posts[*post].post.title.len()) == longest;
            let among: Vec<usize> = among.into_iter().filter(is_longest).collect();
            let title = bracket.inside().start + title.start..bracket.inside().start + title.end;
            enter_designated(register, index, text, (title, seats), &among);
        }
    }
}

/// The two titles of 「Xのうちから…者をYとする。」 as ranges, and how many there are (「…者二人を」); the first is empty if the words
/// begin with うち. What else there is (第二項に規定するもののほか、) may stand in front.
fn designation(words: &str) -> Option<(Range<usize>, Range<usize>, Option<u32>)> {
    let core = words.strip_suffix('。').unwrap_or(words).strip_suffix("とする")?;
    let among = core.find("うち")?;
    let (before, title) = core.rsplit_once('を')?;
    let one = ["者", "一人", "1人", "一名", "1名"].iter().any(|one| before.ends_with(one));
    let (length, seats) = without_seats(before);
    let counted = before[..length].ends_with('者') && seats.is_some();
    let start = core.len() - title.len();
    let from = core[..among].rfind("もののほか、").map_or(0, |at| at + "もののほか、".len());
    ((one || counted) && before.len() > among && !title.contains(['、', 'は', 'の'])).then(|| {
        let seats = seats.filter(|_| counted);
        (from..core[..among].trim_end_matches('の').len(), start..core.len(), seats)
    })
}

/// Enters the post that one of the holders of other posts also holds, into the units of those.
fn enter_designated(
    register: &mut Register<'_>,
    index: usize,
    text: &Text,
    (title, seats): (Range<usize>, Option<u32>),
    among: &[usize],
) {
    let name = text.normal()[title.clone()].to_owned();
    if register.kinds.class_of(&name) != Some(super::kinds::NameClass::Post) {
        return;
    }
    let article = register.sentence(index).article;
    for post in among {
        let (unit, seat) = (register.posts[*post].unit, register.posts[*post].proof.clone());
        let proof = register.proof(index, text, title.clone()).and(&seat);
        let (entered, _) = register.add_post(&name, unit, article, proof.clone());
        let record = &mut register.posts[entered];
        record.post.seats = record.post.seats.or(seats);
        let (from, to) = (register.posts[entered].id.clone(), register.units[unit].id.clone());
        register.add_edge(from, to, Relation::BelongsTo, Basis::Stated, proof);
    }
}

/// A post to be put into every unit of a place.
struct Seat {
    title: String,
    seats: Option<u32>,
    unnamed: bool,
    proof: Proof,
}

/// Enters the posts of one verb. `before` is where the sentence before put its own, for posts of which no place is said.
fn establish_posts(
    register: &mut Register<'_>,
    index: usize,
    part: &Establishing,
    before: Option<&(usize, Range<usize>)>,
    body: usize,
) {
    let bare = &register.sentence(index).bare;
    let mut seats = Vec::new();
    for object in &part.objects {
        let proof = register.proof(index, bare, part.range.clone());
        let name = &bare.normal()[object.range.clone()];
        match &object.kind {
            ObjectKind::Post if has_exception(register, index, &object.range) => {
                register.unread.insert(index);
                register.unplaced.push((register.sentence(index).article, name.to_owned()));
            }
            ObjectKind::Post => seats.push(Seat { title: name.to_owned(), seats: object.seats, unnamed: false, proof }),
            ObjectKind::UnnamedPosts => seats.push(Seat { title: name.to_owned(), seats: None, unnamed: true, proof }),
            ObjectKind::List { .. } => {
                let establishment = if part.optional { Establishment::Optional } else { Establishment::Mandatory };
                if !tables::establish_posts(register, index, part.place.as_ref(), establishment, body) {
                    seats.extend(listed_posts(register, index, &proof));
                }
            }
            ObjectKind::Unclear => {
                register.unread.insert(index);
                notice(register, NoticeKind::UnclearObject, index, &proof);
            }
            _ => {}
        }
    }
    if seats.is_empty() {
        return;
    }
    // 「局及び課に、専門官二百人以内を置く」: so many in all.
    let words = &bare.normal()[part.range.clone()];
    let in_all = words.contains("以内") && !["各", "それぞれ"].iter().any(|each| words.contains(each));
    let of_kinds = part.place.as_ref().filter(|_| in_all).is_some_and(|place| {
        let words = &bare.normal()[place.clone()];
        let members = register.split_units(words).0;
        let is_kind = |member: &Range<usize>| register.kinds.is_kind(own_name(&words[member.clone()]));
        members.len() > 1 && members.iter().any(is_kind)
    });
    if of_kinds {
        register.unread.insert(index);
        let article = register.sentence(index).article;
        register.unplaced.extend(seats.into_iter().map(|seat| (article, seat.title)));
        return;
    }
    let (places, place_proof, basis) = match &part.place {
        _ if part.excepting => (Vec::new(), None, Basis::Stated),
        Some(place) => {
            let words = &bare.normal()[place.clone()];
            let group = register.groups.get(words).map(|(_, proof)| proof.clone());
            (resolve_place(register, index, place, body), group, Basis::Stated)
        }
        None => match before {
            Some((sentence, place)) => {
                let proof = register.proof(*sentence, &register.sentence(*sentence).bare, place.clone());
                (resolve_place(register, *sentence, place, body), Some(proof), Basis::Stated)
            }
            None => (vec![body], None, Basis::Derived { rule: Rule::UnitUnsaid }),
        },
    };
    let unread = part.excepting || distributes(bare.normal(), part, places.len());
    if unread || places.is_empty() {
        if unread {
            register.unread.insert(index);
        }
        let article = register.sentence(index).article;
        register.unplaced.extend(seats.into_iter().map(|seat| (article, seat.title)));
        return;
    }
    let in_all = in_all && places.len() > 1;
    let article = register.sentence(index).article;
    let establishment = if part.optional { Establishment::Optional } else { Establishment::Mandatory };
    for unit in places {
        let mut together: Vec<NodeId> = Vec::new();
        let mut entered = Vec::new();
        for seat in &seats {
            let proof = place_proof.iter().fold(seat.proof.clone(), Proof::and);
            let (post, new) = register.add_post(&seat.title, unit, article, proof.clone());
            let record = &mut register.posts[post];
            if new {
                record.post.establishment = establishment;
                record.post.seats = seat.seats.filter(|_| !in_all);
                record.post.unnamed = seat.unnamed;
            }
            together.push(record.id.clone());
            entered.push(post);
            let (from, to) = (record.id.clone(), register.units[unit].id.clone());
            register.add_edge(from, to, Relation::BelongsTo, basis, proof);
        }
        if part.joint == Joint::Or && !part.optional && together.len() > 1 {
            for post in entered {
                register.posts[post].post.alternatives.clone_from(&together);
            }
        }
    }
}

/// The last name of a path: 「局」 of 「本省の局」.
fn own_name(path: &str) -> &str {
    path.rsplit_once('の').map_or(path, |(_, own)| own)
}

/// The posts listed below 「次の職を置く」.
fn listed_posts(register: &Register<'_>, index: usize, proof: &Proof) -> Vec<Seat> {
    let mut lines = register.outline.below(index, SentenceKind::Item);
    lines.extend(register.outline.below(index, SentenceKind::Entry));
    let mut seats = Vec::new();
    for line in lines {
        let bare = &register.sentence(line).bare;
        let title = bare.normal().trim_end_matches('。').trim();
        // 「総務課に文書主任」: the line says itself where.
        if title.contains('に') {
            continue;
        }
        if register.kinds.class_of(title) == Some(super::kinds::NameClass::Post) && !title.contains([' ', '、']) {
            let own = register.proof(line, bare, 0..title.len()).and(proof);
            seats.push(Seat { title: title.to_owned(), seats: None, unnamed: false, proof: own });
        }
    }
    seats
}

/// Enters the officers that the supplement says a statute creates, where the text first names them.
pub(crate) fn add_officers(register: &mut Register<'_>, supplement: &Supplement) {
    let Some(body) = body(register) else { return };
    for officer in &supplement.officers {
        let titles: Vec<&str> = supplement.officers.iter().map(|officer| officer.title.as_str()).collect();
        let named = main_sentences(register).into_iter().find_map(|index| {
            let at = whole_word(register.sentence(index).bare.normal(), &officer.title, &titles)?;
            Some((index, at..at + officer.title.len()))
        });
        // An officer whom the text never names has no clause, and so no node.
        let Some((index, range)) = named else { continue };
        let sentence = register.sentence(index);
        let proof = register.proof(index, &sentence.bare, range);
        let (post, new) = register.add_post(&officer.title, body, sentence.article, proof.clone());
        if new {
            let record = &mut register.posts[post];
            record.post.status = Status::Elsewhere;
            record.post.establishment = Establishment::Elsewhere;
            let (from, to) = (record.id.clone(), register.units[body].id.clone());
            let basis = Basis::Derived { rule: Rule::OfficerOfBody };
            register.add_edge(from, to, Relation::BelongsTo, basis, proof);
        }
    }
}

/// The first place where a title stands that is not part of one of the other titles (理事 in 副理事長).
fn whole_word(text: &str, title: &str, titles: &[&str]) -> Option<usize> {
    text.match_indices(title).map(|(at, _)| at).find(|at| {
        let end = at + title.len();
        !titles
            .iter()
            .filter(|other| other.len() > title.len())
            .any(|other| text.match_indices(other).any(|(start, _)| start <= *at && start + other.len() >= end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn designations() {
        let read = |words: &'static str| designation(words).map(|(among, title, _)| (&words[among], &words[title]));
        assert_eq!(read("検査官のうちから長官が指名する者を首席検査官とする。"), Some(("検査官", "首席検査官")));
        assert_eq!(read("うち一人を首席検査官とする。"), Some(("", "首席検査官")));
        assert_eq!(read("検査官のうち検査の結果を次のとおりとする。"), None);
    }

    #[test]
    fn titles_within_longer_titles_do_not_count() {
        let titles = ["会長", "副会長"];
        assert_eq!(whole_word("副会長又は会長の命", "会長", &titles), Some("副会長又は".len()));
        assert_eq!(whole_word("副会長の命", "会長", &titles), None);
    }
}

//! Which posts the subject of a sentence means: 「企画官は、…」 those of the place that the text has just spoken of.

use std::collections::BTreeSet;
use std::ops::Range;

use super::outline::{SentenceKind, Zone};
use super::places::without_reference;
use super::register::Register;
use crate::regulation::{Level, Which, pointer_at};

/// The posts that a subject means: all with these titles that the same article places; else those placed before it in the
/// innermost division around it that places any, since the text last said what such posts do; else all. Empty unless every
/// member of the subject is a known post.
pub(crate) fn subject_posts(register: &Register<'_>, index: usize, subject: &str) -> Vec<usize> {
    let sentence = register.sentence(index);
    // 「前項に定める総括執行役は」
    let subject = ["に定める", "に規定する", "に掲げる"]
        .iter()
        .filter_map(|mark| subject.rfind(mark).map(|at| &subject[at + mark.len()..]))
        .min_by_key(|rest| rest.len())
        .unwrap_or(subject);
    // 「局に置く審議官は」: those of that place only.
    let (place, subject) = match subject.rfind("に置く") {
        Some(at) => (Some(&subject[..at]), subject[at + "に置く".len()..].trim_start_matches("その他の")),
        None => (None, subject),
    };
    let in_place = |post: &usize| place.is_none_or(|place| is_of_place(register, *post, place));
    let (members, _) = register.split_titles(subject);
    let mut posts = Vec::new();
    for member in members {
        let name = without_reference(&subject[member.clone()]);
        let mut called = register.posts_called(name);
        // 「各課長は」
        if let (true, Some(each)) = (called.is_empty(), name.strip_prefix('各')) {
            called = register.posts_called(each);
        }
        called.retain(in_place);
        // 「第十二条第二項の参事官は」: those that this article places.
        if let Some((article, paragraph)) = article_pointed_to(register, sentence.article, &subject[member]) {
            called.retain(|post| places(register, *post, article, paragraph));
        }
        if called.is_empty() {
            return Vec::new();
        }
        let near = spoken_of(register, index, name, &called);
        if near.is_empty() {
            return Vec::new();
        }
        posts.extend(near);
    }
    posts
}

/// Whether words name the unit of a post: by its name, its kind or a short name.
fn is_of_place(register: &Register<'_>, post: usize, place: &str) -> bool {
    let unit = &register.units[register.posts[post].unit].unit;
    unit.name == place || unit.kind == place || unit.aliases.iter().any(|alias| alias == place)
}

/// Whether an article places a post, in a paragraph if one is given.
fn places(register: &Register<'_>, post: usize, article: usize, paragraph: Option<u32>) -> bool {
    let record = &register.posts[post];
    let in_paragraph = |paragraph: u32| {
        record.proof.sentences.iter().any(|sentence| {
            let clause = register.outline.clause_of(*sentence);
            clause.article == article && clause.paragraph == paragraph
        })
    };
    record.articles.contains(&article) && paragraph.is_none_or(in_paragraph)
}

/// Those of several posts of one title of which a sentence speaks.
fn spoken_of(register: &Register<'_>, index: usize, title: &str, called: &[usize]) -> Vec<usize> {
    let article = register.sentence(index).article;
    let placed_in = |articles: &Range<usize>| -> Vec<usize> {
        let placed = |post: &usize| register.posts[*post].articles.iter().any(|article| articles.contains(article));
        called.iter().copied().filter(placed).collect()
    };
    let is_unplaced = |articles: &Range<usize>| {
        register.unplaced.iter().any(|(article, unplaced)| unplaced == title && articles.contains(article))
    };
    let own = article..article + 1;
    let here = placed_in(&own);
    if !here.is_empty() || is_unplaced(&own) {
        return here;
    }
    let whole = register.outline.instrument_around(article);
    for circle in register.outline.circles_around(article).chain([whole]) {
        if placed_in(&circle).is_empty() && !is_unplaced(&circle) {
            continue;
        }
        // What was placed before another article on such posts is what that article speaks of.
        let mut start = article;
        while start > circle.start {
            let said = (circle.start..start).rev().find(|article| says_what_they_do(register, *article, title));
            start = said.unwrap_or(circle.start);
            for run in [said.map_or(start, |said| said + 1)..article, start..article] {
                if is_unplaced(&run) {
                    return Vec::new();
                }
                let placed = placed_in(&run);
                if !placed.is_empty() {
                    return captioned(register, article, title, placed);
                }
            }
        }
        let behind = captioned(register, article, title, placed_in(&circle));
        let places: BTreeSet<usize> = behind.iter().map(|post| register.posts[*post].articles[0]).collect();
        // Placed in several articles behind it, while each duty is of one place: nothing says of which.
        let is_open = places.len() > 1 && gives_duties(register.sentence(index).bare.normal());
        return if is_open { Vec::new() } else { behind };
    }
    called.to_vec()
}

/// Whether a sentence gives certain duties (…に関する事務をつかさどる, 次に掲げる事務, 第八条に規定する事務), as against a role that every post
/// of the title has (上司の命を受けて、課の事務を統括し).
fn gives_duties(normal: &str) -> bool {
    ["に関する事務", "に掲げる事務", "各号に掲げる", "に規定する事務", "条の事務", "項の事務"]
        .iter()
        .any(|words| normal.contains(words))
}

/// Whether an article has a sentence whose subject is a title.
fn says_what_they_do(register: &Register<'_>, article: usize, title: &str) -> bool {
    register.outline.sentences_of(article).any(|index| {
        let sentence = register.sentence(index);
        let is_subject = |words: &str| words.strip_prefix(title).is_some_and(|rest| rest.starts_with('は'));
        sentence.zone == Zone::Main && sentence.kind == SentenceKind::Lead && is_subject(sentence.bare.normal())
    })
}

/// Those of several posts that the caption of an article speaks of: 「（計画部の企画官の職務）」 those of the 計画部.
fn captioned(register: &Register<'_>, article: usize, title: &str, posts: Vec<usize>) -> Vec<usize> {
    let caption = register.outline.caption(article).unwrap_or_default();
    let place = caption.find(title).and_then(|at| caption[..at].strip_suffix('の')).filter(|place| !place.is_empty());
    let Some(place) = place else { return posts };
    let named: Vec<usize> = posts.iter().copied().filter(|post| is_of_place(register, *post, place)).collect();
    if named.is_empty() { posts } else { named }
}

/// The article, and the paragraph of it, to which the pointer in front of a name leads: 第十二条第二項の, 前条の.
fn article_pointed_to(register: &Register<'_>, own: usize, name: &str) -> Option<(usize, Option<u32>)> {
    let pointer = pointer_at(name, 0).filter(|pointer| name[pointer.range.end..].starts_with('の'))?;
    let instrument = register.outline.articles[own].instrument;
    match (pointer.level, pointer.which) {
        (Level::Article, Which::Numbered(number)) => {
            Some((register.outline.article_numbered(&number, instrument)?, pointer.paragraph))
        }
        (Level::Article, Which::Preceding(1)) => Some((own.checked_sub(1)?, pointer.paragraph)),
        (Level::Paragraph, _) => Some((own, None)),
        _ => None,
    }
}

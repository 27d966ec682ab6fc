//! Posts held by the holder of another post: 「総括執行役は、事務局長をもって充てる。」

use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::coverage::NoContent;
use super::kinds::NameClass;
use super::lists::Joint;
use super::outline::{SentenceKind, Zone};
use super::register::Register;
use super::resolve::UnitName;
use super::roles::subject_posts;
use super::units::{body, main_sentences, notice};
use crate::graph::{Basis, Establishment, Relation, Rule, Status};

/// Enters the posts held ex officio. Money (経費は会費をもって充てる), ranks and categories of staff are no posts.
pub(crate) fn compile(register: &mut Register<'_>) {
    static FILLED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            concat!(
                r"^(?:.*(?:に定める|に規定する|に掲げる|を置き、))?([^、]+?(?:、[^、は]+?)*?)は、([^、]+?(?:、[^、]+?)*?)をも(?:っ|つ)て",
                r"充て(?:る|られる)(?:ものとする)?。?$"
            ),
        )
        .expect("valid pattern")
    });
    let Some(body) = body(register) else { return };
    for index in main_sentences(register) {
        let sentence = register.sentence(index);
        debug_assert_eq!(sentence.zone, Zone::Main);
        if sentence.kind != SentenceKind::Lead {
            continue;
        }
        let bare = &sentence.bare;
        let normal = bare.normal();
        let filled = if normal.contains("充て") { FILLED.captures(normal) } else { None };
        let ranges = filled.map(|found| [1, 2].map(|group| found.get(group).expect("in every match").range()));
        let Some([title, holder]) = ranges.or_else(|| is_to_be(register, normal)) else { continue };
        let proof = register.proof(index, bare, title.start..holder.end);
        let (title, holder) = (&normal[title], &normal[holder]);
        // 「審査委員会の委員長は」: the unit is said.
        let (stated, own) = split_unit(register, title, body);
        let mut posts = held(register, index, title, stated);
        if posts.len() > 1 {
            // Of several with this title those that the article itself places: 「各課に、参事を置く」.
            posts.retain(|post| register.posts[*post].articles.contains(&sentence.article));
            if posts.is_empty() {
                notice(register, NoticeKind::AmbiguousPost, index, &proof);
                continue;
            }
        }
        // 「次に掲げる組織の長は」 is no title.
        let is_title = register.kinds.class_of(own) == Some(NameClass::Post) && !own.contains('の');
        if posts.is_empty() && !is_title {
            continue;
        }
        let holders = match holders(register, holder) {
            Holders::Posts(holders) => holders,
            Holders::OtherPost => Vec::new(),
            Holders::Category => {
                register.excused.insert(index, NoContent::TermsOfOffice);
                continue;
            }
            Holders::Unclear(kind) => {
                notice(register, kind, index, &proof);
                continue;
            }
        };
        let posts = match posts.is_empty() {
            false => posts,
            true => {
                let seat = || council_of_article(register, sentence.article).filter(|_| is_seat_of_council(own));
                // 調査部長 is a post of 調査部.
                let named = || match register.units_named(own.strip_suffix('長')?) {
                    [unit] => Some(*unit),
                    _ => None,
                };
                let unit = stated.or_else(named).or_else(seat).unwrap_or(body);
                let (post, _) = register.add_post(own, unit, sentence.article, proof.clone());
                let (from, to) = (register.posts[post].id.clone(), register.units[unit].id.clone());
                let basis = Basis::Derived { rule: Rule::UnitUnsaid };
                register.add_edge(from, to, Relation::BelongsTo, basis, proof.clone());
                vec![post]
            }
        };
        for post in posts.into_iter().filter(|post| !holders.contains(post)) {
            let record = &mut register.posts[post];
            record.post.establishment = Establishment::ExOfficio;
            record.post.status = Status::Established;
            record.proof.add(&proof);
            for holder in &holders {
                let (from, to) = (register.posts[post].id.clone(), register.posts[*holder].id.clone());
                register.add_edge(from, to, Relation::ExOfficio, Basis::Stated, proof.clone());
            }
        }
    }
}

/// The posts that a title means: of the unit that is said, else those that the text around speaks of.
fn held(register: &Register<'_>, index: usize, title: &str, unit: Option<usize>) -> Vec<usize> {
    match unit {
        Some(unit) => {
            let called = register.posts_called(title).into_iter();
            called.filter(|post| register.posts[*post].unit == unit).collect()
        }
        None => subject_posts(register, index, title),
    }
}

/// Who holds a post by right of another one.
enum Holders {
    /// The holders of these posts.
    Posts(Vec<usize>),
    /// Somebody who holds another post, which one is not said: 「関係のある他の職を占める者」.
    OtherPost,
    /// Anybody of a rank or a category of staff: 警視, 教官. No other post.
    Category,
    /// The words do not tell.
    Unclear(NoticeKind),
}

/// Reads what stands in front of 「をもって充てる」.
fn holders(register: &Register<'_>, words: &str) -> Holders {
    if words.ends_with("他の職を占める者") {
        return Holders::OtherPost;
    }
    let (members, joint) = register.split_titles(words);
    let names: Vec<&str> = members.into_iter().map(|member| &words[member]).collect();
    let called: Vec<Vec<usize>> = names.iter().map(|name| register.posts_called(name)).collect();
    if names.iter().all(|name| is_category(register, name)) {
        return Holders::Category;
    }
    // 「甲又は乙をもって充てる」 leaves open who it is.
    if called.iter().all(|posts| posts.len() == 1) && joint != Joint::Or {
        return Holders::Posts(called.into_iter().flatten().collect());
    }
    let unknown = called.iter().any(Vec::is_empty);
    Holders::Unclear(if unknown { NoticeKind::UnknownPost } else { NoticeKind::AmbiguousPost })
}

/// Whether a name means a rank or a category of staff (警視, 教官, 事務職員, 陸将) and no post that the text knows.
pub(crate) fn is_category(register: &Register<'_>, name: &str) -> bool {
    const RANKS: [&str; 29] = [
        "自衛官",
        "教官",
        "警察官",
        "警視監",
        "警視長",
        "警視正",
        "警視",
        "警部",
        "警部補",
        "事務官",
        "技官",
        "検事",
        "検察官",
        "海上保安官",
        "入国警備官",
        "消防吏員",
        "消防監",
        "消防司令長",
        "消防司令",
        "職員",
        "陸将",
        "海将",
        "空将",
        "陸将補",
        "海将補",
        "空将補",
        "吏員",
        "階級にある者",
        "資格を有する者",
    ];
    RANKS.iter().any(|rank| name.ends_with(rank)) && register.posts_called(name).is_empty()
}

/// 「本部長は、市長とする。」, the older form: a known post is another known one.
fn is_to_be(register: &Register<'_>, normal: &str) -> Option<[std::ops::Range<usize>; 2]> {
    let core = normal.strip_suffix("とする。")?;
    let at = core.find("は、")?;
    let (title, holder) = (0..at, at + "は、".len()..core.len());
    let is_post = |range: &std::ops::Range<usize>| !register.posts_called(&normal[range.clone()]).is_empty();
    (is_post(&title) && is_post(&holder)).then_some([title, holder])
}

/// 「審査委員会の委員長」 as the unit and the title.
fn split_unit<'t>(register: &Register<'_>, words: &'t str, body: usize) -> (Option<usize>, &'t str) {
    for (at, mark) in words.match_indices('の') {
        if let UnitName::Units(units) = register.resolve_unit(&words[..at], Some(body))
            && let [unit] = units[..]
        {
            return (Some(unit), &words[at + mark.len()..]);
        }
    }
    (None, words)
}

/// Titles that only a council has.
fn is_seat_of_council(title: &str) -> bool {
    ["議長", "委員長", "会長", "座長", "委員", "副議長", "副委員長", "副会長", "会員", "構成員"].contains(&title)
}

/// The one council that the sentences of an article name.
pub(crate) fn council_of_article(register: &Register<'_>, article: usize) -> Option<usize> {
    let named = |unit: &usize| {
        let unit = &register.units[*unit].unit;
        let mut names = std::iter::once(&unit.name).chain(&unit.aliases);
        names.any(|name| {
            register.outline.sentences.iter().any(|s| s.article == article && s.bare.normal().contains(name.as_str()))
        })
    };
    let councils: Vec<usize> =
        (0..register.units.len()).filter(|unit| register.units[*unit].unit.council).filter(named).collect();
    match councils[..] {
        [only] => Some(only),
        _ => None,
    }
}

//! What posts do: 「部長は、上司の命を受けて、部の事務を統括し、所属職員を指揮監督する。」

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::establish::is_circumstance;
use super::headship;
use super::lists::Joint;
use super::outline::{SentenceKind, Zone};
use super::register::{Proof, Register};
pub(crate) use super::subjects::subject_posts;
use super::units::notice;
use crate::graph::{Basis, CommandScope, Establishment, Relation};
use crate::regulation::Text;

/// Whose command a post acts under.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// 「理事長、副理事長又は理事の命を受けて」: the names and how they are joined.
    Named(Vec<String>, Joint),
    /// 「上司の命を受けて」.
    Superior,
    /// 「命を受けて」.
    Bare,
}

/// What one sentence says of one post.
#[derive(Debug, Clone)]
pub(crate) struct Role {
    /// Index of the post.
    pub post: usize,
    /// Index of the sentence.
    pub sentence: usize,
    /// Whose command it acts under, with the words.
    pub source: Option<(Source, Proof)>,
    /// Names of the posts that it assists, with the words.
    pub assists: Option<(Vec<String>, Proof)>,
    /// Whether it commands 所属職員, with the words.
    pub commands_staff: Option<Proof>,
    /// How far what it does reaches.
    pub scope: CommandScope,
    /// Whether it heads its unit, with the words.
    pub heads: Option<Proof>,
}

impl Role {
    /// That a post heads its unit, and nothing else.
    pub(crate) fn heading(post: usize, sentence: usize, proof: Proof) -> Self {
        let (source, assists, commands_staff) = (None, None, None);
        Self { post, sentence, source, assists, commands_staff, scope: CommandScope::All, heads: Some(proof) }
    }
}

/// Reads the roles of all posts and enters what they assist and head; some are known to be chiefs.
pub(crate) fn compile(register: &mut Register<'_>, chiefs: Vec<Role>) -> Vec<Role> {
    let mut roles = chiefs;
    for index in 0..register.outline.sentences.len() {
        roles.extend(read(register, index));
    }
    roles.extend(super::tables::tasks(register));
    for role in &roles {
        enter_assistance(register, role);
    }
    headship::enter(register, &roles);
    roles
}

static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(.+?)の)?(?:命|指揮監督|監督|指揮|指示)(?:を(?:受|う)け(?:て)?|の(?:下|もと)に)(?:、)?")
        .expect("valid pattern")
});
static ASSIST: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(.+?)を(?:補佐|助け|補助)(?:し、|する|、|る|し)").expect("valid pattern"));
static CHARGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(それぞれ[^、を]+?(?:、[^、を]+?)*?|[^、]*?)(?:の)?(事務|業務|職務|務)を(統括|総括|総轄|統轄|統理|総理|掌理|管理|つかさど|処理|整理|掌握|総括整理|主管)").expect("valid pattern")
});
static STAFF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:所属(?:の)?|部下の|部下|所部の|所管の)職員を(?:指揮監督|指揮し|監督|指揮)").expect("valid pattern")
});

static SUBORDINATES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^([^、。を]+)を(?:指揮監督|指揮|監督)(?:し|する)").expect("valid pattern"));
static DISTRIBUTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([^、は]+)は([^、は]+?)(?:の|に)、([^、は]+)は([^、は]+?)の(?:命|指示)を(?:受|う)け")
        .expect("valid pattern")
});

/// 「主査は課長の、主任は係長の命を受け」: each under its own source. Empty unless both are known posts.
fn distributed(register: &mut Register<'_>, index: usize, found: &regex::Captures<'_>) -> Vec<Role> {
    let group = |number: usize| found.get(number).expect("in every match");
    let mut roles = Vec::new();
    for (subject, source) in [(group(1), group(2)), (group(3), group(4))] {
        let posts = subject_posts(register, index, subject.as_str());
        if posts.is_empty() {
            return Vec::new();
        }
        let proof = register.proof(index, &register.sentence(index).bare, subject.start()..source.end());
        let source = Source::Named(vec![source.as_str().to_owned()], Joint::Single);
        roles.extend(posts.into_iter().map(|post| Role {
            post,
            sentence: index,
            source: Some((source.clone(), proof.clone())),
            assists: None,
            commands_staff: None,
            scope: CommandScope::All,
            heads: None,
        }));
    }
    roles
}

/// Words at the end of a sentence that say what a post does: its role, in the words of the text.
const WORK: [&str; 15] = [
    "を行う",
    "を行なう",
    "に当たる",
    "にあたる",
    "に参画する",
    "に参与する",
    "に従事する",
    "を助ける",
    "をつかさどる",
    "を処理する",
    "を分掌する",
    "を担当する",
    "を担任する",
    "を整理する",
    "を総括する",
];

/// Whether a sentence ends in such words.
pub(crate) fn says_work(normal: &str) -> bool {
    WORK.iter().any(|verb| normal.trim_end_matches('。').ends_with(verb))
}

/// Reads a sentence 「Yは、…する。」 whose subject is one or more known posts.
fn read(register: &mut Register<'_>, index: usize) -> Vec<Role> {
    let sentence = register.sentence(index);
    if sentence.zone != Zone::Main || sentence.kind != SentenceKind::Lead {
        return Vec::new();
    }
    let bare = &sentence.bare;
    let normal = bare.normal();
    let Some(topic) = normal.find("は、").or_else(|| normal.find('は')) else { return Vec::new() };
    if normal.matches('は').count() > 1
        && let Some(found) = DISTRIBUTED.captures(normal)
    {
        return distributed(register, index, &found);
    }
    let posts = subject_posts(register, index, &normal[..topic]);
    if posts.is_empty() {
        return Vec::new();
    }
    let at =
        topic + normal[topic..].chars().take_while(|c| matches!(c, 'は' | '、')).map(char::len_utf8).sum::<usize>();
    read_predicate(register, index, bare, at, posts)
}

/// Reads what is said of known posts, in the words of a sentence from `at` on.
pub(crate) fn read_predicate(
    register: &mut Register<'_>,
    index: usize,
    bare: &Text,
    mut at: usize,
    posts: Vec<usize>,
) -> Vec<Role> {
    let normal = bare.normal();
    let predicate = at..normal.trim_end_matches('。').len();
    let proof = |range: Range<usize>| register.proof(index, bare, range);
    let source = SOURCE.captures(&normal[at..]).map(|found| {
        let whole = found.get(0).expect("group 0 is the match");
        let words = proof(at..at + whole.as_str().trim_end_matches('、').len());
        let source = match found.get(1).map(|m| m.as_str()) {
            None => Source::Bare,
            Some("上司" | "上長") => Source::Superior,
            Some(names) => {
                // 「法令に基づき、市長の命を受けて」
                let names = names
                    .rfind('、')
                    .filter(|comma| is_circumstance(&names[..*comma]))
                    .map_or(names, |comma| &names[comma + '、'.len_utf8()..]);
                let (members, joint) = register.split_titles(names);
                Source::Named(members.into_iter().map(|range| names[range].to_owned()).collect(), joint)
            }
        };
        at += whole.end();
        (source, words)
    });
    if normal[at..].starts_with("ない") {
        // 「指揮監督を受けない」 says the opposite.
        register.unread.insert(index);
        return Vec::new();
    }
    // 「検査官の事務の統括に関し、首席検査官を補佐する」
    let mut in_matters = false;
    let assists = ASSIST.captures(&normal[at..]).and_then(|found| {
        let words = found.get(1).expect("group 1 takes part in every match").as_str();
        let matters = ["に関し、", "に関して、"].iter().find_map(|mark| words.rsplit_once(mark));
        in_matters = matters.is_some();
        let words = matters.map_or(words, |(_, names)| names);
        let (members, _) = register.split_titles(words);
        let names: Vec<String> = members.into_iter().map(|range| words[range].to_owned()).collect();
        let known = names.iter().all(|name| !register.posts_called(name).is_empty());
        known.then(|| {
            (names, proof(at..at + found.get(0).expect("group 0 is the match").as_str().trim_end_matches('、').len()))
        })
    });
    let charge = if normal[at..].contains("務を") { CHARGE.captures(&normal[at..]) } else { None };
    let commands_staff = STAFF.find(&normal[at..]).map(|found| proof(at + found.start()..at + found.end()));
    let scope = match normal[at..].find("特定の").is_some() {
        true => CommandScope::SpecificMatters,
        false if in_matters => CommandScope::SpecificMatters,
        false if normal[at..].contains("担任の") || normal[at..].contains("担当の") => CommandScope::OwnCharge,
        false => CommandScope::All,
    };
    let charge = charge.map(|found| {
        let range = found.get(0).expect("group 0 is the match").range();
        (found[1].to_owned(), found[2].to_owned(), found[3].to_owned(), proof(at + range.start..at + range.end))
    });
    if (normal[at..].contains("を指揮") || normal[at..].contains("を監督"))
        && let Some(found) = SUBORDINATES.captures(&normal[at..])
    {
        let names = found.get(1).expect("in every match");
        command_named(register, index, &posts, at + names.start()..at + names.end());
    }
    let role_words = register.outline.document.quote(bare.source_range(predicate)).to_owned();
    let says_work = says_work(normal);
    // That somebody holds it ex officio is in its properties.
    let is_held = posts.iter().any(|post| {
        let record = &register.posts[*post];
        record.post.establishment == Establishment::ExOfficio && record.proof.sentences.contains(&index)
    });
    let nothing = source.is_none() && assists.is_none() && charge.is_none() && commands_staff.is_none();
    if nothing && !says_work && !is_held {
        register.bare_roles.insert(index);
    }
    let whole = register.whole_proof(index);
    let mut roles = Vec::with_capacity(posts.len());
    for post in posts {
        let heads = charge.as_ref().filter(|_| scope == CommandScope::All && assists.is_none()).and_then(
            |(object, noun, verb, proof)| {
                headship::of_own_unit(register, post, object, noun, verb).then(|| proof.clone())
            },
        );
        roles.push(Role {
            post,
            sentence: index,
            source: source.clone(),
            assists: assists.clone(),
            commands_staff: commands_staff.clone(),
            scope,
            heads,
        });
    }
    for role in &roles {
        let record = &mut register.posts[role.post];
        if !record.post.roles.contains(&role_words) {
            record.post.roles.push(role_words.clone());
        }
        record.proof.add(&whole);
    }
    roles
}

/// 「市長は、部長を指揮監督する」: command said from above. Of posts of one title those within the unit of the one who commands.
fn command_named(register: &mut Register<'_>, index: usize, superiors: &[usize], names: Range<usize>) {
    let bare = &register.sentence(index).bare;
    let words = &bare.normal()[names.clone()];
    let (members, _) = register.split_titles(words);
    let called: Vec<Vec<usize>> =
        members.into_iter().map(|member| register.posts_called(words[member].trim_start_matches('各'))).collect();
    if called.iter().any(Vec::is_empty) {
        return;
    }
    let proof = register.proof(index, bare, 0..register.sentence(index).words_end());
    for superior in superiors {
        let unit = register.posts[*superior].unit;
        for post in called.iter().flatten().filter(|post| *post != superior) {
            if register.is_within(register.posts[*post].unit, unit) {
                let relation = Relation::Commands { scope: CommandScope::All, alternatives: None };
                let (from, to) = (register.posts[*superior].id.clone(), register.posts[*post].id.clone());
                register.add_edge(from, to, relation, Basis::Stated, proof.clone());
            }
        }
    }
}

fn enter_assistance(register: &mut Register<'_>, role: &Role) {
    let Some((names, proof)) = &role.assists else { return };
    for name in names {
        let unit = register.posts[role.post].unit;
        match register.resolve_post(name, unit) {
            Some(assisted) if assisted != role.post => {
                let (from, to) = (register.posts[role.post].id.clone(), register.posts[assisted].id.clone());
                register.add_edge(from, to, Relation::Assists, Basis::Stated, proof.clone());
            }
            Some(_) => {}
            None => notice(register, NoticeKind::AmbiguousPost, role.sentence, proof),
        }
    }
}

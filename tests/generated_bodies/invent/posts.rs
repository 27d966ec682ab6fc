//! Posts by kind of unit and by unit, with what they do, who commands them and who acts for them.

use crate::body::{
    Act, Body, By, Condition, ExOfficio, NamedSubstitution, Place, Placement, PostArticle, Role, Seat, Substitution,
    Under, Work,
};
use crate::random::Random;
use crate::words;

/// What people act in, by what they may do: 代理 for 事故 and 欠けた, 代決 for 不在.
const OCCASIONS: [(&[Condition], Act); 7] = [
    (&[Condition::Incapacitated], Act::Substitute),
    (&[Condition::Incapacitated], Act::Substitute),
    (&[Condition::Incapacitated, Condition::Vacant], Act::Substitute),
    (&[Condition::Incapacitated, Condition::Vacant], Act::CarryOut),
    (&[Condition::Vacant], Act::Perform),
    (&[Condition::Away], Act::Decide),
    (&[Condition::Incapacitated], Act::CarryOut),
];

const CRITERIA: [&str; 3] = ["上席の職員", "先任の職員", "席次が上位の職員"];
const DESIGNATED: [&str; 2] = ["あらかじめ指定する職員", "あらかじめ指名する者"];

pub fn add(body: &mut Body, random: &mut Random) {
    if random.chance(60) {
        let officers = words::officers(body.kind);
        body.officers = officers[..random.between(1, 2)].to_vec();
    }
    let mut staff = random.sample(&words::STAFF, 6);
    match random.below(3) {
        0 => in_parallel(body, random, &mut staff),
        1 => kind_by_kind(body, random, &mut staff),
        _ => unit_by_unit(body, random, &mut staff),
    }
}

/// 「部に部長、課に課長を置く」, then those next to the heads, then the others.
fn in_parallel(body: &mut Body, random: &mut Random, staff: &mut Vec<&'static str>) {
    let kinds = body.kinds();
    let heads = kinds.iter().map(|kind| placement(Place::Kind(kind), &[words::head(kind)])).collect();
    let mut article =
        PostArticle { placements: heads, roles: Vec::new(), substitutions: Vec::new(), distributed: false };
    if kinds.len() > 1 && random.chance(25) {
        // 「部長及び課長は、それぞれ部及び課の事務を掌理する。」
        let titles = kinds.iter().map(|kind| words::head(kind).to_owned()).collect();
        let under = random.pick(&[Under::Silent, Under::Superior, Under::Bare]);
        article.roles.push(Role { titles, under, work: Work::Lead, staff: random.chance(60), acts: None });
    } else {
        for kind in &kinds {
            article.roles.push(lead(body, random, kind));
        }
    }
    body.articles.push(article);
    distribute(body, random, &kinds, staff);
    let with_deputy = random.sample(&kinds, 2);
    if !with_deputy.is_empty() && random.chance(70) {
        let mut article =
            PostArticle { placements: Vec::new(), roles: Vec::new(), substitutions: Vec::new(), distributed: false };
        let optional = random.chance(40);
        for kind in with_deputy {
            let title = random.pick(words::deputies(kind));
            let mut placed = placement(Place::Kind(kind), &[title]);
            placed.optional = optional;
            article.placements.push(placed);
            article.roles.push(assist(random, title, words::head(kind)));
        }
        body.articles.push(article);
    }
    if random.chance(80) {
        let called: Vec<usize> = (1..body.units.len()).filter(|unit| body.called(*unit).is_some()).collect();
        let places: Vec<Place> = if random.chance(30) {
            random.sample(&called, 3).into_iter().map(Place::Unit).collect()
        } else {
            random.sample(&kinds, 2).into_iter().map(Place::Kind).collect()
        };
        let titles: Vec<&str> = staff.split_off(staff.len() - random.between(1, 3));
        others(body, random, places, &titles);
    }
}

/// 「主査は課長の、主任は係長の命を受け、担任の事務を処理する。」
fn distribute(body: &mut Body, random: &mut Random, kinds: &[&'static str], staff: &mut Vec<&'static str>) {
    let [first, .., last] = kinds[..] else { return };
    if staff.len() < 3 || !random.chance(20) {
        return;
    }
    let mut article =
        PostArticle { placements: Vec::new(), roles: Vec::new(), substitutions: Vec::new(), distributed: true };
    for kind in [first, last] {
        let title = staff.pop().expect("as many were counted");
        article.placements.push(placement(Place::Kind(kind), &[title]));
        article.roles.push(charge(&[title], Under::Named(vec![words::head(kind).to_owned()])));
    }
    body.articles.push(article);
}

/// Statements on posts by their full names: who acts for whom, and a post of the body held by the holder of another.
pub fn add_named(body: &mut Body, random: &mut Random) {
    let heads: Vec<(usize, String)> = body
        .posts()
        .into_iter()
        .filter(|post| post.unit != 0 && body.head_name(post.unit, &post.title).is_some())
        .map(|post| (post.unit, post.title))
        .collect();
    let two = random.sample(&heads, 2);
    if let [principal, by] = &two[..]
        && random.chance(25)
    {
        let (conditions, act) = random.pick(&OCCASIONS);
        let (principal, by, conditions) = (principal.clone(), by.clone(), conditions.to_vec());
        body.named.push(NamedSubstitution { principal, by, conditions, act });
    }
    if let Some(holder) = random.sample(&heads, 1).pop()
        && random.chance(15)
    {
        body.ex_officio
            .push(ExOfficio { title: random.pick(&["総括監", "技監", "危機管理監"]).to_owned(), holder });
    }
}

/// An article for each kind, the highest first.
fn kind_by_kind(body: &mut Body, random: &mut Random, staff: &mut Vec<&'static str>) {
    for kind in body.kinds() {
        whole_article(body, random, Place::Kind(kind), kind, staff);
        if random.chance(25) {
            let title = format!("担当{}", words::head(kind));
            let mut placed = placement(Place::Kind(kind), &[&title]);
            placed.optional = random.chance(50);
            let role = Role {
                titles: vec![title],
                under: Under::Superior,
                work: Work::Specific,
                staff: random.chance(70),
                acts: None,
            };
            body.articles.push(PostArticle {
                placements: vec![placed],
                roles: vec![role],
                substitutions: Vec::new(),
                distributed: false,
            });
        }
        if random.chance(40) && !staff.is_empty() {
            let titles = staff.split_off(staff.len() - 1);
            others(body, random, vec![Place::Kind(kind)], &titles);
        }
    }
}

/// An article for each of a few units; the others have no posts.
fn unit_by_unit(body: &mut Body, random: &mut Random, staff: &mut Vec<&'static str>) {
    let units: Vec<usize> = (1..body.units.len()).filter(|unit| body.called(*unit).is_some()).collect();
    let mut chosen = random.sample(&units, 4);
    chosen.sort_unstable();
    let mut pool = staff.clone();
    for unit in chosen {
        let kind = body.units[unit].kind;
        whole_article(body, random, Place::Unit(unit), kind, &mut pool);
        if pool.len() < 2 {
            pool.clone_from(staff);
        }
    }
}

/// The head of a place, those next to it and others, put there by one sentence.
fn whole_article(
    body: &mut Body,
    random: &mut Random,
    place: Place,
    kind: &'static str,
    staff: &mut Vec<&'static str>,
) {
    let head = words::head(kind);
    let mut titles = vec![head];
    let deputy = random.chance(60).then(|| random.pick(words::deputies(kind)));
    titles.extend(deputy);
    let more = random.below(3).min(staff.len());
    let more = staff.split_off(staff.len() - more);
    titles.extend(&more);
    let mut placed = placement(place, &titles);
    if random.chance(30) {
        fix_seats(random, &mut placed);
    }
    let mut roles = vec![lead(body, random, kind)];
    let mut substitutions = Vec::new();
    match deputy {
        Some(deputy) => {
            let role = assist(random, deputy, head);
            let acts = role.acts.is_some();
            roles.push(role);
            if !acts && random.chance(70) {
                substitutions.push(substitution(random, head, Some(deputy), &more));
            }
        }
        None if random.chance(40) => substitutions.push(substitution(random, head, None, &more)),
        None => {}
    }
    if let (Some(deputy), Some(second)) = (deputy, more.first())
        && random.chance(30)
    {
        substitutions.push(Substitution {
            principal: head.to_owned(),
            joint: Some(deputy.to_owned()),
            conditions: vec![Condition::Incapacitated],
            act: Act::Substitute,
            by: By::Titles(vec![(*second).to_owned()]),
        });
    }
    if !more.is_empty() && random.chance(80) {
        let under = under(random, &[head]);
        roles.push(charge(&more, under));
    }
    body.articles.push(PostArticle { placements: vec![placed], roles, substitutions, distributed: false });
}

/// Posts that are neither heads nor next to them.
fn others(body: &mut Body, random: &mut Random, places: Vec<Place>, titles: &[&str]) {
    let heads: Vec<&str> = match places[..] {
        [Place::Kind(kind)] => vec![words::head(kind)],
        _ => Vec::new(),
    };
    let mut placed = placement(places[0], titles);
    placed.places = places;
    placed.optional = random.chance(40);
    placed.choice = titles.len() > 1 && random.chance(40);
    if random.chance(25) {
        fix_seats(random, &mut placed);
    }
    let mut roles = Vec::new();
    if random.chance(80) {
        roles.push(charge(titles, under(random, &heads)));
    }
    body.articles.push(PostArticle { placements: vec![placed], roles, substitutions: Vec::new(), distributed: false });
}

/// What the head of every unit of a kind does. The highest heads are under the officers, if there are any.
fn lead(body: &Body, random: &mut Random, kind: &str) -> Role {
    let top = body.of_kind(kind).iter().all(|unit| body.units[*unit].above == Some(0));
    let under = match random.below(10) {
        _ if top && body.officers.is_empty() => Under::Silent,
        0..6 if top => Under::Named(body.officers.iter().map(|title| (*title).to_owned()).collect()),
        _ if top => Under::Silent,
        0..6 => Under::Superior,
        6..8 => Under::Bare,
        _ => Under::Silent,
    };
    Role { titles: vec![words::head(kind).to_owned()], under, work: Work::Lead, staff: random.chance(60), acts: None }
}

fn assist(random: &mut Random, title: &str, head: &str) -> Role {
    let under = if random.chance(15) { Under::Superior } else { Under::Silent };
    let acts = random.chance(50).then(|| random.pick(&OCCASIONS)).map(|(conditions, act)| (conditions.to_vec(), act));
    Role { titles: vec![title.to_owned()], under, work: Work::Assist(head.to_owned()), staff: false, acts }
}

fn charge(titles: &[&str], under: Under) -> Role {
    let titles = titles.iter().map(|title| (*title).to_owned()).collect();
    Role { titles, under, work: Work::Charge, staff: false, acts: None }
}

/// Whose command others are under; `heads` are posts of their own unit that may be named.
fn under(random: &mut Random, heads: &[&str]) -> Under {
    match random.below(10) {
        0..5 => Under::Superior,
        5..7 => Under::Bare,
        7..9 if !heads.is_empty() => Under::Named(heads.iter().map(|title| (*title).to_owned()).collect()),
        _ => Under::Silent,
    }
}

fn substitution(random: &mut Random, head: &str, deputy: Option<&str>, more: &[&str]) -> Substitution {
    let (conditions, act) = random.pick(&OCCASIONS);
    let mut line: Vec<String> = deputy.into_iter().chain(more.iter().copied()).map(str::to_owned).collect();
    let by = match random.below(5) {
        0 if deputy.is_none() => By::Criterion(random.pick(&CRITERIA)),
        1 if deputy.is_none() => By::Designated(random.pick(&DESIGNATED)),
        2 if line.len() == 2 => By::Fallback(line.remove(0), line.remove(0)),
        _ if line.is_empty() => By::Criterion(random.pick(&CRITERIA)),
        3 | 4 => By::Titles(line),
        _ => By::Titles(vec![line.remove(0)]),
    };
    Substitution { principal: head.to_owned(), joint: None, conditions: conditions.to_vec(), act, by }
}

/// Gives each seat a number, sometimes all the same.
fn fix_seats(random: &mut Random, placed: &mut Placement) {
    let same = random.chance(30).then(|| random.between(1, 12) as u32);
    let seats = placed.seats.iter_mut();
    seats.for_each(|seat| seat.number = same.or_else(|| Some(random.between(1, 12) as u32)));
}

fn placement(place: Place, titles: &[&str]) -> Placement {
    let seats = titles.iter().map(|title| Seat { title: (*title).to_owned(), number: None }).collect();
    Placement { places: vec![place], seats, optional: false, choice: false }
}

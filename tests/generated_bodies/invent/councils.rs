//! Councils with members, those who attend, and a chair.

use crate::body::{Body, Council, Member, Unit};
use crate::random::Random;
use crate::words;

pub fn add(body: &mut Body, random: &mut Random) {
    if !random.chance(35) {
        return;
    }
    let mut members: Vec<Member> = body.officers.iter().map(|title| Member::Title((*title).to_owned())).collect();
    let mut heads: Vec<Member> = Vec::new();
    for post in body.posts().into_iter().filter(|post| post.unit != 0 && post.title.ends_with('長')) {
        match body.head_name(post.unit, &post.title) {
            Some(_) if random.chance(50) => heads.push(Member::Full(post.unit, post.title)),
            _ => heads.push(Member::Title(post.title)),
        }
    }
    // Either the title of all or the full names of some.
    let titles: Vec<Member> = heads.iter().filter(|head| matches!(head, Member::Title(_))).cloned().collect();
    let covered =
        |head: &Member| matches!(head, Member::Full(_, title) if titles.contains(&Member::Title(title.clone())));
    heads.retain(|head| !covered(head));
    let mut unique: Vec<Member> = Vec::new();
    heads.into_iter().for_each(|head| {
        if !unique.contains(&head) {
            unique.push(head)
        }
    });
    members.extend(random.sample(&unique, 4));
    if members.is_empty() {
        return;
    }
    let chair = body.officers.first().filter(|_| random.chance(60)).map(|title| Member::Title((*title).to_owned()));
    let attends = unique.into_iter().find(|head| !members.contains(head)).filter(|_| random.chance(40));
    let name = random.pick(&words::COUNCILS).to_owned();
    body.units.push(Unit { name, kind: "council", above: Some(0), optional: false, short: None });
    body.councils.push(Council { unit: body.units.len() - 1, members, attends, chair });
}

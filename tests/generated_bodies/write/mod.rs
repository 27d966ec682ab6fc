//! Writes a body down as a regulation.

mod duties;
mod posts;
mod units;

use crate::body::{Body, Member};
use crate::invent::join;
use crate::page::Page;
use crate::random::Random;
use crate::style::Style;

/// The regulation of a body. What may be said in several ways is chosen by `random`. Duties in sentences of their own gain the
/// citation by which they are known.
pub fn regulation(body: &mut Body, style: &Style, random: &mut Random) -> String {
    let name = body.units[0].name.clone();
    let mut page = Page::new(style, &format!("{name}{}", style.instrument));
    page.chapter("総則");
    let short = body.units[0].short.clone();
    if let Some(short) = short {
        page.article("組織", &format!("{name}（以下「{short}」という。）の組織は、この規程の定めるところによる。"));
    } else if random.chance(50) || style.chapters {
        page.article("趣旨", &format!("この規則は、{name}の組織に関し必要な事項を定めるものとする。"));
    }
    page.chapter("組織");
    units::write(body, style, random, &mut page);
    page.chapter("職制");
    posts::write(body, style, random, &mut page);
    councils(body, &mut page, random);
    page.chapter("事務分掌");
    duties::write(body, style, random, &mut page);
    if random.chance(30) {
        page.chapter("雑則");
        page.article("委任", "この規則に定めるもののほか、必要な事項は、別に定める。");
    }
    if random.chance(50) {
        page.supplement("この規則は、令和三年四月一日から施行する。");
    }
    page.finish()
}

/// What the body is called where something is put into it.
fn body_name(body: &Body) -> String {
    body.units[0].short.clone().unwrap_or_else(|| body.units[0].name.clone())
}

/// What a unit is called: its short name, once it is defined, or the name that leaves no doubt.
fn unit_name(body: &Body, unit: usize, random: &mut Random) -> String {
    match &body.units[unit].short {
        _ if unit == 0 => body_name(body),
        Some(short) if random.chance(60) => short.clone(),
        _ => body.called(unit).expect("only such are named"),
    }
}

fn councils(body: &Body, page: &mut Page<'_>, random: &mut Random) {
    if body.councils.is_empty() {
        return;
    }
    page.chapter("会議");
    for council in &body.councils {
        let name = &body.units[council.unit].name;
        let purpose = random.pick(&["", "重要事項を協議するため、", "事務の連絡を図るため、"]);
        page.article("会議", &format!("{}に、{purpose}{name}を置く。", body_name(body)));
        let call = |member: &Member| match member {
            Member::Title(title) => title.clone(),
            Member::Full(unit, title) => body.head_name(*unit, title).expect("chosen so"),
        };
        let members: Vec<String> = council.members.iter().map(call).collect();
        let verb = random.pick(&["をもって構成する", "で組織する", "をもつて組織する"]);
        page.paragraph(&format!("{name}は、{}{verb}。", join(&members, "及び")));
        if let Some(chair) = &council.chair {
            let words = random.pick(&["会議を主宰する", "会務を総理する"]);
            page.paragraph(&format!("{}は、{words}。", call(chair)));
        }
        if let Some(other) = &council.attends {
            page.paragraph(&format!("{}は、{name}に出席し、意見を述べることができる。", call(other)));
        }
    }
}

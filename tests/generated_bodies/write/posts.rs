//! Sentences that put posts somewhere and say what they do.

use crate::body::{Act, Body, By, Condition, Place, PostArticle, Role, Substitution, Under, Work};
use crate::invent::join;
use crate::page::Page;
use crate::random::Random;
use crate::style::{ListForm, Style};

use super::unit_name;

pub fn write(body: &Body, style: &Style, random: &mut Random, page: &mut Page<'_>) {
    for article in &body.articles {
        let caption = random.pick(&["職", "職員", "職の設置"]);
        let listed = style.lists == ListForm::Items && article.placements.len() == 1;
        let placement = &article.placements[0];
        let without_numbers = placement.seats.iter().all(|seat| seat.number.is_none());
        if listed && without_numbers && placement.seats.len() > 1 && !placement.choice {
            let verb = if placement.optional { "置くことができる" } else { "置く" };
            let places = places(body, random, &placement.places);
            page.article(caption, &format!("{places}に、次の職を{verb}。"));
            for (number, seat) in placement.seats.iter().enumerate() {
                page.item(0, number + 1, &seat.title);
            }
        } else {
            page.article(caption, &establishing(body, style, random, article));
        }
        if article.distributed {
            page.paragraph(&distributed_words(random, article));
            continue;
        }
        // In an article of their own they mean all posts with these titles.
        let mut apart = random.chance(25) && stands_alone(body, article);
        for role in &article.roles {
            let words = role_words(body, random, article, role);
            if std::mem::take(&mut apart) { drop(page.article("職務", &words)) } else { page.paragraph(&words) }
        }
        for substitution in &article.substitutions {
            substitute(style, random, page, substitution);
        }
    }
    for said in &body.named {
        let name = |(unit, title): &(usize, String)| body.head_name(*unit, title).expect("chosen so");
        let occasion = occasion(random, &name(&said.principal), &said.conditions);
        page.article("職務の代理", &format!("{occasion}は、{}が{}。", name(&said.by), acting(said.act)));
    }
    for said in &body.ex_officio {
        let holder = body.head_name(said.holder.0, &said.holder.1).expect("chosen so");
        page.article("充て職", &format!("{}に{}を置く。", unit_name(body, 0, random), said.title));
        page.paragraph(&format!("{}は、{holder}を{}充てる。", said.title, random.pick(&["もって", "もつて"])));
    }
}

/// Whether no other article has posts with the titles of this one.
fn stands_alone(body: &Body, article: &PostArticle) -> bool {
    let titles = |article: &PostArticle| -> Vec<String> {
        article.placements.iter().flat_map(|placement| &placement.seats).map(|seat| seat.title.clone()).collect()
    };
    let own = titles(article);
    let others = body.articles.iter().filter(|other| !std::ptr::eq(*other, article));
    others.flat_map(titles).all(|title| !own.contains(&title))
}

/// 「主査は課長の、主任は係長の命を受け、担任の事務を処理する。」
fn distributed_words(random: &mut Random, article: &PostArticle) -> String {
    let parts: Vec<String> = article
        .roles
        .iter()
        .map(|role| match &role.under {
            Under::Named(sources) => format!("{}は{}の", role.titles[0], sources[0]),
            _ => unreachable!("distributed roles have a source each"),
        })
        .collect();
    format!("{}命を受け、{}。", parts.join("、"), random.pick(&["担任の事務を処理する", "担当の事務に従事する"]))
}

fn places(body: &Body, random: &mut Random, places: &[Place]) -> String {
    let names: Vec<String> = places
        .iter()
        .map(|place| match place {
            Place::Kind(kind) => (*kind).to_owned(),
            Place::Unit(unit) => unit_name(body, *unit, random),
        })
        .collect();
    join(&names, "及び")
}

/// 「部に部長、課に課長を置く。」
fn establishing(body: &Body, style: &Style, random: &mut Random, article: &PostArticle) -> String {
    let mut parts: Vec<String> = Vec::new();
    for placement in &article.placements {
        let titles: Vec<String> = placement
            .seats
            .iter()
            .map(|seat| match seat.number {
                Some(number) => format!("{}{}人", seat.title, style.counted(number)),
                None => seat.title.clone(),
            })
            .collect();
        let last = if placement.choice { "又は" } else { "及び" };
        if let Some(each) = placement.seats[0].number.filter(|_| placement.seats.len() > 1 && !placement.choice)
            && placement.seats.iter().all(|seat| seat.number == Some(each))
        {
            let names: Vec<&str> = placement.seats.iter().map(|seat| seat.title.as_str()).collect();
            let places = places(body, random, &placement.places);
            parts.push(format!("{places}に{}各{}人", join(&names, last), style.counted(each)));
            continue;
        }
        parts.push(format!("{}に{}", places(body, random, &placement.places), join(&titles, last)));
    }
    let optional = article.placements[0].optional;
    let condition = if optional { random.pick(&["", "必要があるときは、", "必要に応じ、"]) } else { "" };
    let verb = if optional { "置くことができる" } else { "置く" };
    let each = if random.chance(20) && parts.len() > 1 { "それぞれ" } else { "" };
    let between = if random.chance(30) { "を、" } else { "、" };
    format!("{condition}{}を{each}{verb}。", parts.join(between))
}

/// 「部長は、上司の命を受けて、部の事務を統括し、所属職員を指揮監督する。」
fn role_words(body: &Body, random: &mut Random, article: &PostArticle, role: &Role) -> String {
    let comma = random.pick(&["て、", "、"]);
    let under = match &role.under {
        Under::Silent => String::new(),
        Under::Superior => format!("上司の命を受け{comma}"),
        Under::Bare => format!("命を受け{comma}"),
        Under::Named(titles) => {
            let names = join(titles, "又は");
            let words = ["命を受け", "指揮を受け", "監督を受け", "指揮監督を受け"];
            if random.chance(20) {
                format!("{names}の監督の下に、")
            } else {
                format!("{names}の{}{comma}", random.pick(&words))
            }
        }
    };
    let subject = join(&role.titles, random.pick(&["及び", "又は"]));
    let object = if role.titles.len() > 1 && role.work == Work::Lead {
        let objects: Vec<String> = role.titles.iter().map(|title| object(body, random, article, title)).collect();
        format!("それぞれ{}", join(&objects, "及び"))
    } else {
        object(body, random, article, &role.titles[0])
    };
    let staff = random.pick(&["所属職員を指揮監督", "所属の職員を指揮監督", "部下の職員を指揮監督"]);
    let work = match &role.work {
        Work::Lead => {
            let verb = random.pick(&["統括", "総括", "掌理", "管理"]);
            let object = match object.chars().count() {
                1 if random.chance(25) => format!("{object}務"),
                _ => format!("{object}の事務"),
            };
            match role.staff {
                true => format!("{object}を{verb}し、{staff}する"),
                false => format!("{object}を{verb}する"),
            }
        }
        Work::Assist(title) => {
            let verb = random.pick(&["補佐し", "助け"]);
            match &role.acts {
                Some((conditions, act)) => {
                    format!("{title}を{verb}、{}は、{}", occasion(random, title, conditions), acting(*act))
                }
                None if random.chance(40) => format!("{title}を{verb}、{object}の事務を整理する"),
                None if verb == "助け" => format!("{title}を助ける"),
                None => format!("{title}を補佐する"),
            }
        }
        Work::Charge => random
            .pick(&[
                "担任の事務を処理する",
                "担当の事務を処理する",
                "担任事務を処理する",
                "所掌の事務に従事する",
                "専門の事務を処理する",
            ])
            .to_owned(),
        Work::Specific => match role.staff {
            true => format!("{object}の特定の事務を掌理し、{staff}する"),
            false => format!("{object}の特定の事務を掌理する"),
        },
    };
    format!("{subject}は、{under}{work}。")
}

/// What a post has charge of: its unit by kind or by name.
fn object(body: &Body, random: &mut Random, article: &PostArticle, title: &str) -> String {
    let holds = |placement: &&crate::body::Placement| placement.seats.iter().any(|seat| seat.title == title);
    let place = article.placements.iter().find(holds).map(|placement| placement.places[0]);
    match place {
        Some(Place::Unit(unit)) if random.chance(50) => unit_name(body, unit, random),
        Some(Place::Unit(unit)) => body.units[unit].kind.to_owned(),
        Some(Place::Kind(kind)) => kind.to_owned(),
        None => unreachable!("a role of a post that is placed"),
    }
}

/// 「部長に事故があるとき、又は部長が欠けたとき」
fn occasion(random: &mut Random, title: &str, conditions: &[Condition]) -> String {
    match conditions {
        [Condition::Incapacitated] => {
            format!("{title}に{}", random.pick(&["事故があるとき", "事故のあるとき", "事故がある場合"]))
        }
        [Condition::Vacant] => format!("{title}が欠けたとき"),
        [Condition::Away] => format!("{title}が不在の{}", random.pick(&["とき", "場合"])),
        _ => match random.below(3) {
            0 => format!("{title}に事故があるとき、又は{title}が欠けたとき"),
            1 => format!("{title}に事故があるとき又は{title}が欠けたとき"),
            _ => format!("{title}に事故があるとき、又は欠けたとき"),
        },
    }
}

fn acting(act: Act) -> &'static str {
    match act {
        Act::Substitute => "その職務を代理する",
        Act::Perform => "その職務を代行する",
        Act::Decide => "その事務を代決する",
        Act::CarryOut => "その職務を行う",
    }
}

fn substitute(style: &Style, random: &mut Random, page: &mut Page<'_>, said: &Substitution) {
    let Substitution { principal, joint, conditions, act, by } = said;
    let occasion = match joint {
        Some(other) => format!("{principal}及び{other}{}事故があるとき", random.pick(&["に共に", "にともに"])),
        None => occasion(random, principal, conditions),
    };
    let act = acting(*act);
    let sentence = match by {
        By::Criterion(words) | By::Designated(words) => format!("{words}が{act}"),
        By::Titles(titles) if titles.len() == 1 => format!("{}が{}{act}", titles[0], random.pick(&["", "、"])),
        By::Titles(titles) if random.chance(40) && style.lists != ListForm::InSentence => {
            page.paragraph(&format!("{occasion}は、次に掲げる職員が、次の順序により{act}。"));
            for (number, title) in titles.iter().enumerate() {
                page.item(0, number + 1, title);
            }
            return;
        }
        By::Titles(titles) => {
            let rank = |(at, title): (usize, &String)| format!("第{}順位として{title}が", style.counted(at as u32 + 1));
            format!("{}、{act}", titles.iter().enumerate().map(rank).collect::<Vec<_>>().join("、"))
        }
        By::Fallback(first, second) => format!("{first}（{first}を置かないときは、{second}）が{act}"),
    };
    page.paragraph(&format!("{occasion}は、{sentence}。"));
}

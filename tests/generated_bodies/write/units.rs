//! Sentences and lists that put units somewhere.

use crate::body::Body;
use crate::invent::join;
use crate::page::Page;
use crate::random::Random;
use crate::style::{Format, ListForm, Style, UnitForm};

use super::body_name;

pub fn write(body: &Body, style: &Style, random: &mut Random, page: &mut Page<'_>) {
    let deepest = (1..body.units.len()).map(|unit| body.path_up(unit).len()).max();
    match style.units {
        // A page of the web lays many things out in tables of one column.
        UnitForm::Table if deepest == Some(2) && style.format == Format::Html => each_place(body, style, random, page),
        // Items go no deeper than three levels.
        UnitForm::Numbered if deepest > Some(4) => each_place(body, style, random, page),
        UnitForm::EachPlace => each_place(body, style, random, page),
        UnitForm::Chain => chain(body, random, page),
        _ => whole_list(body, style, random, page),
    }
}

/// The name of a unit where it is put, with what it will be called for short.
fn established(body: &Body, unit: usize) -> String {
    let record = &body.units[unit];
    match &record.short {
        Some(short) => format!("{}（以下「{short}」という。）", record.name),
        None => record.name.clone(),
    }
}

/// The place that a unit is: by its short name, its name, or the path where others have the name too.
fn place(body: &Body, unit: usize, random: &mut Random) -> String {
    if unit == 0 {
        return body_name(body);
    }
    if let Some(short) = body.units[unit].short.as_ref().filter(|_| random.chance(70)) {
        return short.clone();
    }
    body.called(unit).unwrap_or_else(|| {
        let above: Vec<&str> =
            body.path_up(unit).into_iter().rev().skip(1).map(|unit| body.units[unit].name.as_str()).collect();
        above.concat()
    })
}

/// The number of units by kind, 「三課」 or 「三課及び一室」, or the kinds alone.
fn kinds(body: &Body, style: &Style, random: &mut Random, units: &[usize]) -> String {
    let mut counts: Vec<(&str, u32)> = Vec::new();
    for unit in units {
        let kind = body.units[*unit].kind;
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    let counted = random.chance(50);
    let words: Vec<String> = counts
        .into_iter()
        .map(|(kind, count)| if counted { format!("{}{kind}", style.counted(count)) } else { kind.to_owned() })
        .collect();
    join(&words, "及び")
}

/// 「X部に、次の二課を置く。」 for every place.
fn each_place(body: &Body, style: &Style, random: &mut Random, page: &mut Page<'_>) {
    let mut first_of_article = true;
    let in_paragraphs = random.chance(30);
    for above in (0..body.units.len()).filter(|unit| !body.is_council(*unit)) {
        let (optional, units): (Vec<usize>, Vec<usize>) =
            body.below(above).into_iter().partition(|unit| body.units[*unit].optional);
        if units.is_empty() && optional.is_empty() {
            continue;
        }
        let place = place(body, above, random);
        let mut say = |page: &mut Page<'_>, sentence: &str| {
            if first_of_article || !in_paragraphs {
                page.article("内部組織", sentence);
                first_of_article = false;
            } else {
                page.paragraph(sentence);
            }
        };
        let form = match style.lists {
            ListForm::Mixed => random.pick(&[ListForm::InSentence, ListForm::Lines, ListForm::Items]),
            form => form,
        };
        let names: Vec<String> = units.iter().map(|unit| established(body, *unit)).collect();
        let comma = random.pick(&["", "、"]);
        if form == ListForm::InSentence && !units.is_empty() {
            say(page, &format!("{place}に{comma}{}を置く。", join(&names, "及び")));
        } else if !units.is_empty() {
            let kinds = kinds(body, style, random, &units);
            let mark = if kinds.starts_with(|c: char| !c.is_alphabetic()) {
                "次の"
            } else {
                random.pick(&["次の", "次に掲げる"])
            };
            say(page, &format!("{place}に{comma}{mark}{kinds}を置く。"));
            for (number, name) in names.iter().enumerate() {
                if form == ListForm::Items { page.item(0, number + 1, name) } else { page.line(1, name) }
            }
        }
        for unit in optional {
            let condition = random.pick(&["", "必要があるときは、"]);
            say(page, &format!("{condition}{place}に、{}を置くことができる。", established(body, unit)));
        }
    }
}

/// 「X市に総務部を置き、総務部に人事課を置く。」
fn chain(body: &Body, random: &mut Random, page: &mut Page<'_>) {
    for top in body.below(0) {
        let mut parts = vec![format!("{}に{}を置", body_name(body), established(body, top))];
        let within = |unit: &usize| body.path_up(*unit).contains(&top) && !body.is_council(*unit);
        for above in (1..body.units.len()).filter(within) {
            let units = body.below(above);
            if !units.is_empty() {
                let names: Vec<String> = units.iter().map(|unit| established(body, *unit)).collect();
                parts.push(format!("{}に{}を置", place(body, above, random), join(&names, "及び")));
            }
        }
        page.article("部課", &format!("{}く。", parts.join("き、")));
    }
}

/// One list of everything.
fn whole_list(body: &Body, style: &Style, random: &mut Random, page: &mut Page<'_>) {
    let units: Vec<usize> = (1..body.units.len()).filter(|unit| !body.is_council(*unit)).collect();
    let depth = |unit: usize| body.path_up(unit).len() - 2;
    let mut kinds: Vec<(usize, &str)> = Vec::new();
    for unit in &units {
        let kind = body.units[*unit].kind;
        if !kinds.iter().any(|(_, known)| *known == kind) {
            kinds.push((depth(*unit), kind));
        }
    }
    kinds.sort_by_key(|(depth, _)| *depth);
    let kinds: Vec<&str> = kinds.into_iter().map(|(_, kind)| kind).collect();
    let mark = match style.units {
        UnitForm::Table => "次の表に掲げる",
        _ => random.pick(&["次の", "次に掲げる"]),
    };
    page.article("部課", &format!("{}に、{mark}{}を置く。", body_name(body), join(&kinds, "及び")));
    match style.units {
        UnitForm::Table => table(body, &kinds, page),
        UnitForm::Rows => rows(body, random, page),
        UnitForm::Numbered => numbered(body, page),
        UnitForm::Flat => units.iter().for_each(|unit| page.line(0, &established(body, *unit))),
        _ => units.iter().for_each(|unit| page.line(depth(*unit) + 1, &established(body, *unit))),
    }
}

/// 「総務課　庶務係、文書係」: the two lowest levels on one line.
fn rows(body: &Body, random: &mut Random, page: &mut Page<'_>) {
    let apart = random.pick(&["、", "　"]);
    for unit in (1..body.units.len()).filter(|unit| !body.is_council(*unit)) {
        let below = body.below(unit);
        let lowest = |unit: &usize| body.below(*unit).is_empty();
        if below.is_empty()
            && body.units[unit].above != Some(0)
            && body.below(body.units[unit].above.unwrap_or(0)).iter().all(lowest)
        {
            // Stands in the row of the unit above it.
            continue;
        }
        if !below.is_empty() && below.iter().all(lowest) {
            let names: Vec<&str> = below.iter().map(|unit| body.units[*unit].name.as_str()).collect();
            page.line(0, &format!("{}　{}", body.units[unit].name, names.join(apart)));
        } else {
            page.line(0, &body.units[unit].name);
        }
    }
}

fn numbered(body: &Body, page: &mut Page<'_>) {
    for (number, top) in body.below(0).into_iter().enumerate() {
        page.item(0, number + 1, &established(body, top));
        for (number, unit) in body.below(top).into_iter().enumerate() {
            page.item(1, number + 1, &established(body, unit));
            for (number, unit) in body.below(unit).into_iter().enumerate() {
                page.item(2, number + 1, &established(body, unit));
            }
        }
    }
}

/// A column for each level; a cell is empty where the unit above stands in a row before.
fn table(body: &Body, kinds: &[&str], page: &mut Page<'_>) {
    page.row(&kinds.iter().map(|kind| (*kind).to_owned()).collect::<Vec<_>>());
    page.row(&kinds.iter().map(|_| "---".to_owned()).collect::<Vec<_>>());
    let mut cells = vec![String::new(); kinds.len()];
    for unit in (1..body.units.len()).filter(|unit| !body.is_council(*unit)) {
        let column = body.path_up(unit).len() - 2;
        cells[column].clone_from(&body.units[unit].name);
        if body.below(unit).is_empty() {
            page.row(&cells);
            cells.iter_mut().for_each(String::clear);
        }
    }
}

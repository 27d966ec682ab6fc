//! Lists of duties and sentences on them.

use crate::body::{Body, DutyForm, DutyList};
use crate::invent::join;
use crate::page::Page;
use crate::random::Random;
use crate::style::Style;

use super::unit_name;

/// Writes the duties. One that stands in a sentence of its own is known by the article, which is noted as its number.
pub fn write(body: &mut Body, style: &Style, random: &mut Random, page: &mut Page<'_>) {
    let mut lists = body.duties.clone();
    let mut headed = false;
    for list in &mut lists {
        let owner = list.owner;
        match list.form {
            DutyForm::Heading => {
                if !headed {
                    headed = true;
                    let kind = body.units[owner].kind;
                    let above = body.units[owner].above.unwrap_or(0);
                    let place = if above == 0 { String::new() } else { unit_name(body, above, random) + "の" };
                    let verb = random.pick(&["次のとおりとする", "次に掲げるとおりとする"]);
                    page.article("事務分掌", &format!("{place}各{kind}の事務分掌は、{verb}。"));
                }
                page.heading(&body.units[owner].name.clone());
                items(list, page);
            }
            DutyForm::Distribution => {
                let noun = random.pick(&["事務分掌", "分掌事務", "所掌事務"]);
                let sentence = format!("{}の{noun}は、次のとおりとする。", unit_name(body, owner, random));
                page.article("事務分掌", &sentence);
                items(list, page);
            }
            DutyForm::Charge => {
                let verb = random.pick(&["つかさどる", "分掌する", "所掌する", "処理する"]);
                let except = if list.chapeau.is_empty() {
                    String::new()
                } else {
                    let names: Vec<String> = list.chapeau.iter().map(|unit| unit_name(body, *unit, random)).collect();
                    let items: Vec<String> =
                        list.only.iter().map(|at| format!("第{}号", style.counted(*at as u32 + 1))).collect();
                    let case = match items.len() {
                        0 => String::new(),
                        _ => format!(
                            "{}に掲げる事務に{}、",
                            join(&items, "及び"),
                            random.pick(&["あっては", "あつては"])
                        ),
                    };
                    format!("（{case}{}の所掌に属するものを除く。）", join(&names, "及び"))
                };
                let owner = unit_name(body, owner, random);
                page.article("分掌事務", &format!("{owner}は、次に掲げる事務{except}を{verb}。"));
                items(list, page);
            }
            DutyForm::Sentence => {
                let owner = unit_name(body, owner, random);
                let words = list.items[0].words.clone();
                let verb = random.pick(&["つかさどる", "分掌する", "所掌する"]);
                list.number = Some(page.article("分掌事務", &format!("{owner}は、{words}を{verb}。")));
            }
        }
    }
    if style.wide_comma {
        let items = lists.iter_mut().flat_map(|list| &mut list.items);
        items.for_each(|item| item.words = item.words.replace('、', "，"));
    }
    body.duties = lists;
}

fn items(list: &DutyList, page: &mut Page<'_>) {
    for (number, duty) in list.items.iter().enumerate() {
        page.item(0, number + 1, &duty.words);
        for (number, words) in duty.below.iter().enumerate() {
            page.item(1, number + 1, words);
        }
    }
}

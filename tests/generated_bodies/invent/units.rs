//! Units nested by kind, some with the same name in different places, some with a short name.

use crate::body::{Body, Unit};
use crate::random::Random;
use crate::style::{Style, UnitForm};
use crate::words;

/// The kinds of the levels of a body, from the top.
const LEVELS: [&[&str]; 7] = [
    &["部", "課", "係"],
    &["局", "部", "課"],
    &["部", "課"],
    &["課", "係"],
    &["局", "部", "課", "係"],
    &["課"],
    &["局", "課"],
];

pub fn add(body: &mut Body, random: &mut Random, name: &str, style: &Style) {
    // 海洋観測機構 is called 機構, 桜川市 is not called 市.
    let may_be_short = !["市", "町", "村"].contains(&body.kind);
    let short = (may_be_short && random.chance(60)).then(|| body.kind.to_owned());
    body.units.push(Unit { name: name.to_owned(), kind: body.kind, above: None, optional: false, short });
    let levels = random.pick(&LEVELS);
    // Special units break a flat list: only indentation or words show where they belong.
    let special = style.units.shows_nesting() && random.chance(50);
    let mut shorts = words::SHORTENED.to_vec();
    below(body, random, 0, levels, special, &mut shorts);
    if style.units == UnitForm::EachPlace && random.chance(30) {
        let last = body.units.len() - 1;
        let at = random.between(1, last);
        // Only what has nothing below it: the rest of the text would hang on something that may not be there.
        if body.below(at).is_empty() {
            body.units[at].optional = true;
        }
    }
}

fn below(
    body: &mut Body,
    random: &mut Random,
    above: usize,
    levels: &[&'static str],
    special: bool,
    shorts: &mut Vec<(&'static str, &'static str, &'static str)>,
) {
    let Some((kind, rest)) = levels.split_first() else { return };
    let most = if above == 0 { 4 } else { 3 };
    let least = usize::from(above == 0);
    let count = random.between(least, most);
    let mut stems = words::stems(kind).to_vec();
    if random.chance(60) {
        // Every name once in the whole body.
        let used = |stem: &&str| body.units.iter().any(|unit| unit.name == format!("{stem}{kind}"));
        stems.retain(|stem| !used(stem));
    }
    for stem in random.sample(&stems, count) {
        let unit = push(body, format!("{stem}{kind}"), kind, above, None);
        below(body, random, unit, rest, special, shorts);
    }
    if special && random.chance(if above == 0 { 60 } else { 15 }) {
        let fits = |kind: &str| kind != *levels.first().unwrap_or(&"");
        if !shorts.is_empty() && random.chance(40) {
            let (name, short, kind) = shorts.swap_remove(random.below(shorts.len()));
            if fits(kind) {
                push(body, name.to_owned(), kind, above, Some(short.to_owned()));
            }
            return;
        }
        let kind = random.pick(&["室", "センター", "事務所"]);
        let used = |stem: &&str| body.units.iter().any(|unit| unit.name == format!("{stem}{kind}"));
        let stems: Vec<&str> = words::stems(kind).iter().copied().filter(|stem| !used(stem)).collect();
        if let Some(stem) = random.sample(&stems, 1).first() {
            let unit = push(body, format!("{stem}{kind}"), kind, above, None);
            // A centre may hold sections of its own.
            if kind != "室" && levels.contains(&"課") && random.chance(40) {
                below(body, random, unit, &["課"], false, shorts);
            }
        }
    }
}

fn push(body: &mut Body, name: String, kind: &'static str, above: usize, short: Option<String>) -> usize {
    body.units.push(Unit { name, kind, above: Some(above), optional: false, short });
    body.units.len() - 1
}

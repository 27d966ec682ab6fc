//! Lists of duties with exclusions, residual duties and those that go with others.

use crate::body::{Body, Duty, DutyForm, DutyList};
use crate::random::Random;
use crate::style::Style;
use crate::words;

pub fn add(body: &mut Body, random: &mut Random, style: &Style) {
    let mut owners: Vec<usize> =
        (1..body.units.len()).filter(|unit| !body.is_council(*unit) && body.called(*unit).is_some()).collect();
    owners = random.sample(&owners, 6);
    owners.sort_unstable();
    // Below headings: all units of one place that were chosen, if they are of one kind.
    if random.chance(40)
        && let Some(first) = owners.first().copied()
    {
        let above = body.units[first].above.unwrap_or(0);
        let group: Vec<usize> = body.below(above);
        if group.iter().all(|unit| body.units[*unit].kind == body.units[first].kind) && body.called(above).is_some() {
            owners.retain(|owner| !group.contains(owner));
            for unit in group {
                let items = items(body, random, unit, style);
                body.duties.push(DutyList {
                    owner: unit,
                    form: DutyForm::Heading,
                    chapeau: Vec::new(),
                    only: Vec::new(),
                    number: None,
                    items,
                });
            }
        }
    }
    for owner in owners {
        let form = random.pick(&[DutyForm::Distribution, DutyForm::Charge, DutyForm::Charge, DutyForm::Sentence]);
        let mut list = DutyList { owner, form, chapeau: Vec::new(), only: Vec::new(), number: None, items: Vec::new() };
        if form == DutyForm::Sentence {
            list.items.push(plain(format!("{}に関する事務", matter(random))));
        } else {
            list.items = items(body, random, owner, style);
        }
        if form == DutyForm::Charge && random.chance(15) {
            list.chapeau = others(body, random, owner, 1);
            if random.chance(50) {
                let positions: Vec<usize> = (0..list.items.len()).collect();
                let count = random.between(1, 2);
                list.only = random.sample(&positions, count);
                list.only.sort_unstable();
            }
        }
        body.duties.push(list);
    }
}

fn plain(words: String) -> Duty {
    Duty { words, kind: "substantive", yields: Vec::new(), goes_with: Vec::new(), below: Vec::new() }
}

fn items(body: &Body, random: &mut Random, owner: usize, style: &Style) -> Vec<Duty> {
    let count = random.between(1, 6);
    let mut items: Vec<Duty> = (0..count).map(|_| substantive(body, random, owner, style)).collect();
    if random.chance(10) {
        items.extend(carried_on(body, random, owner, style));
    }
    if random.chance(10) {
        let mut list = plain(format!("次に掲げる{}に関すること{}", random.pick(&["調査", "連絡", "計画"]), style.stop));
        let count = random.between(2, 4);
        list.below =
            random.sample(&words::OBJECTS, count).into_iter().map(|object| format!("{object}の調整")).collect();
        items.push(list);
    }
    if random.chance(30) {
        items.push(residual(body, random, owner, style));
    }
    if random.chance(30) {
        let number = items.len();
        let (which, goes_with) = match random.below(3) {
            0 => ("前号".to_owned(), vec![number - 1]),
            1 if number >= 3 => (format!("前{}号", style.counted(3)), (number - 3..number).collect()),
            _ if number == 1 => ("前号".to_owned(), vec![0]),
            _ => ("前各号".to_owned(), (0..number).collect()),
        };
        let attending = random.pick(&["附帯", "付帯", "附随"]);
        let words = if random.chance(50) {
            format!("{which}に掲げる事務に{attending}する事務に関すること")
        } else {
            format!("{which}に{attending}する業務に関すること")
        };
        items.push(Duty {
            words: words + style.stop,
            kind: "ancillary",
            yields: Vec::new(),
            goes_with,
            below: Vec::new(),
        });
    }
    items
}

/// 文書の収受及び管理
fn matter(random: &mut Random) -> String {
    let count = random.between(1, 2);
    let objects = random.sample(&words::OBJECTS, count);
    let count = random.between(0, 3);
    let activities = random.sample(&words::ACTIVITIES, count);
    let objects = join(&objects, "及び");
    if activities.is_empty() { objects } else { format!("{objects}の{}", join(&activities, "及び")) }
}

fn substantive(body: &Body, random: &mut Random, owner: usize, style: &Style) -> Duty {
    let matter = matter(random);
    let stop = style.stop;
    if !random.chance(40) {
        if random.chance(15) {
            let topic = random.pick(&words::TOPICS);
            return plain(format!("{matter}（{topic}を除く。）に関すること{stop}"));
        }
        return plain(format!("{matter}に関すること{stop}"));
    }
    let count = random.between(1, 3);
    let excluded = others(body, random, owner, count);
    let names: Vec<String> = excluded.iter().map(|unit| name_from(body, random, owner, *unit)).collect();
    if names.is_empty() {
        return plain(format!("{matter}に関すること{stop}"));
    }
    let charge = random.pick(&["所掌", "所管", "主管", "分掌"]);
    let belonging = random.pick(&["に属するもの", "に係るもの", "に属する事務"]);
    let exception = if names.len() == 2 && random.chance(20) {
        format!("（{}の{charge}{belonging}及び{}の{charge}{belonging}を除く。）", names[0], names[1])
    } else {
        format!("（{}の{charge}{belonging}を除く。）", join(&names, "及び"))
    };
    let words = match random.below(3) {
        0 => format!("{matter}{exception}に関すること{stop}"),
        1 => format!("{matter}に関する事務{exception}の連絡調整に関すること{stop}"),
        _ => format!("{matter}に関すること{exception}{stop}"),
    };
    Duty {
        words,
        kind: "substantive",
        yields: excluded.into_iter().map(|unit| (unit, None)).collect(),
        goes_with: Vec::new(),
        below: Vec::new(),
    }
}

/// 「文書（会計課の所掌に属するものを除く。次号において同じ。）に関すること。」 and the next, on the same thing.
fn carried_on(body: &Body, random: &mut Random, owner: usize, style: &Style) -> Vec<Duty> {
    let excluded = others(body, random, owner, 1);
    let Some(unit) = excluded.first() else { return Vec::new() };
    let thing = random.pick(&["備品", "樹木", "標識", "倉庫"]);
    let (one, other) = (random.pick(&words::ACTIVITIES), random.pick(&words::ACTIVITIES));
    let name = name_from(body, random, owner, *unit);
    let stop = style.stop;
    let first = format!("{thing}（{name}の所掌に属するものを除く。次号において同じ。）の{one}に関すること{stop}");
    let second = format!("{thing}の{other}に関すること{stop}");
    let yields = vec![(*unit, None)];
    [first, second].into_iter().map(|words| Duty { yields: yields.clone(), ..plain(words) }).collect()
}

/// What belongs to nobody else.
fn residual(body: &Body, random: &mut Random, owner: usize, style: &Style) -> Duty {
    let stop = style.stop;
    let front = random.pick(&["", "前各号に掲げるもののほか、"]);
    let belong = random.pick(&["所掌に属しない", "所掌に属さない", "所管に属しない"]);
    let own = &body.units[owner];
    let above = own.above.unwrap_or(0);
    let beside: Vec<usize> = body.below(above).into_iter().filter(|unit| *unit != owner).collect();
    let path = body.path_up(owner);
    let of_kind: Vec<usize> = body.of_kind(own.kind).into_iter().filter(|unit| !path.contains(unit)).collect();
    let named = others(body, random, owner, 2);
    let (words, yields) = match random.below(4) {
        0 if !named.is_empty() => {
            let names: Vec<String> = named.iter().map(|unit| name_from(body, random, owner, *unit)).collect();
            let words = format!("{front}{}の{belong}事務に関すること{stop}", join(&names, "及び"));
            (words, named.into_iter().map(|unit| (unit, None)).collect())
        }
        1 if above != 0 => {
            let inside = |unit: &usize| body.path_up(*unit).contains(&above);
            let same: Vec<usize> = of_kind.iter().copied().filter(inside).collect();
            let within = body.units[above].kind;
            let words = format!("{front}{within}内の他の{}の{belong}事務に関すること{stop}", own.kind);
            (words, same.into_iter().map(|unit| (unit, Some("other-units-of-kind"))).collect())
        }
        2 if above != 0 => {
            let within = body.units[above].kind;
            let words = format!("{front}{within}の所掌事務で他の{belong}ものに関すること{stop}");
            (words, beside.into_iter().map(|unit| (unit, Some("other-units"))).collect())
        }
        _ => {
            let words = format!("{front}他の{}の{belong}事務に関すること{stop}", own.kind);
            (words, of_kind.into_iter().map(|unit| (unit, Some("other-units-of-kind"))).collect())
        }
    };
    Duty { words, kind: "residual", yields, goes_with: Vec::new(), below: Vec::new() }
}

/// Units that a duty of a unit may give way to: neither it nor what it is a part of, and such as can be called by a name.
fn others(body: &Body, random: &mut Random, owner: usize, count: usize) -> Vec<usize> {
    let path = body.path_up(owner);
    let fits = |unit: &usize| !path.contains(unit) && !body.is_council(*unit) && body.called(*unit).is_some();
    let units: Vec<usize> = (1..body.units.len()).filter(fits).collect();
    random.sample(&units, count)
}

/// What a unit is called from another: the short name, the bare name of a neighbour, or the name that leaves no doubt.
fn name_from(body: &Body, random: &mut Random, from: usize, unit: usize) -> String {
    if let Some(short) = &body.units[unit].short
        && random.chance(60)
    {
        return short.clone();
    }
    if body.units[unit].above == body.units[from].above && random.chance(70) {
        return body.units[unit].name.clone();
    }
    body.called(unit).expect("chosen so")
}

/// 甲、乙及び丙
pub fn join(names: &[impl AsRef<str>], last: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        Some((end, before)) if !before.is_empty() => format!("{}{last}{end}", before.join("、")),
        _ => names.concat(),
    }
}

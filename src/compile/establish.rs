//! Sentences that establish units and posts: 「Xに、Y及びZを置く。」「部に部長、課に課長を置く。」「Xに、次の三課を置く。」

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::kinds::{Kinds, NameClass};
use super::lists::{Joint, split_list};
use super::outline::{Sentence, SentenceKind, Zone};
use super::tables;
use crate::regulation::parse_number;

/// What is put where, by one verb.
#[derive(Debug, Clone)]
pub(crate) struct Establishing {
    /// Range of the place in the bare sentence; `None` if it is not said.
    pub place: Option<Range<usize>>,
    /// What is put there.
    pub objects: Vec<Object>,
    /// How the objects are joined.
    pub joint: Joint,
    /// Whether they may be put (置くことができる) rather than must.
    pub optional: bool,
    /// Range of everything that says so, verb included.
    pub range: Range<usize>,
    /// Whether the sentence leaves some places out (甲支局を除き): which, it does not say where it names the places.
    pub excepting: bool,
}

/// One thing put somewhere.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    /// Range of its name in the bare sentence.
    pub range: Range<usize>,
    /// What it is.
    pub kind: ObjectKind,
    /// Number of seats, if the text fixes one.
    pub seats: Option<u32>,
}

impl Object {
    /// Its name as the text means it, in the bare sentence.
    pub(crate) fn name<'t>(&self, bare: &'t str) -> Cow<'t, str> {
        match &self.kind {
            ObjectKind::UnitOfKind(kind) => Cow::Owned(format!("{}{kind}", &bare[self.range.clone()])),
            _ => Cow::Borrowed(&bare[self.range.clone()]),
        }
    }

    /// Whether it is one unit that the sentence itself names.
    pub(crate) fn is_unit(&self) -> bool {
        matches!(self.kind, ObjectKind::Unit | ObjectKind::UnitOfKind(_))
    }
}

/// What may be put somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ObjectKind {
    /// A unit or council.
    Unit,
    /// A unit whose kind word stands behind the last of several: 総務 in 「総務及び会計の二課」.
    UnitOfKind(String),
    /// A post.
    Post,
    /// 所要の職員: posts without a title.
    UnnamedPosts,
    /// 所要の組織: units without a name.
    UnnamedUnits,
    /// 次の三課: a list below the sentence.
    List {
        /// The number of members that the text gives.
        count: Option<u32>,
        /// Kind words of the members at the top of the list; the others belong to these.
        top_kinds: Vec<String>,
        /// Whether the members are posts.
        posts: bool,
    },
    /// The words tell neither.
    Unclear,
}

static VERB: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"を(?:それぞれ|各)?(?:置|お|設け)(?:(き、)|(く|る)?(こと(?:が)?でき(?:る|、))?(?:ものとする)?(?:。|$))")
        .expect("valid pattern")
});

/// The sentences that establish something, by index, with what each verb puts where.
pub(crate) fn read_all(sentences: &[Sentence], kinds: &Kinds) -> Vec<(usize, Vec<Establishing>)> {
    let read = sentences.iter().map(|sentence| read(sentence, kinds)).enumerate();
    read.filter(|(_, parts)| !parts.is_empty()).collect()
}

/// Reads a sentence that establishes something; empty for any other sentence.
fn read(sentence: &Sentence, kinds: &Kinds) -> Vec<Establishing> {
    if sentence.zone != Zone::Main || sentence.kind != SentenceKind::Lead {
        return Vec::new();
    }
    let bare = sentence.bare.normal();
    if let Some(reversed) = read_reversed(bare, kinds) {
        return vec![reversed];
    }
    let mut found = Vec::new();
    let mut from = 0;
    for verb in VERB.captures_iter(bare) {
        let whole = verb.get(0).expect("group 0 is the match");
        // 「を置く」 has to end the sentence or a part of it: を置く + 。, を置き、, を置くことができる。
        if verb.get(1).is_none() && verb.get(2).is_none() && verb.get(3).is_none() {
            continue;
        }
        let optional = verb.get(3).is_some();
        for mut establishing in read_part(bare, from..whole.start(), kinds) {
            establishing.optional = optional;
            establishing.range.end = whole.end();
            // 「甲局及び乙局を通じて審査官十人以内を置く」 establishes neither of the two.
            if bare[from..whole.start()].contains("を通じて") {
                establishing.objects.retain(|object| !object.is_unit());
            }
            found.extend(each_his_own(bare, establishing, kinds));
        }
        from = whole.end();
    }
    found
}

/// 「部及び課に、それぞれ部長及び課長を置く」: as many places as posts, and each post is called after its place.
fn each_his_own(bare: &str, part: Establishing, kinds: &Kinds) -> Vec<Establishing> {
    let Some(place) = part.place.clone().filter(|_| bare[part.range.clone()].contains("それぞれ")) else {
        return vec![part];
    };
    let members = split_list(&bare[place.clone()], |_| false).0;
    let places: Vec<Range<usize>> =
        members.into_iter().map(|member| place.start + member.start..place.start + member.end).collect();
    let called_after = |(place, object): (&Range<usize>, &Object)| {
        let kind = kinds.kind_of(&bare[place.clone()]);
        object.kind == ObjectKind::Post && kind.is_some_and(|kind| bare[object.range.clone()].starts_with(kind))
    };
    if places.len() < 2 || places.len() != part.objects.len() || !places.iter().zip(&part.objects).all(called_after) {
        return vec![part];
    }
    let own = |(place, object): (Range<usize>, Object)| Establishing {
        place: Some(place),
        objects: vec![object],
        joint: Joint::Single,
        ..part.clone()
    };
    places.into_iter().zip(part.objects.clone()).map(own).collect()
}

/// 「課長は、課に置く。」
fn read_reversed(bare: &str, kinds: &Kinds) -> Option<Establishing> {
    let core = bare.strip_suffix("に置く。")?;
    let topic = core.find("は、")?;
    let place = topic + "は、".len()..core.len();
    let (members, joint) = split_list(&bare[..topic], |_| false);
    let is_post = |member: &Range<usize>| kinds.class_of(&bare[member.clone()]) == Some(NameClass::Post);
    let names_place = split_place(bare, &(place.start..core.len() + 'に'.len_utf8()), kinds)
        .is_some_and(|(found, _)| found == place && !bare[place.clone()].contains('、'));
    if !names_place || !members.iter().all(is_post) {
        return None;
    }
    let object = |range: Range<usize>| Object { range, kind: ObjectKind::Post, seats: None };
    Some(Establishing {
        place: Some(place),
        objects: members.into_iter().map(object).collect(),
        joint,
        optional: false,
        range: 0..bare.len() - '。'.len_utf8(),
        excepting: false,
    })
}

/// Where the parts of the words in front of a verb end and the next ones begin: at commas, and at a 「並びに」 behind which
/// another place stands (総務課に庶務係並びに住民課に戸籍係).
fn breaks(bare: &str, part: &Range<usize>, kinds: &Kinds) -> Vec<(usize, usize)> {
    let words = &bare[part.clone()];
    let commas = words.match_indices('、').map(|(at, comma)| (part.start + at, part.start + at + comma.len()));
    let mut breaks: Vec<(usize, usize)> = commas.chain([(part.end, part.end)]).collect();
    let joints: Vec<(usize, usize)> =
        words.match_indices("並びに").map(|(at, joint)| (part.start + at, part.start + at + joint.len())).collect();
    for (end, next) in joints {
        let until = breaks.iter().map(|(at, _)| *at).find(|at| *at > end).unwrap_or(part.end);
        let from = breaks.iter().rev().map(|(_, start)| *start).find(|start| *start <= end).unwrap_or(part.start);
        let placed = |chunk: Range<usize>| {
            split_place(bare, &chunk, kinds).is_some_and(|(_, rest)| !bare[rest..chunk.end].trim().is_empty())
        };
        if placed(from..end) && placed(next..until) {
            breaks.push((end, next));
            breaks.sort_unstable();
        }
    }
    breaks
}

/// Reads the words in front of one verb.
fn read_part(bare: &str, part: Range<usize>, kinds: &Kinds) -> Vec<Establishing> {
    let mut found: Vec<Establishing> = Vec::new();
    let mut objects_from: Option<usize> = None;
    // Where the words before a place begin: members of the place's list, or objects without a place.
    let mut unplaced: Option<usize> = None;
    // Where the objects of the last place ended in を: what follows belongs to the next place.
    let mut objects_end: Option<usize> = None;
    let mut excepting = false;
    // The unit whose work is parted, 「総務課の事務を分掌させるため」: where, if nothing else says it.
    let mut parted: Option<Range<usize>> = None;
    let mut chunk_start = part.start;
    let mut last_break = part.start;
    for (comma, next) in breaks(bare, &part, kinds) {
        let mut chunk = chunk_start..comma;
        let before = last_break;
        (last_break, chunk_start) = (comma, next);
        // 「乙部に置くもののほか次の二課」
        if let Some(at) = bare[chunk.clone()].rfind("もののほか").map(|at| chunk.start + at + "もののほか".len())
        {
            unplaced = unplaced.filter(|_| at == chunk.end);
            chunk.start = if at < chunk.end { at } else { chunk.start };
        }
        let words = &bare[chunk.clone()];
        // 「乙課に代えて」: what is put in its stead is put where that one is, which the sentence does not say.
        excepting |= ["を除き", "を除くほか", "に代えて"].iter().any(|exception| words.ends_with(exception))
            || is_below_a_post(words, kinds);
        // Wherever it stands: 「甲局に、乙部に置くもののほか、次の二課を置く」.
        if is_circumstance(words) {
            parted = unit_of_work(words, kinds).map(|unit| chunk.start + unit.start..chunk.start + unit.end).or(parted);
            unplaced = None;
            continue;
        }
        if let Some((mut place, rest)) = split_place(bare, &chunk, kinds) {
            // Another place: 「部に部長、課に課長」.
            if let Some(start) = objects_from.take().filter(|_| !found.is_empty()) {
                let end = objects_end.unwrap_or(before);
                found.last_mut().expect("not empty").objects_range(bare, start..end, kinds);
            }
            objects_end = None;
            // 「総務課、税務課及び会計課に」: the list began before this comma.
            place.start = unplaced.take().unwrap_or(place.start);
            let range = place.start..part.end;
            found.push(Establishing {
                place: Some(place),
                objects: Vec::new(),
                joint: Joint::Single,
                optional: false,
                range,
                excepting,
            });
            objects_from = Some(rest);
        } else if objects_from.is_none() || objects_end.is_some() {
            unplaced = unplaced.or(Some(chunk.start + (words.len() - words.trim_start().len())));
        }
        if objects_from.is_some() && words.trim_end().ends_with('を') {
            objects_end = objects_end.or(Some(comma));
        }
    }
    if let (None, Some(start)) = (objects_from, unplaced) {
        let range = start..part.end;
        let joint = Joint::Single;
        // 「乙所の事務を分掌させるため、乙所の支所を設ける」 says it.
        let parted = parted.filter(|unit| !bare[range.clone()].contains(&bare[unit.clone()]));
        let range = parted.as_ref().map_or(range.start, |unit| unit.start)..range.end;
        found.push(Establishing { place: parted, objects: Vec::new(), joint, optional: false, range, excepting });
        objects_from = Some(start);
    }
    if let (Some(start), Some(last)) = (objects_from, found.last_mut()) {
        last.objects_range(bare, start..part.end, kinds);
    }
    found.retain(|establishing| !establishing.objects.is_empty());
    found.iter_mut().for_each(|establishing| establishing.excepting = excepting);
    found
}

impl Establishing {
    /// Reads the objects in a range of the sentence.
    fn objects_range(&mut self, bare: &str, range: Range<usize>, kinds: &Kinds) {
        let range = skip_circumstances(bare, range);
        let range = range.start + bare[range.clone()].len() - without_occasion(&bare[range.clone()]).len()..range.end;
        // 「課に課長を、係に係長を置く」
        let words = bare[range.clone()].trim_end_matches('を');
        let (members, joint) = split_list(words, |_| false);
        self.joint = joint;
        let behind_a_place = |member: &Range<usize>| stands_behind_a_place(&words[member.clone()], kinds);
        if let Some((members, kind)) = sharing_kind(words, kinds) {
            let object = |member: Range<usize>| Object {
                range: range.start + member.start..range.start + member.end,
                kind: ObjectKind::UnitOfKind(kind.to_owned()),
                seats: None,
            };
            self.joint = if members.len() > 1 { Joint::And } else { Joint::Single };
            self.objects.extend(members.into_iter().map(object));
            return;
        }
        if members.iter().any(behind_a_place) {
            self.objects.push(Object { range, kind: ObjectKind::Unclear, seats: None });
            return;
        }
        // Index of the list among the objects, and whether all kinds named for it stand at its top.
        let mut list: Option<usize> = None;
        let (mut all_top, mut all_counted) = (false, true);
        for member in members {
            let at = range.start + member.start..range.start + member.end;
            let name = words[member].trim_start_matches("それぞれ");
            let at = at.end - name.len()..at.end;
            if let Some(object) = list {
                // The rest of what the list holds: 「次の事務局及びセンター並びにこれに属する部課」, 「次の五課、一室及び四局」.
                if name.contains("に属する") {
                    all_top = true;
                    continue;
                }
                let (number, kind) = leading_count(name.trim_end_matches('等'));
                if kinds.is_kind(kind)
                    && let ObjectKind::List { count, top_kinds, .. } = &mut self.objects[object].kind
                {
                    all_counted &= number.is_some();
                    *count = count.zip(number).map(|(a, b)| a + b);
                    top_kinds.push(kind.to_owned());
                    continue;
                }
            }
            if let Some((count, kind)) = list_marker(name) {
                let posts = ["職", "職員", "役員", "者"].contains(&kind);
                let top_kinds = if kinds.is_kind(kind) { vec![kind.to_owned()] } else { Vec::new() };
                list = Some(self.objects.len());
                all_counted = count.is_some();
                self.objects.push(Object {
                    range: at,
                    kind: ObjectKind::List { count, top_kinds, posts },
                    seats: None,
                });
                continue;
            }
            // 「主査その他所要の職員」: a title, and whoever else there is.
            let (name, at) = match titled_before_others(name, kinds) {
                Some((title, others)) => {
                    let titled = at.start..at.start + title;
                    self.objects.push(Object { range: titled, kind: ObjectKind::Post, seats: None });
                    (&name[others..], at.start + others..at.end)
                }
                None => (name, at),
            };
            let (length, seats) = without_seats(name);
            let name = with_title(&bare[at.start..at.start + length], kinds);
            let at = at.start + length - name.len()..at.start + length;
            let kind = match name {
                _ if ["所要の職員", "必要な職員", "その他の職員", "その他職員"]
                    .iter()
                    .any(|word| name.ends_with(word)) =>
                {
                    ObjectKind::UnnamedPosts
                }
                _ if ["所要の組織", "必要な組織", "所要の機関"].iter().any(|word| name.ends_with(word)) => {
                    ObjectKind::UnnamedUnits
                }
                "長" => ObjectKind::Unclear,
                _ if ["所要の", "必要な"].iter().any(|word| name.starts_with(word)) => match kinds.class_of(name)
                {
                    Some(NameClass::Post) => ObjectKind::UnnamedPosts,
                    Some(NameClass::Unit | NameClass::Council) => ObjectKind::UnnamedUnits,
                    None => ObjectKind::Unclear,
                },
                _ if name.contains(['を', 'は', '「']) || names_a_place(name, kinds) => ObjectKind::Unclear,
                _ if ends_in_a_number_of(name, kinds) => ObjectKind::Unclear,
                _ => match kinds.class_of(name) {
                    Some(NameClass::Unit | NameClass::Council) => ObjectKind::Unit,
                    Some(NameClass::Post) => ObjectKind::Post,
                    None => ObjectKind::Unclear,
                },
            };
            self.objects.push(Object { range: at, kind, seats });
        }
        // 「課長及び主査各一人」, 「次長二人並びに参事官及び監察官それぞれ一人」: also those before the last that have no number.
        if ["各", "それぞれ"].iter().any(|each| words.contains(each))
            && let Some((last, before)) = self.objects.split_last_mut()
        {
            before.iter_mut().rev().take_while(|o| o.seats.is_none()).for_each(|object| object.seats = last.seats);
        }
        if let Some(object) = list
            && let ObjectKind::List { top_kinds, .. } = &mut self.objects[object].kind
            && !all_top
            && !all_counted
        {
            // 「次の課及び係」: the highest kind stands at the top; beside it one without a rank, 「次の部及び室」, unless others of a
            // lower rank stand below: what it belongs to shows in the list alone.
            let highest = top_kinds.iter().filter_map(|kind| kinds.rank_of(kind)).min();
            let one_rank = top_kinds.iter().filter_map(|kind| kinds.rank_of(kind)).all(|rank| Some(rank) == highest);
            top_kinds.retain(|kind| kinds.rank_of(kind) == highest || one_rank);
        }
    }
}

/// Where the title ends and the words for the others begin in 「主査その他所要の職員」, 「主査その他の職員」.
fn titled_before_others(name: &str, kinds: &Kinds) -> Option<(usize, usize)> {
    const OTHERS: [&str; 4] = ["その他所要の職員", "その他必要な職員", "その他の職員", "その他職員"];
    let title = OTHERS.iter().find_map(|others| name.strip_suffix(others))?;
    let rest = name[title.len()..].strip_prefix("その他").filter(|rest| !rest.starts_with(['の', '職']));
    let is_title = kinds.class_of(title) == Some(NameClass::Post);
    is_title.then(|| (title.len(), name.len() - rest.map_or(name.len() - title.len(), str::len)))
}

/// 「所要の安全専門委員」 without 「所要の」: it has a title. 「所要の職員」 has none, and the words stay.
fn with_title<'n>(name: &'n str, kinds: &Kinds) -> &'n str {
    const STAFF: [&str; 6] = ["職員", "職", "吏員", "要員", "人員", "者"];
    let title = ["所要の", "必要な"].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    let is_title = kinds.class_of(title) == Some(NameClass::Post) && !STAFF.iter().any(|staff| title.ends_with(staff));
    if is_title { title } else { name }
}

/// The unit in 「総務課の事務を分掌させるため」. 「町長の事務を」 is that of the whole body.
fn unit_of_work(words: &str, kinds: &Kinds) -> Option<Range<usize>> {
    let front = ["に関する事務を", "の所掌事務を", "の事務を"]
        .iter()
        .find_map(|mark| words.find(mark).map(|at| &words[..at]))?;
    let parts =
        ["分掌させるため", "処理させるため", "分掌するため", "処理するため"].iter().any(|end| words.ends_with(end));
    let name = front.trim_start();
    let is_unit = kinds.class_of(name) == Some(NameClass::Unit) && !name.contains(['、', 'の', 'を', 'は', 'に']);
    (parts && is_unit).then(|| front.len() - name.len()..front.len())
}

/// 「審議官の下に」: in which unit that is, the words do not say.
fn is_below_a_post(words: &str, kinds: &Kinds) -> bool {
    let post = ["の下に", "のもとに"].iter().find_map(|tail| words.trim().strip_suffix(tail));
    post.is_some_and(|post| kinds.class_of(post) == Some(NameClass::Post))
}

/// 「総務、人事及び調査の三課」, 「庶務及び文書の各係」: names that share the kind word at the end; as many as the number says, none of them
/// the name of a unit by itself. Their ranges, and the kind.
fn sharing_kind<'w>(words: &'w str, kinds: &Kinds) -> Option<(Vec<Range<usize>>, &'w str)> {
    let (names, counted) = words.rsplit_once('の')?;
    let (members, joint) = split_list(names, |_| false);
    let (kind, agrees) = match counted.strip_prefix('各') {
        Some(kind) => (kind, members.len() > 1),
        None => {
            let (count, kind) = leading_count(counted);
            (kind, count == Some(members.len() as u32))
        }
    };
    // 「長官官房及び次の二局」 counts what the list below holds.
    let is_part = |member: &Range<usize>| {
        let name = &names[member.clone()];
        let is_unit = matches!(kinds.class_of(name), Some(NameClass::Unit | NameClass::Council));
        !name.is_empty() && !is_unit && !name.contains(['に', 'を', 'は'])
    };
    let agrees = agrees && joint != Joint::Or;
    (agrees && !names.ends_with('次') && kinds.is_kind(kind) && members.iter().all(is_part)).then_some((members, kind))
}

/// Whether words end in a number of units, which is no name: 「会計の三課」.
fn ends_in_a_number_of(words: &str, kinds: &Kinds) -> bool {
    words.rsplit_once('の').is_some_and(|(_, counted)| {
        let (count, kind) = leading_count(counted);
        count.is_some() && kinds.is_kind(kind)
    })
}

/// 「本庁及び出先機関に主事」 where 出先機関 is no name of a unit: what stands in front is where, and neither that nor what is put
/// there can be told. Names of councils hold a に of their own (災害に強い町づくり会議).
fn stands_behind_a_place(member: &str, kinds: &Kinds) -> bool {
    // 「これに属する部課」 goes on with a verb.
    let is_noun = |rest: &str| rest.starts_with(|c: char| !matches!(c, 'ぁ'..='ん')) && !rest.contains("する");
    let put = |rest: &str| matches!(kinds.class_of(rest), Some(NameClass::Post | NameClass::Unit));
    list_marker(member).is_none()
        && !tables::names_a_column(member)
        && member.match_indices('に').any(|(at, particle)| {
            let rest = &member[at + particle.len()..];
            at > 0 && is_noun(rest) && put(&rest[..without_seats(rest).0])
        })
}

/// Words without those in front, set off by no comma, that say when: 「必要に応じて課長補佐」.
fn without_occasion(words: &str) -> &str {
    const OCCASIONS: [&str; 6] =
        ["必要に応じて", "必要に応じ", "必要により", "必要がある場合は", "必要があるときは", "特に必要がある場合は"];
    OCCASIONS.iter().find_map(|occasion| words.strip_prefix(occasion)).unwrap_or(words)
}

/// Moves the beginning of a range behind the circumstances in front of the objects: 「…を共有するため、会議」.
fn skip_circumstances(bare: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    let mut from = range.start;
    for (comma, _) in bare[range.clone()].match_indices('、') {
        let comma = range.start + comma;
        if is_circumstance(&bare[from..comma]) {
            start = comma + '、'.len_utf8();
        }
        from = comma + '、'.len_utf8();
    }
    start..range.end
}

/// Whether a name holds a place: 「住民課に戸籍係」 behind a conjunction.
fn names_a_place(name: &str, kinds: &Kinds) -> bool {
    name.match_indices('に')
        .any(|(at, _)| matches!(kinds.class_of(&name[..at]), Some(NameClass::Unit | NameClass::Council)))
}

/// Whether words say why, when or on what ground, and not where or what.
pub(crate) fn is_circumstance(words: &str) -> bool {
    const ENDINGS: [&str; 28] = [
        "ほか",
        "応じ",
        "応じて",
        "より",
        "ため",
        "ために",
        "として",
        "ときは",
        "とき",
        "場合は",
        "場合には",
        "場合において",
        "必要に",
        "基づき",
        "基づいて",
        "かかわらず",
        "当分の間",
        "当該",
        "及びに",
        "ただし",
        "前提として",
        "限り",
        "を得て",
        "を受けて",
        "を経て",
        "を除き",
        "を除くほか",
        "所要の地に",
    ];
    let words = words.trim();
    words.is_empty() || ENDINGS.iter().any(|ending| words.ends_with(ending))
}

/// Splits 「部及び課に課長」 into the place and the offset where the rest begins. `None` if the words name no place.
fn split_place(bare: &str, chunk: &Range<usize>, kinds: &Kinds) -> Option<(Range<usize>, usize)> {
    let words = &bare[chunk.clone()];
    for (at, _) in words.match_indices('に') {
        let place = words[..at].trim();
        let place = ["の下", "のもと", "内"].iter().find_map(|tail| place.strip_suffix(tail)).unwrap_or(place);
        // A word of its own before a comma, 「甲大学に、」, is a place whatever it ends in.
        let alone = words[at..].trim_end() == "に" && !place.contains(['を', 'は', '「', 'に', 'る', 'た', 'い']);
        let plausible = !place.is_empty()
            && (alone
                || split_list(place, |_| false).0.into_iter().all(|member| {
                    let name = place[member].trim_start_matches("各").trim_start_matches("当該");
                    let unit = matches!(kinds.class_of(name), Some(NameClass::Unit | NameClass::Council))
                        || kinds.is_kind(name);
                    let body = name.ends_with(['市', '町', '村', '県', '会', '体', '組', '区', '合']);
                    (unit || body) && !name.contains(['を', 'は', '、'])
                }));
        if plausible {
            let start = chunk.start + (words.len() - words.trim_start().len());
            return Some((start..start + place.len(), chunk.start + at + 'に'.len_utf8()));
        }
    }
    None
}

/// 次の三課, 次に掲げる部, 次の職, 別表第1に掲げる課, 同表の右欄に掲げる課: the number and the kind word.
fn list_marker(name: &str) -> Option<(Option<u32>, &str)> {
    static MARK: LazyLock<Regex> = LazyLock::new(|| {
        const COLUMN: &str = "(?:の[上中下左右]欄|の第[0-9一二三四五]欄)?(?:に(?:掲げる|定める)|の)";
        let table = "(?:次の表|次表|下表|左表|同表|別表(?:第[0-9〇一二三四五六七八九十百]+)?)";
        Regex::new(&format!("^(?:次に掲げる|{table}{COLUMN}|次の)")).expect("valid pattern")
    });
    MARK.find(name).map(|mark| leading_count(&name[mark.end()..]))
}

/// 三課: the number and the rest.
fn leading_count(name: &str) -> (Option<u32>, &str) {
    let digits =
        name.find(|c: char| parse_number(&c.to_string()).is_none() && c != '十' && c != '百').unwrap_or(name.len());
    match parse_number(&name[..digits]) {
        Some(count) => (Some(count), &name[digits..]),
        None => (None, name),
    }
}

/// A name without the number of its seats (次長一人, 審議官七人以内): its length, and the number.
pub(crate) fn without_seats(name: &str) -> (usize, Option<u32>) {
    static SEATS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:それぞれ|各)?([0-9〇一二三四五六七八九十百]+|若干)(?:人|名)(?:以内|以上)?$")
            .expect("valid pattern")
    });
    match SEATS.captures(name) {
        Some(found) => (found.get(0).expect("group 0 is the match").start(), parse_number(&found[1])),
        None => (name.len(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::outline::Outline;
    use crate::regulation::read_text;

    fn parts(sentence: &str) -> Vec<(Option<String>, Vec<String>, Joint, bool)> {
        let (document, _) = read_text(format!("甲規則\n第1条 {sentence}\n"));
        let outline = Outline::new(&document);
        let bare = outline.sentences[0].bare.normal();
        let named = |range: Range<usize>| bare[range].to_owned();
        read(&outline.sentences[0], &Kinds::default())
            .into_iter()
            .map(|part| {
                let objects = part.objects.into_iter().map(|object| named(object.range)).collect();
                (part.place.map(named), objects, part.joint, part.optional)
            })
            .collect()
    }

    fn part(place: &str, objects: &[&str], joint: Joint, optional: bool) -> (Option<String>, Vec<String>, Joint, bool) {
        let place = (!place.is_empty()).then(|| place.to_owned());
        (place, objects.iter().map(|name| (*name).to_owned()).collect(), joint, optional)
    }

    #[test]
    fn places_and_objects() {
        assert_eq!(parts("甲局に総務部及び技術部を置く。"), [part("甲局", &["総務部", "技術部"], Joint::And, false)]);
        assert_eq!(
            parts("部に部長、課に課長又は担当課長を置く。"),
            [part("部", &["部長"], Joint::Single, false), part("課", &["課長", "担当課長"], Joint::Or, false)]
        );
        assert_eq!(
            parts("甲局に、直轄の組織として、監査室を置き、監査室に調査係を置くことができる。"),
            [part("甲局", &["監査室"], Joint::Single, false), part("監査室", &["調査係"], Joint::Single, true)]
        );
        assert_eq!(
            parts("前条に定めるほか、必要に応じ、監査室に所要の職員を置くことができる。"),
            [part("監査室", &["所要の職員"], Joint::Single, true)]
        );
        assert_eq!(
            parts("甲局に、重要事項を協議し、及び情報を共有するため、経営会議を置く。"),
            [part("甲局", &["経営会議"], Joint::Single, false)]
        );
        assert_eq!(
            parts("総務部に、次長二人及び参事官七人以内を置く。"),
            [part("総務部", &["次長", "参事官"], Joint::And, false)]
        );
    }

    #[test]
    fn near_misses() {
        for sentence in
            ["甲局に重点を置くものと認める者がある。", "課長は、机を置く。", "甲局長は、部下を置き去りにしない。"]
        {
            let unclear = parts(sentence).into_iter().all(|(place, ..)| place.is_none());
            assert!(unclear, "{sentence}: {:?}", parts(sentence));
        }
    }
}

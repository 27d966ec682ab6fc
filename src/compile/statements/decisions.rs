//! Decisions in somebody's name (専決): who may decide what, up to which amount; what may not be decided so; what somebody decides
//! himself. Whether in a sentence, in a list or in a table of matters and posts.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::draft::{Draft, circumstance, for_each_matter, limit_of, named, part};
use crate::compile::decision_limits;
use crate::compile::kinds::NameClass;
use crate::compile::outline::TablePlace;
use crate::compile::register::Register;
use crate::compile::supplementary::may_give_duties;
use crate::compile::tables::speaks_of_appendix;
use crate::graph::{PartRole, StatementKind, StatementPart};
use crate::regulation::Text;

/// Verbs at the end of a sentence that leaves decisions to somebody, the longest first.
const DECIDES: [&str; 12] = [
    "専決することができるものとする",
    "専決させることができる",
    "専決することができる",
    "専決させるものとする",
    "専決するものとする",
    "専決処理する",
    "専決させる",
    "専決できる",
    "専決事項とする",
    "専決とする",
    "専決する",
    "専決すべきものとする",
];

/// Verbs at the end of a sentence that keeps decisions from somebody.
const WITHHOLDS: [&str; 6] = [
    "専決することができない",
    "専決することができないものとする",
    "専決してはならない",
    "専決できない",
    "専決しないものとする",
    "専決事項から除く",
];

/// Verbs at the end of a sentence that says who decides himself.
const RESERVES: [&str; 5] = [
    "の決裁を受けなければならない",
    "の決裁を経なければならない",
    "の決裁を受けるものとする",
    "の決裁を得なければならない",
    "が決裁するものとする",
];

/// Reads a sentence on 専決.
pub(super) fn read(register: &Register<'_>, index: usize) -> Vec<Draft> {
    let bare = &register.sentence(index).bare;
    let core = &bare.normal()[..register.sentence(index).words_end()];
    if !core.contains("専決") && !core.contains("決裁") {
        return Vec::new();
    }
    let strip = |verbs: &[&str]| {
        let verb = verbs.iter().filter(|verb| core.ends_with(**verb)).max_by_key(|verb| verb.len());
        verb.map(|verb| core.len() - verb.len())
    };
    let draft = |kind, parts| Draft::new(register, kind, index, parts);
    if let Some(end) = strip(&WITHHOLDS) {
        let front = &core[..end];
        let start = circumstance(front);
        let end = front.trim_end_matches(['、', 'を', 'は']).len();
        let limit = limit_of(register, bare, 0..start);
        let draft = draft(StatementKind::WithheldDecision, limit.into_iter().collect());
        return match start < end {
            true => for_each_matter(register, &draft, (index, bare), start..end),
            false => vec![draft],
        };
    }
    if let Some(end) = strip(&RESERVES) {
        let front = &core[..end];
        // 「重要な事項については、市長」: what stands last decides.
        let Some(at) = front.rfind('、').map(|at| at + '、'.len_utf8()) else { return Vec::new() };
        let what = front[..at].trim_end_matches('、').trim_end_matches(['は', 'を']);
        let what = what.trim_end_matches("について").trim_end_matches("に関して").trim_end_matches("に関し");
        let what = circumstance(what)..what.len();
        if at == end || what.is_empty() {
            return Vec::new();
        }
        let holder = named(register, PartRole::Holder, index, bare, at..end);
        return for_each_matter(register, &draft(StatementKind::ReservedDecision, vec![holder]), (index, bare), what);
    }
    if let Some(said) = listed_elsewhere(core) {
        return listed(register, index, named(register, PartRole::Holder, index, bare, said));
    }
    let Some(said) = strip(&DECIDES).and_then(|end| decides(core, end)) else { return Vec::new() };
    let mut parts = vec![named(register, PartRole::Holder, index, bare, said.holder)];
    parts.extend(said.giver.map(|giver| named(register, PartRole::Giver, index, bare, giver)));
    parts.extend(limit_of(register, bare, said.circumstance));
    for_each_matter(register, &draft(StatementKind::DelegatedDecision, parts), (index, bare), said.what)
}

/// The limits of what may be decided for somebody absent: 「代決することができる事務は、急を要するものに限る」.
pub(super) fn of_substitutes(register: &Register<'_>) -> Vec<Draft> {
    let limit = |(index, proviso): (usize, Option<usize>)| {
        let whole = |index: usize| {
            part(
                register,
                PartRole::Limit,
                &register.sentence(index).text,
                0..register.sentence(index).text.normal().len(),
            )
        };
        let mut draft = Draft::new(register, StatementKind::SubstituteDecisionLimit, index, vec![whole(index)]);
        if let Some(proviso) = proviso {
            draft.parts.push(whole(proviso));
            draft.proof.add(&register.whole_proof(proviso));
        }
        draft
    };
    let found = decision_limits::found(register.outline);
    found.into_iter().filter(|(index, _)| may_give_duties(register, *index)).map(limit).collect()
}

/// Who may decide what.
struct Said {
    holder: Range<usize>,
    giver: Option<Range<usize>>,
    what: Range<usize>,
    circumstance: Range<usize>,
}

/// Reads the words in front of the verb: 「課長は、次に掲げる事項を」, 「次に掲げる事項は、課長が」, 「…の承認は、課長の」, 「市長は、課長に…を」.
fn decides(core: &str, end: usize) -> Option<Said> {
    let front = core[..end].trim_end_matches('、');
    let topic = front.find("は、").or_else(|| front.find('は'))?;
    let mark = if front[topic..].starts_with("は、") { "は、" } else { "は" };
    let before = circumstance(&front[..topic + mark.len()]);
    // 「…の場合は、課長は」: the first は closes the circumstance.
    let topic = match before > topic {
        true => before + front[before..].find("は、").or_else(|| front[before..].find('は'))?,
        false => topic,
    };
    let rest =
        topic + front[topic..].chars().take_while(|c| matches!(c, 'は' | '、')).map(char::len_utf8).sum::<usize>();
    let first = before..topic;
    let said = &front[rest..];
    let said_end = |text: &str| rest + text.len();
    // 「これを課長が」
    let passive = said.strip_suffix('が').or_else(|| said.strip_suffix('の'));
    if let Some(holder) = passive {
        let holder_at = rest + holder.rfind("これを").map_or(0, |at| at + "これを".len());
        let what = first.start..front[..first.end].trim_end_matches("について").trim_end_matches("に関して").len();
        let is_one = !core[holder_at..said_end(holder)].contains('は') && holder_at < said_end(holder);
        return is_one.then(|| Said {
            holder: holder_at..said_end(holder),
            giver: None,
            what,
            circumstance: 0..before,
        });
    }
    let particles = [
        "については、",
        "については",
        "について、",
        "について",
        "に関し、",
        "に関し",
        "に関して",
        "につき、",
        "につき",
        "を",
    ];
    let what = particles.iter().find_map(|particle| said.strip_suffix(particle))?;
    let what = what.trim_end_matches('、');
    let causes = core[end..].contains("させ");
    if !causes {
        return Some(Said { holder: first, giver: None, what: rest..said_end(what), circumstance: 0..before });
    }
    // 「市長は、課長に次の事項を専決させる」, 「市長は、次の事項を課長に専決させる」 has no を at the end and is not read.
    let (holder, what) = what.split_once("に、").or_else(|| what.split_once('に'))?;
    let holder_range = rest..said_end(holder);
    let what_start = said_end(said) - said.len() + said.find(what)?;
    let what = what_start..what_start + what.len();
    Some(Said { holder: holder_range, giver: Some(first), what, circumstance: 0..before })
}

/// 「部長が専決することができる事項は、次のとおりとする」: where it says who.
fn listed_elsewhere(core: &str) -> Option<Range<usize>> {
    static LISTED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"^([^。]+?)(?:が専決(?:する|できる|することができる|すべき)|の専決(?:する|できる|することができる|すべき)?|専決)",
            r"(?:事項|事務)は、(?:おおむね)?[^は]*?(?:とおりとする|掲げるものとする|掲げる事項とする|定めるところによる)$"
        ))
        .expect("valid pattern")
    });
    let found = LISTED.captures(core)?.get(1).expect("in every match");
    let words = found.as_str().trim_end_matches('の');
    let start = circumstance(words);
    (start < words.len()).then_some(start..words.len())
}

/// The statements of the list or of the tables that such a sentence speaks of; of the sentence alone where it leads nowhere.
fn listed(register: &Register<'_>, index: usize, holder: StatementPart) -> Vec<Draft> {
    let outline = register.outline;
    let sentence = register.sentence(index);
    let tables = outline.tables.iter().filter(|table| match &table.appendix {
        Some(heading) => speaks_of_appendix(sentence.text.normal(), heading),
        None => table.chapeau == Some(index),
    });
    let rows: Vec<Draft> = tables.flat_map(|table| decided_by_rows(register, index, table)).collect();
    if !rows.is_empty() {
        return rows;
    }
    let bare = &sentence.bare;
    let at = bare.normal().find("は、").map_or(0, |at| at + "は、".len());
    let draft = Draft::new(register, StatementKind::DelegatedDecision, index, vec![holder]);
    for_each_matter(register, &draft, (index, bare), at..sentence.words_end())
}

/// What a column of a table of decisions holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    /// What is decided.
    Matter,
    /// A post: how far it decides.
    Holder,
    /// Anything else.
    Other,
}

/// The rows of a table 「事項｜部長｜課長」: a mark or a limit in the column of a post says that it decides.
fn decided_by_rows(register: &Register<'_>, governor: usize, table: &TablePlace) -> Vec<Draft> {
    let outline = register.outline;
    let cells = |row: usize| &outline.sentences[row].cells;
    let Some((header, rows)) = table.rows.split_first() else { return Vec::new() };
    let columns: Vec<Column> = cells(*header).iter().map(|cell| column_of(register, cell)).collect();
    let has = |column| columns.contains(&column);
    if !has(Column::Matter) || !has(Column::Holder) {
        return Vec::new();
    }
    let head = register.whole_proof(governor).and(&register.whole_proof(*header));
    let of =
        |wanted: Column| columns.iter().enumerate().filter(move |(_, column)| **column == wanted).map(|(at, _)| at);
    // 「財務｜工事の請負｜…」: an empty cell means what stands above it.
    let mut above: Vec<Option<&Text>> = vec![None; columns.len()];
    let mut drafts = Vec::new();
    for row in rows {
        if cells(*row).len() > columns.len() {
            return Vec::new();
        }
        let own = |at: usize| cells(*row).get(at).filter(|cell| !cell.is_empty());
        for at in of(Column::Matter) {
            if let Some(cell) = own(at) {
                above[at..].iter_mut().for_each(|cell| *cell = None);
                above[at] = Some(cell);
            }
        }
        let whole = |role, cell: &Text| part(register, role, cell, 0..cell.normal().len());
        let matters: Vec<StatementPart> = above.iter().flatten().map(|cell| whole(PartRole::Matter, cell)).collect();
        for at in of(Column::Holder) {
            let Some(cell) = own(at).filter(|cell| !is_nothing(cell.normal()) && !matters.is_empty()) else { continue };
            let title = &cells(*header)[at];
            let mut parts = vec![named(register, PartRole::Holder, governor, title, 0..holder_end(title.normal()))];
            parts.extend(matters.iter().cloned());
            parts.extend((!is_mark(cell.normal())).then(|| whole(PartRole::Limit, cell)));
            let proof = register.whole_proof(*row).and(&head);
            drafts.push(Draft { kind: StatementKind::DelegatedDecision, parts, proof, at: *row, explains: true });
        }
    }
    drafts
}

fn column_of(register: &Register<'_>, title: &Text) -> Column {
    const MATTERS: [&str; 12] = [
        "事項",
        "専決事項",
        "決裁事項",
        "項目",
        "区分",
        "事務",
        "事務の区分",
        "事務の種類",
        "種類",
        "内容",
        "専決事項の内容",
        "決裁区分",
    ];
    let words: String = title.normal().chars().filter(|c| !c.is_whitespace()).collect();
    if MATTERS.contains(&words.as_str()) {
        return Column::Matter;
    }
    match register.kinds.class_of(&words[..holder_end(&words)]) {
        Some(NameClass::Post) => Column::Holder,
        _ => Column::Other,
    }
}

/// Where the title of a post ends in the title of a column: 「課長専決」, 「課長の専決事項」.
fn holder_end(title: &str) -> usize {
    let name = title.trim_end_matches("事項").trim_end_matches("専決").trim_end_matches("決裁");
    name.trim_end_matches('の').len()
}

/// A mark that says 「so it is」.
fn is_mark(cell: &str) -> bool {
    ["○", "〇", "◯", "◎", "●", "レ", "✓", "✔"].contains(&cell.trim())
}

/// A cell that says nothing.
fn is_nothing(cell: &str) -> bool {
    ["-", "ー", "―", "—", "‐", "−", "─", "×", "なし"].contains(&cell.trim())
}

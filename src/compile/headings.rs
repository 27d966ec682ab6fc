//! Headings of divisions that name a unit (第三款 鉄道局): what is spoken of below one is that unit's.
//!
//! An order names the bureaux, and the rules under it put sections into them by heading alone: 「総務課に企画室を置く」 in the
//! chapter on 鉄道局 speaks of its 総務課, and the same words in the chapter on 道路局 of another one. A heading that names a
//! unit which no sentence establishes therefore enters it, with the line of the heading as its clause.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::establish::Establishing;
use super::kinds::NameClass;
use super::outline::{Outline, SentenceKind, Zone};
use super::paths::{above_and_own, is_inner_kind, may_lie_in};
use super::register::{Proof, Register};
use crate::graph::{Basis, Clause, NodeId, Provenance, Relation, Rule, Status};
use crate::regulation::DivisionKind;

/// Words for classes of organs, of which none is the name of one: National Government Organization Act (国家行政組織法), articles 3,
/// 7, 8 to 8-3 and 9.
pub(super) const CLASSES_OF_ORGANS: [&str; 6] =
    ["地方支分部局", "外局", "附属機関", "施設等機関", "特別の機関", "地方機関"];

/// Words for the organs within a body itself.
const INNER_ORGANS: [&str; 2] = ["内部部局", "内部組織"];

/// The headings of a document that name units, and the units that they were found to mean.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    /// Of each division, whether its title looks like the name of one unit.
    names_unit: Vec<bool>,
    /// Of each division, whether its title also heads a division in the chapter on another unit.
    repeated: Vec<bool>,
    /// The divisions whose units were entered by their headings.
    entered: BTreeMap<usize, usize>,
    /// The clauses that headings are.
    pub clauses: Vec<(NodeId, Clause)>,
}

impl Headings {
    /// Whether a unit was entered by a heading alone.
    pub(super) fn has_entered(&self, unit: usize) -> bool {
        self.entered.values().any(|entered| *entered == unit)
    }

    /// The division whose heading entered a unit.
    pub(super) fn division_of(&self, unit: usize) -> Option<usize> {
        self.entered.iter().find(|(_, entered)| **entered == unit).map(|(division, _)| *division)
    }

    pub(crate) fn new(outline: &Outline<'_>, is_name: impl Fn(&str) -> bool) -> Self {
        let divisions = &outline.document.divisions;
        let names_unit: Vec<bool> = divisions.iter().map(|division| is_name(&division.title)).collect();
        let around = |division: usize| {
            let mut above = std::iter::successors(divisions[division].parent, |above| divisions[*above].parent);
            above.find(|above| names_unit[*above]).map(|above| divisions[above].title.as_str())
        };
        let mut chapters: HashMap<&str, BTreeSet<Option<&str>>> = HashMap::new();
        for (index, division) in divisions.iter().enumerate().filter(|(index, _)| names_unit[*index]) {
            chapters.entry(division.title.as_str()).or_default().insert(around(index));
        }
        let several = |division: &str| chapters.get(division).is_some_and(|around| around.len() > 1);
        let repeated = divisions.iter().map(|division| several(&division.title)).collect();
        Self { names_unit, repeated, entered: BTreeMap::new(), clauses: Vec::new() }
    }
}

/// Whether the title of a division looks like the name of one unit: 鉄道局, and 官房, of which there is one; not 部 or
/// 内部部局 or 部及び課.
pub(super) fn is_name(kinds: &super::kinds::Kinds, title: &str) -> bool {
    kinds.class_of(title) == Some(NameClass::Unit)
        && (!kinds.is_kind(title) || kinds.is_kind_of_one(title))
        && !CLASSES_OF_ORGANS.contains(&title)
        && !INNER_ORGANS.contains(&title)
        && !title.starts_with(['各', '本', 'そ'])
        && !["及び", "又は", "並びに", "、", "に置"].iter().any(|joint| title.contains(joint))
        && !title.ends_with(['等', '職'])
}

/// The names that sentences, lists and tables establish.
pub(super) struct Established<'t>(HashSet<Cow<'t, str>>);

impl<'t> Established<'t> {
    /// Collects them from a document.
    pub(super) fn new(outline: &'t Outline<'_>, establishing: &'t [(usize, Vec<Establishing>)]) -> Self {
        let mut names = HashSet::new();
        for (index, parts) in establishing {
            let bare = outline.sentences[*index].bare.normal();
            let units = parts.iter().flat_map(|part| &part.objects).filter(|object| object.is_unit());
            names.extend(units.map(|object| object.name(bare)));
        }
        for sentence in &outline.sentences {
            match sentence.kind {
                SentenceKind::Lead => {}
                SentenceKind::Item | SentenceKind::Entry => {
                    names.insert(Cow::Borrowed(sentence.bare.normal().trim_end_matches('。').trim()));
                }
                SentenceKind::Row => {
                    names.extend(sentence.cells.iter().map(|cell| Cow::Borrowed(cell.normal().trim())));
                }
            }
        }
        Self(names)
    }
}

/// Enters the units that only the headings around an article name, from the outermost in.
pub(super) fn enter(register: &mut Register<'_>, article: usize, body: usize, established: &Established<'_>) {
    let around: Vec<usize> = register.outline.divisions_around(article).collect();
    for division in around.into_iter().rev() {
        if !register.headings.names_unit[division]
            || register.headings.entered.contains_key(&division)
            || register.unit_of_division(division).is_some()
        {
            continue;
        }
        let document = register.outline.document;
        let title = document.divisions[division].title.as_str();
        let repeated = register.headings.repeated[division];
        if (established.0.contains(title) && !repeated) || title == register.units[body].unit.name {
            continue;
        }
        let unit = match called_in_full(register, division, title) {
            Some(name) => enter_called(register, article, &name, body),
            None => enter_titled(register, division, title, (body, article)),
        };
        register.headings.entered.insert(division, unit);
        for name in called_with_particle(register, division, title) {
            register.add_alias(unit, &name);
        }
    }
}

/// Enters the unit that a heading names, below the one that the heading around it names.
fn enter_titled(register: &mut Register<'_>, division: usize, title: &str, (body, article): (usize, usize)) -> usize {
    let proof = proof(register, division);
    let (above, own, basis) = above_and_own(register, title, (body, article), &proof);
    register.place_unit(own, above, Status::Elsewhere, basis, proof)
}

/// The unit that a chapter speaks of by a longer name, entered if it is not known.
fn enter_called(
    register: &mut Register<'_>,
    article: usize,
    (index, name): &(usize, Range<usize>),
    body: usize,
) -> usize {
    let bare = &register.sentence(*index).bare;
    let called = &bare.normal()[name.clone()];
    if let [unit] = register.units_named(called) {
        return *unit;
    }
    let proof = register.proof(*index, bare, name.clone());
    let (above, rule) = register.where_unsaid(called, article, body);
    register.place_unit(called, above, Status::Elsewhere, Basis::Derived { rule }, proof)
}

/// The one unit that the sentences of a chapter speak of by a name that ends in the title of the chapter, at their start: 「甲運輸
/// 監理部は、」 in the chapter 運輸監理部. Nothing if several are spoken of, or the title alone.
fn called_in_full(register: &Register<'_>, division: usize, title: &str) -> Option<(usize, Range<usize>)> {
    let mut found: Option<(usize, Range<usize>)> = None;
    for article in register.outline.articles_in(division) {
        for index in register.outline.sentences_of(article) {
            let sentence = register.sentence(index);
            let bare = sentence.bare.normal();
            if sentence.kind != SentenceKind::Lead || sentence.zone != Zone::Main {
                continue;
            }
            let Some(at) = bare.find(title) else { continue };
            let end = at + title.len();
            if !["は", "に", "の"].iter().any(|particle| bare[end..].starts_with(particle)) {
                continue;
            }
            // The words in front are a part of the name, or the sentence does not begin with a name.
            if bare[..at].contains(|c: char| matches!(c, 'ぁ'..='ゖ' | '、' | '各')) {
                continue;
            }
            match &found {
                _ if at == 0 => return None,
                Some((first, name)) if register.sentence(*first).bare.normal()[name.clone()] != bare[..end] => {
                    return None;
                }
                Some(_) => {}
                None => found = Some((index, 0..end)),
            }
        }
    }
    found
}

/// What a chapter calls its unit where the title of the chapter leaves out a particle: 「委員会の事務局」 for 甲委員会事務局.
fn called_with_particle(register: &Register<'_>, division: usize, title: &str) -> Vec<String> {
    let Some(kind) = register.kinds.kind_of(title) else { return Vec::new() };
    let front = &title[..title.len() - kind.len()];
    let ends = front.char_indices().map(|(at, _)| &front[at..]).filter(|end| end.chars().count() > 1);
    let mut names: Vec<String> = ends.map(|end| format!("{end}の{kind}")).collect();
    let articles = register.outline.articles_in(division);
    let sentences = articles.flat_map(|article| register.outline.sentences_of(article));
    let openings: Vec<&str> = sentences.map(|index| register.sentence(index).bare.normal()).collect();
    names.retain(|name| openings.iter().any(|words| words.starts_with(name.as_str())));
    names
}

/// The proof that the line of a heading gives. It stands in no sentence.
fn proof(register: &mut Register<'_>, division: usize) -> Proof {
    let outline = register.outline;
    let document = outline.document;
    let line = outline.heading_line(division);
    let words = document.quote(line.clone()).trim();
    let citation = citation(outline, division);
    let same = |clause: &&(NodeId, Clause)| clause.1.start == line.start as u32;
    let id = match register.headings.clauses.iter().find(same) {
        Some((id, _)) => id.clone(),
        None => {
            let used = register.headings.clauses.iter().filter(|(_, clause)| clause.citation == citation).count();
            let id = if used == 0 { citation.clone() } else { format!("{citation}〔{}〕", used + 1) };
            let clause = Clause::new(citation, words, line.start as u32, line.end as u32, document.line_of(line.start));
            register.headings.clauses.push((NodeId::from(id.clone()), clause));
            NodeId::from(id)
        }
    };
    Proof { provenance: Provenance::new(id, words), sentences: BTreeSet::new() }
}

/// How the heading of a division is cited: by the numbers of the divisions that it lies in and its own, 第二章第三節第一款.
fn citation(outline: &Outline<'_>, division: usize) -> String {
    let document = outline.document;
    let mut path: Vec<usize> = std::iter::successors(Some(division), |at| document.divisions[*at].parent).collect();
    path.retain(|at| document.divisions[*at].kind != DivisionKind::Instrument);
    let instrument = match document.further.len() {
        0 => "",
        _ => document.title_of(document.instrument_at(document.divisions[division].span.start)),
    };
    let number = |at: &usize| {
        let line = document.quote(outline.heading_line(*at)).trim();
        line.split(char::is_whitespace).next().unwrap_or(line)
    };
    std::iter::once(instrument).chain(path.iter().rev().map(number)).collect()
}

/// Takes back the units that headings entered where the text puts nothing into them: those are headings and no more.
pub(super) fn take_back_unused(register: &mut Register<'_>) {
    let units: HashSet<&NodeId> = register.units.iter().map(|record| &record.id).collect();
    let mut used: HashSet<&NodeId> = HashSet::new();
    for (from, to, relation) in register.edges() {
        // That a unit belongs to another one tells nothing of the first.
        if *relation == Relation::BelongsTo && units.contains(from) {
            continue;
        }
        used.extend([from, to]);
    }
    let mut unused: BTreeSet<usize> = BTreeSet::new();
    // Those below stand behind those above.
    for (index, record) in register.units.iter().enumerate().rev() {
        let entered = register.headings.has_entered(index) && record.proof.sentences.is_empty();
        let mut below = register.units.iter().enumerate().filter(|(_, below)| below.parent == Some(index));
        if entered && !used.contains(&record.id) && below.all(|(below, _)| unused.contains(&below)) {
            unused.insert(index);
        }
    }
    let kept = register.units.iter().enumerate().filter(|(index, _)| !unused.contains(index));
    let cited: HashSet<NodeId> =
        kept.flat_map(|(_, record)| record.proof.provenance.iter()).map(|evidence| evidence.clause.clone()).collect();
    register.headings.clauses.retain(|(id, _)| cited.contains(id));
    register.leave_out(unused);
}

impl Register<'_> {
    /// The unit whose name heads the innermost division around an article that is headed so (第三節 鉄道局).
    pub(crate) fn unit_of_heading(&self, article: usize) -> Option<usize> {
        self.division_of_unit(article).map(|(_, unit)| unit)
    }

    /// The innermost division around an article that is headed by the name of a unit, with that unit.
    pub(crate) fn division_of_unit(&self, article: usize) -> Option<(usize, usize)> {
        let mut around = self.outline.divisions_around(article);
        around.find_map(|division| self.unit_of_division(division).map(|unit| (division, unit)))
    }

    /// Where a unit is put of which the text does not say where it belongs: in the unit that heads the chapter, else in the one
    /// that heads the chapter around that, else in the body. 東海支局 in the chapter 支局 is one of these, not a part of it; and a
    /// 部 in a chapter on regional organs is one of theirs, not of the bureau above them.
    pub(crate) fn where_unsaid(&self, name: &str, article: usize, body: usize) -> (usize, Rule) {
        let mut regional = false;
        for division in self.outline.divisions_around(article) {
            let title = self.outline.document.divisions[division].title.as_str();
            regional |= CLASSES_OF_ORGANS.contains(&title);
            let Some(unit) = self.unit_of_division(division) else { continue };
            let above = &self.units[unit].unit.name;
            // A heading alone may name a class: 甲療養所 in the chapter 国立療養所 is no part of it. A 支所 without a name of its own is.
            let may_lie_in = |name| self.kinds.is_kind(name) || may_lie_in(&self.kinds, name, above);
            let is_part = !name.ends_with(above.as_str()) && (!self.headings.has_entered(unit) || may_lie_in(name));
            if is_part && !(regional && is_inner_kind(&self.kinds, name)) {
                return (unit, Rule::UnitOfHeading);
            }
        }
        (body, Rule::UnitUnsaid)
    }

    /// Whether a division is headed by the name of a known unit.
    pub(super) fn heads_division(&self, division: usize) -> bool {
        self.unit_of_division(division).is_some()
    }

    /// Where the units of a list are put of which the text does not say where they belong.
    pub(crate) fn place_of_list(&self, article: usize, body: usize) -> (usize, Rule) {
        self.unit_of_heading(article).map_or((body, Rule::UnitUnsaid), |unit| (unit, Rule::UnitOfHeading))
    }

    /// Whether a bare name in an article cannot mean a unit that lies in the one that heads a chapter around it: the article
    /// stands in a part of that chapter on regional organs, which does not speak of the unit.
    pub(crate) fn is_of_other_part(&self, unit: usize, heading: usize, article: usize) -> bool {
        let title = |division: usize| self.outline.document.divisions[division].title.as_str();
        let mut regional = None;
        for division in self.outline.divisions_around(article) {
            if CLASSES_OF_ORGANS.contains(&title(division)) {
                regional = regional.or(Some(division));
            } else if self.unit_of_division(division) == Some(heading) {
                break;
            }
        }
        let Some(division) = regional.filter(|_| self.is_within(unit, heading) && unit != heading) else {
            return false;
        };
        let articles = self.outline.articles_in(division);
        let record = &self.units[unit];
        let spoken = record.proof.sentences.iter().any(|sentence| articles.contains(&self.sentence(*sentence).article));
        is_inner_kind(&self.kinds, &record.unit.name) && !spoken
    }

    /// The unit that heads a division or the nearest one around it.
    fn unit_above_division(&self, division: usize) -> Option<usize> {
        let divisions = &self.outline.document.divisions;
        let mut around = std::iter::successors(Some(division), |at| divisions[*at].parent);
        around.find_map(|division| self.unit_of_division(division))
    }

    /// The unit whose name heads a division: of several of that name the one in the unit that heads a division around it.
    fn unit_of_division(&self, division: usize) -> Option<usize> {
        if let Some(unit) = self.headings.entered.get(&division) {
            return Some(*unit);
        }
        let document = self.outline.document;
        let title = document.divisions[division].title.as_str();
        // A short name may mean another unit in each chapter.
        let is_own_name = |unit: &usize| {
            let record = &self.units[*unit];
            record.parent.is_some() && record.unit.name == title
        };
        let named: Vec<usize> = self.units_named(title).iter().copied().filter(is_own_name).collect();
        if named.is_empty() {
            return None;
        }
        let parent = document.divisions[division].parent;
        let above = parent.and_then(|parent| self.unit_above_division(parent));
        let within: Vec<usize> = match above {
            Some(above) => {
                named.iter().copied().filter(|unit| *unit != above && self.is_within(*unit, above)).collect()
            }
            None => Vec::new(),
        };
        match (&within[..], &named[..]) {
            ([only], _) => Some(*only),
            ([], [only]) if above.is_none() || !self.headings.repeated[division] => Some(*only),
            _ => None,
        }
    }
}

//! Names to units and posts: by full name, alias, path and place.

use std::collections::BTreeSet;
use std::ops::Range;

use super::kinds::NameClass;
use super::lists::{Joint, split_list};
use super::register::Register;
use crate::graph::Status;

/// No path names more units than this, one below the other.
const LONGEST_PATH: usize = 5;

/// What a name of a unit was found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum UnitName {
    /// One unit, or the units of a defined group.
    Units(Vec<usize>),
    /// Several units of this name, none nearer than the others.
    Ambiguous(Vec<usize>),
    /// No unit of this name.
    Unknown,
}

impl Register<'_> {
    /// The unit that a name means, seen from another unit: an alias or name; the nearest of several; a path of names
    /// (個人番号センター企画部); a defined group.
    pub(crate) fn resolve_unit(&self, name: &str, seen_from: Option<usize>) -> UnitName {
        self.resolve_path(name, seen_from, LONGEST_PATH)
    }

    /// The same of a path of at most so many names.
    fn resolve_path(&self, name: &str, seen_from: Option<usize>, longest: usize) -> UnitName {
        if let Some((units, _)) = self.groups.get(name) {
            return UnitName::Units(units.clone());
        }
        let named = self.units_named(name);
        if !named.is_empty() {
            return self.nearest(named, seen_from);
        }
        if longest < 2 {
            return UnitName::Unknown;
        }
        // A path: the longest unit name in front whose rest names something below it.
        for length in &self.name_lengths {
            let Some(at) = name.len().checked_sub(*length).filter(|at| *at > 0 && name.is_char_boundary(*at)) else {
                continue;
            };
            let rest = &name[at..];
            if self.units_named(rest).is_empty() {
                continue;
            }
            let front = name[..at].trim_end_matches('の').trim_end();
            // 「交通局総務部庶務課」: what stands in front may be a path itself.
            let UnitName::Units(above) = self.resolve_path(front, seen_from, longest - 1) else { continue };
            let [above] = above[..] else { continue };
            let within = |unit: &usize| *unit != above && self.is_within(*unit, above);
            let below: Vec<usize> = self.units_named(rest).iter().copied().filter(within).collect();
            match below.len() {
                0 => {}
                1 => return UnitName::Units(below),
                _ => return self.nearest(&below, Some(above)),
            }
        }
        UnitName::Unknown
    }

    /// The unit that a name means in an article. A short name means what its definition there says. In a chapter headed by the
    /// name of a unit (鉄道局) a bare name means the unit there, never the namesake of another chapter. Of several with that
    /// name the one that was established last before the article counts: a text speaks of what it has just put somewhere.
    pub(crate) fn resolve_unit_in_text(&self, name: &str, body: usize, article: usize) -> UnitName {
        let name = self.in_full(name, article).unwrap_or(name);
        let heading = self.unit_of_heading(article);
        let found = match heading.filter(|_| !self.groups.contains_key(name) && !self.units_named(name).is_empty()) {
            Some(heading) => {
                let named = self.units_named(name).iter().copied();
                let at_hand: Vec<usize> = named.filter(|unit| self.is_at_hand(*unit, heading, article)).collect();
                match at_hand[..] {
                    [] => UnitName::Unknown,
                    [only] => UnitName::Units(vec![only]),
                    _ => UnitName::Ambiguous(at_hand),
                }
            }
            None => self.resolve_unit(name, Some(heading.unwrap_or(body))),
        };
        let UnitName::Ambiguous(candidates) = found else { return found };
        // In a division on a regional organ a bare 総務部 is that organ's.
        let organ = self.outline.divisions_around(article).next().and_then(|division| self.organs.get(&division));
        let of_organ = |unit: &usize| organ.is_some_and(|organ| self.units[*unit].parent == Some(*organ));
        if let [only] = candidates.iter().copied().filter(of_organ).collect::<Vec<_>>()[..] {
            return UnitName::Units(vec![only]);
        }
        let chapter = self.chapter_of(article);
        let established = |unit: &usize| {
            let sentences = self.units[*unit].proof.sentences.iter().map(|sentence| self.sentence(*sentence).article);
            sentences.filter(|place| chapter.contains(place) && *place <= article).max()
        };
        let latest = candidates.iter().filter_map(established).max();
        let nearest: Vec<usize> = candidates.iter().copied().filter(|unit| established(unit) == latest).collect();
        // 「甲所及び乙所に、次の課を置く。」: what one sentence puts in several places it means in all of them.
        let last = |unit: &usize| {
            let sentences = &self.units[*unit].proof.sentences;
            sentences.iter().filter(|sentence| self.sentence(**sentence).article <= article).copied().collect()
        };
        let together = || {
            let sentences: Vec<BTreeSet<usize>> = nearest.iter().map(last).collect();
            let same = sentences.windows(2).all(|pair| pair[0] == pair[1]);
            (same || self.are_parallel(&nearest))
                && nearest.iter().all(|unit| self.units[*unit].unit.status == Status::Established)
        };
        let clear = latest.is_some() && (nearest.len() == 1 || together());
        match heading {
            _ if clear => UnitName::Units(nearest),
            Some(heading) => self.nearest(&candidates, Some(heading)),
            None => UnitName::Ambiguous(candidates),
        }
    }

    /// The articles that speak of one organ with an article: those of the chapter headed by a unit, else those of the innermost
    /// division.
    fn chapter_of(&self, article: usize) -> Range<usize> {
        let headed = self.division_of_unit(article).map(|(division, _)| division);
        let division = headed.or_else(|| self.outline.divisions_around(article).next());
        division.map_or_else(|| self.outline.instrument_around(article), |division| self.outline.articles_in(division))
    }

    /// Whether units stand in the same place of several units of one kind: the 教務科 of the 教務部 of each school.
    fn are_parallel(&self, units: &[usize]) -> bool {
        let parents: Vec<Option<usize>> = units.iter().map(|unit| self.units[*unit].parent).collect();
        let differ = parents.iter().collect::<BTreeSet<_>>().len() == units.len();
        let above = |unit: &Option<usize>| unit.and_then(|unit| self.units[unit].parent.map(|above| (unit, above)));
        let Some(pairs) = parents.iter().map(above).collect::<Option<Vec<_>>>() else { return false };
        let alike = |a: usize, b: usize| self.units[a].unit.kind == self.units[b].unit.kind;
        let same_name = pairs.windows(2).all(|p| self.units[p[0].0].unit.name == self.units[p[1].0].unit.name);
        differ && same_name && pairs.windows(2).all(|p| alike(p[0].1, p[1].1))
    }

    /// Whether a unit may be called by its bare name in an article of a chapter headed by another one: what lies near that one,
    /// and what the chapter itself establishes, wherever the text puts it.
    fn is_at_hand(&self, unit: usize, heading: usize, article: usize) -> bool {
        let record = &self.units[unit];
        let established_in = |articles: Range<usize>| {
            let inside = |sentence: &usize| articles.contains(&self.sentence(*sentence).article);
            record.unit.status == Status::Established && record.proof.sentences.iter().any(inside)
        };
        let chapter = || self.division_of_unit(article).map(|(division, _)| self.outline.articles_in(division));
        if self.is_of_other_part(unit, heading, article) {
            return false;
        }
        self.is_visible(unit, heading) || chapter().is_some_and(established_in)
    }

    /// Whether a unit may be called by its bare name where another one is spoken of: it lies within that one, or beside it or
    /// one of those above it.
    fn is_visible(&self, unit: usize, seen_from: usize) -> bool {
        let beside = |parent: usize| self.path_up(seen_from).contains(&parent);
        self.is_within(unit, seen_from) || self.units[unit].parent.is_none_or(beside)
    }

    /// The unit that words mean or end in: the longest ending that names one counts, the end of a longer name (北審査課) aside.
    pub(crate) fn resolve_last_name(&self, words: &str, seen_from: usize) -> UnitName {
        let in_name = |c: char| !matches!(c, 'ぁ'..='ん' | '、' | '。' | '(' | ')' | ' ');
        let is_apart = |ending: &&str| {
            let front = &words[..words.len() - ending.len()];
            !front.ends_with(in_name)
                || !ending.starts_with(in_name)
                || self.kinds.class_of(front) == Some(NameClass::Unit)
        };
        let endings = std::iter::once(words).chain(self.possible_names(words).filter(is_apart));
        endings
            .map(|ending| self.resolve_unit(ending, Some(seen_from)))
            .find(|found| *found != UnitName::Unknown)
            .unwrap_or(UnitName::Unknown)
    }

    /// The unit that words end in the name or kind of (課内), of those that a unit is in.
    pub(crate) fn unit_above_named(&self, own: usize, words: &str) -> Option<usize> {
        let is_meant = |unit: &usize| {
            let record = &self.units[*unit].unit;
            let mut names = record.aliases.iter().chain([&record.name, &record.kind]).filter(|name| !name.is_empty());
            names.any(|name| words.ends_with(name.as_str()))
        };
        self.path_up(own).into_iter().find(is_meant)
    }

    /// The one of several units that is nearest to the place of speaking: below it, beside it, beside the unit above it …
    fn nearest(&self, candidates: &[usize], seen_from: Option<usize>) -> UnitName {
        if let [only] = candidates {
            return UnitName::Units(vec![*only]);
        }
        for above in seen_from.map(|unit| self.path_up(unit)).unwrap_or_default() {
            let within: Vec<usize> = candidates.iter().copied().filter(|unit| self.is_within(*unit, above)).collect();
            match within.len() {
                0 => {}
                1 => return UnitName::Units(within),
                _ => {
                    let children: Vec<usize> =
                        within.iter().copied().filter(|unit| self.units[*unit].parent == Some(above)).collect();
                    return if children.len() == 1 { UnitName::Units(children) } else { UnitName::Ambiguous(within) };
                }
            }
        }
        UnitName::Ambiguous(candidates.to_vec())
    }

    /// The endings of a text that may be the name or path of a unit, the longest first.
    pub(crate) fn possible_names<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let longest = self.name_lengths.last().copied().unwrap_or(0) * 2;
        let from = text.len().saturating_sub(longest);
        text.char_indices().filter(move |(at, _)| *at >= from).map(|(at, _)| &text[at..])
    }

    /// All units of a kind (部), councils aside, in the order in which they were found.
    pub(crate) fn units_of_kind(&self, kind: &str) -> Vec<usize> {
        let of_kind = |index: &usize| self.units[*index].unit.kind == kind && !self.units[*index].unit.council;
        (0..self.units.len()).filter(of_kind).collect()
    }

    /// The units of a kind that an article means by the kind alone (「課に課長を置く」): those that it establishes itself; else
    /// those that the innermost division around it establishes; else all of the unit that heads the chapter, or of the body. A
    /// chapter on one organ says nothing of the sections of another.
    pub(crate) fn units_of_kind_near(&self, kind: &str, article: usize) -> Vec<usize> {
        let units = self.units_of_kind(kind);
        let heading = self.division_of_unit(article);
        let inside = |division: &usize| heading.is_none_or(|(headed, _)| *division >= headed);
        let divisions = self.outline.divisions_around(article).take_while(inside);
        let circles = divisions.map(|division| self.outline.articles_in(division));
        let circles = std::iter::once(article..article + 1).chain(circles);
        let established_in = |articles: &Range<usize>| -> Vec<usize> {
            let inside = |sentence: &usize| articles.contains(&self.sentence(*sentence).article);
            let is_of = |unit: &&usize| self.units[**unit].proof.sentences.iter().any(inside);
            units.iter().filter(is_of).copied().collect()
        };
        if let Some(near) = circles.map(|articles| established_in(&articles)).find(|near| !near.is_empty()) {
            return near;
        }
        let Some((_, above)) = heading else { return units };
        // 東管区局 is one of those that the chapter headed 「管区局」 speaks of.
        let name = self.units[above].unit.name.as_str();
        let of_heading = |unit: &usize| self.path_up(*unit).iter().any(|up| self.units[*up].unit.name.ends_with(name));
        units.into_iter().filter(of_heading).collect()
    }

    /// The members of a list of unit names; known names that hold a conjunction stay whole.
    pub(crate) fn split_units(&self, text: &str) -> (Vec<Range<usize>>, Joint) {
        split_list(text, |name| !self.units_named(name).is_empty())
    }

    /// The members of a list of titles; known titles that hold a conjunction stay whole.
    pub(crate) fn split_titles(&self, text: &str) -> (Vec<Range<usize>>, Joint) {
        split_list(text, |name| !self.posts_titled(name).is_empty())
    }

    /// The posts that a name means, whatever unit they are in: a title (課長), or a unit's name in front of one (経営戦略部長,
    /// 総務課の参事).
    pub(crate) fn posts_called(&self, name: &str) -> Vec<usize> {
        let titled = self.posts_titled(name);
        if !titled.is_empty() {
            return titled.to_vec();
        }
        let named = |index: &usize| {
            let record = &self.posts[*index];
            let unit = &self.units[record.unit].unit;
            record.post.name == name
                || std::iter::once(&unit.name).chain(&unit.aliases).any(|unit_name| {
                    name.strip_prefix(unit_name.as_str()).is_some_and(|rest| {
                        let rest = rest.trim_start_matches('の');
                        rest == record.post.title || Some(rest) == record.post.title.strip_prefix(unit.kind.as_str())
                    })
                })
        };
        // The name of the unit opens that of its post.
        let fronts = name.char_indices().skip(1).map(|(at, _)| &name[..at]);
        let units = fronts.flat_map(|front| self.units_named(front));
        let mut found: Vec<usize> = units.flat_map(|unit| self.posts_of(*unit)).copied().filter(named).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The one post that a name means, seen from a unit: in that unit, else in the nearest unit above that has one, else the
    /// only one there is.
    pub(crate) fn resolve_post(&self, name: &str, seen_from: usize) -> Option<usize> {
        let candidates = self.posts_called(name);
        for unit in self.path_up(seen_from) {
            if let Some(found) = candidates.iter().copied().find(|post| self.posts[*post].unit == unit) {
                return Some(found);
            }
        }
        match candidates[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

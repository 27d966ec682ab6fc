//! How a unit looks by its place and status, and the legend of the looks that a sheet uses.

use super::frame::{LegendEntry, Sample};
use super::organisation::UnitEntry;
use super::words::DiagramWords;
use crate::graph::Status;
use crate::render::style::{BoxLook, LineLook};

/// The look of a unit, in the order of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum UnitLook {
    Body,
    First,
    Holding,
    Plain,
    Section,
    Council,
    Elsewhere,
    Unknown,
}

/// Kinds of units drawn with the thin border.
const SECTION_KINDS: [&str; 8] = ["課", "係", "班", "担当", "グループ", "チーム", "掛", "分室"];

impl UnitLook {
    pub(super) fn of(entry: &UnitEntry) -> Self {
        let unit = entry.unit;
        match (unit.status, entry.depth) {
            (Status::Unknown, _) => UnitLook::Unknown,
            (_, 0) => UnitLook::Body,
            _ if unit.council => UnitLook::Council,
            (Status::Elsewhere, _) => UnitLook::Elsewhere,
            (_, 1) => UnitLook::First,
            _ if !entry.children.is_empty() => UnitLook::Holding,
            _ if SECTION_KINDS.contains(&unit.kind.as_str()) => UnitLook::Section,
            _ => UnitLook::Plain,
        }
    }

    /// How the box is drawn.
    pub(super) fn look(self, optional: bool) -> BoxLook {
        let look = match self {
            UnitLook::Body => BoxLook::BODY,
            UnitLook::First => BoxLook::FIRST,
            UnitLook::Holding => BoxLook::HOLDING,
            UnitLook::Plain => BoxLook::UNIT,
            UnitLook::Section => BoxLook::SECTION,
            UnitLook::Council => BoxLook::COUNCIL,
            UnitLook::Elsewhere => BoxLook::ELSEWHERE_UNIT,
            UnitLook::Unknown => BoxLook::UNKNOWN,
        };
        if optional { look.optional() } else { look }
    }

    /// Class names in the SVG.
    pub(super) fn class(self, optional: bool) -> String {
        let class = match self {
            UnitLook::Body => "unit lv0",
            UnitLook::First => "unit lv1",
            UnitLook::Holding => "unit lv2 holding",
            UnitLook::Plain => "unit lv2",
            UnitLook::Section => "unit lv3",
            UnitLook::Council => "council",
            UnitLook::Elsewhere => "unit st-elsewhere",
            UnitLook::Unknown => "unit st-unknown",
        };
        if optional { format!("{class} es-optional") } else { class.to_owned() }
    }
}

/// The name as drawn: with the mark of a unit that is created nowhere.
pub(super) fn drawn_name(name: &str, look: UnitLook) -> String {
    if look == UnitLook::Unknown { format!("？{name}") } else { name.to_owned() }
}

/// Most kinds that the legend lists for one look.
const LISTED_KINDS: usize = 6;

/// Collects what a sheet uses.
#[derive(Debug, Default)]
pub(super) struct UsedLooks {
    units: Vec<(UnitLook, Vec<String>)>,
    optional: bool,
    posts: bool,
    related: bool,
}

impl UsedLooks {
    pub(super) fn unit(&mut self, look: UnitLook, kind: &str, optional: bool) {
        let used = match self.units.iter().position(|(known, _)| *known == look) {
            Some(at) => &mut self.units[at].1,
            None => {
                self.units.push((look, Vec::new()));
                let last = self.units.len() - 1;
                &mut self.units[last].1
            }
        };
        if !kind.is_empty() && !used.iter().any(|known| known == kind) {
            used.push(kind.to_owned());
        }
        self.optional |= optional;
    }

    /// Notes that posts of another instrument are drawn.
    pub(super) fn elsewhere_posts(&mut self) {
        self.posts = true;
    }

    /// Notes that dotted relations are drawn.
    pub(super) fn related(&mut self) {
        self.related = true;
    }

    /// The legend of what was used, and of nothing else. The body needs no explanation.
    pub(super) fn legend(mut self, words: &DiagramWords) -> Vec<LegendEntry> {
        self.units.sort();
        let plain: Vec<String> = self
            .units
            .iter()
            .filter(|(look, _)| *look == UnitLook::Plain)
            .flat_map(|(_, kinds)| kinds.clone())
            .collect();
        let mut legend: Vec<LegendEntry> = Vec::new();
        for (look, kinds) in &self.units {
            let mut listed = kinds.iter().take(LISTED_KINDS).cloned().collect::<Vec<_>>().join(&words.joiner);
            if kinds.len() > LISTED_KINDS {
                listed.push('…');
            }
            let meaning = match look {
                UnitLook::Body => continue,
                UnitLook::Holding if kinds.iter().any(|kind| plain.contains(kind)) => {
                    format!("{listed}{}", words.with_units_below)
                }
                UnitLook::Council if listed.is_empty() => words.council.clone(),
                UnitLook::Elsewhere => words.elsewhere_unit.clone(),
                UnitLook::Unknown => words.unknown.clone(),
                _ if listed.is_empty() => words.unit.clone(),
                _ => listed,
            };
            legend.push(LegendEntry { sample: Sample::Box(look.look(false)), meaning });
        }
        if self.optional {
            legend.push(LegendEntry {
                sample: Sample::Box(BoxLook::UNIT.optional()),
                meaning: words.optional_unit.clone(),
            });
        }
        if self.posts {
            legend.push(LegendEntry {
                sample: Sample::Box(BoxLook::ELSEWHERE_POST),
                meaning: words.elsewhere_post.clone(),
            });
        }
        if self.related {
            legend.push(LegendEntry { sample: Sample::Line(LineLook::RELATED), meaning: words.other_relation.clone() });
        }
        legend
    }
}

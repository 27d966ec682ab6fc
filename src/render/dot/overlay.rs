//! What a chart of the organisation says of units beside their names: a few signs in the box, and its colours.

use std::collections::BTreeMap;

use super::frame::LegendEntry;
use crate::graph::NodeId;
use crate::render::style::BoxLook;

/// What is laid over an org chart.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    /// The kind of chart.
    pub(super) title: String,
    /// Lines at the right of the title.
    pub(super) remarks: Vec<String>,
    /// What is said of units, by unit.
    pub(super) notes: BTreeMap<NodeId, UnitNote>,
    /// What its signs mean.
    pub(super) legend: Vec<LegendEntry>,
}

/// What is said of a unit.
#[derive(Debug)]
pub(super) struct UnitNote {
    /// In the box.
    pub(super) text: String,
    /// In its tooltip.
    pub(super) tooltip: String,
    /// Class in the SVG.
    pub(super) class: &'static str,
    /// Whose ground, border and weight the box takes; its own if there is none.
    pub(super) colours: Option<BoxLook>,
}

impl UnitNote {
    /// A look with the colours of this note; shape, style and number of borders stay, as they say what the unit is.
    pub(super) fn look(&self, own: BoxLook) -> BoxLook {
        match self.colours {
            None => own,
            Some(colours) => BoxLook {
                fill: colours.fill,
                border: colours.border,
                text: colours.text,
                pen: own.pen.max(colours.pen),
                ..own
            },
        }
    }
}

//! Diagrams in DOT: org charts, command chains and command graphs.
//!
//! Org charts and command graphs are placed here, box by box, because the order of the text has to be kept and
//! Graphviz's own layout does not keep it; command chains are small and are laid out by Graphviz. Either way a plain
//! `dot -Tsvg`, `-Tpng` or `-Tpdf` paints the sheet.
//!
//! The regulation's words stay Japanese; the fixed words around them come from [`DiagramWords`].

mod bracket;
mod canvas;
mod chain_text;
mod columns;
mod command_chain;
mod command_tree;
mod escape;
mod exclusions;
mod findings_chart;
mod frame;
mod head;
mod laid_out;
mod linker;
mod neighbourhood;
mod org_bracket;
mod org_chart;
mod organisation;
mod overlaps;
mod overlay;
mod overview;
mod pages;
mod post_look;
mod scenario;
mod selection;
mod substitution;
mod trees;
mod unit_look;
mod words;

pub use canvas::Paper;
pub use command_chain::{CommandOptions, command_chain};
pub use command_tree::command_tree;
pub use exclusions::exclusions;
pub use findings_chart::findings_chart;
pub use neighbourhood::neighbourhood;
pub use org_chart::{OrgForm, OrgOptions, org_chart};
pub use overlaps::overlaps;
pub use scenario::scenario;
pub use selection::Selection;
pub use substitution::substitution;
pub use words::DiagramWords;

use thiserror::Error;

use crate::graph::NodeId;

/// One sheet of a diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Name in ASCII, unique among the sheets of one call and fit for a file name without its ending: `org-columns-a4`.
    pub name: String,
    /// The drawing in DOT.
    pub dot: String,
}

/// A diagram that cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DiagramError {
    /// The graph has no unit with this id.
    #[error("no unit `{0}` in the graph")]
    NoSuchUnit(NodeId),
    /// The graph has no post with this id.
    #[error("no post `{0}` in the graph")]
    NoSuchPost(NodeId),
    /// The graph has no node with this id.
    #[error("no node `{0}` in the graph")]
    NoSuchNode(NodeId),
    /// The graph has no unit at all.
    #[error("the regulation establishes no unit, so there is nothing to draw")]
    NoUnits,
    /// There is nothing of the sort that the diagram shows.
    #[error("the regulation says nothing that this diagram could show")]
    NothingToDraw,
}

//! The authority graph: typed nodes and edges, each with the clauses it rests on.
//!
//! The meaning of every label and edge type is the project's model page; this room holds the types, the immutable
//! [`AuthorityGraph`], and the look-up of nodes by the names people use. It knows no text format and no database.
//!
//! ```
//! use kengen::graph::{Basis, Clause, EdgeData, GraphBuilder, NodeData, Provenance, RegulationInfo, Relation, Status, Unit};
//!
//! let mut builder = GraphBuilder::new(RegulationInfo::titled("甲市事務分掌規則"));
//! let clause = builder.add_clause("第1条", Clause::new("第1条", "市に総務部を置く。", 0, 27, 1));
//! let basis = Provenance::new(clause, "市に総務部を置く");
//! let city = builder.add_node("市", NodeData::Unit(Unit::new("市", "市", Status::Elsewhere)), basis.clone());
//! let part = builder.add_node("市/総務部", NodeData::Unit(Unit::new("総務部", "部", Status::Established)), basis.clone());
//! builder.add_edge(&part, &city, EdgeData::new(Relation::BelongsTo, Basis::Stated), basis);
//! let graph = builder.build();
//! assert_eq!(graph.parent_unit(&part), Some(&city));
//! ```

pub mod algorithms;
mod annotations;
mod authority_graph;
mod builder;
mod edge;
mod id;
mod names;
mod node;
mod provenance;
mod regulation_info;
mod statement;

pub use annotations::{Acceptance, Annotations, Remark, RemarkKind};
pub use authority_graph::{AuthorityGraph, Direction, EdgeRef};
pub use builder::GraphBuilder;
pub use edge::{
    Act, CommandScope, Condition, Designator, Edge, EdgeData, ExclusionForm, HoldingKind, Relation, RelationType,
};
pub use id::NodeId;
pub use names::{Lookup, NameIndex, fold_name};
pub use node::{
    Clause, Designation, Duty, DutyKind, Establishment, Label, Matter, Node, NodeData, Person, Post, Status, Unit,
};
pub use provenance::{Basis, Evidence, Provenance, Rule};
pub use regulation_info::{FurtherInstrument, RegulationInfo, Settings};
pub use statement::{PartRole, Statement, StatementKind, StatementPart};

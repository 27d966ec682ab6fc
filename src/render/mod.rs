//! Output forms: one file or folder per form. A renderer shows what it is given; it computes no answer and does no IO.

mod breaks;
pub mod csv;
pub mod docx;
pub mod dot;
mod finding_groups;
pub mod graphml;
pub mod html;
pub mod json;
pub mod jsonld;
mod measure;
pub mod mermaid;
pub mod messages;
mod properties;
mod rdf;
pub mod sarif;
mod style;
pub mod tables;
pub mod text;
pub mod turtle;
mod wrap;
pub mod xlsx;

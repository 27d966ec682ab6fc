//! Output forms: one file or folder per form. A renderer shows what it is given; it computes no answer and does no IO.

mod breaks;
pub mod dot;
mod finding_groups;
pub mod html;
pub mod json;
mod measure;
pub mod messages;
pub mod sarif;
mod style;
pub mod text;
mod wrap;
pub mod xlsx;

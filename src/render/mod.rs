//! Output forms: one file or folder per form. Renderers show answers and compute none.

pub mod json;
pub mod messages;
pub mod text;

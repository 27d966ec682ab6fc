//! Output forms. A renderer draws what it is given; it computes no answer and does no IO.

pub mod dot;
mod measure;
mod style;
mod wrap;

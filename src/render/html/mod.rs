//! Answers as pages of HTML: one file each, with its style and script inside, nothing fetched from anywhere, readable without
//! the script.

mod anchors;
mod coverage;
mod coverage_article;
mod facts;
mod findings;
mod frame;
mod markup;
#[cfg(test)]
mod tests;

pub use coverage::coverage;
pub use findings::findings;

//! Answers as pages of HTML: one file each, with its style and script inside, nothing fetched from anywhere, readable without
//! the script.

mod anchors;
mod coverage;
mod coverage_article;
mod facts;
mod findings;
mod frame;
mod markup;
mod report;
mod report_duties;
mod report_sections;
mod report_tables;
mod report_text;
mod svg;
#[cfg(test)]
mod tests;
mod unread;

pub use coverage::coverage;
pub use findings::findings;
pub use report::{ReportContents, report};

//! What the names of elements and the attribute `Num` say.

use super::super::document::{ArticleNumber, DivisionKind};

/// Elements that only occur within a law.
pub(super) fn is_of_law(name: &str) -> bool {
    matches!(
        name,
        "law" | "lawbody" | "mainprovision" | "supplprovision" | "toc" | "article" | "paragraph" | "tablestruct"
    ) || name.starts_with("appdx")
        || division_kind(name).is_some()
        || item_depth(name).is_some()
}

pub(super) fn division_kind(name: &str) -> Option<DivisionKind> {
    Some(match name {
        "part" => DivisionKind::Part,
        "chapter" => DivisionKind::Chapter,
        "section" => DivisionKind::Section,
        "subsection" => DivisionKind::Subsection,
        "division" => DivisionKind::Division,
        _ => return None,
    })
}

/// How deep an item of this name lies: `item` 0, `subitem1` 1 …
pub(super) fn item_depth(name: &str) -> Option<usize> {
    if name == "item" { Some(0) } else { name.strip_prefix("subitem")?.parse().ok() }
}

/// The attribute `Num` of an article: `17_2` is 17の2, `3:5` is 3 to 5.
pub(super) fn article_numbers(written: &str) -> Option<(ArticleNumber, Option<ArticleNumber>)> {
    let (first, last) = written.split_once(':').map_or((written, None), |(first, last)| (first, Some(last)));
    let last = match last {
        Some(last) => Some(ArticleNumber(branch_numbers(last)?)),
        None => None,
    };
    Some((ArticleNumber(branch_numbers(first)?), last))
}

/// A number with its branches: `17_2`. Of a range (`3:5`) the last one, behind which the list goes on.
pub(super) fn branch_numbers(written: &str) -> Option<Vec<u32>> {
    let last = written.rsplit(':').next()?;
    last.split('_').map(|number| number.parse().ok()).collect()
}

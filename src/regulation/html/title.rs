//! Which line of a page is the title of the regulation. What stands above it belongs to the page, not to the regulation.

use super::super::document::StructureKind;
use super::super::layout::{Layout, Role};
use super::super::markers::{article_mark, division_mark, supplement_mark};
use super::super::text::normalize;

/// Endings of titles of regulations.
const ENDINGS: &[&str] =
    &["規則", "規程", "条例", "令", "要綱", "要領", "訓令", "細則", "規約", "定款", "内規", "基準", "達", "法", "規定"];

/// Finds the title and marks the lines above it as no provisions. Signs of a title, the surest first: the line says what the
/// page's own title says; it is a heading; a collection's mark ○ stands before it.
pub(super) fn mark_title(layout: &mut Layout, page_title: &str, headings: &[usize]) {
    let page_title = letters(page_title);
    let mut lines = Vec::new();
    for (line, hint) in layout.source.lines().zip(&layout.hints) {
        let text = normalize(line, 0..line.len()).trimmed();
        let normal = text.normal();
        // The regulation itself begins here.
        if article_mark(normal).is_some() || supplement_mark(normal).is_some() {
            break;
        }
        let around = matches!(hint.role, Role::Structure(_) | Role::Row(_));
        lines.push((letters(line), around, normal.starts_with(['○', '◎', '●']), division_mark(normal).is_some()));
    }
    let named = |line: &str| ENDINGS.iter().any(|ending| line.ends_with(ending));
    let of_page = |line: &str| line == page_title || (named(line) && page_title.contains(line));
    let find = |sign: &dyn Fn(usize) -> bool| (0..lines.len()).find(|index| sign(*index));
    let found = find(&|index| of_page(&lines[index].0) && !lines[index].1)
        .or_else(|| {
            find(&|index| {
                let (line, around, _, division) = &lines[index];
                headings.binary_search(&index).is_ok() && !around && !division && line != "目次"
            })
        })
        .or_else(|| find(&|index| lines[index].2 && !lines[index].1))
        .or_else(|| find(&|index| of_page(&lines[index].0)));
    let Some(found) = found else { return };
    for (index, hint) in layout.hints[..found].iter_mut().enumerate() {
        // The date and number may stand above the title.
        let dated = ["明治", "大正", "昭和", "平成", "令和"].iter().any(|era| lines[index].0.starts_with(era));
        if !dated || hint.role != Role::Unknown {
            hint.role = Role::Structure(StructureKind::Preliminary);
        }
    }
    layout.hints[found].role = Role::Structure(StructureKind::Title);
}

/// A line without white space and without the mark before a title.
fn letters(line: &str) -> String {
    let text = normalize(line, 0..line.len());
    text.normal().chars().filter(|c| !matches!(c, ' ' | '○' | '◎' | '●')).collect()
}

//! Pointers from one clause to another, as written: 第17条の2第3項, 前項, 前三号, 前各号, 同条第2項.

use std::ops::Range;

use super::numerals::leading_number;

/// What sort of clause a pointer names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// 条.
    Article,
    /// 項.
    Paragraph,
    /// 号.
    Item,
}

/// Which clauses of that sort a pointer names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// The one with this number and branch numbers: 第17条の2 is `[17, 2]`.
    Numbered(Vec<u32>),
    /// So many right before: 前項 is 1, 前三号 is 3.
    Preceding(u32),
    /// All before: 前各号.
    AllPreceding,
    /// The one named last: 同条.
    Same,
}

/// A pointer in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Where it stands.
    pub range: Range<usize>,
    /// What sort of clause it names.
    pub level: Level,
    /// Which of them.
    pub which: Which,
    /// The paragraph named right behind an article: 第3条第2項.
    pub paragraph: Option<u32>,
}

/// The pointers in a normalised text, in order. Whose clauses they name (another law's, say) is left to the caller.
pub fn find_pointers(text: &str) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(['第', '前', '同']).map(|at| from + at) {
        match pointer_at(text, start) {
            Some(pointer) => {
                from = pointer.range.end;
                found.push(pointer);
            }
            None => from = start + '第'.len_utf8(),
        }
    }
    found
}

/// The pointer that starts at a place of the text.
pub fn pointer_at(text: &str, start: usize) -> Option<Pointer> {
    let mut rest = text[start..].chars();
    let first = rest.next()?;
    let mut rest = rest.as_str();
    let number = leading_number(rest);
    let mut which = match (first, number) {
        ('第', Some((number, length))) => {
            rest = &rest[length..];
            Which::Numbered(vec![number])
        }
        ('前', Some((count, length))) => {
            rest = &rest[length..];
            Which::Preceding(count)
        }
        ('前', None) => match rest.strip_prefix('各') {
            Some(behind) => {
                rest = behind;
                Which::AllPreceding
            }
            None => Which::Preceding(1),
        },
        ('同', None) => Which::Same,
        _ => return None,
    };
    let level = match rest.chars().next()? {
        '条' => Level::Article,
        '項' => Level::Paragraph,
        '号' => Level::Item,
        _ => return None,
    };
    rest = &rest['条'.len_utf8()..];
    if let Which::Numbered(numbers) = &mut which {
        while let Some((branch, length)) = rest.strip_prefix('の').and_then(leading_number) {
            numbers.push(branch);
            rest = &rest['の'.len_utf8() + length..];
        }
    }
    let mut paragraph = None;
    if level == Level::Article {
        let behind = rest.strip_prefix('第').and_then(|behind| leading_number(behind).map(|number| (behind, number)));
        if let Some((number, behind)) =
            behind.and_then(|(behind, (number, length))| Some((number, behind[length..].strip_prefix('項')?)))
        {
            paragraph = Some(number);
            rest = behind;
        }
    }
    Some(Pointer { range: start..text.len() - rest.len(), level, which, paragraph })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_in_a_sentence() {
        let text = "前項及び第十七条の二第3項の規定、前3号並びに前各号に附帯する事務(第4条の規定による。同条第2項、第2号の3)第一課";
        let found: Vec<_> = find_pointers(text)
            .into_iter()
            .map(|pointer| (&text[pointer.range], pointer.level, pointer.which, pointer.paragraph))
            .collect();
        assert_eq!(
            found,
            [
                ("前項", Level::Paragraph, Which::Preceding(1), None),
                ("第十七条の二第3項", Level::Article, Which::Numbered(vec![17, 2]), Some(3)),
                ("前3号", Level::Item, Which::Preceding(3), None),
                ("前各号", Level::Item, Which::AllPreceding, None),
                ("第4条", Level::Article, Which::Numbered(vec![4]), None),
                ("同条第2項", Level::Article, Which::Same, Some(2)),
                ("第2号の3", Level::Item, Which::Numbered(vec![2, 3]), None),
            ]
        );
    }

    #[test]
    fn what_is_no_pointer() {
        for text in ["第一課", "前課長", "同年", "前各部", "第", "前", "第二次", "同第"] {
            assert_eq!(find_pointers(text), [], "{text}");
        }
    }
}

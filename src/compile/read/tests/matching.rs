//! Whether what was read is what was expected. In an expectation `…` stands for words that the page leaves open.

/// Whether a printed frame is the expected one.
pub(super) fn fits(expected: &str, got: &str) -> bool {
    let mut parts = expected.split('…');
    let first = parts.next().unwrap_or("");
    let Some(mut left) = got.strip_prefix(first) else { return false };
    let behind: Vec<&str> = parts.collect();
    let Some((last, middle)) = behind.split_last() else { return left.is_empty() };
    for part in middle {
        match left.find(part) {
            Some(at) => left = &left[at + part.len()..],
            None => return false,
        }
    }
    left.ends_with(last)
}

/// Whether all frames are the expected ones, in their order.
pub(super) fn all_fit(expected: &[String], got: &[String]) -> bool {
    expected.len() == got.len() && expected.iter().zip(got).all(|(expected, got)| fits(expected, got))
}

/// In a few words what differs: the first frame that does, and what of it.
pub(super) fn difference(expected: &[String], got: &[String]) -> String {
    let different = expected.iter().zip(got).find(|(expected, got)| !fits(expected, got));
    let Some((expected, got)) = different else {
        return format!("{} frames instead of {}", got.len(), expected.len());
    };
    let head = |shown: &str| shown.split('[').next().unwrap_or("").to_owned();
    if head(expected) != head(got) {
        return format!("{} read as {}", head(expected), head(got));
    }
    let verb = |shown: &str| shown.split(['[', ']']).nth(1).unwrap_or("").to_owned();
    if verb(expected) != verb(got) && !expected.contains("[…]") {
        return format!("{}: another predicate", head(expected));
    }
    let (expected_parts, got_parts) = (parts(expected), parts(got));
    let name =
        |part: &str| part.split(['=', ':', '「']).next().unwrap_or("").split(' ').take(2).collect::<Vec<_>>().join(" ");
    let lost = expected_parts.iter().find(|part| !got_parts.contains(part));
    let more = got_parts.iter().find(|part| !expected_parts.contains(part));
    match (lost, more) {
        (Some(lost), Some(more)) if name(lost) == name(more) => format!("{}: {} differs", head(expected), name(lost)),
        (Some(lost), Some(more)) => format!("{}: {} lost, {} instead", head(expected), name(lost), name(more)),
        (Some(lost), None) => format!("{}: {} lost", head(expected), name(lost)),
        (None, Some(more)) => format!("{}: {} too much", head(expected), name(more)),
        (None, None) => format!("{}: order of its parts", head(expected)),
    }
}

/// The parts of a printed frame.
pub(super) fn parts(shown: &str) -> Vec<String> {
    let inside = shown.split_once("](").map_or("", |(_, behind)| behind);
    inside.strip_suffix(')').unwrap_or(inside).split("; ").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{all_fit, fits};

    #[test]
    fn an_open_place_fits_anything_and_nothing_else_does() {
        assert!(fits("Put[置く](theme=課長; …)", "Put[置く](theme=課長; place=every 課)"));
        assert!(fits("Own[…](agent=甲課; matter=…)", "Own[行う](agent=甲課; matter=「乙」)"));
        assert!(!fits("Put[置く](theme=課長)", "Put[置く](theme=課長; place=every 課)"));
        assert!(!fits("Put[置く](theme=…; may)", "Put[置く](theme=課長)"));
        assert!(!all_fit(&["Put[置く]()".to_owned()], &[]));
    }
}

//! What several rules ask of clauses: which article they stand in, and their words.

use crate::graph::{AuthorityGraph, Clause, Label, Node};

/// All clauses with their nodes, in the order of the text.
pub(super) fn clauses(graph: &AuthorityGraph) -> Vec<(&Node, &Clause)> {
    graph.nodes_with(Label::Clause).filter_map(|node| node.as_clause().map(|clause| (node, clause))).collect()
}

/// The article of a citation: 第17条の2 of 第17条の2第3項(4). The whole citation where no article is named.
pub(super) fn article(citation: &str) -> &str {
    let Some(mut end) = citation.find('条').map(|at| at + '条'.len_utf8()) else { return citation };
    while let Some(branch) = citation[end..].strip_prefix('の') {
        let digits = branch.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            break;
        }
        end += 'の'.len_utf8() + digits;
    }
    &citation[..end]
}

/// The words of a text on one line, so that a name is found across the line breaks of the page.
pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_of_citations() {
        let cases = [("第17条の2第3項(4)", "第17条の2"), ("甲規則第3条の部", "甲規則第3条"), ("附則", "附則")];
        for (citation, expected) in cases {
            assert_eq!(article(citation), expected);
        }
    }
}

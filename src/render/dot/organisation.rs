//! What an org chart shows, read from the graph: the tree of units in the order of the text, and what stands beside the
//! body.

use std::collections::BTreeSet;

use super::selection::Selection;
use crate::graph::{AuthorityGraph, Direction, Label, Node, NodeId, Post, RelationType, Status, Unit};

/// A unit in the tree.
#[derive(Debug)]
pub(super) struct UnitEntry<'g> {
    /// Its node.
    pub(super) node: &'g Node,
    /// What the node holds.
    pub(super) unit: &'g Unit,
    /// Position of the unit above in [`Organisation::units`].
    pub(super) parent: Option<usize>,
    /// 0 for the body, 1 for what is directly below it.
    pub(super) depth: usize,
    /// Positions of the units directly below.
    pub(super) children: Vec<usize>,
    /// How many units below it the selection leaves out.
    pub(super) left_out: usize,
}

/// The units of a chart, each before the units below it, and what stands beside the body.
#[derive(Debug, Default)]
pub(super) struct Organisation<'g> {
    /// All units of the chart, those beside the body left out.
    pub(super) units: Vec<UnitEntry<'g>>,
    /// Position of the body, if there is one that the others belong to.
    pub(super) body: Option<usize>,
    /// Positions of the units at depth 1.
    pub(super) top: Vec<usize>,
    /// Officers above the body: posts of the body that another instrument creates.
    pub(super) officers: Vec<&'g Node>,
    /// Those of them that have no other part than to attend a council.
    pub(super) attendants: Vec<&'g Node>,
    /// Councils of the body.
    pub(super) councils: Vec<&'g Node>,
    /// How many units the selection leaves out in all.
    pub(super) left_out: usize,
}

impl<'g> Organisation<'g> {
    /// The part of the regulation that is selected.
    pub(super) fn read(graph: &'g AuthorityGraph, selection: &Selection) -> Self {
        let root = selection.root.as_ref();
        let mut organisation = Organisation::default();
        let mut seen: BTreeSet<&NodeId> = BTreeSet::new();
        let mut roots: Vec<&Node> = match root {
            Some(id) => graph.node(id).into_iter().collect(),
            None => graph.root_units(),
        };
        let body = body_of(graph, &roots);
        // The body goes first, whatever stands before it in the text.
        roots.sort_by_key(|node| body.is_none_or(|body| body.id != node.id));
        for node in roots {
            organisation.add_tree(graph, node, body, selection, &mut seen);
        }
        if root.is_none() {
            // Units that belong to each other in a circle have no root: the first of each circle stands in for it.
            for node in graph.nodes_with(Label::Unit) {
                if !seen.contains(&node.id) {
                    organisation.add_tree(graph, node, body, selection, &mut seen);
                }
            }
        }
        if let Some(body) = body {
            organisation.add_posts(graph, &body.id);
        }
        organisation
    }

    /// Adds a unit and what is below it, each unit once. No recursion: a tree may be deeper than the stack.
    fn add_tree(
        &mut self,
        graph: &'g AuthorityGraph,
        root: &'g Node,
        body: Option<&'g Node>,
        selection: &Selection,
        seen: &mut BTreeSet<&'g NodeId>,
    ) {
        let is_body = body.is_some_and(|body| body.id == root.id);
        let mut pending: Vec<(&Node, Option<usize>, usize)> = vec![(root, None, usize::from(!is_body))];
        while let Some((node, parent, depth)) = pending.pop() {
            let Some(unit) = node.as_unit() else { continue };
            if !seen.insert(&node.id) {
                continue;
            }
            let children = graph.members(&node.id, Label::Unit);
            if !selection.shows(node, depth) {
                let count = 1 + mark_below(graph, children, seen);
                self.left_out += count;
                if let Some(parent) = parent {
                    self.units[parent].left_out += count;
                }
                continue;
            }
            if unit.council && children.is_empty() && depth == 1 && body.is_some() {
                self.councils.push(node);
                continue;
            }
            let position = self.units.len();
            self.units.push(UnitEntry { node, unit, parent, depth, children: Vec::new(), left_out: 0 });
            match parent {
                Some(parent) => self.units[parent].children.push(position),
                None if is_body => self.body = Some(position),
                None => {}
            }
            if depth == 1 {
                self.top.push(position);
            }
            pending.extend(children.into_iter().rev().map(|child| (child, Some(position), depth + 1)));
        }
    }

    fn add_posts(&mut self, graph: &'g AuthorityGraph, body: &NodeId) {
        for node in graph.members(body, Label::Post) {
            if node.as_post().is_none_or(|post: &Post| post.status != Status::Elsewhere) {
                continue;
            }
            let has = |relation| !graph.edges_at(&node.id, Direction::Outgoing, relation).is_empty();
            let takes_part =
                [RelationType::MemberOf, RelationType::Chairs, RelationType::Commands, RelationType::Heads];
            if has(RelationType::Attends) && !takes_part.into_iter().any(has) {
                self.attendants.push(node);
            } else {
                self.officers.push(node);
            }
        }
    }

    /// The post that the unit is directly under, unless the unit above is too.
    pub(super) fn directly_under(&self, position: usize) -> Option<&'g str> {
        let entry = &self.units[position];
        let post = entry.unit.directly_under.as_deref()?;
        let above = entry.parent.and_then(|parent| self.units[parent].unit.directly_under.as_deref());
        (above != Some(post)).then_some(post)
    }

    /// Whether the unit and the one above it are drawn joined.
    pub(super) fn joined(&self, position: usize) -> bool {
        self.units[position].parent.is_some()
    }

    /// The nodes beside the body: councils and attendants.
    pub(super) fn beside(&self) -> impl Iterator<Item = &'g Node> + '_ {
        self.attendants.iter().chain(&self.councils).copied()
    }

    /// Position after the last unit below this one: the units of a tree stand together.
    pub(super) fn end(&self, position: usize) -> usize {
        let depth = self.units[position].depth;
        let below = self.units[position + 1..].iter().take_while(|entry| entry.depth > depth).count();
        position + 1 + below
    }
}

/// Marks units and everything below them as seen, and counts those that were not.
fn mark_below<'g>(graph: &'g AuthorityGraph, units: Vec<&'g Node>, seen: &mut BTreeSet<&'g NodeId>) -> usize {
    let (mut pending, mut count) = (units, 0);
    while let Some(node) = pending.pop() {
        if seen.insert(&node.id) {
            count += 1;
            pending.extend(graph.members(&node.id, Label::Unit));
        }
    }
    count
}

/// The body: the only root, or the only one that has units below it.
fn body_of<'g>(graph: &AuthorityGraph, roots: &[&'g Node]) -> Option<&'g Node> {
    if let [only] = roots {
        return Some(only);
    }
    let mut holding = roots.iter().filter(|node| !graph.members(&node.id, Label::Unit).is_empty());
    let first = holding.next()?;
    holding.next().is_none().then_some(*first)
}

/// The clause that establishes a node: the target of its `ESTABLISHED_BY` edge, else the first clause it rests on.
pub(super) fn establishing_clause<'g>(graph: &'g AuthorityGraph, node: &'g Node) -> Option<&'g Node> {
    let established = graph.edges_at(&node.id, Direction::Outgoing, RelationType::EstablishedBy);
    let id = established.first().map_or(&node.provenance.first().clause, |edge| &edge.to);
    graph.node(id).filter(|clause| clause.as_clause().is_some())
}

/// The citations of the articles that these clauses are in, each once, in the order of the text.
pub(super) fn articles<'g>(clauses: impl Iterator<Item = &'g Node>) -> Vec<String> {
    let mut sorted: Vec<(u32, &str)> =
        clauses.filter_map(Node::as_clause).map(|clause| (clause.start, article(&clause.citation))).collect();
    sorted.sort();
    let mut citations: Vec<String> = Vec::new();
    for (_, citation) in sorted {
        if !citations.iter().any(|known| known == citation) {
            citations.push(citation.to_owned());
        }
    }
    citations
}

/// Citations in a row, the article said once where the next one is of the same: 第9条第1項・第2項.
pub(super) fn joined_citations(citations: &[String], joiner: &str) -> String {
    let mut text = String::new();
    let mut before = "";
    for citation in citations {
        let own = article(citation);
        if !text.is_empty() {
            text.push_str(joiner);
        }
        let rest = &citation[own.len()..];
        text.push_str(if own == before && rest.starts_with('第') { rest } else { citation });
        before = own;
    }
    text
}

/// The article of a citation, branch numbers included: 第17条の2第1項 → 第17条の2; the whole citation if it has none.
fn article(citation: &str) -> &str {
    let Some(at) = citation.find('条') else { return citation };
    let mut end = at + '条'.len_utf8();
    // 別表第2(第48条関係): the article is only named, the annex is what is cited.
    if let Some(open) = citation[..at].rfind(['(', '（']) {
        let close = citation[open..].char_indices().find(|(_, c)| [')', '）'].contains(c));
        return close.map_or(citation, |(close, c)| &citation[..open + close + c.len_utf8()]);
    }
    while let Some(rest) = citation[end..].strip_prefix('の') {
        let number = rest.chars().take_while(|c| c.is_numeric() || "一二三四五六七八九十百".contains(*c));
        let length: usize = number.map(char::len_utf8).sum();
        if length == 0 {
            break;
        }
        end += 'の'.len_utf8() + length;
    }
    &citation[..end]
}

#[cfg(test)]
mod tests {
    use super::{article, joined_citations};

    #[test]
    fn articles_of_citations() {
        assert_eq!(article("第17条の2第1項"), "第17条の2");
        assert_eq!(article("第3条第1項"), "第3条");
        assert_eq!(article("第十七条の二の三第一項"), "第十七条の二の三");
        assert_eq!(article("第25条総務課(12)"), "第25条");
        assert_eq!(article("第5条の規定"), "第5条");
        assert_eq!(article("別表第1"), "別表第1");
        assert_eq!(article("甲市規則別表第2(第48条関係)表第2行"), "甲市規則別表第2(第48条関係)");
        assert_eq!(article("別表第2（第48条関係）表第2行"), "別表第2（第48条関係）");
    }

    #[test]
    fn an_article_is_said_once() {
        let joined =
            |citations: &[&str]| joined_citations(&citations.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>(), "・");
        assert_eq!(joined(&["第9条第1項", "第9条第2項"]), "第9条第1項・第2項");
        assert_eq!(joined(&["第8条第2項", "第5条第2項"]), "第8条第2項・第5条第2項");
        assert_eq!(joined(&["第9条", "第9条", "第25条総務課(1)"]), "第9条・第9条・第25条総務課(1)");
        assert_eq!(joined(&["第9条第1項", "第9条の2第1項"]), "第9条第1項・第9条の2第1項");
    }
}

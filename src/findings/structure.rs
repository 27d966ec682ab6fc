//! What several rules ask of the structure: the whole body, and the heads of its units.

use std::sync::LazyLock;

use regex::Regex;

use crate::analysis::{Statement, statements};
use crate::graph::{AuthorityGraph, Clause, Direction, Edge, Label, Node, Post, RelationType, Status};

/// The units that this regulation establishes within the body, councils and the body itself aside: those that should have
/// a head and duties. In the order of the text.
pub(super) fn established_units(graph: &AuthorityGraph) -> Vec<&Node> {
    let body = whole_body(graph);
    let units = graph.nodes_with(Label::Unit).filter_map(|node| node.as_unit().map(|unit| (node, unit)));
    units
        .filter(|(node, unit)| unit.status == Status::Established && !unit.council && Some(*node) != body)
        .map(|(node, _)| node)
        .collect()
}

/// The body that the regulation organises: the one unit that everything else belongs to. Its head and its tasks are a
/// matter of the statute that creates it. None if the units do not all belong to one.
pub(super) fn whole_body(graph: &AuthorityGraph) -> Option<&Node> {
    let is_council = |node: &Node| node.as_unit().is_some_and(|unit| unit.council);
    let mut roots = graph.root_units().into_iter().filter(|node| !is_council(node));
    let body = roots.next().filter(|_| roots.next().is_none())?;
    (!graph.members(&body.id, Label::Unit).is_empty()).then_some(body)
}

/// So many units of other instruments may be named by any text.
const FEW_ELSEWHERE: usize = 3;

/// Instruments that establish units: 甲省設置法第三条, 甲市部設置条例, 甲省組織令.
static ESTABLISHING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:設置法|設置条例|組織法|組織条例|組織令|事務分掌条例)(?:第|（|に)").expect("a pattern")
});

/// Whether the text stands on its own: it establishes most units that it speaks of, and cites no instrument that establishes some.
/// Rules under an order name units that the order establishes; what they do not create is no defect of theirs.
pub(super) fn stands_alone(graph: &AuthorityGraph) -> bool {
    let units = || graph.nodes_with(Label::Unit).filter_map(Node::as_unit);
    let count = |status: Status| units().filter(|unit| unit.status == status).count();
    let elsewhere = count(Status::Elsewhere);
    let establishes_most = elsewhere <= FEW_ELSEWHERE || elsewhere * 2 <= count(Status::Established);
    let titles = std::iter::once(&graph.regulation().title);
    let titles: Vec<&String> = titles.chain(graph.regulation().further.iter().map(|further| &further.title)).collect();
    let cites_another = |clause: &Clause| {
        ESTABLISHING.find_iter(&clause.text).any(|found| {
            let name = found.as_str();
            let instrument = &clause.text[..found.start() + name.len() - name.chars().last().map_or(0, char::len_utf8)];
            // The instruments that were read together may cite each other.
            !titles.iter().any(|title| !title.is_empty() && instrument.ends_with(title.as_str()))
        })
    };
    establishes_most && !graph.nodes_with(Label::Clause).filter_map(Node::as_clause).any(cites_another)
}

/// A head of one or more units.
pub(super) struct Head<'a> {
    pub node: &'a Node,
    pub post: &'a Post,
    /// Its `HEADS` edges, never empty.
    pub heads: Vec<&'a Edge>,
    /// The statements on who acts for it with full authority.
    pub substitution: Vec<Statement<'a>>,
    /// Whether a statement lets somebody decide routine matters for it (代決).
    pub has_decision: bool,
}

/// The heads that this regulation establishes, in the order of the text. The substitutes of an officer created by statute
/// are a matter of that statute, and a post that nothing establishes is reported as such.
pub(super) fn established_heads(graph: &AuthorityGraph) -> Vec<Head<'_>> {
    let posts = graph.nodes_with(Label::Post).filter_map(|node| node.as_post().map(|post| (node, post)));
    posts
        .filter(|(_, post)| post.status == Status::Established)
        .filter_map(|(node, post)| {
            let heads = graph.edges_at(&node.id, Direction::Outgoing, RelationType::Heads);
            let (substitution, deciding): (Vec<Statement>, Vec<Statement>) =
                statements(graph, &node.id).into_iter().partition(Statement::gives_full_authority);
            (!heads.is_empty()).then_some(Head { node, post, heads, substitution, has_decision: !deciding.is_empty() })
        })
        .collect()
}

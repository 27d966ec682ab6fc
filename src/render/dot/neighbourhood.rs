//! The neighbourhood of a node: what it is related to, by the sort of relation and its direction, so many steps far.

use std::collections::BTreeSet;

use super::bracket::BracketBox;
use super::canvas::Marks;
use super::command_chain::CommandOptions;
use super::frame::{Footer, Heading, LegendEntry, Sample};
use super::linker::Linker;
use super::org_chart::subtitle;
use super::organisation::articles;
use super::post_look::{PostLook, drawn_post_name};
use super::trees::{Trees, remarks};
use super::{DiagramError, Sheet};
use crate::graph::{AuthorityGraph, Basis, Direction, Edge, Label, Node, NodeId, RelationType, Status};
use crate::render::measure::cut;
use crate::render::messages::{Messages, tr};
use crate::render::style::{BoxLook, LineLook};
use crate::render::text::words;

/// The relations in the order in which they are drawn. References between clauses and what everything is established by
/// come last.
const RELATIONS: [RelationType; 16] = [
    RelationType::BelongsTo,
    RelationType::Heads,
    RelationType::Commands,
    RelationType::Assists,
    RelationType::SubstitutesWhenIncapacitated,
    RelationType::ExOfficio,
    RelationType::Chairs,
    RelationType::MemberOf,
    RelationType::Attends,
    RelationType::DutyExcludedBy,
    RelationType::Covers,
    RelationType::Within,
    RelationType::AncillaryTo,
    RelationType::Holds,
    RelationType::EstablishedBy,
    RelationType::RefersTo,
];
/// Most em of a duty's or clause's words.
const TEXT_EM: f64 = 56.0;

/// Draws what a node is related to, and what that is related to, `steps` far. Each node is followed once, where it is
/// nearest; elsewhere it ends the line.
///
/// # Errors
/// The graph has no such node.
pub fn neighbourhood(
    graph: &AuthorityGraph,
    subject: &NodeId,
    steps: usize,
    options: &CommandOptions,
    messages: &Messages,
) -> Result<Vec<Sheet>, DiagramError> {
    let node = graph.node(subject).ok_or_else(|| DiagramError::NoSuchNode(subject.clone()))?;
    let chart = Chart { graph, options, messages, linker: Linker::new(graph, options.links) };
    let entries = chart.entries(node, steps);
    let boxes = entries.iter().enumerate().map(|(origin, entry)| BracketBox { origin, ..entry.item.clone() }).collect();
    let trees = Trees { name: "neighbourhood", paper: options.paper, words: &options.words, boxes };
    Ok(trees.sheets(
        |page| chart.heading(node, &entries, page),
        |origins| chart.footer(origins.iter().map(|origin| &entries[*origin])),
    ))
}

/// A box: a node, or the word for a relation.
struct Entry<'g> {
    item: BracketBox,
    node: Option<&'g Node>,
    edge: Option<&'g Edge>,
}

/// Nodes at the other ends of edges.
type Neighbours<'g> = Vec<(&'g Node, &'g Edge)>;

struct Chart<'a> {
    graph: &'a AuthorityGraph,
    options: &'a CommandOptions,
    messages: &'a Messages,
    linker: Linker<'a>,
}

impl<'a> Chart<'a> {
    /// The tree: nodes and relations in turn, each node's neighbours behind it.
    fn entries(&self, subject: &'a Node, steps: usize) -> Vec<Entry<'a>> {
        let near = self.nearest(subject, steps);
        let mut entries = vec![self.node(subject, None, true)];
        self.behind(&mut entries, 0, subject, None, steps, &near);
        entries
    }

    /// How many steps away each node is, and from which node it is reached first.
    fn nearest(&self, subject: &'a Node, steps: usize) -> BTreeSet<(&'a NodeId, &'a NodeId)> {
        let mut seen: BTreeSet<&NodeId> = BTreeSet::from([&subject.id]);
        let mut reached = BTreeSet::new();
        let mut border = vec![subject];
        for _ in 0..steps {
            let mut next = Vec::new();
            for node in border {
                for (other, _) in self.relations(node).into_iter().flat_map(|(.., edges)| edges) {
                    if seen.insert(&other.id) {
                        reached.insert((&node.id, &other.id));
                        next.push(other);
                    }
                }
            }
            border = next;
        }
        reached
    }

    /// The neighbours of a node with their edges, by relation and direction.
    fn relations(&self, node: &Node) -> Vec<(RelationType, Direction, Neighbours<'a>)> {
        let mut found = Vec::new();
        for relation in RELATIONS {
            for direction in [Direction::Outgoing, Direction::Incoming] {
                // Everything is established by its clause, which tooltips and links say; of a clause it is the whole answer.
                if relation == RelationType::EstablishedBy && node.as_clause().is_none() {
                    continue;
                }
                let edges = self.graph.edges_at(&node.id, direction, relation);
                let end = |edge: &'a Edge| if direction == Direction::Outgoing { &edge.to } else { &edge.from };
                let edges: Neighbours<'_> =
                    edges.into_iter().filter_map(|edge| Some((self.graph.node(end(edge))?, edge))).collect();
                if !edges.is_empty() {
                    found.push((relation, direction, edges));
                }
            }
        }
        found
    }

    fn behind(
        &self,
        entries: &mut Vec<Entry<'a>>,
        at: usize,
        node: &'a Node,
        from: Option<&NodeId>,
        steps: usize,
        near: &BTreeSet<(&'a NodeId, &'a NodeId)>,
    ) {
        if steps == 0 {
            return;
        }
        for (relation, direction, mut edges) in self.relations(node) {
            // The way back says nothing new.
            edges.retain(|(other, _)| Some(&other.id) != from);
            let Some((_, first)) = edges.first() else { continue };
            let name = words::relation(self.messages, relation);
            let text = match direction {
                Direction::Outgoing => tr!(self.messages, "diagram-relation-to", relation = name),
                Direction::Incoming => tr!(self.messages, "diagram-relation-from", relation = name),
            };
            let relation_at = entries.len();
            let derived = edges.iter().all(|(_, edge)| edge.data.basis != Basis::Stated);
            let look = line(relation, derived && first.data.basis != Basis::Stated);
            let id = format!("r-{relation_at}");
            entries.push(Entry {
                item: BracketBox {
                    text,
                    look: BoxLook::RELATION,
                    marks: Marks::new(id.clone(), "relation", ""),
                    parent: Some(at),
                    depth: entries[at].item.depth + 1,
                    origin: 0,
                    line: look,
                    line_marks: Marks::new(format!("{id}-line"), "relation-line", ""),
                    wraps: false,
                },
                node: None,
                edge: None,
            });
            for (other, edge) in edges {
                let here = entries.len();
                let mut entry = self.node(other, Some(edge), false);
                entry.item.parent = Some(relation_at);
                entry.item.depth = entries[relation_at].item.depth + 1;
                entry.item.line = line(relation, edge.data.basis != Basis::Stated);
                entry.item.marks.id = format!("n-{here}");
                entry.item.line_marks.id = format!("n-{here}-line");
                entries.push(entry);
                if near.contains(&(&node.id, &other.id)) {
                    self.behind(entries, here, other, Some(&node.id), steps - 1, near);
                }
            }
        }
    }

    /// The box of a node, in the look of its sort.
    fn node(&self, node: &'a Node, edge: Option<&'a Edge>, subject: bool) -> Entry<'a> {
        let mut text = self.graph.qualified_name(&node.id);
        let (look, class) = match node.label() {
            Label::Unit => match node.as_unit() {
                Some(unit) if unit.council => (BoxLook::COUNCIL, "council"),
                Some(unit) if unit.status == Status::Elsewhere => (BoxLook::ELSEWHERE_UNIT, "unit st-elsewhere"),
                Some(unit) if unit.status == Status::Unknown => (BoxLook::UNKNOWN, "unit st-unknown"),
                _ => (BoxLook::FIRST, "unit"),
            },
            Label::Post => {
                let look = node.as_post().map_or(PostLook::Unknown, PostLook::of);
                text = node.as_post().map_or(text.clone(), |post| drawn_post_name(post, &text));
                (look.look(), look.class())
            }
            Label::Duty => (BoxLook::DUTY, "duty"),
            Label::Matter => (BoxLook::MATTER, "matter"),
            Label::Clause => (BoxLook::CLAUSE, "clause"),
            Label::Person => (BoxLook::POST, "person"),
        };
        // Duties and clauses have a number for a name: their words say what they are.
        if matches!(node.label(), Label::Duty | Label::Clause) {
            let words = node.as_clause().map_or(node.name(), |clause| &clause.text);
            let words: String = words.split_whitespace().collect();
            text = cut(&format!("{text} {words}"), TEXT_EM);
        }
        let marks = self.linker.node(node, class);
        let line_marks = edge.map(|edge| self.linker.edge(edge, "relation-line", &self.options.words));
        let item = BracketBox {
            text,
            look: if subject { look.focus() } else { look },
            marks: if subject { Marks { class: format!("{class} focus"), ..marks } } else { marks },
            parent: None,
            depth: 0,
            origin: 0,
            line: LineLook::RELATED,
            line_marks: line_marks.unwrap_or_default(),
            wraps: true,
        };
        Entry { item, node: Some(node), edge }
    }

    fn heading(&self, subject: &Node, entries: &[Entry<'_>], page: Option<(usize, usize)>) -> Heading {
        let words = &self.options.words;
        let related = entries.iter().filter(|entry| entry.edge.is_some()).count();
        Heading {
            title: format!(
                "{}　{}　{}",
                self.graph.regulation().title,
                words.neighbourhood_chart,
                self.graph.qualified_name(&subject.id)
            ),
            subtitle: subtitle(self.graph, words),
            remarks: remarks(words, vec![super::words::fill(&words.relation_count, "n", &related.to_string())], page),
        }
    }

    fn footer<'e>(&self, entries: impl Iterator<Item = &'e Entry<'a>>) -> Footer
    where
        'a: 'e,
    {
        let words = &self.options.words;
        let entries: Vec<&Entry<'a>> = entries.collect();
        let mut legend: Vec<LegendEntry> = Vec::new();
        let mut posts = super::post_look::UsedPosts::default();
        let mut labels: BTreeSet<Label> = BTreeSet::new();
        for node in entries.iter().filter_map(|entry| entry.node) {
            labels.insert(node.label());
            node.as_post().into_iter().for_each(|post| posts.post(PostLook::of(post)));
        }
        let sorts = [
            (Label::Unit, BoxLook::FIRST, &words.unit),
            (Label::Duty, BoxLook::DUTY, &words.duty),
            (Label::Matter, BoxLook::MATTER, &words.matter),
            (Label::Clause, BoxLook::CLAUSE, &words.clause),
        ];
        for (label, look, meaning) in sorts {
            if labels.contains(&label) {
                legend.push(LegendEntry { sample: Sample::Box(look), meaning: meaning.clone() });
            }
        }
        legend.extend(posts.posts_legend(words));
        if entries.iter().any(|entry| entry.edge.is_some_and(|edge| edge.data.basis != Basis::Stated)) {
            legend
                .push(LegendEntry { sample: Sample::Line(LineLook::DERIVED.plain()), meaning: words.derived.clone() });
        }
        legend.push(LegendEntry { sample: Sample::Box(BoxLook::POST.focus()), meaning: words.asked_about.clone() });
        let clauses = entries.iter().filter_map(|entry| entry.edge).flat_map(|edge| edge.provenance.clauses());
        let clauses: Vec<NodeId> = clauses.collect();
        Footer {
            legend_word: words.legend.clone(),
            legend,
            basis_word: words.basis.clone(),
            basis: articles(clauses.iter().filter_map(|clause| self.graph.node(clause))),
            joiner: words.joiner.clone(),
            and_others: words.and_others.clone(),
        }
    }
}

/// The line of a relation in the colour of its sort; dashed where a rule concluded it. The direction stands in the words.
fn line(relation: RelationType, derived: bool) -> LineLook {
    let look = match relation {
        RelationType::Commands => LineLook::STATED,
        RelationType::SubstitutesWhenIncapacitated => LineLook::SUBSTITUTES,
        RelationType::DutyExcludedBy => LineLook::EXCLUDED,
        RelationType::Assists => LineLook::ASSISTS,
        RelationType::MemberOf | RelationType::Attends | RelationType::Chairs => LineLook::RELATED,
        _ => LineLook::BELONGS,
    };
    let look = look.plain();
    if derived { LineLook { style: "dashed", ..look } } else { look }
}

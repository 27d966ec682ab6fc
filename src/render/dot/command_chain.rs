//! The command chain to a post: its sources in one rank, 又は where the text gives a choice, the spine downwards, second
//! superiors left of it, assistants right of it. Graphviz lays it out.

use std::collections::{BTreeMap, BTreeSet};

use dot_writer::{Attributes, Scope};

use super::canvas::{Label, Marks, digraph, set_box, set_line, write_defaults};
use super::chain_text::{ChainText, grouped, named_order};
use super::escape::Value;
use super::laid_out;
use super::linker::Linker;
use super::organisation::articles;
use super::post_look::{CommandLook, PostLook, UsedPosts};
use super::words::DiagramWords;
use super::{DiagramError, Sheet};
use crate::analysis::{ChainStep, CommandChain};
use crate::graph::{AuthorityGraph, Basis, Edge, Node, NodeId, Relation};
use crate::render::style::{COMMAND, COMMAND_GROUND, DERIVED, EDGE_SIZE, INK2, LineLook};

/// How commands are drawn.
#[derive(Debug, Clone)]
pub struct CommandOptions {
    /// Paper of each sheet of a command graph; a command chain is as large as it is.
    pub paper: super::Paper,
    /// Whether boxes and lines link to `#c-…`, the clause in the same page. Such links are dead in a PDF.
    pub links: bool,
    /// The fixed words.
    pub words: DiagramWords,
}

impl Default for CommandOptions {
    fn default() -> Self {
        Self { paper: super::Paper::default(), links: true, words: DiagramWords::japanese() }
    }
}

/// Room beside and above the text of a post's box.
const PADDING: (f64, f64) = (16.0, 12.0);

/// Draws the command chain that [`crate::analysis::command_chain`] found.
///
/// # Errors
/// The post asked about is not in the graph.
pub fn command_chain(
    graph: &AuthorityGraph,
    chain: &CommandChain,
    options: &CommandOptions,
) -> Result<Sheet, DiagramError> {
    let subject = graph.node(&chain.post).filter(|node| node.as_post().is_some());
    let subject = subject.ok_or_else(|| DiagramError::NoSuchPost(chain.post.clone()))?;
    let drawing = Drawing::new(graph, chain, options);
    Ok(Sheet { name: "command-chain".to_owned(), dot: drawing.into_dot(subject) })
}

/// The chain while it is drawn.
struct Drawing<'a> {
    graph: &'a AuthorityGraph,
    chain: &'a CommandChain,
    options: &'a CommandOptions,
    linker: Linker<'a>,
    /// DOT name of each post of the chain.
    names: BTreeMap<&'a NodeId, String>,
    used: UsedPosts,
    clauses: BTreeSet<&'a NodeId>,
    /// Ids of the SVG that are taken.
    ids: BTreeSet<String>,
}

impl<'a> Drawing<'a> {
    fn new(graph: &'a AuthorityGraph, chain: &'a CommandChain, options: &'a CommandOptions) -> Self {
        let names = chain.steps.iter().enumerate().map(|(number, step)| (&step.post, format!("s{number}"))).collect();
        Self {
            graph,
            chain,
            options,
            linker: Linker::new(graph, options.links),
            names,
            used: UsedPosts::default(),
            clauses: BTreeSet::new(),
            ids: BTreeSet::new(),
        }
    }

    fn into_dot(mut self, subject: &Node) -> String {
        digraph(|scope| {
            self.write_defaults(scope, subject);
            self.write_steps(scope);
            for (number, step) in self.chain.steps.iter().enumerate() {
                self.write_sources(scope, number, step);
                self.write_beside(scope, number, step);
            }
            self.write_legend(scope);
        })
    }

    fn words(&self) -> &'a DiagramWords {
        &self.options.words
    }

    fn text(&self) -> ChainText<'a> {
        ChainText { graph: self.graph, linker: self.linker, words: self.words() }
    }

    fn write_defaults(&self, scope: &mut Scope<'_, '_>, subject: &Node) {
        let info = self.graph.regulation();
        let subtitle = [info.title.clone(), super::org_chart::subtitle(self.graph, self.words())].join("　");
        let title = format!("{}　{}", self.words().command_chain, self.graph.qualified_name(&subject.id));
        write_defaults(
            scope,
            "command-chain",
            &[
                ("layout", "dot"),
                ("rankdir", "TB"),
                // Straight lines, but round the boxes that stand between a post and its superior.
                ("splines", "polyline"),
                ("nodesep", "0.3"),
                ("ranksep", "0.42"),
                ("labelloc", "t"),
                ("labeljust", "l"),
                ("pad", "0.35"),
            ],
        );
        Value::html(&laid_out::title(&title, &subtitle)).set(&mut scope.graph_attributes(), "label");
        Value::number(EDGE_SIZE).set(&mut scope.edge_attributes(), "fontsize");
    }

    /// The posts of the chain, those of one level in one rank and in the order of the text.
    fn write_steps(&mut self, scope: &mut Scope<'_, '_>) {
        let labels: Vec<(Label, PostLook)> =
            self.chain.steps.iter().map(|step| self.text().post_label(&step.post, None)).collect();
        let single = |level: usize| self.chain.steps.iter().filter(|step| step.level == level).count() == 1;
        // The posts of the spine are equally wide, and so are the posts of one rank: none looks more important.
        let widest = |same: &dyn Fn(usize) -> bool| {
            let widths = self.chain.steps.iter().zip(&labels);
            widths.filter(|(step, _)| same(step.level)).map(|(_, (label, _))| label.width()).fold(0.0, f64::max)
        };
        let spine = widest(&|level| single(level));
        let width = |level: usize| if single(level) { spine } else { widest(&|other| other == level) };
        let levels: BTreeSet<usize> = self.chain.steps.iter().map(|step| step.level).collect();
        let placed: Vec<(usize, usize, f64)> = levels
            .iter()
            .flat_map(|level| self.in_text_order(*level).into_iter().map(|number| (*level, number, width(*level))))
            .collect();
        for level in levels {
            let mut rank = scope.subgraph();
            rank.set("rank", "same", true);
            let members: Vec<(usize, f64)> =
                placed.iter().filter(|(at, ..)| *at == level).map(|(_, number, width)| (*number, *width)).collect();
            for (number, width) in &members {
                let post = &self.chain.steps[*number].post;
                let (label, look) = labels[*number].clone();
                self.write_post(
                    &mut rank,
                    &format!("s{number}"),
                    &[post],
                    label,
                    look,
                    Some(*width),
                    single_group(&members),
                );
            }
            for pair in members.windows(2) {
                invisible(&mut rank, &format!("s{}", pair[0].0), &format!("s{}", pair[1].0));
            }
        }
    }

    /// The steps of a level, those that one clause names together in the order in which it names them.
    fn in_text_order(&self, level: usize) -> Vec<usize> {
        let mut numbers: Vec<usize> =
            (0..self.chain.steps.len()).filter(|number| self.chain.steps[*number].level == level).collect();
        let sources = self.chain.steps.iter().flat_map(|step| &step.superiors);
        for source in sources.filter(|source| source.commands.len() > 1) {
            let order: Vec<&NodeId> = named_order(self.graph, source);
            let slots: Vec<usize> =
                (0..numbers.len()).filter(|slot| order.contains(&&self.chain.steps[numbers[*slot]].post)).collect();
            let mut members: Vec<usize> = slots.iter().map(|slot| numbers[*slot]).collect();
            members.sort_by_key(|number| order.iter().position(|post| **post == self.chain.steps[*number].post));
            for (slot, number) in slots.into_iter().zip(members) {
                numbers[slot] = number;
            }
        }
        numbers
    }

    /// A box for one post, or for several that share one.
    #[allow(clippy::too_many_arguments, reason = "all of one box")]
    fn write_post(
        &mut self,
        scope: &mut Scope<'_, '_>,
        name: &str,
        posts: &[&'a NodeId],
        label: Label,
        look: PostLook,
        width: Option<f64>,
        spine: bool,
    ) {
        let focus = posts.contains(&&self.chain.post);
        self.used.post(look);
        let drawn = if focus { look.look().focus() } else { look.look() };
        let mut marks = Marks::new(name, look.class(), "");
        let nodes: Vec<&Node> = posts.iter().filter_map(|post| self.graph.node(post)).collect();
        for node in &nodes {
            let own = self.linker.node(node, look.class());
            let tooltip =
                if marks.tooltip.is_empty() { own.tooltip } else { format!("{}、{}", marks.tooltip, own.tooltip) };
            marks = Marks { tooltip, url: marks.url.or(own.url), id: own.id, class: own.class };
            if let Some(clause) = super::organisation::establishing_clause(self.graph, node) {
                self.clauses.insert(&clause.id);
            }
        }
        if focus {
            marks.class.push_str(" focus");
        }
        marks.id = self.own_id(marks.id);
        let (width, height) = (width.unwrap_or_else(|| label.width()) + PADDING.0, label.height() + PADDING.1);
        let second_border = f64::from(drawn.borders - 1) * 8.0;
        let mut node = scope.node_named(name);
        set_box(&mut *node, &label, drawn);
        Value::number(width / 72.0).set(&mut *node, "width");
        Value::number((height - second_border) / 72.0).set(&mut *node, "height");
        if spine {
            Value::text("spine").set(&mut *node, "group");
        }
        marks.set(&mut *node);
    }

    /// An id that no other thing on the sheet has.
    fn own_id(&mut self, id: String) -> String {
        let mut own = id.clone();
        let mut number = 2;
        while !self.ids.insert(own.clone()) {
            own = format!("{id}-{number}");
            number += 1;
        }
        own
    }

    /// The lines from the superiors of a step, through 又は where the text gives a choice.
    fn write_sources(&mut self, scope: &mut Scope<'_, '_>, number: usize, step: &'a ChainStep) {
        let target = format!("s{number}");
        for (at, source) in step.superiors.iter().enumerate() {
            let Some(first) = source.commands.first() else { continue };
            if let [edge] = &source.commands[..] {
                let Some(from) = self.names.get(&edge.from).cloned() else { continue };
                self.write_command(scope, &from, &target, edge, CommandLook::of(edge).look(), true);
                continue;
            }
            let junction = format!("or{number}_{at}");
            self.write_junction(scope, &junction, CommandLook::of(first));
            self.used.alternatives = true;
            for edge in &source.commands {
                let Some(from) = self.names.get(&edge.from).cloned() else { continue };
                self.write_command(scope, &from, &junction, edge, CommandLook::of(edge).look().plain(), false);
            }
            // The arrow out of the junction stands for all of them; its words are the same.
            self.write_command(scope, &junction, &target, first, CommandLook::of(first).look(), true);
        }
    }

    fn write_junction(&mut self, scope: &mut Scope<'_, '_>, name: &str, look: CommandLook) {
        let line = look.look();
        let id = self.own_id(name.to_owned());
        let mut node = scope.node_named(name);
        for (attribute, value) in [
            ("shape", "ellipse"),
            ("style", "filled"),
            ("fillcolor", COMMAND_GROUND),
            ("color", line.color),
            ("group", "spine"),
        ] {
            Value::text(value).set(&mut *node, attribute);
        }
        let label = Label::plain(vec![self.words().or.clone()], EDGE_SIZE + 1.0);
        Value::number(label.width().max(36.0) / 72.0).set(&mut *node, "width");
        Value::number(0.27).set(&mut *node, "height");
        Value::lines(&label.lines).set(&mut *node, "label");
        Value::number(label.size).set(&mut *node, "fontsize");
        Marks::new(id, "alt", self.words().no_priority.clone()).set(&mut *node);
    }

    /// A command as a line, with its words and clauses if `labelled`.
    fn write_command(
        &mut self,
        scope: &mut Scope<'_, '_>,
        from: &str,
        to: &str,
        edge: &'a Edge,
        line: LineLook,
        labelled: bool,
    ) {
        let look = CommandLook::of(edge);
        self.used.command(look);
        self.clauses.extend(edge.provenance.iter().map(|evidence| &evidence.clause));
        let mut marks = self.linker.edge(edge, &look.class(), self.words());
        marks.id = self.own_id(marks.id);
        let label = labelled.then(|| self.text().command_label(edge));
        let mut attributes = scope.edge(from, to).attributes();
        set_line(&mut attributes, line);
        Value::number(10.0).set(&mut attributes, "weight");
        if let Some(lines) = label {
            Value::aligned(&lines, 'l').set(&mut attributes, "label");
            let color = if edge.data.basis == Basis::Stated { COMMAND } else { DERIVED };
            Value::text(color).set(&mut attributes, "fontcolor");
        }
        marks.set(&mut attributes);
    }

    /// The second superiors left of a step's superior, the assistants right of the step.
    fn write_beside(&mut self, scope: &mut Scope<'_, '_>, number: usize, step: &'a ChainStep) {
        let target = format!("s{number}");
        let superior =
            step.superiors.iter().flat_map(|source| &source.commands).find_map(|edge| self.names.get(&edge.from));
        let beside = superior.cloned().unwrap_or_else(|| target.clone());
        for (at, group) in
            grouped(self.graph, &step.second_superiors.iter().collect::<Vec<_>>()).into_iter().enumerate()
        {
            self.write_group(scope, &format!("l{number}_{at}"), &group, &target, (&beside, true));
        }
        // An assistant that is a step itself has its line already: the command that follows from assisting.
        let assistants: Vec<&Edge> =
            step.assistants.iter().filter(|edge| !self.names.contains_key(&edge.from)).collect();
        for (at, group) in grouped(self.graph, &assistants).into_iter().enumerate() {
            self.write_group(scope, &format!("r{number}_{at}"), &group, &target, (&target, false));
        }
    }

    /// One box for posts beside the chain that look the same, in the rank of `beside`, and its line to the step. Posts
    /// that are themselves steps of the chain have no second box.
    fn write_group(
        &mut self,
        scope: &mut Scope<'_, '_>,
        name: &str,
        edges: &[&'a Edge],
        target: &str,
        (beside, left): (&str, bool),
    ) {
        let Some(first) = edges.first() else { return };
        let drawn = match edges {
            [edge] => self.names.get(&edge.from).cloned(),
            _ => None,
        };
        let source = drawn.clone().unwrap_or_else(|| name.to_owned());
        if drawn.is_none() {
            let (label, look) = self.text().group_label(edges);
            let posts: Vec<&NodeId> = edges.iter().map(|edge| &edge.from).collect();
            let mut rank = scope.subgraph();
            rank.set("rank", "same", true);
            self.write_post(&mut rank, name, &posts, label, look, None, false);
            let (a, b) = if left { (name, beside) } else { (beside, name) };
            invisible(&mut rank, a, b);
        }
        let line = match first.data.relation {
            Relation::Assists => {
                self.used.assists = true;
                LineLook::ASSISTS
            }
            _ => {
                self.used.command(CommandLook::of(first));
                CommandLook::of(first).look()
            }
        };
        let class = if left { CommandLook::of(first).class() } else { "assists".to_owned() };
        let mut marks = self.linker.edge(first, &class, self.words());
        marks.id = self.own_id(marks.id);
        for edge in edges {
            self.clauses.extend(edge.provenance.iter().map(|evidence| &evidence.clause));
        }
        let mut attributes = scope.edge(source, target).attributes();
        set_line(&mut attributes, line);
        if beside == target {
            // Beside the step itself the line runs within one rank and must not pull the two apart.
            Value::text("false").set(&mut attributes, "constraint");
        }
        if !left {
            Value::lines(&[self.words().assists.clone()]).set(&mut attributes, "label");
            Value::text(INK2).set(&mut attributes, "fontcolor");
        }
        marks.set(&mut attributes);
    }

    /// The legend below everything else, with the articles that the chart rests on.
    fn write_legend(&mut self, scope: &mut Scope<'_, '_>) {
        let words = self.words();
        let used = std::mem::take(&mut self.used);
        let plain: Vec<String> =
            used.alternatives.then(|| format!("{}＝{}", words.or, words.no_priority)).into_iter().collect();
        let clauses = self.clauses.iter().filter_map(|clause| self.graph.node(clause));
        let basis = format!("{} {}", words.basis, articles(clauses).join(&words.joiner));
        let legend = laid_out::legend(&words.legend, &used.legend(words), &plain, &basis);
        {
            let mut rank = scope.subgraph();
            rank.set("rank", "sink", true);
            let mut node = rank.node_named("legend");
            for (name, value) in [("shape", "none"), ("fixedsize", "false"), ("id", "legend"), ("class", "legend")] {
                Value::text(value).set(&mut *node, name);
            }
            Value::html(&legend).set(&mut *node, "label");
        }
        if let Some(last) = self.names.get(&self.chain.post) {
            invisible(scope, last, "legend");
        }
    }
}

/// Whether a rank has one post only, which then stands on the spine.
fn single_group(members: &[(usize, f64)]) -> bool {
    members.len() == 1
}

/// An edge that only keeps an order.
fn invisible(scope: &mut Scope<'_, '_>, from: &str, to: &str) {
    Value::text("invis").set(&mut scope.edge(from, to).attributes(), "style");
}

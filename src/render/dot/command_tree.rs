//! The command graph under a post: everybody it commands, as a tree from left to right, lines in the looks of commands.

use super::bracket::BracketBox;
use super::canvas::Marks;
use super::command_chain::CommandOptions;
use super::frame::{Footer, Heading, LegendEntry, Sample};
use super::linker::Linker;
use super::organisation::articles;
use super::post_look::{CommandLook, PostLook, UsedPosts, drawn_post_name};
use super::trees::{Trees, remarks};
use super::words::fill;
use super::{DiagramError, Sheet};
use crate::analysis::{Span, Subordinate};
use crate::graph::{AuthorityGraph, Node, NodeId};

/// So many posts in a row without anybody under them, alike in look, command and unit, share one box.
const SHARE_BOX: usize = 3;

/// Draws everybody under a post, as [`crate::analysis::span`] found them.
///
/// # Errors
/// The post asked about is not in the graph.
pub fn command_tree(graph: &AuthorityGraph, span: &Span, options: &CommandOptions) -> Result<Vec<Sheet>, DiagramError> {
    let subject = graph.node(&span.post).filter(|node| node.as_post().is_some());
    let subject = subject.ok_or_else(|| DiagramError::NoSuchPost(span.post.clone()))?;
    let tree = CommandTree { graph, span, options, linker: Linker::new(graph, options.links) };
    Ok(tree.sheets(subject))
}

struct CommandTree<'a> {
    graph: &'a AuthorityGraph,
    span: &'a Span,
    options: &'a CommandOptions,
    linker: Linker<'a>,
}

/// A box and the lines of the span that it stands for: none for the post asked about.
struct Entry<'a> {
    item: BracketBox,
    members: Vec<&'a Subordinate>,
}

impl<'a> CommandTree<'a> {
    fn sheets(&self, subject: &Node) -> Vec<Sheet> {
        let entries = self.entries(subject);
        let boxes: Vec<BracketBox> = entries
            .iter()
            .enumerate()
            .map(|(number, entry)| BracketBox { origin: number, ..entry.item.clone() })
            .collect();
        let trees = Trees { name: "command-tree", paper: self.options.paper, words: &self.options.words, boxes };
        trees.sheets(
            |page| self.heading(subject, page),
            |origins| self.footer(subject, origins.iter().map(|origin| &entries[*origin])),
        )
    }

    fn heading(&self, subject: &Node, page: Option<(usize, usize)>) -> Heading {
        let words = &self.options.words;
        let name = self.graph.qualified_name(&subject.id);
        let counted = vec![fill(&words.post_count, "n", &self.span.total.to_string())];
        Heading {
            title: format!("{}　{}　{name}", self.graph.regulation().title, words.command_tree),
            subtitle: super::org_chart::subtitle(self.graph, words),
            remarks: remarks(words, counted, page),
        }
    }

    fn footer<'e>(&self, subject: &Node, entries: impl Iterator<Item = &'e Entry<'a>>) -> Footer
    where
        'a: 'e,
    {
        let words = &self.options.words;
        let mut used = UsedPosts::default();
        let mut clauses: Vec<NodeId> = Vec::new();
        let mut others = false;
        for member in entries.flat_map(|entry| &entry.members) {
            others |= !member.other_commands.is_empty();
            if let Some(post) = self.graph.node(&member.post).and_then(Node::as_post) {
                used.post(PostLook::of(post));
            }
            used.command(CommandLook::of(&member.command));
            clauses.extend(member.command.provenance.clauses());
        }
        if let Some(post) = subject.as_post() {
            used.post(PostLook::of(post));
        }
        clauses.sort();
        clauses.dedup();
        let mut legend = used.legend(words);
        if others {
            let meaning = words.other_superiors.clone();
            legend.push(LegendEntry { sample: Sample::Mark(OTHER_SUPERIORS), meaning });
        }
        Footer {
            legend_word: words.legend.clone(),
            legend,
            basis_word: words.basis.clone(),
            basis: articles(clauses.iter().filter_map(|clause| self.graph.node(clause))),
            joiner: words.joiner.clone(),
            and_others: words.and_others.clone(),
        }
    }

    /// The post asked about and the lines of the span, alike ones in one box.
    fn entries(&self, subject: &Node) -> Vec<Entry<'a>> {
        let mut entries = vec![self.subject(subject)];
        // Box of the last line at each depth: the span stands in the order of a tree.
        let mut open: Vec<usize> = vec![0];
        let lines = &self.span.subordinates;
        let mut at = 0;
        while at < lines.len() {
            let depth = lines[at].depth.max(1).min(open.len());
            open.truncate(depth);
            let alike = self.alike(at);
            let members: Vec<&Subordinate> = lines[at..at + alike].iter().collect();
            open.push(entries.len());
            entries.push(self.entry(&members, open[depth - 1], depth));
            at += alike;
        }
        entries
    }

    /// How many lines from this one share its box.
    fn alike(&self, at: usize) -> usize {
        let lines = &self.span.subordinates;
        let leaf = |number: usize| lines.get(number + 1).is_none_or(|next| next.depth <= lines[number].depth);
        let look = |line: &Subordinate| self.graph.node(&line.post).and_then(Node::as_post).map(PostLook::of);
        let first = &lines[at];
        let same = |number: &usize| {
            let line = &lines[*number];
            leaf(*number)
                && line.depth == first.depth
                && line.unit == first.unit
                && look(line) == look(first)
                && CommandLook::of(&line.command) == CommandLook::of(&first.command)
                && line.command.from == first.command.from
                && line.other_commands.is_empty() == first.other_commands.is_empty()
        };
        let count = (at..lines.len()).take_while(same).count();
        if count < SHARE_BOX { 1 } else { count }
    }

    fn subject(&self, subject: &Node) -> Entry<'a> {
        let look = subject.as_post().map_or(PostLook::Unknown, PostLook::of);
        let name = self.graph.qualified_name(&subject.id);
        let text = subject.as_post().map_or(name.clone(), |post| drawn_post_name(post, &name));
        let item = BracketBox {
            text,
            look: look.look().focus(),
            marks: self.linker.node(subject, &format!("{} focus", look.class())),
            parent: None,
            depth: 0,
            line: CommandLook::default().look(),
            origin: 0,
            line_marks: Marks::default(),
            wraps: false,
        };
        Entry { item, members: Vec::new() }
    }

    /// A box for one line of the span or for several.
    fn entry(&self, members: &[&'a Subordinate], parent: usize, depth: usize) -> Entry<'a> {
        let first = members[0];
        let nodes: Vec<&Node> = members.iter().filter_map(|member| self.graph.node(&member.post)).collect();
        let look = nodes.first().and_then(|node| node.as_post()).map_or(PostLook::Unknown, PostLook::of);
        let own: Vec<Marks> = nodes.iter().map(|node| self.linker.node(node, look.class())).collect();
        let mut marks = own.first().cloned().unwrap_or_default();
        marks.tooltip = own.iter().map(|marks| marks.tooltip.as_str()).collect::<Vec<_>>().join("、");
        let command = CommandLook::of(&first.command);
        let mut text = match &nodes[..] {
            [node] => node.as_post().map_or_else(String::new, |post| drawn_post_name(post, &post.name)),
            _ => self.shared_text(first, &nodes),
        };
        if !first.other_commands.is_empty() {
            text.push_str(OTHER_SUPERIORS);
        }
        let item = BracketBox {
            text,
            look: look.look(),
            marks,
            parent: Some(parent),
            depth,
            origin: 0,
            line: command.look(),
            line_marks: self.linker.edge(&first.command, &command.class(), &self.options.words),
            wraps: nodes.len() > 1,
        };
        Entry { item, members: members.to_vec() }
    }

    /// The titles, and before them the unit if it is not that of the superior: `総務課　参事・主査・主任（3職）`.
    fn shared_text(&self, first: &Subordinate, nodes: &[&Node]) -> String {
        let titles: Vec<&str> =
            nodes.iter().filter_map(|node| node.as_post()).map(|post| post.title.as_str()).collect();
        let own = first.unit.as_ref().filter(|unit| self.graph.parent_unit(&first.command.from) != Some(*unit));
        let unit =
            own.and_then(|unit| self.graph.node(unit)).map_or(String::new(), |unit| format!("{}　", unit.name()));
        let count = fill(&self.options.words.post_count, "n", &nodes.len().to_string());
        format!("{unit}{}（{count}）", titles.join("、"))
    }
}

/// Marks a post that other posts command too.
const OTHER_SUPERIORS: &str = "＊";

//! How a post and a command look, and the legend of those that a sheet uses.

use super::frame::{LegendEntry, Sample};
use super::words::DiagramWords;
use crate::graph::{Basis, CommandScope, Edge, Establishment, Post, Relation, Status};
use crate::render::style::{BoxLook, LineLook};

/// The look of a post, in the order of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PostLook {
    Mandatory,
    Optional,
    ExOfficio,
    Elsewhere,
    Unknown,
}

impl PostLook {
    pub(super) fn of(post: &Post) -> Self {
        match (post.status, post.establishment) {
            (Status::Unknown, _) => PostLook::Unknown,
            (Status::Elsewhere, _) | (_, Establishment::Elsewhere) => PostLook::Elsewhere,
            (_, Establishment::Mandatory) => PostLook::Mandatory,
            (_, Establishment::Optional) => PostLook::Optional,
            (_, Establishment::ExOfficio) => PostLook::ExOfficio,
        }
    }

    /// How the box is drawn.
    pub(super) fn look(self) -> BoxLook {
        match self {
            PostLook::Mandatory => BoxLook::POST,
            PostLook::Optional => BoxLook::POST.optional(),
            PostLook::ExOfficio => BoxLook::EX_OFFICIO_POST,
            PostLook::Elsewhere => BoxLook::ELSEWHERE_POST,
            PostLook::Unknown => BoxLook::UNKNOWN_POST,
        }
    }

    /// Class names in the SVG.
    pub(super) fn class(self) -> &'static str {
        match self {
            PostLook::Mandatory => "post",
            PostLook::Optional => "post es-optional",
            PostLook::ExOfficio => "post es-exofficio",
            PostLook::Elsewhere => "post st-elsewhere",
            PostLook::Unknown => "post st-unknown",
        }
    }

    /// The word for it in a box's second line; nothing for what is usual.
    pub(super) fn word(self, words: &DiagramWords) -> Option<&str> {
        match self {
            PostLook::Mandatory => None,
            PostLook::Optional => Some(&words.optional_post),
            PostLook::ExOfficio => Some(&words.ex_officio_post),
            PostLook::Elsewhere => Some(&words.elsewhere),
            PostLook::Unknown => Some(&words.unknown),
        }
    }

    /// What it means in a legend.
    fn meaning(self, words: &DiagramWords) -> &str {
        match self {
            PostLook::Mandatory => &words.mandatory_post,
            PostLook::Optional => &words.optional_post,
            PostLook::ExOfficio => &words.ex_officio_post,
            PostLook::Elsewhere => &words.elsewhere_post,
            PostLook::Unknown => &words.unknown,
        }
    }
}

/// The name of a post as drawn: with the mark of one that is created nowhere.
pub(super) fn drawn_post_name(post: &Post, name: &str) -> String {
    if PostLook::of(post) == PostLook::Unknown { format!("？{name}") } else { name.to_owned() }
}

/// The look of a command edge, in the order of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct CommandLook {
    derived: bool,
    in_part: bool,
}

impl CommandLook {
    pub(super) fn of(edge: &Edge) -> Self {
        let whole = matches!(edge.data.relation, Relation::Commands { scope: CommandScope::All, .. });
        Self { derived: edge.data.basis != Basis::Stated, in_part: !whole }
    }

    /// How the line is drawn.
    pub(super) fn look(self) -> LineLook {
        let line = if self.derived { LineLook::DERIVED } else { LineLook::STATED };
        if self.in_part { line.in_part() } else { line }
    }

    /// Class names in the SVG.
    pub(super) fn class(self) -> String {
        let basis = if self.derived { "derived" } else { "stated" };
        format!("commands {basis}{}", if self.in_part { " in-part" } else { "" })
    }

    fn meaning(self, words: &DiagramWords) -> &str {
        match self {
            CommandLook { in_part: true, .. } => &words.command_in_part,
            CommandLook { derived: true, .. } => &words.derived_command,
            CommandLook { derived: false, .. } => &words.stated_command,
        }
    }
}

/// Collects the looks of posts and commands that a sheet uses.
#[derive(Debug, Default)]
pub(super) struct UsedPosts {
    posts: Vec<PostLook>,
    commands: Vec<CommandLook>,
    pub(super) assists: bool,
    pub(super) alternatives: bool,
}

impl UsedPosts {
    pub(super) fn post(&mut self, look: PostLook) {
        if !self.posts.contains(&look) {
            self.posts.push(look);
        }
    }

    pub(super) fn command(&mut self, look: CommandLook) {
        if !self.commands.contains(&look) {
            self.commands.push(look);
        }
    }

    /// The legend of what was used. The post asked about has a thick border.
    pub(super) fn legend(mut self, words: &DiagramWords) -> Vec<LegendEntry> {
        self.commands.sort();
        let mut legend: Vec<LegendEntry> = Vec::new();
        let mut add = |sample, meaning: &str| legend.push(LegendEntry { sample, meaning: meaning.to_owned() });
        for command in &self.commands {
            add(Sample::Line(command.look()), command.meaning(words));
        }
        if self.assists {
            add(Sample::Line(LineLook::ASSISTS), &words.assists);
        }
        legend.extend(self.posts_legend(words));
        legend.push(LegendEntry { sample: Sample::Box(BoxLook::POST.focus()), meaning: words.asked_about.clone() });
        legend
    }

    /// The legend of the posts alone.
    pub(super) fn posts_legend(&self, words: &DiagramWords) -> Vec<LegendEntry> {
        let mut posts = self.posts.clone();
        posts.sort();
        let entry =
            |post: PostLook| LegendEntry { sample: Sample::Box(post.look()), meaning: post.meaning(words).to_owned() };
        posts.into_iter().map(entry).collect()
    }
}

//! Noun phrases as they were read: their form, how many, and the operations on them. Which unit or post is meant is not decided.

use super::account::Span;
use super::condition::Cond;
use super::frame::Frame;
use crate::compile::lexicon::Join;

/// A noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Np {
    /// What it is.
    pub form: NpForm,
    /// How it is meant.
    pub quant: Quant,
    /// How many: 二人, 三課.
    pub number: Option<Number>,
    /// Operations on it, in the order of the text.
    pub ops: Vec<Op>,
    /// Its words.
    pub span: Span,
}

impl Np {
    /// A phrase without anything on it.
    pub fn plain(form: NpForm, span: Span) -> Self {
        Self { form, quant: Quant::One, number: None, ops: Vec::new(), span }
    }

    /// The members of a list, or the phrase itself.
    pub fn members(&self) -> &[Np] {
        match &self.form {
            NpForm::List { members, .. } => members,
            _ => std::slice::from_ref(self),
        }
    }

    /// Whether it is left open, to be filled by a list or table.
    pub fn hole(&self) -> Option<&Hole> {
        match &self.form {
            NpForm::Hole(hole) => Some(hole),
            NpForm::List { members, .. } => members.iter().find_map(Np::hole),
            NpForm::Of { whole, part } => part.hole().or_else(|| whole.hole()),
            _ => None,
        }
    }

    /// Whether it is words that no class knows, or holds such.
    pub fn is_opaque(&self) -> bool {
        match &self.form {
            NpForm::Words => true,
            NpForm::List { members, .. } => members.iter().any(Np::is_opaque),
            NpForm::Of { part, .. } => part.is_opaque(),
            _ => false,
        }
    }

    /// What sort of thing it names.
    pub fn sort(&self) -> Sort {
        match &self.form {
            NpForm::Named { .. } | NpForm::Bare { .. } => Sort::Unit,
            NpForm::Title { .. } => Sort::Post,
            NpForm::Of { part, .. } => part.sort(),
            NpForm::List { members, .. } => members.last().map_or(Sort::Words, Np::sort),
            NpForm::Such { head, .. } | NpForm::Point { head, .. } => head.sort(),
            NpForm::Hole(hole) => hole.head.sort(),
            NpForm::Back { kind, .. } => kind.map_or(Sort::Any, |kind| kind),
            NpForm::Matter { .. } => Sort::Matter,
            NpForm::Staff => Sort::Staff,
            NpForm::Term { sort } => *sort,
            NpForm::Words => Sort::Words,
        }
    }
}

/// What sort of thing a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A unit or council.
    Unit,
    /// A post.
    Post,
    /// Work.
    Matter,
    /// People, no post.
    Staff,
    /// Any of them: これ.
    Any,
    /// Words that no class knows.
    Words,
}

/// What a noun phrase is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NpForm {
    /// 総務課: a name that ends in a kind of unit.
    Named {
        /// The kind at its end.
        kind: Span,
    },
    /// 課: a kind alone.
    Bare {
        /// The kind.
        kind: Span,
    },
    /// 総務課長, 課長, 主幹.
    Title {
        /// The unit or kind that it is made of: 総務課, 課.
        of: Option<Span>,
    },
    /// 課の係長, 本部の部.
    Of {
        /// 課.
        whole: Box<Np>,
        /// 係長.
        part: Box<Np>,
    },
    /// Several.
    List {
        /// How the last two are joined.
        join: Join,
        /// Which.
        members: Vec<Np>,
        /// その他, 等: there are more.
        rest: bool,
    },
    /// 町長が指定する職員, 主務の課長.
    Such {
        /// 職員.
        head: Box<Np>,
        /// What it is told by.
        by: By,
    },
    /// 第三条各号に掲げる事務.
    Point {
        /// The clauses.
        cites: Vec<Span>,
        /// 事務.
        head: Box<Np>,
    },
    /// その, 同課, 当該課, これ.
    Back {
        /// What sort it names, if the words say so.
        kind: Option<Sort>,
    },
    /// 次の三課: items, rows or cells fill it.
    Hole(Box<Hole>),
    /// Work.
    Matter {
        /// Whether it says nothing but whose work it is: 課の事務.
        generic: bool,
        /// The clauses whose matters it means: 前項第一号に掲げる事務.
        cites: Vec<Span>,
    },
    /// 職員, 部下.
    Staff,
    /// A defined term; the sort of what it stands for.
    Term {
        /// The sort.
        sort: Sort,
    },
    /// None of these.
    Words,
}

/// An open place of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hole {
    /// What fills it.
    pub axis: Axis,
    /// What it is called: 課, 事務.
    pub head: Np,
    /// 次の三課.
    pub count: Option<u32>,
}

/// What fills a hole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Items or lines below.
    Items,
    /// A column of a table: 左欄, 上欄 is the first.
    Column(Column),
    /// An appended table, or a table below.
    Table,
    /// A picture.
    Figure,
}

/// A column, as the sentence calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// 左欄, 上欄.
    First,
    /// 中欄.
    Middle,
    /// 右欄, 下欄.
    Last,
}

/// What tells the one that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// A clause in front of the noun: 町長が指定する.
    Clause(Box<Frame>),
    /// A word: 主務の, 上席の.
    Word(Span),
}

/// How a phrase is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Quant {
    /// As it stands.
    #[default]
    One,
    /// 各, 毎.
    Each,
    /// 他の.
    Other,
    /// すべての, 全.
    All,
    /// のうち一人.
    Some,
    /// 所要の, 必要な.
    Open,
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// 二人.
    Exact(u32),
    /// 二人以内.
    AtMost(u32),
    /// 二人以上.
    AtLeast(u32),
    /// 若干人.
    Some,
    /// 通じて六十人.
    InAll(u32),
}

/// An operation on a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    /// What is done.
    pub kind: OpKind,
    /// The words that say so, brackets included.
    pub span: Span,
    /// The words that it is done to: the smallest phrase that the bracket touches.
    pub touches: Span,
}

/// What an operation does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpKind {
    /// を除く.
    Without(Box<Np>),
    /// に限る.
    Only(Box<Np>),
    /// を含む.
    Includes(Box<Np>),
    /// のうち: what stands in front is the whole.
    Within(Span),
    /// にあっては: another phrase, operation or number for a member.
    Case {
        /// For which.
        member: Box<Np>,
        /// What then.
        then: Then,
    },
    /// 以下「X」という.
    Term {
        /// X.
        short: Span,
        /// Whether it is for a part of the text only.
        local: bool,
    },
    /// 以下同じ, 第三号において同じ.
    Carry,
    /// うち一人は…をもって充てる.
    PartFilled(Option<Number>),
    /// 併任の者を除く: seats that are not counted.
    Uncounted,
    /// The number of a law.
    Law,
    /// Words that explain: ICT, をいう.
    Gloss,
    /// A reference in brackets.
    Address,
    /// Not read.
    Unread,
}

/// What holds for a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// Another phrase.
    Phrase(Box<Np>),
    /// An operation: を除く.
    Op(Box<OpKind>),
    /// Another number.
    Number(Number),
}

/// Conditions that belong to a phrase: 技術に関する事務については.
pub type Conditions = Vec<Cond>;

//! Invented bodies for tests, written as one reads them.
//!
//! ```text
//! let graph = Body::new("甲市")
//!     .unit("総務部")
//!     .head("総務部", "部長")
//!     .optional("総務部", "次長")
//!     .substitutes("総務部#次長", "総務部#部長", 1)
//!     .graph();
//! ```
//!
//! A unit is named by its path below the body, a post by the path and its title; the body itself is the empty path. Each
//! fact gets an article of its own, whose text says it.

use proptest::prelude::*;

use crate::graph::{
    Act, AuthorityGraph, Basis, Clause, CommandScope, Condition, Designation, Designator, Duty, DutyKind, EdgeData,
    Establishment, ExclusionForm, GraphBuilder, NodeData, NodeId, Post, Provenance, RegulationInfo, Relation, Settings,
    Status, Unit,
};

/// A body under construction.
pub(crate) struct Body {
    builder: GraphBuilder,
    name: String,
    articles: u32,
    ordinal: u32,
}

/// A statement on a substitute, first in line and for 事故 unless told otherwise.
#[derive(Clone)]
pub(crate) struct Line {
    pub order: u32,
    pub conditions: Vec<Condition>,
    pub act: Act,
    pub joint: Vec<&'static str>,
    pub designator: Designator,
}

impl Default for Line {
    fn default() -> Self {
        Self {
            order: 1,
            conditions: vec![Condition::Incapacitated],
            act: Act::Substitute,
            joint: Vec::new(),
            designator: Designator::Post,
        }
    }
}

impl Body {
    pub fn new(name: &str) -> Self {
        let mut body = Self {
            builder: GraphBuilder::new(RegulationInfo::titled(format!("{name}組織規程"))),
            name: name.to_owned(),
            articles: 0,
            ordinal: 0,
        };
        let basis = body.article(&format!("{name}の組織は、この規程による"));
        body.builder.add_node(name, NodeData::Unit(Unit::new(name, "市", Status::Elsewhere)), basis);
        body
    }

    pub fn graph(self) -> AuthorityGraph {
        self.builder.build()
    }

    /// The id of a unit, post or duty: `総務部`, `総務部#部長`, `総務部(1)`.
    pub fn id(&self, path: &str) -> NodeId {
        let separator = if path.is_empty() || path.starts_with(['#', '(']) { "" } else { "/" };
        NodeId::new(format!("{}{separator}{path}", self.name))
    }

    /// The provenance of a fact: a new article that says it and nothing else.
    fn article(&mut self, words: &str) -> Provenance {
        self.articles += 1;
        let citation = format!("第{}条", self.articles);
        let text = format!("{words}。");
        let start = self.articles * 1_000;
        let clause = Clause::new(&citation, &text, start, start + text.len() as u32, self.articles);
        Provenance::new(self.builder.add_clause(citation, clause), words)
    }

    fn next_ordinal(&mut self) -> u32 {
        self.ordinal += 1;
        self.ordinal
    }

    fn edge(mut self, from: &str, to: &str, relation: Relation, words: &str) -> Self {
        let basis = self.article(words);
        self.edge_from(from, to, relation, basis)
    }

    /// Several facts that rest on one sentence: hands its provenance to `facts`.
    pub fn same_article(mut self, facts: impl FnOnce(Self, Provenance) -> Self) -> Self {
        let basis = self.article("これらの職は、それぞれの事務を統括する");
        facts(self, basis)
    }

    pub fn edge_from(mut self, from: &str, to: &str, relation: Relation, basis: Provenance) -> Self {
        let (from, to) = (self.id(from), self.id(to));
        self.builder.add_edge(&from, &to, EdgeData::new(relation, Basis::Stated), basis);
        self
    }

    pub fn settings(mut self, settings: Settings) -> Self {
        self.builder.set_settings(settings);
        self
    }

    pub fn unit(self, path: &str) -> Self {
        self.unit_of(path, Status::Established)
    }

    pub fn unit_of(mut self, path: &str, status: Status) -> Self {
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        let kind = name.chars().next_back().map(String::from).unwrap_or_default();
        let ordinal = self.next_ordinal();
        let basis = self.article(&format!("{name}を置く"));
        self.builder.add_node(self.id(path), NodeData::Unit(Unit { ordinal, ..Unit::new(name, kind, status) }), basis);
        self.edge(path, above, Relation::BelongsTo, &format!("{name}は{above}に属する"))
    }

    pub fn council(mut self, path: &str) -> Self {
        self = self.unit(path);
        self.with_unit(path, |unit| unit.council = true)
    }

    pub fn alias(self, path: &str, alias: &str) -> Self {
        self.with_unit(path, |unit| unit.aliases.push(alias.to_owned()))
    }

    pub fn with_unit(mut self, path: &str, change: impl FnOnce(&mut Unit)) -> Self {
        let id = self.id(path);
        if let Some(NodeData::Unit(unit)) = self.builder.node_mut(&id).map(|node| &mut node.data) {
            change(unit);
        }
        self
    }

    /// A post that has to exist.
    pub fn post(self, unit: &str, title: &str) -> Self {
        self.post_of(unit, title, Establishment::Mandatory, Status::Established)
    }

    /// A post that may exist.
    pub fn optional(self, unit: &str, title: &str) -> Self {
        self.post_of(unit, title, Establishment::Optional, Status::Established)
    }

    /// An officer created by statute.
    pub fn officer(self, title: &str) -> Self {
        self.post_of("", title, Establishment::Elsewhere, Status::Elsewhere)
    }

    pub fn post_of(mut self, unit: &str, title: &str, establishment: Establishment, status: Status) -> Self {
        let name = format!("{}{title}", unit.rsplit('/').next().unwrap_or_default());
        let ordinal = self.next_ordinal();
        let basis = self.article(&format!("{unit}に{title}を置く"));
        let post = Post { ordinal, status, ..Post::new(name, title, establishment) };
        self.builder.add_node(self.id(&format!("{unit}#{title}")), NodeData::Post(post), basis);
        self.edge(&format!("{unit}#{title}"), unit, Relation::BelongsTo, &format!("{title}は{unit}の職とする"))
    }

    pub fn with_post(mut self, post: &str, change: impl FnOnce(&mut Post)) -> Self {
        let id = self.id(post);
        if let Some(NodeData::Post(post)) = self.builder.node_mut(&id).map(|node| &mut node.data) {
            change(post);
        }
        self
    }

    /// A post that has to exist and heads the unit.
    pub fn head(self, unit: &str, title: &str) -> Self {
        self.post(unit, title).heads(&format!("{unit}#{title}"), unit)
    }

    pub fn heads(self, post: &str, unit: &str) -> Self {
        self.edge(post, unit, Relation::Heads, &format!("{post}は{unit}の事務を統括する"))
    }

    pub fn commands(self, superior: &str, subordinate: &str) -> Self {
        self.commands_within(CommandScope::All, superior, subordinate)
    }

    pub fn commands_within(self, scope: CommandScope, superior: &str, subordinate: &str) -> Self {
        let relation = Relation::Commands { scope, alternatives: None };
        self.edge(superior, subordinate, relation, &format!("{subordinate}は{superior}の命を受ける"))
    }

    /// Equal sources of command: A、B又はCの命を受けて.
    pub fn commanded_by_one_of(mut self, superiors: &[&str], subordinate: &str) -> Self {
        let group = format!("{subordinate}の上司");
        for superior in superiors {
            let relation = Relation::Commands { scope: CommandScope::All, alternatives: Some(group.clone()) };
            let words = format!("{subordinate}は{}の命を受ける", superiors.join("又は"));
            self = self.edge(superior, subordinate, relation, &words);
        }
        self
    }

    pub fn assists(self, assistant: &str, post: &str) -> Self {
        self.edge(assistant, post, Relation::Assists, &format!("{assistant}は{post}を補佐する"))
    }

    /// First in line is `order` 1; for 事故, 代理.
    pub fn substitutes(self, substitute: &str, post: &str, order: u32) -> Self {
        self.substitutes_by(substitute, post, Line { order, ..Line::default() })
    }

    pub fn substitutes_by(self, substitute: &str, post: &str, line: Line) -> Self {
        let relation = Relation::SubstitutesWhenIncapacitated {
            order: line.order,
            conditions: line.conditions,
            act: line.act,
            joint: line.joint.iter().map(|other| self.id(other)).collect(),
            designator: line.designator,
        };
        self.edge(substitute, post, relation, &format!("{post}に事故があるときは{substitute}が代理する"))
    }

    /// A rule that chooses a substitute without naming a post.
    pub fn designates(mut self, post: &str, line: Line) -> Self {
        let provenance = self.article(&format!("{post}に事故があるときは別に選ばれた者が代理する"));
        let joint = line.joint.iter().map(|other| self.id(other)).collect();
        let (order, conditions, act, designator) = (line.order, line.conditions, line.act, line.designator);
        self.with_post(post, |post| {
            post.designations.push(Designation { order, conditions, act, designator, joint, provenance });
        })
    }

    pub fn ex_officio(self, post: &str, holder: &str) -> Self {
        self.edge(post, holder, Relation::ExOfficio, &format!("{post}は{holder}をもって充てる"))
    }

    pub fn council_edge(self, post: &str, council: &str, relation: Relation) -> Self {
        self.edge(post, council, relation, &format!("{post}は{council}に加わる"))
    }

    /// The next item of the duties of a unit (`総務部`) or post (`総務部#部長`), numbered by the caller.
    pub fn duty(self, owner: &str, number: u32, text: &str) -> Self {
        self.duty_of(owner, number, text, DutyKind::Substantive)
    }

    pub fn duty_of(mut self, owner: &str, number: u32, text: &str, kind: DutyKind) -> Self {
        let ordinal = self.next_ordinal();
        let basis = self.article(text);
        let duty = Duty { text: format!("{text}。"), kind, ordinal };
        let path = format!("{owner}({number})");
        self.builder.add_node(self.id(&path), NodeData::Duty(duty), basis);
        self.edge(&path, owner, Relation::BelongsTo, text)
    }

    pub fn excluded_by(self, duty: &str, unit: &str) -> Self {
        let relation = Relation::DutyExcludedBy { form: ExclusionForm::Exclusion, cases: Vec::new() };
        self.edge(duty, unit, relation, &format!("{unit}の所掌に属するものを除く"))
    }

    pub fn relates(self, from: &str, to: &str, relation: Relation) -> Self {
        let words = format!("{from}と{to}");
        self.edge(from, to, relation, &words)
    }
}

/// Checks that whatever an answer quotes stands in the clause it names: every `clauses` has a `words` of the same length,
/// and each of the words is a part of the text of its clause.
pub(crate) fn cites_verbatim(graph: &AuthorityGraph, answer: &impl serde::Serialize) {
    fn walk(graph: &AuthorityGraph, value: &serde_json::Value) -> usize {
        let mut quotations = 0;
        if let (Some(clauses), Some(words)) = (value["clauses"].as_array(), value["words"].as_array()) {
            assert_eq!(clauses.len(), words.len());
            for (clause, words) in clauses.iter().zip(words) {
                let (clause, words) = (clause.as_str().unwrap(), words.as_str().unwrap());
                let text = &graph.node(&clause.into()).and_then(|node| node.as_clause()).expect("a clause").text;
                assert!(!words.is_empty() && text.contains(words), "`{words}` is not in {clause} `{text}`");
                quotations += 1;
            }
        }
        let parts: Vec<&serde_json::Value> = match value {
            serde_json::Value::Array(items) => items.iter().collect(),
            serde_json::Value::Object(members) => members.values().collect(),
            _ => Vec::new(),
        };
        quotations + parts.into_iter().map(|part| walk(graph, part)).sum::<usize>()
    }
    walk(graph, &serde_json::to_value(answer).unwrap());
}

/// Posts with random commands between them, circles and parallel commands included.
#[derive(Debug, Clone)]
pub(crate) struct RandomCommands {
    pub posts: usize,
    pub edges: Vec<RandomCommand>,
}

/// A random command: full, or for specific matters only.
#[derive(Debug, Clone)]
pub(crate) struct RandomCommand {
    pub from: usize,
    pub to: usize,
    pub full: bool,
    pub in_group: bool,
}

impl RandomCommands {
    pub fn strategy(posts: usize, edges: usize) -> impl Strategy<Value = Self> {
        (1..=posts).prop_flat_map(move |posts| {
            let edge = (0..posts, 0..posts, prop::bool::weighted(0.8), any::<bool>())
                .prop_map(|(from, to, full, in_group)| RandomCommand { from, to, full, in_group });
            prop::collection::vec(edge, 0..=edges).prop_map(move |edges| Self { posts, edges })
        })
    }

    pub fn graph(&self) -> AuthorityGraph {
        let mut body = Body::new("市");
        for post in 0..self.posts {
            body = body.post("", &post.to_string());
        }
        for RandomCommand { from, to, full, in_group } in &self.edges {
            let scope = if *full { CommandScope::All } else { CommandScope::SpecificMatters };
            let relation = Relation::Commands { scope, alternatives: in_group.then(|| format!("{to}の上司")) };
            body = body.relates(&format!("#{from}"), &format!("#{to}"), relation);
        }
        body.graph()
    }

    pub fn id(&self, post: usize) -> NodeId {
        NodeId::new(format!("市#{post}"))
    }

    pub fn number(&self, post: &NodeId) -> usize {
        post.as_str().trim_start_matches("市#").parse().unwrap()
    }
}

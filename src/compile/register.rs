//! What has been learnt so far: units, posts, duties, aliases, edges, each with its proof; and the graph made of it at the end.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::headings::{self, Headings};
use super::kinds::Kinds;
use super::outline::{Outline, Sentence};
use super::paths;
use super::supplement::Supplement;
use super::tables::Tables;
use crate::graph::{
    Basis, Designation, DutyKind, EdgeData, Establishment, Matter, NodeId, Post, Provenance, Relation, RelationType,
    StatementKind, Status, Unit,
};
use crate::regulation::{Text, outermost_brackets};

/// Provenance together with the sentences that it was read from.
#[derive(Debug, Clone)]
pub(crate) struct Proof {
    /// The clauses and words.
    pub provenance: Provenance,
    /// Indices of the sentences, sorted.
    pub sentences: BTreeSet<usize>,
}

impl Proof {
    /// This proof and another one behind it.
    #[must_use]
    pub(crate) fn and(mut self, other: &Proof) -> Self {
        self.add(other);
        self
    }

    /// Adds another proof behind this one.
    pub(crate) fn add(&mut self, other: &Proof) {
        self.provenance.extend(&other.provenance);
        self.sentences.extend(&other.sentences);
    }
}

/// A unit as far as it is known.
#[derive(Debug, Clone)]
pub(crate) struct UnitRecord {
    /// Its id: the path of names.
    pub id: NodeId,
    /// Its properties; `ordinal` is set at the end.
    pub unit: Unit,
    /// Index of the unit that it belongs to.
    pub parent: Option<usize>,
    /// Where it comes from.
    pub proof: Proof,
}

/// A post as far as it is known.
#[derive(Debug, Clone)]
pub(crate) struct PostRecord {
    /// Its id: unit and title.
    pub id: NodeId,
    /// Its properties.
    pub post: Post,
    /// Index of its unit.
    pub unit: usize,
    /// Indices of the articles that place it, in the order in which they were read; never empty.
    pub articles: Vec<usize>,
    /// Where it comes from.
    pub proof: Proof,
}

/// What a duty belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Owner {
    /// A unit, by index.
    Unit(usize),
    /// A post, by index.
    Post(usize),
}

/// A duty as far as it is known.
#[derive(Debug, Clone)]
pub(crate) struct DutyRecord {
    /// Its id.
    pub id: NodeId,
    /// What sort of duty it is.
    pub kind: DutyKind,
    /// Its words.
    pub text: String,
    /// Whose it is.
    pub owner: Owner,
    /// The sentence that it was read from.
    pub sentence: usize,
    /// Its words with everything, where they are only a part of that sentence (a cell of a table holds several duties).
    pub words: Option<Text>,
    /// Where it comes from.
    pub proof: Proof,
}

/// What duties are about.
#[derive(Debug, Clone)]
pub(crate) struct MatterRecord {
    /// Its id.
    pub id: NodeId,
    /// Object and activity.
    pub matter: Matter,
    /// The duty that it was first read from.
    pub proof: Proof,
}

/// A fact of the graph, for the coverage report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// A node.
    Node(NodeId),
    /// An edge.
    Edge(RelationType, NodeId, NodeId),
    /// A statement that makes no edge: what sort of thing is said, and whether the sentence is understood by it.
    Statement(StatementKind, bool),
}

/// An edge of the graph to be made.
pub(crate) struct PendingEdge {
    /// Where it starts.
    pub from: NodeId,
    /// Where it ends.
    pub to: NodeId,
    /// What it says.
    pub data: EdgeData,
    /// Where it comes from.
    pub proof: Proof,
}

/// Collects what the constructs find in one regulation.
pub(crate) struct Register<'d> {
    /// The clauses and sentences.
    pub outline: &'d Outline<'d>,
    /// The kind words.
    pub kinds: Kinds,
    /// Units in the order in which they were found.
    pub units: Vec<UnitRecord>,
    /// Posts in the order in which they were found.
    pub posts: Vec<PostRecord>,
    /// Duties in the order of the text.
    pub duties: Vec<DutyRecord>,
    /// Matters in the order in which duties first speak of them.
    pub matters: Vec<MatterRecord>,
    /// Defined short names that stand for one unit.
    pub short_names: Vec<super::terms::ShortName>,
    /// Defined short names that stand for several units.
    pub groups: BTreeMap<String, (Vec<usize>, Proof)>,
    /// The post that heads each unit.
    pub heads: BTreeMap<usize, usize>,
    /// Sentences that need no fact, with the reason.
    pub excused: BTreeMap<usize, super::coverage::NoContent>,
    /// Sentences of which a part was not understood, whatever facts the rest gave.
    pub unread: BTreeSet<usize>,
    /// The regional organs of which divisions speak without heading or establishing them.
    pub organs: BTreeMap<usize, usize>,
    /// Titles that an article places somewhere, where it was not understood: by the article.
    pub unplaced: Vec<(usize, String)>,
    /// Sentences on a post of which nothing but the words was taken, as its role.
    pub bare_roles: BTreeSet<usize>,
    /// What could not be read for certain.
    pub notices: Vec<super::Notice>,
    /// What is said of authority and makes no edge.
    pub statements: Vec<super::statements::Draft>,
    /// The headings that name units.
    pub headings: Headings,
    /// The tables with a header that is understood.
    pub tables: Rc<Tables>,
    /// Lengths in bytes of all names and aliases of units: where a path of names may be cut.
    pub name_lengths: BTreeSet<usize>,
    /// Units by name and alias.
    by_name: FxHashMap<String, Vec<usize>>,
    /// Posts by title.
    by_title: FxHashMap<String, Vec<usize>>,
    /// Posts by their unit.
    by_unit: FxHashMap<usize, Vec<usize>>,
    /// Ids of the duties, for looking one up.
    duty_ids: FxHashSet<NodeId>,
    pub(super) edges: Vec<PendingEdge>,
    /// Units that the graph will not have.
    pub(super) left_out: BTreeSet<usize>,
    /// The names of units that the document uses alone, once they are asked for.
    spoken: OnceCell<HashSet<&'d str>>,
}

impl<'d> Register<'d> {
    pub(crate) fn new(outline: &'d Outline<'d>, supplement: &Supplement) -> Self {
        let kinds = Kinds::new(supplement.kind_ranks());
        Self {
            outline,
            headings: Headings::new(outline, |title| headings::is_name(&kinds, title)),
            tables: Rc::new(Tables::read(outline, &kinds)),
            kinds,
            units: Vec::new(),
            posts: Vec::new(),
            duties: Vec::new(),
            matters: Vec::new(),
            short_names: Vec::new(),
            groups: BTreeMap::new(),
            heads: BTreeMap::new(),
            excused: BTreeMap::new(),
            notices: Vec::new(),
            unread: BTreeSet::new(),
            organs: BTreeMap::new(),
            unplaced: Vec::new(),
            bare_roles: BTreeSet::new(),
            statements: Vec::new(),
            name_lengths: BTreeSet::new(),
            by_name: FxHashMap::default(),
            by_title: FxHashMap::default(),
            by_unit: FxHashMap::default(),
            duty_ids: FxHashSet::default(),
            edges: Vec::new(),
            left_out: BTreeSet::new(),
            spoken: OnceCell::new(),
        }
    }

    /// The names of units that the document uses alone.
    pub(crate) fn spoken(&self) -> &HashSet<&'d str> {
        self.spoken.get_or_init(|| paths::spoken(self.outline, &self.kinds))
    }

    /// A sentence by its index.
    pub(crate) fn sentence(&self, index: usize) -> &'d Sentence {
        &self.outline.sentences[index]
    }

    /// The proof that a range of a text derived from a sentence gives: its verbatim words in the sentence's clause.
    pub(crate) fn proof(&self, sentence: usize, text: &Text, range: Range<usize>) -> Proof {
        let words = self.outline.document.quote(text.source_range(range)).trim();
        // A range without words of its own (an empty item) is proved by the whole clause.
        let clause = self.outline.clause_of(sentence);
        let words = if words.is_empty() { self.outline.document.quote(clause.span.clone()).trim() } else { words };
        let provenance = Provenance::new(clause.id.clone(), words);
        Proof { provenance, sentences: BTreeSet::from([sentence]) }
    }

    /// The proof that the whole of a sentence gives.
    pub(crate) fn whole_proof(&self, sentence: usize) -> Proof {
        let text = &self.sentence(sentence).text;
        self.proof(sentence, text, 0..text.normal().len())
    }

    /// Adds a unit below another one, or returns the one that is there already, with the proof added.
    pub(crate) fn add_unit(&mut self, name: &str, parent: Option<usize>, status: Status, proof: Proof) -> usize {
        let same = |index: &usize| self.units[*index].parent == parent;
        if let Some(known) = self.by_name.get(name).and_then(|found| found.iter().copied().find(same)) {
            let record = &mut self.units[known];
            record.unit.status = record.unit.status.min(status);
            record.proof.add(&proof);
            return known;
        }
        let id = match parent {
            Some(parent) => NodeId::from(format!("{}/{name}", self.units[parent].id)),
            None => NodeId::from(name),
        };
        let kind = self.kinds.kind_of(name).unwrap_or_default().to_owned();
        let council = self.kinds.class_of(name) == Some(super::kinds::NameClass::Council);
        let unit = Unit { council, ..Unit::new(name, kind, status) };
        self.units.push(UnitRecord { id, unit, parent, proof });
        let index = self.units.len() - 1;
        self.index_name(name, index);
        index
    }

    /// Adds a unit below another one together with its edge BELONGS_TO.
    pub(crate) fn place_unit(
        &mut self,
        name: &str,
        parent: usize,
        status: Status,
        basis: Basis,
        proof: Proof,
    ) -> usize {
        let unit = self.add_unit(name, Some(parent), status, proof.clone());
        self.belongs_to(unit, parent, basis, proof);
        unit
    }

    /// Adds the edge BELONGS_TO between two units.
    pub(crate) fn belongs_to(&mut self, unit: usize, parent: usize, basis: Basis, proof: Proof) {
        let (from, to) = (self.units[unit].id.clone(), self.units[parent].id.clone());
        self.add_edge(from, to, Relation::BelongsTo, basis, proof);
    }

    /// Makes another name of a unit known.
    pub(crate) fn add_alias(&mut self, unit: usize, alias: &str) {
        let record = &mut self.units[unit].unit;
        if record.name != alias && !record.aliases.iter().any(|known| known == alias) {
            record.aliases.push(alias.to_owned());
            self.index_name(alias, unit);
        }
    }

    fn index_name(&mut self, name: &str, unit: usize) {
        self.name_lengths.insert(name.len());
        self.by_name.entry(name.to_owned()).or_default().push(unit);
    }

    /// Makes the full name of the body known, whose id is its short name.
    pub(crate) fn name_body(&mut self, body: usize, name: &str) {
        self.index_name(name, body);
    }

    /// Units with this name or alias.
    pub(crate) fn units_named(&self, name: &str) -> &[usize] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// Adds a post, or returns the one that is there already, with the proof added.
    pub(crate) fn add_post(&mut self, title: &str, unit: usize, article: usize, proof: Proof) -> (usize, bool) {
        let known = self.posts_titled(title).iter().copied().find(|index| self.posts[*index].unit == unit);
        if let Some(known) = known {
            let record = &mut self.posts[known];
            record.proof.add(&proof);
            record.articles.push(article);
            return (known, false);
        }
        let record = &self.units[unit];
        let id = NodeId::from(format!("{}#{title}", record.id));
        let post = Post::new(post_name(&record.unit, title, record.parent.is_none()), title, Establishment::Mandatory);
        self.posts.push(PostRecord { id, post, unit, articles: vec![article], proof });
        let index = self.posts.len() - 1;
        self.by_title.entry(title.to_owned()).or_default().push(index);
        self.by_unit.entry(unit).or_default().push(index);
        (index, true)
    }

    /// Posts with this title, in the order in which they were found.
    pub(crate) fn posts_titled(&self, title: &str) -> &[usize] {
        self.by_title.get(title).map_or(&[], Vec::as_slice)
    }

    /// Posts of a unit, in the order in which they were found.
    pub(crate) fn posts_of(&self, unit: usize) -> &[usize] {
        self.by_unit.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// Id of whoever a duty belongs to.
    pub(crate) fn owner_id(&self, owner: Owner) -> NodeId {
        match owner {
            Owner::Unit(unit) => self.units[unit].id.clone(),
            Owner::Post(post) => self.posts[post].id.clone(),
        }
    }

    /// The words of a duty with everything.
    pub(crate) fn words_of(&self, duty: &DutyRecord) -> Text {
        duty.words.clone().unwrap_or_else(|| self.sentence(duty.sentence).text.clone())
    }

    /// The words of a duty without the bracketed groups.
    pub(crate) fn bare_words_of(&self, duty: &DutyRecord) -> Text {
        match &duty.words {
            Some(words) => words.without(&outermost_brackets(words.normal())),
            None => self.sentence(duty.sentence).bare.clone(),
        }
    }

    /// Whether a duty has this id.
    pub(crate) fn has_duty(&self, id: &NodeId) -> bool {
        self.duty_ids.contains(id)
    }

    /// Adds a duty together with its edge BELONGS_TO, proved by `belongs`. Returns its index.
    pub(crate) fn add_duty(&mut self, duty: DutyRecord, belongs: Proof) -> usize {
        self.add_edge(duty.id.clone(), self.owner_id(duty.owner), Relation::BelongsTo, Basis::Stated, belongs);
        self.duty_ids.insert(duty.id.clone());
        self.duties.push(duty);
        self.duties.len() - 1
    }

    /// Adds an edge.
    pub(crate) fn add_edge(&mut self, from: NodeId, to: NodeId, relation: Relation, basis: Basis, proof: Proof) {
        self.edges.push(PendingEdge { from, to, data: EdgeData::new(relation, basis), proof });
    }

    /// The edges so far: from, to and what joins them.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (&NodeId, &NodeId, &Relation)> {
        self.edges.iter().map(|edge| (&edge.from, &edge.to, &edge.data.relation))
    }

    /// Leaves units, with the edges from them, out of the graph to be made.
    pub(crate) fn leave_out(&mut self, units: BTreeSet<usize>) {
        let ids: HashSet<&NodeId> = units.iter().map(|unit| &self.units[*unit].id).collect();
        self.edges.retain(|edge| !ids.contains(&edge.from));
        self.left_out = units;
    }

    /// Adds a rule that chooses a substitute without naming a post.
    pub(crate) fn add_designation(&mut self, post: usize, designation: Designation, proof: &Proof) {
        let record = &mut self.posts[post];
        record.post.designations.push(designation);
        record.proof.sentences.extend(&proof.sentences);
    }

    /// The unit itself and the units above it, nearest first.
    pub(crate) fn path_up(&self, unit: usize) -> Vec<usize> {
        let mut path = vec![unit];
        while let Some(parent) = self.units[path[path.len() - 1]].parent {
            path.push(parent);
        }
        path
    }

    /// Whether a unit is another one or lies below it.
    pub(crate) fn is_within(&self, unit: usize, above: usize) -> bool {
        self.path_up(unit).contains(&above)
    }
}

/// What people call a post: 総務課長 for the 課長 of 総務課, 総務課の参事 for the others, the bare title at the body itself.
fn post_name(unit: &Unit, title: &str, is_body: bool) -> String {
    let kind = unit.kind.as_str();
    if is_body || title.starts_with(unit.name.as_str()) || unit.aliases.iter().any(|alias| title.starts_with(alias)) {
        return title.to_owned();
    }
    match title.strip_prefix(kind) {
        // 課長 of 総務課; a 部長 of 総務課 or a 課長 of 総務部 keeps its title apart.
        Some("長") if !kind.is_empty() => format!("{}長", unit.name),
        _ if unit.name.ends_with(title.trim_end_matches('長')) && title.ends_with('長') => format!("{}長", unit.name),
        _ => format!("{}の{title}", unit.name),
    }
}

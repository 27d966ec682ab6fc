//! Who plans, develops, maintains and operates what: objects × phases of life → owning units, with the empty cells.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::life_cycle::{Phase, is_system};
use super::scope::{Ownership, Scope, scopes};
use crate::graph::{AuthorityGraph, NodeData, NodeId, Provenance, RemarkKind, fold_name};

/// Which objects the matrix shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum MatrixChoice {
    /// Systems: what the regulation defines or names and what ends in a word for a system.
    #[default]
    Systems,
    /// Everything that some duty is about.
    All,
    /// What has all these words in its name or in one of its names.
    Named(Vec<String>),
}

/// Objects and who is responsible for them in each phase of their life.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MatrixReport {
    /// The phases, the columns of the matrix.
    pub phases: Vec<Phase>,
    /// The objects in the order of the duties on them, then those that are only defined in the order of the text.
    pub rows: Vec<MatrixRow>,
}

/// One object.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MatrixRow {
    /// Its name in the duties; for what no duty is about, the defined term.
    pub object: String,
    /// Other names that the regulation defines for it.
    pub other_names: Vec<String>,
    /// Where it is defined.
    pub definitions: Vec<Provenance>,
    /// One cell for each phase, in their order; empty where nobody owns it.
    pub cells: Vec<Vec<MatrixOwner>>,
    /// Owners of the object as a whole: a duty that names no activity.
    pub whole: Vec<MatrixOwner>,
    /// Owners of activities that belong to no phase (発送, 公開).
    pub other: Vec<MatrixOwner>,
}

/// A duty that owns an activity on an object.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MatrixOwner {
    /// The unit; of a duty of a post, the unit that the post is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NodeId>,
    /// The duty.
    pub duty: NodeId,
    /// The matter.
    pub matter: NodeId,
    /// What is done, in the words of the duty.
    pub activity: String,
    /// Owned, or undefined where duties give way to each other.
    pub ownership: Ownership,
    /// The clauses of the duty.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// Defined terms that mean the same: each term leads to the term that its definition consists of.
struct Names<'g> {
    meanings: BTreeMap<&'g str, &'g str>,
    /// In the order of the text.
    places: Vec<(&'g str, &'g Provenance)>,
}

impl<'g> Names<'g> {
    fn new(graph: &'g AuthorityGraph) -> Self {
        let definitions = || graph.annotations().remarks_of(RemarkKind::Definition);
        let meanings = definitions().map(|remark| (remark.subject.as_str(), remark.detail.as_str())).collect();
        let places = definitions().map(|remark| (remark.subject.as_str(), &remark.provenance)).collect();
        Self { meanings, places }
    }

    /// The longest name of what a term means: 「乙」 for 「甲（以下「乙」という。）」 leads to 「甲」.
    fn root<'n>(&self, term: &'n str) -> &'n str
    where
        'g: 'n,
    {
        let mut at = term;
        // Definitions may go in a circle; there are only so many.
        for _ in 0..self.meanings.len() {
            match self.meanings.get(at) {
                Some(meaning) if is_name(meaning) && *meaning != at => at = meaning,
                _ => break,
            }
        }
        at
    }
}

/// Whether a definition is just another name, not a description.
fn is_name(meaning: &str) -> bool {
    !meaning.is_empty() && is_system(meaning) && !meaning.contains(['、', '。']) && !meaning.contains("ための")
}

/// The matrix of the objects chosen. The graph has to have its matters.
pub fn matrix(graph: &AuthorityGraph, choice: &MatrixChoice) -> MatrixReport {
    let names = Names::new(graph);
    let mut rows: Vec<(&str, MatrixRow)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let scopes = scopes(graph).scopes;
    for object in scopes.iter().flat_map(|scope| objects(graph, scope)) {
        places.entry(names.root(object)).or_insert_with(|| {
            rows.push((names.root(object), MatrixRow::new(object)));
            rows.len() - 1
        });
    }
    for (term, place) in &names.places {
        let root = names.root(term);
        let at = *places.entry(root).or_insert_with(|| {
            rows.push((root, MatrixRow::new(term)));
            rows.len() - 1
        });
        let row = &mut rows[at].1;
        row.definitions.push((*place).clone());
        for name in [*term, root] {
            if name != row.object && !row.other_names.iter().any(|known| known == name) {
                row.other_names.push(name.to_owned());
            }
        }
    }
    for scope in &scopes {
        let of = |ownership| owners(graph, scope, ownership);
        for (object, owner) in of(Ownership::Owned).into_iter().chain(of(Ownership::Undefined)) {
            let Some(at) = places.get(names.root(object)) else { continue };
            rows[*at].1.add(owner);
        }
    }
    let rows = rows.into_iter().map(|(_, row)| row).filter(|row| is_chosen(row, choice)).collect();
    MatrixReport { phases: Phase::ALL.to_vec(), rows }
}

/// What a duty is about, in the order of its words; what it names in other words last.
fn objects<'g>(graph: &'g AuthorityGraph, scope: &Scope) -> Vec<&'g str> {
    let text = graph.node(&scope.duty).and_then(|node| node.as_duty()).map_or("", |duty| duty.text.as_str());
    let mut objects: Vec<&str> = scope.covers.iter().filter_map(|matter| object(graph, matter)).collect();
    objects.sort_by_key(|object| text.find(object).unwrap_or(text.len()));
    objects
}

/// What a matter is about.
fn object<'g>(graph: &'g AuthorityGraph, matter: &NodeId) -> Option<&'g str> {
    match &graph.node(matter)?.data {
        NodeData::Matter(matter) => Some(&matter.object),
        _ => None,
    }
}

/// The matters that a duty owns, or of which it is undefined whether it does: object and owner.
fn owners<'g>(graph: &'g AuthorityGraph, scope: &Scope, ownership: Ownership) -> Vec<(&'g str, MatrixOwner)> {
    let matters = match ownership {
        Ownership::Undefined => &scope.undefined,
        _ => &scope.owned,
    };
    let of_matter = |id: &NodeId| {
        let NodeData::Matter(matter) = &graph.node(id)?.data else { return None };
        let owner = MatrixOwner {
            unit: scope.unit.clone(),
            duty: scope.duty.clone(),
            matter: id.clone(),
            activity: matter.activity.clone(),
            ownership,
            provenance: scope.provenance.clone(),
        };
        Some((matter.object.as_str(), owner))
    };
    // A narrower matter that only another duty speaks of is not what this duty says.
    matters.iter().filter(|matter| scope.covers.contains(matter)).filter_map(of_matter).collect()
}

fn is_chosen(row: &MatrixRow, choice: &MatrixChoice) -> bool {
    let names = || row.other_names.iter().chain([&row.object]);
    match choice {
        MatrixChoice::All => !row.is_empty(),
        MatrixChoice::Systems => names().any(|name| is_system(name)),
        MatrixChoice::Named(words) => words.iter().any(|word| {
            let word = fold_name(word);
            names().any(|name| fold_name(name).contains(&*word))
        }),
    }
}

impl MatrixRow {
    fn new(object: &str) -> Self {
        Self {
            object: object.to_owned(),
            other_names: Vec::new(),
            definitions: Vec::new(),
            cells: vec![Vec::new(); Phase::ALL.len()],
            whole: Vec::new(),
            other: Vec::new(),
        }
    }

    fn add(&mut self, owner: MatrixOwner) {
        match Phase::of(&owner.activity) {
            _ if owner.activity.is_empty() => self.whole.push(owner),
            None => self.other.push(owner),
            Some(phase) => {
                let place = Phase::ALL.iter().position(|one| *one == phase).expect("one of all phases");
                self.cells[place].push(owner);
            }
        }
    }

    /// Whether nobody owns anything of it.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.other.is_empty() && self.cells.iter().all(Vec::is_empty)
    }
}

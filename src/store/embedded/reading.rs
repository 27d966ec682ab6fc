//! Reading a data set back as the graph that was loaded.

use graphdblite::ReadTxGuard;
use rustc_hash::FxHashMap;

use super::fingerprint::Fingerprint;
use super::loading::{POSITION, start};
use super::metadata::{DATA_SET, DESIGNATION_LABEL, DataSetRecord, Part, Reading, annotations, graph_labels, record};
use super::properties::{from_properties, take};
use super::rows::Rows;
use super::stored::{Entries, Stored};
use super::{Failure, NodeNumber};
use crate::graph::{
    Annotations, AuthorityGraph, Designation, EdgeData, Evidence, GraphBuilder, Label, NodeData, NodeId, Relation,
};
use crate::store::StoreError;

/// What has to be known of a data set before its rows are read.
#[derive(PartialEq)]
pub struct Contents {
    record: DataSetRecord,
    /// The part of it that is wanted.
    part: Part,
    /// The numbers of the nodes of that part, sorted.
    numbers: Vec<NodeNumber>,
    /// What is known of the text; nothing where only a part is wanted.
    annotations: Annotations,
}

/// What a part of a data set holds.
///
/// # Errors
/// [`StoreError::UnknownDataSet`].
pub fn contents(transaction: &ReadTxGuard<'_>, name: &str, part: Part) -> Result<Contents, Failure> {
    let record = record(transaction, name)?;
    // What was loaded by an earlier version can only be checked as a whole.
    let part = if record.fingerprints.without_matters.is_some() { part } else { Part::All };
    let mut numbers = Vec::with_capacity(usize::try_from(record.public.nodes).unwrap_or_default());
    for label in graph_labels().filter(|label| part.has_label(label)) {
        numbers.extend(transaction.lookup(label, DATA_SET, name)?);
    }
    numbers.sort_unstable_by_key(|number| number.0);
    let annotations = match part {
        Part::All => annotations(transaction, name)?,
        Part::WithoutMatters => Annotations::default(),
    };
    Ok(Contents { record, part, numbers, annotations })
}

/// The graph of a part of a data set.
///
/// # Errors
/// [`StoreError::Altered`] when it is not the one that was loaded.
pub fn read(rows: &Rows, contents: &Contents) -> Result<AuthorityGraph, Failure> {
    let Contents { record, part, numbers, annotations } = contents;
    let mut builder = GraphBuilder::new(record.public.regulation.clone());
    builder.set_settings(record.settings.clone());
    let fingerprint = start(&record.public.regulation, &record.settings)?;
    let mut snapshot = Snapshot { builder, fingerprint, ids: FxHashMap::default(), positions: FxHashMap::default() };
    if let (Some(first), Some(last)) = (numbers.first(), numbers.last()) {
        let range = *first..=*last;
        // The nodes of other data sets may lie between those that another program added to this one.
        let ours = |number: NodeNumber| numbers.binary_search_by_key(&number.0, |known| known.0).is_ok();
        rows.nodes(
            &range,
            |label| part.has_label(label),
            |number, label, properties| {
                if ours(number) { snapshot.node(number, label, properties) } else { Ok(()) }
            },
        )?;
        let mut designations = Designations::default();
        rows.edges(
            &range,
            |relation| part.has_relation(relation),
            |from, to, relation, properties| {
                // An edge of any type may lead to a matter.
                let wanted = ours(from) && (*part == Part::All || ours(to));
                if wanted { snapshot.edge((from, to), relation, properties, &mut designations) } else { Ok(()) }
            },
        )?;
        snapshot.designations(designations);
    }
    let expected = match part {
        Part::All => Some(record.fingerprints.all),
        Part::WithoutMatters => record.fingerprints.without_matters,
    };
    if expected != Some(snapshot.fingerprint) {
        return Err(StoreError::Altered { data_set: record.public.name.clone() }.into());
    }
    let graph = snapshot.builder.build();
    let missing = |evidence: &&Evidence| graph.node(&evidence.clause).is_none();
    let mut cited = annotations.remarks.iter().flat_map(|remark| remark.provenance.iter());
    if let Some(evidence) = cited.find(missing) {
        return Err(Failure::Corrupt(format!("a remark rests on `{}`, which is missing", evidence.clause)));
    }
    let mut cited = annotations.statements.iter().flat_map(|statement| statement.provenance.iter());
    if let Some(evidence) = cited.find(missing) {
        return Err(Failure::Corrupt(format!("a statement rests on `{}`, which is missing", evidence.clause)));
    }
    Ok(graph.with_annotations(annotations.clone()))
}

/// The properties that are provenance.
const PROVENANCE: [&str; 2] = ["clauses", "words"];
/// The properties that tell stated from derived.
const BASIS: [&str; 2] = ["basis", "rule"];

/// The designations of each post, with their positions.
type Designations = FxHashMap<NodeNumber, Vec<(i64, Designation)>>;

struct Snapshot {
    builder: GraphBuilder,
    fingerprint: Fingerprint,
    /// The ids of nodes, designations aside.
    ids: FxHashMap<NodeNumber, NodeId>,
    /// The positions of designations among those of their posts.
    positions: FxHashMap<NodeNumber, i64>,
}

impl Snapshot {
    fn node(&mut self, number: NodeNumber, label: &str, mut properties: Entries<'_>) -> Result<(), Failure> {
        properties.take(DATA_SET);
        self.fingerprint.node(number, label, &properties);
        if label == DESIGNATION_LABEL {
            let Some(Stored::I64(position)) = properties.take(POSITION) else { return Err(missing(POSITION)) };
            self.positions.insert(number, position);
            return Ok(());
        }
        let id = NodeId::from(properties.text("id").ok_or_else(|| missing("id"))?);
        let provenance = take(&mut properties, &PROVENANCE)?;
        self.builder.add_node(id.clone(), node_data(label, properties)?, provenance);
        self.ids.insert(number, id);
        Ok(())
    }

    fn edge<'a>(
        &mut self,
        (from, to): (NodeNumber, NodeNumber),
        relation: &'a str,
        mut properties: Entries<'a>,
        designations: &mut Designations,
    ) -> Result<(), Failure> {
        self.fingerprint.edge((from, to), relation, &properties);
        let provenance = take(&mut properties, &PROVENANCE)?;
        let basis = self.ids.contains_key(&from).then(|| take(&mut properties, &BASIS)).transpose()?;
        properties.0.push(("type", Stored::String(relation)));
        let relation: Relation = from_properties(properties)?;
        match (self.ids.get(&from), self.ids.get(&to), basis, self.positions.get(&from)) {
            (Some(from), Some(to), Some(basis), _) => {
                self.builder.add_edge(from, to, EdgeData::new(relation, basis), provenance);
            }
            (None, Some(_), _, Some(position)) => {
                let Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, designator } = relation
                else {
                    return Err(Failure::Corrupt("a designation with an edge of another type".to_owned()));
                };
                let designation = Designation { order, conditions, act, designator, joint, provenance };
                designations.entry(to).or_default().push((*position, designation));
            }
            _ => return Err(Failure::Corrupt("an edge leads out of its data set".to_owned())),
        }
        Ok(())
    }

    /// Gives the posts their designations, in order.
    fn designations(&mut self, designations: Designations) {
        for (post, mut found) in designations {
            found.sort_by_key(|(position, _)| *position);
            let node = self.ids.get(&post).and_then(|id| self.builder.node_mut(id));
            if let Some(NodeData::Post(post)) = node.map(|node| &mut node.data) {
                post.designations = found.into_iter().map(|(_, designation)| designation).collect();
            }
        }
    }
}

/// Label and properties of a node. The type behind the label is read directly: reading [`NodeData`] takes three times as
/// long, because serde has to find the label among the properties first.
fn node_data(label: &str, properties: Entries<'_>) -> Result<NodeData, Failure> {
    let Some(label) = Label::ALL.into_iter().find(|known| known.name() == label) else {
        return Err(Failure::Corrupt(format!("a node with the label `{label}`")));
    };
    Ok(match label {
        Label::Unit => NodeData::Unit(from_properties(properties)?),
        Label::Post => NodeData::Post(from_properties(properties)?),
        Label::Duty => NodeData::Duty(from_properties(properties)?),
        Label::Matter => NodeData::Matter(from_properties(properties)?),
        Label::Clause => NodeData::Clause(from_properties(properties)?),
        Label::Person => NodeData::Person(from_properties(properties)?),
    })
}

fn missing(name: &str) -> Failure {
    Failure::Corrupt(format!("a node has no `{name}`"))
}

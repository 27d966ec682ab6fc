//! Random bodies: a tree of units, duties with matters, matters within matters, and exclusions, some of them in some units only.

use std::collections::{BTreeMap, BTreeSet};

use kengen::graph::{
    AuthorityGraph, Basis, Clause, Duty, DutyKind, EdgeData, Establishment, ExclusionForm, GraphBuilder, Matter,
    NodeData, NodeId, Post, Provenance, RegulationInfo, Relation, Rule, Status, Unit,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

/// A body. Units, matters and duties are numbers; unit 0 is the body itself.
#[derive(Debug, Clone)]
pub struct RandomBody {
    /// The unit above each unit but the first: one with a smaller number.
    pub parents: Vec<usize>,
    /// The matters just wider than each matter: with smaller numbers.
    pub wider: Vec<BTreeSet<usize>>,
    pub duties: Vec<RandomDuty>,
}

#[derive(Debug, Clone)]
pub struct RandomDuty {
    pub unit: usize,
    /// Whether the text gives it to a post of that unit.
    pub of_post: bool,
    pub covers: BTreeSet<usize>,
    /// The units that it gives way to, each with the units in which alone it does; everywhere if there are none.
    pub excludes: BTreeMap<usize, BTreeSet<usize>>,
}

impl RandomBody {
    /// Bodies of any kind, and now and then a long row of exclusions.
    pub fn strategy() -> impl Strategy<Value = Self> {
        prop_oneof![7 => Self::mixed(), 1 => Self::row()]
    }

    /// One duty in each unit, giving way to the next unit and at times to another one.
    fn row() -> impl Strategy<Value = Self> {
        (5usize..12).prop_flat_map(|units| {
            vec(prop::option::weighted(0.15, 1..=units), units).prop_map(move |others| {
                let duty = |(place, other): (usize, Option<usize>)| {
                    let next = (place + 2 <= units).then_some(place + 2);
                    let excludes = next.into_iter().chain(other).map(|unit| (unit, BTreeSet::new())).collect();
                    RandomDuty { unit: place + 1, of_post: false, covers: BTreeSet::from([0]), excludes }
                };
                let duties = others.into_iter().enumerate().map(duty).collect();
                Self { parents: vec![0; units], wider: vec![BTreeSet::new()], duties }
            })
        })
    }

    /// Small enough for a naive evaluation, with so few matters that duties meet.
    fn mixed() -> impl Strategy<Value = Self> {
        (1usize..10, 1usize..5, 1usize..14).prop_flat_map(|(units, matters, duties)| {
            let parents = (1..units).map(|unit| 0..unit).collect::<Vec<_>>();
            let wider = (0..matters)
                .map(|matter| btree_set(0..matter.max(1), 0..=matter.min(2)))
                .map(|wider| prop_oneof![1 => Just(BTreeSet::new()), 1 => wider])
                .collect::<Vec<_>>();
            let duty =
                (0..units, prop::bool::weighted(0.2), btree_set(0..matters, 0..=3.min(matters)), excludes(units))
                    .prop_map(|(unit, of_post, covers, excludes)| RandomDuty { unit, of_post, covers, excludes });
            (parents, wider, vec(duty, duties)).prop_map(|(parents, mut wider, duties)| {
                // The first matter has none above it, whatever was drawn.
                wider[0].clear();
                Self { parents, wider, duties }
            })
        })
    }

    pub fn unit(&self, unit: usize) -> NodeId {
        match unit {
            0 => NodeId::from("市"),
            unit => NodeId::from(format!("{}/第{unit}課", self.unit(self.parents[unit - 1]))),
        }
    }

    pub fn matter(&self, matter: usize) -> NodeId {
        NodeId::from(format!("事項{matter}×"))
    }

    pub fn duty(&self, number: usize) -> NodeId {
        let duty = &self.duties[number];
        NodeId::from(format!("{}{}({number})", self.unit(duty.unit), if duty.of_post { "#主査" } else { "" }))
    }

    pub fn graph(&self) -> AuthorityGraph {
        let mut builder = GraphBuilder::new(RegulationInfo::titled("市組織規程"));
        let text = "市の組織は、この規程による。";
        let clause = builder.add_clause("第1条", Clause::new("第1条", text, 0, text.len() as u32, 1));
        let why = Provenance::new(clause, text);
        let stated = |relation| EdgeData::new(relation, Basis::Stated);
        for unit in 0..=self.parents.len() {
            let mut data = Unit::new(format!("第{unit}課"), "課", Status::Established);
            data.ordinal = unit as u32;
            let id = builder.add_node(self.unit(unit), NodeData::Unit(data), why.clone());
            let post = Post::new(format!("第{unit}課の主査"), "主査", Establishment::Mandatory);
            let post = builder.add_node(format!("{id}#主査"), NodeData::Post(post), why.clone());
            builder.add_edge(&post, &id, stated(Relation::BelongsTo), why.clone());
            if let Some(parent) = unit.checked_sub(1).map(|at| self.parents[at]) {
                builder.add_edge(&id, &self.unit(parent), stated(Relation::BelongsTo), why.clone());
            }
        }
        for (number, wider) in self.wider.iter().enumerate() {
            let matter = Matter { object: format!("事項{number}"), activity: String::new() };
            let id = builder.add_node(self.matter(number), NodeData::Matter(matter), why.clone());
            for other in wider {
                let data = EdgeData::new(Relation::Within, Basis::Derived { rule: Rule::NarrowerWords });
                builder.add_edge(&id, &self.matter(*other), data, why.clone());
            }
        }
        for (number, duty) in self.duties.iter().enumerate() {
            let data = Duty { text: "事務".to_owned(), kind: DutyKind::Substantive, ordinal: number as u32 };
            let id = builder.add_node(self.duty(number), NodeData::Duty(data), why.clone());
            let unit = self.unit(duty.unit);
            let owner = if duty.of_post { NodeId::from(format!("{unit}#主査")) } else { unit };
            builder.add_edge(&id, &owner, stated(Relation::BelongsTo), why.clone());
            for matter in &duty.covers {
                builder.add_edge(&id, &self.matter(*matter), stated(Relation::Covers), why.clone());
            }
            for (excluded, cases) in &duty.excludes {
                let mut cases: Vec<NodeId> = cases.iter().map(|case| self.unit(*case)).collect();
                cases.sort();
                let relation = Relation::DutyExcludedBy { form: ExclusionForm::Exclusion, cases };
                builder.add_edge(&id, &self.unit(*excluded), stated(relation), why.clone());
            }
        }
        builder.build()
    }
}

/// Often no unit, at times a unit and the units below it, each by its own name; now and then for one or two units only.
fn excludes(units: usize) -> impl Strategy<Value = BTreeMap<usize, BTreeSet<usize>>> {
    let cases = || prop_oneof![2 => Just(BTreeSet::new()), 1 => btree_set(0..units, 1..=2.min(units))];
    prop_oneof![2 => Just(BTreeMap::new()), 3 => btree_map(0..units, cases(), 1..=2.min(units))]
}

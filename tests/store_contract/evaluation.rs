//! A plain evaluation of every query of the library on the graph itself.

use kengen::graph::{
    AuthorityGraph, Designator, Direction, Edge, Label, Node, NodeData, NodeId, Relation, RelationType, Status,
    algorithms,
};
use serde_json::{Value, json};

/// A row of an expected answer: what it is sorted by, then the values.
type Row = (Vec<Key>, Vec<Value>);

/// What rows are sorted by; nothing comes after everything, as in Cypher.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(u64),
    Text(String),
    List(Vec<String>),
    Nothing,
}

fn text(value: &str) -> Key {
    Key::Text(value.to_owned())
}

fn sorted(mut rows: Vec<Row>) -> Vec<Vec<Value>> {
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    rows.into_iter().map(|(_, values)| values).collect()
}

fn ordinal(node: &Node) -> Key {
    match &node.data {
        NodeData::Unit(unit) => Key::Number(unit.ordinal.into()),
        NodeData::Post(post) => Key::Number(post.ordinal.into()),
        NodeData::Duty(duty) => Key::Number(duty.ordinal.into()),
        _ => Key::Nothing,
    }
}

/// The properties of an edge by their names in JSON.
fn properties(edge: &Edge) -> Value {
    serde_json::to_value(edge).unwrap()
}

fn optional(value: &Value) -> Key {
    value.as_str().map_or(Key::Nothing, text)
}

/// Every post above a post (`Incoming`) or below it (`Outgoing`) with the number of commands between, itself included.
fn distances(graph: &AuthorityGraph, post: &NodeId, direction: Direction) -> Vec<(NodeId, u64)> {
    let follow = |_, edge: &Edge| edge.data.relation.relation_type() == RelationType::Commands;
    let found = algorithms::reachable(graph.petgraph(), graph.node_index(post).unwrap(), direction, follow);
    let found = found.into_iter().map(|(index, distance)| (graph.petgraph()[index].id.clone(), distance as u64));
    std::iter::once((post.clone(), 0)).chain(found).collect()
}

fn command_chain_up(graph: &AuthorityGraph, post: &NodeId) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for (subordinate, below) in distances(graph, post, Direction::Incoming) {
        for edge in graph.edges_at(&subordinate, Direction::Incoming, RelationType::Commands) {
            let (superior, subordinate) = (graph.node(&edge.from).unwrap(), graph.node(&edge.to).unwrap());
            let e = properties(edge);
            let key = vec![
                Key::Number(below + 1),
                ordinal(superior),
                text(edge.from.as_str()),
                text(edge.to.as_str()),
                optional(&e["scope"]),
                optional(&e["alternatives"]),
            ];
            let row = json!([
                below + 1,
                edge.from,
                superior.name(),
                edge.to,
                subordinate.name(),
                e["basis"],
                e["rule"],
                e["scope"],
                e["alternatives"],
                e["clauses"],
                e["words"]
            ]);
            rows.push((key, row.as_array().unwrap().clone()));
        }
    }
    sorted(rows)
}

fn everyone_under_a_post(graph: &AuthorityGraph, post: &NodeId) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for (superior, above) in distances(graph, post, Direction::Outgoing) {
        for edge in graph.edges_at(&superior, Direction::Outgoing, RelationType::Commands) {
            let (superior, subordinate) = (graph.node(&edge.from).unwrap(), graph.node(&edge.to).unwrap());
            let e = properties(edge);
            let key = vec![
                Key::Number(above + 1),
                ordinal(subordinate),
                text(edge.to.as_str()),
                text(edge.from.as_str()),
                optional(&e["scope"]),
                optional(&e["alternatives"]),
            ];
            let row = json!([
                above + 1,
                edge.to,
                subordinate.name(),
                edge.from,
                superior.name(),
                e["basis"],
                e["rule"],
                e["scope"],
                e["clauses"],
                e["words"]
            ]);
            rows.push((key, row.as_array().unwrap().clone()));
        }
    }
    sorted(rows)
}

/// The duties of a unit and of its posts, with what holds them.
fn duties<'a>(graph: &'a AuthorityGraph, unit: &NodeId) -> Vec<(&'a Node, &'a Node)> {
    let mut holders = vec![graph.node(unit).unwrap()];
    holders.extend(graph.members(unit, Label::Post));
    let duties_of =
        |holder: &'a Node| graph.members(&holder.id, Label::Duty).into_iter().map(move |duty| (holder, duty));
    holders.into_iter().flat_map(duties_of).collect()
}

fn duties_of_a_unit(graph: &AuthorityGraph, unit: &NodeId) -> Vec<Vec<Value>> {
    let row = |(holder, duty): (&Node, &Node)| {
        let kind = duty.as_duty().unwrap().kind;
        let key = vec![ordinal(duty), text(duty.id.as_str())];
        (
            key,
            vec![
                json!(duty.id),
                json!(kind),
                json!(duty.name()),
                json!(holder.name()),
                json!(duty.provenance.clauses()),
            ],
        )
    };
    sorted(duties(graph, unit).into_iter().map(row).collect())
}

fn exclusions_of_a_unit(graph: &AuthorityGraph, unit: &NodeId) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for (_, duty) in duties(graph, unit) {
        for edge in graph.edges_at(&duty.id, Direction::Outgoing, RelationType::DutyExcludedBy) {
            let other = graph.node(&edge.to).unwrap();
            let e = properties(edge);
            let key = vec![ordinal(duty), text(duty.id.as_str()), text(edge.to.as_str()), optional(&e["form"])];
            let row = json!([
                duty.id,
                duty.name(),
                e["form"],
                e["cases"],
                edge.to,
                other.name(),
                e["basis"],
                e["rule"],
                e["clauses"],
                e["words"]
            ]);
            rows.push((key, row.as_array().unwrap().clone()));
        }
    }
    sorted(rows)
}

fn substitutes_of_a_post(graph: &AuthorityGraph, post: &NodeId) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    let mut add = |node: (&str, &str, Key), values: Value, designator: &Designator, provenance: Value| {
        let (id, name, ordinal) = node;
        let (kind, words) = match designator {
            Designator::Post => ("post", json!(null)),
            Designator::Criterion(words) => ("criterion", json!(words)),
            Designator::Designated(words) => ("designated", json!(words)),
        };
        let conditions = values["conditions"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned());
        let key = vec![
            Key::Number(values["order"].as_u64().unwrap()),
            ordinal,
            text(id),
            optional(&values["act"]),
            Key::List(conditions.collect()),
        ];
        let joint = if values["joint"] == json!([]) { json!(null) } else { values["joint"].clone() };
        let row = json!([
            values["order"],
            id,
            name,
            kind,
            words,
            values["conditions"],
            values["act"],
            joint,
            provenance["clauses"],
            provenance["words"]
        ]);
        rows.push((key, row.as_array().unwrap().clone()));
    };
    for edge in graph.edges_at(post, Direction::Incoming, RelationType::SubstitutesWhenIncapacitated) {
        let Relation::SubstitutesWhenIncapacitated { designator, .. } = &edge.data.relation else { unreachable!() };
        let node = graph.node(&edge.from).unwrap();
        let e = properties(edge);
        add((node.id.as_str(), node.name(), ordinal(node)), e.clone(), designator, e);
    }
    for (number, designation) in graph.node(post).unwrap().as_post().unwrap().designations.iter().enumerate() {
        let (Designator::Criterion(name) | Designator::Designated(name)) = &designation.designator else {
            unreachable!()
        };
        let id = format!("{post}?{}", number + 1);
        let d = serde_json::to_value(designation).unwrap();
        add((&id, name, Key::Nothing), d.clone(), &designation.designator, d);
    }
    sorted(rows)
}

fn has_substitute(graph: &AuthorityGraph, post: &Node) -> bool {
    let named = graph.edges_at(&post.id, Direction::Incoming, RelationType::SubstitutesWhenIncapacitated);
    !named.is_empty() || !post.as_post().unwrap().designations.is_empty()
}

fn posts_without_substitute(graph: &AuthorityGraph) -> Vec<Vec<Value>> {
    let row = |post: &Node| {
        let heads: Vec<&str> = graph
            .neighbours(&post.id, Direction::Outgoing, RelationType::Heads)
            .iter()
            .map(|unit| unit.name())
            .collect();
        let establishment = post.as_post().unwrap().establishment;
        let key = vec![ordinal(post), text(post.id.as_str())];
        (
            key,
            vec![
                json!(post.id),
                json!(post.name()),
                json!(heads),
                json!(establishment),
                json!(post.provenance.clauses()),
            ],
        )
    };
    sorted(graph.nodes_with(Label::Post).filter(|post| !has_substitute(graph, post)).map(row).collect())
}

fn heads_of_units(graph: &AuthorityGraph) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for unit in graph.nodes_with(Label::Unit) {
        let heads = graph.edges_at(&unit.id, Direction::Incoming, RelationType::Heads);
        for edge in &heads {
            let (head, e) = (graph.node(&edge.from).unwrap(), properties(edge));
            let key = vec![ordinal(unit), text(unit.id.as_str()), text(head.id.as_str())];
            let row = json!([unit.id, unit.name(), head.id, head.name(), e["clauses"], e["words"]]);
            rows.push((key, row.as_array().unwrap().clone()));
        }
        if heads.is_empty() {
            let key = vec![ordinal(unit), text(unit.id.as_str()), Key::Nothing];
            rows.push((
                key,
                vec![json!(unit.id), json!(unit.name()), json!(null), json!(null), json!(null), json!(null)],
            ));
        }
    }
    sorted(rows)
}

fn names_without_establishment(graph: &AuthorityGraph) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for (rank, label) in [Label::Unit, Label::Post].into_iter().enumerate() {
        for node in graph.nodes_with(label) {
            let status = node.as_unit().map(|unit| unit.status).or(node.as_post().map(|post| post.status));
            if status == Some(Status::Unknown) {
                let words: Vec<&str> = node.provenance.iter().map(|evidence| &*evidence.words).collect();
                let row = json!([label.name(), node.id, node.name(), node.provenance.clauses(), words]);
                rows.push((vec![Key::Number(rank as u64), text(node.id.as_str())], row.as_array().unwrap().clone()));
            }
        }
    }
    sorted(rows)
}

/// The rows that a query has to answer with, in order.
pub fn expected(graph: &AuthorityGraph, query: &str, id: &NodeId) -> Vec<Vec<Value>> {
    match query {
        "command-chain-up" => command_chain_up(graph, id),
        "everyone-under-a-post" => everyone_under_a_post(graph, id),
        "duties-of-a-unit" => duties_of_a_unit(graph, id),
        "exclusions-of-a-unit" => exclusions_of_a_unit(graph, id),
        "substitutes-of-a-post" => substitutes_of_a_post(graph, id),
        "posts-without-substitute" => posts_without_substitute(graph),
        "heads-of-units" => heads_of_units(graph),
        "names-without-establishment" => names_without_establishment(graph),
        other => panic!("query `{other}` has no plain evaluation here"),
    }
}

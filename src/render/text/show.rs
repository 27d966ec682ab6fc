//! Everything about one node, as text in sections.

use crate::analysis::{ClauseView, DutyView, MatterView, PersonView, PostView, UnitView, View};
use crate::graph::{AuthorityGraph, Edge, Label, Node, NodeId, Relation, RelationType, Statement};
use crate::render::messages::{Messages, tr};

use super::chain::scope_words;
use super::owner::{substitute, substitute_words};
use super::page::Page;
use super::words;

/// Everything about one node.
pub fn show(view: &View, graph: &AuthorityGraph, messages: &Messages) -> String {
    let mut page = Page::new(graph, messages);
    match view {
        View::Unit(view) => unit(&mut page, view),
        View::Post(view) => post(&mut page, view),
        View::Duty(view) => duty(&mut page, view),
        View::Clause(view) => clause(&mut page, view),
        View::Matter(view) => matter(&mut page, view),
        View::Person(view) => person(&mut page, view),
    }
    page.finish()
}

/// Name, sort, id and path of a node.
fn head(page: &mut Page, node: &Node) {
    let label = words::label(page.messages, node.label());
    let named = !matches!(node.label(), Label::Duty | Label::Matter);
    let name = if named { node.name().to_owned() } else { page.name(&node.id) };
    page.heading(&tr!(page.messages, "show-title", name = name, label = label));
    page.field(2, "ID", node.id.as_str());
}

/// A section with one item for each line; nothing if there is none.
fn section(page: &mut Page, heading: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        page.heading(heading);
        for line in lines {
            page.item(2, &line);
        }
    }
}

/// The nodes at one end of edges, each with the clauses of the edge.
fn ends<'e>(page: &Page, edges: &'e [Edge], end: impl Fn(&'e Edge) -> &'e NodeId) -> Vec<String> {
    let line = |edge: &'e Edge| {
        let name = page.end(page.described(end(edge)), edge);
        format!("{name}  {}", page.cite_edge(edge))
    };
    edges.iter().map(line).collect()
}

/// The other post of command edges, with the scope where it is narrow.
fn commands<'e>(page: &Page, edges: &'e [Edge], end: impl Fn(&'e Edge) -> &'e NodeId) -> Vec<String> {
    let line = |edge: &'e Edge| {
        let scope = scope_words(page.messages, edge);
        let scope = if scope.is_empty() { scope } else { format!(" [{scope}]") };
        format!("{}{scope}  {}", page.described(end(edge)), page.cite_edge(edge))
    };
    edges.iter().map(line).collect()
}

/// Duties with their text.
fn duties(page: &Page, ids: &[NodeId]) -> Vec<String> {
    let line = |id: &NodeId| {
        let text = page.graph.node(id).map_or("", Node::name);
        format!("{}  {text}", page.name(id))
    };
    ids.iter().map(line).collect()
}

/// A unit or council.
fn unit(page: &mut Page, view: &UnitView) {
    let messages = page.messages;
    head(page, &view.node);
    if let Some(unit) = view.node.as_unit() {
        page.field(2, &tr!(messages, "field-path"), &page.path(&view.node.id));
        page.field(2, &tr!(messages, "field-status"), &words::status(messages, unit.status));
        page.field(2, &tr!(messages, "field-aliases"), &unit.aliases.join(&tr!(messages, "list-separator")));
        page.field(2, &tr!(messages, "field-directly-under"), unit.directly_under.as_deref().unwrap_or_default());
    }
    if let Some(parent) = &view.parent {
        page.field(
            2,
            &tr!(messages, "field-parent"),
            &format!("{}  {}", page.name(&parent.to), page.cite_edge(parent)),
        );
    }
    page.field(2, &tr!(messages, "field-clause"), &page.cite(&view.node.provenance));
    section(page, &tr!(messages, "section-head"), ends(page, &view.heads, |edge| &edge.from));
    let children = view.children.iter().map(|id| page.described(id)).collect();
    section(page, &tr!(messages, "section-children"), children);
    let posts = view.posts.iter().map(|id| post_line(page, id)).collect();
    section(page, &tr!(messages, "section-posts"), posts);
    section(page, &tr!(messages, "section-council"), council(page, &view.council, |edge| &edge.from));
    section(page, &tr!(messages, "section-duties"), duties(page, &view.duties));
    section(page, &tr!(messages, "section-gives-way"), between(page, &view.gives_way_to));
    section(page, &tr!(messages, "section-goes-before"), between(page, &view.goes_before));
    section(page, &tr!(messages, "section-statements"), statements(page, &view.statements));
}

/// A post with the clauses that create it.
fn post_line(page: &Page, id: &NodeId) -> String {
    let clauses = page.graph.node(id).map_or_else(String::new, |node| page.clauses(&node.provenance));
    format!("{}  {clauses}", page.described(id))
}

/// What a post is in a council, or who is in it.
fn council<'e>(page: &Page, edges: &'e [Edge], end: impl Fn(&'e Edge) -> &'e NodeId) -> Vec<String> {
    let line = |edge: &'e Edge| {
        let role = match edge.data.relation.relation_type() {
            RelationType::Chairs => tr!(page.messages, "council-chairs"),
            RelationType::MemberOf => tr!(page.messages, "council-member"),
            _ => tr!(page.messages, "council-attends"),
        };
        format!("{} [{role}]  {}", page.described(end(edge)), page.cite_edge(edge))
    };
    edges.iter().map(line).collect()
}

/// Exclusions with both ends, those of one duty that rest on the same words put into one line.
fn between(page: &Page, edges: &[Edge]) -> Vec<String> {
    let groups = edges.chunk_by(|a, b| a.from == b.from && a.provenance == b.provenance && a.data == b.data);
    let line = |group: &[Edge]| {
        let targets: Vec<NodeId> = group.iter().map(|edge| edge.to.clone()).collect();
        let targets = page.end(page.names_and(&targets), &group[0]);
        format!("{} → {targets}  {}", page.name(&group[0].from), page.cite_edge(&group[0]))
    };
    groups.map(line).collect()
}

/// A post.
fn post(page: &mut Page, view: &PostView) {
    let messages = page.messages;
    head(page, &view.node);
    if let Some(post) = view.node.as_post() {
        page.field(2, &tr!(messages, "field-establishment"), &words::establishment(messages, post));
        page.field(2, &tr!(messages, "field-one-of"), &page.names_or(&post.alternatives));
        let seats = post.seats.map(|seats| seats.to_string()).unwrap_or_default();
        page.field(2, &tr!(messages, "field-seats"), &seats);
        page.field(2, &tr!(messages, "field-aliases"), &post.aliases.join(&tr!(messages, "list-separator")));
    }
    if let Some(unit) = &view.unit {
        page.field(2, &tr!(messages, "field-unit"), &format!("{}  {}", page.path(&unit.to), page.cite_edge(unit)));
    }
    page.field(2, &tr!(messages, "field-clause"), &page.cite(&view.node.provenance));
    let roles = view.node.as_post().map(|post| post.roles.iter().map(|role| format!("「{role}」")).collect());
    section(page, &tr!(messages, "section-roles"), roles.unwrap_or_default());
    section(page, &tr!(messages, "section-heads"), ends(page, &view.heads, |edge| &edge.to));
    section(page, &tr!(messages, "section-superiors"), superiors(page, &view.superiors));
    section(page, &tr!(messages, "section-subordinates"), commands(page, &view.subordinates, |edge| &edge.to));
    section(page, &tr!(messages, "section-assists"), ends(page, &view.assists, |edge| &edge.to));
    section(page, &tr!(messages, "section-assisted-by"), ends(page, &view.assisted_by, |edge| &edge.from));
    page.heading(&tr!(messages, "section-substitutes"));
    for line in substitutes(page, view) {
        page.item(2, &line);
    }
    let replaced = view.substitutes_for.iter().map(|edge| replaced(page, edge)).collect();
    section(page, &tr!(messages, "section-substitutes-for"), replaced);
    section(page, &tr!(messages, "section-held-by"), ends(page, &view.held_by, |edge| &edge.to));
    section(page, &tr!(messages, "section-also-holds"), ends(page, &view.also_holds, |edge| &edge.from));
    section(page, &tr!(messages, "section-councils"), council(page, &view.councils, |edge| &edge.to));
    section(page, &tr!(messages, "section-duties"), duties(page, &view.duties));
    section(page, &tr!(messages, "section-persons"), ends(page, &view.persons, |edge| &edge.from));
    section(page, &tr!(messages, "section-statements"), statements(page, &view.statements));
}

/// Statements by what they say, the words of their parts, and where they stand.
fn statements(page: &Page, statements: &[Statement]) -> Vec<String> {
    let line = |statement: &Statement| {
        let kind = words::statement_kind(page.messages, statement.kind);
        let parts = words::statement_parts(page.messages, statement);
        format!(
            "{}  {}",
            tr!(page.messages, "statement-line", kind = kind, parts = parts),
            page.clauses(&statement.provenance)
        )
    };
    statements.iter().map(line).collect()
}

/// The superiors of a post, equal ones said to be so.
fn superiors(page: &Page, edges: &[Edge]) -> Vec<String> {
    let mut lines = commands(page, edges, |edge| &edge.from);
    for (line, edge) in lines.iter_mut().zip(edges) {
        if matches!(&edge.data.relation, Relation::Commands { alternatives: Some(_), .. }) {
            *line = tr!(page.messages, "superior-alternative", line = line.as_str());
        }
    }
    lines
}

/// The substitutes of a post and the rules that choose one; a line that says so if the text names none.
fn substitutes(page: &Page, view: &PostView) -> Vec<String> {
    let mut lines: Vec<String> = view.substitutes.iter().map(|edge| substitute(page, edge)).collect();
    for designation in view.node.as_post().map_or(&[][..], |post| &post.designations) {
        let rule = words::designator(&designation.designator);
        let line = substitute_words(page.messages, rule, designation.order, &designation.conditions, designation.act);
        lines.push(format!("{line}  {}", page.cite(&designation.provenance)));
    }
    if lines.is_empty() {
        lines.push(tr!(page.messages, "substitutes-none"));
    }
    lines
}

/// The post that somebody is a substitute of.
fn replaced(page: &Page, edge: &Edge) -> String {
    let Relation::SubstitutesWhenIncapacitated { order, conditions, act, .. } = &edge.data.relation else {
        return page.name(&edge.to);
    };
    let line = substitute_words(page.messages, &page.name(&edge.to), *order, conditions, *act);
    format!("{line}  {}", page.cite_edge(edge))
}

/// A duty.
fn duty(page: &mut Page, view: &DutyView) {
    let messages = page.messages;
    head(page, &view.node);
    if let Some(duty) = view.node.as_duty() {
        page.field(2, &tr!(messages, "field-text"), &format!("「{}」", duty.text));
        page.field(2, &tr!(messages, "field-kind"), &words::duty_kind(messages, duty.kind));
    }
    if let Some(owner) = &view.owner {
        page.field(2, &tr!(messages, "field-owner"), &page.path(&owner.to));
    }
    page.field(2, &tr!(messages, "field-clause"), &page.clauses(&view.node.provenance));
    section(page, &tr!(messages, "section-gives-way"), ends(page, &view.gives_way_to, |edge| &edge.to));
    section(page, &tr!(messages, "section-goes-before"), ends(page, &view.goes_before, |edge| &edge.from));
    let ancillary: Vec<NodeId> = view.ancillary_to.iter().map(|edge| edge.to.clone()).collect();
    section(page, &tr!(messages, "section-ancillary-to"), duties(page, &ancillary));
    let with_it: Vec<NodeId> = view.ancillary_duties.iter().map(|edge| edge.from.clone()).collect();
    section(page, &tr!(messages, "section-ancillary-duties"), duties(page, &with_it));
    section(page, &tr!(messages, "section-matters"), ends(page, &view.matters, |edge| &edge.to));
}

/// A clause.
fn clause(page: &mut Page, view: &ClauseView) {
    let messages = page.messages;
    head(page, &view.node);
    if let Some(clause) = view.node.as_clause() {
        page.field(2, &tr!(messages, "field-caption"), clause.caption.as_deref().unwrap_or_default());
        page.field(2, &tr!(messages, "field-line"), &clause.line.to_string());
        page.blank();
        for line in clause.text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            page.after("| ", 2, line);
        }
    }
    let nodes = view.nodes.iter().map(|id| sorted(page, id)).collect();
    section(page, &tr!(messages, "section-rests-nodes"), nodes);
    relations(page, &view.edges);
    section(page, &tr!(messages, "section-refers-to"), ends(page, &view.refers_to, |edge| &edge.to));
    section(page, &tr!(messages, "section-referred-to-by"), ends(page, &view.referred_to_by, |edge| &edge.from));
    section(page, &tr!(messages, "section-statements"), statements(page, &view.statements));
    let readings = view.readings.iter();
    let readings =
        readings.map(|reading| format!("「{}」  {}", reading.text.trim(), page.clauses(&reading.provenance)));
    section(page, &tr!(messages, "section-readings"), readings.collect());
}

/// A node with its sort.
fn sorted(page: &Page, id: &NodeId) -> String {
    let label = page.graph.node(id).map_or_else(String::new, |node| words::label(page.messages, node.label()));
    tr!(page.messages, "show-title", name = page.described(id), label = label)
}

/// Edges by what they say and by the rule that concluded them, one line each.
fn relations(page: &mut Page, edges: &[Edge]) {
    if !edges.is_empty() {
        page.heading(&tr!(page.messages, "section-rests-edges"));
    }
    let kind = |edge: &Edge| edge.data.relation.relation_type();
    for group in edges.chunk_by(|a, b| kind(a) == kind(b) && a.data.basis == b.data.basis) {
        let name = words::relation(page.messages, kind(&group[0]));
        let name = match page.derivation(&group[0]) {
            None => name,
            Some(derivation) => tr!(page.messages, "basis-derived", cited = name, derivation = derivation),
        };
        page.line(2, &tr!(page.messages, "relation-count", name = name, count = group.len()));
        for edge in group {
            let to = page.end(page.name(&edge.to), edge);
            page.item(4, &format!("{} → {to}", page.name(&edge.from)));
        }
    }
}

/// A matter.
fn matter(page: &mut Page, view: &MatterView) {
    let messages = page.messages;
    head(page, &view.node);
    section(page, &tr!(messages, "section-covered-by"), ends(page, &view.covered_by, |edge| &edge.from));
    section(page, &tr!(messages, "section-broader"), ends(page, &view.broader, |edge| &edge.to));
    section(page, &tr!(messages, "section-narrower"), ends(page, &view.narrower, |edge| &edge.from));
}

/// A person.
fn person(page: &mut Page, view: &PersonView) {
    head(page, &view.node);
    section(page, &tr!(page.messages, "section-holds"), ends(page, &view.holds, |edge| &edge.to));
}

//! Literate cases: `tests/regulation/NAME.md` holds a regulation about an invented body and the facts that it must give.
//!
//! A case is a page that staff can read. A fenced block marked `text` (or `markdown`) is the regulation, several are the
//! instruments of one body, and one marked `toml` is its supplement. Below stand sections named after the kinds of fact (`## Units`, `## Commands` …), each listing *all*
//! facts of that kind, one a line behind `- `; `none` stands for an empty section. A kind without a section is not compared.
//! `## Finding CODE` lists what one rule of the review finds.
//! With `KENGEN_UPDATE=1` the sections that a case has are written anew, for a person to read before committing.

mod quotations;

use std::fmt::Write as _;
use std::path::Path;

use kengen::compile::{Compilation, Supplement, compile, join_instruments};
use kengen::findings::{Finding, explain, review};
use kengen::graph::{
    AuthorityGraph, Basis, CommandScope, Designator, Edge, Establishment, ExclusionForm, Label, NodeId, Relation,
    RelationType, Statement, StatementPart, Status,
};
use kengen::regulation::read_text;
use quotations::misquotations;

/// The sections that a case may have.
const SECTIONS: [&str; 15] = [
    "Units",
    "Posts",
    "Heads",
    "Commands",
    "Assists",
    "Substitutions",
    "Duties",
    "Exclusions",
    "Ex officio",
    "Councils",
    "References",
    "Statements",
    "Noise",
    "Notices",
    "Not understood",
];

/// Before the code of a rule in the name of a section on what it finds.
const FINDING: &str = "Finding ";

datatest_stable::harness! {
    { test = run, root = "tests/regulation", pattern = r"^[a-z].*\.md$" },
}

fn run(path: &Path, case: String) -> datatest_stable::Result<()> {
    let texts = ["text", "markdown"].into_iter().flat_map(|language| fenced(&case, language));
    let read = texts.map(read_text).collect();
    let (document, noise) = join_instruments(read).ok_or("no block marked `text`")?;
    let supplement = Supplement::from_toml(&fenced(&case, "toml").pop().unwrap_or_default())?;
    let compilation = compile(&document, &supplement).with_diagnostics(&noise);
    let (head, sections) = split_sections(&case)?;
    if sections.is_empty() {
        return Err("the case expects nothing: give it a section such as `## Units`".into());
    }
    let noise: Vec<String> = noise.iter().map(|d| kebab(&d.kind)).collect();
    let mut rewritten = head;
    let mut differences = String::new();
    for (name, expected) in &sections {
        let found = lines_of(name, &compilation, &noise);
        let _ = write!(rewritten, "## {name}\n\n");
        if found.is_empty() {
            rewritten.push_str("none\n");
        }
        found.iter().for_each(|line| {
            let _ = writeln!(rewritten, "- {line}");
        });
        rewritten.push('\n');
        for line in found.iter().filter(|line| !expected.contains(line)) {
            let _ = writeln!(differences, "{name}: found but not expected: {line}");
        }
        for line in expected.iter().filter(|line| !found.contains(line)) {
            let _ = writeln!(differences, "{name}: expected but not found: {line}");
        }
    }
    if std::env::var_os("KENGEN_UPDATE").is_some() {
        std::fs::write(path, rewritten.trim_end().to_owned() + "\n")?;
        return Ok(());
    }
    for wrong in misquotations(&compilation.graph, &document.source) {
        let _ = writeln!(differences, "Quotations: {wrong}");
    }
    if differences.is_empty() { Ok(()) } else { Err(differences.into()) }
}

/// The fenced blocks of a language.
fn fenced(case: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let blocks = case.split(&opening).skip(1);
    blocks.filter_map(|block| Some(block[..=block.find("\n```")?].to_owned())).collect()
}

/// Name and lines of a section.
type Section = (String, Vec<String>);

/// What stands above the first section, and the sections with their lines.
fn split_sections(case: &str) -> Result<(String, Vec<Section>), String> {
    let mut head = String::new();
    let mut sections: Vec<Section> = Vec::new();
    let mut in_block = false;
    for line in case.lines() {
        in_block ^= line.starts_with("```");
        match line.strip_prefix("## ").filter(|_| !in_block) {
            Some(name) if SECTIONS.contains(&name) || is_of_rule(name) => sections.push((name.to_owned(), Vec::new())),
            Some(name) => return Err(format!("unknown section `{name}`; there are {SECTIONS:?} and `{FINDING}CODE`")),
            None => match sections.last_mut() {
                None => {
                    let _ = writeln!(head, "{line}");
                }
                Some((_, lines)) => lines.extend(line.strip_prefix("- ").map(str::to_owned)),
            },
        }
    }
    Ok((head, sections))
}

/// Whether a section is about a rule that there is.
fn is_of_rule(section: &str) -> bool {
    section.strip_prefix(FINDING).is_some_and(|code| explain(code).is_some())
}

/// All facts of a section, in the order of the graph.
fn lines_of(section: &str, compilation: &Compilation, noise: &[String]) -> Vec<String> {
    let graph = &compilation.graph;
    let edges = |relation| graph.edges_with(relation);
    match section {
        "Units" => units(graph),
        "Posts" => posts(graph),
        "Heads" => edges(RelationType::Heads).map(|edge| format!("{} heads {}", edge.from, edge.to)).collect(),
        "Commands" => edges(RelationType::Commands).map(command).collect(),
        "Assists" => edges(RelationType::Assists).map(|edge| format!("{} assists {}", edge.from, edge.to)).collect(),
        "Substitutions" => substitutions(graph),
        "Duties" => duties(graph),
        "Exclusions" => edges(RelationType::DutyExcludedBy).map(exclusion).collect(),
        "Ex officio" => {
            edges(RelationType::ExOfficio).map(|edge| format!("{} is held by {}", edge.from, edge.to)).collect()
        }
        "Councils" => [
            (RelationType::MemberOf, "is a member of"),
            (RelationType::Attends, "attends"),
            (RelationType::Chairs, "chairs"),
        ]
        .into_iter()
        .flat_map(|(relation, verb)| edges(relation).map(move |edge| format!("{} {verb} {}", edge.from, edge.to)))
        .collect(),
        "References" => {
            edges(RelationType::RefersTo).map(|edge| format!("{} refers to {}", edge.from, edge.to)).collect()
        }
        "Statements" => graph.annotations().statements.iter().map(statement).collect(),
        "Noise" => noise.to_vec(),
        "Notices" => {
            compilation.notices.iter().map(|notice| format!("{}: {}", kebab(&notice.kind), notice.words)).collect()
        }
        "Not understood" => {
            compilation.coverage.not_understood().map(|s| format!("{}: {}", s.clause, s.text)).collect()
        }
        _ => {
            let code = section.strip_prefix(FINDING).expect("sections are checked when they are split");
            // What the body has accepted is asked about on a day of no meaning: pages state days far from it.
            let report = review(graph, || "2020-01-01".to_owned());
            let accepted = report.accepted.iter().map(|accepted| &accepted.finding);
            let all: Vec<&Finding> = report.findings.iter().chain(accepted).collect();
            let all: Vec<&Finding> = all.into_iter().filter(|finding| finding.code == code).collect();
            for evidence in all.iter().flat_map(|finding| &finding.evidence).flat_map(|evidence| evidence.iter()) {
                let clause = graph.node(&evidence.clause).and_then(|node| node.as_clause()).expect("a clause");
                assert!(clause.text.contains(&*evidence.words), "{code} misquotes {}", clause.citation);
            }
            all.into_iter().map(finding).collect()
        }
    }
}

fn statement(statement: &Statement) -> String {
    let part = |part: &StatementPart| {
        let meaning: Vec<&str> = part.meaning.iter().map(NodeId::as_str).collect();
        let meaning = if meaning.is_empty() { String::new() } else { format!(" = {}", meaning.join("+")) };
        let read = part.read_as.as_ref().map(|read| format!(" → 「{read}」")).unwrap_or_default();
        format!("{} 「{}」{read}{meaning}", kebab(&part.role), part.words)
    };
    let parts: Vec<String> = statement.parts.iter().map(part).collect();
    format!("{}: {}", kebab(&statement.kind), parts.join("; "))
}

fn finding(finding: &Finding) -> String {
    let subjects: Vec<&str> = finding.subjects.iter().map(NodeId::as_str).collect();
    if subjects.is_empty() {
        return format!("{}: about nothing in the text", kebab(&finding.severity));
    }
    format!("{}: {}", kebab(&finding.severity), subjects.join(", "))
}

fn units(graph: &AuthorityGraph) -> Vec<String> {
    let line = |id: &NodeId| {
        let unit = graph.node(id).unwrap().as_unit().unwrap();
        let mut notes = Vec::new();
        match unit.status {
            Status::Established => {}
            Status::Elsewhere => notes.push("elsewhere".to_owned()),
            Status::Unknown => notes.push("unknown".to_owned()),
        }
        notes.extend(unit.optional.then(|| "optional".to_owned()));
        notes.extend(unit.council.then(|| "council".to_owned()));
        notes.extend(unit.directly_under.as_ref().map(|title| format!("directly under {title}")));
        notes.extend((!unit.aliases.is_empty()).then(|| format!("also {}", unit.aliases.join(", "))));
        with_notes(id.as_str(), &notes)
    };
    graph.nodes_with(Label::Unit).map(|node| line(&node.id)).collect()
}

fn posts(graph: &AuthorityGraph) -> Vec<String> {
    let line = |id: &NodeId| {
        let post = graph.node(id).unwrap().as_post().unwrap();
        let mut notes = Vec::new();
        match post.establishment {
            Establishment::Mandatory => {}
            Establishment::Optional => notes.push("optional".to_owned()),
            Establishment::ExOfficio => notes.push("ex officio".to_owned()),
            Establishment::Elsewhere => notes.push("elsewhere".to_owned()),
        }
        notes.extend(post.seats.map(|seats| format!("{seats} seats")));
        notes.extend((!post.alternatives.is_empty()).then(|| "one of several".to_owned()));
        with_notes(id.as_str(), &notes)
    };
    graph.nodes_with(Label::Post).map(|node| line(&node.id)).collect()
}

fn command(edge: &Edge) -> String {
    let Relation::Commands { scope, alternatives } = &edge.data.relation else { unreachable!("filtered by type") };
    let mut notes = basis(edge.data.basis);
    match scope {
        CommandScope::All => {}
        CommandScope::SpecificMatters => notes.push("specific matters".to_owned()),
        CommandScope::OwnCharge => notes.push("own charge".to_owned()),
    }
    notes.extend(alternatives.as_ref().map(|_| "one of several".to_owned()));
    with_notes(&format!("{} commands {}", edge.from, edge.to), &notes)
}

fn substitutions(graph: &AuthorityGraph) -> Vec<String> {
    let mut lines = Vec::new();
    for edge in graph.edges_with(RelationType::SubstitutesWhenIncapacitated) {
        let Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint, designator } = &edge.data.relation
        else {
            unreachable!("filtered by type")
        };
        let mut notes = vec![format!("order {order}"), list(conditions), kebab(act)];
        notes.extend((!joint.is_empty()).then(|| format!("joint with {}", list(joint))));
        notes.extend((*designator != Designator::Post).then(|| format!("{designator:?}")));
        lines.push(with_notes(&format!("{} substitutes {}", edge.from, edge.to), &notes));
    }
    for node in graph.nodes_with(Label::Post) {
        for rule in &node.as_post().unwrap().designations {
            let words = match &rule.designator {
                Designator::Criterion(words) => format!("criterion {words}"),
                Designator::Designated(words) => format!("designated {words}"),
                Designator::Post => unreachable!("a designation names no post"),
            };
            let notes = vec![format!("order {}", rule.order), list(&rule.conditions), kebab(&rule.act)];
            lines.push(with_notes(&format!("{words} substitutes {}", node.id), &notes));
        }
    }
    lines
}

fn duties(graph: &AuthorityGraph) -> Vec<String> {
    let duties = graph.nodes_with(Label::Duty);
    duties
        .map(|node| (node, node.as_duty().unwrap()))
        .map(|(node, d)| format!("{} {}: {}", node.id, kebab(&d.kind), d.text))
        .collect()
}

fn exclusion(edge: &Edge) -> String {
    let mut notes = basis(edge.data.basis);
    if let Relation::DutyExcludedBy { form, cases } = &edge.data.relation {
        notes.extend((*form == ExclusionForm::Residual).then(|| "residual".to_owned()));
        notes.extend(cases.iter().map(|case| format!("only in {case}")));
    }
    with_notes(&format!("{} gives way to {}", edge.from, edge.to), &notes)
}

/// Nothing for a stated fact, the rule of a derived one.
fn basis(basis: Basis) -> Vec<String> {
    basis.rule().map(|rule| rule.name().to_owned()).into_iter().collect()
}

fn with_notes(words: &str, notes: &[String]) -> String {
    if notes.is_empty() { words.to_owned() } else { format!("{words} ({})", notes.join("; ")) }
}

/// The name of a value as in JSON, with hyphens.
fn kebab(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().replace('_', "-")
}

fn list(values: &[impl serde::Serialize]) -> String {
    values.iter().map(kebab).collect::<Vec<_>>().join("+")
}

//! Holds every file of the query library to the rules that keep it right on every engine that runs it.
//!
//! The rules come from what engines do wrong without telling: an unbounded path stops at 50 hops, a computed sort key is
//! ignored, a pattern anchored nowhere reads the whole database, and a query that does not name its data set answers
//! about all of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kengen::graph::{Label, RelationType};
use kengen::store::queries::{HeaderError, Query, library};
use regex::Regex;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

/// The Cypher without comments and without the content of string literals.
fn body(text: &str) -> String {
    let text = regex(r"(?m)//.*$|/\*(?s:.*?)\*/").replace_all(text, "");
    regex(r"'[^']*'").replace_all(&text, "''").into_owned()
}

/// The part of a query after its last `RETURN`: the columns, and what they are sorted by.
fn last_return(body: &str) -> Option<(Vec<String>, Vec<String>)> {
    let (_, tail) = body.rsplit_once("RETURN ")?;
    let (columns, order) = tail.split_once("ORDER BY")?;
    Some((split(columns), split(order)))
}

/// Splits at the commas outside brackets.
fn split(list: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for letter in list.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(letter);
    }
    parts.into_iter().map(|part| part.trim().to_owned()).collect()
}

/// What breaks a rule in a query, empty if nothing does.
fn problems(query: &Query) -> Vec<String> {
    let body = body(query.text());
    let mut problems = Vec::new();
    let mut require = |kept: bool, rule: &str| {
        if !kept {
            problems.push(rule.to_owned());
        }
    };

    // Paths.
    let bounded = regex(r"\*\d+\.\.\d+\]|\*\d+\.\.\d+ ");
    let starred = regex(r"\[[^\]]*\*").find_iter(&body).count();
    require(bounded.find_iter(&body).count() == starred, "a path has no upper bound");
    let hops = regex(r"\.\.(\d+)");
    let most = hops.captures_iter(&body).filter_map(|found| found[1].parse::<u32>().ok()).max().unwrap_or_default();
    require(most <= 64, "a path may be longer than 64 hops");
    require(!regex(r"(?i)shortestPath").is_match(&body), "shortest paths differ between engines");

    // Anchors: the first node of each part of the query that starts anew, and the data set.
    let anchor = regex(r"^\(\w*:\w+ \{data_set: \$data_set");
    for clause in body.split("MATCH ").skip(1) {
        let pattern = clause.split_once(" = (").map_or(clause, |(path, rest)| {
            if regex(r"^\w+$").is_match(path) { &clause[clause.len() - rest.len() - 1..] } else { clause }
        });
        let bound = regex(r"^\((\w+)\)")
            .captures(pattern)
            .is_some_and(|name| regex(&format!(r"[(,\s]{}\b", &name[1])).find_iter(&body).count() > 1);
        require(
            anchor.is_match(pattern) || bound,
            "a pattern starts neither at a node of the data set nor at a bound one",
        );
    }
    for parameter in query.parameters() {
        let used = regex(&format!(r"\bid: \${}\b", parameter.name)).is_match(&body);
        require(parameter.kind.label().is_none() || used, "an id is not what the pattern is anchored at");
    }

    // Parameters and columns are those of the header.
    let mut named: BTreeSet<String> = query.parameters().iter().map(|parameter| parameter.name.clone()).collect();
    named.insert("data_set".to_owned());
    let used = regex(r"\$(\w+)").captures_iter(&body).map(|found| found[1].to_owned()).collect::<BTreeSet<_>>();
    require(used == named, "the parameters are not those of the header");
    let Some((returned, order)) = last_return(&body) else {
        problems.push("there is no last RETURN with an ORDER BY".to_owned());
        return problems;
    };
    let name = |item: &String| item.rsplit_once(" AS ").map_or(item.as_str(), |(_, name)| name).to_owned();
    let columns: Vec<String> = query.columns().iter().map(|column| column.name.clone()).collect();
    require(returned.iter().map(name).collect::<Vec<_>>() == columns, "the columns are not those of the header");

    // Sorting: by plain names or properties, down to an id, so that equal rows cannot change places.
    let plain = regex(r"^\w+(\.\w+)?( AS \w+)?$");
    require(returned.iter().all(|item| plain.is_match(item)), "a column is computed in RETURN: compute it in WITH");
    let key = regex(r"^\w+(\.\w+)?( DESC)?$");
    require(order.iter().all(|item| key.is_match(item)), "a sort key is computed: compute it in WITH");
    let by_id = regex(r"^(id|\w+_id|\w+\.id)( DESC)?$");
    require(order.iter().any(|item| by_id.is_match(item)), "nothing that is sorted by tells all rows apart");

    // What not every engine has.
    for construct in [
        r"\(\w*:\w+\|",
        r"(?i)\bCOUNT\s*\{",
        r"(?i)\bCALL\b",
        r"(?i)\breduce\s*\(",
        r"(?i)\bFOREACH\b",
        r"\w\s*\{\s*\.",
        r"\)\)\{|\)\)\+",
        r"(?i)\bapoc\.",
        r"(?i)\bLOAD\b",
    ] {
        require(
            !regex(construct).is_match(&body),
            &format!("it has a construct that not every engine has: {construct}"),
        );
    }
    for write in ["CREATE", "MERGE", "SET", "DELETE", "REMOVE", "DROP"] {
        require(!regex(&format!(r"(?i)\b{write}\b")).is_match(&body), "it writes");
    }

    // Words of the model only.
    for label in regex(r"\(\w*:(\w+)").captures_iter(&body) {
        require(Label::ALL.iter().any(|known| known.name() == &label[1]), "it has a label that the model has not");
    }
    for relation in regex(r"\[\w*:(\w+)").captures_iter(&body) {
        let known = RelationType::ALL.iter().any(|known| known.name() == &relation[1]);
        require(known, "it has an edge type that the model has not");
    }

    // The header.
    let japanese = regex(r"[\p{Hiragana}\p{Katakana}\p{Han}]");
    let texts = std::iter::once(query.title())
        .chain(query.parameters().iter().map(|parameter| &parameter.meaning))
        .chain(query.columns().iter().map(|column| &column.meaning));
    for text in texts {
        let complete = !text.ja.is_empty() && regex("[a-z]").is_match(&text.en) && !japanese.is_match(&text.en);
        require(complete, "the header lacks a language");
    }
    require(japanese.is_match(&query.title().ja), "the title is not Japanese");
    problems
}

#[test]
fn every_query_keeps_the_rules() {
    for query in library() {
        assert_eq!(problems(query), Vec::<String>::new(), "{}", query.name());
    }
}

#[test]
fn the_library_has_every_file_and_only_those() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
    let mut files: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    let names: Vec<String> = library().iter().map(|query| format!("{}.cypher", query.name())).collect();
    assert_eq!(files, names);
}

/// The lint itself is tried on queries that break one rule each.
#[test]
fn a_query_that_breaks_a_rule_is_found() {
    let sound = "// title: 職 / Posts\n// parameter post (post): 職 / a post\n// column id: id / its id\n\
                 // column name: 名称 / its name\n\
                 MATCH (:Post {data_set: $data_set, id: $post})-[:COMMANDS*1..64]->(s:Post)\n\
                 WITH s.id AS id, s.name AS name\nRETURN id, name\nORDER BY name, id\n";
    assert_eq!(problems(&Query::parse("sound", sound).unwrap()), Vec::<String>::new());
    for (old, new) in [
        ("*1..64", "*"),
        ("*1..64", "*1.."),
        ("*1..64", "*1..65"),
        ("data_set: $data_set, ", ""),
        ("(:Post {data_set: $data_set, id: $post})", "(:Post {id: $post})<-[:HEADS]-({data_set: $data_set})"),
        ("id: $post", "name: $post"),
        ("$post", "$unit"),
        ("RETURN id, name", "RETURN name, id"),
        ("RETURN id, name", "RETURN id, toUpper(name) AS name"),
        ("ORDER BY name, id", ""),
        ("ORDER BY name, id", "ORDER BY name"),
        ("ORDER BY name, id", "ORDER BY size(name), id"),
        ("(s:Post)", "(s:Post|Unit)"),
        ("(s:Post)", "(s:Posts)"),
        ("COMMANDS", "COMMAND"),
        ("WITH s.id", "SET s.x = 1 WITH s.id"),
        ("WITH s.id", "MATCH (q:Post) WITH s.id"),
        ("WITH s.id", "CALL { WITH s RETURN 1 AS one } WITH s.id"),
        (" / its name", " / 名称"),
    ] {
        let text = sound.replacen(old, new, 1);
        assert_ne!(text, sound, "{old}");
        assert_ne!(problems(&Query::parse("broken", &text).unwrap()), Vec::<String>::new(), "{old} → {new}");
    }
}

#[test]
fn a_header_that_is_not_complete_is_told_with_its_line() {
    let sound = "// title: 職 / Posts\n// parameter post (post): 職 / a post\n// column id: id / its id\nRETURN 1\n";
    assert!(Query::parse("sound", sound).is_ok());
    for (old, new, line) in [
        ("(post)", "(person)", 2),
        ("(post)", "", 2),
        (" / its id", "", 3),
        ("// column id:", "// id:", 3),
        ("// parameter post (post): 職 / a post", "// title: 職 / Posts", 2),
        ("// column", "// a remark\n// column", 3),
    ] {
        match Query::parse("broken", &sound.replacen(old, new, 1)) {
            Err(HeaderError::Line { line: found, .. }) => assert_eq!(found, line, "{new}"),
            other => panic!("{new}: {other:?}"),
        }
    }
    for (old, missing) in
        [("// title: 職 / Posts\n", "title"), ("// column id: id / its id\n", "columns"), ("RETURN 1\n", "query")]
    {
        let found = Query::parse("broken", &sound.replacen(old, "", 1)).unwrap_err();
        assert_eq!(found, HeaderError::Missing(missing));
    }
}

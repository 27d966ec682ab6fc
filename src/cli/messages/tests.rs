//! Both languages say the same things, and everything that the code asks for is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast;
use regex::Regex;

use crate::cli::{help, source};
use crate::render::messages::Language;

/// The arguments of each message of one language, by key. Panics on anything Fluent cannot read and on repeated keys.
fn arguments_by_key(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for text in [language.answer_source(), source(language)] {
        let resource =
            fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", language.tag()));
        for entry in &resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let mut arguments = BTreeSet::new();
            let value = message.value.as_ref().unwrap_or_else(|| panic!("{} says nothing", message.id.name));
            collect_pattern(value, &mut arguments);
            let repeated = found.insert(message.id.name.to_owned(), arguments);
            assert!(repeated.is_none(), "{} stands twice in {}.ftl", message.id.name, language.tag());
        }
    }
    found
}

/// The arguments that a pattern uses.
fn collect_pattern(pattern: &ast::Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            collect_expression(expression, arguments);
        }
    }
}

/// The arguments that an expression uses.
fn collect_expression(expression: &ast::Expression<&str>, arguments: &mut BTreeSet<String>) {
    let inline = match expression {
        ast::Expression::Inline(inline) => inline,
        ast::Expression::Select { selector, variants } => {
            for variant in variants {
                collect_pattern(&variant.value, arguments);
            }
            selector
        }
    };
    match inline {
        ast::InlineExpression::VariableReference { id } => drop(arguments.insert(id.name.to_owned())),
        ast::InlineExpression::Placeable { expression } => collect_expression(expression, arguments),
        _ => {}
    }
}

/// The keys that the source files ask for with `tr!(…)` or `.text("…")`, each with the names of the arguments given.
fn asked_for() -> Vec<(String, BTreeSet<String>)> {
    let text = Regex::new(r#"\.text\("([a-z0-9-]+)"\)"#).unwrap();
    let mut found = Vec::new();
    // The rooms that speak to people; elsewhere `.text("…")` reads a property of the database.
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in ["cli", "render"].iter().flat_map(|room| source_files(&source.join(room))) {
        let code = std::fs::read_to_string(&file).unwrap();
        for (at, call) in code.match_indices("tr!(") {
            let parts = top_level_parts(&code[at + call.len()..]);
            let Some(key) = parts.get(1).and_then(|key| key.strip_prefix('"')?.strip_suffix('"')) else { continue };
            let names = parts[2..].iter().filter_map(|part| Some(part.split_once(" = ")?.0.to_owned()));
            found.push((key.to_owned(), names.collect()));
        }
        found.extend(text.captures_iter(&code).map(|captures| (captures[1].to_owned(), BTreeSet::new())));
    }
    found
}

/// The arguments of a call, `code` starting after its opening bracket.
fn top_level_parts(code: &str) -> Vec<String> {
    let (mut parts, mut depth, mut quoted) = (vec![String::new()], 0, false);
    for character in code.chars() {
        match character {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(character);
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// All Rust files below a folder.
fn source_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(source_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    assert_eq!(arguments_by_key(Language::Ja), arguments_by_key(Language::En));
}

#[test]
fn everything_asked_for_exists_with_its_arguments() {
    let known = arguments_by_key(Language::En);
    let asked = asked_for();
    assert!(asked.len() > 100, "the search for keys in the code found too little: {}", asked.len());
    let mut used = BTreeSet::new();
    for (key, arguments) in asked {
        let expected = known.get(&key).unwrap_or_else(|| panic!("no message `{key}`"));
        assert_eq!(&arguments, expected, "arguments of `{key}`");
        used.insert(key);
    }
    for alternatives in help::keys() {
        assert!(alternatives.iter().any(|key| known.contains_key(key)), "no message of {alternatives:?}");
        used.extend(alternatives);
    }
    for rule in &crate::findings::RULES {
        let key = format!("finding-{}", rule.code);
        let arguments = known.get(&key).unwrap_or_else(|| panic!("no message `{key}`"));
        // By the names of its subjects, or by what the rule says of them: a term, a title, a clause, an entry of the supplement.
        assert!(!arguments.is_empty(), "`{key}` does not say what it is about");
        used.insert(key);
    }
    let unused: Vec<&String> = known.keys().filter(|key| !used.contains(*key)).collect();
    assert!(unused.is_empty(), "messages that nothing asks for: {unused:?}");
}

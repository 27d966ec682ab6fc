//! Reads DOT and checks what every sheet has to hold: it is well formed, nothing overlaps, every text fits its box.

use std::collections::{BTreeMap, BTreeSet};

use unicode_width::UnicodeWidthChar;

/// What stands before the value of an HTML-like label; no quoted value can hold it.
const HTML: char = '\u{0}';

/// Attributes by name, escapes still in them.
pub type Attributes = BTreeMap<String, String>;

/// What a sheet declares.
#[derive(Debug, Default)]
pub struct Digraph {
    pub graph: Attributes,
    pub nodes: Vec<(String, Attributes)>,
    pub edges: Vec<(String, String, Attributes)>,
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Quoted(String),
    Html(String),
    Mark(char),
    Arrow,
}

/// Splits DOT into tokens.
fn tokens(dot: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut chars = dot.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            c if c.is_whitespace() => {}
            '{' | '}' | '[' | ']' | '=' | ',' | ';' => tokens.push(Token::Mark(c)),
            '-' if chars.peek() == Some(&'>') => {
                chars.next();
                tokens.push(Token::Arrow);
            }
            '"' => {
                let mut text = String::new();
                loop {
                    match chars.next().ok_or("a quotation without end")? {
                        '"' => break,
                        '\\' => {
                            text.push('\\');
                            text.push(chars.next().ok_or("a backslash at the end")?);
                        }
                        '\n' => return Err("a line break in a quotation".into()),
                        c => text.push(c),
                    }
                }
                tokens.push(Token::Quoted(text));
            }
            '<' => {
                let (mut text, mut depth) = (String::new(), 1);
                while depth > 0 {
                    let c = chars.next().ok_or("an HTML-like label without end")?;
                    depth += i32::from(c == '<') - i32::from(c == '>');
                    text.push(c);
                }
                text.pop();
                tokens.push(Token::Html(text));
            }
            c if c.is_ascii_alphanumeric() || "_.#".contains(c) => {
                let mut word = String::from(c);
                while let Some(c) = chars.peek().filter(|c| c.is_ascii_alphanumeric() || "_.#:".contains(**c)) {
                    word.push(*c);
                    chars.next();
                }
                tokens.push(Token::Word(word));
            }
            c => return Err(format!("`{c}` outside quotations")),
        }
    }
    Ok(tokens)
}

/// Reads a sheet.
pub fn read(dot: &str) -> Result<Digraph, String> {
    let tokens = tokens(dot)?;
    let mut graph = Digraph::default();
    let (mut at, mut depth) = (0, 0);
    while at < tokens.len() {
        match &tokens[at] {
            Token::Mark('{') => {
                depth += 1;
                at += 1;
            }
            Token::Mark('}') => {
                depth -= 1;
                at += 1;
            }
            Token::Mark(';') => at += 1,
            Token::Word(word) if word == "digraph" || word == "subgraph" => at += 1,
            Token::Word(word) => {
                at += 1;
                match tokens.get(at) {
                    Some(Token::Arrow) => {
                        let Some(Token::Word(to)) = tokens.get(at + 1) else { return Err("an edge to nowhere".into()) };
                        let (attributes, next) = attributes(&tokens, at + 2)?;
                        graph.edges.push((word.clone(), to.clone(), attributes));
                        at = next;
                    }
                    // An attribute of a subgraph.
                    Some(Token::Mark('=')) => at += 2,
                    _ => {
                        let (attributes, next) = attributes(&tokens, at)?;
                        at = next;
                        match word.as_str() {
                            "graph" => graph.graph = attributes,
                            "node" | "edge" => {}
                            _ => graph.nodes.push((word.clone(), attributes)),
                        }
                    }
                }
            }
            other => return Err(format!("{other:?} where a statement starts")),
        }
    }
    if depth == 0 { Ok(graph) } else { Err("braces do not match".into()) }
}

/// The attributes in brackets at a place, if there are any, and the place after them.
fn attributes(tokens: &[Token], mut at: usize) -> Result<(Attributes, usize), String> {
    let mut attributes = Attributes::new();
    if tokens.get(at) != Some(&Token::Mark('[')) {
        return Ok((attributes, at));
    }
    at += 1;
    loop {
        match (&tokens[at..], tokens.get(at)) {
            (_, Some(Token::Mark(']'))) => return Ok((attributes, at + 1)),
            (_, Some(Token::Mark(','))) => at += 1,
            ([Token::Word(name), Token::Mark('='), value, ..], _) => {
                let value = match value {
                    Token::Quoted(text) | Token::Word(text) => text.clone(),
                    Token::Html(markup) => format!("{HTML}{markup}"),
                    other => return Err(format!("{other:?} as a value")),
                };
                if attributes.insert(name.clone(), value).is_some() {
                    return Err(format!("`{name}` is set twice"));
                }
                at += 3;
            }
            (_, other) => return Err(format!("{other:?} among attributes")),
        }
    }
}

/// Width in em, counted in a simpler way than the renderer does and never wider.
fn em(text: &str) -> f64 {
    text.chars().map(|c| c.width_cjk().map_or(0.0, |width| [0.0, 0.5, 1.0][width.min(2)])).sum()
}

fn number(attributes: &Attributes, name: &str) -> Result<f64, String> {
    let text = attributes.get(name).ok_or_else(|| format!("no `{name}` in {attributes:?}"))?;
    text.parse().map_err(|_| format!("`{name}` is `{text}`"))
}

/// The lines of a label and their sizes, escapes undone.
pub fn label_lines(attributes: &Attributes) -> Result<Vec<(String, f64)>, String> {
    let label = attributes.get("label").map_or("", String::as_str);
    let size = number(attributes, "fontsize").unwrap_or(14.0);
    let lines = match label.strip_prefix(HTML) {
        Some(markup) => {
            let mut parts = markup.split("<FONT POINT-SIZE=\"");
            let names = parts.next().unwrap_or_default();
            let plain = |text: &str| {
                text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
            };
            let of = |text: &str, size: f64| -> Vec<(String, f64)> {
                text.split("<BR/>").filter(|line| !line.is_empty()).map(|line| (plain(line), size)).collect()
            };
            let mut lines = of(names, size);
            for part in parts {
                let (size, text) = part.split_once("\">").ok_or("a font without end")?;
                let size: f64 = size.parse().map_err(|_| "a size that is no number")?;
                lines.extend(of(text.strip_suffix("</FONT>").ok_or("a font that is not closed")?, size));
            }
            if lines.len() < 2 {
                return Err("a label without second line".to_owned());
            }
            lines
        }
        None => {
            let (mut lines, mut line) = (Vec::new(), String::new());
            let mut chars = label.chars();
            while let Some(c) = chars.next() {
                match c {
                    '\\' => match chars.next() {
                        Some('n' | 'l' | 'r') => lines.push((std::mem::take(&mut line), size)),
                        Some(c @ ('"' | '\\')) => line.push(c),
                        other => return Err(format!("escape {other:?}")),
                    },
                    c => line.push(c),
                }
            }
            if !line.is_empty() {
                lines.push((line, size));
            }
            lines.into_iter().map(|(line, size)| (line.replace("&amp;", "&"), size)).collect()
        }
    };
    Ok(lines)
}

/// Checks that ids are unique, that edges end at nodes, and that no label is written smaller than 8 points.
pub fn check(graph: &Digraph) -> Result<(), String> {
    let names: BTreeSet<&str> = graph.nodes.iter().map(|(name, _)| name.as_str()).collect();
    if names.len() != graph.nodes.len() {
        return Err("a node is declared twice".into());
    }
    let mut ids = BTreeSet::new();
    let all = graph.nodes.iter().map(|(_, attributes)| attributes).chain(graph.edges.iter().map(|edge| &edge.2));
    for attributes in all {
        let visible = attributes.get("style").is_none_or(|style| style != "invis");
        if visible && attributes.get("id").is_none_or(String::is_empty) {
            return Err(format!("no id: {attributes:?}"));
        }
        if let Some(id) = attributes.get("id")
            && !ids.insert(id)
        {
            return Err(format!("id `{id}` twice"));
        }
        if attributes.contains_key("fontsize") && number(attributes, "fontsize")? < 8.0 {
            return Err(format!("too small: {attributes:?}"));
        }
    }
    for (from, to, _) in &graph.edges {
        if !names.contains(from.as_str()) || !names.contains(to.as_str()) {
            return Err(format!("edge {from} -> {to} without its node"));
        }
    }
    Ok(())
}

/// Checks a placed sheet besides: everything has a place on the paper, texts fit, boxes do not overlap.
pub fn check_placed(graph: &Digraph, (page_width, page_height): (f64, f64)) -> Result<(), String> {
    check(graph)?;
    let mut boxes: Vec<(String, [f64; 4])> = Vec::new();
    for (name, attributes) in &graph.nodes {
        let pos = attributes.get("pos").ok_or_else(|| format!("{name} has no place"))?;
        let (x, y) = pos.split_once(',').ok_or("a place that is no point")?;
        let (x, y): (f64, f64) = (x.parse().map_err(|_| "x")?, y.parse().map_err(|_| "y")?);
        let (width, height) = (number(attributes, "width")? * 72.0, number(attributes, "height")? * 72.0);
        if attributes.get("style").is_some_and(|style| style == "invis") {
            continue;
        }
        let lines = label_lines(attributes)?;
        for (line, size) in &lines {
            if em(line) * size > width {
                return Err(format!("`{line}` in {size} points is wider than {width}"));
            }
        }
        let needed: f64 = lines.iter().map(|(_, size)| size * 1.25).sum();
        if needed > height + 0.1 {
            return Err(format!("{lines:?} need {needed}, there are {height}"));
        }
        let second_border = if attributes.contains_key("peripheries") { 4.0 } else { 0.0 };
        let sides = [
            x - width / 2.0 - second_border,
            y - height / 2.0 - second_border,
            x + width / 2.0 + second_border,
            y + height / 2.0 + second_border,
        ];
        if sides[0] < 0.0 || sides[1] < 0.0 || sides[2] > page_width || sides[3] > page_height {
            return Err(format!("{name} {lines:?} sticks out of the paper: {sides:?}"));
        }
        boxes.push((format!("{name} {lines:?}"), sides));
    }
    // Half a point: rounded positions of boxes that touch.
    for (number, (name, a)) in boxes.iter().enumerate() {
        for (other, b) in &boxes[number + 1..] {
            let apart = a[2] <= b[0] + 0.5 || b[2] <= a[0] + 0.5 || a[3] <= b[1] + 0.5 || b[3] <= a[1] + 0.5;
            if !apart {
                return Err(format!("{name} and {other} overlap: {a:?} {b:?}"));
            }
        }
    }
    for (_, _, attributes) in &graph.edges {
        let pos = attributes.get("pos").ok_or("a line without points")?;
        let points: Vec<&str> = pos.split(' ').filter(|point| !point.starts_with("e,")).collect();
        if points.len() % 3 != 1 {
            return Err(format!("a line of {} points", points.len()));
        }
        // Every third point is a corner; between two of them the line is straight.
        let corners: Vec<(f64, f64)> = points
            .iter()
            .step_by(3)
            .map(|point| {
                let (x, y) = point.split_once(',').ok_or("a corner that is no point")?;
                Ok((x.parse().map_err(|_| "x")?, y.parse().map_err(|_| "y")?))
            })
            .collect::<Result<_, &str>>()?;
        for pair in corners.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (left, right) = (a.0.min(b.0), a.0.max(b.0));
            let (low, high) = (a.1.min(b.1), a.1.max(b.1));
            // One point: lines end at borders.
            let crossed = boxes.iter().find(|(_, sides)| {
                left < sides[2] - 1.0 && right > sides[0] + 1.0 && low < sides[3] - 1.0 && high > sides[1] + 1.0
            });
            if let Some((name, _)) = crossed {
                return Err(format!("a line from {a:?} to {b:?} runs through {name}"));
            }
        }
    }
    Ok(())
}

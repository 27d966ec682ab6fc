//! What Graphviz says of the sheets: nothing on its standard error (it prints there what does not
//! fit, and ends with success), and a picture as large as the paper.

use std::io::Write;
use std::process::{Command, Stdio};

use kengen::analysis;
use kengen::graph::Label;
use kengen::render::dot::{
    CommandOptions, OrgForm, OrgOptions, Paper, command_chain, command_tree, org_chart, substitution,
};
use kengen::render::messages::Language;

use crate::bodies;
use crate::over_units::draw_all;

/// The picture as SVG and what was printed beside it; nothing where whoever runs the tests says that Graphviz cannot be had, by
/// `KENGEN_WITHOUT_GRAPHVIZ`. `make test` says so where `.ci/setup` could not install it; CI never does.
pub fn paint(dot: &str) -> Option<(String, String)> {
    let child =
        Command::new("dot").arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(_) if std::env::var_os("KENGEN_WITHOUT_GRAPHVIZ").is_some() => return None,
        Err(error) => panic!("Graphviz (`dot`) does not start: {error}. Install it with .ci/setup"),
    };
    let mut input = child.stdin.take().expect("it was asked for");
    let dot = dot.to_owned();
    let writer = std::thread::spawn(move || input.write_all(dot.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("it does not panic").expect("it reads everything");
    let text = |bytes| String::from_utf8(bytes).expect("it writes UTF-8");
    Some((text(output.stdout), text(output.stderr)))
}

/// Names that break what escapes or measures wrongly.
const ODD_NAMES: [&str; 14] = [
    "甲庁",
    "\\N\\G\"]; evil [label=\"",
    "<B>太字</B>&amp;課",
    "WWWWWWWW AT&T MMMM 100%課",
    "هيئة الخدمات العامة",
    "שירות",
    "👨‍👩‍👧‍👦家族支援課🏛️",
    "改\n行\r\nタブ\t課\u{0}",
    "辻\u{E0100}髙﨑𠮷野課",
    "ｾﾝﾀｰ第２課",
    "ゲゴボヌヌプリュッフェゲゴボヌヌプリュッフェゲゴボヌヌプリュッフェゲゴボヌヌプリュッフェゲゴボヌヌプリュッフェ",
    "①②③→←∞§…―課",
    "",
    "The Office of Administrative Coordination and Inter-Regional Development",
];

#[test]
fn graphviz_has_nothing_to_complain_of() {
    let mut sheets = Vec::new();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
    let odd = names(&ODD_NAMES);
    let tree: Vec<(String, usize)> = odd.iter().enumerate().map(|(number, name)| (name.clone(), number / 3)).collect();
    let parents: Vec<usize> = (0..odd.len()).map(|number| number / 2).collect();
    for graph in [
        bodies::small(),
        bodies::middle(),
        bodies::big(130),
        bodies::tree(&tree),
        bodies::chain_of_posts(&odd, &parents),
    ] {
        for (paper, size) in
            [(Paper::A4, r#"width="842pt" height="595pt""#), (Paper::A3, r#"width="1191pt" height="842pt""#)]
        {
            for form in [OrgForm::Auto, OrgForm::Bracket] {
                let options = OrgOptions { paper, form, ..OrgOptions::default() };
                let drawn = org_chart(&graph, &options).expect("there are units");
                sheets.extend(drawn.into_iter().map(|sheet| (sheet, Some(size))));
            }
        }
        for sheet in draw_all(&graph, Paper::A4, Language::Ja) {
            sheets.push((sheet, Some(r#"width="842pt" height="595pt""#)));
        }
        // Bodies of which nothing is known of substitutes and heads have no such sheet.
        if let Ok(drawn) = substitution(&graph, None, &CommandOptions::default()) {
            sheets.extend(drawn.into_iter().map(|sheet| (sheet, Some(r#"width="842pt" height="595pt""#))));
        }
        for post in graph.nodes_with(Label::Post).step_by(3) {
            let chain = analysis::command_chain(&graph, &post.id).expect("it is a post");
            let options = CommandOptions::default();
            sheets.push((command_chain(&graph, &chain, &options).expect("it is a post"), None));
            let span = analysis::span(&graph, &post.id).expect("it is a post");
            let drawn = command_tree(&graph, &span, &options).expect("it is a post");
            sheets.extend(drawn.into_iter().map(|sheet| (sheet, Some(r#"width="842pt" height="595pt""#))));
        }
    }
    for (sheet, size) in sheets {
        let Some((svg, said)) = paint(&sheet.dot) else { return };
        assert_eq!(said, "", "{}", sheet.name);
        if let Some(size) = size {
            assert!(svg.contains(size), "{} is not as large as its paper", sheet.name);
        }
    }
}

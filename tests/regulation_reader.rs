//! The reader on the first regulation and on generated texts: nothing of the source is lost, whatever its form.

use kengen::regulation::{Block, Document, StructureKind, read_text};
use proptest::prelude::*;

const JLIS: &str = include_str!("../graph-data/jlis/regulation.txt");

/// The lines of the source that lie in no structure line and in no paragraph.
fn lost_lines(document: &Document) -> Vec<&str> {
    let mut spans: Vec<std::ops::Range<usize>> = document.structure.iter().map(|line| line.span.clone()).collect();
    let others = document.supplements.iter().chain(&document.appendices).flat_map(|part| &part.articles);
    for article in document.articles.iter().chain(others) {
        spans.extend(article.paragraphs.iter().map(|paragraph| paragraph.span.clone()));
    }
    let mut lost = Vec::new();
    let mut start = 0;
    for line in document.source.split_inclusive('\n') {
        let content = line.trim();
        let from = start + (line.len() - line.trim_start().len());
        start += line.len();
        let covered = |at: usize| spans.iter().any(|span| span.contains(&at));
        let kept = content.is_empty() || covered(from) && covered(from + content.len() - 1);
        if !kept {
            lost.push(content);
        }
    }
    lost
}

#[test]
fn jlis_is_taken_apart_whole() {
    let (document, diagnostics) = read_text(JLIS.to_owned());
    assert_eq!(lost_lines(&document), [""; 0]);
    assert_eq!(document.title, "地方公共団体情報システム機構組織規程");
    assert_eq!(document.number, "平成26年4月1日地情機規程第1号");
    assert_eq!(document.amendments.len(), 18);
    assert_eq!(document.amendments[17], "令和7年3月14日地情機規程第6号");
    assert_eq!(document.articles.len(), 35);
    assert_eq!(document.divisions.len(), 10);
    assert_eq!(document.supplements.len(), 19);
    let count = |kind| document.structure.iter().filter(|line| line.kind == kind).count();
    assert_eq!(count(StructureKind::Caption), 35);
    assert_eq!(count(StructureKind::Preliminary), 0);
    let items: usize = document
        .articles
        .iter()
        .flat_map(|article| &article.paragraphs)
        .flat_map(|paragraph| &paragraph.blocks)
        .map(|block| match block {
            Block::List(items) => items.len(),
            Block::Entry(entry) => entry.items.len(),
            Block::Table(_) => 0,
        })
        .sum();
    assert_eq!(items, 179);
    insta::assert_json_snapshot!(
        diagnostics.iter().map(|d| (d.kind, d.places.len(), &d.places[0].words)).collect::<Vec<_>>()
    );
}

#[test]
fn the_form_of_the_file_does_not_matter() {
    let (plain, _) = read_text(JLIS.to_owned());
    let leads = |document: &Document| -> Vec<String> {
        let paragraphs = document.articles.iter().flat_map(|article| &article.paragraphs);
        paragraphs.map(|paragraph| paragraph.lead.normal().to_owned()).collect()
    };
    let no_blank_lines = JLIS.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n");
    let wide_digits: String =
        JLIS.chars().map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c }).collect();
    for variant in [JLIS.replace('\n', "\r\n"), no_blank_lines, wide_digits] {
        let (document, _) = read_text(variant);
        assert_eq!(leads(&document), leads(&plain));
        assert_eq!(lost_lines(&document), [""; 0]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever the lines are, each of them ends up somewhere.
    #[test]
    fn no_line_is_lost(lines in prop::collection::vec(prop::sample::select(vec![
        "甲市規則", "目次", "第1章 総則", "(目的)", "第1条 市に部を置く。", "第2条", "2 部に課を置く。", "- (1) 文書に関すること。",
        "一 公印", "イ 甲", "総務部", "総務課 係", "| 部 | 課 |", "| --- | --- |", "附 則", "別表第1(第2条関係)", "である", "(1)", "3",
        "**第三条（甲）**　乙", "---", "title: 甲", "改正 平成5年4月1日規則第2号", "ただし、この限りでない。", "", "　",
    ]), 0..25)) {
        let (document, _) = read_text(lines.join("\n"));
        prop_assert_eq!(lost_lines(&document), vec![""; 0]);
    }
}

//! The coverage page of an invented body: its form, its links, and that no name can break it.

use std::collections::BTreeSet;

use regex::Regex;

use super::{ReportContents, coverage, report};
use crate::analysis::{ResilienceQuestion, drill, scopes};
use crate::compile::{Supplement, compile};
use crate::findings::review;
use crate::graph::AuthorityGraph;
use crate::regulation::read_text;
use crate::render::json::{CoverageAnswer, FindingsAnswer, LedgerAnswer, OverlapsAnswer};
use crate::render::messages::{Language, Messages};
use crate::render::tables::Answers;

/// A regulation with everything that a page shows: divisions, lists, items, a table, a supplement, names that look like
/// markup, uncertain readings, and sentences that nothing understands.
const REGULATION: &str = "甲市「<b>&\"'」組織規則
昭和五十年四月一日規則第一号

   第1章 総則
（設置）
第1条 甲市に、次の部を置く。
 総務部
 水道部
第2条 総務部に庶務課及び<b>&\"課を置く。
2 総務部の帳簿は、青い箱による。
（職）
第3条 部に部長を、課に課長を置く。
2 部長は、市長の命を受けて、部の事務を統括し、所属職員を指揮監督する。
3 課長は、上司の命を受けて、課の事務を統括し、所属職員を指揮監督する。
4 部長に事故があるときは、総務部にあっては庶務課長がその職務を代理する。
5 前項の規定にかかわらず、夜間の当番は
青い旗による。
   第2章 事務分掌
（庶務課）
第4条 庶務課の事務分掌は、次のとおりとする。
(1) 文書の受付及び発送に関すること。
(2) 公印の管理に関すること（水道部の所掌に属するものを除く。）。
(3) その他他の所掌に属さないこと。
第5条 書庫の鍵は、次の表による。
| 棚 | 鍵 |
| --- | --- |
| 東 | <i>一番</i> |
第6条 削除
   附 則
この規則は、昭和五十年四月一日から施行する。
   附 則
この規則は、昭和五十一年四月一日から施行する。
";

fn answer(text: &str) -> (CoverageAnswer, AuthorityGraph) {
    let (document, diagnostics) = read_text(text.to_owned());
    let compilation = compile(&document, &Supplement::default());
    (CoverageAnswer::new(&compilation, &diagnostics), compilation.graph)
}

fn page(text: &str, language: Language) -> String {
    let (answer, graph) = answer(text);
    coverage(&answer, &graph, &Messages::new(language))
}

/// The page without what is the same on all pages.
fn without_style_and_script(page: &str) -> String {
    let code = Regex::new(r"(?s)<(style|script)>.*?</(?:style|script)>").unwrap();
    code.replace_all(page, "<$1>…</$1>").into_owned()
}

/// What a pattern captures, in the order of the page.
fn captured<'p>(pattern: &str, page: &'p str) -> Vec<&'p str> {
    Regex::new(pattern).unwrap().captures_iter(page).map(|captures| captures.get(1).unwrap().as_str()).collect()
}

#[test]
fn the_page_of_an_invented_body() {
    for language in [Language::Ja, Language::En] {
        let page = without_style_and_script(&page(REGULATION, language));
        insta::assert_snapshot!(format!("coverage-page.{}", language.tag()), page);
    }
}

#[test]
fn every_sentence_stands_on_the_page_once() {
    let (answer, _) = answer(REGULATION);
    let page = page(REGULATION, Language::En);
    let numbers = captured(r#"<div class="sentence [^"]*" id="s-([0-9]+)">"#, &page);
    let expected: Vec<String> = (1..=answer.sentences.total).map(|number| number.to_string()).collect();
    assert_eq!(numbers, expected);
    for (class, count) in [
        ("compiled", answer.sentences.compiled),
        ("no-content", answer.sentences.no_content),
        ("not-understood", answer.sentences.not_understood),
    ] {
        assert!(count > 0, "the regulation has no sentence that is {class}");
        assert_eq!(page.matches(&format!("<div class=\"sentence {class}")).count(), count, "{class}");
    }
    assert_eq!(page.matches(">附 則</h3>").count(), 2, "supplements with the same heading are two");
    let notices: usize =
        answer.articles.iter().flat_map(|article| &article.sentences).map(|sentence| sentence.notices.len()).sum();
    assert!(notices > 0);
    assert_eq!(notices, answer.notices.len(), "every notice stands at one sentence");
}

#[test]
fn every_link_leads_somewhere_on_the_page_and_every_fact_has_one() {
    let page = page(REGULATION, Language::Ja);
    let ids = captured(r#" id="([^"]+)""#, &page);
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice");
    let links = captured(r#"href="([^"]+)""#, &page);
    assert!(links.len() > 50, "{}", links.len());
    for link in links {
        assert!(link.strip_prefix('#').is_some_and(|id| unique.contains(id)), "{link}");
    }
    let facts = captured(r#"(?s)<li class="fact[^"]*">(.*?)</li>"#, &page);
    assert!(facts.len() > 30, "{}", facts.len());
    for fact in facts {
        assert!(fact.contains("href=\"#c-"), "{fact}");
    }
}

#[test]
fn names_are_text_and_nothing_is_fetched() {
    let page = page(REGULATION, Language::Ja);
    assert!(page.contains("&lt;b&gt;&amp;&quot;課"), "the unit is named");
    for broken in ["<b>", "<i>", "&\"", "http:", "https:", "src=", "url(", "@import", "//#"] {
        assert!(!page.contains(broken), "{broken}");
    }
    assert_eq!(page.matches("</script").count(), 1);
    assert_eq!(page.matches("</style").count(), 1);
    // Only elements that this program writes, each closed.
    let opened = captured(r"<([a-z][a-z0-9]*)[ >]", &without_style_and_script(&page)).len();
    let closed = captured(r"</([a-z][a-z0-9]*)>", &without_style_and_script(&page)).len();
    let void = captured(r"<(meta|input)[ >]", &page).len();
    assert_eq!(opened, closed + void);
}

#[test]
fn a_page_of_nothing_and_of_a_text_without_articles() {
    for text in ["", "第一条", "これは規程ではない。\n"] {
        let (answer, graph) = answer(text);
        let page = coverage(&answer, &graph, &Messages::new(Language::En));
        assert_eq!(page.matches("<div class=\"sentence ").count(), answer.sentences.total, "{text:?}");
    }
}

/// The report of a regulation, as if Graphviz had painted `charts`.
fn report_page(text: &str, language: Language, charts: &[String]) -> String {
    let (coverage, graph) = answer(text);
    let messages = Messages::new(language);
    let ledger = LedgerAnswer::new(scopes(&graph), None, &graph);
    let findings = FindingsAnswer::new(review(&graph, || "2026-01-01".to_owned()), &graph, &messages);
    let drill = drill(&graph, &ResilienceQuestion::default()).expect("the whole body is there");
    let overlaps = OverlapsAnswer::new(scopes(&graph), None, &graph);
    let answers = Answers { graph: &graph, ledger: &ledger, findings: &findings, drill: &drill };
    report(ReportContents { answers, overlaps: &overlaps, coverage: &coverage, charts }, &messages)
}

/// A chart with a link to a clause that there is, and one that there is not.
fn chart() -> String {
    "<svg viewBox=\"0 0 9 9\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\
     <g id=\"u-1\"><a xlink:href=\"#c-1\"><text>部</text></a><a xlink:href=\"#c-77\"><text>課</text></a></g></svg>"
        .to_owned()
}

#[test]
fn every_link_of_the_report_leads_somewhere_and_ids_are_unique() {
    for language in Language::ALL {
        let page = report_page(REGULATION, language, &[chart(), chart()]);
        let ids = captured(r#" id="([^"]+)""#, &page);
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice");
        let links = captured(r#"href="([^"]+)""#, &page);
        assert!(links.len() > 100, "{}", links.len());
        for link in &links {
            assert!(link.strip_prefix('#').is_some_and(|id| unique.contains(id)), "{link}");
        }
        // Both ways: rows lead to clauses, clauses to rows.
        assert!(links.iter().any(|link| link.starts_with("#c-")) && links.contains(&"#units-1"));
    }
}

#[test]
fn names_in_the_report_are_text_and_nothing_is_fetched() {
    let page = report_page(REGULATION, Language::Ja, &[chart()]);
    assert!(page.contains("&lt;b&gt;&amp;&quot;課"), "the unit is named");
    for broken in ["<b>", "<i>", "&\"", "http:", "https:", "src=", "url(", "@import", "//#", "xlink"] {
        assert!(!page.contains(broken), "{broken}");
    }
    assert_eq!((page.matches("</script").count(), page.matches("</style").count()), (1, 1));
    let sentences = captured(r#"<p class="[^"]*" id="s-([0-9]+)""#, &page).len();
    assert_eq!(sentences, answer(REGULATION).0.sentences.total, "every sentence stands in the text");
}

#[test]
fn a_report_of_nothing() {
    for text in ["", "これは規程ではない。\n"] {
        let page = report_page(text, Language::En, &[]);
        assert!(page.ends_with("</html>\n"), "{page}");
    }
}

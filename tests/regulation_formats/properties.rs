//! Whatever the markup is, it is read, and no word that a reader would see is lost.

use kengen::compile::{Supplement, compile};
use kengen::regulation::{Format, read, read_as, read_text_as};
use proptest::prelude::*;

use crate::lost_lines;

/// Tags and words in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "<tr>",
        "<td rowspan=3>",
        "<td colspan='9'>",
        "</td>",
        "</table>",
        "<ul>",
        "<ol start=0>",
        "<li>",
        "</ol>",
        "<br>",
        "<pre>",
        "</pre>",
        "<ruby>",
        "<rt>",
        "</ruby>",
        "<span style='display:none'>",
        "</span>",
        "<style>.a{display:none",
        "</style>",
        "<script>",
        "</script>",
        "<h1>",
        "</h1>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&#x3042;",
        "&amp",
        "<Law>",
        "<LawTitle>",
        "<MainProvision>",
        "<Chapter Num='1'>",
        "<ChapterTitle>",
        "</ChapterTitle>",
        "<Article Num='1_2:4'>",
        "<ArticleTitle>",
        "</ArticleTitle>",
        "</Article>",
        "<Paragraph Num='99999999999'>",
        "<ParagraphSentence>",
        "<Sentence>",
        "</Sentence>",
        "<Item>",
        "<ItemTitle>",
        "<ItemSentence>",
        "<Subitem9>",
        "<List>",
        "<ListSentence>",
        "<TableStruct>",
        "<Table>",
        "<TableRow>",
        "<TableColumn rowspan='0'>",
        "<SupplProvision>",
        "<AppdxTable>",
        "<NewProvision>",
        "<TOC>",
        "<Remarks>",
        "第一条　甲市に部を置く。",
        "総務部",
        "（見出し）",
        "２",
        "一",
        "（1）",
        "附則",
        "\n",
        "　",
        "ﾞ",
        "\u{200b}",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever the markup is, it is read, and every line of what was laid out ends up somewhere.
    #[test]
    fn any_markup_is_read(source in soup(), format in prop::sample::select(Format::ALL.to_vec())) {
        let (document, diagnostics) = read_text_as(source, format);
        prop_assert_eq!(lost_lines(&document), vec![""; 0]);
        for place in diagnostics.iter().flat_map(|diagnostic| &diagnostic.places) {
            prop_assert!(document.source.get(place.start as usize..place.end as usize).is_some());
        }
        let _ = compile(&document, &Supplement::default());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for format in Format::ALL {
            let _ = read_as(&bytes, format);
        }
        let mut page = b"<html><body>".to_vec();
        page.extend(bytes);
        let _ = read(&page);
    }

    /// What a reader of the page sees is in the source, in its order; what nobody sees is not.
    #[test]
    fn nothing_visible_is_lost(parts in prop::collection::vec((0..10_usize, "[一-龥ぁ-ん。、a-z]{1,8}", "[Ａ-Ｚ]{1,5}"), 1..20)) {
        let mut page = String::from("<html><head><title>頁</title></head><body>");
        let mut seen = String::new();
        for (kind, words, hidden) in &parts {
            let piece = match kind {
                0 => format!("<p>{words}<span hidden>{hidden}</span>"),
                1 => format!("<div>{words}<br></div>"),
                2 => format!("<ul><li>{words}<li style='display: none'>{hidden}</ul>"),
                3 => format!("<table><tr><td>{words}<td>{words}</table>"),
                4 => format!("<ruby>{words}<rp>(</rp><rt>{hidden}</rt><rp>)</rp></ruby>"),
                5 => format!("<script>{hidden}</script><pre>\n{words}</pre>"),
                6 => format!("<h2>{words}</h2><!-- {hidden} -->"),
                7 => format!("<i>{words}</i>"),
                8 => format!("<footer>{words}</footer>"),
                _ => format!("<table><tr><td><table><tr><td>{words}</table><tr hidden><td>{hidden}</table>"),
            };
            page.push_str(&piece);
            seen.push_str(words);
            if *kind == 3 {
                seen.push_str(words);
            }
        }
        let (document, _) = read_text_as(page, Format::Html);
        let source: String = document.source.chars().filter(|c| !c.is_whitespace() && *c != '|').collect();
        prop_assert_eq!(source, seen);
    }

    /// The same of law XML: every word of the law but the readings.
    #[test]
    fn no_word_of_a_law_is_lost(parts in prop::collection::vec((0..9_usize, "[一-龥ぁ-ん。、]{1,8}"), 1..20)) {
        let mut law = String::from("<Law><LawBody><MainProvision>");
        let mut seen = String::new();
        for (kind, words) in &parts {
            let piece = match kind {
                0 => format!("<Article><ArticleTitle>{words}</ArticleTitle></Article>"),
                1 => format!("<Paragraph><ParagraphSentence><Sentence>{words}</Sentence></ParagraphSentence></Paragraph>"),
                2 => format!("<Item><ItemSentence><Sentence>{words}<Ruby>字<Rt>じ</Rt></Ruby></Sentence></ItemSentence></Item>"),
                3 => format!("<Table><TableRow><TableColumn><Item><ItemSentence>{words}</ItemSentence></Item></TableColumn></TableRow></Table>"),
                4 => format!("<Chapter><ChapterTitle>{words}</ChapterTitle></Chapter>"),
                5 => format!("<Item><ItemTitle/><ItemSentence/><Table><TableRow><TableColumn>{words}</TableColumn></TableRow></Table></Item>"),
                6 => format!("<FigStruct><FigStructTitle>{words}</FigStructTitle><Fig src=\"a\"/></FigStruct>"),
                7 => format!("<NewProvision><List><ListSentence>{words}</ListSentence></List></NewProvision>"),
                _ => format!("<Unknown>{words}</Unknown>"),
            };
            law.push_str(&piece);
            seen.push_str(words);
            if *kind == 2 {
                seen.push('字');
            }
        }
        law.push_str("</MainProvision></LawBody></Law>");
        let (document, _) = read_text_as(law, Format::LawXml);
        let source: String =
            document.source.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit() && *c != '|').collect();
        prop_assert_eq!(source, seen);
    }
}

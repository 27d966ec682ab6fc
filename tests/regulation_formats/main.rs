//! One regulation in every format: plain text, Markdown, law XML and an HTML page give the same provisions and the same graph,
//! and nothing that a reader of the page would see is lost.

mod properties;

use kengen::compile::{Supplement, compile};
use kengen::regulation::{
    Block, DiagnosticKind, Document, Format, Item, ReadError, StructureKind, XmlFault, normalize, read, read_as,
    read_text, read_text_as,
};

const PLAIN: &str = include_str!("../formats/kou.txt");
const XML: &str = include_str!("../formats/kou.xml");
const HTML: &str = include_str!("../formats/kou.html");

/// What the graph holds, without the places of the clauses: they depend on how the file is laid out.
fn facts(document: &Document) -> (Vec<String>, Vec<String>) {
    let graph = compile(document, &Supplement::default()).graph;
    let json: serde_json::Value = serde_json::from_str(&graph.to_json()).unwrap();
    let of = |field: &str, keys: &[&str]| -> Vec<String> {
        let list = json[field].as_array().unwrap().iter();
        let mut lines: Vec<String> =
            list.map(|entry| keys.iter().map(|key| entry[*key].to_string()).collect::<Vec<_>>().join(" ")).collect();
        lines.sort();
        lines
    };
    (of("nodes", &["id", "kind", "name", "status"]), of("edges", &["type", "from", "to"]))
}

/// All provisions, a line for each sentence, item, row and heading.
fn provisions(document: &Document) -> Vec<String> {
    fn items(list: &[Item], depth: usize, lines: &mut Vec<String>) {
        for item in list {
            lines.push(format!("{}{:?} {}", "  ".repeat(depth), item.label.numbers, item.text.normal()));
            items(&item.children, depth + 1, lines);
        }
    }
    let mut lines = vec![document.title.clone(), document.number.clone()];
    lines.extend(document.divisions.iter().map(|division| format!("{:?} {}", division.kind, division.title)));
    let supplements = document.supplements.iter().chain(&document.appendices).flat_map(|part| &part.articles);
    for article in document.articles.iter().chain(supplements) {
        let caption = article.caption.as_ref().map(|caption| caption.normal().to_owned());
        let number = article.number.as_ref().map(ToString::to_string);
        lines.push(format!("{number:?} {:?} {caption:?} {}", article.last_number, article.deleted));
        for paragraph in &article.paragraphs {
            lines.push(format!("{}: {}", paragraph.number, paragraph.lead.normal()));
            for block in &paragraph.blocks {
                match block {
                    Block::List(list) => items(list, 1, &mut lines),
                    Block::Entry(entry) => {
                        lines.push(format!("- {}", entry.text.normal()));
                        items(&entry.items, 1, &mut lines);
                    }
                    Block::Table(table) => {
                        let cells = |row: &Vec<_>| {
                            row.iter().map(kengen::regulation::Text::normal).collect::<Vec<_>>().join(" | ")
                        };
                        lines.extend(table.rows.iter().map(|row| format!("| {}", cells(row))));
                    }
                }
            }
        }
    }
    lines
}

/// The lines of the source that lie in no structure line and in no paragraph.
fn lost_lines(document: &Document) -> Vec<&str> {
    let mut spans: Vec<std::ops::Range<usize>> = document.structure.iter().map(|line| line.span.clone()).collect();
    let others = document.supplements.iter().chain(&document.appendices).flat_map(|part| &part.articles);
    for article in document.articles.iter().chain(others) {
        spans.extend(article.paragraphs.iter().map(|paragraph| paragraph.span.clone()));
    }
    let mut start = 0;
    let mut lost = Vec::new();
    for line in document.source.split_inclusive('\n') {
        let content = line.trim();
        let from = start + (line.len() - line.trim_start().len());
        start += line.len();
        let words = normalize(content, 0..content.len()).trimmed();
        if !words.is_empty() && !spans.iter().any(|span| span.start <= from && from + content.len() <= span.end) {
            lost.push(content);
        }
    }
    lost
}

fn kinds(diagnostics: &[kengen::regulation::Diagnostic]) -> Vec<DiagnosticKind> {
    diagnostics.iter().map(|diagnostic| diagnostic.kind).collect()
}

#[test]
fn one_regulation_in_three_formats() {
    let (plain, _) = read_text(PLAIN.to_owned());
    assert_eq!(plain.format, Format::Text);
    let expected = provisions(&plain);
    for (text, format) in [(XML, Format::LawXml), (HTML, Format::Html)] {
        let (document, diagnostics) = read_text(text.to_owned());
        assert_eq!(document.format, format);
        pretty_assert(&provisions(&document), &expected);
        pretty_assert(&facts(&document).0, &facts(&plain).0);
        pretty_assert(&facts(&document).1, &facts(&plain).1);
        assert_eq!(lost_lines(&document), [""; 0]);
        let repaired: Vec<_> =
            kinds(&diagnostics).into_iter().filter(|kind| *kind != DiagnosticKind::HiddenWords).collect();
        assert_eq!(repaired, [], "{diagnostics:?}");
    }
    let (nodes, edges) = facts(&plain);
    for needed in ["総務部/総務課\" \"課\"", "総務課#課長\"", "総務課(2の2)\" \"substantive\""] {
        assert!(nodes.iter().any(|node| node.contains(needed)), "{needed} in {nodes:#?}");
    }
    assert!(edges.iter().any(|edge| edge.contains("COMMANDS")), "{edges:#?}");
}

/// A second body, whose units, posts, duties and substitutes stand in tables: with bars, with merged cells, with line breaks
/// and paragraphs in cells.
#[test]
fn tables_say_the_same_in_every_format() {
    let formats = [
        (Format::Text, include_str!("../formats/otsu.txt")),
        (Format::Markdown, include_str!("../formats/otsu.md")),
        (Format::LawXml, include_str!("../formats/otsu.xml")),
        (Format::Html, include_str!("../formats/otsu.html")),
    ];
    let (text, _) = read_text(formats[0].1.to_owned());
    let expected = facts(&text);
    for (format, source) in formats {
        let (document, _) = read_text(source.to_owned());
        assert_eq!(document.format, format);
        pretty_assert(&facts(&document).0, &expected.0);
        pretty_assert(&facts(&document).1, &expected.1);
        assert_eq!(lost_lines(&document), [""; 0]);
        let coverage = compile(&document, &Supplement::default()).coverage;
        let open: Vec<&str> = coverage.not_understood().map(|sentence| sentence.text.as_str()).collect();
        assert_eq!(open, [""; 0], "{format}");
    }
    let ids = |kind: &str| {
        let start = format!("\"{kind}");
        expected.0.iter().filter(|node| node.starts_with(&start)).count()
    };
    assert_eq!(ids("乙市/"), 8 + 3 * 3 + 7 + 3, "{:#?}", expected.0);
    let edges = |relation: &str| expected.1.iter().filter(|edge| edge.starts_with(&format!("\"{relation}\""))).count();
    assert_eq!(edges("SUBSTITUTES_WHEN_INCAPACITATED"), 3 * 2);
    assert_eq!(edges("HEADS"), 3);
    assert_eq!(edges("ASSISTS"), 3);
}

/// Compares line by line: what differs is what is shown.
fn pretty_assert(found: &[String], expected: &[String]) {
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len(), "{:?}", found.get(expected.len()).or(expected.get(found.len())));
}

/// The blocks of the only paragraph of the only article.
fn blocks(document: &Document) -> Vec<String> {
    let lines = provisions(document);
    let lead = lines.iter().position(|line| line.starts_with("1: ")).unwrap();
    lines[lead + 1..].to_vec()
}

fn law(provisions: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Law><LawNum>令和二年甲市規則第一号</LawNum><LawBody>\
         <LawTitle>甲市規則</LawTitle><MainProvision>{provisions}</MainProvision></LawBody></Law>"
    )
}

fn article(blocks: &str) -> String {
    law(&format!(
        "<Article Num=\"1\"><ArticleTitle>第一条</ArticleTitle><Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence>\
         <Sentence>次のとおりとする。</Sentence></ParagraphSentence>{blocks}</Paragraph></Article>"
    ))
}

#[test]
fn law_xml_items_of_every_depth() {
    let (document, diagnostics) = read_text(article(
        "<Item Num=\"1\"><ItemTitle>一</ItemTitle><ItemSentence><Column><Sentence>甲課</Sentence></Column><Column>\
         <Sentence>庶務に関すること。</Sentence></Column></ItemSentence>\
         <Subitem1 Num=\"1\"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>乙</Sentence></Subitem1Sentence>\
         <Subitem2 Num=\"1\"><Subitem2Title>（１）</Subitem2Title><Subitem2Sentence><Sentence>丙</Sentence></Subitem2Sentence>\
         <Subitem3 Num=\"1\"><Subitem3Title>（ｉ）</Subitem3Title><Subitem3Sentence><Sentence>丁</Sentence></Subitem3Sentence>\
         </Subitem3></Subitem2></Subitem1>\
         <Subitem1 Num=\"2\"><Subitem1Title>ロ</Subitem1Title><Subitem1Sentence><Sentence>戊</Sentence></Subitem1Sentence></Subitem1>\
         </Item>\
         <Item Num=\"2:3\"><ItemTitle>二及び三</ItemTitle><ItemSentence><Sentence>削除</Sentence></ItemSentence></Item>\
         <Item Num=\"4\"><ItemTitle>四</ItemTitle><ItemSentence><Sentence>次の者</Sentence></ItemSentence>\
         <List><ListSentence><Sentence>己</Sentence></ListSentence></List></Item>",
    ));
    assert_eq!(
        blocks(&document),
        [
            "  [1] 甲課 庶務に関すること。",
            "    [1] 乙",
            "      [1] 丙",
            "        [1] 丁",
            "    [2] 戊",
            "  [3] 削除",
            "  [4] 次の者 己"
        ]
    );
    assert!(diagnostics.is_empty() || kinds(&diagnostics) == [DiagnosticKind::NumberGap], "{diagnostics:?}");
    assert_eq!(lost_lines(&document), [""; 0]);
    assert!(document.source.contains("\n　　　（１）　丙\n"), "{}", document.source);
}

#[test]
fn law_xml_tables_and_notes() {
    let cell = |words: &str, more: &str| format!("<TableColumn {more}><Sentence>{words}</Sentence></TableColumn>");
    let (document, _) = read_text(article(&format!(
        "<TableStruct><TableStructTitle>組織</TableStructTitle><Table><TableHeaderRow><TableHeaderColumn>部</TableHeaderColumn>\
         <TableHeaderColumn>課</TableHeaderColumn><TableHeaderColumn>係</TableHeaderColumn></TableHeaderRow>\
         <TableRow>{}{}{}</TableRow><TableRow>{}{}</TableRow></Table>\
         <Remarks><RemarksLabel>備考</RemarksLabel><Item Num=\"1\"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>甲とする。\
         </Sentence></ItemSentence></Item></Remarks></TableStruct>",
        cell("総務部", "rowspan=\"2\""),
        cell("総務課", ""),
        cell("庶務係</Sentence><Sentence>文書係", ""),
        cell("財政課", ""),
        cell("予算係", ""),
    )));
    assert_eq!(
        blocks(&document),
        [
            "- 組織",
            "| 部 | 課 | 係",
            "| 総務部 | 総務課 | 庶務係 文書係",
            "|  | 財政課 | 予算係",
            "- 備考",
            "  [1] 甲とする。"
        ]
    );
    assert_eq!(lost_lines(&document), [""; 0]);
}

#[test]
fn law_xml_supplements_quotations_and_odd_elements() {
    let (document, _) = read_text(
        "<DataRoot><Result><Code>0</Code></Result><ApplData><LawFullText><Law><LawBody><LawTitle>甲市規則</LawTitle>\
         <EnactStatement>甲市規則をここに公布する。</EnactStatement>\
         <MainProvision><Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence><Sentence>市に<QuoteStruct>甲</QuoteStruct>\
         部を置く。</Sentence></ParagraphSentence></Paragraph></MainProvision>\
         <SupplProvision AmendLawNum=\"令和三年規則第二号\" Extract=\"true\"><SupplProvisionLabel>附　則</SupplProvisionLabel>\
         <Article Num=\"1\"><ArticleTitle>第一条</ArticleTitle><Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence><Sentence>\
         甲市規則の一部を次のように改正する。</Sentence></ParagraphSentence><AmendProvision><AmendProvisionSentence><Sentence>\
         第二条を次のように改める。</Sentence></AmendProvisionSentence><NewProvision><Article Num=\"2\"><ArticleTitle>第二条\
         </ArticleTitle><Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence><Sentence>乙部を置く。</Sentence>\
         </ParagraphSentence></Paragraph></Article></NewProvision></AmendProvision></Paragraph></Article></SupplProvision>\
         <Unheard><Of>丙</Of>丁</Unheard></LawBody></Law></LawFullText></ApplData></DataRoot>"
            .to_owned(),
    );
    assert_eq!(document.title, "甲市規則");
    assert_eq!(document.articles[0].paragraphs[0].lead.normal(), "市に 甲部を置く。");
    assert_eq!(document.supplements[0].instrument, "令和三年規則第二号");
    let amending = &document.supplements[0].articles[0].paragraphs[0];
    assert!(amending.lead.normal().starts_with("甲市規則の一部を次のように改正する。 第二条を"), "{amending:?}");
    let of = |kind| {
        document.structure.iter().filter(|line| line.kind == kind).map(|line| line.text.normal()).collect::<Vec<_>>()
    };
    assert_eq!(of(StructureKind::Quotation), ["第二条 乙部を置く。"]);
    assert_eq!(of(StructureKind::FrontMatter), ["code: 0"]);
    assert_eq!(of(StructureKind::Enactment), ["甲市規則をここに公布する。"]);
    assert!(document.source.contains("丙") && document.source.contains("丁"));
    assert_eq!(lost_lines(&document), [""; 0]);
}

#[test]
fn damaged_xml_is_read_all_the_same() {
    let whole = read_text(XML.to_owned()).0;
    let damaged = XML.replacen("</ChapterTitle>", "", 1).replacen("<Sentence Num=\"1\">", "<Sentence Num=1>", 1);
    let (document, diagnostics) = read_text(damaged);
    assert_eq!(kinds(&diagnostics), [DiagnosticKind::MalformedMarkup]);
    assert!(!diagnostics[0].places[0].words.is_empty());
    assert_eq!(provisions(&document)[4..], provisions(&whole)[4..]);
    // Cut off in the middle: what came is read.
    let cut = &XML[..XML.find("文書の収受").unwrap() + "文書".len()];
    let (document, diagnostics) = read_text(cut.to_owned());
    assert_eq!(kinds(&diagnostics), [DiagnosticKind::MalformedMarkup]);
    assert_eq!(document.articles.len(), 5);
    assert!(document.source.ends_with("二　文書\n"));
}

/// A page whose body is this.
fn page(body: &str) -> Document {
    read_text(format!("<html><title>甲市規則</title><body><h1>甲市規則</h1>{body}</body></html>")).0
}

#[test]
fn html_tables_hold_data_or_place_the_text() {
    let document = page(
        "<p>第1条 次のとおりとする。</p><table border=1><caption>組織</caption><tr><th>部<th>課<th>係\
         <tr><td rowspan=2>総務部<td>総務課<td>庶務係<br>文書係<tr><td>財政課<td><ul><li>予算係<li>税務係</ul></table>",
    );
    assert_eq!(
        blocks(&document),
        ["- 組織", "| 部 | 課 | 係", "| 総務部 | 総務課 | 庶務係 文書係", "|  | 財政課 | 予算係 税務係"]
    );
    let document = page(
        "<p>第1条 次のとおりとする。</p><table><tr><td>（１）<td>文書に関すること。<tr><td>（２）<td>公印に関すること。</table>",
    );
    assert_eq!(blocks(&document), ["  [1] 文書に関すること。", "  [2] 公印に関すること。"]);
    // A number that counts rows is a cell.
    let document = page("<p>第1条 次の順序による。</p><table><tr><td>一<td>甲課長<tr><td>二<td>乙課長</table>");
    assert_eq!(blocks(&document), ["| 一 | 甲課長", "| 二 | 乙課長"]);
}

#[test]
fn html_lists_are_numbered_as_a_browser_numbers_them() {
    let document = page("<p>第1条 部に次の課を置く。<ol><li>総務課<ol><li>庶務係</ol><li><p>財政課</p></ol>");
    assert_eq!(blocks(&document), ["  [1] 総務課", "    [1] 庶務係", "  [2] 財政課"]);
    assert!(document.source.contains("　2　財政課"), "{}", document.source);
    // Numbers of their own are not doubled, and a list from 2 on is the paragraphs of the article.
    let document = page(
        "<p>第1条 甲課は、次の事務を行う。<ol><li>（１）　文書<li>（２）　公印</ol><ol start=2><li>前項の事務は、定める。</ol>",
    );
    assert_eq!(blocks(&document), ["  [1] 文書", "  [2] 公印", "2: 前項の事務は、定める。"]);
}

#[test]
fn html_hidden_words_are_noted_and_the_page_around_is_no_provision() {
    let (document, diagnostics) = read_text(HTML.to_owned());
    let hidden = diagnostics.iter().find(|diagnostic| diagnostic.kind == DiagnosticKind::HiddenWords).unwrap();
    let words: Vec<&str> = hidden.places.iter().map(|place| place.words.as_str()).collect();
    assert_eq!(words, ["（平二二規則三・一部改正）", "第九条 見えない。"]);
    assert!(!document.source.contains("見えない") && !document.source.contains("書き込まない"));
    let of = |kind| {
        document.structure.iter().filter(|line| line.kind == kind).map(|line| line.text.normal()).collect::<Vec<_>>()
    };
    assert_eq!(of(StructureKind::Preliminary), ["甲市例規集 検索", "第一条 趣旨", "第三条 部の設置", "甲市役所"]);
}

#[test]
fn html_line_breaks_may_stand_within_a_sentence_and_blocks_may_not() {
    let document = page(
        "<div>第1条　市長の権限に属する事務を処理させるため、甲市に次の<br>部を置く。<br>　総務部</div><p>第2条　甲</p><p>第3条　乙</p>",
    );
    assert_eq!(
        document.articles[0].paragraphs[0].lead.normal(),
        "市長の権限に属する事務を処理させるため、甲市に次の部を置く。"
    );
    assert_eq!(document.articles.len(), 3);
    let document = page("<pre>\n第1条 甲市に部を置く。\n  総務部\n第2条 乙\n</pre>");
    assert_eq!(document.articles.len(), 2);
    assert_eq!(blocks(&document)[0], "- 総務部");
}

#[test]
fn shift_jis_pages_declare_it() {
    let html = HTML.replace("charset=\"utf-8\"", "charset=\"Shift_JIS\"");
    let bytes = encoding_rs::SHIFT_JIS.encode(&html).0;
    let (document, _) = read(&bytes).unwrap();
    assert_eq!(document.source, read_text(HTML.to_owned()).0.source);
}

#[test]
fn the_format_can_be_told() {
    let (document, _) = read_as(XML.as_bytes(), Format::Text).unwrap();
    assert_eq!((document.format, document.source.as_str()), (Format::Text, XML));
    let (document, diagnostics) = read_text_as(PLAIN.to_owned(), Format::LawXml);
    assert_eq!(kinds(&diagnostics)[..1], [DiagnosticKind::MalformedMarkup]);
    assert!(document.source.contains("前各号に附帯する事務"));
    // Who says that a file is XML is told where it is not.
    let Err(ReadError::Malformed(malformed)) = read_as(PLAIN.as_bytes(), Format::LawXml) else { panic!("read") };
    assert_eq!((malformed.line, malformed.fault), (1, XmlFault::NoElement));
}

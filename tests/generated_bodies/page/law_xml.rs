//! The page as standard law XML.

use super::{Page, Part};
use crate::style::wide;

pub fn write(page: &Page<'_>) -> String {
    let mut writer = Writer { text: String::new(), open: Vec::new() };
    writer.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Law Era=\"Reiwa\" Lang=\"ja\" LawType=\"Misc\" Num=\"7\" Year=\"3\">\n");
    writer.text.push_str("<LawNum>令和三年四月一日規則第七号</LawNum>\n<LawBody>\n");
    writer.leaf("LawTitle", &page.title);
    writer.open("MainProvision", "");
    for (at, part) in page.parts.iter().enumerate() {
        writer.part(page, part, page.parts.get(at + 1));
    }
    writer.close_to(0);
    writer.text.push_str("</LawBody>\n</Law>\n");
    writer.text
}

struct Writer {
    text: String,
    /// Elements that are open, from the outermost.
    open: Vec<String>,
}

impl Writer {
    fn open(&mut self, name: &str, attributes: &str) {
        self.text.push_str(&format!("<{name}{attributes}>\n"));
        self.open.push(name.to_owned());
    }

    fn leaf(&mut self, name: &str, words: &str) {
        self.text.push_str(&format!("<{name}>{words}</{name}>\n"));
    }

    fn close_to(&mut self, count: usize) {
        while self.open.len() > count {
            let name = self.open.pop().expect("counted");
            self.text.push_str(&format!("</{name}>\n"));
        }
    }

    /// Closes everything below the first open element with one of these names, and that too if it is asked for.
    fn close_below(&mut self, names: &[&str], itself: bool) {
        if let Some(at) = self.open.iter().position(|open| names.contains(&open.as_str())) {
            self.close_to(at + usize::from(!itself));
        }
    }

    fn sentence(&mut self, name: &str, words: &str) {
        self.text
            .push_str(&format!("<{name}><Sentence Num=\"1\" WritingMode=\"vertical\">{words}</Sentence></{name}>\n"));
    }

    fn part(&mut self, page: &Page<'_>, part: &Part, next: Option<&Part>) {
        let num = |number: u32| format!(" Num=\"{number}\"");
        match part {
            Part::Chapter { number, title } => {
                self.close_to(1);
                self.open("Chapter", &num(*number));
                self.leaf("ChapterTitle", &format!("第{}章　{title}", page.number(*number)));
            }
            Part::Article { number, caption, sentence } => {
                self.close_below(&["Article"], true);
                self.open("Article", &num(*number));
                if page.style.captions {
                    self.leaf("ArticleCaption", &format!("（{caption}）"));
                }
                self.leaf("ArticleTitle", &format!("第{}条", page.number(*number)));
                self.open("Paragraph", &num(1));
                self.leaf("ParagraphNum", "");
                self.sentence("ParagraphSentence", sentence);
            }
            Part::Paragraph { number, sentence } => {
                self.close_below(&["Article"], false);
                self.open("Paragraph", &num(*number));
                self.leaf("ParagraphNum", &wide(*number));
                self.sentence("ParagraphSentence", sentence);
            }
            Part::Line { level, words } => {
                self.close_below(&["Item"], true);
                // The levels of a list begin at 0 or 1.
                let name = |level: usize| if level == 0 { "List".to_owned() } else { format!("Sublist{level}") };
                let depth = level.saturating_sub(1);
                self.close_below(&[&name(depth)], true);
                self.open(&name(depth), "");
                self.sentence(&format!("{}Sentence", name(depth)), words);
                if !matches!(next, Some(Part::Line { .. })) {
                    self.close_below(&["List"], true);
                }
            }
            Part::Heading { words } => {
                self.close_below(&["Item"], true);
                self.open("List", "");
                self.sentence("ListSentence", words);
                self.close_below(&["List"], true);
            }
            Part::Item { depth, number, words } => {
                let name = if *depth == 0 { "Item".to_owned() } else { format!("Subitem{depth}") };
                self.close_below(&[&name], true);
                self.open(&name, &num(*number));
                self.leaf(&format!("{name}Title"), &page.mark(*depth, *number));
                self.sentence(&format!("{name}Sentence"), words);
            }
            Part::Row { cells } if cells.iter().all(|cell| cell == "---") => {}
            Part::Row { cells } => {
                if !self.open.iter().any(|open| open == "TableStruct") {
                    self.open("TableStruct", "");
                    self.open("Table", "");
                }
                self.open("TableRow", "");
                for cell in cells {
                    self.sentence("TableColumn", cell);
                }
                self.close_below(&["TableRow"], true);
                if !matches!(next, Some(Part::Row { .. })) {
                    self.close_below(&["TableStruct"], true);
                }
            }
            Part::Supplement { sentence } => {
                self.close_to(0);
                self.open("SupplProvision", "");
                self.leaf("SupplProvisionLabel", "附　則");
                self.open("Paragraph", &num(1));
                self.leaf("ParagraphNum", "");
                self.sentence("ParagraphSentence", sentence);
            }
        }
    }
}

//! The page as plain text or Markdown.

use super::{Page, Part};
use crate::style::{Format, Items, Paragraphs, wide};

pub fn write(page: &Page<'_>) -> String {
    let mut writer = Writer { page, lines: Vec::new(), markdown: page.style.format == Format::Markdown };
    writer.head();
    let mut listed = false;
    for part in &page.parts {
        let lists = matches!(part, Part::Line { .. } | Part::Item { .. } | Part::Row { .. });
        if writer.markdown && listed != lists && writer.lines.last().is_some_and(|last| !last.is_empty()) {
            // Lists and tables follow without blank lines, and stand apart from what is around them.
            writer.lines.push(String::new());
        }
        listed = lists;
        writer.part(part);
    }
    let mut text = writer.lines.join("\n");
    text.push('\n');
    text
}

struct Writer<'p> {
    page: &'p Page<'p>,
    lines: Vec<String>,
    markdown: bool,
}

impl Writer<'_> {
    fn head(&mut self) {
        let title = &self.page.title;
        if self.page.style.front_matter {
            self.lines.extend(["---".to_owned(), format!("title: \"{title}\""), "---".to_owned(), String::new()]);
        } else if self.markdown {
            self.lines.extend([format!("# {title}"), String::new()]);
        } else {
            self.lines.extend([title.clone(), "令和三年四月一日規則第七号".to_owned()]);
        }
    }

    /// A block: in Markdown with a blank line behind it, in text broken where the page is narrow.
    fn block(&mut self, line: &str) {
        if self.markdown {
            self.lines.extend([line.to_owned(), String::new()]);
        } else {
            self.broken(line);
        }
    }

    /// A line, broken at the edge of the page as a printed one is: no bracket that opens is left at the edge, and no line begins with
    /// what may not stand there. Nor with a digit: 「主査 | 2人を置く。」 cannot be told from the second paragraph.
    fn broken(&mut self, line: &str) {
        let Some(width) = self.page.style.broken_at else { return self.lines.push(line.to_owned()) };
        let letters: Vec<char> = line.chars().collect();
        let mut start = 0;
        while letters.len() - start > width {
            let mut end = start + width;
            let is_digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
            let forbidden = |letter: char| "、，。）」 　".contains(letter) || is_digit(letter);
            let stays = |at: usize| forbidden(letters[at]) || "（「".contains(letters[at - 1]);
            while end < letters.len() && stays(end) {
                end += 1;
            }
            self.lines.push(letters[start..end].iter().collect());
            start = end;
        }
        if start < letters.len() {
            self.lines.push(letters[start..].iter().collect());
        }
    }

    fn part(&mut self, part: &Part) {
        let (page, style) = (self.page, self.page.style);
        match part {
            Part::Chapter { number, title } => {
                let marks = if self.markdown { "## " } else { "" };
                self.block(&format!("{marks}第{}章　{title}", page.number(*number)));
            }
            Part::Article { number, caption, sentence } => {
                let number = page.number(*number);
                if style.blank_lines && !self.markdown {
                    self.lines.push(String::new());
                }
                if self.markdown {
                    let caption = if style.captions { format!("（{caption}）") } else { String::new() };
                    self.block(&format!("**第{number}条{caption}**　{sentence}"));
                } else {
                    if style.captions {
                        self.lines.push(format!("（{caption}）"));
                    }
                    self.block(&format!("第{number}条　{sentence}"));
                }
            }
            Part::Paragraph { number, sentence } => {
                let line = match style.paragraphs {
                    Paragraphs::Digit if self.markdown => format!("**{number}**　{sentence}"),
                    Paragraphs::Digit => format!("{number} {sentence}"),
                    Paragraphs::WideDigit if self.markdown => format!("**{}**　{sentence}", wide(*number)),
                    Paragraphs::WideDigit => format!("{}　{sentence}", wide(*number)),
                    Paragraphs::Unnumbered => sentence.clone(),
                };
                self.block(&line);
            }
            Part::Line { level, words } if self.markdown => {
                self.lines.push(format!("{}- {words}", "  ".repeat(*level)));
            }
            Part::Line { level, words } => self.lines.push(format!("{}{words}", "　".repeat(*level))),
            Part::Heading { words } if self.markdown => self.block(words),
            Part::Heading { words } => self.lines.push(words.clone()),
            Part::Item { depth, number, words } => {
                let apart = if matches!(style.items, Items::Brackets | Items::Digit) { " " } else { "　" };
                let line = format!("{}{apart}{words}", page.mark(*depth, *number));
                if self.markdown {
                    self.lines.push(format!("{}- {line}", "  ".repeat(*depth)));
                } else {
                    self.broken(&format!("{}{line}", "　".repeat(*depth)));
                }
            }
            Part::Row { cells } => self.lines.push(format!("| {} |", cells.join(" | "))),
            Part::Supplement { sentence } => {
                self.block(if self.markdown { "## 附則" } else { "附　則" });
                self.block(sentence);
            }
        }
    }
}

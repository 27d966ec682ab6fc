//! The page as one of a collection on the web.

use super::{Page, Part};
use crate::style::{Paragraphs, wide};

pub fn write(page: &Page<'_>) -> String {
    let title = &page.title;
    let mut lines = vec![
        "<!DOCTYPE html>".to_owned(),
        format!("<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body>"),
        format!("<h1>○{title}</h1>"),
        "<p align=\"right\">令和三年四月一日<br>規則第七号</p>".to_owned(),
    ];
    let mut depth = 0;
    let mut in_table = false;
    for part in &page.parts {
        let wanted = if let Part::Line { level, .. } = part { level + 1 } else { 0 };
        while depth > wanted {
            lines.push("</ul>".to_owned());
            depth -= 1;
        }
        while depth < wanted {
            lines.push("<ul>".to_owned());
            depth += 1;
        }
        if in_table && !matches!(part, Part::Row { .. }) {
            in_table = false;
            lines.push("</table>".to_owned());
        }
        match part {
            Part::Row { cells } if cells.iter().all(|cell| cell == "---") => {}
            Part::Row { cells } => {
                if !in_table {
                    in_table = true;
                    lines.push("<table border=\"1\">".to_owned());
                }
                let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
                lines.push(format!("<tr>{cells}</tr>"));
            }
            _ => one(page, part, &mut lines),
        }
    }
    if in_table {
        lines.push("</table>".to_owned());
    }
    lines.extend((0..depth).map(|_| "</ul>".to_owned()));
    lines.push("</body></html>\n".to_owned());
    lines.join("\n")
}

fn one(page: &Page<'_>, part: &Part, lines: &mut Vec<String>) {
    let mut paragraph = |words: String| lines.push(format!("<p>{words}</p>"));
    match part {
        Part::Chapter { number, title } => lines.push(format!("<h2>第{}章　{title}</h2>", page.number(*number))),
        Part::Article { number, caption, sentence } => {
            if page.style.captions {
                paragraph(format!("（{caption}）"));
            }
            paragraph(format!("<b>第{}条</b>　{sentence}", page.number(*number)));
        }
        Part::Paragraph { number, sentence } => match page.style.paragraphs {
            Paragraphs::Digit => paragraph(format!("{number}　{sentence}")),
            Paragraphs::WideDigit => paragraph(format!("{}　{sentence}", wide(*number))),
            Paragraphs::Unnumbered => paragraph(sentence.clone()),
        },
        Part::Line { words, .. } => lines.push(format!("<li>{words}</li>")),
        Part::Heading { words } => paragraph(words.clone()),
        Part::Item { depth, number, words } => {
            let mark = page.mark(*depth, *number);
            lines.push(format!("<p style=\"margin-left:{}em\">{mark}　{words}</p>", depth + 1));
        }
        Part::Row { .. } => unreachable!("rows are written by the table"),
        Part::Supplement { sentence } => {
            paragraph("附　則".to_owned());
            lines.push(format!("<p>{sentence}</p>"));
        }
    }
}

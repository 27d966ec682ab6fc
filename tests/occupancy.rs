//! An occupancy file of five thousand people: every planted mistake is told by its cell, and the corrected file loads, as text in
//! two encodings and as a workbook.

mod data_sets;

use std::collections::BTreeSet;

use data_sets::compiled;
use kengen::graph::{AuthorityGraph, Label};
use kengen::occupancy::{Occupancy, OccupancyError, read};

const PEOPLE: usize = 5_000;

/// Number, name, post, from, to, kind.
type Row = [String; 6];

/// Names of posts with room for many people: no number of seats, and no unit to head.
fn roomy_posts(graph: &AuthorityGraph) -> Vec<String> {
    let heads: BTreeSet<&str> =
        graph.edges_with(kengen::graph::RelationType::Heads).map(|edge| edge.from.as_str()).collect();
    let posts = graph.nodes_with(Label::Post).filter(|node| !heads.contains(node.id.as_str()));
    posts.filter(|node| node.as_post().unwrap().seats.is_none()).map(|node| node.id.to_string()).collect()
}

fn people(graph: &AuthorityGraph) -> Vec<Row> {
    let posts = roomy_posts(graph);
    let row = |number: usize| {
        let post = posts[number % posts.len()].clone();
        let day = format!("2024-{:02}-{:02}", number % 12 + 1, number % 28 + 1);
        [format!("{number:05}"), format!("職員{number}"), post, day, String::new(), "本務".to_owned()]
    };
    (0..PEOPLE).map(row).collect()
}

/// Fifty mistakes of ten sorts, each in a row of its own; returns the cells.
fn plant(rows: &mut [Row]) -> Vec<String> {
    let mut cells = Vec::new();
    for planted in 0..50 {
        let at = 50 + planted * 97;
        let earlier = rows[at - 1].clone();
        let row = &mut rows[at];
        let column = match planted % 10 {
            0 => (1, String::new()),
            1 => (2, String::new()),
            2 => (2, format!("{}x", row[2])),
            3 => (3, "2024-02-30".to_owned()),
            4 => (4, "2023-12-31".to_owned()),
            5 => (4, "当分の間".to_owned()),
            6 => (5, "出向".to_owned()),
            // The same person in the same post, or in two main ones.
            7 => {
                (row[0], row[1], row[2]) = (earlier[0].clone(), earlier[1].clone(), earlier[2].clone());
                (3, earlier[3].clone())
            }
            8 => {
                (row[0], row[1]) = (earlier[0].clone(), earlier[1].clone());
                (5, "本務".to_owned())
            }
            // A post of the same title stands in many units.
            _ => (2, "主事".to_owned()),
        };
        row[column.0] = column.1;
        cells.push(format!("{}{}", char::from(b'A' + column.0 as u8), at + 2));
    }
    cells.sort();
    cells
}

const HEADER: [&str; 6] = ["職員番号", "氏名", "職", "から", "まで", "種別"];

fn csv(rows: &[Row]) -> String {
    let lines = rows.iter().map(|row| row.join(","));
    std::iter::once(HEADER.join(",")).chain(lines).map(|line| line + "\r\n").collect()
}

fn workbook(rows: &[Row]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let day = rust_xlsxwriter::Format::new().set_num_format("yyyy/mm/dd");
    for (column, name) in HEADER.iter().enumerate() {
        sheet.write(0, column as u16, *name).unwrap();
    }
    for (number, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let (line, place) = (number as u32 + 1, column as u16);
            match rust_xlsxwriter::ExcelDateTime::parse_from_str(cell).ok().filter(|_| column == 3 || column == 4) {
                Some(moment) => sheet.write_with_format(line, place, &moment, &day).unwrap(),
                None => sheet.write(line, place, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

fn cells(read: Result<Occupancy, OccupancyError>) -> Vec<String> {
    let Err(OccupancyError::Mistakes(mistakes)) = read else { panic!("{read:?}") };
    let mut cells: Vec<String> = mistakes.iter().map(kengen::occupancy::Mistake::cell).collect();
    cells.sort();
    cells
}

#[test]
fn every_planted_mistake_is_told_and_the_corrected_file_loads() {
    let graph = compiled("midori").graph;
    let rows = people(&graph);
    let right = read(csv(&rows).as_bytes(), &graph).unwrap();
    assert_eq!(right.holdings.len(), PEOPLE);
    assert_eq!(read(&encoding_rs::SHIFT_JIS.encode(&csv(&rows)).0, &graph).unwrap(), right);
    assert_eq!(read(&workbook(&rows), &graph).unwrap(), right);

    let mut wrong = rows.clone();
    let planted = plant(&mut wrong);
    assert_eq!(planted.len(), 50);
    assert_eq!(cells(read(csv(&wrong).as_bytes(), &graph)), planted);
    // A workbook holds 2024-02-30 as text, and so the same cells are wrong.
    assert_eq!(cells(read(&workbook(&wrong), &graph)), planted);
}

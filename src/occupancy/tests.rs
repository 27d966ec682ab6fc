//! Small files, each with its mistakes.

use super::*;
use crate::analysis::fixtures::Body;

fn graph() -> AuthorityGraph {
    Body::new("甲市")
        .unit("総務部")
        .head("総務部", "部長")
        .post("総務部", "次長")
        .with_post("総務部#次長", |post| post.seats = Some(2))
        .post("総務部", "主事")
        .unit("税務部")
        .head("税務部", "部長")
        .post("税務部", "主事")
        .unit("総務部/庶務課")
        .head("総務部/庶務課", "課長")
        .unit("税務部/庶務課")
        .head("税務部/庶務課", "課長")
        .graph()
}

/// The cells of a file that are wrong, with what is wrong.
fn mistakes(text: &str) -> Vec<(String, MistakeKind)> {
    match read(text.as_bytes(), &graph()) {
        Ok(_) => Vec::new(),
        Err(OccupancyError::Mistakes(mistakes)) => {
            mistakes.into_iter().map(|mistake| (mistake.cell(), mistake.kind)).collect()
        }
        Err(error) => panic!("{error:?}"),
    }
}

#[test]
fn a_file_without_mistakes() {
    let text = "職員番号,氏名,所属,職,発令日,終期,区分,備考\n1,甲野 太郎,総務部,部長,R8.4.1,,本務,\n\n2,乙野　花子,,総務部の次長,2026/4/1,2027/3/31,,新任\n\
                1,甲野 太郎,,税務部長,2026-04-01,,事務取扱,\n";
    let occupancy = read(text.as_bytes(), &graph()).unwrap();
    let rows: Vec<(&str, &str, usize)> =
        occupancy.holdings.iter().map(|holding| (&*holding.person, holding.post.as_str(), holding.row)).collect();
    assert_eq!(
        rows,
        [
            ("甲野 太郎", "甲市/総務部#部長", 2),
            ("乙野　花子", "甲市/総務部#次長", 4),
            ("甲野 太郎", "甲市/税務部#部長", 5)
        ]
    );
    assert_eq!(occupancy.holdings[1].until.as_deref(), Some("2027-03-31"));
    assert_eq!(occupancy.person("甲野太郎"), PersonLookup::Found("1:".to_owned()));
    assert_eq!(occupancy.posts_of("1:", "2026-04-01").count(), 2);
    assert_eq!(occupancy.posts_of("1:", "2026-03-31").count(), 0);
    assert_eq!(occupancy.person("乙野花江"), PersonLookup::Missing(vec!["乙野　花子".to_owned()]));
    let shift_jis = encoding_rs::SHIFT_JIS.encode(text).0;
    assert_eq!(read(&shift_jis, &graph()).unwrap(), occupancy);
    assert_eq!(read(text.replace(',', "\t").as_bytes(), &graph()).unwrap(), occupancy);
}

#[test]
fn mistakes_of_one_row() {
    let text = "氏名,職,から,まで,種別\n,総務部長,,,\n甲野,,,,\n乙野,総務部調,,,\n丙野,庶務課課長,,,\n丁野,総務部の主事,2026-02-30,来年,\n\
                戊野,総務部の主事,2026-04-01,2026-03-31,\n己野,総務部の主事,,,出向\n庚野,総務部,,,\n";
    let found = mistakes(text);
    let cells: Vec<&str> = found.iter().map(|(cell, _)| &**cell).collect();
    assert_eq!(cells, ["A2", "B3", "B4", "B5", "C6", "D6", "D7", "E8", "B9"]);
    let MistakeKind::UnknownPost { similar, .. } = &found[2].1 else { panic!("{found:?}") };
    assert!(similar.iter().any(|post| post.as_str() == "甲市/総務部#部長"), "{similar:?}");
    assert!(matches!(&found[3].1, MistakeKind::AmbiguousPost { candidates, .. } if candidates.len() == 2));
    // A part of a name is no name.
    assert!(matches!(&found[8].1, MistakeKind::UnknownPost { .. }));
}

#[test]
fn mistakes_between_rows() {
    let text = "氏名,職,から,まで,種別\n甲野,総務部長,2026-04-01,2026-09-30,\n乙野,総務部長,2026-09-30,,\n乙野,税務部長,2026-04-01,,\n\
                丙野,総務部の主事,,,\n丙野,総務部の主事,2026-05-01,,兼務\n甲野,税務部長,2026-04-01,,兼務\n";
    let found = mistakes(text);
    assert_eq!(
        found,
        [
            ("B3".to_owned(), MistakeKind::NoSeatLeft { seats: 1, rows: vec![2] }),
            ("E4".to_owned(), MistakeKind::SecondMainPost { row: 3 }),
            ("C6".to_owned(), MistakeKind::Overlap { row: 5 }),
        ]
    );
    // One after the other is no overlap.
    assert_eq!(mistakes("氏名,職,から,まで\n甲野,総務部長,,2026-03-31\n乙野,総務部長,2026-04-01,\n"), []);
}

#[test]
fn seats_are_counted_by_the_day() {
    let file = |third: &str| {
        format!(
            "氏名,職,から,まで\n甲,総務部の次長,2026-01-01,2026-03-31\n乙,総務部の次長,2026-04-01,2026-06-30\n{third}"
        )
    };
    assert_eq!(mistakes(&file("丙,総務部の次長,,\n")), []);
    let full = file("丙,総務部の次長,,\n丁,総務部の次長,2026-05-01,\n");
    assert_eq!(mistakes(&full), [("B5".to_owned(), MistakeKind::NoSeatLeft { seats: 2, rows: vec![3, 4] })]);
}

#[test]
fn what_is_no_occupancy_file() {
    assert_eq!(read(b"", &graph()), Err(OccupancyError::Empty));
    assert_eq!(read(b"\n\n", &graph()), Err(OccupancyError::Empty));
    assert!(matches!(read(b"PK\x03\x04 no archive", &graph()), Err(OccupancyError::Unreadable { .. })));
    assert!(matches!(read(&[0, 159, 146, 150], &graph()), Err(OccupancyError::Unreadable { .. })));
    let without = mistakes("なまえ,職\n甲,総務部長\n");
    assert_eq!(without, [("A1".to_owned(), MistakeKind::NoColumn("氏名 / person".to_owned()))]);
    let twice = mistakes("氏名,名前,職\n甲,乙,総務部長\n");
    assert_eq!(twice, [("B1".to_owned(), MistakeKind::ColumnTwice("名前".to_owned()))]);
    assert_eq!(Mistake { row: 3, column: 28, kind: MistakeKind::Nothing }.cell(), "AB3");
}

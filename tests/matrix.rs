//! `matrix`: who plans, develops, maintains and operates what, on an invented body.

use kengen::analysis::Phase;
use kengen::analysis::{MatrixChoice, MatrixReport, Ownership, matrix};
use kengen::compile::{Supplement, compile};
use kengen::regulation::read_text;

const BODY: &str = "甲機構組織規程
第1条 この規程において「税システム」とは、税の記録を処理するためのシステムをいう。
第2条 機構に企画部、開発部及び運用部を置く。
第3条 企画部の事務分掌は、次のとおりとする。
(1) 窓口システムの企画及び税システムの調達に関すること。
(2) 窓口システムに係る文書の保存に関すること。
第4条 開発部の事務分掌は、次のとおりとする。
(1) 窓口システムの開発及び改修に関すること。
(2) 窓口システムの運用に関すること（運用部の所掌に属するものを除く。）。
第5条 運用部の事務分掌は、次のとおりとする。
(1) 窓口システムの運用に関すること。
(2) 地図サーバーに関すること。
第6条 この規程において「台帳システム」とは、台帳を処理するためのシステムをいう。
";

fn report(choice: &MatrixChoice) -> MatrixReport {
    let (document, _) = read_text(BODY.to_owned());
    matrix(&compile(&document, &Supplement::default()).graph, choice)
}

/// The row of an object: the units of its cells, then of the whole.
fn row(report: &MatrixReport, object: &str) -> Vec<Vec<String>> {
    let row = report.rows.iter().find(|row| row.object == object).unwrap_or_else(|| panic!("no row {object}"));
    let cells = row.cells.iter().chain([&row.whole, &row.other]);
    let unit = |id: &kengen::graph::NodeId| id.as_str().rsplit('/').next().unwrap().to_owned();
    cells
        .map(|cell| {
            let mut units: Vec<String> = cell.iter().filter_map(|owner| owner.unit.as_ref()).map(unit).collect();
            units.dedup();
            units
        })
        .collect()
}

#[test]
fn each_phase_has_its_owners_and_empty_cells_stay_empty() {
    let report = report(&MatrixChoice::Systems);
    assert_eq!(report.phases, Phase::ALL);
    let none = Vec::<String>::new;
    let of = |unit: &str| vec![unit.to_owned()];
    // What exclusions take away is not owned: 運用 is of 運用部 alone.
    assert_eq!(row(&report, "窓口システム"), [of("企画部"), of("開発部"), of("運用部"), none(), none(), none()]);
    assert_eq!(row(&report, "地図サーバー"), [none(), none(), none(), none(), of("運用部"), none()]);
    assert_eq!(row(&report, "税システム"), [none(), none(), none(), none(), none(), of("企画部")]);
    let owners = report.rows.iter().flat_map(|row| row.cells.iter().flatten());
    assert!(owners.into_iter().all(|owner| owner.ownership == Ownership::Owned));
}

#[test]
fn a_system_that_is_only_defined_has_an_empty_row_and_documents_are_no_system() {
    let report = report(&MatrixChoice::Systems);
    let objects: Vec<&str> = report.rows.iter().map(|row| row.object.as_str()).collect();
    assert_eq!(objects, ["窓口システム", "税システム", "地図サーバー", "台帳システム"]);
    assert!(report.rows[3].is_empty() && report.rows[3].definitions.len() == 1);
    assert!(report.rows[1].definitions.len() == 1 && !report.rows[1].is_empty());
}

#[test]
fn objects_are_chosen_by_words() {
    let named = |word: &str| report(&MatrixChoice::Named(vec![word.to_owned()])).rows.len();
    assert_eq!((named("文書"), named("窓口"), named("鯨")), (1, 2, 0));
    assert!(report(&MatrixChoice::All).rows.len() > report(&MatrixChoice::Systems).rows.len() - 1);
}

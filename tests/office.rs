//! Workbooks and Word documents opened by LibreOffice: every cell is read back as it was meant, every table and heading of the
//! document is there, and both print. Runs by name only, see `make test-office`: it needs `soffice`, and fails without.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Bodies of one instrument and of two.
const BODIES: [(&str, &[&str]); 2] = [
    ("jlis", &["graph-data/jlis/regulation.txt"]),
    ("midori", &["graph-data/midori/regulation.txt", "graph-data/midori/delegation.txt"]),
];

/// Sheets of a workbook.
const SHEETS: usize = 9;

/// Every sheet as a file of its own: commas, quotation marks, UTF-8.
const ALL_SHEETS: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

/// Writes a file of each form with kengen.
fn export(folder: &Path, language: &str, files: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kengen"));
    command.args(["--lang", language, "export", "--as-of", "2026-01-01"]).args(files);
    for name in ["book.xlsx", "report.docx", "own.csv"] {
        command.arg("-o").arg(folder.join(name));
    }
    assert!(command.status().expect("it runs").success());
}

/// Has LibreOffice write a file in another form.
fn convert(folder: &Path, file: &str, form: &str) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", form, "--outdir"])
        .arg(folder)
        .arg(folder.join(file))
        .output()
        .expect("soffice is there: apt-get install libreoffice-calc libreoffice-writer");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The files in a folder with this beginning and ending.
fn named(folder: &Path, beginning: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable").path());
    let fits = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(beginning) && name.ends_with(ending)
    };
    entries.filter(fits).collect()
}

/// The cells of a CSV file, white space at the ends of a cell aside.
fn cells(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).expect("UTF-8");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let rows = reader.records().map(|row| row.expect("rows of cells"));
    rows.map(|row| row.iter().map(|cell| cell.replace("\r\n", "\n").trim().to_owned()).collect()).collect()
}

#[test]
fn libreoffice_reads_every_cell_and_prints_every_page() {
    for (name, files) in BODIES {
        for language in ["ja", "en"] {
            let folder = tempfile::tempdir().expect("a folder");
            let folder = folder.path();
            export(folder, language, files);
            convert(folder, "book.xlsx", ALL_SHEETS);
            let read: BTreeSet<Vec<Vec<String>>> =
                named(folder, "book-", ".csv").iter().map(|path| cells(path)).collect();
            assert_eq!(read.len(), SHEETS, "{name} {language}: one file for each sheet");
            let meant = named(folder, "own-", ".csv").into_iter().filter(|path| {
                // The graph itself is no sheet.
                !path.ends_with("own-nodes.csv") && !path.ends_with("own-edges.csv")
            });
            let meant: Vec<PathBuf> = meant.collect();
            assert_eq!(meant.len(), SHEETS, "{name} {language}");
            for path in &meant {
                assert!(read.contains(&cells(path)), "{name} {language}: {} is read otherwise", path.display());
            }
            convert(folder, "report.docx", "txt:Text (encoded):UTF8");
            let text = fs::read_to_string(folder.join("report.txt")).expect("the text of the document");
            for table in ["findings", "substitution"] {
                let cells = cells(&folder.join(format!("own-{table}.csv")));
                for title in cells.first().expect("a header") {
                    assert!(
                        text.contains(title.as_str()),
                        "{name} {language}: {title} of {table} is not in the document"
                    );
                }
            }
            for file in ["book.xlsx", "report.docx"] {
                convert(folder, file, "pdf");
                let pdf = folder.join(file).with_extension("pdf");
                let bytes = fs::read(&pdf).expect("what was printed");
                assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 10_000, "{name} {language}: {file}");
            }
        }
    }
}

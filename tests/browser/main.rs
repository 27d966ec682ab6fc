//! The report in a real browser: links, search, folding, print, both widths, light and dark, and axe-core's rules on
//! accessibility. Runs by name only, see `make test-browser`: it needs chromium, chromedriver and axe-core, and fails without.
//!
//! axe-core is under the MPL and no part of the project: the path of its `axe.min.js` comes from `KENGEN_AXE`.
//! With `KENGEN_SCREENSHOTS=FOLDER` it leaves pictures of what it saw, in base 64, to be looked at.

mod driver;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use driver::Browser;

/// Wide enough for the text beside the contents, and a telephone.
const WIDTHS: [u32; 2] = [1280, 390];
const HEIGHT: u32 = 900;
const ESCAPE: &str = "\u{E00C}";
const ENTER: &str = "\u{E007}";

/// The pages that are tested: reports on a body of one instrument and of two, in both languages.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let regulations: [(&str, &[&str]); 2] = [
        ("jlis", &["graph-data/jlis/regulation.txt"]),
        ("midori", &["graph-data/midori/regulation.txt", "graph-data/midori/delegation.txt"]),
    ];
    let mut pages = Vec::new();
    for (name, files) in regulations {
        for language in ["ja", "en"] {
            let path = folder.join(format!("{name}.{language}.html"));
            let mut command = Command::new(env!("CARGO_BIN_EXE_kengen"));
            command.args(["--lang", language, "report", "--as-of", "2026-01-01", "-o"]).arg(&path).args(files);
            assert!(command.status().expect("it runs").success());
            pages.push(path);
        }
    }
    pages
}

#[test]
fn the_report_works_in_a_browser() {
    let axe = std::env::var("KENGEN_AXE").expect("KENGEN_AXE says where axe.min.js is; make test-browser sets it");
    let axe = std::fs::read_to_string(&axe).expect("axe-core can be read");
    let screenshots = std::env::var_os("KENGEN_SCREENSHOTS").map(PathBuf::from);
    let folder = tempfile::tempdir().expect("a folder");
    let pages = pages(folder.path());
    let browser = Browser::start();
    for page in &pages {
        let name = page.file_stem().expect("a name").to_string_lossy().into_owned();
        for width in WIDTHS {
            browser.resize(width, HEIGHT);
            browser.prefer("light");
            browser.open(page);
            nothing_sticks_out(&browser, &format!("{name} at {width}"));
            links_lead_somewhere(&browser);
            a_clause_opens(&browser, width);
            search_finds(&browser);
            folds_open(&browser);
            keys_work(&browser);
            for scheme in ["light", "dark"] {
                browser.prefer(scheme);
                browser.open(page);
                is_accessible(&browser, &axe, &format!("{name} at {width} in {scheme}"));
                if let Some(folder) = &screenshots {
                    let path = folder.join(format!("{name}-{width}-{scheme}.png.base64"));
                    std::fs::write(path, browser.screenshot()).expect("the folder of screenshots is there");
                }
            }
        }
        browser.resize(WIDTHS[0], HEIGHT);
        browser.prefer("light");
        browser.open(page);
        let all = prints(&browser);
        if let Some(folder) = &screenshots {
            std::fs::write(folder.join(format!("{name}.pdf.base64")), all).expect("the folder of screenshots is there");
        }
        assert_eq!(browser.console(), Vec::<String>::new(), "{name}: the console is silent");
    }
}

/// No part of the page is wider than the window, except what scrolls for itself.
fn nothing_sticks_out(browser: &Browser, place: &str) {
    let wide = browser.run(
        "for (const one of document.querySelectorAll('details')) one.open = true;
         const all = [...document.querySelectorAll('body *')].filter((one) => !one.closest('svg, .unseen, .skip'));
         const scrolls = (one) => one && one !== document.documentElement
             && (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
         const out = all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one.parentElement));
         const page = document.documentElement.scrollWidth > innerWidth ? ['the page: ' + document.documentElement.scrollWidth] : [];
         return page.concat(out.slice(0, 5).map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 40)));",
    );
    assert_eq!(wide, serde_json::json!([]), "{place}");
}

/// Every link leads to something on the page, and no id is there twice.
fn links_lead_somewhere(browser: &Browser) {
    let broken = browser.run(
        "const links = [...document.querySelectorAll('a')].map((one) => one.getAttribute('href') || one.getAttribute('xlink:href'));
         const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
         const known = new Set(); const twice = ids.filter((id) => known.has(id) || !known.add(id));
         return twice.concat(links.filter((link) => !link || !link.startsWith('#') || !known.has(decodeURIComponent(link.slice(1)))));",
    );
    assert_eq!(broken, serde_json::json!([]));
}

/// A link to a clause shows it in the pane; from the clause a link leads back.
fn a_clause_opens(browser: &Browser, width: u32) {
    browser.run(
        "const text = document.getElementById('text');
         const leads = (one) => text.contains(document.getElementById(decodeURIComponent(one.getAttribute('href').slice(1))));
         const links = [...document.querySelectorAll('main a[href^=\"#\"]')].filter((one) => one.offsetParent && !one.closest('svg'));
         const link = links.find((one) => one.getAttribute('href') !== '#text' && leads(one));
         link.scrollIntoView({ block: 'center' }); window.testedLink = link;",
    );
    browser.run("window.testedLink.classList.add('tested')");
    browser.click("a.tested");
    browser.wait("document.querySelector('.clause-block.hit')");
    browser.wait(
        "(() => { const pane = document.getElementById('text').getBoundingClientRect();
           const hit = document.querySelector('.clause-block.hit').getBoundingClientRect();
           return location.hash.length > 1 && hit.bottom > pane.top && hit.top < Math.min(pane.bottom, innerHeight); })()",
    );
    let sheet = browser.run("return document.getElementById('text').classList.contains('sheet')");
    assert_eq!(sheet, Value::Bool(width < 1100), "below 1100 px the text comes up from below");
    if width < 1100 {
        browser.press(ESCAPE);
        browser.wait("!document.getElementById('text').classList.contains('sheet')");
        browser.wait("document.activeElement === window.testedLink");
    }
    let back = browser.run("return document.querySelectorAll('.clause-block .back a').length");
    assert!(back.as_u64().is_some_and(|count| count > 10), "clauses lead back: {back}");
}

/// The search box finds a unit and goes there.
fn search_finds(browser: &Browser) {
    browser.type_into("#search", "総務課");
    browser.wait("document.querySelectorAll('#results li').length > 0");
    let said = browser.run("return document.getElementById('found').textContent");
    assert!(said.as_str().is_some_and(|said| said.chars().any(char::is_numeric)), "the count is announced: {said}");
    let target = browser.run("return document.querySelector('#results li[aria-selected=true]').dataset.target");
    browser.type_into("#search", ENTER);
    browser.wait("document.getElementById('results').hidden");
    let there = format!(
        "document.getElementById({target}).getBoundingClientRect().top < innerHeight && location.hash === '#' + {target}"
    );
    browser.wait(&there);
    browser.run("document.getElementById('search').value = ''; document.activeElement.blur();");
}

/// What is folded opens by a click on its summary, and shuts by another.
fn folds_open(browser: &Browser) {
    browser.run(
        "for (const one of document.querySelectorAll('details')) one.open = false;
         const fold = document.querySelector('main details'); fold.firstElementChild.classList.add('tested-fold');
         fold.scrollIntoView({ block: 'center' });",
    );
    for open in [true, false] {
        browser.click(".tested-fold");
        browser.wait(&format!("document.querySelector('main details').open === {open}"));
    }
}

/// `/` goes to the search box, `j` and `k` through the findings, `d` turns light and dark.
fn keys_work(browser: &Browser) {
    browser.press("/");
    browser.wait("document.activeElement.id === 'search'");
    browser.press(ESCAPE);
    browser.wait("document.activeElement.id !== 'search'");
    browser.press("jj");
    browser.wait("document.querySelectorAll('.finding.now').length === 1");
    let second = browser.run("return [...document.querySelectorAll('.finding')].filter((one) => one.offsetParent).indexOf(document.activeElement)");
    browser.press("k");
    browser.wait(&format!(
        "[...document.querySelectorAll('.finding')].filter((one) => one.offsetParent).indexOf(document.activeElement) === {second} - 1"
    ));
    let ground = "return getComputedStyle(document.body).backgroundColor";
    let light = browser.run(ground);
    browser.press("d");
    assert_ne!(browser.run(ground), light, "dark is another ground");
    browser.press("d");
    assert_eq!(browser.run(ground), light);
}

/// No rule of WCAG 2.1 AA is seriously broken.
fn is_accessible(browser: &Browser, axe: &str, place: &str) {
    browser.run(axe);
    let violations = browser.wait_for_result(
        "const done = arguments[arguments.length - 1];
         axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })
           .then((found) => done((found.passes.length < 20 ? ['only ' + found.passes.length + ' rules were looked at'] : []).concat(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))
             .map((one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + ' ' + (node.any[0] ? node.any[0].message : '')).join(' | ')))),
             (error) => done([String(error)]));",
    );
    assert_eq!(violations, serde_json::json!([]), "{place}");
}

/// The page prints, on several sheets, without what only serves the screen. Gives the document.
fn prints(browser: &Browser) -> String {
    let all = browser.print(&[]);
    let first = browser.print(&["1"]);
    // `%PDF-` in base 64.
    assert!(all.starts_with("JVBERi0") && first.starts_with("JVBERi0"));
    assert!(all.len() > 2 * first.len(), "there is more than one sheet");
    all
}

//! `verify`: claims that hold, that do not, and that cannot be judged.

use kengen::analysis::{ClaimFinding, Expectations, VerifyReport, verify};
use kengen::compile::{Supplement, compile};
use kengen::regulation::read_text;

const CITY: &str = "甲市組織規則
第1条 甲市に総務部及び会計課を置く。
2 総務部に文書課を置く。
第2条 部に部長を、課に課長を置く。
2 部長は、部の事務を統括し、所属職員を指揮監督する。
3 課長は、上司の命を受けて、課の事務を処理し、所属職員を指揮監督する。
第3条 総務部に次長を置く。
2 次長は、部長を補佐し、部長に事故があるときは、その職務を代理する。
第4条 文書課の事務分掌は、次のとおりとする。
(1) 公印の管理に関すること。
第5条 会計課の事務分掌は、次のとおりとする。
(1) 出納に関すること。
(2) 公印の管理に関すること（文書課の所掌に属するものを除く。）。
";

fn report(expectations: &str) -> VerifyReport {
    let (document, _) = read_text(CITY.to_owned());
    let graph = compile(&document, &Supplement::default()).graph;
    verify(&graph, &Expectations::from_toml(expectations).unwrap())
}

fn holds(claim: &str) -> bool {
    let report = report(&format!("[[expect]]\n{claim}\n"));
    match &report.results[0].finding {
        ClaimFinding::Holds { steps } => {
            assert!(!steps.is_empty(), "what holds has its clauses: {claim}");
            true
        }
        ClaimFinding::DoesNotHold { .. } => false,
        other => panic!("{claim}: {other:?}"),
    }
}

#[test]
fn each_claim_holds_or_does_not() {
    for (claim, expected) in [
        ("commands = { superior = \"総務部長\", subordinate = \"文書課長\" }", true),
        ("commands = { superior = \"総務部長\", subordinate = \"文書課長\", direct = true }", true),
        ("commands = { superior = \"文書課長\", subordinate = \"総務部長\" }", false),
        ("commands = { superior = \"総務部長\", subordinate = \"会計課長\" }", false),
        ("owns = { owner = \"文書課\", matter = \"公印\" }", true),
        ("owns = { owner = \"文書課\", matter = \"公印\", only = true }", true),
        ("owns = { owner = \"会計課\", matter = \"公印\" }", false),
        ("owns = { owner = \"会計課\", matter = \"出納\" }", true),
        ("substitutes = { post = \"総務部長\", by = [\"次長\"], only = true }", true),
        ("substitutes = { post = \"総務部長\", by = [\"次長\"], when = \"事故\" }", true),
        ("substitutes = { post = \"総務部長\", by = [\"次長\"], when = \"vacant\" }", false),
        ("substitutes = { post = \"文書課長\", by = [\"次長\"] }", false),
        ("substitutes = { post = \"総務部長\", by = [] }", false),
        ("heads = { post = \"文書課長\", unit = \"文書課\" }", true),
        ("heads = { post = \"次長\", unit = \"総務部\" }", false),
        ("belongs = { member = \"文書課\", unit = \"総務部\" }", true),
        ("belongs = { member = \"文書課長\", unit = \"甲市\" }", true),
        ("belongs = { member = \"会計課\", unit = \"総務部\" }", false),
        ("acting = { post = \"総務部長\", when = \"incapacitated\", by = \"次長\" }", true),
        ("acting = { post = \"総務部長\", when = \"vacant\" }", true),
        ("acting = { post = \"総務部長\", when = \"incapacitated\" }", false),
        ("acting = { post = \"総務部長\", when = \"incapacitated\", also_absent = [\"次長\"], by = \"次長\" }", false),
        ("acting = { post = \"会計課長\", when = \"away\", outcome = \"nobody\" }", true),
    ] {
        assert_eq!(holds(claim), expected, "{claim}");
    }
}

#[test]
fn what_is_expected_not_to_hold_passes_when_it_does_not() {
    let said = |not: bool| format!("[[expect]]\nnot = {not}\nowns = {{ owner = \"会計課\", matter = \"公印\" }}\n");
    assert_eq!((report(&said(true)).passed, report(&said(false)).failed), (1, 1));
}

#[test]
fn a_name_that_means_nothing_proves_nothing() {
    for not in [true, false] {
        let report =
            report(&format!("[[expect]]\nnot = {not}\nheads = {{ post = \"文書課張\", unit = \"文書課\" }}\n"));
        assert_eq!((report.passed, report.failed), (0, 1));
        let ClaimFinding::UnknownName { name, suggestions } = &report.results[0].finding else { panic!() };
        assert_eq!((name.as_str(), suggestions[0].as_str()), ("文書課張", "甲市/総務部/文書課#課長"));
    }
    let report = report("[[expect]]\nbelongs = { member = \"課長\", unit = \"甲市\" }\n");
    assert!(
        matches!(&report.results[0].finding, ClaimFinding::AmbiguousName { candidates, .. } if candidates.len() == 2)
    );
}

#[test]
fn clauses_that_nothing_rests_on_are_listed() {
    let nothing = report("");
    assert_eq!((nothing.untouched.len(), nothing.results.len()), (nothing.clauses, 0));
    let one = report("[[expect]]\nowns = { owner = \"文書課\", matter = \"公印\" }\n");
    assert!(one.untouched.len() < nothing.untouched.len());
    assert!(one.untouched.iter().any(|clause| clause.as_str().contains("第5条")), "{:?}", one.untouched);
    // What fails rests on nothing.
    let failed = report("[[expect]]\nowns = { owner = \"会計課\", matter = \"公印\" }\n");
    assert_eq!(failed.untouched.len(), nothing.untouched.len());
}

#[test]
fn a_file_that_cannot_be_read_names_the_place() {
    for (text, part) in [
        ("[[expect]]\nnot = true\n", "exactly one"),
        (
            "[[expect]]\nowns = { owner = \"a\", matter = \"b\" }\nheads = { post = \"a\", unit = \"b\" }\n",
            "exactly one",
        ),
        ("[[expect]]\nown = {}\n", "own"),
        ("expect = 1\n", "expect"),
        ("[[expect]]\nacting = { post = \"a\", when = \"ill\" }\n", "ill"),
    ] {
        let error = Expectations::from_toml(text).unwrap_err();
        assert!(error.span.is_some(), "{text}");
        assert!(error.message.contains(part) || text.contains(part), "{text}: {}", error.message);
    }
    let read =
        Expectations::from_toml("\n\n[[expect]]\nbecause = \"x\"\nheads = { post = \"a\", unit = \"b\" }\n").unwrap();
    assert_eq!((read.expectations[0].line, read.expectations[0].because.as_str()), (3, "x"));
}

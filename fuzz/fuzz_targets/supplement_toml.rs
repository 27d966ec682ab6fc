//! Any text as a supplement, and a regulation compiled with it.
#![no_main]

use kengen::compile::Supplement;
use kengen::regulation::read_text;
use kengen_fuzz::{ask, compiled};
use libfuzzer_sys::fuzz_target;

const REGULATION: &str = "甲市組織規則
第1条 甲市に総務部及び未来ラボを置き、総務部に人事課を置く。
第2条 部に部長及び次長、課に課長を置く。
2 部長は、市長の命を受けて、部の事務を統括し、所属職員を指揮監督する。
3 次長は、部長を補佐し、部長に事故があるときは、その職務を代理する。
4 課長は、上司の命を受けて、課の事務を掌理する。
第3条 甲市に企画会議を置く。
2 企画会議は、市長及び部長をもって構成する。
第4条 総務部の事務分掌は、次のとおりとする。
(1) 文書に関すること（未来ラボ及び人事課の所掌に属するものを除く。）。
(2) 他の部の所掌に属しない事務に関すること。
";

fuzz_target!(|text: &str| {
    if let Ok(supplement) = Supplement::from_toml(text) {
        let (document, _) = read_text(REGULATION.to_owned());
        let compilation = compiled(&document, &supplement);
        ask(&compilation.graph);
    }
});

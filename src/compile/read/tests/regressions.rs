//! Texts that nobody writes: each is read to its end, in a moment and on the stack of a thread.

use super::read_document;

/// How often a thing is said that one says once or twice.
const MANY: usize = 2000;

/// Reads 「第1条 …」.
fn read(words: &str) {
    assert_eq!(read_document(&format!("癸市組織規則\n第1条 {words}\n")).len(), 1);
}

#[test]
fn brackets_in_one_another() {
    let nested = (0..MANY).fold(String::new(), |inner, _| format!("（港務課{inner}の職員を除く。）"));
    read(&format!("部長は、職員{nested}を指揮監督する。"));
    // Those that are written stay read.
    let shown =
        read_document("癸市組織規則\n第1条 部長は、職員（港務課（森務係を除く。）の職員を除く。）を指揮監督する。\n");
    assert!(shown[0][0].contains("without 森務係"), "{shown:?}");
}

#[test]
fn wholes_in_front_of_a_head() {
    for chain in ["課の", "課長のうち", "課長のいずれかの", "課長が指定する"] {
        read(&format!("部長は、{}者を指揮監督する。", chain.repeat(MANY)));
    }
    read(&format!("部{}は、庶務を処理する。", "等".repeat(MANY * 10)));
}

#[test]
fn operations_of_one_bracket() {
    for chain in ["乙にあっては、", "乙を除き、丙に限り、丁を含み、"] {
        read(&format!("課（{}甲が乙する。）は、事務を処理する。", chain.repeat(MANY / 10)));
    }
}

#[test]
fn occasions_of_one_clause() {
    read(&format!("{}副町長がその職務を代理する。", "課長に事故があるとき、".repeat(MANY)));
}

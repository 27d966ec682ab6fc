//! Lists below what a post does: 「参事官は、次に掲げる事務のうち重要なものの整理に当たる。」, with the work in items.
//!
//! The items are no duties of the post's own: it helps with them, arranges them, or has a part of them. They are the words of
//! its role.

use super::duty_lists::DutyLists;
use super::outline::SentenceKind;
use super::register::Register;
use super::roles::{says_work, subject_posts};
use super::units::main_sentences;

/// The largest number of posts whose role one list may be. Above that the subject is a rank, not a post.
const MAX_POSTS: usize = 30;

/// Adds the items to the roles of the posts.
pub(crate) fn compile(register: &mut Register<'_>, duties: &DutyLists) {
    for index in main_sentences(register) {
        let sentence = register.sentence(index);
        let normal = sentence.bare.normal();
        if sentence.kind != SentenceKind::Lead || duties.contains_key(&index) || !lists_work(normal) {
            continue;
        }
        let Some(topic) = normal.find('は') else { continue };
        let posts = subject_posts(register, index, &normal[..topic]);
        if !(1..=MAX_POSTS).contains(&posts.len()) {
            continue;
        }
        for item in register.outline.below(index, SentenceKind::Item) {
            let proof = register.whole_proof(item);
            let words = register.outline.document.quote(register.sentence(item).text.span()).to_owned();
            for post in &posts {
                let record = &mut register.posts[*post];
                record.post.roles.push(words.clone());
                record.proof.add(&proof);
            }
        }
    }
}

/// Whether a sentence says what somebody does with the work listed below it.
fn lists_work(normal: &str) -> bool {
    const LISTED: [&str; 8] = [
        "次に掲げる事務",
        "次に掲げる事項",
        "次に掲げる業務",
        "次に掲げるもの",
        "次の各号に掲げる事務",
        "次の各号に掲げる事項",
        "次の事務",
        "次の事項",
    ];
    let predicate = normal.find('は').map_or("", |topic| &normal[topic..]);
    LISTED.iter().any(|listed| predicate.contains(listed)) && says_work(normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_work() {
        assert!(lists_work("補佐官は、課の職務のうち次に掲げる事務を助ける。"));
        assert!(lists_work("企画官は、次に掲げる事務のうち重要なものの調整に当たる。"));
        assert!(!lists_work("委員は、次に掲げる者のうちから、市長が委嘱する。"));
        assert!(!lists_work("課長は、次に掲げる事項を報告しなければならない。"));
        assert!(!lists_work("次に掲げる事務は、部長が行う。"));
    }
}

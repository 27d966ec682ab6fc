//! The words of the chosen language for what the coverage report says.

use crate::compile::{LikelyConstruct, NoContent, NoticeKind};
use crate::regulation::{DiagnosticKind, Place};
use crate::render::messages::{Messages, tr};

/// The line of a place, behind the title of its instrument where several were read.
pub fn line_of(place: &Place) -> String {
    format!("{} {}", place.instrument, place.line).trim_start().to_owned()
}

/// What a sentence that was not understood probably says.
pub fn likely_construct(messages: &Messages, construct: LikelyConstruct) -> String {
    match construct {
        LikelyConstruct::Establishment => tr!(messages, "construct-establishment"),
        LikelyConstruct::NumberOfPosts => tr!(messages, "construct-number-of-posts"),
        LikelyConstruct::RoleOfPost => tr!(messages, "construct-role-of-post"),
        LikelyConstruct::DutyList => tr!(messages, "construct-duty-list"),
        LikelyConstruct::DutyInWords => tr!(messages, "construct-duty-in-words"),
        LikelyConstruct::Exception => tr!(messages, "construct-exception"),
        LikelyConstruct::Substitution => tr!(messages, "construct-substitution"),
        LikelyConstruct::Delegation => tr!(messages, "construct-delegation"),
        LikelyConstruct::Command => tr!(messages, "construct-command"),
        LikelyConstruct::Council => tr!(messages, "construct-council"),
        LikelyConstruct::ExOfficio => tr!(messages, "construct-ex-officio"),
        LikelyConstruct::Appointment => tr!(messages, "construct-appointment"),
        LikelyConstruct::Definition => tr!(messages, "construct-definition"),
        LikelyConstruct::Location => tr!(messages, "construct-location"),
        LikelyConstruct::ReadingAcross => tr!(messages, "construct-reading-across"),
        LikelyConstruct::Power => tr!(messages, "construct-power"),
        LikelyConstruct::Obligation => tr!(messages, "construct-obligation"),
        LikelyConstruct::TableRow => tr!(messages, "construct-table-row"),
        LikelyConstruct::ListedWords => tr!(messages, "construct-listed-words"),
        LikelyConstruct::Fragment => tr!(messages, "construct-fragment"),
        LikelyConstruct::Other => tr!(messages, "construct-other"),
    }
}

/// Why a sentence has no authority content.
pub fn no_content(messages: &Messages, kind: NoContent) -> String {
    match kind {
        NoContent::Purpose => tr!(messages, "no-content-purpose"),
        NoContent::Definition => tr!(messages, "no-content-definition"),
        NoContent::Commencement => tr!(messages, "no-content-commencement"),
        NoContent::Transition => tr!(messages, "no-content-transition"),
        NoContent::LeftToOthers => tr!(messages, "no-content-left-to-others"),
        NoContent::OpenEstablishment => tr!(messages, "no-content-open-establishment"),
        NoContent::Deleted => tr!(messages, "no-content-deleted"),
        NoContent::TableHeader => tr!(messages, "no-content-table-header"),
        NoContent::Location => tr!(messages, "no-content-location"),
        NoContent::TermsOfOffice => tr!(messages, "no-content-terms-of-office"),
    }
}

/// What could not be read for certain.
pub fn notice_kind(messages: &Messages, kind: NoticeKind) -> String {
    match kind {
        NoticeKind::UnknownUnit => tr!(messages, "notice-unknown-unit"),
        NoticeKind::AmbiguousUnit => tr!(messages, "notice-ambiguous-unit"),
        NoticeKind::UnknownPost => tr!(messages, "notice-unknown-post"),
        NoticeKind::AmbiguousPost => tr!(messages, "notice-ambiguous-post"),
        NoticeKind::NoSuperior => tr!(messages, "notice-no-superior"),
        NoticeKind::CountMismatch => tr!(messages, "notice-count-mismatch"),
        NoticeKind::NestingConflict => tr!(messages, "notice-nesting-conflict"),
        NoticeKind::SecondHead => tr!(messages, "notice-second-head"),
        NoticeKind::StaffCategory => tr!(messages, "notice-staff-category"),
        NoticeKind::LeftToPost => tr!(messages, "notice-left-to-post"),
        NoticeKind::UnclearObject => tr!(messages, "notice-unclear-object"),
        NoticeKind::LostIndentation => tr!(messages, "notice-lost-indentation"),
    }
}

/// The kind of noise that was repaired.
pub fn diagnostic_kind(messages: &Messages, kind: DiagnosticKind) -> String {
    match kind {
        DiagnosticKind::BrokenLine => tr!(messages, "noise-broken-line"),
        DiagnosticKind::LostBullet => tr!(messages, "noise-lost-bullet"),
        DiagnosticKind::SpacedLetters => tr!(messages, "noise-spaced-letters"),
        DiagnosticKind::MixedBrackets => tr!(messages, "noise-mixed-brackets"),
        DiagnosticKind::DoubledEnding => tr!(messages, "noise-doubled-ending"),
        DiagnosticKind::NumberAlone => tr!(messages, "noise-number-alone"),
        DiagnosticKind::GluedList => tr!(messages, "noise-glued-list"),
        DiagnosticKind::UnmatchedBracket => tr!(messages, "noise-unmatched-bracket"),
        DiagnosticKind::MalformedMarkup => tr!(messages, "noise-malformed-markup"),
        DiagnosticKind::HiddenWords => tr!(messages, "noise-hidden-words"),
        DiagnosticKind::NumberGap => tr!(messages, "noise-number-gap"),
    }
}

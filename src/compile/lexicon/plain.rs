//! Verbs without a sense of authority, with what their sentences are about (`reading.md` §7). A plain verb that is not here leaves its
//! sentence unread.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why a sentence has no authority content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What the regulation is for.
    Purpose,
    /// What a word means.
    Definition,
    /// From when it is in force.
    Commencement,
    /// What happens to earlier rules and acts.
    Transition,
    /// It changes the text of another rule.
    Amendment,
    /// A deleted provision.
    Deleted,
    /// Left to another instrument or to somebody.
    LeftToOthers,
    /// Where something is, for which area.
    Location,
    /// Terms of office, qualification.
    TermsOfOffice,
    /// Who appoints whom.
    Appointment,
    /// What is told afterwards of what was decided.
    AfterReport,
    /// Documents, seals, forms.
    Documents,
    /// How far somebody may decide or act for another.
    LimitsOfDeciding,
    /// How a meeting proceeds.
    Procedure,
    /// Working hours, leave, pay.
    Service,
    /// How people have to act.
    Conduct,
    /// Publication and money.
    Publication,
    /// The header of a table.
    TableHeader,
}

/// Stems of plain verbs, with what a sentence is about of which nothing else is read.
pub(crate) const PLAIN_VERBS: &[(&str, Kind)] = &[
    ("施行", Kind::Commencement),
    ("廃止", Kind::Transition),
    ("改正", Kind::Amendment),
    ("改め", Kind::Amendment),
    ("削", Kind::Amendment),
    ("削除", Kind::Deleted),
    ("目的", Kind::Purpose),
    ("届け出", Kind::Conduct),
    ("届出", Kind::Conduct),
    ("報告", Kind::AfterReport),
    ("提出", Kind::Conduct),
    ("供", Kind::AfterReport),
    ("閲覧", Kind::AfterReport),
    ("押", Kind::Documents),
    ("押印", Kind::Documents),
    ("備え", Kind::Documents),
    ("記載", Kind::Documents),
    ("保存", Kind::Documents),
    ("保管", Kind::Documents),
    ("用い", Kind::Documents),
    ("使用", Kind::Documents),
    ("公表", Kind::Publication),
    ("告示", Kind::Publication),
    ("公告", Kind::Publication),
    ("掲示", Kind::Publication),
    ("支弁", Kind::Publication),
    ("支給", Kind::Service),
    ("示", Kind::Documents),
    ("努め", Kind::Conduct),
    ("留意", Kind::Conduct),
    ("協力", Kind::Conduct),
    ("応援", Kind::Conduct),
    ("従", Kind::Conduct),
    ("解散", Kind::Procedure),
    ("開", Kind::Procedure),
    ("開催", Kind::Procedure),
    ("決", Kind::Procedure),
    ("議決", Kind::Procedure),
    ("公開", Kind::Procedure),
    ("受け", Kind::Conduct),
    ("得", Kind::Conduct),
    ("経", Kind::Conduct),
    ("求め", Kind::Conduct),
    ("図", Kind::Conduct),
    ("述べ", Kind::Conduct),
    ("建議", Kind::Conduct),
    ("答申", Kind::Conduct),
    ("勧告", Kind::Conduct),
    ("通知", Kind::AfterReport),
    ("協議", Kind::Conduct),
    ("教育", Kind::Conduct),
    ("教授", Kind::Conduct),
    ("勘案", Kind::Conduct),
    ("考慮", Kind::Conduct),
    ("踏まえ", Kind::Conduct),
    ("招", Kind::Procedure),
    ("準じ", Kind::LeftToOthers),
    ("公示", Kind::Publication),
    ("変更", Kind::Transition),
    ("退職", Kind::Service),
    ("出張", Kind::Service),
    ("勤務", Kind::Service),
];

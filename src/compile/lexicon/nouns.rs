//! Nouns that the grammar knows: works, occasions, events, criteria, nouns that name a role (`reading.md` §3.6).

/// Heads of matters: what a duty is about ends in one of them.
pub(crate) const MATTERS: &str = "\
    事務 こと 事項 業務 職務 もの 任務 庶務 会務 部務 課務 局務 所務 署務 院務 館務 園務 校務 室務 \
    係務 隊務 団務 班務 議事 公務 実務 税務 権限 仕事 作業 事業 施策 企画 調整 事務所掌 重要事項 監査 \
    調査 研究 審査 検査 指導 監督 整理 管理 運営 教育 訓練 研修 診療 看護 治療 連絡 事案 案件 任 \
    責任 所掌事務 所管事務 分掌事務 担任事務 担当事務 事務処理 処務 司法 総務 財務 法務 政務 国務 専務 \
    常務 学務 教務 療務 会計 庁務 府務 省務 台務 寮務 センター務 機務 支所務 本部の事務 取扱い 処理";

/// Matters that say only which post or unit they belong to: the role of a post and no duty of its own. Told by what is left when
/// the name in front is taken away.
pub(crate) const GENERIC_MATTERS: &str = "\
    事務 業務 職務 所掌事務 所管事務 分掌事務 担任事務 担当事務 分担事務 主管事務 所管業務 担当業務 部務 \
    課務 局務 所務 署務 院務 館務 園務 校務 室務 係務 隊務 団務 班務 会務 庁務 府務 省務 台務 全般 \
    事務全般 業務全般 総括的事務 分掌に係る事務 命ずる事務 命じた事務 命ぜられた事務 命じられた事務 \
    指示する事務 担任する事務 分担する事務 担当する事務 所掌に属する事務 所管に属する事務 分掌する事務 \
    所掌する事務 所管する事務 定める事務 指定する事務 特定の事務 任務 仕事 一般事務 主管の事務 専門の事務 \
    担任の事務 担当の事務 所掌の事務 所管の事務 分掌の事務 掌理事務";

/// Nouns that make an occasion of what stands in front of them.
pub(crate) const OCCASIONS: &str = "\
    とき 時 場合 間 期間 期間中 際 限り 以上 後 前 日 たび 都度 うち";

/// Words in front of 者, 職員 or a title that make a criterion or a designation of it and no post.
pub(crate) const CRITERIA: &str = "\
    主務 主管 所管 担当 上席 先任 年長 筆頭 直近下位 直近上位 直近 次席 順位 順序 年長者 在職 号給 \
    席次 関係 所轄 直属 当該事務 最上席 最先任 最年長 高い 上位 下位 順 長い 古い";

/// Words of events that keep somebody from his post.
pub(crate) const EVENTS: &[(&str, super::senses::Event)] = &[
    ("事故", super::senses::Event::Incapacitated),
    ("支障", super::senses::Event::Incapacitated),
    ("欠け", super::senses::Event::Vacant),
    ("欠員", super::senses::Event::Vacant),
    ("空席", super::senses::Event::Vacant),
    ("不在", super::senses::Event::Away),
    ("出張", super::senses::Event::Away),
    ("旅行", super::senses::Event::Away),
    ("休暇", super::senses::Event::Away),
    ("登庁しない", super::senses::Event::Away),
];

/// Nouns that name a role when the sentence speaks of them (C4, §3.6).
pub(crate) const ROLE_NOUNS: &[(&str, RoleNoun)] = &[
    ("分掌事務", RoleNoun::Duties),
    ("事務分掌", RoleNoun::Duties),
    ("所掌事務", RoleNoun::Duties),
    ("所管事務", RoleNoun::Duties),
    ("分担事務", RoleNoun::Duties),
    ("分掌する事務", RoleNoun::Duties),
    ("所掌する事務", RoleNoun::Duties),
    ("つかさどる事務", RoleNoun::Duties),
    ("担任する事務", RoleNoun::Duties),
    ("担任事務", RoleNoun::Duties),
    ("担当事務", RoleNoun::Duties),
    ("分掌事項", RoleNoun::Duties),
    ("所掌事項", RoleNoun::Duties),
    ("事務の分掌", RoleNoun::Duties),
    ("事務の分担", RoleNoun::Duties),
    ("所管", RoleNoun::Duties),
    ("分掌", RoleNoun::Duties),
    ("所掌", RoleNoun::Duties),
    ("任務", RoleNoun::Duties),
    ("業務", RoleNoun::Duties),
    ("職務", RoleNoun::Duties),
    ("職務内容", RoleNoun::Duties),
    ("職務の内容", RoleNoun::Duties),
    ("事務", RoleNoun::Duties),
    ("職責", RoleNoun::Duties),
    ("庶務", RoleNoun::Duties),
    ("組織", RoleNoun::Parts),
    ("構成", RoleNoun::Parts),
    ("内部組織", RoleNoun::Parts),
    ("機構", RoleNoun::Parts),
    ("名称", RoleNoun::Parts),
    ("代理する者", RoleNoun::Substitute),
    ("代理する職員", RoleNoun::Substitute),
    ("代行する者", RoleNoun::Substitute),
    ("代行する職員", RoleNoun::Substitute),
    ("代決する者", RoleNoun::Substitute),
    ("代決する職員", RoleNoun::Substitute),
    ("代理すべき職員", RoleNoun::Substitute),
    ("職務代理者", RoleNoun::Substitute),
    ("代理者", RoleNoun::Substitute),
    ("代決者", RoleNoun::Substitute),
    ("代行者", RoleNoun::Substitute),
    ("上席の職員", RoleNoun::Substitute),
    ("代決権者", RoleNoun::Substitute),
    ("代理の順序", RoleNoun::SubstituteOrder),
    ("代理の順位", RoleNoun::SubstituteOrder),
    ("代決の順序", RoleNoun::SubstituteOrder),
    ("代決の順位", RoleNoun::SubstituteOrder),
    ("順序", RoleNoun::SubstituteOrder),
    ("順位", RoleNoun::SubstituteOrder),
    ("代理順位", RoleNoun::SubstituteOrder),
    ("専決事項", RoleNoun::Decisions),
    ("決裁事項", RoleNoun::Decisions),
    ("専決することができる事項", RoleNoun::Decisions),
    ("専決できる事項", RoleNoun::Decisions),
    ("専決する事項", RoleNoun::Decisions),
    ("専決区分", RoleNoun::Decisions),
    ("決裁区分", RoleNoun::Decisions),
    ("委員", RoleNoun::Members),
    ("構成員", RoleNoun::Members),
    ("会員", RoleNoun::Members),
    ("本部員", RoleNoun::Members),
    ("定数", RoleNoun::Number),
    ("員数", RoleNoun::Number),
    ("定員", RoleNoun::Number),
    ("位置", RoleNoun::None),
    ("所在地", RoleNoun::None),
    ("管轄区域", RoleNoun::None),
    ("区域", RoleNoun::None),
    ("任期", RoleNoun::None),
    ("様式", RoleNoun::None),
    ("意義", RoleNoun::None),
    ("施行期日", RoleNoun::None),
    ("担当区域", RoleNoun::None),
    ("事務所", RoleNoun::None),
];

/// What a noun of [`ROLE_NOUNS`] asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RoleNoun {
    /// What somebody owns.
    Duties,
    /// What is put into a unit.
    Parts,
    /// Who acts for somebody.
    Substitute,
    /// In which order they act.
    SubstituteOrder,
    /// What somebody may decide.
    Decisions,
    /// Who is in a council.
    Members,
    /// How many.
    Number,
    /// Nothing of authority.
    None,
}

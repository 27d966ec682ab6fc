//! What a column of a table holds, told by its header (`reading.md` §1.4). A new heading is one line here.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// Units.
    Unit,
    /// Posts.
    Post,
    /// Who holds the post.
    Holder,
    /// Work.
    Matter,
    /// What is decided.
    Decision,
    /// For whom somebody acts.
    Principal,
    /// Who acts.
    Substitute,
    /// Who acts in this order.
    Order(u32),
    /// How far, how much, when.
    Limit,
    /// How many.
    Number,
    /// The office that the row speaks of.
    Member,
    /// Places, areas, remarks.
    Idle,
    /// What the holder of the title in the header has: a post, or of decisions the limit.
    Title,
}

/// Ends of headers, the longest that fits counts.
const HEADERS: &[(&str, Column)] = &[
    ("課", Column::Unit),
    ("係", Column::Unit),
    ("部", Column::Unit),
    ("室", Column::Unit),
    ("局", Column::Unit),
    ("班", Column::Unit),
    ("科", Column::Unit),
    ("組織", Column::Unit),
    ("機構", Column::Unit),
    ("機関", Column::Unit),
    ("施設", Column::Unit),
    ("施設名", Column::Unit),
    ("部等", Column::Unit),
    ("課等", Column::Unit),
    ("課名", Column::Unit),
    ("係名", Column::Unit),
    ("部名", Column::Unit),
    ("班名", Column::Unit),
    ("室名", Column::Unit),
    ("部局", Column::Unit),
    ("部署", Column::Unit),
    ("所属", Column::Unit),
    ("名称", Column::Unit),
    ("の名称", Column::Unit),
    ("設置する課", Column::Unit),
    ("所", Column::Unit),
    ("支所", Column::Unit),
    ("署", Column::Unit),
    ("分室", Column::Unit),
    ("庁舎", Column::Idle),
    ("都道府県", Column::Idle),
    ("センター", Column::Unit),
    ("学校", Column::Unit),
    ("職", Column::Post),
    ("職名", Column::Post),
    ("役職", Column::Post),
    ("役職名", Column::Post),
    ("職員", Column::Post),
    ("役名", Column::Post),
    ("職の名称", Column::Post),
    ("組織上の職", Column::Post),
    ("職制", Column::Post),
    ("官職", Column::Post),
    ("本部の職", Column::Post),
    ("充当職", Column::Holder),
    ("充てる職", Column::Holder),
    ("充てられる者", Column::Holder),
    ("充てる者", Column::Holder),
    ("平常時の職", Column::Holder),
    ("担当者", Column::Holder),
    ("分掌事務", Column::Matter),
    ("事務分掌", Column::Matter),
    ("所掌事務", Column::Matter),
    ("所管事務", Column::Matter),
    ("分担事務", Column::Matter),
    ("担当事務", Column::Matter),
    ("分掌事項", Column::Matter),
    ("職務", Column::Matter),
    ("職務内容", Column::Matter),
    ("任務", Column::Matter),
    ("事務", Column::Matter),
    ("業務", Column::Matter),
    ("業務内容", Column::Matter),
    ("事務の内容", Column::Matter),
    ("所掌する事務", Column::Matter),
    ("専決事項", Column::Decision),
    ("決裁事項", Column::Decision),
    ("事項", Column::Decision),
    ("事案", Column::Decision),
    ("決裁権者", Column::Principal),
    ("被代理者", Column::Principal),
    ("代理される者", Column::Principal),
    ("代理される職", Column::Principal),
    ("代決者", Column::Substitute),
    ("代理者", Column::Substitute),
    ("職務代理者", Column::Substitute),
    ("代行者", Column::Substitute),
    ("代理する者", Column::Substitute),
    ("代理する職員", Column::Substitute),
    ("代決する者", Column::Substitute),
    ("代決の順位", Column::Substitute),
    ("代理の順位", Column::Substitute),
    ("順位", Column::Substitute),
    ("代理順位", Column::Substitute),
    ("担当区分", Column::Limit),
    ("区分", Column::Limit),
    ("内容", Column::Matter),
    ("金額", Column::Limit),
    ("限度額", Column::Limit),
    ("範囲", Column::Limit),
    ("基準", Column::Limit),
    ("期間", Column::Limit),
    ("期限", Column::Limit),
    ("人数", Column::Number),
    ("定数", Column::Number),
    ("員数", Column::Number),
    ("数", Column::Number),
    ("定員", Column::Number),
    ("局の名称", Column::Member),
    ("位置", Column::Idle),
    ("所在地", Column::Idle),
    ("管轄区域", Column::Idle),
    ("区域", Column::Idle),
    ("担当区域", Column::Idle),
    ("備考", Column::Idle),
    ("摘要", Column::Idle),
    ("根拠", Column::Idle),
    ("電話", Column::Idle),
    ("番号", Column::Idle),
    ("項目", Column::Idle),
    ("都道府県", Column::Idle),
    ("市町村", Column::Idle),
    ("所在する地", Column::Idle),
    ("設置地", Column::Idle),
];

/// What a column holds, by its header; nothing for words that are no header.
pub(crate) fn column(header: &str) -> Option<Column> {
    let header: String = header.split_whitespace().collect();
    let header = header.split('(').next().filter(|front| !front.is_empty()).unwrap_or(&header);
    let header = header
        .strip_suffix('等')
        .or_else(|| header.strip_suffix('名'))
        .filter(|stem| stem.chars().count() > 1)
        .unwrap_or(header);
    if let Some(order) = order(header) {
        return Some(Column::Order(order));
    }
    let fits =
        HEADERS.iter().filter(|(end, _)| header == *end || header.ends_with(end) && header.chars().count() <= 14);
    fits.max_by_key(|(end, _)| end.len()).map(|(_, column)| *column)
}

/// 第一順位, 第2位, 1順位.
fn order(header: &str) -> Option<u32> {
    let body = header.strip_suffix("順位").or_else(|| header.strip_suffix('位'))?;
    let body = body.strip_prefix('第').unwrap_or(body);
    crate::regulation::parse_number(body)
}

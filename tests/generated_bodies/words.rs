//! Invented names and matters. Nothing here is shared with the compiler: what it knows of kinds and titles is its own affair.

/// Names of municipalities and of other bodies with the word that they end in.
pub const BODIES: [(&str, &str); 12] = [
    ("桜川市", "市"),
    ("青葉町", "町"),
    ("北原村", "村"),
    ("朝日島市", "市"),
    ("白浜町", "町"),
    ("海洋観測機構", "機構"),
    ("地域情報機構", "機構"),
    ("交通安全協会", "協会"),
    ("山岳救助協会", "協会"),
    ("砂防調査庁", "庁"),
    ("広域水道組合", "組合"),
    ("広域清掃組合", "組合"),
];

/// What instruments that organise a body are called.
pub const INSTRUMENTS: [&str; 5] = ["組織規則", "事務分掌規則", "処務規則", "行政組織規則", "組織規程"];

/// Stems of names by kind.
pub fn stems(kind: &str) -> &'static [&'static str] {
    match kind {
        "局" => &["都市基盤", "生活環境", "産業経済", "保健衛生", "交通", "水道"],
        "部" => &["総務", "企画", "市民", "福祉", "建設", "産業", "環境", "財務", "情報", "技術", "業務", "教育"],
        "課" => &[
            "総務",
            "人事",
            "財政",
            "会計",
            "契約",
            "管財",
            "税務",
            "市民",
            "戸籍",
            "保険",
            "高齢福祉",
            "子育て支援",
            "道路",
            "河川",
            "建築",
            "農政",
            "商工",
            "観光",
            "環境保全",
            "廃棄物対策",
            "学校教育",
            "生涯学習",
            "給水",
            "情報政策",
            "広報広聴",
            "防災",
            "企画・調整",
            "検査",
            "統計",
        ],
        "係" => &[
            "庶務",
            "文書",
            "人事",
            "給与",
            "予算",
            "決算",
            "出納",
            "調達",
            "窓口",
            "年金",
            "給付",
            "審査",
            "認定",
            "相談",
            "維持",
            "工事",
            "設計",
            "許可",
            "指導",
            "振興",
            "統計",
            "調査",
            "広報",
            "防災",
            "管理・調整",
        ],
        "室" => &["秘書", "監査", "危機管理", "情報化推進", "国際交流", "用地対策", "公園緑地", "検査"],
        "センター" => &["地域支援", "消費生活", "文化財", "健康づくり", "子育て", "電子計算"],
        "事務所" => &["東部", "西部", "南部", "北部", "港湾", "工事"],
        _ => unreachable!("no stems for {kind}"),
    }
}

/// Units with long names and what they are called for short.
pub const SHORTENED: [(&str, &str, &str); 5] = [
    ("個人情報保護推進センター", "保護センター", "センター"),
    ("高齢者生活支援センター", "支援センター", "センター"),
    ("公共施設総合管理室", "管理室", "室"),
    ("中心市街地活性化対策室", "対策室", "室"),
    ("新庁舎建設準備室", "準備室", "室"),
];

/// The title of the head of a unit.
pub fn head(kind: &str) -> &'static str {
    match kind {
        "局" => "局長",
        "部" => "部長",
        "課" => "課長",
        "係" => "係長",
        "室" => "室長",
        "センター" => "センター長",
        "事務所" => "所長",
        _ => unreachable!("no head for {kind}"),
    }
}

/// Titles of those next to the head.
pub fn deputies(kind: &str) -> &'static [&'static str] {
    match kind {
        "局" => &["局次長", "副局長"],
        "部" => &["次長", "副部長"],
        "課" => &["課長補佐", "副課長"],
        "係" => &["係長補佐"],
        "室" => &["副室長", "室長補佐"],
        "センター" => &["副センター長"],
        "事務所" => &["副所長"],
        _ => unreachable!("no deputy for {kind}"),
    }
}

/// Other titles.
pub const STAFF: [&str; 12] =
    ["参事", "主幹", "主査", "主任", "主事", "技師", "専門員", "調査員", "副主幹", "主任主査", "専門監", "技術主幹"];

/// Officers that a statute creates, by the word that the body's name ends in.
pub fn officers(kind: &str) -> [&'static str; 2] {
    match kind {
        "市" => ["市長", "副市長"],
        "町" => ["町長", "副町長"],
        "村" => ["村長", "副村長"],
        "協会" => ["会長", "副会長"],
        "庁" => ["長官", "次官"],
        "組合" => ["管理者", "副管理者"],
        _ => ["理事長", "副理事長"],
    }
}

/// Councils.
pub const COUNCILS: [&str; 5] = ["経営会議", "政策調整会議", "安全管理委員会", "予算審査会", "広報連絡会"];

/// Objects of duties.
pub const OBJECTS: [&str; 24] = [
    "文書",
    "公印",
    "職員の給与",
    "予算",
    "契約",
    "物品",
    "庁舎",
    "車両",
    "広報",
    "統計",
    "市民税",
    "戸籍",
    "国民健康保険",
    "道路",
    "橋りょう",
    "河川",
    "公園",
    "農業",
    "商店街",
    "学校",
    "図書",
    "電子計算機",
    "水源",
    "苦情",
];

/// What is done with them.
pub const ACTIVITIES: [&str; 12] =
    ["管理", "収受", "調整", "企画", "立案", "運用", "維持", "振興", "調査", "保管", "検査", "指導"];

/// Topics that a duty may leave out without giving way to a unit.
pub const TOPICS: [&str; 4] = ["公園用地", "寄附を受けたもの", "軽易なもの", "仮設のもの"];

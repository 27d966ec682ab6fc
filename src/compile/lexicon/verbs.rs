//! Verbs with a sense of their own (`reading.md` §3.2). A new verb is one line here and a case.

use super::senses::Sense;
use Flexion::{B, G, Ichidan, K, M, R, S, Suru, T, W};

/// How a verb is inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flexion {
    /// 設置する.
    Suru,
    /// 設ける.
    Ichidan,
    /// 置く.
    K,
    /// 継ぐ.
    G,
    /// 属す, 司す.
    S,
    /// 受け持つ.
    T,
    /// 及ぶ.
    B,
    /// 営む.
    M,
    /// つかさどる.
    R,
    /// 行う.
    W,
}

/// Stem, how it is inflected, sense.
pub(crate) const VERBS: &[(&str, Flexion, Sense)] = &[
    ("置", K, Sense::Put),
    ("お", K, Sense::Put),
    ("設け", Ichidan, Sense::Put),
    ("もうけ", Ichidan, Sense::Put),
    ("設置", Suru, Sense::Put),
    ("附置", Suru, Sense::Put),
    ("付置", Suru, Sense::Put),
    ("併置", Suru, Sense::Put),
    ("配置", Suru, Sense::Put),
    ("充て", Ichidan, Sense::Fill),
    ("充当", Suru, Sense::Fill),
    ("任命", Suru, Sense::Fill),
    ("任免", Suru, Sense::Fill),
    ("任用", Suru, Sense::Fill),
    ("補", S, Sense::Fill),
    ("命", S, Sense::Fill),
    ("命じ", Ichidan, Sense::Fill),
    ("委嘱", Suru, Sense::Fill),
    ("嘱託", Suru, Sense::Fill),
    ("選任", Suru, Sense::Fill),
    ("選出", Suru, Sense::Fill),
    ("互選", Suru, Sense::Fill),
    ("選挙", Suru, Sense::Fill),
    ("推薦", Suru, Sense::Fill),
    ("指定", Suru, Sense::Fill),
    ("指名", Suru, Sense::Fill),
    ("兼ね", Ichidan, Sense::Fill),
    ("兼務", Suru, Sense::Fill),
    ("兼任", Suru, Sense::Fill),
    ("併任", Suru, Sense::Fill),
    ("つかさど", R, Sense::Own),
    ("掌", R, Sense::Own),
    ("司", R, Sense::Own),
    ("行", W, Sense::Own),
    ("行な", W, Sense::Own),
    ("おこな", W, Sense::Own),
    ("処理", Suru, Sense::Own),
    ("分掌", Suru, Sense::Own),
    ("分任", Suru, Sense::Own),
    ("従事", Suru, Sense::Own),
    ("担当", Suru, Sense::Own),
    ("所掌", Suru, Sense::Own),
    ("所管", Suru, Sense::Own),
    ("主管", Suru, Sense::Own),
    ("分担", Suru, Sense::Own),
    ("担任", Suru, Sense::Own),
    ("掌握", Suru, Sense::Lead),
    ("取り扱", W, Sense::Own),
    ("取扱", W, Sense::Own),
    ("受け持", T, Sense::Own),
    ("受持", T, Sense::Own),
    ("執行", Suru, Sense::Own),
    ("執務", Suru, Sense::Own),
    ("行使", Suru, Sense::Own),
    ("監査", Suru, Sense::Own),
    ("審議", Suru, Sense::Own),
    ("調査審議", Suru, Sense::Own),
    ("検討", Suru, Sense::Own),
    ("審査", Suru, Sense::Own),
    ("調査", Suru, Sense::Own),
    ("研究", Suru, Sense::Own),
    ("実施", Suru, Sense::Own),
    ("遂行", Suru, Sense::Own),
    ("負担", Suru, Sense::Plain),
    ("管轄", Suru, Sense::Own),
    ("掌理", Suru, Sense::Lead),
    ("統括", Suru, Sense::Lead),
    ("総括", Suru, Sense::Lead),
    ("総理", Suru, Sense::Lead),
    ("統轄", Suru, Sense::Lead),
    ("総轄", Suru, Sense::Lead),
    ("統理", Suru, Sense::Lead),
    ("管掌", Suru, Sense::Lead),
    ("管理", Suru, Sense::Lead),
    ("代表", Suru, Sense::Lead),
    ("統べ", Ichidan, Sense::Lead),
    ("統率", Suru, Sense::Lead),
    ("指揮監督", Suru, Sense::Direct),
    ("指導監督", Suru, Sense::Direct),
    ("監督", Suru, Sense::Direct),
    ("指揮", Suru, Sense::Direct),
    ("統制", Suru, Sense::Direct),
    ("指導", Suru, Sense::Direct),
    ("命令", Suru, Sense::Direct),
    ("指示", Suru, Sense::Direct),
    ("受け", Ichidan, Sense::Under),
    ("うけ", Ichidan, Sense::Under),
    ("承け", Ichidan, Sense::Under),
    ("整理", Suru, Sense::Arrange),
    ("総括整理", Suru, Sense::Arrange),
    ("調整", Suru, Sense::Arrange),
    ("総合調整", Suru, Sense::Arrange),
    ("連絡調整", Suru, Sense::Arrange),
    ("取りまとめ", Ichidan, Sense::Arrange),
    ("とりまとめ", Ichidan, Sense::Arrange),
    ("参画", Suru, Sense::TakePart),
    ("参与", Suru, Sense::TakePart),
    ("助言", Suru, Sense::TakePart),
    ("助け", Ichidan, Sense::Assist),
    ("たすけ", Ichidan, Sense::Assist),
    ("補佐", Suru, Sense::Assist),
    ("補助", Suru, Sense::Assist),
    ("援助", Suru, Sense::Assist),
    ("代理", Suru, Sense::Act),
    ("代決", Suru, Sense::Act),
    ("代行", Suru, Sense::Act),
    ("代わって行", W, Sense::Act),
    ("専決", Suru, Sense::Decide),
    ("決裁", Suru, Sense::Decide),
    ("決定", Suru, Sense::Decide),
    ("裁決", Suru, Sense::Decide),
    ("専行", Suru, Sense::Decide),
    ("委任", Suru, Sense::Delegate),
    ("組織", Suru, Sense::Compose),
    ("構成", Suru, Sense::Compose),
    ("成", R, Sense::Compose),
    ("招集", Suru, Sense::Compose),
    ("召集", Suru, Sense::Compose),
    ("主宰", Suru, Sense::Compose),
    ("主催", Suru, Sense::Compose),
    ("出席", Suru, Sense::Compose),
    ("加え", Ichidan, Sense::Compose),
    ("属", S, Sense::Belong),
    ("附属", Suru, Sense::Belong),
    ("所属", Suru, Sense::Belong),
    ("定め", Ichidan, Sense::Refer),
    ("準用", Suru, Sense::Refer),
    ("適用", Suru, Sense::Refer),
    ("読み替え", Ichidan, Sense::Refer),
    ("読替え", Ichidan, Sense::Refer),
    ("読みかえ", Ichidan, Sense::Refer),
    ("妨げ", Ichidan, Sense::Refer),
    ("届け出", Ichidan, Sense::Plain),
    ("届出", Ichidan, Sense::Plain),
    ("備え", Ichidan, Sense::Plain),
    ("用い", Ichidan, Sense::Plain),
    ("努め", Ichidan, Sense::Plain),
    ("掲げ", Ichidan, Sense::Plain),
    ("占め", Ichidan, Sense::Plain),
    ("求め", Ichidan, Sense::Plain),
    ("認め", Ichidan, Sense::Plain),
    ("欠け", Ichidan, Sense::Plain),
    ("係", R, Sense::Plain),
    ("図", R, Sense::Plain),
    ("至", R, Sense::Plain),
    ("当た", R, Sense::Plain),
    ("当", R, Sense::Plain),
    ("あた", R, Sense::Plain),
    ("従", W, Sense::Plain),
    ("有", S, Sense::Plain),
    ("経", Ichidan, Sense::Plain),
    ("得", Ichidan, Sense::Plain),
    ("開", K, Sense::Plain),
    ("除", K, Sense::Plain),
    ("基づ", K, Sense::Plain),
    ("押", S, Sense::Plain),
    ("示", S, Sense::Plain),
    ("決", S, Sense::Plain),
    ("供", S, Sense::Plain),
    ("関", S, Sense::Plain),
    ("及ぼ", S, Sense::Plain),
    ("及", B, Sense::Plain),
    ("営", M, Sense::Plain),
    ("引き継", G, Sense::Plain),
    ("引継", G, Sense::Plain),
    ("付", S, Sense::Plain),
    ("附", S, Sense::Plain),
    ("議", S, Sense::Own),
    ("閲覧", Suru, Sense::Plain),
    ("限", R, Sense::Plain),
];

/// Verbs without a sense of their own whose sentences have no authority content if nothing else in them has (§7). Any other
/// verb without a sense leaves its sentence unread.
pub(crate) const HARMLESS: &[&str] = &[];

/// Inflected forms of a stem: what stands behind it, the form that it ends in, passive, causative, negative.
pub(crate) fn endings(flexion: Flexion) -> Vec<(String, Ending)> {
    let mut found = Vec::new();
    let rows = match flexion {
        Suru => return suru(),
        Ichidan => return ichidan(),
        K => ["か", "き", "く", "け", "い"],
        G => ["が", "ぎ", "ぐ", "げ", "い"],
        S => ["さ", "し", "す", "せ", "し"],
        T => ["た", "ち", "つ", "て", "っ"],
        B => ["ば", "び", "ぶ", "べ", "ん"],
        M => ["ま", "み", "む", "め", "ん"],
        R => ["ら", "り", "る", "れ", "っ"],
        W => ["わ", "い", "う", "え", "っ"],
    };
    let [a, i, u, e, t] = rows;
    let voiced = matches!(flexion, G | B | M);
    let (te, ta) = if voiced { ("で", "だ") } else { ("て", "た") };
    let mut push = |words: String, ending: Ending| found.push((words, ending));
    push(u.to_owned(), Ending::FINAL);
    push(i.to_owned(), Ending::CONTINUATIVE);
    push(format!("{e}ば"), Ending::IF);
    for t in if t == "っ" { vec!["っ", "つ"] } else { vec![t] } {
        push(format!("{t}{te}"), Ending::TE);
        push(format!("{t}{ta}"), Ending::FINAL);
        push(format!("{t}{te}いる"), Ending::FINAL);
    }
    push(format!("{a}ない"), Ending::FINAL.not());
    push(format!("{a}なければ"), Ending::IF.not());
    push(format!("{a}なかった"), Ending::FINAL.not());
    push(format!("{a}なくなった"), Ending::FINAL.not());
    push(format!("{a}ず"), Ending::CONTINUATIVE.not());
    push(format!("{a}ずに"), Ending::CONTINUATIVE.not());
    push(format!("{e}る"), Ending::FINAL);
    passives(&format!("{a}れ"), &format!("{a}せ"), &mut found);
    if flexion == S {
        found.extend(suru());
    }
    found.sort();
    found.dedup_by(|a, b| a.0 == b.0);
    found
}

/// Passive and causative forms.
fn passives(passive: &str, causative: &str, found: &mut Vec<(String, Ending)>) {
    let both = [(passive, true), (causative, false)];
    for (stem, is_passive) in both {
        for (behind, ending) in ichidan_plain() {
            let ending = if is_passive { ending.passive() } else { ending.causative() };
            found.push((format!("{stem}{behind}"), ending));
        }
    }
}

fn ichidan_plain() -> Vec<(&'static str, Ending)> {
    vec![
        ("る", Ending::FINAL),
        ("た", Ending::FINAL),
        ("", Ending::CONTINUATIVE),
        ("て", Ending::TE),
        ("ている", Ending::FINAL),
        ("れば", Ending::IF),
        ("ない", Ending::FINAL.not()),
        ("なかった", Ending::FINAL.not()),
        ("なければ", Ending::IF.not()),
        ("ず", Ending::CONTINUATIVE.not()),
    ]
}

fn ichidan() -> Vec<(String, Ending)> {
    let mut found: Vec<_> = ichidan_plain().into_iter().map(|(words, ending)| (words.to_owned(), ending)).collect();
    passives("られ", "させ", &mut found);
    found
}

fn suru() -> Vec<(String, Ending)> {
    let plain = [
        ("する", Ending::FINAL),
        ("し", Ending::CONTINUATIVE),
        ("して", Ending::TE),
        ("した", Ending::FINAL),
        ("している", Ending::FINAL),
        ("していた", Ending::FINAL),
        ("すれば", Ending::IF),
        ("しない", Ending::FINAL.not()),
        ("しなかった", Ending::FINAL.not()),
        ("しなければ", Ending::IF.not()),
        ("せず", Ending::CONTINUATIVE.not()),
        ("せずに", Ending::CONTINUATIVE.not()),
        ("すべき", Ending::FINAL),
        ("しうる", Ending::FINAL),
        ("し得る", Ending::FINAL),
        ("しよう", Ending::FINAL),
        ("できる", Ending::FINAL.may()),
        ("できない", Ending::FINAL.may().not()),
        ("でき", Ending::CONTINUATIVE.may()),
        ("せしめる", Ending::FINAL.causative()),
        ("せしめ", Ending::CONTINUATIVE.causative()),
    ];
    let mut found: Vec<_> = plain.into_iter().map(|(words, ending)| (words.to_owned(), ending)).collect();
    passives("され", "させ", &mut found);
    passives("せられ", "せしめ", &mut found);
    found
}

/// What an inflected form says beside the sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ending {
    /// What may follow.
    pub form: super::senses::Form,
    /// Active, passive, causative.
    pub voice: super::senses::Voice,
    /// Whether it says not.
    pub negative: bool,
    /// Whether it says can: 代決できる.
    pub may: bool,
}

impl Ending {
    const fn of(form: super::senses::Form) -> Self {
        Self { form, voice: super::senses::Voice::Active, negative: false, may: false }
    }

    /// A form alone.
    pub(crate) const fn with(form: super::senses::Form) -> Self {
        Self::of(form)
    }

    /// 置く.
    pub(crate) const FINAL: Self = Self::of(super::senses::Form::Final);
    /// 置き.
    pub(crate) const CONTINUATIVE: Self = Self::of(super::senses::Form::Continuative);
    /// 置いて.
    pub(crate) const TE: Self = Self::of(super::senses::Form::Te);
    /// 置けば.
    pub(crate) const IF: Self = Self::of(super::senses::Form::If);

    const fn not(self) -> Self {
        Self { negative: true, ..self }
    }

    const fn may(self) -> Self {
        Self { may: true, ..self }
    }

    const fn passive(self) -> Self {
        Self { voice: super::senses::Voice::Passive, ..self }
    }

    const fn causative(self) -> Self {
        Self { voice: super::senses::Voice::Causative, ..self }
    }
}

/// Endings in kana of a verb or adjective that no table has, behind its kanji: る, った, めて, しい …
pub(crate) fn unknown_endings() -> Vec<(String, Ending)> {
    let mut found: Vec<(String, Ending)> = Vec::new();
    for flexion in [K, G, S, T, B, M, R, W] {
        found.extend(endings(flexion));
    }
    let kana: Vec<char> = "いきぎしじちびみりえけげせぜてねべめれ".chars().collect();
    for stem in kana {
        found.extend(ichidan().into_iter().map(|(behind, ending)| (format!("{stem}{behind}"), ending)));
    }
    let middles: Vec<char> = "あいうかがきくけこさざしすそたちつなばびほぼまみむめやよらりれわ".chars().collect();
    for middle in middles {
        for flexion in [R, S, K, M, W] {
            let plain = |words: &str| !(flexion == S && words.starts_with("する"));
            found.extend(
                endings(flexion)
                    .into_iter()
                    .filter(|(behind, _)| plain(behind))
                    .map(|(behind, ending)| (format!("{middle}{behind}"), ending)),
            );
        }
        let stems = "えけせてねめれり".chars();
        found.extend(stems.flat_map(|stem| {
            ichidan().into_iter().map(move |(behind, ending)| (format!("{middle}{stem}{behind}"), ending))
        }));
    }
    for (words, ending) in [
        ("い", Ending::FINAL),
        ("しい", Ending::FINAL),
        ("しく", Ending::CONTINUATIVE),
        ("く", Ending::FINAL),
        ("かった", Ending::FINAL),
        ("くない", Ending::FINAL.not()),
        ("ずる", Ending::FINAL),
        ("じて", Ending::TE),
        ("ぜられた", Ending::FINAL.passive()),
        ("ぜられる", Ending::FINAL.passive()),
        ("ぜられ", Ending::CONTINUATIVE.passive()),
        ("なる", Ending::FINAL),
        ("なり", Ending::CONTINUATIVE),
        ("らかな", Ending::FINAL),
        ("やかな", Ending::FINAL),
    ] {
        found.push((words.to_owned(), ending));
    }
    found
}

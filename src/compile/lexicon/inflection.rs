//! Inflected forms: of the verbs of the table, and of verbs and adjectives that no table has.

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

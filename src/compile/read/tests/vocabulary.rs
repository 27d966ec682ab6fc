//! Invented names and matters: stems × kinds, titles by the rules of `reading.md` §3.4 and §3.5, objects × activities. No name here is
//! one of a real body, and the reader knows none of them.

use super::plan::{Condition, Operation, Phrase};
use super::random::Random;
use crate::compile::lexicon::Event;

const STEMS: &[&str] = &[
    "青葉", "若葉", "白樺", "緑橋", "高峰", "深沢", "松風", "朝霧", "夕凪", "星見", "企画", "財政", "税務", "営繕", "統計", "広報", "契約", "用地", "防災", "経理", "人事", "文書",
    "まちづくり推進", "くらし安全", "こども育成", "ごみ対策", "ミナト", "第一", "第二", "北青葉", "市民協働",
];
/// Those of them that have kana in them, which has to be split from what stands around it (§3.1).
pub(super) const KANA_STEMS: &[&str] = &["まちづくり推進", "くらし安全", "こども育成", "ごみ対策"];
const PLACES: &[&str] = &["東", "西", "南", "北", "中央", "青葉", "若葉", "白樺"];
const KINDS: &[&str] = &["課", "係", "部", "室", "局", "班", "科", "グループ", "チーム"];
const OFFICES: &[&str] = &[
    "支所", "出張所", "事務所", "センター", "分室", "支局", "館", "病院", "診療所", "署", "分署", "支署", "支部", "分院", "分館", "地区本部", "ステーション", "学校", "園", "校", "研究所", "病棟",
    "薬剤部", "学部", "機構", "公社", "企業団", "広域連合", "総局", "事務局", "分団", "隊", "部門", "担当", "群", "庁",
];
const COUNCILS: &[&str] = &["委員会", "審議会", "審査会", "協議会", "会議", "部会", "理事会", "評議員会"];
const CLASSES: &[&str] = &["課", "係", "部", "室", "局", "班", "科", "支所", "出張所", "事務所"];
const TITLES: &[&str] = &[
    "課長", "係長", "部長", "室長", "局長", "班長", "科長", "次長", "参事", "主幹", "主査", "主任", "主事", "技監", "技師", "書記", "専門員", "政策監", "調整監", "会計管理者",
    "副部長", "課長補佐", "室長代理", "部長補佐", "主任技師", "統括主査", "教育次長", "事務長", "事務局長", "参事官", "館長", "所長", "支所長", "隊長", "首席専門員",
];
const PREFIXES: &[&str] = &["副", "主任", "上席", "首席", "次席", "主席", "先任", "統括", "総括", "専任", "専門", "担当", "特別", "企画"];
const PREFIXED: &[&str] = &["課長", "部長", "主査", "技師", "参事", "係長", "主幹", "室長", "専門員", "調整監"];
const SUFFIXED: &[&str] = &["課長補佐", "部長補佐", "局長補佐", "係長代理", "課長代理", "主事補", "技師補", "部長付", "課長待遇", "参事補"];
const CLOSED: &[&str] = &[
    "参与", "主監", "主席", "技術長", "書記長", "専門監", "専門官", "推進員", "危機管理監", "企業出納員", "理事", "監事", "幹事", "顧問", "相談役", "教授", "講師", "医長", "師長", "司令", "隊長", "団長",
    "リーダー", "マネージャー", "議長", "会長", "院長", "校長", "園長", "学長", "センター長", "消防長", "代表監査委員",
];
const OFFICERS: &[&str] = &["町長", "副町長", "市長", "副市長", "村長", "理事長", "企業長", "管理者", "教育長"];
const STAFF: &[&str] = &["所属職員", "部下職員", "部下", "職員"];
const GENERIC: &[&str] = &["担任の事務", "担当の事務", "部の事務", "課の事務", "局務", "部務", "課務", "所務", "分掌事務", "担任事務", "所管の事務", "課の分掌事務"];
const OBJECTS: &[&str] = &["予算", "基金", "公有財産", "公園", "河川", "文化財", "図書", "条例案", "職員の給与", "住民の相談", "情報システム", "道路", "栄養", "ごみの収集", "個人情報"];
const ACTIVITIES: &[&str] = &["編成", "運用", "管理", "調査", "維持", "保存", "整備", "企画", "立案", "点検", "検査", "審査", "取扱い", "指導", "監督", "調整"];
const CASES: &[&str] = &["緊急を要するとき", "急を要するとき", "特別の事情があるとき", "災害が発生したとき", "前条に規定するとき", "事務が輻輳するとき", "緊急を要する場合"];

impl Random {
    fn name(&mut self, stems: &[&str], kinds: &[&str]) -> Phrase {
        Phrase::Name(format!("{}{}", self.pick(stems), self.pick(kinds)))
    }

    /// 青葉課, 東支所.
    pub(super) fn unit(&mut self) -> Phrase {
        if self.one_in(3) { self.name(PLACES, OFFICES) } else { self.name(STEMS, KINDS) }
    }

    /// 青葉審議会.
    pub(super) fn council(&mut self) -> Phrase {
        self.name(STEMS, COUNCILS)
    }

    /// 課.
    pub(super) fn class(&mut self) -> Phrase {
        Phrase::Kind(*self.pick(CLASSES))
    }

    /// A unit, a class, or a unit of a unit.
    pub(super) fn place(&mut self) -> Phrase {
        match self.below(6) {
            0 | 1 => self.class(),
            2 => Phrase::Of(Box::new(self.unit()), Box::new(self.unit())),
            _ => self.unit(),
        }
    }

    /// 課長, 青葉課長, 主幹.
    pub(super) fn title(&mut self) -> Phrase {
        match self.below(5) {
            0 => self.named_title(),
            1 if self.one_in(2) => Phrase::Name(format!("{}{}", self.pick(PREFIXES), self.pick(PREFIXED))),
            2 if self.one_in(2) => {
                let list = if self.one_in(3) { SUFFIXED } else { CLOSED };
                Phrase::Name((*self.pick(list)).to_owned())
            }
            _ => Phrase::Name((*self.pick(TITLES)).to_owned()),
        }
    }

    /// 青葉課長.
    pub(super) fn named_title(&mut self) -> Phrase {
        Phrase::Name(format!("{}{}長", self.pick(STEMS), self.pick(&["課", "係", "部", "室", "局"])))
    }

    /// Another title than one that is used already.
    pub(super) fn other_title(&mut self, than: &Phrase) -> Phrase {
        loop {
            let found = self.title();
            if found.written() != than.written() {
                return found;
            }
        }
    }

    /// 町長.
    pub(super) fn officer(&mut self) -> Phrase {
        Phrase::Name((*self.pick(OFFICERS)).to_owned())
    }

    /// 課長, or 町長.
    pub(super) fn post(&mut self) -> Phrase {
        match self.below(8) {
            0 => self.officer(),
            1 => Phrase::Of(Box::new(self.class()), Box::new(Phrase::Name((*self.pick(TITLES)).to_owned()))),
            _ => self.title(),
        }
    }

    /// 所属職員.
    pub(super) fn staff(&mut self) -> Phrase {
        Phrase::Name((*self.pick(STAFF)).to_owned())
    }

    /// One or several of a sort, each another.
    pub(super) fn some(&mut self, one: fn(&mut Self) -> Phrase) -> Phrase {
        let count = [1, 1, 1, 2, 2, 3][self.below(6)];
        let mut members: Vec<Phrase> = Vec::new();
        while members.len() < count {
            let next = one(self);
            if !members.iter().any(|member| member.written() == next.written()) {
                members.push(next);
            }
        }
        match members.len() {
            1 => members.remove(0),
            3 if self.one_in(2) => {
                let far = members.pop().expect("three");
                Phrase::Wide(members, Box::new(far))
            }
            _ => Phrase::List { or: false, members },
        }
    }

    /// A title with a number.
    pub(super) fn counted(&mut self) -> Phrase {
        let (written, shown) = *self.pick(&[
            ("一人", "×1"),
            ("二人", "×2"),
            ("十二人", "×12"),
            ("三人以内", "×≤3"),
            ("二人以上", "×≥2"),
            ("若干人", "×some"),
            ("若干名", "×some"),
            ("5人", "×5"),
            ("2名", "×2"),
        ]);
        let of = Phrase::Name((*self.pick(TITLES)).to_owned());
        Phrase::Counted { of: Box::new(of), written: written.to_owned(), shown: shown.to_owned() }
    }

    /// Posts as they are put: with numbers, several.
    pub(super) fn posts_put(&mut self) -> Phrase {
        match self.below(5) {
            0 => self.counted(),
            1 => Phrase::List { or: false, members: vec![self.title(), self.counted()] },
            _ => self.some(Self::title),
        }
    }

    /// 予算の編成に関する事務.
    pub(super) fn matter(&mut self) -> Phrase {
        let object = *self.pick(OBJECTS);
        let (first, second) = (*self.pick(ACTIVITIES), *self.pick(ACTIVITIES));
        let written = match self.below(6) {
            0 => format!("{object}の{first}及び{second}に関する事務"),
            1 => format!("{object}の{first}並びに{}の{second}に関する事務", self.pick(OBJECTS)),
            2 => format!("{object}に関すること"),
            3 => format!("{object}に係る{first}の事務"),
            _ => format!("{object}の{first}に関する事務"),
        };
        Phrase::Matter { written, generic: false }
    }

    /// 課の事務.
    pub(super) fn generic_matter(&mut self) -> Phrase {
        Phrase::Matter { written: (*self.pick(GENERIC)).to_owned(), generic: true }
    }

    /// Any matter, with operations now and then.
    pub(super) fn any_matter(&mut self) -> Phrase {
        match self.below(8) {
            0 | 1 => self.generic_matter(),
            2 => {
                let object = *self.pick(OBJECTS);
                Phrase::Within { whole: (*self.pick(&["部の事務", "課の事務", "局の事務"])).to_owned(), part: format!("{object}に係るもの") }
            }
            3 => {
                let inner = Phrase::Matter { written: format!("{}の所掌に属するもの", self.unit().written()), generic: false };
                let words = self.matter().written();
                Phrase::MatterWith(words, Operation::Without(Box::new(inner)))
            }
            4 => {
                let inner = Box::new(Phrase::Matter { written: format!("{}に関するもの", self.pick(OBJECTS)), generic: false });
                let words = self.matter().written();
                let operation = [Operation::Without, Operation::Only, Operation::Includes][self.below(3)](inner);
                Phrase::MatterWith(words, operation)
            }
            _ => self.matter(),
        }
    }

    /// A unit or class with a bracket.
    pub(super) fn unit_with(&mut self) -> Phrase {
        let (of, member) = (self.class(), Box::new(self.unit()));
        let operation = [Operation::Without, Operation::Only, Operation::Includes][self.below(3)](member);
        Phrase::With(Box::new(of), operation)
    }

    /// 二人(東局にあっては、三人).
    pub(super) fn counted_by_case(&mut self) -> Phrase {
        let (written, shown) = *self.pick(&[("三人", "×3"), ("四人以内", "×≤4"), ("一人", "×1")]);
        let member = Box::new(self.unit());
        Phrase::With(Box::new(self.counted()), Operation::Case(member, written.to_owned(), shown.to_owned()))
    }

    /// 青葉課長(以下「課長」という。).
    pub(super) fn with_term(&mut self) -> Phrase {
        let kind = *self.pick(&["課", "部", "室", "局"]);
        let of = Phrase::Name(format!("{}{kind}長", self.pick(STEMS)));
        Phrase::With(Box::new(of), Operation::Term(format!("{kind}長")))
    }

    /// 主務の課長, あらかじめ町長が指名する理事.
    pub(super) fn criterion(&mut self) -> Phrase {
        let head = Box::new(Phrase::Name((*self.pick(&["係長", "課長", "職員", "主査", "次長", "委員"])).to_owned()));
        if self.one_in(2) {
            return Phrase::Criterion(*self.pick(&["主務", "主管", "上席", "先任", "所管", "担当", "年長"]), head);
        }
        let verb = *self.pick(&["指名する", "指定する", "選任する"]);
        Phrase::Designated { by: Box::new(self.officer()), verb, head }
    }

    /// 課長に事故があるとき, for somebody.
    pub(super) fn state(&mut self, of: &Phrase, also: bool) -> Condition {
        let dative = if also { "にも" } else { "に" };
        let subject = if also { "も" } else { "が" };
        let (words, event) = match self.below(9) {
            0 | 1 => (format!("{dative}事故がある"), Event::Incapacitated),
            2 => (format!("{dative}支障がある"), Event::Incapacitated),
            3 | 4 => (format!("{subject}欠けた"), Event::Vacant),
            5 => (format!("{subject}空席の"), Event::Vacant),
            6 => (format!("{subject}登庁しない"), Event::Away),
            7 => (format!("{subject}出張の"), Event::Away),
            _ => (format!("{subject}不在の"), Event::Away),
        };
        let occasion = self.pick(&["ときは", "ときは、", "ときは、", "場合は、", "場合においては、", "場合には、"]);
        Condition::State { of: of.clone(), events: vec![event], written: format!("{words}{occasion}"), joint: false, also }
    }

    /// 「課長に事故があるとき、又は課長が欠けたときは、」 and its shorter forms.
    pub(super) fn two_states(&mut self, of: &Phrase) -> Condition {
        let name = of.written();
        let written = match self.below(4) {
            0 => format!("に事故があるとき、又は{name}が欠けたときは、"),
            1 => "に事故があるとき、又は欠けたときは、".to_owned(),
            2 => "に事故があるとき又は欠けたときは、".to_owned(),
            _ => format!("に事故があるとき又は{name}が欠けたときは、"),
        };
        let events = vec![Event::Incapacitated, Event::Vacant];
        Condition::State { of: of.clone(), events, written, joint: false, also: false }
    }

    /// 「会長及び副会長に共に事故があるときは、」.
    pub(super) fn joint_state(&mut self, both: &Phrase) -> Condition {
        let (written, event) = *self.pick(&[
            ("に共に事故があるときは、", Event::Incapacitated),
            ("にともに事故があるときは、", Event::Incapacitated),
            ("ともに事故があるときは、", Event::Incapacitated),
            ("が共に欠けたときは、", Event::Vacant),
            ("がともに不在のときは、", Event::Away),
            ("ともに不在のときは、", Event::Away),
        ]);
        Condition::State { of: both.clone(), events: vec![event], written: written.to_owned(), joint: true, also: false }
    }

    /// A condition that is no state.
    pub(super) fn condition(&mut self) -> Condition {
        match self.below(7) {
            0 => Condition::Need { judge: None, written: (*self.pick(&["必要に応じ、", "必要に応じて、", "必要があるときは、", "必要がある場合は、"])).to_owned() },
            1 => Condition::Need { judge: Some(self.officer()), written: "が必要と認めるときは、".to_owned() },
            2 => Condition::NotPut { of: self.title(), written: "を置かないときは、".to_owned() },
            3 => Condition::NotPut { of: self.title(), written: format!("を置かない{}にあっては、", self.pick(CLASSES)) },
            4 => {
                let matter = format!("{}に関する事務", self.pick(OBJECTS));
                Condition::About { of: Phrase::Matter { written: matter, generic: false }, written: "については、".to_owned() }
            }
            5 => Condition::During("当分の間".to_owned()),
            _ => Condition::Case((*self.pick(CASES)).to_owned()),
        }
    }

    /// A phrase beside the roles: written, shown.
    pub(super) fn adjunct(&mut self) -> (String, String) {
        let officer = self.officer().written();
        let object = *self.pick(OBJECTS);
        match self.below(6) {
            0 => (format!("{officer}の定めるところにより、"), format!("basis: 「{officer}の定めるところ」")),
            1 => ("前条の規定に基づき、".to_owned(), "basis: 「前条の規定」…".to_owned()),
            2 => (format!("{object}に関する事務を処理させるため、"), format!("purpose: 「{object}に関する事務を処理させる」")),
            3 => ("前項に定めるもののほか、".to_owned(), "beside: 「前項に定めるもの」…".to_owned()),
            4 => (format!("前条に規定する{object}に関する事務のほか、"), format!("beside: 「前条に規定する{object}に関する事務」…")),
            _ => ("前項の規定にかかわらず、".to_owned(), "despite: 「前項の規定」…".to_owned()),
        }
    }
}

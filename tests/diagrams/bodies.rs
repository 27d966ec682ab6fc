//! Invented bodies for the tests of diagrams.

use kengen::graph::{
    AuthorityGraph, Basis, Clause, CommandScope, EdgeData, Establishment, GraphBuilder, NodeData, NodeId, Post,
    Provenance, RegulationInfo, Relation, Rule, Status, Unit,
};

/// Builds a graph clause by clause; text and offsets are invented, ordinals count up.
pub struct Bodies {
    builder: GraphBuilder,
    units: u32,
    posts: u32,
    bytes: u32,
}

impl Bodies {
    pub fn new(title: &str, number: &str, last_amendment: &str) -> Self {
        let info = RegulationInfo {
            title: title.into(),
            number: number.into(),
            last_amendment: last_amendment.into(),
            ..RegulationInfo::default()
        };
        Self { builder: GraphBuilder::new(info), units: 0, posts: 0, bytes: 0 }
    }

    /// A clause with this citation and anchor, once.
    pub fn clause(&mut self, citation: &str, anchor: &str) -> NodeId {
        let id = NodeId::new(citation);
        if self.builder.node(&id).is_none() {
            let text = format!("{citation}の本文");
            self.bytes += text.len() as u32;
            let mut clause = Clause::new(citation, &*text, self.bytes - text.len() as u32, self.bytes, self.bytes);
            clause.anchor = anchor.into();
            self.builder.add_clause(id.clone(), clause);
        }
        id
    }

    pub fn unit(
        &mut self,
        name: &str,
        kind: &str,
        parent: Option<&NodeId>,
        clause: &NodeId,
        change: impl FnOnce(&mut Unit),
    ) -> NodeId {
        let id = parent.map_or_else(|| NodeId::new(name), |parent| NodeId::new(format!("{parent}/{name}")));
        let mut unit = Unit::new(name, kind, Status::Established);
        unit.ordinal = self.units;
        self.units += 1;
        change(&mut unit);
        let why = Provenance::new(clause.clone(), name);
        self.builder.add_node(id.clone(), NodeData::Unit(unit), why.clone());
        if let Some(parent) = parent {
            self.builder.add_edge(&id, parent, EdgeData::new(Relation::BelongsTo, Basis::Stated), why);
        }
        id
    }

    pub fn post(
        &mut self,
        name: &str,
        title: &str,
        unit: &NodeId,
        establishment: Establishment,
        clause: &NodeId,
    ) -> NodeId {
        let id = NodeId::new(format!("{unit}#{title}"));
        let mut post = Post::new(name, title, establishment);
        post.ordinal = self.posts;
        self.posts += 1;
        if establishment == Establishment::Elsewhere {
            post.status = Status::Elsewhere;
        }
        let why = Provenance::new(clause.clone(), title);
        self.builder.add_node(id.clone(), NodeData::Post(post), why.clone());
        self.builder.add_edge(&id, unit, EdgeData::new(Relation::BelongsTo, Basis::Stated), why);
        id
    }

    pub fn edge(&mut self, from: &NodeId, to: &NodeId, relation: Relation, basis: Basis, evidence: &[(&NodeId, &str)]) {
        let mut why = Provenance::new(evidence[0].0.clone(), evidence[0].1);
        for (clause, words) in &evidence[1..] {
            why = why.and((*clause).clone(), *words);
        }
        self.builder.add_edge(from, to, EdgeData::new(relation, basis), why);
    }

    pub fn belongs(&mut self, unit: &NodeId, to: &NodeId, clause: &NodeId) {
        self.edge(unit, to, Relation::BelongsTo, Basis::Stated, &[(clause, "本文")]);
    }

    pub fn head(&mut self, post: &NodeId, unit: &NodeId, clause: &NodeId) {
        self.edge(post, unit, Relation::Heads, Basis::Stated, &[(clause, "事務を統括し")]);
    }

    pub fn commands(
        &mut self,
        from: &NodeId,
        to: &NodeId,
        group: Option<&str>,
        derived: bool,
        evidence: &[(&NodeId, &str)],
    ) {
        let relation = Relation::Commands { scope: CommandScope::All, alternatives: group.map(Into::into) };
        let basis = if derived { Basis::Derived { rule: Rule::SuperiorByPlace } } else { Basis::Stated };
        self.edge(from, to, relation, basis, evidence);
    }

    pub fn commands_in_part(&mut self, from: &NodeId, to: &NodeId, evidence: &[(&NodeId, &str)]) {
        let relation = Relation::Commands { scope: CommandScope::SpecificMatters, alternatives: None };
        self.edge(from, to, relation, Basis::Derived { rule: Rule::SecondSuperior }, evidence);
    }

    pub fn build(self) -> AuthorityGraph {
        self.builder.build()
    }
}

/// The kind that a unit's name ends in.
pub fn kind_of(name: &str) -> &str {
    let kinds = ["事務局", "センター", "本部", "機構", "研究所", "会議", "委員会", "局", "部", "課", "室", "係"];
    kinds.into_iter().find(|kind| name.ends_with(kind)).unwrap_or("")
}

/// 乙機構: about thirty units in four levels, officers, a council, an attendant, two units directly under the
/// president, one optional unit and one that is established nowhere.
pub fn middle() -> AuthorityGraph {
    let outline = "
事務局
  経営企画部
  総務部
    庶務課
    経理課
  人材育成部
水環境観測ネットワークシステム全国センター
  企画部
  システム部
  運用部
港湾情報センター
  企画部
  電子海図基盤システム開発部
  港湾データカードシステム開発部
  運用管理本部
    電子海図基盤システム運用部
    港湾データカードシステム運用部
    港湾データカード業務運用部
広域防災ネットワーク全国センター
  企画部
  システム部
  中継サーバー部
IoTイノベーションセンター
  研究開発部
  情報処理部
?試行部
コンタクトセンター
!システム統括室
  リスク管理課
!監査室
";
    let mut body = Bodies::new("乙機構組織規程", "平成26年4月1日乙機構規程第1号", "令和7年3月14日乙機構規程第6号");
    let officers = body.clause("第1条", "c-1");
    let units = body.clause("第3条第1項", "c-3-p1");
    let direct = body.clause("第3条第2項", "c-3-p2");
    let root = body
        .unit("乙広域情報システム機構", "機構", None, &officers, |unit| unit.status = Status::Elsewhere);
    let mut path: Vec<NodeId> = vec![root.clone()];
    let heads = body.clause("第8条第1項", "c-8-p1");
    let role = body.clause("第8条第2項", "c-8-p2");
    for line in outline.lines().filter(|line| !line.is_empty()) {
        let depth = (line.len() - line.trim_start().len()) / 2;
        let name = line.trim_start().trim_start_matches(['!', '?']);
        let marked = |mark: char| line.trim_start().starts_with(mark);
        path.truncate(depth + 1);
        let parent = path[depth].clone();
        let clause = if marked('!') { &direct } else { &units };
        let id = body.unit(name, kind_of(name), Some(&parent), clause, |unit| {
            if marked('!') {
                unit.directly_under = Some("理事長".into());
            }
            unit.optional = name == "人材育成部";
            if marked('?') {
                unit.status = Status::Unknown;
            }
        });
        let head =
            body.post(&format!("{name}長"), &format!("{}長", kind_of(name)), &id, Establishment::Mandatory, &heads);
        body.head(&head, &id, &role);
        path.push(id);
    }
    let council_clause = body.clause("第21条", "c-21");
    let council =
        body.unit("運営・企画会議", "会議", Some(&root), &council_clause, |unit| unit.council = true);
    let members = body.clause("第22条第1項", "c-22-p1");
    let attends = body.clause("第22条第2項", "c-22-p2");
    let secretary = NodeId::new("乙広域情報システム機構/事務局#事務局長");
    let orders = body.clause("第5条第2項", "c-5-p2");
    for title in ["理事長", "副理事長", "理事"] {
        let post = body.post(title, title, &root, Establishment::Elsewhere, &orders);
        body.edge(&post, &council, Relation::MemberOf, Basis::Stated, &[(&members, title)]);
        let words = "理事長、副理事長又は理事の命を受けて";
        body.commands(&post, &secretary, Some("第5条第2項"), false, &[(&orders, words)]);
    }
    let auditor = body.post("監事", "監事", &root, Establishment::Elsewhere, &attends);
    body.edge(&auditor, &council, Relation::Attends, Basis::Stated, &[(&attends, "監事は、会議に出席し")]);
    staff(&mut body);
    body.build()
}

/// Adds to [`middle`] the posts and commands around 総務部 and 庶務課.
fn staff(body: &mut Bodies) {
    let id = |path: &str| NodeId::new(format!("乙広域情報システム機構/事務局{path}"));
    let (secretary, chief, section) = (id("#事務局長"), id("/総務部#部長"), id("/総務部/庶務課#課長"));
    let (part, office) = (id("/総務部"), id("/総務部/庶務課"));
    let secretary_role = body.clause("第5条第2項", "c-5-p2");
    let chief_role = body.clause("第8条第2項", "c-8-p2");
    let second = body.clause("第9条第2項", "c-9-p2");
    let deputy = body.clause("第10条第2項", "c-10-p2");
    let section_role = body.clause("第11条第2項", "c-11-p2");
    let staff_role = body.clause("第15条", "c-15");
    let by_place = "上司の命を受けて";
    body.commands(
        &secretary,
        &chief,
        None,
        true,
        &[(&chief_role, by_place), (&secretary_role, "所属職員を指揮監督する")],
    );
    body.commands(&chief, &section, None, true, &[(&section_role, by_place), (&chief_role, "所属職員を指揮監督する")]);
    let charge = body.post("総務部担当部長", "担当部長", &part, Establishment::Optional, &second);
    body.commands(&secretary, &charge, None, true, &[(&second, by_place), (&secretary_role, "所属職員を指揮監督する")]);
    body.commands_in_part(&charge, &section, &[(&second, "所属職員を指揮監督する")]);
    let vice = body.post("総務部次長", "次長", &part, Establishment::Optional, &deputy);
    body.edge(&vice, &chief, Relation::Assists, Basis::Stated, &[(&deputy, "部長を補佐し")]);
    body.commands(&chief, &vice, None, true, &[(&deputy, "部長を補佐し")]);
    for title in ["参事", "主査", "主任", "主事"] {
        let post = body.post(&format!("庶務課{title}"), title, &office, Establishment::Optional, &staff_role);
        let evidence = [(&staff_role, by_place), (&section_role, "所属職員を指揮監督する")];
        body.commands(&section, &post, None, true, &evidence);
    }
}

/// A ministry-like body with about `count` units in four levels, deterministic.
pub fn big(count: usize) -> AuthorityGraph {
    let fields = [
        "総務",
        "企画",
        "財務",
        "情報政策",
        "地域振興",
        "国際",
        "技術開発",
        "施設整備",
        "環境対策",
        "安全管理",
        "人材育成",
        "統計調査",
        "広報",
        "監査",
        "契約管理",
        "電子計算",
        "水産資源",
        "災害対策",
        "利用者支援",
        "研究交流",
    ];
    let mut body = Bodies::new("丙省組織令", "平成12年政令第999号", "");
    let clause = body.clause("第2条", "c-2");
    let root = body.unit("丙省", "省", None, &clause, |_| {});
    let mut made = 1;
    let mut number = 0;
    while made < count {
        let field = fields[number % fields.len()];
        let article = body.clause(&format!("第{}条", number + 3), &format!("c-{}", number + 3));
        let round = ["", "第二", "第三", "第四", "第五"][(number / fields.len()).min(4)];
        let bureau = body.unit(&format!("{field}{round}局"), "局", Some(&root), &article, |_| {});
        made += 1;
        for part in 0..(2 + number % 3) {
            let name = format!("{}部", fields[(number + part * 7 + 3) % fields.len()]);
            let division = body.unit(&name, "部", Some(&bureau), &article, |_| {});
            made += 1;
            for section in 0..(1 + (number + part) % 5) {
                let name = format!("{}課", fields[(number * 3 + part + section * 3 + 1) % fields.len()]);
                body.unit(&name, "課", Some(&division), &article, |_| {});
                made += 1;
            }
        }
        number += 1;
    }
    for name in
        ["政策評価審議会", "情報流通審議会", "広域電波利用・地域通信基盤審議会", "国立研究開発法人審議会", "恩給審査会"]
    {
        body.unit(name, "審議会", Some(&root), &clause, |unit| unit.council = true);
    }
    body.build()
}

/// A body from names and, for each but the first, the position of its parent before it.
pub fn tree(units: &[(String, usize)]) -> AuthorityGraph {
    let mut body = Bodies::new("丁規程", "", "");
    let clause = body.clause("第1条", "c-1");
    let mut ids: Vec<NodeId> = Vec::new();
    for (number, (name, parent)) in units.iter().enumerate() {
        let parent = (number > 0).then(|| ids[parent % number].clone());
        let id = NodeId::new(format!("{number}"));
        let mut unit = Unit::new(name.clone(), kind_of(name), Status::Established);
        unit.ordinal = number as u32;
        let why = Provenance::new(clause.clone(), "本文");
        body.builder.add_node(id.clone(), NodeData::Unit(unit), why.clone());
        if let Some(parent) = parent {
            body.builder.add_edge(&id, &parent, EdgeData::new(Relation::BelongsTo, Basis::Stated), why);
        }
        ids.push(id);
    }
    body.build()
}

/// Posts with these names in one unit; each but the first is commanded by one before it, in turn stated, derived, in part
/// or one of several.
pub fn chain_of_posts(names: &[String], parents: &[usize]) -> AuthorityGraph {
    let mut body = Bodies::new("丁規程", "", "");
    let clause = body.clause("第1条", "c-1");
    let unit = body.unit("丁庁", "庁", None, &clause, |_| {});
    let mut ids: Vec<NodeId> = Vec::new();
    for (number, name) in names.iter().enumerate() {
        let establishment = [Establishment::Mandatory, Establishment::Optional, Establishment::Elsewhere][number % 3];
        let mut post = Post::new(name.clone(), name.clone(), establishment);
        post.ordinal = number as u32;
        let id = NodeId::new(format!("丁庁#{number}"));
        let why = Provenance::new(clause.clone(), "本文");
        body.builder.add_node(id.clone(), NodeData::Post(post), why.clone());
        body.builder.add_edge(&id, &unit, EdgeData::new(Relation::BelongsTo, Basis::Stated), why);
        if number > 0 {
            let parent = ids[parents[number] % number].clone();
            let evidence: [(&NodeId, &str); 1] = [(&clause, name)];
            match number % 4 {
                0 => body.commands_in_part(&parent, &id, &evidence),
                1 => body.commands(&parent, &id, None, true, &evidence),
                2 => body.edge(&id, &parent, Relation::Assists, Basis::Stated, &evidence),
                _ => {
                    body.commands(&parent, &id, Some("甲"), false, &evidence);
                    body.commands(&ids[0].clone(), &id, Some("甲"), false, &evidence);
                }
            }
        }
        ids.push(id);
    }
    body.build()
}

/// A body with one of everything that an org chart shows.
pub fn small() -> AuthorityGraph {
    let mut body = Bodies::new("壬研究機構組織規程", "令和元年規程第2号", "令和6年規程第8号");
    let statute = body.clause("第1条", "c-1");
    let units = body.clause("第3条第1項", "c-3-p1");
    let roles = body.clause("第5条第2項", "c-5-p2");
    let councils = body.clause("第9条", "c-9");
    let root = body.unit("壬研究機構", "機構", None, &statute, |unit| unit.status = Status::Elsewhere);
    let office = body.unit("事務局", "事務局", Some(&root), &units, |_| {});
    let part = body.unit("総務部", "部", Some(&office), &units, |_| {});
    body.unit("会計課", "課", Some(&part), &units, |_| {});
    body.unit("国際連携部", "部", Some(&office), &units, |unit| unit.optional = true);
    body.unit("先端計算システム開発部", "部", Some(&office), &units, |unit| unit.status = Status::Unknown);
    body.unit("監査室", "室", Some(&root), &units, |unit| unit.directly_under = Some("理事長".into()));
    body.unit("旧研究所", "研究所", Some(&root), &units, |unit| unit.status = Status::Elsewhere);
    let council = body.unit("経営会議", "会議", Some(&root), &councils, |unit| unit.council = true);
    let president = body.post("理事長", "理事長", &root, Establishment::Elsewhere, &statute);
    body.edge(&president, &council, Relation::MemberOf, Basis::Stated, &[(&councils, "理事長")]);
    let auditor = body.post("監事", "監事", &root, Establishment::Elsewhere, &councils);
    body.edge(&auditor, &council, Relation::Attends, Basis::Stated, &[(&councils, "監事は")]);
    let head = body.post("総務部長", "部長", &part, Establishment::Mandatory, &roles);
    body.head(&head, &part, &roles);
    body.build()
}

//! Graphs of invented bodies, with every construct that a database could lose.

use kengen::graph::{
    Act, AuthorityGraph, Basis, Clause, CommandScope, Condition, Designation, Designator, Duty, DutyKind, EdgeData,
    Establishment, ExclusionForm, GraphBuilder, HoldingKind, Matter, NodeData, NodeId, Person, Post, Provenance,
    RegulationInfo, Relation, Rule, Settings, Status, Unit,
};

/// Builds a graph whose clauses are made as they are named.
pub struct Body {
    builder: GraphBuilder,
    position: u32,
}

impl Body {
    pub fn new(title: &str) -> Self {
        Self { builder: GraphBuilder::new(RegulationInfo::titled(title)), position: 0 }
    }

    pub fn because(&mut self, citation: &str, words: &str) -> Provenance {
        let id = NodeId::from(citation);
        if self.builder.node(&id).is_none() {
            let start = self.position * 100;
            self.builder
                .add_clause(citation, Clause::new(citation, format!("{words}。"), start, start + 99, start / 100));
        }
        self.position += 1;
        Provenance::new(id, words)
    }

    pub fn unit(&mut self, id: &str, name: &str, kind: &str) -> NodeId {
        let ordinal = self.position;
        let why = self.because(&format!("第{ordinal}条"), &format!("{name}を置く"));
        let unit = Unit { ordinal, ..Unit::new(name, kind, Status::Established) };
        self.builder.add_node(id, NodeData::Unit(unit), why)
    }

    pub fn post(&mut self, id: &str, name: &str, title: &str) -> NodeId {
        let ordinal = self.position;
        let why = self.because(&format!("第{ordinal}条"), &format!("{title}を置く"));
        let post = Post { ordinal, ..Post::new(name, title, Establishment::Mandatory) };
        self.builder.add_node(id, NodeData::Post(post), why)
    }

    pub fn duty(&mut self, id: &str, text: &str, kind: DutyKind) -> NodeId {
        let ordinal = self.position;
        let why = self.because(&format!("第{ordinal}条"), text);
        self.builder.add_node(id, NodeData::Duty(Duty { text: text.to_owned(), kind, ordinal }), why)
    }

    pub fn edge(&mut self, from: &NodeId, to: &NodeId, relation: Relation, basis: Basis) {
        let citation = format!("第{}条", self.position);
        let why = self.because(&citation, &format!("{from}と{to}"));
        self.builder.add_edge(from, to, EdgeData::new(relation, basis), why);
    }

    pub fn stated(&mut self, from: &NodeId, to: &NodeId, relation: Relation) {
        self.edge(from, to, relation, Basis::Stated);
    }

    pub fn builder(&mut self) -> &mut GraphBuilder {
        &mut self.builder
    }

    pub fn build(self) -> AuthorityGraph {
        self.builder.build()
    }
}

pub fn commands(scope: CommandScope) -> Relation {
    Relation::Commands { scope, alternatives: None }
}

pub fn substitutes(order: u32, conditions: &[Condition], act: Act) -> Relation {
    let conditions = conditions.to_vec();
    Relation::SubstitutesWhenIncapacitated { order, conditions, act, joint: Vec::new(), designator: Designator::Post }
}

/// 乙機構: one of everything that the model has.
pub fn one_of_everything() -> AuthorityGraph {
    let mut body = Body::new("乙機構組織規程");
    body.builder().set_settings(Settings { absence_includes_vacancy: true, successive_substitution: false });
    let root = body.unit("機構", "機構", "機構");
    let general = body.unit("機構/総務部", "総務部", "部");
    let audit = body.unit("機構/監査室", "監査室", "室");
    let council = body.unit("機構/企画会議", "企画会議", "会議");
    for unit in [&general, &audit, &council] {
        let basis = Basis::Derived { rule: Rule::NestingByKind };
        body.edge(unit, &root, Relation::BelongsTo, basis);
    }
    if let Some(NodeData::Unit(unit)) = body.builder().node_mut(&council).map(|node| &mut node.data) {
        unit.council = true;
        unit.optional = true;
        unit.aliases = vec!["会議".to_owned(), "企画\"会議\"".to_owned()];
        unit.directly_under = Some("理事長".to_owned());
    }
    let president = body.post("機構#理事長", "理事長", "理事長");
    let vice = body.post("機構#副理事長", "副理事長", "副理事長");
    let director = body.post("機構/総務部#部長", "総務部長", "部長");
    let deputy = body.post("機構/総務部#次長", "総務部の次長", "次長");
    let chief = body.post("機構/監査室#室長", "監査室長", "室長");
    let staff = body.post("機構/総務部#職員", "総務部の職員", "職員");
    for (post, unit) in [
        (&president, &root),
        (&vice, &root),
        (&director, &general),
        (&deputy, &general),
        (&chief, &audit),
        (&staff, &general),
    ] {
        body.stated(post, unit, Relation::BelongsTo);
    }
    for (post, unit) in [(&president, &root), (&director, &general), (&chief, &audit)] {
        body.stated(post, unit, Relation::Heads);
    }
    for source in [&president, &vice] {
        let alternatives = Some("機構/総務部#部長@1".to_owned());
        body.stated(source, &director, Relation::Commands { scope: CommandScope::All, alternatives });
    }
    body.stated(&president, &chief, commands(CommandScope::All));
    body.edge(&director, &deputy, commands(CommandScope::All), Basis::Derived { rule: Rule::CommandedByAssisted });
    body.edge(&director, &staff, commands(CommandScope::All), Basis::Derived { rule: Rule::SuperiorByPlace });
    // Two edges of one type between the same two nodes.
    body.edge(&deputy, &staff, commands(CommandScope::SpecificMatters), Basis::Derived { rule: Rule::SecondSuperior });
    body.stated(&deputy, &staff, commands(CommandScope::OwnCharge));
    body.stated(&deputy, &director, Relation::Assists);
    // 事故 gives full authority, 不在 only routine decisions, and a third rule needs both to be absent.
    body.stated(&deputy, &director, substitutes(1, &[Condition::Incapacitated, Condition::Vacant], Act::Substitute));
    body.stated(&deputy, &director, substitutes(1, &[Condition::Away], Act::Decide));
    let joint = Relation::SubstitutesWhenIncapacitated {
        order: 2,
        conditions: vec![Condition::Incapacitated],
        act: Act::CarryOut,
        joint: vec![deputy.clone()],
        designator: Designator::Criterion("上席の者".to_owned()),
    };
    body.stated(&staff, &director, joint);
    let why = body.because("第90条", "理事長があらかじめ指定する者");
    let by_lot = body.because("第91条", "くじで定める").and(NodeId::from("第90条"), "指定する者");
    if let Some(NodeData::Post(post)) = body.builder().node_mut(&president).map(|node| &mut node.data) {
        post.seats = Some(1);
        post.roles = vec!["機構を代表し、その業務を総理する".to_owned()];
        post.designations = vec![
            Designation {
                order: 2,
                conditions: vec![Condition::Vacant],
                act: Act::Perform,
                designator: Designator::Criterion("くじ".to_owned()),
                joint: vec![vice.clone(), director.clone()],
                provenance: by_lot,
            },
            Designation {
                order: 1,
                conditions: vec![Condition::Incapacitated],
                act: Act::Substitute,
                designator: Designator::Designated("あらかじめ指定する者".to_owned()),
                joint: Vec::new(),
                provenance: why,
            },
        ];
    }
    if let Some(NodeData::Post(post)) = body.builder().node_mut(&chief).map(|node| &mut node.data) {
        post.establishment = Establishment::Optional;
        post.status = Status::Elsewhere;
        post.alternatives = vec![chief.clone(), deputy.clone()];
        post.unnamed = true;
        post.aliases = vec!["監査役".to_owned()];
    }
    if let Some(NodeData::Post(post)) = body.builder().node_mut(&vice).map(|node| &mut node.data) {
        post.establishment = Establishment::ExOfficio;
        post.status = Status::Unknown;
    }
    body.stated(&vice, &director, Relation::ExOfficio);
    body.stated(&president, &council, Relation::Chairs);
    body.stated(&director, &council, Relation::MemberOf);
    body.stated(&chief, &council, Relation::Attends);
    let papers = body.duty(
        "機構/総務部(1)",
        "文書の接受（監査室の所掌に属するものを除く。）に関すること。",
        DutyKind::Substantive,
    );
    let rest = body.duty("機構/総務部(2)", "他の所掌に属しない事務に関すること。", DutyKind::Residual);
    let along = body.duty("機構/総務部(3)", "前各号に附帯する事務に関すること。", DutyKind::Ancillary);
    let checks = body.duty("機構/監査室(1)", "監査に関すること。", DutyKind::Substantive);
    let minutes = body.duty("機構/総務部#次長(1)", "会議の記録に関すること。", DutyKind::Substantive);
    for (duty, holder) in
        [(&papers, &general), (&rest, &general), (&along, &general), (&checks, &audit), (&minutes, &deputy)]
    {
        body.stated(duty, holder, Relation::BelongsTo);
    }
    body.stated(&papers, &audit, Relation::DutyExcludedBy { form: ExclusionForm::Exclusion, cases: Vec::new() });
    body.stated(&rest, &audit, Relation::DutyExcludedBy { form: ExclusionForm::Exclusion, cases: Vec::new() });
    body.stated(&rest, &audit, Relation::DutyExcludedBy { form: ExclusionForm::Residual, cases: Vec::new() });
    body.edge(
        &rest,
        &checks,
        Relation::DutyExcludedBy { form: ExclusionForm::Residual, cases: Vec::new() },
        Basis::Derived { rule: Rule::OtherUnits },
    );
    body.stated(&along, &papers, Relation::AncillaryTo);
    let matter =
        |object: &str, activity: &str| NodeData::Matter(Matter { object: object.into(), activity: activity.into() });
    let why = body.because("第95条", "文書の接受");
    let wide = body.builder().add_node("文書×*", matter("文書", "*"), why.clone());
    let narrow = body.builder().add_node("文書×接受", matter("文書", "接受"), why);
    body.stated(&papers, &narrow, Relation::Covers);
    body.edge(&narrow, &wide, Relation::Within, Basis::Stated);
    let (first, last) = (NodeId::from("第1条"), NodeId::from("第95条"));
    body.stated(&last, &first, Relation::RefersTo);
    body.stated(&general, &first, Relation::EstablishedBy);
    let why = body.because("第96条", "甲野花子");
    let person = body.builder().add_node("甲野花子", NodeData::Person(Person { name: "甲野花子".to_owned() }), why);
    let since = Some("2024-04-01".to_owned());
    body.stated(&person, &director, Relation::Holds { since, until: None, kind: HoldingKind::Main });
    let until = Some("2025-03-31".to_owned());
    body.stated(&person, &director, Relation::Holds { since: None, until, kind: HoldingKind::ActingInCharge });
    body.build()
}

/// 甲市: a few units and posts only.
pub fn small_city(departments: u32) -> AuthorityGraph {
    let mut body = Body::new("甲市事務分掌規則");
    let city = body.unit("市", "市", "市");
    let mayor = body.post("市#市長", "市長", "市長");
    body.stated(&mayor, &city, Relation::Heads);
    for number in 0..departments {
        let unit = body.unit(&format!("市/第{number}部"), &format!("第{number}部"), "部");
        body.stated(&unit, &city, Relation::BelongsTo);
        let head = body.post(&format!("市/第{number}部#部長"), &format!("第{number}部長"), "部長");
        body.stated(&head, &unit, Relation::BelongsTo);
        body.stated(&head, &unit, Relation::Heads);
        body.stated(&mayor, &head, commands(CommandScope::All));
    }
    body.build()
}

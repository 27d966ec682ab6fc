//! The words of the chosen language for the values of the model.

use crate::analysis::LedgerState;
use crate::graph::{
    Act, CommandScope, Condition, Designator, DutyKind, Establishment, HoldingKind, Label, PartRole, Post,
    RelationType, Rule, Statement, StatementKind, StatementPart, Status, Unit,
};
use crate::render::messages::{Messages, tr};

/// A list as a whole: A、B及びC.
pub fn and(messages: &Messages, items: &[String]) -> String {
    join(items, &tr!(messages, "list-separator"), &tr!(messages, "list-and"))
}

/// A list as a choice: A、B又はC.
pub fn or(messages: &Messages, items: &[String]) -> String {
    join(items, &tr!(messages, "list-separator"), &tr!(messages, "list-or"))
}

/// A list with a separator, and another one before the last item.
fn join(items: &[String], separator: &str, last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{}{last}{end}", first.join(separator)),
    }
}

/// Why somebody cannot act.
pub fn condition(messages: &Messages, condition: Condition) -> String {
    match condition {
        Condition::Incapacitated => tr!(messages, "condition-incapacitated"),
        Condition::Vacant => tr!(messages, "condition-vacant"),
        Condition::Away => tr!(messages, "condition-away"),
    }
}

/// Several conditions: 事故又は欠けた.
pub fn conditions(messages: &Messages, conditions: &[Condition]) -> String {
    or(messages, &conditions.iter().map(|one| condition(messages, *one)).collect::<Vec<_>>())
}

/// What a substitute does.
pub fn act(messages: &Messages, act: Act) -> String {
    match act {
        Act::Substitute => tr!(messages, "act-substitute"),
        Act::Perform => tr!(messages, "act-perform"),
        Act::Decide => tr!(messages, "act-decide"),
        Act::CarryOut => tr!(messages, "act-carry-out"),
    }
}

/// In what way a person holds a post.
pub fn holding_kind(messages: &Messages, kind: HoldingKind) -> String {
    match kind {
        HoldingKind::Main => tr!(messages, "holding-main"),
        HoldingKind::Concurrent => tr!(messages, "holding-concurrent"),
        HoldingKind::ActingInCharge => tr!(messages, "holding-acting-in-charge"),
    }
}

/// The rule of a designator; nothing if the text names the post.
pub fn designator(designator: &Designator) -> &str {
    match designator {
        Designator::Post => "",
        Designator::Criterion(words) | Designator::Designated(words) => words,
    }
}

/// How far a command reaches; nothing if it reaches everything.
pub fn scope(messages: &Messages, scope: CommandScope) -> Option<String> {
    match scope {
        CommandScope::All => None,
        CommandScope::SpecificMatters => Some(tr!(messages, "scope-specific-matters")),
        CommandScope::OwnCharge => Some(tr!(messages, "scope-own-charge")),
    }
}

/// What sort of duty it is.
pub fn duty_kind(messages: &Messages, kind: DutyKind) -> String {
    match kind {
        DutyKind::Substantive => tr!(messages, "duty-substantive"),
        DutyKind::Residual => tr!(messages, "duty-residual"),
        DutyKind::Ancillary => tr!(messages, "duty-ancillary"),
    }
}

/// Who creates a unit or post.
pub fn status(messages: &Messages, status: Status) -> String {
    match status {
        Status::Established => tr!(messages, "status-established"),
        Status::Elsewhere => tr!(messages, "status-elsewhere"),
        Status::Unknown => tr!(messages, "status-unknown"),
    }
}

/// How firmly a post is created; who creates it, where another instrument does or none.
pub fn establishment(messages: &Messages, post: &Post) -> String {
    match post.establishment {
        Establishment::Mandatory => tr!(messages, "establishment-mandatory"),
        Establishment::Optional => tr!(messages, "establishment-optional"),
        Establishment::ExOfficio => tr!(messages, "establishment-ex-officio"),
        Establishment::Elsewhere => status(messages, post.status),
    }
}

/// Who creates a unit; that it need not exist, where this text says so.
pub fn unit_establishment(messages: &Messages, unit: &Unit) -> String {
    match unit.status {
        Status::Established if unit.optional => tr!(messages, "establishment-optional"),
        other => status(messages, other),
    }
}

/// Whether what a duty leaves to a unit is received there.
pub fn ledger_state(messages: &Messages, state: LedgerState) -> String {
    match state {
        LedgerState::Received => tr!(messages, "ledger-received"),
        LedgerState::Partly => tr!(messages, "ledger-partly"),
        LedgerState::Nowhere => tr!(messages, "ledger-nowhere"),
        LedgerState::NoMatter => tr!(messages, "ledger-no-matter"),
    }
}

/// The sort of a node.
pub fn label(messages: &Messages, label: Label) -> String {
    match label {
        Label::Unit => tr!(messages, "label-unit"),
        Label::Post => tr!(messages, "label-post"),
        Label::Duty => tr!(messages, "label-duty"),
        Label::Matter => tr!(messages, "label-matter"),
        Label::Clause => tr!(messages, "label-clause"),
        Label::Person => tr!(messages, "label-person"),
    }
}

/// What sort of thing a statement says.
pub fn statement_kind(messages: &Messages, kind: StatementKind) -> String {
    match kind {
        StatementKind::DelegatedDecision => tr!(messages, "statement-delegated-decision"),
        StatementKind::WithheldDecision => tr!(messages, "statement-withheld-decision"),
        StatementKind::ReservedDecision => tr!(messages, "statement-reserved-decision"),
        StatementKind::SubstituteDecisionLimit => tr!(messages, "statement-substitute-decision-limit"),
        StatementKind::Delegation => tr!(messages, "statement-delegation"),
        StatementKind::Application => tr!(messages, "statement-application"),
        StatementKind::ReadAs => tr!(messages, "statement-read-as-rule"),
        StatementKind::ForTheTimeBeing => tr!(messages, "statement-for-the-time-being"),
        StatementKind::ConcurrentPost => tr!(messages, "statement-concurrent-post"),
        StatementKind::FilledFrom => tr!(messages, "statement-filled-from"),
    }
}

/// The parts of a statement in words, who it is about first.
pub fn statement_parts(messages: &Messages, statement: &Statement) -> String {
    let rank = |part: &&StatementPart| match part.role {
        PartRole::Holder | PartRole::Target => 0,
        PartRole::Giver => 1,
        PartRole::Limit => 3,
        _ => 2,
    };
    let mut parts: Vec<&StatementPart> = statement.parts.iter().collect();
    parts.sort_by_key(rank);
    parts_in_words(messages, parts)
}

/// Words of parts, without the line breaks of the page that they stand on.
pub fn parts_in_words<'p>(messages: &Messages, parts: impl IntoIterator<Item = &'p StatementPart>) -> String {
    let joined = |words: &str| words.lines().map(str::trim).collect::<String>();
    let words = parts.into_iter().map(|part| match &part.read_as {
        Some(read_as) => tr!(messages, "statement-read-as", words = joined(&part.words), read = joined(read_as)),
        None => tr!(messages, "statement-part", words = joined(&part.words)),
    });
    words.collect::<Vec<_>>().join(&tr!(messages, "list-separator"))
}

/// What an edge says.
pub fn relation(messages: &Messages, relation: RelationType) -> String {
    match relation {
        RelationType::BelongsTo => tr!(messages, "relation-belongs-to"),
        RelationType::Heads => tr!(messages, "relation-heads"),
        RelationType::Commands => tr!(messages, "relation-commands"),
        RelationType::Assists => tr!(messages, "relation-assists"),
        RelationType::SubstitutesWhenIncapacitated => tr!(messages, "relation-substitutes"),
        RelationType::DutyExcludedBy => tr!(messages, "relation-excluded-by"),
        RelationType::Covers => tr!(messages, "relation-covers"),
        RelationType::Within => tr!(messages, "relation-within"),
        RelationType::AncillaryTo => tr!(messages, "relation-ancillary-to"),
        RelationType::RefersTo => tr!(messages, "relation-refers-to"),
        RelationType::ExOfficio => tr!(messages, "relation-ex-officio"),
        RelationType::MemberOf => tr!(messages, "relation-member-of"),
        RelationType::Attends => tr!(messages, "relation-attends"),
        RelationType::Chairs => tr!(messages, "relation-chairs"),
        RelationType::EstablishedBy => tr!(messages, "relation-established-by"),
        RelationType::Holds => tr!(messages, "relation-holds"),
    }
}

/// What a rule of the compiler concludes.
pub fn rule(messages: &Messages, rule: Rule) -> String {
    match rule {
        Rule::SuperiorByPlace => tr!(messages, "rule-superior-by-place"),
        Rule::BareOrder => tr!(messages, "rule-bare-order"),
        Rule::CommandedByAssisted => tr!(messages, "rule-commanded-by-assisted"),
        Rule::SecondSuperior => tr!(messages, "rule-second-superior"),
        Rule::NestingByKind => tr!(messages, "rule-nesting-by-kind"),
        Rule::NestingByIndentation => tr!(messages, "rule-nesting-by-indentation"),
        Rule::NestingByHeading => tr!(messages, "rule-nesting-by-heading"),
        Rule::OfficerOfBody => tr!(messages, "rule-officer-of-body"),
        Rule::OtherUnitsOfKind => tr!(messages, "rule-other-units-of-kind"),
        Rule::OtherUnits => tr!(messages, "rule-other-units"),
        Rule::UnitUnsaid => tr!(messages, "rule-unit-unsaid"),
        Rule::UnitOfHeading => tr!(messages, "rule-unit-of-heading"),
        Rule::OrganSpokenOf => tr!(messages, "rule-organ-spoken-of"),
        Rule::PlacedWithNeighbours => tr!(messages, "rule-placed-with-neighbours"),
        Rule::NarrowerWords => tr!(messages, "rule-narrower-words"),
    }
}

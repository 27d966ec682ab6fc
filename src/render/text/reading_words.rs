//! The words of the chosen language for what was read of a sentence: states, senses, roles, uses.

use crate::compile::read::explain::{Origin, TokenSort};
use crate::compile::read::{Kind, Reason, Role, Sense, State, Use};
use crate::render::messages::{Messages, tr};

/// What became of a sentence.
pub fn state(messages: &Messages, state: State) -> String {
    match state {
        State::Read => tr!(messages, "reading-read"),
        State::Partly => tr!(messages, "reading-partly"),
        State::NotUnderstood(_) => tr!(messages, "reading-not-understood"),
        State::NoContent(_) => tr!(messages, "reading-no-content"),
    }
}

/// What became of a sentence, and why.
pub fn state_with_reason(messages: &Messages, what: State) -> String {
    let name = state(messages, what);
    match what {
        State::Read | State::Partly => name,
        State::NotUnderstood(why) => tr!(messages, "reading-state", state = name, reason = reason(messages, why)),
        State::NoContent(what) => tr!(messages, "reading-state", state = name, reason = kind(messages, what)),
    }
}

/// Why a sentence was not understood.
pub fn reason(messages: &Messages, reason: Reason) -> String {
    match reason {
        Reason::NoPredicate => tr!(messages, "reading-reason-no-predicate"),
        Reason::UnknownPredicate => tr!(messages, "reading-reason-unknown-predicate"),
        Reason::MissingRole(missing) => {
            tr!(messages, "reading-reason-missing-role", role = role(messages, missing))
        }
        Reason::NoFiller => tr!(messages, "reading-reason-no-filler"),
        Reason::BrokenBracket => tr!(messages, "reading-reason-broken-bracket"),
        Reason::Undecidable => tr!(messages, "reading-reason-undecidable"),
        Reason::Garbled => tr!(messages, "reading-reason-garbled"),
    }
}

/// Why a sentence has no authority content.
pub fn kind(messages: &Messages, kind: Kind) -> String {
    match kind {
        Kind::Purpose => tr!(messages, "reading-kind-purpose"),
        Kind::Definition => tr!(messages, "reading-kind-definition"),
        Kind::Commencement => tr!(messages, "reading-kind-commencement"),
        Kind::Transition => tr!(messages, "reading-kind-transition"),
        Kind::Amendment => tr!(messages, "reading-kind-amendment"),
        Kind::Deleted => tr!(messages, "reading-kind-deleted"),
        Kind::LeftToOthers => tr!(messages, "reading-kind-left-to-others"),
        Kind::Location => tr!(messages, "reading-kind-location"),
        Kind::TermsOfOffice => tr!(messages, "reading-kind-terms-of-office"),
        Kind::Appointment => tr!(messages, "reading-kind-appointment"),
        Kind::AfterReport => tr!(messages, "reading-kind-after-report"),
        Kind::LimitsOfDeciding => tr!(messages, "reading-kind-limits-of-deciding"),
        Kind::Documents => tr!(messages, "reading-kind-documents"),
        Kind::Procedure => tr!(messages, "reading-kind-procedure"),
        Kind::Service => tr!(messages, "reading-kind-service"),
        Kind::Conduct => tr!(messages, "reading-kind-conduct"),
        Kind::Publication => tr!(messages, "reading-kind-publication"),
        Kind::TableHeader => tr!(messages, "reading-kind-table-header"),
    }
}

/// What a predicate says.
pub fn sense(messages: &Messages, sense: Sense) -> String {
    match sense {
        Sense::Put => tr!(messages, "sense-put"),
        Sense::Fill => tr!(messages, "sense-fill"),
        Sense::Own => tr!(messages, "sense-own"),
        Sense::Lead => tr!(messages, "sense-lead"),
        Sense::Direct => tr!(messages, "sense-direct"),
        Sense::Under => tr!(messages, "sense-under"),
        Sense::Arrange => tr!(messages, "sense-arrange"),
        Sense::TakePart => tr!(messages, "sense-take-part"),
        Sense::Assist => tr!(messages, "sense-assist"),
        Sense::Act => tr!(messages, "sense-act"),
        Sense::Decide => tr!(messages, "sense-decide"),
        Sense::Delegate => tr!(messages, "sense-delegate"),
        Sense::Compose => tr!(messages, "sense-compose"),
        Sense::Belong => tr!(messages, "sense-belong"),
        Sense::Equate => tr!(messages, "sense-equate"),
        Sense::Refer => tr!(messages, "sense-refer"),
        Sense::Plain => tr!(messages, "sense-plain"),
    }
}

/// What a phrase is to its predicate.
pub fn role(messages: &Messages, role: Role) -> String {
    match role {
        Role::Agent => tr!(messages, "role-agent"),
        Role::Theme => tr!(messages, "role-theme"),
        Role::Place => tr!(messages, "role-place"),
        Role::Matter => tr!(messages, "role-matter"),
        Role::Object => tr!(messages, "role-object"),
        Role::Holder => tr!(messages, "role-holder"),
        Role::Principal => tr!(messages, "role-principal"),
        Role::Source => tr!(messages, "role-source"),
        Role::Authority => tr!(messages, "role-authority"),
        Role::Basis => tr!(messages, "role-basis"),
        Role::Order => tr!(messages, "role-order"),
        Role::Limit => tr!(messages, "role-limit"),
        Role::Member => tr!(messages, "role-member"),
    }
}

/// Where a phrase was taken from; the number is that of the sentence in which it is written.
pub fn origin(messages: &Messages, origin: Origin, sentence: Option<u32>) -> String {
    let name = match origin {
        Origin::Own => tr!(messages, "origin-own"),
        Origin::Chain => tr!(messages, "origin-chain"),
        Origin::Table => tr!(messages, "origin-table"),
        Origin::Heading => tr!(messages, "origin-heading"),
        Origin::Item => tr!(messages, "origin-item"),
        Origin::Chapeau => tr!(messages, "origin-chapeau"),
        Origin::Previous => tr!(messages, "origin-previous"),
        Origin::Caption => tr!(messages, "origin-caption"),
        Origin::Part => tr!(messages, "origin-part"),
        Origin::Title => tr!(messages, "origin-title"),
    };
    match sentence {
        None => name,
        Some(number) => tr!(messages, "origin-in-sentence", origin = name, number = number),
    }
}

/// What words were used for.
pub fn used(messages: &Messages, used: Use) -> String {
    match used {
        Use::Rest => tr!(messages, "use-rest"),
        Use::Sense => tr!(messages, "use-sense"),
        Use::Ending => tr!(messages, "use-ending"),
        Use::Marker => tr!(messages, "use-marker"),
        Use::Conjunction => tr!(messages, "use-conjunction"),
        Use::Adverb => tr!(messages, "use-adverb"),
        Use::Phrase => tr!(messages, "use-phrase"),
        Use::Operator => tr!(messages, "use-operator"),
        Use::Address => tr!(messages, "use-address"),
        Use::Condition => tr!(messages, "use-condition"),
        Use::Quote => tr!(messages, "use-quote"),
        Use::Punctuation => tr!(messages, "use-punctuation"),
    }
}

/// What a token is.
pub fn token(messages: &Messages, sort: TokenSort) -> String {
    match sort {
        TokenSort::Word => tr!(messages, "token-word"),
        TokenSort::Predicate => tr!(messages, "token-predicate"),
        TokenSort::Marker => tr!(messages, "token-marker"),
        TokenSort::Of => tr!(messages, "token-of"),
        TokenSort::Link => tr!(messages, "token-link"),
        TokenSort::Within => tr!(messages, "token-within"),
        TokenSort::Conjunction => tr!(messages, "token-conjunction"),
        TokenSort::Adverb => tr!(messages, "token-adverb"),
        TokenSort::Auxiliary => tr!(messages, "token-auxiliary"),
        TokenSort::Back => tr!(messages, "token-back"),
        TokenSort::Together => tr!(messages, "token-together"),
        TokenSort::Comma => tr!(messages, "token-comma"),
        TokenSort::Stop => tr!(messages, "token-stop"),
        TokenSort::Space => tr!(messages, "token-space"),
        TokenSort::Bracket => tr!(messages, "token-bracket"),
        TokenSort::Quote => tr!(messages, "token-quote"),
    }
}

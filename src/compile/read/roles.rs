//! Which phrase has which role of a predicate: by its marker, the sense, and what sort of thing it names (`reading.md` §3.2).

use super::account::Span;
use super::clause_frames::{Slots, is_back};
use super::clauses::Predicate;
use super::condition::CondKind;
use super::frame::Adjunct;
use super::phrase::{By, Np, NpForm, Sort};
use super::phrases::{self, Stretch};
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Role, Sense, Voice, lexicon};

/// Assigns the roles; returns the sense, which verb and phrases decide together, and the words of a light verb's noun.
/// `told`: the sense is that of the clause that this one shares its predicate with.
pub(crate) fn assign(slots: &mut Slots<'_, '_>, predicate: &Predicate, told: bool) -> (Sense, Option<Span>) {
    under_supervision(slots);
    let (sense, light) = if told { (predicate.sense, None) } else { sense_of(slots, predicate) };
    match sense {
        Sense::Put => put(slots),
        Sense::Fill => fill(slots, predicate),
        Sense::Own | Sense::Lead | Sense::Arrange | Sense::Decide => own(slots, predicate, sense),
        Sense::Direct => direct(slots, predicate),
        Sense::TakePart => take_part(slots),
        Sense::Under => under(slots),
        Sense::Assist => assist(slots),
        Sense::Act => act(slots, predicate),
        Sense::Delegate => delegate(slots),
        Sense::Compose => compose(slots, predicate),
        Sense::Belong => belong(slots),
        Sense::Equate => equate(slots),
        Sense::Refer | Sense::Plain => plain(slots),
    }

    (sense, light)
}

/// Nouns in front of を受け that are orders.
const ORDERS: &[&str] =
    &["命", "命令", "指揮", "監督", "指揮監督", "指示", "指導監督", "指揮命令", "指導", "統括", "総括", "旨", "特命"];

/// The sense of a predicate with its phrases.
fn sense_of(slots: &Slots<'_, '_>, predicate: &Predicate) -> (Sense, Option<Span>) {
    let words = slots.words;
    let verb = predicate.span.of(words.text);
    let object = slots.case(Case::Object);
    let head = |at: usize| slots.written(at).rsplit(['の', '、', 'び', 'は', ' ']).next().unwrap_or("");
    let with = slots.find(|phrase| phrase.marker.case == Case::With && !phrase.marker.topic);
    let light = ["する", "し", "した", "して", "なす", "する。"].contains(&verb);
    let noun_sense = |at: usize| {
        let sense = lexicon().sense_of_noun(head(at));
        (sense != Sense::Plain && !matches!(sense, Sense::Own | Sense::Refer)).then_some(sense)
    };
    match predicate.sense {
        Sense::Under => match object {
            Some(at) if ORDERS.iter().any(|order| head(at).ends_with(order)) => (Sense::Under, None),
            _ => (Sense::Plain, None),
        },
        Sense::Plain
            if (light
                || verb.starts_with("なる")
                || verb.starts_with("なり")
                || verb.starts_with("みなす")
                || verb.starts_with("いう")
                || verb.starts_with("ある"))
                && with.is_some() =>
        {
            let chairs = with.is_some_and(|at| ["議長", "座長"].iter().any(|title| slots.written(at).ends_with(title)))
                && verb.starts_with('な');
            if chairs { (Sense::Compose, None) } else { (Sense::Equate, None) }
        }
        Sense::Plain
            if ["でない", "ではない"].contains(&verb)
                && slots.find_last(|_| true).is_some_and(|at| slots.written(at) == "この限り") =>
        {
            (Sense::Refer, None)
        }
        Sense::Plain if ["である", "であり"].contains(&verb) => (Sense::Equate, None),
        Sense::Plain if verb.starts_with("いう") || verb.starts_with("いい") || verb.starts_with("称する") => {
            (Sense::Equate, None)
        }
        Sense::Plain if light => match object.and_then(|at| noun_sense(at).map(|sense| (sense, at))) {
            Some((sense, at)) => (sense, Some(slots.span(at))),
            None => (Sense::Plain, None),
        },
        Sense::Plain if ["当た", "あた", "当る", "当り", "当ら"].iter().any(|stem| verb.starts_with(stem)) => {
            match slots.find_last(|phrase| phrase.marker.case == Case::Dative) {
                Some(at) if slots.written(at).ends_with("任") => (Sense::Fill, None),
                Some(at) => match noun_sense(at) {
                    Some(Sense::Arrange | Sense::Direct | Sense::TakePart) => {
                        (lexicon().sense_of_noun(head(at)), Some(slots.span(at)))
                    }
                    _ => (Sense::Own, None),
                },
                None => (Sense::Own, None),
            }
        }
        Sense::Plain if ["による", "よる", "よるものとする"].contains(&verb) => (Sense::Refer, None),
        Sense::Own if verb.starts_with('行') || verb.starts_with("おこな") || verb.starts_with("行な") => {
            let act =
                slots.case(Case::Bare).is_some_and(|at| ["代決", "代行", "代理", "専決"].contains(&slots.written(at)));
            if act {
                return (Sense::Refer, None);
            }
            let of_post = object
                .is_some_and(|at| ["職務", "その職務", "権限"].iter().any(|noun| slots.written(at).ends_with(noun)));
            let has_state = slots.conditions().iter().any(|cond| matches!(cond.kind, CondKind::State { .. }));
            let instead = slots.find(|phrase| phrase.marker.case == Case::Instead).is_some();
            if of_post && (has_state || instead) {
                return (Sense::Act, None);
            }
            // 「調査及び調整を行う」 is work of two sorts.
            let alone =
                |at: &usize| !slots.written(*at).trim_end_matches(head(*at)).ends_with(['び', '、', 'に', 'は']);
            match object.filter(alone).and_then(|at| noun_sense(at).map(|sense| (sense, at))) {
                Some((sense @ (Sense::Arrange | Sense::Direct | Sense::TakePart | Sense::Act), at))
                    if !agent_is_unit(slots) =>
                {
                    (sense, Some(slots.span(at)))
                }
                _ => (Sense::Own, None),
            }
        }
        Sense::Lead if object.is_none() && slots.find(|phrase| phrase.marker.case == Case::Bare).is_none() => {
            (Sense::Plain, None)
        }
        sense => (sense, None),
    }
}

fn agent_is_unit(slots: &Slots<'_, '_>) -> bool {
    slots.case(Case::Bare).is_some_and(|at| slots.sort(at) == Sort::Unit)
}

fn topic(slots: &Slots<'_, '_>) -> Option<usize> {
    slots.case(Case::Bare)
}

fn put(slots: &mut Slots<'_, '_>) {
    let object = slots.case(Case::Object);
    if let Some(at) = object {
        slots.actor(Role::Theme, at);
    }
    for at in 0..slots.count() {
        let places = slots.is_left(at) && matches!(slots.phrase(at).marker.case, Case::Dative | Case::At);
        if places && !slots.has(Role::Place) && place_below(slots, at) {
            continue;
        }
        if places && !slots.has(Role::Place) && matches!(slots.sort(at), Sort::Unit | Sort::Any | Sort::Post) {
            slots.actor(Role::Place, at);
        }
    }
    let by_whom = if object.is_some() { Role::Authority } else { Role::Theme };
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(by_whom, at);
    }
    if let Some(at) = topic(slots) {
        let is_place = object.is_some() && slots.sort(at) == Sort::Unit && !slots.has(Role::Place);
        let role = if is_place { Role::Place } else { by_whom };
        slots.actor(role, at);
    }
    // A theme without を: 「次のとおり置く」.
    if !slots.has(Role::Theme)
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::None)
    {
        slots.actor(Role::Theme, at);
    }
    number_of_theme(slots);
}

/// 「保健所の下に支所を置く」: the place is the 保健所.
fn place_below(slots: &mut Slots<'_, '_>, at: usize) -> bool {
    let span = slots.span(at);
    let written = span.of(slots.words.text);
    let Some(front) = ["の下", "のもと"].iter().find_map(|end| written.strip_suffix(end)) else { return false };
    let np = slots.words.inner(Span { start: span.start, end: span.start + front.len() as u32 });
    let is_unit = np.sort() == Sort::Unit;
    if is_unit {
        slots.put(Role::Place, at, np);
    }
    is_unit
}

/// 「四支所を通じて六人」: the number is that of all of them together.
fn number_of_theme(slots: &mut Slots<'_, '_>) {
    if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Throughout) {
        slots.words_only(at, Adjunct::Throughout);
        slots.number_in_all(Role::Theme);
    }
}

fn fill(slots: &mut Slots<'_, '_>, predicate: &Predicate) {
    let verb = predicate.span.of(slots.words.text);
    let by = slots.find(|phrase| phrase.marker.case == Case::By);
    let object = slots.case(Case::Object);
    let subject = slots.case(Case::Subject);
    let dative = slots.find_last(|phrase| phrase.marker.case == Case::Dative);
    let appoints =
        ["任", "委嘱", "嘱託", "命", "補", "選", "互選", "指", "推薦"].iter().any(|stem| verb.starts_with(stem));
    if let Some(at) = by.filter(|_| !appoints) {
        slots.actor(Role::Holder, at);
        if let Some(at) = object.or(dative) {
            slots.actor(Role::Theme, at);
        }
    } else if appoints {
        if let Some(at) = subject {
            slots.actor(Role::Authority, at);
        }
        if let Some(at) = object {
            slots.actor(Role::Theme, at);
        }
        if let Some(at) = dative.filter(|at| slots.is_left(*at)) {
            slots.actor(if slots.has(Role::Theme) { Role::Holder } else { Role::Theme }, at);
        }
        if let Some(at) = by {
            slots.words_only(at, Adjunct::Manner);
        }
    } else if verb.starts_with("兼") || verb.starts_with("当") || verb.starts_with("あ") || verb.starts_with("併") {
        if let Some(at) = subject {
            slots.actor(Role::Holder, at);
        }
        if let Some(at) = object.or(dative) {
            let role_noun = slots.written(at).ends_with("任");
            if role_noun { slots.words_only(at, Adjunct::Manner) } else { slots.actor(Role::Theme, at) }
        }
    } else {
        if let Some(at) = object {
            slots.actor(Role::Holder, at);
        }
        if let Some(at) = dative {
            slots.actor(Role::Theme, at);
        }
        if let Some(at) = subject {
            slots.actor(Role::Authority, at);
        }
    }
    if let Some(at) = topic(slots) {
        let role = if !slots.has(Role::Theme) {
            Role::Theme
        } else if appoints {
            Role::Authority
        } else {
            Role::Holder
        };
        slots.actor(role, at);
    }
}

/// Own, Lead, Arrange, Decide: somebody has a matter.
fn own(slots: &mut Slots<'_, '_>, predicate: &Predicate, sense: Sense) {
    let causative = predicate.voice == Voice::Causative;
    let object = slots.case(Case::Object);
    let topic_at = topic(slots);
    if causative {
        if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative) {
            slots.actor(Role::Agent, at);
        }
        for at in [topic_at, slots.case(Case::Subject)].into_iter().flatten() {
            slots.actor(Role::Authority, at);
        }
    }
    if predicate.voice == Voice::Passive
        && let Some(at) = topic_at.or(slots.case(Case::Subject))
    {
        slots.matter(at);
    }
    let place =
        slots.find(|phrase| phrase.marker.case == Case::At || phrase.marker.case == Case::By && phrase.marker.topic);
    let by = slots.find(|phrase| phrase.marker.case == Case::By);
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Agent, at);
    }
    match topic_at.filter(|at| slots.is_left(*at)) {
        Some(at)
            if object.is_none()
                && (place.is_some()
                    || by.is_some()
                    || slots.has(Role::Agent)
                    || sense == Sense::Decide && slots.sort(at) == Sort::Matter)
                && slots.sort(at) != Sort::Post =>
        {
            slots.matter(at)
        }
        Some(at) => slots.actor(Role::Agent, at),
        None => {}
    }
    // 「副町長は、緊急の事務は、専決する」: the second は sets the matter apart.
    if object.is_none()
        && slots.has(Role::Agent)
        && let Some(at) = topic(slots).filter(|at| slots.sort(*at) == Sort::Matter)
    {
        slots.matter(at);
    }
    if !slots.has(Role::Agent)
        && let Some(at) = place
            .or(by)
            .filter(|at| slots.is_left(*at) && matches!(slots.sort(*at), Sort::Unit | Sort::Post | Sort::Any))
    {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = object.filter(|at| slots.is_left(*at)) {
        if sense == Sense::Lead && matches!(slots.sort(at), Sort::Staff) {
            slots.actor(Role::Object, at);
        } else {
            slots.wide_matter(at);
        }
    } else if let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::Dative && !phrase.marker.topic) {
        slots.wide_matter(at);
    }
    if !slots.has(Role::Agent)
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative && phrase.marker.topic)
    {
        slots.actor(Role::Agent, at);
    }
    // 「…については、総務課が行う」: the matter is what it speaks of.
    if !slots.has(Role::Matter)
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::About)
    {
        slots.matter(at);
    }
    if !slots.has(Role::Matter)
        && let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::None)
    {
        slots.wide_matter(at);
    }
}

fn direct(slots: &mut Slots<'_, '_>, predicate: &Predicate) {
    let object = slots.case(Case::Object);
    for at in [topic(slots), slots.case(Case::Subject)].into_iter().flatten() {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = object {
        match slots.sort(at) {
            Sort::Staff | Sort::Post | Sort::Unit | Sort::Any => slots.actor(Role::Object, at),
            Sort::Matter | Sort::Words => slots.wide_matter(at),
        }
    }
    if predicate.voice == Voice::Passive
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Basis)
    {
        slots.words_only(at, Adjunct::Basis);
    }
    if !slots.has(Role::Object)
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative)
    {
        slots.wide_matter(at);
    }
}

fn take_part(slots: &mut Slots<'_, '_>) {
    for at in [topic(slots), slots.case(Case::Subject)].into_iter().flatten() {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = slots.find_last(|phrase| matches!(phrase.marker.case, Case::Dative | Case::Object)) {
        slots.wide_matter(at);
    }
}

/// 「部長の命を受け」: the orders are a part of the phrase, whose they are another.
fn under(slots: &mut Slots<'_, '_>) {
    if let Some(at) = topic(slots) {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Agent, at);
    }
    let objects: Vec<usize> =
        (0..slots.count()).filter(|at| slots.is_left(*at) && slots.phrase(*at).marker.case == Case::Object).collect();
    for at in objects {
        source(slots, at);
    }
    if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative && phrase.marker.topic) {
        slots.actor(Role::Agent, at);
    }
}

/// Takes 「部長の命」 with 部長 as the source.
fn source(slots: &mut Slots<'_, '_>, at: usize) {
    let words = slots.words;
    let phrase = slots.phrase(at);
    let outside = |token: &usize| !phrase.relatives.iter().any(|relative| relative.contains(token));
    let of = phrase.tokens.clone().filter(outside).rfind(|token| words.tokens[*token].kind == TokenKind::Of);
    let ends_in_order = ORDERS.iter().any(|order| slots.written(at).ends_with(order));
    let front = match of {
        Some(of) if ends_in_order => phrase.tokens.start..of,
        None if ends_in_order => phrase.tokens.start..phrase.tokens.start,
        // 「課長は部長の、係長は課長の命を」: the order is left out.
        _ => phrase.tokens.clone(),
    };
    if front.is_empty() {
        slots.words_only(at, Adjunct::Manner);
        return;
    }
    let np = phrases::read(words, &Stretch { tokens: front, relatives: &phrase.relatives });
    slots.put(Role::Source, at, np);
}

/// 「町長の監督の下に」: under whose orders, beside what else the clause says.
fn under_supervision(slots: &mut Slots<'_, '_>) {
    for at in 0..slots.count() {
        if !slots.is_left(at) || !matches!(slots.phrase(at).marker.case, Case::Dative | Case::By) {
            continue;
        }
        let span = slots.span(at);
        let written = span.of(slots.words.text);
        let Some(front) = ["の下", "のもと"].iter().find_map(|end| written.strip_suffix(end)) else { continue };
        let Some(whose) = ORDERS.iter().filter_map(|order| front.strip_suffix(order)).min_by_key(|front| front.len())
        else {
            continue;
        };
        let whose = whose.trim_end_matches('の');
        let source = slots.words.inner(Span { start: span.start, end: span.start + whose.len() as u32 });
        if !whose.is_empty() && !source.is_opaque() {
            slots.source(at, source);
        }
    }
}

fn assist(slots: &mut Slots<'_, '_>) {
    let object = slots.case(Case::Object);
    for at in [topic(slots), slots.case(Case::Subject)].into_iter().flatten() {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = object {
        match slots.sort(at) {
            Sort::Post | Sort::Unit | Sort::Any | Sort::Staff => slots.actor(Role::Object, at),
            // One word that no class knows is rather somebody than work.
            Sort::Words if slots.phrase(at).tokens.len() == 1 => slots.actor(Role::Object, at),
            Sort::Matter | Sort::Words => slots.wide_matter(at),
        }
    }
}

/// Somebody acts for another: who that is stands in the work (Xの職務), in the occasion, or in the sentences before (§4.1).
fn act(slots: &mut Slots<'_, '_>, predicate: &Predicate) {
    let object = slots.case(Case::Object);
    let topic_at = topic(slots);
    if predicate.voice == Voice::Causative {
        if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative) {
            slots.actor(Role::Agent, at);
        }
        for at in [topic_at, slots.case(Case::Subject)].into_iter().flatten() {
            slots.actor(Role::Authority, at);
        }
    }
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = topic_at.filter(|at| slots.is_left(*at)) {
        match slots.has(Role::Agent) && object.is_none() {
            true => principal_of_matter(slots, at),
            false => slots.actor(Role::Agent, at),
        }
    }
    if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::At && phrase.marker.topic)
        && !slots.has(Role::Agent)
    {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = object.filter(|at| slots.is_left(*at)) {
        principal_of_matter(slots, at);
    }
    if !slots.has(Role::Agent) {
        by_order(slots);
    }
    if !slots.has(Role::Principal) {
        // 「副町長も不在のとき」: one who is absent too is not the one acted for.
        let state = slots.conditions().iter().find_map(|cond| match &cond.kind {
            CondKind::State { of: Some(of), joint, also: false, .. } => Some(match (&of.form, joint) {
                // Of those absent together the first.
                (NpForm::List { members, .. }, true) => members[0].clone(),
                _ => (**of).clone(),
            }),
            _ => None,
        });
        if let Some(np) = state {
            slots.push_arg(Role::Principal, np);
        }
    }
}

/// 「A、Bの順序により、その職務を代理する」: those in the order act.
fn by_order(slots: &mut Slots<'_, '_>) {
    let Some(at) = slots.case(Case::Basis) else { return };
    let span = slots.span(at);
    let written = span.of(slots.words.text);
    let Some(front) = ["の順序", "の順位", "の順"].iter().find_map(|end| written.strip_suffix(end)) else {
        return;
    };
    let np = slots.words.inner(Span { start: span.start, end: span.start + front.len() as u32 });
    if np.sort() == Sort::Post && !np.is_opaque() {
        slots.push_arg(Role::Order, Np::plain(NpForm::Words, span));
        slots.put(Role::Agent, at, np);
    }
}

/// 「部長の職務を」: 部長 is the one acted for; 「その職務を」 leaves it to the occasion.
fn principal_of_matter(slots: &mut Slots<'_, '_>, at: usize) {
    let words = slots.words;
    let phrase = slots.phrase(at);
    let np = slots.np(at);
    if let Some(whole) = whole_of_job(&np) {
        let back = matches!(whole.form, NpForm::Back { .. });
        slots.matter(at);
        if !back {
            slots.push_arg(Role::Principal, whole);
        }
        return;
    }
    if is_back(&np) {
        slots.matter(at);
        return;
    }
    let of = phrase.tokens.clone().find(|token| words.tokens[*token].kind == TokenKind::Of);
    if np.sort() == Sort::Post {
        slots.push_arg(Role::Principal, np.clone());
        slots.put(Role::Matter, at, np);
        return;
    }
    if let Some(of) = of {
        let front = phrases::read(words, &Stretch { tokens: phrase.tokens.start..of, relatives: &phrase.relatives });
        if front.sort() == Sort::Post && !front.is_opaque() {
            slots.push_arg(Role::Principal, front);
        }
    }
    slots.matter(at);
}

/// X of 「Xの職務」, 「Xの権限」, 「Xの事務」.
fn whole_of_job(np: &Np) -> Option<Np> {
    match &np.form {
        NpForm::Of { whole, part } if matches!(part.form, NpForm::Matter { .. }) => Some((**whole).clone()),
        _ => None,
    }
}

fn delegate(slots: &mut Slots<'_, '_>) {
    if let Some(at) = slots.case(Case::Object) {
        slots.wide_matter(at);
    }
    if let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::Dative) {
        slots.actor(Role::Object, at);
    }
    if let Some(at) = topic(slots) {
        let is_matter = !slots.has(Role::Matter) && matches!(slots.sort(at), Sort::Matter | Sort::Words);
        if is_matter { slots.matter(at) } else { slots.actor(Role::Authority, at) }
    }
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Authority, at);
    }
}

fn compose(slots: &mut Slots<'_, '_>, predicate: &Predicate) {
    let verb = predicate.span.of(slots.words.text);
    let made_of = ["組織", "構成", "成"].iter().any(|stem| verb.starts_with(stem));
    let object = slots.case(Case::Object);
    if made_of {
        if let Some(at) = slots.find(|phrase| matches!(phrase.marker.case, Case::By | Case::From)) {
            slots.actor(Role::Member, at);
        }
        for at in [topic(slots), object].into_iter().flatten() {
            slots.actor(Role::Agent, at);
        }
        if let Some(at) = slots.case(Case::Subject) {
            slots.actor(Role::Member, at);
        }
        return;
    }
    if let Some(at) = object {
        slots.actor(Role::Theme, at);
    }
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Member, at);
    }
    if let Some(at) = slots.find(|phrase| matches!(phrase.marker.case, Case::Dative | Case::With)) {
        // 「会議の議長となる」: of which council.
        match slots.np(at).form {
            NpForm::Of { whole, .. } if slots.phrase(at).marker.case == Case::With => {
                slots.put(Role::Theme, at, *whole)
            }
            _ => slots.actor(Role::Place, at),
        }
    }
    if let Some(at) = topic(slots) {
        let unit = slots.sort(at) == Sort::Unit && !slots.has(Role::Theme);
        slots.actor(if unit { Role::Theme } else { Role::Member }, at);
    }
}

fn belong(slots: &mut Slots<'_, '_>) {
    for at in [topic(slots), slots.case(Case::Subject)].into_iter().flatten() {
        let np = slots.np(at);
        slots.put(Role::Theme, at, np);
    }
    if let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::Dative) {
        slots.actor(Role::Place, at);
    }
}

/// 「Xは、Yとする」: X and Y, to be turned around where X names a role (C4).
fn equate(slots: &mut Slots<'_, '_>) {
    let complement = slots
        .find_last(|phrase| phrase.marker.case == Case::With && !phrase.marker.topic)
        .or_else(|| slots.case(Case::Object));
    if let Some(at) = complement {
        let np = slots.np(at);
        put_any(slots, Role::Holder, at, np);
    }
    for at in [topic(slots), slots.case(Case::Subject), slots.find(|phrase| phrase.marker.case == Case::With)]
        .into_iter()
        .flatten()
    {
        if slots.is_left(at) && !slots.has(Role::Theme) {
            let np = slots.np(at);
            put_any(slots, Role::Theme, at, np);
        }
    }
    if !slots.has(Role::Holder)
        && let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::None)
    {
        let np = slots.np(at);
        put_any(slots, Role::Holder, at, np);
    }
}

/// Puts a phrase into a role also where no class knows its words: what is equated may be anything.
fn put_any(slots: &mut Slots<'_, '_>, role: Role, at: usize, np: Np) {
    if !np.is_opaque() {
        slots.put(role, at, np);
        return;
    }
    let span = slots.span(at);
    slots.words_only(at, Adjunct::Manner);
    slots.push_arg(role, Np::plain(NpForm::Words, span));
}

fn plain(slots: &mut Slots<'_, '_>) {
    let pairs = [
        (Case::Bare, Role::Agent),
        (Case::Subject, Role::Agent),
        (Case::Object, Role::Matter),
        (Case::Dative, Role::Place),
    ];
    for (case, role) in pairs {
        while let Some(at) = slots.find(|phrase| phrase.marker.case == case) {
            let np = if role == Role::Matter { slots.words.matter(slots.phrase(at)) } else { slots.np(at) };
            if np.is_opaque() || slots.has(role) {
                slots.words_only(at, Adjunct::Manner)
            } else {
                slots.put(role, at, np)
            }
        }
    }
}

/// Whether a phrase names somebody by what tells the one who is meant: a criterion.
pub(crate) fn is_criterion(np: &Np) -> bool {
    matches!(&np.form, NpForm::Such { by: By::Clause(_) | By::Word(_), .. })
}

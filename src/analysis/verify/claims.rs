//! Each kind of claim against the graph.

use std::cell::OnceCell;

use super::{
    ActingClaim, BelongsClaim, Claim, ClaimFinding, ClaimStep, CommandsClaim, HeadsClaim, OwnsClaim, SubstitutesClaim,
};
use crate::analysis::{
    ConnectionKind, Outcome, Reason, Scenario, ScopeReport, Statement, acting, connection, scopes, statements,
};
use crate::graph::{
    AuthorityGraph, Condition, Direction, Edge, Label, Lookup, NameIndex, NodeId, RelationType, fold_name,
};

/// Judges claims on one graph.
pub(super) struct Judge<'g> {
    graph: &'g AuthorityGraph,
    posts: NameIndex<'g>,
    units: NameIndex<'g>,
    both: NameIndex<'g>,
    scopes: OnceCell<ScopeReport>,
}

/// A name that is not exactly one node.
type NotFound = ClaimFinding;

impl<'g> Judge<'g> {
    pub(super) fn new(graph: &'g AuthorityGraph) -> Self {
        let index = |labels: &[Label]| NameIndex::new(graph, labels);
        Self {
            graph,
            posts: index(&[Label::Post]),
            units: index(&[Label::Unit]),
            both: index(&[Label::Unit, Label::Post]),
            scopes: OnceCell::new(),
        }
    }

    /// What the regulation says on a claim.
    pub(super) fn judge(&self, claim: &Claim) -> ClaimFinding {
        let judged = match claim {
            Claim::Commands(claim) => self.commands(claim),
            Claim::Owns(claim) => self.owns(claim),
            Claim::Substitutes(claim) => self.substitutes(claim),
            Claim::Heads(claim) => self.heads(claim),
            Claim::Belongs(claim) => self.belongs(claim),
            Claim::Acting(claim) => self.acting(claim),
        };
        judged.unwrap_or_else(|not_found| not_found)
    }

    fn commands(&self, claim: &CommandsClaim) -> Result<ClaimFinding, NotFound> {
        let (superior, subordinate) = (find(&self.posts, &claim.superior)?, find(&self.posts, &claim.subordinate)?);
        let sources = self.graph.edges_at(&subordinate, Direction::Incoming, RelationType::Commands);
        let direct: Vec<ClaimStep> =
            sources.iter().filter(|edge| edge.from == superior).map(|edge| step(edge)).collect();
        if !direct.is_empty() {
            return Ok(ClaimFinding::Holds { steps: direct });
        }
        if !claim.direct
            && let Ok(between) = connection(self.graph, &superior, &subordinate)
            && matches!(
                between.relation,
                ConnectionKind::Commands | ConnectionKind::Mutual | ConnectionKind::CommandsInPart
            )
        {
            // One chain is proof enough; the shortest says most.
            let shortest = between.chains.iter().min_by_key(|chain| chain.len());
            let is_link = |edge: &&Edge| {
                shortest.is_some_and(|chain| chain.windows(2).any(|pair| pair[0] == edge.from && pair[1] == edge.to))
            };
            return Ok(ClaimFinding::Holds { steps: between.commands.iter().filter(is_link).map(step).collect() });
        }
        Ok(instead(sources.iter().map(|edge| edge.from.clone()), sources.iter().map(|edge| step(edge)).collect()))
    }

    fn owns(&self, claim: &OwnsClaim) -> Result<ClaimFinding, NotFound> {
        let claimed = find(&self.both, &claim.owner)?;
        let words: Vec<String> = claim.matter.split_whitespace().map(|word| fold_name(word).into_owned()).collect();
        let is_meant = |matter: &NodeId| {
            let name = fold_name(&self.graph.qualified_name(matter)).into_owned();
            words.iter().all(|word| name.contains(word.as_str()))
        };
        let mut owning: Vec<(NodeId, ClaimStep)> = Vec::new();
        for scope in &self.scopes.get_or_init(|| scopes(self.graph)).scopes {
            if words.is_empty() || !scope.owned.iter().any(is_meant) {
                continue;
            }
            let owners = self.graph.edges_at(&scope.duty, Direction::Outgoing, RelationType::BelongsTo);
            let Some(owner) = owners.first().map(|edge| edge.to.clone()) else { continue };
            let (about, provenance) = (vec![scope.duty.clone()], scope.provenance.clone());
            owning.push((owner, ClaimStep { about, relation: None, provenance }));
        }
        let is_rival =
            |owner: &NodeId| *owner != claimed && !self.is_above(owner, &claimed) && !self.is_above(&claimed, owner);
        let (own, others): (Vec<_>, Vec<_>) = owning.into_iter().partition(|(owner, _)| *owner == claimed);
        let has_rival = claim.only && others.iter().any(|(owner, _)| is_rival(owner));
        if own.is_empty() || has_rival {
            let (owners, steps): (Vec<_>, Vec<_>) = others.into_iter().unzip();
            return Ok(instead(owners.into_iter(), steps));
        }
        Ok(ClaimFinding::Holds { steps: own.into_iter().map(|(_, step)| step).collect() })
    }

    fn is_above(&self, upper: &NodeId, lower: &NodeId) -> bool {
        self.graph.enclosing_units(lower).contains(&upper)
    }

    fn substitutes(&self, claim: &SubstitutesClaim) -> Result<ClaimFinding, NotFound> {
        let post = find(&self.posts, &claim.post)?;
        let by = claim
            .by
            .iter()
            .map(|name| find_near(self.graph, &self.posts, name, &post))
            .collect::<Result<Vec<_>, _>>()?;
        let covers = |statement: &Statement<'_>| claim.when.is_none_or(|when| self.covers(statement, when));
        let said: Vec<Statement<'_>> = statements(self.graph, &post).into_iter().filter(covers).collect();
        let step = |statement: &Statement<'_>| ClaimStep {
            about: statement.substitute.into_iter().cloned().chain([post.clone()]).collect(),
            relation: Some(RelationType::SubstitutesWhenIncapacitated),
            provenance: statement.provenance.clone(),
        };
        let mut orders = Vec::new();
        let mut steps = Vec::new();
        for wanted in &by {
            if let Some(statement) = said.iter().find(|statement| statement.substitute == Some(wanted)) {
                orders.push(statement.order);
                steps.push(step(statement));
            }
        }
        let complete = orders.len() == by.len() && !by.is_empty() && orders.is_sorted_by(|a, b| a < b);
        // A rule that names nobody (上席の者) lets somebody else substitute too.
        let others = said.iter().any(|statement| statement.substitute.is_none_or(|one| !by.contains(one)));
        if complete && !(claim.only && others) {
            return Ok(ClaimFinding::Holds { steps });
        }
        Ok(instead(said.iter().filter_map(|statement| statement.substitute.cloned()), said.iter().map(step).collect()))
    }

    fn covers(&self, statement: &Statement<'_>, when: Condition) -> bool {
        let away_is_vacant = self.graph.settings().absence_includes_vacancy && when == Condition::Vacant;
        statement.conditions.contains(&when) || (away_is_vacant && statement.conditions.contains(&Condition::Away))
    }

    fn heads(&self, claim: &HeadsClaim) -> Result<ClaimFinding, NotFound> {
        let unit = find(&self.units, &claim.unit)?;
        let post = find_near(self.graph, &self.posts, &claim.post, &unit)?;
        let heads = self.graph.edges_at(&unit, Direction::Incoming, RelationType::Heads);
        match heads.iter().find(|edge| edge.from == post) {
            Some(edge) => Ok(ClaimFinding::Holds { steps: vec![step(edge)] }),
            None => {
                Ok(instead(heads.iter().map(|edge| edge.from.clone()), heads.iter().map(|edge| step(edge)).collect()))
            }
        }
    }

    fn belongs(&self, claim: &BelongsClaim) -> Result<ClaimFinding, NotFound> {
        let unit = find(&self.units, &claim.unit)?;
        let member = find_near(self.graph, &self.both, &claim.member, &unit)?;
        let mut steps = Vec::new();
        let mut at = member.clone();
        let above = self.graph.enclosing_units(&member).len();
        // As many steps as there are units above: a circle ends too.
        for _ in 0..=above {
            let edges = self.graph.edges_at(&at, Direction::Outgoing, RelationType::BelongsTo);
            let Some(edge) = edges.first() else { break };
            steps.push(step(edge));
            if edge.to == unit {
                return Ok(ClaimFinding::Holds { steps });
            }
            at = edge.to.clone();
        }
        Ok(instead(self.graph.parent_unit(&member).cloned().into_iter(), steps))
    }

    fn acting(&self, claim: &ActingClaim) -> Result<ClaimFinding, NotFound> {
        let post = find(&self.posts, &claim.post)?;
        let by = claim.by.as_ref().map(|name| find_near(self.graph, &self.posts, name, &post)).transpose()?;
        let mut scenario = Scenario::default().absent(post.clone(), claim.when);
        for name in &claim.also_absent {
            scenario = scenario.absent(find_near(self.graph, &self.posts, name, &post)?, claim.when);
        }
        for name in &claim.unfilled {
            scenario = scenario.unfilled(find_near(self.graph, &self.posts, name, &post)?);
        }
        let Ok(report) = acting(self.graph, &scenario) else {
            // A post called unfilled that has to exist: the scenario cannot be.
            return Ok(instead(std::iter::empty(), Vec::new()));
        };
        let Some(result) = report.results.into_iter().find(|result| result.post == post) else {
            return Ok(instead(std::iter::empty(), Vec::new()));
        };
        let mut steps = Vec::new();
        collect(&result.answer.reasons, &post, &mut steps);
        let expected = claim.expected();
        let holds = result.answer.outcome == expected
            && (expected != Outcome::Post || by.is_some_and(|by| result.answer.acting == [by]));
        if holds { Ok(ClaimFinding::Holds { steps }) } else { Ok(instead(result.answer.acting.into_iter(), steps)) }
    }
}

/// The clauses of a tree of reasons, each once.
fn collect(reasons: &[Reason], post: &NodeId, steps: &mut Vec<ClaimStep>) {
    for reason in reasons {
        let step = ClaimStep { about: vec![post.clone()], relation: None, provenance: reason.provenance.clone() };
        if !steps.contains(&step) {
            steps.push(step);
        }
        collect(&reason.because, post, steps);
    }
}

/// A claim that does not hold, and who stands there instead, each once.
fn instead(who: impl Iterator<Item = NodeId>, steps: Vec<ClaimStep>) -> ClaimFinding {
    let mut instead: Vec<NodeId> = Vec::new();
    for one in who {
        if !instead.contains(&one) {
            instead.push(one);
        }
    }
    ClaimFinding::DoesNotHold { instead, steps }
}

fn step(edge: &Edge) -> ClaimStep {
    ClaimStep {
        about: vec![edge.from.clone(), edge.to.clone()],
        relation: Some(edge.data.relation.relation_type()),
        provenance: edge.provenance.clone(),
    }
}

/// The one node that a name means.
fn find(index: &NameIndex<'_>, name: &str) -> Result<NodeId, NotFound> {
    match index.find(name) {
        Lookup::Found(id) => Ok(id),
        Lookup::Ambiguous(candidates) => Err(ClaimFinding::AmbiguousName { name: name.to_owned(), candidates }),
        Lookup::Missing { suggestions } => Err(ClaimFinding::UnknownName { name: name.to_owned(), suggestions }),
    }
}

/// The one node that a name means; of several, the one in the same unit as `near`, or in `near` itself.
fn find_near(graph: &AuthorityGraph, index: &NameIndex<'_>, name: &str, near: &NodeId) -> Result<NodeId, NotFound> {
    let found = find(index, name);
    let Err(ClaimFinding::AmbiguousName { candidates, .. }) = &found else { return found };
    let place = graph.node(near).filter(|node| node.label() == Label::Unit).map(|node| &node.id);
    let place = place.or_else(|| graph.parent_unit(near));
    let mut here = candidates.iter().filter(|one| graph.parent_unit(one) == place);
    match (here.next(), here.next()) {
        (Some(only), None) => Ok(only.clone()),
        _ => found,
    }
}

//! People beside an answer on who acts: whom an absence takes away, and who holds the posts that act.

use std::collections::{BTreeSet, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

use super::{Holding, Occupancy};
use crate::analysis::{ActingReport, Holdings, PersonWithPosts};
use crate::graph::{AuthorityGraph, HoldingKind, NodeId};

/// The people of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct People {
    /// The day on which they hold their posts, as YYYY-MM-DD.
    pub as_of: String,
    /// The absent people with their posts.
    pub absent: Vec<AbsentPersonPosts>,
    /// Who holds each post of the answer, in the order of the text.
    pub holders: Vec<PostHolders>,
    /// Posts that would act for one whose holder is the same person: that person is absent too.
    pub same_person: Vec<SamePerson>,
}

/// An absent person and the posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AbsentPersonPosts {
    /// The name.
    pub person: String,
    /// The posts that nobody else holds that day: these are absent.
    pub emptied: Vec<NodeId>,
    /// The posts that others hold too.
    pub still_held: Vec<NodeId>,
}

/// Who holds a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PostHolders {
    /// The post.
    pub post: NodeId,
    /// Its holders, in the order of the file; none if the file names nobody for that day.
    pub people: Vec<Holder>,
}

/// A holder of a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Holder {
    /// The name.
    pub person: String,
    /// In what way.
    pub kind: HoldingKind,
    /// Whether the question calls the person absent.
    pub absent: bool,
}

/// A post that would act for one whose holder is the same person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SamePerson {
    /// The absent post.
    pub post: NodeId,
    /// The post that would act.
    pub acting: NodeId,
    /// Who holds both.
    pub person: String,
}

impl Occupancy {
    /// The posts of absent people, given by what tells them from others ([`Holding::key`]), on a day. A person with two posts
    /// empties both.
    pub fn absences(&self, keys: &[String], day: &str) -> Vec<AbsentPersonPosts> {
        let gone = |holding: &Holding| keys.contains(&holding.key());
        keys.iter()
            .map(|key| {
                let held: Vec<&Holding> = self.posts_of(key, day).collect();
                let is_emptied = |post: &NodeId| self.holders(post, day).all(gone);
                let (emptied, still_held) = held.iter().map(|holding| holding.post.clone()).partition(is_emptied);
                let known = || self.holdings.iter().find(|holding| holding.key() == *key);
                let person = held.first().copied().or_else(known).map_or_else(String::new, |one| one.person.clone());
                AbsentPersonPosts { person, emptied, still_held }
            })
            .collect()
    }

    /// Everybody with the posts held on a day, in the order of the file.
    pub fn on_day(&self, day: &str) -> Holdings {
        let mut place: HashMap<String, usize> = HashMap::new();
        let mut people: Vec<PersonWithPosts> = Vec::new();
        for holding in self.holdings.iter().filter(|holding| holding.holds_on(day)) {
            let at = *place.entry(holding.key()).or_insert_with(|| {
                people.push(PersonWithPosts { person: holding.person.clone(), posts: Vec::new() });
                people.len() - 1
            });
            people[at].posts.push(holding.post.clone());
        }
        Holdings { day: day.to_owned(), people }
    }

    /// The people of an answer, where `keys` are absent.
    pub fn people(&self, graph: &AuthorityGraph, report: &ActingReport, keys: &[String], day: &str) -> People {
        let mut posts: BTreeSet<(Option<usize>, &NodeId)> = BTreeSet::new();
        let mut same_person = Vec::new();
        for result in &report.results {
            let deciding = result.deciding.iter().flat_map(|answer| &answer.acting);
            let held =
                result.ex_officio.iter().flat_map(|other| std::iter::once(&other.post).chain(&other.answer.acting));
            let all = std::iter::once(&result.post).chain(&result.answer.acting).chain(deciding).chain(held);
            posts.extend(all.map(|post| (graph.node_index(post).map(|index| index.index()), post)));
            let absent: Vec<&Holding> = self.holders(&result.post, day).collect();
            for acting in &result.answer.acting {
                let of_acting: Vec<&Holding> = self.holders(acting, day).collect();
                let both = |holding: &&Holding| absent.iter().any(|other| other.key() == holding.key());
                if !of_acting.is_empty() && of_acting.iter().all(both) {
                    let (post, person) = (result.post.clone(), of_acting[0].person.clone());
                    same_person.push(SamePerson { post, acting: acting.clone(), person });
                }
            }
        }
        let holder = |holding: &Holding| Holder {
            person: holding.person.clone(),
            kind: holding.kind,
            absent: keys.contains(&holding.key()),
        };
        let holders = posts
            .into_iter()
            .map(|(_, post)| PostHolders { post: post.clone(), people: self.holders(post, day).map(holder).collect() });
        People { as_of: day.to_owned(), absent: self.absences(keys, day), holders: holders.collect(), same_person }
    }
}

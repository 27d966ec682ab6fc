//! What a reader of the regulation should find in it: the facts of the body, worked out from the body alone by the rules of the
//! model page.

use std::collections::{BTreeMap, BTreeSet};

use crate::body::{Act, Body, By, Condition, DutyForm, Member, Post, PostArticle, Substitution, Under, Work};
use crate::style::{Style, UnitForm};

/// Facts, one a line.
pub type Facts = BTreeSet<String>;

pub fn facts(body: &Body, style: &Style) -> Facts {
    let mut facts = Facts::new();
    units(body, &mut facts);
    let posts = body.posts();
    let posts: Vec<&Post> = posts.iter().filter(|post| post.unit != 0 || is_named(body, &post.title)).collect();
    for post in &posts {
        facts.insert(post_line(body, &posts, post));
    }
    let mut reading = Reading { body, posts: &posts, heads: BTreeMap::new(), facts: &mut facts };
    reading.heads();
    reading.commands();
    reading.substitutions();
    reading.named();
    reading.councils();
    duties(body, style, &mut facts);
    if style.units == UnitForm::Flat || style.units == UnitForm::Rows {
        let nested = (1..body.units.len()).any(|unit| body.units[unit].above != Some(0));
        if nested {
            facts.insert("notice lost-indentation".to_owned());
        }
    }
    facts
}

/// Whether the text names an officer at all.
fn is_named(body: &Body, title: &str) -> bool {
    let roles = body.articles.iter().flat_map(|article| &article.roles);
    let under =
        roles.into_iter().any(|role| matches!(&role.under, Under::Named(titles) if titles.iter().any(|t| t == title)));
    let sits = |member: &Member| *member == Member::Title(title.to_owned());
    under || body.councils.iter().any(|council| council.members.iter().chain(&council.chair).any(sits))
}

fn noted(words: String, notes: &[String]) -> String {
    if notes.is_empty() { words } else { format!("{words} ({})", notes.join("; ")) }
}

fn units(body: &Body, facts: &mut Facts) {
    for (index, unit) in body.units.iter().enumerate() {
        let mut notes = Vec::new();
        notes.extend(unit.optional.then(|| "optional".to_owned()));
        notes.extend(body.is_council(index).then(|| "council".to_owned()));
        notes.extend(unit.short.as_ref().map(|short| format!("also {short}")));
        facts.insert(noted(format!("unit {}", body.unit_id(index)), &notes));
        if let Some(above) = unit.above {
            facts.insert(format!("{} belongs to {}", body.unit_id(index), body.unit_id(above)));
        }
    }
}

fn post_line(body: &Body, posts: &[&Post], post: &Post) -> String {
    let mut notes = Vec::new();
    notes.extend(post.optional.then(|| "optional".to_owned()));
    notes.extend(post.article.is_none().then(|| "elsewhere".to_owned()));
    notes.extend(post.seats.map(|seats| format!("{seats} seats")));
    // One of several is required: where none is, there is no choice to make.
    let others = posts.iter().filter(|other| other.unit == post.unit && other.article == post.article).count();
    notes.extend((post.choice && !post.optional && others > 1).then(|| "one of several".to_owned()));
    noted(format!("post {}", body.post_id(post)), &notes)
}

/// The facts on posts.
struct Reading<'b> {
    body: &'b Body,
    posts: &'b [&'b Post],
    /// The head of each unit, with whether it commands those who belong to it.
    heads: BTreeMap<usize, (&'b Post, bool)>,
    facts: &'b mut Facts,
}

impl<'b> Reading<'b> {
    fn say(&mut self, from: &Post, verb: &str, to: &Post, notes: &[String]) {
        let (from, to) = (self.body.post_id(from), self.body.post_id(to));
        self.facts.insert(noted(format!("{from} {verb} {to}"), notes));
    }

    /// The posts of an article with a title.
    fn of_article(&self, article: usize, title: &str) -> Vec<&'b Post> {
        let is = |post: &&&'b Post| post.article == Some(article) && post.title == title;
        self.posts.iter().copied().filter(|post| is(&post)).collect()
    }

    /// The posts of an article with one of several titles.
    fn of_titles(&self, article: usize, titles: &[String]) -> Vec<&'b Post> {
        titles.iter().flat_map(|title| self.of_article(article, title)).collect()
    }

    fn in_unit(&self, unit: usize, title: &str) -> Option<&'b Post> {
        self.posts.iter().copied().find(|post| post.unit == unit && post.title == title)
    }

    /// The post that a title means, seen from a unit: there, or in the nearest unit above.
    fn seen_from(&self, unit: usize, title: &str) -> &'b Post {
        let mut path = self.body.path_up(unit).into_iter();
        path.find_map(|unit| self.in_unit(unit, title)).expect("the generator names only such")
    }

    fn articles(&self) -> impl Iterator<Item = (usize, &'b PostArticle)> + use<'b> {
        self.body.articles.iter().enumerate()
    }

    fn heads(&mut self) {
        for (index, article) in self.articles() {
            for role in article.roles.iter().filter(|role| role.work == Work::Lead) {
                for post in self.of_titles(index, &role.titles) {
                    self.heads.insert(post.unit, (post, role.staff));
                    let (post, unit) = (self.body.post_id(post), self.body.unit_id(post.unit));
                    self.facts.insert(format!("{post} heads {unit}"));
                }
            }
        }
    }

    fn commands(&mut self) {
        // Posts of which something says whose command they are under.
        let mut spoken: BTreeSet<String> = BTreeSet::new();
        for (index, article) in self.articles() {
            for role in &article.roles {
                for post in self.of_titles(index, &role.titles) {
                    if role.under != Under::Silent || matches!(role.work, Work::Assist(_)) {
                        spoken.insert(self.body.post_id(post));
                    }
                    if let Work::Assist(title) = &role.work {
                        let assisted = self.in_unit(post.unit, title).expect("placed by the same rule");
                        self.say(post, "assists", assisted, &[]);
                        if role.under == Under::Silent {
                            self.say(assisted, "commands", post, &["commanded-by-assisted".to_owned()]);
                        }
                    }
                    match &role.under {
                        Under::Silent => {}
                        Under::Superior => self.superior(index, post, "superior-by-place"),
                        Under::Bare => self.superior(index, post, "bare-order"),
                        Under::Named(titles) => {
                            let notes: Vec<String> =
                                (titles.len() > 1).then(|| "one of several".to_owned()).into_iter().collect();
                            for title in titles {
                                self.say(self.seen_from(post.unit, title), "commands", post, &notes);
                            }
                        }
                    }
                }
            }
        }
        for (head, staff) in self.heads.values().copied().collect::<Vec<_>>() {
            let posts = self.posts;
            for post in posts.iter().filter(|post| staff && post.unit == head.unit && post.title != head.title) {
                if !spoken.contains(&self.body.post_id(post)) {
                    self.say(head, "commands", post, &[]);
                }
            }
        }
    }

    /// 上司: the head of the unit; of the head itself, that of the nearest unit above with one. Beside it those who command
    /// within a specific matter, as far as they are placed before.
    fn superior(&mut self, article: usize, post: &Post, rule: &str) {
        let path = self.body.path_up(post.unit).into_iter();
        let mut heads = path.filter_map(|unit| self.heads.get(&unit)).map(|(head, _)| *head);
        let Some(head) = heads.find(|head| self.body.post_id(head) != self.body.post_id(post)) else {
            self.facts.insert("notice no-superior".to_owned());
            return;
        };
        self.say(head, "commands", post, &[rule.to_owned()]);
        for (index, before) in self.articles().filter(|(index, _)| *index < article) {
            for role in before.roles.iter().filter(|role| role.work == Work::Specific && role.staff) {
                for second in self.of_titles(index, &role.titles) {
                    if second.unit == head.unit {
                        self.say(
                            second,
                            "commands",
                            post,
                            &["second-superior".to_owned(), "specific matters".to_owned()],
                        );
                    }
                }
            }
        }
    }

    fn substitutions(&mut self) {
        for (index, article) in self.articles() {
            for role in &article.roles {
                let (Some((conditions, act)), Work::Assist(principal)) = (&role.acts, &role.work) else { continue };
                for post in self.of_titles(index, &role.titles) {
                    let replaced = self.in_unit(post.unit, principal).expect("placed by the same rule");
                    let notes = substitution_notes(1, conditions, *act);
                    self.say(post, "substitutes", replaced, &notes);
                }
            }
            for said in &article.substitutions {
                self.substitution(index, said);
            }
        }
    }

    fn substitution(&mut self, article: usize, said: &Substitution) {
        for principal in self.of_article(article, &said.principal) {
            let first = 1 + u32::from(said.joint.is_some());
            let titles = match &said.by {
                By::Titles(titles) => titles.clone(),
                By::Fallback(first, second) => vec![first.clone(), second.clone()],
                By::Criterion(words) | By::Designated(words) => {
                    let which = if matches!(said.by, By::Criterion(_)) { "criterion" } else { "designated" };
                    let line = format!("{which} {words} substitutes {}", self.body.post_id(principal));
                    self.facts.insert(noted(line, &substitution_notes(1, &said.conditions, said.act)));
                    continue;
                }
            };
            for (order, title) in (first..).zip(titles) {
                let post = self.in_unit(principal.unit, &title).expect("placed by the same rule");
                let mut notes = substitution_notes(order, &said.conditions, said.act);
                if let Some(joint) = &said.joint {
                    let joint = self.in_unit(principal.unit, joint).expect("placed by the same rule");
                    notes.push(format!("joint with {}", self.body.post_id(joint)));
                }
                self.say(post, "substitutes", principal, &notes);
            }
        }
    }

    fn named(&mut self) {
        for said in &self.body.named {
            let find = |(unit, title): &(usize, String)| self.in_unit(*unit, title).expect("one of the posts");
            let (principal, by) = (find(&said.principal), find(&said.by));
            self.say(by, "substitutes", principal, &substitution_notes(1, &said.conditions, said.act));
        }
        for said in &self.body.ex_officio {
            let holder = self.in_unit(said.holder.0, &said.holder.1).expect("one of the posts");
            let post = format!("{}#{}", self.body.unit_id(0), said.title);
            self.facts.insert(format!("post {post} (ex_officio)"));
            self.facts.insert(format!("{post} is held by {}", self.body.post_id(holder)));
        }
    }

    fn councils(&mut self) {
        for council in &self.body.councils {
            let id = self.body.unit_id(council.unit);
            let groups = [("is a member of", council.members.iter().collect::<Vec<_>>())];
            let groups = groups
                .into_iter()
                .chain([("attends", council.attends.iter().collect()), ("chairs", council.chair.iter().collect())]);
            for (verb, members) in groups {
                for member in members {
                    let (unit, title) = match member {
                        Member::Title(title) => (None, title),
                        Member::Full(unit, title) => (Some(*unit), title),
                    };
                    for post in self.posts {
                        if post.title == *title && unit.is_none_or(|unit| unit == post.unit) {
                            self.facts.insert(format!("{} {verb} {id}", self.body.post_id(post)));
                        }
                    }
                }
            }
        }
    }
}

fn substitution_notes(order: u32, conditions: &[Condition], act: Act) -> Vec<String> {
    let word = |condition: &Condition| match condition {
        Condition::Incapacitated => "incapacitated",
        Condition::Vacant => "vacant",
        Condition::Away => "away",
    };
    let conditions: Vec<&str> = conditions.iter().map(word).collect();
    let act = match act {
        Act::Substitute => "substitute",
        Act::Perform => "perform",
        Act::Decide => "decide",
        Act::CarryOut => "carry_out",
    };
    vec![format!("order {order}"), conditions.join("+"), act.to_owned()]
}

fn duties(body: &Body, style: &Style, facts: &mut Facts) {
    for list in &body.duties {
        let owner = body.unit_id(list.owner);
        let id = |position: usize| match list.form {
            DutyForm::Sentence => format!("{owner}({})", list.number.as_deref().unwrap_or("unwritten")),
            _ => format!("{owner}({})", position + 1),
        };
        for (position, duty) in list.items.iter().enumerate() {
            let id_here = id(position);
            let below: String =
                duty.below.iter().enumerate().map(|(at, words)| format!("　{}　{words}", style.kana(at + 1))).collect();
            facts.insert(format!("duty {id_here} {}: {}{below}", duty.kind, duty.words));
            facts.insert(format!("{id_here} belongs to {owner}"));
            for (unit, rule) in &duty.yields {
                let mut notes: Vec<String> = rule.iter().map(|rule| (*rule).to_owned()).collect();
                notes.extend((duty.kind == "residual").then(|| "residual".to_owned()));
                facts.insert(noted(format!("{id_here} gives way to {}", body.unit_id(*unit)), &notes));
            }
            // 「他の課」 where there is no other.
            if duty.kind == "residual"
                && duty.yields.is_empty()
                && duty.words.contains("他の")
                && !duty.words.contains("で他の")
            {
                facts.insert("notice unknown-unit of others".to_owned());
            }
            for unit in list.chapeau.iter().filter(|_| list.only.is_empty() || list.only.contains(&position)) {
                facts.insert(format!("{id_here} gives way to {}", body.unit_id(*unit)));
            }
            for other in &duty.goes_with {
                facts.insert(format!("{id_here} goes with {}", id(*other)));
            }
        }
    }
}

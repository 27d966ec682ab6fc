//! The body: units, posts with what they do, and duties. What a reader of its regulation should understand, and no more.

/// An invented body.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its units in the order of the text, each behind the one that it belongs to. The first is the body itself.
    pub units: Vec<Unit>,
    /// The word that the body's name ends in.
    pub kind: &'static str,
    /// Officers that a statute creates and the supplement names.
    pub officers: Vec<&'static str>,
    /// Articles on posts in the order of the text.
    pub articles: Vec<PostArticle>,
    /// Who acts for whom by the full names of both.
    pub named: Vec<NamedSubstitution>,
    /// Posts that the holder of another post holds.
    pub ex_officio: Vec<ExOfficio>,
    /// Councils in the order of the text.
    pub councils: Vec<Council>,
    /// Lists of duties in the order of the text.
    pub duties: Vec<DutyList>,
}

/// A unit.
#[derive(Debug, Clone)]
pub struct Unit {
    pub name: String,
    pub kind: &'static str,
    /// The unit that it belongs to.
    pub above: Option<usize>,
    pub optional: bool,
    /// What the text calls it for short.
    pub short: Option<String>,
}

/// An article that puts posts somewhere and says what they do.
#[derive(Debug, Clone)]
pub struct PostArticle {
    pub placements: Vec<Placement>,
    pub roles: Vec<Role>,
    pub substitutions: Vec<Substitution>,
    /// All roles stand in one sentence: 「主査は課長の、主任は係長の命を受け」.
    pub distributed: bool,
}

/// Posts put into places by one verb.
#[derive(Debug, Clone)]
pub struct Placement {
    pub places: Vec<Place>,
    pub seats: Vec<Seat>,
    /// They may be put (置くことができる) rather than must.
    pub optional: bool,
    /// One of them is enough (又は).
    pub choice: bool,
}

/// A title with its number of seats.
#[derive(Debug, Clone)]
pub struct Seat {
    pub title: String,
    pub number: Option<u32>,
}

/// Where posts are put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Into every unit of a kind.
    Kind(&'static str),
    Unit(usize),
}

/// What one sentence says that posts of the same article do.
#[derive(Debug, Clone)]
pub struct Role {
    pub titles: Vec<String>,
    pub under: Under,
    pub work: Work,
    /// Commands 所属職員.
    pub staff: bool,
    /// Also acts for the one assisted.
    pub acts: Option<(Vec<Condition>, Act)>,
}

/// Whose command posts are under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Under {
    /// Nothing is said.
    Silent,
    /// 上司の命を受けて
    Superior,
    /// 命を受けて
    Bare,
    /// The posts named, equal sources if there are several.
    Named(Vec<String>),
}

/// What posts do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Heads its unit.
    Lead,
    /// Assists the post with this title in the same unit.
    Assist(String),
    /// 担任の事務を処理する and the like.
    Charge,
    /// 部の特定の事務を掌理し
    Specific,
}

/// When somebody acts for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    Incapacitated,
    Vacant,
    Away,
}

/// What the one acting may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Substitute,
    Perform,
    Decide,
    CarryOut,
}

/// Who acts for a post, said in a paragraph of its own.
#[derive(Debug, Clone)]
pub struct Substitution {
    pub principal: String,
    /// Another that has to be absent too.
    pub joint: Option<String>,
    pub conditions: Vec<Condition>,
    pub act: Act,
    pub by: By,
}

/// Who acts.
#[derive(Debug, Clone)]
pub enum By {
    /// Posts of the same unit, the first first.
    Titles(Vec<String>),
    /// The first, and for want of it the second.
    Fallback(String, String),
    Criterion(&'static str),
    Designated(&'static str),
}

/// Who acts for whom by their full names, which no other posts have.
#[derive(Debug, Clone)]
pub struct NamedSubstitution {
    pub principal: (usize, String),
    pub by: (usize, String),
    pub conditions: Vec<Condition>,
    pub act: Act,
}

/// A post of the body that the holder of another post holds.
#[derive(Debug, Clone)]
pub struct ExOfficio {
    pub title: String,
    pub holder: (usize, String),
}

/// A council.
#[derive(Debug, Clone)]
pub struct Council {
    pub unit: usize,
    pub members: Vec<Member>,
    pub attends: Option<Member>,
    pub chair: Option<Member>,
}

/// Somebody in a council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// All posts with this title.
    Title(String),
    /// One post by its full name.
    Full(usize, String),
}

/// The duties of one unit.
#[derive(Debug, Clone)]
pub struct DutyList {
    pub owner: usize,
    pub form: DutyForm,
    /// Units that they give way to (said in the chapeau).
    pub chapeau: Vec<usize>,
    /// Positions of those for which the chapeau says so; all if it names none.
    pub only: Vec<usize>,
    /// The citation by which a duty in a sentence of its own is known.
    pub number: Option<String>,
    pub items: Vec<Duty>,
}

/// How a list of duties is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyForm {
    /// 「X課の事務分掌は、次のとおりとする。」
    Distribution,
    /// 「X課は、次に掲げる事務をつかさどる。」
    Charge,
    /// A heading with its name below a sentence on all units of the kind in the unit above.
    Heading,
    /// 「X課は、甲に関する事務をつかさどる。」
    Sentence,
}

/// One duty.
#[derive(Debug, Clone)]
pub struct Duty {
    pub words: String,
    pub kind: &'static str,
    /// Units that it gives way to, with the rule if the words do not name them.
    pub yields: Vec<(usize, Option<&'static str>)>,
    /// Positions of the duties that it goes with.
    pub goes_with: Vec<usize>,
    /// What stands below it (ア, イ).
    pub below: Vec<String>,
}

/// One post of the body.
#[derive(Debug, Clone)]
pub struct Post {
    pub unit: usize,
    pub title: String,
    /// The article that places it; `None` for officers.
    pub article: Option<usize>,
    pub seats: Option<u32>,
    pub optional: bool,
    pub choice: bool,
}

impl Body {
    /// The id of a unit: its path. The body goes by its short name.
    pub fn unit_id(&self, unit: usize) -> String {
        let record = &self.units[unit];
        match record.above {
            None => record.short.clone().unwrap_or_else(|| record.name.clone()),
            Some(above) => format!("{}/{}", self.unit_id(above), record.name),
        }
    }

    /// The id of a post.
    pub fn post_id(&self, post: &Post) -> String {
        format!("{}#{}", self.unit_id(post.unit), post.title)
    }

    /// A unit and those above it, nearest first.
    pub fn path_up(&self, unit: usize) -> Vec<usize> {
        std::iter::successors(Some(unit), |unit| self.units[*unit].above).collect()
    }

    /// The units directly below one, councils aside.
    pub fn below(&self, unit: usize) -> Vec<usize> {
        (1..self.units.len())
            .filter(|other| self.units[*other].above == Some(unit) && !self.is_council(*other))
            .collect()
    }

    pub fn is_council(&self, unit: usize) -> bool {
        self.councils.iter().any(|council| council.unit == unit)
    }

    /// The units of a kind.
    pub fn of_kind(&self, kind: &str) -> Vec<usize> {
        (1..self.units.len()).filter(|unit| self.units[*unit].kind == kind && !self.is_council(*unit)).collect()
    }

    /// The kinds that there are, in the order in which they first appear.
    pub fn kinds(&self) -> Vec<&'static str> {
        let mut kinds = Vec::new();
        for unit in (1..self.units.len()).filter(|unit| !self.is_council(*unit)) {
            if !kinds.contains(&self.units[unit].kind) {
                kinds.push(self.units[unit].kind);
            }
        }
        kinds
    }

    /// The units that a place means.
    pub fn units_of(&self, place: Place) -> Vec<usize> {
        match place {
            Place::Kind(kind) => self.of_kind(kind),
            Place::Unit(unit) => vec![unit],
        }
    }

    /// All posts.
    pub fn posts(&self) -> Vec<Post> {
        let officer = |title: &&str| Post {
            unit: 0,
            title: (*title).to_owned(),
            article: None,
            seats: None,
            optional: false,
            choice: false,
        };
        let mut posts: Vec<Post> = self.officers.iter().map(officer).collect();
        for (article, placed) in self.articles.iter().enumerate() {
            for placement in &placed.placements {
                for unit in placement.places.iter().flat_map(|place| self.units_of(*place)) {
                    posts.extend(placement.seats.iter().map(|seat| Post {
                        unit,
                        title: seat.title.clone(),
                        article: Some(article),
                        seats: seat.number,
                        optional: placement.optional,
                        choice: placement.choice,
                    }));
                }
            }
        }
        posts
    }

    /// What a unit is called without doubt: its name if no other has it, else the nearest unit above with such a name and its
    /// own. `None` where that fits several.
    pub fn called(&self, unit: usize) -> Option<String> {
        let name = &self.units[unit].name;
        let namesakes: Vec<usize> = (0..self.units.len()).filter(|other| self.units[*other].name == *name).collect();
        if namesakes.len() == 1 {
            return Some(name.clone());
        }
        let above = self.path_up(unit).into_iter().skip(1).find(|above| {
            *above != 0 && self.units.iter().filter(|other| other.name == self.units[*above].name).count() == 1
        })?;
        let within = namesakes.iter().filter(|other| self.path_up(**other).contains(&above)).count();
        (within == 1).then(|| format!("{}{name}", self.units[above].name))
    }

    /// The full name of the head of a unit: 総務部 and 部長 make 総務部長.
    pub fn head_name(&self, unit: usize, title: &str) -> Option<String> {
        let name = self.called(unit).filter(|name| *name == self.units[unit].name)?;
        let stem = title.strip_suffix('長')?;
        name.ends_with(stem).then(|| format!("{name}長"))
    }
}

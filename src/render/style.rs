//! Colours, sizes and line weights of every drawing: the tokens of the project's look. One channel, one meaning: a dashed
//! border is a post or unit that need not exist, a dashed edge is derived, a double border is a council or an ex officio
//! post, grey is made by another instrument.

/// Fonts in order of preference; Graphviz and browsers take the first that is there.
pub(crate) const FONT_STACK: &str =
    "Noto Sans CJK JP,Noto Sans JP,Yu Gothic,Meiryo,Hiragino Sans,IPAexGothic,sans-serif";

/// Page and boxes.
pub(crate) const PAPER: &str = "#FFFFFF";
/// Text.
pub(crate) const INK: &str = "#1B1F24";
/// Secondary text.
pub(crate) const INK2: &str = "#4B535D";
/// Borders and ruled lines.
pub(crate) const LINE: &str = "#3D4752";
/// Hair lines of tables and the footer.
pub(crate) const HAIR: &str = "#B8C0C8";
/// The body.
pub(crate) const LEVEL_0: &str = "#1F3A5F";
/// Units directly below the body.
pub(crate) const LEVEL_1: &str = "#D6E2F0";
/// Units further down that have units below them.
pub(crate) const LEVEL_2_HOLDING: &str = "#EAF0F7";
/// Made by another instrument.
pub(crate) const ELSEWHERE: &str = "#E4E6E9";
/// Ground of a post that is absent.
pub(crate) const ABSENT_GROUND: &str = "#D9DDE2";
/// Ground of quotations and matters.
pub(crate) const WASH: &str = "#F3F5F7";
/// Stated command.
pub(crate) const COMMAND: &str = "#0B57A4";
/// Ground of the post asked about.
pub(crate) const COMMAND_GROUND: &str = "#E3EEF9";
/// Derived command.
pub(crate) const DERIVED: &str = "#5A6572";
/// Substitution.
pub(crate) const SUBSTITUTION: &str = "#00695C";
/// Ground of a rule that chooses a substitute.
pub(crate) const SUBSTITUTION_GROUND: &str = "#E2F1EF";
/// Exclusion.
pub(crate) const EXCLUSION: &str = "#6B3FA0";
/// Nobody, a dead end.
pub(crate) const BAD: &str = "#B3261E";
/// Ground of nobody.
pub(crate) const BAD_GROUND: &str = "#FBE9E7";
/// Named, but created nowhere.
pub(crate) const WARN: &str = "#8A5300";
/// Ground of what is named, but created nowhere.
pub(crate) const WARN_GROUND: &str = "#FFF4DF";

/// Font sizes in points. Nothing is drawn smaller than [`SMALLEST_SIZE`].
pub(crate) const TITLE_SIZE: f64 = 15.0;
/// Subtitle and page remarks.
pub(crate) const SUBTITLE_SIZE: f64 = 9.0;
/// Second lines in boxes, at most.
pub(crate) const NOTE_SIZE: f64 = 9.5;
/// Labels on edges.
pub(crate) const EDGE_SIZE: f64 = 9.0;
/// Legend and basis.
pub(crate) const FOOTER_SIZE: f64 = 8.5;
/// Smallest size at all.
pub(crate) const SMALLEST_SIZE: f64 = 8.0;

/// How a box is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct BoxLook {
    /// Graphviz shape.
    pub(crate) shape: &'static str,
    /// Graphviz style words.
    pub(crate) style: &'static str,
    /// Ground.
    pub(crate) fill: &'static str,
    /// Border.
    pub(crate) border: &'static str,
    /// Text.
    pub(crate) text: &'static str,
    /// Border weight in points.
    pub(crate) pen: f64,
    /// Number of borders, 1 or 2.
    pub(crate) borders: u8,
}

/// A unit with square corners on white paper.
const PLAIN: BoxLook =
    BoxLook { shape: "box", style: "filled", fill: PAPER, border: LINE, text: INK, pen: 0.9, borders: 1 };

impl BoxLook {
    /// The body that the regulation is about.
    pub(crate) const BODY: BoxLook = BoxLook { fill: LEVEL_0, text: PAPER, ..PLAIN };
    /// A unit directly below the body.
    pub(crate) const FIRST: BoxLook = BoxLook { fill: LEVEL_1, ..PLAIN };
    /// A unit further down with units below it.
    pub(crate) const HOLDING: BoxLook = BoxLook { fill: LEVEL_2_HOLDING, ..PLAIN };
    /// Any other unit.
    pub(crate) const UNIT: BoxLook = PLAIN;
    /// 課 and smaller.
    pub(crate) const SECTION: BoxLook = BoxLook { pen: 0.6, ..PLAIN };
    /// 会議, 委員会 ….
    pub(crate) const COUNCIL: BoxLook = BoxLook { borders: 2, ..PLAIN };
    /// A unit that another instrument creates.
    pub(crate) const ELSEWHERE_UNIT: BoxLook = BoxLook { fill: ELSEWHERE, ..PLAIN };
    /// A unit or post that is named, but created nowhere.
    pub(crate) const UNKNOWN: BoxLook =
        BoxLook { style: "filled,dotted", fill: WARN_GROUND, border: WARN, pen: 1.8, ..PLAIN };
    /// A post that must exist.
    pub(crate) const POST: BoxLook = BoxLook { style: "filled,rounded", pen: 1.1, ..PLAIN };
    /// A post that is named, but created nowhere.
    pub(crate) const UNKNOWN_POST: BoxLook = BoxLook { style: "filled,rounded,dotted", ..BoxLook::UNKNOWN };
    /// A post held by the holder of another.
    pub(crate) const EX_OFFICIO_POST: BoxLook = BoxLook { borders: 2, ..BoxLook::POST };
    /// A post that another instrument creates.
    pub(crate) const ELSEWHERE_POST: BoxLook = BoxLook { fill: ELSEWHERE, ..BoxLook::POST };

    /// A rule that chooses a substitute: an answer, but no post.
    pub(crate) const CRITERION: BoxLook =
        BoxLook { shape: "hexagon", fill: SUBSTITUTION_GROUND, border: SUBSTITUTION, pen: 1.1, ..PLAIN };
    /// Nobody: the text says no more.
    pub(crate) const DEAD_END: BoxLook = BoxLook { shape: "octagon", fill: BAD_GROUND, border: BAD, pen: 1.8, ..PLAIN };

    /// A duty of which nothing is left.
    pub(crate) const VACUOUS: BoxLook = BoxLook { fill: BAD_GROUND, border: BAD, pen: 1.4, ..PLAIN };

    /// A unit about which something must be done.
    pub(crate) const FLAGGED_BAD: BoxLook = BoxLook { fill: BAD_GROUND, border: BAD, pen: 2.0, ..PLAIN };
    /// A unit about which something has to be looked at.
    pub(crate) const FLAGGED_WARN: BoxLook = BoxLook { fill: WARN_GROUND, border: WARN, pen: 1.1, ..PLAIN };

    /// A post that is absent in a scenario.
    pub(crate) const ABSENT: BoxLook = BoxLook { style: "filled,rounded,dashed", fill: ABSENT_GROUND, ..BoxLook::POST };
    /// A post that acts for an absent one.
    pub(crate) const ACTING: BoxLook =
        BoxLook { fill: SUBSTITUTION_GROUND, border: SUBSTITUTION, pen: 2.6, ..BoxLook::POST };
    /// Nobody acts: corners cut off by strokes, which stay legible where an octagon would be as low as its text.
    pub(crate) const UNATTENDED: BoxLook =
        BoxLook { style: "filled,diagonals", fill: BAD_GROUND, border: BAD, pen: 1.8, ..PLAIN };
    /// A rule chooses the one acting.
    pub(crate) const CHOSEN: BoxLook = BoxLook { fill: SUBSTITUTION_GROUND, border: SUBSTITUTION, pen: 1.1, ..PLAIN };
    /// What the text leaves undecided, or what two sides leave to each other.
    pub(crate) const UNDECIDED: BoxLook = BoxLook { fill: WARN_GROUND, border: WARN, pen: 1.4, ..PLAIN };
    /// A matter.
    pub(crate) const MATTER: BoxLook = BoxLook { style: "filled,rounded", fill: WASH, pen: 0.6, ..PLAIN };
    /// A duty that stands alone.
    pub(crate) const DUTY: BoxLook = BoxLook { shape: "note", pen: 0.6, ..PLAIN };
    /// A clause, on the ground of quotations.
    pub(crate) const CLAUSE: BoxLook = BoxLook { fill: WASH, border: HAIR, pen: 0.6, ..PLAIN };
    /// The word for a relation, between what it joins.
    pub(crate) const RELATION: BoxLook = BoxLook { border: HAIR, text: INK2, pen: 0.6, ..PLAIN };

    /// The same for what need not exist (置くことができる).
    pub(crate) fn optional(self) -> BoxLook {
        let style = if self.style.contains("rounded") { "filled,rounded,dashed" } else { "filled,dashed" };
        BoxLook { style, ..self }
    }

    /// The same for the post asked about.
    pub(crate) fn focus(self) -> BoxLook {
        BoxLook { fill: COMMAND_GROUND, pen: 2.4, ..self }
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LineLook {
    /// Graphviz style word.
    pub(crate) style: &'static str,
    /// Colour.
    pub(crate) color: &'static str,
    /// Weight in points.
    pub(crate) pen: f64,
    /// Graphviz arrow at its end, or `none`.
    pub(crate) arrow: &'static str,
}

impl LineLook {
    /// Belongs to.
    pub(crate) const BELONGS: LineLook = LineLook { style: "solid", color: LINE, pen: 0.9, arrow: "none" };
    /// Any relation to the body that is not belonging: members, attendance, officers beside it.
    pub(crate) const RELATED: LineLook = LineLook { style: "dotted", color: LINE, pen: 1.0, arrow: "none" };
    /// Rule below the title.
    pub(crate) const TITLE_RULE: LineLook = LineLook { style: "solid", color: LINE, pen: 1.1, arrow: "none" };
    /// Rule above the footer.
    pub(crate) const FOOTER_RULE: LineLook = LineLook { style: "solid", color: HAIR, pen: 0.7, arrow: "none" };
    /// Command that the words state.
    pub(crate) const STATED: LineLook = LineLook { style: "solid", color: COMMAND, pen: 1.6, arrow: "normal" };
    /// Command that a rule concluded.
    pub(crate) const DERIVED: LineLook = LineLook { style: "dashed", color: DERIVED, pen: 1.3, arrow: "normal" };
    /// Assistance.
    pub(crate) const ASSISTS: LineLook = LineLook { style: "dotted", color: LINE, pen: 1.2, arrow: "vee" };

    /// Acts in the stead of.
    pub(crate) const SUBSTITUTES: LineLook =
        LineLook { style: "solid", color: SUBSTITUTION, pen: 2.4, arrow: "normal" };
    /// Only decides in the stead of: the arrow is hollow, and thin enough to show it.
    pub(crate) const DECIDES: LineLook = LineLook { pen: 1.3, arrow: "onormal", ..LineLook::SUBSTITUTES };
    /// To where a line of substitutes ends.
    pub(crate) const DEAD_END: LineLook = LineLook { style: "dotted", color: BAD, pen: 1.6, arrow: "none" };

    /// Stands back for.
    pub(crate) const EXCLUDED: LineLook = LineLook { style: "solid", color: EXCLUSION, pen: 1.1, arrow: "normal" };
    /// Stands back for a unit that has nothing of it.
    pub(crate) const UNMATCHED: LineLook = LineLook { style: "dotted", color: WARN, pen: 1.3, arrow: "odot" };

    /// The same for a command over part of the work only.
    pub(crate) fn in_part(self) -> LineLook {
        LineLook { arrow: "onormal", ..self }
    }

    /// The same without an arrow.
    pub(crate) fn plain(self) -> LineLook {
        LineLook { arrow: "none", ..self }
    }
}

//! Who acts for whom, row by row: the post replaced, its substitutes in their order, and where the line ends. Posts for which
//! the text says the same share a row.

use super::canvas::{Align, Canvas, Label, Marks, Rect};
use super::command_chain::CommandOptions;
use super::frame::{self, Footer, Heading, LegendEntry, Sample};
use super::linker::Linker;
use super::organisation::articles;
use super::post_look::{PostLook, UsedPosts, drawn_post_name};
use super::trees::remarks;
use super::words::{DiagramWords, fill};
use super::{DiagramError, Sheet};
use crate::analysis::{Statement, statements};
use crate::graph::{
    Act, AuthorityGraph, Condition, Designator, Direction, Label as Sort, Node, NodeId, RelationType, Status,
};
use crate::render::measure::{cut, em_in_box, em_in_text, lines_height};
use crate::render::style::{BoxLook, EDGE_SIZE, HAIR, INK2, LineLook, NOTE_SIZE, SUBSTITUTION};
use crate::render::wrap::Wrapping;

/// Height of a row and of its boxes, and space between columns, on A4.
const ROW: f64 = 48.0;
const BOX: f64 = 39.0;
const GAP: f64 = 70.0;
/// Height of the line with the titles of the columns, on A4.
const TITLES: f64 = 20.0;
/// The widest box, and the size of names in boxes, on A4.
const WIDEST: f64 = 210.0;
const NAME_SIZE: f64 = 10.0;
/// Most substitutes beside each other; a longer line is said to go on.
const MOST_COLUMNS: usize = 5;

/// Posts for which the text says the same, with what it says of the first.
struct Row<'g> {
    posts: Vec<&'g Node>,
    statements: Vec<Statement<'g>>,
}

/// Draws the statements on substitutes, and the heads of units for which there is none; of one unit and the units below it, if
/// one is given.
///
/// # Errors
/// There is no such statement and no such head.
pub fn substitution(
    graph: &AuthorityGraph,
    unit: Option<&NodeId>,
    options: &CommandOptions,
) -> Result<Vec<Sheet>, DiagramError> {
    let rows = rows(graph, unit);
    if rows.is_empty() {
        return Err(DiagramError::NothingToDraw);
    }
    let chart = Chart { graph, options, linker: Linker::new(graph, options.links), unit };
    Ok(chart.sheets(&rows))
}

/// The rows in the order of the text, those without a statement where they stand.
fn rows<'g>(graph: &'g AuthorityGraph, unit: Option<&NodeId>) -> Vec<Row<'g>> {
    let within =
        |post: &NodeId| unit.is_none_or(|unit| graph.enclosing_units(post).into_iter().any(|above| above == unit));
    let mut rows: Vec<Row<'g>> = Vec::new();
    for node in graph.nodes_with(Sort::Post).filter(|node| within(&node.id)) {
        // Who may only decide for a post does not stand in line with those who act for it.
        let all = statements(graph, &node.id).into_iter();
        let (act, decide): (Vec<_>, Vec<_>) = all.partition(Statement::gives_full_authority);
        let heads = graph.edges_at(&node.id, Direction::Outgoing, RelationType::Heads);
        let established = node.as_post().is_some_and(|post| post.status == Status::Established);
        let must_have_one = !heads.is_empty() && established;
        for (statements, wanted) in [(act, must_have_one), (decide, false)] {
            if statements.is_empty() && !wanted {
                continue;
            }
            match rows.iter_mut().find(|row| alike(graph, row, node, &statements)) {
                Some(row) => row.posts.push(node),
                None => rows.push(Row { posts: vec![node], statements }),
            }
        }
    }
    rows
}

/// Whether the text says the same of a post as of those of a row: in the same words, of substitutes with the same titles.
fn alike(graph: &AuthorityGraph, row: &Row<'_>, node: &Node, statements: &[Statement<'_>]) -> bool {
    let title = |node: &Node| node.as_post().map(|post| post.title.clone());
    let titled = |id: Option<&NodeId>| id.and_then(|id| graph.node(id)).and_then(title);
    let look = |id: Option<&NodeId>| id.and_then(|id| graph.node(id)).and_then(Node::as_post).map(PostLook::of);
    let same = |one: &Statement<'_>, other: &Statement<'_>| {
        titled(one.substitute) == titled(other.substitute)
            && look(one.substitute) == look(other.substitute)
            && (one.order, one.act, one.conditions) == (other.order, other.act, other.conditions)
            && one.joint.is_empty() == other.joint.is_empty()
            && one.designator == other.designator
            && one.provenance.first() == other.provenance.first()
    };
    let first = row.posts[0];
    title(first) == title(node)
        && first.provenance.first() == node.provenance.first()
        && row.statements.len() == statements.len()
        && row.statements.iter().zip(statements).all(|(one, other)| same(one, other))
}

struct Chart<'a> {
    graph: &'a AuthorityGraph,
    options: &'a CommandOptions,
    linker: Linker<'a>,
    unit: Option<&'a NodeId>,
}

/// Where the columns of a sheet stand.
#[derive(Clone, Copy)]
struct Columns {
    left: f64,
    width: f64,
    gap: f64,
    scale: f64,
}

impl Columns {
    fn x(self, column: usize) -> f64 {
        self.left + column as f64 * (self.width + self.gap)
    }
}

impl Chart<'_> {
    fn words(&self) -> &DiagramWords {
        &self.options.words
    }

    fn sheets(&self, rows: &[Row<'_>]) -> Vec<Sheet> {
        let scale = self.options.paper.scale();
        let mut probe = Canvas::new(self.options.paper);
        let room = frame::draw(&mut probe, &self.heading(0, None), &self.footer(rows));
        let per_sheet = (((room.height - TITLES * scale) / (ROW * scale)) as usize).max(1);
        let total = rows.len().div_ceil(per_sheet);
        let paper = self.options.paper.name();
        let without = rows.iter().filter(|row| row.statements.is_empty()).map(|row| row.posts.len()).sum();
        let sheet = |(number, rows): (usize, &[Row<'_>])| {
            let mut canvas = Canvas::new(self.options.paper);
            let page = (total > 1).then_some((number + 1, total));
            let room = frame::draw(&mut canvas, &self.heading(without, page), &self.footer(rows));
            self.draw(&mut canvas, room, rows);
            let name = match page {
                None => format!("substitution-{paper}"),
                Some((number, _)) => format!("substitution-{paper}-{number:02}"),
            };
            Sheet { name, dot: canvas.into_dot("substitution") }
        };
        rows.chunks(per_sheet).enumerate().map(sheet).collect()
    }

    fn heading(&self, without: usize, page: Option<(usize, usize)>) -> Heading {
        let words = self.words();
        let of = self.unit.map_or(String::new(), |unit| format!("　{}", self.graph.qualified_name(unit)));
        let counted = vec![fill(&words.without_substitute_count, "n", &without.to_string())];
        Heading {
            title: format!("{}　{}{of}", self.graph.regulation().title, words.substitution_chart),
            subtitle: super::org_chart::subtitle(self.graph, words),
            remarks: remarks(words, counted, page),
        }
    }

    fn footer(&self, rows: &[Row<'_>]) -> Footer {
        let words = self.words();
        let mut used = UsedPosts::default();
        let mut clauses: Vec<&NodeId> = Vec::new();
        let (mut substitutes, mut decides, mut criterion) = (false, false, false);
        for row in rows {
            row.posts.iter().filter_map(|node| node.as_post()).for_each(|post| used.post(PostLook::of(post)));
            for statement in &row.statements {
                let named = statement.substitute.and_then(|id| self.graph.node(id)).and_then(Node::as_post);
                named.into_iter().for_each(|post| used.post(PostLook::of(post)));
                criterion |= statement.substitute.is_none();
                decides |= !statement.gives_full_authority();
                substitutes |= statement.gives_full_authority();
                clauses.extend(statement.provenance.iter().map(|evidence| &evidence.clause));
            }
        }
        let mut legend = Vec::new();
        let mut add = |sample, meaning: &str| legend.push(LegendEntry { sample, meaning: meaning.to_owned() });
        if substitutes {
            add(Sample::Line(LineLook::SUBSTITUTES), &words.substitution_line);
        }
        if decides {
            add(Sample::Line(LineLook::DECIDES), &words.decision_line);
        }
        if criterion {
            add(Sample::Box(BoxLook::CRITERION), &words.criterion);
        }
        add(Sample::Box(BoxLook::DEAD_END), &words.dead_end);
        legend.extend(used.posts_legend(words));
        Footer {
            legend_word: words.legend.clone(),
            legend,
            basis_word: words.basis.clone(),
            basis: articles(clauses.into_iter().filter_map(|clause| self.graph.node(clause))),
            joiner: words.joiner.clone(),
            and_others: words.and_others.clone(),
        }
    }

    fn draw(&self, canvas: &mut Canvas, room: Rect, rows: &[Row<'_>]) {
        let scale = canvas.scale();
        let most = rows.iter().map(|row| row.statements.len()).max().unwrap_or(0).min(MOST_COLUMNS);
        let count = most as f64 + 2.0;
        let gap = GAP * scale;
        let width = ((room.width - (count - 1.0) * gap) / count).min(WIDEST * scale);
        let columns = Columns { left: room.x, width, gap, scale };
        let size = EDGE_SIZE * scale;
        for column in 0..=most {
            let title = match column {
                0 => self.words().replaced.clone(),
                _ => fill(&self.words().place_in_line, "n", &column.to_string()),
            };
            let rect = Rect { x: columns.x(column), y: room.y, width, height: TITLES * scale - 6.0 };
            let title = cut(&title, em_in_text(width, size));
            canvas.put_text(rect, vec![title], size, INK2, Align::Left, Marks::new(format!("column-{column}"), "", ""));
        }
        let rule = room.y + TITLES * scale - 5.0;
        let look = LineLook { color: HAIR, ..LineLook::FOOTER_RULE };
        canvas.draw_line(None, &[(room.x, rule), (room.right(), rule)], look, Marks::new("columns-rule", "", ""));
        for (number, row) in rows.iter().enumerate() {
            let y = room.y + (TITLES + number as f64 * ROW) * scale;
            self.row(canvas, columns, row, y, number);
        }
    }

    /// A row: the post replaced, its substitutes, the end of the line.
    fn row(&self, canvas: &mut Canvas, columns: Columns, row: &Row<'_>, y: f64, number: usize) {
        let words = self.words();
        let rect = |column: usize| Rect { x: columns.x(column), y, width: columns.width, height: BOX * columns.scale };
        let middle = y + BOX * columns.scale / 2.0;
        let mut before = self.principal(canvas, rect(0), row, number, columns.scale);
        let shown = &row.statements[..row.statements.len().min(MOST_COLUMNS)];
        for (place, statement) in shown.iter().enumerate() {
            let here = rect(place + 1);
            let id = format!("s-{number}-{place}");
            let own = self.substitute(canvas, here, row, statement, &id, columns.scale);
            let points = [(here.x, middle), (columns.x(place) + columns.width, middle)];
            let full = statement.gives_full_authority();
            let look = if full { LineLook::SUBSTITUTES } else { LineLook::DECIDES };
            canvas.draw_line(Some((own, before)), &points, look, self.line_marks(statement, &id));
            self.line_words(canvas, columns, place, middle, statement, &id);
            before = own;
        }
        // A rule that chooses somebody never runs out.
        if row.statements.last().is_some_and(|last| last.substitute.is_none()) && shown.len() == row.statements.len() {
            return;
        }
        let here = rect(shown.len() + 1);
        let hidden = row.statements.len() - shown.len();
        let (text, note) = match (hidden, row.statements.is_empty()) {
            (0, true) => (words.no_substitute.clone(), None),
            (0, false) => (words.nobody_further.clone(), self.uncovered(row)),
            _ => (fill(&words.and_others, "n", &hidden.to_string()), None),
        };
        let label = label(&text, note.as_deref(), narrowed(here, note.is_some(), columns.scale), columns.scale);
        let marks = Marks::new(format!("end-{number}"), "unattended", text);
        let end = canvas.put_box(here, label, BoxLook::DEAD_END, marks);
        let points = [(columns.x(shown.len()) + columns.width, middle), (here.x, middle)];
        let marks = Marks::new(format!("end-line-{number}"), "substitutes end", "");
        canvas.draw_line(Some((before, end)), &points, LineLook::DEAD_END, marks);
    }

    /// The post or posts replaced, with the clause that creates them.
    fn principal(
        &self,
        canvas: &mut Canvas,
        rect: Rect,
        row: &Row<'_>,
        number: usize,
        scale: f64,
    ) -> super::canvas::BoxKey {
        let first = row.posts[0];
        let look = first.as_post().map_or(PostLook::Unknown, PostLook::of);
        let name = match (&row.posts[..], first.as_post()) {
            ([_], Some(post)) => drawn_post_name(post, &self.graph.qualified_name(&first.id)),
            (posts, Some(post)) => {
                let count = fill(&self.words().post_count, "n", &posts.len().to_string());
                format!("{}（{count}）", post.title)
            }
            _ => first.name().to_owned(),
        };
        let clause = self.short_citation(&first.provenance.first().clause);
        // A post may stand in two rows.
        let mut marks = self.linker.node(first, look.class()).with_suffix(&format!("-row{number}"));
        marks.tooltip = row.posts.iter().map(|post| self.graph.qualified_name(&post.id)).collect::<Vec<_>>().join("、");
        canvas.put_box(rect, label(&name, Some(&clause), rect.width, scale), look.look(), marks)
    }

    /// How a clause is cited, without the title of its instrument: the tooltip and the basis have it.
    fn short_citation(&self, clause: &NodeId) -> String {
        let citation = self.linker.citation(clause);
        let regulation = self.graph.regulation();
        let titles = regulation.further.iter().map(|further| &further.title).chain([&regulation.title]);
        let short = titles.filter(|title| !title.is_empty()).find_map(|title| citation.strip_prefix(title.as_str()));
        short.map_or(citation.clone(), |short| short.trim_start().to_owned())
    }

    /// A substitute: a post, or the rule that chooses one.
    fn substitute(
        &self,
        canvas: &mut Canvas,
        rect: Rect,
        row: &Row<'_>,
        statement: &Statement<'_>,
        id: &str,
        scale: f64,
    ) -> super::canvas::BoxKey {
        let named = statement.substitute.and_then(|id| self.graph.node(id));
        let Some((node, post)) = named.and_then(|node| Some((node, node.as_post()?))) else {
            let rule = match statement.designator {
                Designator::Post => "",
                Designator::Criterion(words) | Designator::Designated(words) => words,
            };
            let rule: String = rule.split_whitespace().collect();
            let label = label(&format!("「{rule}」"), None, narrowed(rect, true, scale), scale);
            return canvas.put_box(rect, label, BoxLook::CRITERION, Marks::new(id, "criterion", rule));
        };
        let look = PostLook::of(post);
        let name = if row.posts.len() > 1 { post.title.clone() } else { self.graph.qualified_name(&node.id) };
        let label = label(&drawn_post_name(post, &name), look.word(self.words()), rect.width, scale);
        let marks = Marks { id: id.to_owned(), ..self.linker.node(node, look.class()) };
        canvas.put_box(rect, label, look.look(), marks)
    }

    /// Above the line its place, below it the condition and what the substitute may do.
    fn line_words(
        &self,
        canvas: &mut Canvas,
        columns: Columns,
        place: usize,
        middle: f64,
        statement: &Statement<'_>,
        id: &str,
    ) {
        let words = self.words();
        let size = EDGE_SIZE * columns.scale;
        let height = size * 1.4;
        let x = columns.x(place) + columns.width;
        let mut below: Vec<&str> = statement.conditions.iter().map(|one| condition(*one, words)).collect();
        if !statement.joint.is_empty() {
            below.push(&words.joint);
        }
        let act = match statement.act {
            Act::Substitute | Act::CarryOut => None,
            Act::Perform => Some(words.performs.as_str()),
            Act::Decide => Some(words.decides.as_str()),
        };
        let below = below.into_iter().chain(act).collect::<Vec<_>>().join(&words.joiner);
        let number = circled(statement.order);
        for (text, y, part) in [(number, middle - height - 2.0, "order"), (below, middle + 3.0, "condition")] {
            let marks = Marks::new(format!("{id}-{part}"), part, text.as_str());
            let em = em_in_text(columns.gap, size);
            let lines = Wrapping::new(&text).lines_at_any_cost(em, 2);
            let lines: Vec<String> = lines.into_iter().map(|line| cut(&line, em)).collect();
            let rect = Rect { x, y, width: columns.gap, height: height.max(lines_height(lines.len(), size) + 1.0) };
            canvas.put_text(rect, lines, size, SUBSTITUTION, Align::Center, marks);
        }
    }

    fn line_marks(&self, statement: &Statement<'_>, id: &str) -> Marks {
        let quotations = statement.provenance.iter();
        let quotations = quotations.map(|one| format!("「{}」（{}）", one.words, self.linker.citation(&one.clause)));
        let tooltip: String = quotations.collect();
        let url = self.linker.clause_url(&statement.provenance.first().clause);
        Marks { url, ..Marks::new(format!("{id}-line"), "substitutes", tooltip) }
    }

    /// What the statements of a row do not cover, if it is the vacancy of the post.
    fn uncovered(&self, row: &Row<'_>) -> Option<String> {
        let by_setting = self.graph.settings().absence_includes_vacancy;
        let covers =
            |condition: &Condition| *condition == Condition::Vacant || (by_setting && *condition == Condition::Away);
        let covered = row.statements.iter().flat_map(|statement| statement.conditions).any(covers);
        (!covered).then(|| self.words().vacancy_uncovered.clone())
    }
}

/// A place in line: ①, or plain digits from 21.
pub(super) fn circled(order: u32) -> String {
    let number = char::from_u32(0x2460 + order.saturating_sub(1)).filter(|_| order <= 20);
    number.map_or_else(|| order.to_string(), String::from)
}

fn condition(condition: Condition, words: &DiagramWords) -> &str {
    match condition {
        Condition::Incapacitated => &words.incapacitated,
        Condition::Vacant => &words.vacant,
        Condition::Away => &words.away,
    }
}

/// The width that a hexagon or octagon leaves to a label of one line, or of two.
fn narrowed(rect: Rect, two_lines: bool, scale: f64) -> f64 {
    rect.width - 1.2 * lines_height(if two_lines { 2 } else { 1 }, NAME_SIZE * scale)
}

/// A name in at most two lines and a smaller line below it, in the width of their box; the tooltip has the whole.
fn label(name: &str, note: Option<&str>, width: f64, scale: f64) -> Label {
    let (size, note_size) = (NAME_SIZE * scale, (NOTE_SIZE - 1.0) * scale);
    let em = em_in_box(width, size);
    let lines = Wrapping::new(name).lines_at_any_cost(em, 2);
    Label {
        lines: lines.into_iter().map(|line| cut(&line, em)).collect(),
        size,
        notes: note.map(|note| cut(note, em_in_box(width, note_size))).into_iter().collect(),
        note_size,
        left: false,
    }
}

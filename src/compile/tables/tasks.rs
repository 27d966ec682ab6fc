//! What posts do, in tables: 「職｜職務」, 「職｜上司｜職務」.

use super::cells::CellText;
use super::{Column, Table, TableRow, is_dash, posts};
use crate::compile::kinds::NameClass;
use crate::compile::lists::Joint;
use crate::compile::register::Register;
use crate::compile::roles::{Role, Source, read_predicate};
use crate::compile::substitution::{read_statement, speaks_of};
use crate::compile::units::body;
use crate::graph::CommandScope;
use crate::regulation::sentences;

/// The roles that tables give to posts.
pub(crate) fn compile(register: &mut Register<'_>) -> Vec<Role> {
    let Some(body) = body(register) else { return Vec::new() };
    let tables = register.tables.clone();
    let mut roles = Vec::new();
    for table in &tables.tables {
        let (tasks, superior) = (table.column(&Column::Tasks), table.column(&Column::Superior));
        if (tasks.is_none() && superior.is_none()) || table.column(&Column::Post).is_none() {
            continue;
        }
        // 「次の表に掲げる職を置く」 establishes them; then its other columns speak of the same posts.
        let says = |register: &Register<'_>, index: usize| {
            let words = register.sentence(index).bare.normal();
            words.contains("職を置") || words.contains("職をお")
        };
        let said = table.governor(|purpose| purpose.tasks || purpose.posts).map(|(index, _)| index);
        let governor =
            said.or_else(|| table.governors.iter().map(|(index, _)| *index).find(|index| says(register, *index)));
        let Some(governor) = governor else { continue };
        for row in &table.rows {
            let posts = posts::of_row(register, table, row, governor, body).filter(|_| !row.remarked);
            let Some(posts) = posts else {
                register.unread.insert(row.sentence);
                continue;
            };
            if let Some(column) = superior {
                roles.extend(commanded(register, row, column, &posts));
            }
            if let Some(column) = tasks {
                roles.extend(charged(register, row, column, &posts, table));
            }
        }
    }
    roles
}

/// The cell of a post's superior.
fn commanded(register: &mut Register<'_>, row: &TableRow, column: usize, posts: &[usize]) -> Vec<Role> {
    let Some(cell) = CellText::of(register.outline, row, column) else { return Vec::new() };
    let words = cell.bare.normal();
    if is_dash(words) {
        return Vec::new();
    }
    let source = match cell.names(register, &[NameClass::Post]).as_deref() {
        Some([name])
            if posts
                .iter()
                .all(|post| register.resolve_post(&words[name.clone()], register.posts[*post].unit).is_some()) =>
        {
            Source::Named(vec![words[name.clone()].to_owned()], Joint::Single)
        }
        _ => {
            register.unread.insert(row.sentence);
            return Vec::new();
        }
    };
    let proof = register.whole_proof(row.sentence);
    let role = |post: &usize| Role {
        post: *post,
        sentence: row.sentence,
        source: Some((source.clone(), proof.clone())),
        assists: None,
        commands_staff: None,
        scope: CommandScope::All,
        heads: None,
    };
    posts.iter().map(role).collect()
}

/// The cell of what a post does: sentences without a subject.
fn charged(register: &mut Register<'_>, row: &TableRow, column: usize, posts: &[usize], table: &Table) -> Vec<Role> {
    let Some(cell) = CellText::of(register.outline, row, column).filter(|_| row.is_own(column)) else {
        // A post for which the table says nothing; where the post itself is established here, that is all there is.
        if table.governor(|purpose| purpose.posts).is_none() {
            register.unread.insert(row.sentence);
        }
        return Vec::new();
    };
    let mut roles = Vec::new();
    for range in sentences(cell.bare.normal()) {
        let bare = cell.bare.slice(range).trimmed();
        // A list within the cell, or a subject of its own, is not said of the posts of the row.
        let listed =
            bare.normal().contains("次に掲げる") || bare.normal().contains("は、") && !speaks_of(bare.normal());
        if listed {
            register.unread.insert(row.sentence);
            continue;
        }
        roles.extend(read_predicate(register, row.sentence, &bare, 0, posts.to_vec()));
    }
    roles
}

/// Enters what the cells of a post's tasks say of substitution: 「部長に事故があるときは、その職務を代理する。」
pub(crate) fn acting(register: &mut Register<'_>) {
    let Some(body) = body(register) else { return };
    let tables = register.tables.clone();
    for table in &tables.tables {
        let Some(column) = table.column(&Column::Tasks) else { continue };
        let Some((governor, _)) = table.governors.first() else { continue };
        for row in &table.rows {
            let Some(cell) = CellText::of(register.outline, row, column).filter(|_| row.is_own(column)) else {
                continue;
            };
            if !speaks_of(cell.bare.normal()) {
                continue;
            }
            let posts = posts::of_row(register, table, row, *governor, body).filter(|_| !row.remarked);
            let mut read = posts.is_some();
            for range in sentences(cell.bare.normal()) {
                let bare = cell.bare.slice(range).trimmed();
                if speaks_of(bare.normal()) {
                    let subject = posts.as_deref().unwrap_or_default();
                    read &= !subject.is_empty()
                        && read_statement(register, row.sentence, &bare, &cell.text, subject).is_some();
                }
            }
            if !read {
                register.unread.insert(row.sentence);
            }
        }
    }
}

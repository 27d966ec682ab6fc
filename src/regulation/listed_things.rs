//! Bare lines below an item are the things that it lists (次に掲げる物資), not headings: the items behind them go on counting.

use super::document::{Block, Entry, Item, Paragraph};
use super::glued::{copy_at, cut_copy, letters};
use super::noise::NoiseLog;

/// Puts the bare lines that an item lists into its text, and the items behind them back into its list:
/// 「一　次に掲げる物資の輸送に関すること。」, 「穀物」, 「木材」, 「二　倉庫に関すること。」
pub(super) fn join(paragraph: &mut Paragraph, noise: &mut NoiseLog) {
    let mut blocks: Vec<Block> = Vec::with_capacity(paragraph.blocks.len());
    let mut rest = std::mem::take(&mut paragraph.blocks).into_iter().peekable();
    while let Some(block) = rest.next() {
        let Block::Entry(first) = block else {
            blocks.push(block);
            continue;
        };
        // The bare lines up to the one that has the next items below it.
        let mut things = vec![first];
        while things.last().is_some_and(|thing| thing.items.is_empty())
            && let Some(Block::Entry(next)) = rest.next_if(|block| matches!(block, Block::Entry(_)))
        {
            things.push(next);
        }
        let list = match blocks.last_mut() {
            Some(Block::List(items)) if lists(items, &things) => items,
            _ => {
                blocks.extend(things.into_iter().map(Block::Entry));
                continue;
            }
        };
        let item = list.last_mut().expect("a list that goes on has an item");
        let listed = letters_of(&things);
        cut_copy(&mut item.text, |glued| glued == listed, noise);
        for thing in &things {
            item.text.push_space();
            item.text.append(&thing.text);
            item.span.end = thing.text.span().end;
        }
        list.extend(things.pop().map(|last| last.items).unwrap_or_default());
    }
    paragraph.blocks = blocks;
}

/// Whether the last of some items announces the bare lines behind it, and the items below these go on counting; where there
/// are none, the lines stand already at the end of the item's own text.
fn lists(items: &[Item], things: &[Entry]) -> bool {
    let Some(item) = items.last().filter(|item| item.children.is_empty()) else { return false };
    let normal = item.text.normal();
    let announces = ["次に掲げる", "次の"].iter().any(|mark| normal.contains(mark));
    let goes_on = match things.last().and_then(|last| last.items.first()) {
        Some(next) => {
            let (before, number) = (&item.label.numbers, &next.label.numbers);
            next.label.style == item.label.style
                && (number[..] == [before[0] + 1] || number.len() > 1 && number[0] == before[0])
        }
        None => {
            let listed = letters_of(things);
            copy_at(&item.text, |glued| glued == listed).is_some()
        }
    };
    announces && goes_on
}

/// All letters of the bare lines.
fn letters_of(things: &[Entry]) -> String {
    things.iter().map(|thing| letters(thing.text.normal())).collect()
}

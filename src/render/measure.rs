//! How much room text takes, before any font is opened.
//!
//! A full-width character is one em in every Japanese font, so a box measured here holds the text in all of them. Graphviz
//! reports text that is too large for its box on its standard error; that is the check of these numbers.

use unicode_width::UnicodeWidthChar;

/// Line height as a multiple of the font size.
const LINE_HEIGHT: f64 = 1.25;
/// Pango rounds glyph widths at fractional sizes: that much wider, at most.
const ROUNDING: f64 = 1.03;
/// Room beside free text, in points, both sides together.
const FREE_SLACK: f64 = 4.0;
/// Room beside text in a box, in points, both sides together.
const BOX_SLACK: f64 = 10.0;

/// Width of a character in em. East-Asian wide, full-width and ambiguous characters count 1, combining ones 0.
pub(crate) fn char_em(c: char) -> f64 {
    match c {
        // Wide glyphs among the half-width ones, which are wider than 0.62 em in proportional fonts.
        'M' | 'W' | 'm' | 'w' | '@' | '%' => 0.95,
        'A'..='Z' | '&' | '+' | '=' | '<' | '>' => 0.74,
        // A whole phrase in one glyph.
        '\u{FDFA}' | '\u{FDFB}' | '\u{FDFD}' => 12.0,
        // Emoji are drawn larger than an em.
        '\u{1F000}'..='\u{1FAFF}' => 1.4,
        // Drawn as a space.
        '\u{2028}' | '\u{2029}' => 0.62,
        _ => match c.width_cjk() {
            // A control character is drawn as a space.
            None => 0.62,
            Some(0) => 0.0,
            Some(1) => 0.62,
            Some(_) => 1.0,
        },
    }
}

/// Width of a line in em.
pub(crate) fn em_width(text: &str) -> f64 {
    text.chars().map(char_em).sum()
}

/// Width in points of one line of free text.
pub(crate) fn text_width(text: &str, size: f64) -> f64 {
    em_width(text) * size * ROUNDING + FREE_SLACK
}

/// Width in points that a box needs around a line of this many em.
pub(crate) fn box_width(em: f64, size: f64) -> f64 {
    em * size * ROUNDING + BOX_SLACK
}

/// How many em a line in a box of this width may have.
pub(crate) fn em_in_box(width: f64, size: f64) -> f64 {
    // The small addition undoes the rounding of `box_width`, so that a box made for a line holds that line.
    ((width - BOX_SLACK) / (size * ROUNDING) + 1e-9).max(0.0)
}

/// How many em free text of this width may have.
pub(crate) fn em_in_text(width: f64, size: f64) -> f64 {
    ((width - FREE_SLACK) / (size * ROUNDING) + 1e-9).max(0.0)
}

/// Height in points of a number of lines.
pub(crate) fn lines_height(lines: usize, size: f64) -> f64 {
    lines as f64 * size * LINE_HEIGHT
}

/// `text`, or its beginning and `…` if it is wider than `em`.
pub(crate) fn cut(text: &str, em: f64) -> String {
    if em_width(text) <= em {
        return text.to_owned();
    }
    let room = em - char_em('…');
    let mut used = 0.0;
    let mut short: String = text
        .chars()
        .take_while(|c| {
            used += char_em(*c);
            used <= room
        })
        .collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_ambiguous_characters_are_one_em() {
        assert_eq!(em_width("総務課"), 3.0);
        assert_eq!(em_width("①→…"), 3.0);
        assert_eq!(em_width("（）・ー"), 4.0);
        assert_eq!(em_width("𠮷髙"), 2.0);
        assert!((em_width("12") - 1.24).abs() < 1e-9);
        assert!((em_width("ｾﾝﾀｰ") - 4.0 * 0.62).abs() < 1e-9, "half-width kana");
    }

    #[test]
    fn combining_and_selecting_characters_take_no_room() {
        assert_eq!(em_width("辻\u{E0100}"), 1.0, "ideographic variation selector");
        assert_eq!(em_width("\u{200D}\u{FE0F}"), 0.0);
    }

    #[test]
    fn a_box_made_for_a_line_holds_that_line() {
        for size in [8.0, 9.25, 11.0, 14.0] {
            for text in ["課", "個人番号カードシステム運用部", "IT推進室"] {
                let em = em_width(text);
                assert!(em_in_box(box_width(em, size), size) >= em);
                assert!(em_in_text(text_width(text, size), size) >= em);
            }
        }
    }

    #[test]
    fn cutting_keeps_within_the_room() {
        assert_eq!(cut("総務課", 3.0), "総務課");
        assert_eq!(cut("総務企画課", 3.0), "総務…");
        assert_eq!(cut("総務", 0.5), "…");
    }
}

//! Breaking names into lines. Graphviz never breaks Japanese, so it is done here: the least ragged of the breaks that
//! leave words whole.

use super::breaks::{SHORT_LINE_EM, break_costs, cost};
use super::measure::{char_em, cut, em_width};

/// Most lines that a wrapped name has.
pub(crate) const MAX_LINES: usize = 3;
/// Names up to this many em stay on one line.
const NEVER_BROKEN_EM: f64 = 6.0;

/// Which breaks are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breaks {
    /// Between words only.
    BetweenWords,
    /// Also inside a run of kanji of which nothing is known, and before a short last line.
    InsideKanji,
}

impl Breaks {
    /// The highest cost of a single break.
    fn limit(self) -> u32 {
        match self {
            Breaks::BetweenWords => cost::HALF_KNOWN,
            Breaks::InsideKanji => cost::SHORT_LINE + cost::INSIDE,
        }
    }
}

/// A name prepared for wrapping: its characters, where they may be parted, and at what cost.
#[derive(Debug)]
pub(crate) struct Wrapping {
    text: Vec<char>,
    /// Width in em up to each position.
    widths: Vec<f64>,
    /// Cost of a break before each position (none at the end); `None` inside what is one character to the reader.
    costs: Vec<Option<u32>>,
}

impl Wrapping {
    /// Prepares a name. Cost: O(length × number of known words), once a name.
    pub(crate) fn new(name: &str) -> Self {
        let text: Vec<char> = name.trim().chars().collect();
        let mut widths = vec![0.0; text.len() + 1];
        for (i, c) in text.iter().enumerate() {
            widths[i + 1] = widths[i] + char_em(*c);
        }
        let costs = break_costs(&text);
        Self { text, widths, costs }
    }

    /// Width of the whole name in em.
    pub(crate) fn em(&self) -> f64 {
        self.widths[self.text.len()]
    }

    /// The narrowest width in em to which the allowed breaks can bring the name in at most [`MAX_LINES`] lines.
    pub(crate) fn narrowest(&self, breaks: Breaks) -> f64 {
        (1..=MAX_LINES)
            .filter_map(|lines| self.best(lines, breaks, f64::INFINITY, &|width, _| width))
            .map(|(_, positions)| self.widest(&positions))
            .fold(self.em(), f64::min)
    }

    /// The lines of the name in a width of `em`: as few as fit, the least ragged of those; `None` if the allowed breaks
    /// do not bring it in at most [`MAX_LINES`] lines.
    pub(crate) fn lines(&self, em: f64, breaks: Breaks) -> Option<Vec<String>> {
        (1..=MAX_LINES).find_map(|lines| {
            let mean = self.em() / lines as f64;
            let ragged = |width: f64, cost: u32| (width - mean).powi(2) + f64::from(cost);
            let (_, positions) = self.best(lines, breaks, em, &ragged)?;
            Some(self.parts(&positions))
        })
    }

    /// The lines of the name in a width of `em`, whatever it takes: between words if possible, else anywhere; what does
    /// not fit in `most` lines is cut with `…`. At least one character stands on each line.
    pub(crate) fn lines_at_any_cost(&self, em: f64, most: usize) -> Vec<String> {
        for breaks in [Breaks::BetweenWords, Breaks::InsideKanji] {
            if let Some(lines) = self.lines(em, breaks).filter(|lines| lines.len() <= most) {
                return lines;
            }
        }
        let mut lines: Vec<String> = Vec::new();
        let mut start = 0;
        while start < self.text.len() {
            let end = self.greedy_end(start, em);
            if lines.len() + 1 == most && end < self.text.len() {
                lines.push(cut(&self.line(start, self.text.len()), em));
                break;
            }
            lines.push(self.line(start, end));
            start = end;
        }
        lines
    }

    /// Where the line from `start` ends if it is filled: at the last place that fits and is good for a break, unless that
    /// leaves the line half empty; then at the next worse sort of place.
    fn greedy_end(&self, start: usize, em: f64) -> usize {
        let mut ends = (start + 1..=self.text.len()).filter(|end| self.costs[*end].is_some());
        let first = ends.next().unwrap_or(self.text.len());
        let fitting: Vec<usize> =
            std::iter::once(first).chain(ends.take_while(|end| self.line_width(start, *end) <= em)).collect();
        let full = fitting.last().copied().unwrap_or(first);
        if full == self.text.len() {
            return full;
        }
        for limit in [cost::FREE, cost::HALF_KNOWN, cost::INSIDE, cost::INSIDE_WORD] {
            let good = fitting.iter().rev().find(|end| self.costs[**end].is_some_and(|cost| cost <= limit));
            if let Some(end) = good.filter(|end| self.line_width(start, **end) >= em / 2.0) {
                return *end;
            }
        }
        full
    }

    /// Dynamic programme over the break points: the way to part the name into exactly `lines` lines, none wider than
    /// `em`, that makes `weight` (of a line's width and its break's cost) smallest: the sum of it, and for an infinite
    /// `em` the largest of it. Cost: O(lines × length²).
    fn best(
        &self,
        lines: usize,
        breaks: Breaks,
        em: f64,
        weight: &dyn Fn(f64, u32) -> f64,
    ) -> Option<(f64, Vec<usize>)> {
        let (length, total) = (self.text.len(), self.em());
        if lines == 1 {
            return (total <= em).then(|| (weight(total, 0), vec![0, length]));
        }
        if total <= NEVER_BROKEN_EM || total > em * lines as f64 {
            return None;
        }
        let widest_counts = em.is_infinite();
        let allowed = |position: usize, last: bool| {
            let lost = last && total - self.widths[position] <= SHORT_LINE_EM;
            let cost = self.costs[position]? + if lost { cost::SHORT_LINE } else { 0 };
            (cost <= breaks.limit()).then_some(cost)
        };
        // best[k][i]: the first i characters in k lines; the weight and where the last of them starts.
        let mut best: Vec<Vec<Option<(f64, usize)>>> = vec![vec![None; length + 1]; lines + 1];
        best[0][0] = Some((0.0, 0));
        for k in 1..=lines {
            for end in k..=length {
                if k < lines && (end == length || self.costs[end].is_none_or(|cost| cost > breaks.limit())) {
                    continue;
                }
                for start in (0..end).rev() {
                    let width = self.line_width(start, end);
                    if width > em {
                        break;
                    }
                    let Some((before, _)) = best[k - 1][start] else { continue };
                    let cost = if start == 0 { Some(0) } else { allowed(start, end == length) };
                    let Some(cost) = cost else { continue };
                    let own = weight(width, cost);
                    let sum = if widest_counts { before.max(own) } else { before + own };
                    if best[k][end].is_none_or(|(known, _)| sum < known) {
                        best[k][end] = Some((sum, start));
                    }
                }
            }
            if k == lines && best[k][length].is_none() {
                return None;
            }
        }
        let mut positions = vec![length];
        for k in (1..=lines).rev() {
            let (_, start) = best[k][*positions.last()?]?;
            positions.push(start);
        }
        positions.reverse();
        Some((best[lines][length]?.0, positions))
    }

    /// Width of the widest line.
    fn widest(&self, positions: &[usize]) -> f64 {
        positions.windows(2).map(|pair| self.line_width(pair[0], pair[1])).fold(0.0, f64::max)
    }

    /// Width of a line without the spaces around it.
    fn line_width(&self, start: usize, end: usize) -> f64 {
        let width = self.widths[end] - self.widths[start];
        if end > start && (self.text[end - 1].is_whitespace() || self.text[start].is_whitespace()) {
            em_width(&self.line(start, end))
        } else {
            width
        }
    }

    fn line(&self, start: usize, end: usize) -> String {
        self.text[start..end].iter().collect::<String>().trim().to_owned()
    }

    fn parts(&self, positions: &[usize]) -> Vec<String> {
        positions.windows(2).map(|pair| self.line(pair[0], pair[1])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::breaks::{may_not_end, may_not_start};

    fn wrapped(name: &str, em: f64) -> String {
        Wrapping::new(name).lines(em, Breaks::BetweenWords).map_or_else(|| "-".into(), |lines| lines.join("/"))
    }

    #[test]
    fn breaks_between_words() {
        assert_eq!(
            wrapped("東部情報ネットワークシステム全国センター", 12.0),
            "東部情報ネットワーク/システム全国センター"
        );
        assert_eq!(wrapped("個人番号カードシステム運用部", 8.0), "個人番号カード/システム運用部");
        assert_eq!(wrapped("ICTイノベーションセンター", 10.0), "ICTイノベーション/センター");
        assert_eq!(wrapped("財務・会計・契約推進室", 7.0), "財務・会計・/契約推進室");
        assert_eq!(wrapped("まちづくり政策推進課", 7.0), "まちづくり/政策推進課");
        assert_eq!(wrapped("利用者支援部（12課）", 9.0), "利用者支援部/（12課）");
    }

    #[test]
    fn short_names_stay_whole() {
        assert_eq!(wrapped("総合企画推進", 6.0), "総合企画推進");
        assert_eq!(wrapped("総合企画推進", 5.0), "-");
    }

    #[test]
    fn unknown_katakana_is_never_parted_and_the_box_widens() {
        let name = Wrapping::new("ゲゴボヌヌプリュッフェ推進課");
        assert_eq!(name.narrowest(Breaks::InsideKanji), 11.0);
        assert_eq!(name.lines(8.0, Breaks::InsideKanji), None);
    }

    #[test]
    fn kanji_are_parted_only_if_allowed() {
        let name = Wrapping::new("甲乙丙丁戊己庚辛壬癸");
        assert_eq!(name.lines(5.0, Breaks::BetweenWords), None);
        assert_eq!(name.lines(5.0, Breaks::InsideKanji), Some(vec!["甲乙丙丁戊".into(), "己庚辛壬癸".into()]));
    }

    #[test]
    fn no_line_starts_or_ends_wrongly() {
        for em in [4.0, 5.0, 6.0, 7.0, 8.0] {
            for name in ["甲乙丙丁（戊己庚辛）壬癸子丑", "データー・データー・データー", "キャッチャー開発ッ部門室"]
            {
                for line in Wrapping::new(name).lines(em, Breaks::InsideKanji).unwrap_or_default() {
                    assert!(!line.starts_with(may_not_start) && !line.ends_with(may_not_end), "{line}");
                }
            }
        }
    }

    #[test]
    fn narrowest_is_reached() {
        for name in ["個人番号カードシステム運用部", "総合行政ネットワーク全国センター", "地方公共団体情報化推進支援室"]
        {
            let wrapping = Wrapping::new(name);
            let em = wrapping.narrowest(Breaks::BetweenWords);
            assert!(em < wrapping.em());
            let lines = wrapping.lines(em, Breaks::BetweenWords).expect("the narrowest width holds the name");
            assert_eq!(lines.concat(), name);
            assert!(lines.iter().all(|line| em_width(line) <= em));
        }
    }

    #[test]
    fn at_any_cost_everything_fits_or_is_cut() {
        let long = "ゲゴボヌヌプリュッフェ".repeat(40);
        let lines = Wrapping::new(&long).lines_at_any_cost(10.0, 5);
        assert_eq!(lines.len(), 5);
        assert!(lines.iter().all(|line| em_width(line) <= 10.0));
        assert!(lines[4].ends_with('…'));
        let lines = Wrapping::new("ゲゴボヌヌプリュッフェ").lines_at_any_cost(4.0, 5);
        assert_eq!(lines.concat(), "ゲゴボヌヌプリュッフェ");
        assert_eq!(Wrapping::new("甲乙").lines_at_any_cost(0.1, 5), vec!["甲", "乙"]);
        assert!(Wrapping::new("").lines_at_any_cost(4.0, 5).len() <= 1);
        assert_eq!(Wrapping::new("辻\u{E0100}辻").lines_at_any_cost(0.1, 5), vec!["辻\u{E0100}", "辻"]);
    }
}

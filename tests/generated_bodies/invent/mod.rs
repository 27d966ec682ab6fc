//! Invents a body from a seed.

mod councils;
mod duties;
mod posts;
mod units;

pub use duties::join;

use crate::body::Body;
use crate::random::Random;
use crate::style::Style;
use crate::words;

/// A body. The style matters only where it limits what can be said.
pub fn body(random: &mut Random, style: &Style) -> Body {
    let (name, kind) = random.pick(&words::BODIES);
    let mut body = Body {
        units: Vec::new(),
        kind,
        officers: Vec::new(),
        articles: Vec::new(),
        named: Vec::new(),
        ex_officio: Vec::new(),
        councils: Vec::new(),
        duties: Vec::new(),
    };
    units::add(&mut body, random, name, style);
    posts::add(&mut body, random);
    posts::add_named(&mut body, random);
    councils::add(&mut body, random);
    duties::add(&mut body, random, style);
    body
}

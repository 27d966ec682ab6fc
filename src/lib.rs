//! kengen (権限, "authority") compiles the organisational regulation of a public body into an authority graph and answers who
//! commands whom, who acts when a post is absent, and who is responsible for a matter, with the clause behind every answer.
//!
//! Data flows one way: [`regulation`] takes a text apart, [`compile`] reads what its sentences say, [`graph`] holds the
//! result, [`store`] keeps it in a graph database, [`analysis`] and [`findings`] answer from it, [`render`] writes answers
//! down, and [`cli`] is the command. ARCHITECTURE.md shows the rooms and their invariants.
//!
//! ```
//! use kengen::analysis::command_chain;
//! use kengen::compile::{Supplement, compile};
//! use kengen::regulation::read;
//!
//! let text = "甲市組織規則\n第1条 甲市に総務課を置く。\n第2条 課に課長及び主査を置く。\n\
//!     2 課長は、課の事務を統括し、所属職員を指揮監督する。\n3 主査は、上司の命を受けて、担任の事務を処理する。\n";
//! let (document, _) = read(text.as_bytes()).unwrap();
//! let compilation = compile(&document, &Supplement::default());
//! assert_eq!(compilation.coverage.totals().not_understood, 0);
//! let chain = command_chain(&compilation.graph, &"甲市/総務課#主査".into()).unwrap();
//! assert_eq!(chain.chains[0][0].as_str(), "甲市/総務課#課長");
//! ```

pub mod analysis;
pub mod cli;
pub mod compile;
pub mod findings;
pub mod graph;
pub mod occupancy;
pub mod regulation;
pub mod render;
pub mod store;

//! The `kengen` command.
fn main() {}

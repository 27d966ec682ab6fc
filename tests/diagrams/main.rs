//! Diagrams: snapshots of the DOT, what holds on every sheet, and big and odd bodies.

mod bodies;
mod dot_check;
mod jlis;
mod odd_bodies;
mod over_units;
mod painted;
mod snapshots;

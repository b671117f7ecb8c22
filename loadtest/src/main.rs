//! Black-box load generator.
fn main() {}

//! Black-box load generator: what Keukentafel promises about speed, measured from outside over real sockets.

mod cpu;
mod metrics;
mod percentile;
mod report;
mod target;
mod token;
mod trace;

fn main() {}

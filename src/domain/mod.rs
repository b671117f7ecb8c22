//! Pure rules.

pub mod ids;

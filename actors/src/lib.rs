//! Everything that lives.

pub mod committer;
pub mod deps;
pub mod directory;
pub mod document;
pub mod hub;
pub mod limits;
pub mod weigering;

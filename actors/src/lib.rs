//! Everything that lives.

pub mod committer;
pub mod deps;
pub mod directory;
pub mod entity;
pub mod hub;
pub mod limits;
pub mod overzicht;
pub mod weigering;

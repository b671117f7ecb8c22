//! The core.
pub mod guard;

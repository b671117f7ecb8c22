//! Everything that lives.

//! The types that cross the wire.

//! Integration: what holds over the whole tree, and the server over real sockets.

mod tidy;

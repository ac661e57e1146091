//! How results are written.

pub mod tree;

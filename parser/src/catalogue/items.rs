//! Items of use cases, as names for the decoded tree.

pub use super::generated::elements::ELEMENTS;

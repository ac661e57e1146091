//! Items of use cases, as names for the decoded tree.

use crate::element::Element;

/// The items, in the order of their numbers.
pub static ELEMENTS: &[Element] = &[];

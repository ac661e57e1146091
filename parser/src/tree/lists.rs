//! The lists of a payload, read back from the tree once and kept.

use std::sync::OnceLock;

use crate::dlms::{AccessRequest, AccessResult};
use crate::gbz::Component;

/// The lists that were asked for, until the tree changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    pub(crate) requests: OnceLock<Box<[AccessRequest]>>,
    pub(crate) results: OnceLock<Box<[AccessResult]>>,
    pub(crate) components: OnceLock<Box<[Component]>>,
}

//! Rules on all devices of a run: small summaries that merge in any order.

use std::any::Any;

use crate::device::DeviceState;
use crate::finding::Findings;
use crate::saved::Saved;
use crate::subject::Subject;

/// A rule on all devices of a run. Each part of a run has a summary of its own; they are merged in
/// any order, and the result must not depend on it.
pub trait FleetCheck: Saved + Send {
    /// A record of any device.
    fn record(&mut self, _subject: &Subject<'_>) {}

    /// A device's log has ended.
    fn device(&mut self, _device: &DeviceState) {}

    /// Takes over another summary of the same rule.
    fn merge(&mut self, other: Box<dyn Any + Send>);

    /// The summary itself, to be merged into another.
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send>;

    /// All parts are merged.
    fn end(&mut self, findings: &mut Findings);
}

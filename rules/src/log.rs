//! What is known of the log that a record is in.

use gbcs_parser::EntityId;
use gbcs_parser::record::{CompletePart, Completeness, LogHead, Time};
use serde::{Deserialize, Serialize};

use crate::spec::Version;

/// A log: what one set of device timelines is made of.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LogFacts {
    /// True where records have an order: they carry time, or stand in one file.
    pub ordered: bool,
    /// True where records carry time.
    pub timed: bool,
    /// Everything is stated to be complete, whatever the heads say.
    pub complete: bool,
    /// The reading ended before the log did, so that it is not complete, whatever is stated.
    pub cut_short: bool,
    /// The heads of its files.
    pub heads: Vec<LogHead>,
    /// Time of its first record.
    pub start: Option<Time>,
    /// The latest time of its records so far. At a record this depends on how far was read ahead:
    /// [`Self::is_complete_by`] is for there.
    pub end: Option<Time>,
}

impl LogFacts {
    /// The version that its head states.
    #[must_use]
    pub fn gbcs_version(&self) -> Option<Version> {
        self.heads.iter().rev().find_map(|head| Version::parse(head.gbcs_version.as_ref()?))
    }

    /// How far the capture clock may be from UTC, in milliseconds.
    #[must_use]
    pub fn clock_max_error_ms(&self) -> Option<u64> {
        self.heads.iter().filter_map(|head| head.clock_max_error_ms).max()
    }

    /// True where every message of a device with a party is stated to be in the log from one moment
    /// to another. `recipient` is the party; `None` asks for all parties.
    #[must_use]
    pub fn is_complete(
        &self,
        device: Option<EntityId>,
        recipient: Option<EntityId>,
        from: Time,
        to: Time,
    ) -> bool {
        self.is_complete_by(self.end, device, recipient, from, to)
    }

    /// The same at a record, where nothing of the log behind it is known: `now` is its time.
    #[must_use]
    pub fn is_complete_by(
        &self,
        now: Option<Time>,
        device: Option<EntityId>,
        recipient: Option<EntityId>,
        from: Time,
        to: Time,
    ) -> bool {
        if self.cut_short {
            return false;
        }
        let begins_earlier = self.start.is_some_and(|start| start <= from);
        let ends_later = now.is_some_and(|end| end >= to);
        let all = begins_earlier && ends_later;
        self.heads.iter().any(|head| match &head.complete {
            Completeness::NotStated => false,
            Completeness::All => all,
            Completeness::Parts(parts) => {
                let spans = (begins_earlier, ends_later);
                parts.iter().any(|part| covers(part, device, recipient, (from, to), spans))
            }
        }) || (self.complete && all)
    }

    /// True where the log is stated to be complete at all, for a device with a party, whatever
    /// the times.
    #[must_use]
    pub fn is_stated_complete(
        &self,
        device: Option<EntityId>,
        recipient: Option<EntityId>,
    ) -> bool {
        let stated = self.complete
            || self.heads.iter().any(|head| match &head.complete {
                Completeness::NotStated => false,
                Completeness::All => true,
                Completeness::Parts(parts) => {
                    parts.iter().any(|part| concerns(part, device, recipient))
                }
            });
        stated && !self.cut_short
    }
}

fn concerns(part: &CompletePart, device: Option<EntityId>, recipient: Option<EntityId>) -> bool {
    part.device_id.is_none_or(|id| Some(id) == device)
        && part.recipient.is_none_or(|id| Some(id) == recipient)
}

/// True where a part covers the time from one moment to another. `spans` tells whether the log
/// begins early and ends late enough, for what the part itself leaves open.
fn covers(
    part: &CompletePart,
    device: Option<EntityId>,
    recipient: Option<EntityId>,
    (from, to): (Time, Time),
    (begins_earlier, ends_later): (bool, bool),
) -> bool {
    concerns(part, device, recipient)
        && part.from.map_or(begins_earlier, |start| start <= from)
        && part.to.map_or(ends_later, |end| end >= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(complete: Completeness, end: i64) -> LogFacts {
        LogFacts {
            heads: vec![LogHead { complete, ..LogHead::default() }],
            start: Some(Time(0)),
            end: Some(Time(end)),
            ..LogFacts::default()
        }
    }

    #[test]
    fn a_log_that_ends_too_early_is_not_complete() {
        assert!(log(Completeness::All, 100).is_complete(None, None, Time(0), Time(100)));
        assert!(!log(Completeness::All, 99).is_complete(None, None, Time(0), Time(100)));
        assert!(!log(Completeness::NotStated, 100).is_complete(None, None, Time(0), Time(100)));
    }

    #[test]
    fn a_log_that_was_not_read_to_its_end_is_not_complete() {
        let log = LogFacts { cut_short: true, complete: true, ..log(Completeness::All, 100) };
        assert!(!log.is_complete(None, None, Time(0), Time(50)));
        assert!(!log.is_stated_complete(None, None));
    }

    #[test]
    fn a_part_is_complete_for_its_device_and_party_alone() {
        let (hub, broker) = (EntityId([1; 8]), EntityId([2; 8]));
        let part = CompletePart {
            device_id: Some(hub),
            recipient: Some(broker),
            ..CompletePart::default()
        };
        let log = log(Completeness::Parts(vec![part]), 100);
        assert!(log.is_complete(Some(hub), Some(broker), Time(0), Time(50)));
        assert!(!log.is_complete(Some(hub), Some(hub), Time(0), Time(50)));
        assert!(!log.is_complete(Some(hub), None, Time(0), Time(50)));
    }
}

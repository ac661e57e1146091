//! Outage alerts: when the supply was interrupted and when it came back.

use gbcs_parser::{CraFlag, Message, NodeId, Payload};

use crate::outcome;
use crate::time::seconds_2000;

/// The alerts of an outage: 0x8F35 to 0x8F3C, for the supply and for each phase.
pub(crate) const OUTAGE_ALERTS: std::ops::RangeInclusive<u16> = 0x8F35..=0x8F3C;

/// The nodes of interruption and restoration in an outage alert.
pub(crate) fn nodes(message: &Message<'_>) -> Option<(NodeId, NodeId)> {
    if message.envelope.cra() != Some(CraFlag::Alert)
        || !OUTAGE_ALERTS.contains(&outcome::alert_code(message)?)
    {
        return None;
    }
    let Payload::Dlms(apdu) = message.payload else { return None };
    let mut parts = message.tree.members(apdu.body?).skip(2);
    Some((parts.next()?, parts.next()?))
}

/// Interruption and restoration by the device's clock, in seconds since 2000-01-01 00:00:00 UTC.
#[must_use]
pub fn times(message: &Message<'_>) -> Option<(u32, u32)> {
    let (interruption, restoration) = nodes(message)?;
    let time = |node| seconds_2000(message.tree.content(node, message.octets()));
    Some((time(interruption)?, time(restoration)?))
}

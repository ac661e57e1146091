//! The time that a device tells of itself in a message.

use gbcs_parser::dlms::AccessKind;
use gbcs_parser::{CraFlag, Message, NodeId, Payload, Value};

use crate::subject::Subject;
use crate::{answers, outcome, time};

/// A device's own time.
#[derive(Clone, Copy)]
pub(crate) struct OwnTime {
    /// Seconds since 2000-01-01 00:00:00 UTC.
    pub(super) seconds: u32,
    /// Where it stands.
    pub(super) node: NodeId,
    /// True where it may be the time of another device, or of an earlier moment: a gas proxy tells
    /// when the meter told it.
    pub(super) of_another_clock: bool,
}

/// The device's own time that a record tells: several rules ask.
pub(super) fn of(subject: &Subject<'_>) -> Option<OwnTime> {
    *subject.memo.own_time.get_or_init(|| subject.message.and_then(own_time))
}

/// The device's own time in a response (its date-time, or the time that ECS70 and GCS28 read back)
/// or the time stamp of an alert. `None` where it is not told in full, or is said to be doubtful.
fn own_time(message: &Message<'_>) -> Option<OwnTime> {
    match message.envelope.cra()? {
        CraFlag::Alert => {
            let seconds = outcome::alert_time(message)?;
            let node = match message.payload {
                Payload::Dlms(apdu) => message.tree.members(apdu.body?).nth(1)?,
                Payload::Gbz(payload) => payload.alert?.time?.node,
                Payload::Asn1(payload) => message.tree.members(payload.root?).nth(1)?,
                Payload::None => return None,
            };
            Some(OwnTime { seconds, node, of_another_clock: false })
        }
        CraFlag::Response => header(message).or_else(|| read_back(message)),
        CraFlag::Command => None,
    }
}

fn header(message: &Message<'_>) -> Option<OwnTime> {
    let node = message.envelope.date_time?;
    let octets = message.tree.content(node, message.octets());
    let status = time::clock_status(octets)?;
    if time::is_unreliable(status) {
        return None;
    }
    let gas = message.use_case().is_some_and(|id| id.starts_with('G'));
    Some(OwnTime { seconds: time::seconds_2000(octets)?, node, of_another_clock: gas })
}

/// The time in an answer to a setting of the clock.
fn read_back(message: &Message<'_>) -> Option<OwnTime> {
    match (message.use_case()?, message.payload) {
        ("ECS70", Payload::Dlms(_)) => {
            let answers = answers::to(message, |request| {
                request.access == AccessKind::Get && request.class_id == 8
            });
            let value = |index| {
                answers
                    .iter()
                    .find(|answer| answer.request.index == index && answer.result.code == 0)
            };
            let status = value(4)?.result.data?;
            let status = message.tree.unsigned(status, message.octets())?;
            if u8::try_from(status).map_or(true, time::is_unreliable) {
                return None;
            }
            let node = value(2)?.result.data?;
            let seconds = time::seconds_2000(message.tree.content(node, message.octets()))?;
            Some(OwnTime { seconds, node, of_another_clock: false })
        }
        ("GCS28", Payload::Asn1(payload)) => {
            let mut members = message.tree.members(payload.root?);
            let (node, status) = (members.next()?, members.next()?);
            if message.tree.value(status, message.octets()) != Value::Signed(0) {
                return None;
            }
            let Value::Text(text) = message.tree.value(node, message.octets()) else { return None };
            Some(OwnTime { seconds: time::generalized(text)?, node, of_another_clock: false })
        }
        _ => None,
    }
}

//! When the instructions of a command are to be carried out.
//!
//! Only dates on which a device acts: starts of seasons or billing periods, ranges of reads and the
//! like say something else.

use std::fmt;

use gbcs_parser::dlms::AccessKind;
use gbcs_parser::record::Time;
use gbcs_parser::{CraFlag, Message, NodeId, Payload, Value};
use serde::{Deserialize, Serialize};

use crate::subject::Subject;

/// An instruction, as the alert names it that tells of its execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Instruction {
    /// An attribute or method: class, OBIS code, index.
    Object(u16, [u8; 6], u8),
    /// A ZCL command: cluster, frame control, command.
    Command(u16, u8, u8),
    /// The whole command, where the alert names no part of it.
    Whole,
}

/// Bits of a ZCL frame control that say whether a command is general or the cluster's own.
const FRAME_TYPE: u8 = 0x03;

impl Instruction {
    /// True where an alert that names `told` may mean this instruction. Reference alerts name a
    /// command to the server whose own frame control says that it is to the client, so that of the
    /// frame control only the frame type is compared.
    pub(crate) fn is_told(&self, told: &Self) -> bool {
        match (self, told) {
            (Self::Command(cluster, control, command), Self::Command(a, b, c)) => {
                (cluster, command) == (a, c) && (control ^ b) & FRAME_TYPE == 0
            }
            _ => self == told,
        }
    }
}

impl fmt::Display for Instruction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object(class, [a, b, c, d, e, o], index) => {
                write!(f, "class {class} {a}-{b}:{c}.{d}.{e}.{o} {index}")
            }
            Self::Command(cluster, control, command) => write!(
                f,
                "cluster 0x{cluster:04X} frame control 0x{control:02X} command 0x{command:02X}"
            ),
            Self::Whole => f.write_str("the command"),
        }
    }
}

/// When an instruction is to be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// At once.
    Now,
    /// Never: an earlier instruction of the kind is withdrawn.
    Never,
    /// At a moment of the device's clock.
    At(Time),
    /// It cannot be read.
    Unclear,
}

/// An instruction with its date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated {
    pub(super) instruction: Instruction,
    pub(super) when: When,
    /// Where the date stands.
    pub(super) node: NodeId,
}

/// Attributes that hold the date on which a passive value takes effect: class and index.
const ACTIVATION: [(u16, u8); 4] = [(20, 10), (111, 13), (113, 7), (9000, 6)];

/// Fields of ZCL commands that hold the date on which the command takes effect: cluster, command,
/// name.
const IMPLEMENTATION: [(u16, u8, &str); 18] = [
    (0x0700, 0x02, "start-time"),
    (0x0700, 0x03, "start-time"),
    (0x0700, 0x04, "start-time"),
    (0x0700, 0x05, "start-time"),
    (0x0700, 0x06, "start-time"),
    (0x0702, 0x0B, "implementation-date-time"),
    (0x0705, 0x03, "start-time"),
    (0x0705, 0x05, "start-time"),
    (0x0705, 0x06, "implementation-date-time"),
    (0x0705, 0x0B, "implementation-date-time"),
    (0x0705, 0x0C, "implementation-date-time"),
    (0x0707, 0x00, "start-time"),
    (0x0707, 0x04, "start-time"),
    (0x0708, 0x01, "provider-change-implementation-time"),
    (0x0708, 0x02, "implementation-date-time"),
    (0x0708, 0x03, "site-id-time"),
    (0x0708, 0x04, "start-date-time"),
    (0x0708, 0x06, "cin-time"),
];

/// The one ZCL command whose date stands in the extended header: set low credit warning level.
const DATE_IN_HEADER: (u16, u8) = (0x0705, 0x09);

/// Use cases that read special days: the command has the number of the one that publishes them.
const READS_SPECIAL_DAYS: [&str; 2] = ["GCS21b", "GCS21f"];

/// The instructions of a command that have a date, in their order.
pub(super) fn of<'a>(subject: &Subject<'a>) -> &'a [Dated] {
    subject.memo.dates.get_or_init(|| subject.message.map_or_else(Vec::new, find))
}

fn find(message: &Message<'_>) -> Vec<Dated> {
    if message.envelope.cra() != Some(CraFlag::Command) {
        return Vec::new();
    }
    match message.payload {
        Payload::Dlms(apdu) => apdu
            .requests(message)
            .iter()
            .filter(|request| {
                request.kind == AccessKind::Set
                    && ACTIVATION.contains(&(request.class_id, request.index))
            })
            .filter_map(|request| {
                let node = request.data?;
                Some(Dated {
                    instruction: Instruction::Object(request.class_id, request.obis, request.index),
                    when: date_time(message.tree.content(node, message.octets())),
                    node,
                })
            })
            .collect(),
        Payload::Gbz(payload) => {
            let reads = message.use_case().is_some_and(|id| READS_SPECIAL_DAYS.contains(&id));
            if reads {
                return Vec::new();
            }
            payload.components(message).iter().filter_map(|one| component(message, one)).collect()
        }
        Payload::Asn1(payload) => {
            if !matches!(message.use_case(), Some("CS02b" | "CS02g" | "CS06")) {
                return Vec::new();
            }
            let date = payload.root.and_then(|root| {
                message.tree.descendants(root).find(|id| {
                    let node = message.tree.get(*id);
                    node.is_some_and(|node| node.element.name() == "execution-date-time")
                })
            });
            date.map(|node| Dated {
                instruction: Instruction::Whole,
                when: match message.tree.value(node, message.octets()) {
                    Value::Text(text) => generalized(text),
                    _ => When::Unclear,
                },
                node,
            })
            .into_iter()
            .collect()
        }
        Payload::None => Vec::new(),
    }
}

/// The instructions of a command, dated or not.
pub(crate) fn instructions(message: &Message<'_>) -> Vec<Instruction> {
    match message.payload {
        Payload::Dlms(apdu) => apdu
            .requests(message)
            .iter()
            .filter(|request| matches!(request.kind, AccessKind::Set | AccessKind::Action))
            .map(|request| Instruction::Object(request.class_id, request.obis, request.index))
            .collect(),
        Payload::Gbz(payload) => payload
            .components(message)
            .iter()
            .filter_map(|one| {
                Some(Instruction::Command(
                    one.cluster?.value,
                    one.frame_control?.value,
                    one.command?.value,
                ))
            })
            .collect(),
        Payload::Asn1(_) => vec![Instruction::Whole],
        Payload::None => Vec::new(),
    }
}

fn component(message: &Message<'_>, one: &gbcs_parser::gbz::Component) -> Option<Dated> {
    let (cluster, command) = (one.cluster?.value, one.command?.value);
    let instruction = Instruction::Command(cluster, one.frame_control?.value, command);
    if (cluster, command) == DATE_IN_HEADER {
        let date = one.from_date_time?;
        return Some(Dated { instruction, when: utc_time(date.value), node: date.node });
    }
    let (_, _, name) = IMPLEMENTATION.iter().find(|(a, b, _)| (*a, *b) == (cluster, command))?;
    let node = message
        .tree
        .descendants(one.payload?)
        .find(|id| message.tree.get(*id).is_some_and(|node| node.element.name() == *name))?;
    let seconds = message.tree.unsigned(node, message.octets());
    let when =
        seconds.and_then(|seconds| u32::try_from(seconds).ok()).map_or(When::Unclear, utc_time);
    Some(Dated { instruction, when, node })
}

fn utc_time(seconds: u32) -> When {
    match seconds {
        0 => When::Now,
        u32::MAX => When::Never,
        seconds => When::At(Time::from_seconds_2000(seconds)),
    }
}

/// Whether `seconds` since 2000-01-01 00:00:00 UTC are a date after a command was sent. Without a
/// time of its own the command may be older than any date that it carries.
pub(crate) fn is_future(subject: &Subject<'_>, seconds: u64) -> bool {
    let when = u32::try_from(seconds).map_or(When::Unclear, utc_time);
    matches!(when, When::At(date) if is_after(subject, date))
}

/// Whether a date is later than a command.
pub(super) fn is_after(subject: &Subject<'_>, date: Time) -> bool {
    subject.date().is_none_or(|sent| date > sent)
}

/// "Now" has zeros before the deviation, "never" ones.
fn date_time(octets: &[u8]) -> When {
    let Some(date) = octets.get(..9).filter(|_| octets.len() == 12) else { return When::Unclear };
    if date.iter().all(|octet| *octet == 0) {
        When::Now
    } else if date.iter().all(|octet| *octet == 0xFF) {
        When::Never
    } else {
        crate::time::seconds_2000(octets)
            .map_or(When::Unclear, |seconds| When::At(Time::from_seconds_2000(seconds)))
    }
}

fn generalized(text: &str) -> When {
    if text == "99991231235959Z" {
        return When::Never;
    }
    crate::time::generalized(text)
        .map_or(When::Unclear, |seconds| When::At(Time::from_seconds_2000(seconds)))
}

/// An alert that tells of the execution of a future dated instruction.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Executed {
    /// Message code of the command; `None` where the alert carries none.
    pub(super) code: Option<u16>,
    /// Originator counter of the command.
    pub(super) counter: u64,
    pub(super) instruction: Instruction,
    /// Where the alert says so.
    pub(super) node: NodeId,
}

/// The use case of the commands that an alert without message code tells of, by the alert's own
/// message code.
pub(super) fn use_case_told(alert: u16) -> Option<&'static str> {
    match alert {
        0x00CA => Some("CS06"),
        0x00CB => Some("CS02b"),
        0x0124 => Some("CS02g"),
        _ => None,
    }
}

/// True for the alerts on future dated instructions.
pub(super) fn is_execution_alert(message: &Message<'_>) -> bool {
    message.envelope.cra() == Some(CraFlag::Alert)
        && matches!(
            message.envelope.message_code(),
            Some(0x00CA | 0x00CB | 0x00CC | 0x00CD | 0x0124)
        )
}

/// What such an alert says; `None` where it cannot be read.
pub(super) fn executed(message: &Message<'_>) -> Option<Executed> {
    let named = |root: NodeId, name: &str| {
        message
            .tree
            .descendants(root)
            .find(|id| message.tree.get(*id).is_some_and(|node| node.element.name() == name))
    };
    match message.payload {
        Payload::Dlms(apdu) => {
            let node = message.tree.members(apdu.body?).nth(2)?;
            let octets = message.tree.content(node, message.octets());
            let (code, rest) = octets.split_first_chunk::<2>()?;
            let (counter, rest) = rest.split_first_chunk::<8>()?;
            let (class, rest) = rest.split_first_chunk::<2>()?;
            let (obis, rest) = rest.split_first_chunk::<6>()?;
            let [index] = rest else { return None };
            Some(Executed {
                code: Some(u16::from_be_bytes(*code)),
                counter: u64::from_be_bytes(*counter),
                instruction: Instruction::Object(u16::from_be_bytes(*class), *obis, *index),
                node,
            })
        }
        Payload::Gbz(payload) => {
            let number = |name| {
                let node = named(payload.node, name)?;
                Some((message.tree.unsigned(node, message.octets())?, node))
            };
            let (code, node) = number("executed-message-code")?;
            let (counter, _) = number("executed-originator-counter")?;
            let (cluster, _) = number("executed-cluster-id")?;
            let (control, _) = number("executed-frame-control")?;
            let (command, _) = number("executed-command-id")?;
            Some(Executed {
                code: Some(u16::try_from(code).ok()?),
                counter,
                instruction: Instruction::Command(
                    u16::try_from(cluster).ok()?,
                    u8::try_from(control).ok()?,
                    u8::try_from(command).ok()?,
                ),
                node,
            })
        }
        Payload::Asn1(payload) => {
            let root = payload.root?;
            let node = named(root, "originator-counter")
                .or_else(|| named(root, "authorising-remote-party-seq-number"))?;
            let counter = match message.tree.value(node, message.octets()) {
                Value::Signed(counter) => u64::try_from(counter).ok()?,
                Value::Unsigned(counter) => counter,
                _ => return None,
            };
            Some(Executed { code: None, counter, instruction: Instruction::Whole, node })
        }
        Payload::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn now_and_never_are_no_dates() {
        assert_eq!(date_time(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0xFF]), When::Now);
        let never = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0, 0xFF];
        assert_eq!(date_time(&never), When::Never);
        assert_eq!(utc_time(0), When::Now);
        assert_eq!(utc_time(u32::MAX), When::Never);
        assert_eq!(generalized("99991231235959Z"), When::Never);
        assert_eq!(date_time(&[0; 11]), When::Unclear);
    }
}

//! What GCS20r asks for and answers: the settings of a gas meter's events.
//!
//! Device Management cluster: Get Event Configuration carries an event id; Report Event
//! Configuration carries command index, total commands, and for each event its id and one octet of
//! settings. Numbers are little endian.

use gbcs_parser::gbz::Component;
use gbcs_parser::{CraFlag, Message, NodeId, Payload, Span};

use crate::env::undecoded;
use crate::outcome;
use crate::subject::Subject;

/// ZCL command of the request.
pub(super) const GET_EVENT_CONFIGURATION: u8 = 0x05;
/// ZCL command of the report.
const REPORT_EVENT_CONFIGURATION: u8 = 0x04;
/// Octets of an event in the report.
const EVENT_OCTETS: usize = 3;
/// What findings call the place of an event's code.
pub(super) const EVENT_FIELD: &str = "content/event-id";

/// An event in a report.
pub(super) struct Event {
    pub(super) code: u16,
    pub(super) span: Span,
}

/// A report.
pub(super) struct Report {
    /// Node of the payload of the first command.
    pub(super) node: NodeId,
    /// Index of the first command.
    pub(super) index: u8,
    /// Total number of commands that it states.
    pub(super) total: u8,
    /// Number of report commands in the message.
    pub(super) commands: usize,
    /// The events of all commands.
    pub(super) events: Vec<Event>,
}

/// The report in a GCS20r response, if it has one.
pub(super) fn report(subject: &Subject<'_>) -> Option<Report> {
    let message = subject.message?;
    if subject.cra() != Some(CraFlag::Response)
        || !subject.is_use_case(&["GCS20r"])
        || !undecoded::payload_is_read(message)
    {
        return None;
    }
    let mut report: Option<Report> = None;
    for component in commands(message, REPORT_EVENT_CONFIGURATION) {
        let node = component.payload?;
        let span = message.tree.get(node)?.span();
        let [index, total, events @ ..] = message.tree.octets(node, message.octets()) else {
            continue;
        };
        let report = report.get_or_insert(Report {
            node,
            index: *index,
            total: *total,
            commands: 0,
            events: Vec::new(),
        });
        report.commands += 1;
        for (number, event) in events.chunks_exact(EVENT_OCTETS).enumerate() {
            let [low, high, _settings] = event else { continue };
            let start = span.start + 2 + (number * EVENT_OCTETS) as u32;
            report.events.push(Event {
                code: u16::from_le_bytes([*low, *high]),
                span: Span { start, end: start + 2, ..span },
            });
        }
    }
    report
}

/// The event group that a GCS20r command asks for, and where it stands.
pub(super) fn group_asked(subject: &Subject<'_>) -> Option<(u16, Span)> {
    let message = subject.message?;
    let component = commands(message, GET_EVENT_CONFIGURATION).next()?;
    let node = component.payload?;
    let span = message.tree.get(node)?.span();
    let [low, high, ..] = message.tree.octets(node, message.octets()) else { return None };
    Some((u16::from_le_bytes([*low, *high]), Span { end: span.start + 2, ..span }))
}

/// The components with a cluster's own command.
fn commands<'m>(
    message: &'m Message<'_>,
    command: u8,
) -> impl Iterator<Item = &'m Component> + use<'m> {
    let payload = match message.payload {
        Payload::Gbz(payload) => Some(payload),
        _ => None,
    };
    payload.into_iter().flat_map(|payload| payload.components(message)).filter(move |component| {
        component.command.is_some_and(|found| found.value == command)
            && component.frame_control.is_some_and(|control| !outcome::is_general(control.value))
    })
}

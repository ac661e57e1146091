//! Ranges of time that a command asks logs for.

use gbcs_parser::catalogue::{DlmsItem, UseCase};
use gbcs_parser::element::{ElementId, Table};
use gbcs_parser::record::Time;
use gbcs_parser::{Message, NodeId, Payload};

use crate::subject::Subject;
use crate::topic::Topic;

/// The end of the name of an item that begins a range.
const FROM: &str = "fromDateTime";

/// A range. An end that is a wildcard is open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    pub(super) from: NodeId,
    pub(super) to: NodeId,
    pub(super) start: Option<Time>,
    pub(super) end: Option<Time>,
    /// Number of the entry of a DLMS request.
    pub(super) entry: Option<usize>,
    /// Cluster of a ZCL command.
    pub(super) cluster: Option<u16>,
}

impl Range {
    /// True where a moment lies inside, both ends included.
    pub(super) fn contains(&self, time: Time) -> bool {
        self.start.is_none_or(|start| start <= time) && self.end.is_none_or(|end| time <= end)
    }
}

/// True for the topics of commands that may ask for ranges. Of a DLMS command the names of its use
/// case's items say what begins and ends one.
pub(super) fn concerns(topic: &Topic) -> bool {
    let names_one = |use_case: &UseCase| {
        let element = |item: &DlmsItem| ElementId::new(Table::Item, item.element);
        use_case.dlms_items.iter().any(|item| element(item).name().ends_with(FROM))
    };
    topic.is_command() && (!topic.is_dlms() || topic.use_case().is_some_and(names_one))
}

/// The ranges that a command asks for, in their order.
pub(super) fn of<'a>(command: &Subject<'a>) -> &'a [Range] {
    command.memo.ranges.get_or_init(|| command.message.map_or_else(Vec::new, find))
}

fn find(command: &Message<'_>) -> Vec<Range> {
    let mut found = Vec::new();
    match command.payload {
        Payload::Dlms(apdu) => {
            for request in apdu.requests(command) {
                let selection = request.selection.map(|(_, selection)| selection);
                let Some(root) = selection.or(request.data) else { continue };
                let is = |name: &str| {
                    // Most names end otherwise: the last octets are compared first.
                    let ends = name.as_bytes().last_chunk() == Some(b"DateTime");
                    let is = |end| ends && name.ends_with(end);
                    (is(FROM), is("toDateTime"))
                };
                pairs(command, root, is, |from, to| {
                    let (start, end) = (moment(command, from), moment(command, to));
                    let entry = Some(request.number);
                    found.push(Range { from, to, start, end, entry, cluster: None });
                });
            }
        }
        Payload::Gbz(payload) => {
            for component in payload.components(command) {
                let (Some(cluster), Some(id)) = (component.cluster, component.command) else {
                    continue;
                };
                // Reads of events, of snapshots of registers and of the prepayment account.
                let reads = matches!(
                    (cluster.value, id.value),
                    (0x0709, 0x00) | (0x0702, 0x06) | (0x0705, 0x07)
                );
                let Some(root) = component.payload.filter(|_| reads) else { continue };
                let is = |name: &str| {
                    (
                        matches!(name, "start-time" | "earliest-start-time"),
                        matches!(name, "end-time" | "latest-end-time"),
                    )
                };
                let mut first = None;
                pairs(command, root, is, |from, to| {
                    first.get_or_insert((from, to));
                });
                found.extend(first.map(|(from, to)| {
                    let (start, end) = (utc(command, from), utc(command, to));
                    Range { from, to, start, end, entry: None, cluster: Some(cluster.value) }
                }));
            }
        }
        _ => {}
    }
    found
}

/// Shows the nodes below `root` that begin and end a range, two by two.
fn pairs(
    command: &Message<'_>,
    root: NodeId,
    is: impl Fn(&str) -> (bool, bool),
    mut visit: impl FnMut(NodeId, NodeId),
) {
    let mut open = None;
    for id in command.tree.descendants(root) {
        let Some(node) = command.tree.get(id) else { continue };
        match is(node.element.name()) {
            (true, _) => open = Some(id),
            (_, true) => {
                if let Some(from) = open.take() {
                    visit(from, id);
                }
            }
            _ => {}
        }
    }
}

fn moment(command: &Message<'_>, node: NodeId) -> Option<Time> {
    let seconds = crate::time::seconds_2000(command.tree.content(node, command.octets()))?;
    Some(Time::from_seconds_2000(seconds))
}

fn utc(command: &Message<'_>, node: NodeId) -> Option<Time> {
    let seconds = u32::try_from(command.tree.unsigned(node, command.octets())?).ok()?;
    (seconds != 0 && seconds != u32::MAX).then(|| Time::from_seconds_2000(seconds))
}

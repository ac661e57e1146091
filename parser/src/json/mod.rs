//! A decoded message as JSON: the form `gbcheck.decode/1`, described in `docs/output.md`.
//!
//! [`write()`] appends to a buffer and builds no document in memory: what stands around the tree is
//! a `Head` that serde writes, the tree is written straight from its flat nodes.

mod nodes;
mod writer;

use serde::{Serialize, Serializer};

use crate::asn1;
use crate::catalogue::Protocol;
use crate::error::DecodeError;
use crate::kind::Kind;
use crate::message::{CraFlag, EntityId, Message, Payload, Shape};
use crate::protection::{ItemOutcome, Protection};
use crate::span::Span;
use crate::text;
use crate::tree::{NodeId, Tree};

/// Name and version of the form.
pub const SCHEMA: &str = "gbcheck.decode/1";

/// Where a message came from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Source<'a> {
    /// Path of the file, or what stands for it.
    pub path: &'a str,
    /// Number of the record in its file, from 1.
    pub record: u64,
    /// Line on which the record begins, from 1, in forms that have lines.
    pub line: Option<u64>,
    /// True where the record says that the message was on its way to the DCC: a signed command
    /// without a MAC is then a pre-command.
    pub to_dcc: bool,
}

/// The ciphertext leaves and their numbers of octets.
fn ciphertexts(tree: &Tree) -> impl Iterator<Item = (NodeId, usize)> + use<'_> {
    tree.nodes()
        .iter()
        .enumerate()
        .filter(|(_, node)| node.kind == Kind::Ciphertext)
        .map(|(id, node)| (NodeId(id as u32), node.span().len()))
}

/// Everything but the tree.
#[derive(Serialize)]
struct Head<'a> {
    schema: &'static str,
    source: SourceForm<'a>,
    octets: usize,
    shape: Option<&'static str>,
    use_case: Option<&'static str>,
    message_code: Option<Code>,
    kind: Option<&'static str>,
    originator: Option<Shown<EntityId>>,
    recipient: Option<Shown<EntityId>>,
    originator_counter: Option<Shown<u64>>,
    date_time: Option<DateTime>,
    supplementary: Supplementary,
    protocol: Option<&'static str>,
    alert_code: Option<Code>,
    items: usize,
    mac: &'static str,
    signature: &'static str,
    encrypted: Vec<&'static str>,
    complete: bool,
    opaque_octets: usize,
    errors: Vec<ErrorForm>,
}

#[derive(Serialize)]
struct SourceForm<'a> {
    path: &'a str,
    record: u64,
    line: Option<u64>,
}

#[derive(Serialize)]
struct DateTime {
    time: Option<String>,
    status: String,
}

#[derive(Serialize)]
struct Supplementary {
    remote_party: Option<Shown<EntityId>>,
    remote_party_counter: Option<Shown<u64>>,
    originator_counter: Option<Shown<u64>>,
    certificate: Option<String>,
}

#[derive(Serialize)]
struct ErrorForm {
    at: [usize; 2],
    buffer: String,
    element: &'static str,
    path: String,
    message: String,
    needed: Option<u64>,
    found: Option<u64>,
    limit_set_by: Option<Limit>,
}

#[derive(Serialize)]
struct Limit {
    at: [usize; 2],
    element: &'static str,
}

/// A value that is written as a string.
struct Shown<T>(T);

impl<T: std::fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A code of 16 bits: `"0x00F1"`.
struct Code(u16);

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("0x{:04X}", self.0))
    }
}

/// Appends a message as one JSON object, without a line end.
///
/// # Errors
/// Those of serde_json; none of the values written here gives one.
pub fn write(
    out: &mut Vec<u8>,
    message: &Message<'_>,
    source: Source<'_>,
    protection: &Protection,
) -> serde_json::Result<()> {
    let head = head(message, source, protection);
    serde_json::to_writer(&mut *out, &head)?;
    // The tree is the object's last field.
    out.pop();
    out.extend_from_slice(b",\"tree\":");
    nodes::write(out, &message.tree, message.octets());
    out.push(b'}');
    Ok(())
}

fn head<'a>(message: &Message<'_>, source: Source<'a>, protection: &Protection) -> Head<'a> {
    let envelope = &message.envelope;
    let code = envelope.message_code();
    Head {
        schema: SCHEMA,
        source: SourceForm { path: source.path, record: source.record, line: source.line },
        octets: message.octets().len(),
        shape: shape(message, source.to_dcc),
        use_case: message.use_case(),
        message_code: code.map(Code),
        kind: envelope.cra().map(CraFlag::name),
        originator: envelope.originator().map(Shown),
        recipient: envelope.recipient().map(Shown),
        originator_counter: envelope.counter().map(Shown),
        date_time: message.date_time().and_then(date_time),
        supplementary: Supplementary {
            remote_party: envelope.supplementary_party().map(Shown),
            remote_party_counter: envelope.supplementary_counter().map(Shown),
            originator_counter: envelope.supplementary_originator_counter().map(Shown),
            certificate: envelope
                .other_information
                .and_then(|info| info.certificate)
                .map(|id| writer::hex(message.tree.octets(id, message.octets()))),
        },
        protocol: message.payload.protocol().map(Protocol::name),
        alert_code: alert_code(message).map(Code),
        items: items(message),
        mac: protection.mac.word(),
        signature: protection.signature.word(),
        encrypted: protection.items.iter().map(ItemOutcome::word).collect(),
        complete: message.is_complete(),
        opaque_octets: ciphertexts(&message.tree)
            .filter(|(id, _)| message.tree.plaintext_of(*id).is_none())
            .map(|(_, octets)| octets)
            .sum(),
        errors: message.tree.issues().iter().map(|issue| error(&message.tree, issue)).collect(),
    }
}

/// The shape, told apart by direction where the octets alone do not tell.
fn shape(message: &Message<'_>, to_dcc: bool) -> Option<&'static str> {
    let shape = message.envelope.shape()?;
    let command = message.envelope.cra() == Some(CraFlag::Command);
    Some(match shape {
        Shape::Signed if to_dcc && command => "signed-pre-command",
        shape => shape.name(),
    })
}

/// The device's own time: `time` in ISO 8601 where it is a point in time, else null.
fn date_time(octets: &[u8]) -> Option<DateTime> {
    let status = *octets.get(11)?;
    Some(DateTime { time: text::iso_date_time(octets), status: format!("0x{status:02X}") })
}

/// The number of access entries or components; of other payloads 1 where there is one.
fn items(message: &Message<'_>) -> usize {
    match message.payload {
        Payload::Dlms(apdu) => apdu.requests(message).len() + apdu.results(message).len(),
        Payload::Gbz(payload) => payload.components(message).len(),
        Payload::Asn1(asn1::Payload { root }) => usize::from(root.is_some()),
        Payload::None => 0,
    }
}

/// The alert code of an alert, in any of the three languages.
fn alert_code(message: &Message<'_>) -> Option<u16> {
    if message.envelope.cra() != Some(CraFlag::Alert) {
        return None;
    }
    let tree = &message.tree;
    let first = |root: NodeId, kind: Kind| {
        std::iter::once(root)
            .chain(tree.descendants(root))
            .find(|id| tree.get(*id).is_some_and(|node| node.kind == kind))
            .and_then(|id| tree.unsigned(id, message.octets()))
            .and_then(|code| u16::try_from(code).ok())
    };
    match message.payload {
        Payload::Dlms(apdu) => first(apdu.body?, Kind::DlmsLongUnsigned),
        Payload::Gbz(payload) => payload.alert.map(|alert| alert.code.value),
        Payload::Asn1(payload) => first(payload.root?, Kind::DerInteger),
        Payload::None => None,
    }
}

fn error(tree: &Tree, error: &DecodeError) -> ErrorForm {
    ErrorForm {
        at: at(error.span),
        buffer: writer::buffer_name(error.span.buffer),
        element: error.element.name(),
        path: tree.path_of_issue(error),
        message: error.to_string(),
        needed: error.needed,
        found: error.found,
        limit_set_by: error
            .limit_set_by
            .map(|limit| Limit { at: at(limit.span), element: limit.element.name() }),
    }
}

/// Offset and length.
fn at(span: Span) -> [usize; 2] {
    [span.start as usize, span.len()]
}

#[cfg(test)]
mod tests;

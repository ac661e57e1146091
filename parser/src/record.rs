//! Records of a device log: what the readers of [`crate::log`] make and the rules judge.
//!
//! The fields are those of the native JSON Lines log (`docs/log-format.md`), typed.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::message::{CraFlag, EntityId};

/// A moment: milliseconds since 1970-01-01 00:00:00 UTC, without leap seconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Time(pub i64);

impl Time {
    /// The moment `seconds` after 2000-01-01 00:00:00 UTC, the epoch of DLMS and ZCL times.
    #[must_use]
    pub fn from_seconds_2000(seconds: u32) -> Self {
        Self((946_684_800 + i64::from(seconds)) * 1000)
    }

    /// Reads a moment in the form of RFC 3339, with any offset.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        usual_time(text.as_bytes())
            .or_else(|| text.parse::<jiff::Timestamp>().ok())
            .map(|time| Self(time.as_millisecond()))
    }

    /// Whole seconds since 1970-01-01 00:00:00 UTC, rounded down.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }
}

/// The form that logs have, `2026-03-02T01:04:28.355Z`: every record has one, and to read any form
/// takes ten times as long. What is any other is `None`.
fn usual_time(text: &[u8]) -> Option<jiff::Timestamp> {
    let text: &[u8; 24] = text.try_into().ok()?;
    let mut all_are_digits = true;
    let mut number = |from: usize, to: usize| {
        text.get(from..to).unwrap_or_default().iter().fold(0_i16, |number, octet| {
            all_are_digits &= octet.is_ascii_digit();
            number.wrapping_mul(10).wrapping_add(i16::from(octet.wrapping_sub(b'0')))
        })
    };
    let [year, millisecond] = [number(0, 4), number(20, 23)];
    let [month, day, hour, minute, second] = [5, 8, 11, 14, 17].map(|at| number(at, at + 2) as i8);
    let marks = [4, 7, 10, 13, 16, 19, 23].map(|at| text.get(at).copied().unwrap_or_default());
    if !all_are_digits || marks != *b"--T::.Z" {
        return None;
    }
    let nanosecond = i32::from(millisecond) * 1_000_000;
    let time = jiff::civil::DateTime::new(year, month, day, hour, minute, second, nanosecond);
    jiff::tz::Offset::UTC.to_timestamp(time.ok()?).ok()
}

impl fmt::Display for Time {
    /// RFC 3339, UTC, milliseconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(time) => write!(f, "{time:.3}"),
            Err(_) => write!(f, "{} ms", self.0),
        }
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Position {
    /// Path of the file, as it was given or found; `outer.zip!/inner` for an archive's member.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "shared::path"))]
    pub path: Arc<str>,
    /// Number of the record in its file, from 1, before any filter.
    pub record: u64,
    /// Number of the payload in a document that holds several, from 1.
    pub payload: Option<u32>,
    /// Line on which the record begins, from 1, in forms that have lines.
    pub line: Option<u64>,
}

/// Paths that are read back share their text with the last one, as they did when they were made:
/// nearly all positions of a device are in one file.
#[cfg(feature = "serde")]
mod shared {
    use std::cell::RefCell;
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer};

    thread_local! {
        static LAST: RefCell<Option<Arc<str>>> = const { RefCell::new(None) };
    }

    pub(super) fn path<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
        let read = String::deserialize(deserializer)?;
        Ok(LAST.with_borrow_mut(|last| match last {
            Some(last) if **last == *read => Arc::clone(last),
            last => Arc::clone(last.insert(read.into())),
        }))
    }
}

/// One record of a log.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Record {
    /// Where it stands.
    pub position: Position,
    /// Capture time.
    pub time: Option<Time>,
    /// Device that the record states. For messages the payload decides; see SEMANTICS of devices.
    pub device_id: Option<EntityId>,
    /// Number that findings may cite.
    pub seq: Option<u64>,
    /// Fields that are not known and do not start with `x_`, in the order of their occurrence.
    pub unknown_fields: Vec<String>,
    /// Fields that no rule reads, as they stood: dotted path and JSON text. They are kept so that a
    /// log can be written again without loss.
    pub extras: Vec<(String, String)>,
    /// What the record is.
    pub body: Body,
}

impl Record {
    /// True where the record is a message that is one block of a general block transfer.
    #[must_use]
    pub fn is_transfer_block(&self) -> bool {
        match &self.body {
            Body::Message(message) => crate::message::begins_block(&message.payload),
            _ => false,
        }
    }
}

/// The kinds of record. What is large and in few records is in a box: records are moved, and most
/// are messages.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Body {
    /// `log`: the head of a native log.
    Log(LogHead),
    /// `device`: a snapshot of a device.
    Device(Box<Device>),
    /// `credentials`: which party a device trusts.
    Credentials(Credentials),
    /// `configuration`: a setting of a device.
    Configuration(Configuration),
    /// `test-case`: a test begins or ends.
    TestCase(TestCase),
    /// `message`: a GBCS message, or an envelope without one.
    Message(MessageRecord),
    /// `stimulus`: what the bench did.
    Stimulus(Stimulus),
    /// `dcc-alert`: an alert of the DCC.
    DccAlert(DccAlert),
    /// `log-entry`: an entry read back from a device's own log.
    LogEntry(LogEntry),
    /// `zcl-frame`: a plain ZCL frame of a HAN.
    ZclFrame(ZclFrame),
    /// A record of another kind, by its name.
    Unknown(String),
}

/// The head of a native log.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LogHead {
    /// `format`.
    pub format: Option<String>,
    /// `version`.
    pub version: Option<u64>,
    /// `producer`.
    pub producer: Option<String>,
    /// `created`.
    pub created: Option<Time>,
    /// `gbcs_version`.
    pub gbcs_version: Option<String>,
    /// `clock.source`.
    pub clock_source: Option<String>,
    /// `clock.max_error_ms`: how far the capture clock may be from UTC.
    pub clock_max_error_ms: Option<u64>,
    /// `complete`.
    pub complete: Completeness,
}

/// For what the producer states that every message is in the log.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Completeness {
    /// Nothing is stated.
    #[default]
    NotStated,
    /// Everything.
    All,
    /// What one of these describes.
    Parts(Vec<CompletePart>),
}

/// A part of the traffic that is complete; a field that is absent stands for any.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CompletePart {
    /// `device_id`.
    pub device_id: Option<EntityId>,
    /// `interface`.
    pub interface: Option<String>,
    /// `recipient`.
    pub recipient: Option<EntityId>,
    /// `from`.
    pub from: Option<Time>,
    /// `to`.
    pub to: Option<Time>,
}

/// A snapshot of a device; it holds until the next.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Device {
    /// `device_type`: ESME, GSME, CHF, GPF, PPMID, HCALCS, IHD, CAD, SAPC.
    pub device_type: Option<String>,
    /// `device_manufacturer`.
    pub manufacturer: Option<String>,
    /// `device_model`.
    pub model: Option<String>,
    /// `device_firmware_version`.
    pub firmware_version: Option<String>,
    /// `smets_chts_version`.
    pub smets_chts_version: Option<String>,
    /// `device_gbcs_version`.
    pub gbcs_version: Option<String>,
    /// `esme_variant`.
    pub esme_variant: Option<String>,
    /// `device_status`.
    pub status: Option<String>,
    /// `han_variant`.
    pub han_variant: Option<String>,
    /// `import_mpxn`.
    pub import_mpxn: Option<String>,
    /// `firmware_hash`: of the image delivered and not yet activated, in hexadecimal.
    pub firmware_hash: Option<String>,
    /// `date_installed`.
    pub date_installed: Option<String>,
    /// `date_commissioned`.
    pub date_commissioned: Option<String>,
    /// `as_manufactured`: true until configured.
    pub as_manufactured: Option<bool>,
    /// `claims`: modifications that it claims to implement.
    pub claims: Vec<String>,
}

/// Which party a device trusts, and for what.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Credentials {
    /// `remote_party_role`.
    pub remote_party_role: Option<String>,
    /// `certificate_type`.
    pub certificate_type: Option<String>,
    /// `remote_party_id`.
    pub remote_party_id: Option<EntityId>,
    /// `remote_party_floor_seq_number`.
    pub floor_seq_number: Option<u64>,
    /// `certificate`: PEM, or a serial number.
    pub certificate: Option<String>,
}

/// A setting of a device, as a log states it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Configuration {
    /// `item`.
    pub item: String,
    /// `values`.
    pub values: ConfigurationValues,
    /// `from.service_reference_variant`.
    pub from_service_reference_variant: Option<String>,
    /// `from.seq`.
    pub from_seq: Option<u64>,
}

/// The values of the settings that rules read.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum ConfigurationValues {
    /// `voltage`.
    Voltage {
        /// `averaging_period_s`: seconds.
        averaging_period_s: Option<u64>,
        /// `phase`: 1 to 3; absent where one period serves all.
        phase: Option<u8>,
    },
    /// `maximum-demand`.
    MaximumDemand {
        /// `entries`.
        entries: Vec<MaximumDemandEntry>,
    },
    /// `randomised-offset-limit`.
    RandomisedOffsetLimit {
        /// `seconds`.
        seconds: Option<u64>,
    },
    /// `alert-behaviour`: by alert code.
    AlertBehaviour(Vec<(u16, AlertBehaviour)>),
    /// Any other item: its values as they stood, in JSON text.
    Other(String),
}

/// What a device does when an alert's event occurs; `None` where it is not stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AlertBehaviour {
    /// `wan_alert`.
    pub wan_alert: Option<bool>,
    /// `han_alert`.
    pub han_alert: Option<bool>,
    /// `event_log`.
    pub event_log: Option<bool>,
    /// `alarm`.
    pub alarm: Option<bool>,
}

/// An entry of the maximum demand schedule, the values as octets without tag and length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MaximumDemandEntry {
    /// `index`.
    pub index: Option<Vec<u8>>,
    /// `enable`.
    pub enable: Option<Vec<u8>>,
    /// `script`.
    pub script: Option<Vec<u8>>,
    /// `script_selector`.
    pub script_selector: Option<Vec<u8>>,
    /// `switch_time`.
    pub switch_time: Option<Vec<u8>>,
    /// `validity_window`.
    pub validity_window: Option<Vec<u8>>,
    /// `exec_weekdays`: one octet, seven bits and one of padding.
    pub exec_weekdays: Option<Vec<u8>>,
    /// `begin_date`.
    pub begin_date: Option<Vec<u8>>,
    /// `end_date`.
    pub end_date: Option<Vec<u8>>,
}

/// A test begins or ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TestCase {
    /// `id`.
    pub id: String,
    /// `action`: true for `begin`, false for `end`.
    pub begins: bool,
    /// `stimulus_is_faulty`: the lab sends on purpose what it should not.
    pub stimulus_is_faulty: bool,
    /// `requirements`.
    pub requirements: Vec<String>,
    /// `verdict`, at the end.
    pub verdict: Option<String>,
}

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Direction {
    /// `to-device`.
    ToDevice,
    /// `from-device`.
    FromDevice,
    /// `to-dcc`.
    ToDcc,
    /// `from-dcc`.
    FromDcc,
}

impl Direction {
    /// The word for it in a log.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ToDevice => "to-device",
            Self::FromDevice => "from-device",
            Self::ToDcc => "to-dcc",
            Self::FromDcc => "from-dcc",
        }
    }
}

/// A message in a log.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MessageRecord {
    /// `direction`.
    pub direction: Option<Direction>,
    /// `interface`: DUIS, SMWAN, SMHAN, HHT, GFI. Every record has one of few: these are not copied.
    pub interface: Option<Cow<'static, str>>,
    /// The message's octets; empty where the record has none (an acknowledgement, an error).
    pub payload: Vec<u8>,
    /// `originator`, as the record states it.
    pub originator: Option<EntityId>,
    /// `recipient`, as the record states it.
    pub recipient: Option<EntityId>,
    /// `originator_counter`, as the record states it.
    pub originator_counter: Option<u64>,
    /// `message_code`, as the record states it.
    pub message_code: Option<u16>,
    /// `cra_flag`, as the record states it.
    pub cra_flag: Option<CraFlag>,
    /// `duis`.
    pub duis: Option<Box<Duis>>,
    /// `expect`.
    pub expect: Option<Box<Expect>>,
    /// Numbers of the other records that parts of the message came in, where it was joined.
    pub parts: Vec<u64>,
}

impl MessageRecord {
    /// True where it was seen on the home area network.
    #[must_use]
    pub fn is_on_the_han(&self) -> bool {
        self.interface.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("SMHAN"))
    }
}

/// A plain ZCL frame of another cluster than tunnelling, in a decrypted capture of a HAN.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ZclFrame {
    /// Short address of the source.
    pub source_address: u16,
    /// Short address of the destination.
    pub destination_address: u16,
    /// Identifier of the source, where a frame of the capture gives it.
    pub source: Option<EntityId>,
    /// Identifier of the destination, where a frame of the capture gives it.
    pub destination: Option<EntityId>,
    /// Cluster; 0x0709 is Events.
    pub cluster: u16,
    /// The frame, from its frame control on.
    pub octets: Vec<u8>,
}

/// What the DUIS envelope of a message says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Duis {
    /// `request_id`.
    pub request_id: Option<String>,
    /// `response_id`.
    pub response_id: Option<String>,
    /// `service_reference`.
    pub service_reference: Option<String>,
    /// `service_reference_variant`.
    pub service_reference_variant: Option<String>,
    /// `command_variant`.
    pub command_variant: Option<String>,
    /// `response_code`.
    pub response_code: Option<String>,
    /// `response_date_time`.
    pub response_date_time: Option<Time>,
    /// `alert_code`.
    pub alert_code: Option<String>,
    /// `throttled_alert_sequence_id`.
    pub throttled_alert_sequence_id: Option<u64>,
    /// `throttled_alert_count`: alerts that were held back.
    pub throttled_alert_count: Option<u64>,
    /// The elements of the document, where it was read as one.
    pub document: Option<Arc<Document>>,
}

/// The elements of an XML document of DUIS or MMC, or of an adapter that wraps them, as a flat list
/// in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Document {
    /// `schemaVersion` of the root.
    pub schema_version: Option<String>,
    /// The elements; the root is the first, and has depth 0.
    pub elements: Vec<Element>,
}

/// An element of a [`Document`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Element {
    /// Its name, without prefix.
    pub name: Box<str>,
    /// Its namespace.
    pub namespace: Namespace,
    /// Number of elements around it.
    pub depth: u16,
    /// Its text, without white space at both ends. That of a message is left out: the record has
    /// its octets.
    pub text: Box<str>,
}

/// The namespaces of DUIS and MMC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Namespace {
    /// `http://www.dccinterface.co.uk/ServiceUserGateway`
    ServiceUserGateway,
    /// `http://www.dccinterface.co.uk/ResponseAndAlert`
    ResponseAndAlert,
    /// `http://www.w3.org/2000/09/xmldsig#`
    Signature,
    /// Another one.
    Other,
    /// None.
    None,
}

impl Namespace {
    /// The usual prefix, which stands for it in a native log.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ServiceUserGateway => "sr",
            Self::ResponseAndAlert => "ra",
            Self::Signature => "ds",
            Self::Other => "other",
            Self::None => "",
        }
    }

    /// The namespace of a prefix of [`Namespace::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "sr" => Self::ServiceUserGateway,
            "ra" => Self::ResponseAndAlert,
            "ds" => Self::Signature,
            "" => Self::None,
            _ => Self::Other,
        }
    }

    /// The namespace of a URI.
    #[must_use]
    pub fn of(uri: &str) -> Self {
        match uri {
            "http://www.dccinterface.co.uk/ServiceUserGateway" => Self::ServiceUserGateway,
            "http://www.dccinterface.co.uk/ResponseAndAlert" => Self::ResponseAndAlert,
            "http://www.w3.org/2000/09/xmldsig#" => Self::Signature,
            _ => Self::Other,
        }
    }
}

impl Document {
    /// The root.
    #[must_use]
    pub fn root(&self) -> Option<&Element> {
        self.elements.first()
    }

    /// Positions of the children of an element, in order.
    pub fn children(&self, parent: usize) -> impl Iterator<Item = usize> {
        let depth = self.elements.get(parent).map_or(0, |element| element.depth);
        self.elements
            .iter()
            .enumerate()
            .skip(parent + 1)
            .take_while(move |(_, element)| element.depth > depth)
            .filter(move |(_, element)| element.depth == depth + 1)
            .map(|(n, _)| n)
    }

    /// Positions of all elements inside an element, in order.
    pub fn inside(&self, parent: usize) -> impl Iterator<Item = usize> {
        let depth = self.elements.get(parent).map_or(0, |element| element.depth);
        self.elements
            .iter()
            .enumerate()
            .skip(parent + 1)
            .take_while(move |(_, element)| element.depth > depth)
            .map(|(n, _)| n)
    }

    /// Position of the first element that a path of names leads to, from an element.
    #[must_use]
    pub fn find(&self, from: usize, path: &[&str]) -> Option<usize> {
        path.iter().try_fold(from, |parent, name| {
            self.children(parent)
                .find(|child| self.elements.get(*child).is_some_and(|e| &*e.name == *name))
        })
    }

    /// Text of the first element that a path of names leads to, from an element.
    #[must_use]
    pub fn text(&self, from: usize, path: &[&str]) -> Option<&str> {
        self.find(from, path).and_then(|n| self.elements.get(n)).map(|element| &*element.text)
    }

    /// Position of the first element of a name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<usize> {
        self.elements.iter().position(|element| &*element.name == name)
    }
}

/// What a message is expected to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Expect {
    /// `use_case`.
    pub use_case: Option<String>,
    /// `outcome`.
    pub outcome: Option<Outcome>,
}

/// The outcome that is expected of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Outcome {
    /// SUCCESS.
    Success,
    /// ERROR.
    Error,
    /// NOT_FOUND.
    NotFound,
}

/// What the bench did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Stimulus {
    /// `event`.
    pub event: String,
    /// `values`, in JSON text.
    pub values: Option<String>,
}

/// The request that a DCC Alert speaks of: `originator:target:counter`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RequestId {
    /// Business originator: the user.
    pub originator: EntityId,
    /// Business target: the device.
    pub target: EntityId,
    /// Originator counter.
    pub counter: u64,
}

impl std::str::FromStr for RequestId {
    type Err = NotARequestId;

    /// Reads `90-B3-..:88-73-..:1660925173833`, in upper or lower case.
    fn from_str(text: &str) -> Result<Self, NotARequestId> {
        let mut parts = text.trim().split(':');
        let mut next = || parts.next().ok_or(NotARequestId);
        let (originator, target, counter) = (next()?, next()?, next()?);
        if parts.next().is_some() {
            return Err(NotARequestId);
        }
        Ok(Self {
            originator: originator.parse().map_err(|_| NotARequestId)?,
            target: target.parse().map_err(|_| NotARequestId)?,
            counter: counter.parse().map_err(|_| NotARequestId)?,
        })
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.originator, self.target, self.counter)
    }
}

/// The text is no request id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotARequestId;

impl fmt::Display for NotARequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request id is originator:target:counter")
    }
}

impl std::error::Error for NotARequestId {}

/// An alert of the DCC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DccAlert {
    /// `dcc_alert_code`: N24, N25, AD1 and so on.
    pub code: String,
    /// Name of the body's element, such as `UpdateHANDeviceLogResult`.
    pub body_element: Option<String>,
    /// The request of an `UpdateHANDeviceLogResult`.
    pub request_id: Option<RequestId>,
    /// The body, in JSON text.
    pub body: Option<String>,
    /// The envelope that it came in.
    pub duis: Option<Box<Duis>>,
}

/// An entry read back from a device's own log.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LogEntry {
    /// `log`: Event, ALCSEvent, PowerEvent, Security, GSMEEvent, GSMESecurity, CHFEvent,
    /// CHFSecurity, VoltageProfile.
    pub log: String,
    /// `timestamp`: by the device's clock.
    pub timestamp: Option<Time>,
    /// `log_code`.
    pub log_code: Option<u16>,
    /// `other_information`.
    pub other_information: Option<String>,
    /// `log_meaning`.
    pub log_meaning: Option<String>,
    /// `phase`, of a voltage profile.
    pub phase: Option<u8>,
    /// `value`, of a voltage profile: volts.
    pub value: Option<f64>,
    /// `read_by`: `seq` of the response that it came from.
    pub read_by: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_time_is_read_as_any_other() {
        for text in [
            "2026-03-02T01:04:28.355Z",
            "1970-01-01T00:00:00.000Z",
            "1969-12-31T23:59:59.999Z",
            "2024-02-29T12:00:00.001Z",
            "0000-01-01T00:00:00.000Z",
            "9999-12-30T22:00:00.000Z",
        ] {
            let usual = usual_time(text.as_bytes());
            assert!(usual.is_some(), "{text}");
            assert_eq!(usual, text.parse().ok(), "{text}");
        }
        for text in [
            "2025-02-29T12:00:00.001Z",
            "2026-13-02T01:04:28.355Z",
            "2026-00-02T01:04:28.355Z",
            "2026-03-02T24:04:28.355Z",
            "2026-03-02T01:60:28.355Z",
            "2026-03-02T01:04:28,355Z",
            "2026-03-02T01:04:28.3550",
            "2026-03-02 01:04:28.355Z",
            "2026-03-02T01:04:28.355z",
            "2026-03-02T01:04:60.355Z",
            "+026-03-02T01:04:28.355Z",
            "2026-03-02T01:04:28.35\u{e9}",
            "2026-03-02T01:04:28.355+01",
        ] {
            assert_eq!(usual_time(text.as_bytes()), None, "{text}");
            let slow = text.parse::<jiff::Timestamp>().ok();
            assert_eq!(Time::parse(text), slow.map(|time| Time(time.as_millisecond())), "{text}");
        }
    }

    #[test]
    fn request_ids_in_either_case() {
        let text = "90-b3-d5-1f-30-01-00-00:88-73-84-57-00-2F-96-1E:1660925173833";
        let id: RequestId = text.parse().unwrap();
        assert_eq!(id.to_string(), text.to_uppercase());
        assert!("90-b3-d5-1f-30-01-00-00:1".parse::<RequestId>().is_err());
        assert!(format!("{text}:4").parse::<RequestId>().is_err());
    }

    #[test]
    fn times_are_shown_in_utc() {
        assert_eq!(Time::from_seconds_2000(0).to_string(), "2000-01-01T00:00:00.000Z");
    }
}

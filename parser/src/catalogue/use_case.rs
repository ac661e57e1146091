//! Use cases: what their messages hold, entry by entry.

use std::sync::LazyLock;

use super::{CodeKind, DeviceType, MessageType, Protocol, Role, Version, by_code, search};
use crate::dlms::AccessKind;
use crate::kind::{Bits, Kind, Value};

/// A use case.
#[derive(Debug)]
pub struct UseCase {
    /// Its name, such as `ECS23`.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its message codes; none for firmware distribution, which is no GBCS message.
    pub message_codes: &'static [u16],
    /// Language of the payload; `None` where it depends on the device or is not known.
    pub protocol: Option<Protocol>,
    /// What messages there are.
    pub kind: Option<CodeKind>,
    /// Category of the messages; `None` where the standard does not state it.
    pub message_type: Option<MessageType>,
    /// Whether messages are critical; `None` where that varies or is not known.
    pub critical: Option<bool>,
    /// Whether a command may be future dated; `None` for alerts and where it is not known.
    pub future_dated: Option<bool>,
    /// Whether a command is protected against replay; `None` for alerts and where it is not known.
    pub replay_protection: Option<bool>,
    /// Whether the response goes to another party than the one that sent the command.
    pub response_to_another: Option<bool>,
    /// Whether it reads or changes; `None` where the standard does not say.
    pub direction: Option<ReadOrUpdate>,
    /// Whether the gas proxy keeps a copy of what the command to the gas meter sets.
    pub gpf_copies: bool,
    /// Service reference variants that lead to it.
    pub service_references: &'static [&'static str],
    /// Remote parties that may send the command; empty where the standard names none.
    pub roles: &'static [Role],
    /// Types of device that the command goes to, or that sends the alert.
    pub targets: &'static [DeviceType],
    /// Section of GBCS that defines it, where that is another than the one on use cases.
    pub defined_in: Option<&'static str>,
    /// The first version that has it, where that is later than 4.0 or before it and known.
    pub since: Option<Version>,
    /// Entries of the access request, in order. Empty for alerts, for other languages and where the
    /// section on use cases does not list them.
    pub dlms_requests: &'static [DlmsRequest],
    /// Rows of the mapping table, for DLMS.
    pub dlms_items: &'static [DlmsItem],
    /// Templates of the messages, for GBZ.
    pub gbz: GbzTemplate,
    /// Rows of the mapping table, for GBZ.
    pub gbz_items: &'static [GbzItem],
}

/// Whether a use case reads or changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadOrUpdate {
    /// It reads.
    Read,
    /// It changes.
    Update,
}

/// An entry of an access request.
#[derive(Debug)]
pub struct DlmsRequest {
    /// Get, set, action, or get with selection.
    pub access: AccessKind,
    /// COSEM class.
    pub class_id: u16,
    /// OBIS code.
    pub obis: [u8; 6],
    /// Attribute or method.
    pub index: u8,
    /// Whether it may be left out.
    pub optional: bool,
    /// Its rows: indices into [`UseCase::dlms_items`].
    pub items: &'static [u16],
    /// Of a class 30 entry: the attributes that are read and come back encrypted.
    pub protected: &'static [ProtectedAttribute],
}

/// An attribute that is read inside a class 30 entry.
#[derive(Debug)]
pub struct ProtectedAttribute {
    /// COSEM class.
    pub class_id: u16,
    /// OBIS code.
    pub obis: [u8; 6],
    /// Attribute.
    pub index: u8,
    /// Its rows: indices into [`UseCase::dlms_items`].
    pub items: &'static [u16],
}

/// How an item is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemAccess {
    /// Read.
    Get,
    /// Read with a selection; the item is the selection's parameter or the value read.
    GetWithSelection,
    /// Written.
    Set,
    /// Parameter of a method.
    Action,
    /// Read inside a class 30 entry, and encrypted.
    Protected,
    /// Carried by an alert.
    Alert,
}

/// Which value of an entry an item is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemPart {
    /// The value of the attribute: in the command where it is set, in the response where it is
    /// read.
    Value,
    /// The parameters of a selective access.
    Selection,
    /// The parameter of a method.
    Parameter,
    /// What a method gives back.
    Answer,
    /// What an alert carries.
    Alert,
}

/// One step into an array or structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Any element of an array.
    Any,
    /// The member or element with this number, from 0.
    At(u16),
}

/// Attribute or method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// A COSEM attribute.
    Attribute,
    /// A COSEM method.
    Method,
}

/// A row of the mapping table of a DLMS use case.
#[derive(Clone, Debug)]
pub struct DlmsItem {
    /// Its number in [`super::items::ELEMENTS`].
    pub element: u32,
    /// Number of the row in the standard.
    pub mapping_row: u16,
    /// Object, in the standard's words.
    pub object: &'static str,
    /// Attribute of the object, in the standard's words.
    pub attribute: &'static str,
    /// COSEM class; `None` for what only an alert carries.
    pub class_id: Option<u16>,
    /// OBIS code.
    pub obis: Option<[u8; 6]>,
    /// Whether it belongs to an attribute or a method.
    pub member: Option<Member>,
    /// Attribute or method.
    pub index: Option<u8>,
    /// Name of the COSEM attribute or method.
    pub cosem_name: &'static str,
    /// Place inside the attribute or parameter, with array bounds as `[1..4]`; empty for the whole.
    pub path: &'static str,
    /// How it is reached.
    pub access: ItemAccess,
    /// Which value it is in; `None` for a row that only names a method or another container.
    pub part: Option<ItemPart>,
    /// Where in that value; empty for the whole of it.
    pub address: &'static [Step],
    /// Whether it travels encrypted.
    pub sensitive: bool,
    /// Whether it may be left out.
    pub optional: bool,
    /// Whether only a twin element meter has it.
    pub twin_element_only: bool,
    /// Selector of a selective access, on its first row.
    pub selector: Option<u8>,
    /// What its value may be.
    pub rules: ValueRules,
}

impl DlmsItem {
    /// The container into which `step`, one of its address, leads. Elements of an array that have
    /// rows of their own stand in its path as `[1of2..2]`.
    #[must_use]
    pub fn container(&self, step: Step) -> Kind {
        // Nearly all paths have no brackets, and this is asked of every container of a message.
        let is_element = || {
            let is_bound = |text: &str| {
                text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with("of")
            };
            self.path.as_bytes().contains(&b'[') && self.path.split('[').skip(1).any(is_bound)
        };
        match step {
            Step::Any => Kind::DlmsArray,
            Step::At(_) if is_element() => Kind::DlmsArray,
            Step::At(_) => Kind::DlmsStructure,
        }
    }
}

/// Which message of a GBZ use case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GbzMessage {
    /// The command.
    Command,
    /// The response.
    Response,
    /// The alert.
    Alert,
}

/// A row of the mapping table of a GBZ use case.
#[derive(Debug)]
pub struct GbzItem {
    /// Its number in [`super::items::ELEMENTS`].
    pub element: u32,
    /// Number of the row in the standard.
    pub mapping_row: u16,
    /// Rows of one ZCL command have the same number.
    pub group: u8,
    /// Object, in the standard's words.
    pub object: &'static str,
    /// Attribute of the object, in the standard's words.
    pub attribute: &'static str,
    /// Message that names it.
    pub message: GbzMessage,
    /// Cluster.
    pub cluster: u16,
    /// ZCL command of the request.
    pub command_id: Option<u8>,
    /// ZCL command of the answer.
    pub response_id: Option<u8>,
    /// ZCL attributes, where it is read as such.
    pub attribute_ids: &'static [u16],
    /// Field of the ZCL command, where it is one; else empty.
    pub parameter: &'static str,
    /// Whether it travels encrypted.
    pub sensitive: bool,
    /// What its value may be.
    pub rules: ValueRules,
}

/// The messages of a GBZ use case; a message that does not exist has no components.
#[derive(Debug)]
pub struct GbzTemplate {
    /// The command.
    pub command: &'static [GbzComponent],
    /// The response.
    pub response: &'static [GbzComponent],
    /// The alert.
    pub alert: &'static [GbzComponent],
}

/// How often a component stands in its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Instances {
    /// From `least` to `most` times.
    Counted,
    /// Once where the component before it is absent, else not at all.
    WhenPreviousAbsent,
    /// So often that it and the component before it are `most` together.
    FillsUp,
}

/// A component of a GBZ template.
#[derive(Debug)]
pub struct GbzComponent {
    /// ZCL command, by name.
    pub name: &'static str,
    /// How often it stands there.
    pub instances: Instances,
    /// At least so often.
    pub least: u16,
    /// At most so often; `None` for no limit.
    pub most: Option<u16>,
    /// Cluster.
    pub cluster: u16,
    /// Extended header control. Bit 0: last; bit 1: encrypted; bit 4: a from date-time follows.
    pub control: u8,
    /// Extended header control of the last instance, where it differs.
    pub control_last: Option<u8>,
    /// Whether the extended header carries a from date-time.
    pub from_date_time: bool,
    /// Extended header length; the fixed part where it is variable.
    pub length: u16,
    /// Whether the length varies.
    pub length_variable: bool,
    /// ZCL frame control.
    pub frame_control: u8,
    /// ZCL command.
    pub command_id: u8,
    /// Whether the ZCL payload is encrypted.
    pub encrypted: bool,
    /// Fields of the ZCL payload, in order.
    pub fields: &'static [GbzField],
    /// Attributes that are read or answered, in order.
    pub attributes: &'static [GbzAttribute],
}

/// A field of a ZCL payload.
#[derive(Debug)]
pub struct GbzField {
    /// Its name.
    pub name: &'static str,
    /// Octets; `None` where they vary.
    pub octets: Option<u8>,
    /// Entries of a list, at most.
    pub max_entries: Option<u16>,
    /// Of a Default Response: name of the command that it answers.
    pub answers: &'static str,
    /// Whether it has the same value in every component of the message.
    pub same_throughout: bool,
    /// What its value may be. `kind` is `None` for structures.
    pub rules: ValueRules,
}

/// An attribute in a Read Attributes command or its response.
#[derive(Debug)]
pub struct GbzAttribute {
    /// ZCL attribute.
    pub id: u16,
    /// Its name.
    pub name: &'static str,
    /// ZCL type, in responses.
    pub type_code: Option<u8>,
    /// Octets with the length octet of a string, where they are fixed.
    pub octets: Option<u8>,
    /// What its value may be.
    pub rules: ValueRules,
}

/// What a value may be. Anything that is not stated is free.
#[derive(Clone, Debug)]
pub struct ValueRules {
    /// Its type on the wire; `None` where the mapping table does not state one type.
    pub kind: Option<Kind>,
    /// Longest value: bits of a bit-string, octets or characters of a string.
    pub max_length: Option<u32>,
    /// The one value that it has.
    pub fixed: Option<Constant>,
    /// The values that it may have.
    pub allowed: &'static [Constant],
    /// Names of values.
    pub names: &'static [(u64, &'static str)],
    /// Whether a value without a name is not allowed.
    pub names_complete: bool,
    /// Least and greatest value.
    pub range: Option<(i64, i64)>,
    /// Form of the octets.
    pub format: Option<Format>,
    /// Limits of the service request that carries the value; for commands only.
    pub limit: Option<ValueLimit>,
}

/// Limits that the interface to the DCC sets to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValueLimit {
    /// Least value.
    pub min: Option<i64>,
    /// Greatest value.
    pub max: Option<i64>,
    /// Shortest text, in characters.
    pub min_length: Option<u32>,
    /// Longest text, in characters.
    pub max_length: Option<u32>,
    /// Service reference variant.
    pub service_reference: &'static str,
    /// Element of the request.
    pub element: &'static str,
}

/// Form of the octets of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// COSEM date-time, 12 octets.
    DateTime,
    /// COSEM date, 5 octets.
    Date,
    /// COSEM time, 4 octets.
    Time,
    /// Seconds since 2000-01-01 00:00:00 UTC.
    UtcTime,
    /// ASCII digits.
    Digits,
    /// ASCII hexadecimal digits.
    HexDigits,
}

/// A value that the standard writes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constant {
    /// A number.
    Number(i64),
    /// A truth value.
    Bool(bool),
    /// Octets.
    Octets(&'static [u8]),
    /// Bits: the octets that hold them and how many there are.
    Bits(&'static [u8], usize),
}

impl Constant {
    /// Whether a value is this one. Any octet but zero is TRUE; bit strings compare by their bits.
    #[must_use]
    pub fn is(&self, value: &Value<'_>) -> bool {
        match (self, value) {
            (Self::Number(n), Value::Unsigned(v)) => i64::try_from(*v) == Ok(*n),
            (Self::Number(n), Value::Signed(v)) => n == v,
            (Self::Bool(a), Value::Bool(b)) => a == b,
            (Self::Octets(a), Value::Octets(b)) => a == b,
            (Self::Octets(a), Value::Text(b)) => *a == b.as_bytes(),
            (Self::Bits(octets, len), Value::Bits(bits)) => Bits::new(octets, *len) == *bits,
            _ => false,
        }
    }
}

impl DlmsItem {
    /// Whether it stands at `address` of a part.
    #[must_use]
    pub fn is_at(&self, part: ItemPart, address: &[u16]) -> bool {
        self.part == Some(part) && leads_to(self.address, address)
    }
}

/// Whether steps lead to an address.
pub(super) fn leads_to(steps: &[Step], address: &[u16]) -> bool {
    steps.len() == address.len()
        && steps.iter().zip(address).all(|(step, number)| match step {
            Step::Any => true,
            Step::At(other) => other == number,
        })
}

impl ValueRules {
    /// Nothing stated.
    pub(super) const FREE: Self = Self {
        kind: None,
        max_length: None,
        fixed: None,
        allowed: &[],
        names: &[],
        names_complete: false,
        range: None,
        format: None,
        limit: None,
    };

    /// Whether a value of this kind has the type that is stated.
    #[must_use]
    pub fn has_type(&self, kind: Kind) -> bool {
        self.kind.is_none_or(|due| due == kind)
    }

    /// Whether a value is the constant, where one is stated.
    #[must_use]
    pub fn has_constant(&self, value: &Value<'_>) -> bool {
        self.fixed.is_none_or(|constant| constant.is(value))
    }

    /// Whether there is a range, a set of values, or a complete list of names to be kept.
    #[must_use]
    pub fn has_range(&self) -> bool {
        self.range.is_some() || !self.allowed.is_empty() || self.names_complete
    }

    /// Whether a value is in the range, among the allowed values, and named where each must be.
    #[must_use]
    pub fn is_in_range(&self, value: &Value<'_>) -> bool {
        let allowed = self.allowed.is_empty() || self.allowed.iter().any(|one| one.is(value));
        let Some(number) = number_of(value) else { return allowed };
        let named = || u64::try_from(number).is_ok_and(|number| self.name_of(number).is_some());
        allowed
            && self.range.is_none_or(|(least, most)| (least..=most).contains(&number))
            && (!self.names_complete || named())
    }

    /// Whether a value is longer than its maximum.
    #[must_use]
    pub fn is_too_long(&self, value: &Value<'_>) -> bool {
        let length = length_of(value);
        self.max_length.zip(length).is_some_and(|(most, length)| length > most as usize)
    }

    /// Name of a value.
    #[must_use]
    pub fn name_of(&self, value: u64) -> Option<&'static str> {
        self.names.iter().find(|(other, _)| *other == value).map(|(_, name)| *name)
    }
}

impl ValueLimit {
    /// Whether a value keeps the limits.
    #[must_use]
    pub fn holds(&self, value: &Value<'_>) -> bool {
        let number = number_of(value);
        let length = length_of(value);
        self.min.zip(number).is_none_or(|(least, number)| number >= least)
            && self.max.zip(number).is_none_or(|(most, number)| number <= most)
            && self.min_length.zip(length).is_none_or(|(least, length)| length >= least as usize)
            && self.max_length.zip(length).is_none_or(|(most, length)| length <= most as usize)
    }
}

/// The number that a value is; one beyond the signed range counts as its end.
fn number_of(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Unsigned(number) => Some(i64::try_from(*number).unwrap_or(i64::MAX)),
        Value::Signed(number) => Some(*number),
        _ => None,
    }
}

/// The length of a value: bits of a bit string, octets of anything else that has a length.
fn length_of(value: &Value<'_>) -> Option<usize> {
    match value {
        Value::Bits(bits) => Some(bits.len()),
        Value::Octets(octets) => Some(octets.len()),
        Value::Text(text) => Some(text.len()),
        _ => None,
    }
}

impl UseCase {
    /// The rows of an entry of the access request.
    pub fn items_of(&self, request: &DlmsRequest) -> impl Iterator<Item = &'static DlmsItem> {
        rows(self.dlms_items, request.items)
    }

    /// The rows of an attribute that a class 30 entry reads.
    pub fn protected_items_of(
        &self,
        attribute: &ProtectedAttribute,
    ) -> impl Iterator<Item = &'static DlmsItem> {
        rows(self.dlms_items, attribute.items)
    }

    /// The row of the value at `address` (see [`super::matching::leaves`]) in a part of an entry.
    #[must_use]
    pub fn item_at(
        &self,
        request: &DlmsRequest,
        part: ItemPart,
        address: &[u16],
    ) -> Option<&'static DlmsItem> {
        self.items_of(request).find(|item| item.is_at(part, address))
    }

    /// The components of a message.
    #[must_use]
    pub fn components(&self, message: GbzMessage) -> &'static [GbzComponent] {
        match message {
            GbzMessage::Command => self.gbz.command,
            GbzMessage::Response => self.gbz.response,
            GbzMessage::Alert => self.gbz.alert,
        }
    }

    /// True where `device` is one of the targets; an SAPC counts as an ESME.
    #[must_use]
    pub fn is_target(&self, device: DeviceType) -> bool {
        self.targets.contains(&device) || self.targets.contains(&device.counts_as())
    }
}

fn rows(
    items: &'static [DlmsItem],
    indices: &'static [u16],
) -> impl Iterator<Item = &'static DlmsItem> {
    indices.iter().filter_map(move |index| items.get(usize::from(*index)))
}

/// The use case of this name.
#[must_use]
pub fn use_case(id: &str) -> Option<&'static UseCase> {
    search(USE_CASES, |entry| entry.id.cmp(id))
}

/// The use case of a message code.
#[must_use]
pub fn use_case_of_code(code: u16) -> Option<&'static UseCase> {
    /// A place for every code up to the greatest: every message is asked for its use case many times.
    static BY_CODE: LazyLock<Vec<Option<&'static UseCase>>> =
        LazyLock::new(|| by_code(|entry| use_case(entry.use_case)));
    *BY_CODE.get(usize::from(code))?
}

pub use super::generated::use_cases::USE_CASES;

#[cfg(test)]
mod tests {
    use super::super::MESSAGE_CODES;
    use super::super::items;
    use super::*;

    #[test]
    fn use_cases_are_sorted_and_found() {
        assert!(USE_CASES.is_sorted_by(|a, b| a.id < b.id));
        for entry in USE_CASES {
            assert_eq!(use_case(entry.id).unwrap().title, entry.title);
        }
        assert!(use_case("ECS9999").is_none());
    }

    #[test]
    fn every_message_code_leads_to_its_use_case() {
        for code in MESSAGE_CODES {
            let found = use_case_of_code(code.code).unwrap();
            assert!(found.message_codes.contains(&code.code), "{:04X}", code.code);
        }
        let listed: usize = USE_CASES.iter().map(|entry| entry.message_codes.len()).sum();
        assert_eq!(listed, MESSAGE_CODES.len());
    }

    #[test]
    fn rows_of_entries_are_rows_of_the_same_attribute() {
        for entry in USE_CASES {
            for request in entry.dlms_requests {
                assert_eq!(entry.items_of(request).count(), request.items.len(), "{}", entry.id);
                assert!(!request.items.is_empty(), "{}", entry.id);
                for item in entry.items_of(request) {
                    assert_eq!(item.obis, Some(request.obis), "{}", entry.id);
                    assert_eq!(item.index, Some(request.index), "{}", entry.id);
                }
                for attribute in request.protected {
                    for item in entry.protected_items_of(attribute) {
                        assert_eq!(item.obis, Some(attribute.obis), "{}", entry.id);
                    }
                }
            }
        }
    }

    #[test]
    fn every_item_has_an_element_of_its_own() {
        let mut numbers: Vec<u32> = USE_CASES
            .iter()
            .flat_map(|entry| {
                let dlms = entry.dlms_items.iter().map(|item| item.element);
                dlms.chain(entry.gbz_items.iter().map(|item| item.element))
            })
            .collect();
        numbers.sort_unstable();
        assert!(numbers.iter().copied().eq(0..u32::try_from(items::ELEMENTS.len()).unwrap()));
        for entry in USE_CASES {
            for item in entry.dlms_items {
                let element = &items::ELEMENTS[item.element as usize];
                let object = item.object.split(['[', '(', ' ']).next().unwrap();
                assert!(element.name.starts_with(object), "{}: {}", entry.id, element.name);
            }
        }
    }

    #[test]
    fn constants_compare_as_the_wire_means_them() {
        assert!(Constant::Bool(true).is(&Kind::DlmsBoolean.value(&[0xFF], None)));
        assert!(!Constant::Bool(true).is(&Kind::DlmsBoolean.value(&[0x00], None)));
        let days = Constant::Bits(&[0xFE], 7);
        assert!(days.is(&Kind::DlmsBitString.value(&[0xFF], Some(7))));
        assert!(!days.is(&Kind::DlmsBitString.value(&[0xFE], Some(8))));
        assert!(Constant::Number(-5).is(&Kind::DlmsInteger.value(&[0xFB], None)));
        assert!(Constant::Octets(b"A").is(&Kind::DlmsOctetString.value(b"A", None)));
    }

    #[test]
    fn ecs23_reads_counters_and_the_voltage_log() {
        let ecs23 = use_case("ECS23").unwrap();
        assert_eq!(ecs23.message_codes, [0x0039]);
        assert_eq!(ecs23.dlms_requests.len(), 6);
        let log = &ecs23.dlms_requests[4];
        assert_eq!((log.access, log.class_id, log.index), (AccessKind::GetWithSelection, 7, 2));
        assert_eq!(log.obis, [1, 0, 32, 24, 0, 255]);
    }
}

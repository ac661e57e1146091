//! The application data units: access request, access response, data-notification.
//!
//! Layout: wire-format facts of GBCS 7 and the DLMS Green Book; numbers are big endian.

use nom::number::{be_u8, be_u16, be_u32};

use super::binding::{self, Descriptor, Entry, EntryShapes};
use super::data::{Stop, data, stop};
use super::shape::Shape;
use super::{AccessKind, Apdu, ApduKind, elements as e};
use crate::element::ElementId;
use crate::error::{ErrorKind, LimitSource};
use crate::input::{Fault, Input, ParseOne, fault_of, length, take};
use crate::kind::Kind;
use crate::message::Field;
use crate::span::Span;
use crate::tree::{NodeId, Tree};

/// Reads the application data unit that fills `content`. After an error the containers are closed
/// where reading stopped; the caller adds what was not read. The message code says which use case
/// names the entries.
pub(super) fn decode(tree: &mut Tree, content: Input<'_>, message_code: Option<u16>) -> Apdu {
    let kind = match content.peek() {
        Some(0xD9) => Some(ApduKind::AccessRequest),
        Some(0xDA) => Some(ApduKind::AccessResponse),
        Some(0x0F) => Some(ApduKind::DataNotification),
        _ => None,
    };
    let element = match kind {
        Some(ApduKind::AccessRequest) => e::ACCESS_REQUEST,
        Some(ApduKind::AccessResponse) => e::ACCESS_RESPONSE,
        Some(ApduKind::DataNotification) => e::DATA_NOTIFICATION,
        None => e::APDU,
    };
    let apdu =
        Apdu { kind, invoke_id: None, specifications: None, data: None, results: None, body: None };
    let mark = tree.open(element, Kind::Group);
    let mut reader = Reader { tree, apdu, message_code, shapes: Vec::new() };
    match reader.apdu(content) {
        Ok(rest) if rest.is_empty() => reader.tree.close(mark),
        Ok(rest) => {
            let mut left = rest.fault(ErrorKind::LeftOver);
            (left.needed, left.found) = (Some(0), Some(rest.len() as u64));
            reader.tree.issue(rest.error(left, element));
            reader.tree.close(mark);
        }
        Err(Stop) => reader.tree.close_all(mark),
    }
    reader.apdu
}

struct Reader<'t> {
    tree: &'t mut Tree,
    apdu: Apdu,
    message_code: Option<u16>,
    /// Of a request: the shapes of the data, by the specifications that were read.
    shapes: Vec<&'static Shape>,
}

impl Reader<'_> {
    fn apdu<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let Some(kind) = self.apdu.kind else {
            return Err(stop(self.tree, input, input.unexpected(None), e::APDU_TAG));
        };
        let (rest, _) = self.field(input, be_u8(), e::APDU_TAG, Kind::Tag)?;
        let (rest, invoke_id) = self.field(rest, be_u32(), e::INVOKE_ID, Kind::Unsigned)?;
        self.apdu.invoke_id = Some(invoke_id);
        let rest = self.date_time(rest)?;
        match kind {
            ApduKind::AccessRequest => {
                let rest = self.specifications(rest)?;
                let shapes = std::mem::take(&mut self.shapes);
                self.list_of_data(rest, e::REQUEST_DATA, |_, number| {
                    shapes.get(number).copied().unwrap_or(&binding::DATA)
                })
            }
            ApduKind::AccessResponse => {
                let (rest, present) = self.specifications_present(rest)?;
                let rest = if present { self.specifications(rest)? } else { rest };
                let entries = binding::entries(self.message_code);
                let rest = self.list_of_data(rest, e::RESPONSE_DATA, |count, number| {
                    binding::of_response(entries, count, number).output
                })?;
                self.results(rest)
            }
            ApduKind::DataNotification => {
                let (rest, body) = self.data(rest, binding::alert(self.message_code))?;
                self.apdu.body = Some(body);
                Ok(rest)
            }
        }
    }

    /// A value of fixed length as a leaf.
    fn field<'a, T>(
        &mut self,
        input: Input<'a>,
        parser: impl nom::Parser<Input<'a>, Output = T, Error = Fault>,
        element: ElementId,
        kind: Kind,
    ) -> Result<(Input<'a>, Field<T>), Stop> {
        match parser.parse_one(input) {
            Ok((rest, value)) => {
                let node = self.tree.leaf(element, kind, rest.offset(), 0);
                Ok((rest, Field { value, node }))
            }
            Err(error) => Err(stop(self.tree, input, fault_of(input, error), element)),
        }
    }

    /// A length or count as a leaf.
    fn length<'a>(
        &mut self,
        input: Input<'a>,
        element: ElementId,
        kind: Kind,
    ) -> Result<(Input<'a>, u32), Stop> {
        match length(input) {
            Ok((rest, length)) => {
                self.tree.leaf(element, kind, rest.offset(), 0);
                Ok((rest, length.value))
            }
            Err(error) => Err(stop(self.tree, input, fault_of(input, error), element)),
        }
    }

    /// The date-time: none, or an octet-string.
    fn date_time<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let (rest, octets) = self.length(input, e::DATE_TIME_LENGTH, Kind::Length)?;
        if octets == 0 {
            return Ok(rest);
        }
        let span = Span { buffer: input.buffer(), start: input.offset(), end: rest.offset() };
        let limit = LimitSource { element: e::DATE_TIME_LENGTH, span };
        let Some((date_time, after)) = rest.split(octets as usize, limit) else {
            let fault = Fault {
                offset: input.offset(),
                kind: ErrorKind::LengthReachesPastEnd,
                needed: Some(u64::from(octets)),
                found: Some(rest.len() as u64),
            };
            return Err(stop(self.tree, input, fault, e::DATE_TIME));
        };
        let kind = if octets == 12 { Kind::DlmsDateTime } else { Kind::Octets };
        self.tree.leaf(e::DATE_TIME, kind, date_time.end(), 0);
        Ok(after)
    }

    /// Whether a response repeats the list of specifications: an octet of its own, as A-XDR has it
    /// for what is optional. Where the list follows without that octet, the count itself is not 0.
    fn specifications_present<'a>(&mut self, input: Input<'a>) -> Result<(Input<'a>, bool), Stop> {
        let is_choice = |octet: Option<u8>| matches!(octet, Some(1..=4));
        let count_itself = input.peek().is_some_and(|octet| octet != 0)
            && is_choice(input.peek_at(1))
            && !is_choice(input.peek_at(2));
        if count_itself {
            return Ok((input, true));
        }
        let (rest, flag) = self.field(input, be_u8(), e::SPECIFICATIONS_PRESENT, Kind::Tag)?;
        Ok((rest, flag.value != 0))
    }

    fn specifications<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let mark = self.tree.open(e::SPECIFICATIONS, Kind::Group);
        self.apdu.specifications = Some(mark.id());
        let (mut rest, count) = self.length(input, e::HEADER, Kind::Header)?;
        let entries = binding::entries(self.message_code);
        let mut next = 0;
        for index in 0..count as usize {
            rest = self.specification(rest, index, entries, &mut next)?;
        }
        self.tree.close(mark);
        Ok(rest)
    }

    /// One specification: a choice and the descriptor of an attribute or method.
    fn specification<'a>(
        &mut self,
        input: Input<'a>,
        index: usize,
        entries: &'static [Entry],
        next: &mut usize,
    ) -> Result<Input<'a>, Stop> {
        let Some(octet) = input.peek() else {
            return Err(stop(self.tree, input, input.too_short(1), e::REQUEST_CHOICE));
        };
        let Some(kind) = AccessKind::from_octet(octet) else {
            return Err(stop(self.tree, input, input.unexpected(None), e::REQUEST_CHOICE));
        };
        let (element, number) = match kind {
            AccessKind::Get => (e::REQUEST_GET, e::ATTRIBUTE_ID),
            AccessKind::Set => (e::REQUEST_SET, e::ATTRIBUTE_ID),
            AccessKind::Action => (e::REQUEST_ACTION, e::METHOD_ID),
            AccessKind::GetWithSelection => (e::REQUEST_GET_WITH_SELECTION, e::ATTRIBUTE_ID),
        };
        self.tree.number_next(index);
        let mark = self.tree.open(element, Kind::Group);
        let (rest, _) = self.field(input, be_u8(), e::REQUEST_CHOICE, Kind::Tag)?;
        let (rest, class_id) = self.field(rest, be_u16(), e::CLASS_ID, Kind::Unsigned)?;
        let (rest, obis) = self.field(rest, take(6), e::INSTANCE_ID, Kind::Obis)?;
        let (mut rest, number) = self.field(rest, be_u8(), number, Kind::Unsigned)?;
        let shapes = match obis.value.try_into() {
            Ok(obis) => {
                let (class_id, index) = (class_id.value, number.value);
                let descriptor = Descriptor { access: kind, class_id, obis, index };
                binding::shapes(entries, next, &descriptor)
            }
            Err(_) => EntryShapes::UNKNOWN,
        };
        self.shapes.push(shapes.input);
        if kind == AccessKind::GetWithSelection {
            let (after, selector) =
                self.field(rest, be_u8(), e::ACCESS_SELECTOR, Kind::Unsigned)?;
            let shape = match (selector.value, shapes.selection) {
                (1, Some(shape)) => shape,
                (selector, _) => binding::selection(selector),
            };
            rest = self.data(after, shape)?.0;
        }
        self.tree.close(mark);
        Ok(rest)
    }

    /// A list of data; `shape` names entry `number` of `count`.
    fn list_of_data<'a>(
        &mut self,
        input: Input<'a>,
        element: ElementId,
        shape: impl Fn(usize, usize) -> &'static Shape,
    ) -> Result<Input<'a>, Stop> {
        let mark = self.tree.open(element, Kind::Group);
        self.apdu.data = Some(mark.id());
        let (mut rest, count) = self.length(input, e::HEADER, Kind::Header)?;
        for index in 0..count as usize {
            self.tree.number_next(index);
            rest = self.data(rest, shape(count as usize, index))?.0;
        }
        self.tree.close(mark);
        Ok(rest)
    }

    fn results<'a>(&mut self, input: Input<'a>) -> Result<Input<'a>, Stop> {
        let mark = self.tree.open(e::RESULTS, Kind::Group);
        self.apdu.results = Some(mark.id());
        let (mut rest, count) = self.length(input, e::HEADER, Kind::Header)?;
        for index in 0..count as usize {
            rest = self.result(rest, index)?;
        }
        self.tree.close(mark);
        Ok(rest)
    }

    /// One result: a choice and a code.
    fn result<'a>(&mut self, input: Input<'a>, index: usize) -> Result<Input<'a>, Stop> {
        let (element, code) = match input.peek() {
            Some(1) => (e::RESPONSE_GET, e::DATA_ACCESS_RESULT),
            Some(2) => (e::RESPONSE_SET, e::DATA_ACCESS_RESULT),
            Some(3) => (e::RESPONSE_ACTION, e::ACTION_RESULT),
            _ => return Err(stop(self.tree, input, input.unexpected(None), e::RESPONSE_CHOICE)),
        };
        self.tree.number_next(index);
        let mark = self.tree.open(element, Kind::Group);
        let (rest, _) = self.field(input, be_u8(), e::RESPONSE_CHOICE, Kind::Tag)?;
        let (rest, _) = self.field(rest, be_u8(), code, Kind::Unsigned)?;
        self.tree.close(mark);
        Ok(rest)
    }

    /// One value, and its node.
    fn data<'a>(
        &mut self,
        input: Input<'a>,
        shape: &'static Shape,
    ) -> Result<(Input<'a>, NodeId), Stop> {
        let node = NodeId(self.tree.nodes().len() as u32);
        let mut rest = input;
        data(self.tree, &mut rest, shape, 0)?;
        Ok((rest, node))
    }
}

//! The application data units: access request, access response, data-notification.
//!
//! Layout: wire-format facts of GBCS 7 and the DLMS Green Book; numbers are big endian.

use nom::number::{be_u8, be_u16, be_u32};

use super::binding::{self, Descriptor, Entry};
use super::data::{data, length, too_far};
use super::shape::Shape;
use super::{AccessKind, AccessRequest, AccessResult, Apdu, ApduKind, elements as e};
use crate::element::ElementId;
use crate::input::{Input, array};
use crate::kind::Kind;
use crate::message::Field;
use crate::tree::{Node, NodeId, Stop, Tree};

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
    let mut rest = content;
    match reader.apdu(&mut rest) {
        Ok(()) if rest.is_empty() => reader.tree.close(mark),
        Ok(()) => {
            reader.tree.issue(rest.error(rest.left_over(), element));
            reader.tree.close(mark);
        }
        Err(Stop) => reader.tree.close_all(mark),
    }
    reader.apdu
}

/// Shapes for which room is made at once: a count says nothing of what follows it.
const MAX_SHAPES_RESERVED: usize = 32;

struct Reader<'t> {
    tree: &'t mut Tree,
    apdu: Apdu,
    message_code: Option<u16>,
    /// Of a request: the shapes of the data, by the specifications that were read.
    shapes: Vec<&'static Shape>,
}

impl Reader<'_> {
    fn apdu(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let Some(kind) = self.apdu.kind else {
            return Err(self.tree.stop(input, input.unexpected(None), e::APDU_TAG));
        };
        self.tree.field(input, be_u8(), e::APDU_TAG, Kind::Tag)?;
        self.apdu.invoke_id =
            Some(self.tree.field(input, be_u32(), e::INVOKE_ID, Kind::Unsigned)?);
        self.date_time(input)?;
        match kind {
            ApduKind::AccessRequest => {
                self.specifications(input)?;
                let shapes = std::mem::take(&mut self.shapes);
                self.list_of_data(input, e::REQUEST_DATA, |_, number| {
                    shapes.get(number).copied().unwrap_or(&binding::DATA)
                })
            }
            ApduKind::AccessResponse => {
                if self.specifications_present(input)? {
                    self.specifications(input)?;
                }
                let entries = binding::entries(self.message_code);
                self.list_of_data(input, e::RESPONSE_DATA, |count, number| {
                    binding::of_response(entries, count, number).output
                })?;
                self.results(input)
            }
            ApduKind::DataNotification => {
                let body = NodeId(self.tree.nodes().len() as u32);
                data(self.tree, input, binding::alert(self.message_code), 0)?;
                self.apdu.body = Some(body);
                Ok(())
            }
        }
    }

    /// A length or count as a leaf.
    fn length(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        kind: Kind,
    ) -> Result<u32, Stop> {
        let length = length(self.tree, input, element)?;
        self.tree.leaf(element, kind, input.offset(), 0);
        Ok(length.value)
    }

    /// The date-time: none, or an octet-string.
    fn date_time(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let start = input.offset();
        let octets = self.length(input, e::DATE_TIME_LENGTH, Kind::Length)?;
        if octets == 0 {
            return Ok(());
        }
        if !input.skip(octets as usize) {
            return Err(too_far(self.tree, start, input, octets as usize, e::DATE_TIME));
        }
        let kind = if octets == 12 { Kind::DlmsDateTime } else { Kind::Octets };
        self.tree.leaf(e::DATE_TIME, kind, input.offset(), 0);
        Ok(())
    }

    /// Whether a response repeats the list of specifications: an octet of its own, as A-XDR has it
    /// for what is optional. Where the list follows without that octet, the count itself is not 0.
    fn specifications_present(&mut self, input: &mut Input<'_>) -> Result<bool, Stop> {
        let is_choice = |octet: Option<u8>| matches!(octet, Some(1..=4));
        let count_itself = input.peek().is_some_and(|octet| octet != 0)
            && is_choice(input.peek_at(1))
            && !is_choice(input.peek_at(2));
        if count_itself {
            return Ok(true);
        }
        let flag = self.tree.field(input, be_u8(), e::SPECIFICATIONS_PRESENT, Kind::Tag)?;
        Ok(flag.value != 0)
    }

    fn specifications(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::SPECIFICATIONS, Kind::Group);
        self.apdu.specifications = Some(mark.id());
        let count = self.length(input, e::HEADER, Kind::Header)?;
        let entries = binding::entries(self.message_code);
        self.shapes.reserve((count as usize).min(MAX_SHAPES_RESERVED));
        let mut next = 0;
        for index in 0..count as usize {
            self.specification(input, index, entries, &mut next)?;
        }
        self.tree.close(mark);
        Ok(())
    }

    /// One specification: a choice and the descriptor of an attribute or method.
    fn specification(
        &mut self,
        input: &mut Input<'_>,
        entry: usize,
        entries: &'static [Entry],
        next: &mut usize,
    ) -> Result<(), Stop> {
        let Some(octet) = input.peek() else {
            return Err(self.tree.stop(input, input.too_short(1), e::REQUEST_CHOICE));
        };
        let Some(access) = AccessKind::from_octet(octet) else {
            return Err(self.tree.stop(input, input.unexpected(None), e::REQUEST_CHOICE));
        };
        let (element, number) = match access {
            AccessKind::Get => (e::REQUEST_GET, e::ATTRIBUTE_ID),
            AccessKind::Set => (e::REQUEST_SET, e::ATTRIBUTE_ID),
            AccessKind::Action => (e::REQUEST_ACTION, e::METHOD_ID),
            AccessKind::GetWithSelection => (e::REQUEST_GET_WITH_SELECTION, e::ATTRIBUTE_ID),
        };
        self.tree.number_next(entry);
        let mark = self.tree.open(element, Kind::Group);
        self.tree.field(input, be_u8(), e::REQUEST_CHOICE, Kind::Tag)?;
        let class_id = self.tree.field(input, be_u16(), e::CLASS_ID, Kind::Unsigned)?.value;
        let obis = self.tree.field(input, array(), e::INSTANCE_ID, Kind::Obis)?.value;
        let Field { value: index, node } =
            self.tree.field(input, be_u8(), number, Kind::Unsigned)?;
        // A response may repeat the specifications: these ask for nothing.
        let asks = self.apdu.kind == Some(ApduKind::AccessRequest) && node.kept().is_some();
        if asks {
            self.tree.lists.requests.push(AccessRequest {
                number: entry,
                node: mark.id(),
                kind: access,
                class_id,
                obis,
                index,
                selection: None,
                data: None,
            });
        }
        let descriptor = Descriptor { access, class_id, obis, index };
        let shapes = binding::shapes(entries, next, &descriptor);
        self.shapes.push(shapes.input);
        if access == AccessKind::GetWithSelection {
            let selector = self.tree.field(input, be_u8(), e::ACCESS_SELECTOR, Kind::Unsigned)?;
            let shape = match (selector.value, shapes.selection) {
                (1, Some(shape)) => shape,
                (selector, _) => binding::selection(selector),
            };
            let (parameters, read) = self.node(|tree| data(tree, input, shape, 0));
            if let (true, Some(parameters)) = (asks, parameters)
                && let Some(request) = self.tree.lists.requests.last_mut()
            {
                request.selection = Some((selector.value, parameters));
            }
            read?;
        }
        self.tree.close(mark);
        Ok(())
    }

    /// The node that `read` adds first, if it adds any; and what it gives.
    #[inline]
    fn node<T>(&mut self, read: impl FnOnce(&mut Tree) -> T) -> (Option<NodeId>, T) {
        let first = self.tree.nodes().len();
        let result = read(self.tree);
        let added = self.tree.nodes().len() > first;
        (added.then_some(NodeId(first as u32)), result)
    }

    /// A list of data; `shape` names entry `number` of `count`.
    fn list_of_data(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        shape: impl Fn(usize, usize) -> &'static Shape,
    ) -> Result<(), Stop> {
        let mark = self.tree.open(element, Kind::Group);
        self.apdu.data = Some(mark.id());
        let count = self.length(input, e::HEADER, Kind::Header)? as usize;
        for index in 0..count {
            self.tree.number_next(index);
            let (node, read) = self.node(|tree| data(tree, input, shape(count, index), 0));
            if let Some(request) = self.tree.lists.requests.get_mut(index) {
                request.data = node;
            }
            read?;
        }
        self.tree.close(mark);
        Ok(())
    }

    fn results(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let mark = self.tree.open(e::RESULTS, Kind::Group);
        self.apdu.results = Some(mark.id());
        let count = self.length(input, e::HEADER, Kind::Header)?;
        // The data were read before: they stand one by one behind the header of their list.
        let mut data = self.apdu.data.map(|list| NodeId(list.0.saturating_add(2)));
        for index in 0..count as usize {
            data = self.result(input, index, data)?;
        }
        self.tree.close(mark);
        Ok(())
    }

    /// One result: a choice and a code, for the entry whose data is `data`. Gives the next data.
    fn result(
        &mut self,
        input: &mut Input<'_>,
        index: usize,
        data: Option<NodeId>,
    ) -> Result<Option<NodeId>, Stop> {
        let (element, code) = match input.peek() {
            Some(1) => (e::RESPONSE_GET, e::DATA_ACCESS_RESULT),
            Some(2) => (e::RESPONSE_SET, e::DATA_ACCESS_RESULT),
            Some(3) => (e::RESPONSE_ACTION, e::ACTION_RESULT),
            _ => return Err(self.tree.stop(input, input.unexpected(None), e::RESPONSE_CHOICE)),
        };
        self.tree.number_next(index);
        let mark = self.tree.open(element, Kind::Group);
        let choice = self.tree.field(input, be_u8(), e::RESPONSE_CHOICE, Kind::Tag)?.value;
        let Field { value: code, node } = self.tree.field(input, be_u8(), code, Kind::Unsigned)?;
        let end = self.apdu.data.and_then(|list| self.tree.get(list)).map(Node::next_index);
        let data = data.filter(|data| end.is_some_and(|end| data.0 < end));
        if node.kept().is_some() {
            let result = AccessResult { number: index, node: mark.id(), choice, code, data };
            self.tree.lists.results.push(result);
        }
        self.tree.close(mark);
        Ok(data.and_then(|data| self.tree.get(data)).map(|node| NodeId(node.next_index())))
    }
}

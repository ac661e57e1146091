//! Reads a ZCL payload by the row of its command.

use super::elements as e;
use super::table::{Command, Count, Side, Step, general};
use super::types::{Layout, is_analogue, layout};
use crate::element::ElementId;
use crate::error::ErrorKind;
use crate::input::{Fault, Input, take};
use crate::kind::Kind;
use crate::limits::{MAX_DEPTH, MAX_NODES};
use crate::message::elements::UNDECODED;
use crate::tree::{Stop, Tree};

/// A length or count of all ones: the string or collection has no value.
const NO_LENGTH: usize = 0xFF;
const NO_LONG_LENGTH: usize = 0xFFFF;

/// Reads all of `input` as the payload of `command`. `side` are the attributes that its attribute
/// identifiers number, where they are known.
pub(super) fn read(
    tree: &mut Tree,
    input: Input<'_>,
    command: &Command,
    side: Option<&'static Side>,
) {
    let mut reader = Reader { tree, side, registers: [0; 4], attribute: 0, data_type: 0 };
    let mut rest = input;
    // A stop has left its issue; what was not read is the opaque leaf below.
    if reader.steps(&mut rest, command.steps).is_ok() && !rest.is_empty() {
        reader.tree.issue(rest.error(rest.left_over(), command.element));
    }
    tree.opaque(UNDECODED, input.end());
}

struct Reader<'t> {
    tree: &'t mut Tree,
    side: Option<&'static Side>,
    /// Values that counts and conditions ask for.
    registers: [u64; 4],
    /// The attribute identifier that was read last.
    attribute: u16,
    /// The type octet that was read last.
    data_type: u8,
}

impl Reader<'_> {
    fn steps(&mut self, input: &mut Input<'_>, steps: &'static [Step]) -> Result<(), Stop> {
        let mut may_end = false;
        for step in steps {
            if may_end && input.is_empty() {
                break;
            }
            match *step {
                Step::Optional => may_end = true,
                Step::Value { element, kind, octets, keep } => {
                    let content = input.octets();
                    self.value(input, element, kind, usize::from(octets))?;
                    if let Some(register) = keep
                        && let Some(kept) = self.registers.get_mut(usize::from(register))
                    {
                        *kept = little_endian(content.get(..usize::from(octets)));
                    }
                }
                Step::Text { element, kind } => self.counted(input, element, kind, 0, 1)?,
                Step::Each { element, kind, octets, count } => {
                    let count = self.count(count);
                    let mut number = 0;
                    while count.map_or(!input.is_empty(), |count| number < count) {
                        self.tree.number_next(number);
                        self.value(input, element, kind, usize::from(octets))?;
                        number += 1;
                    }
                }
                Step::Repeat { element, count, steps } => {
                    self.repeat(input, element, count, steps)?;
                }
                Step::When { register, values, negate, steps } => {
                    let kept = self.registers.get(usize::from(register)).copied().unwrap_or(0);
                    if values.contains(&kept) != negate {
                        self.steps(input, steps)?;
                    }
                }
                Step::Typed => self.typed(input)?,
                Step::DataType { element } => {
                    self.data_type = input.peek().unwrap_or(0);
                    self.value(input, element, Kind::ZclEnum, 1)?;
                }
                Step::TypedLike => {
                    if is_analogue(self.data_type)
                        && let Some(Layout::Fixed(kind, octets)) = layout(self.data_type)
                    {
                        let element = self.attribute_element();
                        self.value(input, element, kind, usize::from(octets))?;
                    }
                }
                Step::Rest { element } => {
                    if !input.is_empty() {
                        self.tree.leaf(element, Kind::Octets, input.end(), 0);
                        input.skip(input.len());
                    }
                }
            }
        }
        Ok(())
    }

    /// How often something repeats; `None` for "to the end".
    fn count(&self, count: Count) -> Option<usize> {
        let (register, mask) = match count {
            Count::All => return None,
            Count::Kept(register) => (register, 0xFFFF),
            Count::LowBits(register) => (register, 0x0F),
        };
        let kept = self.registers.get(usize::from(register)).copied().unwrap_or(0);
        Some((kept & mask) as usize)
    }

    fn repeat(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        count: Count,
        steps: &'static [Step],
    ) -> Result<(), Stop> {
        let count = self.count(count);
        let mut number = 0;
        while count.map_or(!input.is_empty(), |count| number < count) {
            self.check_nodes(input, element)?;
            self.tree.number_next(number);
            let mark = self.tree.open(element, Kind::Group);
            let before = input.len();
            self.steps(input, steps)?;
            self.tree.close(mark);
            if input.len() == before {
                // Nothing was read, so nothing more would be.
                break;
            }
            number += 1;
        }
        Ok(())
    }

    fn check_nodes(&mut self, input: &Input<'_>, element: ElementId) -> Result<(), Stop> {
        if !self.tree.is_full() {
            return Ok(());
        }
        let fault = Fault { needed: Some(MAX_NODES as u64), ..input.fault(ErrorKind::Limit) };
        Err(self.tree.stop(input, fault, element))
    }

    /// So many octets. Nothing is made of them yet.
    #[inline]
    fn take<'a>(
        &mut self,
        input: &mut Input<'a>,
        octets: usize,
        element: ElementId,
    ) -> Result<&'a [u8], Stop> {
        input.read(take(octets)).map_err(|fault| self.tree.stop(input, fault, element))
    }

    /// A value of fixed width. An attribute identifier is remembered and named by its cluster.
    #[inline]
    fn value(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        kind: Kind,
        octets: usize,
    ) -> Result<(), Stop> {
        let content = self.take(input, octets, element)?;
        let element = if kind == Kind::ZclAttributeId {
            self.attribute = little_endian(Some(content)) as u16;
            self.side.map_or(e::ATTRIBUTE_IDENTIFIER, |side| side.ids)
        } else {
            element
        };
        self.tree.leaf(element, kind, input.offset(), 0);
        Ok(())
    }

    /// Octets behind `before` octets and a length of `width` octets, both part of the leaf.
    fn counted(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        kind: Kind,
        before: usize,
        width: usize,
    ) -> Result<(), Stop> {
        let head = before + width;
        let start = input.offset() + before as u32;
        let octets = self.take(input, head, element)?;
        let length = match little_endian(octets.get(before..)) as usize {
            NO_LENGTH if width == 1 => 0,
            NO_LONG_LENGTH if width == 2 => 0,
            length => length,
        };
        if !input.skip(length) {
            let fault = Fault {
                offset: start,
                kind: ErrorKind::LengthReachesPastEnd,
                needed: Some(length as u64),
                found: Some(input.len() as u64),
            };
            return Err(self.tree.stop(input, fault, element));
        }
        self.tree.leaf(element, kind, input.offset(), head as u8);
        Ok(())
    }

    /// The element of the attribute whose identifier was read last.
    fn attribute_element(&self) -> ElementId {
        let known = self.side.and_then(|side| side.attribute(self.attribute));
        let known = known.or_else(|| general()?.side(false).attribute(self.attribute));
        known.map_or(e::ATTRIBUTE_VALUE, |attribute| attribute.element)
    }

    /// A type octet and a value of that type.
    fn typed(&mut self, input: &mut Input<'_>) -> Result<(), Stop> {
        let element = self.attribute_element();
        let Some(data_type) = input.peek() else {
            let fault = input.too_short(1);
            return Err(self.tree.stop(input, fault, element));
        };
        self.value_of(input, element, data_type, 1, 0)
    }

    /// A value of a type, whose type octet (`before` is 1) is part of the leaf.
    fn value_of(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        data_type: u8,
        before: usize,
        depth: u8,
    ) -> Result<(), Stop> {
        match layout(data_type) {
            Some(Layout::Fixed(kind, octets)) => {
                self.take(input, before + usize::from(octets), element)?;
                self.tree.leaf(element, kind, input.offset(), before as u8);
                Ok(())
            }
            Some(Layout::Counted(kind, width)) => {
                self.counted(input, element, kind, before, usize::from(width))
            }
            Some(Layout::Array) => self.collection(input, element, before, 1, depth),
            Some(Layout::Structure) => self.collection(input, element, before, 0, depth),
            None => {
                let fault = Fault {
                    found: Some(u64::from(data_type)),
                    ..input.fault(ErrorKind::UnexpectedOctet)
                };
                Err(self.tree.stop(input, fault, element))
            }
        }
    }

    /// An array (`type_octets` is 1: the type of all elements stands in front) or a structure.
    fn collection(
        &mut self,
        input: &mut Input<'_>,
        element: ElementId,
        before: usize,
        type_octets: usize,
        depth: u8,
    ) -> Result<(), Stop> {
        if depth >= MAX_DEPTH {
            let fault = Fault { needed: Some(MAX_DEPTH.into()), ..input.fault(ErrorKind::Limit) };
            return Err(self.tree.stop(input, fault, element));
        }
        self.check_nodes(input, element)?;
        let mark = self.tree.open(element, Kind::ZclCollection);
        let octets = self.take(input, before + type_octets + 2, element)?;
        self.tree.leaf(e::COLLECTION_HEADER, Kind::Header, input.offset(), 0);
        let common = (type_octets == 1).then(|| octets.get(before).copied().unwrap_or(0));
        let count = match little_endian(octets.get(before + type_octets..)) as usize {
            NO_LONG_LENGTH => 0,
            // Elements of no octets have nothing to show.
            _ if common.and_then(layout) == Some(Layout::Fixed(Kind::ZclNoData, 0)) => 0,
            count => count,
        };
        for number in 0..count {
            let (data_type, before) = match common {
                Some(data_type) => (data_type, 0),
                None => match input.peek() {
                    Some(data_type) => (data_type, 1),
                    None => {
                        let fault = input.too_short(1);
                        return Err(self.tree.stop(input, fault, element));
                    }
                },
            };
            self.tree.number_next(number);
            self.value_of(input, e::COLLECTION_ELEMENT, data_type, before, depth + 1)?;
        }
        self.tree.close(mark);
        Ok(())
    }
}

/// An unsigned number of at most eight octets, the least significant first.
fn little_endian(octets: Option<&[u8]>) -> u64 {
    octets.unwrap_or_default().iter().rev().fold(0, |value, octet| value << 8 | u64::from(*octet))
}

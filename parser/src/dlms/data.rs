//! DLMS data: A-XDR values with their tags, and compact arrays whose elements have none.

use super::ciphered;
use super::elements as e;
use super::shape::{PartNames, Shape};
use crate::element::ElementId;
use crate::error::{ErrorKind, LimitSource};
use crate::input::{Fault, Input, fault_of, length, take};
use crate::kind::Kind;
use crate::limits::{COMPACT_NODES_PER_OCTET, MAX_DEPTH, MAX_NODES};
use crate::span::Span;
use crate::tree::Tree;

/// Reading stopped; the issue is in the tree.
#[derive(Debug)]
pub(super) struct Stop;

/// How the content of a type is laid out behind its tag.
#[derive(Clone, Copy)]
enum Layout {
    /// So many octets.
    Fixed(u8),
    /// A length in octets, then these.
    Octets,
    /// A length in bits, then the octets that hold them.
    Bits,
    /// A count of values, then these.
    List,
    /// Type description, length of the contents, contents.
    Compact,
}

/// The types of the Green Book by their tags.
const fn data_type(tag: u8) -> Option<(Kind, Layout)> {
    Some(match tag {
        0 => (Kind::DlmsNull, Layout::Fixed(0)),
        1 => (Kind::DlmsArray, Layout::List),
        2 => (Kind::DlmsStructure, Layout::List),
        3 => (Kind::DlmsBoolean, Layout::Fixed(1)),
        4 => (Kind::DlmsBitString, Layout::Bits),
        5 => (Kind::DlmsDoubleLong, Layout::Fixed(4)),
        6 => (Kind::DlmsDoubleLongUnsigned, Layout::Fixed(4)),
        9 => (Kind::DlmsOctetString, Layout::Octets),
        10 => (Kind::DlmsVisibleString, Layout::Octets),
        12 => (Kind::DlmsUtf8String, Layout::Octets),
        13 => (Kind::DlmsBcd, Layout::Fixed(1)),
        15 => (Kind::DlmsInteger, Layout::Fixed(1)),
        16 => (Kind::DlmsLong, Layout::Fixed(2)),
        17 => (Kind::DlmsUnsigned, Layout::Fixed(1)),
        18 => (Kind::DlmsLongUnsigned, Layout::Fixed(2)),
        19 => (Kind::DlmsCompactArray, Layout::Compact),
        20 => (Kind::DlmsLong64, Layout::Fixed(8)),
        21 => (Kind::DlmsLong64Unsigned, Layout::Fixed(8)),
        22 => (Kind::DlmsEnum, Layout::Fixed(1)),
        23 => (Kind::DlmsFloat32, Layout::Fixed(4)),
        24 => (Kind::DlmsFloat64, Layout::Fixed(8)),
        25 => (Kind::DlmsDateTime, Layout::Fixed(12)),
        26 => (Kind::DlmsDate, Layout::Fixed(5)),
        27 => (Kind::DlmsTime, Layout::Fixed(4)),
        28 => (Kind::DlmsDeltaInteger, Layout::Fixed(1)),
        29 => (Kind::DlmsDeltaLong, Layout::Fixed(2)),
        30 => (Kind::DlmsDeltaDoubleLong, Layout::Fixed(4)),
        31 => (Kind::DlmsDeltaUnsigned, Layout::Fixed(1)),
        32 => (Kind::DlmsDeltaLongUnsigned, Layout::Fixed(2)),
        33 => (Kind::DlmsDeltaDoubleLongUnsigned, Layout::Fixed(4)),
        0xFF => (Kind::DlmsDontCare, Layout::Fixed(0)),
        _ => return None,
    })
}

/// Keeps the issue of a fault and stops.
pub(super) fn stop(tree: &mut Tree, input: Input<'_>, fault: Fault, element: ElementId) -> Stop {
    tree.issue(input.error(fault, element));
    Stop
}

/// A fault with both numbers.
fn fault(offset: u32, kind: ErrorKind, needed: usize, found: usize) -> Fault {
    Fault { offset, kind, needed: Some(needed as u64), found: Some(found as u64) }
}

/// Refuses what is nested deeper than [`MAX_DEPTH`] or comes after [`MAX_NODES`].
fn within_limits(
    tree: &mut Tree,
    input: Input<'_>,
    element: ElementId,
    depth: u8,
) -> Result<(), Stop> {
    let cap = if depth > MAX_DEPTH {
        u64::from(MAX_DEPTH)
    } else if tree.is_full() {
        MAX_NODES as u64
    } else {
        return Ok(());
    };
    let mut fault = input.fault(ErrorKind::Limit);
    fault.needed = Some(cap);
    Err(stop(tree, input, fault, element))
}

/// Reads one value with its tag. `depth` is the number of containers around it.
pub(super) fn data<'a>(
    tree: &mut Tree,
    input: Input<'a>,
    shape: &'static Shape,
    depth: u8,
) -> Result<Input<'a>, Stop> {
    let element = shape.element;
    let Some(tag) = input.peek() else {
        return Err(stop(tree, input, input.too_short(1), element));
    };
    let Some((kind, layout)) = data_type(tag) else {
        return Err(stop(tree, input, input.unexpected(None), element));
    };
    let rest = nom::Input::take_from(&input, 1);
    match layout {
        Layout::List => list(tree, rest, kind, shape, depth + 1),
        Layout::Compact => compact_array(tree, rest, shape, depth + 1),
        _ => {
            let (rest, head) = content(tree, rest, layout, element)?;
            tree.leaf(element, kind, rest.offset(), head + 1);
            Ok(rest)
        }
    }
}

/// Steps over the content of a value that is no container. Returns the octets of its length field.
fn content<'a>(
    tree: &mut Tree,
    input: Input<'a>,
    layout: Layout,
    element: ElementId,
) -> Result<(Input<'a>, u8), Stop> {
    if let Layout::Fixed(octets) = layout {
        return match take(usize::from(octets))(input) {
            Ok((rest, _)) => Ok((rest, 0)),
            Err(error) => Err(stop(tree, input, fault_of(input, error), element)),
        };
    }
    let (rest, length) =
        length(input).map_err(|error| stop(tree, input, fault_of(input, error), element))?;
    let octets = match layout {
        Layout::Bits => length.value.div_ceil(8),
        _ => length.value,
    } as usize;
    match take(octets)(rest) {
        Ok((rest, _)) => Ok((rest, length.octets)),
        Err(_) => {
            let fault = fault(input.offset(), ErrorKind::LengthReachesPastEnd, octets, rest.len());
            Err(stop(tree, input, fault, element))
        }
    }
}

/// Reads an array or a structure whose tag stands in front of `input`.
fn list<'a>(
    tree: &mut Tree,
    input: Input<'a>,
    kind: Kind,
    shape: &'static Shape,
    depth: u8,
) -> Result<Input<'a>, Stop> {
    within_limits(tree, input, shape.element, depth)?;
    let mark = tree.open(shape.element, kind);
    let (mut rest, count) =
        length(input).map_err(|error| stop(tree, input, fault_of(input, error), shape.element))?;
    tree.leaf(e::HEADER, Kind::Header, rest.offset(), 0);
    let names = shape.parts(kind, count.value as usize);
    let mut protects = false;
    for index in 0..count.value as usize {
        let part = part(tree, names, index);
        let here = rest;
        rest = match protects.then(|| ciphered::item(tree, here, part.element)).flatten() {
            Some(after) => after,
            None => data(tree, here, part, depth)?,
        };
        protects = kind == Kind::DlmsStructure && ciphered::are_parameters(here.octets());
    }
    tree.close(mark);
    Ok(rest)
}

/// The shape of a part, which gets its number where it has no name of its own.
fn part(tree: &mut Tree, names: PartNames, index: usize) -> &'static Shape {
    let (part, numbered) = names.get(index);
    if numbered {
        tree.number_next(index);
    }
    part
}

/// Reads a compact array whose tag stands in front of `input`.
///
/// An error in the contents stays inside them: their length says where reading goes on.
fn compact_array<'a>(
    tree: &mut Tree,
    input: Input<'a>,
    shape: &'static Shape,
    depth: u8,
) -> Result<Input<'a>, Stop> {
    let element = shape.element;
    within_limits(tree, input, element, depth)?;
    let mark = tree.open(element, Kind::DlmsCompactArray);
    let rest = type_description(tree, input, element, depth)?;
    let described = input.len() - rest.len();
    let description = input.octets().get(..described).unwrap_or_default();
    tree.leaf(e::HEADER, Kind::Header, rest.offset(), 0);

    let (after, size) = length(rest)
        .map_err(|error| stop(tree, rest, fault_of(rest, error), e::CONTENTS_LENGTH))?;
    let span = Span { buffer: rest.buffer(), start: rest.offset(), end: after.offset() };
    let limit = LimitSource { element: e::CONTENTS_LENGTH, span };
    let Some((contents, after)) = after.split(size.value as usize, limit) else {
        let found = after.len();
        let past = ErrorKind::LengthReachesPastEnd;
        let fault = fault(span.start, past, size.value as usize, found);
        return Err(stop(tree, rest, fault, e::CONTENTS_LENGTH));
    };
    tree.leaf(e::CONTENTS_LENGTH, Kind::Header, span.end, 0);

    let nodes = contents.len().saturating_add(1).saturating_mul(COMPACT_NODES_PER_OCTET);
    let budget = tree.nodes().len().saturating_add(nodes).min(MAX_NODES / 2);
    if elements(tree, contents, description, shape, budget).is_err() {
        tree.opaque(e::UNDECODED, contents.end());
        tree.close_all(mark);
    } else {
        tree.close(mark);
    }
    Ok(after)
}

/// Steps over a type description and looks whether all of it can be followed.
fn type_description<'a>(
    tree: &mut Tree,
    input: Input<'a>,
    element: ElementId,
    depth: u8,
) -> Result<Input<'a>, Stop> {
    let Some(tag) = input.peek() else {
        return Err(stop(tree, input, input.too_short(1), element));
    };
    let rest = nom::Input::take_from(&input, 1);
    match data_type(tag) {
        Some((Kind::DlmsArray, _)) => {
            within_limits(tree, input, element, depth + 1)?;
            match take(2)(rest) {
                Ok((rest, _)) => type_description(tree, rest, element, depth + 1),
                Err(error) => Err(stop(tree, rest, fault_of(rest, error), element)),
            }
        }
        Some((Kind::DlmsStructure, _)) => {
            within_limits(tree, input, element, depth + 1)?;
            let (mut rest, count) =
                length(rest).map_err(|error| stop(tree, rest, fault_of(rest, error), element))?;
            for _ in 0..count.value {
                rest = type_description(tree, rest, element, depth + 1)?;
            }
            Ok(rest)
        }
        // A compact array has no type description of its own.
        Some((Kind::DlmsCompactArray, _)) | None => {
            Err(stop(tree, input, input.unexpected(None), element))
        }
        Some(_) => Ok(rest),
    }
}

/// Reads the elements of a compact array: as many as its contents hold.
fn elements(
    tree: &mut Tree,
    contents: Input<'_>,
    description: &[u8],
    shape: &'static Shape,
    budget: usize,
) -> Result<(), Stop> {
    let mut rest = contents;
    let mut index = 0;
    // How many elements there are is not said; no list of members is as long as this.
    let names = shape.parts(Kind::DlmsCompactArray, usize::MAX);
    while !rest.is_empty() {
        let part = part(tree, names, index);
        let (after, _) = untagged(tree, rest, description, part, budget)?;
        if after.len() == rest.len() {
            // Elements of no octets: no number of them uses up the contents.
            let left = fault(rest.offset(), ErrorKind::LeftOver, 0, rest.len());
            return Err(stop(tree, rest, left, shape.element));
        }
        rest = after;
        index += 1;
    }
    Ok(())
}

/// Reads a value of the type that `description` begins with. Returns what follows either.
///
/// The description was followed once by [`type_description`], so its nesting is bounded.
fn untagged<'a, 'd>(
    tree: &mut Tree,
    input: Input<'a>,
    description: &'d [u8],
    shape: &'static Shape,
    budget: usize,
) -> Result<(Input<'a>, &'d [u8]), Stop> {
    let element = shape.element;
    if tree.nodes().len() >= budget {
        let mut fault = input.fault(ErrorKind::Limit);
        fault.needed = Some(COMPACT_NODES_PER_OCTET as u64);
        return Err(stop(tree, input, fault, element));
    }
    let unreadable = |tree: &mut Tree| stop(tree, input, input.fault(ErrorKind::BadValue), element);
    let Some((tag, description)) = description.split_first() else {
        return Err(unreadable(tree));
    };
    let Some((kind, layout)) = data_type(*tag) else {
        return Err(unreadable(tree));
    };
    match kind {
        Kind::DlmsArray => {
            let Some(([high, low], inner)) = description.split_first_chunk() else {
                return Err(unreadable(tree));
            };
            let mark = tree.open(element, kind);
            let mut rest = input;
            let count = usize::from(u16::from_be_bytes([*high, *low]));
            let names = shape.parts(kind, count);
            for index in 0..count {
                let part = part(tree, names, index);
                rest = untagged(tree, rest, inner, part, budget)?.0;
            }
            tree.close(mark);
            Ok((rest, after_description(inner)))
        }
        Kind::DlmsStructure => {
            let Some((count, inner)) = count(description) else {
                return Err(unreadable(tree));
            };
            let mark = tree.open(element, kind);
            let (mut rest, mut inner) = (input, inner);
            let names = shape.parts(kind, count);
            for index in 0..count {
                let part = part(tree, names, index);
                (rest, inner) = untagged(tree, rest, inner, part, budget)?;
            }
            tree.close(mark);
            Ok((rest, inner))
        }
        _ => {
            let (rest, head) = content(tree, input, layout, element)?;
            tree.leaf(element, kind, rest.offset(), head);
            Ok((rest, description))
        }
    }
}

/// What follows the type that `description` begins with.
fn after_description(description: &[u8]) -> &[u8] {
    match description {
        [1, _, _, inner @ ..] => after_description(inner),
        [2, inner @ ..] => {
            let Some((count, mut inner)) = count(inner) else { return &[] };
            for _ in 0..count {
                inner = after_description(inner);
            }
            inner
        }
        [_, rest @ ..] => rest,
        [] => &[],
    }
}

/// A count in BER form at the beginning of a type description.
fn count(octets: &[u8]) -> Option<(usize, &[u8])> {
    let (rest, count) = length(Input::new(octets, crate::span::BufferId::WIRE)).ok()?;
    Some((count.value as usize, rest.octets()))
}

//! DLMS data: A-XDR values with their tags, and compact arrays whose elements have none.

use super::ciphered;
use super::elements as e;
use super::shape::{PartNames, Shape};
use crate::element::ElementId;
use crate::error::{DecodeError, ErrorKind, LimitSource};
use crate::input::{Fault, Input, Length};
use crate::kind::Kind;
use crate::limits::{COMPACT_NODES_PER_OCTET, MAX_DEPTH, MAX_NODES, MAX_TYPE_DESCRIPTION_OCTETS};
use crate::span::{BufferId, Span};
use crate::tree::{Stop, Tree};

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

/// Octets of the count in the type description of an array.
const ARRAY_COUNT: u8 = 2;

/// The types by their tags.
static TYPES: [Option<(Kind, Layout)>; 256] = {
    let mut types = [None; 256];
    let mut tag = 0;
    while tag < types.len() {
        types[tag] = data_type(tag as u8);
        tag += 1;
    }
    types
};

/// The types of the Green Book.
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

/// A fault with both numbers.
fn fault(offset: u32, kind: ErrorKind, needed: usize, found: usize) -> Fault {
    Fault { offset, kind, needed: Some(needed as u64), found: Some(found as u64) }
}

/// Stops at a length field, between `start` and `after`, that asks for `needed` octets where there
/// are fewer.
#[cold]
pub(super) fn too_far(
    tree: &mut Tree,
    start: u32,
    after: &Input<'_>,
    needed: usize,
    element: ElementId,
) -> Stop {
    let fault = fault(start, ErrorKind::LengthReachesPastEnd, needed, after.len());
    let issue = after.error(fault, element);
    tree.issue(DecodeError { span: Span { end: after.offset(), ..issue.span }, ..issue });
    Stop
}

/// Refuses what is nested deeper than [`MAX_DEPTH`] or comes after [`MAX_NODES`].
#[inline]
fn within_limits(
    tree: &mut Tree,
    input: &Input<'_>,
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
    let fault = Fault { needed: Some(cap), ..input.fault(ErrorKind::Limit) };
    Err(tree.stop(input, fault, element))
}

/// Reads one value with its tag and moves `input` behind it. `depth` is the number of containers
/// around it.
#[inline(always)] // As `untagged`.
pub(super) fn data(
    tree: &mut Tree,
    input: &mut Input<'_>,
    shape: &'static Shape,
    depth: u8,
) -> Result<(), Stop> {
    let element = shape.element;
    let Some(tag) = input.peek() else {
        return Err(tree.stop_short(input, 1, element));
    };
    let Some((kind, layout)) = TYPES[usize::from(tag)] else {
        return Err(unknown_type(tree, input, element));
    };
    input.skip(1);
    match layout {
        Layout::Fixed(octets) => {
            fixed(tree, input, octets, element)?;
            tree.leaf(element, kind, input.offset(), 1);
            Ok(())
        }
        Layout::Octets | Layout::Bits => {
            let head = string(tree, input, layout, element)?;
            tree.leaf(element, kind, input.offset(), head + 1);
            Ok(())
        }
        Layout::List => list(tree, input, kind, shape, depth + 1),
        Layout::Compact => compact_array(tree, input, shape, depth + 1),
    }
}

/// There is no type with the tag that stands here.
#[cold]
fn unknown_type(tree: &mut Tree, input: &Input<'_>, element: ElementId) -> Stop {
    tree.stop(input, input.unexpected(None), element)
}

/// Steps over a value of fixed length.
#[inline]
fn fixed(
    tree: &mut Tree,
    input: &mut Input<'_>,
    octets: u8,
    element: ElementId,
) -> Result<(), Stop> {
    if input.skip(usize::from(octets)) {
        return Ok(());
    }
    Err(tree.stop_short(input, usize::from(octets), element))
}

/// Reads a length or count.
#[inline]
pub(super) fn length(
    tree: &mut Tree,
    input: &mut Input<'_>,
    element: ElementId,
) -> Result<Length, Stop> {
    match input.read_length() {
        Ok(length) => {
            tree.note_length(length);
            Ok(length)
        }
        Err(fault) => Err(tree.stop(input, fault, element)),
    }
}

/// Steps over a string and its length. Returns the octets of the length.
#[inline(never)]
fn string(
    tree: &mut Tree,
    input: &mut Input<'_>,
    layout: Layout,
    element: ElementId,
) -> Result<u8, Stop> {
    let start = input.offset();
    let length = length(tree, input, element)?;
    let octets = match layout {
        Layout::Bits => length.value.div_ceil(8),
        _ => length.value,
    } as usize;
    if input.skip(octets) {
        return Ok(length.octets);
    }
    Err(too_far(tree, start, input, octets, element))
}

/// Reads an array or a structure whose tag stands in front of `input`.
#[inline(never)]
fn list(
    tree: &mut Tree,
    input: &mut Input<'_>,
    kind: Kind,
    shape: &'static Shape,
    depth: u8,
) -> Result<(), Stop> {
    within_limits(tree, input, shape.element, depth)?;
    let mark = tree.open(shape.element, kind);
    let count = length(tree, input, shape.element)?;
    tree.leaf(e::HEADER, Kind::Header, input.offset(), 0);
    let names = shape.parts(kind, count.value as usize);
    let mut protects = false;
    for index in 0..count.value as usize {
        let part = part(tree, names, index);
        let here = input.octets();
        if !(protects && ciphered::item(tree, input, part.element)) {
            data(tree, input, part, depth)?;
        }
        protects = kind == Kind::DlmsStructure && ciphered::are_parameters(here);
    }
    tree.close(mark);
    Ok(())
}

/// The shape of a part, which gets its number where it has no name of its own.
#[inline]
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
#[inline(never)]
fn compact_array(
    tree: &mut Tree,
    input: &mut Input<'_>,
    shape: &'static Shape,
    depth: u8,
) -> Result<(), Stop> {
    let element = shape.element;
    within_limits(tree, input, element, depth)?;
    let mark = tree.open(element, Kind::DlmsCompactArray);
    let start = input.offset();
    let description = input.octets();
    type_description(tree, input, element, depth)?;
    let described = description.len() - input.len();
    if described > MAX_TYPE_DESCRIPTION_OCTETS {
        let fault = fault(start, ErrorKind::Limit, MAX_TYPE_DESCRIPTION_OCTETS, described);
        return Err(tree.stop(input, fault, element));
    }
    let description = description.get(..described).unwrap_or_default();
    tree.leaf(e::HEADER, Kind::Header, input.offset(), 0);

    let start = input.offset();
    let size = length(tree, input, e::CONTENTS_LENGTH)?.value as usize;
    let span = Span { buffer: input.buffer(), start, end: input.offset() };
    let limit = LimitSource { element: e::CONTENTS_LENGTH, span };
    let Some(contents) = input.split_off(size, limit) else {
        return Err(too_far(tree, start, input, size, e::CONTENTS_LENGTH));
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
    Ok(())
}

/// Steps over a type description and looks whether all of it can be followed.
fn type_description(
    tree: &mut Tree,
    input: &mut Input<'_>,
    element: ElementId,
    depth: u8,
) -> Result<(), Stop> {
    let Some(tag) = input.peek() else {
        return Err(tree.stop(input, input.too_short(1), element));
    };
    match TYPES[usize::from(tag)] {
        Some((Kind::DlmsArray, _)) => {
            within_limits(tree, input, element, depth + 1)?;
            input.skip(1);
            fixed(tree, input, ARRAY_COUNT, element)?;
            type_description(tree, input, element, depth + 1)
        }
        Some((Kind::DlmsStructure, _)) => {
            within_limits(tree, input, element, depth + 1)?;
            input.skip(1);
            let count = length(tree, input, element)?;
            for _ in 0..count.value {
                type_description(tree, input, element, depth + 1)?;
            }
            Ok(())
        }
        // A compact array has no type description of its own.
        Some((Kind::DlmsCompactArray, _)) | None => {
            Err(tree.stop(input, input.unexpected(None), element))
        }
        Some(_) => {
            input.skip(1);
            Ok(())
        }
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
    let mut input = contents;
    // How many elements there are is not said; no list of members is as long as this.
    let names = shape.parts(Kind::DlmsCompactArray, usize::MAX);
    let mut index = 0;
    while !input.is_empty() {
        let (before, first) = (input.len(), tree.nodes().len());
        let part = part(tree, names, index);
        untagged(tree, &mut input, description, part, budget)?;
        let octets = before - input.len();
        if octets == 0 {
            // Elements of no octets: no number of them uses up the contents.
            return Err(tree.stop(&input, input.left_over(), shape.element));
        }
        index += 1;
        if index == 1 && names.are_alike() {
            index += as_the_first(tree, &mut input, first, octets, budget);
        }
    }
    Ok(())
}

/// Steps over the elements that are laid out as the first of their array is, which has `octets` octets
/// and the nodes from number `first` on, and gives their nodes the same form. A log has thousands of
/// entries, and each takes as long to read as all that is around them. Returns how many there are.
fn as_the_first(
    tree: &mut Tree,
    input: &mut Input<'_>,
    first: usize,
    octets: usize,
    budget: usize,
) -> usize {
    let nodes = tree.nodes().get(first..).unwrap_or_default();
    if nodes.is_empty() || nodes.iter().any(|node| node.kind.is_dlms_string()) {
        return 0;
    }
    let room = budget.saturating_sub(tree.nodes().len()) / nodes.len();
    let count = room.min(input.len() / octets);
    tree.repeat(first, count, octets as u32);
    input.skip(count * octets);
    count
}

/// Reads a value of the type that `description` begins with. Returns what follows that type.
///
/// The description was followed once by [`type_description`], so its nesting is bounded.
/// It is made part of the loops that ask for it: most values are of fixed length, for which a call
/// takes as long as to read them.
#[inline(always)]
fn untagged<'d>(
    tree: &mut Tree,
    input: &mut Input<'_>,
    description: &'d [u8],
    shape: &'static Shape,
    budget: usize,
) -> Result<&'d [u8], Stop> {
    let element = shape.element;
    if tree.nodes().len() >= budget {
        return Err(over_budget(tree, input, element));
    }
    let (kind, layout, description) = match description.split_first() {
        Some((tag, description)) => match TYPES[usize::from(*tag)] {
            Some((kind, layout)) => (kind, layout, description),
            None => return Err(not_described(tree, input, element)),
        },
        None => return Err(not_described(tree, input, element)),
    };
    match layout {
        Layout::Fixed(octets) => {
            fixed(tree, input, octets, element)?;
            tree.leaf(element, kind, input.offset(), 0);
            Ok(description)
        }
        Layout::Octets | Layout::Bits => {
            let head = string(tree, input, layout, element)?;
            tree.leaf(element, kind, input.offset(), head);
            Ok(description)
        }
        Layout::List | Layout::Compact => {
            untagged_list(tree, input, kind, description, shape, budget)
        }
    }
}

/// Reads an array or a structure whose type description goes on with `description`. Returns what
/// follows that.
#[inline(never)]
fn untagged_list<'d>(
    tree: &mut Tree,
    input: &mut Input<'_>,
    kind: Kind,
    description: &'d [u8],
    shape: &'static Shape,
    budget: usize,
) -> Result<&'d [u8], Stop> {
    let element = shape.element;
    if kind == Kind::DlmsArray {
        let Some(([high, low], inner)) = description.split_first_chunk() else {
            return Err(not_described(tree, input, element));
        };
        let mark = tree.open(element, kind);
        let count = usize::from(u16::from_be_bytes([*high, *low]));
        let names = shape.parts(kind, count);
        let mut after = None;
        for index in 0..count {
            let part = part(tree, names, index);
            after = Some(untagged(tree, input, inner, part, budget)?);
        }
        tree.close(mark);
        return Ok(after.unwrap_or_else(|| after_description(inner)));
    }
    let Some((count, mut inner)) = count(description) else {
        return Err(not_described(tree, input, element));
    };
    let mark = tree.open(element, kind);
    let names = shape.parts(kind, count);
    for index in 0..count {
        let part = part(tree, names, index);
        inner = untagged(tree, input, inner, part, budget)?;
    }
    tree.close(mark);
    Ok(inner)
}

/// The type description does not say what stands here; [`type_description`] lets none such pass.
#[cold]
fn not_described(tree: &mut Tree, input: &Input<'_>, element: ElementId) -> Stop {
    tree.stop(input, input.fault(ErrorKind::BadValue), element)
}

/// The contents make more nodes than so many octets may.
#[cold]
fn over_budget(tree: &mut Tree, input: &Input<'_>, element: ElementId) -> Stop {
    let needed = Some(COMPACT_NODES_PER_OCTET as u64);
    let fault = Fault { needed, ..input.fault(ErrorKind::Limit) };
    tree.stop(input, fault, element)
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
    if let [count @ 0..0x80, rest @ ..] = octets {
        return Some((usize::from(*count), rest));
    }
    let mut rest = Input::new(octets, BufferId::WIRE);
    let count = rest.read_length().ok()?;
    Some((count.value as usize, rest.octets()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_that_say_how_long_they_are_have_a_length() {
        for (kind, layout) in TYPES.iter().flatten() {
            let is_string = matches!(layout, Layout::Octets | Layout::Bits);
            assert_eq!(kind.is_dlms_string(), is_string, "{kind:?}");
        }
    }
}

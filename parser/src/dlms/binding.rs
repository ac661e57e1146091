//! Which entry of a message is called what: by the use case of the message code, else by the object
//! where any use case has it, else by its COSEM class.

use super::generated::{ALERTS, BINDINGS, CLASSES, OBJECTS, PROTECTED_ALERTS, SELECTIONS};
use super::shape::Shape;
use super::{AccessKind, elements as e};

/// An entry of a use case's access request, with the shapes of its values.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
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
    /// Its data in the request.
    pub input: Shape,
    /// Its data in the response.
    pub output: Shape,
    /// The parameters of its selection.
    pub selection: Option<Shape>,
    /// What its protected octet-string holds.
    pub protected: Option<Shape>,
}

/// The entries of one message code.
#[derive(Debug)]
pub struct Binding {
    /// Message code.
    pub code: u16,
    /// The entries of the access request, in order.
    pub entries: &'static [Entry],
}

/// Attributes and methods of a COSEM class.
#[derive(Debug)]
pub struct ClassShape {
    /// COSEM class.
    pub class_id: u16,
    /// True for a method.
    pub method: bool,
    /// Attribute or method.
    pub index: u8,
    /// Value of the attribute, or parameters of the method.
    pub input: Shape,
    /// Value of the attribute, or what the method returns.
    pub output: Shape,
}

/// What a descriptor in a request names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Descriptor {
    pub(super) access: AccessKind,
    pub(super) class_id: u16,
    pub(super) obis: [u8; 6],
    pub(super) index: u8,
}

impl Entry {
    pub(super) fn is(&self, of: &Descriptor) -> bool {
        self.obis == of.obis && self.class_id == of.class_id && self.index == of.index && {
            (self.access == AccessKind::Action) == (of.access == AccessKind::Action)
        }
    }
}

/// The shapes of an entry.
#[derive(Clone, Copy)]
pub(super) struct EntryShapes {
    pub(super) input: &'static Shape,
    pub(super) output: &'static Shape,
    pub(super) selection: Option<&'static Shape>,
    pub(super) protected: Option<&'static Shape>,
}

/// Nothing is known of it.
pub(super) static DATA: Shape = Shape::leaf(e::DATA);
static ACCESS_PARAMETERS: Shape = Shape::leaf(e::ACCESS_PARAMETERS);
static NOTIFICATION_BODY: Shape = Shape::leaf(e::NOTIFICATION_BODY);

impl EntryShapes {
    pub(super) const UNKNOWN: Self =
        Self { input: &DATA, output: &DATA, selection: None, protected: None };

    const fn of(entry: &'static Entry) -> Self {
        Self {
            input: &entry.input,
            output: &entry.output,
            selection: entry.selection.as_ref(),
            protected: entry.protected.as_ref(),
        }
    }
}

/// The entries of the use case of `code`; none where it is not known.
pub(super) fn entries(code: Option<u16>) -> &'static [Entry] {
    let Some(code) = code else { return &[] };
    let found = BINDINGS.binary_search_by_key(&code, |binding| binding.code);
    found.ok().and_then(|at| BINDINGS.get(at)).map_or(&[], |binding| binding.entries)
}

/// The shapes of what `descriptor` names. `next` is the entry of the use case that is due; it moves
/// behind the one that was found.
pub(super) fn shapes(
    entries: &'static [Entry],
    next: &mut usize,
    descriptor: &Descriptor,
) -> EntryShapes {
    let from = entries.get(*next..).unwrap_or_default();
    if let Some((at, entry)) = from.iter().enumerate().find(|(_, entry)| entry.is(descriptor)) {
        *next += at + 1;
        return EntryShapes::of(entry);
    }
    if let Some(entry) = entries.iter().find(|entry| entry.is(descriptor)) {
        return EntryShapes::of(entry);
    }
    if let Some(entry) = object(descriptor) {
        return EntryShapes::of(entry);
    }
    let method = descriptor.access == AccessKind::Action;
    let key = (descriptor.class_id, method, descriptor.index);
    let found = CLASSES.binary_search_by_key(&key, |c| (c.class_id, c.method, c.index));
    match found.ok().and_then(|at| CLASSES.get(at)) {
        Some(class) => {
            EntryShapes { input: &class.input, output: &class.output, ..EntryShapes::UNKNOWN }
        }
        None => EntryShapes::UNKNOWN,
    }
}

/// The first entry of any use case for the same attribute or method of the same object.
fn object(of: &Descriptor) -> Option<&'static Entry> {
    let key = |entry: &Entry| {
        (entry.class_id, entry.obis, entry.index, entry.access == AccessKind::Action)
    };
    let wanted = (of.class_id, of.obis, of.index, of.access == AccessKind::Action);
    let found = OBJECTS.binary_search_by_key(&wanted, |entry| key(entry)).ok()?;
    OBJECTS.get(found).copied()
}

/// The shapes of the entries of a response that has `count` of them.
///
/// Where some of the use case's entries may be left out and were, those at either end of the list
/// that must be there are still known; the others are known from the command alone.
pub(super) fn of_response(entries: &'static [Entry], count: usize, number: usize) -> EntryShapes {
    if count == entries.len() {
        return entries.get(number).map_or(EntryShapes::UNKNOWN, EntryShapes::of);
    }
    let required = entries.iter().filter(|entry| !entry.optional).count();
    let entry = if count == required {
        entries.iter().filter(|entry| !entry.optional).nth(number)
    } else if count > required && count < entries.len() {
        let front = entries.iter().take_while(|entry| !entry.optional).count();
        let back = entries.iter().rev().take_while(|entry| !entry.optional).count();
        if number < front {
            entries.get(number)
        } else if number + back >= count {
            entries.get(entries.len() - count + number)
        } else {
            None
        }
    } else {
        None
    };
    entry.map_or(EntryShapes::UNKNOWN, EntryShapes::of)
}

/// The shape of a selection's parameters where the entry says none.
pub(super) fn selection(selector: u8) -> &'static Shape {
    SELECTIONS
        .iter()
        .find(|(number, _)| *number == selector)
        .map_or(&ACCESS_PARAMETERS, |(_, shape)| shape)
}

/// The shape of the body of an alert.
pub(super) fn alert(code: Option<u16>) -> &'static Shape {
    let known = code.and_then(|code| ALERTS.iter().find(|(number, _)| *number == Some(code)));
    known
        .or_else(|| ALERTS.iter().find(|(number, _)| number.is_none()))
        .map_or(&NOTIFICATION_BODY, |(_, shape)| shape)
}

/// The shape of what the protected octet-string of an alert holds.
#[cfg_attr(not(any(test, feature = "crypto")), allow(dead_code))]
pub(super) fn protected_alert(code: Option<u16>) -> Option<&'static Shape> {
    let code = code?;
    PROTECTED_ALERTS.iter().find(|(number, _)| *number == code).map(|(_, shape)| shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{DlmsItem, ItemPart, Step, USE_CASES, UseCase, use_case};
    use crate::dlms::shape::Parts;
    use crate::element::{ElementId, Table};

    /// The element at an address of a shape.
    fn follow(shape: &Shape, address: &[Step]) -> Option<ElementId> {
        let Some((step, rest)) = address.split_first() else { return Some(shape.element) };
        let at = match step {
            Step::Any => 0,
            Step::At(number) => usize::from(*number),
        };
        let part = match shape.parts {
            Parts::None => return None,
            Parts::Array(of) => of,
            Parts::Each(list) | Parts::Structure(list) => list.get(at)?,
            Parts::Variants(lists) => lists.first()?.get(at)?,
        };
        follow(part, rest)
    }

    fn shape_of(entry: &'static Entry, item: &DlmsItem) -> Option<&'static Shape> {
        Some(match item.part? {
            ItemPart::Value | ItemPart::Answer => &entry.output,
            ItemPart::Parameter => &entry.input,
            ItemPart::Selection => entry.selection.as_ref()?,
            ItemPart::Alert => return None,
        })
    }

    fn entries_of(case: &UseCase) -> &'static [Entry] {
        entries(case.message_codes.first().copied())
    }

    #[test]
    fn each_item_names_the_value_at_its_address() {
        let mut found = 0;
        for case in USE_CASES.iter().filter(|case| !case.message_codes.is_empty()) {
            for (request, entry) in case.dlms_requests.iter().zip(entries_of(case)) {
                assert_eq!((request.obis, request.index), (entry.obis, entry.index), "{}", case.id);
                for item in case.items_of(request) {
                    let Some(shape) = shape_of(entry, item) else { continue };
                    // A container is called by object and attribute, whatever row it has.
                    if item.address.is_empty() && !matches!(shape.parts, Parts::None) {
                        continue;
                    }
                    let expected = ElementId::new(Table::Item, item.element);
                    let named = follow(shape, item.address);
                    assert_eq!(named, Some(expected), "{} {}", case.id, item.path);
                    found += 1;
                }
            }
        }
        assert!(found > 500, "{found}");
    }

    #[test]
    fn a_descriptor_out_of_order_is_still_the_use_cases_own() {
        let entries = entries(Some(0x0039));
        let (first, last) = (entries.first().unwrap(), entries.last().unwrap());
        let of = |entry: &Entry| Descriptor {
            access: entry.access,
            class_id: entry.class_id,
            obis: entry.obis,
            index: entry.index,
        };
        let mut next = 0;
        assert_eq!(shapes(entries, &mut next, &of(last)).input.element, last.input.element);
        assert_eq!(shapes(entries, &mut next, &of(first)).input.element, first.input.element);
    }

    #[test]
    fn without_a_use_case_object_and_class_tell() {
        let known = Descriptor {
            access: AccessKind::Get,
            class_id: 3,
            obis: [1, 0, 32, 32, 0, 4],
            index: 2,
        };
        let name = |of: &Descriptor| shapes(&[], &mut 0, of).output.element.name();
        assert_eq!(name(&known), "(Phase[1])AverageRMSUnderVoltageCounter.value");
        assert_eq!(name(&Descriptor { obis: [9; 6], ..known }), "value");
        assert_eq!(name(&Descriptor { obis: [9; 6], class_id: 12_345, ..known }), "data");
    }

    #[test]
    fn optional_entries_that_were_left_out_leave_the_others_their_names() {
        // Ten optional entries and one that must be there.
        let entries = entries_of(use_case("ECS47a").unwrap());
        let is = |count: usize, number: usize| of_response(entries, count, number).output.element;
        let required = entries.last().unwrap().output.element;
        assert_eq!(is(entries.len(), 0), entries[0].output.element);
        assert_eq!(is(1, 0), required);
        assert_eq!(is(3, 2), required);
        assert_eq!(is(3, 0), e::DATA);
        assert_eq!(is(0, 0), e::DATA);
        assert_eq!(is(entries.len() + 1, 0), e::DATA);
    }
}

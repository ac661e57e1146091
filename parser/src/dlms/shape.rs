//! Shapes: what the parts of a DLMS value are called.
//!
//! A shape only names. Where the octets are of another form than the shape, the value itself keeps
//! its name and what is inside gets the generic names; what was sent is never bent to the shape.

use super::elements as e;
use crate::element::ElementId;
use crate::kind::Kind;

/// Names of a value and of what is inside it.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Name of the value.
    pub element: ElementId,
    /// What is inside.
    pub parts: Parts,
}

/// What is inside a value.
#[derive(Clone, Copy, Debug)]
pub enum Parts {
    /// Nothing with a name of its own.
    None,
    /// An array, plain or compact, whose elements are all alike.
    Array(&'static Shape),
    /// An array whose elements each have a name of their own.
    Each(&'static [Shape]),
    /// A structure with these members in order.
    Structure(&'static [Shape]),
    /// A structure with one of these lists of members, told apart by their number.
    Variants(&'static [&'static [Shape]]),
}

/// An element of an array of which nothing is known.
static ELEMENT: Shape = Shape::leaf(e::ELEMENT);

/// A member of a structure of which nothing is known.
static MEMBER: Shape = Shape::leaf(e::MEMBER);

impl Shape {
    /// A value without named parts.
    #[must_use]
    pub const fn leaf(element: ElementId) -> Self {
        Self { element, parts: Parts::None }
    }

    /// An array of `of`.
    #[must_use]
    pub const fn array(element: ElementId, of: &'static Self) -> Self {
        Self { element, parts: Parts::Array(of) }
    }

    /// An array of these `elements`.
    #[must_use]
    pub const fn each(element: ElementId, elements: &'static [Self]) -> Self {
        Self { element, parts: Parts::Each(elements) }
    }

    /// A structure of `members`.
    #[must_use]
    pub const fn structure(element: ElementId, members: &'static [Self]) -> Self {
        Self { element, parts: Parts::Structure(members) }
    }

    /// A structure with one of several lists of members.
    #[must_use]
    pub const fn variants(element: ElementId, lists: &'static [&'static [Self]]) -> Self {
        Self { element, parts: Parts::Variants(lists) }
    }

    /// What names the parts of a container of this shape that is of `kind` on the wire and has
    /// `count` parts.
    pub(super) fn parts(&self, kind: Kind, count: usize) -> PartNames {
        let is_structure = kind == Kind::DlmsStructure;
        let named = match self.parts {
            Parts::Array(of) if !is_structure => return PartNames::Alike(of),
            Parts::Each(elements) if !is_structure => Some(elements),
            Parts::Structure(members) if is_structure => Some(members),
            Parts::Variants(lists) if is_structure => {
                let found = lists.iter().find(|list| list.len() == count);
                found.or_else(|| lists.first()).copied()
            }
            _ => None,
        };
        match named {
            Some(named) => PartNames::Each(named),
            None if is_structure => PartNames::Alike(&MEMBER),
            None => PartNames::Alike(&ELEMENT),
        }
    }
}

/// The names of the parts of one container.
#[derive(Clone, Copy)]
pub(super) enum PartNames {
    /// All have one name, and are numbered.
    Alike(&'static Shape),
    /// Each has its own.
    Each(&'static [Shape]),
}

impl PartNames {
    /// True where all parts have one name.
    pub(super) fn are_alike(self) -> bool {
        matches!(self, Self::Alike(_))
    }

    /// The shape of part `index`, and whether it is numbered.
    pub(super) fn get(self, index: usize) -> (&'static Shape, bool) {
        match self {
            Self::Alike(shape) => (shape, true),
            Self::Each(members) => match members.get(index) {
                Some(shape) => (shape, false),
                None => (&MEMBER, true),
            },
        }
    }
}

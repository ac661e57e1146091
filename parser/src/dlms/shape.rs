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
    /// A structure with these members in order.
    Structure(&'static [Shape]),
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

    /// A structure of `members`.
    #[must_use]
    pub const fn structure(element: ElementId, members: &'static [Self]) -> Self {
        Self { element, parts: Parts::Structure(members) }
    }

    /// The shape of part `index` of a container of this shape that is of `kind` on the wire.
    pub(super) fn part(&self, kind: Kind, index: usize) -> &'static Self {
        match (self.parts, kind) {
            (Parts::Array(of), Kind::DlmsArray | Kind::DlmsCompactArray) => of,
            (Parts::Structure(members), Kind::DlmsStructure) => {
                members.get(index).unwrap_or(&MEMBER)
            }
            (_, Kind::DlmsStructure) => &MEMBER,
            _ => &ELEMENT,
        }
    }
}

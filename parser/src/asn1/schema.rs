//! What a DER payload should be made of: the types behind the tables of `catalogue::generated`.

use crate::catalogue::generated::asn1_elements as e;
use crate::catalogue::generated::asn1_types::CONTENTS;
use crate::element::ElementId;
use crate::kind::Kind;
use crate::message::CraFlag;

/// What a value should be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Type {
    /// A value without parts.
    Value(Kind),
    /// Anything.
    Any,
    /// A structure.
    Of(&'static Structure),
}

/// A constructed type.
#[derive(Debug)]
pub(crate) struct Structure {
    /// How its fields make it.
    pub(crate) form: Form,
    /// Its fields.
    pub(crate) fields: &'static [Field],
}

/// How fields make a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One after the other: a SEQUENCE, or the one value under an explicit tag.
    Sequence,
    /// Any number of the only field: SEQUENCE OF, SET OF.
    ListOf,
    /// One of them, by its tag.
    Choice,
    /// The only field, inside an OCTET STRING.
    Containing,
    /// The one whose object identifier was read before; anything where none has it.
    ByOid,
}

/// A field of a structure.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name; [`e::VALUE`] for that of the field that it stands for.
    pub(crate) element: ElementId,
    /// The identifier octet that it has; 0 where its type says.
    pub(crate) tag: u8,
    /// Its type.
    pub(crate) of: Type,
    /// Whether it must be there.
    pub(crate) presence: Presence,
    /// The object identifier that it goes by in [`Form::ByOid`].
    pub(crate) oid: &'static [u8],
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Mandatory,
    Optional,
    /// Left out where it has this value.
    Default(&'static str),
}

/// What a message's content should be.
pub(crate) fn content(code: u16, flag: CraFlag) -> Option<&'static Structure> {
    let at = CONTENTS.binary_search_by_key(&(code, flag), |(code, flag, _)| (*code, *flag));
    CONTENTS.get(at.ok()?).map(|(_, _, structure)| *structure)
}

impl Field {
    /// True where a value with this identifier octet may be the field's.
    pub(crate) fn accepts(&self, identifier: u8) -> bool {
        match self.of {
            _ if self.tag != 0 => self.tag == identifier,
            Type::Of(Structure { form: Form::Choice, fields }) => {
                fields.iter().any(|field| field.tag == identifier)
            }
            _ => true,
        }
    }
}

impl Type {
    /// The type and name of a value with this identifier octet, after choices were made. `oid` is
    /// the object identifier that was read before it. A value that is none of a choice is anything.
    pub(crate) fn resolve(
        mut self,
        mut element: ElementId,
        identifier: u8,
        oid: &[u8],
    ) -> (Self, ElementId) {
        while let Self::Of(structure) = self {
            let chosen = match structure.form {
                Form::Choice => structure.fields.iter().find(|field| field.accepts(identifier)),
                Form::ByOid => structure.fields.iter().find(|field| field.oid == oid),
                _ => break,
            };
            let Some(field) = chosen else { return (Self::Any, element) };
            self = field.of;
            if field.element != e::VALUE {
                element = field.element;
            }
        }
        (self, element)
    }
}

/// Finds the fields of a SEQUENCE for its values, one after the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    left: &'static [Field],
}

/// What the next value of a SEQUENCE is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Next {
    /// A field, after these were left out.
    Field(&'static Field, &'static [Field]),
    /// Of another tag than any field that is left; this one, which must be there, has its place.
    Instead(&'static Field),
    /// One too many.
    Surplus,
}

impl Fields {
    pub(crate) fn new(fields: &'static [Field]) -> Self {
        Self { left: fields }
    }

    /// The field of the next value, by its identifier octet.
    pub(crate) fn next(&mut self, identifier: u8) -> Next {
        if let Some(at) = self.left.iter().position(|field| field.accepts(identifier)) {
            let (skipped, rest) = self.left.split_at(at);
            if let Some((field, rest)) = rest.split_first() {
                self.left = rest;
                return Next::Field(field, skipped);
            }
        }
        let needed = |field: &Field| field.presence == Presence::Mandatory;
        let at = self.left.iter().position(needed).unwrap_or(self.left.len());
        match self.left.get(at..).and_then(<[Field]>::split_first) {
            Some((field, rest)) => {
                self.left = rest;
                Next::Instead(field)
            }
            None => Next::Surplus,
        }
    }

    /// The fields for which no value has come.
    pub(crate) fn left(self) -> &'static [Field] {
        self.left
    }
}

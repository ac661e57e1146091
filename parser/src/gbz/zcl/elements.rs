//! Names that every ZCL payload may have; those of fields and attributes are generated.

pub(crate) use super::super::elements::{
    ATTRIBUTE_IDENTIFIER, ATTRIBUTE_VALUE, COLLECTION_ELEMENT, COLLECTION_HEADER,
};

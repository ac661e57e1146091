//! Names of the fields of DER payloads.

use crate::element::{Element, elements};

elements! { Asn1;
    /// A value.
    VALUE = Element::new("value");
}

//! Names of the fields of DER payloads.

use crate::element::{Element, elements};

elements! { Asn1;
    /// A value of no known field.
    VALUE = Element::new("value");
    /// Tag and length of a container.
    HEADER = Element::new("header");
    /// Octets behind the outermost value.
    LEFT_OVER = Element::new("left-over-octets");
}

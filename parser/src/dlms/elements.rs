//! Names of DLMS fields and of the parts of COSEM attributes.

use crate::element::{Element, elements};

elements! { Dlms;
    /// The application data unit.
    APDU = Element::new("apdu");
}

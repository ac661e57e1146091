//! Names of GBZ and ZCL fields.

use crate::element::{Element, elements};

elements! { Gbz;
    /// The payload.
    PAYLOAD = Element::new("gbz-payload");
}

//! The lists of a payload, kept while it is decoded: to read them back from the tree is dearer than
//! to keep them.

use crate::dlms::{AccessRequest, AccessResult};
use crate::gbz::Component;

/// The lists of the payload. Their memory is used for the next message.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    /// Of an access request.
    pub(crate) requests: Vec<AccessRequest>,
    /// Of an access response.
    pub(crate) results: Vec<AccessResult>,
    /// Of a GBZ payload.
    pub(crate) components: Vec<Component>,
}

impl Lists {
    pub(super) fn clear(&mut self) {
        self.requests.clear();
        self.results.clear();
        self.components.clear();
    }

    /// The payload of an encrypted component is now known.
    #[cfg(any(test, feature = "crypto"))]
    pub(super) fn opened(&mut self, ciphertext: super::NodeId, plaintext: super::NodeId) {
        let mut components = self.components.iter_mut();
        if let Some(component) = components.find(|one| one.ciphertext == Some(ciphertext)) {
            component.payload.get_or_insert(plaintext);
        }
    }
}

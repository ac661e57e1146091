//! The values of a DLMS message with the items that they belong to.

use super::matching::{Alignment, align_requests, leaves};
use super::{DlmsItem, DlmsRequest, ItemPart, UseCase, use_case_of_code};
use crate::dlms::{AccessKind, AccessRequest, Apdu, ApduKind};
use crate::kind::Kind;
use crate::message::{Message, Payload};
use crate::tree::NodeId;

/// A value of a message.
#[derive(Clone, Debug)]
pub struct ItemValue {
    /// The entry of the use case's access request that it belongs to; `None` in alerts.
    pub entry: Option<&'static DlmsRequest>,
    /// Which value of the entry it is in.
    pub part: ItemPart,
    /// Where in that value: numbers of members and elements, outermost first.
    pub address: Vec<u16>,
    /// Its leaf.
    pub node: NodeId,
    /// Its row; `None` where the mapping table has none for it.
    pub item: Option<&'static DlmsItem>,
}

/// The values of a command, response or alert, in order, with their items.
///
/// `requests` are the entries of the command that a response answers. Without them a response is
/// read only if it has as many results as its use case has entries. Values of entries after the
/// first difference from the template, and of results other than success, are left out. Values in
/// ciphertext are there once it was opened.
#[must_use]
pub fn item_values(message: &Message<'_>, requests: Option<&[AccessRequest]>) -> Vec<ItemValue> {
    let use_case = message.envelope.message_code().and_then(use_case_of_code);
    let (Some(use_case), Payload::Dlms(apdu)) = (use_case, &message.payload) else {
        return Vec::new();
    };
    let mut reader = Reader { message, use_case, found: Vec::new() };
    match apdu.kind {
        Some(ApduKind::AccessRequest) => reader.request(apdu),
        Some(ApduKind::AccessResponse) => reader.response(apdu, requests),
        Some(ApduKind::DataNotification) => reader.alert(apdu),
        None => {}
    }
    reader.found
}

struct Reader<'m, 'a> {
    message: &'m Message<'a>,
    use_case: &'static UseCase,
    found: Vec<ItemValue>,
}

impl Reader<'_, '_> {
    fn request(&mut self, apdu: &Apdu) {
        let requests: Vec<AccessRequest> = apdu.requests(self.message).collect();
        for (request, entry) in requests.iter().zip(self.entries(&requests)) {
            if let Some((_, selection)) = request.selection {
                self.part(entry, ItemPart::Selection, selection);
            }
            let part = match entry.access {
                AccessKind::Set => ItemPart::Value,
                AccessKind::Action => ItemPart::Parameter,
                AccessKind::Get | AccessKind::GetWithSelection => continue,
            };
            if let Some(data) = request.data {
                self.part(entry, part, data);
            }
        }
    }

    fn response(&mut self, apdu: &Apdu, requests: Option<&[AccessRequest]>) {
        let template = self.use_case.dlms_requests;
        let results: Vec<_> = apdu.results(self.message).collect();
        let entries: Vec<&'static DlmsRequest> = match requests {
            Some(requests) => self.entries(requests),
            None if results.len() == template.len() => template.iter().collect(),
            None => Vec::new(),
        };
        for (result, entry) in results.iter().zip(entries) {
            let part = match entry.access {
                AccessKind::Get | AccessKind::GetWithSelection => ItemPart::Value,
                AccessKind::Action => ItemPart::Answer,
                AccessKind::Set => continue,
            };
            if let (0, Some(data)) = (result.code, result.data) {
                self.part(entry, part, data);
                self.plaintexts(entry, data);
            }
        }
    }

    fn alert(&mut self, apdu: &Apdu) {
        let Some(body) = apdu.body else { return };
        let items = self.use_case.dlms_items;
        for leaf in leaves(&self.message.tree, body) {
            let item = items.iter().find(|item| item.is_at(ItemPart::Alert, &leaf.address));
            let (address, node) = (leaf.address, leaf.node);
            self.found.push(ItemValue { entry: None, part: ItemPart::Alert, address, node, item });
        }
        // The one attribute of a protected alert.
        for root in self.opened(body) {
            let Some(value) = self.message.tree.members(root).next() else { continue };
            self.items(None, value, items.iter().collect());
        }
    }

    /// Entries of the template that `requests` are, up to the first difference.
    fn entries(&self, requests: &[AccessRequest]) -> Vec<&'static DlmsRequest> {
        let template = self.use_case.dlms_requests;
        let Alignment { template: due, .. } = align_requests(requests, template);
        due.iter().filter_map(|n| template.get(*n)).collect()
    }

    /// The values of an entry's selection, parameter, answer or attribute.
    fn part(&mut self, entry: &'static DlmsRequest, part: ItemPart, data: NodeId) {
        for leaf in leaves(&self.message.tree, data) {
            let item = self.use_case.item_at(entry, part, &leaf.address);
            let (address, node) = (leaf.address, leaf.node);
            self.found.push(ItemValue { entry: Some(entry), part, address, node, item });
        }
    }

    /// The attributes in the plaintexts below `data`: members of one structure, in the order in
    /// which the entry names them.
    fn plaintexts(&mut self, entry: &'static DlmsRequest, data: NodeId) {
        for root in self.opened(data) {
            let values: Vec<NodeId> = self.message.tree.members(root).collect();
            for (attribute, value) in entry.protected.iter().zip(values) {
                let items = self.use_case.protected_items_of(attribute).collect();
                self.items(Some(entry), value, items);
            }
        }
    }

    fn items(
        &mut self,
        entry: Option<&'static DlmsRequest>,
        value: NodeId,
        items: Vec<&'static DlmsItem>,
    ) {
        let part = ItemPart::Value;
        for leaf in leaves(&self.message.tree, value) {
            let item = items.iter().find(|item| item.is_at(part, &leaf.address)).copied();
            let (address, node) = (leaf.address, leaf.node);
            self.found.push(ItemValue { entry, part, address, node, item });
        }
    }

    /// The structures of values in the ciphertexts below `node` that were opened.
    fn opened(&self, node: NodeId) -> Vec<NodeId> {
        let tree = &self.message.tree;
        let ciphertexts = tree
            .descendants(node)
            .filter(|id| tree.get(*id).is_some_and(|node| node.kind == Kind::Ciphertext));
        ciphertexts.filter_map(|id| tree.children(tree.plaintext_of(id)?.root).next()).collect()
    }
}

//! The values of a DLMS message with the items that they belong to.

use super::matching::{Alignment, Leaf, align_requests, leaves};
use super::use_case::leads_to;
use super::{DlmsItem, DlmsRequest, ItemPart, Step, UseCase, use_case_of_code};
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
        let requests = apdu.requests(self.message);
        for (request, entry) in requests.iter().zip(self.entries(requests)) {
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
        let results = apdu.results(self.message);
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
        let found = leaves(&self.message.tree, value);
        let places = if self.is_of_single_element(&found, &items) {
            single_element(&items)
        } else {
            items.iter().map(|item| (item.address.to_vec(), *item)).collect()
        };
        for leaf in found {
            let is_there = |(steps, item): &&(Vec<Step>, &'static DlmsItem)| {
                item.part == Some(part) && leads_to(steps, &leaf.address)
            };
            let item = places.iter().find(is_there).map(|(_, item)| *item);
            let (address, node) = (leaf.address, leaf.node);
            self.found.push(ItemValue { entry, part, address, node, item });
        }
    }

    /// Whether more leaves have an item of their type without the members of the second element: a
    /// meter with a single element leaves them out, and those after them move up.
    fn is_of_single_element(&self, leaves: &[Leaf], items: &[&'static DlmsItem]) -> bool {
        let fitting = |places: &[(Vec<Step>, &'static DlmsItem)]| {
            let fits = |leaf: &&Leaf| {
                let kind = self.message.tree.get(leaf.node).map(|node| node.kind);
                places.iter().any(|(steps, item)| {
                    leads_to(steps, &leaf.address)
                        && kind.is_some_and(|kind| item.rules.has_type(kind))
                })
            };
            leaves.iter().filter(fits).count()
        };
        if !items.iter().any(|item| item.twin_element_only) {
            return false;
        }
        let twin: Vec<_> = items.iter().map(|item| (item.address.to_vec(), *item)).collect();
        fitting(&single_element(items)) > fitting(&twin)
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

/// The items that a meter with a single element has, with their places there.
fn single_element(items: &[&'static DlmsItem]) -> Vec<(Vec<Step>, &'static DlmsItem)> {
    // The member that only a second element has is the last numbered step to its item.
    let mut gone: Vec<&[Step]> = items
        .iter()
        .filter(|item| item.twin_element_only)
        .filter_map(|item| {
            let depth = item.address.iter().rposition(|step| matches!(step, Step::At(_)))?;
            item.address.get(..=depth)
        })
        .collect();
    gone.sort_unstable();
    gone.dedup();
    let place = |item: &'static DlmsItem| {
        let mut steps = item.address.to_vec();
        for member in &gone {
            let Some((last, structure)) = member.split_last() else { continue };
            let depth = structure.len();
            // Step::At orders by number: a later member of the same structure moves up by one.
            if item.address.get(..depth) == Some(structure)
                && item.address.get(depth) > Some(last)
                && let Some(Step::At(number)) = steps.get_mut(depth)
            {
                *number = number.saturating_sub(1);
            }
        }
        (steps, item)
    };
    items.iter().filter(|item| !item.twin_element_only).map(|item| place(item)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::use_case;
    use super::*;

    fn place(use_case_id: &str, attribute: &str) -> (Vec<Step>, Vec<Step>) {
        let use_case = use_case(use_case_id).unwrap();
        let entry = use_case.dlms_requests.iter().find(|entry| entry.class_id == 30).unwrap();
        let items: Vec<_> = use_case.protected_items_of(&entry.protected[0]).collect();
        let twin = items.iter().find(|item| item.attribute.ends_with(attribute)).unwrap();
        let single = single_element(&items);
        let single = single.iter().find(|(_, item)| item.element == twin.element).unwrap();
        (twin.address.to_vec(), single.0.clone())
    }

    #[test]
    fn members_move_up_where_there_is_no_second_element() {
        let any = Step::Any;
        let at = |number| Step::At(number);
        let (twin, single) = place("ECS20b", "timestamp");
        assert_eq!((twin, single), (vec![any, at(0)], vec![any, at(0)]));
        let (twin, single) = place("ECS20b", "tariffTOU[1..48].RegisterMatrixValue");
        assert_eq!((twin, single), (vec![any, at(3), any], vec![any, at(2), any]));
        let (twin, single) = place("ECS20b", "accumulatedDebtRegisterValue");
        assert_eq!((twin, single), (vec![any, at(14)], vec![any, at(12)]));
    }

    #[test]
    fn items_of_a_second_element_are_left_out() {
        let use_case = use_case("ECS22b").unwrap();
        let items: Vec<_> = use_case.dlms_items.iter().filter(|item| item.sensitive).collect();
        assert_eq!(single_element(&items).len() + 1, items.len());
    }
}

//! The values of a DLMS message, each with its row of the mapping table.

use gbcs_parser::catalogue::{
    DlmsItem, DlmsRequest, ItemPart, ProtectedAttribute, Step, UseCase, ValueRules,
};
use gbcs_parser::dlms::{AccessKind, AccessRequest, Apdu, ApduKind};
use gbcs_parser::kind::Kind;
use gbcs_parser::{Message, NodeId};

use super::spot::{Container, Row, Spot};
use crate::verdict::Reason;

/// Deepest place of a row in a value: an element of an array in an element of an array, and its
/// member. Rows that are deeper than this are not looked for.
const MAX_STEPS: usize = 8;

/// Of a value that is not there.
static EMPTY: ValueRules = ValueRules {
    kind: Some(Kind::DlmsNull),
    max_length: None,
    fixed: None,
    allowed: &[],
    names: &[],
    names_complete: false,
    range: None,
    format: None,
    limit: None,
};

/// True where an entry of a request is one of the template.
pub(super) fn is_entry(found: &AccessRequest, entry: &DlmsRequest) -> bool {
    found.obis == entry.obis
        && found.class_id == entry.class_id
        && found.index == entry.index
        && found.kind == entry.access
}

/// Shows the values of a message, and gives what is missing to see them all. What stands behind the
/// first entry that differs from the template is left out.
pub(super) fn visit(
    message: &Message<'_>,
    apdu: &Apdu,
    use_case: &'static UseCase,
    visit: &mut dyn FnMut(Spot),
) -> Option<(Reason, &'static str)> {
    let mut reader = Reader { message, use_case, visit, no_key: false };
    match apdu.kind? {
        ApduKind::AccessRequest => reader.request(apdu),
        ApduKind::AccessResponse => {
            if !reader.response(apdu) {
                return Some((Reason::NoCounterpart, "which entries were left out"));
            }
        }
        ApduKind::DataNotification => reader.alert(apdu),
    }
    reader.no_key.then_some((Reason::NoKey, "an encrypted item"))
}

/// The rows that a value may belong to.
#[derive(Clone, Copy)]
enum Rows {
    These(&'static [u16]),
    All,
}

struct Reader<'r, 'm> {
    message: &'r Message<'m>,
    use_case: &'static UseCase,
    visit: &'r mut dyn FnMut(Spot),
    no_key: bool,
}

impl Reader<'_, '_> {
    fn request(&mut self, apdu: &Apdu) {
        let mut due = self.use_case.dlms_requests.iter();
        for request in apdu.requests(self.message) {
            let Some(entry) = due.find(|entry| is_entry(&request, entry) || !entry.optional) else {
                return;
            };
            if !is_entry(&request, entry) {
                return;
            }
            let rows = Rows::These(entry.items);
            if let Some((_, selection)) = request.selection {
                self.value(rows, ItemPart::Selection, selection);
            }
            let Some(data) = request.data else { continue };
            match entry.access {
                AccessKind::Set => self.value(rows, ItemPart::Value, data),
                AccessKind::Action => self.value(rows, ItemPart::Parameter, data),
                AccessKind::Get | AccessKind::GetWithSelection => self.empty(data),
            }
        }
    }

    /// False where it is not known which answer is whose.
    fn response(&mut self, apdu: &Apdu) -> bool {
        let template = self.use_case.dlms_requests;
        let count = apdu.results(self.message).count();
        let all = count == template.len();
        if !all && count != template.iter().filter(|entry| !entry.optional).count() {
            return false;
        }
        let due = template.iter().filter(|entry| all || !entry.optional);
        for (result, entry) in apdu.results(self.message).zip(due) {
            if result.choice != entry.access.answer_choice() {
                break;
            }
            let (0, Some(data)) = (result.code, result.data) else { continue };
            let part = match entry.access {
                AccessKind::Get | AccessKind::GetWithSelection => ItemPart::Value,
                AccessKind::Action => ItemPart::Answer,
                AccessKind::Set => {
                    self.empty(data);
                    continue;
                }
            };
            self.value(Rows::These(entry.items), part, data);
            if !entry.protected.is_empty() {
                self.protected(entry.protected, data);
            }
        }
        true
    }

    fn alert(&mut self, apdu: &Apdu) {
        let Some(body) = apdu.body else { return };
        self.value(Rows::All, ItemPart::Alert, body);
        if self.has_ciphertext(body) {
            match self.opened(body) {
                Some(structure) => {
                    if let Some(value) = self.message.tree.members(structure).next() {
                        self.value(Rows::All, ItemPart::Value, value);
                    }
                }
                None => self.no_key = true,
            }
        }
    }

    /// The attributes in the plaintext below `data`: members of one structure.
    fn protected(&mut self, attributes: &'static [ProtectedAttribute], data: NodeId) {
        if !self.has_ciphertext(data) {
            return;
        }
        let Some(structure) = self.opened(data) else {
            self.no_key = true;
            return;
        };
        let tree = &self.message.tree;
        let item = attributes.iter().flat_map(|attribute| attribute.items).next();
        if let Some(item) = item.and_then(|index| self.use_case.dlms_items.get(usize::from(*index)))
            && tree.members(structure).count() != attributes.len()
        {
            let container =
                Container { kind: Kind::DlmsStructure, members: Some(attributes.len()) };
            (self.visit)(Spot {
                node: structure,
                row: Row::Item(item),
                rules: &item.rules,
                further: None,
                container: Some(container),
            });
            return;
        }
        for (attribute, value) in attributes.iter().zip(tree.members(structure)) {
            self.value(Rows::These(attribute.items), ItemPart::Value, value);
        }
    }

    fn ciphertext(&self, node: NodeId) -> Option<NodeId> {
        let tree = &self.message.tree;
        let mut below = tree.descendants(node);
        below.find(|id| tree.get(*id).is_some_and(|node| node.kind == Kind::Ciphertext))
    }

    fn has_ciphertext(&self, node: NodeId) -> bool {
        self.ciphertext(node).is_some()
    }

    /// The structure in the ciphertext below `node`, once it was opened.
    fn opened(&self, node: NodeId) -> Option<NodeId> {
        let tree = &self.message.tree;
        tree.children(tree.plaintext_of(self.ciphertext(node)?)?.root).next()
    }

    fn empty(&mut self, node: NodeId) {
        (self.visit)(Spot { node, row: Row::Empty, rules: &EMPTY, further: None, container: None });
    }

    fn value(&mut self, rows: Rows, part: ItemPart, node: NodeId) {
        let mut address = [0; MAX_STEPS];
        self.walk(rows, part, node, &mut address, 0);
    }

    /// Shows what stands at an address: the value of its row, the values below it, or what stands
    /// there instead of a container. The rows bound the depth.
    fn walk(
        &mut self,
        rows: Rows,
        part: ItemPart,
        node: NodeId,
        address: &mut [u16; MAX_STEPS],
        depth: usize,
    ) {
        let here = address.get(..depth).unwrap_or_default();
        let (mut exact, mut below): (Option<&'static DlmsItem>, _) = (None, None);
        let items = self.use_case.dlms_items;
        let mut members = Members::default();
        let mut look = |item: &'static DlmsItem| {
            let leads = item.part == Some(part)
                && item.address.len() >= depth
                && item.address.iter().zip(here).all(|(step, number)| match step {
                    Step::Any => true,
                    Step::At(other) => other == number,
                });
            if leads {
                match item.address.get(depth) {
                    None => exact = exact.or(Some(item)),
                    Some(step) => {
                        below = below.or(Some((step, item)));
                        members.note(*step, item.twin_element_only);
                    }
                }
            }
        };
        match rows {
            Rows::These(indices) => indices
                .iter()
                .filter_map(|index| items.get(usize::from(*index)))
                .for_each(&mut look),
            Rows::All => items.iter().for_each(&mut look),
        }
        let tree = &self.message.tree;
        let Some(kind) = tree.get(node).map(|node| node.kind) else { return };
        if let Some((step, item)) = below {
            let count = tree.members(node).count();
            let wrong = wrong_container(item.container(*step), kind, members, count);
            if wrong.is_none() && depth < MAX_STEPS {
                for (number, member) in tree.members(node).enumerate() {
                    if let Some(place) = address.get_mut(depth) {
                        *place = members.row_number(number, count);
                    }
                    self.walk(rows, part, member, address, depth + 1);
                }
                return;
            }
            let row = Row::Item(item);
            (self.visit)(Spot { node, row, rules: &item.rules, further: None, container: wrong });
        } else if let Some(item) = exact {
            (self.visit)(Spot {
                node,
                row: Row::Item(item),
                rules: &item.rules,
                further: None,
                container: None,
            });
        }
    }
}

/// `due`, where it cannot be one of `kind` with `count` members. The parts of a compact array have
/// no type of their own.
fn wrong_container(due: Kind, kind: Kind, members: Members, count: usize) -> Option<Container> {
    let is_packed = kind == Kind::DlmsCompactArray && due == Kind::DlmsArray;
    if kind != due && kind != Kind::Group && !is_packed {
        return Some(Container { kind: due, members: None });
    }
    let number = members.number_other_than(count)?;
    Some(Container { kind: due, members: Some(number) })
}

/// The members of a structure that rows name, as sets of their numbers.
#[derive(Clone, Copy, Default)]
struct Members {
    all: u64,
    /// Those that only a twin element meter has.
    twin: u64,
}

impl Members {
    fn note(&mut self, step: Step, twin_element_only: bool) {
        if let Step::At(number @ 0..64) = step {
            self.all |= 1 << number;
            if twin_element_only {
                self.twin |= 1 << number;
            }
        }
    }

    /// How many members there should be, where it cannot be `count`. Rows that do not name each
    /// member do not say how many follow.
    fn number_other_than(self, count: usize) -> Option<usize> {
        let last = 64 - self.all.leading_zeros() as usize;
        if last == 0 {
            return None;
        }
        let least = last - self.twin.count_ones() as usize;
        let all_named = self.all.count_ones() as usize == last;
        let is_wrong = count < least || (count > last && all_named);
        let is_between = count > least && count < last;
        (is_wrong || is_between).then_some(last)
    }

    /// The number that the rows give to member `number` of `count`: a single element meter leaves
    /// out what it does not have.
    fn row_number(self, number: usize, count: usize) -> u16 {
        let last = 64 - self.all.leading_zeros() as usize;
        let absent = self.twin.count_ones() as usize;
        if absent == 0 || count + absent != last {
            return u16::try_from(number).unwrap_or(u16::MAX);
        }
        let mut present = (0..64_u16).filter(|at| self.twin & 1 << at == 0);
        present.nth(number).unwrap_or(u16::MAX)
    }
}

/// How the entry of each number of a response was asked for, by the template of its use case.
pub(super) fn selects(message: &Message<'_>) -> impl Fn(usize) -> Option<AccessKind> + use<> {
    use gbcs_parser::catalogue::use_case_of_code;
    let code = message.envelope.message_code();
    let template = code.and_then(use_case_of_code).map_or(&[][..], |found| found.dlms_requests);
    move |number| template.get(number).map(|entry| entry.access)
}

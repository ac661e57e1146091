//! The values of a DLMS message, each with its row of the mapping table.

use gbcs_parser::catalogue::{DlmsRequest, ProtectedAttribute, Step, UseCase, ValueRules};
use gbcs_parser::dlms::{AccessKind, AccessRequest, Apdu, ApduKind};
use gbcs_parser::kind::Kind;
use gbcs_parser::{CraFlag, Message, NodeId};

use super::dlms_form::{Form, Forms, Inside};
use super::spot::{Container, Looks, Row, Spot};
use crate::verdict::Reason;

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
    let forms = Forms::of(message.envelope.message_code()?, use_case)?;
    let is_alert = message.envelope.cra() == Some(CraFlag::Alert);
    let mut reader =
        Reader { message, use_case, forms, visit, is_alert, looked_at: 0, no_key: false };
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

struct Reader<'r, 'm> {
    message: &'r Message<'m>,
    use_case: &'static UseCase,
    forms: &'static Forms,
    visit: &'r mut dyn FnMut(Spot),
    /// Of an alert each value is shown, of others those in which there is something to be looked at.
    is_alert: bool,
    /// Values shown in which there is something to be looked at.
    looked_at: usize,
    no_key: bool,
}

impl Reader<'_, '_> {
    fn show(&mut self, spot: Spot) {
        self.looked_at += usize::from(spot.looks != Looks::NONE);
        (self.visit)(spot);
    }

    fn request(&mut self, apdu: &Apdu) {
        let mut due = self.use_case.dlms_requests.iter().zip(&self.forms.entries);
        for request in apdu.requests(self.message) {
            let Some((entry, forms)) =
                due.find(|(entry, _)| is_entry(request, entry) || !entry.optional)
            else {
                return;
            };
            if !is_entry(request, entry) {
                return;
            }
            if let Some((_, selection)) = request.selection {
                self.value(&forms.selection, selection);
            }
            let Some(data) = request.data else { continue };
            match entry.access {
                AccessKind::Set => self.value(&forms.value, data),
                AccessKind::Action => self.value(&forms.parameter, data),
                AccessKind::Get | AccessKind::GetWithSelection => self.empty(data),
            }
        }
    }

    /// False where it is not known which answer is whose.
    fn response(&mut self, apdu: &Apdu) -> bool {
        let template = self.use_case.dlms_requests;
        let count = apdu.results(self.message).len();
        let all = count == template.len();
        if !all && count != template.iter().filter(|entry| !entry.optional).count() {
            return false;
        }
        let due = template.iter().zip(&self.forms.entries);
        let due = due.filter(|(entry, _)| all || !entry.optional);
        for (result, (entry, forms)) in apdu.results(self.message).iter().zip(due) {
            if result.choice != entry.access.answer_choice() {
                break;
            }
            let (0, Some(data)) = (result.code, result.data) else { continue };
            let form = match entry.access {
                AccessKind::Get | AccessKind::GetWithSelection => &forms.value,
                AccessKind::Action => &forms.answer,
                AccessKind::Set => {
                    self.empty(data);
                    continue;
                }
            };
            self.value(form, data);
            if !entry.protected.is_empty() {
                self.protected(entry.protected, &forms.protected, data);
            }
        }
        true
    }

    fn alert(&mut self, apdu: &Apdu) {
        let Some(body) = apdu.body else { return };
        self.value(&self.forms.alert, body);
        if self.has_ciphertext(body) {
            match self.opened(body) {
                Some(structure) => {
                    if let Some(value) = self.message.tree.members(structure).next() {
                        self.value(&self.forms.alert_value, value);
                    }
                }
                None => self.no_key = true,
            }
        }
    }

    /// The attributes in the plaintext below `data`: members of one structure.
    fn protected(
        &mut self,
        attributes: &'static [ProtectedAttribute],
        forms: &'static [Form],
        data: NodeId,
    ) {
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
            self.show(Spot {
                node: structure,
                row: Row::Item(item),
                rules: &item.rules,
                further: None,
                container: Some(container),
                looks: Looks::TYPE,
            });
            return;
        }
        for (form, value) in forms.iter().zip(tree.members(structure)) {
            self.value(form, value);
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
        let kind = self.message.tree.get(node).map(|node| node.kind);
        let looks = if kind == EMPTY.kind { Looks::NONE } else { Looks::TYPE };
        if looks == Looks::NONE && !self.is_alert {
            return;
        }
        let row = Row::Empty;
        self.show(Spot { node, row, rules: &EMPTY, further: None, container: None, looks });
    }

    /// Shows the `count` members of a container, or of an array, of which none are named.
    fn members(&mut self, inside: &'static Inside, node: NodeId, count: usize) {
        let tree = &self.message.tree;
        let before = self.looked_at;
        for (number, member) in tree.members(node).enumerate() {
            self.value(inside.member(inside.members.row_number(number, count)), member);
            // A log may have thousands of entries. Of an alert each value counts.
            let nothing_in_it = number == 0 && self.looked_at == before && !self.is_alert;
            if nothing_in_it && inside.members.is_empty() && self.all_alike(node, member) {
                return;
            }
        }
    }

    /// True where all elements of a list have the same types as its first: a compact array says them
    /// once, and only arrays inside could differ in length.
    fn all_alike(&self, list: NodeId, first: NodeId) -> bool {
        let tree = &self.message.tree;
        let kind = |id: NodeId| tree.get(id).map(|node| node.kind);
        kind(list) == Some(Kind::DlmsCompactArray)
            && tree.descendants(first).all(|id| !kind(id).is_some_and(Kind::is_container))
    }

    /// Shows what stands at `node`: the value of its row, the values below it, or what stands there
    /// instead of a container. The form bounds the depth.
    fn value(&mut self, form: &'static Form, node: NodeId) {
        let tree = &self.message.tree;
        let Some(kind) = tree.get(node).map(|node| node.kind) else { return };
        if let Some(inside) = &form.below {
            let item = inside.item;
            let named = !inside.members.is_empty();
            let count = if named { tree.members(node).count() } else { 0 };
            let wrong = wrong_container(inside.container, kind, inside.members, count);
            if wrong.is_none() && !inside.too_deep {
                self.members(inside, node, count);
                return;
            }
            let row = Row::Item(item);
            let (rules, looks) = (&item.rules, Looks::TYPE);
            self.show(Spot { node, row, rules, further: None, container: wrong, looks });
        } else if let Some(exact) = form.exact {
            let (row, rules) = (Row::Item(exact.item), &exact.item.rules);
            let looks = exact.looks(kind);
            if looks == Looks::NONE && !self.is_alert {
                return;
            }
            self.show(Spot { node, row, rules, further: None, container: None, looks });
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
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Members {
    all: u64,
    /// Those that only a twin element meter has.
    twin: u64,
}

impl Members {
    /// Notes a member that a row names.
    pub(super) fn note(&mut self, step: Step, twin_element_only: bool) {
        if let Step::At(number @ 0..64) = step {
            self.all |= 1 << number;
            if twin_element_only {
                self.twin |= 1 << number;
            }
        }
    }

    /// True where the rows name no member: what is inside is an array.
    fn is_empty(self) -> bool {
        self.all == 0
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

//! DLMS: access requests, access responses, data-notifications.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{
    ALERT_CODES, CodeKind, DlmsItem, DlmsRequest, ItemAccess, ItemPart, UseCase, message_code,
};
use gbcs_parser::dlms::AccessKind;
use gbcs_parser::encode::date_time;
use gbcs_parser::encode::dlms::{self, Answer, Data, Object, Request};

use super::bench::{COUNTER, Planned, Proof, device, party, seal};
use super::taken::{self, judges};
use super::values::{LONG, Plant, build, faults, structures};

/// Result of an entry that failed: other reason.
const OTHER_REASON: u8 = 250;

/// A use case with its conforming requests and answers.
struct Made {
    case: &'static UseCase,
    code: u16,
    entries: Vec<&'static DlmsRequest>,
    requests: Vec<Request>,
    answers: Vec<Answer>,
}

/// The entries of a command that conforms: all of them, but for the use cases that set the period of
/// one controller, by its number, out of five (MDM004).
fn entries(case: &'static UseCase) -> Vec<(u16, Vec<&'static DlmsRequest>)> {
    let all = || case.dlms_requests.iter();
    if !case.id.starts_with("ECS47") {
        return vec![(1, all().collect())];
    }
    let of = |number: u16| {
        let own = usize::from(number - 1) * 2;
        let kept = all().enumerate().filter(|(at, entry)| !entry.optional || at / 2 * 2 == own);
        kept.map(|(_, entry)| entry).collect()
    };
    (1..=5).map(|number| (number, of(number))).collect()
}

/// What is proved of a use case of DLMS.
pub fn prove(case: &'static UseCase, code: u16, proof: &mut Proof) {
    let unstated = case.dlms_items.iter().filter(|item| {
        item.part.is_some_and(|part| part != ItemPart::Selection) && item.rules.kind.is_none()
    });
    for item in unstated {
        proof.not_made.insert(format!("values: no type is stated of {}", item.attribute));
    }
    let long = |item: &&DlmsItem| item.rules.max_length.is_some_and(|most| most > LONG);
    for item in case.dlms_items.iter().filter(long) {
        let what = format!("values: what is too long for {} is so for any message", item.attribute);
        proof.not_made.insert(what);
    }
    if case.dlms_items.iter().any(|item| item.access == ItemAccess::Alert) {
        alert(case, code, proof);
    }
    if case.dlms_requests.is_empty() {
        return;
    }
    for (number, entries) in entries(case) {
        let made = Made::new(case, code, number, entries);
        made.conforming(proof);
        made.request_list(proof);
        made.response_list(proof);
        made.failures(proof);
        for (at, entry) in made.entries.iter().enumerate() {
            made.values(at, entry, proof);
        }
    }
}

fn command_of(requests: &[Request]) -> Planned {
    (CraFlag::Command, dlms::access_request(dlms::invoke_id(COUNTER), requests))
}

fn response_of(answers: &[Answer]) -> Planned {
    (CraFlag::Response, dlms::access_response(dlms::invoke_id(COUNTER), answers))
}

/// The method that a command is given to a controller with.
const COMMAND_CONTROLLER: [[u8; 6]; 2] = [[0, 0, 10, 0, 103, 255], [0, 0, 10, 0, 107, 255]];

impl Made {
    /// `number` is that of the controller that is commanded, where one is.
    fn new(
        case: &'static UseCase,
        code: u16,
        number: u16,
        entries: Vec<&'static DlmsRequest>,
    ) -> Self {
        let make = |entry: &&'static DlmsRequest| {
            let mut made = request(case, entry, Plant::Nothing);
            if COMMAND_CONTROLLER.contains(&entry.obis) {
                made.data = Data::LongUnsigned(number << 8);
            }
            made
        };
        let requests: Vec<Request> = entries.iter().map(make).collect();
        let pairs = entries.iter().zip(&requests);
        let answers =
            pairs.map(|(entry, request)| answer(case, entry, request, Plant::Nothing)).collect();
        Self { case, code, entries, requests, answers }
    }

    fn command(&self) -> Planned {
        command_of(&self.requests)
    }

    /// The response alone is judged by the template, that behind its command by the command.
    fn conforming(&self, proof: &mut Proof) {
        let response = response_of(&self.answers);
        proof.passes(self.code, "command", "alone", &[self.command()]);
        proof.passes(self.code, "response", "alone", std::slice::from_ref(&response));
        proof.passes(self.code, "response", "to its command", &[self.command(), response]);
        let kept = |at: usize| !self.entries[at].optional;
        let requests: Vec<Request> = without(&self.requests, kept);
        let answers: Vec<Answer> = without(&self.answers, kept);
        if requests.len() < self.requests.len() && !requests.is_empty() {
            let messages = [command_of(&requests), response_of(&answers)];
            proof.passes(self.code, "response", "without the optional entries", &messages);
        }
    }

    fn request_list(&self, proof: &mut Proof) {
        let rules = taken::request_list(self.case.id);
        let mut judge = |what: String, requests: &[Request], rules: &[&'static str]| {
            proof.caught(self.code, &what, &[command_of(requests)], rules);
        };
        for at in 0..self.requests.len() {
            let mut changed = self.requests.clone();
            changed.insert(at, changed[at].clone());
            judge(format!("request {at} doubled"), &changed, rules);
            let mut changed = self.requests.clone();
            changed.remove(at);
            let rules_here = if self.entries[at].optional { &[][..] } else { rules };
            judge(format!("request {at} dropped"), &changed, rules_here);
            if at + 1 < self.requests.len() {
                let mut changed = self.requests.clone();
                changed.swap(at, at + 1);
                judge(format!("requests {at} and {} swapped", at + 1), &changed, rules);
            }
            let mut changed = self.requests.clone();
            changed[at].object.index ^= 0x40;
            judge(format!("request {at} of another attribute"), &changed, rules);
            if let Some(changed) = of_another_attribute(self.entries[at], at, &self.requests) {
                judge(format!("request {at} of another protected attribute"), &changed, rules);
            }
        }
    }

    fn response_list(&self, proof: &mut Proof) {
        let mut judge = |what: String, answers: &[Answer]| {
            let messages = [self.command(), response_of(answers)];
            proof.caught(self.code, &what, &messages, &["USE002"]);
        };
        for at in 0..self.answers.len() {
            let mut changed = self.answers.clone();
            changed[at].choice = changed[at].choice % 3 + 1;
            judge(format!("answer {at} of another kind"), &changed);
            let mut changed = self.answers.clone();
            changed.remove(at);
            judge(format!("answer {at} dropped"), &changed);
            let mut changed = self.answers.clone();
            changed.insert(at, changed[at].clone());
            judge(format!("answer {at} doubled"), &changed);
            if self.answers.get(at + 1).is_some_and(|next| next.choice != self.answers[at].choice) {
                let mut changed = self.answers.clone();
                changed.swap(at, at + 1);
                judge(format!("answers {at} and {} swapped", at + 1), &changed);
            }
        }
    }

    /// From a failed entry on none succeeds, and nothing comes with it.
    fn failures(&self, proof: &mut Proof) {
        let failed = |from: usize| {
            let pairs = self.requests.iter().zip(&self.answers).enumerate();
            let one = |(at, (request, answer)): (usize, (&Request, &Answer))| match at >= from {
                true => Answer::failure(request, OTHER_REASON),
                false => answer.clone(),
            };
            pairs.map(one).collect::<Vec<Answer>>()
        };
        for at in 0..self.answers.len() {
            let answers = failed(at);
            let messages = [self.command(), response_of(&answers)];
            proof.passes(self.code, "response", &format!("failed from {at} on"), &messages);
            let mut changed = answers.clone();
            if changed[at].choice == 1 {
                changed[at].data = Data::Unsigned(0);
                let messages = [self.command(), response_of(&changed)];
                let what = format!("answer {at} failed with data");
                proof.caught(self.code, &what, &messages, &["USE015"]);
            }
            if at + 1 < answers.len() {
                let mut changed = answers;
                changed[at + 1..].clone_from_slice(&self.answers[at + 1..]);
                let messages = [self.command(), response_of(&changed)];
                let what = format!("answers after the failed {at} succeed");
                proof.caught(self.code, &what, &messages, &["USE015"]);
            }
        }
    }

    fn values(&self, at: usize, entry: &'static DlmsRequest, proof: &mut Proof) {
        let mut judge = |what: &str, in_command: bool, plant: Plant<'_>, rules: &[&'static str]| {
            let messages = if in_command {
                let mut requests = self.requests.clone();
                requests[at] = request(self.case, entry, plant);
                vec![command_of(&requests)]
            } else {
                let mut answers = self.answers.clone();
                answers[at] = answer(self.case, entry, &self.requests[at], plant);
                vec![self.command(), response_of(&answers)]
            };
            proof.caught(self.code, what, &messages, rules);
        };
        let protected = entry.protected.iter().flat_map(|a| self.case.protected_items_of(a));
        for item in self.case.items_of(entry).chain(protected) {
            let Some(in_command) = is_in_command(entry, item) else { continue };
            for (data, rule) in faults(item, in_command) {
                let what = format!("{} {data:?}", item.attribute);
                let rules = judges(self.case.id, &name(item), rule);
                judge(&what, in_command, Plant::Value(item.element, &data), &rules);
            }
        }
        for (part, items) in parts(self.case, entry) {
            let Some(in_command) = items.first().and_then(|item| is_in_command(entry, item)) else {
                continue;
            };
            // Of a selection the table has the bounds alone.
            if part == ItemPart::Selection {
                continue;
            }
            for (steps, changes) in structures(&items) {
                for more in changes {
                    let what = format!("{steps:?} with {more} members more in entry {at}");
                    let rules = taken::members(self.case.id);
                    judge(&what, in_command, Plant::Members(&steps, more), rules);
                }
            }
        }
    }
}

/// Object and attribute.
fn name(item: &DlmsItem) -> String {
    format!("{}.{}", item.object, item.attribute)
}

/// Those of `all` whose numbers are kept.
fn without<T: Clone>(all: &[T], kept: impl Fn(usize) -> bool) -> Vec<T> {
    all.iter().enumerate().filter(|(at, _)| kept(*at)).map(|(_, one)| one.clone()).collect()
}

/// Whether an item travels in the command; `None` for one that names no value of an exchange.
fn is_in_command(entry: &DlmsRequest, item: &DlmsItem) -> Option<bool> {
    match item.part {
        None | Some(ItemPart::Alert) => None,
        Some(ItemPart::Selection | ItemPart::Parameter) => Some(true),
        Some(ItemPart::Answer) => Some(false),
        Some(ItemPart::Value) => Some(entry.access == AccessKind::Set),
    }
}

/// The values of an entry, each with its rows.
fn parts(
    case: &'static UseCase,
    entry: &'static DlmsRequest,
) -> Vec<(ItemPart, Vec<&'static DlmsItem>)> {
    let mut found: Vec<(ItemPart, Vec<_>)> =
        [ItemPart::Value, ItemPart::Selection, ItemPart::Parameter, ItemPart::Answer]
            .into_iter()
            .map(|part| (part, rows(case, entry, part)))
            .collect();
    for attribute in entry.protected {
        found.push((ItemPart::Value, case.protected_items_of(attribute).collect()));
    }
    found
}

fn rows(case: &'static UseCase, entry: &DlmsRequest, part: ItemPart) -> Vec<&'static DlmsItem> {
    case.items_of(entry).filter(|item| item.part == Some(part)).collect()
}

fn part(case: &'static UseCase, entry: &DlmsRequest, part: ItemPart, plant: Plant<'_>) -> Data {
    build(&rows(case, entry, part), plant)
}

fn request(case: &'static UseCase, entry: &DlmsRequest, plant: Plant<'_>) -> Request {
    let object = Object::new(entry.class_id, entry.obis, entry.index);
    match entry.access {
        AccessKind::Get => Request::get(object),
        AccessKind::Set => Request::set(object, part(case, entry, ItemPart::Value, plant)),
        AccessKind::Action if !entry.protected.is_empty() && !is_planted(case, entry, plant) => {
            let attributes: Vec<Object> = entry
                .protected
                .iter()
                .map(|one| Object::new(one.class_id, one.obis, one.index))
                .collect();
            Request::action(object, protected_request(&attributes))
        }
        AccessKind::Action => {
            Request::action(object, part(case, entry, ItemPart::Parameter, plant))
        }
        AccessKind::GetWithSelection => {
            let selection = part(case, entry, ItemPart::Selection, plant);
            Request::get_with_selection(object, 1, selection)
        }
    }
}

/// True where the change is one to a parameter of the entry.
fn is_planted(case: &'static UseCase, entry: &DlmsRequest, plant: Plant<'_>) -> bool {
    let Plant::Value(element, _) = plant else { return false };
    rows(case, entry, ItemPart::Parameter).iter().any(|item| item.element == element)
}

/// Asks for attributes to come back encrypted.
fn protected_request(attributes: &[Object]) -> Data {
    let definitions = attributes.iter().map(|object| {
        Data::Structure(vec![
            Data::LongUnsigned(object.class_id),
            Data::octets(object.obis),
            Data::Integer(object.index as i8),
            Data::LongUnsigned(0),
            Data::Structure(vec![Data::Enum(0), Data::Null]),
        ])
    });
    let how = dlms::protection_parameters(COUNTER, &party().0, &device().0);
    Data::Structure(vec![Data::Array(definitions.collect()), how])
}

/// The requests with another attribute in the class 30 entry `at`.
fn of_another_attribute(
    entry: &DlmsRequest,
    at: usize,
    requests: &[Request],
) -> Option<Vec<Request>> {
    let first = entry.protected.first()?;
    let mut changed = requests.to_vec();
    let other = Object::new(first.class_id, first.obis, first.index ^ 0x01);
    changed[at].data = protected_request(&[other]);
    Some(changed)
}

fn answer(
    case: &'static UseCase,
    entry: &DlmsRequest,
    request: &Request,
    plant: Plant<'_>,
) -> Answer {
    let data = match entry.access {
        AccessKind::Set => Data::Null,
        AccessKind::Action if !entry.protected.is_empty() => {
            let attributes = entry.protected.iter().map(|attribute| {
                let items: Vec<_> = case.protected_items_of(attribute).collect();
                build(&items, plant)
            });
            let (parameters, octets) = sealed(attributes.collect());
            Data::Structure(vec![parameters, octets])
        }
        AccessKind::Action => part(case, entry, ItemPart::Answer, plant),
        AccessKind::Get | AccessKind::GetWithSelection => part(case, entry, ItemPart::Value, plant),
    };
    Answer::to(request, data)
}

/// Protection parameters, and the attributes encrypted.
fn sealed(attributes: Vec<Data>) -> (Data, Data) {
    let sealed = seal(&Data::Structure(attributes).encode());
    dlms::protected(COUNTER, &device().0, &party().0, &sealed)
}

/// An alert: its code, the time, and what its rows say.
fn alert(case: &'static UseCase, code: u16, proof: &mut Proof) {
    assert_eq!(message_code(code).unwrap().kind, CodeKind::Alert, "{}", case.id);
    let Some(alert) = ALERT_CODES.iter().find(|alert| alert.message_codes.contains(&code)) else {
        proof.not_made.insert("alert: no alert code is known for its message code".to_owned());
        return;
    };
    let items: Vec<&'static DlmsItem> =
        case.dlms_items.iter().filter(|item| item.part.is_some()).collect();
    let make = |plant: Plant<'_>| {
        let time = date_time(0, 0xFF, 0xFF);
        let of = |part: ItemPart| {
            let rows: Vec<_> =
                items.iter().copied().filter(|item| item.part == Some(part)).collect();
            build(&rows, plant)
        };
        let mut rest = match of(ItemPart::Alert) {
            Data::Structure(members) => members.into_iter().skip(2).collect(),
            _ => Vec::new(),
        };
        if items.iter().any(|item| item.part == Some(ItemPart::Value)) {
            let (parameters, octets) = sealed(vec![of(ItemPart::Value)]);
            rest.extend([parameters, octets]);
        }
        let content = dlms::alert(dlms::invoke_id(COUNTER), alert.code, time, rest);
        vec![(CraFlag::Alert, content)]
    };
    proof.passes(code, "alert", "", &make(Plant::Nothing));
    for item in &items {
        for (data, rule) in faults(item, false) {
            let what = format!("{} {data:?}", item.attribute);
            let rules = judges(case.id, &name(item), rule);
            proof.caught(code, &what, &make(Plant::Value(item.element, &data)), &rules);
        }
    }
}

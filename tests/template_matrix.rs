//! Every use case with a template: messages made from it pass, and each fault planted in one of its
//! places is found by the rule that is meant for it, and by no other of its family.

use std::collections::BTreeSet;

use gbcs_parser::catalogue::{
    Constant, DlmsItem, DlmsRequest, GbzComponent, GbzField, GbzMessage, Instances, ItemPart, Step,
    USE_CASES, UseCase,
};
use gbcs_parser::dlms::AccessKind;
use gbcs_parser::encode::dlms::{self, Answer, Data, Object, Request};
use gbcs_parser::encode::{MacHeader, Message, Signature, gbz};
use gbcs_parser::kind::Kind;
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::Record;
use gbcs_parser::{CraFlag, EntityId};
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::NoKeys;
use gbcs_rules::profile::{Profile, Selection};
use gbcs_rules::registry;
use gbcs_rules::results::Results;
use gbcs_rules::verdict::Verdict;

use crate::run::hex_line;

const PARTY: EntityId = EntityId([0x5E, 0, 0, 0, 0, 0, 0, 1]);
const DEVICE: EntityId = EntityId([0x5E, 0, 0, 0, 0, 0, 0, 2]);
const COUNTER: u64 = 1000;

/// The rules of the family that speak of the messages with these contents.
fn found(code: u16, messages: &[(CraFlag, Vec<u8>)]) -> BTreeSet<&'static str> {
    let results = judged(code, messages);
    results.findings.iter().map(|finding| finding.rule.rule().code).collect()
}

/// What the rules of the family say of the messages with these contents.
fn judged(code: u16, messages: &[(CraFlag, Vec<u8>)]) -> Results {
    let mut text = String::new();
    for (cra, content) in messages {
        let parties = if *cra == CraFlag::Command { (PARTY, DEVICE) } else { (DEVICE, PARTY) };
        let message = Message::new(*cra, parties.0, parties.1, COUNTER, code, content.clone());
        let octets =
            MacHeader::default().wrap(&message.general_signing(&Signature::Empty), |_| [0xA5; 12]);
        text.push_str(&hex_line(&octets));
        text.push('\n');
    }
    let records: Vec<Record> =
        read(Form::Hex, text.as_bytes(), "matrix").map(|record| record.unwrap()).collect();
    assert_eq!(records.len(), messages.len());
    let selection = Selection::new(&["USE".to_owned()], &[]).unwrap();
    let profile = Profile { selection, ..Profile::default() };
    let mut engine = Engine::new(&profile, &NoKeys);
    let mut log = engine.begin(LogFacts { ordered: true, ..LogFacts::default() });
    log.judge(&records);
    log.end();
    engine.finish(&["matrix".into()])
}

fn only(code: &'static str) -> BTreeSet<&'static str> {
    BTreeSet::from([code])
}

/// A value that its row allows.
fn value(item: &DlmsItem) -> Data {
    let rules = &item.rules;
    let constant = rules.fixed.or(rules.allowed.first().copied());
    let number = match constant {
        Some(Constant::Number(number)) => number,
        _ => rules
            .limit
            .and_then(|limit| limit.min)
            .or(rules.range.map(|(least, _)| least))
            .or(rules.names.first().map(|(number, _)| *number as i64))
            .unwrap_or(0),
    };
    let least = rules.limit.and_then(|limit| limit.min_length).unwrap_or(0) as usize;
    let octets = match constant {
        Some(Constant::Octets(octets)) => octets.to_vec(),
        _ => vec![b'0'; least],
    };
    let bits = match constant {
        Some(Constant::Bits(octets, count)) => (count, octets.to_vec()),
        _ => (0, Vec::new()),
    };
    let text = || String::from_utf8(octets.clone()).unwrap();
    match rules.kind {
        None | Some(Kind::DlmsNull) => Data::Null,
        Some(Kind::DlmsBoolean) => Data::Boolean(constant != Some(Constant::Bool(false))),
        Some(Kind::DlmsBitString) => Data::BitString(bits.0, bits.1),
        Some(Kind::DlmsDoubleLong) => Data::DoubleLong(number as i32),
        Some(Kind::DlmsDoubleLongUnsigned) => Data::DoubleLongUnsigned(number as u32),
        Some(Kind::DlmsOctetString) => Data::OctetString(octets),
        Some(Kind::DlmsVisibleString) => Data::VisibleString(text()),
        Some(Kind::DlmsUtf8String) => Data::Utf8String(text()),
        Some(Kind::DlmsInteger) => Data::Integer(number as i8),
        Some(Kind::DlmsLong) => Data::Long(number as i16),
        Some(Kind::DlmsUnsigned) => Data::Unsigned(number as u8),
        Some(Kind::DlmsLongUnsigned) => Data::LongUnsigned(number as u16),
        Some(Kind::DlmsLong64) => Data::Long64(number),
        Some(Kind::DlmsLong64Unsigned) => Data::Long64Unsigned(number as u64),
        Some(Kind::DlmsEnum) => Data::Enum(number as u8),
        Some(Kind::DlmsStructure) => Data::Structure(vec![Data::Null]),
        Some(Kind::DlmsArray) => Data::Array(Vec::new()),
        Some(other) => panic!("no value of {other:?}"),
    }
}

/// The value that holds `items`; `plant` stands in for one of them.
fn build(items: &[&'static DlmsItem], depth: usize, plant: Option<(u32, &Data)>) -> Data {
    if let Some(item) = items.iter().find(|item| item.address.len() == depth) {
        return match plant {
            Some((element, data)) if element == item.element => data.clone(),
            _ => value(item),
        };
    }
    match items.first().map(|item| item.address[depth]) {
        None => Data::Null,
        Some(Step::Any) => Data::Array(vec![build(items, depth + 1, plant)]),
        Some(Step::At(_)) => {
            let number = |item: &&DlmsItem| match item.address[depth] {
                Step::At(number) => number,
                Step::Any => 0,
            };
            let last = items.iter().map(number).max().unwrap_or(0);
            let members = (0..=last).map(|at| {
                let inside: Vec<_> = items.iter().copied().filter(|i| number(i) == at).collect();
                build(&inside, depth + 1, plant)
            });
            let step = items[0].address[depth];
            match items[0].container(step) {
                Kind::DlmsArray => Data::Array(members.collect()),
                _ => Data::Structure(members.collect()),
            }
        }
    }
}

type Plant<'p> = Option<(u32, &'p Data)>;

fn part(case: &UseCase, entry: &DlmsRequest, part: ItemPart, plant: Plant<'_>) -> Data {
    let items: Vec<_> = case.items_of(entry).filter(|item| item.part == Some(part)).collect();
    build(&items, 0, plant)
}

fn request(case: &UseCase, entry: &DlmsRequest, plant: Plant<'_>) -> Request {
    let object = Object::new(entry.class_id, entry.obis, entry.index);
    match entry.access {
        AccessKind::Get => Request::get(object),
        AccessKind::Set => Request::set(object, part(case, entry, ItemPart::Value, plant)),
        AccessKind::Action => {
            Request::action(object, part(case, entry, ItemPart::Parameter, plant))
        }
        AccessKind::GetWithSelection => {
            let selection = part(case, entry, ItemPart::Selection, plant);
            Request::get_with_selection(object, 1, selection)
        }
    }
}

fn answer(case: &UseCase, entry: &DlmsRequest, request: &Request, plant: Plant<'_>) -> Answer {
    let data = match entry.access {
        AccessKind::Set => Data::Null,
        AccessKind::Action => part(case, entry, ItemPart::Answer, plant),
        AccessKind::Get | AccessKind::GetWithSelection => part(case, entry, ItemPart::Value, plant),
    };
    Answer::to(request, data)
}

fn command_of(requests: &[Request]) -> (CraFlag, Vec<u8>) {
    (CraFlag::Command, dlms::access_request(dlms::invoke_id(COUNTER), requests))
}

fn response_of(answers: &[Answer]) -> (CraFlag, Vec<u8>) {
    (CraFlag::Response, dlms::access_response(dlms::invoke_id(COUNTER), answers))
}

/// A use case with its conforming requests and answers.
struct Made {
    case: &'static UseCase,
    code: u16,
    requests: Vec<Request>,
    answers: Vec<Answer>,
}

fn made() -> Vec<Made> {
    let cases = USE_CASES.iter().filter(|case| !case.dlms_requests.is_empty());
    cases
        .filter_map(|case| {
            let requests: Vec<Request> =
                case.dlms_requests.iter().map(|entry| request(case, entry, None)).collect();
            let answers = case
                .dlms_requests
                .iter()
                .zip(&requests)
                .map(|(entry, request)| answer(case, entry, request, None))
                .collect();
            Some(Made { case, code: *case.message_codes.first()?, requests, answers })
        })
        .collect()
}

#[test]
fn dlms_messages_made_from_their_template_pass() {
    let made = made();
    assert!(made.len() > 80, "{}", made.len());
    for Made { case, code, requests, answers } in &made {
        let messages = [command_of(requests), response_of(answers)];
        assert_eq!(found(*code, &messages), BTreeSet::new(), "{}", case.id);
    }
}

#[test]
fn a_changed_request_list_is_found_and_nothing_else() {
    for Made { case, code, requests, .. } in made() {
        // Its list is CLK003's.
        if case.id == "ECS70" {
            continue;
        }
        let judge = |requests: &[Request]| found(code, &[command_of(requests)]);
        for at in 0..requests.len() {
            let mut doubled = requests.clone();
            doubled.insert(at, requests[at].clone());
            assert_eq!(judge(&doubled), only("USE001"), "{} doubled {at}", case.id);
            let mut dropped = requests.clone();
            dropped.remove(at);
            let optional = case.dlms_requests[at].optional;
            let due = if optional { BTreeSet::new() } else { only("USE001") };
            assert_eq!(judge(&dropped), due, "{} without {at}", case.id);
            if at + 1 < requests.len() {
                let mut swapped = requests.clone();
                swapped.swap(at, at + 1);
                assert_eq!(judge(&swapped), only("USE001"), "{} swapped {at}", case.id);
            }
        }
    }
}

#[test]
fn a_changed_response_list_is_found() {
    for Made { case, code, requests, answers } in made() {
        let judge =
            |answers: &[Answer]| found(code, &[command_of(&requests), response_of(answers)]);
        for at in 0..answers.len() {
            let mut other = answers.clone();
            other[at].choice = other[at].choice % 3 + 1;
            assert_eq!(judge(&other), only("USE002"), "{} kind of {at}", case.id);
        }
        let mut longer = answers.clone();
        longer.extend(answers.last().cloned());
        assert_eq!(judge(&longer), only("USE002"), "{} longer", case.id);
    }
}

/// Use cases with items that another family judges.
fn has_taken_items(id: &str) -> bool {
    ["ECS18b", "ECS37", "ECS38", "CCS01", "ECS70", "CS01a", "CCS03", "CCS07"].contains(&id)
        || ["ECS47", "ECS25", "ECS23", "ECS29"].iter().any(|start| id.starts_with(start))
}

/// Values of another type, constant, range or length, each with the rule that is meant for it.
fn faults(item: &DlmsItem) -> Vec<(Data, &'static str)> {
    let rules = &item.rules;
    let Some(kind) = rules.kind else { return Vec::new() };
    let other = if kind == Kind::DlmsBoolean { Data::Unsigned(1) } else { Data::Boolean(true) };
    let mut faults = vec![(other, "USE004")];
    if kind != Kind::DlmsStructure {
        faults.push((Data::Structure(vec![Data::Null]), "USE004"));
    }
    let number = |number: i64| {
        Some(match kind {
            Kind::DlmsDoubleLong => Data::DoubleLong(number.try_into().ok()?),
            Kind::DlmsDoubleLongUnsigned => Data::DoubleLongUnsigned(number.try_into().ok()?),
            Kind::DlmsInteger => Data::Integer(number.try_into().ok()?),
            Kind::DlmsLong => Data::Long(number.try_into().ok()?),
            Kind::DlmsUnsigned => Data::Unsigned(number.try_into().ok()?),
            Kind::DlmsLongUnsigned => Data::LongUnsigned(number.try_into().ok()?),
            Kind::DlmsEnum => Data::Enum(number.try_into().ok()?),
            _ => return None,
        })
    };
    if let Some(Constant::Number(fixed)) = rules.fixed {
        faults.extend(number(fixed ^ 1).map(|data| (data, "USE003")));
    } else if let Some((_, most)) = rules.range {
        faults.extend(number(most + 1).map(|data| (data, "USE006")));
    } else if rules.names_complete {
        let free = (0..256).find(|n| rules.name_of(*n).is_none()).unwrap();
        faults.extend(number(free as i64).map(|data| (data, "USE006")));
    }
    let is_free = rules.fixed.is_none() && rules.allowed.is_empty();
    if let (Some(most), true, Kind::DlmsOctetString) = (rules.max_length, is_free, kind) {
        faults.push((Data::OctetString(vec![b'0'; most as usize + 1]), "USE005"));
    }
    faults
}

#[test]
fn a_wrong_value_is_found_by_its_rule_alone() {
    let mut caught = 0;
    for Made { case, code, requests, answers } in made() {
        for (at, entry) in case.dlms_requests.iter().enumerate() {
            for item in case.items_of(entry) {
                let in_command = match item.part {
                    None | Some(ItemPart::Alert) => continue,
                    Some(ItemPart::Selection | ItemPart::Parameter) => true,
                    Some(ItemPart::Answer) => false,
                    Some(ItemPart::Value) => entry.access == AccessKind::Set,
                };
                for (data, rule) in faults(item) {
                    let plant = Some((item.element, &data));
                    let messages = if in_command {
                        let mut requests = requests.clone();
                        requests[at] = request(case, entry, plant);
                        vec![command_of(&requests)]
                    } else {
                        let mut answers = answers.clone();
                        answers[at] = answer(case, entry, &requests[at], plant);
                        vec![command_of(&requests), response_of(&answers)]
                    };
                    let rules = found(code, &messages);
                    if rules.is_empty() && has_taken_items(case.id) {
                        continue;
                    }
                    assert_eq!(rules, only(rule), "{} {} {data:?}", case.id, item.attribute);
                    caught += 1;
                }
            }
        }
    }
    println!("{caught} faults of values found");
    assert!(caught > 1000, "{caught}");
}

/// The value with one of its structures a member longer or shorter: each way to do that.
fn with_other_structures(data: &Data) -> Vec<Data> {
    let (Data::Array(members) | Data::Structure(members)) = data else { return Vec::new() };
    let again = |members: Vec<Data>| match data {
        Data::Array(_) => Data::Array(members),
        _ => Data::Structure(members),
    };
    let mut others = Vec::new();
    for (at, member) in members.iter().enumerate() {
        for other in with_other_structures(member) {
            let mut members = members.clone();
            members[at] = other;
            others.push(again(members));
        }
    }
    if let (Data::Structure(_), [rest @ .., last]) = (data, members.as_slice()) {
        others.push(Data::Structure(rest.to_vec()));
        others.push(Data::Structure([members, std::slice::from_ref(last)].concat()));
    }
    others
}

#[test]
fn a_structure_with_another_number_of_members_is_found() {
    let mut caught = 0;
    for Made { case, code, requests, answers } in made() {
        for (at, entry) in case.dlms_requests.iter().enumerate() {
            let object = Object::new(entry.class_id, entry.obis, entry.index);
            for place in [ItemPart::Value, ItemPart::Parameter, ItemPart::Answer] {
                let items: Vec<_> =
                    case.items_of(entry).filter(|item| item.part == Some(place)).collect();
                // What a single element meter leaves out may be missing; a structure that is one
                // value has any members.
                if items.iter().any(|item| item.twin_element_only || item.address.is_empty()) {
                    continue;
                }
                for other in with_other_structures(&part(case, entry, place, None)) {
                    let mut requests = requests.clone();
                    let mut answers = answers.clone();
                    match (place, entry.access) {
                        (ItemPart::Value, AccessKind::Set) => {
                            requests[at] = Request::set(object, other);
                        }
                        (ItemPart::Parameter, _) => requests[at] = Request::action(object, other),
                        _ => answers[at] = Answer::to(&requests[at], other),
                    }
                    let rules = found(code, &[command_of(&requests), response_of(&answers)]);
                    if case.id != "ECS70" {
                        assert_eq!(rules, only("USE004"), "{} entry {at} {place:?}", case.id);
                        caught += 1;
                    }
                }
            }
        }
    }
    println!("{caught} structures found");
    assert!(caught > 200, "{caught}");
}

/// The least number that the template and the mapping table allow.
fn least(case: &UseCase, field: &GbzField) -> i64 {
    let rows = case.gbz_items.iter().filter(|item| item.parameter == field.name);
    let rules = std::iter::once(&field.rules).chain(rows.map(|item| &item.rules));
    rules
        .flat_map(|rules| [rules.range.map(|range| range.0), rules.limit.and_then(|l| l.min)])
        .flatten()
        .max()
        .unwrap_or(0)
}

fn field_octets(case: &UseCase, field: &GbzField) -> Vec<u8> {
    let rules = &field.rules;
    match (rules.kind, rules.fixed.or(rules.allowed.first().copied())) {
        (None, _) => Vec::new(),
        (Some(Kind::ZclOctetString | Kind::ZclCharacterString), constant) => match constant {
            Some(Constant::Octets(octets)) => {
                let mut text = vec![octets.len() as u8];
                text.extend(octets);
                text
            }
            _ => {
                let rows = case.gbz_items.iter().filter(|item| item.parameter == field.name);
                let limits = rules.limit.into_iter().chain(rows.filter_map(|row| row.rules.limit));
                let least = limits.filter_map(|limit| limit.min_length).max().unwrap_or(0) as u8;
                let length = field.octets.map_or(0, |octets| octets.saturating_sub(1)).max(least);
                let mut text = vec![length];
                text.extend(vec![b'0'; length.into()]);
                text
            }
        },
        (Some(_), constant) => {
            let number = match constant {
                Some(Constant::Number(number)) => number,
                _ => least(case, field),
            };
            let octets = usize::from(field.octets.unwrap_or(1));
            number.to_le_bytes().into_iter().take(octets).collect()
        }
    }
}

fn component(case: &UseCase, entry: &GbzComponent) -> gbz::Component {
    let mut payload: Vec<u8> =
        entry.fields.iter().flat_map(|field| field_octets(case, field)).collect();
    for attribute in entry.attributes {
        payload.extend(attribute.id.to_le_bytes());
    }
    let mut made =
        gbz::Component::new(entry.cluster, entry.frame_control, entry.command_id, payload);
    if entry.from_date_time {
        made = made.from_date_time(0);
    }
    made
}

#[test]
fn gbz_commands_made_from_their_template_pass_and_faults_in_them_are_found() {
    let (mut read_through, mut unread) = (0, Vec::new());
    for case in USE_CASES.iter().filter(|case| !case.gbz.command.is_empty()) {
        let Some(code) = case.message_codes.first().copied() else { continue };
        let template: Vec<&GbzComponent> = case
            .components(GbzMessage::Command)
            .iter()
            .filter(|entry| entry.instances == Instances::Counted)
            .flat_map(|entry| std::iter::repeat_n(entry, entry.least.into()))
            .collect();
        let components =
            gbz::numbered(template.iter().map(|entry| component(case, entry)).collect());
        let judge = |components: &[gbz::Component]| {
            found(code, &[(CraFlag::Command, gbz::components(components))])
        };
        let conforming = judge(&components);
        // A structure of a command cannot be left empty everywhere.
        let content = [(CraFlag::Command, gbz::components(&components))];
        let rule = registry::find("USE008").unwrap();
        let passed = judged(code, &content).verdicts[&rule].get(Verdict::Pass);
        if passed == 0 {
            unread.push(case.id);
            continue;
        }
        assert_eq!(conforming, BTreeSet::new(), "{}", case.id);
        read_through += 1;
        let last = components.len() - 1;
        let mut open = components.clone();
        open[last].control &= !0x01;
        assert_eq!(judge(&open), only("USE008"), "{} not last", case.id);
        let mut late = components.clone();
        late[last].sequence = late[last].sequence.wrapping_add(1);
        assert_eq!(judge(&late), only("USE009"), "{} sequence", case.id);
        let mut other = components.clone();
        other[0].cluster ^= 0x0F00;
        assert!(judge(&other).contains("USE007"), "{} cluster", case.id);
        if template[last].most == Some(1) && components.len() < 200 {
            let mut doubled = components.clone();
            doubled.push(components[last].clone());
            doubled[last].control &= !0x01;
            assert_eq!(judge(&gbz::numbered(doubled)), only("USE007"), "{} doubled", case.id);
        }
        if components.len() > 1 {
            let mut dropped = components.clone();
            dropped.remove(0);
            let rules = judge(&gbz::numbered(dropped));
            assert!(rules.contains("USE007"), "{} without its first: {rules:?}", case.id);
        }
    }
    println!("{read_through} commands; not read: {unread:?}");
    assert!(read_through > 30, "{read_through}");
}

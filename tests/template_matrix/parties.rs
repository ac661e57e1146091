//! Who may send a command, and to what: known roles and device types, right and wrong, and unknown.

use std::collections::BTreeMap;

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{
    CodeKind, DEVICE_TYPES, DeviceType, MESSAGE_CODES, MessageCode, ROLES, Role,
};
use gbcs_parser::log::{Form, read};
use gbcs_parser::record::{Body, Credentials, Position, Record};
use gbcs_rules::engine::Engine;
use gbcs_rules::log::LogFacts;
use gbcs_rules::prepare::NoKeys;
use gbcs_rules::profile::{DeviceEntry, Profile, Selection};
use gbcs_rules::verdict::Verdict;

use super::bench::{device, octets, party};
use crate::run::hex_line;

/// What a rule said of all commands, from a party of a role to a device of a type.
struct Said {
    /// The message codes that it found something in.
    found: Vec<u16>,
    /// How often it could not tell.
    untold: u64,
}

fn commands() -> impl Iterator<Item = &'static MessageCode> {
    MESSAGE_CODES.iter().filter(|code| code.kind == CodeKind::CommandAndResponse)
}

fn judged(rule: &str, role: Option<Role>, device_type: Option<DeviceType>) -> Said {
    let trusts = Credentials {
        remote_party_role: role.map(|role| role.name().to_owned()),
        certificate_type: None,
        remote_party_id: Some(party()),
        floor_seq_number: None,
        certificate: None,
    };
    let credentials = Record {
        position: Position { path: "credentials".into(), record: 1, payload: None, line: None },
        time: None,
        device_id: Some(device()),
        seq: None,
        unknown_fields: Vec::new(),
        extras: Vec::new(),
        body: Body::Credentials(trusts),
    };
    let line =
        |code: &MessageCode| hex_line(&octets(code.code, &(CraFlag::Command, Vec::new()))) + "\n";
    let text: String = commands().map(line).collect();
    let messages = read(Form::Hex, text.as_bytes(), "matrix").map(|record| record.unwrap());
    let records: Vec<Record> = std::iter::once(credentials).chain(messages).collect();
    assert_eq!(records.len(), commands().count() + 1);
    let selection = Selection::new(&[rule.to_owned()], &[]).unwrap();
    let mut profile = Profile { selection, ..Profile::default() };
    profile.devices.insert(device(), DeviceEntry { device_type, ..DeviceEntry::default() });
    let mut engine = Engine::new(&profile, &NoKeys);
    let mut log = engine.begin(LogFacts { ordered: true, ..LogFacts::default() });
    log.judge(&records);
    log.end();
    let results = engine.finish(&["matrix".into()]);
    let codes: BTreeMap<u64, u16> = (1..).zip(commands().map(|code| code.code)).collect();
    let found = results.findings.iter().map(|finding| {
        assert_eq!(finding.rule.rule().code, rule);
        codes[&finding.location.as_ref().unwrap().position.record]
    });
    let untold = results.verdicts.values().map(|counts| counts.get(Verdict::NotEvaluated)).sum();
    Said { found: found.collect(), untold }
}

/// The codes of commands of which `is` holds.
fn codes(is: impl Fn(&MessageCode) -> bool) -> Vec<u16> {
    commands().filter(|code| is(code)).map(|code| code.code).collect()
}

#[test]
fn a_role_that_is_not_entitled_is_found() {
    for entry in ROLES {
        let said = judged("USE012", Some(entry.role), None);
        let due = codes(|code| !code.roles.is_empty() && !code.roles.contains(&entry.role));
        assert!(due.len() > 10, "{:?}", entry.role);
        assert_eq!((said.found, said.untold), (due, 0), "{:?}", entry.role);
    }
    let unknown = judged("USE012", None, None);
    let judged = codes(|code| !code.roles.is_empty()).len();
    assert!(judged > 150, "{judged}");
    assert_eq!((unknown.found, unknown.untold), (Vec::new(), judged as u64));
}

#[test]
fn a_device_that_is_no_target_is_found() {
    for entry in DEVICE_TYPES {
        let said = judged("USE013", None, Some(entry.device_type));
        let is_wrong =
            |code: &MessageCode| !code.targets.is_empty() && !code.is_target(entry.device_type);
        let due = codes(is_wrong);
        assert!(due.len() > 10, "{:?}", entry.device_type);
        assert_eq!((said.found, said.untold), (due, 0), "{:?}", entry.device_type);
    }
    let unknown = judged("USE013", None, None);
    let judged = codes(|code| !code.targets.is_empty()).len();
    assert!(judged > 150, "{judged}");
    assert_eq!((unknown.found, unknown.untold), (Vec::new(), judged as u64));
}

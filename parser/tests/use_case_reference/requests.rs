//! Entries of access requests and components of GBZ payloads.

use std::collections::{BTreeMap, BTreeSet};

use gbcs_parser::catalogue::matching::{align_answers, align_components, align_requests};
use gbcs_parser::catalogue::{GbzMessage, Protocol, use_case_of_code};
use gbcs_parser::dlms::ApduKind;
use gbcs_parser::{CraFlag, Message, Payload};

use crate::{entry, judge, messages, note};

#[test]
fn access_requests_are_those_of_their_use_case() {
    let Some(messages) = messages() else { return };
    let (mut found, mut checked) = (BTreeMap::new(), 0);
    let mut without = BTreeSet::new();
    for octets in &messages {
        let message = Message::decode(octets);
        let Payload::Dlms(apdu) = &message.payload else { continue };
        if apdu.kind != Some(ApduKind::AccessRequest) {
            continue;
        }
        let use_case = message.envelope.message_code().and_then(use_case_of_code).unwrap();
        if use_case.dlms_requests.is_empty() {
            without.insert(use_case.id);
            continue;
        }
        checked += 1;
        let requests = apdu.requests(&message);
        let template = use_case.dlms_requests;
        let alignment = align_requests(requests, template);
        note(
            &mut found,
            use_case,
            "access request",
            &alignment,
            |at| requests.get(at).map(|r| entry(r.kind, r.class_id, r.obis, r.index)),
            |due| template.get(due).map(|r| entry(r.access, r.class_id, r.obis, r.index)),
        );
    }
    println!("no template: {without:?}");
    judge(&found, checked, &["access request"]);
}

#[test]
fn components_are_those_of_their_use_case() {
    let Some(messages) = messages() else { return };
    let (mut found, mut checked) = (BTreeMap::new(), 0);
    let mut without = BTreeSet::new();
    for octets in &messages {
        let message = Message::decode(octets);
        let Payload::Gbz(payload) = &message.payload else { continue };
        let use_case = message.envelope.message_code().and_then(use_case_of_code).unwrap();
        let (kind, name) = match message.envelope.cra() {
            Some(CraFlag::Command) => (GbzMessage::Command, "command"),
            Some(CraFlag::Response) => (GbzMessage::Response, "response"),
            _ => (GbzMessage::Alert, "alert"),
        };
        let template = use_case.components(kind);
        if template.is_empty() {
            without.insert((use_case.id, name));
            continue;
        }
        assert_eq!(use_case.protocol, Some(Protocol::Gbz));
        checked += 1;
        let components = payload.components(&message);
        let alignment = match kind {
            GbzMessage::Response => align_answers(&message, components, template),
            _ => align_components(&message, components, template),
        };
        let text = |cluster: u16, command: u8| format!("{cluster:04X} {command:02X}");
        note(
            &mut found,
            use_case,
            name,
            &alignment,
            |at| {
                let component = components.get(at)?;
                Some(text(component.cluster?.value, component.command?.value))
            },
            |due| template.get(due).map(|c| text(c.cluster, c.command_id)),
        );
    }
    println!("no template: {without:?}");
    judge(&found, checked, &["command", "response", "alert"]);
}

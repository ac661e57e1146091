//! The native log: every kind of record, and every fault.
#![cfg(feature = "text-log")]
#![allow(clippy::unwrap_used, clippy::panic)]

use gbcs_parser::log::{Form, Problem, ProblemKind, read};
use gbcs_parser::record::{
    AlertBehaviour, Body, Completeness, ConfigurationValues, Direction, Outcome, Record,
};
use gbcs_parser::{CraFlag, EntityId};

fn items(text: &str) -> Vec<Result<Record, Problem>> {
    read(Form::JsonLines, text.as_bytes(), "t.jsonl").collect()
}

fn one(text: &str) -> Record {
    let mut items = items(text);
    assert_eq!(items.len(), 1, "{items:?}");
    items.remove(0).unwrap()
}

fn id(text: &str) -> EntityId {
    text.parse().unwrap()
}

const ESME: &str = "00-11-22-33-44-55-66-77";

#[test]
fn the_head_of_a_log() {
    let record = one(
        r#"{"record":"log","format":"gbcs-log","version":"1","gbcs_version":4.2,"created":"2024-05-01T08:00:00+01:00","clock":{"source":"ntp","max_error_ms":50,"drift":1},"complete":[{"interface":"SMWAN","from":"2024-05-01T00:00:00Z"}],"x_own":3,"colour":"red"}"#,
    );
    assert_eq!(record.unknown_fields, ["clock.drift", "colour"]);
    let Body::Log(head) = record.body else { panic!() };
    assert_eq!(head.version, Some(1));
    assert_eq!(head.gbcs_version.as_deref(), Some("4.2"));
    assert_eq!(head.created.unwrap().to_string(), "2024-05-01T07:00:00.000Z");
    assert_eq!(head.clock_max_error_ms, Some(50));
    let Completeness::Parts(parts) = head.complete else { panic!() };
    assert_eq!(parts[0].interface.as_deref(), Some("SMWAN"));
}

#[test]
fn a_message_with_all_its_fields() {
    let record = one(&format!(
        r#"{{"record":"message","seq":7,"time":"2024-05-01T08:00:00.123Z","device_id":"{ESME}","direction":"from-device","interface":"DUIS","payload":"df 09 01","originator":"{ESME}","recipient":"0011223344556678","originator_counter":"18446744073709551615","message_code":"0x0069","cra_flag":2,"duis":{{"request_id":"a:b:1","throttled_alert_count":"41","colour":1}},"expect":{{"use_case":"ECS82","outcome":"NOT_FOUND"}}}}"#
    ));
    assert_eq!(record.seq, Some(7));
    assert_eq!(record.device_id, Some(id(ESME)));
    assert_eq!(record.unknown_fields, ["duis.colour"]);
    let Body::Message(message) = record.body else { panic!() };
    assert_eq!(message.direction, Some(Direction::FromDevice));
    assert_eq!(message.payload, [0xDF, 0x09, 0x01]);
    assert_eq!(message.originator_counter, Some(u64::MAX));
    assert_eq!(message.message_code, Some(0x69));
    assert_eq!(message.cra_flag, Some(CraFlag::Response));
    assert_eq!(message.duis.unwrap().throttled_alert_count, Some(41));
    assert_eq!(message.expect.unwrap().outcome, Some(Outcome::NotFound));
}

#[test]
fn a_payload_in_base64_and_none() {
    let Body::Message(message) = one(r#"{"record":"message","payload_base64":"3wkB"}"#).body else {
        panic!()
    };
    assert_eq!(message.payload, [0xDF, 0x09, 0x01]);
    let Body::Message(message) = one(r#"{"record":"message"}"#).body else { panic!() };
    assert!(message.payload.is_empty());
}

#[test]
fn settings_of_devices() {
    let Body::Configuration(voltage) = one(
        r#"{"record":"configuration","item":"voltage","values":{"averaging_period_s":1800,"phase":2},"from":{"service_reference_variant":"6.18.1","seq":4}}"#,
    )
    .body
    else {
        panic!()
    };
    assert_eq!(
        voltage.values,
        ConfigurationValues::Voltage { averaging_period_s: Some(1800), phase: Some(2) }
    );
    assert_eq!(voltage.from_seq, Some(4));
    let Body::Configuration(alerts) = one(
        r#"{"record":"configuration","item":"alert-behaviour","values":{"81A0":{"wan_alert":"Enable","alarm":"Disable"}}}"#,
    )
    .body
    else {
        panic!()
    };
    let behaviour =
        AlertBehaviour { wan_alert: Some(true), alarm: Some(false), ..Default::default() };
    assert_eq!(alerts.values, ConfigurationValues::AlertBehaviour(vec![(0x81A0, behaviour)]));
    let Body::Configuration(schedule) = one(
        r#"{"record":"configuration","item":"maximum-demand","values":{"entries":[{"index":"01","exec_weekdays":"FE"}]}}"#,
    )
    .body
    else {
        panic!()
    };
    let ConfigurationValues::MaximumDemand { entries } = schedule.values else { panic!() };
    assert_eq!(entries[0].exec_weekdays.as_deref(), Some(&[0xFE][..]));
    let Body::Configuration(other) =
        one(r#"{"record":"configuration","item":"tariff","values":[1,{"a":2}]}"#).body
    else {
        panic!()
    };
    assert_eq!(other.values, ConfigurationValues::Other(r#"[1,{"a":2}]"#.into()));
}

#[test]
fn the_other_kinds_of_record() {
    let text = format!(
        r#"{{"record":"device","device_id":"{ESME}","device_type":"ESME","claims":["MP085A"],"as_manufactured":true}}
{{"record":"credentials","remote_party_role":"Supplier","remote_party_floor_seq_number":"12"}}

{{"record":"test-case","id":"T1","action":"begin","stimulus_is_faulty":true,"requirements":["GBCS 7"]}}
{{"record":"stimulus","event":"power-off","values":{{"s":3}}}}
{{"record":"dcc-alert","dcc_alert_code":"N25","body":{{"UpdateHANDeviceLogResult":{{"UpdateHANDeviceLogServiceRequestID":"{ESME}:{ESME}:5"}}}}}}
{{"record":"log-entry","log":"VoltageProfile","timestamp":"2024-05-01T08:00:00Z","log_code":"8F20","phase":1,"value":230.5,"read_by":9}}
{{"record":"weather","temperature":12}}
"#
    );
    let records: Vec<Record> = items(&text).into_iter().map(Result::unwrap).collect();
    assert_eq!(records.len(), 7);
    assert_eq!((records[2].position.record, records[2].position.line), (3, Some(4)));
    assert!(matches!(&records[0].body, Body::Device(device) if device.claims == ["MP085A"]));
    assert!(matches!(&records[1].body, Body::Credentials(c) if c.floor_seq_number == Some(12)));
    assert!(matches!(&records[2].body, Body::TestCase(t) if t.begins && t.stimulus_is_faulty));
    assert!(
        matches!(&records[3].body, Body::Stimulus(s) if s.values.as_deref() == Some(r#"{"s":3}"#))
    );
    let Body::DccAlert(alert) = &records[4].body else { panic!() };
    assert_eq!(alert.body_element.as_deref(), Some("UpdateHANDeviceLogResult"));
    assert_eq!(alert.request_id.unwrap().counter, 5);
    assert!(
        matches!(&records[5].body, Body::LogEntry(e) if e.value == Some(230.5) && e.log_code == Some(0x8F20))
    );
    assert_eq!(records[6].body, Body::Unknown("weather".into()));
    assert!(records[6].unknown_fields.is_empty());
}

#[test]
fn wrong_values_have_their_column_and_the_rest_stays() {
    let items = items("\r\n{\"record\":\"message\", \"time\": \"noon\",\"seq\":4}\r\n");
    let problem = items[0].as_ref().unwrap_err();
    assert_eq!((problem.line, problem.column, problem.offset), (Some(2), Some(30), Some(31)));
    assert_eq!(problem.to_string(), "`time` is not a time with zone, as in RFC 3339");
    assert_eq!(items[1].as_ref().unwrap().seq, Some(4));
}

#[test]
fn a_payload_that_cannot_be_read_takes_its_record_with_it() {
    let items = items("{\"record\":\"message\",\"payload\":\"DF09G1\"}\n{\"record\":\"message\"}");
    let problem = items[0].as_ref().unwrap_err();
    assert_eq!(problem.kind, ProblemKind::BadCharacter('G'));
    assert_eq!(problem.column, Some(36));
    assert_eq!(items[1].as_ref().unwrap().position.record, 2);
    assert_eq!(items.len(), 2);
}

#[test]
fn lines_that_are_no_record() {
    let kinds: Vec<ProblemKind> =
        items("[1]\n{\"a\":1}\n{\"record\":\n{\"record\":3}\n{\"record\":\"test-case\",\"id\":\"1\"}\n\u{0}")
            .into_iter()
            .map(|item| item.unwrap_err().kind)
            .collect();
    assert_eq!(kinds[0], ProblemKind::NotAnObject);
    assert_eq!(kinds[1], ProblemKind::MissingField("record"));
    assert!(matches!(kinds[2], ProblemKind::NotJson(_)));
    assert!(matches!(kinds[3], ProblemKind::WrongValue { .. }));
    assert_eq!(kinds[4], ProblemKind::MissingField("action"));
    assert!(matches!(kinds[5], ProblemKind::NotJson(_)));
}

#[test]
fn a_field_that_stands_twice_is_a_problem() {
    let items = items("{\"record\":\"message\",\"seq\":1,\"seq\":2}");
    assert_eq!(items[0].as_ref().unwrap_err().to_string(), "`seq` is not there only once");
    assert_eq!(items[1].as_ref().unwrap().seq, Some(1));
}

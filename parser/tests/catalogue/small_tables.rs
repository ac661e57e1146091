//! The tables of codes.

use crate::compare;
use crate::source::{Row, Source, number, optional, table};

const DEVICES: &[(&str, &str)] = &[
    ("GSME", "Gsme"),
    ("ESME", "Esme"),
    ("CHF", "Chf"),
    ("GPF", "Gpf"),
    ("HCALCS", "Hcalcs"),
    ("PPMID", "Ppmid"),
    ("Type 2", "Type2"),
    ("SAPC", "Sapc"),
];

pub const ROLES: &[(&str, &str)] = &[
    ("Root", "Role::Root"),
    ("Recovery", "Role::Recovery"),
    ("Supplier", "Role::Supplier"),
    ("Network Operator", "Role::NetworkOperator"),
    ("Access Control Broker", "Role::AccessControlBroker"),
    ("Transitional Change of Supplier", "Role::TransitionalCos"),
    ("WAN Provider", "Role::WanProvider"),
    ("Issuing Authority", "Role::IssuingAuthority"),
    ("Load Controller", "Role::LoadController"),
    ("Other", "Role::Other"),
];

/// Device types in the order of their table: all of them for `all`, and SAPC wherever ESME.
pub fn devices(row: &Row, column: &str) -> String {
    let names = row.list(column);
    if names == ["all"] {
        return "DeviceType::ALL".to_owned();
    }
    let asked = row.words(column, DEVICES);
    let esme = asked.iter().any(|device| device == "Esme");
    let listed: Vec<String> = DEVICES
        .iter()
        .map(|(_, rust)| (*rust).to_owned())
        .filter(|rust| asked.contains(rust) || (esme && rust == "Sapc"))
        .map(|rust| format!("DeviceType::{rust}"))
        .collect();
    format!("&[{}]", listed.join(", "))
}

pub fn code_list(row: &Row, column: &str) -> String {
    let codes: Vec<String> = row
        .list(column)
        .iter()
        .map(|code| format!("0x{:04X}", number(code).unwrap_or_else(|| row.fault(column))))
        .collect();
    format!("&[{}]", codes.join(", "))
}

/// The Rust of a message code's kind.
pub fn kind(row: &Row) -> String {
    let kinds = [
        ("command and response", "CodeKind::CommandAndResponse"),
        ("alert", "CodeKind::Alert"),
        ("HAN only", "CodeKind::HanOnly"),
    ];
    row.word("kind", &kinds)
}

/// The Rust of a message code's protocol.
pub fn protocol(row: &Row) -> String {
    let protocols = [
        ("dlms", "Some(Protocol::Dlms)"),
        ("gbz", "Some(Protocol::Gbz)"),
        ("asn1", "Some(Protocol::Asn1)"),
        ("", "None"),
    ];
    row.word("protocol", &protocols)
}

/// The Rust of a message code's category.
pub fn message_type(row: &Row) -> String {
    let types = [
        ("SME.C.C", "Some(MessageType::CriticalCommand)"),
        ("SME.C.NC", "Some(MessageType::NonCriticalCommand)"),
        ("SME.C.NC + UTRN", "Some(MessageType::TopUpCommand)"),
        ("SME.A.C", "Some(MessageType::CriticalAlert)"),
        ("SME.A.NC", "Some(MessageType::NonCriticalAlert)"),
        ("SME.C.PPMID-GSME", "Some(MessageType::PpmidToGsme)"),
        ("ZSE specified", "Some(MessageType::ZseSpecified)"),
        ("", "None"),
    ];
    row.word("message_type", &types)
}

/// The Rust of whether messages are critical; one that varies says nothing.
pub fn critical(row: &Row) -> String {
    match row.text("critical") {
        "varies" => "None".to_owned(),
        _ => row.optional_yes_no("critical"),
    }
}

#[test]
fn message_codes() {
    let source = Source::read("message-codes.csv");
    let mut out = source.head(
        "Message codes",
        "use crate::catalogue::{\n    CodeKind, DeviceType, MessageCode, MessageType, Protocol, \
         ResponseDateTime, Role,\n};",
    );
    let rows = source.sorted(|row| row.number("code"));
    let entries: Vec<String> = rows
        .iter()
        .map(|row| {
            let date_time = row.word(
                "response_date_time",
                &[("always", "Always"), ("never", "Never"), ("", "Unknown")],
            );
            let replaced = row.text("remark").strip_prefix("replaced by ").unwrap_or_default();
            format!(
                "MessageCode {{ code: 0x{:04X}, use_case: {}, name: {}, targets: {}, \
                 target_condition: {}, kind: {}, protocol: {}, \
                 message_type: {}, critical: {}, future_dated: {}, \
                 response_date_time: ResponseDateTime::{date_time}, encrypted_items: {}, \
                 service_references: {}, roles: &[{}], replaced_by: {} }}",
                row.number("code"),
                row.string("use_case"),
                row.string("name"),
                devices(row, "targets"),
                row.string("target_condition"),
                kind(row),
                protocol(row),
                message_type(row),
                critical(row),
                row.optional_yes_no("future_dated"),
                row.optional_yes_no("encrypted_items"),
                row.strings("service_references"),
                row.words("roles", ROLES).join(", "),
                optional(replaced, str::to_owned),
            )
        })
        .collect();
    table(&mut out, "Message codes, in their order.", "MESSAGE_CODES", "MessageCode", &entries);
    compare("message_codes.rs", &out);
}

const PHASES: &[(&str, &str)] =
    &[("", "Phases::Any"), ("single phase", "Phases::Single"), ("polyphase", "Phases::Poly")];

#[test]
fn alert_codes() {
    let source = Source::read("alert-codes.csv");
    let mut out = source.head(
        "Alert and event codes",
        "use crate::catalogue::{AlertCode, AlertKind, DeviceType, Phases, Role};",
    );
    let entries: Vec<String> = source
        .sorted(|row| row.number("code"))
        .iter()
        .map(|row| {
            let kind = row.word(
                "kind",
                &[
                    ("alert", "Some(AlertKind::Alert)"),
                    ("event", "Some(AlertKind::Event)"),
                    ("both", "Some(AlertKind::AlertAndEvent)"),
                    ("", "None"),
                ],
            );
            let by = row.words("configurable_by", ROLES).join(", ");
            format!(
                "AlertCode {{ code: 0x{:04X}, name: {}, kind: {kind}, critical: {}, devices: {}, \
                 phases: {}, configurable_by: {}, message_codes: {}, content: {} }}",
                row.number("code"),
                row.string("name"),
                row.optional_yes_no("critical"),
                devices(row, "devices"),
                row.word("phases", PHASES),
                optional(&by, str::to_owned),
                code_list(row, "message_codes"),
                row.string("content"),
            )
        })
        .collect();
    table(&mut out, "Alert and event codes, in their order.", "ALERT_CODES", "AlertCode", &entries);
    compare("alert_codes.rs", &out);
}

#[test]
fn event_behaviours() {
    let source = Source::read("event-behaviours.csv");
    let mut out = source.head(
        "Codes whose behaviour is configurable",
        "use crate::catalogue::{EventBehaviour, GasForm, Phases};",
    );
    let meters: &[(&str, &str)] = &[
        ("", "None"),
        ("all", "Some(Phases::Any)"),
        ("single phase", "Some(Phases::Single)"),
        ("polyphase", "Some(Phases::Poly)"),
        ("polyphase only", "Some(Phases::Poly)"),
    ];
    let forms: &[(&str, &str)] = &[
        ("", "None"),
        ("both forms", "Some(GasForm::Both)"),
        ("full form", "Some(GasForm::Full)"),
    ];
    let entries: Vec<String> = source
        .sorted(|row| row.number("code"))
        .iter()
        .map(|row| {
            format!(
                "EventBehaviour {{ code: 0x{:04X}, esme_supplier: {}, esme_network_operator: {}, \
                 gsme_supplier: {} }}",
                row.number("code"),
                row.word("esme_supplier", meters),
                row.word("esme_network_operator", meters),
                row.word("gsme_supplier", forms),
            )
        })
        .collect();
    let doc = "Codes whose behaviour is configurable, in their order.";
    table(&mut out, doc, "EVENT_BEHAVIOURS", "EventBehaviour", &entries);
    compare("event_behaviours.rs", &out);
}

fn named(source: &Source, kind: Option<&str>) -> Vec<String> {
    let of_kind = |row: &&&Row| kind.is_none_or(|kind| row.text("kind") == kind);
    let column =
        if kind.is_none() && source.rows().any(|row| row.has("value")) { "value" } else { "code" };
    let rows = source.sorted(|row| (kind.map(|_| row.text("kind").to_owned()), row.number(column)));
    rows.iter()
        .filter(of_kind)
        .map(|row| {
            format!("Named {{ code: 0x{:02X}, name: {} }}", row.number(column), row.string("name"))
        })
        .collect()
}

#[test]
fn dlms_results() {
    let source = Source::read("dlms-results.csv");
    let mut out = source.head("DLMS results", "use crate::catalogue::Named;");
    let entries = named(&source, Some("data-access-result"));
    table(&mut out, "Results of get and set.", "DATA_ACCESS_RESULTS", "Named", &entries);
    let entries = named(&source, Some("action-result"));
    table(&mut out, "Results of actions.", "ACTION_RESULTS", "Named", &entries);
    compare("dlms_results.rs", &out);
}

#[test]
fn zcl_status() {
    let source = Source::read("zcl-status.csv");
    let mut out = source.head("ZCL status codes", "use crate::catalogue::Named;");
    table(&mut out, "ZCL status codes.", "ZCL_STATUS", "Named", &named(&source, None));
    compare("zcl_status.rs", &out);
}

#[test]
fn cra_flags() {
    let source = Source::read("cra-flags.csv");
    let mut out = source.head("CRA flags", "use crate::catalogue::Named;");
    table(&mut out, "CRA flags.", "CRA_FLAGS", "Named", &named(&source, None));
    compare("cra_flags.rs", &out);
}

#[test]
fn roles() {
    let source = Source::read("roles.csv");
    let mut out = source.head("Remote party roles", "use crate::catalogue::{Role, RoleEntry};");
    let entries: Vec<String> = source
        .sorted(|row| row.number("number"))
        .iter()
        .map(|row| {
            format!(
                "RoleEntry {{ number: {}, role: {}, asn1_name: {}, name: {} }}",
                row.number("number"),
                row.word("name", ROLES),
                row.string("asn1_name"),
                row.string("name"),
            )
        })
        .collect();
    table(&mut out, "Remote party roles.", "ROLES", "RoleEntry", &entries);
    compare("roles.rs", &out);
}

#[test]
fn credential_replacement_modes() {
    let source = Source::read("credential-replacement-modes.csv");
    let mut out = source
        .head("Credential replacement modes", "use crate::catalogue::CredentialReplacementMode;");
    let entries: Vec<String> = source
        .sorted(|row| row.number("number"))
        .iter()
        .map(|row| {
            format!(
                "CredentialReplacementMode {{ number: {}, name: {}, message_code: 0x{:04X} }}",
                row.number("number"),
                row.string("name"),
                row.number("message_code"),
            )
        })
        .collect();
    table(
        &mut out,
        "Credential replacement modes.",
        "CREDENTIAL_REPLACEMENT_MODES",
        "CredentialReplacementMode",
        &entries,
    );
    compare("credential_replacement_modes.rs", &out);
}

#[test]
fn device_types() {
    let source = Source::read("device-types.csv");
    let mut out =
        source.head("Device types", "use crate::catalogue::{DeviceType, DeviceTypeEntry};");
    let entries: Vec<String> = source
        .rows()
        .map(|row| {
            let numbers: Vec<String> = row
                .list("device_log_numbers")
                .iter()
                .map(|entry| {
                    let (number, name) =
                        entry.split_once(' ').unwrap_or((*entry, row.text("device_type")));
                    format!("({number}, {name:?})")
                })
                .collect();
            format!(
                "DeviceTypeEntry {{ device_type: DeviceType::{}, name: {}, title: {}, \
                 asn1_number: {}, device_log_numbers: &[{}] }}",
                row.word("device_type", DEVICES),
                row.string("device_type"),
                row.string("name"),
                optional(row.text("asn1_number"), str::to_owned),
                numbers.join(", "),
            )
        })
        .collect();
    table(&mut out, "Device types.", "DEVICE_TYPES", "DeviceTypeEntry", &entries);
    compare("device_types.rs", &out);
}

#[test]
fn gbcs_versions() {
    let source = Source::read("gbcs-versions.csv");
    let mut out = source.head("Known versions of GBCS", "use crate::catalogue::Version;");
    let mut versions: Vec<gbcs_parser::catalogue::Version> = source
        .rows()
        .map(|row| {
            let text = row.text("version");
            gbcs_parser::catalogue::Version::parse(text).unwrap_or_else(|| row.fault("version"))
        })
        .collect();
    versions.sort();
    let entries: Vec<String> = versions
        .iter()
        .map(|version| {
            let text = version.to_string();
            format!("Version::of(&[{}])", text.split('.').collect::<Vec<_>>().join(", "))
        })
        .collect();
    table(&mut out, "Known versions, oldest first.", "GBCS_VERSIONS", "Version", &entries);
    compare("gbcs_versions.rs", &out);
}

#[test]
fn dcc_alert_codes() {
    let source = Source::read("dcc-alert-codes.csv");
    let mut out = source.head("DCC Alert codes", "use crate::catalogue::DccAlertCode;");
    let entries: Vec<String> = source
        .sorted(|row| row.text("code").to_owned())
        .iter()
        .map(|row| {
            format!(
                "DccAlertCode {{ code: {}, meaning: {}, body_element: {} }}",
                row.string("code"),
                row.optional_string("meaning"),
                row.optional_string("body_element"),
            )
        })
        .collect();
    let doc = "DCC Alert codes, in the order of their text.";
    table(&mut out, doc, "DCC_ALERT_CODES", "DccAlertCode", &entries);
    compare("dcc_alert_codes.rs", &out);
}

#[test]
fn duis_response_codes() {
    let source = Source::read("duis-response-codes.csv");
    let mut out = source
        .head("DUIS response codes", "use crate::catalogue::{DuisResponseCode, ResponseKind};");
    let kinds: &[(&str, &str)] = &[
        ("success", "Success"),
        ("ack", "Acknowledged"),
        ("warning", "Warning"),
        ("error", "Error"),
    ];
    let entries: Vec<String> = source
        .sorted(|row| row.text("code").to_owned())
        .iter()
        .map(|row| {
            format!(
                "DuisResponseCode {{ code: {}, kind: ResponseKind::{}, service_reference: {}, \
                 service_reference_variants: {}, meaning: {} }}",
                row.string("code"),
                row.word("kind", kinds),
                row.optional_string("service_reference"),
                row.strings("service_reference_variants"),
                row.optional_string("meaning"),
            )
        })
        .collect();
    let doc = "DUIS response codes, in the order of their text.";
    table(&mut out, doc, "DUIS_RESPONSE_CODES", "DuisResponseCode", &entries);
    compare("duis_response_codes.rs", &out);
}

#[test]
fn service_requests() {
    let source = Source::read("service-requests.csv");
    let mut out = source.head(
        "Service requests",
        "use crate::catalogue::{FutureDatedBy, RequestTarget, ServiceRequest};",
    );
    let dated: &[(&str, &str)] =
        &[("", "Nobody"), ("DCC", "Dcc"), ("device", "Device"), ("DCC; device", "DccOrDevice")];
    let entries: Vec<String> = source
        .sorted(|row| row.text("variant").to_owned())
        .iter()
        .map(|row| {
            let columns = [
                ("use_cases_esme", "Esme"),
                ("use_cases_gas", "Gas"),
                ("use_cases_chf", "Chf"),
                ("use_cases_any", "Any"),
            ];
            let mut use_cases = Vec::new();
            for (column, target) in columns {
                for entry in row.list(column) {
                    let Some((use_case, code)) = entry.split_once(' ') else { row.fault(column) };
                    use_cases.push(format!("(RequestTarget::{target}, {use_case:?}, {code})"));
                }
            }
            format!(
                "ServiceRequest {{ variant: {}, name: {}, critical: {}, on_demand: {}, \
                 future_dated_by: FutureDatedBy::{}, dcc_scheduled: {}, non_device: {}, \
                 eligible_user_roles: {}, use_cases: &[{}] }}",
                row.string("variant"),
                row.string("name"),
                row.yes_no("critical"),
                row.yes_no("on_demand"),
                row.word("future_dated_by", dated),
                row.yes_no("dcc_scheduled"),
                row.yes_no("non_device"),
                row.strings("eligible_user_roles"),
                use_cases.join(", "),
            )
        })
        .collect();
    let doc = "Service requests, in the order of their text.";
    table(&mut out, doc, "SERVICE_REQUESTS", "ServiceRequest", &entries);
    compare("service_requests.rs", &out);
}

//! Names of the GBZ fields around the ZCL payloads.

use crate::element::{Element, Meaning, elements};

elements! { Gbz;
    /// The payload.
    PAYLOAD = Element::new("gbz-payload");
    /// Profile identifier.
    PROFILE_ID = Element::new("profile-id").meaning(Meaning::Names(&[(0x0109, "Smart Energy")]));
    /// Number of components, as stated. In an alert it does not count components that follow.
    COMPONENT_COUNT = Element::new("total-number-of-components");
    /// Alert code.
    ALERT_CODE = Element::new("alert-code")
        .meaning(Meaning::Text(crate::catalogue::alert_code_text));
    /// Time of the alert, seconds since 2000.
    ALERT_TIME = Element::new("alert-date-time");
    /// One component.
    COMPONENT = Element::new("component");
    /// Last, encrypted, from date-time present.
    CONTROL = Element::new("extended-header-control-field").meaning(Meaning::Bits(&[
        (0, "last component"), (1, "encrypted"), (4, "from date-time present"),
    ]));
    /// Cluster of a component.
    CLUSTER = Element::new("extended-header-cluster-id").meaning(Meaning::Names(CLUSTERS));
    /// Octets of the component after this field.
    LENGTH = Element::new("extended-header-gbz-command-length");
    /// From when the answer may hold sensitive data.
    FROM_DATE_TIME = Element::new("extended-header-from-date-time");
    /// First octet of the additional header of an encrypted component.
    ADDITIONAL_CONTROL = Element::new("additional-header-control");
    /// Counts the encrypted components of a message from 0.
    FRAME_COUNTER = Element::new("additional-header-frame-counter");
    /// ZCL frame control.
    FRAME_CONTROL = Element::new("zcl-frame-control").meaning(Meaning::Text(frame_control_text));
    /// ZCL manufacturer code, little endian.
    MANUFACTURER_CODE = Element::new("zcl-manufacturer-code");
    /// ZCL transaction sequence number.
    SEQUENCE = Element::new("zcl-transaction-sequence-number");
    /// ZCL command.
    COMMAND = Element::new("zcl-command-id");
    /// The ZCL payload of a command that is not known by name.
    ZCL_PAYLOAD = Element::new("zcl-payload");
    /// The octets of a ZCL payload of no known form.
    ZCL_OCTETS = Element::new("payload");
    /// An attribute identifier of a cluster whose attributes are not known.
    ATTRIBUTE_IDENTIFIER = Element::new("attribute-identifier");
    /// Value of an attribute that is not known by name.
    ATTRIBUTE_VALUE = Element::new("attribute-value");
    /// Type, type of the elements, number of the elements.
    COLLECTION_HEADER = Element::new("header");
    /// An element of an array, structure, set or bag.
    COLLECTION_ELEMENT = Element::new("element");
    /// Octets from the security control to the tag.
    CIPHERED_LENGTH = Element::new("length-of-ciphered-information");
    /// Security control octet.
    SECURITY_CONTROL = Element::new("security-control");
    /// Invocation counter.
    INVOCATION_COUNTER = Element::new("invocation-counter");
    /// The ciphertext of a ZCL payload.
    CIPHERTEXT = Element::new("ciphertext");
    /// Authentication tag of the ciphertext.
    AUTHENTICATION_TAG = Element::new("authentication-tag");
    /// What an alert says beyond its code and time, where its form is not known.
    ALERT_CONTENT = Element::new("alert-content");
    /// Outcome of a future dated command.
    OUTCOME = Element::new("execution-outcome");
    /// Octets of the outcome after this field.
    OUTCOME_LENGTH = Element::new("execution-outcome-length");
    /// Message code of the command that was carried out.
    OUTCOME_MESSAGE_CODE = Element::new("executed-message-code")
        .meaning(Meaning::Text(crate::catalogue::message_code_text));
    /// Originator counter of the command that was carried out.
    OUTCOME_COUNTER = Element::new("executed-originator-counter");
    /// Cluster of the instruction that was carried out.
    OUTCOME_CLUSTER = Element::new("executed-cluster-id").meaning(Meaning::Names(CLUSTERS));
    /// Frame control of the instruction that was carried out.
    OUTCOME_FRAME_CONTROL = Element::new("executed-frame-control")
        .meaning(Meaning::Text(frame_control_text));
    /// Command of the instruction that was carried out.
    OUTCOME_COMMAND = Element::new("executed-command-id");
    /// Hash of a firmware image.
    FIRMWARE_HASH = Element::new("firmware-hash");
    /// Why the device reports the loss of integrity, or another two octets of reason.
    ALERT_REASON = Element::new("alert-reason");
}

/// The clusters of the messages.
const CLUSTERS: &[(u64, &str)] = &[
    (0x0000, "Basic"),
    (0x0003, "Identify"),
    (0x000A, "Time"),
    (0x0019, "OTA Upgrade"),
    (0x0025, "Keep-Alive"),
    (0x0700, "Price"),
    (0x0701, "Demand Response and Load Control"),
    (0x0702, "Metering"),
    (0x0703, "Messaging"),
    (0x0704, "Tunnelling"),
    (0x0705, "Prepayment"),
    (0x0706, "Energy Management"),
    (0x0707, "Calendar"),
    (0x0708, "Device Management"),
    (0x0709, "Events"),
    (0x070A, "MDU Pairing"),
    (0x070B, "Sub-GHz"),
    (0x0800, "Key Establishment"),
];

fn frame_control_text(octets: &[u8]) -> Option<String> {
    let [control] = octets else { return None };
    let scope = match control & 0x03 {
        0 => "general",
        1 => "cluster specific",
        _ => "reserved frame type",
    };
    let manufacturer = if control & 0x04 == 0 { "" } else { ", manufacturer specific" };
    let direction = if control & 0x08 == 0 { "to server" } else { "to client" };
    let default_response =
        if control & 0x10 == 0 { "" } else { ", no default response unless it fails" };
    Some(format!("{scope}{manufacturer}, {direction}{default_response}"))
}

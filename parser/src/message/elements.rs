//! Names of the envelope's fields.

use crate::catalogue;
use crate::element::{Element, Meaning, elements};

const LENGTH: Element = Element::new("length");

elements! { Envelope;
    /// The whole message.
    MESSAGE = Element::new("message");
    /// Request of a gas meter's tunnel to send, take or answer: GET, GET-RESPONSE, PUT.
    TUNNEL_PREFIX = Element::new("tunnel-prefix").meaning(Meaning::Names(&[
        (1, "GET"), (2, "GET-RESPONSE"), (3, "PUT"),
    ]));
    /// Messages that the hub still holds, in a GET-RESPONSE.
    MESSAGES_REMAINING = Element::new("messages-remaining");
    /// The MAC header.
    MAC_HEADER = Element::new("mac-header");
    /// Tag 0xDD.
    GENERAL_CIPHERING = Element::new("general-ciphering");
    /// The grouping header.
    GROUPING_HEADER = Element::new("grouping-header");
    /// Tag 0xDF.
    GENERAL_SIGNING = Element::new("general-signing");
    /// A length field.
    LENGTH_FIELD = LENGTH;
    /// Transaction identifier: CRA flag and originator counter.
    TRANSACTION_ID = Element::new("transaction-id");
    /// Command, response or alert.
    CRA_FLAG = Element::new("cra-flag").meaning(Meaning::Names(&[
        (1, "command"), (2, "response"), (3, "alert"),
    ]));
    /// Originator counter, 64 bits.
    ORIGINATOR_COUNTER = Element::new("originator-counter");
    /// The group of the originator's system title.
    ORIGINATOR = Element::new("originator-system-title");
    /// The group of the recipient's system title.
    RECIPIENT = Element::new("recipient-system-title");
    /// Business originator.
    BUSINESS_ORIGINATOR = Element::new("business-originator");
    /// Business target.
    BUSINESS_TARGET = Element::new("business-target");
    /// The group of the date-time.
    DATE_TIME = Element::new("date-time");
    /// The device's date-time, 12 octets.
    DEVICE_DATE_TIME = Element::new("device-date-time");
    /// Other information.
    OTHER_INFORMATION = Element::new("other-information");
    /// Message code.
    MESSAGE_CODE = Element::new("message-code").meaning(Meaning::Text(catalogue::message_code_text));
    /// Supplementary remote party id.
    SUPPLEMENTARY_REMOTE_PARTY = Element::new("supplementary-remote-party-id");
    /// Supplementary remote party counter.
    SUPPLEMENTARY_REMOTE_PARTY_COUNTER = Element::new("supplementary-remote-party-counter");
    /// Supplementary originator counter.
    SUPPLEMENTARY_ORIGINATOR_COUNTER = Element::new("supplementary-originator-counter");
    /// Key agreement certificate of the supplementary remote party.
    SUPPLEMENTARY_CERTIFICATE = Element::new("supplementary-remote-party-key-agreement-certificate");
    /// Other information of no known form.
    OTHER_INFORMATION_REST = Element::new("other-information-rest");
    /// Key information of a MAC header.
    KEY_INFORMATION = Element::new("key-information");
    /// Length of the ciphered service: all that follows it.
    CIPHERED_LENGTH = Element::new("ciphered-service-length");
    /// Security control octet.
    SECURITY_CONTROL = Element::new("security-control");
    /// Invocation counter, 32 bits.
    INVOCATION_COUNTER = Element::new("invocation-counter");
    /// Length of the content.
    CONTENT_LENGTH = Element::new("content-length");
    /// The content: the payload in one of the three languages.
    CONTENT = Element::new("content");
    /// The group of the signature.
    SIGNATURE_FIELD = Element::new("signature-field");
    /// Signature, r then s.
    SIGNATURE = Element::new("signature");
    /// Message authentication code, 12 octets.
    MAC = Element::new("mac");
    /// Octets inside the MAC header's length that belong to nothing.
    SURPLUS = Element::new("surplus");
    /// Octets after the end of the message.
    TRAILING = Element::new("trailing-octets");
    /// Octets that could not be decoded.
    UNDECODED = Element::new("undecoded");
    /// A block of a general block transfer.
    GBT_BLOCK = Element::new("general-block-transfer");
    /// Tag 0xE0.
    GBT_TAG = Element::new("general-block-transfer-tag");
    /// Last block, streaming, window.
    BLOCK_CONTROL = Element::new("block-control").meaning(Meaning::Text(block_control_text));
    /// Block number.
    BLOCK_NUMBER = Element::new("block-number");
    /// Acknowledged block number.
    BLOCK_NUMBER_ACKNOWLEDGED = Element::new("block-number-acknowledged");
    /// The block's octets.
    BLOCK_DATA = Element::new("block-data");
    /// The routing header of a block.
    ROUTING_HEADER = Element::new("routing-header");
}

fn block_control_text(octets: &[u8]) -> Option<String> {
    let [control] = octets else { return None };
    let last = if control & 0x80 == 0 { "more blocks follow" } else { "last block" };
    let streaming = if control & 0x40 == 0 { "" } else { ", streaming" };
    Some(format!("{last}{streaming}, window {}", control & 0x3F))
}

//! Protection and cryptography: rules on one message, or a command with its response.
//!
//! What was found out with keys stands in [`gbcs_parser::Message::protection`]; keys themselves are
//! never seen here.

mod alert_protection_wrong;
mod certificate_not_of_party;
mod critical_command_unsigned;
mod encrypted_item_unreadable;
mod encryption_header_wrong;
mod mac_invalid;
mod non_critical_command_signed;
mod response_protection_wrong;
mod sensitive_item_in_clear;
mod signature_invalid;

use std::fmt::{Display, Write as _};

use gbcs_parser::Message;
use gbcs_parser::message::{EncryptedItem, Shape};
use gbcs_parser::protection::Missing;

use crate::finding::Findings;
use crate::registry::Family;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The family.
pub const FAMILY: Family = Family {
    code: "SEC",
    title: "Protection and cryptography",
    rules: &[
        &mac_invalid::RULE,
        &signature_invalid::RULE,
        &critical_command_unsigned::RULE,
        &non_critical_command_signed::RULE,
        &response_protection_wrong::RULE,
        &alert_protection_wrong::RULE,
        &encrypted_item_unreadable::RULE,
        &sensitive_item_in_clear::RULE,
        &encryption_header_wrong::RULE,
        &certificate_not_of_party::RULE,
    ],
};

/// The encrypted items of a record: they are looked for among all nodes, and two rules ask.
fn encrypted_items<'a>(subject: &Subject<'a>) -> &'a [EncryptedItem] {
    let find = |message: &Message<'_>| message.encrypted_items().collect();
    subject.memo.encrypted_items.get_or_init(|| subject.message.map_or_else(Vec::new, find))
}

/// Says what was missing for a check: a key, or fields that could be read.
fn not_checked(missing: &[Missing], findings: &mut Findings) {
    for missing in missing {
        let reason = match missing {
            Missing::Fields => Reason::Undecoded,
            Missing::Untried { .. } => Reason::TruncatedState,
            _ => Reason::NoKey,
        };
        findings.blocked(reason, *missing);
    }
}

/// What was expected: something that verifies under one of the keys that were tried.
fn verifies_under<K: Display>(tried: &[K]) -> String {
    let mut text = String::from("verifies under ");
    for (n, key) in tried.iter().enumerate() {
        let or = if n == 0 { "" } else { ", or " };
        let _ = write!(text, "{or}{key}");
    }
    text
}

/// How a message is protected, in words.
fn named(shape: Shape) -> &'static str {
    match shape {
        Shape::Mac => "a MAC alone",
        Shape::Signed => "a signature alone",
        Shape::MacSigned => "a signature and a MAC",
        Shape::PreCommand => "neither signature nor MAC",
        Shape::GbtBlock => "a block",
    }
}

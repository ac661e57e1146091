//! What is checked of a use case.

use gbcs_parser::catalogue::{DlmsItem, GbzMessage, Protocol, USE_CASES, UseCase};

/// What is checked of a use case.
pub struct Coverage {
    /// The use case.
    pub case: &'static UseCase,
    /// Values for which the template states something.
    pub items: usize,
    /// Why there is no template.
    pub without: Option<&'static str>,
}

/// All use cases.
pub fn all() -> Vec<Coverage> {
    USE_CASES.iter().map(of).collect()
}

fn of(case: &'static UseCase) -> Coverage {
    let components = [GbzMessage::Command, GbzMessage::Response, GbzMessage::Alert];
    let gbz: usize = components
        .into_iter()
        .flat_map(|message| case.components(message))
        .map(|component| {
            let fields = component.fields.iter().filter(|field| field.rules.kind.is_some());
            fields.count() + component.attributes.len()
        })
        .sum();
    let is_stated = |item: &&DlmsItem| item.part.is_some() && item.rules.kind.is_some();
    let dlms = case.dlms_items.iter().filter(is_stated).count();
    let has_template = dlms + gbz > 0
        || !case.dlms_requests.is_empty()
        || components.into_iter().any(|message| !case.components(message).is_empty());
    Coverage { case, items: dlms + gbz, without: (!has_template).then(|| reason(case)) }
}

/// Why a use case has no template.
fn reason(case: &UseCase) -> &'static str {
    if case.message_codes.is_empty() {
        return "no GBCS message";
    }
    match (case.protocol, case.defined_in) {
        (Some(Protocol::Asn1), _) => "its structure in DER is held by USE016",
        (_, Some(_)) => "defined outside the section on use cases, which is not public in full",
        (None, None) => "its content depends on the device",
        _ => "not in the edition that the templates are from",
    }
}

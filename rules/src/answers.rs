//! Answers of a DLMS response, each with what it answers.

use gbcs_parser::catalogue::{DlmsRequest, use_case_of_code};
use gbcs_parser::dlms::{AccessResult, ApduKind};
use gbcs_parser::{CraFlag, Message, Payload};

/// An answer and the entry of the use case's request that it belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer {
    /// Its number in the response, from 0.
    pub(crate) number: usize,
    /// The entry.
    pub(crate) request: &'static DlmsRequest,
    /// The result and data.
    pub(crate) result: AccessResult,
}

/// The answers of a response to the entries of its use case's template that are `wanted`. Empty
/// where there is no template, or where optional entries leave open which answer is whose. Most
/// rules want what few use cases have: the template is looked at before the message.
pub(crate) fn to(message: &Message<'_>, wanted: impl Fn(&DlmsRequest) -> bool) -> Vec<Answer> {
    if message.envelope.cra() != Some(CraFlag::Response) {
        return Vec::new();
    }
    let Payload::Dlms(apdu) = message.payload else { return Vec::new() };
    let template = message.envelope.message_code().and_then(use_case_of_code);
    let (Some(ApduKind::AccessResponse), Some(template)) = (apdu.kind, template) else {
        return Vec::new();
    };
    let entries = template.dlms_requests;
    if !entries.iter().any(&wanted) {
        return Vec::new();
    }
    let count = apdu.results(message).len();
    let all = count == entries.len();
    if !all && count != entries.iter().filter(|entry| !entry.optional).count() {
        return Vec::new();
    }
    entries
        .iter()
        .filter(|entry| all || !entry.optional)
        .zip(apdu.results(message))
        .enumerate()
        .filter(|(_, (request, _))| wanted(request))
        .map(|(number, (request, result))| Answer { number, request, result: *result })
        .collect()
}

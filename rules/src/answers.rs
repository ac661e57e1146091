//! Answers of a DLMS response, each with what it answers.

use gbcs_parser::catalogue::{DlmsRequest, use_case_of_code};
use gbcs_parser::dlms::{AccessResult, ApduKind};
use gbcs_parser::{CraFlag, Message, Payload};

/// An answer and the entry of the use case's request that it belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer {
    /// The entry.
    pub(crate) request: &'static DlmsRequest,
    /// The result and data.
    pub(crate) result: AccessResult,
}

/// The answers of a response by the template of its use case. Empty where there is no template, or
/// where optional entries leave open which answer is whose.
pub(crate) fn by_template(message: &Message<'_>) -> Vec<Answer> {
    if message.envelope.cra() != Some(CraFlag::Response) {
        return Vec::new();
    }
    let Payload::Dlms(apdu) = message.payload else { return Vec::new() };
    let template = message.envelope.message_code().and_then(use_case_of_code);
    let (Some(ApduKind::AccessResponse), Some(template)) = (apdu.kind, template) else {
        return Vec::new();
    };
    let results: Vec<_> = apdu.results(message).collect();
    let all: Vec<_> = template.dlms_requests.iter().collect();
    let mandatory: Vec<_> = all.iter().copied().filter(|entry| !entry.optional).collect();
    let entries = match results.len() {
        n if n == all.len() => all,
        n if n == mandatory.len() => mandatory,
        _ => return Vec::new(),
    };
    entries.into_iter().zip(results).map(|(request, result)| Answer { request, result }).collect()
}

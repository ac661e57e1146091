//! DUIS and the DCC.
//!
//! What the envelope of a request, a response or an alert of the DCC says, beside the message in it.
//! Documents of the Parse and Correlate software are no envelopes: these rules leave them alone.

mod alert_code_differs;
mod content;
mod dcc_alert_body_unexpected;
mod dcc_alert_code_unknown;
mod duis_not_valid;
mod duis_version_withdrawn;
mod not_schedulable;
mod request_id_differs;
mod response_code_unknown;
mod service_reference_differs;
mod signing_key_not_dedicated;
mod wan_matrix_blank_misread;

use gbcs_parser::CraFlag;
use gbcs_parser::record::{Body, Direction, Document, Duis, Namespace};

use crate::registry::Family;
use crate::rule::About;
use crate::subject::Subject;

/// The family.
pub const FAMILY: Family = Family {
    code: "DUI",
    title: "DUIS and the DCC",
    rules: &[
        &request_id_differs::RULE,
        &alert_code_differs::RULE,
        &service_reference_differs::RULE,
        &dcc_alert_code_unknown::RULE,
        &response_code_unknown::RULE,
        &dcc_alert_body_unexpected::RULE,
        &not_schedulable::RULE,
        &duis_version_withdrawn::RULE,
        &signing_key_not_dedicated::RULE,
        &wan_matrix_blank_misread::RULE,
        &duis_not_valid::RULE,
    ],
};

/// The envelope of a record. What Parse and Correlate made is none.
fn envelope<'a>(subject: &Subject<'a>) -> Option<&'a Duis> {
    let duis = match &subject.record.body {
        Body::Message(message) => message.duis.as_ref(),
        Body::DccAlert(alert) => alert.duis.as_ref(),
        _ => None,
    }?;
    let root = duis.document.as_ref().and_then(|document| document.root());
    root.is_none_or(|root| &*root.name != "GBCSResponse").then_some(duis)
}

/// The document of a record, where it is one of DUIS itself and not of an adapter.
fn document<'a>(subject: &Subject<'a>) -> Option<&'a Document> {
    let document = envelope(subject)?.document.as_deref()?;
    let root = document.root()?;
    let known = matches!(&*root.name, "Request" | "Response");
    (known && root.namespace == Namespace::ServiceUserGateway).then_some(document)
}

/// Who made the envelope: a user makes requests, the DCC everything else.
fn maker(subject: &Subject<'_>) -> About {
    let direction = subject.message_record().and_then(|message| message.direction);
    if direction == Some(Direction::ToDcc) { About::Sender } else { About::Dcc }
}

/// True for the answer of a device that a user hands to the DCC: the envelope is that of another
/// request.
fn is_returned_locally(subject: &Subject<'_>) -> bool {
    maker(subject) == About::Sender && subject.cra() != Some(CraFlag::Command)
}

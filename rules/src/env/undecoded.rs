//! Which rule names why something could not be read. One fault, one finding: ENV013 speaks only
//! where none does.

use gbcs_parser::element::Table;
use gbcs_parser::error::{DecodeError, ErrorKind};
use gbcs_parser::message::elements as e;
use gbcs_parser::{CraFlag, Message, NodeId, Payload, asn1};

use crate::subject::Subject;

/// The rule that names the cause of a decoding error, if one does.
pub(crate) fn named_by(message: &Message<'_>, issue: &DecodeError) -> Option<&'static str> {
    let element = issue.element;
    let in_content =
        message.envelope.content.and_then(|content| message.tree.get(content)).is_some_and(
            |content| {
                let (content, at) = (content.span(), issue.span);
                at.buffer == content.buffer && at.start >= content.start && at.start < content.end
            },
        );
    match (element.table(), issue.kind) {
        (Some(Table::Envelope), ErrorKind::LeftOver) if element == e::MESSAGE => Some("ENV003"),
        // A block's data is no length of the envelope's own, yet names the same thing.
        (Some(Table::Envelope), ErrorKind::LengthReachesPastEnd | ErrorKind::LeftOver) => {
            Some("ENV002")
        }
        // Under a MAC header, signature and MAC have fixed lengths: where they do not fit, a length
        // before them is wrong.
        (Some(Table::Envelope), _)
            if message.envelope.mac_header.is_some()
                && [e::SIGNATURE_FIELD, e::SIGNATURE, e::MAC].contains(&element) =>
        {
            Some("ENV002")
        }
        // A certificate in other information.
        (Some(Table::Asn1), ErrorKind::LengthReachesPastEnd | ErrorKind::LeftOver)
            if !in_content && message.envelope.content.is_some() =>
        {
            Some("ENV002")
        }
        // What cannot be read is not made as its use case says.
        (Some(Table::Asn1), _) if in_content && asn1::has_structure(message) => Some("USE016"),
        // Fields that do not fit, or octets left over: the length of a component is to blame. An
        // alert holds no components, but for one.
        (
            Some(Table::Gbz),
            ErrorKind::TooShort | ErrorKind::LengthReachesPastEnd | ErrorKind::LeftOver,
        ) if message.envelope.cra() != Some(CraFlag::Alert) => Some("USE010"),
        _ => None,
    }
}

/// True where ENV001, ENV004, ENV005, ENV008 or ENV011 names a wrong value of the envelope that what follows
/// may have been misread for.
pub(crate) fn is_named_by_value(message: &Message<'_>) -> bool {
    let envelope = &message.envelope;
    // ENV011 judges a header that was read to its end.
    let header_wrong = envelope.mac_header.is_some_and(|header| {
        header.first_field_not_empty.is_some() && header.invocation_counter.is_some()
    });
    let title_wrong = |title: Option<NodeId>| {
        title.is_some_and(|title| {
            message
                .tree
                .child(title, e::LENGTH_FIELD)
                .and_then(|length| message.tree.unsigned(length, message.octets()))
                .is_some_and(|octets| octets != 8)
        })
    };
    let transaction_wrong = envelope.transaction_id.is_some_and(|id| {
        message
            .tree
            .child(id, e::LENGTH_FIELD)
            .and_then(|length| message.tree.unsigned(length, message.octets()))
            .is_some_and(|octets| octets != 9)
    });
    let information_wrong = envelope
        .other_information
        .is_some_and(|info| info.rest.is_some() || info.message_code.is_none());
    header_wrong
        || title_wrong(envelope.originator_title)
        || title_wrong(envelope.recipient_title)
        || transaction_wrong
        || information_wrong
        || envelope.language_expected.is_some()
}

/// True where the payload was read to its end in the language of its use case, so that rules on it
/// can judge.
pub(crate) fn payload_is_read(message: &Message<'_>) -> bool {
    let Some(content) = message.envelope.content.and_then(|content| message.tree.get(content))
    else {
        return false;
    };
    let content = content.span();
    message.payload != Payload::None
        && message.envelope.language_expected.is_none()
        && !message.tree.issues().iter().any(|issue| {
            issue.span.buffer != content.buffer
                || (issue.span.start >= content.start
                    && issue.span.start <= content.end
                    && issue.element.table() != Some(Table::Envelope))
        })
}

/// The same of a message that is being judged: several rules ask.
pub(crate) fn is_payload_read(subject: &Subject<'_>) -> bool {
    *subject.memo.payload_is_read.get_or_init(|| subject.message.is_some_and(payload_is_read))
}

//! Topics: what a record is, as far as can be told without looking into its payload.
//!
//! A rule says which topics concern it. It is asked of no other record, so that a record costs what
//! the rules on its topic cost and not what all rules do.

use std::hash::{Hash, Hasher};

use gbcs_parser::catalogue::{self, DlmsRequest, Protocol, UseCase};
use gbcs_parser::record::{Body, Record};
use gbcs_parser::{CraFlag, Message};

/// The kind of a record's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names of the record kinds of LOG-FORMAT")]
pub enum RecordKind {
    Log,
    Device,
    Credentials,
    Configuration,
    TestCase,
    Message,
    Stimulus,
    DccAlert,
    LogEntry,
    ZclFrame,
    Unknown,
}

/// What a record is, as far as can be told without looking into its payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The kind of its body.
    pub kind: RecordKind,
    /// True where it has a message with at least one octet.
    pub has_message: bool,
    /// Command, response or alert.
    pub cra: Option<CraFlag>,
    /// The language of the payload.
    pub protocol: Option<Protocol>,
    /// The message code, where it is one of the standard's: what is none has no use case, and the
    /// number of topics is bounded.
    pub code: Option<u16>,
    /// True where the message has encrypted items.
    pub has_encrypted_items: bool,
    /// True where it came in an XML document of DUIS, or is told as if.
    pub has_duis: bool,
    /// True where the log states what is expected of the message.
    pub has_expectation: bool,
}

impl Hash for Topic {
    /// All of it in one number: the rules of every record are looked up by its topic.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { kind, cra, protocol, code, .. } = *self;
        let flags =
            [self.has_message, self.has_encrypted_items, self.has_duis, self.has_expectation];
        let octets = [
            kind as u8,
            flags.into_iter().fold(0, |bits, flag| bits << 1 | u8::from(flag)),
            cra.map_or(0, |cra| cra as u8 + 1),
            protocol.map_or(0, |protocol| protocol as u8 + 1),
        ];
        let code = code.map_or(0, |code| u64::from(code) + 1);
        state.write_u64(u64::from(u32::from_le_bytes(octets)) | code << 32);
    }
}

impl Topic {
    /// The topic of a record and the message in it.
    #[must_use]
    pub fn of(record: &Record, message: Option<&Message<'_>>) -> Self {
        let (kind, has_duis) = match &record.body {
            Body::Log(_) => (RecordKind::Log, false),
            Body::Device(_) => (RecordKind::Device, false),
            Body::Credentials(_) => (RecordKind::Credentials, false),
            Body::Configuration(_) => (RecordKind::Configuration, false),
            Body::TestCase(_) => (RecordKind::TestCase, false),
            Body::Message(stated) => (RecordKind::Message, stated.duis.is_some()),
            Body::Stimulus(_) => (RecordKind::Stimulus, false),
            Body::DccAlert(alert) => (RecordKind::DccAlert, alert.duis.is_some()),
            Body::LogEntry(_) => (RecordKind::LogEntry, false),
            Body::ZclFrame(_) => (RecordKind::ZclFrame, false),
            Body::Unknown(_) => (RecordKind::Unknown, false),
        };
        Self {
            kind,
            has_message: message.is_some(),
            cra: message.and_then(|message| message.envelope.cra()),
            protocol: message.and_then(|message| message.payload.protocol()),
            code: message.and_then(|message| Some(message.code()?.code)),
            has_encrypted_items: message.is_some_and(|message| message.tree.has_ciphertext()),
            has_duis,
            has_expectation: match &record.body {
                Body::Message(stated) => stated.expect.is_some(),
                _ => false,
            },
        }
    }

    /// True for commands, pre-commands among them.
    #[must_use]
    pub fn is_command(&self) -> bool {
        self.cra == Some(CraFlag::Command)
    }

    /// True for responses.
    #[must_use]
    pub fn is_response(&self) -> bool {
        self.cra == Some(CraFlag::Response)
    }

    /// True for alerts.
    #[must_use]
    pub fn is_alert(&self) -> bool {
        self.cra == Some(CraFlag::Alert)
    }

    /// True where the payload is DLMS.
    #[must_use]
    pub fn is_dlms(&self) -> bool {
        self.protocol == Some(Protocol::Dlms)
    }

    /// True where the payload is GBZ.
    #[must_use]
    pub fn is_gbz(&self) -> bool {
        self.protocol == Some(Protocol::Gbz)
    }

    /// What the use case of the message code looks like.
    #[must_use]
    pub fn use_case(&self) -> Option<&'static UseCase> {
        catalogue::use_case_of_code(self.code?)
    }

    /// True where the message code is of one of these use cases.
    #[must_use]
    pub fn is_use_case(&self, ids: &[&str]) -> bool {
        let entry = self.code.and_then(catalogue::message_code);
        entry.is_some_and(|entry| ids.contains(&entry.use_case))
    }

    /// True for a DLMS response whose use case asks for something of the kind. A response does not
    /// say what it answers: rules go by the use case.
    #[must_use]
    pub fn answers(&self, wanted: impl Fn(&DlmsRequest) -> bool) -> bool {
        let answers = |use_case: &UseCase| use_case.dlms_requests.iter().any(wanted);
        self.is_dlms() && self.is_response() && self.use_case().is_some_and(answers)
    }
}

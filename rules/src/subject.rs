//! What a rule is asked about.

use std::borrow::Cow;

use gbcs_parser::catalogue::MessageCode;
use gbcs_parser::record::{Body, MessageRecord, Record, Time};
use gbcs_parser::{CraFlag, EntityId, Message, NodeId, Span};

use crate::device::{DeviceFacts, DeviceState};
use crate::finding::{Excerpt, Place};
use crate::log::LogFacts;
use crate::memo::Memo;
use crate::prepare::Prepare;
use crate::profile::Profile;
use crate::roles::PartyRoles;
use crate::spec::Version;
use crate::topic::Topic;

/// A record with all that is known around it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The record; of entries of a device's log that belong together, the last.
    pub record: &'a Record,
    /// The decoded message, where the record has a payload.
    pub message: Option<&'a Message<'a>>,
    /// Entries of a device's own log that were read together, in their order; empty otherwise.
    pub entries: &'a [Record],
    /// What is remembered of the device, before this record.
    pub device: &'a DeviceState,
    /// The log.
    pub log: &'a LogFacts,
    /// What is being claimed, and how to judge.
    pub profile: &'a Profile,
    /// The keys.
    pub keys: &'a dyn Prepare,
    /// What is known of the roles of the parties of a command, from the records before it.
    pub roles: PartyRoles,
    /// True where the test case that runs states that what it sends is faulty.
    pub faulty_stimulus: bool,
    /// The device's version of GBCS.
    pub(crate) version: Option<Version>,
    /// The entry of the message code.
    pub(crate) code: Option<&'static MessageCode>,
    /// Its topic.
    pub(crate) topic: Topic,
    /// What rules have worked out of the record.
    pub(crate) memo: &'a Memo,
}

impl<'a> Subject<'a> {
    /// The device that the record is about.
    #[must_use]
    pub fn device_id(&self) -> Option<EntityId> {
        self.device.id
    }

    /// The date by which requirements are in force: the one set for the run, else the record's.
    #[must_use]
    pub fn date(&self) -> Option<Time> {
        self.profile.on.map(crate::spec::Date::start).or(self.record.time)
    }

    /// The device's version of GBCS.
    #[must_use]
    pub fn version(&self) -> Option<Version> {
        self.version
    }

    /// True where the device, or the run, claims to implement a modification.
    #[must_use]
    pub fn claims(&self, modification: &str) -> bool {
        self.profile
            .claims
            .iter()
            .chain(&self.device.facts.claims)
            .any(|claim| claim.eq_ignore_ascii_case(modification))
    }

    /// The device's facts with what this record says of them.
    #[must_use]
    pub fn facts_now(&self) -> Cow<'a, DeviceFacts> {
        match self.record.body {
            Body::Device(_) => Cow::Owned(self.device.facts_after(self.record, self.profile)),
            _ => Cow::Borrowed(&self.device.facts),
        }
    }

    /// The message record.
    #[must_use]
    pub fn message_record(&self) -> Option<&'a MessageRecord> {
        match &self.record.body {
            Body::Message(message) => Some(message),
            _ => None,
        }
    }

    /// Command, response or alert.
    #[must_use]
    pub fn cra(&self) -> Option<CraFlag> {
        self.message?.envelope.cra()
    }

    /// The entry of the message code.
    #[must_use]
    pub fn code(&self) -> Option<&'static MessageCode> {
        self.code
    }

    /// True where the message is of one of these use cases.
    #[must_use]
    pub fn is_use_case(&self, ids: &[&str]) -> bool {
        self.code().is_some_and(|code| ids.contains(&code.use_case))
    }

    /// The place of a node of the message.
    #[must_use]
    pub fn place(&self, node: NodeId) -> Place {
        match self.message.and_then(|message| message.tree.get(node)) {
            Some(found) => {
                let mut field = self.message.map(|m| m.tree.path(node)).unwrap_or_default();
                // Some rules keep places for as long as the log goes on.
                field.shrink_to_fit();
                self.place_at(found.span(), field)
            }
            None => self.record_place(""),
        }
    }

    /// The place of octets of the message.
    #[must_use]
    pub fn place_at(&self, span: Span, field: impl Into<String>) -> Place {
        let excerpt = self.message.map(|message| {
            let octets = message.tree.buffer(span.buffer, message.octets());
            let offset = (span.start as usize).min(octets.len().saturating_sub(1)) / 16 * 16;
            let shown = octets.get(offset..).unwrap_or_default();
            Excerpt {
                offset: offset as u32,
                octets: shown.iter().take(Excerpt::MAX).copied().collect(),
                of: octets.len() as u32,
            }
        });
        Place {
            position: self.record.position.clone(),
            span: Some(span),
            field: field.into(),
            excerpt,
        }
    }

    /// Where an entry of a device's log stands.
    pub(crate) fn entry_place(&self, at: At) -> Place {
        match at {
            At::Node(node) => self.place(node),
            At::Record(number) => {
                let mut place = self.record_place("timestamp");
                if let Some(record) = self.entries.get(number) {
                    place.position = record.position.clone();
                }
                place
            }
        }
    }

    /// A place in the record that is no octets of a message: one of its fields, or all of it.
    #[must_use]
    pub fn record_place(&self, field: impl Into<String>) -> Place {
        Place {
            position: self.record.position.clone(),
            span: None,
            field: field.into(),
            excerpt: None,
        }
    }

    /// A number in the message.
    #[must_use]
    pub fn unsigned(&self, node: NodeId) -> Option<u64> {
        let message = self.message?;
        message.tree.unsigned(node, message.octets())
    }

    /// The octets of a leaf of the message, without tag and length.
    #[must_use]
    pub fn content(&self, node: NodeId) -> &'a [u8] {
        self.message.map_or(&[], |message| message.tree.content(node, message.octets()))
    }
}

/// Where an entry of a device's log stands: in an answer, or in a record of its own, counted among
/// [`Subject::entries`].
#[derive(Clone, Copy, Debug)]
pub(crate) enum At {
    Node(NodeId),
    Record(usize),
}

/// A command with its response.
#[derive(Clone, Copy)]
pub struct Exchange<'a> {
    /// The command.
    pub command: Subject<'a>,
    /// The response. Findings are placed here unless a rule says otherwise.
    pub response: Subject<'a>,
    /// How they fit.
    pub fit: Fit,
}

/// How a response fits the command that it is taken for the answer of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Parties swapped, same counter, same message code.
    Exact,
    /// Same counter, other parties.
    OtherParties,
    /// Same parties, other counter.
    OtherCounter,
    /// Same parties and counter, other message code.
    OtherCode,
}

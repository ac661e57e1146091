//! What is done to messages with keys, between decoding and judging.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use foldhash::fast::RandomState;
use gbcs_parser::protection::{KeyRef, Serial};
use gbcs_parser::record::{Body, Record};
use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

/// Certificates of commands that are kept for their responses. A response follows its command
/// within days at most, and few commands name a party that the device does not know.
const MAX_CERTIFICATES: usize = 4096;

/// What the log tells of a message besides its record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// For a response: the certificate in DER of the unknown remote party that its command named.
    pub command_certificate: Option<&'a [u8]>,
}

/// Whom a document says that it is signed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Serial number of the certificate.
    pub serial: Serial,
    /// The certificate in DER, where the document holds it.
    pub certificate: Option<Vec<u8>>,
}

/// Verifies what is protected and opens what is encrypted.
///
/// What is done to a message must depend on nothing but the message, its record, what is known of
/// it, and what was learned before.
pub trait Prepare: Sync {
    /// Prepares a message that was decoded for the first time.
    fn prepare(&self, message: &mut Message<'_>, record: &Record, known: Known<'_>);

    /// True where nothing is done to any message until something is learned: it need not be asked.
    fn is_idle(&self) -> bool {
        false
    }

    /// Opens what is encrypted in a message that was prepared and judged, and is decoded again to
    /// be judged with its counterpart. Nothing is verified a second time.
    fn reopen(&self, message: &mut Message<'_>, record: &Record, known: Known<'_>) {
        self.prepare(message, record, known);
    }

    /// The key of a signer, where a key that is given by name for use with devices is the same.
    fn device_key(&self, signer: &Signer) -> Option<KeyRef> {
        let _ = signer;
        None
    }

    /// Takes a `credentials` record, for all records behind it in the log.
    fn learn(&self, record: &Record) {
        let _ = record;
    }
}

/// Leaves messages as they were decoded: nothing is verified and nothing opened.
#[derive(Clone, Copy, Debug)]
pub struct NoKeys;

impl Prepare for NoKeys {
    fn is_idle(&self) -> bool {
        true
    }

    fn prepare(&self, _: &mut Message<'_>, _: &Record, _: Known<'_>) {}
}

impl<F: Fn(&mut Message<'_>, &Record) + Sync> Prepare for F {
    fn prepare(&self, message: &mut Message<'_>, record: &Record, _: Known<'_>) {
        self(message, record);
    }
}

/// True for records that [`Prepare::learn`] is to take.
pub(crate) fn teaches(record: &Record) -> bool {
    matches!(&record.body, Body::Credentials(credentials) if credentials.certificate.is_some())
}

/// Device, other party and originator counter of a command.
type CommandKey = (EntityId, EntityId, u64);

/// The certificates in the commands of a log, for their responses.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct CommandCertificates {
    by_command: HashMap<CommandKey, Arc<[u8]>, RandomState>,
    order: VecDeque<CommandKey>,
}

impl CommandCertificates {
    /// The certificate that the command of a response named.
    pub(crate) fn of_response(&self, message: &Message<'_>) -> Option<Arc<[u8]>> {
        let envelope = &message.envelope;
        if self.by_command.is_empty() || envelope.cra()? != CraFlag::Response {
            return None;
        }
        let key = (envelope.originator()?, envelope.recipient()?, envelope.counter()?);
        self.by_command.get(&key).cloned()
    }

    /// Keeps the certificate that a command names.
    pub(crate) fn keep(&mut self, Named { key, certificate }: Named) {
        if self.by_command.insert(key, certificate).is_none() {
            self.order.push_back(key);
        }
        if self.order.len() > MAX_CERTIFICATES
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_command.remove(&oldest);
        }
    }
}

/// A command with the certificate that it names.
pub(crate) struct Named {
    key: CommandKey,
    certificate: Arc<[u8]>,
}

impl Named {
    /// Of a command that names one.
    pub(crate) fn by(message: &Message<'_>) -> Option<Self> {
        let envelope = &message.envelope;
        if envelope.cra()? != CraFlag::Command {
            return None;
        }
        let certificate = certificate(message)?.into();
        let key = (envelope.recipient()?, envelope.originator()?, envelope.counter()?);
        Some(Self { key, certificate })
    }
}

/// The certificate, in DER, of the unknown remote party that a command names.
pub(crate) fn certificate<'m>(message: &'m Message<'_>) -> Option<&'m [u8]> {
    let node = message.envelope.other_information.as_ref()?.certificate?;
    let span = message.tree.get(node)?.span();
    Some(span.of(message.octets()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_certificate_more_than_is_kept_makes_the_oldest_go() {
        let key = |counter| (EntityId([1; 8]), EntityId([2; 8]), counter);
        let mut kept = CommandCertificates::default();
        let named = |counter, octet| Named { key: key(counter), certificate: Arc::from([octet]) };
        (0..MAX_CERTIFICATES as u64).for_each(|counter| kept.keep(named(counter, 0)));
        // One of the same command takes no further place.
        kept.keep(named(7, 7));
        assert!(kept.by_command.contains_key(&key(0)));
        kept.keep(named(u64::MAX, 1));
        assert!(!kept.by_command.contains_key(&key(0)));
        assert!(kept.by_command.contains_key(&key(1)));
        assert_eq!((kept.by_command.len(), kept.order.len()), (MAX_CERTIFICATES, MAX_CERTIFICATES));
    }
}

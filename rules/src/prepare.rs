//! What is done to messages with keys, between decoding and judging.

use std::collections::VecDeque;
use std::sync::Arc;

use gbcs_parser::protection::{KeyRef, Serial};
use gbcs_parser::record::{Body, Record};
use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

use crate::device::{MAX_OCTETS, MAX_OPEN};

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
    /// Prepares a message that is judged for the first time.
    fn prepare(&self, message: &mut Message<'_>, record: &Record, known: Known<'_>);

    /// True where nothing is done to any message until something is learned: it need not be asked.
    fn is_idle(&self) -> bool {
        false
    }

    /// Opens what is encrypted in a message that was judged, and is judged once more with its
    /// counterpart: it is as it was decoded. Nothing is verified a second time.
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

/// Other party and originator counter of a command.
type CommandKey = (EntityId, u64);

/// The certificates in the commands of a device, for its responses. As many are kept as commands that
/// have no answer: what is still paired with its command has the certificate, too.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct CommandCertificates {
    /// In the order of their commands.
    kept: VecDeque<(CommandKey, Arc<[u8]>)>,
    /// Of all of them, as if none were shared.
    octets: usize,
}

impl CommandCertificates {
    /// The certificate that the command of a response named.
    pub(crate) fn of_response(&self, message: &Message<'_>) -> Option<Arc<[u8]>> {
        let envelope = &message.envelope;
        if self.kept.is_empty() || envelope.cra()? != CraFlag::Response {
            return None;
        }
        let key = (envelope.recipient()?, envelope.counter()?);
        let of_command = self.kept.iter().rfind(|(other, _)| *other == key);
        of_command.map(|(_, certificate)| certificate.clone())
    }

    /// Keeps the certificate that a command names.
    pub(crate) fn keep(&mut self, Named { key, mut certificate }: Named) {
        self.octets = self.octets.saturating_add(certificate.len());
        if let Some((_, last)) = self.kept.back().filter(|(_, last)| *last == certificate) {
            // Mostly one party asks again and again.
            certificate = Arc::clone(last);
        }
        match self.kept.iter_mut().rfind(|(other, _)| *other == key) {
            Some((_, kept)) => {
                self.octets = self.octets.saturating_sub(kept.len());
                *kept = certificate;
            }
            None => self.kept.push_back((key, certificate)),
        }
        while self.kept.len() > MAX_OPEN || (self.octets > MAX_OCTETS && self.kept.len() > 1) {
            let Some((_, oldest)) = self.kept.pop_front() else { break };
            self.octets = self.octets.saturating_sub(oldest.len());
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
        let key = (envelope.originator()?, envelope.counter()?);
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

    /// Keeps a certificate of so many octets.
    fn keep(kept: &mut CommandCertificates, counter: u64, octets: usize) {
        let key = (EntityId([3; 8]), counter);
        kept.keep(Named { key, certificate: vec![7; octets].into() });
    }

    fn counters(kept: &CommandCertificates) -> Vec<u64> {
        kept.kept.iter().map(|((_, counter), _)| *counter).collect()
    }

    #[test]
    fn one_certificate_more_than_is_kept_makes_the_oldest_go() {
        let mut kept = CommandCertificates::default();
        (0..MAX_OPEN as u64).for_each(|counter| keep(&mut kept, counter, 1));
        // One of the same command takes no further place.
        keep(&mut kept, 7, 2);
        assert_eq!((kept.kept.len(), kept.octets), (MAX_OPEN, MAX_OPEN + 1));
        keep(&mut kept, u64::MAX, 1);
        let all: Vec<u64> = (1..MAX_OPEN as u64).chain([u64::MAX]).collect();
        assert_eq!((counters(&kept), kept.octets), (all, MAX_OPEN + 1));
    }

    #[test]
    fn one_octet_of_certificates_more_than_may_be_held_makes_the_oldest_go() {
        let mut kept = CommandCertificates::default();
        keep(&mut kept, 1, 1);
        keep(&mut kept, 2, MAX_OCTETS - 1);
        assert_eq!(counters(&kept), [1, 2]);
        keep(&mut kept, 3, 1);
        assert_eq!(counters(&kept), [2, 3]);
        // One that is too large by itself stays alone.
        keep(&mut kept, 4, MAX_OCTETS + 1);
        assert_eq!((counters(&kept), kept.octets), (vec![4], MAX_OCTETS + 1));
    }

    #[test]
    fn commands_that_name_one_certificate_share_it() {
        let mut kept = CommandCertificates::default();
        (0..3).for_each(|counter| keep(&mut kept, counter, 600));
        let [(_, one), .., (_, last)] = kept.kept.make_contiguous() else {
            panic!("three are kept")
        };
        assert!(Arc::ptr_eq(one, last));
    }
}

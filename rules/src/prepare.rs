//! What is done to messages with keys, between decoding and judging.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use gbcs_parser::protection::{KeyRef, Serial};
use gbcs_parser::record::{Body, Record};
use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

/// Certificates of a device's commands that are kept for its responses. A response follows its command
/// within days at most, and few commands name a party that the device does not know. Together they are
/// no larger than the commands that may wait for an answer.
const MAX_CERTIFICATES: usize = 256;

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

/// Other party and originator counter of a command.
type CommandKey = (EntityId, u64);

/// The certificates in the commands of some devices, for their responses.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct CommandCertificates {
    by_device: BTreeMap<EntityId, CertificatesOfDevice>,
}

/// The certificate that each command names; newest last.
type CertificatesOfDevice = VecDeque<(CommandKey, Arc<[u8]>)>;

impl CommandCertificates {
    /// The certificate that the command of a response named.
    pub(crate) fn of_response(&self, message: &Message<'_>) -> Option<Arc<[u8]>> {
        let envelope = &message.envelope;
        if self.by_device.is_empty() || envelope.cra()? != CraFlag::Response {
            return None;
        }
        let kept = self.by_device.get(&envelope.originator()?)?;
        let key = (envelope.recipient()?, envelope.counter()?);
        kept.iter().rfind(|(other, _)| *other == key).map(|(_, certificate)| certificate.clone())
    }

    /// Keeps the certificate that a command names.
    pub(crate) fn keep(&mut self, Named { device, key, certificate }: Named) {
        let kept = self.by_device.entry(device).or_default();
        if let Some((_, other)) = kept.iter_mut().rfind(|(other, _)| *other == key) {
            *other = certificate;
            return;
        }
        if kept.len() >= MAX_CERTIFICATES {
            kept.pop_front();
        }
        kept.push_back((key, certificate));
    }
}

/// A command with the certificate that it names.
pub(crate) struct Named {
    device: EntityId,
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
        Some(Self { device: envelope.recipient()?, key, certificate })
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
        let [device, another, party] = [1, 2, 3].map(|octet| EntityId([octet; 8]));
        let mut kept = CommandCertificates::default();
        let named = |device, counter, octet| {
            let (key, certificate) = ((party, counter), Arc::from([octet]));
            Named { device, key, certificate }
        };
        (0..MAX_CERTIFICATES as u64).for_each(|counter| kept.keep(named(device, counter, 0)));
        // One of the same command takes no further place, and another device has places of its own.
        kept.keep(named(device, 7, 7));
        kept.keep(named(another, 0, 0));
        let counters = |kept: &CommandCertificates, device| -> Vec<(u64, u8)> {
            kept.by_device[device]
                .iter()
                .map(|((_, counter), octets)| (*counter, octets[0]))
                .collect()
        };
        let all = counters(&kept, &device);
        assert_eq!((all.len(), all[0], all[7]), (MAX_CERTIFICATES, (0, 0), (7, 7)));
        kept.keep(named(device, u64::MAX, 1));
        assert_eq!(counters(&kept, &device), [&all[1..], &[(u64::MAX, 1)]].concat());
        assert_eq!(counters(&kept, &another), [(0, 0)]);
    }
}

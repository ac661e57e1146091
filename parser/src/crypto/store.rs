//! The key store: which party has which keys.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use foldhash::fast::RandomState;

use super::certificate::Certificate;
use super::file::{Content, KeyFile, NameHint};
use super::key::{PrivateKey, PublicKey};
use crate::catalogue::Role;
use crate::message::EntityId;
use crate::protection::{KeyRef, KeyUsage, Serial};
use crate::record::Time;

/// Something about the key files that a person should know; none of it stops anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A certificate's subject is another party than its file name says. It serves its subject
    /// alone.
    OtherSubject {
        /// The file.
        file: String,
        /// The certificate's subject.
        subject: EntityId,
        /// The party in the file's name.
        named: EntityId,
    },
    /// A key that is of no party: its file's name has no party, and no certificate has its public
    /// key. It is passed over.
    NoOwner {
        /// The file.
        file: String,
    },
    /// A certificate without an entity identifier, as those of certification authorities; it is
    /// passed over.
    NoSubject {
        /// The file.
        file: String,
        /// The certificate's serial number.
        serial: Serial,
    },
    /// A certificate whose key may neither sign nor agree keys; it is passed over.
    OtherUsage {
        /// The file.
        file: String,
        /// The certificate's serial number.
        serial: Serial,
    },
}

impl Notice {
    /// The file concerned.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::OtherSubject { file, .. }
            | Self::NoOwner { file }
            | Self::NoSubject { file, .. }
            | Self::OtherUsage { file, .. } => file,
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherSubject { subject, named, .. } => {
                write!(f, "the certificate is of {subject}, not of {named}; it serves {subject} alone")
            }
            Self::NoOwner { .. } => f.write_str(
                "the key is passed over: the file name has no party, and no certificate has this key",
            ),
            Self::NoSubject { serial, .. } => {
                write!(f, "certificate {serial} is passed over: it names no entity identifier")
            }
            Self::OtherUsage { serial, .. } => write!(
                f,
                "certificate {serial} is passed over: it is for neither signing nor key agreement"
            ),
        }
    }
}

/// What a certificate says about its key.
#[derive(Clone, Copy, Debug)]
struct Certified {
    serial: Serial,
    not_before: Time,
    not_after: Time,
}

/// Number of a key in its store.
pub(super) type KeyNumber = u32;

/// One key of a party for one use, with every certificate that was seen for it.
#[derive(Debug)]
pub(super) struct Key {
    party: EntityId,
    usage: KeyUsage,
    pub(super) public: PublicKey,
    /// True where the name of its file says whose key it is, and for what.
    named: bool,
    private: Option<usize>,
    certificates: Vec<Certified>,
}

impl Key {
    /// The key's name at a moment: the certificate that is valid then, else the latest.
    pub(super) fn named_at(&self, time: Option<Time>) -> KeyRef {
        let valid = |c: &&Certified| time.is_none_or(|t| c.not_before <= t && t <= c.not_after);
        let found = self.certificates.iter().find(valid);
        let shown = found.or(self.certificates.first());
        KeyRef {
            party: self.party,
            usage: self.usage,
            serial: shown.map(|certified| certified.serial),
            outside_validity: found.is_none() && shown.is_some(),
        }
    }

    /// Since when the latest certificate is valid.
    fn since(&self) -> Option<Time> {
        self.certificates.first().map(|certified| certified.not_before)
    }
}

/// The keys of all parties.
///
/// Secrets are zeroed when it is dropped, and it shows none of them.
#[derive(Default)]
pub struct KeyStore {
    keys: Vec<Key>,
    privates: Vec<PrivateKey>,
    by_use: HashMap<(EntityId, KeyUsage), Vec<KeyNumber>, RandomState>,
    brokers: Vec<EntityId>,
    brokers_by_role: Vec<EntityId>,
}

impl fmt::Debug for KeyStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyStore")
            .field("keys", &self.keys.len())
            .field("privates", &format_args!("{} redacted", self.privates.len()))
            .field("brokers", &self.brokers)
            .finish_non_exhaustive()
    }
}

impl KeyStore {
    /// A store of these files. They are taken in the order of their names, so that the order in
    /// which they were found makes no difference.
    #[must_use]
    pub fn from_files(files: impl IntoIterator<Item = KeyFile>) -> (Self, Vec<Notice>) {
        let mut files: Vec<KeyFile> = files.into_iter().collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let mut store = Self::default();
        let mut notices = Vec::new();
        // Keys without a certificate come second: a key that no file name gives to a party is that
        // of the certificates with its public key.
        let mut bare = Vec::new();
        for KeyFile { name, hint, contents } in files {
            for content in contents {
                match content {
                    Content::Certificate(certificate) => {
                        let named = hint.map(|hint| hint.party);
                        let prepayment = hint.is_some_and(|hint| {
                            hint.usage == KeyUsage::PrepaymentKeyAgreement
                                && certificate.subject == Some(hint.party)
                        });
                        match (certificate.subject, named) {
                            (Some(subject), Some(named)) if subject != named => {
                                let file = name.clone();
                                notices.push(Notice::OtherSubject { file, subject, named });
                            }
                            _ => {}
                        }
                        notices.extend(store.add_certificate(&name, &certificate, prepayment));
                        if let Some(hint) = hint {
                            store.note_named(hint, &certificate.public_key);
                        }
                    }
                    other => bare.push((name.clone(), hint, other)),
                }
            }
        }
        for (file, hint, content) in bare {
            let public = match &content {
                Content::Private(key) => *key.public(),
                Content::Public(key) => *key,
                Content::Certificate(_) => continue,
            };
            if let Some(hint) = hint {
                store.add_key(hint.party, hint.usage, public);
                store.note_named(hint, &public);
            }
            let mut owned = false;
            let number = store.privates.len();
            for key in store.keys.iter_mut().filter(|key| key.public == public) {
                owned = true;
                if matches!(content, Content::Private(_)) {
                    key.private = Some(number);
                }
            }
            if !owned {
                notices.push(Notice::NoOwner { file });
            } else if let Content::Private(key) = content {
                store.privates.push(*key);
            }
        }
        (store, notices)
    }

    /// Adds a certificate, as a log's `credentials` record brings one. `file` is what the notice
    /// names, where there is something to say. `prepayment` is true for a certificate that is known
    /// to be for top up numbers; nothing in a certificate tells.
    pub fn add_certificate(
        &mut self,
        file: &str,
        certificate: &Certificate,
        prepayment: bool,
    ) -> Option<Notice> {
        let file = file.to_owned();
        let serial = certificate.serial;
        let Some(party) = certificate.subject else {
            return Some(Notice::NoSubject { file, serial });
        };
        let mut usages = Vec::new();
        if certificate.key_agreement.unwrap_or(true) {
            usages.push(match prepayment {
                true => KeyUsage::PrepaymentKeyAgreement,
                false => KeyUsage::KeyAgreement,
            });
        }
        if certificate.digital_signature.unwrap_or(true) {
            usages.push(KeyUsage::DigitalSignature);
        }
        if usages.is_empty() {
            return Some(Notice::OtherUsage { file, serial });
        }
        for usage in usages {
            let Some(key) = self.add_key(party, usage, certificate.public_key) else { continue };
            if key.certificates.iter().all(|known| known.serial != serial) {
                key.certificates.push(Certified {
                    serial,
                    not_before: certificate.not_before,
                    not_after: certificate.not_after,
                });
                key.certificates.sort_by_key(|c| (std::cmp::Reverse(c.not_before), c.serial));
            }
        }
        if certificate.role == Some(Role::AccessControlBroker)
            && !self.brokers_by_role.contains(&party)
        {
            self.brokers_by_role.push(party);
            self.brokers_by_role.sort_unstable();
        }
        None
    }

    /// Names the access control brokers. Without, they are the parties whose certificates have
    /// that role.
    pub fn set_brokers(&mut self, brokers: impl IntoIterator<Item = EntityId>) {
        self.brokers = brokers.into_iter().collect();
    }

    /// The access control brokers, and whether they were named.
    pub(super) fn brokers(&self) -> (&[EntityId], bool) {
        match self.brokers.is_empty() {
            false => (&self.brokers, true),
            true => (&self.brokers_by_role, false),
        }
    }

    /// True where there is a key of a party for a use.
    #[must_use]
    pub fn holds(&self, party: EntityId, usage: KeyUsage) -> bool {
        !self.numbers(party, usage, None).is_empty()
    }

    /// Number of keys, one for each party, use and public key.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// True where there is no key at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    fn note_named(&mut self, hint: NameHint, public: &PublicKey) {
        let numbers = self.by_use.get(&(hint.party, hint.usage)).map_or(&[][..], Vec::as_slice);
        for number in numbers {
            if let Some(key) = self.keys.get_mut(*number as usize)
                && key.public == *public
            {
                key.named = true;
            }
        }
    }

    /// The key for use with devices that has a certificate of this serial number, or is this key;
    /// of those whose file is named for a party and `ds` or `ka`.
    #[must_use]
    pub fn device_key(&self, serial: Serial, public: Option<&PublicKey>) -> Option<KeyRef> {
        let is_it = |key: &&Key| {
            key.named
                && key.usage != KeyUsage::PrepaymentKeyAgreement
                && (Some(&key.public) == public
                    || key.certificates.iter().any(|certified| certified.serial == serial))
        };
        self.keys.iter().find(is_it).map(|key| key.named_at(None))
    }

    /// The parties whose key a public key is, with its use and certificate.
    pub fn owners<'s>(&'s self, key: &'s PublicKey) -> impl Iterator<Item = KeyRef> + 's {
        self.keys.iter().filter(move |known| known.public == *key).map(|known| known.named_at(None))
    }

    /// The keys with a certificate of this serial number.
    pub fn with_serial(&self, serial: Serial) -> impl Iterator<Item = KeyRef> + '_ {
        self.keys.iter().flat_map(move |key| {
            let of = key.certificates.iter().filter(move |c| c.serial == serial);
            of.map(move |_| KeyRef { serial: Some(serial), ..key.named_at(None) })
        })
    }

    /// A party's private key for a use: the one whose certificate is the latest.
    #[must_use]
    pub fn private_key(&self, party: EntityId, usage: KeyUsage) -> Option<&PrivateKey> {
        let numbers = self.numbers(party, usage, None);
        numbers.iter().find_map(|number| self.private(self.key(*number)?))
    }

    /// The parties, uses and serials of all keys, in the order of their numbers.
    #[cfg(test)]
    pub(super) fn keys_in_order(&self) -> Vec<KeyRef> {
        self.keys.iter().map(|key| key.named_at(None)).collect()
    }

    pub(super) fn key(&self, number: KeyNumber) -> Option<&Key> {
        self.keys.get(number as usize)
    }

    pub(super) fn private(&self, key: &Key) -> Option<&PrivateKey> {
        self.privates.get(key.private?)
    }

    /// A party's keys for a use, in the order of trying: those valid at the moment first, then by
    /// the start of their validity, the latest first.
    pub(super) fn numbers(
        &self,
        party: EntityId,
        usage: KeyUsage,
        time: Option<Time>,
    ) -> Cow<'_, [KeyNumber]> {
        let numbers = self.by_use.get(&(party, usage)).map_or(&[][..], Vec::as_slice);
        if numbers.len() < 2 {
            return Cow::Borrowed(numbers);
        }
        let mut numbers = numbers.to_vec();
        numbers.sort_by_key(|number| {
            let key = self.key(*number);
            let outside = key.is_some_and(|key| key.named_at(time).outside_validity);
            let since = key.and_then(Key::since);
            (outside, std::cmp::Reverse(since), *number)
        });
        Cow::Owned(numbers)
    }

    /// The key of a party, use and point, added where it is new.
    fn add_key(&mut self, party: EntityId, usage: KeyUsage, public: PublicKey) -> Option<&mut Key> {
        let numbers = self.by_use.entry((party, usage)).or_default();
        let known = numbers
            .iter()
            .copied()
            .find(|number| self.keys.get(*number as usize).is_some_and(|k| k.public == public));
        let number = match known {
            Some(number) => number,
            None => {
                let number = u32::try_from(self.keys.len()).ok()?;
                // A certificate that comes later may be of a key that is known already.
                let private = self.privates.iter().position(|key| *key.public() == public);
                self.keys.push(Key {
                    party,
                    usage,
                    public,
                    named: false,
                    private,
                    certificates: Vec::new(),
                });
                numbers.push(number);
                number
            }
        };
        self.keys.get_mut(number as usize)
    }
}

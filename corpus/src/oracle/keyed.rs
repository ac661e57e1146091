//! The keys of the bundled logs, and with them those that a log brings.

use std::sync::{LazyLock, PoisonError, RwLock};

use gbcs_parser::Message;
use gbcs_parser::crypto::{Certificate, Content, Context, KeyFile, KeyStore, Verifier};
use gbcs_parser::protection::KeyRef;
use gbcs_parser::record::{Body, Record};
use gbcs_rules::prepare::{Known, Prepare, Signer};

use crate::bundled::bundled;

/// The keys of the bundled logs.
pub static KEYS: LazyLock<KeyStore> = LazyLock::new(keys);

/// Checks protection with [`KEYS`].
pub static VERIFIER: LazyLock<Verifier<'static>> = LazyLock::new(|| Verifier::new(&*KEYS));

fn keys() -> KeyStore {
    let files = bundled().map(|(_, files)| files).unwrap_or_default();
    let files = files.iter().filter_map(|key| KeyFile::read(&key.name, key.text.as_bytes()).ok());
    KeyStore::from_files(files.collect::<Vec<_>>()).0
}

/// Verifies and opens the messages of a log with [`KEYS`], the certificates of its `credentials`
/// records and those that its commands name.
#[derive(Default)]
pub struct Keyed {
    /// A verifier of its own, once the log has brought a certificate: most bring none.
    taught: RwLock<Option<Verifier<'static>>>,
}

impl Keyed {
    fn with<T>(&self, work: impl FnOnce(&Verifier<'static>) -> T) -> T {
        let taught = self.taught.read().unwrap_or_else(PoisonError::into_inner);
        work(taught.as_ref().unwrap_or(&VERIFIER))
    }
}

impl Prepare for Keyed {
    fn prepare(&self, message: &mut Message<'_>, record: &Record, known: Known<'_>) {
        let certificate = known.command_certificate.and_then(Certificate::parse);
        let context = Context { time: record.time, command_certificate: certificate.as_ref() };
        message.protection =
            Some(Box::new(self.with(|verifier| verifier.check(message, &context))));
    }

    fn device_key(&self, signer: &Signer) -> Option<KeyRef> {
        let certificate = signer.certificate.as_deref().and_then(Certificate::parse);
        let public = certificate.as_ref().map(|certificate| &certificate.public_key);
        self.with(|verifier| verifier.keys().device_key(signer.serial, public))
    }

    fn learn(&self, record: &Record) {
        let Body::Credentials(credentials) = &record.body else { return };
        let text = credentials.certificate.as_deref().unwrap_or_default();
        let Ok(file) = KeyFile::read("credentials", text.as_bytes()) else { return };
        let prepayment = credentials.certificate_type.as_deref() == Some("KeyAgreementTopUp");
        let mut taught = self.taught.write().unwrap_or_else(PoisonError::into_inner);
        for content in file.contents {
            let Content::Certificate(certificate) = content else { continue };
            let verifier = taught.get_or_insert_with(|| Verifier::new(keys()));
            if let Some(store) = verifier.keys_mut() {
                // What there is to say of a certificate is for a person.
                let _ = store.add_certificate("credentials", &certificate, prepayment);
            }
        }
    }
}

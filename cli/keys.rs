//! Keys and certificates: of a folder (`--keys`), and those that a log brings.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use gbcs_parser::Message;
use gbcs_parser::crypto::{
    Certificate, Content, Context, KeyFile, KeyFileError, KeyStore, Verifier,
};
use gbcs_parser::protection::{KeyRef, Protection};
use gbcs_parser::record::{Body, Credentials, Position, Record};
use gbcs_rules::prepare::{Known, Prepare, Signer};
use rayon::prelude::*;
use zeroize::Zeroizing;

use crate::exit::{Failure, complain};
use crate::options::Common;

/// The keys that the options name; `None` where they name none. Files are read in parallel.
///
/// A file that holds no key is told of on standard error and passed over, since folders of keys
/// hold other files too.
pub fn load(common: &Common) -> Result<Option<KeyStore>, Failure> {
    let Some(folder) = &common.keys else { return Ok(None) };
    let read: Vec<(String, Result<KeyFile, KeyFileError>)> = files_in(folder)?
        .into_par_iter()
        .map(|path| {
            let octets = fs::read(&path).map_err(|error| Failure::file(&path, error))?;
            let octets = Zeroizing::new(octets);
            let name = path.to_string_lossy().into_owned();
            let file = KeyFile::read(&name, &octets);
            Ok((name, file))
        })
        .collect::<Result<_, Failure>>()?;
    let mut files = Vec::new();
    for (name, file) in read {
        match file {
            Ok(file) => files.push(file),
            Err(why) => tell(common, &name, &why),
        }
    }
    let (mut store, notices) = KeyStore::from_files(files);
    for notice in notices {
        tell(common, notice.file(), &notice);
    }
    store.set_brokers(common.acb.iter().copied());
    Ok(Some(store))
}

/// Verifies and opens the messages of a log, with the keys of a folder and the certificates of the
/// log's `credentials` records.
pub struct Protect {
    verifier: RwLock<Verifier<'static>>,
    /// True where a folder was named: messages are then verified even where it had no keys.
    named: bool,
    quiet: bool,
}

impl Protect {
    /// With the keys that the options name.
    pub fn new(common: &Common) -> Result<Self, Failure> {
        let loaded = load(common)?;
        let named = loaded.is_some();
        let store = loaded.unwrap_or_else(|| {
            let mut store = KeyStore::default();
            store.set_brokers(common.acb.iter().copied());
            store
        });
        Ok(Self { verifier: RwLock::new(Verifier::new(store)), named, quiet: common.quiet })
    }

    fn has_keys(&self, verifier: &Verifier<'_>) -> bool {
        self.named || !verifier.keys().is_empty()
    }

    /// Runs `work` with the keys, where there are any.
    fn with_keys(
        &self,
        record: &Record,
        known: Known<'_>,
        work: impl FnOnce(&Verifier<'_>, &Context<'_>),
    ) {
        let verifier = self.verifier.read().unwrap_or_else(PoisonError::into_inner);
        if self.has_keys(&verifier) {
            let certificate = known.command_certificate.and_then(Certificate::parse);
            let command_certificate = certificate.as_ref();
            work(&verifier, &Context { time: record.time, command_certificate });
        }
    }

    fn add(&self, credentials: &Credentials, text: &str, position: &Position) {
        let place = match position.line {
            Some(line) => format!("{}:{line}", position.path),
            None => format!("{}: record {}", position.path, position.record),
        };
        let file = match KeyFile::read(&place, text.as_bytes()) {
            Ok(file) => file,
            Err(why) => return self.complain(&format_args!("{place}: certificate: {why}")),
        };
        let prepayment = credentials.certificate_type.as_deref() == Some("KeyAgreementTopUp");
        let mut verifier = self.verifier.write().unwrap_or_else(PoisonError::into_inner);
        let Some(store) = verifier.keys_mut() else { return };
        for content in file.contents {
            if let Content::Certificate(certificate) = content
                && let Some(notice) = store.add_certificate(&place, &certificate, prepayment)
            {
                self.complain(&format_args!("{place}: {notice}"));
            }
        }
    }

    fn complain(&self, what: &dyn std::fmt::Display) {
        if !self.quiet {
            complain(what);
        }
    }
}

impl Prepare for Protect {
    fn is_idle(&self) -> bool {
        !self.has_keys(&self.verifier.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn prepare(&self, message: &mut Message<'_>, record: &Record, known: Known<'_>) {
        self.with_keys(record, known, |verifier, context| {
            message.protection = Some(Box::new(verifier.check(message, context)));
        });
    }

    fn reopen(&self, message: &mut Message<'_>, record: &Record, known: Known<'_>) {
        self.with_keys(record, known, |verifier, context| {
            let items = verifier.open_items(message, context);
            message.protection =
                Some(Box::new(Protection { items, ..Protection::unchecked(message) }));
        });
    }

    fn device_key(&self, signer: &Signer) -> Option<KeyRef> {
        let certificate = signer.certificate.as_deref().and_then(Certificate::parse);
        let public = certificate.as_ref().map(|certificate| &certificate.public_key);
        let verifier = self.verifier.read().unwrap_or_else(PoisonError::into_inner);
        verifier.keys().device_key(signer.serial, public)
    }

    fn learn(&self, record: &Record) {
        if let Body::Credentials(credentials) = &record.body
            && let Some(text) = credentials.certificate.as_deref()
            && text.contains("-----BEGIN ")
        {
            self.add(credentials, text, &record.position);
        }
    }
}

fn tell(common: &Common, file: &str, what: &dyn std::fmt::Display) {
    if !common.quiet {
        complain(&format_args!("{file}: {what}"));
    }
}

/// The files of a folder that are not hidden, in the order of their names.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failure = |error| Failure::file(folder, error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failure)? {
        let entry = entry.map_err(failure)?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !hidden && entry.path().is_file() {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

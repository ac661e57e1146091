//! DUI009: a request is signed with a key that is used with devices.

use gbcs_parser::asn1::Certificate;
use gbcs_parser::protection::{Outcome, Serial};
use serde::{Deserialize, Serialize};

use super::document;
use crate::device::{DeviceCheck, LogEnd};
use crate::finding::{Fault, Findings, Place};
use crate::prepare::Signer;
use crate::room;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::{Date, InForce, SpecRef};
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DUI009",
    name: "signing-key-not-dedicated",
    summary: "A request is signed with a key that is used with devices",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Modification,
    refs: &[SpecRef::new("MP104", "dedicated signing keys")],
    requirements: &["MP104"],
    in_force: InForce { from: Some(Date(2022, 6, 30)), ..InForce::ALWAYS },
    doc: include_str!("../../docs/DUI009.md"),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

/// Certificates that are remembered of a device: it has a handful of parties.
const MAX_CERTIFICATES: usize = 64;

#[derive(Default, Serialize, Deserialize)]
struct State {
    /// Certificates under which messages to and from the device verify.
    devices: Vec<Serial>,
    /// Certificates of requests.
    seen: Vec<Serial>,
    /// Those that have not been told, with the first place of each.
    requests: Vec<(Serial, Place)>,
    /// True once there was a certificate too many.
    truncated: bool,
}

fn fault(place: Place, actual: String) -> Fault {
    Fault::at(place, "a key that is not used with devices", actual)
}

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        self.note_verified(subject);
        if let Some(signer) = signer(subject)
            && !self.seen.contains(&signer.serial)
            && self.has_room(self.seen.len())
        {
            room::for_one(&mut self.seen);
            self.seen.push(signer.serial);
            let place = subject.record_place("ds:Signature/ds:KeyInfo");
            match subject.keys.device_key(&signer) {
                Some(key) => findings.fail(fault(place, format!("the {key}"))),
                None => {
                    room::for_one(&mut self.requests);
                    self.requests.push((signer.serial, place));
                }
            }
        }
        if self.requests.is_empty() {
            return;
        }
        if self.devices.is_empty() {
            return findings.blocked(Reason::NoKey, "no message of the device was verified");
        }
        findings.evaluated();
        for (serial, place) in &self.requests {
            if self.devices.contains(serial) {
                let actual = format!("certificate {serial}, under which a message verifies");
                findings.fail(fault(place.clone(), actual));
            }
        }
        let devices = &self.devices;
        self.requests.retain(|(serial, _)| !devices.contains(serial));
    }

    fn end(&mut self, _end: &LogEnd<'_>, findings: &mut Findings) {
        if self.truncated {
            findings.blocked(Reason::TruncatedState, "");
        }
    }
}

impl State {
    /// True where one more can be remembered beside so many.
    fn has_room(&mut self, remembered: usize) -> bool {
        let room = remembered < MAX_CERTIFICATES;
        self.truncated |= !room;
        room
    }

    fn note_verified(&mut self, subject: &Subject<'_>) {
        let Some(protection) = subject.message.and_then(|message| message.protection.as_ref())
        else {
            return;
        };
        let mut keys = Vec::new();
        if let Outcome::Valid(key) = &protection.signature {
            keys.push(*key);
        }
        if let Outcome::Valid(agreement) = &protection.mac {
            keys.extend([agreement.from, agreement.to]);
        }
        for serial in keys.iter().filter_map(|key| key.serial) {
            if !self.devices.contains(&serial) && self.has_room(self.devices.len()) {
                room::for_one(&mut self.devices);
                self.devices.push(serial);
            }
        }
    }
}

/// The certificate that a request says it is signed under.
fn signer(subject: &Subject<'_>) -> Option<Signer> {
    let document = document(subject)?;
    document.root().filter(|root| &*root.name == "Request")?;
    let text = |name| {
        let n = document.named(name)?;
        document.elements.get(n).map(|element| &*element.text)
    };
    if let Some(number) = text("X509SerialNumber") {
        // 39 decimal digits are 128 bits; longer ones are of no certificate of this trade.
        let serial = Serial::new(&number.trim().parse::<u128>().ok()?.to_be_bytes())?;
        return Some(Signer { serial, certificate: None });
    }
    let base64: Vec<u8> =
        text("X509Certificate")?.bytes().filter(|c| !c.is_ascii_whitespace()).collect();
    let octets = data_encoding::BASE64.decode(&base64).ok()?;
    let serial = Serial::new(Certificate::parse(&octets).ok()?.serial)?;
    Some(Signer { serial, certificate: Some(octets) })
}

//! Keys and messages that the fuzzer chose: nothing is valid but what was made with the keys.

use arbitrary::{Result, Unstructured};
use gbcs_parser::crypto::protect::{self, SecurityHeader};
use gbcs_parser::crypto::{Certificate, Verifier};
use gbcs_parser::crypto::{Content, Context, KeyFile, KeyInput, KeyStore, NameHint, PrivateKey};
use gbcs_parser::encode::{MacHeader, Message, Signature};
use gbcs_parser::protection::{KeyUsage, Outcome};
use gbcs_parser::{CraFlag, EntityId};

use super::Broken;

const PARTY: EntityId = EntityId([0x10, 0, 0, 0, 0, 0, 0, 2]);
const DEVICE: EntityId = EntityId([0x20, 0, 0, 0, 0, 0, 0, 1]);

/// Octets as a key file, as a certificate, and as a choice of keys and a message that is signed and
/// MACed with them, changed or not.
///
/// # Errors
/// What does not hold.
pub fn crypto(octets: &[u8]) -> std::result::Result<(), Broken> {
    if let Ok(file) = KeyFile::read("fuzzed.pem", octets) {
        let (store, _) = KeyStore::from_files(vec![file]);
        any_message(&store, octets)?;
    }
    let _ = Certificate::parse(octets);
    match made(&mut Unstructured::new(octets)) {
        Ok(result) => result,
        // The octets were not enough to choose from.
        Err(_) => Ok(()),
    }
}

/// Octets that nobody protected are never valid.
fn any_message(store: &KeyStore, octets: &[u8]) -> std::result::Result<(), Broken> {
    let protection =
        Verifier::new(store).check(&mut gbcs_parser::Message::decode(octets), &Context::default());
    match (&protection.mac, &protection.signature) {
        (Outcome::Valid(_), _) => Err(Broken::Protection("mac valid")),
        (_, Outcome::Valid(_)) => Err(Broken::Protection("signature valid")),
        _ => Ok(()),
    }
}

fn private(party: EntityId, usage: KeyUsage, key: PrivateKey) -> KeyFile {
    let hint = Some(NameHint { party, usage });
    let name = format!("{party}-{}.key", usage.name());
    KeyFile { name, hint, contents: vec![Content::Private(Box::new(key))] }
}

/// A response of a device, signed and MACed with keys of chosen seeds.
fn made(u: &mut Unstructured<'_>) -> Result<std::result::Result<(), Broken>> {
    let seeds: [[u8; 2]; 3] = u.arbitrary()?;
    let [device, signing, party] = seeds.map(|seed| PrivateKey::from_seed(&seed));
    let code = u.int_in_range(0x0001..=0x0089)?;
    let counter = u.arbitrary()?;
    let change = u.arbitrary::<Option<(u16, u8)>>()?;
    let signed: bool = u.arbitrary()?;
    let content = u.arbitrary::<Vec<u8>>()?;
    let message = Message::new(CraFlag::Response, DEVICE, PARTY, counter, code, content);
    let signature = match signed {
        true => Signature::Present(signing.sign(&message.signed_octets()).to_vec()),
        false => Signature::Empty,
    };
    let input =
        KeyInput { originator: DEVICE, flag: CraFlag::Response.octet(), counter, recipient: PARTY };
    let inner = message.general_signing(&signature);
    let Ok(secret) = device.agree(party.public()) else {
        return Ok(Err(Broken::Protection("no secret")));
    };
    let mut octets = MacHeader::default().wrap(&inner, |covered| {
        protect::mac(&secret, &input, SecurityHeader::MAC, covered).unwrap_or_default()
    });
    let (store, _) = KeyStore::from_files(vec![
        private(DEVICE, KeyUsage::KeyAgreement, device),
        private(DEVICE, KeyUsage::DigitalSignature, signing),
        private(PARTY, KeyUsage::KeyAgreement, party),
    ]);
    let signed_octets = message.signed_octets();
    let signed_at = octets.windows(signed_octets.len()).position(|part| part == signed_octets);
    let mut changed = false;
    let mut changed_signed = false;
    if let Some((at, mask)) = change {
        let at = usize::from(at) % octets.len().max(1);
        if let Some(octet) = octets.get_mut(at) {
            *octet ^= mask;
            changed = mask != 0;
            changed_signed = changed
                && signed_at
                    .is_some_and(|start| (start..start + signed_octets.len()).contains(&at));
        }
    }
    let mut decoded = gbcs_parser::Message::decode(&octets);
    let protection = Verifier::new(&store).check(&mut decoded, &Context::default());
    // No MAC covers the length that the MAC header states: decoding tells of a change there.
    let told = !decoded.is_complete();
    Ok(match (changed, protection.mac.word(), protection.signature.word()) {
        (true, "valid", _) if !told => Err(Broken::Protection("mac of a changed message valid")),
        (true, _, "valid") if changed_signed && !told => {
            Err(Broken::Protection("signature of a changed message valid"))
        }
        (false, "valid", "valid") if signed => Ok(()),
        (false, "valid", "absent") if !signed => Ok(()),
        (false, _, _) => Err(Broken::Protection("what was made with the keys is not valid")),
        (true, _, _) => Ok(()),
    })
}

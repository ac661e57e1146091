//! Taking out of a log what says whose it is and what was used.
//!
//! Identities and supply numbers are numbered in the order in which they are met, so that equal
//! ones stay equal. What was measured becomes zero. Ciphertexts stay: they are opened by nobody who
//! has no key. What was not understood becomes zeros, and certificates are left out. What cannot be checked any more is named under `x_redacted`.

use std::collections::HashMap;

use gbcs_parser::record::{Body, Record};
use gbcs_parser::span::BufferId;
use gbcs_parser::{CraFlag, EntityId, Kind, Message};
use serde_json::{Map, Value};

/// What stands for what.
#[derive(Default)]
pub struct Redaction {
    identities: HashMap<EntityId, EntityId>,
    supply_numbers: HashMap<String, String>,
}

/// Octets from which on a number of a response is taken for something that was measured: smaller
/// ones are states, codes and counts.
const MEASURED_OCTETS: usize = 4;

/// Characters that the serial number of a certificate may have; a longer text is the certificate.
const MAX_SERIAL: usize = 64;

impl Redaction {
    /// Takes the record's identities and values out of its object.
    pub fn record(&mut self, object: &mut Map<String, Value>, record: &Record) {
        if let Some(Value::Object(source)) = object.get_mut("source") {
            // A path may say whose it is.
            source.remove("file");
        }
        for (name, value) in object.iter_mut() {
            if name != "payload" {
                self.value(name, value, matches!(record.body, Body::LogEntry(_)));
            }
        }
        // After the fields: whom they name is then known.
        let mut marks = vec!["identities"];
        let octets = match &record.body {
            Body::Message(message) if !message.payload.is_empty() => {
                let (octets, changed) = self.payload(&message.payload);
                marks.extend(changed);
                octets
            }
            Body::ZclFrame(frame) => {
                let mut new = Redacted::of(&frame.octets);
                self.known(&mut new, &frame.octets);
                new.octets
            }
            _ => Vec::new(),
        };
        if !octets.is_empty() {
            let hex: String = octets.iter().map(|octet| format!("{octet:02X}")).collect();
            object.remove("payload_base64");
            object.insert("payload".into(), hex.into());
        }
        object.insert("x_redacted".into(), marks.into());
    }

    fn identity(&mut self, id: EntityId) -> EntityId {
        // All zeros and all ones stand for nobody.
        if id.0.iter().all(|octet| *octet == 0) || id.0.iter().all(|octet| *octet == 0xFF) {
            return id;
        }
        let next = self.identities.len() as u32 + 1;
        *self.identities.entry(id).or_insert_with(|| {
            let [a, b, c, d] = next.to_be_bytes();
            EntityId([0x02, 0, 0, 0, a, b, c, d])
        })
    }

    fn supply_number(&mut self, number: &str) -> String {
        let next = self.supply_numbers.len() + 1;
        let width = number.len();
        let new = self.supply_numbers.entry(number.to_owned());
        new.or_insert_with(|| format!("{next:0width$}")).clone()
    }

    /// The octets of a message with other identities and without what was measured; and what that
    /// leaves unchecked.
    fn payload(&mut self, octets: &[u8]) -> (Vec<u8>, Vec<&'static str>) {
        let message = Message::decode(octets);
        let mut new = Redacted::of(octets);
        let mut changed = vec!["mac", "signature"];
        let answers = matches!(message.envelope.cra(), Some(CraFlag::Response | CraFlag::Alert));
        for node in message.tree.nodes() {
            if node.span().buffer != BufferId::WIRE {
                continue;
            }
            let span = node.content_span();
            let range = span.start as usize..span.end as usize;
            let Some(place) = octets.get(range.clone()) else { continue };
            let mark = match node.kind {
                Kind::EntityId | Kind::ZclIeeeAddress => {
                    let last_first = node.kind == Kind::ZclIeeeAddress;
                    new.put(range.start, &self.octets_of(place, last_first));
                    None
                }
                // Whatever has eight octets may be an identity: to number one that is none costs
                // less than to leave one that is.
                Kind::DlmsOctetString
                | Kind::DerOctetString
                | Kind::ZclOctetString
                | Kind::Octets
                    if place.len() == 8 && !is_text(place) =>
                {
                    new.put(range.start, &self.octets_of(place, false));
                    None
                }
                // The unique identifier of a certificate's subject: no bits unused, eight octets.
                Kind::DerBitString if place.len() == 9 => {
                    let id = place.get(1..).unwrap_or_default();
                    new.put(range.start + 1, &self.octets_of(id, false));
                    None
                }
                Kind::DlmsOctetString
                | Kind::DlmsVisibleString
                | Kind::DlmsUtf8String
                | Kind::ZclOctetString
                | Kind::ZclCharacterString
                | Kind::DerOctetString
                | Kind::DerString => {
                    let text = std::str::from_utf8(place).unwrap_or_default();
                    if is_supply_number(text) {
                        let other = self.supply_number(text);
                        new.put(range.start, other.as_bytes());
                    }
                    None
                }
                // What was not understood may hold anything.
                Kind::Opaque if place.len() >= 8 => {
                    new.put(range.start, &vec![0; place.len()]);
                    Some("undecoded")
                }
                Kind::DlmsDoubleLong
                | Kind::DlmsDoubleLongUnsigned
                | Kind::ZclUnsigned
                | Kind::ZclSigned
                    if answers && place.len() >= MEASURED_OCTETS =>
                {
                    new.put(range.start, &vec![0; place.len()]);
                    Some("values")
                }
                _ => None,
            };
            changed.extend(mark.filter(|mark| !changed.contains(mark)));
        }
        self.known(&mut new, octets);
        (new.octets, changed)
    }

    /// An identity's octets in place of another's. The way round that is known is taken for an
    /// octet string, since some hold an identity with the last octet first.
    fn octets_of(&mut self, place: &[u8], last_first: bool) -> [u8; 8] {
        let Ok(id) = <[u8; 8]>::try_from(place) else { return [0; 8] };
        if last_first || self.identities.contains_key(&EntityId(reversed(id))) {
            return reversed(self.identity(EntityId(reversed(id))).0);
        }
        self.identity(EntityId(id)).0
    }

    /// Replaces identities that are known wherever else they stand, either way round or written in
    /// hexadecimal, and supply numbers.
    fn known(&self, new: &mut Redacted, octets: &[u8]) {
        for (at, window) in octets.windows(8).enumerate() {
            let Ok(id) = <[u8; 8]>::try_from(window) else { continue };
            if let Some(other) = self.identities.get(&EntityId(id)) {
                new.put(at, &other.0);
            } else if let Some(other) = self.identities.get(&EntityId(reversed(id))) {
                new.put(at, &reversed(other.0));
            }
        }
        for length in [16, 23] {
            for (at, window) in octets.windows(length).enumerate() {
                if let Some(text) = std::str::from_utf8(window).ok()
                    && let Some(other) = self.written(text)
                {
                    new.put(at, other.as_bytes());
                }
            }
        }
        self.known_numbers(new, octets);
    }

    fn known_numbers(&self, new: &mut Redacted, octets: &[u8]) {
        for length in [13, 10] {
            for (at, window) in octets.windows(length).enumerate() {
                if let Some(number) =
                    std::str::from_utf8(window).ok().filter(|n| is_supply_number(n))
                    && let Some(other) = self.supply_numbers.get(number)
                {
                    new.put(at, other.as_bytes());
                }
            }
        }
    }

    /// What stands for an identity that is known, written as this one is.
    fn written(&self, text: &str) -> Option<String> {
        let dashes = match text.len() {
            16 => false,
            23 => true,
            _ => return None,
        };
        if !text.bytes().all(|c| c.is_ascii_hexdigit() || (dashes && c == b'-')) {
            return None;
        }
        let other = self.identities.get(&text.parse().ok()?)?.to_string();
        let other = if dashes { other } else { other.replace('-', "") };
        let lower = text.bytes().any(|c| c.is_ascii_lowercase());
        Some(if lower { other.to_ascii_lowercase() } else { other })
    }

    /// The same text with what stands for each identity in it that is known, and each supply number.
    fn in_text(&self, text: &str) -> String {
        let mut new = Redacted::of(text.as_bytes());
        for length in [23, 16] {
            for (at, window) in text.as_bytes().windows(length).enumerate() {
                if let Some(part) = std::str::from_utf8(window).ok()
                    && let Some(other) = self.written(part)
                {
                    new.put(at, other.as_bytes());
                }
            }
        }
        self.known_numbers(&mut new, text.as_bytes());
        String::from_utf8(new.octets).unwrap_or_default()
    }

    /// A field of a record and all that is in it.
    fn value(&mut self, name: &str, value: &mut Value, entry: bool) {
        match value {
            Value::String(text) => *text = self.text(name, text, entry),
            Value::Number(number) if entry && name == "value" => *number = 0.into(),
            Value::Array(list) => {
                for value in list.iter_mut() {
                    self.value(name, value, entry);
                }
                self.element(list);
            }
            Value::Object(object) => {
                for (name, value) in object.iter_mut() {
                    self.value(name, value, entry);
                }
            }
            _ => {}
        }
    }

    /// An element of a document: depth, namespace, name and text.
    fn element(&mut self, list: &mut [Value]) {
        let [Value::Number(_), Value::String(_), Value::String(name), Value::String(text)] = list
        else {
            return;
        };
        *text = self.text(name, text, false);
        let number = text.trim_start_matches('-');
        let is_number = !number.is_empty()
            && number.chars().all(|c| c.is_ascii_digit() || c == '.')
            && number.contains('.');
        if is_number && !name.contains("Version") && !name.contains("Reference") {
            *text = "0.0".into();
        }
    }

    fn text(&mut self, name: &str, text: &str, entry: bool) -> String {
        let lower = name.to_ascii_lowercase();
        let supply = ["mpxn", "mpan", "mprn"].iter().any(|part| lower.contains(part));
        if supply && !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) {
            return self.supply_number(text);
        }
        let private = ["uprn", "postcode", "addressidentifier", "customeridentificationnumber"];
        if private.contains(&lower.as_str()) || lower == "note" || (entry && lower == "log_meaning")
        {
            return String::new();
        }
        // Certificates name their subject.
        let certificate = lower.contains("certificate") || lower.contains("credential");
        if certificate && text.len() > MAX_SERIAL {
            return String::new();
        }
        // Request ids hold identities between colons.
        let part = |redaction: &mut Self, part: &str| match part.parse::<EntityId>() {
            Ok(id) if part.len() == 23 || name.ends_with("_id") => {
                redaction.identity(id).to_string()
            }
            _ => redaction.in_text(part),
        };
        let colons = text.split(':').count() == 3;
        if colons && text.split(':').any(|part| part.parse::<EntityId>().is_ok()) {
            let parts: Vec<String> = text.split(':').map(|text| part(self, text)).collect();
            return parts.join(":");
        }
        part(self, text)
    }
}

fn reversed(mut octets: [u8; 8]) -> [u8; 8] {
    octets.reverse();
    octets
}

/// Supply numbers have ten digits for gas and thirteen for electricity.
fn is_supply_number(text: &str) -> bool {
    matches!(text.len(), 10 | 13) && text.bytes().all(|c| c.is_ascii_digit())
}

fn is_text(octets: &[u8]) -> bool {
    octets.iter().all(|octet| matches!(octet, b' '..=b'~'))
}

/// Octets in which some have been replaced, each once.
struct Redacted {
    octets: Vec<u8>,
    replaced: Vec<bool>,
}

impl Redacted {
    fn of(octets: &[u8]) -> Self {
        Self { octets: octets.to_vec(), replaced: vec![false; octets.len()] }
    }

    /// Puts octets in the place of as many, where none of them has been replaced.
    fn put(&mut self, at: usize, other: &[u8]) {
        let range = at..at + other.len();
        if let (Some(octets), Some(replaced)) =
            (self.octets.get_mut(range.clone()), self.replaced.get_mut(range))
            && !replaced.contains(&true)
        {
            octets.copy_from_slice(other);
            replaced.fill(true);
        }
    }
}

//! Taking out of a log what says whose it is and what was used.
//!
//! Identities and supply numbers are numbered in the order in which they are met, so that equal
//! ones stay equal. What was measured becomes zero. Ciphertexts stay: they are opened by nobody who
//! has no key. What cannot be checked any more is named under `x_redacted`.

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

impl Redaction {
    /// Takes the record's identities and values out of its object.
    pub fn record(&mut self, object: &mut Map<String, Value>, record: &Record) {
        let mut marks = Vec::new();
        if let Body::Message(message) = &record.body
            && !message.payload.is_empty()
        {
            let (octets, changed) = self.payload(&message.payload);
            marks.push("identities");
            marks.extend(changed);
            let hex: String = octets.iter().map(|octet| format!("{octet:02X}")).collect();
            object.remove("payload_base64");
            object.insert("payload".into(), hex.into());
        }
        if let Some(Value::Object(source)) = object.get_mut("source") {
            // A path may say whose it is.
            source.remove("file");
        }
        for (name, value) in object.iter_mut() {
            if name != "payload" {
                self.value(name, value, matches!(record.body, Body::LogEntry(_)));
            }
        }
        if marks.is_empty() {
            marks.push("identities");
        }
        object.insert("x_redacted".into(), marks.into());
    }

    fn identity(&mut self, id: EntityId) -> EntityId {
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
        let mut new = octets.to_vec();
        let mut changed = vec!["mac", "signature"];
        let answers = matches!(message.envelope.cra(), Some(CraFlag::Response | CraFlag::Alert));
        let mut measured = false;
        for node in message.tree.nodes() {
            if node.span().buffer != BufferId::WIRE {
                continue;
            }
            let span = node.content_span();
            let range = span.start as usize..span.end as usize;
            let Some(place) = new.get_mut(range) else { continue };
            match node.kind {
                Kind::EntityId => {
                    if let Ok(id) = <[u8; 8]>::try_from(&*place) {
                        place.copy_from_slice(&self.identity(EntityId(id)).0);
                    }
                }
                Kind::DlmsDoubleLong
                | Kind::DlmsDoubleLongUnsigned
                | Kind::ZclUnsigned
                | Kind::ZclSigned
                    if answers && place.len() >= MEASURED_OCTETS =>
                {
                    measured = true;
                    place.fill(0);
                }
                _ => {}
            }
        }
        // Identities stand inside other values as well: in alerts, keys and device logs, there
        // with the last octet first.
        for (id, other) in &self.identities {
            for (from, to) in [(id.0, other.0), (reversed(id.0), reversed(other.0))] {
                replace(&mut new, &from, &to);
            }
        }
        for (number, other) in &self.supply_numbers {
            replace(&mut new, number.as_bytes(), other.as_bytes());
        }
        if measured {
            changed.push("values");
        }
        (new, changed)
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
        // Request ids hold identities between colons.
        let part = |redaction: &mut Self, part: &str| match part.parse::<EntityId>() {
            Ok(id) if part.len() == 23 || name.ends_with("_id") => {
                redaction.identity(id).to_string()
            }
            _ => part.to_owned(),
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

/// Replaces every occurrence by as many octets.
fn replace(octets: &mut [u8], from: &[u8], to: &[u8]) {
    if from.is_empty() || from.len() != to.len() {
        return;
    }
    let mut at = 0;
    while let Some(place) = octets.get_mut(at..at + from.len()) {
        if *place == *from {
            place.copy_from_slice(to);
            at += from.len();
        } else {
            at += 1;
        }
    }
}

//! What the key store needs of a certificate.

use crate::message::EntityId;
use crate::protection::Serial;
use crate::record::Time;

use super::key::PublicKey;

/// A certificate, as far as keys go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Serial number.
    pub serial: Serial,
    /// Subject: an organisation's unique identifier, or a device's hardware module name.
    pub subject: Option<EntityId>,
    /// Remote party role: the organisational unit of the subject.
    pub role: Option<u8>,
    /// Valid from.
    pub not_before: Time,
    /// Valid to, the moment included.
    pub not_after: Time,
    /// May it sign; `None` where no key usage is stated.
    pub digital_signature: Option<bool>,
    /// May it agree keys; `None` where no key usage is stated.
    pub key_agreement: Option<bool>,
    /// The key.
    pub public_key: PublicKey,
}

impl Certificate {
    /// True where the moment lies in the validity.
    #[must_use]
    pub fn is_valid_at(&self, time: Time) -> bool {
        self.not_before <= time && time <= self.not_after
    }

    /// Reads a certificate in DER.
    pub(crate) fn parse(der: &[u8]) -> Option<Self> {
        let (0x30, certificate, []) = tlv(der)? else { return None };
        let (0x30, tbs, _) = tlv(certificate)? else { return None };
        let rest = match tlv(tbs)? {
            (0xA0, _, rest) => rest,
            _ => tbs,
        };
        let (0x02, serial, rest) = tlv(rest)? else { return None };
        let (0x30, _algorithm, rest) = tlv(rest)? else { return None };
        let (0x30, _issuer, rest) = tlv(rest)? else { return None };
        let (0x30, validity, rest) = tlv(rest)? else { return None };
        let (0x30, name, rest) = tlv(rest)? else { return None };
        let (0x30, key, rest) = tlv(rest)? else { return None };
        let (from_tag, from, to) = tlv(validity)?;
        let (to_tag, to, _) = tlv(to)?;
        let mut found = Self {
            serial: Serial::new(serial)?,
            subject: None,
            role: None,
            not_before: time(from_tag, from)?,
            not_after: time(to_tag, to)?,
            digital_signature: None,
            key_agreement: None,
            public_key: public_key(key)?,
        };
        for (_, set) in values(name) {
            for (_, attribute) in values(set) {
                let mut parts = values(attribute);
                match (parts.next()?.1, parts.next()?) {
                    (&[0x55, 0x04, 0x0B], (_, text)) => {
                        found.role = std::str::from_utf8(text)
                            .ok()
                            .and_then(|text| u8::from_str_radix(text, 16).ok());
                    }
                    (&[0x55, 0x04, 0x2D], (0x03, [0, id @ ..])) => found.subject = entity(id),
                    _ => {}
                }
            }
        }
        if let Some((_, extensions)) = values(rest).find(|(tag, _)| *tag == 0xA3) {
            for (_, extension) in values(tlv(extensions)?.1) {
                let mut parts = values(extension).filter(|(tag, _)| *tag != 0x01);
                match (parts.next()?.1, parts.next()?.1) {
                    (&[0x55, 0x1D, 0x0F], usage) => {
                        let (_, bits, _) = tlv(usage)?;
                        let first = bits.get(1).copied().unwrap_or(0);
                        found.digital_signature = Some(first & 0x80 != 0);
                        found.key_agreement = Some(first & 0x08 != 0);
                    }
                    (&[0x55, 0x1D, 0x11], names) => {
                        found.subject = found.subject.or_else(|| hardware_module(names));
                    }
                    _ => {}
                }
            }
        }
        Some(found)
    }
}

/// Tag, content and rest.
fn tlv(octets: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let [tag, first, rest @ ..] = octets else { return None };
    let (len, rest) = if *first < 0x80 {
        (usize::from(*first), rest)
    } else {
        let (length, rest) = rest.split_at_checked(usize::from(first & 0x7F))?;
        if length.len() > 4 {
            return None;
        }
        (length.iter().fold(0, |n, octet| n << 8 | usize::from(*octet)), rest)
    };
    let (content, rest) = rest.split_at_checked(len)?;
    Some((*tag, content, rest))
}

fn values(mut octets: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    std::iter::from_fn(move || {
        let (tag, content, rest) = tlv(octets)?;
        octets = rest;
        Some((tag, content))
    })
}

fn entity(octets: &[u8]) -> Option<EntityId> {
    octets.try_into().ok().map(EntityId)
}

fn hardware_module(names: &[u8]) -> Option<EntityId> {
    let (_, names, _) = tlv(names)?;
    let (0xA0, other, _) = tlv(names)? else { return None };
    let (0x06, &[0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x08, 0x04], rest) = tlv(other)? else {
        return None;
    };
    let (0xA0, value, _) = tlv(rest)? else { return None };
    let (0x30, module, _) = tlv(value)? else { return None };
    let (_, id) = values(module).find(|(tag, _)| *tag == 0x04)?;
    entity(id)
}

fn public_key(info: &[u8]) -> Option<PublicKey> {
    let (_, _, rest) = tlv(info)?;
    let (0x03, [0, point @ ..], _) = tlv(rest)? else { return None };
    PublicKey::from_point(point).ok()
}

fn time(tag: u8, text: &[u8]) -> Option<Time> {
    let text = std::str::from_utf8(text).ok()?;
    let (year, rest) = match tag {
        0x17 => {
            let year: i16 = text.get(..2)?.parse().ok()?;
            (if year < 50 { 2000 + year } else { 1900 + year }, text.get(2..)?)
        }
        0x18 => (text.get(..4)?.parse().ok()?, text.get(4..)?),
        _ => return None,
    };
    let part = |n: usize| rest.get(2 * n..2 * n + 2)?.parse::<i8>().ok();
    let date =
        jiff::civil::DateTime::new(year, part(0)?, part(1)?, part(2)?, part(3)?, part(4)?, 0);
    // The last day of the year 9999 is past what the library counts in UTC.
    let timestamp = jiff::tz::Offset::UTC.to_timestamp(date.ok()?).ok();
    Some(timestamp.map_or(Time(i64::MAX), |at| Time(at.as_millisecond())))
}

//! What a certificate says, as values.

use super::elements as e;
use super::{certificate, text};
use crate::catalogue::{Role, role};
use crate::element::ElementId;
use crate::error::{DecodeError, ErrorKind};
use crate::input::Input;
use crate::kind::{Kind, Value};
use crate::limits::MAX_MESSAGE_OCTETS;
use crate::message::EntityId;
use crate::record::Time;
use crate::span::{BufferId, Span};
use crate::tree::{Node, NodeId, Tree};

/// Octets of an uncompressed point on P-256: 0x04, x, y.
const POINT_OCTETS: usize = 65;

/// An X.509 certificate, as the profile of the GB smart metering key infrastructure has it: of an
/// organisation, of a device, or of an issuing authority. Octets are borrowed from those it was
/// read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certificate<'a> {
    /// The entity that it is for: the unique identifier of an organisation's subject, or the
    /// hardware serial number of a device. An issuing authority has none.
    pub entity_id: Option<EntityId>,
    /// The role that the organizational unit of the subject names.
    pub role: Option<Role>,
    /// Common name of the subject.
    pub common_name: Option<&'a [u8]>,
    /// Common name of the issuer.
    pub issuer_common_name: Option<&'a [u8]>,
    /// Serial number: the content of its INTEGER, big endian, with a leading zero where it has one.
    pub serial: &'a [u8],
    /// From when it holds; `None` where the date cannot be read.
    pub not_before: Option<Time>,
    /// Until when it holds; `None` where the date cannot be read.
    pub not_after: Option<Time>,
    /// What its key is for; `None` where the extension is absent.
    pub key_usage: Option<KeyUsage>,
    /// The public key, a point of P-256 without compression.
    pub public_key: Option<[u8; POINT_OCTETS]>,
    /// Object identifier of the curve, without tag and length.
    pub curve: Option<&'a [u8]>,
    /// Subject key identifier.
    pub subject_key_id: Option<&'a [u8]>,
    /// Key identifier of the issuer.
    pub authority_key_id: Option<&'a [u8]>,
    /// Object identifier of the signature algorithm, without tag and length.
    pub signature_algorithm: Option<&'a [u8]>,
    /// The signature: in DER, a SEQUENCE of r and s.
    pub signature: Option<&'a [u8]>,
    /// What is signed, with tag and length: offsets from the first of the octets it was read from.
    pub tbs: Span,
}

/// What a key may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct KeyUsage {
    /// Bit n of the bit string as bit n from the lowest.
    bits: u16,
}

impl KeyUsage {
    fn of(value: Value<'_>) -> Option<Self> {
        let Value::Bits(bits) = value else { return None };
        let set = bits.as_bitslice().iter_ones().take_while(|bit| *bit < 16);
        Some(Self { bits: set.fold(0, |bits, bit| bits | 1 << bit) })
    }

    /// Bit 0: signatures over messages.
    #[must_use]
    pub fn digital_signature(self) -> bool {
        self.bits & 1 != 0
    }

    /// Bit 4: key agreement.
    #[must_use]
    pub fn key_agreement(self) -> bool {
        self.bits & 1 << 4 != 0
    }

    /// Bit 5: signatures over certificates.
    #[must_use]
    pub fn key_cert_sign(self) -> bool {
        self.bits & 1 << 5 != 0
    }

    /// Bit 6: signatures over revocation lists.
    #[must_use]
    pub fn crl_sign(self) -> bool {
        self.bits & 1 << 6 != 0
    }

    /// All bits; bit n of the bit string is bit n from the lowest.
    #[must_use]
    pub fn bits(self) -> u16 {
        self.bits
    }
}

impl<'a> Certificate<'a> {
    /// Reads the certificate that fills `octets`.
    ///
    /// # Errors
    ///
    /// The first decoding error, or [`ErrorKind::BadValue`] where the octets are DER and have no
    /// certificate's structure: no part to be signed, or no serial number in it.
    pub fn parse(octets: &'a [u8]) -> Result<Self, DecodeError> {
        if octets.len() > MAX_MESSAGE_OCTETS {
            return Err(DecodeError {
                kind: ErrorKind::Limit,
                span: Span::wire(0, u32::MAX),
                element: e::CERTIFICATE,
                needed: Some(MAX_MESSAGE_OCTETS as u64),
                found: Some(octets.len() as u64),
                limit_set_by: None,
            });
        }
        let mut tree = Tree::default();
        let input = Input::new(octets, BufferId::WIRE);
        let node = certificate(&mut tree, input, e::CERTIFICATE);
        match tree.issues().first() {
            Some(issue) => Err(*issue),
            None => Self::of(&tree, node, octets),
        }
    }

    /// The certificate whose node this is in a message's tree; `wire` are the message's octets.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadValue`] where the node has no certificate's structure.
    pub fn of(tree: &Tree, node: NodeId, wire: &'a [u8]) -> Result<Self, DecodeError> {
        let reader = Reader { tree, wire };
        reader.certificate(node).ok_or_else(|| DecodeError {
            kind: ErrorKind::BadValue,
            span: tree.get(node).map(Node::span).unwrap_or_default(),
            element: e::CERTIFICATE,
            needed: None,
            found: None,
            limit_set_by: None,
        })
    }
}

/// Finds parts of a certificate by their names.
#[derive(Clone, Copy)]
struct Reader<'t, 'a> {
    tree: &'t Tree,
    wire: &'a [u8],
}

impl<'a> Reader<'_, 'a> {
    fn certificate(self, node: NodeId) -> Option<Certificate<'a>> {
        let tbs = self.tree.child(node, e::TBS_CERTIFICATE)?;
        let tbs_node = self.tree.get(tbs).filter(|node| node.kind.is_container())?;
        let serial = self.tree.child(tbs, e::SERIAL_NUMBER)?;
        let subject = self.tree.child(tbs, e::SUBJECT);
        let issuer = self.tree.child(tbs, e::ISSUER);
        let validity = self.tree.child(tbs, e::VALIDITY);
        let key = self.tree.child(tbs, e::SUBJECT_PUBLIC_KEY_INFO);
        let extensions = self.tree.child(tbs, e::EXTENSIONS);
        let unit = self.leaf(subject, e::ORGANIZATIONAL_UNIT_NAME);
        let role = unit.and_then(text::role_number).and_then(role).map(|entry| entry.role);
        let algorithm = self.tree.child(node, e::SIGNATURE_ALGORITHM);
        let issuer_key = self.inside(extensions, e::AUTHORITY_KEY_IDENTIFIER);
        Some(Certificate {
            entity_id: self.entity_id(tbs, subject, extensions),
            role,
            common_name: self.leaf(subject, e::COMMON_NAME),
            issuer_common_name: self.leaf(issuer, e::COMMON_NAME),
            serial: self.content(serial),
            not_before: self.time(validity, e::NOT_BEFORE),
            not_after: self.time(validity, e::NOT_AFTER),
            key_usage: self
                .inside(extensions, e::KEY_USAGE)
                .and_then(|node| KeyUsage::of(self.tree.value(node, self.wire))),
            public_key: self.bits(key, e::SUBJECT_PUBLIC_KEY).and_then(|key| key.try_into().ok()),
            curve: self.leaf(key, e::NAMED_CURVE),
            subject_key_id: self.leaf(extensions, e::SUBJECT_KEY_IDENTIFIER),
            authority_key_id: self.leaf(issuer_key, e::KEY_IDENTIFIER),
            signature_algorithm: self.leaf(algorithm, e::ALGORITHM),
            signature: self.bits(Some(node), e::SIGNATURE_VALUE),
            tbs: self.relative(node, tbs_node.span()),
        })
    }

    /// A span as offsets from the certificate's first octet.
    fn relative(self, certificate: NodeId, span: Span) -> Span {
        let start = self.tree.get(certificate).map_or(0, |node| node.span().start);
        Span::wire(span.start - start, span.end - start)
    }

    fn entity_id(
        self,
        tbs: NodeId,
        subject: Option<NodeId>,
        extensions: Option<NodeId>,
    ) -> Option<EntityId> {
        let id = self
            .bits(subject, e::UNIQUE_IDENTIFIER)
            .or_else(|| self.bits(Some(tbs), e::SUBJECT_UNIQUE_IDENTIFIER))
            .or_else(|| self.leaf(extensions, e::HARDWARE_SERIAL_NUMBER))?;
        id.try_into().ok().map(EntityId)
    }

    /// The first node of that name anywhere below `node`.
    fn inside(self, node: Option<NodeId>, element: ElementId) -> Option<NodeId> {
        let mut inside = self.tree.descendants(node?);
        inside.find(|id| self.tree.get(*id).is_some_and(|node| node.element == element))
    }

    fn leaf(self, node: Option<NodeId>, element: ElementId) -> Option<&'a [u8]> {
        let leaf = self.inside(node, element)?;
        self.tree.get(leaf).filter(|node| !node.kind.is_container())?;
        Some(self.content(leaf))
    }

    /// The octets of a BIT STRING that has no unused bits.
    fn bits(self, node: Option<NodeId>, element: ElementId) -> Option<&'a [u8]> {
        let leaf = self.inside(node, element)?;
        self.tree.get(leaf).filter(|node| node.kind == Kind::DerBitString)?;
        self.content(leaf).strip_prefix(&[0])
    }

    fn content(self, node: NodeId) -> &'a [u8] {
        let span = self.tree.get(node).map(Node::content_span).unwrap_or_default();
        if span.buffer == BufferId::WIRE { span.of(self.wire) } else { &[] }
    }

    fn time(self, validity: Option<NodeId>, element: ElementId) -> Option<Time> {
        let leaf = self.inside(validity, element)?;
        match self.tree.get(leaf)?.kind {
            Kind::DerUtcTime => {
                let (year, rest) = self.content(leaf).split_at_checked(2)?;
                let year = number(year)?;
                time(if year < 50 { 2000 + year } else { 1900 + year }, rest)
            }
            Kind::DerGeneralizedTime => {
                let (year, rest) = self.content(leaf).split_at_checked(4)?;
                time(number(year)?, rest)
            }
            _ => None,
        }
    }
}

/// The moment of a year and `MMDDHHMMSSZ`.
fn time(year: i16, rest: &[u8]) -> Option<Time> {
    let rest = rest.strip_suffix(b"Z").filter(|rest| rest.len() == 10)?;
    let mut parts = rest.chunks(2).map(|pair| number(pair)?.try_into().ok());
    let mut next = || parts.next().flatten();
    let date = jiff::civil::Date::new(year, next()?, next()?).ok()?;
    let time = jiff::civil::Time::new(next()?, next()?, next()?, 0).ok()?;
    let days = i64::from(date.since(jiff::civil::date(1970, 1, 1)).ok()?.get_days());
    let (hours, minutes, seconds) = (time.hour(), time.minute(), time.second());
    let seconds = (i64::from(hours) * 60 + i64::from(minutes)) * 60 + i64::from(seconds);
    Some(Time((days * 86_400 + seconds) * 1000))
}

/// A number of decimal digits.
fn number(digits: &[u8]) -> Option<i16> {
    digits.iter().all(u8::is_ascii_digit).then_some(())?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_both_forms() {
        assert_eq!(time(1970, b"0102000001Z"), Some(Time(86_401_000)));
        assert_eq!(time(9999, b"1231235959Z"), Some(Time(253_402_300_799_000)));
        assert_eq!(time(2015, b"0230000000Z"), None);
        assert_eq!(time(2015, b"0130000000"), None);
    }
}

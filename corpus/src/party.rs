//! Who takes part: users, the access control broker, devices; their identities and keys.
//!
//! Identities and keys are made from a seed. They are nobody's: the entity identifiers begin with
//! a locally administered prefix of this corpus.

use std::sync::Arc;

use gbcs_parser::EntityId;
use gbcs_parser::crypto::PrivateKey;

use crate::random::digest;

/// The first three octets of every entity identifier of the corpus: locally administered.
pub const PREFIX: [u8; 3] = [0x4E, 0x6F, 0x7E];

/// What an organisation is to a device. The numbers are those of the certificates' OU.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Supplier.
    Supplier = 2,
    /// Network operator.
    NetworkOperator = 3,
    /// Access control broker: makes the MAC of every command.
    AccessControlBroker = 4,
}

impl Role {
    /// The word for it in `credentials` records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Supplier => "Supplier",
            Self::NetworkOperator => "NetworkOperator",
            Self::AccessControlBroker => "ACB",
        }
    }
}

/// What a device is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeviceKind {
    /// Electricity meter.
    Esme,
    /// Gas meter.
    Gsme,
    /// Communications Hub.
    Hub,
    /// Prepayment interface of a consumer.
    Ppmid,
}

impl DeviceKind {
    /// The word for it in `device` records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Esme => "ESME",
            Self::Gsme => "GSME",
            Self::Hub => "CHF",
            Self::Ppmid => "PPMID",
        }
    }
}

/// A party with its keys.
#[derive(Clone, Debug)]
pub struct Party {
    /// Its entity identifier.
    pub id: EntityId,
    /// Its role, where it is an organisation.
    pub role: Option<Role>,
    /// Its key for agreeing keys.
    pub agreement: Arc<PrivateKey>,
    /// Its key for signing.
    pub signing: Arc<PrivateKey>,
    /// True where these are the keys that it was given after its first.
    pub renewed: bool,
}

impl Party {
    /// The identifier of organisation `number` of a role.
    #[must_use]
    pub fn organisation_id(role: Role, number: u16) -> EntityId {
        let [a, b, c] = PREFIX;
        let [high, low] = number.to_be_bytes();
        EntityId([a, b, c, 0x00, role as u8, 0x00, high, low])
    }

    /// Organisation `number` of a role.
    #[must_use]
    pub fn organisation(seed: u64, role: Role, number: u16) -> Self {
        Self::new(seed, Self::organisation_id(role, number), Some(role))
    }

    /// The identifier of device `number` of a kind.
    #[must_use]
    pub fn device_id(kind: DeviceKind, number: u32) -> EntityId {
        let [a, b, c] = PREFIX;
        let [d, e, f, g] = number.to_be_bytes();
        EntityId([a, b, c, 0x10 | kind as u8, d, e, f, g])
    }

    /// Device `number` of a kind.
    #[must_use]
    pub fn device(seed: u64, kind: DeviceKind, number: u32) -> Self {
        Self::new(seed, Self::device_id(kind, number), None)
    }

    /// A device of any identifier.
    #[must_use]
    pub fn device_of(seed: u64, id: EntityId) -> Self {
        Self::new(seed, id, None)
    }

    fn new(seed: u64, id: EntityId, role: Option<Role>) -> Self {
        Self {
            id,
            role,
            agreement: Arc::new(secret(seed, id, "key agreement")),
            signing: Arc::new(secret(seed, id, "digital signature")),
            renewed: false,
        }
    }

    /// The same party with the keys that it is given after its first.
    #[must_use]
    pub fn renewed(&self, seed: u64) -> Self {
        Self {
            agreement: Arc::new(secret(seed, self.id, "second key agreement")),
            signing: Arc::new(secret(seed, self.id, "second digital signature")),
            renewed: true,
            ..self.clone()
        }
    }
}

/// A private key: it depends on all of these.
pub(crate) fn secret(seed: u64, id: EntityId, purpose: &str) -> PrivateKey {
    PrivateKey::from_seed(&digest(seed, &[&id.0, purpose.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_are_locally_administered_and_distinct() {
        let supplier = Party::organisation(1, Role::Supplier, 1);
        let meter = Party::device(1, DeviceKind::Gsme, 258);
        assert_eq!(supplier.id.to_string(), "4E-6F-7E-00-02-00-00-01");
        assert_eq!(meter.id.to_string(), "4E-6F-7E-11-00-00-01-02");
        assert_eq!(PREFIX[0] & 0x03, 0x02);
    }

    #[test]
    fn keys_depend_on_seed_party_and_purpose() {
        let party = Party::device(1, DeviceKind::Esme, 1);
        let key = |seed, number| *Party::device(seed, DeviceKind::Esme, number).agreement.scalar();
        assert_eq!(key(1, 1), key(1, 1));
        assert_ne!(key(1, 1), key(2, 1));
        assert_ne!(key(1, 1), key(1, 2));
        assert_ne!(key(1, 1), *party.signing.scalar());
    }
}

//! Which party has which role, as the credentials records of a log tell, and of which type the
//! devices are that other devices speak to.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use gbcs_parser::catalogue::{DeviceType, ROLES, Role};
use gbcs_parser::record::{Body, Credentials, Device, Record};
use gbcs_parser::{CraFlag, EntityId, Message};
use serde::{Deserialize, Serialize};

/// Roles of one party. Empty where nothing is known of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleSet(u16);

impl RoleSet {
    /// The set with one more role.
    #[must_use]
    pub fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u16)
    }

    /// True where nothing is known of the party.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// True where the party has the role.
    #[must_use]
    pub fn contains(self, role: Role) -> bool {
        self.0 & 1 << role as u16 != 0
    }

    /// The roles, in the order of their numbers.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        ROLES.iter().map(|entry| entry.role).filter(move |role| self.contains(*role))
    }
}

/// What is known of the parties of a command, or of the one that a device speaks to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartyRoles {
    /// The originator of a command.
    pub originator: RoleSet,
    /// The supplementary remote party of a command.
    pub supplementary: RoleSet,
    /// The type of the device that a frame or message of the home area network goes to.
    pub receiver: Option<DeviceType>,
}

/// The roles of the parties of a log and the types of its devices, by the records that came so far.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Roles {
    parties: HashMap<EntityId, RoleSet, RandomState>,
    /// One octet a device: less than what each has in its own state.
    devices: HashMap<EntityId, DeviceType, RandomState>,
}

impl Roles {
    /// Access control brokers are known from the start.
    pub(crate) fn of_brokers(brokers: &[EntityId]) -> Self {
        let mut roles = Self::default();
        for id in brokers {
            roles.add(*id, Role::AccessControlBroker);
        }
        roles
    }

    /// True for records that tell of parties or devices.
    pub(crate) fn are_told_by(record: &Record) -> bool {
        matches!(record.body, Body::Credentials(_) | Body::Device(_))
    }

    /// What is known of the parties of a command, or of the one that another record goes to.
    pub(crate) fn of(&self, record: &Record, message: Option<&Message<'_>>) -> PartyRoles {
        match message {
            Some(message) if message.envelope.cra() == Some(CraFlag::Command) => {
                self.of_command(message)
            }
            _ => {
                let receiver = self.of_receiver(record, message);
                PartyRoles { receiver, ..PartyRoles::default() }
            }
        }
    }

    /// Takes over what a credentials record says.
    pub(crate) fn note(&mut self, credentials: &Credentials) {
        let role = credentials.remote_party_role.as_deref().and_then(role_of_name);
        if let (Some(role), Some(id)) = (role, credentials.remote_party_id) {
            self.add(id, role);
        }
    }

    fn add(&mut self, id: EntityId, role: Role) {
        let roles = self.parties.entry(id).or_default();
        *roles = roles.with(role);
    }

    /// What is known of the parties of a command.
    fn of_command(&self, message: &Message<'_>) -> PartyRoles {
        if self.parties.is_empty() {
            return PartyRoles::default();
        }
        let of = |id: Option<EntityId>| id.and_then(|id| self.parties.get(&id)).copied();
        PartyRoles {
            originator: of(message.envelope.originator()).unwrap_or_default(),
            supplementary: of(message.envelope.supplementary_party()).unwrap_or_default(),
            receiver: None,
        }
    }

    /// Takes over what a device record says.
    pub(crate) fn note_device(&mut self, id: EntityId, device: &Device) {
        let device_type = device.device_type.as_deref().and_then(DeviceType::from_name);
        if let Some(device_type) = device_type {
            self.devices.insert(id, device_type);
        }
    }

    /// What is known of the one that a response or a frame of the home area network goes to.
    fn of_receiver(&self, record: &Record, message: Option<&Message<'_>>) -> Option<DeviceType> {
        if self.devices.is_empty() {
            return None;
        }
        let receiver = match &record.body {
            Body::ZclFrame(frame) => frame.destination,
            Body::Message(stated) if stated.is_on_the_han() => message?.envelope.recipient(),
            _ => None,
        };
        self.devices.get(&receiver?).copied()
    }
}

/// The role of a name as logs, requests or DER payloads write it.
fn role_of_name(name: &str) -> Option<Role> {
    let letters = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let name = letters(name);
    if name == "acb" {
        return Some(Role::AccessControlBroker);
    }
    ROLES
        .iter()
        .find(|entry| letters(entry.asn1_name) == name || letters(entry.name) == name)
        .map(|entry| entry.role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_roles_in_any_writing() {
        assert_eq!(role_of_name("NetworkOperator"), Some(Role::NetworkOperator));
        assert_eq!(role_of_name("Network Operator"), Some(Role::NetworkOperator));
        assert_eq!(role_of_name("ACB"), Some(Role::AccessControlBroker));
        assert_eq!(role_of_name("TransitionalCoS"), Some(Role::TransitionalCos));
        assert_eq!(role_of_name("Postman"), None);
    }

    #[test]
    fn a_party_may_have_several_roles() {
        let both = RoleSet::default().with(Role::Supplier).with(Role::Recovery);
        assert!(both.contains(Role::Supplier) && !both.contains(Role::Root));
        assert_eq!(both.iter().count(), 2);
        assert!(RoleSet::default().is_empty());
    }
}

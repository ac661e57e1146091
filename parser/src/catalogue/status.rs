//! Status and result codes, roles, CRA flags and credential replacement modes.

use super::search;

/// A number with a name.
#[derive(Debug)]
pub struct Named {
    /// The number.
    pub code: u8,
    /// Its name, as the standard that defines it writes it.
    pub name: &'static str,
}

/// Which enumeration a DLMS result belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DlmsResultKind {
    /// Results of get and set.
    DataAccess,
    /// Results of actions.
    Action,
}

/// The entry of a DLMS result; `None` for a number that the enumeration does not have.
#[must_use]
pub fn dlms_result(kind: DlmsResultKind, code: u8) -> Option<&'static Named> {
    let table = match kind {
        DlmsResultKind::DataAccess => DATA_ACCESS_RESULTS,
        DlmsResultKind::Action => ACTION_RESULTS,
    };
    search(table, |entry| entry.code.cmp(&code))
}

/// The entry of a ZCL status.
#[must_use]
pub fn zcl_status(code: u8) -> Option<&'static Named> {
    search(ZCL_STATUS, |entry| entry.code.cmp(&code))
}

/// The entry of a CRA flag.
#[must_use]
pub fn cra_flag(code: u8) -> Option<&'static Named> {
    search(CRA_FLAGS, |entry| entry.code.cmp(&code))
}

/// A remote party's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Root: the certification authority.
    Root,
    /// Recovery.
    Recovery,
    /// Supplier.
    Supplier,
    /// Network Operator.
    NetworkOperator,
    /// Access Control Broker.
    AccessControlBroker,
    /// Transitional Change of Supplier.
    TransitionalCos,
    /// WAN Provider.
    WanProvider,
    /// Issuing Authority.
    IssuingAuthority,
    /// Load Controller.
    LoadController,
    /// Other.
    Other,
}

/// An entry of the table of remote party roles.
#[derive(Debug)]
pub struct RoleEntry {
    /// Its number in DER payloads and in the organisational unit of certificates.
    pub number: u8,
    /// The role.
    pub role: Role,
    /// Its name in DER payloads.
    pub asn1_name: &'static str,
    /// Its name in words.
    pub name: &'static str,
}

/// The entry of a remote party role.
#[must_use]
pub fn role(number: u8) -> Option<&'static RoleEntry> {
    search(ROLES, |entry| entry.number.cmp(&number))
}

impl Role {
    /// The role's entry.
    #[must_use]
    pub fn entry(self) -> Option<&'static RoleEntry> {
        ROLES.iter().find(|entry| entry.role == self)
    }

    /// The role's name in words, such as `Network Operator`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().map_or("", |entry| entry.name)
    }
}

/// An entry of the table of credential replacement modes.
#[derive(Debug)]
pub struct CredentialReplacementMode {
    /// Its number in DER payloads.
    pub number: u8,
    /// Its name in DER payloads.
    pub name: &'static str,
    /// The message code of the command in this mode.
    pub message_code: u16,
}

/// The entry of a credential replacement mode.
#[must_use]
pub fn credential_replacement_mode(number: u8) -> Option<&'static CredentialReplacementMode> {
    search(CREDENTIAL_REPLACEMENT_MODES, |entry| entry.number.cmp(&number))
}

pub use super::generated::cra_flags::CRA_FLAGS;
pub use super::generated::credential_replacement_modes::CREDENTIAL_REPLACEMENT_MODES;
pub use super::generated::dlms_results::{ACTION_RESULTS, DATA_ACCESS_RESULTS};
pub use super::generated::roles::ROLES;
pub use super::generated::zcl_status::ZCL_STATUS;

#[cfg(test)]
mod tests {
    use super::super::message_code;
    use super::*;

    #[test]
    fn tables_are_sorted_and_found() {
        for table in [DATA_ACCESS_RESULTS, ACTION_RESULTS, ZCL_STATUS, CRA_FLAGS] {
            assert!(table.is_sorted_by(|a, b| a.code < b.code));
        }
        assert!(ROLES.is_sorted_by(|a, b| a.number < b.number));
        assert!(CREDENTIAL_REPLACEMENT_MODES.is_sorted_by(|a, b| a.number < b.number));
        assert!(ZCL_STATUS.iter().all(|entry| zcl_status(entry.code).is_some()));
        assert!(ROLES.iter().all(|entry| role(entry.number).is_some()));
        assert!(CRA_FLAGS.iter().all(|entry| cra_flag(entry.code).is_some()));
        assert!(zcl_status(0x02).is_none());
    }

    #[test]
    fn the_two_dlms_enumerations_differ() {
        let name = |kind| dlms_result(kind, 15).unwrap().name;
        assert_eq!(name(DlmsResultKind::DataAccess), "long-get-aborted");
        assert_eq!(name(DlmsResultKind::Action), "long-action-aborted");
        assert!(dlms_result(DlmsResultKind::Action, 17).is_none());
    }

    #[test]
    fn every_role_has_a_name() {
        for entry in ROLES {
            assert_eq!(entry.role.name(), entry.name);
        }
        assert_eq!(role(127).unwrap().role, Role::Other);
    }

    #[test]
    fn a_mode_has_a_message_code_of_its_own() {
        for mode in CREDENTIAL_REPLACEMENT_MODES {
            let code = message_code(mode.message_code).unwrap();
            assert!(code.name.contains(mode.name), "{}", mode.name);
            assert_eq!(credential_replacement_mode(mode.number).unwrap().name, mode.name);
        }
    }
}

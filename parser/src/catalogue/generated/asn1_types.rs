//! Structures of DER payloads, made from `parser/catalogue/asn1-types.csv`.
// Do not edit: change the text file and refresh.

use super::asn1_elements as e;
use crate::Kind;
use crate::asn1::schema::{Field, Form, Presence, Structure, Type};
use crate::message::CraFlag;

/// `ProvideSecurityCredentialDetailsCommand`.
#[rustfmt::skip]
pub(crate) static PROVIDE_SECURITY_CREDENTIAL_DETAILS_COMMAND: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::AUTHORISING_REMOTE_PARTY_TA_CELL_IDENTIFIER, tag: 0x30, of: Type::Of(&TRUST_ANCHOR_CELL_IDENTIFIER), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REMOTE_PARTY_ROLES_CREDENTIALS_REQUIRED, tag: 0x30, of: Type::Of(&REMOTE_PARTY_ROLES), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RemotePartyRoles`.
#[rustfmt::skip]
pub(crate) static REMOTE_PARTY_ROLES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::REMOTE_PARTY_ROLE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `TrustAnchorCellIdentifier`.
#[rustfmt::skip]
pub(crate) static TRUST_ANCHOR_CELL_IDENTIFIER: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::REMOTE_PARTY_ROLE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::KEY_USAGE, tag: 0x03, of: Type::Value(Kind::DerBitString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::CELL_USAGE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Default("management"), oid: &[] },
    ],
};

/// `ProvideSecurityCredentialDetailsResponse`.
#[rustfmt::skip]
pub(crate) static PROVIDE_SECURITY_CREDENTIAL_DETAILS_RESPONSE: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::REMOTE_PARTY_DETAILS, tag: 0x30, of: Type::Of(&REMOTE_PARTY_DETAILS), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RemotePartyDetails`.
#[rustfmt::skip]
pub(crate) static REMOTE_PARTY_DETAILS: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::REMOTE_PARTY_ROLE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::STATUS_CODE, tag: 0x0A, of: Type::Value(Kind::DerEnumerated), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::CURRENT_SEQ_NUMBER, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Optional, oid: &[] },
        Field { element: e::TRUST_ANCHOR_CELLS_DETAILS, tag: 0x30, of: Type::Of(&TRUST_ANCHOR_CELLS_DETAILS), presence: Presence::Optional, oid: &[] },
    ],
};

/// `TrustAnchorCellsDetails`.
#[rustfmt::skip]
pub(crate) static TRUST_ANCHOR_CELLS_DETAILS: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::TRUST_ANCHOR_CELL_CONTENTS, tag: 0x30, of: Type::Of(&TRUST_ANCHOR_CELL_CONTENTS), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `TrustAnchorCellContents`.
#[rustfmt::skip]
pub(crate) static TRUST_ANCHOR_CELL_CONTENTS: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::KEY_USAGE, tag: 0x03, of: Type::Value(Kind::DerBitString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::CELL_USAGE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Default("management"), oid: &[] },
        Field { element: e::SUBJECT_UNIQUE_ID, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SUBJECT_KEY_ID, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `UpdateSecurityCredentialsCommand`.
#[rustfmt::skip]
pub(crate) static UPDATE_SECURITY_CREDENTIALS_COMMAND: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::AUTHORISING_REMOTE_PARTY_CONTROL, tag: 0x30, of: Type::Of(&AUTHORISING_REMOTE_PARTY_CONTROL), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REPLACEMENTS, tag: 0x30, of: Type::Of(&REPLACEMENTS), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::CERTIFICATION_PATH_CERTIFICATES, tag: 0x30, of: Type::Of(&CERTIFICATES), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_DATE_TIME, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Optional, oid: &[] },
    ],
};

/// `AuthorisingRemotePartyControl`.
#[rustfmt::skip]
pub(crate) static AUTHORISING_REMOTE_PARTY_CONTROL: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::CREDENTIALS_REPLACEMENT_MODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::PLAINTEXT_SYMMETRIC_KEY, tag: 0x80, of: Type::Value(Kind::DerOctetString), presence: Presence::Optional, oid: &[] },
        Field { element: e::APPLY_TIME_BASED_CPV_CHECKS, tag: 0x81, of: Type::Value(Kind::DerInteger), presence: Presence::Default("apply"), oid: &[] },
        Field { element: e::AUTHORISING_REMOTE_PARTY_TA_CELL_IDENTIFIER, tag: 0xA2, of: Type::Of(&TRUST_ANCHOR_CELL_IDENTIFIER), presence: Presence::Optional, oid: &[] },
        Field { element: e::AUTHORISING_REMOTE_PARTY_SEQ_NUMBER, tag: 0x83, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::NEW_REMOTE_PARTY_FLOOR_SEQ_NUMBER, tag: 0x84, of: Type::Value(Kind::DerInteger), presence: Presence::Optional, oid: &[] },
        Field { element: e::NEW_REMOTE_PARTY_SPECIALIST_FLOOR_SEQ_NUMBER, tag: 0xA5, of: Type::Of(&SPECIALIST_SEQ_NUMBERS), presence: Presence::Optional, oid: &[] },
        Field { element: e::OTHER_REMOTE_PARTY_SEQ_NUMBER_CHANGES, tag: 0xA6, of: Type::Of(&REMOTE_PARTY_SEQ_NUMBER_CHANGES), presence: Presence::Optional, oid: &[] },
    ],
};

/// `SpecialistSeqNumbers`.
#[rustfmt::skip]
pub(crate) static SPECIALIST_SEQ_NUMBERS: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::SPECIALIST_SEQ_NUMBER, tag: 0x30, of: Type::Of(&SPECIALIST_SEQ_NUMBER), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `SpecialistSeqNumber`.
#[rustfmt::skip]
pub(crate) static SPECIALIST_SEQ_NUMBER: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::SEQ_NUMBER_USAGE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SEQ_NUMBER, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RemotePartySeqNumberChanges`.
#[rustfmt::skip]
pub(crate) static REMOTE_PARTY_SEQ_NUMBER_CHANGES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::REMOTE_PARTY_SEQ_NUMBER_CHANGE, tag: 0x30, of: Type::Of(&REMOTE_PARTY_SEQ_NUMBER_CHANGE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RemotePartySeqNumberChange`.
#[rustfmt::skip]
pub(crate) static REMOTE_PARTY_SEQ_NUMBER_CHANGE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::REMOTE_PARTY_ROLE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REMOTE_PARTY_FLOOR_SEQ_NUMBER, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REMOTE_PARTY_SPECIALIST_FLOOR_SEQ_NUMBER, tag: 0x30, of: Type::Of(&SPECIALIST_SEQ_NUMBERS), presence: Presence::Optional, oid: &[] },
    ],
};

/// `Replacements`.
#[rustfmt::skip]
pub(crate) static REPLACEMENTS: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::TRUST_ANCHOR_REPLACEMENT, tag: 0x30, of: Type::Of(&TRUST_ANCHOR_REPLACEMENT), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `TrustAnchorReplacement`.
#[rustfmt::skip]
pub(crate) static TRUST_ANCHOR_REPLACEMENT: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::REPLACEMENT_CERTIFICATE, tag: 0x30, of: Type::Of(&CERTIFICATE), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::TARGET_TRUST_ANCHOR_CELL, tag: 0x30, of: Type::Of(&TRUST_ANCHOR_CELL_IDENTIFIER), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `Certificates`.
#[rustfmt::skip]
pub(crate) static CERTIFICATES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::CERTIFICATE, tag: 0x30, of: Type::Of(&CERTIFICATE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `UpdateSecurityCredentialsResponse`.
#[rustfmt::skip]
pub(crate) static UPDATE_SECURITY_CREDENTIALS_RESPONSE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::COMMAND_ACCEPTED, tag: 0x05, of: Type::Value(Kind::DerNull), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_OUTCOME, tag: 0x30, of: Type::Of(&UPDATE_SECURITY_CREDENTIALS_EXECUTION_OUTCOME), presence: Presence::Optional, oid: &[] },
    ],
};

/// `UpdateSecurityCredentialsExecutionOutcome`.
#[rustfmt::skip]
pub(crate) static UPDATE_SECURITY_CREDENTIALS_EXECUTION_OUTCOME: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::AUTHORISING_REMOTE_PARTY_SEQ_NUMBER, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::CREDENTIALS_REPLACEMENT_MODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REMOTE_PARTY_SEQ_NUMBER_CHANGES, tag: 0x30, of: Type::Of(&REMOTE_PARTY_SEQ_NUMBER_CHANGES), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REPLACEMENT_OUTCOMES, tag: 0x30, of: Type::Of(&REPLACEMENT_OUTCOMES), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `ReplacementOutcomes`.
#[rustfmt::skip]
pub(crate) static REPLACEMENT_OUTCOMES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::REPLACEMENT_OUTCOME, tag: 0x30, of: Type::Of(&REPLACEMENT_OUTCOME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `ReplacementOutcome`.
#[rustfmt::skip]
pub(crate) static REPLACEMENT_OUTCOME: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::AFFECTED_TRUST_ANCHOR_CELL, tag: 0x30, of: Type::Of(&TRUST_ANCHOR_CELL_IDENTIFIER), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::STATUS_CODE, tag: 0x0A, of: Type::Value(Kind::DerEnumerated), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXISTING_SUBJECT_UNIQUE_ID, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXISTING_SUBJECT_KEY_ID, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REPLACING_SUBJECT_UNIQUE_ID, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REPLACING_SUBJECT_KEY_ID, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `UpdateSecurityCredentialsAlert`.
#[rustfmt::skip]
pub(crate) static UPDATE_SECURITY_CREDENTIALS_ALERT: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ALERT_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_DATE_TIME, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_OUTCOME, tag: 0x30, of: Type::Of(&UPDATE_SECURITY_CREDENTIALS_EXECUTION_OUTCOME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `KeyUsageCommand`.
#[rustfmt::skip]
pub(crate) static KEY_USAGE_COMMAND: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::KEY_USAGE, tag: 0x03, of: Type::Value(Kind::DerBitString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `JoinDeviceCommand`.
#[rustfmt::skip]
pub(crate) static JOIN_DEVICE_COMMAND: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::JOIN_METHOD_AND_ROLE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::OTHER_DEVICE_ENTITY_IDENTIFIER, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::OTHER_DEVICE_TYPE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::OTHER_DEVICE_CERTIFICATE, tag: 0x30, of: Type::Of(&CERTIFICATE), presence: Presence::Optional, oid: &[] },
    ],
};

/// `ActivateFirmwareCommand`.
#[rustfmt::skip]
pub(crate) static ACTIVATE_FIRMWARE_COMMAND: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::MANUFACTURER_IMAGE_HASH, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::ORIGINATOR_COUNTER, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_DATE_TIME, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Optional, oid: &[] },
    ],
};

/// `ActivateFirmwareExecutionOutcome`.
#[rustfmt::skip]
pub(crate) static ACTIVATE_FIRMWARE_EXECUTION_OUTCOME: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ACTIVATE_FIRMWARE_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::FIRMWARE_VERSION, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `ActivateFirmwareAlert`.
#[rustfmt::skip]
pub(crate) static ACTIVATE_FIRMWARE_ALERT: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ALERT_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_DATE_TIME, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::ORIGINATOR_COUNTER, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_OUTCOME, tag: 0x30, of: Type::Of(&ACTIVATE_FIRMWARE_EXECUTION_OUTCOME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `ReadDeviceJoinDetailsResponse`.
#[rustfmt::skip]
pub(crate) static READ_DEVICE_JOIN_DETAILS_RESPONSE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::READ_DEVICE_JOIN_DETAILS_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::DEVICE_LOG_ENTRIES, tag: 0x30, of: Type::Of(&DEVICE_LOG_ENTRIES), presence: Presence::Optional, oid: &[] },
    ],
};

/// `DeviceLogEntries`.
#[rustfmt::skip]
pub(crate) static DEVICE_LOG_ENTRIES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::DEVICE_LOG_ENTRY, tag: 0x30, of: Type::Of(&DEVICE_LOG_ENTRY), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `DeviceLogEntry`.
#[rustfmt::skip]
pub(crate) static DEVICE_LOG_ENTRY: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::DEVICE_IDENTIFIER, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::DEVICE_TYPE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `ReadFirmwareVersionResponse`.
#[rustfmt::skip]
pub(crate) static READ_FIRMWARE_VERSION_RESPONSE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::FIRMWARE_VERSION, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::READ_FIRMWARE_VERSION_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `FirmwareActivationAlert`.
#[rustfmt::skip]
pub(crate) static FIRMWARE_ACTIVATION_ALERT: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ALERT_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_DATE_TIME, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::FIRMWARE_VERSION, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::FIRMWARE_ACTIVATION_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `FirmwareTransferAlert`.
#[rustfmt::skip]
pub(crate) static FIRMWARE_TRANSFER_ALERT: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ALERT_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_DATE_TIME, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::DEVICE_IDENTIFIER, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::FIRMWARE_VERSION, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::FIRMWARE_TRANSFER_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `SetTimeCommand`.
#[rustfmt::skip]
pub(crate) static SET_TIME_COMMAND: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::VALIDITY_INTERVAL_START, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::VALIDITY_INTERVAL_END, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `SetTimeResponse`.
#[rustfmt::skip]
pub(crate) static SET_TIME_RESPONSE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::DEVICE_TIME, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::DEVICE_TIME_STATUS, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `DeviceLogRestoreCommand`.
#[rustfmt::skip]
pub(crate) static DEVICE_LOG_RESTORE_COMMAND: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::DEVICE_LOG_ENTRIES, tag: 0x30, of: Type::Of(&DEVICE_LOG_ENTRIES), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `DeviceLogRestoreResponse`.
#[rustfmt::skip]
pub(crate) static DEVICE_LOG_RESTORE_RESPONSE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::RESTORE_OUTCOMES, tag: 0x30, of: Type::Of(&RESTORE_OUTCOMES), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RestoreOutcomes`.
#[rustfmt::skip]
pub(crate) static RESTORE_OUTCOMES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::RESTORE_OUTCOME, tag: 0x30, of: Type::Of(&RESTORE_OUTCOME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RestoreOutcome`.
#[rustfmt::skip]
pub(crate) static RESTORE_OUTCOME: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::DEVICE_LOG_ENTRY, tag: 0x30, of: Type::Of(&DEVICE_LOG_ENTRY), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::JOIN_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `DeviceLogBackupAlert`.
#[rustfmt::skip]
pub(crate) static DEVICE_LOG_BACKUP_ALERT: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ALERT_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::BACKUP_DATE_TIME, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::DEVICE_LOG_ENTRIES, tag: 0x30, of: Type::Of(&DEVICE_LOG_ENTRIES), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `Certificate`.
#[rustfmt::skip]
pub(crate) static CERTIFICATE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::TBS_CERTIFICATE, tag: 0x30, of: Type::Of(&TBS_CERTIFICATE), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SIGNATURE_ALGORITHM, tag: 0x30, of: Type::Of(&ALGORITHM_IDENTIFIER), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SIGNATURE_VALUE, tag: 0x03, of: Type::Value(Kind::DerBitString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `TbsCertificate`.
#[rustfmt::skip]
pub(crate) static TBS_CERTIFICATE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::VERSION, tag: 0xA0, of: Type::Of(&EXPLICIT_VERSION), presence: Presence::Default("v1"), oid: &[] },
        Field { element: e::SERIAL_NUMBER, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SIGNATURE, tag: 0x30, of: Type::Of(&ALGORITHM_IDENTIFIER), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::ISSUER, tag: 0x30, of: Type::Of(&NAME), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::VALIDITY, tag: 0x30, of: Type::Of(&VALIDITY), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SUBJECT, tag: 0x30, of: Type::Of(&NAME), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SUBJECT_PUBLIC_KEY_INFO, tag: 0x30, of: Type::Of(&SUBJECT_PUBLIC_KEY_INFO), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::ISSUER_UNIQUE_IDENTIFIER, tag: 0x81, of: Type::Value(Kind::DerBitString), presence: Presence::Optional, oid: &[] },
        Field { element: e::SUBJECT_UNIQUE_IDENTIFIER, tag: 0x82, of: Type::Value(Kind::DerBitString), presence: Presence::Optional, oid: &[] },
        Field { element: e::EXTENSIONS, tag: 0xA3, of: Type::Of(&EXPLICIT_EXTENSIONS), presence: Presence::Optional, oid: &[] },
    ],
};

/// `ExplicitVersion`.
#[rustfmt::skip]
pub(crate) static EXPLICIT_VERSION: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::CERTIFICATE_VERSION, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `ExplicitExtensions`.
#[rustfmt::skip]
pub(crate) static EXPLICIT_EXTENSIONS: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::EXTENSION_LIST, tag: 0x30, of: Type::Of(&EXTENSIONS), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `AlgorithmIdentifier`.
#[rustfmt::skip]
pub(crate) static ALGORITHM_IDENTIFIER: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ALGORITHM, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::PARAMETERS, tag: 0x00, of: Type::Of(&ALGORITHM_PARAMETERS), presence: Presence::Optional, oid: &[] },
    ],
};

/// `AlgorithmParameters`.
#[rustfmt::skip]
pub(crate) static ALGORITHM_PARAMETERS: Structure = Structure {
    form: Form::ByOid,
    fields: &[
        Field { element: e::NAMED_CURVE, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[42, 134, 72, 206, 61, 2, 1] },
    ],
};

/// `Name`.
#[rustfmt::skip]
pub(crate) static NAME: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::RELATIVE_DISTINGUISHED_NAME, tag: 0x31, of: Type::Of(&RELATIVE_DISTINGUISHED_NAME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RelativeDistinguishedName`.
#[rustfmt::skip]
pub(crate) static RELATIVE_DISTINGUISHED_NAME: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::ATTRIBUTE, tag: 0x30, of: Type::Of(&NAME_ATTRIBUTE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `NameAttribute`.
#[rustfmt::skip]
pub(crate) static NAME_ATTRIBUTE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ATTRIBUTE_TYPE, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::ATTRIBUTE_VALUE, tag: 0x00, of: Type::Of(&NAME_ATTRIBUTE_VALUE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `NameAttributeValue`.
#[rustfmt::skip]
pub(crate) static NAME_ATTRIBUTE_VALUE: Structure = Structure {
    form: Form::ByOid,
    fields: &[
        Field { element: e::COMMON_NAME, tag: 0x00, of: Type::Any, presence: Presence::Mandatory, oid: &[85, 4, 3] },
        Field { element: e::SERIAL_NUMBER, tag: 0x00, of: Type::Any, presence: Presence::Mandatory, oid: &[85, 4, 5] },
        Field { element: e::COUNTRY_NAME, tag: 0x00, of: Type::Any, presence: Presence::Mandatory, oid: &[85, 4, 6] },
        Field { element: e::ORGANIZATION_NAME, tag: 0x00, of: Type::Any, presence: Presence::Mandatory, oid: &[85, 4, 10] },
        Field { element: e::ORGANIZATIONAL_UNIT_NAME, tag: 0x00, of: Type::Any, presence: Presence::Mandatory, oid: &[85, 4, 11] },
        Field { element: e::UNIQUE_IDENTIFIER, tag: 0x03, of: Type::Value(Kind::DerBitString), presence: Presence::Mandatory, oid: &[85, 4, 45] },
    ],
};

/// `Validity`.
#[rustfmt::skip]
pub(crate) static VALIDITY: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::NOT_BEFORE, tag: 0x00, of: Type::Of(&TIME), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::NOT_AFTER, tag: 0x00, of: Type::Of(&TIME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `Time`.
#[rustfmt::skip]
pub(crate) static TIME: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::VALUE, tag: 0x17, of: Type::Value(Kind::DerUtcTime), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::VALUE, tag: 0x18, of: Type::Value(Kind::DerGeneralizedTime), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `SubjectPublicKeyInfo`.
#[rustfmt::skip]
pub(crate) static SUBJECT_PUBLIC_KEY_INFO: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ALGORITHM_IDENTIFIER, tag: 0x30, of: Type::Of(&ALGORITHM_IDENTIFIER), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SUBJECT_PUBLIC_KEY, tag: 0x03, of: Type::Value(Kind::DerBitString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `Extensions`.
#[rustfmt::skip]
pub(crate) static EXTENSIONS: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::EXTENSION, tag: 0x30, of: Type::Of(&EXTENSION), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `Extension`.
#[rustfmt::skip]
pub(crate) static EXTENSION: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::EXTENSION_ID, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::CRITICAL, tag: 0x01, of: Type::Value(Kind::DerBoolean), presence: Presence::Default("FALSE"), oid: &[] },
        Field { element: e::EXTENSION_VALUE, tag: 0x04, of: Type::Of(&EXTENSION_OCTETS), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `ExtensionOctets`.
#[rustfmt::skip]
pub(crate) static EXTENSION_OCTETS: Structure = Structure {
    form: Form::Containing,
    fields: &[
        Field { element: e::EXTENSION_CONTENT, tag: 0x00, of: Type::Of(&EXTENSION_VALUE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `ExtensionValue`.
#[rustfmt::skip]
pub(crate) static EXTENSION_VALUE: Structure = Structure {
    form: Form::ByOid,
    fields: &[
        Field { element: e::SUBJECT_KEY_IDENTIFIER, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[85, 29, 14] },
        Field { element: e::KEY_USAGE, tag: 0x03, of: Type::Value(Kind::DerBitString), presence: Presence::Mandatory, oid: &[85, 29, 15] },
        Field { element: e::SUBJECT_ALTERNATIVE_NAME, tag: 0x30, of: Type::Of(&GENERAL_NAMES), presence: Presence::Mandatory, oid: &[85, 29, 17] },
        Field { element: e::BASIC_CONSTRAINTS, tag: 0x30, of: Type::Of(&BASIC_CONSTRAINTS), presence: Presence::Mandatory, oid: &[85, 29, 19] },
        Field { element: e::CERTIFICATE_POLICIES, tag: 0x30, of: Type::Of(&CERTIFICATE_POLICIES), presence: Presence::Mandatory, oid: &[85, 29, 32] },
        Field { element: e::AUTHORITY_KEY_IDENTIFIER, tag: 0x30, of: Type::Of(&AUTHORITY_KEY_IDENTIFIER), presence: Presence::Mandatory, oid: &[85, 29, 35] },
        Field { element: e::EXTENDED_KEY_USAGE, tag: 0x30, of: Type::Of(&KEY_PURPOSES), presence: Presence::Mandatory, oid: &[85, 29, 37] },
    ],
};

/// `GeneralNames`.
#[rustfmt::skip]
pub(crate) static GENERAL_NAMES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::GENERAL_NAME, tag: 0x00, of: Type::Of(&GENERAL_NAME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `GeneralName`.
#[rustfmt::skip]
pub(crate) static GENERAL_NAME: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::OTHER_NAME, tag: 0xA0, of: Type::Of(&OTHER_NAME), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::RFC822_NAME, tag: 0x81, of: Type::Value(Kind::DerString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::DNS_NAME, tag: 0x82, of: Type::Value(Kind::DerString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::DIRECTORY_NAME, tag: 0xA4, of: Type::Of(&DIRECTORY_NAME), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::UNIFORM_RESOURCE_IDENTIFIER, tag: 0x86, of: Type::Value(Kind::DerString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::IP_ADDRESS, tag: 0x87, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::REGISTERED_ID, tag: 0x88, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `DirectoryName`.
#[rustfmt::skip]
pub(crate) static DIRECTORY_NAME: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::NAME, tag: 0x30, of: Type::Of(&NAME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `OtherName`.
#[rustfmt::skip]
pub(crate) static OTHER_NAME: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::TYPE_ID, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::OTHER_NAME_VALUE, tag: 0xA0, of: Type::Of(&OTHER_NAME_VALUE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `OtherNameValue`.
#[rustfmt::skip]
pub(crate) static OTHER_NAME_VALUE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::OTHER_NAME_CONTENT, tag: 0x00, of: Type::Of(&OTHER_NAME_CONTENT), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `OtherNameContent`.
#[rustfmt::skip]
pub(crate) static OTHER_NAME_CONTENT: Structure = Structure {
    form: Form::ByOid,
    fields: &[
        Field { element: e::HARDWARE_MODULE_NAME, tag: 0x30, of: Type::Of(&HARDWARE_MODULE_NAME), presence: Presence::Mandatory, oid: &[43, 6, 1, 5, 5, 7, 8, 4] },
    ],
};

/// `HardwareModuleName`.
#[rustfmt::skip]
pub(crate) static HARDWARE_MODULE_NAME: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::HARDWARE_TYPE, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::HARDWARE_SERIAL_NUMBER, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `BasicConstraints`.
#[rustfmt::skip]
pub(crate) static BASIC_CONSTRAINTS: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::CA, tag: 0x01, of: Type::Value(Kind::DerBoolean), presence: Presence::Default("FALSE"), oid: &[] },
        Field { element: e::PATH_LEN_CONSTRAINT, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Optional, oid: &[] },
    ],
};

/// `CertificatePolicies`.
#[rustfmt::skip]
pub(crate) static CERTIFICATE_POLICIES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::POLICY_INFORMATION, tag: 0x30, of: Type::Of(&POLICY_INFORMATION), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `PolicyInformation`.
#[rustfmt::skip]
pub(crate) static POLICY_INFORMATION: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::POLICY_IDENTIFIER, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::POLICY_QUALIFIERS, tag: 0x30, of: Type::Of(&POLICY_QUALIFIERS), presence: Presence::Optional, oid: &[] },
    ],
};

/// `PolicyQualifiers`.
#[rustfmt::skip]
pub(crate) static POLICY_QUALIFIERS: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::POLICY_QUALIFIER_INFO, tag: 0x30, of: Type::Of(&POLICY_QUALIFIER_INFO), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `PolicyQualifierInfo`.
#[rustfmt::skip]
pub(crate) static POLICY_QUALIFIER_INFO: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::POLICY_QUALIFIER_ID, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::QUALIFIER, tag: 0x00, of: Type::Any, presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `AuthorityKeyIdentifier`.
#[rustfmt::skip]
pub(crate) static AUTHORITY_KEY_IDENTIFIER: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::KEY_IDENTIFIER, tag: 0x80, of: Type::Value(Kind::DerOctetString), presence: Presence::Optional, oid: &[] },
        Field { element: e::AUTHORITY_CERT_ISSUER, tag: 0xA1, of: Type::Of(&GENERAL_NAMES), presence: Presence::Optional, oid: &[] },
        Field { element: e::AUTHORITY_CERT_SERIAL_NUMBER, tag: 0x82, of: Type::Value(Kind::DerInteger), presence: Presence::Optional, oid: &[] },
    ],
};

/// `KeyPurposes`.
#[rustfmt::skip]
pub(crate) static KEY_PURPOSES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::KEY_PURPOSE_ID, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `CertificationRequest`.
#[rustfmt::skip]
pub(crate) static CERTIFICATION_REQUEST: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::CERTIFICATION_REQUEST_INFO, tag: 0x30, of: Type::Of(&CERTIFICATION_REQUEST_INFO), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SIGNATURE_ALGORITHM, tag: 0x30, of: Type::Of(&ALGORITHM_IDENTIFIER), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SIGNATURE_VALUE, tag: 0x03, of: Type::Value(Kind::DerBitString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `CertificationRequestInfo`.
#[rustfmt::skip]
pub(crate) static CERTIFICATION_REQUEST_INFO: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::CERTIFICATION_REQUEST_VERSION, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SUBJECT, tag: 0x30, of: Type::Of(&NAME), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::SUBJECT_PUBLIC_KEY_INFO, tag: 0x30, of: Type::Of(&SUBJECT_PUBLIC_KEY_INFO), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::ATTRIBUTES, tag: 0xA0, of: Type::Of(&REQUEST_ATTRIBUTES), presence: Presence::Optional, oid: &[] },
    ],
};

/// `RequestAttributes`.
#[rustfmt::skip]
pub(crate) static REQUEST_ATTRIBUTES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::ATTRIBUTE, tag: 0x30, of: Type::Of(&REQUEST_ATTRIBUTE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RequestAttribute`.
#[rustfmt::skip]
pub(crate) static REQUEST_ATTRIBUTE: Structure = Structure {
    form: Form::Sequence,
    fields: &[
        Field { element: e::ATTRIBUTE_TYPE, tag: 0x06, of: Type::Value(Kind::DerObjectIdentifier), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::ATTRIBUTE_VALUES, tag: 0x31, of: Type::Of(&REQUEST_ATTRIBUTE_VALUES), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RequestAttributeValues`.
#[rustfmt::skip]
pub(crate) static REQUEST_ATTRIBUTE_VALUES: Structure = Structure {
    form: Form::ListOf,
    fields: &[
        Field { element: e::ATTRIBUTE_VALUE, tag: 0x00, of: Type::Of(&REQUEST_ATTRIBUTE_VALUE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// `RequestAttributeValue`.
#[rustfmt::skip]
pub(crate) static REQUEST_ATTRIBUTE_VALUE: Structure = Structure {
    form: Form::ByOid,
    fields: &[
        Field { element: e::EXTENSION_REQUEST, tag: 0x30, of: Type::Of(&EXTENSIONS), presence: Presence::Mandatory, oid: &[42, 134, 72, 134, 247, 13, 1, 9, 14] },
    ],
};

/// Content of the command of CS02a; CS02f.
#[rustfmt::skip]
pub(crate) static COMMAND_0008: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::PROVIDE_SECURITY_CREDENTIAL_DETAILS_COMMAND, tag: 0x30, of: Type::Of(&PROVIDE_SECURITY_CREDENTIAL_DETAILS_COMMAND), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS02a; CS02f.
#[rustfmt::skip]
pub(crate) static RESPONSE_0008: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::PROVIDE_SECURITY_CREDENTIAL_DETAILS_RESPONSE, tag: 0x30, of: Type::Of(&PROVIDE_SECURITY_CREDENTIAL_DETAILS_RESPONSE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS02c.
#[rustfmt::skip]
pub(crate) static COMMAND_000A: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::ISSUE_SECURITY_CREDENTIALS_COMMAND, tag: 0x30, of: Type::Of(&KEY_USAGE_COMMAND), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS02c.
#[rustfmt::skip]
pub(crate) static RESPONSE_000A: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::CERTIFICATION_REQUEST, tag: 0x30, of: Type::Of(&CERTIFICATION_REQUEST), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::ISSUE_SECURITY_CREDENTIALS_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS02d.
#[rustfmt::skip]
pub(crate) static COMMAND_000B: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::CERTIFICATE, tag: 0x30, of: Type::Of(&CERTIFICATE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS02d.
#[rustfmt::skip]
pub(crate) static RESPONSE_000B: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::UPDATE_DEVICE_CERTIFICATE_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS02e.
#[rustfmt::skip]
pub(crate) static COMMAND_000C: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::PROVIDE_DEVICE_CERTIFICATE_COMMAND, tag: 0x30, of: Type::Of(&KEY_USAGE_COMMAND), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS02e.
#[rustfmt::skip]
pub(crate) static RESPONSE_000C: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::CERTIFICATE, tag: 0x30, of: Type::Of(&CERTIFICATE), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::PROVIDE_DEVICE_CERTIFICATE_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS03A1; CS03A2; CS03B; CS03C.
#[rustfmt::skip]
pub(crate) static COMMAND_000D: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::JOIN_DEVICE_COMMAND, tag: 0x30, of: Type::Of(&JOIN_DEVICE_COMMAND), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS03A1; CS03A2; CS03B; CS03C.
#[rustfmt::skip]
pub(crate) static RESPONSE_000D: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::JOIN_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS04AC; CS04B.
#[rustfmt::skip]
pub(crate) static COMMAND_000F: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::OTHER_DEVICE_ENTITY_IDENTIFIER, tag: 0x04, of: Type::Value(Kind::DerOctetString), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS04AC; CS04B.
#[rustfmt::skip]
pub(crate) static RESPONSE_000F: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::UNJOIN_DEVICE_RESPONSE_CODE, tag: 0x02, of: Type::Value(Kind::DerInteger), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS06.
#[rustfmt::skip]
pub(crate) static COMMAND_0012: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::ACTIVATE_FIRMWARE_COMMAND, tag: 0x30, of: Type::Of(&ACTIVATE_FIRMWARE_COMMAND), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS06.
#[rustfmt::skip]
pub(crate) static RESPONSE_0012: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::COMMAND_ACCEPTED, tag: 0x05, of: Type::Value(Kind::DerNull), presence: Presence::Mandatory, oid: &[] },
        Field { element: e::EXECUTION_OUTCOME, tag: 0x30, of: Type::Of(&ACTIVATE_FIRMWARE_EXECUTION_OUTCOME), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS07.
#[rustfmt::skip]
pub(crate) static COMMAND_0013: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::READ_DEVICE_JOIN_DETAILS_COMMAND, tag: 0x05, of: Type::Value(Kind::DerNull), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS07.
#[rustfmt::skip]
pub(crate) static RESPONSE_0013: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::READ_DEVICE_JOIN_DETAILS_RESPONSE, tag: 0x30, of: Type::Of(&READ_DEVICE_JOIN_DETAILS_RESPONSE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of GCS28.
#[rustfmt::skip]
pub(crate) static COMMAND_007F: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::SET_TIME_COMMAND, tag: 0x30, of: Type::Of(&SET_TIME_COMMAND), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of GCS28.
#[rustfmt::skip]
pub(crate) static RESPONSE_007F: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::SET_TIME_RESPONSE, tag: 0x30, of: Type::Of(&SET_TIME_RESPONSE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of GCS59.
#[rustfmt::skip]
pub(crate) static COMMAND_008C: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::DEVICE_LOG_RESTORE_COMMAND, tag: 0x30, of: Type::Of(&DEVICE_LOG_RESTORE_COMMAND), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of GCS59.
#[rustfmt::skip]
pub(crate) static RESPONSE_008C: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::DEVICE_LOG_RESTORE_RESPONSE, tag: 0x30, of: Type::Of(&DEVICE_LOG_RESTORE_RESPONSE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the alert of GCS62.
#[rustfmt::skip]
pub(crate) static ALERT_00B2: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::DEVICE_LOG_BACKUP_ALERT, tag: 0x30, of: Type::Of(&DEVICE_LOG_BACKUP_ALERT), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the alert of FDA-CS06.
#[rustfmt::skip]
pub(crate) static ALERT_00CA: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::ACTIVATE_FIRMWARE_ALERT, tag: 0x30, of: Type::Of(&ACTIVATE_FIRMWARE_ALERT), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the alert of FDA-CS02b; FDA-CS02g.
#[rustfmt::skip]
pub(crate) static ALERT_00CB: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::UPDATE_SECURITY_CREDENTIALS_ALERT, tag: 0x30, of: Type::Of(&UPDATE_SECURITY_CREDENTIALS_ALERT), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS02b; CS02g.
#[rustfmt::skip]
pub(crate) static COMMAND_0100: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::UPDATE_SECURITY_CREDENTIALS_COMMAND, tag: 0x30, of: Type::Of(&UPDATE_SECURITY_CREDENTIALS_COMMAND), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS02b; CS02g.
#[rustfmt::skip]
pub(crate) static RESPONSE_0100: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::UPDATE_SECURITY_CREDENTIALS_RESPONSE, tag: 0x30, of: Type::Of(&UPDATE_SECURITY_CREDENTIALS_RESPONSE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the alert of CCS08.
#[rustfmt::skip]
pub(crate) static ALERT_0128: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::FIRMWARE_TRANSFER_ALERT, tag: 0x30, of: Type::Of(&FIRMWARE_TRANSFER_ALERT), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the command of CS08.
#[rustfmt::skip]
pub(crate) static COMMAND_0129: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::READ_FIRMWARE_VERSION_COMMAND, tag: 0x05, of: Type::Value(Kind::DerNull), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the response of CS08.
#[rustfmt::skip]
pub(crate) static RESPONSE_0129: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::READ_FIRMWARE_VERSION_RESPONSE, tag: 0x30, of: Type::Of(&READ_FIRMWARE_VERSION_RESPONSE), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// Content of the alert of CS09.
#[rustfmt::skip]
pub(crate) static ALERT_012B: Structure = Structure {
    form: Form::Choice,
    fields: &[
        Field { element: e::FIRMWARE_ACTIVATION_ALERT, tag: 0x30, of: Type::Of(&FIRMWARE_ACTIVATION_ALERT), presence: Presence::Mandatory, oid: &[] },
    ],
};

/// What a message's content is, by message code and CRA flag, in their order.
#[rustfmt::skip]
pub(crate) static CONTENTS: &[(u16, CraFlag, &Structure)] = &[
    (0x0008, CraFlag::Command, &COMMAND_0008),
    (0x0008, CraFlag::Response, &RESPONSE_0008),
    (0x000A, CraFlag::Command, &COMMAND_000A),
    (0x000A, CraFlag::Response, &RESPONSE_000A),
    (0x000B, CraFlag::Command, &COMMAND_000B),
    (0x000B, CraFlag::Response, &RESPONSE_000B),
    (0x000C, CraFlag::Command, &COMMAND_000C),
    (0x000C, CraFlag::Response, &RESPONSE_000C),
    (0x000D, CraFlag::Command, &COMMAND_000D),
    (0x000D, CraFlag::Response, &RESPONSE_000D),
    (0x000E, CraFlag::Command, &COMMAND_000D),
    (0x000E, CraFlag::Response, &RESPONSE_000D),
    (0x000F, CraFlag::Command, &COMMAND_000F),
    (0x000F, CraFlag::Response, &RESPONSE_000F),
    (0x0010, CraFlag::Command, &COMMAND_000F),
    (0x0010, CraFlag::Response, &RESPONSE_000F),
    (0x0012, CraFlag::Command, &COMMAND_0012),
    (0x0012, CraFlag::Response, &RESPONSE_0012),
    (0x0013, CraFlag::Command, &COMMAND_0013),
    (0x0013, CraFlag::Response, &RESPONSE_0013),
    (0x007F, CraFlag::Command, &COMMAND_007F),
    (0x007F, CraFlag::Response, &RESPONSE_007F),
    (0x008C, CraFlag::Command, &COMMAND_008C),
    (0x008C, CraFlag::Response, &RESPONSE_008C),
    (0x00AB, CraFlag::Command, &COMMAND_000D),
    (0x00AB, CraFlag::Response, &RESPONSE_000D),
    (0x00AF, CraFlag::Command, &COMMAND_000D),
    (0x00AF, CraFlag::Response, &RESPONSE_000D),
    (0x00B2, CraFlag::Alert, &ALERT_00B2),
    (0x00CA, CraFlag::Alert, &ALERT_00CA),
    (0x00CB, CraFlag::Alert, &ALERT_00CB),
    (0x0100, CraFlag::Command, &COMMAND_0100),
    (0x0100, CraFlag::Response, &RESPONSE_0100),
    (0x0101, CraFlag::Command, &COMMAND_0100),
    (0x0101, CraFlag::Response, &RESPONSE_0100),
    (0x0102, CraFlag::Command, &COMMAND_0100),
    (0x0102, CraFlag::Response, &RESPONSE_0100),
    (0x0103, CraFlag::Command, &COMMAND_0100),
    (0x0103, CraFlag::Response, &RESPONSE_0100),
    (0x0104, CraFlag::Command, &COMMAND_0100),
    (0x0104, CraFlag::Response, &RESPONSE_0100),
    (0x0105, CraFlag::Command, &COMMAND_0100),
    (0x0105, CraFlag::Response, &RESPONSE_0100),
    (0x0106, CraFlag::Command, &COMMAND_0100),
    (0x0106, CraFlag::Response, &RESPONSE_0100),
    (0x0107, CraFlag::Command, &COMMAND_0100),
    (0x0107, CraFlag::Response, &RESPONSE_0100),
    (0x0108, CraFlag::Command, &COMMAND_0100),
    (0x0108, CraFlag::Response, &RESPONSE_0100),
    (0x0109, CraFlag::Command, &COMMAND_0100),
    (0x0109, CraFlag::Response, &RESPONSE_0100),
    (0x011B, CraFlag::Command, &COMMAND_0008),
    (0x011B, CraFlag::Response, &RESPONSE_0008),
    (0x0124, CraFlag::Alert, &ALERT_00CB),
    (0x0125, CraFlag::Command, &COMMAND_0100),
    (0x0125, CraFlag::Response, &RESPONSE_0100),
    (0x0126, CraFlag::Command, &COMMAND_0100),
    (0x0126, CraFlag::Response, &RESPONSE_0100),
    (0x0128, CraFlag::Alert, &ALERT_0128),
    (0x0129, CraFlag::Command, &COMMAND_0129),
    (0x0129, CraFlag::Response, &RESPONSE_0129),
    (0x012B, CraFlag::Alert, &ALERT_012B),
];

//! Names of the fields of DER payloads, made from `parser/catalogue/asn1-types.csv`.
// Do not edit: change the text file and refresh.

use crate::asn1::text;
use crate::element::{Element, ElementId, Meaning, Table};

/// A value of no known field.
#[rustfmt::skip]
pub const VALUE: ElementId = ElementId::new(Table::Asn1, 0);

/// Tag and length of a container.
#[rustfmt::skip]
pub const HEADER: ElementId = ElementId::new(Table::Asn1, 1);

/// Octets behind the outermost value.
#[rustfmt::skip]
pub const LEFT_OVER_OCTETS: ElementId = ElementId::new(Table::Asn1, 2);

/// Field `authorising-remote-party-ta-cell-identifier` of `AuthorisingRemotePartyControl`, `ProvideSecurityCredentialDetailsCommand`.
#[rustfmt::skip]
pub const AUTHORISING_REMOTE_PARTY_TA_CELL_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 3);

/// Field `remote-party-roles-credentials-required` of `ProvideSecurityCredentialDetailsCommand`.
#[rustfmt::skip]
pub const REMOTE_PARTY_ROLES_CREDENTIALS_REQUIRED: ElementId = ElementId::new(Table::Asn1, 4);

/// Field `remote-party-role` of `RemotePartyDetails`, `RemotePartyRoles`, `RemotePartySeqNumberChange`, `TrustAnchorCellIdentifier`.
#[rustfmt::skip]
pub const REMOTE_PARTY_ROLE: ElementId = ElementId::new(Table::Asn1, 5);

/// Field `key-usage` of `ExtensionValue`, `KeyUsageCommand`, `TrustAnchorCellContents`, `TrustAnchorCellIdentifier`.
#[rustfmt::skip]
pub const KEY_USAGE: ElementId = ElementId::new(Table::Asn1, 6);

/// Field `cell-usage` of `TrustAnchorCellContents`, `TrustAnchorCellIdentifier`.
#[rustfmt::skip]
pub const CELL_USAGE: ElementId = ElementId::new(Table::Asn1, 7);

/// Field `remote-party-details` of `ProvideSecurityCredentialDetailsResponse`.
#[rustfmt::skip]
pub const REMOTE_PARTY_DETAILS: ElementId = ElementId::new(Table::Asn1, 8);

/// Field `status-code` of `RemotePartyDetails`, `ReplacementOutcome`.
#[rustfmt::skip]
pub const STATUS_CODE: ElementId = ElementId::new(Table::Asn1, 9);

/// Field `current-seq-number` of `RemotePartyDetails`.
#[rustfmt::skip]
pub const CURRENT_SEQ_NUMBER: ElementId = ElementId::new(Table::Asn1, 10);

/// Field `trust-anchor-cells-details` of `RemotePartyDetails`.
#[rustfmt::skip]
pub const TRUST_ANCHOR_CELLS_DETAILS: ElementId = ElementId::new(Table::Asn1, 11);

/// Field `trust-anchor-cell-contents` of `TrustAnchorCellsDetails`.
#[rustfmt::skip]
pub const TRUST_ANCHOR_CELL_CONTENTS: ElementId = ElementId::new(Table::Asn1, 12);

/// Field `subject-unique-id` of `TrustAnchorCellContents`.
#[rustfmt::skip]
pub const SUBJECT_UNIQUE_ID: ElementId = ElementId::new(Table::Asn1, 13);

/// Field `subject-key-id` of `TrustAnchorCellContents`.
#[rustfmt::skip]
pub const SUBJECT_KEY_ID: ElementId = ElementId::new(Table::Asn1, 14);

/// Field `authorising-remote-party-control` of `UpdateSecurityCredentialsCommand`.
#[rustfmt::skip]
pub const AUTHORISING_REMOTE_PARTY_CONTROL: ElementId = ElementId::new(Table::Asn1, 15);

/// Field `replacements` of `UpdateSecurityCredentialsCommand`.
#[rustfmt::skip]
pub const REPLACEMENTS: ElementId = ElementId::new(Table::Asn1, 16);

/// Field `certification-path-certificates` of `UpdateSecurityCredentialsCommand`.
#[rustfmt::skip]
pub const CERTIFICATION_PATH_CERTIFICATES: ElementId = ElementId::new(Table::Asn1, 17);

/// Field `execution-date-time` of `ActivateFirmwareAlert`, `ActivateFirmwareCommand`, `FirmwareActivationAlert`, `FirmwareTransferAlert`, `UpdateSecurityCredentialsAlert`, `UpdateSecurityCredentialsCommand`.
#[rustfmt::skip]
pub const EXECUTION_DATE_TIME: ElementId = ElementId::new(Table::Asn1, 18);

/// Field `credentials-replacement-mode` of `AuthorisingRemotePartyControl`, `UpdateSecurityCredentialsExecutionOutcome`.
#[rustfmt::skip]
pub const CREDENTIALS_REPLACEMENT_MODE: ElementId = ElementId::new(Table::Asn1, 19);

/// Field `plaintext-symmetric-key` of `AuthorisingRemotePartyControl`.
#[rustfmt::skip]
pub const PLAINTEXT_SYMMETRIC_KEY: ElementId = ElementId::new(Table::Asn1, 20);

/// Field `apply-time-based-cpv-checks` of `AuthorisingRemotePartyControl`.
#[rustfmt::skip]
pub const APPLY_TIME_BASED_CPV_CHECKS: ElementId = ElementId::new(Table::Asn1, 21);

/// Field `authorising-remote-party-seq-number` of `AuthorisingRemotePartyControl`, `UpdateSecurityCredentialsExecutionOutcome`.
#[rustfmt::skip]
pub const AUTHORISING_REMOTE_PARTY_SEQ_NUMBER: ElementId = ElementId::new(Table::Asn1, 22);

/// Field `new-remote-party-floor-seq-number` of `AuthorisingRemotePartyControl`.
#[rustfmt::skip]
pub const NEW_REMOTE_PARTY_FLOOR_SEQ_NUMBER: ElementId = ElementId::new(Table::Asn1, 23);

/// Field `new-remote-party-specialist-floor-seq-number` of `AuthorisingRemotePartyControl`.
#[rustfmt::skip]
pub const NEW_REMOTE_PARTY_SPECIALIST_FLOOR_SEQ_NUMBER: ElementId = ElementId::new(Table::Asn1, 24);

/// Field `other-remote-party-seq-number-changes` of `AuthorisingRemotePartyControl`.
#[rustfmt::skip]
pub const OTHER_REMOTE_PARTY_SEQ_NUMBER_CHANGES: ElementId = ElementId::new(Table::Asn1, 25);

/// Field `specialist-seq-number` of `SpecialistSeqNumbers`.
#[rustfmt::skip]
pub const SPECIALIST_SEQ_NUMBER: ElementId = ElementId::new(Table::Asn1, 26);

/// Field `seq-number-usage` of `SpecialistSeqNumber`.
#[rustfmt::skip]
pub const SEQ_NUMBER_USAGE: ElementId = ElementId::new(Table::Asn1, 27);

/// Field `seq-number` of `SpecialistSeqNumber`.
#[rustfmt::skip]
pub const SEQ_NUMBER: ElementId = ElementId::new(Table::Asn1, 28);

/// Field `remote-party-seq-number-change` of `RemotePartySeqNumberChanges`.
#[rustfmt::skip]
pub const REMOTE_PARTY_SEQ_NUMBER_CHANGE: ElementId = ElementId::new(Table::Asn1, 29);

/// Field `remote-party-floor-seq-number` of `RemotePartySeqNumberChange`.
#[rustfmt::skip]
pub const REMOTE_PARTY_FLOOR_SEQ_NUMBER: ElementId = ElementId::new(Table::Asn1, 30);

/// Field `remote-party-specialist-floor-seq-number` of `RemotePartySeqNumberChange`.
#[rustfmt::skip]
pub const REMOTE_PARTY_SPECIALIST_FLOOR_SEQ_NUMBER: ElementId = ElementId::new(Table::Asn1, 31);

/// Field `trust-anchor-replacement` of `Replacements`.
#[rustfmt::skip]
pub const TRUST_ANCHOR_REPLACEMENT: ElementId = ElementId::new(Table::Asn1, 32);

/// Field `replacement-certificate` of `TrustAnchorReplacement`.
#[rustfmt::skip]
pub const REPLACEMENT_CERTIFICATE: ElementId = ElementId::new(Table::Asn1, 33);

/// Field `target-trust-anchor-cell` of `TrustAnchorReplacement`.
#[rustfmt::skip]
pub const TARGET_TRUST_ANCHOR_CELL: ElementId = ElementId::new(Table::Asn1, 34);

/// Field `certificate` of `CS02d command`, `CS02e response`, `Certificates`.
#[rustfmt::skip]
pub const CERTIFICATE: ElementId = ElementId::new(Table::Asn1, 35);

/// Field `command-accepted` of `CS06 response`, `UpdateSecurityCredentialsResponse`.
#[rustfmt::skip]
pub const COMMAND_ACCEPTED: ElementId = ElementId::new(Table::Asn1, 36);

/// Field `execution-outcome` of `ActivateFirmwareAlert`, `CS06 response`, `UpdateSecurityCredentialsAlert`, `UpdateSecurityCredentialsResponse`.
#[rustfmt::skip]
pub const EXECUTION_OUTCOME: ElementId = ElementId::new(Table::Asn1, 37);

/// Field `remote-party-seq-number-changes` of `UpdateSecurityCredentialsExecutionOutcome`.
#[rustfmt::skip]
pub const REMOTE_PARTY_SEQ_NUMBER_CHANGES: ElementId = ElementId::new(Table::Asn1, 38);

/// Field `replacement-outcomes` of `UpdateSecurityCredentialsExecutionOutcome`.
#[rustfmt::skip]
pub const REPLACEMENT_OUTCOMES: ElementId = ElementId::new(Table::Asn1, 39);

/// Field `replacement-outcome` of `ReplacementOutcomes`.
#[rustfmt::skip]
pub const REPLACEMENT_OUTCOME: ElementId = ElementId::new(Table::Asn1, 40);

/// Field `affected-trust-anchor-cell` of `ReplacementOutcome`.
#[rustfmt::skip]
pub const AFFECTED_TRUST_ANCHOR_CELL: ElementId = ElementId::new(Table::Asn1, 41);

/// Field `existing-subject-unique-id` of `ReplacementOutcome`.
#[rustfmt::skip]
pub const EXISTING_SUBJECT_UNIQUE_ID: ElementId = ElementId::new(Table::Asn1, 42);

/// Field `existing-subject-key-id` of `ReplacementOutcome`.
#[rustfmt::skip]
pub const EXISTING_SUBJECT_KEY_ID: ElementId = ElementId::new(Table::Asn1, 43);

/// Field `replacing-subject-unique-id` of `ReplacementOutcome`.
#[rustfmt::skip]
pub const REPLACING_SUBJECT_UNIQUE_ID: ElementId = ElementId::new(Table::Asn1, 44);

/// Field `replacing-subject-key-id` of `ReplacementOutcome`.
#[rustfmt::skip]
pub const REPLACING_SUBJECT_KEY_ID: ElementId = ElementId::new(Table::Asn1, 45);

/// Field `alert-code` of `ActivateFirmwareAlert`, `DeviceLogBackupAlert`, `FirmwareActivationAlert`, `FirmwareTransferAlert`, `UpdateSecurityCredentialsAlert`.
#[rustfmt::skip]
pub const ALERT_CODE: ElementId = ElementId::new(Table::Asn1, 46);

/// Field `join-method-and-role` of `JoinDeviceCommand`.
#[rustfmt::skip]
pub const JOIN_METHOD_AND_ROLE: ElementId = ElementId::new(Table::Asn1, 47);

/// Field `other-device-entity-identifier` of `CS04AC; CS04B command`, `JoinDeviceCommand`.
#[rustfmt::skip]
pub const OTHER_DEVICE_ENTITY_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 48);

/// Field `other-device-type` of `JoinDeviceCommand`.
#[rustfmt::skip]
pub const OTHER_DEVICE_TYPE: ElementId = ElementId::new(Table::Asn1, 49);

/// Field `other-device-certificate` of `JoinDeviceCommand`.
#[rustfmt::skip]
pub const OTHER_DEVICE_CERTIFICATE: ElementId = ElementId::new(Table::Asn1, 50);

/// Field `manufacturer-image-hash` of `ActivateFirmwareCommand`.
#[rustfmt::skip]
pub const MANUFACTURER_IMAGE_HASH: ElementId = ElementId::new(Table::Asn1, 51);

/// Field `originator-counter` of `ActivateFirmwareAlert`, `ActivateFirmwareCommand`.
#[rustfmt::skip]
pub const ORIGINATOR_COUNTER: ElementId = ElementId::new(Table::Asn1, 52);

/// Field `response-code` of `ActivateFirmwareExecutionOutcome`.
#[rustfmt::skip]
pub const ACTIVATE_FIRMWARE_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 53);

/// Field `firmware-version` of `ActivateFirmwareExecutionOutcome`, `FirmwareActivationAlert`, `FirmwareTransferAlert`, `ReadFirmwareVersionResponse`.
#[rustfmt::skip]
pub const FIRMWARE_VERSION: ElementId = ElementId::new(Table::Asn1, 54);

/// Field `response-code` of `ReadDeviceJoinDetailsResponse`.
#[rustfmt::skip]
pub const READ_DEVICE_JOIN_DETAILS_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 55);

/// Field `device-log-entries` of `DeviceLogBackupAlert`, `DeviceLogRestoreCommand`, `ReadDeviceJoinDetailsResponse`.
#[rustfmt::skip]
pub const DEVICE_LOG_ENTRIES: ElementId = ElementId::new(Table::Asn1, 56);

/// Field `device-log-entry` of `DeviceLogEntries`, `RestoreOutcome`.
#[rustfmt::skip]
pub const DEVICE_LOG_ENTRY: ElementId = ElementId::new(Table::Asn1, 57);

/// Field `device-identifier` of `DeviceLogEntry`, `FirmwareTransferAlert`.
#[rustfmt::skip]
pub const DEVICE_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 58);

/// Field `device-type` of `DeviceLogEntry`.
#[rustfmt::skip]
pub const DEVICE_TYPE: ElementId = ElementId::new(Table::Asn1, 59);

/// Field `response-code` of `ReadFirmwareVersionResponse`.
#[rustfmt::skip]
pub const READ_FIRMWARE_VERSION_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 60);

/// Field `response-code` of `FirmwareActivationAlert`.
#[rustfmt::skip]
pub const FIRMWARE_ACTIVATION_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 61);

/// Field `response-code` of `FirmwareTransferAlert`.
#[rustfmt::skip]
pub const FIRMWARE_TRANSFER_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 62);

/// Field `validity-interval-start` of `SetTimeCommand`.
#[rustfmt::skip]
pub const VALIDITY_INTERVAL_START: ElementId = ElementId::new(Table::Asn1, 63);

/// Field `validity-interval-end` of `SetTimeCommand`.
#[rustfmt::skip]
pub const VALIDITY_INTERVAL_END: ElementId = ElementId::new(Table::Asn1, 64);

/// Field `device-time` of `SetTimeResponse`.
#[rustfmt::skip]
pub const DEVICE_TIME: ElementId = ElementId::new(Table::Asn1, 65);

/// Field `device-time-status` of `SetTimeResponse`.
#[rustfmt::skip]
pub const DEVICE_TIME_STATUS: ElementId = ElementId::new(Table::Asn1, 66);

/// Field `restore-outcomes` of `DeviceLogRestoreResponse`.
#[rustfmt::skip]
pub const RESTORE_OUTCOMES: ElementId = ElementId::new(Table::Asn1, 67);

/// Field `restore-outcome` of `RestoreOutcomes`.
#[rustfmt::skip]
pub const RESTORE_OUTCOME: ElementId = ElementId::new(Table::Asn1, 68);

/// Field `join-response-code` of `CS03A1; CS03A2; CS03B; CS03C response`, `RestoreOutcome`.
#[rustfmt::skip]
pub const JOIN_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 69);

/// Field `backup-date-time` of `DeviceLogBackupAlert`.
#[rustfmt::skip]
pub const BACKUP_DATE_TIME: ElementId = ElementId::new(Table::Asn1, 70);

/// Field `tbs-certificate` of `Certificate`.
#[rustfmt::skip]
pub const TBS_CERTIFICATE: ElementId = ElementId::new(Table::Asn1, 71);

/// Field `signature-algorithm` of `Certificate`, `CertificationRequest`.
#[rustfmt::skip]
pub const SIGNATURE_ALGORITHM: ElementId = ElementId::new(Table::Asn1, 72);

/// Field `signature-value` of `Certificate`, `CertificationRequest`.
#[rustfmt::skip]
pub const SIGNATURE_VALUE: ElementId = ElementId::new(Table::Asn1, 73);

/// Field `version` of `TbsCertificate`.
#[rustfmt::skip]
pub const VERSION: ElementId = ElementId::new(Table::Asn1, 74);

/// Field `serial-number` of `NameAttributeValue`, `TbsCertificate`.
#[rustfmt::skip]
pub const SERIAL_NUMBER: ElementId = ElementId::new(Table::Asn1, 75);

/// Field `signature` of `TbsCertificate`.
#[rustfmt::skip]
pub const SIGNATURE: ElementId = ElementId::new(Table::Asn1, 76);

/// Field `issuer` of `TbsCertificate`.
#[rustfmt::skip]
pub const ISSUER: ElementId = ElementId::new(Table::Asn1, 77);

/// Field `validity` of `TbsCertificate`.
#[rustfmt::skip]
pub const VALIDITY: ElementId = ElementId::new(Table::Asn1, 78);

/// Field `subject` of `CertificationRequestInfo`, `TbsCertificate`.
#[rustfmt::skip]
pub const SUBJECT: ElementId = ElementId::new(Table::Asn1, 79);

/// Field `subject-public-key-info` of `CertificationRequestInfo`, `TbsCertificate`.
#[rustfmt::skip]
pub const SUBJECT_PUBLIC_KEY_INFO: ElementId = ElementId::new(Table::Asn1, 80);

/// Field `issuer-unique-identifier` of `TbsCertificate`.
#[rustfmt::skip]
pub const ISSUER_UNIQUE_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 81);

/// Field `subject-unique-identifier` of `TbsCertificate`.
#[rustfmt::skip]
pub const SUBJECT_UNIQUE_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 82);

/// Field `extensions` of `TbsCertificate`.
#[rustfmt::skip]
pub const EXTENSIONS: ElementId = ElementId::new(Table::Asn1, 83);

/// Field `version-number` of `ExplicitVersion`.
#[rustfmt::skip]
pub const CERTIFICATE_VERSION: ElementId = ElementId::new(Table::Asn1, 84);

/// Field `extension-list` of `ExplicitExtensions`.
#[rustfmt::skip]
pub const EXTENSION_LIST: ElementId = ElementId::new(Table::Asn1, 85);

/// Field `algorithm` of `AlgorithmIdentifier`.
#[rustfmt::skip]
pub const ALGORITHM: ElementId = ElementId::new(Table::Asn1, 86);

/// Field `parameters` of `AlgorithmIdentifier`.
#[rustfmt::skip]
pub const PARAMETERS: ElementId = ElementId::new(Table::Asn1, 87);

/// Field `named-curve` of `AlgorithmParameters`.
#[rustfmt::skip]
pub const NAMED_CURVE: ElementId = ElementId::new(Table::Asn1, 88);

/// Field `relative-distinguished-name` of `Name`.
#[rustfmt::skip]
pub const RELATIVE_DISTINGUISHED_NAME: ElementId = ElementId::new(Table::Asn1, 89);

/// Field `attribute` of `RelativeDistinguishedName`, `RequestAttributes`.
#[rustfmt::skip]
pub const ATTRIBUTE: ElementId = ElementId::new(Table::Asn1, 90);

/// Field `attribute-type` of `NameAttribute`, `RequestAttribute`.
#[rustfmt::skip]
pub const ATTRIBUTE_TYPE: ElementId = ElementId::new(Table::Asn1, 91);

/// Field `attribute-value` of `NameAttribute`, `RequestAttributeValues`.
#[rustfmt::skip]
pub const ATTRIBUTE_VALUE: ElementId = ElementId::new(Table::Asn1, 92);

/// Field `common-name` of `NameAttributeValue`.
#[rustfmt::skip]
pub const COMMON_NAME: ElementId = ElementId::new(Table::Asn1, 93);

/// Field `country-name` of `NameAttributeValue`.
#[rustfmt::skip]
pub const COUNTRY_NAME: ElementId = ElementId::new(Table::Asn1, 94);

/// Field `organization-name` of `NameAttributeValue`.
#[rustfmt::skip]
pub const ORGANIZATION_NAME: ElementId = ElementId::new(Table::Asn1, 95);

/// Field `organizational-unit-name` of `NameAttributeValue`.
#[rustfmt::skip]
pub const ORGANIZATIONAL_UNIT_NAME: ElementId = ElementId::new(Table::Asn1, 96);

/// Field `unique-identifier` of `NameAttributeValue`.
#[rustfmt::skip]
pub const UNIQUE_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 97);

/// Field `not-before` of `Validity`.
#[rustfmt::skip]
pub const NOT_BEFORE: ElementId = ElementId::new(Table::Asn1, 98);

/// Field `not-after` of `Validity`.
#[rustfmt::skip]
pub const NOT_AFTER: ElementId = ElementId::new(Table::Asn1, 99);

/// Field `algorithm-identifier` of `SubjectPublicKeyInfo`.
#[rustfmt::skip]
pub const ALGORITHM_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 100);

/// Field `subject-public-key` of `SubjectPublicKeyInfo`.
#[rustfmt::skip]
pub const SUBJECT_PUBLIC_KEY: ElementId = ElementId::new(Table::Asn1, 101);

/// Field `extension` of `Extensions`.
#[rustfmt::skip]
pub const EXTENSION: ElementId = ElementId::new(Table::Asn1, 102);

/// Field `extension-id` of `Extension`.
#[rustfmt::skip]
pub const EXTENSION_ID: ElementId = ElementId::new(Table::Asn1, 103);

/// Field `critical` of `Extension`.
#[rustfmt::skip]
pub const CRITICAL: ElementId = ElementId::new(Table::Asn1, 104);

/// Field `extension-value` of `Extension`.
#[rustfmt::skip]
pub const EXTENSION_VALUE: ElementId = ElementId::new(Table::Asn1, 105);

/// Field `extension-content` of `ExtensionOctets`.
#[rustfmt::skip]
pub const EXTENSION_CONTENT: ElementId = ElementId::new(Table::Asn1, 106);

/// Field `subject-key-identifier` of `ExtensionValue`.
#[rustfmt::skip]
pub const SUBJECT_KEY_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 107);

/// Field `subject-alternative-name` of `ExtensionValue`.
#[rustfmt::skip]
pub const SUBJECT_ALTERNATIVE_NAME: ElementId = ElementId::new(Table::Asn1, 108);

/// Field `basic-constraints` of `ExtensionValue`.
#[rustfmt::skip]
pub const BASIC_CONSTRAINTS: ElementId = ElementId::new(Table::Asn1, 109);

/// Field `certificate-policies` of `ExtensionValue`.
#[rustfmt::skip]
pub const CERTIFICATE_POLICIES: ElementId = ElementId::new(Table::Asn1, 110);

/// Field `authority-key-identifier` of `ExtensionValue`.
#[rustfmt::skip]
pub const AUTHORITY_KEY_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 111);

/// Field `extended-key-usage` of `ExtensionValue`.
#[rustfmt::skip]
pub const EXTENDED_KEY_USAGE: ElementId = ElementId::new(Table::Asn1, 112);

/// Field `general-name` of `GeneralNames`.
#[rustfmt::skip]
pub const GENERAL_NAME: ElementId = ElementId::new(Table::Asn1, 113);

/// Field `other-name` of `GeneralName`.
#[rustfmt::skip]
pub const OTHER_NAME: ElementId = ElementId::new(Table::Asn1, 114);

/// Field `rfc822-name` of `GeneralName`.
#[rustfmt::skip]
pub const RFC822_NAME: ElementId = ElementId::new(Table::Asn1, 115);

/// Field `dns-name` of `GeneralName`.
#[rustfmt::skip]
pub const DNS_NAME: ElementId = ElementId::new(Table::Asn1, 116);

/// Field `directory-name` of `GeneralName`.
#[rustfmt::skip]
pub const DIRECTORY_NAME: ElementId = ElementId::new(Table::Asn1, 117);

/// Field `uniform-resource-identifier` of `GeneralName`.
#[rustfmt::skip]
pub const UNIFORM_RESOURCE_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 118);

/// Field `ip-address` of `GeneralName`.
#[rustfmt::skip]
pub const IP_ADDRESS: ElementId = ElementId::new(Table::Asn1, 119);

/// Field `registered-id` of `GeneralName`.
#[rustfmt::skip]
pub const REGISTERED_ID: ElementId = ElementId::new(Table::Asn1, 120);

/// Field `name` of `DirectoryName`.
#[rustfmt::skip]
pub const NAME: ElementId = ElementId::new(Table::Asn1, 121);

/// Field `type-id` of `OtherName`.
#[rustfmt::skip]
pub const TYPE_ID: ElementId = ElementId::new(Table::Asn1, 122);

/// Field `other-name-value` of `OtherName`.
#[rustfmt::skip]
pub const OTHER_NAME_VALUE: ElementId = ElementId::new(Table::Asn1, 123);

/// Field `other-name-content` of `OtherNameValue`.
#[rustfmt::skip]
pub const OTHER_NAME_CONTENT: ElementId = ElementId::new(Table::Asn1, 124);

/// Field `hardware-module-name` of `OtherNameContent`.
#[rustfmt::skip]
pub const HARDWARE_MODULE_NAME: ElementId = ElementId::new(Table::Asn1, 125);

/// Field `hardware-type` of `HardwareModuleName`.
#[rustfmt::skip]
pub const HARDWARE_TYPE: ElementId = ElementId::new(Table::Asn1, 126);

/// Field `hardware-serial-number` of `HardwareModuleName`.
#[rustfmt::skip]
pub const HARDWARE_SERIAL_NUMBER: ElementId = ElementId::new(Table::Asn1, 127);

/// Field `ca` of `BasicConstraints`.
#[rustfmt::skip]
pub const CA: ElementId = ElementId::new(Table::Asn1, 128);

/// Field `path-len-constraint` of `BasicConstraints`.
#[rustfmt::skip]
pub const PATH_LEN_CONSTRAINT: ElementId = ElementId::new(Table::Asn1, 129);

/// Field `policy-information` of `CertificatePolicies`.
#[rustfmt::skip]
pub const POLICY_INFORMATION: ElementId = ElementId::new(Table::Asn1, 130);

/// Field `policy-identifier` of `PolicyInformation`.
#[rustfmt::skip]
pub const POLICY_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 131);

/// Field `policy-qualifiers` of `PolicyInformation`.
#[rustfmt::skip]
pub const POLICY_QUALIFIERS: ElementId = ElementId::new(Table::Asn1, 132);

/// Field `policy-qualifier-info` of `PolicyQualifiers`.
#[rustfmt::skip]
pub const POLICY_QUALIFIER_INFO: ElementId = ElementId::new(Table::Asn1, 133);

/// Field `policy-qualifier-id` of `PolicyQualifierInfo`.
#[rustfmt::skip]
pub const POLICY_QUALIFIER_ID: ElementId = ElementId::new(Table::Asn1, 134);

/// Field `qualifier` of `PolicyQualifierInfo`.
#[rustfmt::skip]
pub const QUALIFIER: ElementId = ElementId::new(Table::Asn1, 135);

/// Field `key-identifier` of `AuthorityKeyIdentifier`.
#[rustfmt::skip]
pub const KEY_IDENTIFIER: ElementId = ElementId::new(Table::Asn1, 136);

/// Field `authority-cert-issuer` of `AuthorityKeyIdentifier`.
#[rustfmt::skip]
pub const AUTHORITY_CERT_ISSUER: ElementId = ElementId::new(Table::Asn1, 137);

/// Field `authority-cert-serial-number` of `AuthorityKeyIdentifier`.
#[rustfmt::skip]
pub const AUTHORITY_CERT_SERIAL_NUMBER: ElementId = ElementId::new(Table::Asn1, 138);

/// Field `key-purpose-id` of `KeyPurposes`.
#[rustfmt::skip]
pub const KEY_PURPOSE_ID: ElementId = ElementId::new(Table::Asn1, 139);

/// Field `certification-request-info` of `CertificationRequest`.
#[rustfmt::skip]
pub const CERTIFICATION_REQUEST_INFO: ElementId = ElementId::new(Table::Asn1, 140);

/// Field `version-number` of `CertificationRequestInfo`.
#[rustfmt::skip]
pub const CERTIFICATION_REQUEST_VERSION: ElementId = ElementId::new(Table::Asn1, 141);

/// Field `attributes` of `CertificationRequestInfo`.
#[rustfmt::skip]
pub const ATTRIBUTES: ElementId = ElementId::new(Table::Asn1, 142);

/// Field `attribute-values` of `RequestAttribute`.
#[rustfmt::skip]
pub const ATTRIBUTE_VALUES: ElementId = ElementId::new(Table::Asn1, 143);

/// Field `extension-request` of `RequestAttributeValue`.
#[rustfmt::skip]
pub const EXTENSION_REQUEST: ElementId = ElementId::new(Table::Asn1, 144);

/// Field `provide-security-credential-details-command` of `CS02a; CS02f command`.
#[rustfmt::skip]
pub const PROVIDE_SECURITY_CREDENTIAL_DETAILS_COMMAND: ElementId = ElementId::new(Table::Asn1, 145);

/// Field `provide-security-credential-details-response` of `CS02a; CS02f response`.
#[rustfmt::skip]
pub const PROVIDE_SECURITY_CREDENTIAL_DETAILS_RESPONSE: ElementId = ElementId::new(Table::Asn1, 146);

/// Field `update-security-credentials-command` of `CS02b; CS02g command`.
#[rustfmt::skip]
pub const UPDATE_SECURITY_CREDENTIALS_COMMAND: ElementId = ElementId::new(Table::Asn1, 147);

/// Field `update-security-credentials-response` of `CS02b; CS02g response`.
#[rustfmt::skip]
pub const UPDATE_SECURITY_CREDENTIALS_RESPONSE: ElementId = ElementId::new(Table::Asn1, 148);

/// Field `update-security-credentials-alert` of `FDA-CS02b; FDA-CS02g alert`.
#[rustfmt::skip]
pub const UPDATE_SECURITY_CREDENTIALS_ALERT: ElementId = ElementId::new(Table::Asn1, 149);

/// Field `issue-security-credentials-command` of `CS02c command`.
#[rustfmt::skip]
pub const ISSUE_SECURITY_CREDENTIALS_COMMAND: ElementId = ElementId::new(Table::Asn1, 150);

/// Field `certification-request` of `CS02c response`.
#[rustfmt::skip]
pub const CERTIFICATION_REQUEST: ElementId = ElementId::new(Table::Asn1, 151);

/// Field `response-code` of `CS02c response`.
#[rustfmt::skip]
pub const ISSUE_SECURITY_CREDENTIALS_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 152);

/// Field `response-code` of `CS02d response`.
#[rustfmt::skip]
pub const UPDATE_DEVICE_CERTIFICATE_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 153);

/// Field `provide-device-certificate-command` of `CS02e command`.
#[rustfmt::skip]
pub const PROVIDE_DEVICE_CERTIFICATE_COMMAND: ElementId = ElementId::new(Table::Asn1, 154);

/// Field `response-code` of `CS02e response`.
#[rustfmt::skip]
pub const PROVIDE_DEVICE_CERTIFICATE_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 155);

/// Field `join-device-command` of `CS03A1; CS03A2; CS03B; CS03C command`.
#[rustfmt::skip]
pub const JOIN_DEVICE_COMMAND: ElementId = ElementId::new(Table::Asn1, 156);

/// Field `response-code` of `CS04AC; CS04B response`.
#[rustfmt::skip]
pub const UNJOIN_DEVICE_RESPONSE_CODE: ElementId = ElementId::new(Table::Asn1, 157);

/// Field `activate-firmware-command` of `CS06 command`.
#[rustfmt::skip]
pub const ACTIVATE_FIRMWARE_COMMAND: ElementId = ElementId::new(Table::Asn1, 158);

/// Field `activate-firmware-alert` of `FDA-CS06 alert`.
#[rustfmt::skip]
pub const ACTIVATE_FIRMWARE_ALERT: ElementId = ElementId::new(Table::Asn1, 159);

/// Field `read-device-join-details-command` of `CS07 command`.
#[rustfmt::skip]
pub const READ_DEVICE_JOIN_DETAILS_COMMAND: ElementId = ElementId::new(Table::Asn1, 160);

/// Field `read-device-join-details-response` of `CS07 response`.
#[rustfmt::skip]
pub const READ_DEVICE_JOIN_DETAILS_RESPONSE: ElementId = ElementId::new(Table::Asn1, 161);

/// Field `read-firmware-version-command` of `CS08 command`.
#[rustfmt::skip]
pub const READ_FIRMWARE_VERSION_COMMAND: ElementId = ElementId::new(Table::Asn1, 162);

/// Field `read-firmware-version-response` of `CS08 response`.
#[rustfmt::skip]
pub const READ_FIRMWARE_VERSION_RESPONSE: ElementId = ElementId::new(Table::Asn1, 163);

/// Field `firmware-activation-alert` of `CS09 alert`.
#[rustfmt::skip]
pub const FIRMWARE_ACTIVATION_ALERT: ElementId = ElementId::new(Table::Asn1, 164);

/// Field `firmware-transfer-alert` of `CCS08 alert`.
#[rustfmt::skip]
pub const FIRMWARE_TRANSFER_ALERT: ElementId = ElementId::new(Table::Asn1, 165);

/// Field `set-time-command` of `GCS28 command`.
#[rustfmt::skip]
pub const SET_TIME_COMMAND: ElementId = ElementId::new(Table::Asn1, 166);

/// Field `set-time-response` of `GCS28 response`.
#[rustfmt::skip]
pub const SET_TIME_RESPONSE: ElementId = ElementId::new(Table::Asn1, 167);

/// Field `device-log-restore-command` of `GCS59 command`.
#[rustfmt::skip]
pub const DEVICE_LOG_RESTORE_COMMAND: ElementId = ElementId::new(Table::Asn1, 168);

/// Field `device-log-restore-response` of `GCS59 response`.
#[rustfmt::skip]
pub const DEVICE_LOG_RESTORE_RESPONSE: ElementId = ElementId::new(Table::Asn1, 169);

/// Field `device-log-backup-alert` of `GCS62 alert`.
#[rustfmt::skip]
pub const DEVICE_LOG_BACKUP_ALERT: ElementId = ElementId::new(Table::Asn1, 170);

/// The elements of this table, in the order of their numbers.
#[rustfmt::skip]
pub static ELEMENTS: &[Element] = &[
    Element::new("value"),
    Element::new("header"),
    Element::new("left-over-octets"),
    Element::new("authorising-remote-party-ta-cell-identifier"),
    Element::new("remote-party-roles-credentials-required"),
    Element::new("remote-party-role").meaning(Meaning::Names(&[(0, "Root"), (1, "Recovery"), (2, "Supplier"), (3, "Network Operator"), (4, "Access Control Broker"), (5, "Transitional Change of Supplier"), (6, "WAN Provider"), (7, "Issuing Authority"), (8, "Load Controller"), (127, "Other")])),
    Element::new("key-usage").meaning(Meaning::Bits(&[(0, "digital signature"), (1, "content commitment"), (2, "key encipherment"), (3, "data encipherment"), (4, "key agreement"), (5, "key cert sign"), (6, "CRL sign"), (7, "encipher only"), (8, "decipher only")])),
    Element::new("cell-usage").meaning(Meaning::Names(&[(0, "management"), (1, "prepayment top up")])),
    Element::new("remote-party-details"),
    Element::new("status-code").meaning(Meaning::Names(&[(0, "success"), (5, "bad certificate"), (10, "no trust anchor"), (17, "insufficient memory"), (25, "trust anchor not found"), (30, "resources busy"), (127, "other")])),
    Element::new("current-seq-number"),
    Element::new("trust-anchor-cells-details"),
    Element::new("trust-anchor-cell-contents"),
    Element::new("subject-unique-id").meaning(Meaning::Text(crate::text::entity_id)),
    Element::new("subject-key-id"),
    Element::new("authorising-remote-party-control"),
    Element::new("replacements"),
    Element::new("certification-path-certificates"),
    Element::new("execution-date-time"),
    Element::new("credentials-replacement-mode").meaning(Meaning::Names(&[(0, "rootBySupplier"), (1, "rootByWanProvider"), (2, "supplierBySupplier"), (3, "networkOperatorByNetworkOperator"), (4, "accessControlBrokerByACB"), (5, "wanProviderByWanProvider"), (6, "transCoSByTransCoS"), (7, "supplierByTransCoS"), (8, "anyExceptAbnormalRootByRecovery"), (9, "anyByContingency"), (10, "loadControllerByLoadController"), (11, "loadControllerBySupplier")])),
    Element::new("plaintext-symmetric-key"),
    Element::new("apply-time-based-cpv-checks").meaning(Meaning::Names(&[(0, "apply"), (1, "disapply")])),
    Element::new("authorising-remote-party-seq-number"),
    Element::new("new-remote-party-floor-seq-number"),
    Element::new("new-remote-party-specialist-floor-seq-number"),
    Element::new("other-remote-party-seq-number-changes"),
    Element::new("specialist-seq-number"),
    Element::new("seq-number-usage").meaning(Meaning::Names(&[(0, "prepayment top up")])),
    Element::new("seq-number"),
    Element::new("remote-party-seq-number-change"),
    Element::new("remote-party-floor-seq-number"),
    Element::new("remote-party-specialist-floor-seq-number"),
    Element::new("trust-anchor-replacement"),
    Element::new("replacement-certificate"),
    Element::new("target-trust-anchor-cell"),
    Element::new("certificate"),
    Element::new("command-accepted"),
    Element::new("execution-outcome"),
    Element::new("remote-party-seq-number-changes"),
    Element::new("replacement-outcomes"),
    Element::new("replacement-outcome"),
    Element::new("affected-trust-anchor-cell"),
    Element::new("existing-subject-unique-id").meaning(Meaning::Text(crate::text::entity_id)),
    Element::new("existing-subject-key-id"),
    Element::new("replacing-subject-unique-id").meaning(Meaning::Text(crate::text::entity_id)),
    Element::new("replacing-subject-key-id"),
    Element::new("alert-code").meaning(Meaning::Text(text::alert_code)),
    Element::new("join-method-and-role").meaning(Meaning::Names(&[(0, "method A initiator"), (1, "method A responder"), (2, "method B"), (3, "method C")])),
    Element::new("other-device-entity-identifier").meaning(Meaning::Text(crate::text::entity_id)),
    Element::new("other-device-type").meaning(Meaning::Names(&[(0, "GSME"), (1, "ESME"), (2, "CHF"), (3, "GPF"), (4, "HCALCS"), (5, "PPMID"), (6, "Type 2")])),
    Element::new("other-device-certificate"),
    Element::new("manufacturer-image-hash"),
    Element::new("originator-counter"),
    Element::new("response-code").meaning(Meaning::Names(&[(0, "success"), (1, "no image held"), (2, "hash mismatch"), (3, "activation failure")])),
    Element::new("firmware-version"),
    Element::new("response-code").meaning(Meaning::Names(&[(0, "success"), (1, "read failure")])),
    Element::new("device-log-entries"),
    Element::new("device-log-entry"),
    Element::new("device-identifier").meaning(Meaning::Text(crate::text::entity_id)),
    Element::new("device-type").meaning(Meaning::Names(&[(0, "GSME"), (1, "ESME"), (2, "CHF"), (3, "GPF"), (4, "HCALCS"), (5, "PPMID"), (6, "Type 2")])),
    Element::new("response-code").meaning(Meaning::Names(&[(0, "success"), (1, "read failure")])),
    Element::new("response-code").meaning(Meaning::Names(&[(0, "success"), (1, "failure")])),
    Element::new("response-code").meaning(Meaning::Names(&[(0, "success"), (1, "image discarded"), (2, "hardware version mismatch"), (3, "transfer failure")])),
    Element::new("validity-interval-start"),
    Element::new("validity-interval-end"),
    Element::new("device-time"),
    Element::new("device-time-status").meaning(Meaning::Names(&[(0, "reliable"), (1, "invalid"), (2, "unreliable")])),
    Element::new("restore-outcomes"),
    Element::new("restore-outcome"),
    Element::new("join-response-code").meaning(Meaning::Names(&[(0, "success"), (1, "invalid message code for join method and role"), (2, "invalid join method and role"), (3, "incompatible with existing entry"), (4, "device log full"), (5, "write failure"), (6, "key agreement no resources"), (7, "key agreement unknown issuer"), (8, "key agreement unsupported suite"), (9, "key agreement bad message"), (10, "key agreement bad key confirm"), (11, "invalid or missing certificate"), (12, "no partner link key received"), (13, "no CBKE response")])),
    Element::new("backup-date-time"),
    Element::new("tbs-certificate"),
    Element::new("signature-algorithm"),
    Element::new("signature-value"),
    Element::new("version"),
    Element::new("serial-number"),
    Element::new("signature"),
    Element::new("issuer"),
    Element::new("validity"),
    Element::new("subject"),
    Element::new("subject-public-key-info"),
    Element::new("issuer-unique-identifier"),
    Element::new("subject-unique-identifier").meaning(Meaning::Text(text::entity_id_bits)),
    Element::new("extensions"),
    Element::new("version-number").meaning(Meaning::Names(&[(0, "v1"), (1, "v2"), (2, "v3")])),
    Element::new("extension-list"),
    Element::new("algorithm").meaning(Meaning::Text(text::object_identifier)),
    Element::new("parameters"),
    Element::new("named-curve").meaning(Meaning::Text(text::object_identifier)),
    Element::new("relative-distinguished-name"),
    Element::new("attribute"),
    Element::new("attribute-type").meaning(Meaning::Text(text::object_identifier)),
    Element::new("attribute-value"),
    Element::new("common-name"),
    Element::new("country-name"),
    Element::new("organization-name"),
    Element::new("organizational-unit-name").meaning(Meaning::Text(text::role_digits)),
    Element::new("unique-identifier").meaning(Meaning::Text(text::entity_id_bits)),
    Element::new("not-before"),
    Element::new("not-after"),
    Element::new("algorithm-identifier"),
    Element::new("subject-public-key"),
    Element::new("extension"),
    Element::new("extension-id").meaning(Meaning::Text(text::object_identifier)),
    Element::new("critical"),
    Element::new("extension-value"),
    Element::new("extension-content"),
    Element::new("subject-key-identifier"),
    Element::new("subject-alternative-name"),
    Element::new("basic-constraints"),
    Element::new("certificate-policies"),
    Element::new("authority-key-identifier"),
    Element::new("extended-key-usage"),
    Element::new("general-name"),
    Element::new("other-name"),
    Element::new("rfc822-name"),
    Element::new("dns-name"),
    Element::new("directory-name"),
    Element::new("uniform-resource-identifier"),
    Element::new("ip-address"),
    Element::new("registered-id").meaning(Meaning::Text(text::object_identifier)),
    Element::new("name"),
    Element::new("type-id").meaning(Meaning::Text(text::object_identifier)),
    Element::new("other-name-value"),
    Element::new("other-name-content"),
    Element::new("hardware-module-name"),
    Element::new("hardware-type").meaning(Meaning::Text(text::object_identifier)),
    Element::new("hardware-serial-number").meaning(Meaning::Text(crate::text::entity_id)),
    Element::new("ca"),
    Element::new("path-len-constraint"),
    Element::new("policy-information"),
    Element::new("policy-identifier").meaning(Meaning::Text(text::object_identifier)),
    Element::new("policy-qualifiers"),
    Element::new("policy-qualifier-info"),
    Element::new("policy-qualifier-id").meaning(Meaning::Text(text::object_identifier)),
    Element::new("qualifier"),
    Element::new("key-identifier"),
    Element::new("authority-cert-issuer"),
    Element::new("authority-cert-serial-number"),
    Element::new("key-purpose-id").meaning(Meaning::Text(text::object_identifier)),
    Element::new("certification-request-info"),
    Element::new("version-number").meaning(Meaning::Names(&[(0, "v1")])),
    Element::new("attributes"),
    Element::new("attribute-values"),
    Element::new("extension-request"),
    Element::new("provide-security-credential-details-command"),
    Element::new("provide-security-credential-details-response"),
    Element::new("update-security-credentials-command"),
    Element::new("update-security-credentials-response"),
    Element::new("update-security-credentials-alert"),
    Element::new("issue-security-credentials-command"),
    Element::new("certification-request"),
    Element::new("response-code").meaning(Meaning::Names(&[(1, "invalid key usage"), (2, "key pair generation failed"), (3, "certification request production failed")])),
    Element::new("response-code").meaning(Meaning::Names(&[(0, "success"), (1, "invalid certificate"), (2, "wrong device identity"), (3, "invalid key usage"), (4, "no corresponding key pair generated"), (5, "wrong public key"), (6, "certificate storage failed"), (7, "private key change failed")])),
    Element::new("provide-device-certificate-command"),
    Element::new("response-code").meaning(Meaning::Names(&[(1, "invalid key usage"), (2, "no certificate held"), (3, "certificate retrieval failure")])),
    Element::new("join-device-command"),
    Element::new("response-code").meaning(Meaning::Names(&[(0, "success"), (1, "not in device log"), (2, "other failure")])),
    Element::new("activate-firmware-command"),
    Element::new("activate-firmware-alert"),
    Element::new("read-device-join-details-command"),
    Element::new("read-device-join-details-response"),
    Element::new("read-firmware-version-command"),
    Element::new("read-firmware-version-response"),
    Element::new("firmware-activation-alert"),
    Element::new("firmware-transfer-alert"),
    Element::new("set-time-command"),
    Element::new("set-time-response"),
    Element::new("device-log-restore-command"),
    Element::new("device-log-restore-response"),
    Element::new("device-log-backup-alert"),
];

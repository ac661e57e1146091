//! Credential replacement modes, made from `parser/catalogue/credential-replacement-modes.csv`.
// Do not edit: change the text file and refresh.

use crate::catalogue::CredentialReplacementMode;

/// Credential replacement modes.
#[rustfmt::skip]
pub static CREDENTIAL_REPLACEMENT_MODES: &[CredentialReplacementMode] = &[
    CredentialReplacementMode { number: 0, name: "rootBySupplier", message_code: 0x0100 },
    CredentialReplacementMode { number: 1, name: "rootByWanProvider", message_code: 0x0101 },
    CredentialReplacementMode { number: 2, name: "supplierBySupplier", message_code: 0x0102 },
    CredentialReplacementMode { number: 3, name: "networkOperatorByNetworkOperator", message_code: 0x0103 },
    CredentialReplacementMode { number: 4, name: "accessControlBrokerByACB", message_code: 0x0104 },
    CredentialReplacementMode { number: 5, name: "wanProviderByWanProvider", message_code: 0x0105 },
    CredentialReplacementMode { number: 6, name: "transCoSByTransCoS", message_code: 0x0106 },
    CredentialReplacementMode { number: 7, name: "supplierByTransCoS", message_code: 0x0107 },
    CredentialReplacementMode { number: 8, name: "anyExceptAbnormalRootByRecovery", message_code: 0x0108 },
    CredentialReplacementMode { number: 9, name: "anyByContingency", message_code: 0x0109 },
    CredentialReplacementMode { number: 10, name: "loadControllerByLoadController", message_code: 0x0125 },
    CredentialReplacementMode { number: 11, name: "loadControllerBySupplier", message_code: 0x0126 },
];

//! Names of DLMS fields: those of the access service, the data-notification and generic data.
//!
//! Names are those of the DLMS UA Green Book (xDLMS application data units, A-XDR).

use super::meanings::CLASS;
use crate::element::{Element, Meaning, elements};

elements! { Dlms;
    /// An application data unit that is none of the three.
    APDU = Element::new("apdu");
    /// Access request, tag 0xD9.
    ACCESS_REQUEST = Element::new("access-request");
    /// Access response, tag 0xDA.
    ACCESS_RESPONSE = Element::new("access-response");
    /// Data-notification, tag 0x0F.
    DATA_NOTIFICATION = Element::new("data-notification");
    /// Tag of the application data unit.
    APDU_TAG = Element::new("apdu-tag").meaning(Meaning::Names(&[
        (0xD9, "access-request"), (0xDA, "access-response"), (0x0F, "data-notification"),
    ]));
    /// Long invoke id (24 bits) and priority (8 bits).
    INVOKE_ID = Element::new("long-invoke-id-and-priority");
    /// Length of the date-time: 0 or 12.
    DATE_TIME_LENGTH = Element::new("date-time-length");
    /// Date-time of the application data unit.
    DATE_TIME = Element::new("date-time");
    /// The list of what is asked for.
    SPECIFICATIONS = Element::new("access-request-specification");
    /// In a response: whether that list is repeated.
    SPECIFICATIONS_PRESENT = Element::new("access-request-specification-present");
    /// One entry: get.
    REQUEST_GET = Element::new("access-request-get");
    /// One entry: set.
    REQUEST_SET = Element::new("access-request-set");
    /// One entry: action.
    REQUEST_ACTION = Element::new("access-request-action");
    /// One entry: get with selection.
    REQUEST_GET_WITH_SELECTION = Element::new("access-request-get-with-selection");
    /// Which kind of entry it is.
    REQUEST_CHOICE = Element::new("choice").meaning(Meaning::Names(&[
        (1, "get"), (2, "set"), (3, "action"), (4, "get-with-selection"),
    ]));
    /// COSEM class.
    CLASS_ID = Element::new("class-id").meaning(CLASS);
    /// OBIS code of the object.
    INSTANCE_ID = Element::new("instance-id");
    /// Number of the attribute.
    ATTRIBUTE_ID = Element::new("attribute-id");
    /// Number of the method.
    METHOD_ID = Element::new("method-id");
    /// Kind of selective access.
    ACCESS_SELECTOR = Element::new("access-selector").meaning(Meaning::Names(&[
        (1, "range"), (2, "entry"),
    ]));
    /// Parameters of selective access.
    ACCESS_PARAMETERS = Element::new("access-parameters");
    /// Data of a request.
    REQUEST_DATA = Element::new("access-request-list-of-data");
    /// Data of a response.
    RESPONSE_DATA = Element::new("access-response-list-of-data");
    /// An entry of either.
    DATA = Element::new("data");
    /// The list of results.
    RESULTS = Element::new("access-response-specification");
    /// One result: get.
    RESPONSE_GET = Element::new("access-response-get");
    /// One result: set.
    RESPONSE_SET = Element::new("access-response-set");
    /// One result: action.
    RESPONSE_ACTION = Element::new("access-response-action");
    /// What the result is of.
    RESPONSE_CHOICE = Element::new("choice").meaning(Meaning::Names(&[
        (1, "get"), (2, "set"), (3, "action"),
    ]));
    /// Result of a get or set.
    DATA_ACCESS_RESULT = Element::new("result").meaning(Meaning::Names(DATA_ACCESS_RESULTS));
    /// Result of an action.
    ACTION_RESULT = Element::new("result").meaning(Meaning::Names(ACTION_RESULTS));
    /// Body of a data-notification.
    NOTIFICATION_BODY = Element::new("notification-body");
    /// Tag and count of a container, or the count of a list.
    HEADER = Element::new("header");
    /// Length of a compact array's contents.
    CONTENTS_LENGTH = Element::new("contents-length");
    /// An element of an array that has no name of its own.
    ELEMENT = Element::new("element");
    /// A member of a structure that has no name of its own.
    MEMBER = Element::new("member");
    /// Octets that could not be decoded.
    UNDECODED = Element::new("undecoded");
    /// Security control octet of an encrypted item.
    SECURITY_CONTROL = Element::new("security-control");
    /// Invocation counter of an encrypted item.
    INVOCATION_COUNTER = Element::new("invocation-counter");
    /// Ciphertext of an encrypted item.
    CIPHERTEXT = Element::new("ciphertext");
    /// Tag that authenticates the ciphertext.
    AUTHENTICATION_TAG = Element::new("authentication-tag");
    /// A decrypted DLMS value.
    PLAINTEXT = Element::new("plaintext");
}

const DATA_ACCESS_RESULTS: &[(u64, &str)] = &[
    (0, "success"),
    (1, "hardware-fault"),
    (2, "temporary-failure"),
    (3, "read-write-denied"),
    (4, "object-undefined"),
    (9, "object-class-inconsistent"),
    (11, "object-unavailable"),
    (12, "type-unmatched"),
    (13, "scope-of-access-violated"),
    (14, "data-block-unavailable"),
    (15, "long-get-aborted"),
    (16, "no-long-get-in-progress"),
    (17, "long-set-aborted"),
    (18, "no-long-set-in-progress"),
    (19, "data-block-number-invalid"),
    (250, "other-reason"),
];

const ACTION_RESULTS: &[(u64, &str)] = &[
    (0, "success"),
    (1, "hardware-fault"),
    (2, "temporary-failure"),
    (3, "read-write-denied"),
    (4, "object-undefined"),
    (9, "object-class-inconsistent"),
    (11, "object-unavailable"),
    (12, "type-unmatched"),
    (13, "scope-of-access-violated"),
    (14, "data-block-unavailable"),
    (15, "long-action-aborted"),
    (16, "no-long-action-in-progress"),
    (250, "other-reason"),
];

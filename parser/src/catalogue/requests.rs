//! Service requests, response codes and DCC Alert codes of the DUIS interface.

use super::search;

/// An entry of the table of service requests.
#[derive(Debug)]
pub struct ServiceRequest {
    /// Service reference variant, such as `6.18.1`.
    pub variant: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether it is critical.
    pub critical: bool,
    /// Whether it may be asked for at once.
    pub on_demand: bool,
    /// Who keeps its date, where it may be future dated.
    pub future_dated_by: FutureDatedBy,
    /// Whether it may be put into a schedule of the DCC.
    pub dcc_scheduled: bool,
    /// Whether it reaches no device.
    pub non_device: bool,
    /// User roles that may send it, as the DUIS abbreviates them (`IS`, `GS`, `ED` and so on).
    pub eligible_user_roles: &'static [&'static str],
    /// Use cases with their message codes, by kind of device.
    pub use_cases: &'static [(RequestTarget, &'static str, u16)],
}

/// Who keeps the date of a future-dated request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FutureDatedBy {
    /// It cannot be future dated.
    Nobody,
    /// The DCC sends it when it is due.
    Dcc,
    /// The device.
    Device,
    /// The DCC or the device, by the use case.
    DccOrDevice,
}

/// The device that a use case of a service request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestTarget {
    /// Electricity meter.
    Esme,
    /// Gas meter or gas proxy.
    Gas,
    /// Communications Hub Function.
    Chf,
    /// Any of its targets.
    Any,
}

/// The entry of a service reference variant.
#[must_use]
pub fn service_request(variant: &str) -> Option<&'static ServiceRequest> {
    search(SERVICE_REQUESTS, |entry| entry.variant.cmp(variant))
}

/// An entry of the table of DUIS response codes.
#[derive(Debug)]
pub struct DuisResponseCode {
    /// The code, such as `E57`.
    pub code: &'static str,
    /// What it says of the request.
    pub kind: ResponseKind,
    /// Service reference to which it is limited; `None` for one that is general.
    pub service_reference: Option<&'static str>,
    /// Variants of that reference which it may mean.
    pub service_reference_variants: &'static [&'static str],
    /// Its meaning in short, where it is established.
    pub meaning: Option<&'static str>,
}

/// What a response code says of its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResponseKind {
    /// Done.
    Success,
    /// Accepted; the answer follows.
    Acknowledged,
    /// Done with a remark.
    Warning,
    /// Refused or failed.
    Error,
}

/// The entry of a DUIS response code.
#[must_use]
pub fn duis_response_code(code: &str) -> Option<&'static DuisResponseCode> {
    search(DUIS_RESPONSE_CODES, |entry| entry.code.cmp(code))
}

/// An entry of the table of DCC Alert codes.
#[derive(Debug)]
pub struct DccAlertCode {
    /// The code, such as `N25`.
    pub code: &'static str,
    /// Its meaning in short, where it is established.
    pub meaning: Option<&'static str>,
    /// The element that its body has, where it is established.
    pub body_element: Option<&'static str>,
}

/// The entry of a DCC Alert code.
#[must_use]
pub fn dcc_alert_code(code: &str) -> Option<&'static DccAlertCode> {
    search(DCC_ALERT_CODES, |entry| entry.code.cmp(code))
}

pub use super::generated::dcc_alert_codes::DCC_ALERT_CODES;
pub use super::generated::duis_response_codes::DUIS_RESPONSE_CODES;
pub use super::generated::service_requests::SERVICE_REQUESTS;

#[cfg(test)]
mod tests {
    use super::super::message_code;
    use super::*;

    #[test]
    fn tables_are_sorted_and_found() {
        assert!(SERVICE_REQUESTS.is_sorted_by(|a, b| a.variant < b.variant));
        assert!(DUIS_RESPONSE_CODES.is_sorted_by(|a, b| a.code < b.code));
        assert!(DCC_ALERT_CODES.is_sorted_by(|a, b| a.code < b.code));
        for entry in SERVICE_REQUESTS {
            assert_eq!(service_request(entry.variant).unwrap().name, entry.name);
        }
        assert!(DUIS_RESPONSE_CODES.iter().all(|entry| duis_response_code(entry.code).is_some()));
        assert!(DCC_ALERT_CODES.iter().all(|entry| dcc_alert_code(entry.code).is_some()));
        assert!(service_request("1.1").is_none());
        assert!(duis_response_code("").is_none());
        assert!(dcc_alert_code("N0").is_none());
    }

    #[test]
    fn use_cases_of_requests_are_those_of_their_codes() {
        for entry in SERVICE_REQUESTS {
            for (_, use_case, code) in entry.use_cases {
                let found = message_code(*code).unwrap();
                assert_eq!(found.use_case, *use_case, "{}", entry.variant);
            }
        }
    }

    #[test]
    fn only_established_meanings_are_told() {
        assert!(dcc_alert_code("N25").unwrap().meaning.is_some());
        assert!(dcc_alert_code("N1").unwrap().meaning.is_none());
        assert_eq!(duis_response_code("I99").unwrap().kind, ResponseKind::Acknowledged);
    }
}

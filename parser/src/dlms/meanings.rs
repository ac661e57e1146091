//! What leaves of COSEM structures mean: the words behind `:` in `cosem-structures.txt`.
//!
//! Numbers of units, modes and states are those of the DLMS Blue Book.

use std::fmt::Write as _;

use crate::catalogue;
use crate::element::Meaning;
use crate::message::EntityId;
use crate::text;

/// Seconds since 2000-01-01 00:00:00 UTC.
pub(crate) const SECONDS: Meaning = Meaning::Text(text::seconds_2000);

/// A date-time of 12 octets.
pub(crate) const DATE_TIME: Meaning = Meaning::Text(text::date_time);

/// A date of 5 octets.
pub(crate) const DATE: Meaning = Meaning::Text(text::date);

/// A time of 4 octets.
pub(crate) const TIME: Meaning = Meaning::Text(text::time);

/// An OBIS code.
pub(crate) const OBIS: Meaning = Meaning::Text(text::obis);

/// An EUI-64.
pub(crate) const ENTITY_ID: Meaning = Meaning::Text(text::entity_id);

/// An alert or event code.
pub(crate) const ALERT_CODE: Meaning = Meaning::Text(catalogue::alert_code_text);

/// A purpose octet and an originator counter.
pub(crate) const TRANSACTION_ID: Meaning = Meaning::Text(transaction_id);

/// Number of an auxiliary proportional controller, and whether it limits output or input.
pub(crate) const CONTROLLER: Meaning = Meaning::Text(controller);

/// What a future dated instruction was.
pub(crate) const FUTURE_DATED: Meaning = Meaning::Text(future_dated);

/// A message that was not delivered.
pub(crate) const UNDELIVERED: Meaning = Meaning::Text(undelivered);

/// A command that was refused.
pub(crate) const REFUSED: Meaning = Meaning::Text(refused);

/// The status octet of a clock.
pub(crate) const CLOCK_STATUS: Meaning = Meaning::Text(clock_status);

/// Days of the week of a schedule entry.
pub(crate) const WEEKDAYS: Meaning = Meaning::Bits(&[
    (0, "Monday"),
    (1, "Tuesday"),
    (2, "Wednesday"),
    (3, "Thursday"),
    (4, "Friday"),
    (5, "Saturday"),
    (6, "Sunday"),
]);

/// Source of a clock's frequency.
pub(crate) const CLOCK_BASE: Meaning = Meaning::Names(&[
    (0, "not defined"),
    (1, "internal crystal"),
    (2, "mains frequency 50 Hz"),
    (3, "mains frequency 60 Hz"),
    (4, "GPS"),
    (5, "radio controlled"),
]);

/// State of a disconnector.
pub(crate) const CONTROL_STATE: Meaning =
    Meaning::Names(&[(0, "disconnected"), (1, "connected"), (2, "ready for reconnection")]);

/// Payment mode of an account.
pub(crate) const PAYMENT_MODE: Meaning =
    Meaning::Names(&[(1, "credit mode"), (2, "prepayment mode")]);

/// Status of an account.
pub(crate) const ACCOUNT_STATUS: Meaning =
    Meaning::Names(&[(1, "new (inactive)"), (2, "active"), (3, "closed")]);

/// How an object of a protected read is restricted.
pub(crate) const RESTRICTION: Meaning =
    Meaning::Names(&[(0, "none"), (1, "by date"), (2, "by entry")]);

/// How attributes are protected.
pub(crate) const PROTECTION: Meaning = Meaning::Names(&[
    (0, "authentication"),
    (1, "encryption"),
    (2, "authentication and encryption"),
]);

/// How the key of protected attributes is found.
pub(crate) const KEY_INFO: Meaning =
    Meaning::Names(&[(0, "identified key"), (1, "wrapped key"), (2, "agreed key")]);

/// Scheme of an agreed key.
pub(crate) const KEY_PARAMETERS: Meaning = Meaning::Names(&[
    (1, "one-pass Diffie-Hellman, C(1e, 1s)"),
    (2, "static unified model, C(0e, 2s)"),
]);

/// COSEM classes.
pub(crate) const CLASS: Meaning = Meaning::Names(CLASSES);

/// Units.
pub(crate) const UNIT: Meaning = Meaning::Names(UNITS);

/// Classes of COSEM objects that GBCS uses.
const CLASSES: &[(u64, &str)] = &[
    (1, "Data"),
    (3, "Register"),
    (4, "Extended register"),
    (5, "Demand register"),
    (6, "Register activation"),
    (7, "Profile generic"),
    (8, "Clock"),
    (9, "Script table"),
    (10, "Schedule"),
    (11, "Special days table"),
    (15, "Association LN"),
    (18, "Image transfer"),
    (19, "IEC local port setup"),
    (20, "Activity calendar"),
    (21, "Register monitor"),
    (22, "Single action schedule"),
    (30, "Data protection"),
    (40, "Push setup"),
    (62, "Compact data"),
    (64, "Security setup"),
    (68, "Arbitrator"),
    (70, "Disconnect control"),
    (71, "Limiter"),
    (104, "ZigBee network control"),
    (111, "Account"),
    (112, "Credit"),
    (113, "Charge"),
    (115, "Token gateway"),
    (9000, "Extended data"),
];

const UNITS: &[(u64, &str)] = &[
    (1, "a"),
    (2, "mo"),
    (3, "wk"),
    (4, "d"),
    (5, "h"),
    (6, "min"),
    (7, "s"),
    (9, "\u{B0}C"),
    (10, "currency"),
    (13, "m3"),
    (14, "m3 (corrected)"),
    (15, "m3/h"),
    (16, "m3/h (corrected)"),
    (19, "l"),
    (20, "kg"),
    (23, "Pa"),
    (24, "bar"),
    (25, "J"),
    (27, "W"),
    (28, "VA"),
    (29, "var"),
    (30, "Wh"),
    (31, "VAh"),
    (32, "varh"),
    (33, "A"),
    (34, "C"),
    (35, "V"),
    (44, "Hz"),
    (52, "K"),
    (56, "%"),
    (254, "other unit"),
    (255, "no unit"),
];

fn clock_status(octets: &[u8]) -> Option<String> {
    let [status] = octets else { return None };
    Some(text::clock_status(*status))
}

fn transaction_id(octets: &[u8]) -> Option<String> {
    let (purpose, counter) = octets.split_first()?;
    let counter = u64::from_be_bytes(counter.try_into().ok()?);
    Some(format!("purpose 0x{purpose:02X}, counter {counter}"))
}

fn controller(octets: &[u8]) -> Option<String> {
    let [octet] = octets else { return None };
    let direction = match octet >> 4 {
        1 => "output",
        2 => "input",
        _ => return None,
    };
    Some(format!("controller {}, {direction}", octet & 0x0F))
}

/// Message code and originator counter at the front.
fn code_and_counter(octets: &[u8]) -> Option<(String, &[u8])> {
    let (code, rest) = octets.split_first_chunk()?;
    let (counter, rest) = rest.split_first_chunk()?;
    let code = u16::from_be_bytes(*code);
    let counter = u64::from_be_bytes(*counter);
    let mut text = format!("message code 0x{code:04X}");
    if let Some(code) = catalogue::message_code(code) {
        let _ = write!(text, " ({})", code.use_case);
    }
    let _ = write!(text, ", counter {counter}");
    Some((text, rest))
}

fn refused(octets: &[u8]) -> Option<String> {
    match code_and_counter(octets)? {
        (text, []) => Some(text),
        _ => None,
    }
}

fn future_dated(octets: &[u8]) -> Option<String> {
    let (mut text, rest) = code_and_counter(octets)?;
    let (class, rest) = rest.split_first_chunk()?;
    let (obis, index) = rest.split_first_chunk::<6>()?;
    let [index] = index else { return None };
    let class = u16::from_be_bytes(*class);
    let obis = text::obis(obis)?;
    let _ = write!(text, ", class {class}, {obis}, attribute or method {index}");
    Some(text)
}

fn undelivered(octets: &[u8]) -> Option<String> {
    let (originator, rest) = octets.split_first_chunk()?;
    let (target, rest) = rest.split_first_chunk()?;
    let (flag, counter) = rest.split_first()?;
    let counter = u64::from_be_bytes(counter.try_into().ok()?);
    let flag = crate::CraFlag::from_octet(*flag)?.name();
    let (originator, target) = (EntityId(*originator), EntityId(*target));
    Some(format!("{flag} from {originator} to {target}, counter {counter}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_future_dated_instruction_in_words() {
        let octets = [0, 0x19, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0x14, 0, 0, 13, 0, 0, 255, 10];
        let text = future_dated(&octets).unwrap();
        assert!(text.contains("counter 9, class 20, 0-0:13.0.0.255"), "{text}");
        assert_eq!(future_dated(&octets[1..]), None);
    }

    #[test]
    fn an_undelivered_message_in_words() {
        let mut octets = [0u8; 25];
        (octets[7], octets[15], octets[16], octets[24]) = (1, 2, 1, 5);
        assert_eq!(
            undelivered(&octets).unwrap(),
            "command from 00-00-00-00-00-00-00-01 to 00-00-00-00-00-00-00-02, counter 5"
        );
    }

    #[test]
    fn a_controller_in_words() {
        assert_eq!(controller(&[0x23]).unwrap(), "controller 3, input");
        assert_eq!(controller(&[0x93]), None);
    }
}

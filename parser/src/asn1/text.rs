//! Texts for values of DER payloads. They take the octets without tag and length.

use crate::catalogue::generated::asn1_object_identifiers::OBJECT_IDENTIFIERS;
use crate::catalogue::{alert_code_text, role};

/// The name of an alert code; a leading zero octet keeps the INTEGER positive.
pub(crate) fn alert_code(octets: &[u8]) -> Option<String> {
    match octets {
        [0, code @ ..] if code.len() == 2 => alert_code_text(code),
        code => alert_code_text(code),
    }
}

/// The entity identifier in a BIT STRING of whole octets.
pub(crate) fn entity_id_bits(octets: &[u8]) -> Option<String> {
    match octets {
        [0, id @ ..] => crate::text::entity_id(id),
        _ => None,
    }
}

/// Octets of the largest INTEGER that is written as a number: the serial number of a certificate has
/// at most twenty, and one more may keep it positive.
const MAX_INTEGER_OCTETS: usize = 21;

/// The number in an INTEGER of more than 64 bits, in decimal digits: serial numbers are told so.
pub(crate) fn large_integer(octets: &[u8]) -> Option<String> {
    let is_negative = octets.first().is_some_and(|first| first & 0x80 != 0);
    if octets.len() <= 8 || octets.len() > MAX_INTEGER_OCTETS || is_negative {
        return None;
    }
    // Digits of a number to base 10^9, the lowest first.
    let mut digits: Vec<u64> = vec![0];
    for octet in octets {
        let mut carry = u64::from(*octet);
        for digit in &mut digits {
            let value = *digit * 256 + carry;
            *digit = value % 1_000_000_000;
            carry = value / 1_000_000_000;
        }
        if carry > 0 {
            digits.push(carry);
        }
    }
    let mut text = digits.pop().unwrap_or_default().to_string();
    for digit in digits.iter().rev() {
        text.push_str(&format!("{digit:09}"));
    }
    Some(text)
}

/// The name of an object identifier, with its numbers.
pub(crate) fn object_identifier(octets: &[u8]) -> Option<String> {
    let numbers = crate::text::object_identifier(octets)?;
    let at = OBJECT_IDENTIFIERS.binary_search_by_key(&octets, |(oid, _)| oid);
    match at.ok().and_then(|at| OBJECT_IDENTIFIERS.get(at)) {
        Some((_, name)) => Some(format!("{name} ({numbers})")),
        None => Some(numbers),
    }
}

/// The remote party role that an organizational unit's two hexadecimal digits name.
pub(crate) fn role_digits(octets: &[u8]) -> Option<String> {
    role(role_number(octets)?).map(|role| role.name.to_owned())
}

/// The number of a role in two hexadecimal digits.
pub(crate) fn role_number(octets: &[u8]) -> Option<u8> {
    if octets.len() != 2 || !octets.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    u8::from_str_radix(std::str::from_utf8(octets).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_integers_are_decimal() {
        let two_64 = [1, 0, 0, 0, 0, 0, 0, 0, 0];
        assert_eq!(large_integer(&two_64).as_deref(), Some("18446744073709551616"));
        let most = [&[0][..], &[0xFF; 16]].concat();
        let due = "340282366920938463463374607431768211455";
        assert_eq!(large_integer(&most).as_deref(), Some(due));
        let thousands = 10_u128.pow(36).to_be_bytes();
        assert_eq!(large_integer(&thousands).unwrap(), format!("1{}", "0".repeat(36)));
        assert_eq!(large_integer(&[0x80; 9]), None);
        assert_eq!(large_integer(&[1; 8]), None);
        assert_eq!(large_integer(&[1; 22]), None);
    }

    #[test]
    fn alert_codes_with_their_leading_zero() {
        assert_eq!(alert_code(&[0x00, 0x8F, 0x66]), alert_code_text(&[0x8F, 0x66]));
        assert!(alert_code(&[0x00, 0x8F, 0x66]).is_some());
        assert_eq!(alert_code(&[0x66]), None);
    }

    #[test]
    fn object_identifiers_by_name_and_number() {
        assert_eq!(
            object_identifier(&[0x55, 0x1D, 0x0F]).as_deref(),
            Some("key usage (2.5.29.15)")
        );
        assert_eq!(object_identifier(&[0x55, 0x1D, 0x63]).as_deref(), Some("2.5.29.99"));
    }

    #[test]
    fn roles_by_two_digits() {
        assert_eq!(role_digits(b"07").as_deref(), Some("Issuing Authority"));
        assert_eq!(role_digits(b"7F").as_deref(), Some("Other"));
        assert_eq!(role_digits(b"+7"), None);
        assert_eq!(role_digits(b"Acme"), None);
    }
}

//! Unique transaction reference numbers (UTRN): the 20 digits that a consumer types in to top up.
//!
//! 19 digits of prepayment token decimal and a check digit. Source: GBCS 14 and the public
//! description of the token; checked on the genuine numbers of reference commands. The token's MAC
//! needs keys: see `crypto::utrn`.

use std::fmt;
use std::str::FromStr;

/// What is added to the 64 bits of a token to give its 19 digits: so that they always begin with 7.
const OFFSET: u64 = 7_394_156_990_786_306_048;

/// Multiplication of the dihedral group of order ten.
const DIHEDRAL: [[u8; 10]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
    [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
    [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
    [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
    [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
    [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];

/// The permutation of the check digit's scheme, applied once for each row.
const PERMUTATION: [[u8; 10]; 8] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
    [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
    [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
    [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
    [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
    [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
    [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];

/// Row of the permutation for the first digit.
const FIRST_ROW: usize = 4;

/// From the group's element to the check digit.
const TO_CHECK_DIGIT: [u8; 10] = [1, 2, 6, 7, 5, 8, 3, 0, 9, 4];

/// What the value of a token counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueClass {
    /// 0: pence.
    Pence,
    /// 1: pounds.
    Pounds,
    /// 2 or 3: not defined.
    Other(u8),
}

impl fmt::Display for ValueClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pence => f.write_str("pence"),
            Self::Pounds => f.write_str("pounds"),
            Self::Other(class) => write!(f, "class {class}"),
        }
    }
}

/// A UTRN that could be read. Its check digit may be wrong: see [`Utrn::check_digit_is_right`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Utrn {
    digits: [u8; 20],
    /// The token: 7 zero bits, 10 of counter, 2 of class, 13 of value, 32 of MAC.
    token: u64,
}

/// Why a text is no UTRN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UtrnError {
    /// A character is neither a digit nor a space or hyphen.
    NotADigit {
        /// Offset of the character, in characters from 0.
        at: usize,
    },
    /// There are not 20 digits.
    Length {
        /// Digits found.
        found: usize,
    },
    /// The first 19 digits are no number that a token gives.
    OutOfRange,
}

impl fmt::Display for UtrnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADigit { at } => write!(f, "character {} is no digit", at + 1),
            Self::Length { found } => write!(f, "a UTRN has 20 digits, found {found}"),
            Self::OutOfRange => f.write_str("the first 19 digits are out of the range of tokens"),
        }
    }
}

impl std::error::Error for UtrnError {}

impl FromStr for Utrn {
    type Err = UtrnError;

    /// Reads 20 digits; spaces and hyphens between them are passed over.
    fn from_str(text: &str) -> Result<Self, UtrnError> {
        let mut digits = [0; 20];
        let mut found = 0;
        for (at, c) in text.chars().enumerate() {
            if matches!(c, ' ' | '-') {
                continue;
            }
            let digit = c.to_digit(10).ok_or(UtrnError::NotADigit { at })?;
            if let Some(place) = digits.get_mut(found) {
                *place = digit as u8;
            }
            found += 1;
        }
        if found != digits.len() {
            return Err(UtrnError::Length { found });
        }
        // 19 digits are less than 2^64.
        let decimal = digits.iter().take(19).fold(0, |n, digit| n * 10 + u64::from(*digit));
        let token = decimal.checked_sub(OFFSET).ok_or(UtrnError::OutOfRange)?;
        if token >> 57 != 0 {
            return Err(UtrnError::OutOfRange);
        }
        Ok(Self { digits, token })
    }
}

impl fmt::Display for Utrn {
    /// 20 digits in groups of four, as they are shown to consumers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, digit) in self.digits.iter().enumerate() {
            let space = if n > 0 && n % 4 == 0 { " " } else { "" };
            write!(f, "{space}{digit}")?;
        }
        Ok(())
    }
}

impl Utrn {
    /// The number of a token (its upper seven bits are dropped), with the right check digit.
    #[must_use]
    pub fn from_token(token: u64) -> Self {
        let token = token & (u64::MAX >> 7);
        let mut decimal = OFFSET + token;
        let mut digits = [0; 20];
        for place in digits.iter_mut().take(19).rev() {
            *place = (decimal % 10) as u8;
            decimal /= 10;
        }
        let check = check_digit(&digits);
        let [.., last] = &mut digits;
        *last = check;
        Self { digits, token }
    }

    /// The token of a counter, class, value and MAC. Only bits 32 to 41 of the counter, the low two
    /// bits of the class and the low 13 of the value have room in it.
    #[must_use]
    pub fn token(originator_counter: u64, class: u8, value: u16, mac: u32) -> u64 {
        (originator_counter >> 32 & 0x3FF) << 47
            | u64::from(class & 3) << 45
            | u64::from(value & 0x1FFF) << 32
            | u64::from(mac)
    }

    /// The digits, the check digit last.
    #[must_use]
    pub fn digits(&self) -> [u8; 20] {
        self.digits
    }

    /// The check digit that stands in the number.
    #[must_use]
    pub fn check_digit(&self) -> u8 {
        let [.., last] = self.digits;
        last
    }

    /// The check digit that the first 19 digits ask for.
    #[must_use]
    pub fn expected_check_digit(&self) -> u8 {
        check_digit(&self.digits)
    }

    /// True where the check digit is right.
    #[must_use]
    pub fn check_digit_is_right(&self) -> bool {
        self.check_digit() == self.expected_check_digit()
    }

    /// Bits 32 to 41 of the originator counter (its low 32 bits are zero): all of it that the
    /// number holds.
    #[must_use]
    pub fn counter_bits(&self) -> u16 {
        (self.token >> 47 & 0x3FF) as u16
    }

    /// What the value counts.
    #[must_use]
    pub fn value_class(&self) -> ValueClass {
        match self.token >> 45 & 3 {
            0 => ValueClass::Pence,
            1 => ValueClass::Pounds,
            class => ValueClass::Other(class as u8),
        }
    }

    /// The value, 13 bits, in the unit of its class.
    #[must_use]
    pub fn value(&self) -> u16 {
        (self.token >> 32 & 0x1FFF) as u16
    }

    /// The upper 32 bits of the token: all of it that the MAC covers.
    #[must_use]
    pub fn covered(&self) -> u32 {
        (self.token >> 32) as u32
    }

    /// The MAC.
    #[must_use]
    pub fn mac(&self) -> u32 {
        self.token as u32
    }
}

/// The check digit that the first 19 of 20 digits, taken from left to right, ask for.
#[must_use]
pub fn check_digit(digits: &[u8; 20]) -> u8 {
    let pick = |row: &[u8; 10], n: u8| row.get(usize::from(n)).copied().unwrap_or(0);
    let mut element = 0;
    for (n, digit) in digits.iter().take(19).enumerate() {
        let row = PERMUTATION.get((FIRST_ROW + n) % 8).unwrap_or(&[0; 10]);
        let permuted = pick(row, *digit);
        let line = DIHEDRAL.get(usize::from(element)).unwrap_or(&[0; 10]);
        element = pick(line, permuted);
    }
    pick(&TO_CHECK_DIGIT, element)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Utrn {
        text.parse().unwrap()
    }

    #[test]
    fn a_number_gives_counter_class_and_value() {
        let utrn = read("73946144332040217315");
        assert!(utrn.check_digit_is_right());
        assert_eq!(utrn.counter_bits(), 3);
        assert_eq!((utrn.value(), utrn.value_class()), (10, ValueClass::Pounds));
        let utrn = read("7395 0067 8871 0517 8605");
        assert!(utrn.check_digit_is_right());
        assert_eq!(utrn.counter_bits(), 6);
        assert_eq!((utrn.value(), utrn.value_class()), (1250, ValueClass::Pence));
    }

    #[test]
    fn any_wrong_digit_is_noticed() {
        let right = "73948959061972833313";
        for at in 1..20 {
            for digit in '0'..='9' {
                let mut wrong: Vec<char> = right.chars().collect();
                if wrong[at] == digit {
                    continue;
                }
                wrong[at] = digit;
                let wrong: String = wrong.into_iter().collect();
                if let Ok(utrn) = wrong.parse::<Utrn>() {
                    assert!(!utrn.check_digit_is_right(), "{wrong}");
                }
            }
        }
    }

    #[test]
    fn a_token_and_its_number_are_each_others_inverse() {
        let token = Utrn::token(5 << 32, 1, 10, 0xDEAD_BEEF);
        let utrn = Utrn::from_token(token);
        assert_eq!(read(&utrn.to_string()), utrn);
        assert_eq!(utrn.mac(), 0xDEAD_BEEF);
        assert_eq!(utrn.counter_bits(), 5);
        assert!(utrn.check_digit_is_right());
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!("123".parse::<Utrn>(), Err(UtrnError::Length { found: 3 }));
        assert_eq!("7394x".parse::<Utrn>(), Err(UtrnError::NotADigit { at: 4 }));
        assert_eq!("00000000000000000000".parse::<Utrn>(), Err(UtrnError::OutOfRange));
        assert_eq!("99999999999999999999".parse::<Utrn>(), Err(UtrnError::OutOfRange));
    }
}

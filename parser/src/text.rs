//! What values say to a person: dates, identifiers, names, units.
//!
//! Made late, when something is shown. [`of`] gives the text of a node; the other functions read
//! octets of one form and fit [`crate::element::Meaning::Text`].

use std::fmt::Write as _;

use crate::element::{Element, Meaning};
use crate::kind::{Bits, Kind, Value};
use crate::message::EntityId;
use crate::tree::{NodeId, Tree};

/// Seconds from 1970-01-01 to 2000-01-01, both 00:00:00 UTC.
const SECONDS_TO_2000: i64 = 946_684_800;

/// "Not specified" in an octet of a DLMS date or time.
const ANY: u8 = 0xFF;

/// "Not specified" in the year of a DLMS date.
const ANY_YEAR: u16 = 0xFFFF;

/// "Not specified" in the deviation of a DLMS date-time.
const NO_DEVIATION: u16 = 0x8000;

/// The text of a leaf: what its element says of the value, or else what its kind tells. `None` for
/// containers and for values that speak for themselves.
#[must_use]
pub fn of(tree: &Tree, id: NodeId, wire: &[u8]) -> Option<String> {
    let node = tree.get(id)?;
    if node.kind.is_container() {
        return None;
    }
    let element = node.element.get();
    if matches!(element.meaning, Meaning::Plain)
        && element.unit.is_none()
        && element.scaler == 0
        && !may_speak(node.kind)
    {
        return None;
    }
    let content = tree.content(id, wire);
    meaning(element, tree.value(id, wire), content)
        .or_else(|| of_kind(node.kind, content))
        .or_else(|| quantity(element, tree.value(id, wire)))
}

/// True for kinds whose values can have a text without help of their element.
fn may_speak(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Obis
            | Kind::Seconds2000
            | Kind::DlmsDateTime
            | Kind::DlmsDate
            | Kind::DlmsTime
            | Kind::DlmsOctetString
            | Kind::ZclUtcTime
            | Kind::ZclDate
            | Kind::ZclTimeOfDay
            | Kind::DerUtcTime
            | Kind::DerGeneralizedTime
            | Kind::DerObjectIdentifier
            | Kind::DerInteger
    )
}

/// The text that a kind gives to any value of it.
fn of_kind(kind: Kind, content: &[u8]) -> Option<String> {
    match kind {
        Kind::Obis => obis(content),
        Kind::Seconds2000 => seconds_2000(content),
        Kind::DlmsDateTime => date_time(content),
        Kind::DlmsDate => date(content),
        Kind::DlmsTime => time(content),
        // An octet-string of twelve octets is a date-time if all its parts are in range.
        Kind::DlmsOctetString if is_date_time(content) => date_time(content),
        Kind::ZclUtcTime => zcl_utc(content),
        Kind::ZclDate => zcl_date(content),
        Kind::ZclTimeOfDay => zcl_time_of_day(content),
        Kind::DerUtcTime => utc_time(content),
        Kind::DerGeneralizedTime => generalized_time(content),
        Kind::DerObjectIdentifier => object_identifier(content),
        Kind::DerInteger => crate::asn1::text::large_integer(content),
        _ => None,
    }
}

/// The text that an element's meaning gives to a value. `content` are the value's octets without
/// tag and length.
#[must_use]
pub fn meaning(element: &Element, value: Value<'_>, content: &[u8]) -> Option<String> {
    match element.meaning {
        Meaning::Plain => None,
        Meaning::Text(text) => text(content),
        Meaning::Names(names) => name_in(names, number(value)?).map(str::to_owned),
        Meaning::Bits(names) => {
            let mut text = String::new();
            for (bit, name) in names {
                if is_set(value, *bit) {
                    if !text.is_empty() {
                        text.push_str(", ");
                    }
                    text.push_str(name);
                }
            }
            (!text.is_empty()).then_some(text)
        }
    }
}

/// The name of a number in a list of named values.
#[must_use]
pub fn name_in(names: &'static [(u64, &'static str)], number: u64) -> Option<&'static str> {
    names.iter().find(|(value, _)| *value == number).map(|(_, name)| *name)
}

/// The name of a bit, where its element has one.
#[must_use]
pub fn bit_name(element: &Element, bit: usize) -> Option<&'static str> {
    let Meaning::Bits(names) = element.meaning else { return None };
    names.iter().find(|(number, _)| usize::from(*number) == bit).map(|(_, name)| *name)
}

/// A value as a number; truth values are 0 and 1.
fn number(value: Value<'_>) -> Option<u64> {
    match value {
        Value::Unsigned(number) => Some(number),
        Value::Signed(number) => u64::try_from(number).ok(),
        Value::Bool(truth) => Some(u64::from(truth)),
        Value::Octets(octets) if !octets.is_empty() && octets.len() <= 8 => {
            Some(octets.iter().fold(0, |number, octet| number << 8 | u64::from(*octet)))
        }
        _ => None,
    }
}

/// True where a bit is set: of a bit string counted from the first, of a number from the lowest.
fn is_set(value: Value<'_>, bit: u16) -> bool {
    match value {
        Value::Bits(bits) => bit_of(bits, usize::from(bit)),
        value => number(value)
            .is_some_and(|number| number.checked_shr(u32::from(bit)).unwrap_or(0) & 1 == 1),
    }
}

fn bit_of(bits: Bits<'_>, bit: usize) -> bool {
    bits.as_bitslice().get(bit).is_some_and(|bit| *bit)
}

/// A number with its unit: `1800 s`; with a power of ten, what it stands for: `240.12 V`.
fn quantity(element: &Element, value: Value<'_>) -> Option<String> {
    if element.unit.is_none() && element.scaler == 0 {
        return None;
    }
    let mut text = match value {
        Value::Unsigned(number) => scaled(i128::from(number), element.scaler),
        Value::Signed(number) => scaled(i128::from(number), element.scaler),
        Value::Float(number) => (number * 10f64.powi(i32::from(element.scaler))).to_string(),
        _ => return None,
    };
    if let Some(unit) = element.unit {
        text.push(' ');
        text.push_str(unit);
    }
    Some(text)
}

/// A number times a power of ten, exactly: `24012` and -2 are `240.12`.
#[must_use]
pub fn scaled(number: i128, scaler: i8) -> String {
    let mut text = number.unsigned_abs().to_string();
    if scaler >= 0 {
        if number != 0 {
            text.extend(std::iter::repeat_n('0', usize::from(scaler.unsigned_abs())));
        }
    } else {
        let places = usize::from(scaler.unsigned_abs());
        if text.len() <= places {
            let zeros = "0".repeat(places + 1 - text.len());
            text.insert_str(0, &zeros);
        }
        text.insert(text.len() - places, '.');
    }
    if number < 0 {
        text.insert(0, '-');
    }
    text
}

/// An OBIS code in its usual form: `1-0:32.24.0.255`.
#[must_use]
pub fn obis(octets: &[u8]) -> Option<String> {
    let [a, b, c, d, e, f] = octets else { return None };
    Some(format!("{a}-{b}:{c}.{d}.{e}.{f}"))
}

/// An entity identifier of eight octets, dashed.
#[must_use]
pub fn entity_id(octets: &[u8]) -> Option<String> {
    Some(EntityId(octets.try_into().ok()?).to_string())
}

/// Text in octets, where all of them are printable ASCII.
#[must_use]
pub fn printable(octets: &[u8]) -> Option<String> {
    let printable = |octet: &u8| matches!(octet, b' '..=b'~');
    let text = std::str::from_utf8(octets).ok()?;
    (!octets.is_empty() && octets.iter().all(printable)).then(|| format!("\"{text}\""))
}

/// Seconds since 2000-01-01 00:00:00 UTC, four octets big endian.
#[must_use]
pub fn seconds_2000(octets: &[u8]) -> Option<String> {
    let seconds = u32::from_be_bytes(octets.try_into().ok()?);
    utc(i64::from(seconds) + SECONDS_TO_2000)
}

/// A ZCL UTC time, four octets little endian. As a start, zero means at once; all ones is "not
/// set", and as a start never.
#[must_use]
pub fn zcl_utc(octets: &[u8]) -> Option<String> {
    match u32::from_le_bytes(octets.try_into().ok()?) {
        0 => Some("2000-01-01 00:00:00 UTC (as a start: now)".to_owned()),
        u32::MAX => Some("not set (as a start: never)".to_owned()),
        seconds => utc(i64::from(seconds) + SECONDS_TO_2000),
    }
}

/// Seconds since 1970-01-01 as date and time in UTC.
fn utc(seconds: i64) -> Option<String> {
    let time = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(seconds).ok()?);
    Some(format!("{} {} UTC", time.date(), time.time()))
}

/// A ZCL date: year less 1900, month, day, weekday; all ones is "not specified".
#[must_use]
pub fn zcl_date(octets: &[u8]) -> Option<String> {
    let [year, month, day, weekday] = *octets else { return None };
    let year = if year == ANY { ANY_YEAR } else { 1900 + u16::from(year) };
    Some(calendar_day(year, month, day, weekday))
}

/// A ZCL time of day: hour, minute, second, hundredth; all ones is "not specified".
#[must_use]
pub fn zcl_time_of_day(octets: &[u8]) -> Option<String> {
    time(octets)
}

/// A DLMS date, five octets: year (big endian), month, day, weekday.
#[must_use]
pub fn date(octets: &[u8]) -> Option<String> {
    let [high, low, month, day, weekday] = *octets else { return None };
    Some(calendar_day(u16::from_be_bytes([high, low]), month, day, weekday))
}

fn calendar_day(year: u16, month: u8, day: u8, weekday: u8) -> String {
    let mut text = String::new();
    if year != ANY_YEAR && (1..=12).contains(&month) && (1..=31).contains(&day) {
        let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    } else {
        match year {
            ANY_YEAR => text.push_str("any year"),
            year => {
                let _ = write!(text, "{year:04}");
            }
        }
        match month {
            ANY => text.push_str(", any month"),
            0xFE => text.push_str(", month in which daylight saving begins"),
            0xFD => text.push_str(", month in which daylight saving ends"),
            month => {
                let _ = write!(text, ", month {month}");
            }
        }
        match day {
            ANY => text.push_str(", any day"),
            0xFE => text.push_str(", last day"),
            0xFD => text.push_str(", second last day"),
            day => {
                let _ = write!(text, ", day {day}");
            }
        }
    }
    match weekday_name(weekday) {
        Some(name) => {
            let _ = write!(text, ", {name}");
        }
        None if weekday == ANY => {}
        None => {
            let _ = write!(text, ", weekday {weekday}");
        }
    }
    text
}

/// The name of a weekday, 1 being Monday.
fn weekday_name(weekday: u8) -> Option<&'static str> {
    const NAMES: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    NAMES.get(usize::from(weekday).checked_sub(1)?).copied()
}

/// A DLMS time, four octets: hour, minute, second, hundredth.
#[must_use]
pub fn time(octets: &[u8]) -> Option<String> {
    let [hour, minute, second, hundredth] = *octets else { return None };
    Some(clock_time(hour, minute, second, hundredth))
}

fn clock_time(hour: u8, minute: u8, second: u8, hundredth: u8) -> String {
    if [hour, minute, second] == [ANY; 3] {
        return "any time".to_owned();
    }
    let mut text = String::new();
    if hour < 24 && minute < 60 && second < 60 {
        let _ = write!(text, "{hour:02}:{minute:02}:{second:02}");
    } else {
        for (n, (name, value)) in
            [("hour", hour), ("minute", minute), ("second", second)].into_iter().enumerate()
        {
            if n > 0 {
                text.push_str(", ");
            }
            if value == ANY {
                let _ = write!(text, "any {name}");
            } else {
                let _ = write!(text, "{name} {value}");
            }
        }
    }
    if !matches!(hundredth, 0 | ANY) {
        let _ = write!(text, ".{hundredth:02}");
    }
    text
}

/// The twelve octets that say "now" where a date is expected: nine zeros, no deviation, status FF.
pub const NOW: [u8; 12] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0xFF];

/// The twelve octets that say "never" where a date is expected.
pub const NEVER: [u8; 12] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0, 0xFF];

/// A DLMS date-time, twelve octets: date (5), time (4), deviation in minutes (2, signed), clock
/// status. `now` and `never` for the two that stand for no date.
#[must_use]
pub fn date_time(octets: &[u8]) -> Option<String> {
    if octets == NOW {
        return Some("now".to_owned());
    }
    if octets == NEVER {
        return Some("never".to_owned());
    }
    let (date_octets, rest) = octets.split_at_checked(5)?;
    let (time_octets, rest) = rest.split_at_checked(4)?;
    let [high, low, status] = *rest else { return None };
    let mut text = date(date_octets)?;
    let separator = if text.len() == "2000-01-01".len() { " " } else { ", " };
    text.push_str(separator);
    text.push_str(&time(time_octets)?);
    match u16::from_be_bytes([high, low]) {
        NO_DEVIATION => text.push_str(", deviation not specified"),
        deviation => {
            let _ = write!(text, ", deviation {} min", deviation.cast_signed());
        }
    }
    let _ = write!(text, ", clock status {}", clock_status(status));
    Some(text)
}

/// A DLMS date-time that is a point in time, in ISO 8601: `2015-01-01T00:00:00Z`. `None` where a
/// part is not specified or out of range. A deviation that is not specified counts as UTC; one that
/// is, is shown as the offset from UTC.
#[must_use]
pub fn iso_date_time(octets: &[u8]) -> Option<String> {
    let [yh, yl, month, day, _, hour, minute, second, hundredth, dh, dl, _] = *octets else {
        return None;
    };
    let year = u16::from_be_bytes([yh, yl]);
    let in_range = year != ANY_YEAR
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    if !in_range {
        return None;
    }
    let mut text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    if !matches!(hundredth, 0 | ANY) {
        let _ = write!(text, ".{hundredth:02}");
    }
    match u16::from_be_bytes([dh, dl]) {
        0 | NO_DEVIATION => text.push('Z'),
        deviation => {
            // The deviation is what is added to local time to get UTC; an offset is the reverse.
            let offset = -i32::from(deviation.cast_signed());
            let sign = if offset < 0 { '-' } else { '+' };
            let minutes = offset.unsigned_abs();
            let _ = write!(text, "{sign}{:02}:{:02}", minutes / 60, minutes % 60);
        }
    }
    Some(text)
}

/// What a clock status says, its set bits in words.
#[must_use]
pub fn clock_status(status: u8) -> String {
    const BITS: [(u8, &str); 5] = [
        (0x01, "invalid"),
        (0x02, "doubtful"),
        (0x04, "different clock base"),
        (0x08, "invalid clock status"),
        (0x80, "daylight saving active"),
    ];
    match status {
        0xFF => "not specified".to_owned(),
        0 => "reliable".to_owned(),
        status => {
            let mut words: Vec<&str> =
                BITS.iter().filter(|(bit, _)| status & bit != 0).map(|(_, name)| *name).collect();
            if status & 0x70 != 0 {
                words.push("reserved bits set");
            }
            words.join(", ")
        }
    }
}

/// True for twelve octets whose parts are all in the range of a date-time, wildcards included.
#[must_use]
pub fn is_date_time(octets: &[u8]) -> bool {
    let [yh, yl, month, day, weekday, hour, minute, second, hundredth, dh, dl, _] = *octets else {
        return false;
    };
    if octets == NOW {
        return true;
    }
    let year = u16::from_be_bytes([yh, yl]);
    let deviation = u16::from_be_bytes([dh, dl]);
    (year == ANY_YEAR || (1970..=2200).contains(&year) || year == 9999)
        && matches!(month, 1..=12 | 0xFD..=ANY)
        && matches!(day, 1..=31 | 0xFD..=ANY)
        && matches!(weekday, 1..=7 | ANY)
        && matches!(hour, 0..=23 | ANY)
        && matches!(minute, 0..=59 | ANY)
        && matches!(second, 0..=59 | ANY)
        && matches!(hundredth, 0..=99 | ANY)
        && (deviation == NO_DEVIATION || (-840..=720).contains(&deviation.cast_signed()))
}

/// A GeneralizedTime of the form `YYYYMMDDHHMMSSZ`. The last second of the year 9999 stands for
/// no date.
#[must_use]
pub fn generalized_time(octets: &[u8]) -> Option<String> {
    if octets == b"99991231235959Z" {
        return Some("never".to_owned());
    }
    let (year, rest) = octets.split_at_checked(4)?;
    digits_as_time(year, rest)
}

/// A UTCTime of the form `YYMMDDHHMMSSZ`; years below 50 are of this century.
#[must_use]
pub fn utc_time(octets: &[u8]) -> Option<String> {
    let (year, rest) = octets.split_at_checked(2)?;
    let century = if year.first()? < &b'5' { b"20" } else { b"19" };
    digits_as_time(&[century.as_slice(), year].concat(), rest)
}

fn digits_as_time(year: &[u8], rest: &[u8]) -> Option<String> {
    let (digits, b"Z") = rest.split_at_checked(10)? else { return None };
    if !year.iter().chain(digits).all(u8::is_ascii_digit) {
        return None;
    }
    let year = std::str::from_utf8(year).ok()?;
    let digits = std::str::from_utf8(digits).ok()?;
    let part = |at: usize| digits.get(at..at + 2);
    Some(format!("{year}-{}-{} {}:{}:{} UTC", part(0)?, part(2)?, part(4)?, part(6)?, part(8)?))
}

/// An object identifier in dotted numbers.
#[must_use]
pub fn object_identifier(octets: &[u8]) -> Option<String> {
    let mut text = String::new();
    let mut arc: u64 = 0;
    let mut open = false;
    for octet in octets {
        arc = arc.checked_mul(128)? + u64::from(octet & 0x7F);
        open = octet & 0x80 != 0;
        if open {
            continue;
        }
        if text.is_empty() {
            let first = (arc / 40).min(2);
            let _ = write!(text, "{first}.{}", arc - first * 40);
        } else {
            let _ = write!(text, ".{arc}");
        }
        arc = 0;
    }
    (!open && !text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obis_code() {
        assert_eq!(obis(&[1, 0, 32, 24, 0, 255]).as_deref(), Some("1-0:32.24.0.255"));
        assert_eq!(obis(&[1, 0, 32]), None);
    }

    #[test]
    fn an_entity_id() {
        let octets = [0x90, 0xB3, 0xD5, 0x1F, 0x30, 1, 0, 0];
        assert_eq!(entity_id(&octets).as_deref(), Some("90-B3-D5-1F-30-01-00-00"));
    }

    #[test]
    fn a_date_time_in_full() {
        let octets = [0x07, 0xDF, 1, 1, 0xFF, 13, 5, 9, 0, 0x80, 0, 0xFF];
        assert_eq!(
            date_time(&octets).as_deref(),
            Some("2015-01-01 13:05:09, deviation not specified, clock status not specified")
        );
    }

    #[test]
    fn a_date_time_with_deviation_hundredths_and_status() {
        let octets = [0x07, 0xDF, 1, 1, 4, 13, 5, 9, 7, 0xFF, 0xC4, 0x83];
        assert_eq!(
            date_time(&octets).as_deref(),
            Some(
                "2015-01-01, Thursday, 13:05:09.07, deviation -60 min, clock status invalid, \
                 doubtful, daylight saving active"
            )
        );
    }

    #[test]
    fn a_point_in_time_in_iso_8601() {
        let mut octets = [0x07, 0xDF, 1, 1, 0xFF, 13, 5, 9, 0, 0x80, 0, 0xFF];
        assert_eq!(iso_date_time(&octets).as_deref(), Some("2015-01-01T13:05:09Z"));
        octets[9..11].copy_from_slice(&(-90i16).to_be_bytes());
        assert_eq!(iso_date_time(&octets).as_deref(), Some("2015-01-01T13:05:09+01:30"));
        assert_eq!(iso_date_time(&NOW), None);
        assert_eq!(iso_date_time(&NEVER), None);
    }

    #[test]
    fn now_and_never() {
        assert_eq!(date_time(&NOW).as_deref(), Some("now"));
        assert_eq!(date_time(&NEVER).as_deref(), Some("never"));
    }

    #[test]
    fn wildcards_are_spelt_out() {
        let octets = [0xFF, 0xFF, 0xFD, 0xFE, 7, 1, 0xFF, 0xFF, 0xFF, 0x80, 0, 4];
        assert_eq!(
            date_time(&octets).as_deref(),
            Some(
                "any year, month in which daylight saving ends, last day, Sunday, hour 1, any \
                 minute, any second, deviation not specified, clock status different clock base"
            )
        );
    }

    #[test]
    fn dates_and_times_alone() {
        assert_eq!(date(&[0x07, 0xE0, 2, 29, 0xFF]).as_deref(), Some("2016-02-29"));
        assert_eq!(
            date(&[0xFF, 0xFF, 12, 25, 0xFF]).as_deref(),
            Some("any year, month 12, day 25")
        );
        assert_eq!(time(&[23, 59, 0, 0]).as_deref(), Some("23:59:00"));
        assert_eq!(time(&[0xFF; 4]).as_deref(), Some("any time"));
        assert_eq!(time(&[1, 2]), None);
    }

    #[test]
    fn seconds_since_2000() {
        assert_eq!(
            seconds_2000(&473_212_800u32.to_be_bytes()).as_deref(),
            Some("2014-12-30 00:00:00 UTC")
        );
        assert_eq!(
            zcl_utc(&473_212_800u32.to_le_bytes()).as_deref(),
            Some("2014-12-30 00:00:00 UTC")
        );
    }

    #[test]
    fn zcl_times_that_are_no_date() {
        assert_eq!(zcl_utc(&[0xFF; 4]).as_deref(), Some("not set (as a start: never)"));
        assert_eq!(zcl_utc(&[0; 4]).as_deref(), Some("2000-01-01 00:00:00 UTC (as a start: now)"));
    }

    #[test]
    fn zcl_dates() {
        assert_eq!(zcl_date(&[115, 6, 7, 0xFF]).as_deref(), Some("2015-06-07"));
        assert_eq!(zcl_date(&[0xFF; 4]).as_deref(), Some("any year, any month, any day"));
        assert_eq!(zcl_time_of_day(&[6, 7, 8, 9]).as_deref(), Some("06:07:08.09"));
    }

    #[test]
    fn asn1_times() {
        assert_eq!(
            generalized_time(b"20150102030405Z").as_deref(),
            Some("2015-01-02 03:04:05 UTC")
        );
        assert_eq!(generalized_time(b"99991231235959Z").as_deref(), Some("never"));
        assert_eq!(generalized_time(b"2015010203040Z"), None);
        assert_eq!(utc_time(b"160406000000Z").as_deref(), Some("2016-04-06 00:00:00 UTC"));
        assert_eq!(utc_time(b"990406000000Z").as_deref(), Some("1999-04-06 00:00:00 UTC"));
    }

    #[test]
    fn an_object_identifier() {
        let octets = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];
        assert_eq!(object_identifier(&octets).as_deref(), Some("1.2.840.10045.4.3.2"));
        assert_eq!(object_identifier(&[0x2A, 0x86]), None);
        assert_eq!(object_identifier(&[]), None);
    }

    #[test]
    fn twelve_octets_are_a_date_time_only_with_parts_in_range() {
        assert!(is_date_time(&NOW));
        assert!(is_date_time(&NEVER));
        assert!(!is_date_time(b"Hello world!"));
        assert!(!is_date_time(&[0; 12]));
        assert!(!is_date_time(&[0x07, 0xDF, 13, 1, 0xFF, 0, 0, 0, 0, 0x80, 0, 0xFF]));
    }

    #[test]
    fn powers_of_ten() {
        assert_eq!(scaled(24012, -2), "240.12");
        assert_eq!(scaled(-5, -2), "-0.05");
        assert_eq!(scaled(7, 3), "7000");
        assert_eq!(scaled(0, 3), "0");
    }

    #[test]
    fn numbers_with_units() {
        let period = Element::new("period").unit("s");
        assert_eq!(quantity(&period, Value::Unsigned(1800)).as_deref(), Some("1800 s"));
        let voltage = Element::new("voltage").unit("V").scaler(-2);
        assert_eq!(quantity(&voltage, Value::Unsigned(24012)).as_deref(), Some("240.12 V"));
        assert_eq!(quantity(&Element::new("x"), Value::Unsigned(1)), None);
    }

    #[test]
    fn named_values() {
        let element =
            Element::new("mode").meaning(Meaning::Names(&[(1, "credit"), (2, "prepayment")]));
        assert_eq!(meaning(&element, Value::Unsigned(2), &[2]).as_deref(), Some("prepayment"));
        assert_eq!(meaning(&element, Value::Unsigned(3), &[3]), None);
    }

    #[test]
    fn named_bits_of_numbers_and_bit_strings() {
        let element = Element::new("flags").meaning(Meaning::Bits(&[(0, "first"), (7, "last")]));
        assert_eq!(meaning(&element, Value::Unsigned(0x81), &[]).as_deref(), Some("first, last"));
        let bits = Value::Bits(Bits::new(&[0x80], 8));
        assert_eq!(meaning(&element, bits, &[]).as_deref(), Some("first"));
        assert_eq!(bit_name(&element, 7), Some("last"));
        assert_eq!(bit_name(&element, 6), None);
    }

    #[test]
    fn printable_octets() {
        assert_eq!(printable(b"winter").as_deref(), Some("\"winter\""));
        assert_eq!(printable(&[0x01]), None);
        assert_eq!(printable(&[]), None);
    }
}

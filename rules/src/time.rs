//! Times by a device's own clock.

/// Clock status of a DLMS date-time that says nothing.
pub const STATUS_NOT_SPECIFIED: u8 = 0xFF;

/// Seconds since 2000-01-01 00:00:00 UTC of a DLMS date-time of 12 octets, or of four octets of such
/// seconds. A deviation is not looked at: device times are UTC. `None` where a part is a wildcard
/// or out of its range.
#[must_use]
pub fn seconds_2000(octets: &[u8]) -> Option<u32> {
    match octets {
        [year_high, year_low, month, day, _weekday, hour, minute, second, _hundredths, _, _, _] => {
            let year = i16::from_be_bytes([*year_high, *year_low]);
            let date = crate::spec::Date(year, *month, *day);
            let in_range = (2000..=2135).contains(&year)
                && date.is_in_the_calendar()
                && *hour < 24
                && *minute < 60
                && *second < 60;
            if !in_range {
                return None;
            }
            let days = date.start().seconds() - 946_684_800;
            let of_day = i64::from(*hour) * 3600 + i64::from(*minute) * 60 + i64::from(*second);
            u32::try_from(days + of_day).ok()
        }
        [_, _, _, _] => octets.try_into().ok().map(u32::from_be_bytes),
        _ => None,
    }
}

/// Seconds since 2000-01-01 00:00:00 UTC of a GeneralizedTime: `YYYYMMDDHHMMSSZ`.
#[must_use]
pub fn generalized(text: &str) -> Option<u32> {
    let digits = text.strip_suffix('Z')?;
    if digits.len() != 14 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u16>().ok();
    let octet = |from| u8::try_from(part(from, from + 2)?).ok();
    let [high, low] = part(0, 4)?.to_be_bytes();
    seconds_2000(&[
        high,
        low,
        octet(4)?,
        octet(6)?,
        0xFF,
        octet(8)?,
        octet(10)?,
        octet(12)?,
        0,
        0x80,
        0,
        0,
    ])
}

/// The clock status octet of a DLMS date-time of 12 octets.
#[must_use]
pub fn clock_status(octets: &[u8]) -> Option<u8> {
    if octets.len() == 12 { octets.last().copied() } else { None }
}

/// True where a clock status says that the time is invalid or doubtful. "Not specified" does not.
#[must_use]
pub fn is_unreliable(status: u8) -> bool {
    status != STATUS_NOT_SPECIFIED && status & 0x03 != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_time_is_read_as_utc() {
        let octets = [0x07, 0xDF, 1, 1, 0xFF, 0, 30, 0, 0, 0x80, 0, 0xFF];
        assert_eq!(seconds_2000(&octets), Some(473_385_600 + 1800));
        assert_eq!(seconds_2000(&473_212_800u32.to_be_bytes()), Some(473_212_800));
    }

    #[test]
    fn a_generalized_time_is_read() {
        assert_eq!(generalized("20150101003000Z"), Some(473_385_600 + 1800));
        assert_eq!(generalized("99991231235959Z"), None);
        assert_eq!(generalized("20150101003000"), None);
    }

    #[test]
    fn a_day_that_the_calendar_does_not_have_is_no_time() {
        let day = |year: u16, month, day| {
            let [high, low] = year.to_be_bytes();
            seconds_2000(&[high, low, month, day, 0xFF, 0, 0, 0, 0, 0x80, 0, 0xFF])
        };
        assert!(day(2000, 1, 1) == Some(0) && day(2000, 2, 29).is_some());
        assert!(day(2028, 2, 29).is_some() && day(2026, 12, 31).is_some());
        for (year, month, number) in [(2027, 2, 29), (2100, 2, 29), (2026, 2, 30), (2026, 4, 31)] {
            assert_eq!(day(year, month, number), None);
        }
        assert_eq!(generalized("20260230000000Z"), None);
    }

    #[test]
    fn wildcards_are_no_time() {
        assert_eq!(seconds_2000(&[0xFF; 12]), None);
        assert_eq!(seconds_2000(&[0x07, 0xDF, 1, 1, 0xFF, 0xFF, 0, 0, 0, 0x80, 0, 0]), None);
        assert_eq!(seconds_2000(&[]), None);
    }

    #[test]
    fn not_specified_is_not_unreliable() {
        assert!(!is_unreliable(0xFF) && !is_unreliable(0x00) && !is_unreliable(0x04));
        assert!(is_unreliable(0x01) && is_unreliable(0x02) && is_unreliable(0x82));
    }
}

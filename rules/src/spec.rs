//! Documents, clauses, versions and dates in force.

use std::fmt;
use std::str::FromStr;

pub use gbcs_parser::catalogue::Version;
use gbcs_parser::record::Time;
use serde::{Deserialize, Serialize};

/// A day: year, month, day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(pub i16, pub u8, pub u8);

impl Date {
    /// The moment at which the day begins, UTC.
    #[must_use]
    pub fn start(self) -> Time {
        let (year, month) = (i64::from(self.0), i64::from(self.1));
        // Days since 1970-01-01 in the proleptic Gregorian calendar, years counted from March.
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.2) - 1;
        let day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + day_of_year;
        Time((era * 146_097 + day_of_era - 719_468) * 86_400_000)
    }
}

impl Date {
    /// True where there is such a day.
    #[must_use]
    pub fn is_in_the_calendar(self) -> bool {
        let Self(year, month, day) = self;
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        };
        (1..=days).contains(&day)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads `2021-11-04`.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.trim().splitn(3, '-');
        let mut next = || parts.next().ok_or(NotADate);
        let (year, month, day) = (next()?, next()?, next()?);
        let date = Self(
            year.parse().map_err(|_| NotADate)?,
            month.parse().map_err(|_| NotADate)?,
            day.parse().map_err(|_| NotADate)?,
        );
        if date.is_in_the_calendar() { Ok(date) } else { Err(NotADate) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// The text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date is year-month-day, such as 2021-11-04")
    }
}

impl std::error::Error for NotADate {}

/// Where a requirement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecRef {
    /// The document: `GBCS`, `SMETS`, `CHTS`, `DUIS`, a modification, or `reference data`.
    pub document: &'static str,
    /// The clause, table or requirement.
    pub clause: &'static str,
    /// First version of the document that has it, where it is known.
    pub since: Option<Version>,
    /// First version of the document that no longer has it.
    pub until: Option<Version>,
}

impl SpecRef {
    /// A reference that holds in all versions.
    #[must_use]
    pub const fn new(document: &'static str, clause: &'static str) -> Self {
        Self { document, clause, since: None, until: None }
    }
}

/// When a rule is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InForce {
    /// First version of GBCS.
    pub since: Option<Version>,
    /// First version of GBCS in which it no longer is.
    pub until: Option<Version>,
    /// First day.
    pub from: Option<Date>,
}

impl InForce {
    /// In force always.
    pub const ALWAYS: Self = Self { since: None, until: None, from: None };

    /// True, false, or `None` where the version or the date decides and is not known.
    #[must_use]
    pub fn holds(&self, version: Option<Version>, date: Option<Time>) -> Option<bool> {
        let version = match (self.since, self.until) {
            (None, None) => Some(true),
            (since, until) => version.map(|version| {
                since.is_none_or(|since| version >= since)
                    && until.is_none_or(|until| version < until)
            }),
        };
        let date = match self.from {
            None => Some(true),
            Some(from) => date.map(|date| date >= from.start()),
        };
        match (version, date) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight() {
        assert_eq!(Date(1970, 1, 1).start(), Time(0));
        assert_eq!(Date(2021, 11, 4).start().to_string(), "2021-11-04T00:00:00.000Z");
        assert_eq!(Date(2024, 2, 29).start().to_string(), "2024-02-29T00:00:00.000Z");
        assert!("2023-02-29".parse::<Date>().is_err());
    }

    #[test]
    fn what_is_not_known_decides_nothing() {
        let rule = InForce { from: Some(Date(2021, 11, 4)), ..InForce::ALWAYS };
        assert_eq!(rule.holds(None, None), None);
        assert_eq!(rule.holds(None, Some(Date(2021, 11, 4).start())), Some(true));
        assert_eq!(rule.holds(None, Some(Time(0))), Some(false));
        assert_eq!(InForce::ALWAYS.holds(None, None), Some(true));
    }
}

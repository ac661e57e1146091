//! Versions of GBCS.

use std::cmp::Ordering;
use std::fmt;

/// Number parts of a version that are kept; any further ones are a slip of the writer.
const PARTS: usize = 4;

/// A version such as `4.2`, compared by its number parts: 4.10 is above 4.2, and 4 equals 4.0.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Version {
    parts: [u16; PARTS],
    len: u8,
}

impl Version {
    /// A version of two parts.
    #[must_use]
    pub const fn new(major: u16, minor: u16) -> Self {
        Self::of(&[major, minor])
    }

    /// A version of the given parts; those after the fourth are dropped.
    pub(super) const fn of(numbers: &[u16]) -> Self {
        let mut parts = [0; PARTS];
        let mut rest = numbers;
        let mut len: u8 = 0;
        while let [first, others @ ..] = rest
            && (len as usize) < PARTS
        {
            parts[len as usize] = *first;
            len += 1;
            rest = others;
        }
        Self { parts, len }
    }

    /// Reads `4.2`, `v4.2` or `GBCS v4.2`: up to four numbers with dots between them. `None` for
    /// anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = match text.get(..4) {
            Some(name) if name.eq_ignore_ascii_case("gbcs") => text.get(4..)?.trim_start(),
            _ => text,
        };
        let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
        let mut version = Self { parts: [0; PARTS], len: 0 };
        for part in text.split('.') {
            if part.is_empty() || !part.bytes().all(|octet| octet.is_ascii_digit()) {
                return None;
            }
            *version.parts.get_mut(usize::from(version.len))? = part.parse().ok()?;
            version.len += 1;
        }
        Some(version)
    }

    /// The newest known version that is not newer than this one: what a device of a version newer
    /// than any known is judged by. `None` for one older than all.
    #[must_use]
    pub fn known(self) -> Option<Self> {
        GBCS_VERSIONS.iter().rev().find(|version| **version <= self).copied()
    }

    /// True where the version is newer than any that is known.
    #[must_use]
    pub fn is_newer_than_known(self) -> bool {
        GBCS_VERSIONS.last().is_some_and(|newest| self > *newest)
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts.cmp(&other.parts)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, part) in self.parts.iter().take(usize::from(self.len)).enumerate() {
            let dot = if n == 0 { "" } else { "." };
            write!(f, "{dot}{part}")?;
        }
        Ok(())
    }
}

pub use super::generated::gbcs_versions::GBCS_VERSIONS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number_parts() {
        assert!(Version::parse("4.10") > Version::parse("4.2"));
        assert_eq!(Version::parse("GBCS v4"), Version::parse("4.0"));
        assert!(Version::parse("3.2").unwrap() < Version::new(4, 0));
    }

    #[test]
    fn what_is_no_version_is_none() {
        for text in ["", "4.", "four", "4.x", "1.2.3.4.5", "99999.1", "+4.1"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_newer_version_counts_as_the_newest_known() {
        let newest = *GBCS_VERSIONS.last().unwrap();
        let newer = Version::new(99, 0);
        assert_eq!(newer.known(), Some(newest));
        assert!(newer.is_newer_than_known());
        assert!(!newest.is_newer_than_known());
    }

    #[test]
    fn versions_are_written_as_they_were_read() {
        assert_eq!(Version::parse("v4.10").unwrap().to_string(), "4.10");
        assert_eq!(Version::parse("0.8.1").unwrap().to_string(), "0.8.1");
    }
}

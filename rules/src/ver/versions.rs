//! Versions as inventories write them.

use gbcs_parser::catalogue::Version;

/// The number in `SMETS V5.1`, `SMETS2 V4.2` or `CHTS V1.1`: what follows the last V, or the name.
pub(crate) fn number(text: &str) -> Option<Version> {
    let upper = text.trim().to_uppercase();
    let tail = match upper.rsplit_once('V') {
        Some((_, tail)) => tail.to_owned(),
        None => upper.trim_start_matches(|c: char| c.is_ascii_alphabetic()).to_owned(),
    };
    Version::parse(tail.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_follows_the_v() {
        assert_eq!(number("SMETS V5.1"), Some(Version::new(5, 1)));
        assert_eq!(number("SMETS2 V4.2"), Some(Version::new(4, 2)));
        assert_eq!(number("CHTS v1.1"), Some(Version::new(1, 1)));
        assert_eq!(number("SMETS"), None);
    }
}

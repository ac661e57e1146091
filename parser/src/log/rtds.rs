//! What file names of the Reference Test Data Set say of their content.
//!
//! `<use case>_<service reference variant>_[scenario_]<SUCCESS|ERROR|NOT_FOUND>_<kind>_GBCS.HEX`

use crate::record::{Expect, Outcome};

/// The use case and outcome that a file name states; `None` where it is not such a name.
///
/// The outcome is that of the whole scenario: the command of an ERROR scenario states it as well.
#[must_use]
pub fn rtds_expectation(file_name: &str) -> Option<Expect> {
    let name = file_name.to_ascii_uppercase();
    let stem = name.strip_suffix(".HEX")?;
    let stem = stem.strip_suffix("_GBCS").unwrap_or(stem);
    let mut words = stem.split('_');
    let use_case = file_name.get(..words.next()?.len())?;
    let service = words.next()?;
    if !is_use_case(use_case) || !is_service(service) {
        return None;
    }
    let words: Vec<&str> = words.collect();
    let kind = words
        .iter()
        .position(|word| matches!(*word, "PRECOMMAND" | "COMMAND" | "RESPONSE" | "ALERT"))?;
    let scenario = words.get(..kind).unwrap_or_default();
    let outcome = scenario.iter().rev().find_map(|word| match *word {
        "SUCCESS" => Some(Outcome::Success),
        "ERROR" => Some(Outcome::Error),
        "FOUND" => Some(Outcome::NotFound),
        _ => None,
    });
    Some(Expect { use_case: Some(use_case.to_owned()), outcome })
}

/// Capital letters first, as in `ECS01a` or `GCA-ZigBee`.
fn is_use_case(word: &str) -> bool {
    word.chars().take_while(char::is_ascii_uppercase).count() >= 2
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// A service reference variant such as `6.2.4`, or `NA`.
fn is_service(word: &str) -> bool {
    word == "NA"
        || (word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expect(name: &str) -> Option<(String, Option<Outcome>)> {
        rtds_expectation(name).map(|expect| (expect.use_case.unwrap(), expect.outcome))
    }

    #[test]
    fn names_state_use_case_and_outcome() {
        assert_eq!(
            expect("ECS17b_4.1.1_SINGLE_SUCCESS_RESPONSE_GBCS.HEX"),
            Some(("ECS17b".into(), Some(Outcome::Success)))
        );
        assert_eq!(
            expect("GCS21a_6.2.8_NOT_FOUND_RESPONSE_GBCS.HEX"),
            Some(("GCS21a".into(), Some(Outcome::NotFound)))
        );
        assert_eq!(
            expect("ECS01d_1.2.2_8F66_FUTURE_DATED_SUCCESS_ALERT_PRICE_MATRIX_GBCS.HEX"),
            Some(("ECS01d".into(), Some(Outcome::Success)))
        );
        assert_eq!(
            expect("GCS13b_4.1.4_SUCCESS_RELIABLE_GPF_COMMAND_GBCS.HEX"),
            Some(("GCS13b".into(), Some(Outcome::Success)))
        );
        assert_eq!(expect("GCA-ZigBee_NA_8F30_ALERT_GBCS.hex"), Some(("GCA-ZigBee".into(), None)));
    }

    #[test]
    fn other_names_state_nothing() {
        for name in ["capture.hex", "ECS17b.hex", "ECS52_0059_RESPONSE_1660751141383.txt", ""] {
            assert_eq!(expect(name), None, "{name}");
        }
    }
}

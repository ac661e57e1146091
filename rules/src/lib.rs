//! Judges decoded GBCS messages and device logs, rule by rule.

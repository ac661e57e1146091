//! LOG002: entries of a log are not in the order of their times.

use gbcs_parser::record::Time;

use super::reading::{self, Entry};
use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;

/// The rule.
pub static RULE: Rule = Rule {
    code: "LOG002",
    name: "log-out-of-order",
    summary: "Entries of a log are not in the order of their times",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "logs are first in, first out")],
    requirements: &["LOG-17"],
    doc: include_str!("../../docs/LOG002.md"),
    concerns: reading::concerns,
    applies,
    check: Check::Record(check),
    ..Rule::TEMPLATE
};

/// Milliseconds around two entries within which a known clock setting explains their order.
const NEAR_MS: i64 = 86_400_000;
/// Events that tell that the clock was set.
const CLOCK_SET: [u16; 1] = [0x8145];

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(reading::readings(subject).iter().any(|reading| reading.entries.len() > 1))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for reading in reading::readings(subject) {
        let timed: Vec<_> =
            reading.entries.iter().filter_map(|entry| Some((entry, entry.time?))).collect();
        let falls = |pair: &&[(&Entry, Time)]| matches!(pair, [(_, a), (_, b)] if b < a);
        let rises = |pair: &&[(&Entry, Time)]| matches!(pair, [(_, a), (_, b)] if b > a);
        let falling = timed.windows(2).filter(falls).count();
        let rising = timed.windows(2).filter(rises).count();
        // Oldest first or newest first: the direction that most entries have is the log's.
        let newest_first = falling > rising;
        for pair in timed.windows(2) {
            let [(before, first), (after, second)] = pair else { continue };
            let wrong = if newest_first { second > first } else { second < first };
            let clock_set = [before.code, after.code]
                .into_iter()
                .flatten()
                .any(|code| CLOCK_SET.contains(&code));
            let (low, high) = ((*first).min(*second), (*first).max(*second));
            let disturbed =
                subject.device.disturbed_between(Time(low.0 - NEAR_MS), Time(high.0 + NEAR_MS));
            if wrong && !clock_set && !disturbed {
                let expected = Datum::Text(if newest_first {
                    format!("not after {first}")
                } else {
                    format!("not before {first}")
                });
                findings.fail(
                    Fault::at(after.place(subject), expected, *second)
                        .related([before.place(subject)]),
                );
            }
        }
    }
}

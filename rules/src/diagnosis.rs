//! Several findings of a device that have one cause are grouped under it. Each is kept.

use std::collections::BTreeMap;

use gbcs_parser::EntityId;

use crate::finding::Finding;

/// A cause that shows in several findings.
#[derive(Debug)]
pub struct Cause {
    /// Its name in reports.
    pub name: &'static str,
    /// In words.
    pub summary: &'static str,
    /// Rules of which one at least must have a finding: they show the cause itself.
    leads: &'static [&'static str],
    /// Rules whose findings follow from it.
    follows: &'static [&'static str],
}

/// The causes, the surest first: a finding belongs to one at most.
pub static CAUSES: &[Cause] = &[
    Cause {
        name: "clock-step",
        summary: "the device's clock was wrong or stepped",
        leads: &["CLK002", "CLK004"],
        follows: &[
            "CLK002", "CLK004", "CLK005", "RPL007", "LOG002", "LOG006", "VLT001", "VLT003",
            "ALT005", "HAN004",
        ],
    },
    Cause {
        name: "restart",
        summary: "the device started anew and did not take up where it was",
        leads: &["VLT005"],
        follows: &["VLT005", "VLT003", "VLT008", "VLT009", "RPL005", "RPL007"],
    },
    Cause {
        name: "missed-message",
        summary: "the capture or the network lost a message",
        leads: &["RPL008", "RPL009", "RPL001", "RPL002", "RPL003"],
        follows: &[
            "RPL001", "RPL002", "RPL003", "RPL008", "RPL009", "FUT002", "HAN001", "HAN006",
            "MDM002", "ALT014",
        ],
    },
];

/// The cause of each finding, by its number; a cause that shows in one finding alone is none.
#[must_use]
pub fn causes(findings: &[Finding]) -> BTreeMap<usize, &'static Cause> {
    let mut of_device: BTreeMap<EntityId, Vec<usize>> = BTreeMap::new();
    for (number, finding) in findings.iter().enumerate() {
        if let Some(device) = finding.device {
            of_device.entry(device).or_default().push(number);
        }
    }
    let mut found: BTreeMap<usize, &'static Cause> = BTreeMap::new();
    for numbers in of_device.values() {
        for cause in CAUSES {
            let code = |number: &usize| findings.get(*number).map(|f| f.rule.rule().code);
            let members: Vec<_> = numbers
                .iter()
                .filter(|number| !found.contains_key(number))
                .filter(|number| code(number).is_some_and(|code| cause.follows.contains(&code)))
                .copied()
                .collect();
            let led = members
                .iter()
                .any(|number| code(number).is_some_and(|code| cause.leads.contains(&code)));
            if led && members.len() > 1 {
                found.extend(members.into_iter().map(|number| (number, cause)));
            }
        }
    }
    found
}

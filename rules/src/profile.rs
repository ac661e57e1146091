//! What is being claimed, and how it is to be judged.

use std::collections::HashMap;

use gbcs_parser::EntityId;
use gbcs_parser::catalogue::DeviceType;

use crate::registry::{self, RuleId};
use crate::rule::{About, Severity};
use crate::spec::{Date, Version};

/// Findings of a rule for a device that are kept where nobody says otherwise; further ones are
/// counted. More than a person reads, and few enough to be held for 50,000 devices of which a rule
/// finds something in each message of a few.
pub const MAX_FINDINGS: u32 = 1000;

/// What a devices file says of a device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceEntry {
    /// Device type.
    pub device_type: Option<DeviceType>,
    /// Version of GBCS.
    pub gbcs_version: Option<Version>,
    /// Version of SMETS or CHTS, as written.
    pub smets_chts_version: Option<String>,
    /// Modifications that it claims to implement.
    pub claims: Vec<String>,
    /// As manufactured, until the log shows a setting.
    pub as_manufactured: Option<bool>,
    /// Day of installation.
    pub date_installed: Option<Date>,
    /// Network operator.
    pub operator: Option<String>,
}

/// Which rules run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection(Vec<bool>);

impl Default for Selection {
    /// All rules.
    fn default() -> Self {
        Self(vec![true; registry::rules().len()])
    }
}

/// A selector that names no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSelector {
    /// What was given.
    pub given: String,
    /// What may have been meant.
    pub suggestion: Option<&'static str>,
}

impl Selection {
    /// The rules of `select` (all, where it is empty) without those of `ignore`. A selector is a
    /// code, the beginning of one, or a name.
    pub fn new(select: &[String], ignore: &[String]) -> Result<Self, UnknownSelector> {
        let mut mask = vec![select.is_empty(); registry::rules().len()];
        for (list, value) in [(select, true), (ignore, false)] {
            for selector in list {
                for rule in registry::select(selector).ok_or_else(|| UnknownSelector {
                    given: selector.clone(),
                    suggestion: registry::suggest(selector),
                })? {
                    if let Some(entry) = mask.get_mut(rule.index()) {
                        *entry = value;
                    }
                }
            }
        }
        Ok(Self(mask))
    }

    /// True where a rule runs.
    #[must_use]
    pub fn contains(&self, rule: RuleId) -> bool {
        self.0.get(rule.index()).copied().unwrap_or(false)
    }
}

/// What is being claimed, and how it is to be judged.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Version of GBCS where neither device nor devices file says one.
    pub gbcs: Option<Version>,
    /// Day that stands for the time of all records.
    pub on: Option<Date>,
    /// Modifications that all devices claim.
    pub claims: Vec<String>,
    /// Devices file.
    pub devices: HashMap<EntityId, DeviceEntry>,
    /// Access control brokers.
    pub brokers: Vec<EntityId>,
    /// Rules that run.
    pub selection: Selection,
    /// Whose findings count.
    pub about: Vec<About>,
    /// Every log is complete.
    pub complete: bool,
    /// Judge outcomes and use cases that RTDS file names state.
    pub expect_from_names: bool,
    /// How long a response may take, in seconds.
    pub response_timeout_s: i64,
    /// How long an alert may take, in seconds.
    pub alert_timeout_s: i64,
    /// How far a device's clock may be from UTC, in seconds.
    pub clock_tolerance_s: i64,
    /// Severities that replace a rule's own.
    pub severities: HashMap<RuleId, Severity>,
    /// Findings of a rule for a device that are kept; further ones are counted.
    pub max_findings: u32,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            gbcs: None,
            on: None,
            claims: Vec::new(),
            devices: HashMap::new(),
            brokers: Vec::new(),
            selection: Selection::default(),
            about: vec![About::Device, About::Sender, About::Dcc, About::Log],
            complete: false,
            expect_from_names: false,
            // A day for both: the DCC retries and holds for longer than any device takes.
            response_timeout_s: 86_400,
            alert_timeout_s: 86_400,
            clock_tolerance_s: 10,
            severities: HashMap::new(),
            max_findings: MAX_FINDINGS,
        }
    }
}

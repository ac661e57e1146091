//! A rule: static data with a function in it.

use std::fmt;

use gbcs_parser::EntityId;
use gbcs_parser::protection::Missing;
use serde::{Deserialize, Serialize};

use crate::device::DeviceCheck;
use crate::finding::Findings;
use crate::fleet::FleetCheck;
use crate::spec::{InForce, SpecRef};
use crate::subject::{Exchange, Subject};
use crate::topic::Topic;
use crate::verdict::Reason;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth a look.
    Warning,
    /// Against a requirement.
    Error,
}

impl Severity {
    /// `info`, `warning` or `error`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// How sure a rule is: not every clause is public in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Worded in GBCS, SMETS or CHTS text.
    Specification,
    /// Stated by a modification of the Smart Energy Code or a release note.
    Modification,
    /// True of every applicable message of the Reference Test Data Set.
    ReferenceData,
    /// A manufacturer's manual or an interpretation.
    Practice,
}

impl Basis {
    /// The word for it in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Specification => "specification",
            Self::Modification => "modification",
            Self::ReferenceData => "reference data",
            Self::Practice => "practice",
        }
    }
}

/// Who a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum About {
    /// The device.
    Device,
    /// The sender of a command, pre-command or request.
    Sender,
    /// The DCC: an envelope, a DCC Alert.
    Dcc,
    /// The log: a record that contradicts itself.
    Log,
    /// The device for responses and alerts, the sender for commands, by the message's direction.
    Direction,
}

impl About {
    /// The word for it in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Sender => "sender",
            Self::Dcc => "dcc",
            Self::Log => "log",
            Self::Direction => "direction",
        }
    }
}

/// Whether a rule has business with a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applies {
    /// It has.
    Yes,
    /// It has none.
    No,
    /// It has, and something that it needs is missing.
    Blocked(Lacking),
}

impl Applies {
    /// Yes where `condition` holds.
    #[must_use]
    pub fn when(condition: bool) -> Self {
        if condition { Self::Yes } else { Self::No }
    }

    /// Blocked for a reason that needs no detail.
    #[must_use]
    pub fn blocked(reason: Reason) -> Self {
        Self::Blocked(Lacking { reason, detail: Detail::Said("") })
    }
}

/// What a rule lacks to tell of a record. The same is said of record after record: it becomes a text,
/// [`Blocked`], once a report needs it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lacking {
    /// The fixed word.
    pub reason: Reason,
    /// What exactly is missing.
    pub detail: Detail,
}

/// What exactly is missing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Detail {
    /// As the rule says it; nothing where the reason says it all.
    Said(&'static str),
    /// Something of the message or the log, by its name.
    Named(String),
    /// A party.
    Party(EntityId),
    /// A key, or what it would be found by.
    Key(Missing),
}

impl From<&'static str> for Detail {
    fn from(said: &'static str) -> Self {
        Self::Said(said)
    }
}

impl From<String> for Detail {
    fn from(name: String) -> Self {
        Self::Named(name)
    }
}

impl From<EntityId> for Detail {
    fn from(party: EntityId) -> Self {
        Self::Party(party)
    }
}

impl From<Missing> for Detail {
    fn from(missing: Missing) -> Self {
        Self::Key(missing)
    }
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(said) => f.write_str(said),
            Self::Named(name) => f.write_str(name),
            Self::Party(party) => party.fmt(f),
            Self::Key(missing) => missing.fmt(f),
        }
    }
}

impl From<&Lacking> for Blocked {
    fn from(lacking: &Lacking) -> Self {
        Self { reason: lacking.reason, detail: lacking.detail.to_string() }
    }
}

/// Why a rule could not tell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Blocked {
    /// The fixed word.
    pub reason: Reason,
    /// What exactly is missing: a party, a field. May be empty.
    pub detail: String,
}

/// The function of a rule, by the unit that it judges.
#[derive(Clone, Copy)]
pub enum Check {
    /// A decoded message.
    Message(fn(&Subject<'_>, &mut Findings)),
    /// Any record, messages included; entries of a device's log come as one.
    Record(fn(&Subject<'_>, &mut Findings)),
    /// A command with the response that belongs to it.
    Exchange(fn(&Exchange<'_>, &mut Findings)),
    /// The same; a response whose command is not in the log is judged alone, by the second.
    Answer(fn(&Exchange<'_>, &mut Findings), fn(&Subject<'_>, &mut Findings)),
    /// A command with the response that is taken for its answer, though they may not fit.
    Pairing(fn(&Exchange<'_>, &mut Findings)),
    /// A device through a log: the state that the rule keeps of one device.
    Device(fn() -> Box<dyn DeviceCheck>),
    /// All devices of a run: a small summary that can be merged.
    Fleet(fn() -> Box<dyn FleetCheck>),
}

impl Check {
    /// The unit of the rule's verdicts.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Message(_) => "message",
            Self::Record(_) => "record",
            Self::Exchange(_) | Self::Answer(..) | Self::Pairing(_) => "exchange",
            Self::Device(_) => "device",
            Self::Fleet(_) => "fleet",
        }
    }
}

/// A rule.
pub struct Rule {
    /// Three letters of the family and three digits; for ever, never reused.
    pub code: &'static str,
    /// What is wrong when it fails; the source file has the same name in snake case.
    pub name: &'static str,
    /// One sentence that says what is wrong.
    pub summary: &'static str,
    /// The most it may say.
    pub severity: Severity,
    /// A modification that makes it a duty where a device claims it, and the severity then.
    pub raised_by: Option<(&'static str, Severity)>,
    /// Who its findings are about.
    pub about: About,
    /// How sure it is: the weakest basis that its findings need.
    pub basis: Basis,
    /// Where the requirement stands.
    pub refs: &'static [SpecRef],
    /// Rows of the requirements list that it checks, such as `VOL-08`, and modifications.
    pub requirements: &'static [&'static str],
    /// When it is in force.
    pub in_force: InForce,
    /// Its page.
    pub doc: &'static str,
    /// True where a fault that repeats is told once a file: the further places are related.
    pub once_a_file: bool,
    /// Whether it may have business with a record of a topic: `applies` is asked of no other. This
    /// looks at the topic alone, once for all records of it.
    pub concerns: fn(&Topic) -> bool,
    /// Whether it has business with a record. Rules on exchanges, devices and fleets are asked of
    /// the record that completes the unit or belongs to it.
    pub applies: fn(&Subject<'_>) -> Applies,
    /// What it does.
    pub check: Check,
}

impl Rule {
    /// What most rules have in common; each names the rest itself.
    pub const TEMPLATE: Self = Self {
        code: "",
        name: "",
        summary: "",
        severity: Severity::Info,
        raised_by: None,
        about: About::Direction,
        basis: Basis::Practice,
        refs: &[],
        requirements: &[],
        in_force: InForce::ALWAYS,
        doc: "",
        once_a_file: false,
        concerns: |_| true,
        applies: always,
        check: Check::Record(|_, findings| findings.not_applicable()),
    };

    /// The family: the three letters of the code.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.code.get(..3).unwrap_or(self.code)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.name)
    }
}

/// For rules that have business with every unit of their kind.
#[must_use]
pub fn always(_: &Subject<'_>) -> Applies {
    Applies::Yes
}

//! Findings: what a rule reports, and what the engine makes of it.

use gbcs_parser::record::{Position, Time};
use gbcs_parser::{EntityId, Span};
use serde::{Deserialize, Serialize};

use crate::datum::Datum;
use crate::registry::RuleId;
use crate::rule::{About, Detail, Lacking, Severity};
use crate::verdict::{Reason, Verdict};

/// The name of a use case, as the catalogue has it: `ECS17b`.
pub type UseCaseName = &'static str;

/// Octets around a place, for a small hex view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// Offset of the first octet, a multiple of 16.
    pub offset: u32,
    /// Up to [`Excerpt::MAX`] octets.
    pub octets: Vec<u8>,
    /// Length of the buffer that they are taken from.
    pub of: u32,
}

impl Excerpt {
    /// Octets kept of a message for one finding: four rows of 16 are what a person looks at.
    pub const MAX: usize = 64;
}

/// A place that a finding points at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The record.
    pub position: Position,
    /// The octets; `None` where the place is no octets of a message.
    pub span: Option<Span>,
    /// The way to the field: names joined by slashes, or the record's own field.
    pub field: String,
    /// What stands there.
    pub excerpt: Option<Excerpt>,
}

impl Place {
    /// The place of findings that have none: those of fleet rules.
    #[must_use]
    pub fn nowhere() -> Self {
        let position = Position { path: "".into(), record: 0, payload: None, line: None };
        Self { position, span: None, field: String::new(), excerpt: None }
    }
}

/// One thing that a rule found wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What was expected.
    pub expected: Datum,
    /// What was found.
    pub actual: Datum,
    /// Less than the rule's own severity, where this check says less.
    pub severity: Option<Severity>,
    /// Who it is about, where the rule leaves it to the finding.
    pub about: Option<About>,
    /// The record's time, where the place is in another record than the one judged.
    pub time: Option<Time>,
    /// The use case of the place's message, where the finding is made at the end of a log.
    pub use_case: Option<&'static str>,
    /// Further places.
    pub related: Vec<Place>,
}

impl Fault {
    /// A fault at a place.
    #[must_use]
    pub fn at(place: Place, expected: impl Into<Datum>, actual: impl Into<Datum>) -> Self {
        Self {
            place,
            expected: expected.into(),
            actual: actual.into(),
            severity: None,
            about: None,
            time: None,
            use_case: None,
            related: Vec::new(),
        }
    }

    /// The same, saying less than the rule may.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// The same, about somebody else than the rule says.
    #[must_use]
    pub fn about(mut self, about: About) -> Self {
        self.about = Some(about);
        self
    }

    /// The same, with the time of the record that the place is in.
    #[must_use]
    pub fn time(mut self, time: Option<Time>) -> Self {
        self.time = time;
        self
    }

    /// The same, with the use case of the message that the place is in.
    #[must_use]
    pub fn use_case(mut self, use_case: Option<&'static str>) -> Self {
        self.use_case = use_case;
        self
    }

    /// The same, with further places.
    #[must_use]
    pub fn related(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.related.extend(places);
        self
    }
}

/// Collects what one rule says of one unit.
#[derive(Debug, Default)]
pub struct Findings {
    pub(crate) faults: Vec<Fault>,
    pub(crate) blocked: Vec<Lacking>,
    pub(crate) not_applicable: bool,
    pub(crate) evaluated: bool,
}

impl Findings {
    /// Reports a fault. Several faults of one unit become one finding: the first of the gravest is
    /// its location, the others are related places.
    pub fn fail(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Says that the rule has no business with the unit after all.
    pub fn not_applicable(&mut self) {
        self.not_applicable = true;
    }

    /// Says that the rule cannot tell, and what is missing.
    pub fn blocked(&mut self, reason: Reason, detail: impl Into<Detail>) {
        self.blocked.push(Lacking { reason, detail: detail.into() });
    }

    /// For rules on devices: says that the rule looked at something, so that finding nothing is a
    /// pass.
    pub fn evaluated(&mut self) {
        self.evaluated = true;
    }

    #[inline]
    pub(crate) fn clear(&mut self) {
        self.faults.clear();
        self.blocked.clear();
    }

    /// What a rule has said before it panicked is not kept.
    #[cold]
    pub(crate) fn panicked(&mut self) -> Verdict {
        self.clear();
        Verdict::InternalError
    }

    /// Made ready for a rule, where it holds nothing of another.
    #[inline]
    pub(crate) fn begin(&mut self) {
        debug_assert!(self.faults.is_empty() && self.blocked.is_empty(), "{self:?}");
        self.not_applicable = false;
        self.evaluated = false;
    }
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// How bad.
    pub severity: Severity,
    /// Who it is about; never [`About::Direction`].
    pub about: About,
    /// The device.
    pub device: Option<EntityId>,
    /// Capture time of the record.
    pub time: Option<Time>,
    /// Use case of the message, where there is one.
    #[serde(with = "crate::saved::use_case")]
    pub use_case: Option<UseCaseName>,
    /// Where; `None` for fleet rules.
    pub location: Option<Place>,
    /// Further places.
    pub related: Vec<Place>,
    /// What was expected.
    pub expected: Datum,
    /// What was found.
    pub actual: Datum,
    /// The test case that was running: its number in the results.
    pub test_case: Option<usize>,
    /// What it has in common with other findings of the device.
    #[serde(skip)]
    pub cause: Option<&'static str>,
}

impl Finding {
    /// The first 16 hexadecimal digits of SHA-256 over rule, device, use case, field path without
    /// indexes, expected and actual: the same wherever and whenever the same thing is wrong.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        use sha2::{Digest, Sha256};
        let mut field = String::new();
        let mut inside = false;
        for c in self.location.as_ref().map_or("", |place| &place.field).chars() {
            match c {
                '[' => inside = true,
                ']' => inside = false,
                c if !inside => field.push(c),
                _ => {}
            }
        }
        let device = self.device.map(|id| id.to_string()).unwrap_or_default();
        let mut hash = Sha256::new();
        for part in [
            self.rule.rule().code,
            &device,
            self.use_case.unwrap_or(""),
            &field,
            &self.expected.to_string(),
            &self.actual.to_string(),
        ] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.finalize().iter().take(8).map(|octet| format!("{octet:02x}")).collect()
    }
}

//! ALT010: a gas meter answers the read of event settings neither with a report nor with a refusal that names it, or not at all.

use gbcs_parser::{CraFlag, Payload};
use serde::{Deserialize, Serialize};

use super::gcs20r;
use crate::datum::Datum;
use crate::device::{DeviceCheck, LogEnd};
use crate::env::undecoded;
use crate::finding::{Fault, Findings};
use crate::outcome;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "ALT010",
    name: "gcs20r-unanswerable-answered-wrong",
    summary: "A gas meter answers the read of event settings neither with a report nor with a refusal that names it, or not at all",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Modification,
    refs: &[SpecRef::new("GBCS", "GCS20r"), SpecRef::new("MP078", "IRP550")],
    requirements: &["GAS-03", "GAS-04", "MP078", "IRP550"],
    doc: include_str!("../../docs/ALT010.md"),
    concerns: |topic| topic.is_use_case(&["GCS20r"]),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(subject.is_use_case(&["GCS20r"]))
}

/// It keeps nothing: a command without an answer is known at the end of the log.
#[derive(Default, Serialize, Deserialize)]
struct State;

impl DeviceCheck for State {
    fn record(&mut self, subject: &Subject<'_>, findings: &mut Findings) {
        let Some(message) = subject.message else { return };
        if subject.cra() != Some(CraFlag::Response) {
            return;
        }
        if !undecoded::payload_is_read(message) {
            return findings.blocked(Reason::Undecoded, "");
        }
        findings.evaluated();
        if gcs20r::report(subject).is_some() {
            return;
        }
        let Payload::Gbz(payload) = message.payload else { return };
        let refusal = payload
            .components(message)
            .iter()
            .find_map(|component| outcome::default_response(message, component));
        match refusal {
            Some(refusal)
                if refusal.command == gcs20r::GET_EVENT_CONFIGURATION && refusal.status != 0 => {}
            found => {
                let expected = "a report, or a Default Response to 0x05 with a failure";
                let actual = match found {
                    None => Datum::Word("neither"),
                    Some(found) => Datum::Text(format!(
                        "a Default Response to 0x{:02X} with status 0x{:02X}",
                        found.command, found.status
                    )),
                };
                findings.fail(Fault::at(subject.place(payload.node), expected, actual));
            }
        }
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        end.report_unanswered(findings, |message| message.use_case() == Some("GCS20r"));
    }
}

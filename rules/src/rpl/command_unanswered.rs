//! RPL009: a command has no answer in a complete log.

use gbcs_parser::CraFlag;

use crate::device::{DeviceCheck, LogEnd};
use crate::finding::Findings;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::{Exchange, Subject};

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPL009",
    name: "command-unanswered",
    summary: "A command has no answer in a complete log",
    severity: Severity::Warning,
    about: About::Device,
    basis: Basis::Practice,
    refs: &[SpecRef::new("practice", "complete captures")],
    requirements: &[],
    doc: include_str!("../../docs/RPL009.md"),
    concerns: |topic| topic.is_command() || topic.is_response(),
    applies,
    check: Check::Device(|| Box::<State>::default()),
    ..Rule::TEMPLATE
};

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(matches!(subject.cra(), Some(CraFlag::Command | CraFlag::Response)))
}

/// It keeps nothing: what has no answer is known at the end of the log.
#[derive(Default)]
struct State;

impl DeviceCheck for State {
    fn exchange(&mut self, _exchange: &Exchange<'_>, findings: &mut Findings) {
        findings.evaluated();
    }

    fn end(&mut self, end: &LogEnd<'_>, findings: &mut Findings) {
        // A gas meter that does not answer GCS20r is ALT010's.
        end.report_unanswered(findings, |message| message.use_case() != Some("GCS20r"));
    }
}

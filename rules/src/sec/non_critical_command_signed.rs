//! SEC004: the command of a use case that is not critical is signed.

use gbcs_parser::CraFlag;
use gbcs_parser::message::SignatureField;

use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC004",
    name: "non-critical-command-signed",
    summary: "The command of a use case that is not critical is signed",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "6.2"), SpecRef::new("GBCS", "5.3")],
    requirements: &["MSG-12"],
    doc: include_str!("../../docs/SEC004.md"),
    concerns: Topic::is_command,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// CS04B, of which it is not settled that no sender may sign it.
const DOUBTFUL_CODE: u16 = 0x0010;

fn applies(subject: &Subject<'_>) -> Applies {
    let not_critical = subject.code().is_some_and(|code| code.critical == Some(false));
    let envelope = subject.message.map(|message| &message.envelope);
    let command = subject.cra() == Some(CraFlag::Command);
    Applies::when(
        command && not_critical && envelope.is_some_and(|envelope| !envelope.is_pre_command()),
    )
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(envelope) = subject.message.map(|message| &message.envelope) else { return };
    let Some(SignatureField::Present(node)) = envelope.signature else { return };
    let fault = Fault::at(subject.place(node), "no signature", "a signature");
    let doubtful =
        envelope.message_code() == Some(DOUBTFUL_CODE) || envelope.supplementary_party().is_some();
    findings.fail(if doubtful { fault.severity(Severity::Warning) } else { fault });
}

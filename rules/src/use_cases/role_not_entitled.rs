//! USE012: neither the originator's nor the supplementary party's role is one of the use case's.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::Role;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::roles::RoleSet;
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "USE012",
    name: "role-not-entitled",
    summary: "Neither the originator's nor the supplementary party's role is one of the use case's",
    severity: Severity::Error,
    about: About::Sender,
    basis: Basis::Specification,
    refs: &[SpecRef::new("GBCS", "use cases, remote party roles")],
    requirements: &["ALT-08"],
    doc: include_str!("../../docs/USE012.md"),
    concerns: Topic::is_command,
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

fn roles(subject: &Subject<'_>) -> &'static [Role] {
    match subject.code() {
        Some(code) if subject.cra() == Some(CraFlag::Command) => code.roles,
        _ => &[],
    }
}

fn applies(subject: &Subject<'_>) -> Applies {
    Applies::when(!roles(subject).is_empty())
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(message), due) = (subject.message, roles(subject)) else { return };
    let known = subject.roles;
    let entitled = |roles: RoleSet| due.iter().any(|role| roles.contains(*role));
    if entitled(known.originator) || entitled(known.supplementary) {
        return;
    }
    let envelope = &message.envelope;
    let supplementary = envelope.supplementary_party();
    let unknown = [
        envelope.originator().filter(|_| known.originator.is_empty()),
        supplementary.filter(|_| known.supplementary.is_empty()),
    ];
    if let Some(party) = unknown.into_iter().flatten().next() {
        findings.blocked(Reason::RoleUnknown, party);
        return;
    }
    let names = |roles: &mut dyn Iterator<Item = Role>| -> Datum {
        roles.map(|role| Datum::Word(role.name())).collect::<Vec<_>>().into()
    };
    let actual = names(&mut known.originator.iter().chain(known.supplementary.iter()));
    let node = envelope
        .other_information
        .and_then(|information| information.remote_party)
        .or(envelope.business_originator)
        .map(|field| field.node);
    let place = node.map_or_else(|| subject.record_place(""), |node| subject.place(node));
    findings.fail(Fault::at(place, names(&mut due.iter().copied()), actual));
}

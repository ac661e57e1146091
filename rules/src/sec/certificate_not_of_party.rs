//! SEC010: the certificate in other information is not a key agreement certificate of the party named there.

use gbcs_parser::EntityId;
use gbcs_parser::asn1::Certificate;

use crate::datum::Datum;
use crate::finding::{Fault, Findings};
use crate::rule::{About, Applies, Basis, Check, Rule, Severity};
use crate::spec::SpecRef;
use crate::subject::Subject;
use crate::verdict::Reason;

/// The rule.
pub static RULE: Rule = Rule {
    code: "SEC010",
    name: "certificate-not-of-party",
    summary: "The certificate in other information is not a key agreement certificate of the party named there",
    severity: Severity::Warning,
    about: About::Sender,
    basis: Basis::Practice,
    refs: &[SpecRef::new("GBCS", "7.2.7"), SpecRef::new("GBCS", "12")],
    requirements: &["MSG-08"],
    doc: include_str!("../../docs/SEC010.md"),
    applies,
    check: Check::Message(check),
    ..Rule::TEMPLATE
};

/// Object identifier of P-256, without tag and length.
const P256: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];

fn applies(subject: &Subject<'_>) -> Applies {
    let information = subject.message.and_then(|message| message.envelope.other_information);
    Applies::when(information.is_some_and(|information| information.certificate.is_some()))
}

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(message) = subject.message else { return };
    let Some(node) = message.envelope.other_information.and_then(|info| info.certificate) else {
        return;
    };
    let Ok(certificate) = Certificate::of(&message.tree, node, message.octets()) else {
        return findings.blocked(Reason::Undecoded, "the certificate");
    };
    let party = message.envelope.supplementary_party();
    if certificate.entity_id != party {
        let datum = |id: Option<EntityId>| id.map_or(Datum::Nothing, Datum::from);
        let (expected, actual) = (datum(party), datum(certificate.entity_id));
        findings.fail(Fault::at(subject.place(node), expected, actual));
    }
    if certificate.curve != Some(P256) {
        let actual =
            certificate.curve.map_or(Datum::Nothing, |curve| Datum::Octets(curve.to_vec()));
        findings.fail(Fault::at(subject.place(node), Datum::Octets(P256.to_vec()), actual));
    }
    if !certificate.key_usage.is_some_and(|usage| usage.key_agreement()) {
        let place = subject.place(node);
        findings.fail(Fault::at(place, "key usage: key agreement", "another key usage"));
    }
}

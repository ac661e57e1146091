//! The MAC of a top up number.
//!
//! Its key is agreed with the supplier's *prepayment* key, and of the tag it takes the last four
//! octets. Source: GBCS 14; checked on the genuine numbers of reference commands.

use super::derive::{KeyInput, Nonce, SharedSecret, TagMismatch, mac_prefix};
use super::verify::{Attempt, Context, Verifier};
use crate::message::EntityId;
use crate::protection::{Agreement, KeyUsage, MacOutcome, Missing, Outcome};
use crate::span::Span;
use crate::utrn::Utrn;

/// Who made a top up number, for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The supplier.
    pub supplier: EntityId,
    /// The meter.
    pub device: EntityId,
    /// The whole originator counter, whose low 32 bits are zero. The number holds bits 32 to 41 of
    /// it alone.
    pub counter: u64,
}

impl Subject {
    fn input(&self) -> KeyInput {
        KeyInput {
            originator: self.supplier,
            flag: 0x01,
            counter: self.counter,
            recipient: self.device,
        }
    }

    /// The MAC for the upper 32 bits of a token.
    ///
    /// # Errors
    /// Never, for octets of this length.
    fn mac(&self, secret: &SharedSecret, upper: u32) -> Result<u32, TagMismatch> {
        let mut covered = mac_prefix(0x11, &[0; 5], 29);
        covered.extend(self.supplier.0);
        covered.extend(self.device.0);
        covered.push(0x01);
        covered.extend(self.counter.to_be_bytes());
        covered.extend(upper.to_be_bytes());
        let nonce = Nonce { originator: self.supplier, invocation_counter: 0 };
        secret.derive(&self.input()).last_four(nonce, &covered)
    }

    /// The number for a value. `secret` is that of the supplier's prepayment key and the device's
    /// key agreement key; of the class its low two bits count, of the value its low 13.
    ///
    /// # Errors
    /// Never, for octets of this length.
    pub fn issue(&self, secret: &SharedSecret, class: u8, value: u16) -> Result<Utrn, TagMismatch> {
        let upper = (Utrn::token(self.counter, class, value, 0) >> 32) as u32;
        let mac = self.mac(secret, upper)?;
        Ok(Utrn::from_token(Utrn::token(self.counter, class, value, mac)))
    }
}

impl Verifier<'_> {
    /// Checks the MAC of a number. Where no key of the supplier is known to be a prepayment key, its
    /// other key agreement keys are tried: a certificate does not tell which it is. Then a MAC that
    /// verifies under none of them is not checked.
    #[must_use]
    pub fn check_utrn(&self, utrn: &Utrn, subject: &Subject, context: &Context<'_>) -> MacOutcome {
        let supplier = subject.supplier;
        let usage = KeyUsage::PrepaymentKeyAgreement;
        let known = !self.keys.numbers(supplier, usage, context.time).is_empty();
        let usages = match known {
            true => (usage, KeyUsage::KeyAgreement),
            false => (KeyUsage::KeyAgreement, KeyUsage::KeyAgreement),
        };
        let check = |secret: &SharedSecret| {
            let mac = subject.mac(secret, utrn.covered()).ok()?;
            (mac == utrn.mac()).then_some(())
        };
        match self.try_pairs((supplier, usages.0), (subject.device, usages.1), context, None, check)
        {
            Attempt::Found(agreement, ()) => Outcome::Valid(agreement),
            Attempt::Missing(missing) => Outcome::NotChecked { missing },
            Attempt::Failed(_) if !known => {
                Outcome::not_checked(Missing::Certificate { party: supplier, usage })
            }
            Attempt::Failed(tried) => {
                Outcome::<Agreement>::Invalid { tried, covered: Span::default() }
            }
        }
    }
}

//! Faults of prepayment.

use super::{Family, Fault, Stage};
use crate::devices::prepayment::number;
use crate::scene::{Exchange, Severity};

const PENCE: u16 = 1000;

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "PPM001",
            what: "an electricity meter takes a number with a wrong check digit",
            plant: |stage| {
                let exchange = electricity(stage, wrong_check_digit, true);
                stage.scene.exchange(exchange.response_fault("PPM001", Severity::Error));
            },
        },
        Fault {
            name: "PPM001-gas",
            what: "a gas meter takes a number with a wrong check digit",
            plant: |stage| {
                let exchange = gas(stage, wrong_check_digit, true);
                stage.scene.exchange(exchange.response_fault("PPM001", Severity::Error));
            },
        },
        Fault {
            name: "PPM001-letter",
            what: "an electricity meter takes a number with a letter in it",
            plant: |stage| {
                let letter = |digits: &mut [u8]| {
                    if let Some(digit) = digits.get_mut(7) {
                        *digit = b'O';
                    }
                };
                let exchange = electricity(stage, letter, true);
                stage.scene.exchange(exchange.response_fault("PPM001", Severity::Error));
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "PPM001",
            what: "meters take numbers with the right check digit",
            plant: |stage| {
                let exchanges = [electricity(stage, |_| {}, true), gas(stage, |_| {}, true)];
                for exchange in exchanges {
                    stage.scene.exchange(exchange.response_passes());
                }
            },
        },
        Fault {
            name: "PPM001-refused",
            what: "meters refuse numbers with a wrong check digit",
            plant: |stage| {
                let exchanges = [
                    electricity(stage, wrong_check_digit, false),
                    gas(stage, wrong_check_digit, false),
                ];
                for exchange in exchanges {
                    stage.scene.exchange(exchange.response_passes());
                }
            },
        },
    ],
};

fn wrong_check_digit(digits: &mut [u8]) {
    if let Some(last) = digits.last_mut() {
        *last = if *last == b'9' { b'0' } else { *last + 1 };
    }
}

/// A top up of an electricity meter by a number that is changed, taken or not.
fn electricity(stage: &mut Stage<'_>, change: impl Fn(&mut [u8]), taken: bool) -> Exchange {
    let mut esme = stage.esme();
    let time = stage.at(1);
    let mut digits = number(&stage.world, &esme.device, time, PENCE);
    change(&mut digits);
    esme.top_up(&stage.world, time, &digits, taken)
}

/// The same of a gas meter.
fn gas(stage: &mut Stage<'_>, change: impl Fn(&mut [u8]), taken: bool) -> Exchange {
    let mut gsme = stage.gsme();
    let time = stage.at(1);
    let mut digits = number(&stage.world, &gsme.device, time, PENCE);
    change(&mut digits);
    gsme.top_up(&stage.world, time, &digits, taken)
}

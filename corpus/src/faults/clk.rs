//! Faults of the clock.

use gbcs_parser::encode::dlms;
use gbcs_parser::record::Time;

use super::{Family, Fault, NOT_SPECIFIED, Stage};
use crate::devices::Esme;
use crate::scene::{Exchange, Severity};
use crate::world::{DAY, HOUR, MINUTE, SECOND, after, seconds_2000};

/// 2026-03-29 01:00 UTC.
const SUMMER_BEGINS: i64 = 1_774_746_000_000;

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "CLK001",
            what: "a response whose deviation is a minute",
            plant: |stage| {
                let mut esme = stage.esme();
                let mut exchange = read(stage, &mut esme);
                deviate(&mut exchange, [0x00, 0x01]);
                stage.scene.exchange(exchange.response_fault("CLK001", Severity::Warning));
            },
        },
        Fault {
            name: "CLK002",
            what: "a clock that is two minutes ahead",
            plant: |stage| {
                let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = 120 * SECOND);
                let exchange = read(stage, &mut esme);
                stage.scene.exchange(exchange.response_fault("CLK002", Severity::Warning));
            },
        },
        Fault {
            name: "CLK003",
            what: "the window for setting the clock ends before it begins",
            plant: |stage| {
                let mut exchange = stage.esme().set_clock(&stage.world, stage.at(1));
                if let Some([begin, end]) = window(&mut exchange) {
                    begin.swap_with_slice(end);
                }
                stage.scene.exchange(exchange.command_fault("CLK003", Severity::Error));
            },
        },
        Fault {
            name: "CLK002-2030",
            what: "a meter that believes it is 2030 and says nothing of its clock",
            plant: |stage| {
                let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = 4 * 365 * DAY);
                let exchange = read(stage, &mut esme);
                stage.scene.exchange(exchange.response_fault("CLK002", Severity::Warning));
            },
        },
        Fault {
            name: "CLK002-daylight-saving",
            what: "a reading whose capture times are an hour ahead of UTC, as clocks are in summer",
            plant: |stage| {
                stage.begin = Time(SUMMER_BEGINS);
                let mut esme = stage.esme();
                let exchange = read(stage, &mut esme);
                let [asked, answered] =
                    [exchange.asked, exchange.answered].map(|time| after(time, HOUR));
                let exchange = Exchange { asked, answered, ..exchange };
                stage.scene.exchange(exchange.response_fault("CLK002", Severity::Warning));
            },
        },
        Fault {
            name: "CLK004",
            what: "a meter's time stamps fall by two seconds",
            plant: |stage| {
                let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = 9 * SECOND);
                let first = read(stage, &mut esme);
                let answered = after(first.asked, 2 * SECOND);
                let mut first = Exchange { answered, ..first };
                first.response.message.date_time = esme.device.date_time(answered).to_vec();
                esme.device.clock_ahead = -9 * SECOND;
                let asked = after(first.asked, 16 * SECOND);
                let (world, operator) = (&stage.world, &stage.world.operator);
                let second = esme.read_maximum_demand(world, operator, asked);
                let answered = after(asked, 2 * SECOND);
                let mut second = Exchange { answered, ..second };
                second.response.message.date_time = esme.device.date_time(answered).to_vec();
                stage.scene.exchange(first);
                stage.scene.exchange(second.response_fault("CLK004", Severity::Warning));
            },
        },
        Fault {
            name: "CLK005",
            what: "the clock is set twice, a second less than 24 hours apart",
            plant: |stage| set_twice(stage, DAY - SECOND, Some("CLK005")),
        },
    ],
    near_misses: &[
        Fault {
            name: "CLK001",
            what: "a response whose deviation is zero minutes, and not left open",
            plant: |stage| {
                let mut esme = stage.esme();
                let mut exchange = read(stage, &mut esme);
                deviate(&mut exchange, [0x00, 0x00]);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "CLK003",
            what: "the window for setting the clock ends in the second in which it begins",
            plant: |stage| {
                let mut exchange = stage.esme().set_clock(&stage.world, stage.at(1));
                if let Some([begin, end]) = window(&mut exchange) {
                    end.copy_from_slice(begin);
                }
                stage.scene.exchange(exchange.command_passes());
            },
        },
        Fault {
            name: "CLK002-unset",
            what: "a meter that begins in 2000 and says that its clock is invalid",
            plant: |stage| {
                let begun = -(i64::from(seconds_2000(stage.begin)) * SECOND);
                doubtful(stage, begun);
            },
        },
        Fault {
            name: "CLK002-2030",
            what: "a meter that believes it is 2030 and says that its clock is invalid",
            plant: |stage| doubtful(stage, 4 * 365 * DAY),
        },
        Fault {
            name: "CLK002-wildcards",
            what: "an alert none of whose parts of a date and time are specified",
            plant: |stage| {
                let mut esme = stage.esme();
                let operator = &stage.world.operator;
                let draft = esme.device.alert(operator, 0x1001, false, |counter| {
                    dlms::alert(dlms::invoke_id(counter), 0x8002, NOT_SPECIFIED, Vec::new())
                });
                stage.scene.from_device(stage.at(1), esme.device.id(), &draft).is_left_alone();
            },
        },
        Fault {
            name: "CLK004-year",
            what: "readings before and after the end of a year",
            plant: |stage| {
                // 2026-12-31 23:40.
                stage.begin = Time(1_798_760_400_000);
                let mut esme = stage.esme();
                for minutes in [1, 30, 60] {
                    let (world, time) = (&stage.world, stage.at(minutes));
                    let now = esme.device.clock(time);
                    let exchange =
                        esme.read_voltage(world, &world.operator, time, (now - 3600, now));
                    stage.scene.exchange(exchange.response_passes());
                }
            },
        },
        Fault {
            name: "CLK004-leap",
            what: "readings around a second that may be a leap second",
            plant: |stage| {
                // 2026-12-31 23:59, and the response of the first within the last second.
                stage.begin = Time(1_798_761_540_000);
                let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = 0);
                let mut first = esme.read_maximum_demand(
                    &stage.world,
                    &stage.world.operator,
                    after(stage.begin, 57 * SECOND),
                );
                first.answered = after(stage.begin, 59 * SECOND + 999);
                // A clock that has inserted the second is one behind those that have not.
                first.response.message.date_time = esme.device.date_time(first.answered).to_vec();
                stage.scene.exchange(first.response_passes());
                esme.device.clock_ahead = -SECOND;
                let second =
                    esme.read_maximum_demand(&stage.world, &stage.world.operator, stage.at(2));
                stage.scene.exchange(second.response_passes());
            },
        },
        Fault {
            name: "CLK004-second-60",
            what: "a reading whose time stamp is in a leap second",
            plant: |stage| {
                // 2026-06-30 23:59:59.
                stage.begin = Time(1_782_863_999_000);
                let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = 0);
                let (world, asked) = (&stage.world, after(stage.begin, -3 * SECOND));
                let mut exchange = esme.read_maximum_demand(world, &world.operator, asked);
                exchange.answered = stage.begin;
                let mut stamp = esme.device.date_time(stage.begin);
                let [.., second, _, _, _, _] = &mut stamp;
                *second = 60;
                exchange.response.message.date_time = stamp.to_vec();
                stage.scene.exchange(exchange.response_is_left_alone());
                let later =
                    esme.read_maximum_demand(&stage.world, &stage.world.operator, stage.at(1));
                stage.scene.exchange(later.response_passes());
            },
        },
        Fault {
            name: "CLK004-daylight-saving",
            what: "readings on both sides of the hour in which summer time begins, all in UTC",
            plant: |stage| {
                stage.begin = after(Time(SUMMER_BEGINS), -30 * MINUTE);
                let mut esme = stage.esme();
                for minutes in [1, 29, 31, 60, 91] {
                    let exchange = esme.read_maximum_demand(
                        &stage.world,
                        &stage.world.operator,
                        stage.at(minutes),
                    );
                    stage.scene.exchange(exchange.response_passes());
                }
            },
        },
        Fault {
            name: "CLK004-february",
            what: "readings on 29 February 2028",
            plant: |stage| {
                // 2028-02-28 23:50.
                stage.begin = Time(1_835_394_600_000);
                let mut esme = stage.esme();
                for minutes in [1, 15, 24 * 60] {
                    let exchange = esme.read_maximum_demand(
                        &stage.world,
                        &stage.world.operator,
                        stage.at(minutes),
                    );
                    stage.scene.exchange(exchange.response_passes());
                }
            },
        },
        Fault {
            name: "CLK002",
            what: "a clock that is ten seconds ahead",
            plant: |stage| {
                let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = 10 * SECOND);
                let exchange = read(stage, &mut esme);
                stage.scene.exchange(exchange.response_passes());
            },
        },
        Fault {
            name: "CLK005",
            what: "the clock is set twice, 24 hours apart",
            plant: |stage| set_twice(stage, DAY, None),
        },
    ],
};

/// Gives the date-time of a response a deviation from UTC, in minutes.
fn deviate(exchange: &mut Exchange, minutes: [u8; 2]) {
    if let Some(deviation) = exchange.response.message.date_time.get_mut(9..11) {
        deviation.copy_from_slice(&minutes);
    }
}

/// The two moments of the window of a command that sets a clock, each an octet-string of 12 octets.
fn window(exchange: &mut Exchange) -> Option<[&mut [u8]; 2]> {
    let content = &mut exchange.command.message.content;
    // Behind them stand a parameter of two octets and two empty ones.
    let end = content.len().checked_sub(4)?;
    let (begin, end) = content.get_mut(end.checked_sub(28)?..end)?.split_at_mut(14);
    Some([begin, end])
}

/// A reading of a meter whose clock is so far ahead, and said to be invalid.
fn doubtful(stage: &mut Stage<'_>, ahead: i64) {
    let mut esme = stage.esme_as(|esme| esme.device.clock_ahead = ahead);
    let mut exchange = read(stage, &mut esme);
    if let Some(status) = exchange.response.message.date_time.last_mut() {
        *status = 0x01;
    }
    stage.scene.exchange(exchange.response_is_left_alone());
}

fn read(stage: &Stage<'_>, esme: &mut Esme) -> Exchange {
    esme.read_maximum_demand(&stage.world, &stage.world.operator, stage.at(1))
}

/// A clock is set and, so many milliseconds after it was, set again.
fn set_twice(stage: &mut Stage<'_>, later: i64, rule: Option<&'static str>) {
    let mut esme = stage.esme();
    let mut first = esme.set_clock(&stage.world, stage.at(1));
    let again = after(first.answered, later);
    // How long the answer takes does not depend on when it is asked for.
    let probe = esme.clone().set_clock(&stage.world, again);
    let asked = after(again, probe.asked.0 - probe.answered.0);
    let mut second = esme.set_clock(&stage.world, asked);
    if let Some(rule) = rule {
        second = second.response_fault(rule, Severity::Warning);
    } else {
        first = first.response_passes();
        second = second.response_passes();
    }
    stage.scene.exchange(first);
    stage.scene.exchange(second);
}

//! Faults of privacy.

use gbcs_parser::encode::gbz::Component;
use gbcs_parser::record::{Body, Direction, MessageRecord};

use super::{Family, Fault, Stage};
use crate::devices::Gsme;
use crate::devices::logs::EventLog;
use crate::protect::Draft;
use crate::scene::Planned;
use crate::world::{Device, SECOND, after, seconds_2000};

/// ZCL status of what the asker may not have.
const NOT_AUTHORIZED: u8 = 0x7E;
/// A user interface command that was done.
const DONE: u16 = 0x8161;

pub(super) static FAMILY: Family = Family {
    faults: &[
        Fault {
            name: "PRI001",
            what: "a gas meter gives its security log to a PPMID, in a frame of the home network",
            plant: |stage| {
                let entries = entries(stage);
                in_a_frame(stage, EventLog::Security, EventLog::Security.published(&entries))
                    .warning("PRI001");
            },
        },
        Fault {
            name: "PRI001-message",
            what: "a gas meter gives its security log to a PPMID, in a message",
            plant: |stage| {
                let entries = entries(stage);
                in_a_message(stage, EventLog::Security, EventLog::Security.published(&entries))
                    .warning("PRI001");
            },
        },
    ],
    near_misses: &[
        Fault {
            name: "PRI001",
            what: "a gas meter gives its event log to a PPMID",
            plant: |stage| {
                let entries = entries(stage);
                in_a_frame(stage, EventLog::Event, EventLog::Event.published(&entries))
                    .is_left_alone();
                in_a_message(stage, EventLog::Event, EventLog::Event.published(&entries))
                    .is_left_alone();
            },
        },
        Fault {
            name: "PRI001-refused",
            what: "a gas meter refuses its security log to a PPMID",
            plant: |stage| {
                let refused = EventLog::refused(NOT_AUTHORIZED);
                in_a_frame(stage, EventLog::Security, refused.clone()).is_left_alone();
                in_a_message(stage, EventLog::Security, refused).is_left_alone();
            },
        },
        Fault {
            name: "PRI001-hub",
            what: "a gas meter gives its security log to the hub that mirrors it",
            plant: |stage| {
                let hub = stage.hub().device;
                let mut gsme = stage.gsme();
                let entries = entries(stage);
                let answer = EventLog::Security.published(&entries);
                frames(stage, (&hub, &mut gsme), EventLog::Security, &answer).passes();
            },
        },
    ],
};

/// Two events of the last hour.
fn entries(stage: &Stage<'_>) -> [(u32, u16); 2] {
    let now = seconds_2000(stage.begin);
    [(now - 3000, DONE), (now - 60, DONE)]
}

/// A PPMID asks a gas meter for a log, and gets this answer.
fn in_a_frame<'s>(stage: &'s mut Stage<'_>, log: EventLog, answer: Component) -> &'s mut Planned {
    let ppmid = stage.ppmid();
    let mut gsme = stage.gsme();
    frames(stage, (&ppmid, &mut gsme), log, &answer)
}

fn frames<'s>(
    stage: &'s mut Stage<'_>,
    (asking, gsme): (&Device, &mut Gsme),
    log: EventLog,
    answer: &Component,
) -> &'s mut Planned {
    let now = gsme.device.clock(stage.begin);
    let asked = stage.at(1);
    let ends = (asking.id(), gsme.device.id());
    stage.scene.frame(asked, ends.0, ends.1, &log.read((now - 3600, now)));
    stage.scene.frame(after(asked, SECOND), ends.1, ends.0, answer)
}

/// The same in a command and a response between the two, over the home network.
fn in_a_message<'s>(stage: &'s mut Stage<'_>, log: EventLog, answer: Component) -> &'s mut Planned {
    let ppmid = stage.ppmid();
    let mut gsme = stage.gsme();
    gsme.device.link(&ppmid.party);
    let now = gsme.device.clock(stage.begin);
    let (world, time) = (&stage.world, stage.at(1));
    let range = (now - 3600, now);
    let exchange = gsme.read_event_log(world, time, log, range, answer);
    let id = gsme.device.id();
    // The MAC stays the broker's, as that of every command whose use case is remote.
    let mut command = exchange.command;
    command.message.originator = ppmid.id().0.to_vec();
    let response = gsme.device.response(&command, exchange.response.message.content);
    let seen = |direction, draft: &Draft| {
        Body::Message(MessageRecord {
            direction: Some(direction),
            interface: Some("SMHAN".into()),
            payload: draft.octets(),
            ..MessageRecord::default()
        })
    };
    stage.scene.add(exchange.asked, Some(id), seen(Direction::ToDevice, &command));
    stage.scene.add(exchange.answered, Some(id), seen(Direction::FromDevice, &response))
}

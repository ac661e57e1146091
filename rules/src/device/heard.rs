//! Whether devices that were put on a hub's device log were heard afterwards.
//!
//! A hub and the devices that join it are different devices, and rules follow one at a time; this
//! is the one thing that is shared between them. It is made in the order of the log, before the
//! devices are followed.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use gbcs_parser::EntityId;
use gbcs_parser::record::{Position, Time};
use serde::{Deserialize, Serialize};

use crate::room;

/// Times that devices are put on hubs' device logs, of which the first sign afterwards is watched for;
/// a log with more is cut, and rules that ask then cannot tell.
const MAX_WATCHED: usize = 1 << 20;

/// Of one device. It is put on a hub's device log a few times in its life, and what follows a hub
/// remembers fewer requests.
const MAX_WATCHED_OF_DEVICE: usize = 4096;

/// A sign of life after a device was put on a device log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sign {
    /// Capture time.
    pub time: Option<Time>,
    /// The record.
    pub position: Position,
}

/// First signs of life of devices, by the number of the order in which they were put on a log.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Heard {
    watched: HashMap<EntityId, Vec<Watch>, RandomState>,
    /// Watches of all devices together.
    count: usize,
    /// True where devices were left out.
    pub truncated: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Watch {
    command: Position,
    sign: Option<Sign>,
}

impl Heard {
    /// A command puts `device` on a device log: watch for it from here.
    pub(crate) fn watch(&mut self, device: EntityId, command: &Position) {
        self.watch_one_of(MAX_WATCHED, device, command);
    }

    fn watch_one_of(&mut self, most: usize, device: EntityId, command: &Position) {
        let of_device = self.watched.get(&device).map_or(0, Vec::len);
        if self.count >= most || of_device >= MAX_WATCHED_OF_DEVICE {
            self.truncated = true;
            return;
        }
        self.count += 1;
        let watches = self.watched.entry(device).or_default();
        // Most devices are put on one log in their life.
        room::for_one(watches);
        watches.push(Watch { command: command.clone(), sign: None });
    }

    /// A device was heard.
    pub(crate) fn sign(&mut self, device: EntityId, time: Option<Time>, position: &Position) {
        if let Some(watches) = self.watched.get_mut(&device) {
            // All that are without a sign stand behind those that have one.
            for watch in watches.iter_mut().rev().take_while(|watch| watch.sign.is_none()) {
                watch.sign = Some(Sign { time, position: position.clone() });
            }
        }
    }

    /// True where nothing is watched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.watched.is_empty()
    }

    /// The first sign of `device` after the command at `command` put it on a device log.
    #[must_use]
    pub fn first_sign(&self, device: EntityId, command: &Position) -> Option<&Sign> {
        let watches = self.watched.get(&device)?;
        watches.iter().find(|watch| watch.command == *command)?.sign.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_than_is_watched_is_told_whatever_device_it_is() {
        let position = |record| Position { path: "".into(), record, payload: None, line: None };
        let devices = [EntityId([1; 8]), EntityId([2; 8])];
        for more in devices {
            let mut heard = Heard::default();
            heard.watch_one_of(2, devices[0], &position(1));
            heard.watch_one_of(2, devices[1], &position(2));
            assert!(!heard.truncated);
            heard.watch_one_of(2, more, &position(3));
            assert!(heard.truncated);
            heard.sign(more, None, &position(4));
            assert_eq!(heard.first_sign(more, &position(3)), None);
        }
    }

    #[test]
    fn one_more_than_is_watched_of_a_device_is_told() {
        let position = |record| Position { path: "".into(), record, payload: None, line: None };
        let [device, another] = [1, 2].map(|octet| EntityId([octet; 8]));
        let mut heard = Heard::default();
        let most = MAX_WATCHED_OF_DEVICE as u64;
        (0..most).for_each(|record| heard.watch(device, &position(record)));
        heard.watch(another, &position(most));
        assert!(!heard.truncated);
        heard.watch(device, &position(most + 1));
        assert!(heard.truncated);
        heard.sign(device, None, &position(most + 2));
        let sign = |heard: &Heard, record| {
            heard.first_sign(device, &position(record)).map(|sign| sign.position.record)
        };
        assert_eq!([sign(&heard, 0), sign(&heard, most - 1)], [Some(most + 2); 2]);
        assert_eq!(sign(&heard, most + 1), None);
    }

    #[test]
    fn the_first_sign_behind_each_command_is_kept() {
        let position = |record| Position { path: "".into(), record, payload: None, line: None };
        let device = EntityId([1; 8]);
        let mut heard = Heard::default();
        heard.watch(device, &position(1));
        heard.sign(device, None, &position(2));
        heard.watch(device, &position(3));
        heard.watch(device, &position(4));
        heard.sign(device, None, &position(5));
        heard.sign(device, None, &position(6));
        let signs = [1, 3, 4].map(|record| {
            heard.first_sign(device, &position(record)).map(|sign| sign.position.record)
        });
        assert_eq!(signs, [Some(2), Some(5), Some(5)]);
    }
}

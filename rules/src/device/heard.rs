//! Whether devices that were put on a hub's device log were heard afterwards.
//!
//! A hub and the devices that join it are different devices, and rules follow one at a time; this
//! is the one thing that is shared between them. It is made in the order of the log, before the
//! devices are followed.

use std::collections::HashMap;

use gbcs_parser::EntityId;
use gbcs_parser::record::{Position, Time};
use serde::{Deserialize, Serialize};

/// Devices that are watched at the most; a log that puts more on hubs' device logs is cut, and
/// rules that ask then cannot tell.
const MAX_WATCHED: usize = 1 << 20;

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
    watched: HashMap<EntityId, Vec<Watch>>,
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
        if self.watched.len() >= MAX_WATCHED && !self.watched.contains_key(&device) {
            self.truncated = true;
            return;
        }
        let watches = self.watched.entry(device).or_default();
        watches.push(Watch { command: command.clone(), sign: None });
    }

    /// A device was heard.
    pub(crate) fn sign(&mut self, device: EntityId, time: Option<Time>, position: &Position) {
        if let Some(watches) = self.watched.get_mut(&device) {
            for watch in watches.iter_mut().filter(|watch| watch.sign.is_none()) {
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

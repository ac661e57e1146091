//! The story of a hub's device log: what was asked of it, what it said, and what the DCC told.

use gbcs_parser::EntityId;
use gbcs_parser::catalogue::Version;
use gbcs_parser::record::{Body, Direction, Position, RequestId, Time};
use serde::{Deserialize, Serialize};

use super::ccs01;
use crate::device::LogEnd;
use crate::finding::Place;
use crate::outcome;
use crate::room;
use crate::subject::{Exchange, Subject};
use crate::topic::{RecordKind, Topic};
use crate::verdict::Reason;

/// Requests and outcomes that are remembered of a hub. A hub has 16 places on its device log; a
/// bench that changes them a thousand times starts a new log.
const MAX_REQUESTS: usize = 1024;

/// Service reference variant of Update HAN Device Log.
const UPDATE_HAN_DEVICE_LOG: &str = "8.11";

/// A device that is put on the device log.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Joining {
    pub(super) device: EntityId,
    /// Seconds for which joining is allowed.
    pub(super) window_s: Option<u64>,
    /// The hub's time in the first 0x8F12 that lists the device.
    pub(super) listed: Option<u32>,
    /// The first sign that it joined: the hub's time, and the capture time.
    pub(super) joined: Option<(Option<u32>, Option<Time>)>,
    /// Where that stands.
    pub(super) place: Option<Box<Place>>,
    /// Whether the device was on the hub's device log or historic log before; `None` where the log
    /// does not show it.
    pub(super) listed_before: Option<bool>,
}

/// What a request asks for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Asked {
    /// To put a device on the log.
    Add(Joining),
    /// To take a device off it.
    Remove,
    /// An 8.11 of which only the request itself is in the log.
    Unknown,
}

/// A request to a hub.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) id: RequestId,
    pub(super) asked: Asked,
    pub(super) position: Position,
    /// Whether the hub accepted it.
    pub(super) accepted: Option<bool>,
    /// Capture time of the hub's answer.
    pub(super) answered: Option<Time>,
}

/// A DCC Alert N24 or N25.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Told {
    pub(super) id: RequestId,
    /// True for N24, false for N25.
    pub(super) success: bool,
    pub(super) position: Position,
    pub(super) time: Option<Time>,
}

/// All of it, in the order of the log. It is told once for all rules that read it at the log's end.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Story {
    pub(super) requests: Vec<Request>,
    pub(super) told: Vec<Told>,
    /// Devices on the device log or the historic log, as last read.
    on_log: Option<Vec<EntityId>>,
    /// True once something had to be left out.
    pub(super) truncated: bool,
}

/// The use cases that it is told in.
const USE_CASES: [&str; 4] = ["CCS01", "CCS02", "CCS07", "CS14"];

/// True for the topics of records that may belong to the story.
pub(super) fn concerns(topic: &Topic) -> bool {
    topic.kind == RecordKind::DccAlert || topic.has_duis || topic.is_use_case(&USE_CASES)
}

/// True where a record belongs to the story.
pub(crate) fn belongs(subject: &Subject<'_>) -> bool {
    match &subject.record.body {
        Body::DccAlert(alert) => {
            alert.request_id.is_some() && matches!(&*alert.code, "N24" | "N25")
        }
        Body::Message(message) => {
            subject.is_use_case(&USE_CASES)
                || message.duis.as_ref().is_some_and(|duis| {
                    duis.service_reference_variant.as_deref() == Some(UPDATE_HAN_DEVICE_LOG)
                })
        }
        _ => false,
    }
}

impl Story {
    /// A record that belongs to it.
    pub(crate) fn record(&mut self, subject: &Subject<'_>) {
        match &subject.record.body {
            Body::DccAlert(alert) => self.told(subject, &alert.code, alert.request_id),
            Body::Message(_) if subject.message.is_some() => self.message(subject),
            Body::Message(stated) => {
                let request = stated
                    .duis
                    .as_ref()
                    .filter(|_| stated.direction == Some(Direction::ToDcc))
                    .and_then(|duis| duis.request_id.as_deref()?.parse().ok());
                if let Some(id) = request
                    && !self.requests.iter().any(|request| request.id == id)
                {
                    self.ask(subject, id, Asked::Unknown);
                }
            }
            _ => {}
        }
    }

    fn told(&mut self, subject: &Subject<'_>, code: &str, id: Option<RequestId>) {
        let (Some(id), success) = (id, code == "N24") else { return };
        // The DCC may deliver an alert more than once.
        if self.told.iter().any(|told| told.id == id && told.success == success) {
            return;
        }
        if self.told.len() >= MAX_REQUESTS {
            self.truncated = true;
            return;
        }
        let position = subject.record.position.clone();
        room::for_one(&mut self.told);
        self.told.push(Told { id, success, position, time: subject.record.time });
    }

    fn ask(&mut self, subject: &Subject<'_>, id: RequestId, asked: Asked) {
        let position = subject.record.position.clone();
        let request = Request { id, asked, position, accepted: None, answered: None };
        if let Some(known) = self.requests.iter_mut().find(|known| known.id == id) {
            // The 8.11 was seen on its way to the DCC; this is what the DCC made of it.
            *known = request;
        } else if self.requests.len() < MAX_REQUESTS {
            room::for_one(&mut self.requests);
            self.requests.push(request);
        } else {
            self.truncated = true;
        }
    }

    fn message(&mut self, subject: &Subject<'_>) {
        let Some(message) = subject.message else { return };
        if let (Some(addition), Some(id)) = (ccs01::addition(message), ccs01::request_of(message)) {
            let joining = Joining {
                device: addition.device,
                window_s: addition.join_timeout_s,
                listed: None,
                joined: None,
                place: None,
                listed_before: self.on_log.as_ref().map(|log| log.contains(&addition.device)),
            };
            self.ask(subject, id, Asked::Add(joining));
        } else if let (Some(_), Some(id)) =
            (ccs01::device_to_remove(message), ccs01::request_of(message))
        {
            self.ask(subject, id, Asked::Remove);
        } else if let Some(log) = ccs01::device_log_alert(message) {
            self.device_log(subject, &log, true);
            let listed: Vec<_> = log.entries.iter().map(|entry| entry.device).collect();
            self.on_log.get_or_insert_default().extend(listed);
        } else if let Some((log, historic)) = ccs01::device_logs_read(message) {
            self.device_log(subject, &log, false);
            let entries = log.entries.iter().chain(historic.iter().flat_map(|log| &log.entries));
            self.on_log = Some(entries.map(|entry| entry.device).collect());
        }
    }

    /// A device log that the hub has told: in an alert, or when it was read.
    fn device_log(&mut self, subject: &Subject<'_>, log: &ccs01::DeviceLog, alert: bool) {
        for request in &mut self.requests {
            let Asked::Add(joining) = &mut request.asked else { continue };
            let Some(entry) = log.entries.iter().find(|entry| entry.device == joining.device)
            else {
                continue;
            };
            if alert && joining.listed.is_none() {
                joining.listed = log.time;
            }
            if entry.hash_len > 0 && joining.joined.is_none() {
                let time = log.time.filter(|_| alert);
                joining.joined = Some((time, subject.record.time));
                joining.place = Some(subject.place(entry.hash).into());
            }
        }
    }

    /// A command with its response, which belongs to it.
    pub(crate) fn exchange(&mut self, exchange: &Exchange<'_>) {
        let (Some(command), Some(response)) = (exchange.command.message, exchange.response.message)
        else {
            return;
        };
        let Some(id) = ccs01::request_of(command) else { return };
        if let Some(request) = self.requests.iter_mut().find(|request| request.id == id) {
            request.accepted = outcome::is_accepted(response);
            request.answered = exchange.response.record.time;
        }
    }

    /// The request that an outcome speaks of.
    pub(super) fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.iter().find(|request| request.id == id)
    }
}

/// In these versions a hub lets a device that it knows join by its old key for the whole period, and
/// then by its install code for a second one (CRP535; cured by CRP649).
pub(super) fn has_second_window(version: Version) -> bool {
    version >= Version::new(3, 2) && version < Version::new(4, 1)
}

/// The hub's version of GBCS; one newer than any known counts as the newest known.
pub(super) fn version(end: &LogEnd<'_>) -> Option<Version> {
    let version = end.device.facts.gbcs_version.or(end.profile.gbcs).or(end.log.gbcs_version())?;
    Some(version.known().unwrap_or(version))
}

/// What became of a request that the DCC is not sure of, as far as the log tells.
pub(super) fn diagnosis(
    request: Option<&Request>,
    end: &LogEnd<'_>,
) -> Result<&'static str, Reason> {
    let Some(request) = request else { return Ok("nothing-to-tell") };
    let joining = match (&request.asked, request.accepted) {
        (Asked::Remove, _) => return Ok("removal"),
        (Asked::Unknown, _) => return Ok("nothing-to-tell"),
        (Asked::Add(_), Some(false)) => return Ok("refused-by-hub"),
        (Asked::Add(joining), _) => joining,
    };
    let sign = end.heard.first_sign(joining.device, &request.position);
    let took = match (&joining.joined, sign) {
        // Both by the hub's own clock, or both by capture.
        (Some((Some(joined), _)), _) if joining.listed.is_some() => {
            joining.listed.map(|listed| i64::from(*joined) - i64::from(listed))
        }
        (Some((_, Some(capture))), _) => request.answered.map(|time| (capture.0 - time.0) / 1000),
        (Some(_), _) => None,
        (None, Some(sign)) if end.log.ordered => match (sign.time, request.answered) {
            (Some(heard), Some(answered)) => Some((heard.0 - answered.0) / 1000),
            _ => None,
        },
        (None, _) => {
            let party = end.profile.brokers.first().copied();
            let stated = end.log.is_stated_complete(end.device.id, None)
                || party
                    .is_some_and(|party| end.log.is_stated_complete(end.device.id, Some(party)));
            return if stated { Ok("never-joined") } else { Ok("nothing-to-tell") };
        }
    };
    let (Some(took), Some(window)) = (took, joining.window_s) else {
        return Ok("nothing-to-tell");
    };
    let window = i64::try_from(window).unwrap_or(i64::MAX);
    if took <= window {
        return Ok("joined-in-window");
    }
    let in_second = took <= window.saturating_mul(2) && joining.listed_before != Some(false);
    match version(end) {
        _ if !in_second => Ok("joined-outside-window"),
        Some(version) if has_second_window(version) => Ok("joined-in-second-window"),
        Some(_) => Ok("joined-outside-window"),
        None => Err(Reason::VersionUnknown),
    }
}

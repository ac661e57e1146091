//! The organisations of a simulation and what all devices have in common.

use gbcs_parser::catalogue::Version;
use gbcs_parser::crypto::SharedSecret;
use gbcs_parser::crypto::protect::{SecurityHeader, seal_item};
use gbcs_parser::encode::{Message, date_time};
use gbcs_parser::record::{Body, Credentials, Device as Snapshot, Time};
use gbcs_parser::{CraFlag, EntityId};

use crate::party::{DeviceKind, Party, Role};
use crate::protect::{Draft, entity_id};
use crate::random::Random;
use crate::scene::{Exchange, Scene};

/// Milliseconds of a second, a minute, an hour and a day.
pub const SECOND: i64 = 1000;
/// A minute.
pub const MINUTE: i64 = 60 * SECOND;
/// An hour.
pub const HOUR: i64 = 60 * MINUTE;
/// A day.
pub const DAY: i64 = 24 * HOUR;

/// `time` and so many milliseconds.
#[must_use]
pub fn after(time: Time, milliseconds: i64) -> Time {
    Time(time.0 + milliseconds)
}

/// Seconds since 2000-01-01 00:00:00 UTC, rounded down.
#[must_use]
pub fn seconds_2000(time: Time) -> u32 {
    u32::try_from(time.seconds() - 946_684_800).unwrap_or(0)
}

/// A time as DER writes it, in whole seconds: `20260302000000Z`.
#[must_use]
pub fn generalized(time: Time) -> String {
    let digits: String = time.to_string().chars().filter(char::is_ascii_digit).take(14).collect();
    format!("{digits}Z")
}

/// The organisations.
#[derive(Clone, Debug)]
pub struct World {
    /// What all keys, clocks and readings are made from.
    pub seed: u64,
    /// GBCS version that the devices claim.
    pub gbcs_version: String,
    /// The supplier of all homes.
    pub supplier: Party,
    /// The network operator of all homes.
    pub operator: Party,
    /// The access control broker.
    pub broker: Party,
    /// A supplier of other homes, which the devices do not know.
    pub other_supplier: Party,
    /// What signs the supplier's requests to the DCC: its keys are used with no device.
    pub request_signer: Party,
}

impl World {
    /// The organisations of a seed.
    #[must_use]
    pub fn new(seed: u64, gbcs_version: &str) -> Self {
        Self {
            seed,
            gbcs_version: gbcs_version.to_owned(),
            supplier: Party::organisation(seed, Role::Supplier, 1),
            operator: Party::organisation(seed, Role::NetworkOperator, 1),
            broker: Party::organisation(seed, Role::AccessControlBroker, 1),
            other_supplier: Party::organisation(seed, Role::Supplier, 2),
            request_signer: Party::organisation(seed, Role::Supplier, 0x9FFF),
        }
    }

    /// True where the devices claim this version of GBCS or a later one.
    #[must_use]
    pub fn is_at_least(&self, major: u16, minor: u16) -> bool {
        Version::parse(&self.gbcs_version).is_some_and(|it| it >= Version::new(major, minor))
    }

    /// The organisations that the devices know.
    #[must_use]
    pub fn organisations(&self) -> [&Party; 3] {
        [&self.supplier, &self.operator, &self.broker]
    }
}

/// A device: its keys, its clock, its alert counters.
#[derive(Clone)]
pub struct Device {
    /// What it is.
    pub kind: DeviceKind,
    /// Its identity and keys.
    pub party: Party,
    /// Its numbers.
    pub random: Random,
    /// How far its clock is ahead, in milliseconds.
    pub clock_ahead: i64,
    /// What the bench knows of it.
    pub snapshot: Snapshot,
    secrets: Vec<(EntityId, SharedSecret)>,
    alert_counters: Vec<(EntityId, u64)>,
}

impl Device {
    /// Device `number` of a kind.
    #[must_use]
    pub fn new(world: &World, kind: DeviceKind, number: u32) -> Self {
        Self::of(world, kind, Party::device(world.seed, kind, number))
    }

    /// A device of a kind that is this party.
    #[must_use]
    pub fn of(world: &World, kind: DeviceKind, party: Party) -> Self {
        let mut random = Random::new(world.seed, &party.id.to_string());
        let clock_ahead = random.between(-2 * SECOND, 2 * SECOND);
        let mut device = Self {
            kind,
            party,
            random,
            clock_ahead,
            snapshot: snapshot(world, kind),
            secrets: Vec::new(),
            alert_counters: Vec::new(),
        };
        for organisation in world.organisations() {
            device.link(organisation);
        }
        device
    }

    /// Its entity identifier.
    #[must_use]
    pub fn id(&self) -> EntityId {
        self.party.id
    }

    /// Agrees a secret with a party, in the place of one from before; those of the world's organisations are agreed already.
    pub fn link(&mut self, party: &Party) {
        let Ok(secret) = self.party.agreement.agree(party.agreement.public()) else { return };
        self.secrets.retain(|(id, _)| *id != party.id);
        self.secrets.push((party.id, secret));
    }

    /// The secret that it shares with a party that it was linked with.
    #[must_use]
    pub fn secret(&self, party: EntityId) -> Option<&SharedSecret> {
        self.secrets.iter().find(|(id, _)| *id == party).map(|(_, secret)| secret)
    }

    /// Encrypts an item for a party that it was linked with: ciphertext and tag.
    #[must_use]
    pub fn seal(&self, party: EntityId, counter: u64, plaintext: &[u8]) -> Vec<u8> {
        self.seal_under(SecurityHeader::ITEM, party, counter, plaintext)
    }

    /// The same under a security header that may be another than items have.
    #[must_use]
    pub fn seal_under(
        &self,
        header: SecurityHeader,
        party: EntityId,
        counter: u64,
        plaintext: &[u8],
    ) -> Vec<u8> {
        let sealed = self.secret(party).and_then(|secret| {
            seal_item(secret, self.id(), party, counter, header, plaintext).ok()
        });
        sealed.unwrap_or_default()
    }

    /// The device's own seconds since 2000-01-01 00:00:00 UTC.
    #[must_use]
    pub fn clock(&self, time: Time) -> u32 {
        seconds_2000(after(time, self.clock_ahead))
    }

    /// The device's date-time in a header. The last octet is the clock status: a gas meter's is 0
    /// for reliable, the others do not specify it.
    #[must_use]
    pub fn date_time(&self, time: Time) -> [u8; 12] {
        let status = if self.kind == DeviceKind::Gsme { 0x00 } else { 0xFF };
        date_time(self.clock(time), 0xFF, status)
    }

    /// A command to it, with the broker's MAC. The counter is the time in milliseconds, as head
    /// ends have it.
    #[must_use]
    pub fn command(
        &self,
        world: &World,
        from: &Party,
        time: Time,
        code: u16,
        content: Vec<u8>,
    ) -> Draft {
        let message =
            Message::new(CraFlag::Command, from.id, self.id(), counter(time), code, content);
        Draft::new(message).maced(self.secret(world.broker.id))
    }

    /// Its response to a command: signed where the command is, else with a MAC.
    #[must_use]
    pub fn response(&self, command: &Draft, content: Vec<u8>) -> Draft {
        let draft = Draft::new(command.message.response(content));
        if command.signer.is_some() {
            return draft.signed(&self.party);
        }
        draft.maced(self.secret(entity_id(&command.message.originator)))
    }

    /// A command and its response some seconds later.
    pub fn exchange(&mut self, asked: Time, command: Draft, answer: Vec<u8>) -> Exchange {
        let answered = after(asked, self.random.between(2 * SECOND, 15 * SECOND));
        Exchange {
            device: self.id(),
            asked,
            answered,
            response: self.response(&command, answer),
            command,
            of_command: Vec::new(),
            of_response: Vec::new(),
            near_misses: [None; 2],
        }
    }

    /// The counter of its next alert to a party.
    pub fn next_alert(&mut self, to: EntityId) -> u64 {
        for (id, counter) in &mut self.alert_counters {
            if *id == to {
                *counter += 1;
                return *counter;
            }
        }
        self.alert_counters.push((to, 1));
        1
    }

    /// Begins to count its alerts anew.
    pub fn forget_alerts(&mut self) {
        self.alert_counters.clear();
    }

    /// An alert to a party: signed where it is critical, else with a MAC. `content` makes the
    /// payload from the alert's counter.
    pub fn alert(
        &mut self,
        to: &Party,
        code: u16,
        critical: bool,
        content: impl FnOnce(u64) -> Vec<u8>,
    ) -> Draft {
        let counter = self.next_alert(to.id);
        let content = content(counter);
        let message = Message::new(CraFlag::Alert, self.id(), to.id, counter, code, content);
        let draft = Draft::new(message);
        if critical { draft.signed(&self.party) } else { draft.maced(self.secret(to.id)) }
    }

    /// Plans the records that introduce it: what it is, and whom it trusts.
    pub fn introduce(&self, world: &World, time: Time, scene: &mut Scene) {
        scene.add(time, Some(self.id()), Body::Device(Box::new(self.snapshot.clone())));
        for organisation in world.organisations() {
            let Some(role) = organisation.role else { continue };
            scene.add(
                time,
                Some(self.id()),
                Body::Credentials(Credentials {
                    remote_party_role: Some(role.name().to_owned()),
                    certificate_type: Some("KeyAgreement".to_owned()),
                    remote_party_id: Some(organisation.id),
                    floor_seq_number: None,
                    certificate: None,
                }),
            );
        }
    }
}

/// An originator counter: the time in milliseconds.
#[must_use]
pub fn counter(time: Time) -> u64 {
    time.0.unsigned_abs()
}

fn snapshot(world: &World, kind: DeviceKind) -> Snapshot {
    let standard = match kind {
        DeviceKind::Hub => Some("CHTS V1.4"),
        DeviceKind::Esme | DeviceKind::Gsme => Some("SMETS V5.1"),
        DeviceKind::Ppmid => None,
    };
    Snapshot {
        device_type: Some(kind.name().to_owned()),
        manufacturer: Some("GC01".to_owned()),
        model: Some(format!("{:08X}", 0x0101_0000 | kind as u32)),
        firmware_version: Some("00010200".to_owned()),
        smets_chts_version: standard.map(str::to_owned),
        gbcs_version: Some(world.gbcs_version.clone()),
        esme_variant: (kind == DeviceKind::Esme).then(|| "A".to_owned()),
        status: Some("Commissioned".to_owned()),
        ..Snapshot::default()
    }
}

//! Faults that can be planted, one table a family, and near misses: what looks like a fault and is
//! none.
//!
//! Each is planted in devices of its own, so that nothing else is wrong with them and no other
//! device notices.

mod alt;
mod clk;
mod dft;
mod dui;
mod env;
mod fut;
mod fwm;
mod gas;
mod han;
mod lg;
mod mdm;
mod ppm;
mod pri;
mod rpl;
mod sec;
mod use_case;
mod ver;
mod vlt;

use gbcs_parser::EntityId;
use gbcs_parser::record::Time;

use crate::devices::{Esme, Gsme, Hub};
use crate::party::{DeviceKind, Party, Role};
use crate::scene::{Planned, Scene};
use crate::world::{Device, MINUTE, World, after};

/// A date-time that says nothing.
const NOT_SPECIFIED: [u8; 12] =
    [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0xFF];

/// A fault, or a near miss.
#[derive(Debug)]
pub struct Fault {
    /// The rule that it breaks, or nearly breaks, and a word for it where there are several:
    /// `VLT001`, `VLT001-claimed`.
    pub name: &'static str,
    /// What is done.
    pub what: &'static str,
    /// Plants it, saying what a check must find. A near miss says instead which records its rule
    /// must look at.
    pub plant: fn(&mut Stage<'_>),
}

impl Fault {
    /// The code of its rule.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.name.get(..6).unwrap_or(self.name)
    }

    /// The code of its rule's family: `VLT`.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.name.get(..3).unwrap_or(self.name)
    }
}

/// The faults of a family and its near misses, or a part of them.
#[derive(Debug)]
pub struct Family {
    /// What breaks a rule.
    pub faults: &'static [Fault],
    /// What does not.
    pub near_misses: &'static [Fault],
}

/// All families, in the order of the rules.
pub static FAMILIES: &[&Family] = &[
    &env::FAMILY,
    &sec::FAMILY,
    &use_case::FAMILY,
    &rpl::FAMILY,
    &fut::FAMILY,
    &alt::FAMILY,
    &vlt::FAMILY,
    &dft::FAMILY,
    &mdm::FAMILY,
    &han::FAMILY,
    &lg::FAMILY,
    &clk::FAMILY,
    &gas::FAMILY,
    &ppm::FAMILY,
    &pri::FAMILY,
    &fwm::FAMILY,
    &dui::FAMILY,
    &dui::DOCUMENTS,
    &ver::FAMILY,
];

/// The codes of all families that have some, in the order of the rules.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<_> = faults().map(Fault::family).collect();
    codes.dedup();
    codes
}

/// All faults.
pub fn faults() -> impl Iterator<Item = &'static Fault> {
    FAMILIES.iter().flat_map(|family| family.faults)
}

/// All near misses.
pub fn near_misses() -> impl Iterator<Item = &'static Fault> {
    FAMILIES.iter().flat_map(|family| family.near_misses)
}

/// Where a fault is planted: devices of its own at a time of its own.
pub struct Stage<'a> {
    /// The organisations; the network operator may be one of this fault's own.
    pub world: World,
    /// What happens.
    pub scene: &'a mut Scene,
    /// When it begins.
    pub begin: Time,
    /// Which identifier the first device gets, if not one of its own.
    pub identity: Option<EntityId>,
    number: u16,
    devices: u32,
    parties: Vec<Party>,
}

impl<'a> Stage<'a> {
    /// The stage of fault `number`: an hour and some minutes after midnight, with numbers of
    /// devices that no home has.
    pub fn new(world: &World, scene: &'a mut Scene, midnight: Time, number: u16) -> Self {
        Self {
            world: world.clone(),
            scene,
            begin: after(midnight, (60 + i64::from(number) * 7 % 600) * MINUTE),
            identity: None,
            number,
            devices: 0,
            parties: Vec::new(),
        }
    }

    /// So many minutes after the beginning.
    #[must_use]
    pub fn at(&self, minutes: i64) -> Time {
        after(self.begin, minutes * MINUTE)
    }

    /// Gives the devices that follow a network operator of their own: what differs between
    /// devices of one operator is then not seen.
    pub fn own_operator(&mut self) {
        let operator =
            Party::organisation(self.world.seed, Role::NetworkOperator, 0x8000 | self.number);
        self.parties.push(operator.clone());
        self.world.operator = operator;
    }

    /// A party that no other device is, or the one that was asked for.
    fn device(&mut self, kind: DeviceKind) -> Device {
        self.devices += 1;
        let number = 0x8000_0000 | u32::from(self.number) << 8 | self.devices;
        let party = match self.identity.take() {
            Some(id) => Party::device_of(self.world.seed, id),
            None => Party::device(self.world.seed, kind, number),
        };
        Device::of(&self.world, kind, party)
    }

    fn introduce(&mut self, device: &Device) {
        self.parties.push(device.party.clone());
        device.introduce(&self.world, self.begin, self.scene);
    }

    /// Says something of the record that introduces a device, the first that it has.
    pub fn of_introduction(&mut self, device: EntityId, say: impl FnOnce(&mut Planned)) {
        if let Some(planned) = self.scene.first_of(device) {
            say(planned);
        }
    }

    /// An organisation that only this fault has.
    pub fn stranger(&mut self, role: Role) -> Party {
        let party = Party::organisation(self.world.seed, role, 0x9000 | self.number);
        self.parties.push(party.clone());
        party
    }

    /// An electricity meter that the log introduces.
    pub fn esme(&mut self) -> Esme {
        self.esme_as(|_| {})
    }

    /// An electricity meter that is changed before the log introduces it.
    pub fn esme_as(&mut self, change: impl FnOnce(&mut Esme)) -> Esme {
        let mut esme = Esme::of(self.device(DeviceKind::Esme));
        change(&mut esme);
        self.introduce(&esme.device);
        esme
    }

    /// A gas meter that the log introduces.
    pub fn gsme(&mut self) -> Gsme {
        self.gsme_as(|_| {})
    }

    /// A gas meter that is changed before the log introduces it.
    pub fn gsme_as(&mut self, change: impl FnOnce(&mut Gsme)) -> Gsme {
        let mut gsme = Gsme::of(self.device(DeviceKind::Gsme));
        change(&mut gsme);
        self.introduce(&gsme.device);
        gsme
    }

    /// A hub that the log introduces.
    pub fn hub(&mut self) -> Hub {
        self.hub_as(|_| {})
    }

    /// A hub that is changed before the log introduces it.
    pub fn hub_as(&mut self, change: impl FnOnce(&mut Hub)) -> Hub {
        let mut hub = Hub::of(self.device(DeviceKind::Hub));
        change(&mut hub);
        self.introduce(&hub.device);
        hub
    }

    /// A consumer's prepayment interface that the log introduces.
    pub fn ppmid(&mut self) -> Device {
        let device = self.device(DeviceKind::Ppmid);
        self.introduce(&device);
        device
    }

    /// Adds a party whose keys a check needs.
    pub fn takes_part(&mut self, party: Party) {
        self.parties.push(party);
    }

    /// A device for a hub's log that takes part in nothing else.
    pub fn other_device(&mut self) -> EntityId {
        self.device(DeviceKind::Esme).id()
    }

    /// The parties that came with the fault, whose keys a check needs.
    #[must_use]
    pub fn parties(self) -> Vec<Party> {
        self.parties
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_the_code_of_a_rule_and_are_not_repeated() {
        let mut names: Vec<&str> = faults().map(|fault| fault.name).collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
        for fault in faults().chain(near_misses()) {
            let (family, number) = fault.rule().split_at(3);
            assert!(family.bytes().all(|letter| letter.is_ascii_uppercase()), "{}", fault.name);
            assert!(number.bytes().all(|digit| digit.is_ascii_digit()), "{}", fault.name);
        }
    }

    /// What is planned on a stage of its own: the rules that speak, and the number of records that
    /// make a near miss what it is.
    fn planted(fault: &Fault) -> (Vec<&'static str>, usize) {
        let world = World::new(1, "4.2");
        let mut scene = Scene::default();
        (fault.plant)(&mut Stage::new(&world, &mut scene, Time(1_772_409_600_000), 3));
        let mut rules: Vec<_> = scene.of_fleet.iter().map(|expected| expected.rule).collect();
        let mut near_misses = 0;
        while let Some(planned) = scene.take_first() {
            near_misses += usize::from(planned.near_miss.is_some());
            rules.extend(planned.expected.iter().map(|expected| expected.rule));
        }
        (rules, near_misses)
    }

    #[test]
    fn a_fault_says_what_must_be_found_and_names_its_own_rule() {
        for fault in faults() {
            let (found, near_misses) = planted(fault);
            assert!(found.contains(&fault.rule()), "{}: {found:?}", fault.name);
            assert_eq!(near_misses, 0, "{}", fault.name);
        }
    }

    #[test]
    fn a_near_miss_is_no_fault_and_says_where_it_is() {
        for miss in near_misses() {
            let (found, near_misses) = planted(miss);
            assert!(near_misses > 0, "{}", miss.name);
            assert!(found.is_empty(), "{}: {found:?}", miss.name);
        }
    }
}

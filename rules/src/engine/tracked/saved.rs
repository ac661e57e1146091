//! One device of a log, written and read.

use std::collections::{BTreeMap, BTreeSet};

use gbcs_parser::EntityId;
use gbcs_parser::record::Record;
use serde::{Deserialize, Serialize};

use super::{Following, Tracked};
use crate::device::{DeviceState, Pairing, Seen};
use crate::engine::rules::Rules;
use crate::han::story::Story;
use crate::prepare::CommandCertificates;
use crate::registry::RuleId;
use crate::results::DeviceResult;
use crate::saved::{DamageKind, Unreadable};

/// A rule that follows the device: its state, where it has one, and what it has said.
#[derive(Serialize, Deserialize)]
struct SavedFollowing {
    rule: RuleId,
    check: Option<Vec<u8>>,
    evaluated: bool,
    failed: bool,
    blocked: bool,
}

/// What is written of a device, in the order of [`SavedTracked`].
type Written<'a> = (
    Option<EntityId>,
    &'a DeviceState,
    Vec<SavedFollowing>,
    &'a Pairing,
    &'a CommandCertificates,
    &'a Seen,
    &'a Option<Box<Story>>,
    &'a [Record],
    Option<usize>,
    &'a BTreeMap<RuleId, u32>,
    &'a DeviceResult,
    bool,
);

/// What is read of a device.
#[derive(Deserialize)]
pub(in crate::engine) struct SavedTracked {
    id: Option<EntityId>,
    state: DeviceState,
    following: Vec<SavedFollowing>,
    pairing: Pairing,
    certificates: CommandCertificates,
    seen: Seen,
    story: Option<Box<Story>>,
    entries: Vec<Record>,
    entries_test_case: Option<usize>,
    found: BTreeMap<RuleId, u32>,
    result: DeviceResult,
    begun: bool,
}

impl Tracked {
    /// The device in octets.
    pub(in crate::engine) fn save(
        &self,
        rules: &Rules,
        id: Option<EntityId>,
    ) -> Result<Vec<u8>, Unreadable> {
        let mut following = Vec::new();
        for ((rule, ..), one) in rules.on_devices.iter().zip(&self.following) {
            let Following { check, evaluated, failed, blocked } = one;
            if check.is_none() && !evaluated && !failed && !blocked {
                continue;
            }
            following.push(SavedFollowing {
                rule: *rule,
                check: check.as_ref().map(|check| check.save()).transpose()?,
                evaluated: *evaluated,
                failed: *failed,
                blocked: *blocked,
            });
        }
        let written: Written<'_> = (
            id,
            &self.state,
            following,
            &self.pairing,
            &self.certificates,
            &self.seen,
            &self.story,
            &self.entries,
            self.entries_test_case,
            &self.found,
            &self.result,
            self.begun,
        );
        crate::saved::octets(&written)
    }
}

impl Tracked {
    /// Adds the rules whose state is not that of a new one.
    pub(in crate::engine) fn remembering(
        &self,
        rules: &Rules,
        into: &mut BTreeSet<RuleId>,
    ) -> Result<(), Unreadable> {
        for ((rule, _, make), one) in rules.on_devices.iter().zip(&self.following) {
            if let Some(check) = &one.check
                && check.save()? != make().save()?
            {
                into.insert(*rule);
            }
        }
        Ok(())
    }
}

impl SavedTracked {
    /// The device, followed by the rules that follow devices.
    pub(in crate::engine) fn load(
        self,
        rules: &Rules,
    ) -> Result<(Option<EntityId>, Tracked), DamageKind> {
        let mut following: Box<[Following]> =
            rules.on_devices.iter().map(|_| Following::default()).collect();
        for saved in self.following {
            let at = rules.on_devices.iter().position(|(id, ..)| *id == saved.rule);
            let unknown = || {
                let code = saved.rule.rule().code;
                DamageKind::Unknown(format!("{code} is not selected, or follows no device"))
            };
            let ((_, _, make), one) = at
                .and_then(|at| Some((rules.on_devices.get(at)?, following.get_mut(at)?)))
                .ok_or_else(unknown)?;
            if let Some(octets) = saved.check {
                let mut check = make();
                check.load(&octets).map_err(DamageKind::Content)?;
                one.check = Some(check);
            }
            (one.evaluated, one.failed, one.blocked) =
                (saved.evaluated, saved.failed, saved.blocked);
        }
        let tracked = Tracked {
            state: self.state,
            following,
            pairing: self.pairing,
            certificates: self.certificates,
            seen: self.seen,
            story: self.story,
            entries: self.entries,
            entries_test_case: self.entries_test_case,
            found: self.found,
            result: self.result,
            begun: self.begun,
        };
        Ok((self.id, tracked))
    }
}

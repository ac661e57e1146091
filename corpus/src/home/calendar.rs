//! When what is done in a home.

/// What is done in a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    Introduce,
    Configure,
    JoinInterface,
    ReadVoltage,
    ReadDeviceLogs,
    ReadElectricity,
    ReadTimeOfUse,
    ReadVoltageSettings,
    ReadMaximumDemand,
    ReadProfiles,
    ReadEvents,
    ReadForUnknown,
    ReadGas,
    ReadGasBlocks,
    ReadGasTimeOfUse,
    ReadInterface,
    MirrorLogs,
    SetMaximumDemand,
    SetController,
    ResetVoltageCounters,
    StartNetworkLog,
    SetLimits,
    WithdrawLimits,
    LimitsDue,
    SetPrepayment,
    PrepaymentDue,
    ReceiveFirmware,
    FirmwareDue,
    ReadFirmware,
    UpdateInterface,
    TopUp,
    TopUpAtHome,
    ListAgain,
    LeaveAndReturn,
    AskUnsupported,
    VoltageAlerts,
    GasAlert,
    Outage,
}

/// A task, the half hour of the day at which it begins, the first day on which it is done, and
/// after how many days it is done again; 0 for never.
///
/// On no day do two tasks begin at the same half hour: counters are times.
const CALENDAR: &[(Task, i64, u32, u32)] = &[
    (Task::Introduce, 2, 0, 0),
    // As manufactured.
    (Task::ReadVoltage, 11, 0, 0),
    (Task::Configure, 12, 0, 0),
    (Task::JoinInterface, 14, 0, 0),
    (Task::ReadVoltage, 46, 0, 0),
    (Task::ReadVoltage, 1, 1, 1),
    (LIMITS_DUE.0, LIMITS_DUE.1, 3, 14),
    (PREPAYMENT_DUE.0, PREPAYMENT_DUE.1, 3, 14),
    (FIRMWARE_DUE.0, FIRMWARE_DUE.1, 5, 0),
    (Task::ReadDeviceLogs, 5, 1, 7),
    (Task::ReadMaximumDemand, 5, 2, 7),
    (Task::SetMaximumDemand, 5, 3, 7),
    (Task::ResetVoltageCounters, 7, 5, 30),
    (Task::ReadTimeOfUse, 6, 2, 7),
    (Task::ReadVoltageSettings, 21, 1, 7),
    (Task::ReadElectricity, 8, 1, 1),
    (Task::ReadGas, 9, 1, 1),
    (Task::ReadProfiles, 10, 6, 7),
    (Task::ReadEvents, 11, 3, 7),
    (Task::ReceiveFirmware, 12, 4, 0),
    (Task::ReadFirmware, 13, 5, 7),
    (Task::TopUp, 14, 1, 10),
    (Task::TopUpAtHome, 15, 2, 10),
    (Task::SetLimits, 16, 2, 14),
    (Task::WithdrawLimits, 16, 6, 14),
    (Task::SetPrepayment, 17, 2, 14),
    (Task::StartNetworkLog, 18, 3, 30),
    (Task::MirrorLogs, 19, 6, 30),
    (Task::VoltageAlerts, 20, 4, 7),
    (Task::ReadGasBlocks, 20, 5, 7),
    (Task::ReadGasTimeOfUse, 20, 6, 7),
    (Task::GasAlert, 20, 7, 7),
    (Task::ReadForUnknown, 22, 3, 30),
    (Task::ListAgain, 24, 4, 90),
    (Task::LeaveAndReturn, 26, 6, 90),
    (Task::SetController, 28, 4, 14),
    (Task::AskUnsupported, 29, 5, 30),
    (Task::Outage, 30, 9, 14),
    (Task::ReadInterface, 34, 1, 7),
    (Task::UpdateInterface, 36, 5, 0),
];

/// When what was noted is carried out: each on the day after the one on which it is asked for.
pub(super) const LIMITS_DUE: (Task, i64) = (Task::LimitsDue, 2);
/// The same of the payment mode.
pub(super) const PREPAYMENT_DUE: (Task, i64) = (Task::PrepaymentDue, 3);
/// The same of firmware.
pub(super) const FIRMWARE_DUE: (Task, i64) = (Task::FirmwareDue, 4);

/// The tasks of a day in their order, with the half hours at which they begin.
pub(super) fn tasks(day: u32) -> Vec<(i64, Task)> {
    let is_done = |first: u32, every: u32| match day.checked_sub(first) {
        None => false,
        Some(later) => later == 0 || every > 0 && later.is_multiple_of(every),
    };
    let mut tasks: Vec<(i64, Task)> = CALENDAR
        .iter()
        .filter(|(_, _, first, every)| is_done(*first, *every))
        .map(|(task, half_hour, _, _)| (*half_hour, *task))
        .collect();
    tasks.sort_by_key(|(half_hour, _)| *half_hour);
    tasks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_tasks_begin_together() {
        for day in 0..500 {
            for pair in tasks(day).windows(2) {
                assert!(pair[0].0 < pair[1].0, "day {day}: {pair:?}");
            }
        }
    }

    #[test]
    fn all_is_done_within_ten_days() {
        let done: Vec<Task> = (0..10).flat_map(tasks).map(|(_, task)| task).collect();
        for (task, ..) in CALENDAR {
            assert!(done.contains(task), "{task:?}");
        }
    }
}

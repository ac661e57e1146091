//! Faults that a rule of another family is listed for: one fault, one finding.

/// Use cases and the end of an item's name; a rule of templates; and the rule that finds the fault
/// in its stead. No rule where the sender alone is at fault and the meter may refuse.
type Taken = (
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

static TAKEN: &[Taken] = &[
    (&["ECS18b", "ECS37"], &[".enable", ".scriptLN", ".validityWindow"], &["USE003"], &["DFT003"]),
    (&["ECS18b", "ECS37"], &[".execWeekdays[1..7]"], &["USE003"], &["DFT001"]),
    (&["ECS18b", "ECS37"], &[".beginDate", ".endDate"], &["USE003"], &["DFT002"]),
    (&["ECS18b", "ECS37"], &[".scriptSelector"], &["USE006"], &["DFT004"]),
    (&["ECS38", "ECS26c"], &["RandomisedOffsetLimit.value"], &["USE006"], &["MDM001"]),
    (
        &["CCS01"],
        &[".credentialsType", ".installationCredentials", ".deviceType"],
        &["USE003", "USE005", "USE006"],
        &["HAN008"],
    ),
    (
        &["ECS70"],
        &["clockBase", "presetTime", "timeRangeStart", "timeRangeEnd"],
        &["USE003", "USE004", "USE005"],
        &["CLK003"],
    ),
    (&["ECS70"], &["setTime"], &["USE004"], &["CLK003"]),
    // PPM001 speaks of it once a meter has accepted it.
    (&["CS01a", "CS01b", "PCS01"], &["creditToken", "TopUp Code"], &["USE005", "USE006"], &[]),
    (&["ECS25"], &[""], &["USE004", "USE005"], &["ALT006"]),
    (&["CCS07", "CS14"], &[".securityDetails"], &["USE005"], &["HAN002"]),
    (&["ECS80", "ECS101", "ECS102"], &[""], &["USE004", "USE005"], &["ALT001"]),
    (
        &["GCS11", "GCS20", "GCS23", "GCS32", "GCS36", "GCS39", "GCS40", "GCS41", "GCS44"],
        &[
            "Implementation Date/Time",
            "Start Date/Time",
            "Start Time",
            "CIN Time",
            "SiteID Time",
            "Implementation Time",
        ],
        &["USE003"],
        &["FUT001"],
    ),
    (&["GCS20r"], &["Command Index", "Total Commands"], &["USE003"], &["ALT009"]),
    (&["GCS20r"], &["Event ID"], &["USE003"], &["ALT011"]),
    (&["GCS31"], &["SampleRequest Interval", "MaxNumberof Samples"], &["USE003"], &["GAS001"]),
    // An entry whose time stamp cannot be read is none to VLT010, which counts those of each phase.
    (&["ECS23b"], &[".timestamp"], &["USE004"], &["USE004", "VLT010"]),
];

/// The rules that are to find a fault of the list of requests.
pub fn request_list(id: &str) -> &'static [&'static str] {
    if id == "ECS70" { &["CLK003"] } else { &["USE001"] }
}

/// The rules that are to find a structure with another number of members.
pub fn members(id: &str) -> &'static [&'static str] {
    if id == "ECS70" { &["CLK003"] } else { &["USE004"] }
}

/// The rules that are to find a component of `name` more than the template has room for: snapshots
/// that a log has no room for are LOG001's as well, and the report of GCS20r is to be one command
/// (ALT009).
pub fn doubled(name: &str) -> Vec<&'static str> {
    match name {
        "Publish Snapshot" | "Publish Prepay Snapshot" => vec!["USE007", "LOG001"],
        "Report Event Configuration" => vec!["USE007", "ALT009"],
        _ => vec!["USE007"],
    }
}

/// The rules that are to find the fault that `rule` would find in an item.
pub fn judges(id: &str, item: &str, rule: &'static str) -> Vec<&'static str> {
    let is_it = |(cases, ends, from, _): &&Taken| {
        let is_case = cases.iter().any(|case| {
            let rest = id.strip_prefix(case);
            // ECS25a of ECS25, but not GCS20r of GCS20.
            rest.is_some_and(|rest| rest.is_empty() || matches!(*case, "ECS25" | "GCS40"))
        });
        is_case && from.contains(&rule) && ends.iter().any(|end| item.ends_with(end))
    };
    TAKEN.iter().find(is_it).map_or_else(|| vec![rule], |(_, _, _, by)| by.to_vec())
}

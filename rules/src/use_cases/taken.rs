//! Items for which a rule of another family is listed. One fault, one finding: such an item is that
//! rule's alone.

use super::spot::Spot;
use crate::fut::is_future;
use crate::subject::Subject;

/// Items of use cases and the rule that judges them.
struct Taken {
    /// Beginnings of the use cases' names; a name that ends with `$` is the whole name.
    use_cases: &'static [&'static str],
    /// Ends of the items' names: object and attribute of DLMS items, fields of ZCL commands. Empty
    /// for all.
    items: &'static [&'static str],
    /// The rules of this family that leave the items alone.
    from: &'static [&'static str],
    /// Who judges them instead.
    by: &'static [&'static str],
}

/// What values hold: constant, length, range. Those who judge it look at values of the right type.
const VALUES: &[&str] = &["USE003", "USE005", "USE006"];
const NUMBERS: &[&str] = &["USE003", "USE006"];
const VALUES_AND_TYPES: &[&str] = &["USE003", "USE004", "USE005", "USE006"];
const LENGTHS: &[&str] = &["USE005"];

static TAKEN: &[Taken] = &[
    Taken {
        use_cases: &["ECS18b$", "ECS37$"],
        items: &[
            "].enable",
            "].scriptLN",
            "].scriptSelector",
            "].validityWindow",
            "].execWeekdays[1..7]",
            "].beginDate",
            "].endDate",
        ],
        from: VALUES,
        by: &["DFT001", "DFT002", "DFT003", "DFT004"],
    },
    Taken {
        use_cases: &["ECS38$", "ECS26c$"],
        items: &["RandomisedOffsetLimit.value"],
        from: NUMBERS,
        by: &["MDM001"],
    },
    Taken {
        use_cases: &["ECS47"],
        items: &["PeriodStartDateTime", "PeriodEndDateTime", "controllerNumberAndCommandedState"],
        from: NUMBERS,
        by: &["MDM003", "MDM004"],
    },
    Taken {
        use_cases: &["CCS01$"],
        items: &[".credentialsType", ".installationCredentials", ".deviceType"],
        from: VALUES,
        by: &["HAN008"],
    },
    Taken {
        use_cases: &["GCS31$"],
        items: &["SampleRequest Interval", "MaxNumberof Samples"],
        from: VALUES,
        by: &["GAS001"],
    },
    Taken { use_cases: &["GCS20r$"], items: &[], from: VALUES, by: &["ALT009", "ALT011"] },
    Taken {
        use_cases: &[
            "GCS11$", "GCS20$", "GCS23$", "GCS32$", "GCS36$", "GCS39$", "GCS40", "GCS41$", "GCS44$",
        ],
        items: &[
            "Implementation Date/Time",
            "Start Date/Time",
            "Start Time",
            "CIN Time",
            "SiteID Time",
            "Provider Change Implementation Time",
        ],
        from: VALUES,
        by: &["FUT001"],
    },
    Taken {
        use_cases: &["ECS70$"],
        items: &["clockBase", "presetTime", "timeRangeStart", "timeRangeEnd"],
        from: VALUES_AND_TYPES,
        by: &["CLK003"],
    },
    Taken { use_cases: &["ECS70$"], items: &["setTime"], from: &["USE004"], by: &["CLK003"] },
    Taken {
        use_cases: &["CS01a$", "CS01b$", "PCS01$"],
        items: &["creditToken", "TopUp Code"],
        from: VALUES,
        by: &["PPM001"],
    },
    Taken { use_cases: &["ECS25"], items: &[], from: VALUES_AND_TYPES, by: &["ALT006"] },
    Taken {
        use_cases: &["CCS07$", "CS14$"],
        items: &[".securityDetails"],
        from: LENGTHS,
        by: &["HAN002"],
    },
    Taken {
        use_cases: &["ECS23", "ECS29"],
        items: &["measurementPeriod"],
        from: &["USE003", "USE006"],
        by: &["VLT002"],
    },
];

/// Use cases whose request list another rule judges.
pub(super) const REQUEST_LISTS: &[(&str, &str)] = &[("ECS70", "CLK003")];

/// True where another rule judges a value.
pub(super) fn is_taken(subject: &Subject<'_>, use_case: &str, spot: &Spot, code: &str) -> bool {
    // The place of no value belongs to no item.
    let Some(name) = spot.name() else { return false };
    TAKEN.iter().any(|taken| {
        // A date that is none in the future is no fault to FUT001.
        let is_judged = taken.by != ["FUT001"]
            || subject.unsigned(spot.node).is_none_or(|seconds| is_future(subject, seconds));
        is_judged
            && taken.from.contains(&code)
            && taken.use_cases.iter().any(|id| match id.strip_suffix('$') {
                Some(id) => id == use_case,
                None => use_case.starts_with(id),
            })
            && (taken.items.is_empty() || taken.items.iter().any(|end| name.ends_with(end)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use gbcs_parser::catalogue::USE_CASES;

    #[test]
    fn every_row_names_items_that_exist() {
        for taken in TAKEN {
            assert!(!taken.by.is_empty() && !taken.from.is_empty());
            for id in taken.use_cases {
                let named = |case: &&gbcs_parser::catalogue::UseCase| match id.strip_suffix('$') {
                    Some(id) => case.id == id,
                    None => case.id.starts_with(id),
                };
                assert!(USE_CASES.iter().any(|case| named(&case)), "{id}");
            }
            for end in taken.items {
                let found = USE_CASES.iter().any(|case| {
                    let dlms = case
                        .dlms_items
                        .iter()
                        .any(|item| format!("{}.{}", item.object, item.attribute).ends_with(end));
                    let components = case.gbz.command.iter().chain(case.gbz.response);
                    dlms || components
                        .flat_map(|component| component.fields)
                        .any(|field| field.name.ends_with(end))
                });
                assert!(found, "no item ends with {end}");
            }
        }
    }
}

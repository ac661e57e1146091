//! The devices: a table of all, and a picture of those that have one.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gbcs_parser::EntityId;
use gbcs_rules::finding::Finding;
use gbcs_rules::results::DeviceResult;
use gbcs_rules::rule::Severity;
use gbcs_rules::verdict::Verdict;

use super::super::Run;
use super::super::words::plural;
use super::markup::{end_section, end_table, section, table, text};
use super::{timeline, voltage};

/// Devices that are drawn, those with findings first; a page of more would be slow to open.
const MAX_DRAWN: usize = 100;
/// Devices up to which all pictures are open at first.
const MAX_OPEN: usize = 4;

/// A finding with its number on the page.
pub type Numbered<'f> = (usize, &'f Finding);

/// Writes the part of the page.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let devices = &run.judged.results.devices;
    let mut findings: BTreeMap<EntityId, Vec<Numbered<'_>>> = BTreeMap::new();
    for (number, finding) in run.judged.results.findings.iter().enumerate() {
        if let Some(device) = finding.device {
            findings.entry(device).or_default().push((number + 1, finding));
        }
    }
    let of = |id: &EntityId| findings.get(id).map_or(&[][..], Vec::as_slice);
    section(out, "devices", "Devices")?;
    let drawn = drawn(run, &findings);
    let columns = [
        "Device",
        "Type",
        "GBCS",
        "#Records",
        "#Errors",
        "#Warnings",
        "#Infos",
        "First record",
        "Last record",
    ];
    table(out, "devices", &columns)?;
    for (id, device) in devices {
        row(out, *id, device, of(id), drawn.contains_key(id))?;
    }
    end_table(out)?;
    let open = drawn.values().filter(|with_findings| **with_findings).count() <= MAX_OPEN;
    for (id, with_findings) in &drawn {
        if let Some(device) = devices.get(id) {
            picture(out, run, *id, device, of(id), open && *with_findings)?;
        }
    }
    let timed = devices.values().filter(|device| device.first.is_some()).count();
    if timed > drawn.len() && !drawn.is_empty() {
        let count = drawn.len();
        writeln!(out, "<p class=\"soft\">{count} of {timed} devices with times are drawn.</p>")?;
    }
    end_section(out)
}

/// The devices that are drawn, and whether they have findings.
fn drawn(
    run: &Run<'_>,
    findings: &BTreeMap<EntityId, Vec<Numbered<'_>>>,
) -> BTreeMap<EntityId, bool> {
    let Some(pictures) = run.pictures else { return BTreeMap::new() };
    let mut able: Vec<(bool, EntityId)> = run
        .judged
        .results
        .devices
        .iter()
        .filter(|(id, device)| device.first.is_some() && pictures.of(**id).is_some())
        .map(|(id, _)| (!findings.contains_key(id), *id))
        .collect();
    able.sort_unstable();
    able.into_iter().take(MAX_DRAWN).map(|(without, id)| (id, !without)).collect()
}

fn row(
    out: &mut dyn Write,
    id: EntityId,
    device: &DeviceResult,
    findings: &[Numbered<'_>],
    drawn: bool,
) -> io::Result<()> {
    let name = if drawn {
        format!("<a href=\"#d-{id}\"><code>{id}</code></a>")
    } else {
        format!("<code>{id}</code>")
    };
    write!(
        out,
        "<tr><th scope=\"row\">{name}</th><td>{}</td><td>{}</td><td class=\"n\">{}</td>",
        device.device_type.map_or("unknown", |kind| kind.name()),
        text(device.gbcs_version.as_deref().unwrap_or_default()),
        device.records,
    )?;
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let count = findings.iter().filter(|(_, finding)| finding.severity == severity).count();
        let class = if count > 0 { severity.name() } else { "zero" };
        write!(out, "<td class=\"n {class}\">{count}</td>")?;
    }
    for time in [device.first, device.last] {
        let time = time.map(|time| time.to_string()).unwrap_or_default();
        write!(out, "<td class=\"time\">{time}</td>")?;
    }
    out.write_all(b"</tr>\n")
}

fn picture(
    out: &mut dyn Write,
    run: &Run<'_>,
    id: EntityId,
    device: &DeviceResult,
    findings: &[Numbered<'_>],
    open: bool,
) -> io::Result<()> {
    let (Some(picture), Some(first), Some(last)) =
        (run.pictures.and_then(|pictures| pictures.of(id)), device.first, device.last)
    else {
        return Ok(());
    };
    let open = if open { " open" } else { "" };
    let kind = device.device_type.map_or("unknown type", |kind| kind.name());
    let count = findings.len();
    writeln!(
        out,
        "<details class=\"device\" id=\"d-{id}\"{open}><summary><code>{id}</code> {kind} \
         <span class=\"count\">{count} {}</span></summary>",
        plural(count, "finding"),
    )?;
    verdicts(out, device)?;
    if count > 0 {
        writeln!(
            out,
            "<p><a href=\"#findings\" data-device=\"{id}\">Show the findings of this device</a></p>"
        )?;
    }
    timeline::write(out, picture, (first, last), findings)?;
    voltage::write(out, picture)?;
    out.write_all(b"</details>\n")
}

/// How many rules about the device passed, and which did not.
fn verdicts(out: &mut dyn Write, device: &DeviceResult) -> io::Result<()> {
    let with =
        |wanted: Verdict| device.verdicts.iter().filter(move |(_, counts)| counts.get(wanted) > 0);
    let failed: Vec<_> = with(Verdict::Fail).map(|(rule, _)| rule.rule().code).collect();
    let passed = with(Verdict::Pass).filter(|(_, c)| c.get(Verdict::Fail) == 0).count();
    let failed = if failed.is_empty() { "none".to_owned() } else { failed.join(", ") };
    writeln!(out, "<p>Rules about the device: {passed} passed; failed: {failed}.</p>")
}

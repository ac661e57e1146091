//! `gbcheck.toml` and the devices file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use gbcs_parser::EntityId;
use gbcs_parser::catalogue::{DeviceType, Version};
use gbcs_parser::limits::ReadLimits;
use gbcs_rules::profile::{DeviceEntry, Profile};
use gbcs_rules::registry;
use gbcs_rules::rule::Severity;
use gbcs_rules::spec::Date;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::exit::Failure;
use crate::options::{Common, Limits};

/// Configuration file that is read where the working folder has it.
const DEFAULT: &str = "gbcheck.toml";

/// What a configuration or devices file may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// `[profile]`.
    #[serde(default)]
    profile: ProfileTable,
    /// `[limits]`.
    #[serde(default)]
    limits: Limits,
    /// `[severity]`: rule code or name to `error`, `warning` or `info`.
    #[serde(default)]
    severity: HashMap<String, String>,
    /// `[[device]]`.
    #[serde(default)]
    device: Vec<DeviceTable>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileTable {
    claims: Option<Vec<String>>,
    response_timeout: Option<Duration>,
    alert_timeout: Option<Duration>,
    clock_tolerance_s: Option<i64>,
    max_findings: Option<u32>,
}

/// Seconds, or a number with `s`, `m`, `h` or `d` behind it.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Duration {
    Seconds(i64),
    Text(String),
}

impl Duration {
    fn seconds(&self) -> Option<i64> {
        match self {
            Self::Seconds(seconds) => Some(*seconds),
            Self::Text(text) => {
                let text = text.trim();
                let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
                let unit = match text.get(digits.len()..)? {
                    "" | "s" => 1,
                    "m" | "min" => 60,
                    "h" => 3600,
                    "d" => 86_400,
                    _ => return None,
                };
                digits.trim().parse::<i64>().ok()?.checked_mul(unit)
            }
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeviceTable {
    id: String,
    #[serde(rename = "type")]
    device_type: Option<String>,
    gbcs_version: Option<String>,
    smets_chts_version: Option<String>,
    #[serde(default)]
    claims: Vec<String>,
    as_manufactured: Option<bool>,
    date_installed: Option<DateText>,
    operator: Option<String>,
}

/// A date as TOML has it, or as text.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum DateText {
    Toml(toml::value::Datetime),
    Text(String),
}

/// The configuration file: that of `--config`, else that of the working folder, if any.
pub fn file(common: &Common) -> Option<PathBuf> {
    let default = Path::new(DEFAULT);
    common.config.clone().or_else(|| default.is_file().then(|| default.to_owned()))
}

/// SHA-256 of files, one after the other; `None` where there are none.
pub fn sha256(paths: &[PathBuf]) -> Result<Option<String>, Failure> {
    if paths.is_empty() {
        return Ok(None);
    }
    let mut hash = Sha256::new();
    for path in paths {
        hash.update(std::fs::read(path).map_err(|error| Failure::file(path, error))?);
    }
    Ok(Some(hash.finalize().iter().map(|octet| format!("{octet:02x}")).collect()))
}

/// Reads a file and puts what it says into a profile. What was set before stays where the file
/// says nothing.
pub fn read(path: &Path, profile: &mut Profile) -> Result<(), Failure> {
    apply(&load(path)?, profile).map_err(|why| wrong(path, &why))
}

/// Puts into `limits` what the files say, one after the other.
pub fn limits(paths: &[PathBuf], limits: &mut ReadLimits) -> Result<(), Failure> {
    for path in paths {
        load(path)?.limits.apply(limits);
    }
    Ok(())
}

fn load(path: &Path) -> Result<File, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, error))?;
    toml::from_str(&text).map_err(|error| wrong(path, &told(&error.to_string())))
}

fn wrong(path: &Path, why: &str) -> Failure {
    Failure::Usage(format!("{}: {why}", path.display()))
}

/// What TOML says is wrong, with a suggestion for an unknown key.
fn told(error: &str) -> String {
    let near = error.split_once("unknown field `").and_then(|(_, rest)| {
        let (given, rest) = rest.split_once('`')?;
        let known = rest.split('`').skip(1).step_by(2);
        known
            .map(|name| (strsim::osa_distance(given, name), name))
            .filter(|(distance, name)| *distance <= name.len() / 3)
            .min()
    });
    match near {
        None => error.to_owned(),
        Some((_, name)) => format!("{}\ndid you mean `{name}`?", error.trim_end()),
    }
}

fn apply(file: &File, profile: &mut Profile) -> Result<(), String> {
    let table = &file.profile;
    if let Some(claims) = &table.claims {
        profile.claims.clone_from(claims);
    }
    for (name, given, mine) in [
        ("response_timeout", &table.response_timeout, &mut profile.response_timeout_s),
        ("alert_timeout", &table.alert_timeout, &mut profile.alert_timeout_s),
    ] {
        if let Some(given) = given {
            *mine = given.seconds().filter(|seconds| *seconds >= 0).ok_or_else(|| {
                format!("{name} is a number of seconds, or a number with s, m, h or d")
            })?;
        }
    }
    if let Some(seconds) = table.clock_tolerance_s {
        profile.clock_tolerance_s = seconds;
    }
    if let Some(findings) = table.max_findings {
        profile.max_findings = findings;
    }
    for (rule, severity) in &file.severity {
        let id = registry::find(rule).ok_or_else(|| unknown_rule(rule))?;
        let severity = match severity.as_str() {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            "info" => Severity::Info,
            other => return Err(format!("{other:?} is no severity: error, warning or info")),
        };
        profile.severities.insert(id, severity);
    }
    for device in &file.device {
        let (id, entry) = device.entry()?;
        profile.devices.insert(id, entry);
    }
    Ok(())
}

fn unknown_rule(name: &str) -> String {
    match registry::suggest(name) {
        Some(near) => format!("there is no rule {name:?}; did you mean {near}?"),
        None => format!("there is no rule {name:?}"),
    }
}

impl DeviceTable {
    fn entry(&self) -> Result<(EntityId, DeviceEntry), String> {
        let id: EntityId = self.id.parse().map_err(|error| format!("{:?}: {error}", self.id))?;
        let device_type = match &self.device_type {
            None => None,
            Some(name) => Some(DeviceType::from_name(name).ok_or_else(|| {
                let names: Vec<_> = DeviceType::ALL.iter().map(|kind| kind.name()).collect();
                format!("{name:?} is no device type: {}", names.join(", "))
            })?),
        };
        let gbcs_version = match &self.gbcs_version {
            None => None,
            Some(text) => Some(
                Version::parse(text)
                    .ok_or_else(|| format!("{text:?} is no version of GBCS, such as 4.2"))?,
            ),
        };
        let date_installed = match &self.date_installed {
            None => None,
            Some(date) => {
                let text = match date {
                    DateText::Toml(date) => date.to_string(),
                    DateText::Text(text) => text.clone(),
                };
                let day: Date = text
                    .get(..10)
                    .unwrap_or(&text)
                    .parse()
                    .map_err(|error| format!("{text:?}: {error}"))?;
                Some(day)
            }
        };
        Ok((
            id,
            DeviceEntry {
                device_type,
                gbcs_version,
                smets_chts_version: self.smets_chts_version.clone(),
                claims: self.claims.clone(),
                as_manufactured: self.as_manufactured,
                date_installed,
                operator: self.operator.clone(),
            },
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(text: &str) -> Result<Profile, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut profile = Profile::default();
        apply(&file, &mut profile)?;
        Ok(profile)
    }

    #[test]
    fn devices_and_profile() {
        let profile = profile(
            "[profile]\nclaims = [\"MP085A\"]\nalert_timeout = \"2h\"\n\
             [[device]]\nid = \"20-00-00-00-00-00-00-0E\"\ntype = \"ESME\"\n\
             gbcs_version = \"4.1\"\ndate_installed = 2023-05-01\n",
        )
        .unwrap();
        assert_eq!(profile.alert_timeout_s, 7200);
        assert_eq!(profile.claims, ["MP085A"]);
        let device = profile.devices.values().next().unwrap();
        assert_eq!(device.device_type, Some(DeviceType::Esme));
        assert_eq!(device.date_installed, Some(Date(2023, 5, 1)));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(profile("[profile]\nclaim = []\n").unwrap_err().contains("claim"));
        assert!(profile("[[device]]\nid = \"20\"\n").unwrap_err().contains("eight octets"));
        assert!(profile("[severity]\nENV01 = \"info\"\n").unwrap_err().contains("ENV001"));
        assert!(
            profile("[[device]]\nid = \"2000000000000001\"\ntype = \"meter\"\n")
                .unwrap_err()
                .contains("ESME")
        );
    }
}

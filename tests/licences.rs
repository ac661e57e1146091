//! What the project depends on: licences as `deny.toml` allows them, and no source but the registry.
//! The same is asked of cargo-deny, where it can be had.

use std::process::Command;

use serde_json::Value;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The packages that a build for this machine may use, in the words of `cargo metadata`.
fn packages() -> Vec<Value> {
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let root = env!("CARGO_MANIFEST_DIR");
    let version = Command::new(cargo).args(["-vV"]).current_dir(root).output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let arguments =
        ["metadata", "--format-version", "1", "--all-features", "--locked", "--filter-platform"];
    let run = Command::new(cargo).args(arguments).arg(host).current_dir(root).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let metadata: Value = serde_json::from_slice(&run.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().clone();
    assert!(packages.len() > 10);
    packages
}

fn allowed() -> Vec<String> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let list = table["licenses"]["allow"].as_array().unwrap();
    list.iter().map(|licence| licence.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_licence_is_allowed() {
    let allowed = allowed();
    for package in packages() {
        let name = &package["name"];
        let licence = package["license"].as_str().unwrap_or_else(|| panic!("{name} has none"));
        let expression = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX).unwrap();
        let fits = |wanted: &spdx::LicenseReq| allowed.contains(&wanted.to_string());
        assert!(expression.evaluate(fits), "{name}: {licence} is not allowed by deny.toml");
    }
}

#[test]
fn every_source_is_the_registry_or_this_workspace() {
    for package in packages() {
        let source = package["source"].as_str();
        assert!(source.is_none_or(|source| source == REGISTRY), "{}: {source:?}", package["name"]);
    }
}

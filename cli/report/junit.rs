//! JUnit XML as test tools read it.
//!
//! Where a log has test cases, an input is a suite and a test case a case of it. Otherwise a device
//! is a suite and a rule a case. A case fails by findings that make the run fail; others are told
//! in its output. What was not evaluated is skipped, with the reason.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{self, Write};

use gbcs_parser::EntityId;
use gbcs_rules::finding::Finding;
use gbcs_rules::registry::RuleId;
use gbcs_rules::verdict::{Counts, Verdict};
use quick_junit::{NonSuccessKind, Property, Report, TestCase, TestCaseStatus, TestSuite};

use super::words::{INTERRUPTED, clean, describe, totals};
use super::{Run, sentence};

/// Findings that are written out in a case; further ones are counted.
const MAX_FINDINGS: usize = 100;

/// Writes the report.
pub fn write(out: &mut dyn Write, run: &Run<'_>) -> io::Result<()> {
    let mut report = Report::new("gbcheck");
    report.add_test_suite(inputs(run));
    if run.judged.results.test_cases.is_empty() {
        by_device(&mut report, run);
    } else {
        by_test_case(&mut report, run);
    }
    // The root's number of skipped cases is not in the schema of Jenkins; the suites have it.
    let skipped = format!(" skipped=\"{}\"", report.skipped);
    let text = report.to_string().map_err(io::Error::other)?;
    out.write_all(text.replacen(&skipped, "", 1).as_bytes())
}

/// The suite of what was read: a case an input, and the totals as properties.
fn inputs(run: &Run<'_>) -> TestSuite {
    let mut suite = TestSuite::new("inputs");
    let [errors, warnings, infos] = run.counts();
    for (name, count) in [("errors", errors), ("warnings", warnings), ("infos", infos)] {
        suite.add_property(Property::new(format!("gbcheck.{name}"), count.to_string()));
    }
    let count = run.judged.results.not_evaluated_units().to_string();
    suite.add_property(Property::new("gbcheck.not_evaluated", count));
    suite.add_property(Property::new("gbcheck.version", env!("CARGO_PKG_VERSION")));
    suite.set_system_out(totals(run));
    let mut names = Names::default();
    if run.judged.partial {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_type("interrupted");
        status.set_message(INTERRUPTED);
        suite.add_test_case(case(&mut names, "inputs", "interrupted", status));
    }
    for input in &run.judged.inputs {
        let mut status = TestCaseStatus::success();
        if input.problem_count > 0 {
            status = TestCaseStatus::non_success(NonSuccessKind::Error);
            status.set_type("input-problem");
            status.set_message(format!("{} input problems", input.problem_count));
            let lines: Vec<_> = input
                .problems
                .iter()
                .take(MAX_FINDINGS)
                .map(|problem| problem.text.clone())
                .collect();
            status.set_description(clean(&lines.join("; ")));
        }
        suite.add_test_case(case(&mut names, "inputs", &input.path, status));
    }
    suite
}

/// Names that were given to cases of a suite.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    /// The name, with a number behind it where it was given before.
    fn unique(&mut self, name: &str) -> String {
        let name = clean(name);
        let mut unique = name.clone().into_owned();
        let mut number = 1;
        while !self.0.insert(unique.clone()) {
            number += 1;
            unique = format!("{name} ({number})");
        }
        unique
    }
}

fn case(names: &mut Names, suite: &str, name: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(names.unique(name), status);
    case.set_classname(format!("gbcheck.{}", clean(suite)));
    case
}

/// A case of findings: failed where one of them makes the run fail, else `otherwise`. `notes` is
/// told in its output, for the schema of Jenkins knows no properties of a case.
fn judged(
    run: &Run<'_>,
    names: &mut Names,
    suite: &str,
    name: &str,
    findings: &[&Finding],
    otherwise: TestCaseStatus,
    notes: &str,
) -> TestCase {
    let (failing, told): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().copied().partition(|finding| run.fails(finding));
    let text = |findings: &[&Finding]| {
        let mut texts: Vec<_> = findings.iter().take(MAX_FINDINGS).map(|f| describe(f)).collect();
        if findings.len() > MAX_FINDINGS {
            texts.push(format!("and {} more findings\n", findings.len() - MAX_FINDINGS));
        }
        texts.join("\n")
    };
    let status = match failing.first() {
        None => otherwise,
        Some(first) => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            let more = match failing.len() {
                1 => String::new(),
                len => format!(" (and {} more)", len - 1),
            };
            status.set_type(first.rule.rule().code);
            status.set_message(format!("{}{more}", clean(&sentence(first))));
            status.set_description(text(&failing));
            status
        }
    };
    let mut case = case(names, suite, name, status);
    if !told.is_empty() || !notes.is_empty() {
        case.set_system_out(format!("{notes}{}", text(&told)));
    }
    case
}

/// What a rule reached, without regard to findings.
fn status(counts: Option<&Counts>, reasons: &str) -> TestCaseStatus {
    let get = |verdict| counts.map_or(0, |counts| counts.get(verdict));
    if get(Verdict::InternalError) > 0 {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_type("internal-error");
        status.set_message("the rule broke");
        return status;
    }
    // A case with findings was evaluated, though none of them may make it fail.
    if get(Verdict::Pass) + get(Verdict::Fail) > 0 {
        return TestCaseStatus::success();
    }
    let mut status = TestCaseStatus::skipped();
    status.set_message(if get(Verdict::NotEvaluated) > 0 {
        format!("not evaluated: {reasons}")
    } else if get(Verdict::NotInForce) > 0 {
        "not in force".to_owned()
    } else {
        "not applicable".to_owned()
    });
    status
}

/// Why a rule could not tell of a device, or of whatever is no device's.
fn reasons(run: &Run<'_>, rule: RuleId, device: Option<EntityId>) -> String {
    let mut reasons = BTreeSet::new();
    for ((_, blocked), entry) in
        run.judged.results.not_evaluated.iter().filter(|((of, _), _)| *of == rule)
    {
        if device.is_none_or(|device| entry.devices.contains(&device)) {
            reasons.insert(match blocked.detail.as_str() {
                "" => blocked.reason.name().to_owned(),
                detail => format!("{} ({})", blocked.reason.name(), clean(detail)),
            });
        }
    }
    reasons.into_iter().take(MAX_FINDINGS).collect::<Vec<_>>().join("; ")
}

fn by_device(report: &mut Report, run: &Run<'_>) {
    let results = &run.judged.results;
    let mut findings: BTreeMap<(Option<EntityId>, RuleId), Vec<&Finding>> = BTreeMap::new();
    for finding in &results.findings {
        findings.entry((finding.device, finding.rule)).or_default().push(finding);
    }
    let mut of_devices: BTreeSet<RuleId> = BTreeSet::new();
    let mut devices: BTreeSet<EntityId> = results.devices.keys().copied().collect();
    devices.extend(findings.keys().filter_map(|(device, _)| *device));
    for id in devices {
        let name = id.to_string();
        let verdicts = results.devices.get(&id).map(|device| &device.verdicts);
        let mut rules: BTreeSet<RuleId> = verdicts
            .into_iter()
            .flat_map(|verdicts| verdicts.iter())
            .map(|(rule, _)| rule)
            .collect();
        rules.extend(findings.keys().filter(|(of, _)| *of == Some(id)).map(|(_, rule)| *rule));
        let mut suite = TestSuite::new(name.clone());
        if let Some(kind) = results.devices.get(&id).and_then(|device| device.device_type) {
            suite.add_property(Property::new("gbcheck.device_type", kind.name()));
        }
        let mut names = Names::default();
        for rule in &rules {
            let counts = verdicts.map(|verdicts| verdicts.get(*rule));
            let found = findings.get(&(Some(id), *rule)).map_or(&[][..], Vec::as_slice);
            let otherwise = if found.is_empty() {
                status(counts.as_ref(), &reasons(run, *rule, Some(id)))
            } else {
                TestCaseStatus::success()
            };
            let title = format!("{} {}", rule.rule().code, rule.rule().name);
            suite.add_test_case(judged(run, &mut names, &name, &title, found, otherwise, ""));
        }
        of_devices.extend(rules);
        report.add_test_suite(suite);
    }
    let name = "without device";
    let mut suite = TestSuite::new(name);
    let mut names = Names::default();
    for (rule, counts) in &results.verdicts {
        let found = findings.get(&(None, *rule)).map_or(&[][..], Vec::as_slice);
        let told = of_devices.contains(rule) || counts.is_only_not_applicable();
        if found.is_empty() && told {
            continue;
        }
        let otherwise = status(Some(counts), &reasons(run, *rule, None));
        let title = format!("{} {}", rule.rule().code, rule.rule().name);
        suite.add_test_case(judged(run, &mut names, name, &title, found, otherwise, ""));
    }
    report.add_test_suite(suite);
}

fn by_test_case(report: &mut Report, run: &Run<'_>) {
    let results = &run.judged.results;
    let mut findings: BTreeMap<Option<usize>, Vec<&Finding>> = BTreeMap::new();
    for finding in &results.findings {
        let known = finding.test_case.filter(|case| *case < results.test_cases.len());
        findings.entry(known).or_default().push(finding);
    }
    let path =
        |finding: &&Finding| finding.location.as_ref().map(|place| place.position.path.to_string());
    // The input of a case is where its findings are; one without any is in the only input there is.
    let only = match run.judged.inputs.as_slice() {
        [input] => input.path.clone(),
        _ => "several inputs".to_owned(),
    };
    let mut suites: BTreeMap<String, (TestSuite, Names)> = BTreeMap::new();
    for (number, result) in results.test_cases.iter().enumerate() {
        let found = findings.get(&Some(number)).map_or(&[][..], Vec::as_slice);
        let suite = found.iter().find_map(path).unwrap_or_else(|| only.clone());
        let (entry, names) = suites
            .entry(suite.clone())
            .or_insert_with(|| (TestSuite::new(clean(&suite)), Names::default()));
        let otherwise = if result.checked > 0 || !found.is_empty() {
            TestCaseStatus::success()
        } else {
            let mut status = TestCaseStatus::skipped();
            status.set_message("not evaluated: no rule reached pass or fail in it");
            status
        };
        let mut notes = String::new();
        if !result.case.requirements.is_empty() {
            let requirements = result.case.requirements.join(" ");
            notes.push_str(&format!("requirements: {}\n", clean(&requirements)));
        }
        if let Some(stated) = &result.case.verdict {
            notes.push_str(&format!("stated verdict: {}\n", clean(stated)));
        }
        let case = judged(run, names, &suite, &result.case.id, found, otherwise, &notes);
        entry.add_test_case(case);
    }
    if let Some(found) = findings.get(&None) {
        let name = "outside test cases";
        let (entry, names) = suites
            .entry(only.clone())
            .or_insert_with(|| (TestSuite::new(clean(&only)), Names::default()));
        let status = TestCaseStatus::success();
        entry.add_test_case(judged(run, names, &only, name, found, status, ""));
    }
    report.add_test_suites(suites.into_values().map(|(suite, _)| suite));
}

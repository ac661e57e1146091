//! The page in a browser: what is clicked does what it says, something is seen, and nothing is
//! fetched.

mod devtools;

use std::path::{Path, PathBuf};
use std::time::Duration;

use devtools::{Browser, find};

use crate::made;
use crate::reports;
use crate::run::{gbcheck, hex_line};

const LOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/logs");

/// How long the processor may work to open a page of ten thousand findings.
const MAX_TO_OPEN: Duration = Duration::from_secs(2);
/// How large a page of ten thousand findings may be, in octets.
const MAX_SIZE: u64 = 10_000_000;

/// Starts a browser; `None`, and a word on it, where there is none.
fn browser() -> Option<Browser> {
    let found = find();
    if found.is_none() {
        eprintln!("skipped: no Chromium is here, so the page was not looked at");
    }
    found.map(|program| Browser::start(&program))
}

fn report(folder: &Path, inputs: &str) -> PathBuf {
    let path = folder.join("report.html");
    let target = format!("html={}", path.display());
    let ran =
        gbcheck(&["check", inputs, "--keys", &format!("{LOGS}/keys"), "--report", &target], b"");
    assert_eq!(ran.code, 1, "{}", ran.err);
    path
}

#[test]
fn the_page_does_what_is_clicked_and_fetches_nothing() {
    let Some(mut page) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = report(folder.path(), LOGS);
    page.open(&path);

    let all = page.number("document.querySelectorAll('article').length");
    assert!(all > 10.0);
    assert_eq!(page.text("document.getElementById('told').textContent"), format!("{all} findings"));
    assert_eq!(page.text("getComputedStyle(document.getElementById('filter')).display"), "flex");

    filter(&mut page, all);
    finding(&mut page);
    device_and_timeline(&mut page);

    assert_eq!(page.complaints(), Vec::<String>::new());
    let fetched = page.requests();
    assert!(fetched.iter().all(|url| url.starts_with("file://") && url.contains("report.html")));
    assert_eq!(fetched.len(), 1, "{fetched:?}");
}

const SHOWN: &str =
    "[...document.querySelectorAll('article')].filter((a) => a.checkVisibility()).length";

/// Typing and choosing narrow what is shown; clearing shows all again.
fn filter(page: &mut Browser, all: f64) {
    page.click("input[name=words]");
    page.type_text("VLT003");
    let of_rule = "document.querySelectorAll('[data-rule^=VLT003] article').length";
    page.until(&format!(
        "document.getElementById('told').textContent.startsWith({of_rule} + ' finding')"
    ));
    assert!(page.number(SHOWN) > 0.0 && page.number(SHOWN) == page.number(of_rule));
    page.click("button[type=reset]");
    page.until(&format!("document.getElementById('told').textContent === '{all} findings'"));
    page.run("document.querySelector('select[name=severity]').value = 'warning'");
    page.run("document.getElementById('filter').dispatchEvent(new Event('input'))");
    let warnings = "document.querySelectorAll('article[data-severity=warning]').length";
    page.until(&format!(
        "document.getElementById('told').textContent === {warnings} + ' findings'"
    ));
    page.click("button[type=reset]");
    page.until(&format!("document.getElementById('told').textContent === '{all} findings'"));
    page.click("a[data-family=VLT]");
    page.until("document.querySelector('select[name=family]').value === 'VLT'");
    page.until(&format!("document.getElementById('told').textContent !== '{all} findings'"));
    page.click("button[type=reset]");
    page.until(&format!("document.getElementById('told').textContent === '{all} findings'"));
}

/// A group opens by a click and by the keyboard, and holds findings with octets marked.
fn finding(page: &mut Browser) {
    page.run("for (const group of document.querySelectorAll('details.group')) group.open = false");
    page.click("details.group summary");
    page.until("document.querySelector('details.group').open");
    // Enter closes what is open.
    page.press_enter();
    page.until("!document.querySelector('details.group').open");
    page.click("details.group summary");
    page.until("document.querySelector('details.group').open");
    page.until("document.querySelector('details.group article').checkVisibility()");
    assert!(page.number("document.querySelectorAll('pre.tree mark').length") > 5.0);
    assert!(page.number("document.querySelectorAll('pre:not(.tree) mark').length") > 5.0);
    page.scroll_to("details.group article");
    page.assert_not_empty();
}

/// The table leads to a device, its timeline to a finding.
fn device_and_timeline(page: &mut Browser) {
    // Those that are drawn with a finding.
    let device = page.text("document.querySelector('.timeline a').closest('details').id");
    page.click(&format!("a[href='#{device}']"));
    page.until(&format!("document.getElementById('{device}').open"));
    page.scroll_to(&format!("#{device}"));
    page.assert_not_empty();
    let mark = format!("#{device} .timeline a");
    let finding =
        page.text(&format!("document.querySelector('{mark}').getAttribute('href').slice(1)"));
    page.click(&mark);
    page.until(&format!("location.hash === '#{finding}'"));
    page.until(&format!("document.getElementById('{finding}').checkVisibility()"));
    page.until(&format!(
        "(() => {{ const box = document.getElementById('{finding}').getBoundingClientRect(); \
         return box.top >= 0 && box.top < innerHeight }})()"
    ));
    assert!(page.number("document.querySelectorAll('.voltage .average').length") > 0.0);
    page.run("document.querySelector('.voltage').closest('details').open = true");
    page.scroll_to(".voltage svg");
    page.assert_not_empty();
}

#[test]
fn hostile_text_does_nothing_in_a_browser() {
    let Some(mut page) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = report(folder.path(), &reports::hostile(folder.path()));
    page.open(&path);
    page.until("document.getElementById('told').textContent.includes(' finding')");
    assert!(page.text("document.body.textContent").contains("<script>alert(1)"));
    assert_eq!(page.number("document.scripts.length"), 1.0);
    assert_eq!(page.complaints(), Vec::<String>::new());
    assert_eq!(page.requests().len(), 1);
}

#[test]
fn the_page_is_whole_without_javascript() {
    let Some(mut page) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = report(folder.path(), LOGS);
    page.without_javascript();
    page.open(&path);
    assert_eq!(page.text("getComputedStyle(document.getElementById('filter')).display"), "none");
    // A group opens by itself.
    page.scroll_to("details.group:not([open]) summary");
    page.click("details.group:not([open]) summary");
    page.assert_not_empty();
    let hidden = "document.querySelectorAll('article[hidden], article.later').length";
    assert_eq!(page.number(hidden), 0.0);
}

/// A log of commands that are cut short, ten to a device: nearly three findings each.
fn many(findings: usize) -> String {
    let message = made::dlms_command();
    let whole = made::METER.0;
    let at = message.windows(8).position(|octets| octets == whole).unwrap();
    let mut lines = String::new();
    for n in 0..findings / 3 + findings / 80 {
        let mut message = message[..message.len() - 1 - n % 40].to_vec();
        message[at + 6..at + 8].copy_from_slice(&((n / 10) as u16).to_be_bytes());
        let time = format!("2026-03-02T{:02}:{:02}:{:02}Z", n / 3600, n / 60 % 60, n % 60);
        let payload = hex_line(&message);
        lines.push_str(&format!(
            "{{\"record\":\"message\",\"time\":\"{time}\",\"direction\":\"to-device\",\"payload\":\"{}\"}}\n",
            payload.trim()
        ));
    }
    lines
}

#[test]
fn a_page_of_ten_thousand_findings_is_small_and_opens_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("many.jsonl");
    std::fs::write(&input, many(10_000)).unwrap();
    let path = report(folder.path(), input.to_str().unwrap());
    let page = std::fs::read_to_string(&path).unwrap();
    let findings = page.matches("<article ").count();
    assert!(findings >= 10_000, "{findings}");
    assert!((page.len() as u64) < MAX_SIZE, "{} octets for {findings} findings", page.len());
    let Some(mut page) = browser() else { return };
    page.open(&path);
    page.until("document.getElementById('told').textContent.endsWith(' findings')");
    // Not the time by a clock: what else the machine does is not the page's doing.
    let took = page.processor_time();
    assert!(took < MAX_TO_OPEN, "{took:?} for {findings} findings");
    assert!(page.number(SHOWN) <= 50.0 * page.number("document.querySelectorAll('.group').length"));
    page.assert_not_empty();
}

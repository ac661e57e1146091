//! A headless Chromium, spoken to over its pipe for developer tools: JSON messages that end in a zero
//! octet. The browser reads them from descriptor 3 and answers on 4; a shell puts the two in place.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Where Chromium may be found, the first that is there.
const PROGRAMS: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
];
/// What makes the browser keep to itself: no first run, no updates, no accounts, no window.
const OPTIONS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
];
/// How long the page may take to do what it was asked; only a page that never does it takes so long.
const PATIENCE: Duration = Duration::from_secs(30);

/// The browser's program, if there is one; `GBCHECK_CHROMIUM` may name it.
pub fn find() -> Option<PathBuf> {
    let named = std::env::var_os("GBCHECK_CHROMIUM").map(PathBuf::from);
    named.into_iter().chain(PROGRAMS.map(PathBuf::from)).find(|path| path.is_file())
}

/// A browser with one page.
pub struct Browser {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    session: Option<String>,
    sent: u64,
    events: Vec<Value>,
    /// Of the browser alone; it goes with it.
    _profile: TempDir,
}

impl Browser {
    /// Starts the browser with an empty page of 1200 by 900.
    pub fn start(program: &Path) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null", "sh"])
            .arg(program)
            .args(OPTIONS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to = child.stdin.take().unwrap();
        let from = BufReader::new(child.stdout.take().unwrap());
        let mut browser =
            Self { child, to, from, session: None, sent: 0, events: Vec::new(), _profile: profile };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.call("Target.attachToTarget", attach);
        browser.session = Some(session["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Network", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser.call("Performance.enable", json!({ "timeDomain": "threadTicks" }));
        let size = json!({ "width": 1200, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        browser.call("Emulation.setDeviceMetricsOverride", size);
        browser
    }

    fn receive(&mut self) -> Value {
        let mut message = Vec::new();
        self.from.read_until(0, &mut message).unwrap();
        assert_eq!(message.pop(), Some(0), "the browser has gone");
        serde_json::from_slice(&message).unwrap()
    }

    fn call(&mut self, method: &str, params: Value) -> Value {
        self.sent += 1;
        let mut message = json!({ "id": self.sent, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        self.to.write_all(message.to_string().as_bytes()).unwrap();
        self.to.write_all(&[0]).unwrap();
        self.to.flush().unwrap();
        loop {
            let answer = self.receive();
            if answer["id"] == self.sent {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            self.events.push(answer);
        }
    }

    /// Switches the page's own scripts off.
    pub fn without_javascript(&mut self) {
        self.call("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    }

    /// Opens a file, and waits until it is loaded.
    pub fn open(&mut self, path: &Path) {
        self.call("Page.navigate", json!({ "url": format!("file://{}", path.display()) }));
        while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
            let event = self.receive();
            self.events.push(event);
        }
    }

    /// The value of an expression.
    pub fn run(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true });
        let answer = self.call("Runtime.evaluate", params);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// The value of an expression that is text.
    pub fn text(&mut self, expression: &str) -> String {
        self.run(expression).as_str().unwrap_or_else(|| panic!("{expression}")).to_owned()
    }

    /// The value of an expression that is a number.
    pub fn number(&mut self, expression: &str) -> f64 {
        self.run(expression).as_f64().unwrap_or_else(|| panic!("{expression}"))
    }

    /// Waits until an expression is true.
    pub fn until(&mut self, expression: &str) {
        let begun = Instant::now();
        while self.run(expression) != Value::Bool(true) {
            assert!(begun.elapsed() < PATIENCE, "it never came true: {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Brings an element into view.
    pub fn scroll_to(&mut self, selector: &str) {
        self.run(&format!(
            "document.querySelector({}).scrollIntoView({{ block: 'center' }})",
            Value::from(selector)
        ));
    }

    /// Clicks where an element is, as a mouse does: what lies over it would be hit in its place.
    pub fn click(&mut self, selector: &str) {
        self.scroll_to(selector);
        let place = self.run(&format!(
            "(() => {{ const box = document.querySelector({}).getBoundingClientRect(); \
             return [box.x + box.width / 2, box.y + box.height / 2] }})()",
            Value::from(selector)
        ));
        for (kind, buttons) in [("mousePressed", 1), ("mouseReleased", 0)] {
            let event = json!({
                "type": kind, "x": place[0], "y": place[1],
                "button": "left", "buttons": buttons, "clickCount": 1,
            });
            self.call("Input.dispatchMouseEvent", event);
        }
    }

    /// Types text into what has the focus.
    pub fn type_text(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// Presses Enter.
    pub fn press_enter(&mut self) {
        for kind in ["keyDown", "keyUp"] {
            let key = json!({
                "type": kind, "key": "Enter", "code": "Enter", "text": "\r",
                "windowsVirtualKeyCode": 13,
            });
            self.call("Input.dispatchKeyEvent", key);
        }
    }

    /// How long the processor has worked for the page since it was asked for.
    pub fn processor_time(&mut self) -> Duration {
        let answer = self.call("Performance.getMetrics", json!({}));
        let metrics = answer["metrics"].as_array().unwrap();
        let tasks = metrics.iter().find(|metric| metric["name"] == "TaskDuration").unwrap();
        Duration::from_secs_f64(tasks["value"].as_f64().unwrap())
    }

    /// Looks at what is seen: a page that shows something has many colours, and one that is empty
    /// has one.
    pub fn assert_not_empty(&mut self) {
        let answer = self.call("Page.captureScreenshot", json!({ "format": "png" }));
        let picture = data_encoding::BASE64.decode(answer["data"].as_str().unwrap().as_bytes());
        let picture = std::io::Cursor::new(picture.unwrap());
        let mut reader = png::Decoder::new(picture).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let samples = info.color_type.samples();
        let mut counts = std::collections::HashMap::new();
        for pixel in pixels[..info.buffer_size()].chunks(samples) {
            *counts.entry(pixel.to_vec()).or_insert(0_usize) += 1;
        }
        let commonest = counts.values().max().unwrap();
        let all = (info.width * info.height) as usize;
        assert!(counts.len() > 20, "{} colours", counts.len());
        assert!(commonest * 100 < all * 99, "{commonest} of {all} pixels are alike");
    }

    /// Addresses that were fetched since the start.
    pub fn requests(&self) -> Vec<String> {
        let requests = self.events.iter().filter(|e| e["method"] == "Network.requestWillBeSent");
        requests.map(|e| e["params"]["request"]["url"].as_str().unwrap().to_owned()).collect()
    }

    /// What scripts and the browser had to complain of.
    pub fn complaints(&self) -> Vec<String> {
        let wrong = |event: &&Value| match event["method"].as_str() {
            Some("Runtime.exceptionThrown") => true,
            Some("Log.entryAdded") => event["params"]["entry"]["level"] == "error",
            Some("Runtime.consoleAPICalled") => event["params"]["type"] == "error",
            _ => false,
        };
        self.events.iter().filter(wrong).map(Value::to_string).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Where a test has failed the browser may be gone already.
        let close = json!({ "id": self.sent + 1, "method": "Browser.close" }).to_string() + "\0";
        let _ = self.to.write_all(close.as_bytes());
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            let begun = Instant::now();
            while self.child.try_wait().is_ok_and(|ended| ended.is_none())
                && begun.elapsed() < Duration::from_secs(5)
            {
                std::thread::sleep(Duration::from_millis(20));
            }
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

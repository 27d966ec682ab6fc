//! A browser driven over WebDriver: the few calls of the protocol that these tests need, on the standard library. The protocol
//! is JSON over HTTP to a process on this machine; a client crate would bring an asynchronous runtime for that.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long the driver may take to start, and a page to do what it was asked for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Chromium behind its driver; both end with it.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// Starts the driver on a port of its choice, and the browser without a window.
    pub fn start() -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver starts; .ci/setup installs it (chromium and chromium-driver of Debian)");
        let mut lines = BufReader::new(driver.stdout.take().expect("it was asked for")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok())
            .expect("chromedriver says its port");
        // What it says later is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let mut browser = Self { driver, port, session: String::new() };
        let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=ja"];
        let capabilities = json!({ "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
        } });
        let answer = browser.send("POST", "/session", &json!({ "capabilities": capabilities }));
        browser.session = answer["sessionId"].as_str().expect("chromium starts").to_owned();
        browser
    }

    /// Opens a file.
    pub fn open(&self, path: &std::path::Path) {
        self.call("url", &json!({ "url": format!("file://{}", path.display()) }));
    }

    /// The width of the page, and whether it is that of a telephone.
    pub fn resize(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700 });
        self.command("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Light or dark, as the system would ask for it.
    pub fn prefer(&self, scheme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.command("Emulation.setEmulatedMedia", &features);
    }

    /// What a function with this body returns on the page.
    pub fn run(&self, body: &str) -> Value {
        self.call("execute/sync", &json!({ "script": body, "args": [] }))
    }

    /// What such a function hands to its last argument.
    pub fn wait_for_result(&self, body: &str) -> Value {
        self.call("execute/async", &json!({ "script": body, "args": [] }))
    }

    /// Waits until an expression is true on the page.
    pub fn wait(&self, expression: &str) {
        let start = Instant::now();
        while self.run(&format!("return !!({expression})")) != Value::Bool(true) {
            assert!(start.elapsed() < PATIENCE, "not so in time: {expression}");
            sleep(Duration::from_millis(20));
        }
    }

    /// Clicks as somebody would: the element has to be on the page, in sight and under nothing else.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.call(&format!("element/{element}/click"), &json!({}));
    }

    /// Types into an element.
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.call(&format!("element/{element}/value"), &json!({ "text": text }));
    }

    /// Presses keys, whatever has the focus.
    pub fn press(&self, keys: &str) {
        let key = |key: char| [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        let actions: Vec<Value> = keys.chars().flat_map(key).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.call("actions", &json!({ "actions": [keyboard] }));
    }

    /// The page as a PDF, in base 64.
    pub fn print(&self, pages: &[&str]) -> String {
        let answer = self.call("print", &json!({ "page": { "width": 21.0, "height": 29.7 }, "pageRanges": pages }));
        answer.as_str().expect("a document").to_owned()
    }

    /// What is in sight as a PNG, in base 64.
    pub fn screenshot(&self) -> String {
        self.get("screenshot").as_str().expect("a picture").to_owned()
    }

    /// What the console has said since it was last asked.
    pub fn console(&self) -> Vec<String> {
        let entries = self.call("se/log", &json!({ "type": "browser" }));
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries.iter().map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect()
    }

    fn element(&self, selector: &str) -> String {
        let found = self.call("element", &json!({ "using": "css selector", "value": selector }));
        let (_, id) = found.as_object().and_then(|found| found.iter().next()).expect("an element");
        id.as_str().expect("its id").to_owned()
    }

    /// A command of the browser's own protocol.
    fn command(&self, name: &str, parameters: &Value) {
        self.call("goog/cdp/execute", &json!({ "cmd": name, "params": parameters }));
    }

    fn call(&self, path: &str, body: &Value) -> Value {
        self.send("POST", &format!("/session/{}/{path}", self.session), body)
    }

    fn get(&self, path: &str) -> Value {
        self.send("GET", &format!("/session/{}/{path}", self.session), &Value::Null)
    }

    /// One request on a connection of its own; what the driver answers, or a panic with what it complains of.
    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("chromedriver listens");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).expect("it reads");
        // The driver keeps the connection open: the answer ends where its head says.
        stream.set_read_timeout(Some(2 * PATIENCE)).expect("it is a time");
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap_or_else(|error| panic!("{path}: no answer: {error}"));
            let Some((name, value)) = line.split_once(':') else {
                if line.trim().is_empty() {
                    break;
                }
                continue;
            };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer).unwrap_or_else(|error| panic!("{path}: half an answer: {error}"));
        let answer: Value = serde_json::from_slice(&answer).expect("it answers in JSON");
        let value = &answer["value"];
        assert!(value["error"].is_null(), "{path}: {}: {}", value["error"], value["message"]);
        value.clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !std::thread::panicking() && !self.session.is_empty() {
            self.send("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        // The driver ends its browser with it.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

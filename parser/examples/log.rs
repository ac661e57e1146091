//! The messages of a log, a line each. A response is named by the command that it answers.
//!
//! `cargo run -p gbcs-parser --features text-log --example log -- LOG.jsonl`

#![allow(clippy::print_stdout)]

use std::collections::HashMap;
use std::io::BufRead;

use gbcs_parser::dlms::bind_response;
use gbcs_parser::log::{Form, Problem, read};
use gbcs_parser::record::Body;
use gbcs_parser::{CraFlag, Message};

/// A line for each message: use case, kind, originator, and the paths of the data of a response.
fn shown(log: impl BufRead + Send, path: &str) -> Result<Vec<String>, Problem> {
    let mut lines = Vec::new();
    let mut commands: HashMap<_, Vec<u8>> = HashMap::new();
    for record in read(Form::JsonLines, log, path) {
        let Body::Message(found) = record?.body else { continue };
        let mut message = Message::decode(&found.payload);
        let envelope = &message.envelope;
        let (code, counter) = (envelope.message_code(), envelope.counter());
        let mut line = format!(
            "{} {} from {}",
            message.use_case().unwrap_or("unknown message code"),
            envelope.cra().map_or("message", CraFlag::name),
            envelope.originator().map_or_else(String::new, |id| id.to_string()),
        );
        match envelope.cra() {
            Some(CraFlag::Command) => {
                commands.insert((code, counter, envelope.recipient()), found.payload.clone());
            }
            Some(CraFlag::Response) => {
                let asked = (code, counter, envelope.originator());
                if let Some(command) = commands.get(&asked) {
                    bind_response(&mut message, &Message::decode(command));
                    line.push_str(", to a command of this log");
                }
            }
            _ => {}
        }
        lines.push(line);
    }
    Ok(lines)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("the path of a log is missing")?;
    let log = std::io::BufReader::new(std::fs::File::open(&path)?);
    for line in shown(log, &path).map_err(|problem| problem.to_string())? {
        println!("{line}");
    }
    Ok(())
}

#[test]
fn the_bundled_log_of_voltages_pairs_its_responses() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus/logs/conforming-esme-voltage.jsonl");
    let log = std::io::BufReader::new(std::fs::File::open(path).unwrap());
    let lines = shown(log, path).unwrap();
    let responses = lines.iter().filter(|line| line.contains(" response ")).count();
    let paired = lines.iter().filter(|line| line.ends_with("of this log")).count();
    assert!(responses > 0);
    assert_eq!(responses, paired, "{lines:#?}");
}

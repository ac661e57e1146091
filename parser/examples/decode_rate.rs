//! How fast messages are decoded: the hex files of a folder, in memory, in a loop.
//!
//! `cargo run --release -p gbcs-parser --example decode_rate -- FOLDER [SECONDS]`

#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use gbcs_parser::catalogue::Protocol;
use gbcs_parser::{Message, Tree};

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("hex")) {
            files.push(path);
        }
    }
    Ok(())
}

/// The octets of hexadecimal text.
fn octets(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

fn measure(name: &str, messages: &[&[u8]], time: Duration) {
    let (mut decoded, mut nodes, mut size) = (0u64, 0u64, 0u64);
    let mut tree = Tree::default();
    let start = Instant::now();
    while start.elapsed() < time && !messages.is_empty() {
        for wire in messages {
            let message = Message::decode_with(wire, tree);
            decoded += 1;
            nodes += message.tree.nodes().len() as u64;
            size += wire.len() as u64;
            tree = std::hint::black_box(message).into_tree();
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{name:5} {:4} messages: {:9.0} messages/s, {:5.1} MB/s, {:6.0} ns a message, {:5.1} ns a node",
        messages.len(),
        decoded as f64 / seconds,
        size as f64 / seconds / 1e6,
        seconds * 1e9 / decoded as f64,
        seconds * 1e9 / nodes as f64,
    );
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| ".".to_owned());
    let seconds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(2.0);
    let time = Duration::from_secs_f64(seconds);
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files)?;
    files.sort();
    let mut messages = Vec::new();
    for file in files {
        messages.push(octets(&std::fs::read_to_string(file)?));
    }
    let all: Vec<&[u8]> = messages.iter().map(Vec::as_slice).collect();
    measure("all", &all, time);
    for protocol in [Protocol::Dlms, Protocol::Gbz, Protocol::Asn1] {
        let of = |wire: &&&[u8]| Message::decode(wire).payload.protocol() == Some(protocol);
        let some: Vec<&[u8]> = all.iter().filter(of).copied().collect();
        measure(protocol.name(), &some, time);
    }
    Ok(())
}

//! The fuzz targets by name, and the seeds that they begin with.

use std::collections::BTreeMap;
use std::io::Write as _;

use data_encoding::{BASE64, HEXUPPER};
use gbcs_parser::log::Form;
use serde_json::Value;

use super::{Broken, built, fault, judge, kept, keys};
use crate::bundled::bundled;

/// A fuzz target.
pub struct Target {
    /// The name of its file in `fuzz/fuzz_targets` and of its folders.
    pub name: &'static str,
    /// What must hold for any octets.
    pub body: fn(&[u8]) -> Result<(), Broken>,
    /// What fuzzing begins with.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target { name: "decode", body: super::message, seeds: messages },
    Target { name: "roundtrip", body: built::roundtrip, seeds: choices },
    Target { name: "check", body: judge::check, seeds: logs },
    Target { name: "break_one", body: fault::break_one, seeds: choices },
    Target { name: "hex_log", body: hex_log, seeds: hex_logs },
    Target { name: "jsonl", body: jsonl, seeds: logs },
    Target { name: "duis_xml", body: duis_xml, seeds: documents },
    Target { name: "pcap", body: pcap, seeds: captures },
    Target { name: "archive", body: archive, seeds: archives },
    Target { name: "crypto", body: keys::crypto, seeds: key_files },
    Target { name: "kept", body: kept::kept, seeds: kept::seeds },
];

/// Text in hexadecimal or base64, as the form of either.
///
/// # Errors
/// What does not hold.
pub fn hex_log(octets: &[u8]) -> Result<(), Broken> {
    super::log_of(Form::Hex, octets)?;
    super::log_of(Form::Gfi, octets)
}

/// The native log.
///
/// # Errors
/// What does not hold.
pub fn jsonl(octets: &[u8]) -> Result<(), Broken> {
    super::log_of(Form::JsonLines, octets)
}

/// XML, alone, under lines of time, and in a table.
///
/// # Errors
/// What does not hold.
pub fn duis_xml(octets: &[u8]) -> Result<(), Broken> {
    super::log_of(Form::Xml, octets)?;
    super::log_of(Form::NodeRed, octets)?;
    super::log_of(Form::Csv, octets)
}

/// A packet capture.
///
/// # Errors
/// What does not hold.
pub fn pcap(octets: &[u8]) -> Result<(), Broken> {
    super::log_of(Form::Pcap, octets)
}

/// What is packed, in each form.
///
/// # Errors
/// What does not hold.
pub fn archive(octets: &[u8]) -> Result<(), Broken> {
    [Form::Gzip, Form::Zstd, Form::Zip].into_iter().try_for_each(|form| super::log_of(form, octets))
}

/// The messages of a native log.
fn payloads(log: &[u8]) -> Vec<Vec<u8>> {
    log.split(|octet| *octet == b'\n')
        .filter_map(|line| {
            let record: Value = serde_json::from_slice(line).ok()?;
            HEXUPPER.decode(record["payload"].as_str()?.as_bytes()).ok()
        })
        .collect()
}

fn bundled_logs() -> Vec<(String, Vec<u8>)> {
    let logs = bundled().map(|(logs, _)| logs).unwrap_or_default();
    logs.into_iter().map(|log| (log.name, log.log)).collect()
}

/// The messages of the bundled logs without planted faults.
#[must_use]
pub fn conforming_messages() -> Vec<Vec<u8>> {
    let logs = bundled_logs();
    let conforming = logs.iter().filter(|(name, _)| name.starts_with("conforming"));
    conforming.flat_map(|(_, log)| payloads(log)).collect()
}

/// A message of each use case and kind; the first of its length class stands for the others.
fn messages() -> Vec<Vec<u8>> {
    let mut kinds = BTreeMap::new();
    for octets in bundled_logs().iter().flat_map(|(_, log)| payloads(log)) {
        let message = gbcs_parser::Message::decode(&octets);
        let kind = (message.envelope.message_code(), message.envelope.cra().map(|cra| cra.name()));
        kinds.entry((kind, octets.len() / 64)).or_insert(octets);
    }
    kinds.into_values().collect()
}

/// Lines of the beginning of a log; a fuzzer works best on small inputs.
const LINES: usize = 12;

fn logs() -> Vec<Vec<u8>> {
    let mut seeds = taught();
    for (_, log) in bundled_logs() {
        let lines: Vec<&[u8]> = log.split_inclusive(|octet| *octet == b'\n').collect();
        seeds.extend(lines.chunks(LINES).take(4).map(<[&[u8]]>::concat));
    }
    seeds
}

/// Beginnings of logs with a certificate in front, which messages behind it are verified with.
fn taught() -> Vec<Vec<u8>> {
    let files = bundled().map(|(_, files)| files).unwrap_or_default();
    let certificates = files.iter().filter(|file| file.name.ends_with("-ds.pem"));
    let logs = bundled_logs();
    let taught = certificates.zip(&logs).take(4).map(|(file, (_, log))| {
        let record = serde_json::json!({
            "record": "credentials",
            "time": "2025-01-01T00:00:00Z",
            "remote_party_role": "Supplier",
            "certificate_type": "DigitalSigning",
            "certificate": file.text,
        });
        let lines = log.split_inclusive(|octet| *octet == b'\n').take(LINES);
        let (head, behind): (Vec<&[u8]>, Vec<&[u8]>) =
            lines.partition(|line| line.starts_with(b"{\"record\":\"log\""));
        [head.concat(), format!("{record}\n").into_bytes(), behind.concat()].concat()
    });
    taught.collect()
}

/// Octets that choose: long enough that all choices can be made.
fn choices() -> Vec<Vec<u8>> {
    (0..24)
        .map(|seed| {
            let mut random = crate::random::Random::new(seed, "choices");
            (0..64 << (seed % 4)).map(|_| random.below(256) as u8).collect()
        })
        .collect()
}

fn hex_logs() -> Vec<Vec<u8>> {
    let messages = messages();
    let mut seeds = Vec::new();
    for pair in messages.chunks(2).take(12) {
        let mut seed = b"# sent\n".to_vec();
        for octets in pair {
            let text = HEXUPPER.encode(octets);
            let spaced: Vec<&str> =
                (0..text.len() / 2).filter_map(|n| text.get(2 * n..2 * n + 2)).collect();
            let _ = writeln!(seed, "2025-02-03T04:05:06Z {text}\n{}\n", BASE64.encode(octets));
            let _ = writeln!(seed, "{{ 0x{} }};\n", spaced.join(", 0x"));
            let _ = writeln!(seed, "GBCS:DATA#0:{}:{text}", octets.len());
        }
        seeds.push(seed);
    }
    seeds
}

fn documents() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for octets in messages().iter().take(12) {
        let text = BASE64.encode(octets);
        let xml = format!(
            "<?xml version=\"1.0\"?><sr:Response xmlns:sr=\"http://www.dccinterface.co.uk/\
             ServiceUserGateway\" schemaVersion=\"5.1\"><sr:Header><sr:ResponseID>5E-00-00-00-00-\
             00-00-02:5E-00-00-00-00-00-00-01:1000</sr:ResponseID><sr:ResponseCode>I0</sr:\
             ResponseCode></sr:Header><sr:Body><sr:ResponseMessage><sr:GBCSPayload>{text}</sr:\
             GBCSPayload></sr:ResponseMessage></sr:Body></sr:Response>\n"
        );
        seeds.push(xml.clone().into_bytes());
        seeds.push(format!("--- Fri Aug 19 2022 08:03:25 GMT+0100 ---\n{xml}").into_bytes());
        seeds.push(format!("DeviceID,Response\n5E-00-00-00-00-00-00-02,{text}\n").into_bytes());
    }
    seeds
}

/// Captures of Ethernet, IPv4 and TCP, and of raw IP: their headers are all zero but where the
/// reader must go on.
fn captures() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for (link, octets) in [1u32, 101, 195, 230].into_iter().cycle().zip(messages().iter().take(12))
    {
        let mut frame = Vec::new();
        if link == 1 {
            frame.extend([0; 12]);
            frame.extend([0x08, 0x00]);
        }
        if link == 1 || link == 101 {
            let total = (40 + octets.len()) as u16;
            frame.extend([0x45, 0]);
            frame.extend(total.to_be_bytes());
            frame.extend([0, 0, 0, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2]);
            frame.extend([
                0x10, 0x00, 0x10, 0x01, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 0x18, 1, 0, 0, 0, 0, 0,
            ]);
        }
        frame.extend(octets);
        let size = (frame.len() as u32).to_le_bytes();
        let mut pcap = vec![0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0];
        pcap.extend(link.to_le_bytes());
        pcap.extend([0; 8]);
        pcap.extend(size);
        pcap.extend(size);
        pcap.extend(&frame);
        seeds.push(pcap);
    }
    seeds
}

/// Archives without compression: gzip and zip of stored data.
fn archives() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for octets in hex_logs().iter().take(6) {
        let (size, sum) = (octets.len() as u16, crc32(octets));
        let mut gzip = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1];
        gzip.extend(size.to_le_bytes());
        gzip.extend((!size).to_le_bytes());
        gzip.extend(octets);
        gzip.extend(sum.to_le_bytes());
        gzip.extend(u32::from(size).to_le_bytes());
        seeds.push(gzip);
        let mut header = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        header.extend(sum.to_le_bytes());
        header.extend(u32::from(size).to_le_bytes());
        header.extend(u32::from(size).to_le_bytes());
        header.extend([5, 0, 0, 0]);
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend(&header);
        zip.extend(b"a.hex");
        zip.extend(octets);
        let directory = zip.len() as u32;
        zip.extend(b"PK\x01\x02\x14\x00");
        zip.extend(&header);
        zip.extend([0; 14]);
        zip.extend(b"a.hex");
        let directory_size = zip.len() as u32 - directory;
        zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
        zip.extend(directory_size.to_le_bytes());
        zip.extend(directory.to_le_bytes());
        zip.extend([0, 0]);
        seeds.push(zip);
        // One raw block of one frame: magic, descriptor (single segment, two octets of size).
        let mut zstd = vec![0x28, 0xB5, 0x2F, 0xFD, 0x60];
        zstd.extend(size.saturating_sub(256).to_le_bytes());
        zstd.extend((u32::from(size) << 3 | 1).to_le_bytes().iter().take(3));
        zstd.extend(octets);
        seeds.push(zstd);
    }
    seeds
}

/// The check sum of gzip and zip.
fn crc32(octets: &[u8]) -> u32 {
    !octets.iter().fold(!0u32, |sum, octet| {
        (0..8).fold(sum ^ u32::from(*octet), |sum, _| sum >> 1 ^ (0xEDB8_8320 * (sum & 1)))
    })
}

fn key_files() -> Vec<Vec<u8>> {
    let files = bundled().map(|(_, files)| files).unwrap_or_default();
    files.into_iter().take(8).map(|key| key.text.into_bytes()).chain(choices()).collect()
}

/// Strings that are worth trying, in the form of libFuzzer's dictionaries: tags, names of fields,
/// and long forms of lengths.
#[must_use]
pub fn dictionary() -> String {
    let octets: [&[u8]; 22] = [
        &[0xDD, 0, 0, 0, 0, 0, 0],
        &[0x11, 0, 0, 0, 0],
        &[0x31, 0, 0, 0, 0],
        &[0xDF, 0x09, 0x01],
        &[0xDF, 0x09, 0x02],
        &[0xDF, 0x09, 0x03],
        &[0xDD, 0x09],
        &[0x00, 0x02],
        &[0xD9, 0x20],
        &[0xDA, 0x20],
        &[0x0F],
        &[0xE0, 0x80],
        &[0x40],
        &[0x81, 0xFF],
        &[0x82, 0xFF, 0xFF],
        &[0x84, 0xFF, 0xFF, 0xFF, 0xFF],
        &[0x13],
        &[0x02, 0x02],
        &[0x09, 0x0C],
        &[0x30, 0x80],
        &[0x01, 0x09],
        &[0x18, 0x0F],
    ];
    let words = [
        "\"record\":",
        "\"message\"",
        "\"log\"",
        "\"device\"",
        "\"configuration\"",
        "\"stimulus\"",
        "\"dcc_alert\"",
        "\"log_entry\"",
        "\"credentials\"",
        "\"test_case\"",
        "\"time\":",
        "\"payload\":",
        "\"device_id\":",
        "2025-02-03T04:05:06.000Z",
        "GBCS:DATA#",
        "GBCSPayload",
        "<![CDATA[",
        "<!DOCTYPE",
        "&#x0;",
        "BEGIN CERTIFICATE",
        "BEGIN PUBLIC",
        "BEGIN EC",
    ];
    let mut text = String::from("# Strings worth trying, as the corpus names them.\n");
    let quoted = |octets: &[u8]| -> String {
        octets.iter().map(|octet| format!("\\x{octet:02X}")).collect()
    };
    for octets in octets.into_iter().chain(words.iter().map(|word| word.as_bytes())) {
        text.push_str(&format!("\"{}\"\n", quoted(octets)));
    }
    text
}

//! Tables with a column of messages, of XML, or of devices.
//!
//! Exports are found whose quoted XML does not double its own quotes; they are read as well.

use std::collections::VecDeque;
use std::io::{BufRead, Cursor};
use std::sync::Arc;

use super::lines::Lines;
use super::xml::{Block, Xml};
use super::{Problem, ProblemKind, message_record, payload_text};
use crate::limits::ReadLimits;
use crate::message::EntityId;
use crate::record::{Body, Device, Record, Time};

/// Lines that a quoted field which is no XML may have. A quote that was never meant to open a
/// field would take the rest of the table.
const MAX_FIELD_LINES: u32 = 100;

/// Reads a table.
pub(super) struct Table<R> {
    lines: Lines<R>,
    limits: ReadLimits,
    path: Arc<str>,
    delimiter: u8,
    columns: Vec<Column>,
    names: Vec<String>,
    row: Row,
    /// Line on which the row began.
    row_line: u64,
    rows: u64,
    told: bool,
    ended: bool,
    ready: VecDeque<Result<Record, Problem>>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    DeviceId,
    DeviceType,
    Commissioned,
    SmetsChtsVersion,
    GbcsVersion,
    FirmwareVersion,
    Manufacturer,
    Model,
    Status,
    Mpxn,
    Time,
    Payload,
    Other,
}

impl Column {
    fn of(name: &str) -> Self {
        let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        match name.to_ascii_lowercase().as_str() {
            "deviceid" | "id" | "eui" | "eui64" | "guid" => Self::DeviceId,
            "type" | "devicetype" => Self::DeviceType,
            "commissioned" | "datecommissioned" | "commissioneddate" | "commisioneddate" => {
                Self::Commissioned
            }
            "smetschtsversion" => Self::SmetsChtsVersion,
            "gbcsversion" | "devicegbcsversion" => Self::GbcsVersion,
            "firmwareversion" | "devicefirmwareversion" => Self::FirmwareVersion,
            "manufacturer" | "devicemanufacturer" => Self::Manufacturer,
            "model" | "devicemodel" => Self::Model,
            "status" | "devicestatus" => Self::Status,
            "mpxn" | "mpxnnumber" | "importmpxn" | "mpan" | "mprn" => Self::Mpxn,
            "time" | "timestamp" | "datetime" | "capturetime" | "received" => Self::Time,
            "payload" | "gbcspayload" | "gbcs" | "message" | "hex" | "base64" | "response"
            | "mmc" | "xml" => Self::Payload,
            _ => Self::Other,
        }
    }
}

/// A row that is being split.
#[derive(Default)]
struct Row {
    fields: Vec<Vec<u8>>,
    field: Vec<u8>,
    quoted: Option<Quoted>,
    octets: usize,
    lines: u32,
}

/// Inside a quoted field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoted {
    /// Two quotes are one, one quote ends the field.
    Proper,
    /// XML, and whether its quotes are doubled is not seen yet.
    Xml,
    /// XML whose quotes are not doubled: it ends at a quote between its last tag and a delimiter.
    BrokenXml,
}

impl Row {
    /// Takes a line; true where the row is complete.
    fn feed(&mut self, line: &[u8], delimiter: u8) -> bool {
        self.octets += line.len() + 1;
        self.lines += 1;
        let mut at = 0;
        if self.quoted.is_some() {
            self.field.push(b'\n');
        }
        while let Some(&octet) = line.get(at) {
            let next = line.get(at + 1).copied();
            let Some(quoted) = self.quoted else {
                match octet {
                    _ if octet == delimiter => self.fields.push(std::mem::take(&mut self.field)),
                    b'"' if self.field.trim_ascii().is_empty() => {
                        self.field.clear();
                        let rest = line.get(at + 1..).unwrap_or_default().trim_ascii_start();
                        self.quoted = Some(match rest.first() {
                            Some(b'<') => Quoted::Xml,
                            _ => Quoted::Proper,
                        });
                    }
                    _ => self.field.push(octet),
                }
                at += 1;
                continue;
            };
            if octet != b'"' {
                self.field.push(octet);
                at += 1;
                continue;
            }
            let ends = next.is_none_or(|next| next == delimiter);
            let after_tag = self.field.trim_ascii_end().ends_with(b">");
            match (quoted, next) {
                (Quoted::Proper, Some(b'"')) => {
                    self.field.push(b'"');
                    at += 1;
                }
                (Quoted::Xml, Some(b'"')) => {
                    // An empty attribute has two quotes as well, and then goes on like a tag.
                    let empty = matches!(line.get(at + 2), Some(b' ' | b'>' | b'/' | b'?'));
                    self.quoted = Some(if empty { Quoted::BrokenXml } else { Quoted::Proper });
                    self.field.push(b'"');
                    if empty {
                        self.field.push(b'"');
                    }
                    at += 1;
                }
                (Quoted::Proper, _) if ends => self.quoted = None,
                (Quoted::Xml | Quoted::BrokenXml, _) if ends && after_tag => self.quoted = None,
                (Quoted::Xml, _) => {
                    self.quoted = Some(Quoted::BrokenXml);
                    self.field.push(b'"');
                }
                _ => self.field.push(b'"'),
            }
            at += 1;
        }
        if self.quoted.is_none() {
            self.fields.push(std::mem::take(&mut self.field));
        }
        self.quoted.is_none()
    }

    /// True where the quoted field that is open cannot be meant.
    fn is_lost(&self) -> bool {
        self.quoted == Some(Quoted::Proper)
            && self.lines > MAX_FIELD_LINES
            && !self.field.trim_ascii_start().starts_with(b"<")
    }
}

impl<R: BufRead> Table<R> {
    pub(super) fn new(source: R, limits: &ReadLimits, path: Arc<str>) -> Self {
        Self {
            lines: Lines::new(source, limits.line_octets),
            limits: *limits,
            path,
            delimiter: 0,
            columns: Vec::new(),
            names: Vec::new(),
            row: Row::default(),
            row_line: 0,
            rows: 0,
            told: false,
            ended: false,
            ready: VecDeque::new(),
        }
    }

    fn tell(&mut self, line: u64, kind: ProblemKind) {
        let problem = Problem { line: Some(line), column: None, offset: None, member: None, kind };
        self.ready.push_back(Err(problem));
    }

    fn line(&mut self) {
        let fresh = self.row.lines == 0;
        if fresh && self.lines.text.trim_ascii().is_empty() {
            return;
        }
        if fresh {
            self.row_line = self.lines.number;
        }
        if self.delimiter == 0 {
            let count = |delimiter: u8| memchr::memchr_iter(delimiter, &self.lines.text).count();
            self.delimiter = [b',', b';', b'\t']
                .into_iter()
                .rev()
                .max_by_key(|delimiter| count(*delimiter))
                .unwrap_or(b',');
        }
        if self.row.feed(&self.lines.text, self.delimiter) {
            let row = std::mem::take(&mut self.row);
            self.fields(row.fields);
        } else if self.row.octets > self.limits.line_octets {
            self.lost(ProblemKind::LineTooLong { limit: self.limits.line_octets as u64 });
        } else if self.row.is_lost() {
            self.lost(ProblemKind::OpenQuote);
        }
    }

    /// Gives up a row that has not ended.
    fn lost(&mut self, kind: ProblemKind) {
        self.row = Row::default();
        self.rows += 1;
        self.tell(self.row_line, kind);
    }

    fn fields(&mut self, fields: Vec<Vec<u8>>) {
        let fields: Vec<String> = fields
            .into_iter()
            .map(|field| String::from_utf8_lossy(&field).trim().to_owned())
            .collect();
        if self.columns.is_empty() {
            self.columns = fields.iter().map(|name| Column::of(name)).collect();
            self.names = fields;
            return;
        }
        self.rows += 1;
        let mut device_id = None;
        let mut device = Device::default();
        let mut describes = false;
        let mut time = None;
        let mut payloads = Vec::new();
        for (n, field) in fields.into_iter().enumerate() {
            let column = self.columns.get(n).copied().unwrap_or(Column::Other);
            if field.is_empty() {
                continue;
            }
            if field.starts_with('<') {
                payloads.push((n, field));
                continue;
            }
            match column {
                Column::DeviceId => match field.parse::<EntityId>() {
                    Ok(id) => device_id = Some(id),
                    Err(_) => self.wrong(n, "an identifier of eight octets"),
                },
                Column::Time => match field.parse::<jiff::Timestamp>() {
                    Ok(found) => time = Some(Time(found.as_millisecond())),
                    Err(_) => self.wrong(n, "a time with zone, as in RFC 3339"),
                },
                Column::Payload => payloads.push((n, field)),
                Column::DeviceType => device.device_type = Some(field),
                Column::Commissioned => device.date_commissioned = Some(field),
                Column::SmetsChtsVersion => {
                    describes = true;
                    device.smets_chts_version = Some(field);
                }
                Column::GbcsVersion => {
                    describes = true;
                    device.gbcs_version = Some(field);
                }
                Column::FirmwareVersion => device.firmware_version = Some(field),
                Column::Manufacturer => device.manufacturer = Some(field),
                Column::Model => device.model = Some(field),
                Column::Status => device.status = Some(field),
                Column::Mpxn => device.import_mpxn = Some(field),
                Column::Other => {}
            }
        }
        if payloads.is_empty() && device_id.is_some() && (describes || device.device_type.is_some())
        {
            let mut record = self.record(Vec::new());
            record.time = time;
            record.device_id = device_id;
            record.body = Body::Device(Box::new(device));
            self.ready.push_back(Ok(record));
            return;
        }
        for (n, payload) in payloads {
            if payload.starts_with('<') {
                let block = Block {
                    number: self.rows,
                    line: self.row_line,
                    text_line: self.row_line,
                    time,
                };
                let source = Cursor::new(payload.into_bytes());
                self.ready.extend(Xml::in_block(
                    source,
                    &self.limits,
                    Arc::clone(&self.path),
                    block,
                ));
                continue;
            }
            match payload_text(&payload) {
                Some(octets) => {
                    let mut record = self.record(octets);
                    record.time = time;
                    self.ready.push_back(Ok(record));
                }
                None => {
                    let element = self.names.get(n).cloned().unwrap_or_default();
                    self.tell(self.row_line, ProblemKind::BadPayload { element });
                }
            }
        }
    }

    fn wrong(&mut self, column: usize, needed: &'static str) {
        let field = self.names.get(column).cloned().unwrap_or_default();
        self.tell(self.row_line, ProblemKind::WrongValue { field, needed });
    }

    fn record(&self, payload: Vec<u8>) -> Record {
        message_record(self.path.clone(), self.rows, Some(self.row_line), payload)
    }
}

impl<R: BufRead> Iterator for Table<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                self.told = true;
                return Some(item);
            }
            if self.ended {
                return None;
            }
            match self.lines.advance() {
                Ok(true) => self.line(),
                Ok(false) => {
                    self.ended = true;
                    if self.row.lines > 0 {
                        self.lost(ProblemKind::OpenQuote);
                    } else if !self.told {
                        self.ready.push_back(Err(Problem::new(ProblemKind::NoOctets)));
                    }
                }
                Err(problem) => {
                    self.ended = matches!(problem.kind, ProblemKind::Io(_));
                    self.ready.push_back(Err(problem));
                }
            }
        }
    }
}

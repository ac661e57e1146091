//! Readers of the forms in which messages occur: text and files in, [`Record`]s out, in order.
//!
//! Every reader takes an `impl BufRead`, holds one record at a time, and goes on after what it
//! cannot read, which it gives as a [`Problem`] with its place.

#[cfg(feature = "archive")]
mod archive;
#[cfg(feature = "text-log")]
mod base64;
mod blocks;
#[cfg(feature = "text-log")]
mod cited_path;
mod detect;
#[cfg(feature = "text-log")]
mod gfi;
#[cfg(feature = "text-log")]
mod hex;
#[cfg(feature = "text-log")]
mod json;
#[cfg(feature = "text-log")]
mod jsonl;
#[cfg(feature = "text-log")]
mod lines;
mod names;
#[cfg(feature = "text-log")]
pub mod native;
#[cfg(feature = "xml")]
mod node_red;
#[cfg(feature = "pcap")]
mod pcap;
mod problem;
mod raw;
mod rtds;
#[cfg(feature = "text-log")]
mod split;
#[cfg(feature = "xml")]
mod table;
#[cfg(feature = "text-log")]
mod text;
#[cfg(feature = "xml")]
mod xml;

use std::io::BufRead;
use std::sync::Arc;

use crate::limits::ReadLimits;
use crate::record::{Body, MessageRecord, Position, Record};

pub use detect::{Detection, Form, detect};
pub use names::{FileName, is_passed_over};
pub use problem::{Problem, ProblemKind};
pub use rtds::rtds_expectation;

/// What a reader gives: records and problems, in the order of the input.
pub type Reader<'a> = Box<dyn Iterator<Item = Result<Record, Problem>> + Send + 'a>;

/// Reads an input of a form. `path` is what records are cited by.
///
/// ```
/// use gbcs_parser::log::{Form, read};
///
/// let mut records = read(Form::Binary, &[0xDF, 0x09][..], "message.bin");
/// assert_eq!(records.next().unwrap().unwrap().position.record, 1);
/// ```
pub fn read<'a>(
    form: Form,
    source: impl BufRead + Send + 'a,
    path: impl Into<Arc<str>>,
) -> Reader<'a> {
    read_within(&ReadLimits::default(), form, source, path)
}

/// Reads an input of a form, of which no more is taken than `limits` say.
pub fn read_within<'a>(
    limits: &ReadLimits,
    form: Form,
    source: impl BufRead + Send + 'a,
    path: impl Into<Arc<str>>,
) -> Reader<'a> {
    let path = path.into();
    match form {
        #[cfg(feature = "archive")]
        Form::Gzip | Form::Zstd | Form::Zip => archive::read(limits, form, Box::new(source), path),
        form => plain(limits, form, source, path),
    }
}

/// Reads a zip archive from a source in which one can go to and fro, so that it need not be held.
#[cfg(feature = "archive")]
pub fn read_zip<'a>(
    limits: &ReadLimits,
    file: impl std::io::Read + std::io::Seek + Send + 'a,
    path: impl Into<Arc<str>>,
) -> Reader<'a> {
    archive::read_zip(limits, file, path.into())
}

/// Reads an input that is not packed. Blocks of its general block transfers are joined.
fn plain<'a>(
    limits: &ReadLimits,
    form: Form,
    source: impl BufRead + Send + 'a,
    path: Arc<str>,
) -> Reader<'a> {
    Box::new(blocks::Blocks::new(records(limits, form, source, path)))
}

/// The records of an input as they stand in it.
#[cfg_attr(not(feature = "text-log"), allow(unused_variables, reason = "raw files have no lines"))]
fn records<'a>(
    limits: &ReadLimits,
    form: Form,
    source: impl BufRead + Send + 'a,
    path: Arc<str>,
) -> Reader<'a> {
    let line = limits.line_octets;
    match form {
        Form::Binary => Box::new(raw::Raw::new(source, path)),
        #[cfg(feature = "text-log")]
        Form::Hex | Form::Base64 => Box::new(text::Text::new(source, line, path)),
        #[cfg(feature = "text-log")]
        Form::JsonLines => Box::new(jsonl::JsonLines::new(source, line, path)),
        #[cfg(feature = "text-log")]
        Form::Gfi => Box::new(gfi::Gfi::new(source, line, path)),
        #[cfg(feature = "pcap")]
        Form::Pcap => Box::new(pcap::Pcap::new(source, path)),
        #[cfg(feature = "xml")]
        Form::Xml => Box::new(xml::Xml::new(source, limits, path)),
        #[cfg(feature = "xml")]
        Form::NodeRed => Box::new(node_red::NodeRed::new(source, limits, path)),
        #[cfg(feature = "xml")]
        Form::Csv => Box::new(table::Table::new(source, limits, path)),
        form => {
            Box::new(std::iter::once(Err(Problem::new(ProblemKind::FormNotBuilt(form.name())))))
        }
    }
}

/// A message in base64 or hexadecimal text, as an element or a column of another form holds it.
#[cfg(feature = "xml")]
pub(crate) fn payload_text(text: &str) -> Option<Vec<u8>> {
    let mut octets = Vec::new();
    if hex::plain(text.as_bytes(), &mut octets).is_ok() && crate::message::begins_message(&octets) {
        return Some(octets);
    }
    base64::decode(text.as_bytes()).ok()
}

/// A record of a message of which nothing but its octets is known.
fn message_record(path: Arc<str>, record: u64, line: Option<u64>, payload: Vec<u8>) -> Record {
    Record {
        position: Position { path, record, payload: None, line },
        time: None,
        device_id: None,
        seq: None,
        unknown_fields: Vec::new(),
        extras: Vec::new(),
        body: Body::Message(MessageRecord { payload, ..MessageRecord::default() }),
    }
}

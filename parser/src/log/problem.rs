//! What could not be read of an input.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::message::reassembly::BlockFault;

/// Something of an input that gives no octets, or breaks the form it is in. All parts are values;
/// the sentence is made by [`fmt::Display`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line, from 1, in forms that have lines.
    pub line: Option<u64>,
    /// Column, from 1, in octets of the line.
    pub column: Option<u64>,
    /// Offset from the beginning of the input, in octets.
    pub offset: Option<u64>,
    /// Path of the member, where the input is an archive: `outer.zip!/inner`.
    pub member: Option<Arc<str>>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What kind of problem it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A character that is neither a hexadecimal digit nor a separator.
    BadCharacter(char),
    /// A number of hexadecimal digits that is odd.
    OddDigit,
    /// Base64 whose length or last character cannot be.
    BadBase64,
    /// The offset column of a dump does not go on where it should.
    DumpOffset {
        /// The offset that was due.
        needed: u64,
        /// The offset that stands there.
        found: u64,
    },
    /// The input has no octets of any message.
    NoOctets,
    /// A line, or a row of a table, longer than is read; it was passed over.
    LineTooLong {
        /// Octets that are read at most.
        limit: u64,
    },
    /// A message longer than [`crate::limits::MAX_MESSAGE_OCTETS`]; it was passed over.
    MessageTooLong,
    /// Text that is not UTF-8.
    NotUtf8,
    /// Text in UTF-16.
    Utf16,
    /// A line that is no JSON, with the parser's reason.
    NotJson(String),
    /// A JSON line that is no object.
    NotAnObject,
    /// A field that has to be there.
    MissingField(&'static str),
    /// A field whose value is of the wrong type, or not one of those it may have.
    WrongValue {
        /// The field, as a dotted path.
        field: String,
        /// What it should be.
        needed: &'static str,
    },
    /// XML that is not well formed, with the parser's reason.
    NotWellFormed(String),
    /// XML with a document type definition, which is refused before anything it names is opened.
    Dtd,
    /// XML with an entity that is none of the five of XML itself.
    Entity(String),
    /// A document larger than is read.
    DocumentTooLarge {
        /// What there is too much of.
        of: &'static str,
        /// What is read at most.
        limit: u64,
    },
    /// XML beyond what any document has.
    XmlTooLarge {
        /// What there is too much of.
        of: &'static str,
        /// What is read at most.
        limit: u64,
    },
    /// An element that should hold a message, and holds neither base64 nor hexadecimal text.
    BadPayload {
        /// The element.
        element: String,
    },
    /// XML that holds nothing of DUIS or MMC.
    NothingKnown,
    /// A message in a document that is not DUIS: worth telling.
    NotDuis {
        /// The root.
        root: String,
    },
    /// A capture whose block cannot be read; nothing behind it can.
    BadCapture,
    /// A frame that was captured in part, and holds a message.
    FrameCut {
        /// Number of the frame.
        frame: u64,
        /// Octets that it had.
        needed: u64,
        /// Octets that were captured.
        found: u64,
    },
    /// Frames that are encrypted, and so are not checked: worth telling.
    Encrypted {
        /// How many.
        frames: u64,
    },
    /// Fragments of IP that hold messages in part, and are not joined.
    IpFragments {
        /// How many.
        frames: u64,
    },
    /// Blocks of a general block transfer that did not come: the message cannot be joined.
    BlocksMissing {
        /// Originator counter of the transfer.
        counter: u64,
        /// The numbers that are missing below the highest that came.
        missing: Vec<RangeInclusive<u16>>,
        /// Number of the last block, where that one came.
        last: Option<u16>,
    },
    /// A block of a general block transfer that cannot be part of its message.
    BlockDropped {
        /// Originator counter of the transfer.
        counter: u64,
        /// What is wrong with it.
        fault: BlockFault,
    },
    /// Blocks of general block transfers that came more than once, and were used once: worth
    /// telling.
    BlocksRepeated {
        /// How many.
        blocks: u64,
    },
    /// A block of a log that is neither XML nor a line of that log.
    UnknownBlock,
    /// A line that does not have the form of its log.
    BadLine {
        /// What it should be.
        needed: &'static str,
    },
    /// A count that is not that of the octets behind it.
    CountDiffers {
        /// The count.
        stated: u64,
        /// The octets.
        found: u64,
    },
    /// A quoted field that never ends.
    OpenQuote,
    /// An archive that is no such archive, is cut short, or has a wrong checksum.
    ArchiveDamaged,
    /// An archive that unpacks to much more than its own size, as none does that holds logs.
    UnpacksTooFar {
        /// Octets that may come out for each of the archive.
        ratio: u64,
        /// Octets that may come out in any case.
        freely: u64,
    },
    /// A zip archive through a pipe or in another archive that is too large to be held.
    ArchiveTooLarge {
        /// Octets that are held.
        limit: u64,
    },
    /// Archives in archives in archives.
    ArchiveTooDeep,
    /// An archive with too many members.
    TooManyMembers,
    /// A member that is encrypted.
    MemberEncrypted,
    /// A member that is packed in a way that is not read.
    MemberMethod,
    /// A member whose name has no ending of an input: worth telling.
    MemberPassedOver,
    /// The form of the input is none that is known.
    UnknownForm,
    /// The form is known, but this build does not read it.
    FormNotBuilt(&'static str),
    /// A file that was cut while it was read.
    Shortened {
        /// Octets that it had.
        needed: u64,
        /// Octets that were read.
        found: u64,
    },
    /// Reading failed.
    Io(std::io::ErrorKind),
}

impl Problem {
    /// A problem of an input as a whole.
    #[must_use]
    pub fn new(kind: ProblemKind) -> Self {
        Self { line: None, column: None, offset: None, member: None, kind }
    }

    /// True where nothing is amiss: it is only worth telling.
    #[must_use]
    pub fn is_note(&self) -> bool {
        matches!(
            self.kind,
            ProblemKind::NotDuis { .. }
                | ProblemKind::Encrypted { .. }
                | ProblemKind::BlocksRepeated { .. }
                | ProblemKind::MemberPassedOver
        )
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Self::new(ProblemKind::Io(error.kind()))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.member {
            Some(member) => write!(f, "{member}: {}", self.kind),
            None => self.kind.fmt(f),
        }
    }
}

/// Which blocks of a transfer did not come.
fn missing_blocks(
    missing: &[RangeInclusive<u16>],
    last: Option<u16>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if missing.is_empty() {
        return f.write_str("the last block is missing");
    }
    let one = missing.len() == 1 && missing.iter().all(|range| range.start() == range.end());
    f.write_str(if one { "block " } else { "blocks " })?;
    for (n, range) in missing.iter().enumerate() {
        f.write_str(if n == 0 { "" } else { ", " })?;
        match (range.start(), range.end()) {
            (start, end) if start == end => write!(f, "{start}")?,
            (start, end) => write!(f, "{start} to {end}")?,
        }
    }
    match last {
        Some(last) if one => write!(f, " of {last} is missing"),
        Some(last) => write!(f, " of {last} are missing"),
        None => f.write_str(" and the last block are missing"),
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use crate::limits::MAX_MESSAGE_OCTETS;
        match self {
            Self::BadCharacter(c) => write!(f, "{c:?} is no hexadecimal digit"),
            Self::OddDigit => f.write_str("the number of hexadecimal digits is odd"),
            Self::BadBase64 => f.write_str("this is no complete base64"),
            Self::DumpOffset { needed, found } => {
                write!(f, "the dump goes on at offset {found:#x}; {needed:#x} was due")
            }
            Self::NoOctets => f.write_str("there are no octets of a message"),
            Self::LineTooLong { limit } => write!(f, "the line is longer than {limit} octets"),
            Self::MessageTooLong => {
                write!(f, "the message is longer than {MAX_MESSAGE_OCTETS} octets")
            }
            Self::NotUtf8 => f.write_str("the text is not UTF-8"),
            Self::Utf16 => f.write_str("the text is UTF-16; UTF-8 is read"),
            Self::NotJson(reason) => write!(f, "not JSON: {reason}"),
            Self::NotAnObject => f.write_str("a record is a JSON object"),
            Self::MissingField(field) => write!(f, "`{field}` is missing"),
            Self::WrongValue { field, needed } => write!(f, "`{field}` is not {needed}"),
            Self::NotWellFormed(reason) => write!(f, "not well-formed XML: {reason}"),
            Self::Dtd => f.write_str("XML with a document type definition is refused"),
            Self::Entity(name) => write!(f, "the entity {name:?} is refused"),
            Self::DocumentTooLarge { of, limit } | Self::XmlTooLarge { of, limit } => {
                write!(f, "the document has more than {limit} {of}")
            }
            Self::BadPayload { element } => {
                write!(f, "`{element}` holds neither base64 nor hexadecimal text")
            }
            Self::NothingKnown => f.write_str("the document holds nothing of DUIS or MMC"),
            Self::NotDuis { root } => {
                write!(f, "not a DUIS document (root `{root}`); payload found")
            }
            Self::BadCapture => f.write_str("the capture cannot be read on"),
            Self::FrameCut { frame, needed, found } => {
                write!(f, "frame {frame} had {needed} octets, {found} were captured")
            }
            Self::Encrypted { frames } => {
                write!(f, "{frames} frames are encrypted and were not checked")
            }
            Self::IpFragments { frames } => {
                write!(f, "{frames} fragments of IP to or from port 4059 were not joined")
            }
            Self::BlocksMissing { counter, missing, last } => {
                write!(f, "the block transfer with originator counter {counter} is not whole: ")?;
                missing_blocks(missing, *last, f)
            }
            Self::BlockDropped { counter, fault } => {
                write!(f, "in the block transfer with originator counter {counter} ")?;
                fault.fmt(f)
            }
            Self::BlocksRepeated { blocks } => {
                let (s, were) = if *blocks == 1 { ("", "was") } else { ("s", "were") };
                write!(f, "{blocks} block{s} of block transfers came again and {were} used once")
            }
            Self::UnknownBlock => f.write_str("the block is no XML document"),
            Self::BadLine { needed } => write!(f, "the line is not {needed}"),
            Self::CountDiffers { stated, found } => {
                write!(f, "{stated} octets are announced, {found} follow")
            }
            Self::OpenQuote => f.write_str("a quoted field does not end"),
            Self::ArchiveDamaged => f.write_str("the archive is damaged"),
            Self::UnpacksTooFar { ratio, freely } => write!(
                f,
                "the archive unpacks to more than {freely} octets and {ratio} times its own size"
            ),
            Self::ArchiveTooLarge { limit } => {
                write!(f, "a zip archive of more than {limit} octets is read as a file only")
            }
            Self::ArchiveTooDeep => f.write_str("an archive in archives is not opened"),
            Self::TooManyMembers => {
                write!(
                    f,
                    "the archive has more than {} members",
                    crate::limits::MAX_ARCHIVE_MEMBERS
                )
            }
            Self::MemberEncrypted => f.write_str("the member is encrypted"),
            Self::MemberMethod => f.write_str("the member is packed in a way that is not read"),
            Self::MemberPassedOver => f.write_str("the member's name has no ending of an input"),
            Self::UnknownForm => f.write_str("the form of the input is none that is known"),
            Self::FormNotBuilt(form) => write!(f, "{form} is not read by this build"),
            Self::Shortened { needed, found } => write!(
                f,
                "the file was cut while it was read: it had {needed} octets, {found} were read"
            ),
            Self::Io(kind) => write!(f, "reading failed: {kind}"),
        }
    }
}

impl std::error::Error for Problem {}

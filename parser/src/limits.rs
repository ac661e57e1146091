//! The caps that keep decoding bounded, each with its reason.

/// Octets of one message. A GBCS message of 63 transfer blocks has 72,387 octets (GBCS, free text of
/// auxiliary controllers); sixteen times that leaves room for what is wrong without letting a
/// hostile length reserve memory.
pub const MAX_MESSAGE_OCTETS: usize = 1_158_192;

/// Depth of nested DLMS, ZCL or DER values. Real messages reach 8; each level costs stack.
pub const MAX_DEPTH: u8 = 48;

/// Nodes of one tree. A leaf has at least one octet in nearly every form, so this is reached only
/// by values of no octets at all (null elements of a compact array).
pub const MAX_NODES: usize = 2 * MAX_MESSAGE_OCTETS;

/// Octets of a BER length after its first: four give 4 GiB, more than any message.
pub const MAX_LENGTH_OCTETS: usize = 4;

/// Octets of a DER tag number after the identifier octet: four give 2^28 tags, where no message of
/// the standard has one above 6.
pub const MAX_TAG_OCTETS: usize = 4;

/// Decoding errors kept of one message. One a layer is usual; the rest would repeat it.
pub const MAX_ISSUES: usize = 32;

/// Plaintexts of one message: the buffer number has eight bits, and 0 is the wire.
pub const MAX_PLAINTEXTS: usize = 255;

/// Octets of the type description of a compact array. The widest log of GBCS needs 47; each element
/// is read by going through all of it.
pub const MAX_TYPE_DESCRIPTION_OCTETS: usize = 256;

/// Nodes that a compact array may have for each octet of its contents. Two are usual (an element
/// and the structure around it); null elements need no octet at all, and a type description of four
/// octets can ask for 65,535 of them.
pub const COMPACT_NODES_PER_OCTET: usize = 8;

/// Octets of one line of text. A message of [`MAX_MESSAGE_OCTETS`] written as a C array has six
/// characters an octet; a native record adds its other fields.
pub const MAX_LINE_OCTETS: usize = 8 * MAX_MESSAGE_OCTETS;

/// Octets from the beginning of an input that tell its form.
pub const DETECTION_OCTETS: usize = 64 * 1024;

/// Octets of one tag or run of text of an XML document: a message in base64 needs a third more than
/// its own octets.
pub const MAX_XML_TOKEN_OCTETS: u64 = 2 * MAX_MESSAGE_OCTETS as u64;

/// Depth of nested elements of an XML document. DUIS reaches 14.
pub const MAX_XML_DEPTH: usize = 64;

/// Octets of names and text that an XML document must be allowed for each of its elements: a
/// response with a year of half-hourly entries has some 140,000 elements, of 40 octets and more.
pub const XML_OCTETS_PER_ELEMENT: usize = 32;

/// Octets of the names and the text of one XML document.
pub const MAX_XML_OCTETS: usize = 16 * MAX_MESSAGE_OCTETS;

/// Attributes of one element. DUIS roots have 5, most of them namespaces.
pub const MAX_XML_ATTRIBUTES: usize = 64;

/// Messages of one XML document. DUIS has one.
pub const MAX_XML_PAYLOADS: usize = 10_000;

/// Octets of one block of a capture. Frames are at most 64 KiB but for jumbo ones; blocks of names
/// and statistics may be longer.
pub const MAX_CAPTURE_BLOCK_OCTETS: usize = 4 * 1024 * 1024;

/// Interfaces of one capture file.
pub const MAX_CAPTURE_INTERFACES: usize = 4096;

/// Fragmented APS transfers and TCP streams that are held at a time; the oldest makes room.
pub const MAX_CAPTURE_STREAMS: usize = 1024;

/// Octets that are held of TCP streams, and as many of fragmented transfers; the oldest make room.
/// Streams of real messages hold a few kilobytes each.
pub const MAX_HELD_CAPTURE_OCTETS: usize = 64 * 1024 * 1024;

/// Segments of a TCP stream that wait for one before them.
pub const MAX_WAITING_SEGMENTS: usize = 64;

/// How many octets may come out of an archive for each that was read of it, on all levels together.
/// Logs of like messages pack to about a fiftieth; what packs to less than a 250th was made to.
pub const MAX_UNPACK_RATIO: u64 = 250;

/// Octets that may come out of any archive.
pub const UNPACKED_FREELY: u64 = 64 * 1024 * 1024;

/// Archives in archives: a zip archive of packed logs has two.
pub const MAX_ARCHIVE_DEPTH: usize = 3;

/// Members of one archive.
pub const MAX_ARCHIVE_MEMBERS: usize = 1_000_000;

/// Octets of a zip archive that has to be held because it comes through a pipe or out of another.
pub const MAX_ZIP_OCTETS_HELD: u64 = 256 * 1024 * 1024;

/// Names of unknown fields kept of one record: they are told, not used.
pub const MAX_UNKNOWN_FIELDS: usize = 64;

/// Octets of a key file. A certificate has about 400; a chain of them as text stays far below.
pub const MAX_KEY_FILE_OCTETS: usize = 1 << 20;

/// Keys tried for one signature, and pairs of keys for one MAC or item. A party has one or two
/// certificates for a use, in test environments a handful; more would only cost time. Where there are
/// more and none of those tried does, it is not checked.
pub const MAX_KEY_PAIRS: usize = 64;

/// Block transfers that are open at once: a home has a few devices, and a capture a few homes.
pub const MAX_OPEN_TRANSFERS: usize = 1024;

/// Octets of blocks that are held for open transfers, [`BLOCK_OVERHEAD`] included: a transfer of
/// real size each, with room to spare.
pub const MAX_HELD_BLOCK_OCTETS: usize = 64 * 1024 * 1024;

/// What a held block is counted with beside its data, so that many small ones are bounded as well.
pub const BLOCK_OVERHEAD: usize = 64;

/// Finished block transfers that are remembered, so that a late repeated block begins no new one.
pub const MAX_FINISHED_TRANSFERS: usize = 64;

/// The caps of reading an input that a user may have reason to raise, for a log may hold more beside
/// its messages than is foreseen here. The others follow from what a message or a capture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadLimits {
    /// Octets of a line of text, without its end.
    pub line_octets: usize,
    /// Octets of the names and the text of an XML document.
    pub document_octets: usize,
    /// How many octets may come out of an archive for each that was read of it, beyond
    /// [`UNPACKED_FREELY`].
    pub unpack_ratio: u64,
}

impl Default for ReadLimits {
    fn default() -> Self {
        Self {
            line_octets: MAX_LINE_OCTETS,
            document_octets: MAX_XML_OCTETS,
            unpack_ratio: MAX_UNPACK_RATIO,
        }
    }
}

impl ReadLimits {
    /// Elements that an XML document may have.
    #[must_use]
    pub fn document_elements(&self) -> usize {
        self.document_octets / XML_OCTETS_PER_ELEMENT
    }
}

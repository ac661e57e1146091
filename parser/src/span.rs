//! Where octets stand.

/// Number of a buffer: the message as it came, or a decrypted plaintext.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BufferId(pub u8);

impl BufferId {
    /// The octets of the message as they were received.
    pub const WIRE: Self = Self(0);
}

/// A half-open range of octets in one buffer of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// The buffer that holds the octets.
    pub buffer: BufferId,
    /// Offset of the first octet, from 0.
    pub start: u32,
    /// Offset behind the last octet.
    pub end: u32,
}

impl Span {
    /// A span of the wire.
    #[must_use]
    pub const fn wire(start: u32, end: u32) -> Self {
        Self { buffer: BufferId::WIRE, start, end }
    }

    /// Number of octets.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True where the span holds no octet.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The octets of the span, or nothing where it reaches past `buffer`.
    #[must_use]
    pub fn of(self, buffer: &[u8]) -> &[u8] {
        buffer.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

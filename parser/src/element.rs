//! Elements: what a node of the tree is called and what its values mean.
//!
//! A node carries an [`ElementId`] of four octets. The name, the unit and the meaning of values are
//! looked up when something is shown, so that decoding never touches them. Every part of the
//! parser keeps a table of its own; the high octet of the id says which.

/// What a node is called, as a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(u32);

/// A table of elements: the high octet of an [`ElementId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Table {
    /// Headers, signature, MAC: `message::elements`.
    Envelope = 0,
    /// DLMS application data units and COSEM structures: `dlms::elements`.
    Dlms = 1,
    /// GBZ components and ZCL payloads: `gbz::elements`.
    Gbz = 2,
    /// DER payloads: `asn1::elements`.
    Asn1 = 3,
    /// Items of use cases: `catalogue::items`.
    Item = 4,
    /// ZCL commands, fields and attributes: `gbz::zcl`.
    Zcl = 5,
    /// Parts of COSEM attributes that are no items: `dlms::generated`.
    Cosem = 6,
}

impl ElementId {
    /// Element `index` of `table`.
    #[must_use]
    pub const fn new(table: Table, index: u32) -> Self {
        Self((table as u32) << 24 | (index & 0x00FF_FFFF))
    }

    /// Number within its table.
    #[must_use]
    pub const fn index(self) -> usize {
        (self.0 & 0x00FF_FFFF) as usize
    }

    /// The table that it is of.
    #[must_use]
    pub const fn table(self) -> Option<Table> {
        Some(match self.0 >> 24 {
            0 => Table::Envelope,
            1 => Table::Dlms,
            2 => Table::Gbz,
            3 => Table::Asn1,
            4 => Table::Item,
            _ => return None,
        })
    }

    /// The element's entry. Ids are made by the tables, so one without an entry is a slip of ours;
    /// it is shown as `unknown`, which a test over the reference messages looks for.
    #[must_use]
    pub fn get(self) -> &'static Element {
        static UNKNOWN: Element = Element::new("unknown");
        let table: &'static [Element] = match self.0 >> 24 {
            0 => crate::message::elements::ELEMENTS,
            1 => crate::dlms::elements::ELEMENTS,
            2 => crate::gbz::elements::ELEMENTS,
            3 => crate::asn1::elements::ELEMENTS,
            4 => crate::catalogue::items::ELEMENTS,
            5 => crate::gbz::zcl::ELEMENTS,
            6 => crate::dlms::COSEM_ELEMENTS,
            _ => &[],
        };
        table.get(self.index()).unwrap_or(&UNKNOWN)
    }

    /// The element's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.get().name
    }
}

impl std::fmt::Debug for ElementId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.name())
    }
}

/// The entry of an element: its name and what its values mean.
#[derive(Debug)]
pub struct Element {
    /// Name, in the standard's words; lower case with hyphens for fields that have no written name.
    pub name: &'static str,
    /// Unit of the value, where the standard fixes it.
    pub unit: Option<&'static str>,
    /// Power of ten by which the value is multiplied, where the standard fixes it.
    pub scaler: i8,
    /// What values mean.
    pub meaning: Meaning,
}

impl Element {
    /// An element with a name and nothing else.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, unit: None, scaler: 0, meaning: Meaning::Plain }
    }

    /// The same with a meaning.
    #[must_use]
    pub const fn meaning(mut self, meaning: Meaning) -> Self {
        self.meaning = meaning;
        self
    }

    /// The same with a unit.
    #[must_use]
    pub const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    /// The same with a power of ten.
    #[must_use]
    pub const fn scaler(mut self, scaler: i8) -> Self {
        self.scaler = scaler;
        self
    }
}

/// What the values of an element mean, for a person.
#[derive(Clone, Copy, Debug)]
pub enum Meaning {
    /// The value speaks for itself.
    Plain,
    /// Values with a name.
    Names(&'static [(u64, &'static str)]),
    /// Bits with a name, bit 0 the least significant or, in a bit-string, the first.
    Bits(&'static [(u16, &'static str)]),
    /// A text made from the value octets, without tag and length.
    Text(fn(&[u8]) -> Option<String>),
}

/// Declares a table of elements: a constant for each and the slice that [`ElementId::get`] reads.
macro_rules! elements {
    ($table:ident; $($(#[$doc:meta])* $id:ident = $element:expr;)*) => {
        elements!(@ids $table, 0; $($(#[$doc])* $id,)*);
        /// The elements of this table, in the order of their numbers.
        pub static ELEMENTS: &[$crate::element::Element] = &[$($element),*];
    };
    (@ids $table:ident, $n:expr; $(#[$doc:meta])* $id:ident, $($rest:tt)*) => {
        $(#[$doc])*
        pub const $id: $crate::element::ElementId =
            $crate::element::ElementId::new($crate::element::Table::$table, $n);
        elements!(@ids $table, $n + 1; $($rest)*);
    };
    (@ids $table:ident, $n:expr;) => {};
}
pub(crate) use elements;

//! DLMS: data of every type, access requests, access responses and data-notifications.

use super::Length;

/// A DLMS value.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// null-data.
    Null,
    /// array.
    Array(Vec<Data>),
    /// structure.
    Structure(Vec<Data>),
    /// compact-array: the description of an element, and the elements' octets without tags.
    CompactArray(Description, Vec<u8>),
    /// boolean; true is 0xFF.
    Boolean(bool),
    /// bit-string of so many bits.
    BitString(usize, Vec<u8>),
    /// double-long.
    DoubleLong(i32),
    /// double-long-unsigned.
    DoubleLongUnsigned(u32),
    /// octet-string.
    OctetString(Vec<u8>),
    /// visible-string.
    VisibleString(String),
    /// utf8-string.
    Utf8String(String),
    /// bcd.
    Bcd(u8),
    /// integer.
    Integer(i8),
    /// long.
    Long(i16),
    /// unsigned.
    Unsigned(u8),
    /// long-unsigned.
    LongUnsigned(u16),
    /// long64.
    Long64(i64),
    /// long64-unsigned.
    Long64Unsigned(u64),
    /// enum.
    Enum(u8),
    /// float32.
    Float32(f32),
    /// float64.
    Float64(f64),
    /// date-time.
    DateTime([u8; 12]),
    /// date.
    Date([u8; 5]),
    /// time.
    Time([u8; 4]),
    /// delta-integer.
    DeltaInteger(i8),
    /// delta-long.
    DeltaLong(i16),
    /// delta-double-long.
    DeltaDoubleLong(i32),
    /// delta-unsigned.
    DeltaUnsigned(u8),
    /// delta-long-unsigned.
    DeltaLongUnsigned(u16),
    /// delta-double-long-unsigned.
    DeltaDoubleLongUnsigned(u32),
    /// dont-care.
    DontCare,
    /// Octets as they are, tag and length included: what none of the others can say.
    Raw(Vec<u8>),
}

/// The type of a compact array's elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Description {
    /// A type by its tag.
    Plain(u8),
    /// An array of so many elements of a type; the count has two octets.
    Array(u16, Box<Description>),
    /// A structure of these types.
    Structure(Vec<Description>),
}

impl Description {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Plain(tag) => out.push(*tag),
            Self::Array(count, element) => {
                out.push(0x01);
                out.extend(count.to_be_bytes());
                element.write(out);
            }
            Self::Structure(elements) => {
                out.push(0x02);
                Length::Minimal.write(out, elements.len());
                for element in elements {
                    element.write(out);
                }
            }
        }
    }
}

impl Data {
    /// An octet-string.
    #[must_use]
    pub fn octets(octets: impl AsRef<[u8]>) -> Self {
        Self::OctetString(octets.as_ref().to_vec())
    }

    /// The value's octets.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }

    /// Appends the value's octets.
    pub fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.push(0x00),
            Self::Array(elements) => list(out, 0x01, elements),
            Self::Structure(elements) => list(out, 0x02, elements),
            Self::CompactArray(description, content) => {
                out.push(0x13);
                description.write(out);
                Length::Minimal.write(out, content.len());
                out.extend(content);
            }
            Self::Boolean(value) => out.extend([0x03, if *value { 0xFF } else { 0x00 }]),
            Self::BitString(bits, octets) => {
                out.push(0x04);
                Length::Minimal.write(out, *bits);
                out.extend(octets);
            }
            Self::DoubleLong(value) => fixed(out, 0x05, &value.to_be_bytes()),
            Self::DoubleLongUnsigned(value) => fixed(out, 0x06, &value.to_be_bytes()),
            Self::OctetString(octets) => string(out, 0x09, octets),
            Self::VisibleString(text) => string(out, 0x0A, text.as_bytes()),
            Self::Utf8String(text) => string(out, 0x0C, text.as_bytes()),
            Self::Bcd(value) => fixed(out, 0x0D, &[*value]),
            Self::Integer(value) => fixed(out, 0x0F, &value.to_be_bytes()),
            Self::Long(value) => fixed(out, 0x10, &value.to_be_bytes()),
            Self::Unsigned(value) => fixed(out, 0x11, &[*value]),
            Self::LongUnsigned(value) => fixed(out, 0x12, &value.to_be_bytes()),
            Self::Long64(value) => fixed(out, 0x14, &value.to_be_bytes()),
            Self::Long64Unsigned(value) => fixed(out, 0x15, &value.to_be_bytes()),
            Self::Enum(value) => fixed(out, 0x16, &[*value]),
            Self::Float32(value) => fixed(out, 0x17, &value.to_be_bytes()),
            Self::Float64(value) => fixed(out, 0x18, &value.to_be_bytes()),
            Self::DateTime(octets) => fixed(out, 0x19, octets),
            Self::Date(octets) => fixed(out, 0x1A, octets),
            Self::Time(octets) => fixed(out, 0x1B, octets),
            Self::DeltaInteger(value) => fixed(out, 0x1C, &value.to_be_bytes()),
            Self::DeltaLong(value) => fixed(out, 0x1D, &value.to_be_bytes()),
            Self::DeltaDoubleLong(value) => fixed(out, 0x1E, &value.to_be_bytes()),
            Self::DeltaUnsigned(value) => fixed(out, 0x1F, &[*value]),
            Self::DeltaLongUnsigned(value) => fixed(out, 0x20, &value.to_be_bytes()),
            Self::DeltaDoubleLongUnsigned(value) => fixed(out, 0x21, &value.to_be_bytes()),
            Self::DontCare => out.push(0xFF),
            Self::Raw(octets) => out.extend(octets),
        }
    }
}

fn list(out: &mut Vec<u8>, tag: u8, elements: &[Data]) {
    out.push(tag);
    Length::Minimal.write(out, elements.len());
    for element in elements {
        element.write(out);
    }
}

fn fixed(out: &mut Vec<u8>, tag: u8, octets: &[u8]) {
    out.push(tag);
    out.extend(octets);
}

fn string(out: &mut Vec<u8>, tag: u8, octets: &[u8]) {
    out.push(tag);
    Length::Minimal.write(out, octets.len());
    out.extend(octets);
}

/// A COSEM attribute or method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Object {
    /// COSEM class.
    pub class_id: u16,
    /// OBIS code.
    pub obis: [u8; 6],
    /// Attribute or method.
    pub index: u8,
}

impl Object {
    /// An attribute or method.
    #[must_use]
    pub const fn new(class_id: u16, obis: [u8; 6], index: u8) -> Self {
        Self { class_id, obis, index }
    }
}

/// One entry of an access request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Choice: 1 get, 2 set, 3 action, 4 get with selection.
    pub choice: u8,
    /// What is read, written or called.
    pub object: Object,
    /// Selector and parameters of a get with selection.
    pub selection: Option<(u8, Data)>,
    /// The entry of the second list.
    pub data: Data,
}

impl Request {
    /// Reads an attribute.
    #[must_use]
    pub fn get(object: Object) -> Self {
        Self { choice: 1, object, selection: None, data: Data::Null }
    }

    /// Writes an attribute.
    #[must_use]
    pub fn set(object: Object, data: Data) -> Self {
        Self { choice: 2, object, selection: None, data }
    }

    /// Calls a method.
    #[must_use]
    pub fn action(object: Object, data: Data) -> Self {
        Self { choice: 3, object, selection: None, data }
    }

    /// Reads a part of an attribute.
    #[must_use]
    pub fn get_with_selection(object: Object, selector: u8, parameters: Data) -> Self {
        Self { choice: 4, object, selection: Some((selector, parameters)), data: Data::Null }
    }
}

/// Selection of the entries of a profile buffer whose time stamp lies in a range of seconds since
/// 2000-01-01 00:00:00 UTC, both ends included: the parameters of selector 1.
#[must_use]
pub fn time_range(from: u32, to: u32) -> Data {
    let clock = [0x00, 0x00, 0x5E, 0x2C, 0x64, 0xFF];
    Data::Structure(vec![
        Data::Structure(vec![
            Data::LongUnsigned(1),
            Data::octets(clock),
            Data::Integer(2),
            Data::LongUnsigned(0),
        ]),
        Data::DoubleLongUnsigned(from),
        Data::DoubleLongUnsigned(to),
        Data::Array(Vec::new()),
    ])
}

/// The long invoke id that belongs to an originator counter: normal priority, unconfirmed, break
/// on error, and the counter's low 24 bits.
#[must_use]
pub fn invoke_id(counter: u64) -> u32 {
    0x2000_0000 | (counter & 0x00FF_FFFF) as u32
}

/// An access request.
#[must_use]
pub fn access_request(invoke_id: u32, requests: &[Request]) -> Vec<u8> {
    let mut out = vec![0xD9];
    out.extend(invoke_id.to_be_bytes());
    out.push(0);
    Length::Minimal.write(&mut out, requests.len());
    for request in requests {
        out.push(request.choice);
        out.extend(request.object.class_id.to_be_bytes());
        out.extend(request.object.obis);
        out.push(request.object.index);
        if let Some((selector, parameters)) = &request.selection {
            out.push(*selector);
            parameters.write(&mut out);
        }
    }
    Length::Minimal.write(&mut out, requests.len());
    for request in requests {
        request.data.write(&mut out);
    }
    out
}

/// One entry of an access response.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Choice: 1 get, 2 set, 3 action.
    pub choice: u8,
    /// Result: 0 is success.
    pub result: u8,
    /// The entry of the list of data.
    pub data: Data,
}

impl Answer {
    /// What was read.
    #[must_use]
    pub fn get(data: Data) -> Self {
        Self { choice: 1, result: 0, data }
    }

    /// The success of a set.
    #[must_use]
    pub fn set() -> Self {
        Self { choice: 2, result: 0, data: Data::Null }
    }

    /// The success of an action that returns `data`.
    #[must_use]
    pub fn action(data: Data) -> Self {
        Self { choice: 3, result: 0, data }
    }

    /// The success of a request, returning `data` where it reads.
    #[must_use]
    pub fn to(request: &Request, data: Data) -> Self {
        let choice = if request.choice == 4 { 1 } else { request.choice };
        Self { choice, result: 0, data }
    }

    /// The failure of a request.
    #[must_use]
    pub fn failure(request: &Request, result: u8) -> Self {
        Self { result, ..Self::to(request, Data::Null) }
    }
}

/// An access response.
#[must_use]
pub fn access_response(invoke_id: u32, answers: &[Answer]) -> Vec<u8> {
    let mut out = vec![0xDA];
    out.extend(invoke_id.to_be_bytes());
    out.extend([0, 0]);
    Length::Minimal.write(&mut out, answers.len());
    for answer in answers {
        answer.data.write(&mut out);
    }
    Length::Minimal.write(&mut out, answers.len());
    for answer in answers {
        out.extend([answer.choice, answer.result]);
    }
    out
}

/// A data-notification with any body.
#[must_use]
pub fn data_notification(invoke_id: u32, body: &Data) -> Vec<u8> {
    let mut out = vec![0x0F];
    out.extend(invoke_id.to_be_bytes());
    out.push(0);
    body.write(&mut out);
    out
}

/// An alert: its code, the device's time, and what its message code asks for.
#[must_use]
pub fn alert(invoke_id: u32, code: u16, time: [u8; 12], rest: Vec<Data>) -> Vec<u8> {
    let mut elements = vec![Data::LongUnsigned(code), Data::octets(time)];
    elements.extend(rest);
    data_notification(invoke_id, &Data::Structure(elements))
}

/// Protection parameters and the octet-string that they protect: the two values of an encrypted
/// item. `sealed` is the ciphertext with its tag; security control and invocation counter are set
/// in front of it.
#[must_use]
pub fn protected(counter: u64, originator: &[u8], recipient: &[u8], sealed: &[u8]) -> (Data, Data) {
    let mut octets = vec![0x31, 0, 0, 0, 0];
    octets.extend(sealed);
    (protection_parameters(counter, originator, recipient), Data::OctetString(octets))
}

/// The array with one structure of protection parameters, the same in requests and answers. Before
/// the counter stands 4 in the transaction id, which says that it is for items.
#[must_use]
pub fn protection_parameters(counter: u64, originator: &[u8], recipient: &[u8]) -> Data {
    let mut transaction_id = vec![0x04];
    transaction_id.extend(counter.to_be_bytes());
    let agreed_key = Data::Structure(vec![Data::octets([0x02]), Data::octets([])]);
    Data::Array(vec![Data::Structure(vec![
        Data::Enum(2),
        Data::Structure(vec![
            Data::octets(transaction_id),
            Data::octets(originator),
            Data::octets(recipient),
            Data::octets([]),
            Data::Structure(vec![Data::Enum(2), agreed_key]),
        ]),
    ])])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(octets: &[u8]) -> String {
        octets.iter().map(|octet| format!("{octet:02x}")).collect()
    }

    #[test]
    fn one_get() {
        let object = Object::new(112, [0, 0, 0x13, 0x0A, 0, 0xFF], 2);
        assert_eq!(
            hex(&access_request(invoke_id(0x0100_0000_03E8), &[Request::get(object)])),
            "d9200003e800010100700000130a00ff020100"
        );
    }

    #[test]
    fn get_with_selection() {
        let object = Object::new(7, [1, 0, 0x20, 0x18, 0, 0xFF], 2);
        let request = Request::get_with_selection(object, 1, time_range(1, 2));
        assert_eq!(
            hex(&access_request(0x2000_0001, &[request])),
            concat!(
                "d92000000100",
                "01",
                "0400070100201800ff02",
                "01",
                "0204",
                "0204120001090600005e2c64ff0f02120000",
                "0600000001",
                "0600000002",
                "0100",
                "0100",
            )
        );
    }

    #[test]
    fn set_and_its_answer() {
        let object = Object::new(7, [1, 0, 0x20, 0x18, 0, 0xFF], 4);
        let request = Request::set(object, Data::DoubleLongUnsigned(1800));
        assert_eq!(
            hex(&access_request(0x2000_0001, std::slice::from_ref(&request))),
            "d9200000010001020007010020 1800ff04010600000708".replace(' ', "")
        );
        assert_eq!(
            hex(&access_response(0x2000_0001, &[Answer::failure(&request, 250)])),
            "da2000000100000100 0102fa".replace(' ', "")
        );
    }

    #[test]
    fn answers() {
        let answers =
            [Answer::get(Data::LongUnsigned(0x1234)), Answer::set(), Answer::action(Data::Null)];
        assert_eq!(
            hex(&access_response(0x2000_0001, &answers)),
            "da20000001000003121234000003010002000300"
        );
    }

    #[test]
    fn an_alert() {
        assert_eq!(
            hex(&alert(0x2000_07D0, 0x8002, [0xEE; 12], Vec::new())),
            "0f200007d000020212800209 0ceeeeeeeeeeeeeeeeeeeeeeee".replace(' ', "")
        );
    }

    #[test]
    fn every_type_has_its_tag() {
        let cases: [(Data, &str); 30] = [
            (Data::Null, "00"),
            (Data::Array(vec![Data::Null]), "010100"),
            (Data::Structure(vec![Data::Null, Data::Null]), "02020000"),
            (Data::Boolean(true), "03ff"),
            (Data::BitString(7, vec![0xFE]), "0407fe"),
            (Data::DoubleLong(-2), "05fffffffe"),
            (Data::DoubleLongUnsigned(2), "0600000002"),
            (Data::octets([1, 2]), "09020102"),
            (Data::VisibleString("A".into()), "0a0141"),
            (Data::Utf8String("A".into()), "0c0141"),
            (Data::Bcd(0x12), "0d12"),
            (Data::Integer(-1), "0fff"),
            (Data::Long(-2), "10fffe"),
            (Data::Unsigned(5), "1105"),
            (Data::LongUnsigned(5), "120005"),
            (Data::Long64(-2), "14fffffffffffffffe"),
            (Data::Long64Unsigned(2), "150000000000000002"),
            (Data::Enum(30), "161e"),
            (Data::Float32(1.0), "173f800000"),
            (Data::Float64(1.0), "183ff0000000000000"),
            (Data::DateTime([1; 12]), "19010101010101010101010101"),
            (Data::Date([1; 5]), "1a0101010101"),
            (Data::Time([1; 4]), "1b01010101"),
            (Data::DeltaInteger(-1), "1cff"),
            (Data::DeltaLong(-1), "1dffff"),
            (Data::DeltaDoubleLong(-1), "1effffffff"),
            (Data::DeltaUnsigned(1), "1f01"),
            (Data::DeltaLongUnsigned(1), "200001"),
            (Data::DeltaDoubleLongUnsigned(1), "2100000001"),
            (Data::DontCare, "ff"),
        ];
        for (data, expected) in cases {
            assert_eq!(hex(&data.encode()), expected, "{data:?}");
        }
    }

    #[test]
    fn a_compact_array_describes_its_elements_once() {
        let pair = Description::Structure(vec![Description::Plain(6), Description::Plain(6)]);
        let data = Data::CompactArray(pair, vec![0; 8]);
        assert_eq!(hex(&data.encode()), "1302020606080000000000000000");
        let array = Description::Array(3, Box::new(Description::Plain(0x11)));
        assert_eq!(hex(&Data::CompactArray(array, vec![1, 2, 3]).encode()), "130100031103010203");
    }

    #[test]
    fn protection_parameters_name_the_parties() {
        assert_eq!(
            hex(&protection_parameters(1000, &[0xAA; 8], &[0xBB; 8]).encode()),
            concat!(
                "01010202160202 05",
                "09090400000000000003e8",
                "0908aaaaaaaaaaaaaaaa",
                "0908bbbbbbbbbbbbbbbb",
                "0900",
                "0202160202 020901020900",
            )
            .replace(' ', "")
        );
    }
}

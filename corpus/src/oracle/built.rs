//! Messages that are built from what the fuzzer chose: message to octets to message to octets.

use arbitrary::{Arbitrary as _, Result, Unstructured};
use gbcs_parser::encode::dlms::{self, Answer, Data, Object, Request};
use gbcs_parser::encode::gbz::{self, Component, Sealed};
use gbcs_parser::encode::{Length, MacHeader, Message, OtherInformation, Signature, der};
use gbcs_parser::{CraFlag, EntityId};

use super::Broken;

/// Depth of built values; the decoder's own bound is met by octets that repeat.
const MAX_DEPTH: usize = 6;

/// Members of a built container.
const MAX_MEMBERS: usize = 5;

/// A message with its protection, as it was chosen.
struct Built {
    message: Message,
    signature: Signature,
    mac: Option<(MacHeader, [u8; 12])>,
    /// Nothing in it lies, so that every field must be read as it was built.
    honest: bool,
}

/// Octets that choose a message: it is encoded, read, and encoded again.
///
/// # Errors
/// What does not hold.
pub fn roundtrip(octets: &[u8]) -> std::result::Result<(), Broken> {
    // Without octets every choice is the first; an error means that they were not enough.
    let Ok(built) = message(&mut Unstructured::new(octets)) else { return Ok(()) };
    let inner = built.message.general_signing(&built.signature);
    let encoded = match &built.mac {
        None => inner,
        Some((header, mac)) => header.wrap(&inner, |_| mac),
    };
    super::message(&encoded)?;
    if built.honest { fields(&built, &encoded) } else { Ok(()) }
}

/// What was built is what is read.
fn fields(built: &Built, encoded: &[u8]) -> std::result::Result<(), Broken> {
    let read = gbcs_parser::Message::decode(encoded);
    let (envelope, given) = (&read.envelope, &built.message);
    let same = [
        ("cra-flag", envelope.cra_flag.map(|field| field.value) == Some(given.cra_flag)),
        ("originator-counter", envelope.counter() == Some(given.counter)),
        ("originator", envelope.originator().is_some_and(|id| id.0[..] == given.originator)),
        ("recipient", envelope.recipient().is_some_and(|id| id.0[..] == given.recipient)),
        ("message-code", envelope.message_code() == Some(given.other_information.message_code)),
        ("date-time", read.date_time().unwrap_or_default() == given.date_time),
        (
            "content",
            read.content().is_some_and(|node| {
                let octets = read.tree.octets(node, encoded);
                octets.ends_with(&given.content)
            }),
        ),
        ("signature", envelope.is_signed() == matches!(built.signature, Signature::Present(_))),
        (
            "mac",
            envelope.mac.map(|node| read.tree.octets(node, encoded))
                == built.mac.as_ref().map(|(_, mac)| &mac[..]),
        ),
    ];
    match same.into_iter().find(|(_, same)| !same) {
        Some((name, _)) => Err(Broken::Field(name)),
        None => Ok(()),
    }
}

fn message(u: &mut Unstructured<'_>) -> Result<Built> {
    let honest = u.ratio(3, 4)?;
    let kind = *u.choose(&[CraFlag::Command, CraFlag::Response, CraFlag::Alert])?;
    let (from, to) = (EntityId(u.arbitrary()?), EntityId(u.arbitrary()?));
    let code = match u.ratio(3, 4)? {
        true => u.int_in_range(0..=0x0130)?,
        false => u.arbitrary()?,
    };
    let content = content(u)?;
    let mut message = Message::new(kind, from, to, u.arbitrary()?, code, content);
    if u.ratio(1, 4)? {
        message.date_time = u.arbitrary::<[u8; 12]>()?.to_vec();
    }
    if u.ratio(1, 4)? {
        message = message.on_behalf_of(EntityId(u.arbitrary()?), u.arbitrary()?);
        if u.arbitrary()? {
            message.other_information.originator_counter = Some(u.arbitrary()?);
        }
    }
    let mut signature = match u.arbitrary()? {
        true => Signature::Empty,
        false => Signature::Present(u.arbitrary::<[u8; 64]>()?.to_vec()),
    };
    let mut mac = match u.ratio(2, 3)? {
        true => Some((MacHeader::default(), u.arbitrary()?)),
        false => None,
    };
    if !honest {
        message.cra_flag = u.arbitrary()?;
        message.originator = octets(u)?;
        message.date_time = octets(u)?;
        message.content_length = length(u)?;
        message.other_information =
            OtherInformation { rest: octets(u)?, length: length(u)?, ..message.other_information };
        if u.arbitrary()? {
            signature = Signature::Absent;
        }
        if let Some((header, _)) = &mut mac {
            header.length = length(u)?;
            header.security_control = u.arbitrary()?;
            header.fields[u.choose_index(6)?] = octets(u)?;
        }
    }
    Ok(Built { message, signature, mac, honest })
}

fn length(u: &mut Unstructured<'_>) -> Result<Length> {
    Ok(match u.int_in_range(0..=2)? {
        0 => Length::Minimal,
        1 => Length::Long(u.int_in_range(1..=8)?),
        _ => Length::Stated(u.arbitrary()?),
    })
}

fn octets(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let octets = u.int_in_range(0..=24)?;
    Ok(u.bytes(octets)?.to_vec())
}

fn members<T>(
    u: &mut Unstructured<'_>,
    make: fn(&mut Unstructured<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    (0..u.int_in_range(0..=MAX_MEMBERS)?).map(|_| make(u)).collect()
}

fn content(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    Ok(match u.int_in_range(0..=6)? {
        0 => dlms::access_request(u.arbitrary()?, &members(u, request)?),
        1 => dlms::access_response(u.arbitrary()?, &members(u, answer)?),
        2 => {
            let rest = members(u, |u| data(u, 2))?;
            dlms::alert(u.arbitrary()?, u.arbitrary()?, u.arbitrary()?, rest)
        }
        3 => gbz::components(&gbz::numbered(members(u, component)?)),
        4 => gbz::alert(u.arbitrary()?, u.arbitrary()?, u.arbitrary()?, &octets(u)?),
        5 => value(u, MAX_DEPTH)?,
        _ => u.arbitrary()?,
    })
}

fn object(u: &mut Unstructured<'_>) -> Result<Object> {
    let class = u.int_in_range(1..=120)?;
    Ok(Object::new(class, u.arbitrary()?, u.int_in_range(1..=20)?))
}

fn request(u: &mut Unstructured<'_>) -> Result<Request> {
    let object = object(u)?;
    Ok(match u.int_in_range(0..=3)? {
        0 => Request::get(object),
        1 => Request::set(object, data(u, MAX_DEPTH)?),
        2 => Request::action(object, data(u, MAX_DEPTH)?),
        _ => Request::get_with_selection(object, u.arbitrary()?, data(u, MAX_DEPTH)?),
    })
}

fn answer(u: &mut Unstructured<'_>) -> Result<Answer> {
    Ok(match u.int_in_range(0..=3)? {
        0 => Answer::get(data(u, MAX_DEPTH)?),
        1 => Answer::set(),
        2 => Answer::action(data(u, MAX_DEPTH)?),
        _ => Answer::failure(&request(u)?, u.arbitrary()?),
    })
}

fn data(u: &mut Unstructured<'_>, depth: usize) -> Result<Data> {
    let inner = |u: &mut Unstructured<'_>| -> Result<Vec<Data>> {
        (0..u.int_in_range(0..=MAX_MEMBERS)?).map(|_| data(u, depth - 1)).collect()
    };
    Ok(match u.int_in_range(0..=15)? {
        0 if depth > 0 => Data::Array(inner(u)?),
        1 if depth > 0 => Data::Structure(inner(u)?),
        2 => Data::Boolean(u.arbitrary()?),
        3 => Data::DoubleLong(u.arbitrary()?),
        4 => Data::DoubleLongUnsigned(u.arbitrary()?),
        5 => Data::OctetString(octets(u)?),
        6 => Data::VisibleString(u.arbitrary()?),
        7 => Data::Utf8String(u.arbitrary()?),
        8 => Data::Integer(u.arbitrary()?),
        9 => Data::Long(u.arbitrary()?),
        10 => Data::Unsigned(u.arbitrary()?),
        11 => Data::LongUnsigned(u.arbitrary()?),
        12 => Data::Long64Unsigned(u.arbitrary()?),
        13 => Data::Enum(u.arbitrary()?),
        14 => {
            let octets = octets(u)?;
            Data::BitString(octets.len() * 8, octets)
        }
        _ => Data::Null,
    })
}

fn component(u: &mut Unstructured<'_>) -> Result<Component> {
    let control = *u.choose(&[0x00, 0x01, 0x08, 0x09, 0x10, 0x18, 0x19])?;
    let clusters = [0x0000, 0x0700, 0x0702, 0x0705, 0x0707, 0x0708, 0x070A, 0x0804];
    let component = Component::new(*u.choose(&clusters)?, control, u.arbitrary()?, octets(u)?);
    Ok(match u.int_in_range(0..=3)? {
        0 => component.sealed(Sealed::new(u.arbitrary()?, octets(u)?)),
        1 => component.from_date_time(u.arbitrary()?),
        _ => component,
    })
}

fn value(u: &mut Unstructured<'_>, depth: usize) -> Result<Vec<u8>> {
    Ok(match u.int_in_range(0..=6)? {
        0 | 1 if depth > 0 => {
            let parts = (0..u.int_in_range(0..=MAX_MEMBERS)?).map(|_| value(u, depth - 1));
            let parts = parts.collect::<Result<Vec<_>>>()?;
            match u.arbitrary()? {
                true => der::sequence(parts),
                false => der::constructed(0xA0 | u.int_in_range(0..=6)?, parts),
            }
        }
        2 => der::integer(u64::arbitrary(u)?),
        3 => der::bit_string(u.int_in_range(0..=7)?, &octets(u)?),
        4 => der::value_with(u.arbitrary()?, octets(u)?, length(u)?),
        5 => der::generalized_time("20250203040506Z"),
        _ => der::null(),
    })
}

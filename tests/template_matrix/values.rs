//! Values of DLMS items: what a row allows, and what it does not.

use gbcs_parser::catalogue::{Constant, DlmsItem, Step, ValueLimit};
use gbcs_parser::encode::date_time;
use gbcs_parser::encode::dlms::Data;
use gbcs_parser::kind::Kind;
use gbcs_parser::utrn::check_digit;

/// Longest string, in octets or bits, that is made as long as may be.
pub const LONG: u32 = 1000;

/// A change to a value that is built from its rows.
#[derive(Clone, Copy)]
pub enum Plant<'p> {
    /// None.
    Nothing,
    /// This stands in for the value of the row with this element.
    Value(u32, &'p Data),
    /// The structure at these steps has so many members more or, below zero, less.
    Members(&'p [Step], isize),
}

/// What rules of other families ask of items that their rows leave free, by the end of their names.
fn wanted(item: &DlmsItem) -> Option<Data> {
    let hours = |count: u32| Data::octets(date_time(count * 3600, 0xFF, 0xFF));
    let ends = |end: &str| item.attribute.ends_with(end);
    let is_period = ends("measurementPeriod") || item.object.ends_with("MeasurementPeriod");
    Some(match () {
        // VLT002: a factor of half an hour.
        () if is_period => number_of(item.rules.kind?, 1800)?,
        // CLK003, MDM003 and ALT015: a window, a period, an outage of one hour.
        () if ends("timeRangeEnd") || ends("restorationValue") || ends("PeriodEndDateTime") => {
            hours(1)
        }
        // MDM004: the first controller, for input.
        () if ends("apcDirectionAndNumber") => Data::Unsigned(0x21),
        // PPM001: twenty digits, the last of which follows from the others.
        () if ends("creditToken") => {
            let mut digits = [0; 20];
            digits[19] = check_digit(&digits);
            Data::octets(digits.map(|digit| b'0' + digit))
        }
        () => return None,
    })
}

/// A value that its row allows, in element `element` of the innermost array around it.
fn value(item: &DlmsItem, element: usize) -> Data {
    let rules = &item.rules;
    if let Some(data) = wanted(item) {
        return data;
    }
    let allowed = rules.allowed.get(element).or(rules.allowed.first());
    let constant = rules.fixed.or(allowed.copied());
    let number = match constant {
        Some(Constant::Number(number)) => number,
        _ => rules
            .limit
            .and_then(|limit| limit.min)
            .or(rules.range.map(|(least, _)| least))
            .or(rules.names.get(element).or(rules.names.first()).map(|(n, _)| *n as i64))
            .unwrap_or(0),
    };
    // Most lengths are what a device sends; the long ones are what it has room for.
    let length = rules.max_length.filter(|most| *most <= LONG).unwrap_or(0) as usize;
    match (rules.kind, constant) {
        (None | Some(Kind::DlmsNull), _) => Data::Null,
        (Some(Kind::DlmsBoolean), _) => Data::Boolean(constant != Some(Constant::Bool(false))),
        (Some(Kind::DlmsBitString), Some(Constant::Bits(octets, count))) => {
            Data::BitString(count, octets.to_vec())
        }
        (Some(Kind::DlmsOctetString), None) if length == 12 => {
            Data::octets(date_time(0, 0xFF, 0xFF))
        }
        (Some(kind), Some(Constant::Octets(octets))) => text(Some(kind), octets.to_vec()),
        (Some(Kind::DlmsStructure), _) => Data::Structure(vec![Data::Null]),
        (Some(Kind::DlmsArray), _) => Data::Array(Vec::new()),
        (Some(kind), _) => long(kind, length)
            .or_else(|| number_of(kind, number))
            .unwrap_or_else(|| panic!("{number} as {kind:?}")),
    }
}

/// A string of a kind.
fn text(kind: Option<Kind>, octets: Vec<u8>) -> Data {
    match kind {
        Some(Kind::DlmsVisibleString) => Data::VisibleString(String::from_utf8(octets).unwrap()),
        Some(Kind::DlmsUtf8String) => Data::Utf8String(String::from_utf8(octets).unwrap()),
        _ => Data::OctetString(octets),
    }
}

/// A number of a kind, where it has room for it.
fn number_of(kind: Kind, number: i64) -> Option<Data> {
    Some(match kind {
        Kind::DlmsDoubleLong => Data::DoubleLong(number.try_into().ok()?),
        Kind::DlmsDoubleLongUnsigned => Data::DoubleLongUnsigned(number.try_into().ok()?),
        Kind::DlmsInteger => Data::Integer(number.try_into().ok()?),
        Kind::DlmsLong => Data::Long(number.try_into().ok()?),
        Kind::DlmsUnsigned => Data::Unsigned(number.try_into().ok()?),
        Kind::DlmsLongUnsigned => Data::LongUnsigned(number.try_into().ok()?),
        Kind::DlmsLong64 => Data::Long64(number),
        Kind::DlmsLong64Unsigned => Data::Long64Unsigned(number.try_into().ok()?),
        Kind::DlmsEnum => Data::Enum(number.try_into().ok()?),
        _ => return None,
    })
}

/// The value that holds `items`, with one change.
pub fn build(items: &[&'static DlmsItem], plant: Plant<'_>) -> Data {
    build_inside(items, 0, 0, plant)
}

/// The same from `depth` steps in; `element` is the number in the innermost array.
fn build_inside(
    items: &[&'static DlmsItem],
    depth: usize,
    element: usize,
    plant: Plant<'_>,
) -> Data {
    if let Some(item) = items.iter().find(|item| item.address.len() == depth) {
        return match plant {
            Plant::Value(planted, data) if planted == item.element => data.clone(),
            _ => value(item, element),
        };
    }
    match items.first().map(|item| item.address[depth]) {
        None => Data::Null,
        Some(Step::Any) => {
            let elements = 0..elements_of(items);
            Data::Array(elements.map(|at| build_inside(items, depth + 1, at, plant)).collect())
        }
        Some(Step::At(_)) => {
            let last = items.iter().map(|item| member(item, depth)).max().unwrap_or(0);
            let mut members: Vec<Data> = (0..=last)
                .map(|at| {
                    let is_inside = |item: &&&DlmsItem| member(item, depth) == at;
                    let inside: Vec<_> = items.iter().filter(is_inside).copied().collect();
                    build_inside(&inside, depth + 1, element, plant)
                })
                .collect();
            if let Plant::Members(steps, more) = plant
                && steps.len() == depth
                && items.iter().all(|item| item.address[..depth] == *steps)
            {
                members.resize(members.len().saturating_add_signed(more), Data::Null);
            }
            match items[0].container(Step::At(0)) {
                Kind::DlmsArray => Data::Array(members),
                _ => Data::Structure(members),
            }
        }
    }
}

/// How many elements the array that `items` are in is made with: two where it is said to have one or
/// two, as those of a period that starts and ends; else one.
fn elements_of(items: &[&'static DlmsItem]) -> usize {
    if items.iter().all(|item| item.path.contains("[1..2].")) { 2 } else { 1 }
}

/// The number of the member that an item is in.
fn member(item: &DlmsItem, depth: usize) -> u16 {
    match item.address[depth] {
        Step::At(number) => number,
        Step::Any => 0,
    }
}

/// The structures that rows are members of, by the steps to them, each with the number of members
/// less and more that nothing excuses.
pub fn structures(items: &[&'static DlmsItem]) -> Vec<(Vec<Step>, Vec<isize>)> {
    let mut found: Vec<(Vec<Step>, Vec<isize>)> = Vec::new();
    for item in items {
        let Some((Step::At(_), steps)) = item.address.split_last() else { continue };
        let is_array = item.container(Step::At(0)) == Kind::DlmsArray;
        if is_array || found.iter().any(|(other, _)| other == steps) {
            continue;
        }
        let inside = || items.iter().filter(|other| other.address.starts_with(steps));
        let twin: std::collections::BTreeSet<u16> = inside()
            .filter(|other| other.twin_element_only)
            .map(|other| member(other, steps.len()))
            .collect();
        // A single element meter leaves out what it does not have.
        let less = if twin.len() == 1 { -2 } else { -1 };
        found.push((steps.to_vec(), vec![less, 1]));
    }
    found
}

/// Values of another type, constant, range or length, each with the rule that is meant for it.
/// Limits of requests hold in commands alone.
pub fn faults(item: &DlmsItem, in_command: bool) -> Vec<(Data, &'static str)> {
    let rules = &item.rules;
    let Some(kind) = rules.kind else { return Vec::new() };
    let other = if kind == Kind::DlmsBoolean { Data::Unsigned(1) } else { Data::Boolean(true) };
    let mut faults = vec![(other, "USE004")];
    if kind != Kind::DlmsStructure {
        faults.push((Data::Structure(vec![Data::Null]), "USE004"));
    }
    // The right value in another width, or as another kind of string.
    faults.extend(as_another_kind(value(item, 0)).map(|data| (data, "USE004")));
    if let Some(fixed) = rules.fixed {
        faults.extend(another(kind, fixed).map(|data| (data, "USE003")));
        return faults;
    }
    let mut out_of_range = |number: i64| {
        faults.extend(number_of(kind, number).map(|data| (data, "USE006")));
    };
    if let Some((least, most)) = rules.range {
        out_of_range(least - 1);
        out_of_range(most + 1);
    }
    if rules.names_complete {
        let free = (0..256_u64).find(|n| rules.name_of(*n).is_none()).unwrap();
        out_of_range(free as i64);
    }
    let limit = rules.limit.filter(|_| in_command);
    if let Some(ValueLimit { min, max, .. }) = limit {
        // What a range of the template forbids is out of range already.
        let inside = |n: &i64| rules.range.is_none_or(|(least, most)| (least..=most).contains(n));
        let ends = [min.map(|least| least - 1), max.map(|most| most + 1)];
        ends.into_iter().flatten().filter(inside).for_each(&mut out_of_range);
    }
    if !rules.allowed.is_empty() {
        let free = (0..256).map(Constant::Number).find(|n| !rules.allowed.contains(n));
        faults.extend(free.and_then(|free| constant_of(kind, free)).map(|data| (data, "USE006")));
        return faults;
    }
    let limits = [rules.max_length, limit.and_then(|limit| limit.max_length)];
    // One too long for any message is ENV015's as well.
    if let Some(most) = limits.into_iter().flatten().min().filter(|most| *most <= LONG) {
        faults.extend(long(kind, most as usize + 1).map(|data| (data, "USE005")));
    }
    if let Some(least @ 1..) = limit.and_then(|limit| limit.min_length) {
        let short = long(kind, least as usize - 1);
        faults.extend(short.map(|data| (data, "USE006")));
    }
    faults
}

/// The same value as another kind of number or string.
fn as_another_kind(data: Data) -> Option<Data> {
    Some(match data {
        Data::Enum(number) => Data::Unsigned(number),
        Data::Unsigned(number) => Data::LongUnsigned(number.into()),
        Data::LongUnsigned(number) => Data::DoubleLongUnsigned(number.into()),
        Data::DoubleLongUnsigned(number) => Data::Long64Unsigned(number.into()),
        Data::Integer(number) => Data::Long(number.into()),
        Data::Long(number) => Data::DoubleLong(number.into()),
        Data::DoubleLong(number) => Data::Long64(number.into()),
        Data::OctetString(octets) => Data::VisibleString(String::from_utf8(octets).ok()?),
        Data::VisibleString(text) | Data::Utf8String(text) => Data::octets(text),
        _ => return None,
    })
}

/// A string or bit-string of so many octets or bits.
fn long(kind: Kind, length: usize) -> Option<Data> {
    Some(match kind {
        Kind::DlmsBitString => Data::BitString(length, vec![0; length.div_ceil(8)]),
        Kind::DlmsOctetString | Kind::DlmsVisibleString | Kind::DlmsUtf8String => {
            text(Some(kind), vec![b'0'; length])
        }
        _ => return None,
    })
}

/// Another value of the same type.
fn another(kind: Kind, constant: Constant) -> Option<Data> {
    constant_of(
        kind,
        match constant {
            Constant::Number(number) => Constant::Number(number ^ 1),
            Constant::Bool(truth) => Constant::Bool(!truth),
            Constant::Octets(octets) => {
                let mut octets = octets.to_vec();
                match octets.last_mut() {
                    Some(last) => *last ^= 1,
                    None => octets.push(b'1'),
                }
                return Some(text(Some(kind), octets));
            }
            Constant::Bits(octets, count) => {
                let mut octets = octets.to_vec();
                octets.first_mut().map(|first| *first ^= 0x80)?;
                return Some(Data::BitString(count, octets));
            }
        },
    )
}

fn constant_of(kind: Kind, constant: Constant) -> Option<Data> {
    match constant {
        Constant::Number(number) => number_of(kind, number),
        Constant::Bool(truth) => (kind == Kind::DlmsBoolean).then_some(Data::Boolean(truth)),
        Constant::Octets(_) | Constant::Bits(..) => None,
    }
}

//! ASN.1: payloads made from the outlines of the catalogue, field by field. They are read from the
//! catalogue's text files, so that the tables that rules use are held against another reading.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{ALERT_CODES, UseCase};
use gbcs_parser::encode::der;

use super::bench::{Planned, Proof};

const MESSAGES: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/parser/catalogue/asn1-messages.csv"));
const TYPES: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/parser/catalogue/asn1-types.csv"));

/// Deepest structure of an outline; a certificate's is the deepest.
const MAX_DEPTH: usize = 24;

/// A field of an outline.
#[derive(Clone, Copy)]
struct Row<'t> {
    form: &'t str,
    field: &'t str,
    tag: &'t str,
    of: &'t str,
    presence: &'t str,
    values: &'t str,
}

/// The cells of a row without quotes.
fn cells(line: &str) -> Vec<&str> {
    line.split(',').collect()
}

/// The fields of a type; none for a primitive one.
fn fields(of: &str) -> Vec<Row<'static>> {
    let rows = TYPES.lines().map(cells).filter(|row| row[0] == of);
    rows.map(|row| Row {
        form: row[1],
        field: row[2],
        tag: row[3],
        of: row[4],
        presence: row[5],
        values: row[6],
    })
    .collect()
}

/// A value that can be changed before it is written.
#[derive(Clone)]
enum Value {
    /// Tag and content.
    Leaf(u8, Vec<u8>),
    /// Tag and members, each with its presence.
    Sequence(u8, Members),
    /// Tag and elements of a list.
    List(u8, Vec<Self>),
}

/// The members of a sequence.
type Members = Vec<(Member, Value)>;

/// What is known of a member of a sequence.
#[derive(Clone, Copy)]
struct Member {
    name: &'static str,
    is_mandatory: bool,
    is_any: bool,
}

impl Value {
    fn tag(&self) -> u8 {
        match self {
            Self::Leaf(tag, _) | Self::Sequence(tag, _) | Self::List(tag, _) => *tag,
        }
    }

    fn write(&self) -> Vec<u8> {
        match self {
            Self::Leaf(tag, content) => der::value(*tag, content),
            Self::Sequence(tag, members) => {
                der::constructed(*tag, members.iter().map(|(_, member)| member.write()))
            }
            Self::List(tag, elements) => der::constructed(*tag, elements.iter().map(Self::write)),
        }
    }
}

/// What is proved of a use case with an outline.
pub fn prove(case: &'static UseCase, proof: &mut Proof) {
    for row in MESSAGES.lines().skip(1).map(cells) {
        if row[1].split("; ").all(|id| id != case.id) {
            continue;
        }
        let codes = row[0].split("; ").map(|code| u16::from_str_radix(&code[2..], 16).unwrap());
        let code = codes.into_iter().find(|code| case.message_codes.contains(code)).unwrap();
        let (kind, cra) = match row[2] {
            "command" => ("command", CraFlag::Command),
            "response" => ("response", CraFlag::Response),
            _ => ("alert", CraFlag::Alert),
        };
        let alert = ALERT_CODES.iter().find(|alert| alert.message_codes.contains(&code));
        let outline = Outline { code, kind, cra, alert: alert.map_or(0, |alert| alert.code) };
        let field =
            Row { form: "", field: row[3], tag: "", of: row[4], presence: "", values: row[5] };
        proof.not_made.insert("values: no constant or range is stated of any in DER".to_owned());
        let whole = outline.value(field, 0);
        outline.prove(&whole, proof);
    }
}

struct Outline {
    code: u16,
    kind: &'static str,
    cra: CraFlag,
    alert: u16,
}

impl Outline {
    fn planned(&self, value: &Value) -> [Planned; 1] {
        [(self.cra, value.write())]
    }

    /// The value of a field, with everything that may be there.
    fn value(&self, field: Row<'static>, depth: usize) -> Value {
        assert!(depth < MAX_DEPTH, "{}", field.of);
        let members = fields(field.of);
        let Some(first) = members.first() else {
            let (tag, content) = self.leaf(field);
            return Value::Leaf(tag_of(field.tag, tag), content);
        };
        let inside = |row: &Row<'static>| self.value(*row, depth + 1);
        match first.form {
            "SEQUENCE OF" => Value::List(tag_of(field.tag, der::SEQUENCE), vec![inside(first)]),
            "SET OF" => Value::List(tag_of(field.tag, der::SET), vec![inside(first)]),
            "CHOICE" => inside(first),
            // The object identifiers that are made are none that an outline names.
            "BY OID" => Value::Leaf(der::UTF8_STRING, b"any".to_vec()),
            // What is inside is another's.
            "CONTAINING" => Value::Leaf(der::OCTET_STRING, der::null()),
            _ => {
                let member = |row: &Row<'static>| {
                    let is_any = row.of == "ANY"
                        || fields(row.of).first().is_some_and(|of| of.form == "BY OID");
                    let known = Member {
                        name: row.field,
                        is_mandatory: row.presence == "mandatory",
                        is_any,
                    };
                    (known, inside(row))
                };
                Value::Sequence(
                    tag_of(field.tag, der::SEQUENCE),
                    members.iter().map(member).collect(),
                )
            }
        }
    }

    /// Tag and content of a value without parts.
    fn leaf(&self, field: Row<'_>) -> (u8, Vec<u8>) {
        match (field.of, field.values) {
            ("INTEGER", "alert code") => {
                (der::INTEGER, [&[0][..], &self.alert.to_be_bytes()].concat())
            }
            ("INTEGER", _) => (der::INTEGER, vec![0x01]),
            ("ENUMERATED", _) => (0x0A, vec![0x00]),
            ("BOOLEAN", _) => (der::BOOLEAN, vec![0xFF]),
            ("NULL", _) => (0x05, Vec::new()),
            ("BIT STRING", _) => (der::BIT_STRING, vec![0x07, 0x80]),
            ("OCTET STRING", "entity id") => (der::OCTET_STRING, super::bench::party().0.to_vec()),
            ("OCTET STRING", _) => (der::OCTET_STRING, vec![0x00; 4]),
            ("OBJECT IDENTIFIER", _) => (der::OBJECT_IDENTIFIER, vec![0x2A, 0x03]),
            ("GeneralizedTime", _) => (der::GENERALIZED_TIME, b"20260101000000Z".to_vec()),
            ("UTCTime", _) => (0x17, b"260101000000Z".to_vec()),
            ("ANY" | "TEXT", _) => (der::UTF8_STRING, b"any".to_vec()),
            (other, _) => panic!("no value of {other}"),
        }
    }

    fn prove(&self, whole: &Value, proof: &mut Proof) {
        proof.passes(self.code, self.kind, "with all fields", &self.planned(whole));
        proof.passes(
            self.code,
            self.kind,
            "without the optional fields",
            &self.planned(&least(whole)),
        );
        let mut caught = |what: &str, changed: &Value, rules: &[&'static str]| {
            let what = format!("{} {what}", self.kind);
            proof.caught(self.code, &what, &self.planned(changed), rules);
        };
        caught("of another type", &another_type(), &["USE016"]);
        let mut ways = Vec::new();
        sequences(whole, &mut Vec::new(), &mut ways);
        for way in ways {
            let Value::Sequence(_, members) = at(whole, &way) else { continue };
            for (number, (member, value)) in members.iter().enumerate() {
                let what = |fault: &str| format!("{} {fault}", member.name);
                let change = |make: &dyn Fn(&mut Members)| {
                    let mut changed = whole.clone();
                    if let Value::Sequence(_, members) = at_mut(&mut changed, &way) {
                        make(members);
                    }
                    changed
                };
                let dropped = change(&|members| drop(members.remove(number)));
                let rules: &[&'static str] = if member.is_mandatory { &["USE016"] } else { &[] };
                caught(&what("dropped"), &dropped, rules);
                if !member.is_any {
                    let doubled =
                        change(&|members| members.insert(number, members[number].clone()));
                    caught(&what("doubled"), &doubled, &["USE016"]);
                    let other = change(&|members| members[number].1 = another_type());
                    caught(&what("of another type"), &other, &["USE016"]);
                }
                if members.get(number + 1).is_some_and(|next| next.1.tag() != value.tag()) {
                    let swapped = change(&|members| members.swap(number, number + 1));
                    caught(&what("swapped with the next"), &swapped, &["USE016"]);
                }
            }
        }
    }
}

/// The tag of a field: its own, or that of its type.
fn tag_of(own: &str, of_type: u8) -> u8 {
    u8::from_str_radix(own, 16).unwrap_or(of_type)
}

/// The same with its mandatory fields alone.
fn least(value: &Value) -> Value {
    match value {
        Value::Leaf(..) => value.clone(),
        Value::Sequence(tag, members) => {
            let kept = members.iter().filter(|(member, _)| member.is_mandatory);
            Value::Sequence(*tag, kept.map(|(member, value)| (*member, least(value))).collect())
        }
        Value::List(tag, elements) => Value::List(*tag, elements.iter().map(least).collect()),
    }
}

/// A value with a tag that no field has: a REAL.
fn another_type() -> Value {
    Value::Leaf(0x09, vec![0x00])
}

/// The ways to the sequences in a value, by the numbers of members and elements.
fn sequences(value: &Value, way: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    let members: Vec<&Value> = match value {
        Value::Leaf(..) => return,
        Value::Sequence(_, members) => {
            found.push(way.clone());
            members.iter().map(|(_, member)| member).collect()
        }
        Value::List(_, elements) => elements.iter().collect(),
    };
    for (number, member) in members.into_iter().enumerate() {
        way.push(number);
        sequences(member, way, found);
        way.pop();
    }
}

fn at<'v>(value: &'v Value, way: &[usize]) -> &'v Value {
    let Some((first, rest)) = way.split_first() else { return value };
    match value {
        Value::Leaf(..) => value,
        Value::Sequence(_, members) => at(&members[*first].1, rest),
        Value::List(_, elements) => at(&elements[*first], rest),
    }
}

fn at_mut<'v>(value: &'v mut Value, way: &[usize]) -> &'v mut Value {
    let Some((first, rest)) = way.split_first() else { return value };
    match value {
        Value::Leaf(..) => value,
        Value::Sequence(_, members) => at_mut(&mut members[*first].1, rest),
        Value::List(_, elements) => at_mut(&mut elements[*first], rest),
    }
}

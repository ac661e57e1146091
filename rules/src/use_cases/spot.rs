//! Values of a message with what their use case says of them.

use gbcs_parser::catalogue::{
    DlmsItem, GbzAttribute, GbzField, ItemPart, Protocol, UseCase, ValueRules,
};
use gbcs_parser::element::Element;
use gbcs_parser::kind::Kind;
use gbcs_parser::{CraFlag, Message, NodeId, Payload, Value};

use super::{dlms, gbz, taken};
use crate::datum::Datum;
use crate::env::undecoded;
use crate::finding::{Findings, Place};
use crate::rule::Applies;
use crate::subject::Subject;
use crate::topic::Topic;
use crate::verdict::Reason;

/// What a value is in its use case.
#[derive(Clone, Copy, Debug)]
pub(super) enum Row {
    /// A row of the mapping table of a DLMS use case.
    Item(&'static DlmsItem),
    /// A field of a ZCL command.
    Field(&'static GbzField),
    /// An attribute that is answered.
    Attribute(&'static GbzAttribute),
    /// The place of a value where the entry has none: of a get in a request, of a set in a response.
    Empty,
}

/// A value of a message and what its use case says of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Its node: a leaf, or what stands there instead of one.
    pub(super) node: NodeId,
    /// What it is.
    pub(super) row: Row,
    /// What it may be.
    pub(super) rules: &'static ValueRules,
    /// Limits of the service request, where they stand in another row than `rules`.
    pub(super) further: Option<&'static ValueRules>,
    /// The container that should stand here, where another stands, or none.
    pub(super) container: Option<Container>,
    /// What there is to be looked at.
    pub(super) looks: Looks,
}

/// What there is to be looked at in a value. Most values of a message have a type and nothing else
/// that could be wrong, and the type is compared when they are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Looks(u8);

impl Looks {
    /// Nothing.
    pub(super) const NONE: Self = Self(0);
    /// It has a constant.
    pub(super) const CONSTANT: Self = Self(1);
    /// It has a greatest length, and may be any value of it.
    pub(super) const LENGTH: Self = Self(2);
    /// It has a range or limits, and is no constant.
    pub(super) const RANGE: Self = Self(4);
    /// Its type may be another than its row's.
    pub(super) const TYPE: Self = Self(8);

    /// What the rules of a value ask for, its type left out.
    pub(super) fn of(rules: &ValueRules, further: Option<&ValueRules>) -> Self {
        let all = || [Some(rules), further].into_iter().flatten();
        let limit = || all().filter_map(|rules| rules.limit);
        // A constant is judged by its value alone, and a value out of a list not by its length.
        let is_fixed = rules.fixed.is_some();
        let is_free = !is_fixed && rules.allowed.is_empty();
        let long = is_free
            && (all().any(|rules| rules.max_length.is_some())
                || limit().any(|limit| limit.max_length.is_some()));
        let ranged = !is_fixed && (all().any(ValueRules::has_range) || limit().next().is_some());
        let when = |is: bool, look: Self| if is { look } else { Self::NONE };
        when(is_fixed, Self::CONSTANT)
            .with(when(long, Self::LENGTH))
            .with(when(ranged, Self::RANGE))
    }

    /// What this and the other ask for.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True where they have one in common.
    const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A container as its rows describe it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Container {
    /// An array or a structure.
    pub(super) kind: Kind,
    /// How many members it should have, where their number is what differs.
    pub(super) members: Option<usize>,
}

impl Container {
    /// Its type by name, with `members` of them where their number matters.
    fn name(self, members: usize) -> String {
        let kind = self.kind.type_name(0);
        match (self.members, members) {
            (None, _) => kind.into_owned(),
            (Some(_), 1) => format!("{kind} of 1 member"),
            (Some(_), _) => format!("{kind} of {members} members"),
        }
    }

    /// What should stand there.
    pub(super) fn expected(self) -> String {
        self.name(self.members.unwrap_or(0))
    }
}

impl Spot {
    /// The name of its row: object and attribute of a DLMS item, else field or attribute. The place
    /// of no value has none.
    pub(super) fn name(&self) -> Option<String> {
        match self.row {
            Row::Item(item) => Some(format!("{}.{}", item.object, item.attribute)),
            Row::Field(field) => Some(field.name.to_owned()),
            Row::Attribute(attribute) => Some(attribute.name.to_owned()),
            Row::Empty => None,
        }
    }

    /// True in the places of a DLMS alert whose type and length ALT001 judges: its body, and the
    /// leaves right inside.
    pub(super) fn is_alert_form(&self, message: &Message<'_>) -> bool {
        let (Payload::Dlms(apdu), Some(CraFlag::Alert)) = (message.payload, message.envelope.cra())
        else {
            return false;
        };
        let is_leaf_of_body = matches!(
            self.row,
            Row::Item(item) if item.part == Some(ItemPart::Alert) && item.address.len() == 1
        );
        apdu.body == Some(self.node) || (is_leaf_of_body && self.container.is_none())
    }

    /// Where it stands, with the number of its row in the mapping table.
    pub(super) fn place(&self, subject: &Subject<'_>) -> Place {
        let mut place = subject.place(self.node);
        match self.row {
            Row::Item(item) => {
                place.field.push_str(&format!(" (row {})", item.mapping_row));
            }
            Row::Field(GbzField { name, .. }) | Row::Attribute(GbzAttribute { name, .. }) => {
                place.field.push_str(&format!(" ({name})"));
            }
            Row::Empty => {}
        }
        place
    }

    /// The unit of its value, where there is one.
    pub(super) fn unit(&self, message: &Message<'_>) -> Option<&'static str> {
        let element: &Element = message.tree.get(self.node)?.element.get();
        element.unit.filter(|_| element.scaler == 0)
    }

    /// Its value as a datum.
    pub(super) fn datum(&self, message: &Message<'_>) -> Datum {
        let value = message.tree.value(self.node, message.octets());
        value_datum(&value, self.unit(message))
    }

    /// Its type on the wire, by name.
    pub(super) fn type_name(&self, message: &Message<'_>) -> String {
        if let Some(container) = self.container
            && container.members.is_some()
        {
            return container.name(message.tree.members(self.node).count());
        }
        let width = message.tree.content(self.node, message.octets()).len();
        message
            .tree
            .get(self.node)
            .map_or_else(String::new, |n| n.kind.type_name(width).into_owned())
    }

    /// True where it has the type that its row states, so that its value can be judged.
    pub(super) fn has_type(&self, message: &Message<'_>) -> bool {
        let Some(node) = message.tree.get(self.node) else { return false };
        if self.container.is_some() {
            return false;
        }
        match self.row {
            // A field has no type on the wire.
            Row::Field(_) => true,
            Row::Attribute(attribute) => {
                let sent = message.tree.octets(self.node, message.octets()).first().copied();
                attribute.type_code.is_none() || attribute.type_code == sent
            }
            Row::Item(_) | Row::Empty => self.rules.has_type(node.kind),
        }
    }
}

/// A value as a datum.
pub(super) fn value_datum(value: &Value<'_>, unit: Option<&'static str>) -> Datum {
    match (value, unit) {
        (Value::Null, _) => Datum::Nothing,
        (Value::Bool(truth), _) => Datum::Truth(*truth),
        (Value::Unsigned(number), Some(unit)) => Datum::Quantity((*number).into(), unit),
        (Value::Unsigned(number), None) => Datum::Number((*number).into()),
        (Value::Signed(number), Some(unit)) => Datum::Quantity((*number).into(), unit),
        (Value::Signed(number), None) => Datum::Number((*number).into()),
        (Value::Float(number), _) => Datum::Text(number.to_string()),
        (Value::Text(text), _) => Datum::Text((*text).to_owned()),
        (Value::Bits(bits), _) => {
            Datum::Text(bits.as_bitslice().iter().map(|bit| if *bit { '1' } else { '0' }).collect())
        }
        (Value::Octets(octets), _) => Datum::Octets(octets.to_vec()),
    }
}

/// Values of a message that there is room for at once: few have more.
const USUAL_SPOTS: usize = 16;

/// All values of a message, which several rules look at.
#[derive(Debug)]
pub(crate) struct Spots {
    spots: Vec<Spot>,
    /// What there is to be looked at in one of them.
    looks: Looks,
    /// What is missing to see them all.
    missing: Option<(Reason, &'static str)>,
}

impl Spots {
    fn of(subject: &Subject<'_>, message: &Message<'_>, use_case: &'static UseCase) -> Self {
        let (mut spots, mut looks) = (Vec::new(), Looks::NONE);
        // Of alerts each value counts: the form of most is ALT001's.
        let all = message.envelope.cra() == Some(CraFlag::Alert);
        let mut visit = |spot: Spot| {
            if all || spot.looks != Looks::NONE {
                looks = looks.with(spot.looks);
                if spots.capacity() == 0 {
                    spots.reserve(USUAL_SPOTS);
                }
                spots.push(spot);
            }
        };
        let missing = match message.payload {
            Payload::Dlms(apdu) => dlms::visit(message, &apdu, use_case, &mut visit),
            Payload::Gbz(payload) => gbz::visit(subject, message, &payload, use_case, &mut visit),
            _ => None,
        };
        Self { spots, looks, missing }
    }
}

/// True for the topics of messages whose use case has a template.
pub(super) fn concerns(topic: &Topic) -> bool {
    topic.protocol.zip(topic.cra).zip(topic.use_case()).is_some_and(
        |((protocol, cra), use_case)| match (protocol, cra) {
            (Protocol::Dlms, CraFlag::Command | CraFlag::Response) => {
                !use_case.dlms_requests.is_empty()
            }
            (Protocol::Dlms, CraFlag::Alert) => !use_case.dlms_items.is_empty(),
            (Protocol::Gbz, cra) => !use_case.components(gbz::message_of(cra)).is_empty(),
            (Protocol::Asn1, _) => false,
        },
    )
}

/// The use case of a message with a template that concerns it: several rules ask, twice each.
fn use_case(subject: &Subject<'_>) -> Option<&'static UseCase> {
    let of = |topic: &Topic| topic.use_case().filter(|_| concerns(topic));
    *subject.memo.use_case.get_or_init(|| of(&subject.topic))
}

/// For rules on the values of a message.
pub(super) fn applies(subject: &Subject<'_>) -> Applies {
    match (subject.message, use_case(subject)) {
        (Some(_), Some(_)) if undecoded::is_payload_read(subject) => Applies::Yes,
        (Some(_), Some(_)) => Applies::blocked(Reason::Undecoded),
        _ => Applies::No,
    }
}

/// Asks `fault` about every value of a message that the rule `code` may judge and that has one of
/// `looks`, and says what could not be looked at. `None` asks about all values of an alert.
pub(super) fn judge(
    subject: &Subject<'_>,
    findings: &mut Findings,
    code: &str,
    looks: Option<Looks>,
    mut fault: impl FnMut(&Spot, &Message<'_>, &mut Findings),
) {
    let (Some(message), Some(use_case)) = (subject.message, use_case(subject)) else { return };
    let before = findings.faults.len();
    let spots = subject.memo.spots.get_or_init(|| Spots::of(subject, message, use_case));
    let meets = |of: Looks| looks.is_none_or(|looks| of.meets(looks));
    // In most messages there is nothing for most rules.
    let all = if meets(spots.looks) { spots.spots.as_slice() } else { &[] };
    for spot in all.iter().filter(|spot| meets(spot.looks)) {
        let found = findings.faults.len();
        fault(spot, message, findings);
        if findings.faults.len() > found && taken::is_taken(subject, use_case.id, spot, code) {
            findings.faults.truncate(found);
        }
    }
    if let Some((reason, detail)) = spots.missing
        && findings.faults.len() == before
    {
        findings.blocked(reason, detail);
    }
}

//! GBZ: commands, responses and alerts of components.

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{
    Constant, EVENT_BEHAVIOURS, EventBehaviour, GbzAttribute, GbzComponent, GbzField, GbzItem,
    GbzMessage, Instances, UseCase, ValueRules,
};
use gbcs_parser::encode::gbz::{self, Component, Payload, Sealed};
use gbcs_parser::kind::Kind;
use gbcs_parser::utrn::check_digit;

use super::bench::{Planned, Proof, octets, open, seal};
use super::taken::{self, judges};

/// ZCL command of a Default Response.
const DEFAULT_RESPONSE: u8 = 0x0B;
/// Most octets that are tried for a structure.
const MOST_OCTETS: usize = 200;
/// A ZCL status: FAILURE.
const FAILURE: u8 = 0x01;

/// A component with the entry of the template that it is of.
#[derive(Clone)]
struct Made {
    entry: &'static GbzComponent,
    /// Before it is encrypted.
    plain: Component,
}

/// Judges a message with another payload: what was changed, the payload, the rules that are to find it.
type Judge<'j, T> = dyn FnMut(&mut T, String, Vec<u8>, &[&'static str]) + 'j;

/// A value of a component.
#[derive(Clone, Copy)]
enum Part {
    Field(&'static GbzField),
    Attribute(&'static GbzAttribute),
}

/// What is proved of a use case of GBZ.
pub fn prove(case: &'static UseCase, code: u16, proof: &mut Proof) {
    let kinds = [
        (GbzMessage::Command, "command", CraFlag::Command),
        (GbzMessage::Response, "response", CraFlag::Response),
        (GbzMessage::Alert, "alert", CraFlag::Alert),
    ];
    for (message, kind, cra) in kinds {
        if case.components(message).is_empty() {
            continue;
        }
        let mut template = Template { case, code, message, kind, cra, proof };
        template.prove();
    }
}

struct Template<'p> {
    case: &'static UseCase,
    code: u16,
    message: GbzMessage,
    kind: &'static str,
    cra: CraFlag,
    proof: &'p mut Proof,
}

impl Template<'_> {
    fn prove(&mut self) {
        for entry in self.case.components(self.message) {
            for field in entry.fields.iter().filter(|field| field.rules.kind.is_none()) {
                let what = format!("{}: nothing is stated of what is in {}", self.kind, field.name);
                self.proof.not_made.insert(what);
            }
        }
        let mut seen: Vec<Vec<*const GbzComponent>> = Vec::new();
        for choice in [Choice::Least, Choice::Most, Choice::StandIns] {
            let entries = chosen(self.case.components(self.message), choice);
            let entry = |entry: &&'static GbzComponent| std::ptr::from_ref(*entry);
            let list = entries.iter().map(entry).collect();
            if seen.contains(&list) {
                continue;
            }
            seen.push(list);
            let made: Option<Vec<Made>> =
                entries.iter().map(|entry| self.component(entry)).collect();
            let Some(made) = made else { return };
            let messages = [self.planned(&made)];
            self.proof.passes(self.code, self.kind, &format!("{choice:?}"), &messages);
            self.list(&made);
            self.heads(&made);
            self.direction(&made);
            for at in 0..made.len() {
                // Of components that are alike, one is as good as another.
                if made[..at].iter().all(|other| !std::ptr::eq(other.entry, made[at].entry)) {
                    self.values(&made, at);
                }
            }
        }
    }

    /// The message of these components, numbered and with what is secret encrypted.
    fn planned(&self, made: &[Made]) -> Planned {
        let plain = made.iter().map(|made| made.plain.clone()).collect();
        self.content(&gbz::numbered(self.sealed(made, plain)))
    }

    /// The components with what is secret encrypted.
    fn sealed(&self, made: &[Made], plain: Vec<Component>) -> Vec<Component> {
        let mut number = 0;
        let one = |(component, made): (Component, &Made)| match &component.payload {
            Payload::Plain(octets) if made.entry.encrypted => {
                let sealed = Sealed::new(number, seal(octets));
                number += 1;
                component.sealed(sealed)
            }
            _ => component,
        };
        plain.into_iter().zip(made).map(one).collect()
    }

    fn content(&self, components: &[Component]) -> Planned {
        let content = match self.cra {
            CraFlag::Alert => {
                let mut rest = Vec::new();
                components.iter().for_each(|component| component.write(&mut rest));
                gbz::alert(components.len() as u8, 0x8F0A, 0, &rest)
            }
            _ => gbz::components(components),
        };
        (self.cra, content)
    }

    fn caught(&mut self, what: &str, message: Planned, rules: &[&'static str]) {
        let what = format!("{} {what}", self.kind);
        self.proof.caught(self.code, &what, &[message], rules);
    }

    /// A component that its entry allows; `None` where no octets of a structure were found that can
    /// be read.
    fn component(&mut self, entry: &'static GbzComponent) -> Option<Made> {
        let fields = entry.fields.iter().filter(|field| field.rules.kind.is_some());
        let mut payload: Vec<u8> = fields.flat_map(|field| self.field_octets(field)).collect();
        for attribute in entry.attributes {
            payload.extend(self.attribute_octets(entry, attribute));
        }
        match self.completed(entry, payload) {
            Some(payload) => {
                let component =
                    Component::new(entry.cluster, entry.frame_control, entry.command_id, payload);
                let plain =
                    if entry.from_date_time { component.from_date_time(0) } else { component };
                Some(Made { entry, plain })
            }
            None => {
                let why = format!("{}: no octets are read as what {} holds", self.kind, entry.name);
                self.proof.not_made.insert(why);
                None
            }
        }
    }

    /// A payload with octets for the structure that ends it, where the template has one: as many
    /// zeros as are read; `None` where no number of them is. The payload as it is where there is no
    /// structure.
    fn completed(&self, entry: &'static GbzComponent, payload: Vec<u8>) -> Option<Vec<u8>> {
        if entry.fields.iter().all(|field| field.rules.kind.is_some()) {
            return Some(payload);
        }
        let all = |length: usize| {
            let rest = if self.case.id == "GCS20r" { report() } else { vec![0; length] };
            [payload.clone(), rest].concat()
        };
        (0..=MOST_OCTETS).map(all).find(|payload| {
            let component = Component::new(
                entry.cluster,
                entry.frame_control,
                entry.command_id,
                payload.clone(),
            );
            let message = self.content(&gbz::numbered(vec![component]));
            let octets = octets(self.code, &message);
            gbcs_parser::Message::decode(&octets).tree.issues().is_empty()
        })
    }

    /// The rules of the template, and those of the rows that name the part.
    fn rules(&self, entry: &GbzComponent, part: Part) -> Vec<&'static ValueRules> {
        let own = match part {
            Part::Field(field) => &field.rules,
            Part::Attribute(attribute) => &attribute.rules,
        };
        let names_it = |item: &&GbzItem| match part {
            Part::Field(field) => {
                item.message == self.message
                    && item.cluster == entry.cluster
                    && item.parameter == field.name
            }
            Part::Attribute(attribute) => {
                item.cluster == entry.cluster && item.attribute_ids == [attribute.id]
            }
        };
        let rows = self.case.gbz_items.iter().filter(names_it).map(|item| &item.rules);
        std::iter::once(own).chain(rows.filter(|rules| rules.kind == own.kind)).collect()
    }

    /// The least number that the template and the mapping table allow.
    fn least(&self, field: &'static GbzField) -> i64 {
        let rows = self.case.gbz_items.iter().filter(|item| item.parameter == field.name);
        std::iter::once(&field.rules)
            .chain(rows.map(|item| &item.rules))
            .flat_map(|rules| {
                [rules.range.map(|range| range.0), rules.limit.and_then(|limit| limit.min)]
            })
            .flatten()
            .max()
            .unwrap_or(0)
    }

    fn field_octets(&self, field: &'static GbzField) -> Vec<u8> {
        let rules = &field.rules;
        let constant = rules.fixed.or(rules.allowed.first().copied());
        if field.name == "TopUp Code" {
            return top_up_code();
        }
        match (rules.kind, constant) {
            (
                Some(Kind::ZclOctetString | Kind::ZclCharacterString),
                Some(Constant::Octets(octets)),
            ) => string(octets),
            (Some(Kind::ZclOctetString | Kind::ZclCharacterString), _) => {
                let rows = self.case.gbz_items.iter().filter(|item| item.parameter == field.name);
                let limits = rules.limit.into_iter().chain(rows.filter_map(|row| row.rules.limit));
                let least = limits.filter_map(|limit| limit.min_length).max().unwrap_or(0);
                let whole = field.octets.map_or(0, |octets| octets.saturating_sub(1)).into();
                string(&vec![b'0'; least.max(whole) as usize])
            }
            (_, constant) => {
                let number = match constant {
                    Some(Constant::Number(number)) => number,
                    _ => self.least(field),
                };
                number.to_le_bytes()[..field.octets.unwrap_or(1).into()].to_vec()
            }
        }
    }

    /// What a read asks for, or what its answer says.
    fn attribute_octets(&self, entry: &GbzComponent, attribute: &'static GbzAttribute) -> Vec<u8> {
        let mut octets = attribute.id.to_le_bytes().to_vec();
        let Some(type_code) = attribute.type_code.filter(|_| entry.command_id == 0x01) else {
            return octets;
        };
        octets.extend([0x00, type_code]);
        octets.extend(self.attribute_value(attribute));
        octets
    }

    fn attribute_value(&self, attribute: &'static GbzAttribute) -> Vec<u8> {
        let rules = &attribute.rules;
        match (rules.kind, rules.fixed.or(rules.allowed.first().copied())) {
            (
                Some(Kind::ZclOctetString | Kind::ZclCharacterString),
                Some(Constant::Octets(octets)),
            ) => string(octets),
            (Some(Kind::ZclOctetString | Kind::ZclCharacterString), _) => string(&[]),
            (_, Some(Constant::Number(number))) => {
                number.to_le_bytes()[..width(attribute)].to_vec()
            }
            _ => vec![0; width(attribute)],
        }
    }

    /// Components dropped, swapped, doubled, of another cluster.
    fn list(&mut self, made: &[Made]) {
        let is_response = self.cra == CraFlag::Response;
        for at in 0..made.len() {
            let mut dropped = made.to_vec();
            dropped.remove(at);
            if !dropped.is_empty() {
                let rules = self.due(&dropped);
                let message = self.planned(&dropped);
                self.caught(&format!("without component {at}"), message, &rules);
            }
            let mut doubled = made.to_vec();
            doubled.insert(at, made[at].clone());
            if doubled.len() < 256 {
                let mut rules = self.due(&doubled);
                if is_response && rules == ["USE007"] {
                    rules = taken::doubled(made[at].entry.name);
                }
                let message = self.planned(&doubled);
                self.caught(&format!("component {at} doubled"), message, &rules);
            }
            if at + 1 < made.len() && made[at].plain != made[at + 1].plain {
                let mut swapped = made.to_vec();
                swapped.swap(at, at + 1);
                let mut rules = self.due(&swapped);
                // Alike but for their constants.
                if rules.is_empty() {
                    rules = vec!["USE003"];
                }
                let message = self.planned(&swapped);
                self.caught(&format!("components {at} and {} swapped", at + 1), message, &rules);
            }
            let mut other = made.to_vec();
            other[at].plain.cluster ^= 0x0F00;
            let message = self.planned(&other);
            // What a Default Response answers is USE011's.
            let is_refusal = is_response && is_default(made[at].entry);
            let rule = if is_refusal { "USE011" } else { "USE007" };
            self.caught(&format!("component {at} of another cluster"), message, &[rule]);
        }
    }

    /// The rules that are to find something in a list of components: none where the template allows
    /// it all the same.
    fn due(&self, made: &[Made]) -> Vec<&'static str> {
        let lone = self.cra == CraFlag::Response && made.len() == 1 && is_default(made[0].entry);
        let entries: Vec<&'static GbzComponent> = made.iter().map(|made| made.entry).collect();
        let fits = lone || fits(&entries, self.case.components(self.message));
        if fits { Vec::new() } else { vec!["USE007"] }
    }

    /// Control octets, sequence numbers, lengths, frame controls.
    fn heads(&mut self, made: &[Made]) {
        let plain = made.iter().map(|made| made.plain.clone()).collect();
        let right = gbz::numbered(self.sealed(made, plain));
        let last = right.len() - 1;
        let is_alert = self.cra == CraFlag::Alert;
        let mut fault = |what: &str, rule: &'static str, change: &dyn Fn(&mut [Component])| {
            let mut components = right.clone();
            change(&mut components);
            let message = self.content(&components);
            self.caught(what, message, &[rule]);
        };
        fault("not marked as the last", "USE008", &|all| all[last].control &= !0x01);
        if last > 0 {
            fault("marked as the last before it", "USE008", &|all| all[0].control |= 0x01);
        }
        fault("number of the last one too high", "USE009", &|all| {
            all[last].sequence = all[last].sequence.wrapping_add(1);
        });
        if !is_alert {
            fault("length one too many", "USE010", &|all| {
                let mut octets = Vec::new();
                all[last].write(&mut octets);
                all[last].stated_length = Some(octets.len() as u16 - 5 + 1);
            });
        }
    }

    /// The last component in the other direction: another command. Where that is not read, ENV013
    /// says so.
    fn direction(&mut self, made: &[Made]) {
        let mut changed = made.to_vec();
        let Some(last) = changed.last_mut() else { return };
        last.plain.frame_control ^= 0x08;
        let message = self.planned(&changed);
        let octets = octets(self.code, &message);
        let mut read = gbcs_parser::Message::decode(&octets);
        open(&mut read);
        let rule = if read.tree.issues().is_empty() { "USE007" } else { "ENV013" };
        self.caught("in the other direction", message, &[rule]);
    }

    /// The values of component `at`, one after the other.
    fn values(&mut self, made: &[Made], at: usize) {
        let entry = made[at].entry;
        let Payload::Plain(octets) = made[at].plain.payload.clone() else { return };
        if is_default(entry) {
            self.default_response(made, at);
            return;
        }
        let mut judge =
            |template: &mut Self, what: String, octets: Vec<u8>, rules: &[&'static str]| {
                let mut changed = made.to_vec();
                changed[at].plain.payload = Payload::Plain(octets);
                let message = template.planned(&changed);
                template.caught(&what, message, rules);
            };
        let stated = entry.fields.iter().filter(|field| field.rules.kind.is_some());
        let fields: Vec<u8> = stated.flat_map(|field| self.field_octets(field)).collect();
        let mut from = 0;
        for field in entry.fields {
            if field.rules.kind.is_none() {
                break;
            }
            let whole = self.field_octets(field);
            let to = from + whole.len();
            let is_string = is_string(field.rules.kind);
            let rules = self.rules(entry, Part::Field(field));
            for (value, rule) in self.faults(&rules, whole.len(), is_string) {
                let mut changed = fields.clone();
                changed.splice(from..to, value.clone());
                let rules = judges(self.case.id, field.name, rule);
                // What follows may depend on it.
                let Some(changed) = self.completed(entry, changed) else {
                    let what = format!("{} with {} {value:02X?}", entry.name, field.name);
                    self.proof.not_made.insert(format!("{}: {what} cannot be read", self.kind));
                    continue;
                };
                judge(self, format!("{} {} {value:02X?}", entry.name, field.name), changed, &rules);
            }
            from = to;
        }
        self.attributes(entry, &octets, &mut judge);
    }

    /// Attributes dropped, swapped, doubled, of another type, with another value.
    fn attributes(
        &mut self,
        entry: &'static GbzComponent,
        octets: &[u8],
        judge: &mut Judge<'_, Self>,
    ) {
        let mut parts: Vec<Vec<u8>> = Vec::new();
        for attribute in entry.attributes {
            parts.push(self.attribute_octets(entry, attribute));
        }
        if parts.is_empty() {
            return;
        }
        assert_eq!(parts.concat(), octets);
        for (at, attribute) in entry.attributes.iter().enumerate() {
            let what = |what: &str| format!("{} 0x{:04X} {what}", entry.name, attribute.id);
            let mut changed = parts.clone();
            changed.remove(at);
            judge(self, what("dropped"), changed.concat(), &["USE007"]);
            let mut changed = parts.clone();
            changed.insert(at, parts[at].clone());
            judge(self, what("doubled"), changed.concat(), &["USE007"]);
            if at + 1 < parts.len() {
                let mut changed = parts.clone();
                changed.swap(at, at + 1);
                judge(self, what("swapped"), changed.concat(), &["USE007"]);
            }
            if entry.command_id != 0x01 {
                continue;
            }
            let mut changed = parts.clone();
            changed[at].truncate(3);
            changed[at].extend([0x10, 0x01]);
            judge(self, what("a boolean"), changed.concat(), &["USE004"]);
            let mut changed = parts.clone();
            changed[at].truncate(2);
            changed[at].push(FAILURE);
            judge(self, what("failed"), changed.concat(), &[]);
            let rules = self.rules(entry, Part::Attribute(attribute));
            let whole = self.attribute_value(attribute);
            for (value, rule) in self.faults(&rules, whole.len(), is_string(attribute.rules.kind)) {
                let mut changed = parts.clone();
                changed[at].truncate(4);
                changed[at].extend(&value);
                judge(self, what(&format!("{value:02X?}")), changed.concat(), &[rule]);
            }
        }
    }

    /// Another command, a status that is none.
    fn default_response(&mut self, made: &[Made], at: usize) {
        let judge = |template: &mut Self, what: &str, payload: Vec<u8>, rules: &[&'static str]| {
            let mut changed = made.to_vec();
            changed[at].plain.payload = Payload::Plain(payload);
            let message = template.planned(&changed);
            template.caught(&format!("Default Response {at} {what}"), message, rules);
        };
        let Payload::Plain(octets) = made[at].plain.payload.clone() else { return };
        judge(self, "of a failure", vec![octets[0], FAILURE], &[]);
        judge(self, "of what was not tried", vec![0xFF, FAILURE], &[]);
        judge(self, "with a status that is none", vec![octets[0], 0x70], &["USE011"]);
        judge(self, "to a command that was not sent", vec![0x70, 0x00], &["USE011"]);
    }

    /// Values of other constants, ranges and lengths, each with the rule that is meant for it.
    fn faults(
        &self,
        rules: &[&'static ValueRules],
        octets: usize,
        is_string: bool,
    ) -> Vec<(Vec<u8>, &'static str)> {
        let own = rules[0];
        let number = |number: i64| {
            let bytes = number.to_le_bytes();
            let fits = bytes[octets..].iter().all(|octet| *octet == 0);
            (fits && !is_string).then(|| bytes[..octets].to_vec())
        };
        let mut faults = Vec::new();
        match own.fixed {
            Some(Constant::Number(fixed)) => {
                faults.extend(number(fixed ^ 1).map(|value| (value, "USE003")));
                return faults;
            }
            Some(Constant::Octets(fixed)) => {
                let mut other = fixed.to_vec();
                other.push(b'1');
                return vec![(string(&other), "USE003")];
            }
            _ => {}
        }
        if !own.allowed.is_empty() {
            let free = (0..).find(|n| !own.allowed.contains(&Constant::Number(*n)));
            faults.extend(free.and_then(number).map(|value| (value, "USE006")));
            return faults;
        }
        let in_command = self.message == GbzMessage::Command;
        let (mut ends, mut most) = (Vec::new(), Vec::new());
        for rules in rules {
            if let Some((least, greatest)) = rules.range {
                ends.extend([least - 1, greatest + 1]);
            }
            if rules.names_complete {
                ends.extend((0..256_u64).find(|n| rules.name_of(*n).is_none()).map(|n| n as i64));
            }
            most.extend(rules.max_length);
            if let Some(limit) = rules.limit.filter(|_| in_command) {
                ends.extend(limit.min.map(|least| least - 1));
                ends.extend(limit.max.map(|most| most + 1));
                most.extend(limit.max_length);
                if let Some(least @ 1..) = limit.min_length {
                    faults.push((string(&vec![b'0'; least as usize - 1]), "USE006"));
                }
            }
        }
        faults.extend(ends.into_iter().filter_map(number).map(|value| (value, "USE006")));
        if let (Some(most), true) = (most.into_iter().min(), is_string) {
            faults.push((string(&vec![b'0'; most as usize + 1]), "USE005"));
        }
        faults
    }
}

/// Which of the messages that a template allows is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// As few components as may be, but no fewer than one of each that may stand there.
    Least,
    /// As many as may be, where they are few.
    Most,
    /// Those that stand in for others.
    StandIns,
}

/// The entries of a message, as often as they stand there.
fn chosen(template: &'static [GbzComponent], choice: Choice) -> Vec<&'static GbzComponent> {
    let mut found = Vec::new();
    for (at, entry) in template.iter().enumerate() {
        let has_stand_in =
            template.get(at + 1).is_some_and(|next| next.instances != Instances::Counted);
        let count = match (entry.instances, choice) {
            (Instances::Counted, Choice::StandIns) if has_stand_in => 0,
            (Instances::Counted, Choice::StandIns) => entry.least,
            (Instances::Counted, Choice::Most) => entry.most.unwrap_or(2),
            // One that fills up makes the others be all there are.
            (Instances::Counted, Choice::Least) if fills_up(template, at) => {
                entry.most.unwrap_or(1)
            }
            (Instances::Counted, Choice::Least) => entry.least.max(1),
            (Instances::WhenPreviousAbsent, Choice::StandIns) => 1,
            (Instances::FillsUp, Choice::StandIns) => entry.most.unwrap_or(1),
            (Instances::WhenPreviousAbsent | Instances::FillsUp, _) => 0,
        };
        found.extend(std::iter::repeat_n(entry, count.into()));
    }
    found
}

fn fills_up(template: &[GbzComponent], at: usize) -> bool {
    template.get(at + 1).is_some_and(|next| next.instances == Instances::FillsUp)
}

/// Whether components are those of a template: counted from the front, entry by entry. An entry that
/// looks like the one before takes what that leaves.
fn fits(made: &[&'static GbzComponent], template: &'static [GbzComponent]) -> bool {
    fn from(
        made: &[&'static GbzComponent],
        template: &'static [GbzComponent],
        before: usize,
    ) -> bool {
        let Some((entry, rest)) = template.split_first() else { return made.is_empty() };
        let run = made.iter().take_while(|one| same(one, entry)).count();
        (0..=run).any(|count| {
            let allowed = match entry.instances {
                Instances::Counted => {
                    count >= entry.least.into()
                        && entry.most.is_none_or(|most| count <= most.into())
                }
                Instances::WhenPreviousAbsent => count == usize::from(before == 0),
                Instances::FillsUp => entry.most.map(usize::from) == Some(before + count),
            };
            allowed && from(&made[count..], rest, count)
        })
    }
    from(made, template, 0)
}

/// Whether two entries make components that look the same.
fn same(one: &GbzComponent, other: &GbzComponent) -> bool {
    let answers = |entry: &GbzComponent| match is_default(entry) {
        true => entry.fields.first().and_then(|field| field.rules.fixed),
        false => None,
    };
    (one.cluster, one.command_id, one.frame_control & 0x03)
        == (other.cluster, other.command_id, other.frame_control & 0x03)
        && answers(one) == answers(other)
}

fn is_default(entry: &GbzComponent) -> bool {
    entry.command_id == DEFAULT_RESPONSE && entry.frame_control & 0x03 == 0
}

fn is_string(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::ZclOctetString | Kind::ZclCharacterString))
}

/// A ZCL string.
fn string(octets: &[u8]) -> Vec<u8> {
    let mut all = vec![octets.len() as u8];
    all.extend(octets);
    all
}

/// The report of all events that a gas meter may be told how to handle (ALT008), each with a
/// configuration of none.
fn report() -> Vec<u8> {
    let codes = EVENT_BEHAVIOURS.iter().filter(|event| event.gsme_supplier.is_some());
    let entry = |event: &EventBehaviour| {
        let [low, high] = event.code.to_le_bytes();
        [low, high, 0]
    };
    codes.flat_map(entry).collect()
}

/// Twenty digits, the last of which follows from the others.
fn top_up_code() -> Vec<u8> {
    let mut digits = [0; 20];
    digits[19] = check_digit(&digits);
    string(&digits.map(|digit| b'0' + digit))
}

/// Octets of an attribute's value: the low bits of a ZCL type tell them for the numbers that
/// templates have.
fn width(attribute: &GbzAttribute) -> usize {
    match attribute.type_code {
        Some(0x30) => 1,
        Some(code) => usize::from(code & 0x07) + 1,
        None => attribute.octets.unwrap_or(1).into(),
    }
}

//! Which entry of a message is which entry of its template.
//!
//! Pure functions over two lists. Entries that are optional, repeated or stand in for the entry
//! before them are tried in every way that the template allows; where no way fits, the difference
//! is at the furthest place that any way reaches.

use super::{Constant, DlmsRequest, GbzComponent, Instances};
use crate::dlms::AccessRequest;
use crate::gbz::Component;
use crate::message::Message;
use crate::tree::{NodeId, Tree};

/// How often a template entry stands in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// How the count is made.
    pub instances: Instances,
    /// At least so often.
    pub least: usize,
    /// At most so often; `None` for no limit.
    pub most: Option<usize>,
}

impl Slot {
    /// Exactly once.
    pub const ONCE: Self = Self { instances: Instances::Counted, least: 1, most: Some(1) };
    /// Once or not at all.
    pub const OPTIONAL: Self = Self { instances: Instances::Counted, least: 0, most: Some(1) };

    /// Whether it may stand there `count` times after the entry before it stood there `before`
    /// times.
    fn allows(self, count: usize, before: usize) -> bool {
        match self.instances {
            Instances::Counted => count >= self.least && self.most.is_none_or(|most| count <= most),
            Instances::WhenPreviousAbsent => count == usize::from(before == 0),
            Instances::FillsUp => self.most == before.checked_add(count),
        }
    }
}

/// The entries of a message against its template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// Index of the template entry of each entry of the message, up to the first difference.
    pub template: Vec<usize>,
    /// The first difference; `None` where the message fits.
    pub difference: Option<Difference>,
}

/// Where a message leaves its template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Index of the first entry of the message that does not fit; the number of entries where the
    /// message ends too early.
    pub at: usize,
    /// Index of the template entry that was due there; `None` where the template was used up.
    pub due: Option<usize>,
}

/// A way through the first entries of the template.
#[derive(Clone, Copy)]
struct Way {
    /// Entries of the message that it uses.
    used: usize,
    /// Those of them that the last template entry takes.
    last: usize,
    /// Index of the way through the entries before that it goes on from.
    from: usize,
}

/// The furthest place that a way which fails reaches.
struct Furthest {
    difference: Difference,
    /// The way up to the entry that failed: stage and index, and what that entry still takes.
    stage: usize,
    way: usize,
    run: usize,
}

/// Aligns `actual` with `template`. `slot` says how often a template entry may stand there and
/// `same` whether an entry is one of a template entry.
///
/// Without repeated template entries the work grows with the product of both lengths; each
/// repeated one costs at most the square of `actual`.
pub fn align<A, T>(
    actual: &[A],
    template: &[T],
    slot: impl Fn(&T) -> Slot,
    same: impl Fn(&A, &T) -> bool,
) -> Alignment {
    let mut stages = vec![vec![Way { used: 0, last: 0, from: 0 }]];
    let mut furthest: Option<Furthest> = None;
    let mut reach = |found: Furthest| {
        let further =
            furthest.as_ref().is_none_or(|other| found.difference.at >= other.difference.at);
        if further {
            furthest = Some(found);
        }
    };
    for (stage, entry) in template.iter().enumerate() {
        let limits = slot(entry);
        let mut next: Vec<Way> = Vec::new();
        for (index, way) in stages.last().into_iter().flatten().enumerate() {
            let rest = actual.get(way.used..).unwrap_or_default();
            let most = limits.most.unwrap_or(rest.len());
            let run = rest.iter().take(most).take_while(|found| same(found, entry)).count();
            let mut allowed = (0..=run).rev().filter(|n| limits.allows(*n, way.last)).peekable();
            if allowed.peek().is_none() {
                // What stands in for another entry is not what was due: the other one is.
                let stands_in = limits.instances != Instances::Counted;
                let due = if stands_in { stage.saturating_sub(1) } else { stage };
                let difference = Difference { at: way.used + run, due: Some(due) };
                reach(Furthest { difference, stage, way: index, run });
            }
            for count in allowed {
                let used = way.used + count;
                // Of two ways to the same place, that which gives more to the earlier entry stays.
                if !next.iter().any(|other| other.used == used && other.last == count) {
                    next.push(Way { used, last: count, from: index });
                }
            }
        }
        stages.push(next);
    }
    let end = template.len();
    for (index, way) in stages.last().into_iter().flatten().enumerate() {
        if way.used == actual.len() {
            return Alignment { template: path(&stages, end, index), difference: None };
        }
        let difference = Difference { at: way.used, due: None };
        reach(Furthest { difference, stage: end, way: index, run: 0 });
    }
    let Some(furthest) = furthest else {
        return Alignment { template: Vec::new(), difference: None };
    };
    let mut found = path(&stages, furthest.stage, furthest.way);
    found.extend(std::iter::repeat_n(furthest.stage, furthest.run));
    Alignment { template: found, difference: Some(furthest.difference) }
}

/// The template entries that the way `index` through the first `stage` ones gives to the entries of
/// the message.
fn path(stages: &[Vec<Way>], stage: usize, index: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut stage, mut index) = (stage, index);
    while let Some(way) = stages.get(stage).and_then(|ways| ways.get(index)) {
        let Some(entry) = stage.checked_sub(1) else { break };
        found.extend(std::iter::repeat_n(entry, way.last));
        (stage, index) = (entry, way.from);
    }
    found.reverse();
    found
}

/// Aligns the entries of an access request with those of a use case: kind, class, OBIS code and
/// index, in order.
#[must_use]
pub fn align_requests(actual: &[AccessRequest], template: &[DlmsRequest]) -> Alignment {
    align(
        actual,
        template,
        |entry| if entry.optional { Slot::OPTIONAL } else { Slot::ONCE },
        |found, entry| {
            found.kind == entry.access
                && found.class_id == entry.class_id
                && found.obis == entry.obis
                && found.index == entry.index
        },
    )
}

/// Aligns the components of a GBZ payload with those of a template: cluster and ZCL command, in
/// order, and of a Default Response the command that it answers.
#[must_use]
pub fn align_components(
    message: &Message<'_>,
    actual: &[Component],
    template: &[GbzComponent],
) -> Alignment {
    align(actual, template, component_slot, |found, entry| is_component(message, found, entry))
}

/// Aligns the components of a GBZ response with those of a template. Where they do not fit as they
/// stand, a Default Response of the same cluster may stand for any answer, as it does where a
/// device refuses: one that says that the command was not tried, or names the command of the answer
/// where the template tells it.
#[must_use]
pub fn align_answers(
    message: &Message<'_>,
    actual: &[Component],
    template: &[GbzComponent],
) -> Alignment {
    let exact = align_components(message, actual, template);
    if exact.difference.is_none() {
        return exact;
    }
    let entries: Vec<(&GbzComponent, Option<&GbzComponent>)> = template
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry, template.get(at + 1).filter(|next| stands_in(next))))
        .collect();
    let refused = align(
        actual,
        &entries,
        |(entry, _)| component_slot(entry),
        |found, (entry, stand_in)| {
            is_component(message, found, entry) || refuses(message, found, entry, *stand_in)
        },
    );
    let is_refusal = |at: usize| actual.get(at).is_some_and(is_default_response);
    // One request has one refusal.
    let is_once = entries.iter().enumerate().all(|(number, (_, stand_in))| {
        let of_request = [number, number + 1];
        let refusals = refused
            .template
            .iter()
            .enumerate()
            .filter(|(at, taken)| of_request.contains(taken) && is_refusal(*at));
        stand_in.is_none_or(|entry| entry.instances != Instances::WhenPreviousAbsent)
            || refusals.count() <= 1
    });
    if refused.difference.is_none() && is_once { refused } else { exact }
}

/// True for an entry that stands in for the one before.
fn stands_in(entry: &GbzComponent) -> bool {
    entry.instances != Instances::Counted
}

/// Whether a Default Response may stand for an answer. `stand_in` is what the template has for it.
fn refuses(
    message: &Message<'_>,
    found: &Component,
    entry: &GbzComponent,
    stand_in: Option<&GbzComponent>,
) -> bool {
    is_default_response(found)
        && found.cluster.is_some_and(|field| field.value == entry.cluster)
        && (answered(message, found) == Some(NOT_TRIED)
            || (!is_default_entry(entry)
                && stand_in.is_none_or(|stand_in| answers(message, found, stand_in))))
}

/// ZCL command of a Default Response, which no cluster defines for itself.
const DEFAULT_RESPONSE: u8 = 0x0B;
/// Command that a Default Response names for a component that was not tried (reference data).
pub const NOT_TRIED: u8 = 0xFF;
/// Bits of a ZCL frame control that hold the frame type; 1 is a command of the cluster.
const FRAME_TYPE: u8 = 0x03;

/// True for a ZCL Default Response.
#[must_use]
pub fn is_default_response(component: &Component) -> bool {
    component.command.is_some_and(|field| field.value == DEFAULT_RESPONSE)
        && component.frame_control.is_some_and(|field| field.value & FRAME_TYPE == 0)
}

fn component_slot(entry: &GbzComponent) -> Slot {
    Slot {
        instances: entry.instances,
        least: entry.least.into(),
        most: entry.most.map(usize::from),
    }
}

/// Whether a component is one of a template entry: cluster, frame type and ZCL command, and of a
/// Default Response the command that it answers.
#[must_use]
pub fn is_component(message: &Message<'_>, found: &Component, entry: &GbzComponent) -> bool {
    let frame_type = |frame_control: u8| frame_control & FRAME_TYPE;
    found.cluster.is_some_and(|field| field.value == entry.cluster)
        && found.command.is_some_and(|field| field.value == entry.command_id)
        && found
            .frame_control
            .is_some_and(|field| frame_type(field.value) == frame_type(entry.frame_control))
        && (!is_default_response(found) || answers(message, found, entry))
}

/// True where a template entry is a Default Response.
fn is_default_entry(entry: &GbzComponent) -> bool {
    entry.command_id == DEFAULT_RESPONSE && entry.frame_control & FRAME_TYPE == 0
}

/// The command that a Default Response names.
fn answered(message: &Message<'_>, found: &Component) -> Option<u8> {
    let node = message.tree.children(found.payload?).next()?;
    u8::try_from(message.tree.unsigned(node, message.octets())?).ok()
}

/// Whether a Default Response answers the command that its template entry says.
fn answers(message: &Message<'_>, found: &Component, entry: &GbzComponent) -> bool {
    let due = entry.fields.first().and_then(|field| field.rules.fixed);
    match (due, answered(message, found)) {
        (Some(due), Some(found)) => due == Constant::Number(found.into()),
        _ => true,
    }
}

/// A leaf inside a value and where it is: the numbers of the elements and members that lead to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Numbers from 0, outermost first; none for a value that is no container.
    pub address: Vec<u16>,
    /// The leaf.
    pub node: NodeId,
}

/// The leaves of the DLMS value `value`, in order, with their addresses. An array or structure
/// without elements is a leaf of its own.
#[must_use]
pub fn leaves(tree: &Tree, value: NodeId) -> Vec<Leaf> {
    let mut found = Vec::new();
    // Depth is bounded by the decoder, and so is the stack.
    let mut open = vec![Leaf { address: Vec::new(), node: value }];
    while let Some(next) = open.pop() {
        let mut members: Vec<Leaf> = tree
            .members(next.node)
            .zip(0_u16..)
            .map(|(node, number)| {
                let mut address = next.address.clone();
                address.push(number);
                Leaf { address, node }
            })
            .collect();
        if members.is_empty() {
            found.push(next);
        } else {
            members.reverse();
            open.append(&mut members);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANY: Slot = Slot { instances: Instances::Counted, least: 0, most: Some(3) };
    const ABSENT: Slot = Slot { instances: Instances::WhenPreviousAbsent, least: 0, most: Some(1) };
    const FILLS: Slot = Slot { instances: Instances::FillsUp, least: 0, most: Some(3) };

    fn letters(actual: &str, template: &[(char, Slot)]) -> Alignment {
        let actual: Vec<char> = actual.chars().collect();
        align(&actual, template, |entry| entry.1, |found, entry| *found == entry.0)
    }

    fn fits(actual: &str, template: &[(char, Slot)]) -> Vec<usize> {
        let found = letters(actual, template);
        assert_eq!(found.difference, None, "{actual}");
        found.template
    }

    fn differs(actual: &str, template: &[(char, Slot)]) -> (usize, Option<usize>) {
        let difference = letters(actual, template).difference.unwrap();
        (difference.at, difference.due)
    }

    #[test]
    fn entries_in_order_fit() {
        assert_eq!(fits("ab", &[('a', Slot::ONCE), ('b', Slot::ONCE)]), [0, 1]);
        assert_eq!(fits("", &[]), Vec::<usize>::new());
    }

    #[test]
    fn an_optional_entry_may_be_absent() {
        let template = [('a', Slot::ONCE), ('b', Slot::OPTIONAL), ('c', Slot::ONCE)];
        assert_eq!(fits("abc", &template), [0, 1, 2]);
        assert_eq!(fits("ac", &template), [0, 2]);
        assert_eq!(differs("ab", &template), (2, Some(2)));
    }

    #[test]
    fn an_optional_entry_may_look_like_the_next_one() {
        let template = [('a', Slot::OPTIONAL), ('a', Slot::ONCE), ('b', Slot::ONCE)];
        assert_eq!(fits("ab", &template), [1, 2]);
        assert_eq!(fits("aab", &template), [0, 1, 2]);
    }

    #[test]
    fn the_first_difference_is_the_furthest_place() {
        let template = [('a', Slot::ONCE), ('b', Slot::OPTIONAL), ('c', Slot::ONCE)];
        assert_eq!(differs("ax", &template), (1, Some(2)));
        assert_eq!(differs("abx", &template), (2, Some(2)));
        assert_eq!(differs("abcd", &template), (3, None));
        assert_eq!(differs("", &template), (0, Some(0)));
        assert_eq!(letters("abx", &template).template, [0, 1]);
    }

    #[test]
    fn repeated_entries_are_counted() {
        let template = [('a', MANY), ('b', Slot::ONCE)];
        assert_eq!(fits("aaab", &template), [0, 0, 0, 1]);
        assert_eq!(fits("b", &template), [1]);
        assert_eq!(differs("aaaab", &template), (3, Some(1)));
    }

    #[test]
    fn an_entry_may_stand_in_for_the_one_before() {
        let template = [('a', Slot::OPTIONAL), ('d', ABSENT), ('b', Slot::ONCE)];
        assert_eq!(fits("ab", &template), [0, 2]);
        assert_eq!(fits("db", &template), [1, 2]);
        assert_eq!(differs("b", &template), (0, Some(0)));
        assert_eq!(differs("adb", &template), (1, Some(2)));
    }

    #[test]
    fn an_entry_may_fill_up_the_number() {
        let template = [('a', MANY), ('d', FILLS)];
        assert_eq!(fits("aad", &template), [0, 0, 1]);
        assert_eq!(fits("ddd", &template), [1, 1, 1]);
        assert_eq!(fits("aaa", &template), [0, 0, 0]);
        assert_eq!(differs("ad", &template), (2, Some(0)));
    }

    #[test]
    fn no_limit_is_no_limit() {
        let endless = Slot { instances: Instances::Counted, least: 1, most: None };
        assert_eq!(fits("aaaaab", &[('a', endless), ('b', Slot::ONCE)]), [0, 0, 0, 0, 0, 1]);
        assert_eq!(differs("b", &[('a', endless), ('b', Slot::ONCE)]), (0, Some(0)));
    }
}

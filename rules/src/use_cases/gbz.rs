//! The components of a GBZ message with their template, and their values.

use gbcs_parser::catalogue::matching::{
    Alignment, Difference, NOT_TRIED, align_answers, align_components, is_component,
    is_default_response,
};
use gbcs_parser::catalogue::{GbzComponent, GbzMessage, Instances, UseCase};
use gbcs_parser::gbz::{Component, Payload};
use gbcs_parser::{CraFlag, Message, NodeId};

use super::gbz_form::{self, EntryForm, ValueForm};
use super::spot::{Looks, Row, Spot};
use crate::subject::Subject;
use crate::verdict::Reason;

/// Command, response or alert as templates have them.
pub(super) fn message_of(cra: CraFlag) -> GbzMessage {
    match cra {
        CraFlag::Command => GbzMessage::Command,
        CraFlag::Response => GbzMessage::Response,
        CraFlag::Alert => GbzMessage::Alert,
    }
}

/// The template of a message; empty where there is none.
pub(super) fn template(
    message: &Message<'_>,
    use_case: &'static UseCase,
) -> &'static [GbzComponent] {
    message.envelope.cra().map_or(&[], |cra| use_case.components(message_of(cra)))
}

/// Which entry of its template each component is.
#[derive(Debug)]
pub(crate) enum Aligned {
    /// Each entry of the template stands there once, as it is for most messages.
    OneByOne,
    /// As far as they fit.
    Otherwise(Alignment),
}

impl Aligned {
    /// The first difference; `None` where the message fits.
    pub(crate) fn difference(&self) -> Option<Difference> {
        match self {
            Self::OneByOne => None,
            Self::Otherwise(alignment) => alignment.difference,
        }
    }

    /// The number of the entry that a component is, up to the first difference.
    pub(crate) fn entry_of(&self, component: usize) -> Option<usize> {
        match self {
            Self::OneByOne => Some(component),
            Self::Otherwise(alignment) => alignment.template.get(component).copied(),
        }
    }
}

/// Which entries the components of a message are: several rules ask.
pub(crate) fn aligned<'a>(
    subject: &Subject<'a>,
    message: &Message<'_>,
    payload: &Payload,
    use_case: &'static UseCase,
) -> &'a Aligned {
    subject.memo.aligned.get_or_init(|| {
        let (found, template) = (payload.components(message), template(message, use_case));
        if is_one_by_one(message, found, template) {
            Aligned::OneByOne
        } else if message.envelope.cra() == Some(CraFlag::Response) {
            Aligned::Otherwise(align_answers(message, found, template))
        } else {
            Aligned::Otherwise(align_components(message, found, template))
        }
    })
}

fn is_one_by_one(message: &Message<'_>, found: &[Component], template: &[GbzComponent]) -> bool {
    let once = |entry: &GbzComponent| {
        entry.instances == Instances::Counted && entry.least == 1 && entry.most == Some(1)
    };
    found.len() == template.len()
        && found
            .iter()
            .zip(template)
            .all(|(component, entry)| once(entry) && is_component(message, component, entry))
}

/// Shows every component up to the first difference with its template entry and the number of that.
/// Where the list differs, entries that look alike are left out: which of them a component is cannot
/// be told.
pub(super) fn components(
    subject: &Subject<'_>,
    message: &Message<'_>,
    payload: &Payload,
    use_case: &'static UseCase,
    visit: &mut dyn FnMut(&Component, usize, &'static GbzComponent),
) {
    let template = template(message, use_case);
    let found = payload.components(message);
    let aligned = aligned(subject, message, payload, use_case);
    let is_clear = |due: usize, entry: &GbzComponent| {
        let alike = |(at, other): (usize, &GbzComponent)| at != due && look_alike(other, entry);
        aligned.difference().is_none() || !template.iter().enumerate().any(alike)
    };
    for (number, component) in found.iter().enumerate() {
        let Some(due) = aligned.entry_of(number) else { return };
        if let Some(entry) = template.get(due).filter(|entry| is_clear(due, entry)) {
            visit(component, due, entry);
        }
    }
}

/// True where two entries are of the same command.
fn look_alike(one: &GbzComponent, other: &GbzComponent) -> bool {
    let command = |entry: &GbzComponent| (entry.cluster, entry.command_id, entry.frame_control);
    command(one) == command(other)
}

/// True where a component is no Default Response that stands for another answer.
pub(super) fn is_itself(component: &Component, entry: &GbzComponent) -> bool {
    component.command.is_some_and(|field| field.value == entry.command_id)
        && component
            .frame_control
            .is_some_and(|field| (field.value ^ entry.frame_control) & 0x03 == 0)
}

/// Whether a Default Response may name the command `id`: the template of the command has it in the
/// same cluster, or it says that something was not tried.
pub(super) fn is_asked(command: &'static [GbzComponent], answer: &Component, id: u8) -> bool {
    let cluster = answer.cluster.map(|field| field.value);
    let is_it = |entry: &GbzComponent| Some(entry.cluster) == cluster && entry.command_id == id;
    id == NOT_TRIED || command.iter().any(is_it)
}

/// Bits of a frame control that make another command of it: frame type, manufacturer, direction.
const SAME_COMMAND: u8 = 0x0F;

/// True where the frame control makes another command of a component than its entry's.
pub(super) fn is_other_command(component: &Component, entry: &GbzComponent) -> bool {
    component
        .frame_control
        .is_some_and(|field| (field.value ^ entry.frame_control) & SAME_COMMAND != 0)
}

/// Shows the values of a message, and gives what is missing to see them all.
pub(super) fn visit(
    subject: &Subject<'_>,
    message: &Message<'_>,
    payload: &Payload,
    use_case: &'static UseCase,
    visit: &mut dyn FnMut(Spot),
) -> Option<(Reason, &'static str)> {
    let forms = gbz_form::of(message.envelope.message_code()?, message.envelope.cra()?, use_case)?;
    let mut no_key = false;
    components(subject, message, payload, use_case, &mut |component, number, entry| {
        // What a Default Response says is judged as such.
        if is_default_response(component)
            || !is_itself(component, entry)
            || is_other_command(component, entry)
        {
            return;
        }
        let Some(payload) = component.payload else {
            no_key |= component.ciphertext.is_some();
            return;
        };
        if let Some(form) = forms.get(number) {
            fields(message, payload, entry, form, visit);
            attributes(message, payload, entry, form, visit);
        }
    });
    no_key.then_some((Reason::NoKey, "an encrypted component"))
}

fn fields(
    message: &Message<'_>,
    payload: NodeId,
    entry: &'static GbzComponent,
    form: &EntryForm,
    visit: &mut dyn FnMut(Spot),
) {
    let tree = &message.tree;
    for ((node, field), form) in tree.children(payload).zip(entry.fields).zip(&form.fields) {
        // Behind a structure the fields are not told apart by their number.
        let is_leaf = tree.get(node).is_some_and(|node| !node.kind.is_container());
        if !is_leaf || field.rules.kind.is_none() {
            break;
        }
        let ValueForm { further, looks } = *form;
        let row = Row::Field(field);
        visit(Spot { node, row, rules: &field.rules, further, container: None, looks });
    }
}

/// The attributes of a Read Attributes Response: identifier, status and, on success, a value.
fn attributes(
    message: &Message<'_>,
    payload: NodeId,
    entry: &'static GbzComponent,
    form: &EntryForm,
    visit: &mut dyn FnMut(Spot),
) {
    let tree = &message.tree;
    let all = tree.children(payload).zip(entry.attributes).zip(&form.attributes);
    for ((record, attribute), form) in all {
        let mut parts = tree.children(record);
        let same = parts
            .next()
            .is_some_and(|id| tree.unsigned(id, message.octets()) == Some(attribute.id.into()));
        if let (true, Some(node)) = (same, parts.nth(1)) {
            let row = Row::Attribute(attribute);
            let ValueForm { further, looks } = *form;
            let sent = tree.octets(node, message.octets()).first().copied();
            let other_type = attribute.type_code.is_some() && attribute.type_code != sent;
            let looks = if other_type { looks.with(Looks::TYPE) } else { looks };
            visit(Spot { node, row, rules: &attribute.rules, further, container: None, looks });
        }
    }
}

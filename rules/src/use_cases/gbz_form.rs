//! Forms: what template and mapping table say of the values in the components of a GBZ message, with
//! what there is to be looked at. The rows are searched once for all messages of a use case.

use std::sync::{LazyLock, OnceLock};

use gbcs_parser::CraFlag;
use gbcs_parser::catalogue::{
    GbzAttribute, GbzComponent, GbzField, GbzItem, GbzMessage, UseCase, ValueRules, by_code,
};

use super::gbz::message_of;
use super::spot::Looks;

/// What is said of a value beyond its entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueForm {
    /// What the mapping table says of it beyond the template.
    pub(super) further: Option<&'static ValueRules>,
    /// What there is to be looked at, where it has its type.
    pub(super) looks: Looks,
}

/// The forms of a template entry.
#[derive(Debug)]
pub(super) struct EntryForm {
    /// Of its fields.
    pub(super) fields: Vec<ValueForm>,
    /// Of its attributes.
    pub(super) attributes: Vec<ValueForm>,
}

/// The forms of the entries of a template; made when they are first asked for.
pub(super) fn of(
    code: u16,
    cra: CraFlag,
    use_case: &'static UseCase,
) -> Option<&'static [EntryForm]> {
    /// Of commands, responses and alerts.
    type Forms = [OnceLock<Vec<EntryForm>>; 3];
    static BY_CODE: LazyLock<Vec<Forms>> = LazyLock::new(|| by_code(|_| Forms::default()));
    let [commands, responses, alerts] = BY_CODE.get(usize::from(code))?;
    let kind = message_of(cra);
    let forms = match kind {
        GbzMessage::Command => commands,
        GbzMessage::Response => responses,
        GbzMessage::Alert => alerts,
    };
    let new = |entry| EntryForm::new(use_case, kind, entry);
    Some(forms.get_or_init(|| use_case.components(kind).iter().map(new).collect()))
}

impl EntryForm {
    fn new(use_case: &'static UseCase, kind: GbzMessage, entry: &'static GbzComponent) -> Self {
        let fields = entry.fields.iter().map(|field| {
            let further = row_of(use_case, kind, entry, field);
            ValueForm { further, looks: Looks::of(&field.rules, further) }
        });
        let attributes = entry.attributes.iter().map(|attribute| {
            let further = row_of_attribute(use_case, entry, attribute);
            ValueForm { further, looks: Looks::of(&attribute.rules, further) }
        });
        Self { fields: fields.collect(), attributes: attributes.collect() }
    }
}

/// What the mapping table says of a field beyond the template.
fn row_of(
    use_case: &'static UseCase,
    kind: GbzMessage,
    entry: &GbzComponent,
    field: &GbzField,
) -> Option<&'static ValueRules> {
    let command = |item: &GbzItem| match kind {
        GbzMessage::Command => item.command_id,
        _ => item.response_id,
    };
    only_row(use_case, &field.rules, |item| {
        item.message == kind
            && item.cluster == entry.cluster
            && command(item) == Some(entry.command_id)
            && item.parameter == field.name
    })
}

/// What the mapping table says of an attribute beyond the template.
fn row_of_attribute(
    use_case: &'static UseCase,
    entry: &GbzComponent,
    attribute: &GbzAttribute,
) -> Option<&'static ValueRules> {
    only_row(use_case, &attribute.rules, |item| {
        item.cluster == entry.cluster && item.attribute_ids == [attribute.id]
    })
}

/// The one row that `is_its` and says more than the template's `rules`.
fn only_row(
    use_case: &'static UseCase,
    rules: &ValueRules,
    is_its: impl Fn(&GbzItem) -> bool,
) -> Option<&'static ValueRules> {
    let says_more = |item: &&GbzItem| {
        let row = &item.rules;
        // A row of another type, or of several, speaks of a part of the field.
        row.kind == rules.kind
            && (row.limit.is_some()
                || row.range.is_some()
                || row.max_length.is_some()
                || row.names_complete)
    };
    let mut rows = use_case.gbz_items.iter().filter(says_more).filter(|item| is_its(item));
    let first = rows.next()?;
    let same = |item: &GbzItem| {
        let bounds = |rules: &ValueRules| (rules.range, rules.limit, rules.max_length);
        bounds(&item.rules) == bounds(&first.rules) && item.rules.names == first.rules.names
    };
    // Several rows that say different things share what one field packs.
    rows.all(same).then_some(&first.rules)
}

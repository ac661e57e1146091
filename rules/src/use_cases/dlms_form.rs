//! Forms: what the rows of a DLMS mapping table say of a value and of the values inside it, as a
//! tree. The rows are a list with addresses; every value of every message is looked up in them.

use std::sync::{LazyLock, OnceLock};

use gbcs_parser::catalogue::{DlmsItem, ItemPart, Step, UseCase, by_code};
use gbcs_parser::kind::Kind;

use super::dlms::Members;
use super::spot::Looks;

/// Deepest place of a row in a value: an element of an array in an element of an array, and its
/// member. Rows that are deeper than this are not looked for.
const MAX_STEPS: usize = 8;

/// What a value may be, by the rows that lead to it.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The row of the value itself.
    pub(super) exact: Option<Exact>,
    /// What is inside.
    pub(super) below: Option<Box<Inside>>,
}

/// The row of a value, with what is asked of each value: the row itself is far away in memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    pub(super) item: &'static DlmsItem,
    /// The type of the value.
    kind: Option<Kind>,
    looks: Looks,
}

impl Exact {
    fn new(item: &'static DlmsItem) -> Self {
        Self { item, kind: item.rules.kind, looks: Looks::of(&item.rules, None) }
    }

    /// What there is to be looked at in a value of this type.
    pub(super) fn looks(&self, kind: Kind) -> Looks {
        if self.kind.is_none_or(|due| due == kind) {
            self.looks
        } else {
            self.looks.with(Looks::TYPE)
        }
    }
}

/// What is inside a container.
#[derive(Debug)]
pub(super) struct Inside {
    /// The first row of those inside.
    pub(super) item: &'static DlmsItem,
    /// The container that holds them.
    pub(super) container: Kind,
    /// The members that the rows name.
    pub(super) members: Members,
    /// Forms of members by their number.
    named: Vec<(u16, Form)>,
    /// The form of any other member.
    other: Form,
    /// True where the rows go deeper than is looked.
    pub(super) too_deep: bool,
}

impl Inside {
    /// The form of a member, by the number that the rows give to it.
    pub(super) fn member(&self, number: u16) -> &Form {
        match self.named.binary_search_by_key(&number, |(named, _)| *named) {
            Ok(at) => self.named.get(at).map_or(&self.other, |(_, form)| form),
            Err(_) => &self.other,
        }
    }
}

impl Form {
    fn of(rows: impl Iterator<Item = &'static DlmsItem>, part: ItemPart) -> Self {
        let rows: Vec<_> = rows.filter(|item| item.part == Some(part)).collect();
        Self::at(&rows, 0)
    }

    /// The form of what stands `depth` steps inside, of the rows that lead there.
    fn at(rows: &[&'static DlmsItem], depth: usize) -> Self {
        let exact = rows.iter().find(|item| item.address.len() == depth);
        let exact = exact.map(|item| Exact::new(item));
        let deeper: Vec<(Step, &'static DlmsItem)> =
            rows.iter().filter_map(|item| Some((*item.address.get(depth)?, *item))).collect();
        let Some((step, item)) = deeper.first().copied() else {
            return Self { exact, below: None };
        };
        let mut members = Members::default();
        for (step, item) in &deeper {
            members.note(*step, item.twin_element_only);
        }
        let too_deep = depth >= MAX_STEPS;
        let (mut named, mut other) = (Vec::new(), Self::default());
        if !too_deep {
            let mut numbers: Vec<u16> = deeper
                .iter()
                .filter_map(|(step, _)| match step {
                    Step::At(number) => Some(*number),
                    Step::Any => None,
                })
                .collect();
            numbers.sort_unstable();
            numbers.dedup();
            let of = |lead: &dyn Fn(Step) -> bool| {
                let rows: Vec<_> =
                    deeper.iter().filter(|(step, _)| lead(*step)).map(|(_, item)| *item).collect();
                Self::at(&rows, depth + 1)
            };
            other = of(&|step| step == Step::Any);
            named = numbers
                .into_iter()
                .map(|number| (number, of(&|step| step == Step::Any || step == Step::At(number))))
                .collect();
        }
        let container = item.container(step);
        let below = Inside { item, container, members, named, other, too_deep };
        Self { exact, below: Some(Box::new(below)) }
    }
}

/// The forms of an entry of the access request.
#[derive(Debug)]
pub(super) struct EntryForms {
    pub(super) value: Form,
    pub(super) selection: Form,
    pub(super) parameter: Form,
    pub(super) answer: Form,
    /// Of the attributes in a plaintext.
    pub(super) protected: Vec<Form>,
}

/// The forms of a use case.
#[derive(Debug)]
pub(super) struct Forms {
    /// By the entries of the access request.
    pub(super) entries: Vec<EntryForms>,
    /// Of the body of an alert.
    pub(super) alert: Form,
    /// Of the plaintext in an alert.
    pub(super) alert_value: Form,
}

impl Forms {
    /// The forms of the use case of a message code; made when they are first asked for.
    pub(super) fn of(code: u16, use_case: &'static UseCase) -> Option<&'static Self> {
        static BY_CODE: LazyLock<Vec<OnceLock<Forms>>> =
            LazyLock::new(|| by_code(|_| OnceLock::new()));
        Some(BY_CODE.get(usize::from(code))?.get_or_init(|| Self::new(use_case)))
    }

    fn new(use_case: &'static UseCase) -> Self {
        let items = use_case.dlms_items;
        let rows =
            |indices: &'static [u16]| indices.iter().filter_map(|at| items.get(usize::from(*at)));
        let entries = use_case.dlms_requests.iter().map(|entry| EntryForms {
            value: Form::of(rows(entry.items), ItemPart::Value),
            selection: Form::of(rows(entry.items), ItemPart::Selection),
            parameter: Form::of(rows(entry.items), ItemPart::Parameter),
            answer: Form::of(rows(entry.items), ItemPart::Answer),
            protected: entry
                .protected
                .iter()
                .map(|attribute| Form::of(rows(attribute.items), ItemPart::Value))
                .collect(),
        });
        Self {
            entries: entries.collect(),
            alert: Form::of(items.iter(), ItemPart::Alert),
            alert_value: Form::of(items.iter(), ItemPart::Value),
        }
    }
}

#[cfg(test)]
mod tests {
    use gbcs_parser::catalogue::USE_CASES;

    use super::*;

    fn is_too_deep(form: &Form) -> bool {
        form.below.as_ref().is_some_and(|inside| {
            let members = inside.named.iter().map(|(_, form)| form).chain([&inside.other]);
            inside.too_deep || members.into_iter().any(is_too_deep)
        })
    }

    /// A row that stands so many steps inside.
    fn row(steps: usize) -> &'static DlmsItem {
        let items = USE_CASES.iter().flat_map(|use_case| use_case.dlms_items);
        let item: DlmsItem = items.clone().next().unwrap().clone();
        let address = Vec::leak(vec![Step::At(0); steps]);
        Box::leak(Box::new(DlmsItem { address, ..item.clone() }))
    }

    #[test]
    fn rows_are_looked_for_to_the_deepest_place_and_one_beyond_is_told() {
        assert!(!is_too_deep(&Form::at(&[row(MAX_STEPS)], 0)));
        assert!(is_too_deep(&Form::at(&[row(MAX_STEPS + 1)], 0)));
    }

    #[test]
    fn no_row_of_the_catalogue_is_deeper() {
        let items = USE_CASES.iter().flat_map(|use_case| use_case.dlms_items);
        assert!(items.map(|item| item.address.len()).max() < Some(MAX_STEPS));
    }
}

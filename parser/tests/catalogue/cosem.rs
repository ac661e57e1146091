//! The shapes of DLMS values, made from `cosem-structures.txt` and the use cases.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use gbcs_parser::catalogue::{
    ALERT_CODES, DlmsItem, DlmsRequest, ItemAccess, MESSAGE_CODES, UseCase, use_case,
};
use gbcs_parser::dlms::AccessKind;

use crate::compare;
use crate::source::table;
use crate::structures::{Parts, Place, Value, at, best, join, read, without_bounds};

/// The names that are no items, by their Rust.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    /// The Rust of the id of an element that is called `name`.
    fn id(&mut self, name: &str, meaning: Option<&str>) -> String {
        let mut rust = format!("Element::new({name:?})");
        if let Some(meaning) = meaning {
            let _ = write!(rust, ".meaning(m::{})", constant(meaning));
        }
        let index = self.0.iter().position(|other| *other == rust).unwrap_or_else(|| {
            self.0.push(rust);
            self.0.len() - 1
        });
        format!("c({index})")
    }

    /// The Rust of the shape of `value` at `path`. `item` gives the id of an item at a place.
    fn shape(
        &mut self,
        value: &Value,
        above: &str,
        item: &dyn Fn(&str, usize) -> Option<String>,
    ) -> String {
        let path = join(above, &value.name);
        let id = item(&path, 0).unwrap_or_else(|| self.id(&value.name, value.meaning.as_deref()));
        match &value.parts {
            Parts::None => format!("S::leaf({id})"),
            Parts::Array(of) => {
                // Elements that are items of their own each have their name.
                let inner = join(&path, &of.name);
                if item(&inner, 1).is_some() {
                    let members: Vec<String> = (0..)
                        .map_while(|n| item(&inner, n))
                        .map(|id| format!("S::leaf({id})"))
                        .collect();
                    return format!("S::each({id}, &[{}])", members.join(", "));
                }
                format!("S::array({id}, &{})", self.shape(of, &path, item))
            }
            Parts::Structure(members) => {
                let mut list = |all: bool| {
                    let members: Vec<String> = members
                        .iter()
                        .filter(|member| all || !member.optional)
                        .map(|member| self.shape(member, &path, item))
                        .collect();
                    format!("&[{}]", members.join(", "))
                };
                let all = list(true);
                if members.iter().any(|member| member.optional) {
                    format!("S::variants({id}, &[{all}, {}])", list(false))
                } else {
                    format!("S::structure({id}, {all})")
                }
            }
        }
    }

    fn plain(&mut self, value: &Value) -> String {
        self.shape(value, "", &|_, _| None)
    }
}

/// The constant behind a word for a meaning.
pub fn constant(meaning: &str) -> String {
    meaning.replace('-', "_").to_uppercase()
}

fn item_id(item: &DlmsItem) -> String {
    format!("i({})", item.element)
}

/// The id of the item number `n` of those at a place; a row without a place may be of the whole.
fn find(items: &[&DlmsItem], path: &str, root: bool, n: usize) -> Option<String> {
    let mut exact = items.iter().filter(|item| without_bounds(item.path) == path);
    let mut whole = items.iter().filter(|item| root && item.path.is_empty());
    exact.nth(n).or_else(|| whole.nth(n)).map(|item| item_id(item))
}

/// The shape of a value whose items are `items`. A container is called by object and COSEM name.
fn bound(names: &mut Names, values: &[&Value], items: &[&DlmsItem], cosem: &str) -> String {
    let paths: Vec<String> = items.iter().map(|item| without_bounds(item.path)).collect();
    let object = items.iter().map(|item| item.object).next().unwrap_or_default();
    let object = object.split_once(" - data returned").map_or(object, |(object, _)| object);
    let Some(value) = best(values, &paths) else {
        return match items.first() {
            Some(item) => format!("S::leaf({})", item_id(item)),
            None => format!("S::leaf({})", names.id(cosem, None)),
        };
    };
    let leaf = matches!(value.parts, Parts::None);
    let container =
        (!leaf && !object.is_empty()).then(|| names.id(&format!("{object}.{cosem}"), None));
    names.shape(value, "", &|path, n| {
        let root = path == value.name;
        if root && let (Some(container), 0) = (&container, n) {
            return Some(container.clone());
        }
        find(items, path, root, n)
    })
}

/// The Rust of an entry of a use case.
fn entry(
    names: &mut Names,
    structures: &[(Place, Value)],
    case: &UseCase,
    request: &DlmsRequest,
) -> String {
    let items: Vec<&DlmsItem> = case.items_of(request).collect();
    let (class, index) = (request.class_id, request.index);
    let cosem = items.iter().map(|item| item.cosem_name).find(|name| !name.is_empty());
    let cosem = cosem.unwrap_or("data");
    let of = |place: &Place| at(structures, place);
    let output_word = |item: &&DlmsItem| item.attribute.starts_with("methodOutput");
    let (input, output);
    if request.access == AccessKind::Action {
        let (out, into): (Vec<&DlmsItem>, Vec<&DlmsItem>) =
            items.iter().copied().partition(output_word);
        if class == 30 {
            input = protected_read(names, structures, &into);
            let value = of(&Place::Returned(class, index));
            output = names.plain(value[0]);
        } else {
            input = bound(names, &of(&Place::Parameters(class, index)), &into, cosem);
            let returned = of(&Place::Returned(class, index));
            let items = if returned.is_empty() { &into } else { &out };
            output = bound(names, &returned, items, cosem);
        }
    } else {
        input = bound(names, &of(&Place::Attribute(class, index)), &items, cosem);
        output = input.clone();
    }
    let selection = if request.access == AccessKind::GetWithSelection {
        let values = of(&Place::Selection(1));
        let shape = names.shape(values[0], "", &|path, n| find(&items, path, false, n));
        format!("Some({shape})")
    } else {
        "None".to_owned()
    };
    let protected: Vec<String> = request
        .protected
        .iter()
        .map(|attribute| {
            let items: Vec<&DlmsItem> = case.protected_items_of(attribute).collect();
            let cosem = items.first().map_or("value", |item| item.cosem_name);
            let place = Place::Attribute(attribute.class_id, attribute.index);
            bound(names, &of(&place), &items, cosem)
        })
        .collect();
    let protected = if protected.is_empty() {
        "None".to_owned()
    } else {
        let id = names.id("protected_attributes", None);
        format!("Some(S::structure({id}, &[{}]))", protected.join(", "))
    };
    let optional = request.optional;
    format!(
        "Entry {{ access: A::{:?}, class_id: {class}, obis: {:?}, index: {index}, optional: \
         {optional}, input: {input}, output: {output}, selection: {selection}, protected: \
         {protected} }}",
        request.access, request.obis
    )
}

/// The parameters of a class 30 read: its dates are items.
fn protected_read(names: &mut Names, structures: &[(Place, Value)], items: &[&DlmsItem]) -> String {
    let value = at(structures, &Place::Parameters(30, 1))[0];
    names.shape(value, "", &|path, n| {
        let word = match path.rsplit('.').next() {
            Some("from_date") => "fromDateTime",
            Some("to_date") => "toDateTime",
            _ => return None,
        };
        let found = items.iter().filter(|item| item.attribute.ends_with(word)).nth(n);
        found.map(|item| item_id(item))
    })
}

/// The items that the alert of a message code carries.
fn alert_items(code: u16) -> Vec<&'static DlmsItem> {
    let message = MESSAGE_CODES.iter().find(|entry| entry.code == code);
    let case = message.and_then(|message| use_case(message.use_case));
    let items = case.map_or(&[][..], |case| case.dlms_items);
    items.iter().filter(|item| item.access == ItemAccess::Alert).collect()
}

fn alert(names: &mut Names, code: Option<u16>, value: &Value) -> String {
    let items = code.map(alert_items).unwrap_or_default();
    names.shape(value, "", &|path, n| {
        let path = path.strip_prefix("notification-body.")?;
        let is = |item: &&&DlmsItem| {
            let own = without_bounds(item.path);
            own == path || (own.is_empty() && item.cosem_name == path)
        };
        items.iter().filter(is).nth(n).map(|item| item_id(item))
    })
}

/// The bits of a setting of alert behaviour, by range. In a string of `bits` bits the first is the
/// code with low octet 0xFF.
fn settings(range: u16, commands: bool) -> Vec<String> {
    let known = |low: u16| ALERT_CODES.iter().find(|entry| entry.code == range << 8 | low);
    let half = |from: u16, word: &'static str| {
        (0..256u16).filter_map(move |bit| {
            let entry = known(255 - bit)?;
            let text = format!("{word}0x{:04X} {}", entry.code, entry.name);
            Some(format!("({}, {text:?})", from + bit))
        })
    };
    if commands {
        half(0, "change ").chain(half(256, "on: ")).collect()
    } else {
        half(0, "").collect()
    }
}

#[test]
fn shapes() {
    let structures = read();
    let mut names = Names::default();
    let mut body = String::new();

    let mut bindings = Vec::new();
    let mut objects: BTreeMap<(u16, [u8; 6], u8, bool), String> = BTreeMap::new();
    let mut codes: Vec<_> = MESSAGE_CODES.iter().collect();
    codes.sort_by_key(|code| code.code);
    for code in codes {
        let Some(case) = use_case(code.use_case) else { continue };
        if case.dlms_requests.is_empty() {
            continue;
        }
        let entries: Vec<String> = case
            .dlms_requests
            .iter()
            .map(|request| entry(&mut names, &structures, case, request))
            .collect();
        let name = format!("CODE_{:04X}", code.code);
        table(&mut body, &format!("Entries of {}.", case.id), &name, "Entry", &entries);
        bindings.push(format!("Binding {{ code: 0x{:04X}, entries: {name} }}", code.code));
        for (n, request) in case.dlms_requests.iter().enumerate() {
            let method = request.access == AccessKind::Action;
            let key = (request.class_id, request.obis, request.index, method);
            objects.entry(key).or_insert_with(|| format!("&{name}[{n}]"));
        }
    }
    table(&mut body, "The use cases by their message codes.", "BINDINGS", "Binding", &bindings);
    let objects: Vec<String> = objects.into_values().collect();
    let doc = "One entry for each attribute or method of an object that any use case has.";
    table(&mut body, doc, "OBJECTS", "&Entry", &objects);

    let mut classes = BTreeMap::new();
    for (place, value) in &structures {
        let (key, input) = match *place {
            Place::Attribute(class, index) => ((class, false, index), true),
            Place::Parameters(class, index) => ((class, true, index), true),
            Place::Returned(class, index) => ((class, true, index), false),
            Place::Selection(_) | Place::Alert(_) => continue,
        };
        let shape = names.plain(value);
        let shapes: &mut [Option<String>; 2] = classes.entry(key).or_default();
        shapes[usize::from(!input)].get_or_insert(shape);
    }
    let classes: Vec<String> = classes
        .into_iter()
        .map(|((class, method, index), [input, output])| {
            let input = input.unwrap();
            let output = output.unwrap_or_else(|| input.clone());
            format!(
                "ClassShape {{ class_id: {class}, method: {method}, index: {index}, input: \
                 {input}, output: {output} }}"
            )
        })
        .collect();
    table(&mut body, "Attributes and methods by class.", "CLASSES", "ClassShape", &classes);

    let (mut selections, mut alerts) = (Vec::new(), Vec::new());
    for (place, value) in &structures {
        match place {
            Place::Selection(selector) => {
                selections.push(format!("({selector}, {})", names.plain(value)));
            }
            Place::Alert(code) => {
                let shape = alert(&mut names, *code, value);
                let code = code.map_or("None".to_owned(), |code| format!("Some(0x{code:04X})"));
                alerts.push(format!("({code}, {shape})"));
            }
            _ => {}
        }
    }
    table(&mut body, "Parameters by selector.", "SELECTIONS", "(u8, S)", &selections);
    table(&mut body, "Bodies of alerts by message code.", "ALERTS", "(Option<u16>, S)", &alerts);

    let mut protected = Vec::new();
    for code in MESSAGE_CODES {
        let items = alert_items(code.code);
        let buffer: Vec<&DlmsItem> =
            items.into_iter().filter(|item| item.class_id == Some(7)).collect();
        if !buffer.is_empty() {
            let values = at(&structures, &Place::Attribute(7, 2));
            let shape = bound(&mut names, &values, &buffer, "buffer");
            let id = names.id("protected_attributes", None);
            protected.push(format!("(0x{:04X}, S::structure({id}, &[{shape}]))", code.code));
        }
    }
    let doc = "Protected content of alerts by message code.";
    table(&mut body, doc, "PROTECTED_ALERTS", "(u16, S)", &protected);

    for (range, party) in [(0x80, "network operator"), (0x81, "supplier")] {
        for (commands, name) in [(false, "SETTINGS"), (true, "MASK_AND_ACTIONS")] {
            let doc = format!("Bits of the {party}'s alert and event settings.");
            let name = format!("{name}_{range:02X}");
            let of = "(u16, &str)";
            table(&mut body, &doc, &name, of, &settings(range, commands));
        }
    }

    let mut out = String::from(
        "//! Shapes of DLMS values, made from `parser/catalogue/cosem-structures.txt` and the use \
         cases.\n// Do not edit: change the text files and refresh.\n\n\
         use super::AccessKind as A;\n\
         use super::binding::{Binding, ClassShape, Entry};\n\
         use super::meanings as m;\n\
         use super::shape::Shape as S;\n\
         use crate::element::{Element, ElementId, Table};\n\n\
         /// A name that is no item.\n\
         const fn c(index: u32) -> ElementId {\n    ElementId::new(Table::Cosem, index)\n}\n\n\
         /// An item of a use case.\n\
         const fn i(index: u32) -> ElementId {\n    ElementId::new(Table::Item, index)\n}\n",
    );
    table(&mut out, "Names that are no items.", "ELEMENTS", "Element", &names.0);
    out.push_str(&body);
    compare("../../dlms/generated.rs", &out);
}

//! Compares a document with the content that the schema gives its elements.
//!
//! Every content of the schema tells by the next element alone which way it goes on, so that nothing
//! is ever tried twice.

use std::borrow::Cow;

use gbcs_parser::catalogue::{Particle, Term, duis_content};
use gbcs_parser::record::{Document, Element, Namespace};

/// Where a document leaves its schema.
pub(super) struct Difference {
    /// Names of the elements down to the one whose content differs.
    pub(super) path: Vec<String>,
    /// The elements that may stand there; none where nothing more may.
    pub(super) expected: Vec<&'static str>,
    /// The element that does; none where the content ends.
    pub(super) found: Option<String>,
}

/// The first difference of an element from its type.
pub(super) fn difference(document: &Document, at: usize, of: u16) -> Option<Difference> {
    let mut difference = element(document, at, of).err()?;
    difference.path.reverse();
    Some(difference)
}

/// The children of an element that are to be read.
struct Children<'d> {
    document: &'d Document,
    all: Vec<usize>,
    next: usize,
}

/// Goes down one level of elements a call; the table has no type in itself.
fn element(document: &Document, at: usize, of: u16) -> Result<(), Difference> {
    let Some(entry) = duis_content(of) else { return Ok(()) };
    let mut children = Children { document, all: document.children(at).collect(), next: 0 };
    let read = match &entry.content {
        Some(content) => children.read(content),
        None => Ok(()),
    };
    let read = read.and_then(|()| match children.name() {
        Some(_) => Err(children.difference(Vec::new())),
        None => Ok(()),
    });
    read.map_err(|mut difference| {
        difference.path.extend(document.elements.get(at).map(|element| name(element).into()));
        difference
    })
}

impl<'d> Children<'d> {
    fn name(&self) -> Option<Cow<'d, str>> {
        let at = *self.all.get(self.next)?;
        self.document.elements.get(at).map(name)
    }

    fn difference(&self, expected: Vec<&'static str>) -> Difference {
        Difference { path: Vec::new(), expected, found: self.name().map(Cow::into_owned) }
    }

    fn read(&mut self, particle: &Particle) -> Result<(), Difference> {
        let mut times = 0;
        while times < particle.most && self.name().is_some_and(|name| particle.begins_with(&name)) {
            self.once(particle)?;
            times += 1;
        }
        if times < particle.least && !particle.is_optional() {
            let mut expected = Vec::new();
            particle.beginnings(&mut expected);
            return Err(self.difference(expected));
        }
        Ok(())
    }

    fn once(&mut self, particle: &Particle) -> Result<(), Difference> {
        match particle.term {
            Term::Element(_, of) => {
                if let (Some(at), Some(of)) = (self.all.get(self.next), of) {
                    element(self.document, *at, of)?;
                }
                self.next += 1;
                Ok(())
            }
            Term::Sequence(parts) => parts.iter().try_for_each(|part| self.read(part)),
            Term::Choice(parts) => {
                let next = self.name().unwrap_or_default();
                let part = parts.iter().find(|part| part.begins_with(&next));
                part.map_or(Ok(()), |part| self.read(part))
            }
        }
    }
}

/// The name of an element as the table writes it.
fn name(element: &Element) -> Cow<'_, str> {
    match element.namespace {
        Namespace::ServiceUserGateway => Cow::Borrowed(&element.name),
        namespace => Cow::Owned(format!("{}:{}", namespace.name(), element.name)),
    }
}

#[cfg(test)]
mod tests {
    use gbcs_parser::catalogue::duis_root;

    use super::*;

    /// A document of elements that are set off by their depth.
    fn document(lines: &str) -> Document {
        let element = |line: &str| {
            let name = line.trim_start();
            let depth = (line.len() - name.len()) as u16;
            let (namespace, name) = match name.strip_prefix("ds:") {
                Some(name) => (Namespace::Signature, name),
                None => (Namespace::ServiceUserGateway, name),
            };
            Element { name: name.into(), namespace, depth, text: "".into() }
        };
        Document { schema_version: None, elements: lines.lines().map(element).collect() }
    }

    const ALERT: &str = "Response\n Header\n  ResponseCode\n  ResponseDateTime\n Body\n  \
                         DCCAlertMessage\n   DCCAlertCode\n   DCCAlert\n    \
                         UpdateHANDeviceLogResult\n     UpdateHANDeviceLogServiceRequestID\n \
                         ds:Signature\n  ds:SignedInfo";

    fn judged(lines: &str) -> Option<(String, Vec<&'static str>, Option<String>)> {
        let found = difference(&document(lines), 0, duis_root("Response").unwrap())?;
        Some((found.path.join("/"), found.expected, found.found))
    }

    #[test]
    fn what_the_schema_allows_is_let_pass() {
        assert_eq!(judged(ALERT), None);
        let response = ALERT.replace("  ResponseCode", "  RequestID\n  ResponseID\n  ResponseCode");
        assert_eq!(judged(&response), None);
    }

    #[test]
    fn an_element_that_is_missing_is_named() {
        let found = judged(&ALERT.replace("  ResponseDateTime\n", "")).unwrap();
        assert_eq!(found, ("Response/Header".into(), vec!["ResponseDateTime"], None));
        let found = judged(&ALERT.replace("   DCCAlertCode\n", "")).unwrap();
        assert_eq!(found.0, "Response/Body/DCCAlertMessage");
        assert_eq!((found.1, found.2), (vec!["DCCAlertCode"], Some("DCCAlert".into())));
    }

    #[test]
    fn an_element_too_many_is_named() {
        let id = "     UpdateHANDeviceLogServiceRequestID\n";
        let found = judged(&ALERT.replace(id, &id.repeat(2))).unwrap();
        assert!(found.0.ends_with("/DCCAlert/UpdateHANDeviceLogResult"));
        assert_eq!((found.1, found.2), (vec![], Some("UpdateHANDeviceLogServiceRequestID".into())));
    }

    #[test]
    fn another_namespace_is_another_element() {
        let found = judged(&ALERT.replace(" Body", " ds:Body")).unwrap();
        assert_eq!(found, ("Response".into(), vec!["Body"], Some("ds:Body".into())));
    }
}

//! What the elements of a DUIS document hold: the schema's elements with their order and number.

/// A type of element of DUIS 5.4.
#[derive(Debug)]
pub struct ContentType {
    /// Its name: that of the schema's type, or of the element where the type has none.
    pub name: &'static str,
    /// What it holds; no group where it is empty.
    pub content: Option<Particle>,
}

/// An element or a group of elements, and how often it stands.
#[derive(Clone, Copy, Debug)]
pub struct Particle {
    /// The element or group.
    pub term: Term,
    /// The least number of times.
    pub least: u8,
    /// The greatest number of times.
    pub most: u8,
}

/// What a [`Particle`] is.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// An element: its name, with the prefix `ds` where it is of XML signatures, and its type where
    /// the table goes on.
    Element(&'static str, Option<u16>),
    /// All of these, in order.
    Sequence(&'static [Particle]),
    /// One of these.
    Choice(&'static [Particle]),
}

impl Particle {
    /// True where it may be absent.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.least == 0
            || match self.term {
                Term::Element(..) => false,
                Term::Sequence(parts) => parts.iter().all(Self::is_optional),
                Term::Choice(parts) => parts.iter().any(Self::is_optional),
            }
    }

    /// True where it may begin with an element of this name.
    #[must_use]
    pub fn begins_with(&self, element: &str) -> bool {
        match self.term {
            Term::Element(name, _) => name == element,
            Term::Choice(parts) => parts.iter().any(|part| part.begins_with(element)),
            Term::Sequence(parts) => {
                for part in parts {
                    if part.begins_with(element) {
                        return true;
                    }
                    if !part.is_optional() {
                        return false;
                    }
                }
                false
            }
        }
    }

    /// The elements that it may begin with, in the schema's order.
    pub fn beginnings(&self, into: &mut Vec<&'static str>) {
        match self.term {
            Term::Element(name, _) => into.push(name),
            Term::Choice(parts) => parts.iter().for_each(|part| part.beginnings(into)),
            Term::Sequence(parts) => {
                for part in parts {
                    part.beginnings(into);
                    if !part.is_optional() {
                        break;
                    }
                }
            }
        }
    }
}

/// The number of the type of a document's root.
#[must_use]
pub fn duis_root(name: &str) -> Option<u16> {
    let n = DUIS_CONTENT.iter().position(|entry| entry.name == name)?;
    matches!(name, "Request" | "Response").then_some(n as u16)
}

/// The type of a number.
#[must_use]
pub fn duis_content(number: u16) -> Option<&'static ContentType> {
    DUIS_CONTENT.get(usize::from(number))
}

pub use super::generated::duis_content::DUIS_CONTENT;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_found_and_nothing_else_is_a_root() {
        assert_eq!(duis_root("Request").and_then(duis_content).unwrap().name, "Request");
        assert_eq!(duis_root("Response").and_then(duis_content).unwrap().name, "Response");
        assert_eq!(duis_root("DCCAlert"), None);
    }

    #[test]
    fn every_type_is_named_once_and_every_number_leads_somewhere() {
        fn numbers(particle: &Particle) -> Vec<u16> {
            match particle.term {
                Term::Element(_, number) => number.into_iter().collect(),
                Term::Sequence(parts) | Term::Choice(parts) => {
                    parts.iter().flat_map(numbers).collect()
                }
            }
        }
        let mut seen = std::collections::HashSet::new();
        for entry in DUIS_CONTENT {
            assert!(seen.insert(entry.name), "{} twice", entry.name);
            for number in entry.content.iter().flat_map(numbers) {
                assert!(duis_content(number).is_some(), "{}", entry.name);
            }
        }
        assert!(seen.len() > 50);
    }

    #[test]
    fn beginnings_pass_over_what_is_optional() {
        let header = DUIS_CONTENT.iter().find(|entry| entry.name == "ResponseHeader").unwrap();
        let content = header.content.unwrap();
        let mut found = Vec::new();
        content.beginnings(&mut found);
        assert_eq!(found, ["RequestID", "ResponseID", "ResponseCode"]);
        assert!(content.begins_with("ResponseCode"));
        assert!(!content.begins_with("ResponseDateTime"));
    }
}

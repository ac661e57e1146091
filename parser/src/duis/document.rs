//! XML to documents: a flat list of elements, with bounds on everything.
//!
//! No document type definition is read and no entity is expanded but the five of XML itself, so
//! nothing outside of the input is ever opened.

use std::io::{self, BufRead, Read};

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use crate::limits::{MAX_XML_ATTRIBUTES, MAX_XML_DEPTH, MAX_XML_TOKEN_OCTETS, ReadLimits};
use crate::log::{Problem, ProblemKind};
use crate::record::{Document, Element, Namespace};

/// Roots of DUIS and MMC.
const ROOTS: [&str; 5] =
    ["Request", "Response", "SMETS1SignedResponse", "S1SPAlert", "GBCSResponse"];

/// A document that was found.
pub(crate) struct Found {
    /// Its elements.
    pub(crate) document: Document,
    /// Texts of the elements that hold messages, by their position.
    pub(crate) payloads: Vec<(usize, String)>,
    /// Number of the outermost document in the input, from 1.
    pub(crate) number: u64,
    /// Line of its first element, from 1.
    pub(crate) line: u64,
    /// True where its root is none of DUIS and MMC.
    pub(crate) foreign: bool,
}

/// Reads the documents of an input, one after the other.
pub(crate) struct Documents<R: BufRead> {
    reader: NsReader<Metered<R>>,
    buffer: Vec<u8>,
    state: State,
    ended: bool,
}

/// What is open.
struct State {
    limits: ReadLimits,
    /// Number of elements that are open.
    depth: usize,
    /// Number of the outermost document.
    number: u64,
    /// A document of DUIS or MMC, at whatever depth it begins.
    inner: Option<Capture>,
    /// The outermost element, where it is none.
    outer: Option<Capture>,
}

/// Elements that are being collected.
struct Capture {
    document: Document,
    payloads: Vec<(usize, String)>,
    /// Positions of the open elements.
    open: Vec<usize>,
    /// Texts of the open elements.
    texts: Vec<String>,
    line: u64,
    octets: usize,
    limits: ReadLimits,
}

/// A place in the input.
#[derive(Clone, Copy)]
struct Place {
    line: u64,
    column: u64,
    offset: u64,
}

/// A source that counts lines, and ends with an error where one token takes too much.
struct Metered<R> {
    source: R,
    place: Place,
    /// Octets that the current token may still take.
    left: u64,
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let n = available.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..n), available.get(..n)) {
            to.copy_from_slice(from);
        }
        self.consume(n);
        Ok(n)
    }
}

/// Marks the error of a token that is too long.
const TOKEN_TOO_LONG: io::ErrorKind = io::ErrorKind::QuotaExceeded;

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(TOKEN_TOO_LONG.into());
        }
        let available = self.source.fill_buf()?;
        let n = available.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        Ok(available.get(..n).unwrap_or_default())
    }

    fn consume(&mut self, n: usize) {
        // The source still holds what it showed.
        if let Ok(available) = self.source.fill_buf() {
            let used = available.get(..n).unwrap_or(available);
            let lines = memchr::memchr_iter(b'\n', used).count() as u64;
            self.place.line += lines;
            match memchr::memrchr(b'\n', used) {
                Some(last) => self.place.column = (used.len() - last) as u64,
                None => self.place.column += used.len() as u64,
            }
            self.place.offset += used.len() as u64;
        }
        self.source.consume(n);
        self.left = self.left.saturating_sub(n as u64);
    }
}

impl<R: BufRead> Documents<R> {
    pub(crate) fn new(source: R, limits: &ReadLimits) -> Self {
        let place = Place { line: 1, column: 1, offset: 0 };
        let mut reader =
            NsReader::from_reader(Metered { source, place, left: MAX_XML_TOKEN_OCTETS });
        reader.config_mut().check_comments = false;
        let state = State { limits: *limits, depth: 0, number: 0, inner: None, outer: None };
        Self { reader, buffer: Vec::new(), state, ended: false }
    }

    fn read(&mut self) -> Result<Option<Found>, (Place, ProblemKind)> {
        loop {
            let place = self.reader.get_mut().place;
            self.reader.get_mut().left = MAX_XML_TOKEN_OCTETS;
            self.buffer.clear();
            let event = self.reader.read_resolved_event_into(&mut self.buffer);
            let (namespace, event) = event.map_err(|error| (place, kind_of(&error)))?;
            let found = match event {
                Event::Start(start) => {
                    self.state.begin(&start, namespace_of(&namespace), place)?;
                    None
                }
                Event::Empty(start) => {
                    self.state.begin(&start, namespace_of(&namespace), place)?;
                    self.state.end()
                }
                Event::End(_) => self.state.end(),
                Event::Text(text) => {
                    self.state.text(&text.xml10_content()).map_err(|kind| (place, kind))?;
                    None
                }
                Event::CData(text) => {
                    self.state.text(&text.xml10_content()).map_err(|kind| (place, kind))?;
                    None
                }
                Event::GeneralRef(reference) => {
                    let name = reference.xml10_content();
                    let character = match reference.resolve_char_ref() {
                        Ok(Some(character)) => Some(character),
                        Ok(None) => match &*name {
                            "lt" => Some('<'),
                            "gt" => Some('>'),
                            "amp" => Some('&'),
                            "apos" => Some('\''),
                            "quot" => Some('"'),
                            _ => None,
                        },
                        Err(_) => None,
                    };
                    let Some(character) = character else {
                        let name = name.chars().take(64).collect();
                        return Err((place, ProblemKind::Entity(name)));
                    };
                    self.state
                        .text(character.encode_utf8(&mut [0; 4]))
                        .map_err(|kind| (place, kind))?;
                    None
                }
                Event::DocType(_) => return Err((place, ProblemKind::Dtd)),
                Event::Eof if self.state.depth > 0 => {
                    let reason = "the document ends before its last element does";
                    return Err((place, ProblemKind::NotWellFormed(reason.into())));
                }
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => None,
            };
            if found.is_some() {
                return Ok(found);
            }
        }
    }
}

impl<R: BufRead> Iterator for Documents<R> {
    type Item = Result<Found, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.read() {
            Ok(Some(found)) => Some(Ok(found)),
            Ok(None) => {
                self.ended = true;
                None
            }
            Err((place, kind)) => {
                self.ended = true;
                Some(Err(Problem {
                    line: Some(place.line),
                    column: Some(place.column),
                    offset: Some(place.offset),
                    member: None,
                    kind,
                }))
            }
        }
    }
}

impl State {
    /// Begins an element.
    fn begin(
        &mut self,
        start: &BytesStart<'_>,
        namespace: Namespace,
        place: Place,
    ) -> Result<(), (Place, ProblemKind)> {
        let fail = |of, limit| Err((place, ProblemKind::XmlTooLarge { of, limit }));
        if self.depth >= MAX_XML_DEPTH {
            return fail("levels of elements", MAX_XML_DEPTH as u64);
        }
        let mut schema_version = None;
        for (n, attribute) in start.attributes().enumerate() {
            if n >= MAX_XML_ATTRIBUTES {
                return fail("attributes of an element", MAX_XML_ATTRIBUTES as u64);
            }
            match attribute {
                Ok(attribute) if attribute.key.local_name().into_inner() == "schemaVersion" => {
                    schema_version = Some(attribute.value.into_owned());
                }
                Ok(_) => {}
                Err(error) => return Err((place, ProblemKind::NotWellFormed(error.to_string()))),
            }
        }
        let name = start.local_name().into_inner();
        if self.depth == 0 {
            self.number += 1;
        }
        self.depth += 1;
        let new = || Capture::new(place.line, self.limits);
        let capture = match (&mut self.inner, &mut self.outer) {
            (Some(inner), _) => inner,
            (inner @ None, _) if ROOTS.contains(&name) => inner.insert(new()),
            (None, Some(outer)) => outer,
            (None, outer @ None) => outer.insert(new()),
        };
        capture.begin(name, namespace, schema_version).map_err(|kind| (place, kind))
    }

    fn text(&mut self, text: &str) -> Result<(), ProblemKind> {
        match self.inner.as_mut().or(self.outer.as_mut()) {
            Some(capture) => capture.text(text),
            // White space around the root.
            None => Ok(()),
        }
    }

    /// Ends an element; a document where it was the last that was open.
    fn end(&mut self) -> Option<Found> {
        self.depth = self.depth.saturating_sub(1);
        let number = self.number;
        if let Some(inner) = &mut self.inner {
            inner.end();
            if inner.open.is_empty() {
                return self.inner.take().map(|inner| inner.found(number, false));
            }
            return None;
        }
        let outer = self.outer.as_mut()?;
        outer.end();
        if outer.open.is_empty() {
            return self.outer.take().map(|outer| outer.found(number, true));
        }
        None
    }
}

impl Capture {
    fn new(line: u64, limits: ReadLimits) -> Self {
        Self {
            document: Document::default(),
            payloads: Vec::new(),
            open: Vec::new(),
            texts: Vec::new(),
            line,
            octets: 0,
            limits,
        }
    }

    fn begin(
        &mut self,
        name: &str,
        namespace: Namespace,
        schema_version: Option<String>,
    ) -> Result<(), ProblemKind> {
        let elements = &mut self.document.elements;
        let limit = self.limits.document_elements();
        if elements.len() >= limit {
            let limit = limit as u64;
            return Err(ProblemKind::DocumentTooLarge { of: "elements", limit });
        }
        if elements.is_empty() {
            self.document.schema_version = schema_version;
        }
        let depth = self.open.len() as u16;
        self.open.push(elements.len());
        self.texts.push(String::new());
        elements.push(Element { name: name.into(), namespace, depth, text: "".into() });
        self.count(name.len())
    }

    fn count(&mut self, octets: usize) -> Result<(), ProblemKind> {
        self.octets += octets;
        if self.octets > self.limits.document_octets {
            let limit = self.limits.document_octets as u64;
            return Err(ProblemKind::DocumentTooLarge { of: "octets", limit });
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ProblemKind> {
        if let Some(last) = self.texts.last_mut() {
            // White space between elements is no text.
            if !(last.is_empty() && text.trim_ascii().is_empty()) {
                last.push_str(text);
                return self.count(text.len());
            }
        }
        Ok(())
    }

    fn end(&mut self) {
        let (Some(n), Some(text)) = (self.open.pop(), self.texts.pop()) else { return };
        let Some(element) = self.document.elements.get_mut(n) else { return };
        let text = text.trim();
        if !text.is_empty() && is_payload(&element.name) {
            self.payloads.push((n, text.into()));
        } else {
            element.text = text.into();
        }
    }

    fn found(self, number: u64, foreign: bool) -> Found {
        let Self { document, mut payloads, line, .. } = self;
        payloads.sort_by_key(|(n, _)| *n);
        Found { document, payloads, number, line, foreign }
    }
}

/// True for the elements that hold a message.
fn is_payload(name: &str) -> bool {
    matches!(name, "GBCSPayload" | "GBCSRawData" | "DeviceGBCSResponse")
}

fn namespace_of(resolved: &ResolveResult<'_>) -> Namespace {
    match resolved {
        ResolveResult::Unbound => Namespace::None,
        ResolveResult::Bound(namespace) => Namespace::of(namespace.0),
        ResolveResult::Unknown(_) => Namespace::Other,
    }
}

fn kind_of(error: &quick_xml::Error) -> ProblemKind {
    match error {
        quick_xml::Error::Io(error) if error.kind() == TOKEN_TOO_LONG => {
            ProblemKind::XmlTooLarge { of: "octets in a tag or text", limit: MAX_XML_TOKEN_OCTETS }
        }
        quick_xml::Error::Io(error) => ProblemKind::Io(error.kind()),
        quick_xml::Error::Encoding(_) => ProblemKind::NotUtf8,
        error => ProblemKind::NotWellFormed(error.to_string().chars().take(200).collect()),
    }
}

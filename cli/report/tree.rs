//! A decoded message for people: octets at the left, names and meanings at the right.

use std::io::{self, IsTerminal as _, Write};

use anstyle::{AnsiColor, Style};
use gbcs_parser::element::Meaning;
use gbcs_parser::json::Source;
use gbcs_parser::kind::{Kind, Value};
use gbcs_parser::message::{CraFlag, EntityId, Shape};
use gbcs_parser::protection::{Missing, Outcome, Protection};
use gbcs_parser::{DecodeError, Message, Node, NodeId, Span, Tree, text};

use crate::output::Output;

/// Octets in one row.
const OCTETS_IN_ROW: usize = 10;

/// Columns of names beyond which a value is not moved to the right any more.
const MAX_NAME_COLUMNS: usize = 52;

/// Characters of a long text that are shown.
const MAX_TEXT: usize = 100;

/// Octets of a bit string that are shown bit by bit.
const MAX_BIT_OCTETS: usize = 8;

const DIM: Style = Style::new().dimmed();
const NAME: Style = AnsiColor::Cyan.on_default();
const HEADING: Style = Style::new().bold();
const WRONG: Style = AnsiColor::Red.on_default().bold();

/// What is to be seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct View<'a> {
    /// Levels of the tree; all where there is none.
    pub depth: Option<usize>,
    /// Path of the element to be shown alone, or the end of its path.
    pub only: Option<&'a str>,
    /// Every octet, every leaf in a row of its own, with its type.
    pub octets: bool,
}

/// True where what goes to `output` should have colour.
pub fn colour(output: &Output) -> bool {
    match anstream::ColorChoice::global() {
        anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => true,
        anstream::ColorChoice::Never => false,
        anstream::ColorChoice::Auto => {
            let stdout = io::stdout();
            output.is_stdout()
                && stdout.is_terminal()
                && anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never
        }
    }
}

/// Writes a message. Returns false where [`View::only`] names nothing in it; nothing is written then.
pub fn write(
    out: &mut dyn Write,
    message: &Message<'_>,
    source: Source<'_>,
    protection: &Protection,
    view: &View<'_>,
    colour: bool,
) -> io::Result<bool> {
    let tree = &message.tree;
    let roots: Vec<NodeId> = match view.only {
        None => vec![tree.root()],
        Some(only) => named(tree, only),
    };
    if view.only.is_some() && roots.is_empty() {
        return Ok(false);
    }
    let mut page = Page { message, view, paint: Paint { on: colour }, rows: Vec::new() };
    for root in &roots {
        page.rows_of(*root);
    }
    page.place_issues(&roots);
    page.heading(out, source, protection)?;
    page.table(out)?;
    writeln!(out)?;
    Ok(true)
}

/// The rows that show a message: a container by its head, a leaf by its value.
pub fn rows(message: &Message<'_>) -> Vec<Row> {
    let view = View::default();
    let mut page = Page { message, view: &view, paint: Paint { on: false }, rows: Vec::new() };
    page.rows_of(message.tree.root());
    page.rows
}

/// The nodes whose path is `only`, or ends with it; none of them inside another.
fn named(tree: &Tree, only: &str) -> Vec<NodeId> {
    let only = only.trim_matches('/');
    let last = only.rsplit('/').next().unwrap_or(only);
    let mut found: Vec<NodeId> = Vec::new();
    let mut end = 0;
    for (at, node) in tree.nodes().iter().enumerate() {
        if at < end || node.name() != last {
            continue;
        }
        let id = NodeId(at as u32);
        let path = tree.path(id);
        let ends =
            path.strip_suffix(only).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
        if ends {
            found.push(id);
            end = node.next_index() as usize;
        }
    }
    found
}

/// Colour, or none.
#[derive(Clone, Copy)]
struct Paint {
    on: bool,
}

impl Paint {
    fn text(self, style: Style, text: &str) -> String {
        if self.on && !text.trim().is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

/// One row of the table.
pub struct Row {
    /// The octets shown in the row.
    pub span: Option<Span>,
    /// Indent and name.
    pub name: String,
    /// What the element says.
    pub value: String,
    kind: String,
    opaque: bool,
    /// What went wrong here, in sentences that stand above the row.
    issues: Vec<String>,
}

struct Page<'a> {
    message: &'a Message<'a>,
    view: &'a View<'a>,
    paint: Paint,
    rows: Vec<Row>,
}

impl Page<'_> {
    /// The lines above the table.
    fn heading(
        &self,
        out: &mut dyn Write,
        source: Source<'_>,
        protection: &Protection,
    ) -> io::Result<()> {
        let envelope = &self.message.envelope;
        let place = match source.line {
            Some(line) => format!("{}, record {}, line {line}", source.path, source.record),
            None => format!("{}, record {}", source.path, source.record),
        };
        writeln!(out, "{}", self.paint.text(HEADING, &place))?;
        let mut what = Vec::new();
        if let Some(code) = envelope.message_code() {
            let use_case = self.message.use_case().unwrap_or("unknown message code");
            what.push(format!("{use_case} (0x{code:04X})"));
        }
        what.extend(envelope.cra().map(CraFlag::name).map(str::to_owned));
        what.extend(self.message.payload.protocol().map(|p| p.name().to_owned()));
        what.push(count(self.message.octets().len()));
        what.extend(envelope.shape().map(Shape::name).map(str::to_owned));
        writeln!(out, "{}", what.join(", "))?;
        if let (Some(originator), Some(recipient)) = (envelope.originator(), envelope.recipient()) {
            write!(out, "{originator} to {recipient}")?;
            if let Some(counter) = envelope.counter() {
                write!(out, ", counter {counter}")?;
            }
            if let Some(party) = envelope.supplementary_party() {
                write!(out, ", for {party}")?;
            }
            writeln!(out)?;
        }
        let mut checks = vec![
            format!("MAC {}", outcome(&protection.mac)),
            format!("signature {}", outcome(&protection.signature)),
        ];
        let number = |word| protection.items.iter().filter(|item| item.word() == word).count();
        for (word, text) in [
            ("decrypted", "decrypted"),
            ("failed", "not opened by the key"),
            ("not-checked", "not opened (no key)"),
        ] {
            match number(word) {
                0 => {}
                1 => checks.push(format!("1 encrypted item {text}")),
                n => checks.push(format!("{n} encrypted items {text}")),
            }
        }
        writeln!(out, "{}", checks.join(", "))?;
        let issues = self.message.tree.issues().len();
        if issues > 0 {
            let errors = if issues == 1 { "error" } else { "errors" };
            let text = format!("not complete: {issues} decoding {errors}");
            writeln!(out, "{}", self.paint.text(WRONG, &text))?;
        }
        Ok(())
    }

    /// Adds the rows of a node and of what it holds.
    fn rows_of(&mut self, root: NodeId) {
        let end = self.message.tree.get(root).map_or(0, Node::next_index);
        self.walk(root, 0, end);
    }

    fn walk(&mut self, root: NodeId, depth: usize, end: u32) {
        let tree = &self.message.tree;
        let brief = !self.view.octets;
        // Ends of the open containers: their number is the depth.
        let mut open: Vec<u32> = Vec::new();
        let mut at = root.0;
        while at < end.max(root.0 + 1) {
            let id = NodeId(at);
            let Some(node) = tree.get(id) else { break };
            while open.last().is_some_and(|end| *end <= at) {
                open.pop();
            }
            let level = depth + open.len();
            if !node.kind.is_container() {
                let fields = if brief { self.empty_fields(id) } else { 0 };
                if fields > 1 {
                    self.several_empty_fields(id, level, fields);
                    at += fields;
                    continue;
                }
                self.leaf(id, node, level);
                at += 1;
                if let Some(plaintext) = tree.plaintext_of(id) {
                    let end = tree.get(plaintext.root).map_or(0, Node::next_index);
                    self.walk(plaintext.root, level + 1, end);
                }
                continue;
            }
            let cut = self.view.depth.is_some_and(|depth| level >= depth);
            let head = brief.then(|| self.head_of(id)).flatten();
            self.container(id, node, level, head, cut);
            if cut {
                at = node.next_index().max(at + 1);
                continue;
            }
            open.push(node.next_index());
            at = head.map_or(at, |head| head.0) + 1;
        }
    }

    /// How many fields in a row, from this leaf on, are lengths of zero.
    fn empty_fields(&self, first: NodeId) -> u32 {
        let tree = &self.message.tree;
        let is_empty = |id: &u32| {
            tree.get(NodeId(*id)).is_some_and(|node| node.kind == Kind::Length)
                && tree.unsigned(NodeId(*id), self.message.octets()) == Some(0)
        };
        (first.0..).take_while(is_empty).count() as u32
    }

    /// One row for several empty fields.
    fn several_empty_fields(&mut self, first: NodeId, level: usize, fields: u32) {
        let tree = &self.message.tree;
        let last = NodeId(first.0 + fields - 1);
        let (Some(first_node), Some(last_node)) = (tree.get(first), tree.get(last)) else { return };
        let span = Span { end: last_node.span().end, ..first_node.span() };
        let name = format!("{} .. {}", first_node.name(), last_node.name());
        self.push(first_node, name, level, Some(span), format!("{fields} empty fields"));
    }

    /// The first child of a container, where it is only tag or count: it is shown with the
    /// container, to save a row.
    fn head_of(&self, id: NodeId) -> Option<NodeId> {
        let tree = &self.message.tree;
        let first = NodeId(id.0 + 1);
        let is_child = first.0 < tree.get(id)?.next_index();
        let head = tree.get(first)?;
        let plain = matches!(head.kind, Kind::Header | Kind::Length)
            || (head.kind == Kind::Tag && matches!(head.element.get().meaning, Meaning::Plain));
        (is_child && plain).then_some(first)
    }

    fn container(
        &mut self,
        id: NodeId,
        node: &Node,
        level: usize,
        head: Option<NodeId>,
        cut: bool,
    ) {
        let tree = &self.message.tree;
        let members = tree.children(id).count() - usize::from(head.is_some());
        let value = match node.kind {
            _ if cut => format!("({})", count(node.span().len())),
            Kind::DlmsArray | Kind::DlmsCompactArray => format!("({members})"),
            _ => String::new(),
        };
        let span =
            if cut { Some(node.span()) } else { head.and_then(|h| tree.get(h)).map(Node::span) };
        let name = if id == tree.root() { "message".to_owned() } else { node.name().into_owned() };
        self.push(node, name, level, span, value);
    }

    fn leaf(&mut self, id: NodeId, node: &Node, level: usize) {
        let value = self.value(id, node);
        self.push(node, node.name().into_owned(), level, Some(node.span()), value);
    }

    fn push(&mut self, node: &Node, name: String, level: usize, span: Option<Span>, value: String) {
        let kind = if self.view.octets {
            node.kind.type_name(node.content_span().len()).into_owned()
        } else {
            String::new()
        };
        self.rows.push(Row {
            span,
            name: format!("{}{name}", "  ".repeat(level)),
            value,
            kind,
            opaque: node.kind == Kind::Opaque,
            issues: Vec::new(),
        });
    }

    /// What a leaf says.
    fn value(&self, id: NodeId, node: &Node) -> String {
        let tree = &self.message.tree;
        let wire = self.message.octets();
        let content = tree.content(id, wire);
        let text = text::of(tree, id, wire);
        if matches!(node.kind, Kind::EntityId)
            && let Ok(octets) = content.try_into()
        {
            return EntityId(octets).to_string();
        }
        let number = |number: String| match &text {
            None => number,
            // A unit stands behind the number already.
            Some(text) if text.starts_with(&format!("{number} ")) => text.clone(),
            Some(text) if node.element.get().scaler != 0 => format!("{number} -> {text}"),
            Some(text) if is_time(node.kind) => text.clone(),
            // Codes are written in hexadecimal everywhere.
            Some(text) if content.len() == 2 && is_code(node) => {
                format!("0x{} = {text}", hex(content).replace(' ', ""))
            }
            Some(text) => format!("{number} = {text}"),
        };
        match tree.value(id, wire) {
            Value::Null => text.unwrap_or_else(|| "null".to_owned()),
            Value::Bool(truth) => number(truth.to_string()),
            Value::Unsigned(n) => number(n.to_string()),
            Value::Signed(n) => number(n.to_string()),
            Value::Float(n) => number(n.to_string()),
            Value::Text(shown) => text.unwrap_or_else(|| quoted(shown)),
            Value::Bits(bits) => {
                let digits: String = if bits.octets().len() <= MAX_BIT_OCTETS {
                    bits.as_bitslice().iter().map(|bit| if *bit { '1' } else { '0' }).collect()
                } else {
                    format!("{} bits", bits.len())
                };
                text.map_or(digits.clone(), |text| format!("{digits} = {text}"))
            }
            Value::Octets(octets) => text
                .or_else(|| {
                    let may_be_text = is_octet_string(node.kind) && octets.len() > 3;
                    may_be_text.then(|| text::printable(octets)).flatten()
                })
                .unwrap_or_else(|| match node.kind {
                    Kind::Opaque => format!("({} that could not be read)", count(octets.len())),
                    Kind::Ciphertext if tree.plaintext_of(id).is_none() => {
                        format!("({}, encrypted)", count(octets.len()))
                    }
                    _ if node.span().len() > OCTETS_IN_ROW => format!("({})", count(octets.len())),
                    _ => String::new(),
                }),
        }
    }

    /// Puts every issue at the row where it stands: the first that ends behind its place, or the
    /// last of all.
    fn place_issues(&mut self, roots: &[NodeId]) {
        let tree = &self.message.tree;
        for issue in tree.issues() {
            let shown = roots.iter().any(|root| {
                *root == tree.root()
                    || tree.get(*root).is_some_and(|node| {
                        node.span().buffer == issue.span.buffer
                            && node.span().start <= issue.span.start
                            && issue.span.start <= node.span().end
                    })
            });
            if !shown {
                continue;
            }
            let sentence = self.sentence(issue);
            let behind = |row: &Row| {
                row.span.is_some_and(|span| {
                    span.buffer == issue.span.buffer && span.end > issue.span.start
                })
            };
            let place =
                self.rows.iter().position(behind).unwrap_or(self.rows.len().saturating_sub(1));
            if let Some(row) = self.rows.get_mut(place) {
                row.issues.push(sentence);
            }
        }
    }

    /// An issue in a sentence, with its path and what was read before and is left after.
    fn sentence(&self, issue: &DecodeError) -> String {
        let tree = &self.message.tree;
        let path = tree.path_of_issue(issue);
        let whole = tree.buffer(issue.span.buffer, self.message.octets()).len();
        let before = issue.span.start as usize;
        format!(
            "{issue}; in {path}; {} read before, {} left",
            count(before),
            whole.saturating_sub(before)
        )
    }

    fn table(&self, out: &mut dyn Write) -> io::Result<()> {
        let columns = self
            .rows
            .iter()
            .filter(|row| !row.value.is_empty())
            .map(|row| row.name.chars().count())
            .max()
            .unwrap_or(0)
            .min(MAX_NAME_COLUMNS);
        for row in &self.rows {
            for issue in &row.issues {
                writeln!(out, "{}", self.paint.text(WRONG, &format!("   !! {issue}")))?;
            }
            self.row(out, row, columns)?;
        }
        Ok(())
    }

    fn row(&self, out: &mut dyn Write, row: &Row, columns: usize) -> io::Result<()> {
        let octets = row.span.map_or(&[][..], |span| {
            span.of(self.message.tree.buffer(span.buffer, self.message.octets()))
        });
        let mut lines = octets.chunks(OCTETS_IN_ROW);
        let first = lines.next().unwrap_or_default();
        let cut = octets.len() > OCTETS_IN_ROW && !self.view.octets;
        let shown = if cut {
            let some = first.get(..OCTETS_IN_ROW - 1).unwrap_or(first);
            format!("{} ..", hex(some))
        } else {
            hex(first)
        };
        let offset = row.span.map_or(String::new(), |span| span.start.to_string());
        let name_style = if row.opaque { WRONG } else { NAME };
        let mut line = format!(
            "{}  {}  {}",
            self.paint.text(DIM, &format!("{offset:>6}")),
            self.paint.text(
                if row.opaque { WRONG } else { DIM },
                &format!("{shown:<width$}", width = OCTETS_IN_ROW * 3 - 1)
            ),
            self.paint.text(name_style, &row.name),
        );
        if !row.value.is_empty() || !row.kind.is_empty() {
            let gap = columns.saturating_sub(row.name.chars().count()) + 2;
            line.push_str(&" ".repeat(gap));
            line.push_str(&row.value);
        }
        if !row.kind.is_empty() {
            if !row.value.is_empty() {
                line.push_str("  ");
            }
            line.push_str(&self.paint.text(DIM, &format!("<{}>", row.kind)));
        }
        writeln!(out, "{}", line.trim_end())?;
        if self.view.octets {
            let mut at = row.span.map_or(0, |span| span.start as usize) + OCTETS_IN_ROW;
            for more in lines {
                let line = format!("{at:>6}  {}", hex(more));
                writeln!(out, "{}", self.paint.text(DIM, &line))?;
                at += OCTETS_IN_ROW;
            }
        }
        Ok(())
    }
}

/// True for big-endian numbers that are names of something.
fn is_code(node: &Node) -> bool {
    !matches!(node.element.get().meaning, Meaning::Plain)
        && matches!(node.kind, Kind::Unsigned | Kind::DlmsLongUnsigned)
}

fn is_octet_string(kind: Kind) -> bool {
    matches!(kind, Kind::DlmsOctetString | Kind::ZclOctetString | Kind::DerOctetString)
}

fn is_time(kind: Kind) -> bool {
    matches!(kind, Kind::Seconds2000 | Kind::ZclUtcTime)
}

/// The outcome of a check in words, with the keys that were tried in vain or that are missing.
fn outcome<K: std::fmt::Display>(outcome: &Outcome<K>) -> String {
    let list = |items: Vec<String>| items.join("; ");
    match outcome {
        Outcome::Absent => "absent".to_owned(),
        Outcome::Valid(_) => "valid".to_owned(),
        Outcome::Invalid { tried, .. } => {
            format!("invalid (tried: {})", list(tried.iter().map(K::to_string).collect()))
        }
        Outcome::NotChecked { missing } if missing == &[Missing::Cryptography] => {
            "not checked".to_owned()
        }
        Outcome::NotChecked { missing } => {
            format!("not checked ({})", list(missing.iter().map(Missing::to_string).collect()))
        }
    }
}

/// Text in quotation marks, cut where it is long, nothing in it that could steer a terminal.
fn quoted(text: &str) -> String {
    let mut shown: String = text.chars().take(MAX_TEXT).flat_map(char::escape_debug).collect();
    if text.chars().nth(MAX_TEXT).is_some() {
        shown.push_str(" ..");
    }
    format!("\"{shown}\"")
}

/// A number of octets in words.
fn count(octets: usize) -> String {
    match octets {
        1 => "1 octet".to_owned(),
        n => format!("{n} octets"),
    }
}

/// Octets in upper-case digits, a space between them.
fn hex(octets: &[u8]) -> String {
    let mut text = String::with_capacity(octets.len() * 3);
    for (n, octet) in octets.iter().enumerate() {
        if n > 0 {
            text.push(' ');
        }
        text.push_str(&format!("{octet:02X}"));
    }
    text
}

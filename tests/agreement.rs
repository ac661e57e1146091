//! The messages of simulated devices agree with the reference ones: for each use case that both
//! have, the shape, the entries, their types and the status codes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::reference::folder;
use crate::run::gbcheck;

/// Leaves whose values belong to the use case; of all others the type alone is compared.
const COMPARED: &[&str] = &[
    "profile-id",
    "security-control",
    "choice",
    "class-id",
    "instance-id",
    "attribute-id",
    "method-id",
    "access-selector",
    "result",
    "extended-header-cluster-id",
    "zcl-frame-control",
    "zcl-command-id",
    "command-identifier",
    "status",
];

/// Lists as long as what is told: each of their elements is compared with any of the other list.
const LISTS: &[&str] = &["array", "compact-array"];

/// Messages of near misses that no reference message is like, though both have the use case.
const OTHERS: &[(&str, &str)] =
    &[("ECS47a", "the objects are those of the controller that is meant")];

/// Codes of refusals in near misses that no reference message has, and why they are there.
const OTHER_REFUSALS: [(&str, &str, u64, &str); 2] = [
    ("gbz", "status", 0x7E, "the security log is refused to a device of the consumer"),
    ("gbz", "status", 0xC2, "the last ZCL status"),
];

/// Use case, kind and language of a message.
type Key = (String, String, String);

fn key(message: &Value) -> Key {
    let text = |name: &str| message[name].as_str().unwrap_or_default().to_owned();
    (text("use_case"), text("kind"), text("protocol"))
}

fn decoded(path: &str) -> Vec<Value> {
    let ran = gbcheck(&["decode", "--format", "json", path], b"");
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn children(node: &Value) -> Vec<&Value> {
    // Who asked for whom is no matter of the use case.
    let is_of_it = |child: &&Value| {
        !child["name"].as_str().is_some_and(|name| name.starts_with("supplementary-"))
    };
    node["children"].as_array().map_or_else(Vec::new, |all| all.iter().filter(is_of_it).collect())
}

/// Name and type of a node, with the value of a leaf that is compared.
fn head(node: &Value) -> String {
    let name = node["name"].as_str().unwrap();
    let name = name.split('[').next().unwrap();
    let value = if COMPARED.contains(&name) { &node["value"] } else { &Value::Null };
    format!("{name} {} {value}", node["type"])
}

/// Where a node is another than a reference one: what is found and what is expected.
fn difference(found: &Value, reference: &Value) -> Option<String> {
    let [mine, theirs] = [found, reference].map(head);
    if mine != theirs {
        return Some(format!("{mine} instead of {theirs}"));
    }
    let [mut mine, mut theirs] = [found, reference].map(children);
    let is_list = found["type"].as_str().is_some_and(|name| LISTS.contains(&name));
    // Repeated elements count once, however often they come.
    let same = |one: &mut &Value, other: &mut &Value| difference(one, other).is_none();
    mine.dedup_by(same);
    theirs.dedup_by(same);
    if is_list {
        return mine.iter().find_map(|one| {
            let found = theirs.iter().map(|other| difference(one, other)).min()?;
            found.map(|why| format!("{} / {why}", head(reference)))
        });
    }
    let pairs = mine.len().max(theirs.len());
    (0..pairs).find_map(|n| match (mine.get(n), theirs.get(n)) {
        (Some(one), Some(other)) => {
            difference(one, other).map(|why| format!("{} / {why}", head(reference)))
        }
        (Some(one), None) => Some(format!("{} more than expected", head(one))),
        (None, other) => other.map(|other| format!("no {}", head(other))),
    })
}

/// The codes by which a response refuses something: the language, the name and the value of each.
fn refusals(message: &Value) -> BTreeSet<(String, String, u64)> {
    let mut nodes = vec![&message["tree"]];
    let mut codes = BTreeSet::new();
    while let Some(node) = nodes.pop() {
        if let (Some(name @ ("result" | "result-type" | "status" | "response-code")), Some(value)) =
            (node["name"].as_str(), node["value"].as_u64())
            // NOT_FOUND is the answer of an empty log.
            && value != 0
            && value != 0x8B
        {
            let protocol = message["protocol"].as_str().unwrap_or_default();
            codes.insert((protocol.to_owned(), name.to_owned(), value));
        }
        nodes.extend(children(node));
    }
    codes
}

#[test]
fn simulated_messages_agree_with_the_reference_ones() {
    let Some(reference) = folder() else { return };
    let mut known: BTreeMap<Key, Vec<Value>> = BTreeMap::new();
    let mut refused = BTreeSet::new();
    for message in decoded(reference.to_str().unwrap()) {
        refused.extend(refusals(&message));
        known.entry(key(&message)).or_default().push(message);
    }
    assert!(!known.is_empty());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let options =
        ["simulate", "--devices", "16", "--days", "31", "--near-misses", "--output", path];
    assert_eq!(gbcheck(&options, b"").code, 0);
    let log = folder.path().join("log.jsonl");
    let (mut compared, mut unlike) = (BTreeSet::new(), BTreeSet::new());
    let mut unknown: BTreeSet<(String, String, u64)> = BTreeSet::new();
    for message in decoded(log.to_str().unwrap()) {
        let key = key(&message);
        let Some(known) = known.get(&key) else { continue };
        let signed = message["shape"] == "signed-pre-command";
        // Which parts of a request are refused is for each to say: the codes alone are compared.
        let codes = refusals(&message);
        unknown.extend(codes.difference(&refused).cloned());
        if signed || !codes.is_empty() || OTHERS.iter().any(|(id, _)| *id == key.0) {
            continue;
        }
        let differences = known.iter().map(|other| {
            let (mine, theirs) = (&message["shape"], &other["shape"]);
            let shape = (mine != theirs).then(|| format!("shape {mine} instead of {theirs}"));
            shape.or_else(|| difference(&message["tree"], &other["tree"]))
        });
        // Of the reference messages, the one that agrees, or the first that does not.
        if let Some(Some(why)) = differences.min() {
            unlike.insert(format!("{key:?}: {why}"));
        }
        compared.insert(key);
    }
    println!("{} kinds of messages agree with reference messages", compared.len());
    assert_eq!(unlike, BTreeSet::new());
    assert!(compared.len() > 80, "{compared:?}");
    let unknown: Vec<_> =
        unknown.iter().map(|(protocol, name, value)| (&**protocol, &**name, *value)).collect();
    assert_eq!(unknown, OTHER_REFUSALS.map(|(protocol, name, value, _)| (protocol, name, value)));
}

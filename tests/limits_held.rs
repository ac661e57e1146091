//! Every limit on what may be read or remembered has a test that holds it: at the limit all is well,
//! and one past it what is said there happens. Here each limit of the sources stands with its test, so
//! that one without is told.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What holds a limit.
enum Held {
    /// The test of this name in this file, beside the limit where there is no file.
    By(&'static str, &'static str),
    /// None, for this reason.
    Not(&'static str),
}
use Held::{By, Not};

const HERE: &str = "";
const RULES: &str = "corpus/tests/limits.rs";
const READING: &str = "parser/tests/limits.rs";
const PROGRAM: &str = "tests/limits.rs";
const HOSTILE: &str = "tests/hostile.rs";

const SPARE: Held = Not("memory that is kept or held at once: nothing that is found depends on it");
const STANDARD: Held = Not("a limit of the standard: a planted fault and a near miss stand at it");
const FORM: Held = Not("how a text is shown or told from another form: nothing is refused for it");

/// The limits by file and name. How much of a list or a picture a report shows (`cli/report`) is no
/// limit on what is read or judged, and does not stand here.
const LIMITS: &[(&str, &str, Held)] = &[
    ("cli/commands/convert/redact.rs", "MAX_SERIAL", FORM),
    (
        "cli/commands/decode/asked.rs",
        "MAX_OCTETS_HELD",
        By(HERE, "the_oldest_commands_are_forgotten"),
    ),
    (
        "cli/inputs/open.rs",
        "MAX_PROBLEMS_LISTED",
        By(PROGRAM, "a_thousand_problems_of_an_input_are_listed_and_all_are_told"),
    ),
    ("cli/kept.rs", "MAX_LINE", By(HERE, "a_first_line_is_read_as_far_as_one_may_be")),
    ("cli/pipeline.rs", "MAX_HEADS", By(PROGRAM, "heads_in_front_of_the_first_record")),
    ("cli/pipeline.rs", "MAX_THREADS_OF_A_BLOCK", SPARE),
    ("cli/pipeline/merge.rs", "MAX_BLOCK_OCTETS", SPARE),
    (
        "cli/pipeline/merge.rs",
        "MAX_OPEN",
        By(HOSTILE, "a_file_that_vanishes_before_it_is_opened_again"),
    ),
    (
        "cli/pipeline/merge.rs",
        "MAX_WINDOW_OCTETS",
        By(HERE, "a_window_has_so_many_records_or_octets_and_one_more_to_choose_from"),
    ),
    ("parser/src/asn1/text.rs", "MAX_INTEGER_OCTETS", FORM),
    ("parser/src/dlms/apdu.rs", "MAX_SHAPES_RESERVED", SPARE),
    ("parser/src/json/nodes.rs", "MAX_EXACT", FORM),
    (
        "parser/src/limits.rs",
        "BLOCK_OVERHEAD",
        By("parser/src/message/reassembly.rs", "what_is_held_of_open_transfers_is_bounded"),
    ),
    (
        "parser/src/limits.rs",
        "COMPACT_NODES_PER_OCTET",
        By("parser/src/dlms/tests.rs", "the_most_nodes_for_the_octets_of_a_compact_array_are_read"),
    ),
    (
        "parser/src/limits.rs",
        "DETECTION_OCTETS",
        By(READING, "what_tells_a_form_stands_in_the_first_octets"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_ARCHIVE_DEPTH",
        By("parser/tests/log_archive.rs", "archives_in_archives_have_an_end"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_ARCHIVE_MEMBERS",
        By("parser/src/log/archive/zip.rs", "the_most_members_are_read"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_CAPTURE_BLOCK_OCTETS",
        By(READING, "a_block_of_the_greatest_length_is_passed"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_CAPTURE_INTERFACES",
        By(READING, "frames_of_the_last_interface_are_read"),
    ),
    ("parser/src/limits.rs", "MAX_CAPTURE_STREAMS", By(READING, "the_oldest_stream_makes_room")),
    (
        "parser/src/limits.rs",
        "MAX_DEPTH",
        By("parser/src/dlms/tests.rs", "the_deepest_nesting_is_read_and_one_more_is_refused"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_FINISHED_TRANSFERS",
        By("parser/src/message/reassembly.rs", "the_last_finished_transfers_are_remembered"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_HELD_BLOCK_OCTETS",
        By("parser/src/message/reassembly.rs", "what_is_held_of_open_transfers_is_bounded"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_HELD_CAPTURE_OCTETS",
        By(READING, "what_is_held_of_streams_is_bounded"),
    ),
    ("parser/src/limits.rs", "MAX_ISSUES", By("parser/src/tree.rs", "the_first_issues_are_kept")),
    (
        "parser/src/limits.rs",
        "MAX_KEY_FILE_OCTETS",
        By("parser/src/crypto/tests/files.rs", "what_is_no_key_file_says_why"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_KEY_PAIRS",
        By(
            "parser/src/crypto/tests/outcomes.rs",
            "the_last_of_the_pairs_that_are_tried_verifies_a_mac_and_one_more_is_not_tried",
        ),
    ),
    (
        "parser/src/limits.rs",
        "MAX_LENGTH_OCTETS",
        By("parser/src/input.rs", "lengths_that_cannot_be_read"),
    ),
    ("parser/src/limits.rs", "MAX_LINE_OCTETS", By(PROGRAM, "max_line_is_the_length_of_a_line")),
    (
        "parser/src/limits.rs",
        "MAX_MESSAGE_OCTETS",
        By(READING, "a_message_of_the_greatest_length_is_read_in_every_form"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_NODES",
        By("parser/src/tree.rs", "a_tree_is_full_with_one_node_too_many"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_OPEN_TRANSFERS",
        By("parser/src/message/reassembly.rs", "the_oldest_transfer_makes_room"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_PLAINTEXTS",
        By("parser/src/tree.rs", "plaintexts_have_numbers_up_to_the_last_of_a_buffer"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_TAG_OCTETS",
        By("parser/src/asn1/tlv.rs", "heads_that_cannot_be_read"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_TYPE_DESCRIPTION_OCTETS",
        By("parser/src/dlms/tests.rs", "the_longest_type_description_is_read"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_UNKNOWN_FIELDS",
        By(READING, "names_of_unknown_fields_are_kept_up_to_a_number"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_UNPACK_RATIO",
        By(PROGRAM, "max_unpack_ratio_lets_more_come_out"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_WAITING_SEGMENTS",
        By(READING, "segments_wait_for_the_one_before_them_up_to_a_number"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_XML_ATTRIBUTES",
        By(READING, "elements_with_the_most_attributes_are_read"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_XML_DEPTH",
        By(READING, "elements_of_the_greatest_depth_are_read"),
    ),
    ("parser/src/limits.rs", "MAX_XML_OCTETS", By(PROGRAM, "max_document_counts_names_and_text")),
    (
        "parser/src/limits.rs",
        "MAX_XML_PAYLOADS",
        By(READING, "the_most_messages_of_a_document_are_read"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_XML_TOKEN_OCTETS",
        By(READING, "a_text_of_the_greatest_length_is_read"),
    ),
    (
        "parser/src/limits.rs",
        "MAX_ZIP_OCTETS_HELD",
        By("parser/src/log/archive.rs", "an_archive_that_is_held_has_no_more_than_the_limit"),
    ),
    (
        "parser/src/limits.rs",
        "UNPACKED_FREELY",
        By("parser/src/log/archive.rs", "no_more_comes_out_than_the_budget"),
    ),
    (
        "parser/src/limits.rs",
        "XML_OCTETS_PER_ELEMENT",
        By(PROGRAM, "max_document_allows_an_element_for_each_32_octets"),
    ),
    ("parser/src/log/hex.rs", "MAX_OFFSET_DIGITS", FORM),
    ("parser/src/log/hex.rs", "MAX_ROW_OCTETS", FORM),
    ("parser/src/log/json.rs", "MAX_SPARE_FIELDS", SPARE),
    (
        "parser/src/log/pcap/ip.rs",
        "MAX_IPV6_HEADERS",
        By(READING, "headers_in_front_of_a_datagram_are_followed_up_to_a_number"),
    ),
    (
        "parser/src/log/pcap/zigbee.rs",
        "MAX_ADDRESSES",
        By(HERE, "identifiers_are_kept_up_to_a_number_of_addresses"),
    ),
    (
        "parser/src/log/table.rs",
        "MAX_FIELD_LINES",
        By("parser/tests/log_xml.rs", "a_quoted_field_has_no_more_than_a_hundred_lines"),
    ),
    ("parser/src/log/text.rs", "MAX_PART_OCTETS", FORM),
    ("parser/src/protection.rs", "MAX_OCTETS", By(HERE, "serials_leave_out_the_sign_octet")),
    ("parser/src/tree.rs", "MAX_NODES_RESERVED", SPARE),
    (
        "rules/src/alt/alert_missing_after_stimulus.rs",
        "MAX_WAITING",
        By(RULES, "stimuli_that_wait_for_their_alert"),
    ),
    (
        "rules/src/alt/disabled_alert_sent.rs",
        "MAX_CODES",
        By(HERE, "one_code_more_than_is_remembered_is_told"),
    ),
    (
        "rules/src/alt/not_supported_alert_wrong.rs",
        "MAX_REMEMBERED",
        By(RULES, "alerts_on_commands_that_are_not_supported"),
    ),
    (
        "rules/src/device/commands.rs",
        "MAX_COMMANDS",
        By(HERE, "commands_are_found_by_counter_whatever_was_forgotten"),
    ),
    (
        "rules/src/device/heard.rs",
        "MAX_WATCHED",
        By(HERE, "one_more_than_is_watched_is_told_whatever_device_it_is"),
    ),
    (
        "rules/src/device/heard.rs",
        "MAX_WATCHED_OF_DEVICE",
        By(HERE, "one_more_than_is_watched_of_a_device_is_told"),
    ),
    (
        "rules/src/device/mod.rs",
        "MAX_DISTURBANCES",
        By(HERE, "one_disturbance_more_than_is_remembered_may_have_been_anywhere"),
    ),
    (
        "rules/src/device/pairing.rs",
        "MAX_OCTETS",
        By(HERE, "one_octet_more_than_may_be_held_makes_the_oldest_go"),
    ),
    ("rules/src/device/pairing.rs", "MAX_OPEN", By(RULES, "commands_that_wait_for_their_response")),
    (
        "rules/src/device/pairing.rs",
        "MAX_WAITING",
        By(RULES, "responses_that_wait_for_their_command"),
    ),
    (
        "rules/src/device/recent.rs",
        "MAX_RECENT",
        By(HERE, "one_more_than_is_kept_makes_the_oldest_go"),
    ),
    (
        "rules/src/device/recent.rs",
        "MAX_RECENT_NODES",
        By(HERE, "one_node_more_than_is_kept_has_the_message_decoded_again"),
    ),
    (
        "rules/src/device/seen.rs",
        "MAX_IDENTITIES",
        By(HERE, "positions_are_right_after_the_oldest_were_forgotten"),
    ),
    (
        "rules/src/device/seen.rs",
        "MAX_STREAMS",
        By(HERE, "of_one_stream_more_than_is_remembered_all_identities_are_searched"),
    ),
    (
        "rules/src/dui/signing_key_not_dedicated.rs",
        "MAX_CERTIFICATES",
        By(RULES, "certificates_of_requests_to_a_device"),
    ),
    ("rules/src/engine.rs", "MAX_SPARE_NODES", SPARE),
    (
        "rules/src/engine/dispatch.rs",
        "MAX_TOPICS",
        By(HERE, "beyond_the_most_topics_all_rules_are_asked"),
    ),
    (
        "rules/src/engine/tracked.rs",
        "MAX_ENTRIES",
        By(RULES, "entries_of_a_log_that_are_one_reading"),
    ),
    ("rules/src/env/message_too_large.rs", "MAX_OCTETS", STANDARD),
    ("rules/src/finding.rs", "MAX", FORM),
    (
        "rules/src/fut/future_dated_alert_missing.rs",
        "MAX_REMEMBERED",
        By(RULES, "instructions_that_wait_for_their_time"),
    ),
    (
        "rules/src/fut/future_dated_alert_wrong.rs",
        "MAX_REMEMBERED",
        By(RULES, "alerts_whose_instruction_is_looked_for"),
    ),
    (
        "rules/src/han/device_log_alert_missing.rs",
        "MAX_WAITING",
        By(RULES, "changes_of_the_device_log_that_wait_for_their_alert"),
    ),
    (
        "rules/src/han/link_key_hash_wrong.rs",
        "MAX_WAITING",
        By(RULES, "fresh_devices_whose_first_alert_is_waited_for"),
    ),
    (
        "rules/src/han/re_add_refused.rs",
        "MAX_ASKED",
        By(RULES, "commands_to_a_hub_whose_answer_is_awaited"),
    ),
    ("rules/src/han/story.rs", "MAX_REQUESTS", By(RULES, "requests_and_outcomes_of_a_hub")),
    ("rules/src/mdm/load_control_period_wrong.rs", "MAX_S", STANDARD),
    (
        "rules/src/mdm/maximum_demand_not_reset.rs",
        "MAX_WAITING",
        By(RULES, "changes_of_maximum_demand_that_wait_for_their_reset"),
    ),
    ("rules/src/mdm/randomised_offset_limit_wrong.rs", "MAX_S", STANDARD),
    (
        "rules/src/profile.rs",
        "MAX_FINDINGS",
        By(PROGRAM, "a_thousand_findings_of_a_rule_for_a_device_are_shown"),
    ),
    ("rules/src/results.rs", "MAX_FINDINGS_OF_A_DOCUMENT", By(RULES, "findings_of_one_document")),
    (
        "rules/src/rpl/alert_counter_not_rising.rs",
        "MAX_ALERTS",
        By(HERE, "one_alert_more_than_is_compared_makes_the_earliest_go"),
    ),
    (
        "rules/src/rpl/alert_counter_not_rising.rs",
        "MAX_RECIPIENTS",
        By(HERE, "one_recipient_more_than_is_remembered_makes_the_first_go"),
    ),
    (
        "rules/src/rpl/command_differs_from_pre_command.rs",
        "MAX_COMMAND_OCTETS",
        By(HERE, "one_octet_more_than_is_remembered_makes_the_oldest_go"),
    ),
    (
        "rules/src/rpl/command_differs_from_pre_command.rs",
        "MAX_PRE_COMMAND_OCTETS",
        By(HERE, "one_octet_more_than_is_remembered_makes_the_oldest_go"),
    ),
    (
        "rules/src/rpl/command_differs_from_pre_command.rs",
        "MAX_REMEMBERED",
        By(HERE, "one_more_than_is_remembered_makes_the_oldest_go"),
    ),
    (
        "rules/src/rpl/command_unanswered.rs",
        "MAX_REMEMBERED",
        By(RULES, "alerts_that_take_the_place_of_answers"),
    ),
    ("rules/src/rpl/replay_executed.rs", "MAX_OPEN", By(RULES, "replays_whose_answer_is_awaited")),
    (
        "rules/src/saved.rs",
        "MAX_LISTS",
        By(HERE, "lists_in_lists_are_read_as_deep_as_a_rule_may_say"),
    ),
    (
        "rules/src/use_cases/dlms_form.rs",
        "MAX_STEPS",
        By(HERE, "rows_are_looked_for_to_the_deepest_place_and_one_beyond_is_told"),
    ),
    ("rules/src/vlt/voltage_edge_repeated.rs", "MAX_EDGES", By(RULES, "edges_of_voltage")),
];

fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All sources under a folder, by their paths from the project's.
fn sources(folder: &str, into: &mut Vec<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            sources(&path, into);
        } else if path.ends_with(".rs") {
            into.push(path);
        }
    }
}

/// The limits that a source has: constants whose names begin with MAX, and all public ones of the
/// parser's list.
fn limits_of(path: &str) -> Vec<(String, String)> {
    let is_list = path == "parser/src/limits.rs";
    let constants = text(path);
    let names = constants.lines().filter_map(|line| {
        let line = line.trim_start();
        let public = ["pub ", "pub(crate) ", "pub(super) "].map(|word| line.strip_prefix(word));
        let public = public.into_iter().flatten().next();
        let (name, _) = public.unwrap_or(line).strip_prefix("const ")?.split_once(':')?;
        let is_limit = name.starts_with("MAX") || (is_list && public.is_some());
        is_limit.then(|| (path.to_owned(), name.to_owned()))
    });
    names.collect()
}

#[test]
fn every_limit_stands_here_and_each_that_stands_here_is_one() {
    let mut paths = Vec::new();
    for folder in ["parser/src", "rules/src", "cli"] {
        sources(folder, &mut paths);
    }
    let paths = paths.iter().filter(|path| !path.starts_with("cli/report"));
    let found: BTreeSet<_> = paths.flat_map(|path| limits_of(path)).collect();
    let listed: BTreeSet<_> =
        LIMITS.iter().map(|(path, name, _)| ((*path).to_owned(), (*name).to_owned())).collect();
    assert_eq!(listed.len(), LIMITS.len(), "a limit stands here twice");
    let missing: Vec<_> = found.difference(&listed).collect();
    assert!(missing.is_empty(), "limits without a test: {missing:?}");
    let gone: Vec<_> = listed.difference(&found).collect();
    assert!(gone.is_empty(), "no limits of the sources: {gone:?}");
}

#[test]
fn every_test_that_holds_a_limit_is_there() {
    for (path, name, held) in LIMITS {
        match held {
            By(file, test) => {
                let file = if file.is_empty() { path } else { file };
                let source = text(file);
                // Nothing but its attributes may stand between a test and the word for it.
                let at = source.find(&format!("fn {test}() {{"));
                let at = at.unwrap_or_else(|| panic!("{file} has no test {test} of {name}"));
                let before = source[..at].rfind("#[test]");
                let between = &source[before.unwrap_or_else(|| panic!("{test} is no test"))..at];
                assert!(!between.contains("fn ") && !between.contains("#[ignore"), "{test}");
            }
            Not(why) => assert!(!why.is_empty(), "{path} {name}"),
        }
    }
}

//! `gbcheck decode` for people, as it was reviewed.

use crate::made;
use crate::run::{gbcheck, hex_line};

/// What is shown of a message.
fn shown(octets: &[u8], options: &[&str]) -> String {
    let mut args = vec!["decode", "-"];
    args.extend(options);
    let ran = gbcheck(&args, hex_line(octets).as_bytes());
    assert_eq!(ran.err, "");
    ran.out
}

#[test]
fn a_dlms_command() {
    insta::assert_snapshot!(shown(&made::dlms_command(), &[]));
}

#[test]
fn a_gbz_response_with_an_encrypted_component() {
    insta::assert_snapshot!(shown(&made::gbz_response(), &[]));
}

#[test]
fn an_asn1_alert() {
    insta::assert_snapshot!(shown(&made::asn1_alert(), &[]));
}

#[test]
fn a_dlms_alert_octet_by_octet() {
    insta::assert_snapshot!(shown(&made::dlms_alert(), &["--octets"]));
}

#[test]
fn errors_stand_where_reading_stopped() {
    insta::assert_snapshot!(shown(&made::cut_short(), &[]));
}

#[test]
fn a_message_of_three_octets() {
    insta::assert_snapshot!(shown(&[0xDF, 0x09, 0x01], &[]));
}

#[test]
fn no_more_than_two_levels() {
    insta::assert_snapshot!(shown(&made::dlms_command(), &["--depth", "2"]));
}

#[test]
fn one_element_alone() {
    insta::assert_snapshot!(shown(
        &made::dlms_command(),
        &["--only", "grouping-header/transaction-id"]
    ));
}

#[test]
fn an_element_that_no_message_has() {
    let octets = hex_line(&made::dlms_command());
    let ran = gbcheck(&["decode", "-", "--only", "no-such-thing"], octets.as_bytes());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("no-such-thing"), "{}", ran.err);
}

#[test]
fn colour_only_where_it_is_asked_for() {
    let octets = made::cut_short();
    assert!(!shown(&octets, &[]).contains('\u{1B}'));
    assert!(shown(&octets, &["--color", "always"]).contains("\u{1B}[31m"));
}

#[test]
fn text_in_a_message_cannot_steer_the_terminal() {
    use gbcs_parser::encode::dlms::Data;
    use gbcs_parser::encode::{Message, Signature, dlms};
    let text = "\u{1B}[2J\u{7}".to_owned();
    let content = dlms::data_notification(0, &Data::Structure(vec![Data::Utf8String(text)]));
    let message =
        Message::new(gbcs_parser::CraFlag::Alert, made::METER, made::SUPPLIER, 1, 0x1000, content);
    let shown = shown(&message.general_signing(&Signature::Empty), &[]);
    assert!(!shown.contains('\u{1B}') && !shown.contains('\u{7}'), "{shown}");
    assert!(shown.contains("[2J"), "{shown}");
}

#[test]
fn a_response_without_a_template_is_named_by_its_command() {
    let [command, response] = made::log_read();
    let alone = shown(&response, &["--only", "content"]);
    assert!(alone.contains("member[0]"), "{alone}");
    let pair = hex_line(&command) + &hex_line(&response);
    let ran = gbcheck(&["decode", "-", "--only", "content"], pair.as_bytes());
    assert_eq!(ran.err, "");
    insta::assert_snapshot!(ran.out);
}

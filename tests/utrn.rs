//! Top up numbers on the command line.

use crate::run::gbcheck;

#[test]
fn a_number_says_its_value_and_counter() {
    let ran = gbcheck(&["decode", "--utrn", "7394 6144 3320 4021 7315"], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("5, right") && ran.out.contains("10 pounds"), "{}", ran.out);
    assert!(ran.out.contains("bits 32 to 41 are 3"), "{}", ran.out);
}

#[test]
fn a_wrong_check_digit_is_a_finding() {
    let ran = gbcheck(&["decode", "--utrn", "73946144332040217316"], b"");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("wrong: the others ask for 5"), "{}", ran.out);
}

#[test]
fn what_is_no_number_is_wrong_usage() {
    let ran = gbcheck(&["decode", "--utrn", "1234"], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("20 digits"), "{}", ran.err);
}

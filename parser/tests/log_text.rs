//! Messages as text: every written form, and every fault.
#![cfg(feature = "text-log")]
#![allow(clippy::unwrap_used, clippy::panic)]

use gbcs_parser::log::{Form, Problem, ProblemKind, detect, read};
use gbcs_parser::record::{Body, Record};

/// A message of 45 octets that announces its length, with octets that are easy to tell.
fn message() -> Vec<u8> {
    let mut octets = vec![0xDD, 0, 0, 0, 0, 0, 0, 37, 0x11, 0, 0, 0, 0, 0xDF, 0x09, 0x01];
    octets.extend(16..45);
    octets
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02X}")).collect()
}

fn items(text: &str) -> Vec<Result<Record, Problem>> {
    read(Form::Hex, text.as_bytes(), "t.txt").collect()
}

/// Payloads and the lines they begin on.
fn payloads(text: &str) -> Vec<(Vec<u8>, u64)> {
    items(text)
        .into_iter()
        .map(|item| {
            let record = item.unwrap();
            let line = record.position.line.unwrap();
            match record.body {
                Body::Message(message) => (message.payload, line),
                other => panic!("{other:?}"),
            }
        })
        .collect()
}

fn problems(text: &str) -> Vec<Problem> {
    items(text).into_iter().filter_map(Result::err).collect()
}

#[test]
fn every_written_form_gives_the_same_message() {
    let m = message();
    let pairs: Vec<String> = m.iter().map(|octet| format!("{octet:02X}")).collect();
    let rows = |n: usize, separator: &str| {
        pairs.chunks(n).map(|row| row.join(separator)).collect::<Vec<_>>().join("\r\n")
    };
    let dump = |width: usize| {
        m.chunks(16)
            .enumerate()
            .map(|(n, row)| {
                let row: Vec<String> = row.iter().map(|octet| format!("{octet:02x}")).collect();
                let digits = row.join(" ");
                format!("{:0width$x}  {digits:<48} |..# ab cd|", n * 16)
            })
            .collect::<Vec<_>>()
            .join("\n")
    };
    let c_array = format!(
        "const {{\n{}\n}};",
        m.chunks(12)
            .map(|row| row.iter().map(|octet| format!("0x{octet:02x}, ")).collect::<String>())
            .collect::<Vec<_>>()
            .join("\n")
    );
    let c_array = c_array.trim_start_matches("const ").to_owned();
    for text in [
        pairs.join(""),
        pairs.join("").to_lowercase() + "\n",
        pairs.join(" "),
        pairs.join(":"),
        rows(16, " "),
        rows(32, " "),
        rows(16, ""),
        format!("0x{}", pairs.join("")),
        pairs.iter().map(|pair| format!("0x{pair}")).collect::<Vec<_>>().join(", "),
        c_array,
        dump(8),
        dump(4),
        format!("{}\n{:08x}\n", dump(8), m.len()),
    ] {
        let found: Vec<Vec<u8>> = payloads(&text).into_iter().map(|(octets, _)| octets).collect();
        assert_eq!(found, std::slice::from_ref(&m), "{text}");
    }
}

#[test]
fn base64_whole_and_wrapped() {
    let text = "3QAAAAAAACURAAAAAN8JARAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKiss";
    let wrapped = "3QAAAAAAACURAAAA\r\nAN8JARAREhMUFRYX\r\nGBkaGxwdHh8gISIjJCUmJygpKiss\r\n";
    assert_eq!(payloads(text), [(message(), 1)]);
    assert_eq!(payloads(wrapped), [(message(), 1)]);
    assert_eq!(payloads(&format!("{wrapped}{text}\n{}", hex(&message()))).len(), 3);
}

#[test]
fn short_lines_join_until_blank_comment_or_a_finished_message() {
    let m = message();
    let rows: Vec<String> = m.chunks(16).map(hex).collect();
    let one = rows.join("\n");
    assert_eq!(
        payloads(&format!("{one}\n\n{one}\n# note\n{one}\n{one}")),
        [(m.clone(), 1), (m.clone(), 5), (m.clone(), 9), (m.clone(), 12)]
    );
}

#[test]
fn a_line_that_begins_like_a_message_joins_while_the_length_is_not_reached() {
    let mut m = message();
    m[16] = 0xDD;
    let one = m.chunks(16).map(hex).collect::<Vec<_>>().join("\n");
    assert_eq!(payloads(&one), [(m, 1)]);
}

#[test]
fn octets_after_the_announced_end_stay_with_their_message() {
    let mut m = message();
    m.extend([0x55; 8]);
    let one = m.chunks(15).map(hex).collect::<Vec<_>>().join("\n");
    assert_eq!(payloads(&one), [(m, 1)]);
}

#[test]
fn long_lines_are_records_of_their_own() {
    let long = hex(&message());
    let found = payloads(&format!("{long}\n{long}\nDF09\n{long}"));
    assert_eq!(found.len(), 4);
    assert_eq!(found[2], (vec![0xDF, 0x09], 3));
}

#[test]
fn repeated_rows_of_a_dump() {
    let text = "00000000  dd 00 00 00 00 00 00 25  11 00 00 00 00 df 09 01\n\
                00000010  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00\n*\n\
                00000040  aa\n00000041\n";
    let found = payloads(text);
    assert_eq!(found[0].0.len(), 0x41);
    assert_eq!(found[0].0[0x40], 0xAA);
}

#[test]
fn octal_offsets_of_od() {
    let m = message();
    let text: String = m
        .chunks(16)
        .enumerate()
        .map(|(n, row)| {
            let row: Vec<String> = row.iter().map(|octet| format!("{octet:02x}")).collect();
            format!("{:07o} {}\n", n * 16, row.join(" "))
        })
        .collect();
    assert_eq!(payloads(&format!("{text}{:07o}\n", m.len())), [(m, 1)]);
}

#[test]
fn dumps_one_after_the_other() {
    let dump = "0000   df 09 01 00\n0004   01\n";
    assert_eq!(
        payloads(&format!("{dump}{dump}")),
        [(vec![0xDF, 9, 1, 0, 1], 1), (vec![0xDF, 9, 1, 0, 1], 3)]
    );
}

#[test]
fn a_dump_with_a_row_missing_is_a_problem() {
    let text = "0000   df 09 01 00\n0008   01\n\nDF0901\n";
    let items = items(text);
    let problem = items[0].as_ref().unwrap_err();
    assert_eq!(problem.kind, ProblemKind::DumpOffset { needed: 4, found: 8 });
    assert_eq!(problem.line, Some(2));
    assert!(items[1].is_ok());
    assert_eq!(items.len(), 2);
}

#[test]
fn bad_characters_and_odd_digits_have_their_place() {
    let m = hex(&message());
    let items = items(&format!("{m}\nDD00G0\n\nDF 09 0\n\n{m}\n"));
    assert_eq!(items.len(), 4);
    let bad = items[1].as_ref().unwrap_err();
    assert_eq!(bad.kind, ProblemKind::BadCharacter('G'));
    assert_eq!((bad.line, bad.column, bad.offset), (Some(2), Some(5), Some(95)));
    let odd = items[2].as_ref().unwrap_err();
    assert_eq!(odd.kind, ProblemKind::OddDigit);
    assert_eq!((odd.line, odd.column), (Some(4), Some(7)));
    assert_eq!(items[3].as_ref().unwrap().position.record, 4);
}

#[test]
fn lines_of_a_message_with_a_bad_line_are_told_once() {
    let text = "DD00000000000025\n110000\u{e9}00DF0901\n101112\n131415\nDF090100\n";
    let items = items(text);
    assert_eq!(items[0].as_ref().unwrap_err().kind, ProblemKind::BadCharacter('\u{e9}'));
    assert_eq!(items[1].as_ref().unwrap().position.line, Some(5));
    assert_eq!(items.len(), 2);
}

#[test]
fn text_without_octets_is_a_problem() {
    for text in ["", "# only a note\n", "\n\n"] {
        assert_eq!(problems(text)[0].kind, ProblemKind::NoOctets, "{text:?}");
    }
    assert_eq!(problems("hello\n")[0].kind, ProblemKind::BadCharacter('h'));
}

#[test]
fn base64_that_is_cut_short_is_a_problem() {
    assert_eq!(problems("3QAAAAAAACURAAAAAN8JARAREhMUF\n")[0].kind, ProblemKind::BadBase64);
    assert_eq!(problems("3QAAAAAAACUR*AAA\n")[0].kind, ProblemKind::BadCharacter('Q'));
}

#[test]
fn random_text_never_panics() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let alphabet = b"0123456789abcdefDF \n\n:*#|=xX,{}\\09DD00GZ\"[]+/\r\xFF";
    for _ in 0..2000 {
        let mut text = Vec::new();
        for _ in 0..200 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push(alphabet[(state % alphabet.len() as u64) as usize]);
        }
        let _ = detect(&text);
        for form in Form::ALL {
            assert!(read(form, &text[..], "t").count() <= 500);
        }
    }
}

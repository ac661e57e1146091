//! Packed inputs: gzip, zstd and zip, whole, nested, damaged and hostile.
#![cfg(all(feature = "archive", feature = "text-log"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{Cursor, Read, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use gbcs_parser::limits::ReadLimits;
use gbcs_parser::log::{Form, Problem, ProblemKind, detect, read, read_zip};
use gbcs_parser::record::Record;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn gzip(octets: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(octets).unwrap();
    encoder.finish().unwrap()
}

fn zstd(octets: &[u8]) -> Vec<u8> {
    compress_to_vec(octets, CompressionLevel::Fastest)
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (n, (name, octets)) in members.iter().enumerate() {
        let method =
            if n % 2 == 0 { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).unwrap();
        writer.write_all(octets).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn items(octets: &[u8]) -> Vec<Result<Record, Problem>> {
    let form = detect(octets).unwrap().form;
    read(form, octets, "outer").collect()
}

fn places(octets: &[u8]) -> Vec<(String, u64)> {
    items(octets)
        .into_iter()
        .map(|item| item.unwrap().position)
        .map(|position| (position.path.to_string(), position.record))
        .collect()
}

fn kinds(octets: &[u8]) -> Vec<ProblemKind> {
    items(octets).into_iter().filter_map(Result::err).map(|problem| problem.kind).collect()
}

const TWO: &[u8] = b"DF0901\n\nDF0902\n";

#[test]
fn packed_files_keep_their_path() {
    let expected = [("outer".to_owned(), 1), ("outer".to_owned(), 2)];
    assert_eq!(places(&gzip(TWO)), expected);
    assert_eq!(places(&zstd(TWO)), expected);
    // Members of gzip and frames of zstd one after the other.
    assert_eq!(places(&[gzip(b"DF0901\n\n"), gzip(b"DF0902\n")].concat()), expected);
    let skipped = [0x51, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9];
    assert_eq!(
        places(&[&zstd(b"DF0901\n\n")[..], &skipped, &zstd(b"DF0902\n")].concat()),
        expected
    );
}

#[test]
fn members_come_in_the_order_of_their_paths() {
    let archive = zip(&[
        ("b.hex", b"DF0901"),
        ("a/z.jsonl", b"{\"record\":\"message\"}\n"),
        ("a/y.hex.gz", &gzip(b"DF0901\n")),
        ("keys/k.hex", b"DF0901"),
        (".hidden.hex", b"DF0901"),
        ("index.csv", b"a,payload\n"),
    ]);
    let expected =
        ["outer!/a/y.hex.gz", "outer!/a/z.jsonl", "outer!/b.hex"].map(|path| (path.to_owned(), 1));
    assert_eq!(places(&archive), expected);
    let found: Vec<String> = read_zip(&ReadLimits::default(), Cursor::new(archive), "outer")
        .map(|item| item.unwrap().position.path.to_string())
        .collect();
    assert_eq!(found.len(), 3);
}

#[test]
fn problems_name_their_member() {
    let archive =
        zip(&[("a.hex", b"DF0"), ("b.pdf", b"x"), ("c.txt", b"Dear all\n"), ("d.hex", b"DF0901")]);
    let items = items(&archive);
    let problem = items[0].as_ref().unwrap_err();
    assert_eq!((problem.kind.clone(), problem.line), (ProblemKind::OddDigit, Some(1)));
    assert_eq!(problem.member.as_deref(), Some("outer!/a.hex"));
    let note = items[1].as_ref().unwrap_err();
    assert!(note.is_note());
    assert!(note.to_string().starts_with("outer!/b.pdf: "));
    assert_eq!(items[2].as_ref().unwrap_err().kind, ProblemKind::UnknownForm);
    assert!(items[3].is_ok());
}

#[test]
fn archives_in_archives_have_an_end() {
    let one = zip(&[("a.hex", b"DF0901")]);
    let two = zip(&[("one.zip", &one)]);
    assert_eq!(places(&two), [("outer!/one.zip!/a.hex".to_owned(), 1)]);
    let three = zip(&[("two.zip", &two)]);
    assert_eq!(places(&three).len(), 1);
    let four = zip(&[("three.zip", &three)]);
    assert_eq!(kinds(&four), [ProblemKind::ArchiveTooDeep]);
}

#[test]
fn bombs_in_archives_are_refused() {
    let inner = gzip(&[&b"DF09"[..], &vec![b'0'; 90 << 20]].concat());
    let archive = zip(&[("a.txt.gz", &inner), ("b.txt.gz", &inner)]);
    assert!(archive.len() < 300_000);
    let kinds = kinds(&archive);
    assert!(matches!(kinds.last(), Some(ProblemKind::UnpacksTooFar { .. })), "{kinds:?}");
}

#[test]
fn a_bomb_of_one_line_is_refused() {
    let bomb = gzip(&[&b"DF09"[..], &vec![b'0'; 200 << 20]].concat());
    assert!(bomb.len() < 300_000);
    let kinds = kinds(&bomb);
    assert!(matches!(kinds.last(), Some(ProblemKind::UnpacksTooFar { .. })), "{kinds:?}");
}

/// A frame of Zstandard whose blocks each repeat one octet 131,072 times.
fn zstd_bomb(blocks: usize) -> Vec<u8> {
    // Magic number, a header without sizes, a window of 128 KiB.
    let mut frame = vec![0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38];
    let block = |last: bool, kind: u32, size: u32| {
        let header = size << 3 | kind << 1 | u32::from(last);
        let [a, b, c, _] = header.to_le_bytes();
        [a, b, c]
    };
    frame.extend(block(false, 0, 4));
    frame.extend(b"DF09");
    for n in 1..=blocks {
        frame.extend(block(n == blocks, 1, 128 * 1024));
        frame.push(b'0');
    }
    frame
}

#[test]
fn a_small_archive_of_gigabytes_is_refused_with_its_reason() {
    let bomb = zstd_bomb(10_500);
    assert!(bomb.len() < 43_000, "{}", bomb.len());
    let archive = zip(&[("log.hex.zst", &bomb)]);
    for octets in [bomb, archive] {
        let last = items(&octets).pop().unwrap().unwrap_err();
        assert!(matches!(last.kind, ProblemKind::UnpacksTooFar { .. }), "{last:?}");
        assert!(last.to_string().contains("unpack"), "{last}");
    }
}

#[test]
fn damage_is_told() {
    for whole in [gzip(&TWO.repeat(50)), zstd(&TWO.repeat(50))] {
        let cut = kinds(&whole[..whole.len() / 2]);
        assert_eq!(cut.last(), Some(&ProblemKind::ArchiveDamaged));
    }
    let mut archive = zip(&[("a.hex", b"unused"), ("b.hex", b"DF0901DF0901")]);
    let at = archive.windows(6).position(|octets| octets == b"DF0901").unwrap();
    archive[at] = b'E';
    assert!(kinds(&archive).contains(&ProblemKind::ArchiveDamaged), "a checksum that is wrong");
    assert_eq!(kinds(&archive[..archive.len() - 8]), [ProblemKind::ArchiveDamaged]);
}

#[test]
fn damaged_archives_never_panic() {
    let files =
        [gzip(TWO), zstd(TWO), zip(&[("a.hex", TWO), ("b.jsonl.gz", &gzip(TWO)), ("c.bin", TWO)])];
    let mut state = 0x0123_4567_89AB_CDEF_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    for file in files {
        for _ in 0..2000 {
            let mut damaged = file.clone();
            for _ in 0..1 + random() % 4 {
                let at = random() % damaged.len();
                damaged[at] = random() as u8;
            }
            for form in [Form::Gzip, Form::Zstd, Form::Zip] {
                let mut source = damaged.as_slice();
                assert!(read(form, source.by_ref(), "t").count() < 2000);
            }
        }
    }
}

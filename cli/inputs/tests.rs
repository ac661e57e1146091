use std::fs;
use std::path::{Path, PathBuf};

use gbcs_parser::log::ProblemKind;
use gbcs_parser::record::{Body, Outcome};

use super::*;

/// Writes files below a new folder.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = root.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

type Item = (usize, Result<Record, Problem>);

fn read(paths: &[&Path], options: Options) -> (Inputs, Vec<Item>) {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    let mut inputs = Inputs::new(&paths, options);
    let items = inputs.by_ref().collect();
    (inputs, items)
}

/// Names of the inputs relative to a folder.
fn names(inputs: &Inputs, root: &Path) -> Vec<String> {
    let root = format!("{}/", root.display());
    inputs.summaries().iter().map(|summary| summary.path.replace(&root, "")).collect()
}

#[test]
fn a_folder_is_walked_in_the_order_of_octets() {
    let root = folder(&[
        ("b.hex", "DF09"),
        ("a/z.HEX", "DF09"),
        ("a-b.txt", "DF09"),
        ("a.jsonl", "{\"record\":\"message\"}"),
        ("B.log", "DF09"),
    ]);
    let (inputs, items) = read(&[root.path()], Options::default());
    assert_eq!(names(&inputs, root.path()), ["B.log", "a-b.txt", "a.jsonl", "a/z.HEX", "b.hex"]);
    assert_eq!(items.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
}

#[test]
fn what_is_never_an_input_is_not_even_listed() {
    let root = folder(&[
        (".hidden.hex", "DF09"),
        (".git/x.hex", "DF09"),
        ("keys/x.hex", "DF09"),
        ("x.expected.json", "{\"a\":1}"),
        ("x.expected.jsonl", "{\"a\":1}"),
        ("index.csv", "file,payload\n"),
        ("devices.toml", ""),
        ("gbcheck.toml", ""),
    ]);
    let (inputs, items) = read(&[root.path()], Options::default());
    assert!(items.is_empty() && inputs.summaries().is_empty() && inputs.skipped().is_empty());
}

#[test]
fn other_files_are_listed_with_the_reason() {
    let root = folder(&[("a.pdf", "x"), ("letter.txt", "Dear all\n"), ("none.hex", "")]);
    let (inputs, items) = read(&[root.path()], Options::default());
    assert!(items.is_empty());
    let reasons: Vec<&str> =
        inputs.skipped().iter().map(|skipped| skipped.reason.as_str()).collect();
    assert_eq!(
        reasons,
        ["its name has no ending of an input", "its form is none that is known", "it is empty"]
    );
}

#[test]
fn a_named_path_has_to_be_an_input() {
    let root = folder(&[("letter.txt", "Dear all\n"), ("empty.pdf", "")]);
    let missing = root.path().join("missing.hex");
    let (inputs, items) = read(
        &[&root.path().join("letter.txt"), &missing, &root.path().join("empty.pdf")],
        Options::default(),
    );
    let kinds: Vec<ProblemKind> =
        items.into_iter().map(|(_, item)| item.unwrap_err().kind).collect();
    assert_eq!(
        kinds,
        [
            ProblemKind::NoOctets,
            ProblemKind::UnknownForm,
            ProblemKind::Io(std::io::ErrorKind::NotFound)
        ]
    );
    assert_eq!(inputs.summaries()[2].sha256, None);
    assert_eq!(inputs.summaries()[2].problem_count, 1);
}

#[test]
fn the_same_file_counts_once_and_arguments_have_no_order() {
    let root = folder(&[("a.hex", "DF09"), ("b.hex", "DF09")]);
    let (a, b) = (root.path().join("a.hex"), root.path().join("b.hex"));
    let (inputs, _) = read(&[&b, &a, root.path(), &b], Options::default());
    assert_eq!(names(&inputs, root.path()), ["a.hex", "b.hex"]);
}

#[test]
fn the_hash_covers_what_the_reader_leaves() {
    let root = folder(&[("abc.hex", "abc\n")]);
    let path = root.path().join("abc.hex");
    let options = Options { form: Some(Form::Pcap), ..Options::default() };
    let (inputs, _) = read(&[&path], options);
    // SHA-256 of "abc" and a line feed.
    assert_eq!(
        inputs.summaries()[0].sha256.as_deref(),
        Some("edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb")
    );
}

#[test]
fn a_forced_form_is_not_detected() {
    let root = folder(&[("x.txt", "{\"record\":\"message\"}\n")]);
    let options = Options { form: Some(Form::Hex), ..Options::default() };
    let (inputs, items) = read(&[root.path()], options);
    assert!(items[0].1.is_err());
    assert_eq!(inputs.summaries()[0].form.as_ref().unwrap().evidence, "the option --input");
}

#[test]
fn file_names_state_what_is_expected_when_asked() {
    let name = "ECS17b_4.1.1_SINGLE_ERROR_RESPONSE_GBCS.HEX";
    let root = folder(&[(name, "DF09")]);
    for (asked, outcome) in [(true, Some(Outcome::Error)), (false, None)] {
        let options = Options { expect_from_names: asked, ..Options::default() };
        let (_, items) = read(&[root.path()], options);
        let Body::Message(message) = &items[0].1.as_ref().unwrap().body else { panic!() };
        assert_eq!(message.expect.as_ref().and_then(|expect| expect.outcome), outcome);
    }
}

#[test]
fn a_binary_file_is_told_by_its_octets_or_its_name() {
    let root = folder(&[("a.bin", "\u{1}\u{2}\u{3}"), ("b.bin", "\u{1}\u{2}\u{3}")]);
    fs::write(root.path().join("b.log"), [0xDF, 0x09, 0x01]).unwrap();
    let (inputs, items) = read(&[root.path()], Options::default());
    assert_eq!(items.len(), 3);
    assert!(
        inputs.summaries().iter().all(|input| input.form.as_ref().unwrap().form == Form::Binary)
    );
}

#[cfg(unix)]
#[test]
fn links_to_folders_are_not_followed_and_circles_are_problems() {
    use std::os::unix::fs::symlink;
    let root = folder(&[("a/x.hex", "DF09")]);
    symlink(root.path(), root.path().join("a/up")).unwrap();
    symlink(root.path().join("a/x.hex"), root.path().join("link.hex")).unwrap();
    symlink("round.hex", root.path().join("round.hex")).unwrap();
    let (inputs, items) = read(&[root.path()], Options::default());
    assert_eq!(names(&inputs, root.path()), ["a/x.hex", "link.hex", "round.hex"]);
    assert_eq!(inputs.skipped()[0].reason, "a link to a folder");
    assert!(items[0].1.is_ok() && items[1].1.is_ok() && items[2].1.is_err());
}

#[test]
fn members_of_an_archive_have_paths_and_names_of_their_own() {
    let root = folder(&[]);
    let path = root.path().join("a.zip");
    let mut writer = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    for name in ["x/ECS17b_4.1.1_SINGLE_ERROR_RESPONSE_GBCS.HEX", "x/plain.hex"] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, b"DF0902").unwrap();
    }
    writer.finish().unwrap();
    let options = Options { expect_from_names: true, ..Options::default() };
    let (inputs, items) = read(&[root.path()], options);
    let stated: Vec<(String, bool)> = items
        .iter()
        .map(|(_, item)| item.as_ref().unwrap())
        .map(|record| match &record.body {
            Body::Message(message) => (record.position.path.to_string(), message.expect.is_some()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(stated[0].0.ends_with("a.zip!/x/ECS17b_4.1.1_SINGLE_ERROR_RESPONSE_GBCS.HEX"));
    assert_eq!((stated[0].1, stated[1].1, stated.len()), (true, false, 2));
    assert_eq!(inputs.summaries().len(), 1);
    assert!(inputs.summaries()[0].sha256.is_some());
}

#[test]
fn a_file_that_is_cut_between_two_records_is_told() {
    let line = format!("DF09{}\n", "00".repeat(48));
    let root = folder(&[("log.hex", &line.repeat(20_000)), ("next.hex", &line)]);
    let path = root.path().join("log.hex");
    let mut inputs = Inputs::new(&[root.path().to_path_buf()], Options::default());
    assert!(inputs.next().unwrap().1.is_ok());
    // Behind what was read already, and at the end of a line.
    let left = line.len() as u64 * 10_000;
    fs::File::options().write(true).open(&path).unwrap().set_len(left).unwrap();
    let items: Vec<_> = inputs.by_ref().collect();
    let problems: Vec<_> =
        items.iter().filter_map(|(n, item)| Some((n, item.as_ref().err()?))).collect();
    let needed = line.len() as u64 * 20_000;
    assert_eq!(problems, [(&0, &Problem::new(ProblemKind::Shortened { needed, found: left }))]);
    assert_eq!(items.len(), 9_999 + 1 + 1, "the next file is read all the same");
    assert_eq!(inputs.summaries()[0].problem_count, 1);
}

//! Which files of a folder or an archive are inputs, by their names.

/// Ends of names of files that may be inputs.
const ENDINGS: [&str; 14] = [
    "hex", "txt", "log", "jsonl", "ndjson", "xml", "csv", "pcap", "pcapng", "b64", "bin", "zip",
    "gz", "zst",
];

/// Files that are never inputs: what stands beside them for the program itself.
const NEVER: [&str; 3] = ["gbcheck.toml", "devices.toml", "index.csv"];

/// What the name of a file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileName {
    /// It may be an input.
    Input,
    /// It is never an input, and not worth telling.
    Never,
    /// It does not end as inputs do.
    OtherEnding,
}

impl FileName {
    /// Judges the last part of a path.
    #[must_use]
    pub fn of(name: &str) -> Self {
        if name.starts_with('.')
            || NEVER.contains(&name)
            || name.ends_with(".expected.json")
            || name.ends_with(".expected.jsonl")
        {
            return Self::Never;
        }
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        if ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)) {
            Self::Input
        } else {
            Self::OtherEnding
        }
    }

    /// Judges a path inside a folder or an archive, with slashes.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        if folders.split('/').any(is_passed_over) { Self::Never } else { Self::of(name) }
    }
}

/// True for folders that hold no inputs.
#[must_use]
pub fn is_passed_over(folder: &str) -> bool {
    folder == "keys" || folder.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_inputs_and_of_others() {
        assert_eq!(FileName::of("a.HEX"), FileName::Input);
        assert_eq!(FileName::of("a.jsonl.gz"), FileName::Input);
        assert_eq!(FileName::of("hex"), FileName::OtherEnding);
        assert_eq!(FileName::of("a.pdf"), FileName::OtherEnding);
        assert_eq!(FileName::of("a.expected.jsonl"), FileName::Never);
        assert_eq!(FileName::of(".a.hex"), FileName::Never);
        assert_eq!(FileName::of_path("x/keys/a.hex"), FileName::Never);
        assert_eq!(FileName::of_path("x/.git/a.hex"), FileName::Never);
        assert_eq!(FileName::of_path("x/y/a.hex"), FileName::Input);
    }
}

//! Made from the text files of `parser/catalogue/` by the test `catalogue`.

/// SHA-256 of the names and contents of the catalogue's text files.
pub const CATALOGUE_SHA256: &str =
    "02b5f9884f494ac4b5cdf924f96d661fa1903f760cb8d573ee2881870e8663f2";

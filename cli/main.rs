//! `gbcheck`: judges GBCS messages and device logs.

fn main() {}

#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| gbcs_corpus::oracle::judge::check(octets).expect("it holds"));

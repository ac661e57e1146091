#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| gbcs_corpus::oracle::message(octets).expect("it holds"));

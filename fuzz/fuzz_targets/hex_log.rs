#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| gbcs_corpus::oracle::targets::hex_log(octets).expect("it holds"));

#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| gbcs_corpus::oracle::kept::kept(octets).expect("it holds"));

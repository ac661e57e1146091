#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| gbcs_corpus::oracle::targets::duis_xml(octets).expect("it holds"));

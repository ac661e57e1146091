//! Simulated devices, planted faults and oracles for testing gbcheck.

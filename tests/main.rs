//! End-to-end tests: what a person or a script sees of the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod agreement;
mod block_transfer;
mod browser;
mod check;
mod checkpoint;
mod config_schema;
mod convert;
mod coverage;
mod decode_json;
mod decode_robust;
mod decode_text;
mod forms;
mod hostile;
mod interrupt;
mod keys_in_logs;
mod licences;
mod limits;
mod made;
mod matrix;
mod mutate;
mod near_misses;
mod order;
mod page;
mod program;
mod reference;
mod reports;
mod rule_list;
mod rule_pages;
mod run;
mod schemas;
mod shell;
mod simulate;
mod stories;
mod template_matrix;
mod utrn;

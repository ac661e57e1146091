//! A file that is one message.

use std::io::{BufRead, Read};
use std::sync::Arc;

use super::{Problem, ProblemKind, message_record};
use crate::limits::MAX_MESSAGE_OCTETS;
use crate::record::Record;

/// Reads the one message of a binary file.
pub(super) struct Raw<R> {
    source: Option<R>,
    path: Arc<str>,
}

impl<R: BufRead> Raw<R> {
    pub(super) fn new(source: R, path: Arc<str>) -> Self {
        Self { source: Some(source), path }
    }
}

impl<R: BufRead> Iterator for Raw<R> {
    type Item = Result<Record, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        let source = self.source.take()?;
        let mut payload = Vec::new();
        if let Err(error) = source.take(MAX_MESSAGE_OCTETS as u64 + 1).read_to_end(&mut payload) {
            return Some(Err(error.into()));
        }
        Some(if payload.is_empty() {
            Err(Problem::new(ProblemKind::NoOctets))
        } else if payload.len() > MAX_MESSAGE_OCTETS {
            Err(Problem::new(ProblemKind::MessageTooLong))
        } else {
            Ok(message_record(self.path.clone(), 1, None, payload))
        })
    }
}

//! Standard input that an interrupt ends: a read of the system's own would wait for its writer.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use crate::interrupt;

/// Octets taken at a time.
const CHUNK_OCTETS: usize = 64 * 1024;
/// Chunks that wait for being read.
const CHUNKS: usize = 4;
/// How long an interrupt may go unnoticed.
const PATIENCE: Duration = Duration::from_millis(50);

/// Standard input, read by a thread of its own.
pub struct Stdin {
    chunks: Receiver<io::Result<Vec<u8>>>,
    chunk: Vec<u8>,
    at: usize,
}

impl Stdin {
    /// Begins to read.
    pub fn open() -> Self {
        let (sender, chunks) = sync_channel(CHUNKS);
        // The thread ends with its input, with its reader, or with the program.
        thread::spawn(move || pass_on(&sender));
        Self { chunks, chunk: Vec::new(), at: 0 }
    }
}

fn pass_on(sender: &SyncSender<io::Result<Vec<u8>>>) {
    let mut stdin = io::stdin().lock();
    loop {
        let mut chunk = vec![0; CHUNK_OCTETS];
        let read = match stdin.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Ok(0) => return,
            Ok(octets) => {
                chunk.truncate(octets);
                Ok(chunk)
            }
            Err(error) => Err(error),
        };
        let ends = read.is_err();
        if sender.send(read).is_err() || ends {
            return;
        }
    }
}

impl Read for Stdin {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.chunk.len() {
            match self.chunks.recv_timeout(PATIENCE) {
                Ok(chunk) => (self.chunk, self.at) = (chunk?, 0),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
                Err(RecvTimeoutError::Timeout) if interrupt::asked() => return Ok(0),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        let waiting = self.chunk.get(self.at..).unwrap_or_default();
        let octets = waiting.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..octets), waiting.get(..octets)) {
            to.copy_from_slice(from);
        }
        self.at += octets;
        Ok(octets)
    }
}

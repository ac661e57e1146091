//! Ctrl-C and the polite request to end: the first ends the reading, so that what was checked so
//! far is reported as partial; the second ends the program.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::exit::{TROUBLE, complain};

static ASKED: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// Begins to watch. Without this call an interrupt ends the program at once.
///
/// Where the system refuses, that stays so: a run is worth more than its interrupt.
pub fn watch() {
    let asked = ASKED.get_or_init(|| Arc::new(AtomicBool::new(false)));
    for signal in [SIGINT, SIGTERM] {
        // In this order: the second signal finds what the first has set.
        let second =
            flag::register_conditional_shutdown(signal, i32::from(TROUBLE), Arc::clone(asked));
        if second.is_ok() {
            let _ = flag::register(signal, Arc::clone(asked));
        }
    }
}

/// True once somebody asked the program to end.
#[must_use]
pub fn asked() -> bool {
    ASKED.get().is_some_and(|asked| asked.load(Ordering::Relaxed))
}

/// True once somebody asked the program to end, which is told: for a command whose file is then not
/// left in part.
#[must_use]
pub fn ends() -> bool {
    if asked() {
        complain(&"interrupted: not everything was read and written");
    }
    asked()
}

/// A writer that fails once somebody asked the program to end.
pub struct UntilAsked<W>(pub W);

impl<W: Write> Write for UntilAsked<W> {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        if asked() {
            return Err(io::Error::other("interrupted"));
        }
        self.0.write(octets)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

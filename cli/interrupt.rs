//! Ctrl-C and the polite request to end: the first ends the reading, so that what was checked so
//! far is reported as partial; the second ends the program.

use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::exit::TROUBLE;

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

//! Positions that a rule keeps many of.

use gbcs_parser::record::Position;
use serde::{Deserialize, Serialize};

/// A kept position, in a third of the room: nearly all positions of a device are behind each other in
/// one file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum KeptPosition {
    /// So many records and lines behind the [`Origin`], and else the same.
    Near { records: u32, lines: u32 },
    /// Somewhere else.
    Far(Box<Position>),
}

/// The first position of a list of them, whose file the others are mostly in.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Origin(Option<Position>);

impl Origin {
    /// Keeps a position.
    pub(crate) fn keep(&mut self, position: &Position) -> KeptPosition {
        let origin = self.0.get_or_insert_with(|| position.clone());
        let behind = |here: u64, there: u64| u32::try_from(here.checked_sub(there)?).ok();
        let lines = match (position.line, origin.line) {
            (Some(here), Some(there)) => behind(here, there),
            (None, None) => Some(0),
            _ => None,
        };
        let same = position.path == origin.path && position.payload == origin.payload;
        match (behind(position.record, origin.record), lines) {
            (Some(records), Some(lines)) if same => KeptPosition::Near { records, lines },
            _ => KeptPosition::Far(Box::new(position.clone())),
        }
    }

    /// The position that was kept.
    pub(crate) fn position(&self, spot: &KeptPosition) -> Position {
        let nowhere = || Position { path: "".into(), record: 0, payload: None, line: None };
        match spot {
            KeptPosition::Near { records, lines } => {
                let origin = self.0.clone().unwrap_or_else(nowhere);
                Position {
                    record: origin.record.saturating_add(u64::from(*records)),
                    line: origin.line.map(|line| line.saturating_add(u64::from(*lines))),
                    ..origin
                }
            }
            KeptPosition::Far(position) => Position::clone(position),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_come_back_as_they_were() {
        let position = |path: &str, record, payload, line| Position {
            path: path.into(),
            record,
            payload,
            line,
        };
        let near = [
            position("a", 3, None, Some(3)),
            position("a", 7, None, Some(9)),
            position("a", 3 + u64::from(u32::MAX), None, Some(3 + u64::from(u32::MAX))),
        ];
        let far = [
            position("a", 2, None, Some(3)),
            position("a", 3, None, Some(2)),
            position("a", 4 + u64::from(u32::MAX), None, Some(3)),
            position("a", 3, None, Some(4 + u64::from(u32::MAX))),
            position("a", 3, None, None),
            position("a", 3, Some(0), Some(3)),
            position("b", 3, None, Some(3)),
        ];
        let mut origin = Origin::default();
        for (position, is_near) in
            near.iter().map(|one| (one, true)).chain(far.iter().map(|one| (one, false)))
        {
            let spot = origin.keep(position);
            assert_eq!(matches!(spot, KeptPosition::Near { .. }), is_near, "{position:?}");
            assert_eq!(origin.position(&spot), *position);
        }
        let mut without_lines = Origin::default();
        for position in [position("a", 3, Some(4), None), position("a", 9, Some(4), None)] {
            let spot = without_lines.keep(&position);
            assert!(matches!(spot, KeptPosition::Near { .. }));
            assert_eq!(without_lines.position(&spot), position);
        }
        assert_eq!(size_of::<KeptPosition>(), size_of::<Position>() / 3);
    }
}

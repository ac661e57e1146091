//! Positions that a rule keeps many of.

use gbcs_parser::record::Position;
use serde::{Deserialize, Serialize};

/// A kept position, in half the room: nearly all positions of a device are in one file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum KeptPosition {
    /// In the file of the [`Origin`]; 0 stands for no payload and no line, which count from 1.
    Near { record: u64, line: u64, payload: u32 },
    /// In another file, or one that counts from 0.
    Far(Box<Position>),
}

/// The first position of a list of them, whose file the others are mostly in.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Origin(Option<Position>);

impl Origin {
    /// Keeps a position.
    pub(crate) fn keep(&mut self, position: &Position) -> KeptPosition {
        let origin = self.0.get_or_insert_with(|| position.clone());
        let Position { path, record, payload, line } = position;
        if *path == origin.path && *payload != Some(0) && *line != Some(0) {
            let (line, payload) = (line.unwrap_or(0), payload.unwrap_or(0));
            KeptPosition::Near { record: *record, line, payload }
        } else {
            KeptPosition::Far(Box::new(position.clone()))
        }
    }

    /// The position that was kept.
    pub(crate) fn position(&self, spot: &KeptPosition) -> Position {
        match spot {
            KeptPosition::Near { record, line, payload } => Position {
                path: self.0.as_ref().map_or_else(|| "".into(), |origin| origin.path.clone()),
                record: *record,
                payload: Some(*payload).filter(|payload| *payload != 0),
                line: Some(*line).filter(|line| *line != 0),
            },
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
        let positions = [
            position("a", 3, None, Some(3)),
            position("a", u64::MAX, Some(u32::MAX), None),
            position("a", 0, Some(0), Some(1)),
            position("a", 1, None, Some(0)),
            position("b", 3, None, Some(3)),
        ];
        let mut origin = Origin::default();
        let spots = positions.each_ref().map(|position| origin.keep(position));
        assert_eq!(spots.each_ref().map(|spot| origin.position(spot)), positions);
        assert_eq!(size_of::<KeptPosition>(), size_of::<Position>() / 2);
    }
}

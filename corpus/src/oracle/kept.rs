//! What is kept between runs, read back: checkpoints and parts.
//!
//! A file of either kind is a row of chunks, each with its length and its checksum
//! (`gbcs_rules::saved`). Where the octets are the fuzzer's own, the checksums are put right, so that
//! what is in the chunks is read.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::{Arc, LazyLock};

use gbcs_parser::record::Record;
use gbcs_rules::engine::{Engine, LogRun, Part};
use gbcs_rules::log::LogFacts;
use gbcs_rules::profile::Profile;
use gbcs_rules::results::Results;
use gbcs_rules::saved::{Damage, Reader, Saved as _, Writer};

use super::Broken;
use super::judge::{broken_rule, records};
use super::keyed::Keyed;
use crate::bundled::bundled;

/// The records of a log, and what is known of it.
type Log = (Vec<Record>, LogFacts);

/// The bundled logs, the smallest first.
static LOGS: LazyLock<Vec<Log>> = LazyLock::new(|| {
    let mut logs: Vec<Log> =
        bundled().unwrap_or_default().0.iter().map(|log| records(&log.log)).collect();
    logs.sort_by_key(|(records, _)| records.len());
    logs
});

/// Octets of the length in front of a chunk whose checksum is left out.
const LENGTH_OCTETS: usize = 4;

/// The first octet chooses: a file as it is, the chunks of one, or where a good log is cut.
///
/// Hostile octets are told as damage, or give a state with which a log is judged to its end. A good
/// state that is cut, and gone on with by another engine, gives what one run gives.
///
/// # Errors
/// What does not hold.
pub fn kept(octets: &[u8]) -> Result<(), Broken> {
    let [choice, rest @ ..] = octets else { return Ok(()) };
    match choice % 4 {
        0 => {
            go_on(rest);
            merge(rest);
        }
        1 => go_on(&with_checksums(rest)),
        2 => merge(&with_checksums(rest)),
        _ => return cut(rest),
    }
    Ok(())
}

/// Chunks that stand behind their lengths, as the chunks of a file: whatever the lengths say, every
/// octet is in one.
fn with_checksums(mut octets: &[u8]) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    while let Some((length, rest)) = octets.split_first_chunk::<LENGTH_OCTETS>() {
        let length = (u32::from_le_bytes(*length) as usize).min(rest.len());
        let (chunk, behind) = rest.split_at(length);
        // Writing to memory does not fail.
        let _ = writer.octets(chunk);
        octets = behind;
    }
    writer.into_inner()
}

/// The chunks of a file, each behind its length, without checksums.
fn without_checksums(file: &[u8]) -> Vec<u8> {
    let (mut chunks, mut rest) = (Vec::new(), file);
    while let Some((length, behind)) = rest.split_first_chunk::<LENGTH_OCTETS>() {
        let chunk = behind.get(LENGTH_OCTETS..).unwrap_or_default();
        let size = (u32::from_le_bytes(*length) as usize).min(chunk.len());
        chunks.extend(length);
        chunks.extend(chunk.get(..size).unwrap_or_default());
        rest = chunk.get(size..).unwrap_or_default();
    }
    chunks
}

/// Goes on with a log whose state is in a file, judges some more of one, and ends. What comes of it is
/// not looked at: a file may say of a rule that it broke, or anything else.
fn go_on(file: &[u8]) {
    let (profile, keyed) = (Profile::default(), Keyed::default());
    let mut engine = Engine::new(&profile, &keyed);
    let mut reader = Reader::new(file);
    if let Ok(mut log) = resume(&mut engine, &mut reader) {
        if let Some((records, _)) = LOGS.first() {
            log.judge(records);
        }
        log.end();
    }
    let _ = engine.finish(&[Arc::from("fuzzed")]);
}

fn resume<'e, 'p, R: Read>(
    engine: &'e mut Engine<'p>,
    reader: &mut Reader<R>,
) -> Result<LogRun<'e, 'p>, Damage> {
    engine.load(reader)?;
    let log = engine.go_on(reader)?;
    reader.end()?;
    Ok(log)
}

/// Merges a part with another, which is in the file too or has judged a log.
fn merge(file: &[u8]) {
    let (profile, keyed) = (Profile::default(), Keyed::default());
    let mut engine = Engine::new(&profile, &keyed);
    if let Some((records, facts)) = LOGS.first() {
        let mut log = engine.begin(facts.clone());
        log.judge(records);
        log.end();
    }
    let mut reader = Reader::new(file);
    while engine.merge(&mut reader, true).is_ok() {}
    let _ = engine.finish(&[Arc::from("fuzzed")]);
}

/// The octets choose a log and where it is cut.
fn cut(octets: &[u8]) -> Result<(), Broken> {
    let [log, step, ..] = octets else { return Ok(()) };
    let Some((records, facts)) = LOGS.get(usize::from(*log) % LOGS.len().max(1)) else {
        return Ok(());
    };
    let whole = judged_at_once(records, facts)?;
    // From 9 records a part to half the log.
    let part = (records.len() * (1 + usize::from(*step)) / 512).max(9);
    let mut remembering = BTreeSet::new();
    let parts = judged_in_parts(records, facts, part, &mut remembering)?;
    if told(&whole)? == told(&parts)? { Ok(()) } else { Err(Broken::Continued) }
}

/// What a run tells, in octets: what reports do not tell apart is the same in them.
///
/// # Errors
/// Where it cannot be written.
pub fn told(results: &Results) -> Result<(Vec<u8>, Vec<Option<&'static str>>), Broken> {
    let causes = results.findings.iter().map(|finding| finding.cause).collect();
    Ok((results.save().map_err(|_| Broken::Saved)?, causes))
}

/// Judges all records of a log in one run.
///
/// # Errors
/// A rule that breaks.
pub fn judged_at_once(records: &[Record], facts: &LogFacts) -> Result<Results, Broken> {
    let (profile, keyed) = (Profile::default(), Keyed::default());
    let mut engine = Engine::new(&profile, &keyed);
    let mut log = engine.begin(facts.clone());
    log.judge(records);
    log.end();
    let results = engine.finish(&[Arc::from("log")]);
    broken_rule(&results).map(|()| results)
}

/// Judges so many records at a time with an engine of its own each, which goes on with what the one
/// before has saved. Adds the rules that had something to save.
///
/// # Errors
/// A rule that breaks, or a state that is not read back.
pub fn judged_in_parts(
    records: &[Record],
    facts: &LogFacts,
    part: usize,
    remembering: &mut BTreeSet<&'static str>,
) -> Result<Results, Broken> {
    let profile = Profile::default();
    let mut saved: Option<Vec<u8>> = None;
    let mut judged = 0;
    loop {
        let keyed = Keyed::default();
        let mut engine = Engine::new(&profile, &keyed);
        engine.pass_over(records.get(..judged).unwrap_or_default());
        let mut log = match &saved {
            None => engine.begin(facts.clone()),
            Some(octets) => resume(&mut engine, &mut Reader::new(octets.as_slice()))
                .map_err(|_| Broken::Saved)?,
        };
        let rest = records.get(judged..).unwrap_or_default();
        let (some, behind) = rest.split_at(part.clamp(1, rest.len().max(1)).min(rest.len()));
        log.judge(some);
        judged += some.len();
        if behind.is_empty() {
            log.end();
            let results = engine.finish(&[Arc::from("log")]);
            return broken_rule(&results).map(|()| results);
        }
        let rules = log.remembering().map_err(|_| Broken::Saved)?;
        remembering.extend(rules.iter().map(|id| id.rule().code));
        let mut writer = Writer::new(Vec::new());
        log.save(&mut writer).map_err(|_| Broken::Saved)?;
        saved = Some(writer.into_inner());
    }
}

/// Records of a log that is in a seed: few, so that it can be changed and judged often.
const SEED_RECORDS: usize = 40;

/// Files of the beginnings of all logs, cut in their middle, and of their parts; and choices of cuts.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = (0..8).map(|n| vec![3, 5 * n, 31 * n]).collect();
    for (records, facts) in LOGS.iter() {
        let records = records.get(..SEED_RECORDS).unwrap_or(records);
        let (profile, keyed) = (Profile::default(), Keyed::default());
        let middle = records.get(..records.len() / 2).unwrap_or_default();
        let mut engine = Engine::new(&profile, &keyed);
        let mut log = engine.begin(facts.clone());
        log.judge(middle);
        let mut state = Writer::new(Vec::new());
        let saved = log.save(&mut state);
        let mut engine = Engine::new(&profile, &keyed).only(Some(Part { number: 2, of: 2 }));
        let mut log = engine.begin(facts.clone());
        log.judge(records);
        log.end();
        let mut part = Writer::new(Vec::new());
        if saved.and_then(|()| engine.save(&mut part)).is_err() {
            continue;
        }
        let (state, part) = (state.into_inner(), part.into_inner());
        seeds.push([&[0], &state[..]].concat());
        seeds.push([&[0], &part[..]].concat());
        seeds.push([vec![1], without_checksums(&state)].concat());
        seeds.push([vec![2], without_checksums(&part)].concat());
    }
    seeds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn checksums_that_are_left_out_can_be_put_right() {
        for seed in seeds().iter().filter(|seed| seed[0] == 0) {
            assert_eq!(with_checksums(&without_checksums(&seed[1..])), seed[1..]);
        }
    }

    #[test]
    fn the_states_of_the_seeds_are_read_to_their_end() {
        let mut states = 0;
        for seed in seeds().iter().filter(|seed| seed[0] == 1) {
            let (profile, keyed) = (Profile::default(), Keyed::default());
            let mut engine = Engine::new(&profile, &keyed);
            let file = with_checksums(&seed[1..]);
            assert!(resume(&mut engine, &mut Reader::new(file.as_slice())).is_ok());
            states += 1;
        }
        assert_eq!(states, LOGS.len());
    }

    /// Numbers are written in groups of seven bits: the greatest of 64 and of 32, and the least one
    /// with a sign.
    const GREATEST: [&[u8]; 3] = [
        &[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
        &[0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        &[0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
    ];

    #[test]
    fn the_greatest_numbers_do_no_harm() {
        let mut random = Random::new(1, "greatest");
        for seed in seeds().iter().filter(|seed| matches!(seed[0], 1 | 2)) {
            let mut front = 1;
            while front < seed.len() {
                let [begin, end] = chunk_at(seed, front);
                front = end;
                if begin == end {
                    continue;
                }
                let mut octets = seed.clone();
                let at = begin + random.below((end - begin) as u64) as usize;
                let number = GREATEST[random.below(3) as usize];
                octets.splice(at..=at, number.iter().copied());
                let length = (end - begin + number.len() - 1) as u32;
                octets[begin - LENGTH_OCTETS..begin].copy_from_slice(&length.to_le_bytes());
                assert_eq!(kept(&octets), Ok(()));
            }
        }
    }

    /// Where the content of a chunk begins and ends.
    fn chunk_at(octets: &[u8], front: usize) -> [usize; 2] {
        let begin = front + LENGTH_OCTETS;
        let length: [u8; LENGTH_OCTETS] = octets[front..begin].try_into().unwrap();
        [begin, begin + u32::from_le_bytes(length) as usize]
    }
}

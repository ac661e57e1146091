//! The timeline of a device: a lane each for messages, alerts, outages, clock and findings.

use std::io::{self, Write};

use gbcs_parser::record::Time;

use super::super::pictures::{Lane, Picture};
use super::super::words::plural;
use super::devices::Numbered;

/// Units of the drawing from the first to the last moment.
const WIDTH: i64 = 1000;
/// Units of the drawing from lane to lane; the style sheet gives the names the same height.
const LANE: usize = 22;
/// Findings that are drawn as links; the others are strokes.
const MAX_LINKS: usize = 50;

/// Where a moment stands between the first and the last one.
pub fn along(time: Time, (first, last): (Time, Time)) -> i64 {
    let length = i128::from(last.0) - i128::from(first.0);
    let since = i128::from(time.0) - i128::from(first.0);
    let x = if length <= 0 { 0 } else { since * i128::from(WIDTH) / length };
    i64::try_from(x.clamp(0, i128::from(WIDTH))).unwrap_or(0)
}

/// A lane: its name, how many it shows, and the drawing.
struct Drawn {
    name: &'static str,
    count: u64,
    drawing: String,
}

/// Writes the figure. `range` is from the first to the last record.
pub fn write(
    out: &mut dyn Write,
    picture: &Picture,
    range: (Time, Time),
    findings: &[Numbered<'_>],
) -> io::Result<()> {
    let mut lanes = Vec::new();
    for lane in Lane::ALL {
        let times = picture.strip.times(lane).map(|time| along(time, range));
        add(&mut lanes, lane.name(), picture.strip.count(lane), |top| {
            strokes(&format!("lane{}", lane as usize), times, top)
        });
    }
    add(&mut lanes, "outages", picture.outages.len() as u64, |top| {
        let bars = picture.outages.iter().map(|(from, to)| {
            let (x, end) = (along(*from, range), along(*to, range));
            // The shortest outage is still seen.
            let (x, width) = (x.min(WIDTH - 3), (end - x).max(3));
            format!(
                "<rect class=\"outage\" x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"14\"/>"
            )
        });
        bars.collect()
    });
    add(&mut lanes, "clock settings", picture.clock.len() as u64, |top| {
        strokes("clock", picture.clock.iter().map(|time| along(*time, range)), top)
    });
    add(&mut lanes, "findings", findings.len() as u64, |top| marks(findings, range, top));
    let words: Vec<_> = lanes.iter().map(|lane| format!("{} {}", lane.name, lane.count)).collect();
    let height = lanes.len() * LANE;
    write!(
        out,
        "<figure class=\"timeline\"><figcaption>Timeline: {}.</figcaption>\
         <div class=\"lanes\"><ul aria-hidden=\"true\">",
        words.join(", ")
    )?;
    for lane in &lanes {
        write!(out, "<li>{}</li>", lane.name)?;
    }
    write!(
        out,
        "</ul><svg viewBox=\"0 0 {WIDTH} {height}\" height=\"{height}\" \
         preserveAspectRatio=\"none\" role=\"group\" aria-label=\"timeline\">"
    )?;
    for number in 0..lanes.len() {
        let y = number * LANE + LANE / 2;
        write!(out, "<line class=\"base\" x1=\"0\" x2=\"{WIDTH}\" y1=\"{y}\" y2=\"{y}\"/>")?;
    }
    for lane in &lanes {
        out.write_all(lane.drawing.as_bytes())?;
    }
    out.write_all(b"</svg></div>")?;
    axis(out, range)?;
    out.write_all(b"</figure>\n")
}

/// Adds a lane, if it shows anything; `draw` is told where it begins.
fn add(lanes: &mut Vec<Drawn>, name: &'static str, count: u64, draw: impl FnOnce(usize) -> String) {
    if count > 0 {
        let drawing = draw(lanes.len() * LANE + 4);
        lanes.push(Drawn { name, count, drawing });
    }
}

/// Strokes at places, as one path.
fn strokes(class: &str, places: impl Iterator<Item = i64>, top: usize) -> String {
    let mut path = format!("<path class=\"{class}\" d=\"");
    for x in places {
        path.push_str(&format!("M{} {top}v14", x.clamp(1, WIDTH - 1)));
    }
    path.push_str("\"/>");
    path
}

/// The findings that have a time: links to where they are told, as long as they are few.
fn marks(findings: &[Numbered<'_>], range: (Time, Time), top: usize) -> String {
    let timed = || findings.iter().filter_map(|(n, finding)| Some((n, finding, finding.time?)));
    let mut drawing =
        strokes("info", timed().skip(MAX_LINKS).map(|(.., time)| along(time, range)), top);
    for (number, finding, time) in timed().take(MAX_LINKS) {
        let (severity, code) = (finding.severity.name(), finding.rule.rule().code);
        let x = along(time, range).clamp(4, WIDTH - 4) - 4;
        drawing.push_str(&format!(
            "<a href=\"#f{number}\" aria-label=\"finding {number}: {severity} {code} at {time}\">\
             <title>#{number} {severity} {code} {time}</title>\
             <rect class=\"{severity}\" x=\"{x}\" y=\"{top}\" width=\"8\" height=\"14\"/></a>"
        ));
    }
    drawing
}

/// The first and the last moment, and how far they are apart.
pub fn axis(out: &mut dyn Write, (first, last): (Time, Time)) -> io::Result<()> {
    let seconds = (last.0.saturating_sub(first.0) / 1000).unsigned_abs();
    let length = match seconds {
        0..=119 => format!("{seconds} s"),
        120..=7199 => format!("{} min", seconds / 60),
        7200..=172_799 => format!("{} h", seconds / 3600),
        _ => format!("{} {}", seconds / 86_400, plural((seconds / 86_400) as usize, "day")),
    };
    write!(
        out,
        "<p class=\"axis\"><span>{first}</span><span>{length}</span><span>{last}</span></p>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_moment_stands_on_the_picture() {
        let range = (Time(1000), Time(3000));
        let places = [0, 1000, 2000, 3000, 9000].map(|ms| along(Time(ms), range));
        assert_eq!(places, [0, 0, 500, 1000, 1000]);
        assert_eq!(along(Time(5), (Time(5), Time(5))), 0);
        assert_eq!(along(Time(0), (Time(i64::MIN), Time(i64::MAX))), 500);
    }
}

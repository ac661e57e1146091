//! What values of ZCL fields mean, where a list of names cannot say it.

use crate::catalogue;

/// The high and low four bits of one octet.
fn halves(octets: &[u8]) -> Option<(u8, u8)> {
    let [octet] = octets else { return None };
    Some((octet >> 4, octet & 0x0F))
}

fn number(octets: &[u8]) -> Option<u32> {
    let octets: [u8; 4] = octets.try_into().ok()?;
    Some(u32::from_le_bytes(octets))
}

fn tariff_type(number: u8) -> &'static str {
    match number {
        0 => "delivered",
        1 => "received",
        2 => "delivered and received",
        _ => "reserved tariff type",
    }
}

fn log(number: u8) -> &'static str {
    match number {
        0 => "all logs",
        1 => "tamper log",
        2 => "fault log",
        3 => "general event log",
        4 => "security event log",
        5 => "network event log",
        _ => "reserved log",
    }
}

pub(super) fn zcl_status(octets: &[u8]) -> Option<String> {
    let [status] = octets else { return None };
    catalogue::zcl_status(*status).map(|status| status.name.to_owned())
}

pub(super) fn trailing_digits(octets: &[u8]) -> Option<String> {
    let (digits, _) = halves(octets)?;
    Some(format!("{digits} digits after the decimal point"))
}

pub(super) fn tariff_type_and_charging_scheme(octets: &[u8]) -> Option<String> {
    let (scheme, tariff) = halves(octets)?;
    let scheme = match scheme {
        0 => "time of use",
        1 => "block",
        2 => "block and time of use, common thresholds",
        3 => "block and time of use, thresholds of each tier",
        _ => "reserved charging scheme",
    };
    Some(format!("{}, {scheme}", tariff_type(tariff)))
}

pub(super) fn duration_type(octets: &[u8]) -> Option<String> {
    let (control, base) = halves(octets)?;
    let base = match base {
        0 => "minutes",
        1 => "days",
        2 => "weeks",
        3 => "months",
        _ => "reserved unit",
    };
    let control = match control {
        0 => "from the start of the unit",
        1 => "to the end of the unit",
        2 => "not aligned",
        _ => "reserved alignment",
    };
    Some(format!("{base}, {control}"))
}

pub(super) fn price_trailing_digit_and_price_tier(octets: &[u8]) -> Option<String> {
    let (digits, tier) = halves(octets)?;
    Some(format!("{digits} digits after the decimal point, price tier {tier}"))
}

pub(super) fn number_of_price_tiers_and_register_tier(octets: &[u8]) -> Option<String> {
    let (tiers, register) = halves(octets)?;
    Some(format!("{tiers} price tiers, register tier {register}"))
}

pub(super) fn tier_and_number_of_block_thresholds(octets: &[u8]) -> Option<String> {
    let (tier, thresholds) = halves(octets)?;
    Some(format!("tier {tier}, {thresholds} block thresholds"))
}

pub(super) fn tiers_and_block_thresholds(octets: &[u8]) -> Option<String> {
    let (tiers, thresholds) = halves(octets)?;
    Some(format!("{tiers} tiers, {thresholds} block thresholds"))
}

pub(super) fn message_control(octets: &[u8]) -> Option<String> {
    let [control] = octets else { return None };
    let way = match control & 0x03 {
        0 => "normal transmission",
        1 => "normal and anonymous transmission",
        2 => "anonymous transmission",
        _ => "reserved transmission",
    };
    let importance = match control >> 2 & 0x03 {
        0 => "low importance",
        1 => "medium importance",
        2 => "high importance",
        _ => "critical importance",
    };
    let enhanced = if control & 0x20 == 0 { "" } else { ", enhanced confirmation required" };
    let confirm = if control & 0x80 == 0 { "" } else { ", confirmation required" };
    Some(format!("{way}, {importance}{enhanced}{confirm}"))
}

pub(super) fn event_configuration(octets: &[u8]) -> Option<String> {
    let [configuration] = octets else { return None };
    let mut text = match configuration & 0x07 {
        0 => "not logged".to_owned(),
        number => log(number).to_owned(),
    };
    for (bit, name) in
        [(0x08, "WAN event"), (0x10, "HAN event"), (0x20, "ZigBee alarm"), (0x40, "physical alarm")]
    {
        if configuration & bit != 0 {
            text.push_str(", ");
            text.push_str(name);
        }
    }
    Some(text)
}

pub(super) fn event_control_and_log_id(octets: &[u8]) -> Option<String> {
    let (control, id) = halves(octets)?;
    let control = match control {
        0 => "minimal information",
        1 => "full information",
        _ => "reserved event control",
    };
    Some(format!("{}, {control}", log(id)))
}

pub(super) fn log_payload_control(octets: &[u8]) -> Option<String> {
    let (events, control) = halves(octets)?;
    let crosses = if control & 1 == 0 { "no event crosses frames" } else { "events cross frames" };
    Some(format!("{events} events, {crosses}"))
}

pub(super) fn event_code(octets: &[u8]) -> Option<String> {
    let octets: [u8; 2] = octets.try_into().ok()?;
    match u16::from_le_bytes(octets) {
        0 => Some("all events".to_owned()),
        code => catalogue::alert_code_text(&code.to_be_bytes()),
    }
}

/// The digits of a top up number.
pub(super) fn digits(octets: &[u8]) -> Option<String> {
    let digits = octets.iter().all(u8::is_ascii_digit) && !octets.is_empty();
    digits.then(|| octets.iter().map(|octet| char::from(*octet)).collect())
}

pub(super) fn formatting(octets: &[u8]) -> Option<String> {
    let [octet] = octets else { return None };
    let zeros = if octet & 0x80 == 0 { "" } else { ", leading zeros suppressed" };
    Some(format!(
        "{} digits before and {} after the decimal point{zeros}",
        octet >> 3 & 0x0F,
        octet & 0x07
    ))
}

/// A time in a plain number of seconds since 2000-01-01 00:00:00 UTC.
pub(super) fn seconds_2000(octets: &[u8]) -> Option<String> {
    match number(octets)? {
        u32::MAX => None,
        seconds => Some(crate::record::Time::from_seconds_2000(seconds).to_string()),
    }
}

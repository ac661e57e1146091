//! The envelope: grouping header, signature field, MAC header; and a block of a block transfer.

use super::Length;
use crate::message::{CraFlag, EntityId};

/// A message before signature and MAC: the grouping header and the content.
///
/// The fields are what is written, whether right or wrong: a system title of seven octets, a CRA
/// flag of 9 and a content length that lies are written as they are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// CRA flag: 1 command, 2 response, 3 alert.
    pub cra_flag: u8,
    /// Originator counter.
    pub counter: u64,
    /// Business originator; eight octets in a right message.
    pub originator: Vec<u8>,
    /// Business target; eight octets in a right message.
    pub recipient: Vec<u8>,
    /// Device date-time: nothing, or 12 octets (see [`date_time`]).
    pub date_time: Vec<u8>,
    /// Other information.
    pub other_information: OtherInformation,
    /// The payload in its language.
    pub content: Vec<u8>,
    /// How the length of the content is written.
    pub content_length: Length,
}

/// Other information of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherInformation {
    /// Message code.
    pub message_code: u16,
    /// Supplementary remote party id.
    pub remote_party: Option<EntityId>,
    /// Supplementary remote party counter.
    pub remote_party_counter: Option<u64>,
    /// Supplementary originator counter.
    pub originator_counter: Option<u64>,
    /// Octets after all others: a certificate, or what should not be there.
    pub rest: Vec<u8>,
    /// How its length is written.
    pub length: Length,
}

impl OtherInformation {
    fn write(&self, out: &mut Vec<u8>) {
        let mut octets = self.message_code.to_be_bytes().to_vec();
        if let Some(party) = self.remote_party {
            octets.extend(party.0);
        }
        for counter in [self.remote_party_counter, self.originator_counter].into_iter().flatten() {
            octets.extend(counter.to_be_bytes());
        }
        octets.extend(&self.rest);
        self.length.write(out, octets.len());
        out.extend(octets);
    }
}

/// What stands in the signature field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Nothing, not even a length octet: a pre-command.
    Absent,
    /// A length of 0.
    Empty,
    /// A signature; 64 octets, r then s, in a right message.
    Present(Vec<u8>),
}

impl Message {
    /// A message of a kind, without date-time.
    #[must_use]
    pub fn new(
        kind: CraFlag,
        originator: EntityId,
        recipient: EntityId,
        counter: u64,
        message_code: u16,
        content: Vec<u8>,
    ) -> Self {
        Self {
            cra_flag: kind.octet(),
            counter,
            originator: originator.0.to_vec(),
            recipient: recipient.0.to_vec(),
            date_time: Vec::new(),
            other_information: OtherInformation { message_code, ..OtherInformation::default() },
            content,
            content_length: Length::Minimal,
        }
    }

    /// The response to this command: parties swapped, the same counter, message code and
    /// supplementary party.
    #[must_use]
    pub fn response(&self, content: Vec<u8>) -> Self {
        Self {
            cra_flag: CraFlag::Response.octet(),
            originator: self.recipient.clone(),
            recipient: self.originator.clone(),
            date_time: Vec::new(),
            content,
            content_length: Length::Minimal,
            ..self.clone()
        }
    }

    /// The same message in the name of another party: its id and its counter.
    #[must_use]
    pub fn on_behalf_of(mut self, party: EntityId, counter: u64) -> Self {
        self.other_information.remote_party = Some(party);
        self.other_information.remote_party_counter = Some(counter);
        self
    }

    /// The octets that a signature covers: what follows the general-signing tag, up to the end of
    /// the content.
    #[must_use]
    pub fn signed_octets(&self) -> Vec<u8> {
        let mut out = vec![0x09, self.cra_flag];
        out.extend(self.counter.to_be_bytes());
        for title in [&self.originator, &self.recipient, &self.date_time] {
            Length::Minimal.write(&mut out, title.len());
            out.extend(title);
        }
        self.other_information.write(&mut out);
        self.content_length.write(&mut out, self.content.len());
        out.extend(&self.content);
        out
    }

    /// The message from the general-signing tag to the end of the signature field: a pre-command
    /// with [`Signature::Absent`], else what a MAC covers, or a whole message signed without a MAC.
    #[must_use]
    pub fn general_signing(&self, signature: &Signature) -> Vec<u8> {
        let mut out = vec![0xDF];
        out.extend(self.signed_octets());
        match signature {
            Signature::Absent => {}
            Signature::Empty => out.push(0),
            Signature::Present(octets) => {
                Length::Minimal.write(&mut out, octets.len());
                out.extend(octets);
            }
        }
        out
    }
}

/// The MAC header: six fields of length zero, the ciphered length, security control and
/// invocation counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MacHeader {
    /// Transaction id, originator, recipient, date-time, other information and key information;
    /// all empty in a right message.
    pub fields: [Vec<u8>; 6],
    /// How the length of all that follows it is written.
    pub length: Length,
    /// Security control octet.
    pub security_control: u8,
    /// Invocation counter.
    pub invocation_counter: u32,
}

impl Default for MacHeader {
    fn default() -> Self {
        Self {
            fields: Default::default(),
            length: Length::Minimal,
            security_control: 0x11,
            invocation_counter: 0,
        }
    }
}

impl MacHeader {
    /// The whole message: this header, what [`Message::general_signing`] gave, and the MAC that
    /// `mac` makes of it.
    pub fn wrap<M: AsRef<[u8]>>(
        &self,
        general_signing: &[u8],
        mac: impl FnOnce(&[u8]) -> M,
    ) -> Vec<u8> {
        let mac = mac(general_signing);
        let mac = mac.as_ref();
        let mut out = vec![0xDD];
        for field in &self.fields {
            Length::Minimal.write(&mut out, field.len());
            out.extend(field);
        }
        self.length.write(&mut out, 5 + general_signing.len() + mac.len());
        out.push(self.security_control);
        out.extend(self.invocation_counter.to_be_bytes());
        out.extend(general_signing);
        out.extend(mac);
        out
    }
}

/// A block of a general block transfer: `number` of the blocks that carry `message`, the last one
/// where `last`. `message` gives the routing header, `data` the block's octets.
#[must_use]
pub fn block(message: &Message, number: u16, last: bool, data: &[u8]) -> Vec<u8> {
    let mut out = vec![0xDD, 0x09, message.cra_flag];
    out.extend(message.counter.to_be_bytes());
    for title in [&message.originator, &message.recipient, &message.date_time] {
        Length::Minimal.write(&mut out, title.len());
        out.extend(title);
    }
    message.other_information.write(&mut out);
    out.push(0);
    let mut inner = vec![0x00, 0, 0, 0, 0, 0xE0, if last { 0x80 } else { 0x00 }];
    inner.extend(number.to_be_bytes());
    inner.extend([0, 0]);
    Length::Minimal.write(&mut inner, data.len());
    inner.extend(data);
    Length::Minimal.write(&mut out, inner.len());
    out.extend(inner);
    out
}

/// The 12 octets of a DLMS date-time in UTC for a number of seconds since 2000-01-01 00:00:00 UTC:
/// the weekday as given (1 Monday to 7 Sunday, 0xFF not specified), hundredths 0, deviation not
/// specified.
#[must_use]
pub fn date_time(seconds: u32, weekday: u8, clock_status: u8) -> [u8; 12] {
    let (days, second_of_day) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil_date(days);
    let [year_high, year_low] = year.to_be_bytes();
    let hour = (second_of_day / 3600) as u8;
    let minute = (second_of_day / 60 % 60) as u8;
    let second = (second_of_day % 60) as u8;
    [year_high, year_low, month, day, weekday, hour, minute, second, 0x00, 0x80, 0x00, clock_status]
}

/// Year, month and day of a number of days after 2000-01-01. 32 bits of seconds reach 2136: the
/// year 2100 is no leap year.
fn civil_date(mut days: u32) -> (u16, u8, u8) {
    let leap = |year: u16| year.is_multiple_of(4) && year != 2100;
    let mut year = 2000;
    loop {
        let length = if leap(year) { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let february = if leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    (year, month, days as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUPPLIER: EntityId = EntityId([0x5E, 0, 0, 0, 0, 0, 0, 1]);
    const METER: EntityId = EntityId([0x5E, 0, 0, 0, 0, 0, 0, 2]);

    fn hex(octets: &[u8]) -> String {
        octets.iter().map(|octet| format!("{octet:02x}")).collect()
    }

    fn key_usage_request() -> Message {
        let content = vec![0x30, 0x04, 0x03, 0x02, 0x07, 0x80];
        Message::new(CraFlag::Command, SUPPLIER, METER, 1000, 0x000A, content)
    }

    #[test]
    fn a_pre_command_ends_at_its_content() {
        assert_eq!(
            hex(&key_usage_request().general_signing(&Signature::Absent)),
            concat!(
                "df",
                "090100000000000003e8",
                "085e00000000000001",
                "085e00000000000002",
                "00",
                "02000a",
                "06",
                "300403020780",
            )
        );
    }

    #[test]
    fn the_mac_header_counts_all_that_follows_it() {
        let inner = key_usage_request().general_signing(&Signature::Empty);
        let message = MacHeader::default().wrap(&inner, |covered| {
            assert_eq!(covered, inner);
            [0xAB; 12]
        });
        assert_eq!(inner.len(), 41);
        assert_eq!(hex(&message[..13]), "dd0000000000003a1100000000");
        assert_eq!(message[7] as usize, message.len() - 8);
        assert_eq!(message[13..54], inner[..]);
        assert_eq!(message[54..], [0xAB; 12]);
    }

    #[test]
    fn a_response_swaps_the_parties_and_repeats_the_supplementary_one() {
        let command = key_usage_request().on_behalf_of(EntityId([7; 8]), 9);
        let response = command.response(vec![0x05, 0x00]);
        assert_eq!(response.originator, METER.0);
        assert_eq!(
            hex(&response.signed_octets()),
            concat!(
                "090200000000000003e8",
                "085e00000000000002",
                "085e00000000000001",
                "00",
                "12000a07070707070707070000000000000009",
                "020500",
            )
        );
    }

    #[test]
    fn a_length_may_lie() {
        let mut message = key_usage_request();
        message.content_length = Length::Stated(7);
        let octets = message.general_signing(&Signature::Absent);
        assert_eq!(octets[33], 7);
        assert_eq!(octets.len(), 40);
    }

    #[test]
    fn date_times() {
        assert_eq!(hex(&date_time(0, 0xFF, 0xFF)), "07d00101ff000000008000ff");
        // 2012-02-29 23:59:59
        assert_eq!(hex(&date_time(383_875_199, 3, 0)), "07dc021d03173b3b00800000");
        // 2100-03-01 00:00:00
        assert_eq!(hex(&date_time(3_160_857_600, 0xFF, 0))[..8], *"08340301");
    }

    #[test]
    fn a_block_has_the_routing_header() {
        let octets = block(&key_usage_request(), 3, true, &[1, 2]);
        assert_eq!(
            hex(&octets),
            concat!(
                "dd090100000000000003e8085e00000000000001085e0000000000000200",
                "02000a00",
                "0e0000000000",
                "e08000030000",
                "020102",
            )
        );
    }
}

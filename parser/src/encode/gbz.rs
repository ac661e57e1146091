//! GBZ: components in plain and encrypted form, and alerts. ZCL payloads are little endian, all
//! else big endian.

/// A component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// Extended header control: 0x01 last, 0x02 encrypted, 0x10 from date-time present. The parts
    /// below are written where they are given, whatever stands here.
    pub control: u8,
    /// Cluster.
    pub cluster: u16,
    /// Length to be written instead of the true one.
    pub stated_length: Option<u16>,
    /// From date-time, seconds since 2000-01-01 00:00:00 UTC.
    pub from_date_time: Option<u32>,
    /// ZCL frame control.
    pub frame_control: u8,
    /// ZCL transaction sequence number.
    pub sequence: u8,
    /// ZCL command.
    pub command: u8,
    /// What follows the ZCL header.
    pub payload: Payload,
}

/// What follows the ZCL header of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// A ZCL payload.
    Plain(Vec<u8>),
    /// An encrypted one.
    Sealed(Sealed),
}

/// The encrypted layout of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Additional header control.
    pub additional_control: u8,
    /// Additional header frame counter: counts the encrypted components from 0.
    pub frame_counter: u8,
    /// Ciphered length to be written instead of the true one.
    pub stated_length: Option<u16>,
    /// Security control octet; 0x31 in a right message.
    pub security_control: u8,
    /// Invocation counter; 0 in a right message.
    pub invocation_counter: u32,
    /// Ciphertext and tag.
    pub sealed: Vec<u8>,
}

impl Sealed {
    /// A right layout around a ciphertext with its tag.
    #[must_use]
    pub fn new(frame_counter: u8, sealed: Vec<u8>) -> Self {
        Self {
            additional_control: 0,
            frame_counter,
            stated_length: None,
            security_control: 0x31,
            invocation_counter: 0,
            sealed,
        }
    }
}

impl Component {
    /// A plain component; [`components`] marks the last one.
    #[must_use]
    pub fn new(cluster: u16, frame_control: u8, command: u8, payload: Vec<u8>) -> Self {
        Self {
            control: 0,
            cluster,
            stated_length: None,
            from_date_time: None,
            frame_control,
            sequence: 0,
            command,
            payload: Payload::Plain(payload),
        }
    }

    /// The same, encrypted.
    #[must_use]
    pub fn sealed(mut self, sealed: Sealed) -> Self {
        self.control |= 0x02;
        self.payload = Payload::Sealed(sealed);
        self
    }

    /// The same with a from date-time.
    #[must_use]
    pub fn from_date_time(mut self, seconds: u32) -> Self {
        self.control |= 0x10;
        self.from_date_time = Some(seconds);
        self
    }

    /// The ZCL frame alone, as it is sent over the home area network outside any message; an
    /// encrypted payload is left out.
    #[must_use]
    pub fn frame(&self) -> Vec<u8> {
        let mut octets = vec![self.frame_control, self.sequence, self.command];
        if let Payload::Plain(payload) = &self.payload {
            octets.extend(payload);
        }
        octets
    }

    /// Appends the component's octets.
    pub fn write(&self, out: &mut Vec<u8>) {
        let mut inner = Vec::new();
        if let Some(seconds) = self.from_date_time {
            inner.extend(seconds.to_be_bytes());
        }
        if let Payload::Sealed(sealed) = &self.payload {
            inner.extend([sealed.additional_control, sealed.frame_counter]);
        }
        inner.extend([self.frame_control, self.sequence, self.command]);
        match &self.payload {
            Payload::Plain(octets) => inner.extend(octets),
            Payload::Sealed(sealed) => {
                let length = (5 + sealed.sealed.len()) as u16;
                inner.extend(sealed.stated_length.unwrap_or(length).to_be_bytes());
                inner.push(sealed.security_control);
                inner.extend(sealed.invocation_counter.to_be_bytes());
                inner.extend(&sealed.sealed);
            }
        }
        out.push(self.control);
        out.extend(self.cluster.to_be_bytes());
        let length = inner.len() as u16;
        out.extend(self.stated_length.unwrap_or(length).to_be_bytes());
        out.extend(inner);
    }
}

/// Numbers the components from 0 and marks the last.
#[must_use]
pub fn numbered(mut components: Vec<Component>) -> Vec<Component> {
    for (sequence, component) in components.iter_mut().enumerate() {
        component.sequence = sequence as u8;
    }
    if let Some(last) = components.last_mut() {
        last.control |= 0x01;
    }
    components
}

/// A command or response of these components, as they are.
#[must_use]
pub fn components(components: &[Component]) -> Vec<u8> {
    let mut out = vec![0x01, 0x09, components.len() as u8];
    for component in components {
        component.write(&mut out);
    }
    out
}

/// An alert: the number that stands where commands count components, the alert code, the device's
/// time in seconds since 2000-01-01 00:00:00 UTC, and what the alert code asks for.
#[must_use]
pub fn alert(count: u8, code: u16, seconds: u32, rest: &[u8]) -> Vec<u8> {
    let mut out = vec![0x01, 0x09, count];
    out.extend(code.to_be_bytes());
    out.extend(seconds.to_be_bytes());
    out.extend(rest);
    out
}

/// An attribute in a Read Attributes Response: its id, SUCCESS, the ZCL type and the low `octets`
/// octets of its value.
#[must_use]
pub fn attribute(id: u16, data_type: u8, octets: usize, value: u64) -> Vec<u8> {
    let mut out = id.to_le_bytes().to_vec();
    out.extend([0x00, data_type]);
    out.extend(value.to_le_bytes().iter().take(octets));
    out
}

/// A ZCL Default Response to a command.
#[must_use]
pub fn default_response(cluster: u16, command: u8, status: u8, to_server: bool) -> Component {
    let frame_control = if to_server { 0x00 } else { 0x08 };
    Component::new(cluster, frame_control, 0x0B, vec![command, status])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(octets: &[u8]) -> String {
        octets.iter().map(|octet| format!("{octet:02x}")).collect()
    }

    #[test]
    fn read_attributes() {
        let read = Component::new(0x0702, 0x00, 0x00, vec![0x01, 0x03]);
        assert_eq!(
            hex(&components(&numbered(vec![read]))),
            "010901010702 0005000000 0103".replace(' ', "")
        );
    }

    #[test]
    fn only_the_last_component_is_marked() {
        let component = Component::new(0x0702, 0x00, 0x00, Vec::new());
        let octets = components(&numbered(vec![component.clone(), component]));
        assert_eq!(hex(&octets), "010902 0007020003 000000 0107020003 000100".replace(' ', ""));
    }

    #[test]
    fn the_encrypted_layout() {
        let component =
            Component::new(0x0702, 0x18, 0x01, Vec::new()).sealed(Sealed::new(0, vec![0xCC; 13]));
        assert_eq!(
            hex(&components(&numbered(vec![component]))),
            concat!(
                "010901",
                "03 0702 0019",
                "00 00",
                "18 00 01",
                "0012",
                "31 00000000",
                "cccccccccccccccccccccccccc",
            )
            .replace(' ', "")
        );
    }

    #[test]
    fn a_from_date_time_stands_before_the_zcl_header() {
        let component = Component::new(0x0700, 0x09, 0x01, vec![0xAA]).from_date_time(0x1C37_4A80);
        assert_eq!(
            hex(&components(&numbered(vec![component]))),
            "010901 11 0700 0008 1c374a80 09 00 01 aa".replace(' ', "")
        );
    }

    #[test]
    fn attributes_are_little_endian() {
        assert_eq!(hex(&attribute(0x0302, 0x22, 3, 1000)), "02030022e80300");
    }

    #[test]
    fn an_alert_has_code_and_time() {
        assert_eq!(hex(&alert(0, 0x8F30, 1, &[])), "010900 8f30 00000001".replace(' ', ""));
    }

    #[test]
    fn a_length_may_lie() {
        let mut component = Component::new(0x0702, 0, 0, Vec::new());
        component.stated_length = Some(9);
        assert_eq!(hex(&components(&[component])), "010901 0007020009 000000".replace(' ', ""));
    }
}

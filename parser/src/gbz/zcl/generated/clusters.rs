//! ZCL clusters, made from `parser/catalogue/zcl-*.txt`.
// Do not edit: change the text files and refresh.

use super::super::table::Count::{All, Kept, LowBits};
use super::super::table::Step::*;
use super::super::table::{Attribute, Cluster, Command, Side, attribute, element};
use crate::kind::Kind::*;

/// What every cluster has, then the clusters in the order of their ids.
#[rustfmt::skip]
pub(in super::super) static CLUSTERS: &[Cluster] = &[
    // general
    Cluster {
        id: 0xFFFF,
        command_ids: [element(0), element(1)],
        sides: [Side { ids: element(22), attributes: ATTRIBUTES_GENERAL_SERVER }, Side { ids: element(25), attributes: ATTRIBUTES_GENERAL_CLIENT }],
        commands: COMMANDS_GENERAL,
    },
    // Basic
    Cluster {
        id: 0x0000,
        command_ids: [element(2), element(3)],
        sides: [Side { ids: element(66), attributes: ATTRIBUTES_0000_SERVER }, Side { ids: element(81), attributes: ATTRIBUTES_0000_CLIENT }],
        commands: COMMANDS_0000,
    },
    // Time
    Cluster {
        id: 0x000A,
        command_ids: [element(4), element(5)],
        sides: [Side { ids: element(83), attributes: ATTRIBUTES_000A_SERVER }, Side { ids: element(94), attributes: ATTRIBUTES_000A_CLIENT }],
        commands: COMMANDS_000A,
    },
    // Keep-Alive
    Cluster {
        id: 0x0025,
        command_ids: [element(6), element(7)],
        sides: [Side { ids: element(95), attributes: ATTRIBUTES_0025_SERVER }, Side { ids: element(98), attributes: ATTRIBUTES_0025_CLIENT }],
        commands: COMMANDS_0025,
    },
    // Price
    Cluster {
        id: 0x0700,
        command_ids: [element(8), element(9)],
        sides: [Side { ids: element(99), attributes: ATTRIBUTES_0700_SERVER }, Side { ids: element(503), attributes: ATTRIBUTES_0700_CLIENT }],
        commands: COMMANDS_0700,
    },
    // Metering
    Cluster {
        id: 0x0702,
        command_ids: [element(10), element(11)],
        sides: [Side { ids: element(625), attributes: ATTRIBUTES_0702_SERVER }, Side { ids: element(1167), attributes: ATTRIBUTES_0702_CLIENT }],
        commands: COMMANDS_0702,
    },
    // Messaging
    Cluster {
        id: 0x0703,
        command_ids: [element(12), element(13)],
        sides: [Side { ids: element(1278), attributes: ATTRIBUTES_0703_SERVER }, Side { ids: element(1279), attributes: ATTRIBUTES_0703_CLIENT }],
        commands: COMMANDS_0703,
    },
    // Prepayment
    Cluster {
        id: 0x0705,
        command_ids: [element(14), element(15)],
        sides: [Side { ids: element(1295), attributes: ATTRIBUTES_0705_SERVER }, Side { ids: element(1425), attributes: ATTRIBUTES_0705_CLIENT }],
        commands: COMMANDS_0705,
    },
    // Calendar
    Cluster {
        id: 0x0707,
        command_ids: [element(16), element(17)],
        sides: [Side { ids: element(1486), attributes: ATTRIBUTES_0707_SERVER }, Side { ids: element(1495), attributes: ATTRIBUTES_0707_CLIENT }],
        commands: COMMANDS_0707,
    },
    // Device Management
    Cluster {
        id: 0x0708,
        command_ids: [element(18), element(19)],
        sides: [Side { ids: element(1543), attributes: ATTRIBUTES_0708_SERVER }, Side { ids: element(1560), attributes: ATTRIBUTES_0708_CLIENT }],
        commands: COMMANDS_0708,
    },
    // Events
    Cluster {
        id: 0x0709,
        command_ids: [element(20), element(21)],
        sides: [Side { ids: element(1596), attributes: ATTRIBUTES_0709_SERVER }, Side { ids: element(1597), attributes: ATTRIBUTES_0709_CLIENT }],
        commands: COMMANDS_0709,
    },
];

#[rustfmt::skip]
const ATTRIBUTES_GENERAL_SERVER: &[Attribute] = &[
    attribute(0xFFFD, 0x21, 23), attribute(0xFFFE, 0x30, 24),
];

#[rustfmt::skip]
const ATTRIBUTES_GENERAL_CLIENT: &[Attribute] = &[
];

#[rustfmt::skip]
const COMMANDS_GENERAL: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(26), steps: &[ // read-attributes
        Each { element: element(27), kind: ZclAttributeId, octets: 2, count: All },
    ] },
    Command { to_client: false, id: 0x01, element: element(28), steps: &[ // read-attributes-response
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            Value { element: element(30), kind: ZclEnum, octets: 1, keep: Some(0) },
            When { register: 0, values: &[0], negate: false, steps: &[
                Typed,
            ] },
        ] },
    ] },
    Command { to_client: false, id: 0x02, element: element(31), steps: &[ // write-attributes
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            Typed,
        ] },
    ] },
    Command { to_client: false, id: 0x03, element: element(32), steps: &[ // write-attributes-undivided
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            Typed,
        ] },
    ] },
    Command { to_client: false, id: 0x04, element: element(33), steps: &[ // write-attributes-response
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(30), kind: ZclEnum, octets: 1, keep: None },
            Optional,
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
        ] },
    ] },
    Command { to_client: false, id: 0x05, element: element(34), steps: &[ // write-attributes-no-response
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            Typed,
        ] },
    ] },
    Command { to_client: false, id: 0x06, element: element(35), steps: &[ // configure-reporting
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(36), kind: ZclUnsigned, octets: 1, keep: Some(0) },
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            When { register: 0, values: &[0], negate: false, steps: &[
                DataType { element: element(37) },
                Value { element: element(38), kind: ZclUnsigned, octets: 2, keep: None },
                Value { element: element(39), kind: ZclUnsigned, octets: 2, keep: None },
                TypedLike,
            ] },
            When { register: 0, values: &[1], negate: false, steps: &[
                Value { element: element(40), kind: ZclUnsigned, octets: 2, keep: None },
            ] },
        ] },
    ] },
    Command { to_client: false, id: 0x07, element: element(41), steps: &[ // configure-reporting-response
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(30), kind: ZclEnum, octets: 1, keep: None },
            Optional,
            Value { element: element(36), kind: ZclUnsigned, octets: 1, keep: None },
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
        ] },
    ] },
    Command { to_client: false, id: 0x08, element: element(42), steps: &[ // read-reporting-configuration
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(36), kind: ZclUnsigned, octets: 1, keep: None },
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
        ] },
    ] },
    Command { to_client: false, id: 0x09, element: element(43), steps: &[ // read-reporting-configuration-response
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(30), kind: ZclEnum, octets: 1, keep: Some(0) },
            Value { element: element(36), kind: ZclUnsigned, octets: 1, keep: Some(1) },
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            When { register: 0, values: &[0], negate: false, steps: &[
                When { register: 1, values: &[0], negate: false, steps: &[
                    DataType { element: element(37) },
                    Value { element: element(38), kind: ZclUnsigned, octets: 2, keep: None },
                    Value { element: element(39), kind: ZclUnsigned, octets: 2, keep: None },
                    TypedLike,
                ] },
                When { register: 1, values: &[1], negate: false, steps: &[
                    Value { element: element(40), kind: ZclUnsigned, octets: 2, keep: None },
                ] },
            ] },
        ] },
    ] },
    Command { to_client: false, id: 0x0A, element: element(44), steps: &[ // report-attributes
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            Typed,
        ] },
    ] },
    Command { to_client: false, id: 0x0B, element: element(45), steps: &[ // default-response
        Value { element: element(46), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(30), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0C, element: element(47), steps: &[ // discover-attributes
        Value { element: element(48), kind: ZclAttributeId, octets: 2, keep: None },
        Value { element: element(49), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0D, element: element(50), steps: &[ // discover-attributes-response
        Value { element: element(51), kind: ZclBoolean, octets: 1, keep: None },
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            DataType { element: element(37) },
        ] },
    ] },
    Command { to_client: false, id: 0x0E, element: element(52), steps: &[ // read-attributes-structured
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            Value { element: element(53), kind: ZclBitmap, octets: 1, keep: Some(0) },
            Each { element: element(54), kind: ZclUnsigned, octets: 2, count: LowBits(0) },
        ] },
    ] },
    Command { to_client: false, id: 0x0F, element: element(55), steps: &[ // write-attributes-structured
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            Value { element: element(53), kind: ZclBitmap, octets: 1, keep: Some(0) },
            Each { element: element(54), kind: ZclUnsigned, octets: 2, count: LowBits(0) },
            Typed,
        ] },
    ] },
    Command { to_client: false, id: 0x10, element: element(56), steps: &[ // write-attributes-structured-response
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(30), kind: ZclEnum, octets: 1, keep: None },
            Optional,
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            Value { element: element(53), kind: ZclBitmap, octets: 1, keep: Some(0) },
            Each { element: element(54), kind: ZclUnsigned, octets: 2, count: LowBits(0) },
        ] },
    ] },
    Command { to_client: false, id: 0x11, element: element(57), steps: &[ // discover-commands-received
        Value { element: element(58), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(59), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x12, element: element(60), steps: &[ // discover-commands-received-response
        Value { element: element(51), kind: ZclBoolean, octets: 1, keep: None },
        Each { element: element(46), kind: ZclUnsigned, octets: 1, count: All },
    ] },
    Command { to_client: false, id: 0x13, element: element(61), steps: &[ // discover-commands-generated
        Value { element: element(58), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(59), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x14, element: element(62), steps: &[ // discover-commands-generated-response
        Value { element: element(51), kind: ZclBoolean, octets: 1, keep: None },
        Each { element: element(46), kind: ZclUnsigned, octets: 1, count: All },
    ] },
    Command { to_client: false, id: 0x15, element: element(63), steps: &[ // discover-attributes-extended
        Value { element: element(48), kind: ZclAttributeId, octets: 2, keep: None },
        Value { element: element(49), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x16, element: element(64), steps: &[ // discover-attributes-extended-response
        Value { element: element(51), kind: ZclBoolean, octets: 1, keep: None },
        Repeat { element: element(29), count: All, steps: &[
            Value { element: element(27), kind: ZclAttributeId, octets: 2, keep: None },
            DataType { element: element(37) },
            Value { element: element(65), kind: ZclBitmap, octets: 1, keep: None },
        ] },
    ] },
];

#[rustfmt::skip]
const ATTRIBUTES_0000_SERVER: &[Attribute] = &[
    attribute(0x0000, 0x20, 67), attribute(0x0001, 0x20, 68), attribute(0x0002, 0x20, 69),
    attribute(0x0003, 0x20, 70), attribute(0x0004, 0x42, 71), attribute(0x0005, 0x42, 72),
    attribute(0x0006, 0x42, 73), attribute(0x0007, 0x30, 74), attribute(0x0010, 0x42, 75),
    attribute(0x0011, 0x30, 76), attribute(0x0012, 0x10, 77), attribute(0x0013, 0x18, 78),
    attribute(0x0014, 0x18, 79), attribute(0x4000, 0x42, 80),
];

#[rustfmt::skip]
const ATTRIBUTES_0000_CLIENT: &[Attribute] = &[
];

#[rustfmt::skip]
const COMMANDS_0000: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(82), steps: &[ // reset-to-factory-defaults
    ] },
];

#[rustfmt::skip]
const ATTRIBUTES_000A_SERVER: &[Attribute] = &[
    attribute(0x0000, 0xE2, 84), attribute(0x0001, 0x18, 85), attribute(0x0002, 0x2B, 86),
    attribute(0x0003, 0x23, 87), attribute(0x0004, 0x23, 88), attribute(0x0005, 0x2B, 89),
    attribute(0x0006, 0x23, 90), attribute(0x0007, 0x23, 91), attribute(0x0008, 0xE2, 92),
    attribute(0x0009, 0xE2, 93),
];

#[rustfmt::skip]
const ATTRIBUTES_000A_CLIENT: &[Attribute] = &[
];

#[rustfmt::skip]
const COMMANDS_000A: &[Command] = &[
];

#[rustfmt::skip]
const ATTRIBUTES_0025_SERVER: &[Attribute] = &[
    attribute(0x0000, 0x20, 96), attribute(0x0001, 0x21, 97),
];

#[rustfmt::skip]
const ATTRIBUTES_0025_CLIENT: &[Attribute] = &[
];

#[rustfmt::skip]
const COMMANDS_0025: &[Command] = &[
];

#[rustfmt::skip]
const ATTRIBUTES_0700_SERVER: &[Attribute] = &[
    attribute(0x0000, 0x41, 100), attribute(0x0001, 0x41, 101), attribute(0x0002, 0x41, 102),
    attribute(0x0003, 0x41, 103), attribute(0x0004, 0x41, 104), attribute(0x0005, 0x41, 105),
    attribute(0x0006, 0x41, 106), attribute(0x0007, 0x41, 107), attribute(0x0008, 0x41, 108),
    attribute(0x0009, 0x41, 109), attribute(0x000A, 0x41, 110), attribute(0x000B, 0x41, 111),
    attribute(0x000C, 0x41, 112), attribute(0x000D, 0x41, 113), attribute(0x000E, 0x41, 114),
    attribute(0x000F, 0x41, 115), attribute(0x0010, 0x41, 116), attribute(0x0011, 0x41, 117),
    attribute(0x0012, 0x41, 118), attribute(0x0013, 0x41, 119), attribute(0x0014, 0x41, 120),
    attribute(0x0015, 0x41, 121), attribute(0x0016, 0x41, 122), attribute(0x0017, 0x41, 123),
    attribute(0x0018, 0x41, 124), attribute(0x0019, 0x41, 125), attribute(0x001A, 0x41, 126),
    attribute(0x001B, 0x41, 127), attribute(0x001C, 0x41, 128), attribute(0x001D, 0x41, 129),
    attribute(0x001E, 0x41, 130), attribute(0x001F, 0x41, 131), attribute(0x0020, 0x41, 132),
    attribute(0x0021, 0x41, 133), attribute(0x0022, 0x41, 134), attribute(0x0023, 0x41, 135),
    attribute(0x0024, 0x41, 136), attribute(0x0025, 0x41, 137), attribute(0x0026, 0x41, 138),
    attribute(0x0027, 0x41, 139), attribute(0x0028, 0x41, 140), attribute(0x0029, 0x41, 141),
    attribute(0x002A, 0x41, 142), attribute(0x002B, 0x41, 143), attribute(0x002C, 0x41, 144),
    attribute(0x002D, 0x41, 145), attribute(0x002E, 0x41, 146), attribute(0x002F, 0x41, 147),
    attribute(0x0100, 0x25, 148), attribute(0x0101, 0x25, 149), attribute(0x0102, 0x25, 150),
    attribute(0x0103, 0x25, 151), attribute(0x0104, 0x25, 152), attribute(0x0105, 0x25, 153),
    attribute(0x0106, 0x25, 154), attribute(0x0107, 0x25, 155), attribute(0x0108, 0x25, 156),
    attribute(0x0109, 0x25, 157), attribute(0x010A, 0x25, 158), attribute(0x010B, 0x25, 159),
    attribute(0x010C, 0x25, 160), attribute(0x010D, 0x25, 161), attribute(0x010E, 0x25, 162),
    attribute(0x010F, 0x20, 163), attribute(0x0200, 0xE2, 164), attribute(0x0201, 0x22, 165),
    attribute(0x0202, 0x22, 166), attribute(0x0203, 0x22, 167), attribute(0x0204, 0x18, 168),
    attribute(0x0300, 0x30, 169), attribute(0x0301, 0x23, 170), attribute(0x0302, 0x23, 171),
    attribute(0x0303, 0x18, 172), attribute(0x0304, 0x23, 173), attribute(0x0305, 0x30, 174),
    attribute(0x0306, 0x18, 175), attribute(0x0400, 0x23, 176), attribute(0x0401, 0x23, 177),
    attribute(0x0402, 0x23, 178), attribute(0x0403, 0x23, 179), attribute(0x0404, 0x23, 180),
    attribute(0x0405, 0x23, 181), attribute(0x0406, 0x23, 182), attribute(0x0407, 0x23, 183),
    attribute(0x0408, 0x23, 184), attribute(0x0409, 0x23, 185), attribute(0x040A, 0x23, 186),
    attribute(0x040B, 0x23, 187), attribute(0x040C, 0x23, 188), attribute(0x040D, 0x23, 189),
    attribute(0x040E, 0x23, 190), attribute(0x040F, 0x23, 191), attribute(0x0410, 0x23, 192),
    attribute(0x0411, 0x23, 193), attribute(0x0412, 0x23, 194), attribute(0x0413, 0x23, 195),
    attribute(0x0414, 0x23, 196), attribute(0x0415, 0x23, 197), attribute(0x0416, 0x23, 198),
    attribute(0x0417, 0x23, 199), attribute(0x0418, 0x23, 200), attribute(0x0419, 0x23, 201),
    attribute(0x041A, 0x23, 202), attribute(0x041B, 0x23, 203), attribute(0x041C, 0x23, 204),
    attribute(0x041D, 0x23, 205), attribute(0x041E, 0x23, 206), attribute(0x041F, 0x23, 207),
    attribute(0x0420, 0x23, 208), attribute(0x0421, 0x23, 209), attribute(0x0422, 0x23, 210),
    attribute(0x0423, 0x23, 211), attribute(0x0424, 0x23, 212), attribute(0x0425, 0x23, 213),
    attribute(0x0426, 0x23, 214), attribute(0x0427, 0x23, 215), attribute(0x0428, 0x23, 216),
    attribute(0x0429, 0x23, 217), attribute(0x042A, 0x23, 218), attribute(0x042B, 0x23, 219),
    attribute(0x042C, 0x23, 220), attribute(0x042D, 0x23, 221), attribute(0x042E, 0x23, 222),
    attribute(0x042F, 0x23, 223), attribute(0x0430, 0x23, 224), attribute(0x0431, 0x23, 225),
    attribute(0x0432, 0x23, 226), attribute(0x0433, 0x23, 227), attribute(0x0434, 0x23, 228),
    attribute(0x0435, 0x23, 229), attribute(0x0436, 0x23, 230), attribute(0x0437, 0x23, 231),
    attribute(0x0438, 0x23, 232), attribute(0x0439, 0x23, 233), attribute(0x043A, 0x23, 234),
    attribute(0x043B, 0x23, 235), attribute(0x043C, 0x23, 236), attribute(0x043D, 0x23, 237),
    attribute(0x043E, 0x23, 238), attribute(0x043F, 0x23, 239), attribute(0x0440, 0x23, 240),
    attribute(0x0441, 0x23, 241), attribute(0x0442, 0x23, 242), attribute(0x0443, 0x23, 243),
    attribute(0x0444, 0x23, 244), attribute(0x0445, 0x23, 245), attribute(0x0446, 0x23, 246),
    attribute(0x0447, 0x23, 247), attribute(0x0448, 0x23, 248), attribute(0x0449, 0x23, 249),
    attribute(0x044A, 0x23, 250), attribute(0x044B, 0x23, 251), attribute(0x044C, 0x23, 252),
    attribute(0x044D, 0x23, 253), attribute(0x044E, 0x23, 254), attribute(0x044F, 0x23, 255),
    attribute(0x0450, 0x23, 256), attribute(0x0451, 0x23, 257), attribute(0x0452, 0x23, 258),
    attribute(0x0453, 0x23, 259), attribute(0x0454, 0x23, 260), attribute(0x0455, 0x23, 261),
    attribute(0x0456, 0x23, 262), attribute(0x0457, 0x23, 263), attribute(0x0458, 0x23, 264),
    attribute(0x0459, 0x23, 265), attribute(0x045A, 0x23, 266), attribute(0x045B, 0x23, 267),
    attribute(0x045C, 0x23, 268), attribute(0x045D, 0x23, 269), attribute(0x045E, 0x23, 270),
    attribute(0x045F, 0x23, 271), attribute(0x0460, 0x23, 272), attribute(0x0461, 0x23, 273),
    attribute(0x0462, 0x23, 274), attribute(0x0463, 0x23, 275), attribute(0x0464, 0x23, 276),
    attribute(0x0465, 0x23, 277), attribute(0x0466, 0x23, 278), attribute(0x0467, 0x23, 279),
    attribute(0x0468, 0x23, 280), attribute(0x0469, 0x23, 281), attribute(0x046A, 0x23, 282),
    attribute(0x046B, 0x23, 283), attribute(0x046C, 0x23, 284), attribute(0x046D, 0x23, 285),
    attribute(0x046E, 0x23, 286), attribute(0x046F, 0x23, 287), attribute(0x0470, 0x23, 288),
    attribute(0x0471, 0x23, 289), attribute(0x0472, 0x23, 290), attribute(0x0473, 0x23, 291),
    attribute(0x0474, 0x23, 292), attribute(0x0475, 0x23, 293), attribute(0x0476, 0x23, 294),
    attribute(0x0477, 0x23, 295), attribute(0x0478, 0x23, 296), attribute(0x0479, 0x23, 297),
    attribute(0x047A, 0x23, 298), attribute(0x047B, 0x23, 299), attribute(0x047C, 0x23, 300),
    attribute(0x047D, 0x23, 301), attribute(0x047E, 0x23, 302), attribute(0x047F, 0x23, 303),
    attribute(0x0480, 0x23, 304), attribute(0x0481, 0x23, 305), attribute(0x0482, 0x23, 306),
    attribute(0x0483, 0x23, 307), attribute(0x0484, 0x23, 308), attribute(0x0485, 0x23, 309),
    attribute(0x0486, 0x23, 310), attribute(0x0487, 0x23, 311), attribute(0x0488, 0x23, 312),
    attribute(0x0489, 0x23, 313), attribute(0x048A, 0x23, 314), attribute(0x048B, 0x23, 315),
    attribute(0x048C, 0x23, 316), attribute(0x048D, 0x23, 317), attribute(0x048E, 0x23, 318),
    attribute(0x048F, 0x23, 319), attribute(0x0490, 0x23, 320), attribute(0x0491, 0x23, 321),
    attribute(0x0492, 0x23, 322), attribute(0x0493, 0x23, 323), attribute(0x0494, 0x23, 324),
    attribute(0x0495, 0x23, 325), attribute(0x0496, 0x23, 326), attribute(0x0497, 0x23, 327),
    attribute(0x0498, 0x23, 328), attribute(0x0499, 0x23, 329), attribute(0x049A, 0x23, 330),
    attribute(0x049B, 0x23, 331), attribute(0x049C, 0x23, 332), attribute(0x049D, 0x23, 333),
    attribute(0x049E, 0x23, 334), attribute(0x049F, 0x23, 335), attribute(0x04A0, 0x23, 336),
    attribute(0x04A1, 0x23, 337), attribute(0x04A2, 0x23, 338), attribute(0x04A3, 0x23, 339),
    attribute(0x04A4, 0x23, 340), attribute(0x04A5, 0x23, 341), attribute(0x04A6, 0x23, 342),
    attribute(0x04A7, 0x23, 343), attribute(0x04A8, 0x23, 344), attribute(0x04A9, 0x23, 345),
    attribute(0x04AA, 0x23, 346), attribute(0x04AB, 0x23, 347), attribute(0x04AC, 0x23, 348),
    attribute(0x04AD, 0x23, 349), attribute(0x04AE, 0x23, 350), attribute(0x04AF, 0x23, 351),
    attribute(0x04B0, 0x23, 352), attribute(0x04B1, 0x23, 353), attribute(0x04B2, 0x23, 354),
    attribute(0x04B3, 0x23, 355), attribute(0x04B4, 0x23, 356), attribute(0x04B5, 0x23, 357),
    attribute(0x04B6, 0x23, 358), attribute(0x04B7, 0x23, 359), attribute(0x04B8, 0x23, 360),
    attribute(0x04B9, 0x23, 361), attribute(0x04BA, 0x23, 362), attribute(0x04BB, 0x23, 363),
    attribute(0x04BC, 0x23, 364), attribute(0x04BD, 0x23, 365), attribute(0x04BE, 0x23, 366),
    attribute(0x04BF, 0x23, 367), attribute(0x04C0, 0x23, 368), attribute(0x04C1, 0x23, 369),
    attribute(0x04C2, 0x23, 370), attribute(0x04C3, 0x23, 371), attribute(0x04C4, 0x23, 372),
    attribute(0x04C5, 0x23, 373), attribute(0x04C6, 0x23, 374), attribute(0x04C7, 0x23, 375),
    attribute(0x04C8, 0x23, 376), attribute(0x04C9, 0x23, 377), attribute(0x04CA, 0x23, 378),
    attribute(0x04CB, 0x23, 379), attribute(0x04CC, 0x23, 380), attribute(0x04CD, 0x23, 381),
    attribute(0x04CE, 0x23, 382), attribute(0x04CF, 0x23, 383), attribute(0x04D0, 0x23, 384),
    attribute(0x04D1, 0x23, 385), attribute(0x04D2, 0x23, 386), attribute(0x04D3, 0x23, 387),
    attribute(0x04D4, 0x23, 388), attribute(0x04D5, 0x23, 389), attribute(0x04D6, 0x23, 390),
    attribute(0x04D7, 0x23, 391), attribute(0x04D8, 0x23, 392), attribute(0x04D9, 0x23, 393),
    attribute(0x04DA, 0x23, 394), attribute(0x04DB, 0x23, 395), attribute(0x04DC, 0x23, 396),
    attribute(0x04DD, 0x23, 397), attribute(0x04DE, 0x23, 398), attribute(0x04DF, 0x23, 399),
    attribute(0x04E0, 0x23, 400), attribute(0x04E1, 0x23, 401), attribute(0x04E2, 0x23, 402),
    attribute(0x04E3, 0x23, 403), attribute(0x04E4, 0x23, 404), attribute(0x04E5, 0x23, 405),
    attribute(0x04E6, 0x23, 406), attribute(0x04E7, 0x23, 407), attribute(0x04E8, 0x23, 408),
    attribute(0x04E9, 0x23, 409), attribute(0x04EA, 0x23, 410), attribute(0x04EB, 0x23, 411),
    attribute(0x04EC, 0x23, 412), attribute(0x04ED, 0x23, 413), attribute(0x04EE, 0x23, 414),
    attribute(0x04EF, 0x23, 415), attribute(0x04F0, 0x23, 416), attribute(0x04F1, 0x23, 417),
    attribute(0x04F2, 0x23, 418), attribute(0x04F3, 0x23, 419), attribute(0x04F4, 0x23, 420),
    attribute(0x04F5, 0x23, 421), attribute(0x04F6, 0x23, 422), attribute(0x04F7, 0x23, 423),
    attribute(0x04F8, 0x23, 424), attribute(0x04F9, 0x23, 425), attribute(0x04FA, 0x23, 426),
    attribute(0x04FB, 0x23, 427), attribute(0x04FC, 0x23, 428), attribute(0x04FD, 0x23, 429),
    attribute(0x04FE, 0x23, 430), attribute(0x04FF, 0x23, 431), attribute(0x050F, 0x23, 432),
    attribute(0x0510, 0x23, 433), attribute(0x0511, 0x23, 434), attribute(0x0512, 0x23, 435),
    attribute(0x0513, 0x23, 436), attribute(0x0514, 0x23, 437), attribute(0x0515, 0x23, 438),
    attribute(0x0516, 0x23, 439), attribute(0x0517, 0x23, 440), attribute(0x0518, 0x23, 441),
    attribute(0x0519, 0x23, 442), attribute(0x051A, 0x23, 443), attribute(0x051B, 0x23, 444),
    attribute(0x051C, 0x23, 445), attribute(0x051D, 0x23, 446), attribute(0x051E, 0x23, 447),
    attribute(0x051F, 0x23, 448), attribute(0x0520, 0x23, 449), attribute(0x0521, 0x23, 450),
    attribute(0x0522, 0x23, 451), attribute(0x0523, 0x23, 452), attribute(0x0524, 0x23, 453),
    attribute(0x0525, 0x23, 454), attribute(0x0526, 0x23, 455), attribute(0x0527, 0x23, 456),
    attribute(0x0528, 0x23, 457), attribute(0x0529, 0x23, 458), attribute(0x052A, 0x23, 459),
    attribute(0x052B, 0x23, 460), attribute(0x052C, 0x23, 461), attribute(0x052D, 0x23, 462),
    attribute(0x052E, 0x23, 463), attribute(0x052F, 0x23, 464), attribute(0x05FE, 0x23, 465),
    attribute(0x05FF, 0x23, 466), attribute(0x0610, 0x41, 467), attribute(0x0611, 0x20, 468),
    attribute(0x0612, 0x20, 469), attribute(0x0613, 0x20, 470), attribute(0x0615, 0x30, 471),
    attribute(0x0616, 0x21, 472), attribute(0x0617, 0x18, 473), attribute(0x0619, 0x30, 474),
    attribute(0x0620, 0x23, 475), attribute(0x0621, 0x30, 476), attribute(0x0622, 0x18, 477),
    attribute(0x0700, 0xE2, 478), attribute(0x0701, 0x22, 479), attribute(0x0702, 0xE2, 480),
    attribute(0x0703, 0x22, 481), attribute(0x0704, 0x23, 482), attribute(0x0800, 0xE2, 483),
    attribute(0x0801, 0x30, 484), attribute(0x0802, 0x2B, 485), attribute(0x080A, 0x2B, 486),
    attribute(0x080B, 0x30, 487), attribute(0x0810, 0x23, 488), attribute(0x0811, 0xE2, 489),
    attribute(0x0812, 0x41, 490), attribute(0x0820, 0x23, 491), attribute(0x0821, 0xE2, 492),
    attribute(0x0822, 0x41, 493), attribute(0x0830, 0x23, 494), attribute(0x0831, 0xE2, 495),
    attribute(0x0832, 0x41, 496), attribute(0x0840, 0x23, 497), attribute(0x0841, 0xE2, 498),
    attribute(0x0842, 0x41, 499), attribute(0x0850, 0x23, 500), attribute(0x0851, 0xE2, 501),
    attribute(0x0852, 0x41, 502),
];

#[rustfmt::skip]
const ATTRIBUTES_0700_CLIENT: &[Attribute] = &[
    attribute(0x0000, 0x20, 504), attribute(0x0001, 0x20, 505), attribute(0x0002, 0x30, 169),
];

#[rustfmt::skip]
const COMMANDS_0700: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(506), steps: &[ // get-current-price
        Value { element: element(507), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x01, element: element(508), steps: &[ // get-scheduled-prices
        Value { element: element(509), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(510), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x02, element: element(511), steps: &[ // price-acknowledgement
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(514), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(515), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x03, element: element(516), steps: &[ // get-block-periods
        Value { element: element(509), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(510), kind: ZclUnsigned, octets: 1, keep: None },
        Optional,
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x04, element: element(518), steps: &[ // get-conversion-factor
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(520), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(521), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x05, element: element(522), steps: &[ // get-calorific-value
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(520), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(521), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x06, element: element(523), steps: &[ // get-tariff-information
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(520), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(521), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x07, element: element(524), steps: &[ // get-price-matrix
        Value { element: element(525), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x08, element: element(526), steps: &[ // get-block-thresholds
        Value { element: element(525), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x09, element: element(527), steps: &[ // get-co2-value
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(520), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(521), kind: ZclUnsigned, octets: 1, keep: None },
        Optional,
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0A, element: element(528), steps: &[ // get-tier-labels
        Value { element: element(525), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x0B, element: element(529), steps: &[ // get-billing-period
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(520), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(521), kind: ZclUnsigned, octets: 1, keep: None },
        Optional,
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0C, element: element(530), steps: &[ // get-consolidated-bill
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(520), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(521), kind: ZclUnsigned, octets: 1, keep: None },
        Optional,
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0D, element: element(531), steps: &[ // cpp-event-response
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(532), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0E, element: element(533), steps: &[ // get-credit-payment
        Value { element: element(534), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(535), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0F, element: element(536), steps: &[ // get-currency-conversion
    ] },
    Command { to_client: false, id: 0x10, element: element(537), steps: &[ // get-tariff-cancellation
    ] },
    Command { to_client: true, id: 0x00, element: element(538), steps: &[ // publish-price
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Text { element: element(539), kind: ZclOctetString },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(540), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(541), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(542), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(543), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(544), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(546), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(547), kind: ZclUnsigned, octets: 4, keep: None },
        Optional,
        Value { element: element(548), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(549), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(550), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(551), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(552), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(553), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(554), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(515), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(555), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(556), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(557), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(558), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(559), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x01, element: element(560), steps: &[ // publish-block-period
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(561), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(562), kind: ZclUnsigned, octets: 3, keep: None },
        Value { element: element(563), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(564), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(565), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x02, element: element(566), steps: &[ // publish-conversion-factor
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(567), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(568), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x03, element: element(569), steps: &[ // publish-calorific-value
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(570), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(571), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(572), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x04, element: element(573), steps: &[ // publish-tariff-information
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(525), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(574), kind: ZclBitmap, octets: 1, keep: None },
        Text { element: element(575), kind: ZclOctetString },
        Value { element: element(576), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(577), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(541), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(542), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(578), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(579), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(580), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(581), kind: ZclUnsigned, octets: 3, keep: None },
        Value { element: element(582), kind: ZclUnsigned, octets: 3, keep: None },
    ] },
    Command { to_client: true, id: 0x05, element: element(583), steps: &[ // publish-price-matrix
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(525), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(586), kind: ZclBitmap, octets: 1, keep: None },
        Repeat { element: element(587), count: All, steps: &[
            Value { element: element(588), kind: ZclUnsigned, octets: 1, keep: None },
            Value { element: element(547), kind: ZclUnsigned, octets: 4, keep: None },
        ] },
    ] },
    Command { to_client: true, id: 0x06, element: element(589), steps: &[ // publish-block-thresholds
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(525), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(590), kind: ZclBitmap, octets: 1, keep: None },
        Repeat { element: element(591), count: All, steps: &[
            Value { element: element(592), kind: ZclBitmap, octets: 1, keep: Some(0) },
            Each { element: element(593), kind: ZclUnsigned, octets: 6, count: LowBits(0) },
        ] },
    ] },
    Command { to_client: true, id: 0x07, element: element(594), steps: &[ // publish-co2-value
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(595), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(596), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(597), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x08, element: element(598), steps: &[ // publish-tier-labels
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(525), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(599), kind: ZclUnsigned, octets: 1, keep: Some(0) },
        Repeat { element: element(600), count: Kept(0), steps: &[
            Value { element: element(601), kind: ZclUnsigned, octets: 1, keep: None },
            Text { element: element(602), kind: ZclOctetString },
        ] },
    ] },
    Command { to_client: true, id: 0x09, element: element(603), steps: &[ // publish-billing-period
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(604), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(605), kind: ZclUnsigned, octets: 3, keep: None },
        Value { element: element(606), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x0A, element: element(607), steps: &[ // publish-consolidated-bill
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(604), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(605), kind: ZclUnsigned, octets: 3, keep: None },
        Value { element: element(606), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(608), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(542), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(609), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x0B, element: element(610), steps: &[ // publish-cpp-event
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(611), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(612), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(532), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x0C, element: element(613), steps: &[ // publish-credit-payment
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(614), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(615), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(616), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(617), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(618), kind: ZclUtcTime, octets: 4, keep: None },
        Text { element: element(619), kind: ZclOctetString },
    ] },
    Command { to_client: true, id: 0x0D, element: element(620), steps: &[ // publish-currency-conversion
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(621), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(622), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(567), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(568), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(623), kind: ZclBitmap, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x0E, element: element(624), steps: &[ // cancel-tariff
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(525), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
    ] },
];

#[rustfmt::skip]
const ATTRIBUTES_0702_SERVER: &[Attribute] = &[
    attribute(0x0000, 0x25, 626), attribute(0x0001, 0x25, 627), attribute(0x0002, 0x25, 628),
    attribute(0x0003, 0x25, 629), attribute(0x0004, 0x25, 630), attribute(0x0005, 0x21, 631),
    attribute(0x0006, 0x28, 632), attribute(0x0007, 0xE2, 633), attribute(0x0008, 0xE2, 634),
    attribute(0x0009, 0xE2, 635), attribute(0x000A, 0x20, 636), attribute(0x000B, 0x20, 637),
    attribute(0x000C, 0x25, 638), attribute(0x000D, 0x22, 639), attribute(0x000E, 0x30, 640),
    attribute(0x000F, 0x30, 641), attribute(0x0011, 0x21, 642), attribute(0x0012, 0x21, 643),
    attribute(0x0013, 0x20, 644), attribute(0x0014, 0x30, 645), attribute(0x0015, 0x25, 646),
    attribute(0x0016, 0x25, 647), attribute(0x0017, 0x2A, 648), attribute(0x0018, 0x2A, 649),
    attribute(0x0019, 0x2A, 650), attribute(0x001A, 0x2A, 651), attribute(0x001B, 0x2A, 652),
    attribute(0x001C, 0x25, 653), attribute(0x001D, 0x25, 654), attribute(0x001E, 0x30, 655),
    attribute(0x001F, 0x25, 656), attribute(0x0020, 0x30, 657), attribute(0x0021, 0x30, 658),
    attribute(0x0022, 0xE2, 659), attribute(0x0100, 0x25, 660), attribute(0x0101, 0x25, 661),
    attribute(0x0102, 0x25, 662), attribute(0x0103, 0x25, 663), attribute(0x0104, 0x25, 664),
    attribute(0x0105, 0x25, 665), attribute(0x0106, 0x25, 666), attribute(0x0107, 0x25, 667),
    attribute(0x0108, 0x25, 668), attribute(0x0109, 0x25, 669), attribute(0x010A, 0x25, 670),
    attribute(0x010B, 0x25, 671), attribute(0x010C, 0x25, 672), attribute(0x010D, 0x25, 673),
    attribute(0x010E, 0x25, 674), attribute(0x010F, 0x25, 675), attribute(0x0110, 0x25, 676),
    attribute(0x0111, 0x25, 677), attribute(0x0112, 0x25, 678), attribute(0x0113, 0x25, 679),
    attribute(0x0114, 0x25, 680), attribute(0x0115, 0x25, 681), attribute(0x0116, 0x25, 682),
    attribute(0x0117, 0x25, 683), attribute(0x0118, 0x25, 684), attribute(0x0119, 0x25, 685),
    attribute(0x011A, 0x25, 686), attribute(0x011B, 0x25, 687), attribute(0x011C, 0x25, 688),
    attribute(0x011D, 0x25, 689), attribute(0x011E, 0x25, 690), attribute(0x011F, 0x25, 691),
    attribute(0x0120, 0x25, 692), attribute(0x0121, 0x25, 693), attribute(0x0122, 0x25, 694),
    attribute(0x0123, 0x25, 695), attribute(0x0124, 0x25, 696), attribute(0x0125, 0x25, 697),
    attribute(0x0126, 0x25, 698), attribute(0x0127, 0x25, 699), attribute(0x0128, 0x25, 700),
    attribute(0x0129, 0x25, 701), attribute(0x012A, 0x25, 702), attribute(0x012B, 0x25, 703),
    attribute(0x012C, 0x25, 704), attribute(0x012D, 0x25, 705), attribute(0x012E, 0x25, 706),
    attribute(0x012F, 0x25, 707), attribute(0x0130, 0x25, 708), attribute(0x0131, 0x25, 709),
    attribute(0x0132, 0x25, 710), attribute(0x0133, 0x25, 711), attribute(0x0134, 0x25, 712),
    attribute(0x0135, 0x25, 713), attribute(0x0136, 0x25, 714), attribute(0x0137, 0x25, 715),
    attribute(0x0138, 0x25, 716), attribute(0x0139, 0x25, 717), attribute(0x013A, 0x25, 718),
    attribute(0x013B, 0x25, 719), attribute(0x013C, 0x25, 720), attribute(0x013D, 0x25, 721),
    attribute(0x013E, 0x25, 722), attribute(0x013F, 0x25, 723), attribute(0x0140, 0x25, 724),
    attribute(0x0141, 0x25, 725), attribute(0x0142, 0x25, 726), attribute(0x0143, 0x25, 727),
    attribute(0x0144, 0x25, 728), attribute(0x0145, 0x25, 729), attribute(0x0146, 0x25, 730),
    attribute(0x0147, 0x25, 731), attribute(0x0148, 0x25, 732), attribute(0x0149, 0x25, 733),
    attribute(0x014A, 0x25, 734), attribute(0x014B, 0x25, 735), attribute(0x014C, 0x25, 736),
    attribute(0x014D, 0x25, 737), attribute(0x014E, 0x25, 738), attribute(0x014F, 0x25, 739),
    attribute(0x0150, 0x25, 740), attribute(0x0151, 0x25, 741), attribute(0x0152, 0x25, 742),
    attribute(0x0153, 0x25, 743), attribute(0x0154, 0x25, 744), attribute(0x0155, 0x25, 745),
    attribute(0x0156, 0x25, 746), attribute(0x0157, 0x25, 747), attribute(0x0158, 0x25, 748),
    attribute(0x0159, 0x25, 749), attribute(0x015A, 0x25, 750), attribute(0x015B, 0x25, 751),
    attribute(0x015C, 0x25, 752), attribute(0x015D, 0x25, 753), attribute(0x015E, 0x25, 754),
    attribute(0x015F, 0x25, 755), attribute(0x01FC, 0x25, 756), attribute(0x01FE, 0x25, 757),
    attribute(0x0200, 0x18, 758), attribute(0x0201, 0x20, 759), attribute(0x0202, 0x22, 760),
    attribute(0x0203, 0x22, 761), attribute(0x0204, 0x1F, 762), attribute(0x0205, 0x21, 763),
    attribute(0x0206, 0x41, 764), attribute(0x0207, 0x30, 765), attribute(0x0300, 0x30, 471),
    attribute(0x0301, 0x22, 766), attribute(0x0302, 0x22, 767), attribute(0x0303, 0x18, 768),
    attribute(0x0304, 0x18, 769), attribute(0x0305, 0x18, 770), attribute(0x0306, 0x18, 771),
    attribute(0x0307, 0x41, 772), attribute(0x0308, 0x41, 773), attribute(0x0309, 0x30, 774),
    attribute(0x030A, 0x18, 775), attribute(0x030B, 0x18, 776), attribute(0x030C, 0x30, 777),
    attribute(0x030D, 0x18, 778), attribute(0x030E, 0x41, 779), attribute(0x030F, 0x41, 780),
    attribute(0x0310, 0x41, 781), attribute(0x0311, 0x41, 782), attribute(0x0312, 0x30, 783),
    attribute(0x0313, 0x18, 784), attribute(0x0314, 0x18, 785), attribute(0x0400, 0x2A, 786),
    attribute(0x0401, 0x22, 787), attribute(0x0402, 0x22, 788), attribute(0x0403, 0x22, 789),
    attribute(0x0404, 0x22, 790), attribute(0x0405, 0xE2, 791), attribute(0x0406, 0xE2, 792),
    attribute(0x0407, 0x22, 793), attribute(0x0408, 0x22, 794), attribute(0x0409, 0x25, 795),
    attribute(0x040A, 0x25, 796), attribute(0x040B, 0x25, 797), attribute(0x040C, 0x25, 798),
    attribute(0x040D, 0x2A, 799), attribute(0x040E, 0x2A, 800), attribute(0x040F, 0x2A, 801),
    attribute(0x0410, 0x2A, 802), attribute(0x0420, 0x22, 803), attribute(0x0421, 0x22, 804),
    attribute(0x0422, 0x22, 805), attribute(0x0423, 0x22, 806), attribute(0x0424, 0x22, 807),
    attribute(0x0425, 0x22, 808), attribute(0x0426, 0x22, 809), attribute(0x0427, 0x22, 810),
    attribute(0x0428, 0x22, 811), attribute(0x0429, 0x22, 812), attribute(0x042A, 0x22, 813),
    attribute(0x042B, 0x22, 814), attribute(0x042C, 0x22, 815), attribute(0x042D, 0x22, 816),
    attribute(0x0430, 0x22, 817), attribute(0x0431, 0x22, 818), attribute(0x0432, 0x22, 819),
    attribute(0x0433, 0x22, 820), attribute(0x0434, 0x22, 821), attribute(0x0435, 0x22, 822),
    attribute(0x0436, 0x22, 823), attribute(0x0437, 0x22, 824), attribute(0x0438, 0x22, 825),
    attribute(0x0439, 0x22, 826), attribute(0x043A, 0x22, 827), attribute(0x043B, 0x22, 828),
    attribute(0x0440, 0x23, 829), attribute(0x0441, 0x23, 830), attribute(0x0442, 0x23, 831),
    attribute(0x0443, 0x23, 832), attribute(0x0444, 0x23, 833), attribute(0x0445, 0x23, 834),
    attribute(0x0446, 0x23, 835), attribute(0x0447, 0x23, 836), attribute(0x0448, 0x23, 837),
    attribute(0x0449, 0x23, 838), attribute(0x044A, 0x23, 839), attribute(0x044B, 0x23, 840),
    attribute(0x044C, 0x23, 841), attribute(0x044D, 0x23, 842), attribute(0x044E, 0x23, 843),
    attribute(0x044F, 0x23, 844), attribute(0x0450, 0x23, 845), attribute(0x0451, 0x23, 846),
    attribute(0x0452, 0x23, 847), attribute(0x0453, 0x23, 848), attribute(0x0454, 0x23, 849),
    attribute(0x0455, 0x23, 850), attribute(0x0456, 0x23, 851), attribute(0x0457, 0x23, 852),
    attribute(0x0458, 0x23, 853), attribute(0x0459, 0x23, 854), attribute(0x045A, 0x23, 855),
    attribute(0x045B, 0x23, 856), attribute(0x0460, 0x21, 857), attribute(0x0500, 0x20, 858),
    attribute(0x0600, 0x22, 859), attribute(0x0601, 0x22, 860), attribute(0x0602, 0x20, 861),
    attribute(0x0603, 0x20, 862), attribute(0x0604, 0x21, 863), attribute(0x0605, 0x30, 864),
    attribute(0x0606, 0x20, 865), attribute(0x0607, 0x30, 866), attribute(0x0608, 0x30, 867),
    attribute(0x0609, 0x30, 868), attribute(0x0700, 0x25, 869), attribute(0x0701, 0x25, 870),
    attribute(0x0702, 0x25, 871), attribute(0x0703, 0x25, 872), attribute(0x0704, 0x25, 873),
    attribute(0x0705, 0x25, 874), attribute(0x0706, 0x25, 875), attribute(0x0707, 0x25, 876),
    attribute(0x0708, 0x25, 877), attribute(0x0709, 0x25, 878), attribute(0x070A, 0x25, 879),
    attribute(0x070B, 0x25, 880), attribute(0x070C, 0x25, 881), attribute(0x070D, 0x25, 882),
    attribute(0x070E, 0x25, 883), attribute(0x070F, 0x25, 884), attribute(0x0710, 0x25, 885),
    attribute(0x0711, 0x25, 886), attribute(0x0712, 0x25, 887), attribute(0x0713, 0x25, 888),
    attribute(0x0714, 0x25, 889), attribute(0x0715, 0x25, 890), attribute(0x0716, 0x25, 891),
    attribute(0x0717, 0x25, 892), attribute(0x0718, 0x25, 893), attribute(0x0719, 0x25, 894),
    attribute(0x071A, 0x25, 895), attribute(0x071B, 0x25, 896), attribute(0x071C, 0x25, 897),
    attribute(0x071D, 0x25, 898), attribute(0x071E, 0x25, 899), attribute(0x071F, 0x25, 900),
    attribute(0x0720, 0x25, 901), attribute(0x0721, 0x25, 902), attribute(0x0722, 0x25, 903),
    attribute(0x0723, 0x25, 904), attribute(0x0724, 0x25, 905), attribute(0x0725, 0x25, 906),
    attribute(0x0726, 0x25, 907), attribute(0x0727, 0x25, 908), attribute(0x0728, 0x25, 909),
    attribute(0x0729, 0x25, 910), attribute(0x072A, 0x25, 911), attribute(0x072B, 0x25, 912),
    attribute(0x072C, 0x25, 913), attribute(0x072D, 0x25, 914), attribute(0x072E, 0x25, 915),
    attribute(0x072F, 0x25, 916), attribute(0x0730, 0x25, 917), attribute(0x0731, 0x25, 918),
    attribute(0x0732, 0x25, 919), attribute(0x0733, 0x25, 920), attribute(0x0734, 0x25, 921),
    attribute(0x0735, 0x25, 922), attribute(0x0736, 0x25, 923), attribute(0x0737, 0x25, 924),
    attribute(0x0738, 0x25, 925), attribute(0x0739, 0x25, 926), attribute(0x073A, 0x25, 927),
    attribute(0x073B, 0x25, 928), attribute(0x073C, 0x25, 929), attribute(0x073D, 0x25, 930),
    attribute(0x073E, 0x25, 931), attribute(0x073F, 0x25, 932), attribute(0x0740, 0x25, 933),
    attribute(0x0741, 0x25, 934), attribute(0x0742, 0x25, 935), attribute(0x0743, 0x25, 936),
    attribute(0x0744, 0x25, 937), attribute(0x0745, 0x25, 938), attribute(0x0746, 0x25, 939),
    attribute(0x0747, 0x25, 940), attribute(0x0748, 0x25, 941), attribute(0x0749, 0x25, 942),
    attribute(0x074A, 0x25, 943), attribute(0x074B, 0x25, 944), attribute(0x074C, 0x25, 945),
    attribute(0x074D, 0x25, 946), attribute(0x074E, 0x25, 947), attribute(0x074F, 0x25, 948),
    attribute(0x0750, 0x25, 949), attribute(0x0751, 0x25, 950), attribute(0x0752, 0x25, 951),
    attribute(0x0753, 0x25, 952), attribute(0x0754, 0x25, 953), attribute(0x0755, 0x25, 954),
    attribute(0x0756, 0x25, 955), attribute(0x0757, 0x25, 956), attribute(0x0758, 0x25, 957),
    attribute(0x0759, 0x25, 958), attribute(0x075A, 0x25, 959), attribute(0x075B, 0x25, 960),
    attribute(0x075C, 0x25, 961), attribute(0x075D, 0x25, 962), attribute(0x075E, 0x25, 963),
    attribute(0x075F, 0x25, 964), attribute(0x0760, 0x25, 965), attribute(0x0761, 0x25, 966),
    attribute(0x0762, 0x25, 967), attribute(0x0763, 0x25, 968), attribute(0x0764, 0x25, 969),
    attribute(0x0765, 0x25, 970), attribute(0x0766, 0x25, 971), attribute(0x0767, 0x25, 972),
    attribute(0x0768, 0x25, 973), attribute(0x0769, 0x25, 974), attribute(0x076A, 0x25, 975),
    attribute(0x076B, 0x25, 976), attribute(0x076C, 0x25, 977), attribute(0x076D, 0x25, 978),
    attribute(0x076E, 0x25, 979), attribute(0x076F, 0x25, 980), attribute(0x0770, 0x25, 981),
    attribute(0x0771, 0x25, 982), attribute(0x0772, 0x25, 983), attribute(0x0773, 0x25, 984),
    attribute(0x0774, 0x25, 985), attribute(0x0775, 0x25, 986), attribute(0x0776, 0x25, 987),
    attribute(0x0777, 0x25, 988), attribute(0x0778, 0x25, 989), attribute(0x0779, 0x25, 990),
    attribute(0x077A, 0x25, 991), attribute(0x077B, 0x25, 992), attribute(0x077C, 0x25, 993),
    attribute(0x077D, 0x25, 994), attribute(0x077E, 0x25, 995), attribute(0x077F, 0x25, 996),
    attribute(0x0780, 0x25, 997), attribute(0x0781, 0x25, 998), attribute(0x0782, 0x25, 999),
    attribute(0x0783, 0x25, 1000), attribute(0x0784, 0x25, 1001), attribute(0x0785, 0x25, 1002),
    attribute(0x0786, 0x25, 1003), attribute(0x0787, 0x25, 1004), attribute(0x0788, 0x25, 1005),
    attribute(0x0789, 0x25, 1006), attribute(0x078A, 0x25, 1007), attribute(0x078B, 0x25, 1008),
    attribute(0x078C, 0x25, 1009), attribute(0x078D, 0x25, 1010), attribute(0x078E, 0x25, 1011),
    attribute(0x078F, 0x25, 1012), attribute(0x0790, 0x25, 1013), attribute(0x0791, 0x25, 1014),
    attribute(0x0792, 0x25, 1015), attribute(0x0793, 0x25, 1016), attribute(0x0794, 0x25, 1017),
    attribute(0x0795, 0x25, 1018), attribute(0x0796, 0x25, 1019), attribute(0x0797, 0x25, 1020),
    attribute(0x0798, 0x25, 1021), attribute(0x0799, 0x25, 1022), attribute(0x079A, 0x25, 1023),
    attribute(0x079B, 0x25, 1024), attribute(0x079C, 0x25, 1025), attribute(0x079D, 0x25, 1026),
    attribute(0x079E, 0x25, 1027), attribute(0x079F, 0x25, 1028), attribute(0x07A0, 0x25, 1029),
    attribute(0x07A1, 0x25, 1030), attribute(0x07A2, 0x25, 1031), attribute(0x07A3, 0x25, 1032),
    attribute(0x07A4, 0x25, 1033), attribute(0x07A5, 0x25, 1034), attribute(0x07A6, 0x25, 1035),
    attribute(0x07A7, 0x25, 1036), attribute(0x07A8, 0x25, 1037), attribute(0x07A9, 0x25, 1038),
    attribute(0x07AA, 0x25, 1039), attribute(0x07AB, 0x25, 1040), attribute(0x07AC, 0x25, 1041),
    attribute(0x07AD, 0x25, 1042), attribute(0x07AE, 0x25, 1043), attribute(0x07AF, 0x25, 1044),
    attribute(0x07B0, 0x25, 1045), attribute(0x07B1, 0x25, 1046), attribute(0x07B2, 0x25, 1047),
    attribute(0x07B3, 0x25, 1048), attribute(0x07B4, 0x25, 1049), attribute(0x07B5, 0x25, 1050),
    attribute(0x07B6, 0x25, 1051), attribute(0x07B7, 0x25, 1052), attribute(0x07B8, 0x25, 1053),
    attribute(0x07B9, 0x25, 1054), attribute(0x07BA, 0x25, 1055), attribute(0x07BB, 0x25, 1056),
    attribute(0x07BC, 0x25, 1057), attribute(0x07BD, 0x25, 1058), attribute(0x07BE, 0x25, 1059),
    attribute(0x07BF, 0x25, 1060), attribute(0x07C0, 0x25, 1061), attribute(0x07C1, 0x25, 1062),
    attribute(0x07C2, 0x25, 1063), attribute(0x07C3, 0x25, 1064), attribute(0x07C4, 0x25, 1065),
    attribute(0x07C5, 0x25, 1066), attribute(0x07C6, 0x25, 1067), attribute(0x07C7, 0x25, 1068),
    attribute(0x07C8, 0x25, 1069), attribute(0x07C9, 0x25, 1070), attribute(0x07CA, 0x25, 1071),
    attribute(0x07CB, 0x25, 1072), attribute(0x07CC, 0x25, 1073), attribute(0x07CD, 0x25, 1074),
    attribute(0x07CE, 0x25, 1075), attribute(0x07CF, 0x25, 1076), attribute(0x07D0, 0x25, 1077),
    attribute(0x07D1, 0x25, 1078), attribute(0x07D2, 0x25, 1079), attribute(0x07D3, 0x25, 1080),
    attribute(0x07D4, 0x25, 1081), attribute(0x07D5, 0x25, 1082), attribute(0x07D6, 0x25, 1083),
    attribute(0x07D7, 0x25, 1084), attribute(0x07D8, 0x25, 1085), attribute(0x07D9, 0x25, 1086),
    attribute(0x07DA, 0x25, 1087), attribute(0x07DB, 0x25, 1088), attribute(0x07DC, 0x25, 1089),
    attribute(0x07DD, 0x25, 1090), attribute(0x07DE, 0x25, 1091), attribute(0x07DF, 0x25, 1092),
    attribute(0x07E0, 0x25, 1093), attribute(0x07E1, 0x25, 1094), attribute(0x07E2, 0x25, 1095),
    attribute(0x07E3, 0x25, 1096), attribute(0x07E4, 0x25, 1097), attribute(0x07E5, 0x25, 1098),
    attribute(0x07E6, 0x25, 1099), attribute(0x07E7, 0x25, 1100), attribute(0x07E8, 0x25, 1101),
    attribute(0x07E9, 0x25, 1102), attribute(0x07EA, 0x25, 1103), attribute(0x07EB, 0x25, 1104),
    attribute(0x07EC, 0x25, 1105), attribute(0x07ED, 0x25, 1106), attribute(0x07EE, 0x25, 1107),
    attribute(0x07EF, 0x25, 1108), attribute(0x07F0, 0x25, 1109), attribute(0x07F1, 0x25, 1110),
    attribute(0x07F2, 0x25, 1111), attribute(0x07F3, 0x25, 1112), attribute(0x07F4, 0x25, 1113),
    attribute(0x07F5, 0x25, 1114), attribute(0x07F6, 0x25, 1115), attribute(0x07F7, 0x25, 1116),
    attribute(0x07F8, 0x25, 1117), attribute(0x07F9, 0x25, 1118), attribute(0x07FA, 0x25, 1119),
    attribute(0x07FB, 0x25, 1120), attribute(0x07FC, 0x25, 1121), attribute(0x07FD, 0x25, 1122),
    attribute(0x07FE, 0x25, 1123), attribute(0x07FF, 0x25, 1124), attribute(0x0800, 0x19, 1125),
    attribute(0x0801, 0x1B, 1126), attribute(0x0802, 0x19, 1127), attribute(0x0803, 0x19, 1128),
    attribute(0x0804, 0x19, 1129), attribute(0x0805, 0x19, 1130), attribute(0x0806, 0x1D, 1131),
    attribute(0x0807, 0x19, 1132), attribute(0x0900, 0x25, 1133), attribute(0x0901, 0x25, 1134),
    attribute(0x0902, 0x25, 1135), attribute(0x0903, 0x25, 1136), attribute(0x0904, 0x25, 1137),
    attribute(0x0905, 0x25, 1138), attribute(0x0906, 0x25, 1139), attribute(0x0907, 0x25, 1140),
    attribute(0x0908, 0x25, 1141), attribute(0x0909, 0x25, 1142), attribute(0x090A, 0x25, 1143),
    attribute(0x090B, 0x25, 1144), attribute(0x090C, 0x25, 1145), attribute(0x090D, 0x25, 1146),
    attribute(0x090E, 0x25, 1147), attribute(0x090F, 0x25, 1148), attribute(0x0A00, 0x23, 1149),
    attribute(0x0A01, 0xE2, 1150), attribute(0x0A02, 0x23, 1151), attribute(0x0A03, 0xE2, 1152),
    attribute(0x0A04, 0x18, 1153), attribute(0x0A10, 0x23, 1154), attribute(0x0A11, 0xE2, 1155),
    attribute(0x0A12, 0x23, 1156), attribute(0x0A13, 0xE2, 1157), attribute(0x0A14, 0x18, 1158),
    attribute(0x0B00, 0xE2, 1159), attribute(0x0B01, 0x30, 1160), attribute(0x0B10, 0x21, 1161),
    attribute(0x0B11, 0x30, 1162), attribute(0x0B12, 0x21, 1163), attribute(0x0B13, 0x21, 1164),
    attribute(0x0B14, 0x20, 1165), attribute(0x0B15, 0x21, 1166),
];

#[rustfmt::skip]
const ATTRIBUTES_0702_CLIENT: &[Attribute] = &[
    attribute(0x0000, 0x1B, 1168), attribute(0x0001, 0x1B, 1169), attribute(0x0002, 0x1B, 1170),
    attribute(0x0003, 0x1B, 1171), attribute(0x0004, 0x1B, 1172), attribute(0x0005, 0x1B, 1173),
    attribute(0x0006, 0x1B, 1174), attribute(0x0007, 0x1B, 1175),
];

#[rustfmt::skip]
const COMMANDS_0702: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(1176), steps: &[ // get-profile
        Value { element: element(1177), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1178), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1179), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x01, element: element(1180), steps: &[ // request-mirror-response
        Value { element: element(1181), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
    Command { to_client: false, id: 0x02, element: element(1182), steps: &[ // mirror-removed
        Value { element: element(1183), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
    Command { to_client: false, id: 0x03, element: element(1184), steps: &[ // request-fast-poll-mode
        Value { element: element(1185), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(611), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x04, element: element(1186), steps: &[ // schedule-snapshot
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Repeat { element: element(1187), count: All, steps: &[
            Value { element: element(1188), kind: ZclUnsigned, octets: 1, keep: None },
            Value { element: element(1189), kind: ZclUtcTime, octets: 4, keep: None },
            Value { element: element(1187), kind: ZclBitmap, octets: 3, keep: None },
            Value { element: element(1190), kind: ZclEnum, octets: 1, keep: None },
            Value { element: element(1191), kind: ZclBitmap, octets: 4, keep: None },
        ] },
    ] },
    Command { to_client: false, id: 0x05, element: element(1192), steps: &[ // take-snapshot
        Value { element: element(1191), kind: ZclBitmap, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x06, element: element(1193), steps: &[ // get-snapshot
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(534), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1194), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1191), kind: ZclBitmap, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x07, element: element(1195), steps: &[ // start-sampling
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1196), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1197), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1198), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1199), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
    Command { to_client: false, id: 0x08, element: element(1200), steps: &[ // get-sampled-data
        Value { element: element(1201), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1202), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1197), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1203), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
    Command { to_client: false, id: 0x09, element: element(1204), steps: &[ // mirror-report-attribute-response
        Value { element: element(1205), kind: ZclUnsigned, octets: 1, keep: None },
        Each { element: element(1206), kind: ZclBitmap, octets: 4, count: All },
    ] },
    Command { to_client: false, id: 0x0A, element: element(1207), steps: &[ // reset-load-limit-counter
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x0B, element: element(1208), steps: &[ // change-supply
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1209), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1210), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1211), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1212), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0C, element: element(1213), steps: &[ // local-change-supply
        Value { element: element(1211), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0D, element: element(1214), steps: &[ // set-supply-status
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1215), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1216), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1217), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1218), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0E, element: element(1219), steps: &[ // set-uncontrolled-flow-threshold
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1220), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(541), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1221), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1222), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1223), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1224), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
    Command { to_client: true, id: 0x00, element: element(1225), steps: &[ // get-profile-response
        Value { element: element(1178), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1226), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1227), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1228), kind: ZclUnsigned, octets: 1, keep: Some(0) },
        Each { element: element(1229), kind: ZclUnsigned, octets: 3, count: Kept(0) },
    ] },
    Command { to_client: true, id: 0x01, element: element(1230), steps: &[ // request-mirror
    ] },
    Command { to_client: true, id: 0x02, element: element(1231), steps: &[ // remove-mirror
    ] },
    Command { to_client: true, id: 0x03, element: element(1232), steps: &[ // request-fast-poll-mode-response
        Value { element: element(1233), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1234), kind: ZclUtcTime, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x04, element: element(1235), steps: &[ // schedule-snapshot-response
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Repeat { element: element(1187), count: All, steps: &[
            Value { element: element(1188), kind: ZclUnsigned, octets: 1, keep: None },
            Value { element: element(1236), kind: ZclEnum, octets: 1, keep: None },
        ] },
    ] },
    Command { to_client: true, id: 0x05, element: element(1237), steps: &[ // take-snapshot-response
        Value { element: element(1238), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1239), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x06, element: element(1240), steps: &[ // publish-snapshot
        Value { element: element(1238), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1241), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1242), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1191), kind: ZclBitmap, octets: 4, keep: None },
        Value { element: element(1190), kind: ZclEnum, octets: 1, keep: Some(0) },
        When { register: 0, values: &[0, 2, 4, 6], negate: false, steps: &[
            Value { element: element(1243), kind: ZclUnsigned, octets: 6, keep: None },
        ] },
        When { register: 0, values: &[1, 3, 5, 7], negate: false, steps: &[
            Value { element: element(1244), kind: ZclUnsigned, octets: 6, keep: None },
        ] },
        When { register: 0, values: &[0, 2], negate: false, steps: &[
            Value { element: element(1245), kind: ZclUnsigned, octets: 4, keep: None },
            Value { element: element(1246), kind: ZclUtcTime, octets: 4, keep: None },
            Value { element: element(1247), kind: ZclUnsigned, octets: 4, keep: None },
            Value { element: element(1248), kind: ZclUtcTime, octets: 4, keep: None },
            Value { element: element(1249), kind: ZclBitmap, octets: 1, keep: None },
        ] },
        When { register: 0, values: &[1, 3], negate: false, steps: &[
            Value { element: element(1250), kind: ZclUnsigned, octets: 4, keep: None },
            Value { element: element(1251), kind: ZclUtcTime, octets: 4, keep: None },
            Value { element: element(1252), kind: ZclUnsigned, octets: 4, keep: None },
            Value { element: element(1253), kind: ZclUtcTime, octets: 4, keep: None },
            Value { element: element(1254), kind: ZclBitmap, octets: 1, keep: None },
        ] },
        When { register: 0, values: &[0, 1, 2, 3, 4, 5, 6, 7], negate: false, steps: &[
            Value { element: element(1255), kind: ZclUnsigned, octets: 1, keep: Some(1) },
            Each { element: element(1256), kind: ZclUnsigned, octets: 6, count: Kept(1) },
        ] },
        When { register: 0, values: &[2, 3, 6, 7], negate: false, steps: &[
            Value { element: element(1257), kind: ZclBitmap, octets: 1, keep: None },
            Each { element: element(1258), kind: ZclUnsigned, octets: 6, count: All },
        ] },
        When { register: 0, values: &[0, 1, 2, 3, 4, 5, 6, 7], negate: true, steps: &[
            Rest { element: element(1259) },
        ] },
    ] },
    Command { to_client: true, id: 0x07, element: element(1260), steps: &[ // get-sampled-data-response
        Value { element: element(1201), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1261), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1197), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1198), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1203), kind: ZclUnsigned, octets: 2, keep: Some(0) },
        Each { element: element(1262), kind: ZclUnsigned, octets: 3, count: Kept(0) },
    ] },
    Command { to_client: true, id: 0x08, element: element(1263), steps: &[ // configure-mirror
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1264), kind: ZclUnsigned, octets: 3, keep: None },
        Value { element: element(1265), kind: ZclBoolean, octets: 1, keep: None },
        Value { element: element(1205), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x09, element: element(1266), steps: &[ // configure-notification-scheme
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1205), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1267), kind: ZclBitmap, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x0A, element: element(1268), steps: &[ // configure-notification-flags
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1205), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1269), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1270), kind: ZclClusterId, octets: 2, keep: None },
        Value { element: element(1271), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(521), kind: ZclUnsigned, octets: 1, keep: Some(0) },
        Each { element: element(1272), kind: ZclUnsigned, octets: 1, count: Kept(0) },
    ] },
    Command { to_client: true, id: 0x0B, element: element(1273), steps: &[ // get-notified-message
        Value { element: element(1205), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1269), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1206), kind: ZclBitmap, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x0C, element: element(1274), steps: &[ // supply-status-response
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1210), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1275), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x0D, element: element(1276), steps: &[ // start-sampling-response
        Value { element: element(1277), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
];

#[rustfmt::skip]
const ATTRIBUTES_0703_SERVER: &[Attribute] = &[
];

#[rustfmt::skip]
const ATTRIBUTES_0703_CLIENT: &[Attribute] = &[
];

#[rustfmt::skip]
const COMMANDS_0703: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(1280), steps: &[ // get-last-message
    ] },
    Command { to_client: false, id: 0x01, element: element(1281), steps: &[ // message-confirmation
        Value { element: element(1282), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1283), kind: ZclUtcTime, octets: 4, keep: None },
        Optional,
        Value { element: element(1284), kind: ZclBitmap, octets: 1, keep: None },
        Text { element: element(1285), kind: ZclOctetString },
    ] },
    Command { to_client: false, id: 0x02, element: element(1286), steps: &[ // get-message-cancellation
        Value { element: element(1287), kind: ZclUtcTime, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x00, element: element(1288), steps: &[ // display-message
        Value { element: element(1282), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1289), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(546), kind: ZclUnsigned, octets: 2, keep: None },
        Text { element: element(1290), kind: ZclCharacterString },
        Optional,
        Value { element: element(1291), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x01, element: element(1292), steps: &[ // cancel-message
        Value { element: element(1282), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1289), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x02, element: element(1293), steps: &[ // display-protected-message
        Value { element: element(1282), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1289), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(546), kind: ZclUnsigned, octets: 2, keep: None },
        Text { element: element(1290), kind: ZclCharacterString },
        Optional,
        Value { element: element(1291), kind: ZclBitmap, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x03, element: element(1294), steps: &[ // cancel-all-messages
        Value { element: element(1210), kind: ZclUtcTime, octets: 4, keep: None },
    ] },
];

#[rustfmt::skip]
const ATTRIBUTES_0705_SERVER: &[Attribute] = &[
    attribute(0x0000, 0x19, 1296), attribute(0x0001, 0x2B, 1297), attribute(0x0002, 0x2B, 1298),
    attribute(0x0003, 0x18, 1299), attribute(0x0004, 0xE2, 1300), attribute(0x0005, 0x2B, 1301),
    attribute(0x0006, 0x2B, 1302), attribute(0x0010, 0x23, 1303), attribute(0x0011, 0x23, 1304),
    attribute(0x0020, 0x25, 1305), attribute(0x0021, 0x23, 1306), attribute(0x0022, 0x23, 1307),
    attribute(0x0030, 0x20, 1308), attribute(0x0031, 0x23, 1309), attribute(0x0032, 0x2B, 1310),
    attribute(0x0033, 0x20, 1311), attribute(0x0034, 0x21, 1312), attribute(0x0035, 0xE2, 1313),
    attribute(0x0040, 0x2B, 1314), attribute(0x0080, 0x41, 1315), attribute(0x0100, 0xE2, 1316),
    attribute(0x0101, 0x2B, 1317), attribute(0x0102, 0x30, 1318), attribute(0x0103, 0x41, 1319),
    attribute(0x0110, 0xE2, 1320), attribute(0x0111, 0x2B, 1321), attribute(0x0112, 0x30, 1322),
    attribute(0x0113, 0x41, 1323), attribute(0x0120, 0xE2, 1324), attribute(0x0121, 0x2B, 1325),
    attribute(0x0122, 0x30, 1326), attribute(0x0123, 0x41, 1327), attribute(0x0130, 0xE2, 1328),
    attribute(0x0131, 0x2B, 1329), attribute(0x0132, 0x30, 1330), attribute(0x0133, 0x41, 1331),
    attribute(0x0140, 0xE2, 1332), attribute(0x0141, 0x2B, 1333), attribute(0x0142, 0x30, 1334),
    attribute(0x0143, 0x41, 1335), attribute(0x0210, 0x41, 1336), attribute(0x0211, 0x23, 1337),
    attribute(0x0212, 0x30, 1338), attribute(0x0213, 0xE2, 1339), attribute(0x0214, 0x21, 1340),
    attribute(0x0216, 0x30, 1341), attribute(0x0217, 0x23, 1342), attribute(0x0219, 0x21, 1343),
    attribute(0x0220, 0x41, 1344), attribute(0x0221, 0x23, 1345), attribute(0x0222, 0x30, 1346),
    attribute(0x0223, 0xE2, 1347), attribute(0x0224, 0x21, 1348), attribute(0x0226, 0x30, 1349),
    attribute(0x0227, 0x23, 1350), attribute(0x0229, 0x21, 1351), attribute(0x0230, 0x41, 1352),
    attribute(0x0231, 0x23, 1353), attribute(0x0232, 0x30, 1354), attribute(0x0233, 0xE2, 1355),
    attribute(0x0234, 0x21, 1356), attribute(0x0236, 0x30, 1357), attribute(0x0237, 0x23, 1358),
    attribute(0x0239, 0x21, 1359), attribute(0x0300, 0x19, 1360), attribute(0x0400, 0x19, 1361),
    attribute(0x0401, 0x19, 1362), attribute(0x0402, 0x19, 1363), attribute(0x0500, 0x18, 1364),
    attribute(0x0501, 0x30, 1365), attribute(0x0502, 0x30, 1366), attribute(0x0503, 0x21, 472),
    attribute(0x051C, 0x25, 1367), attribute(0x051D, 0x25, 1368), attribute(0x051E, 0x25, 1369),
    attribute(0x051F, 0x25, 1370), attribute(0x0520, 0x25, 1371), attribute(0x0521, 0x25, 1372),
    attribute(0x0522, 0x25, 1373), attribute(0x0523, 0x25, 1374), attribute(0x0524, 0x25, 1375),
    attribute(0x0525, 0x25, 1376), attribute(0x0526, 0x25, 1377), attribute(0x0527, 0x25, 1378),
    attribute(0x0528, 0x25, 1379), attribute(0x0529, 0x25, 1380), attribute(0x052A, 0x25, 1381),
    attribute(0x052B, 0x25, 1382), attribute(0x052C, 0x25, 1383), attribute(0x052D, 0x25, 1384),
    attribute(0x0530, 0x25, 1385), attribute(0x0531, 0x25, 1386), attribute(0x0532, 0x25, 1387),
    attribute(0x0533, 0x25, 1388), attribute(0x0534, 0x25, 1389), attribute(0x0535, 0x25, 1390),
    attribute(0x0536, 0x25, 1391), attribute(0x0537, 0x25, 1392), attribute(0x0538, 0x25, 1393),
    attribute(0x0539, 0x25, 1394), attribute(0x053A, 0x25, 1395), attribute(0x053B, 0x25, 1396),
    attribute(0x0540, 0x25, 1397), attribute(0x0541, 0x25, 1398), attribute(0x0542, 0x25, 1399),
    attribute(0x0543, 0x25, 1400), attribute(0x0544, 0x25, 1401), attribute(0x0545, 0x25, 1402),
    attribute(0x0546, 0x25, 1403), attribute(0x0547, 0x25, 1404), attribute(0x0548, 0x25, 1405),
    attribute(0x0549, 0x25, 1406), attribute(0x054A, 0x25, 1407), attribute(0x054B, 0x25, 1408),
    attribute(0x054C, 0x25, 1409), attribute(0x054D, 0x25, 1410), attribute(0x054E, 0x25, 1411),
    attribute(0x054F, 0x25, 1412), attribute(0x0550, 0x25, 1413), attribute(0x0551, 0x25, 1414),
    attribute(0x0552, 0x25, 1415), attribute(0x0553, 0x25, 1416), attribute(0x0554, 0x25, 1417),
    attribute(0x0555, 0x25, 1418), attribute(0x0556, 0x25, 1419), attribute(0x0557, 0x25, 1420),
    attribute(0x0558, 0x25, 1421), attribute(0x0559, 0x25, 1422), attribute(0x055A, 0x25, 1423),
    attribute(0x055B, 0x25, 1424), attribute(0x0560, 0x21, 857),
];

#[rustfmt::skip]
const ATTRIBUTES_0705_CLIENT: &[Attribute] = &[
];

#[rustfmt::skip]
const COMMANDS_0705: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(1426), steps: &[ // select-available-emergency-credit
        Value { element: element(1427), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1428), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x02, element: element(1429), steps: &[ // change-debt
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Text { element: element(1430), kind: ZclOctetString },
        Value { element: element(1431), kind: ZclSigned, octets: 4, keep: None },
        Value { element: element(1432), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1433), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1434), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1435), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1436), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1437), kind: ZclSigned, octets: 4, keep: None },
        Value { element: element(1438), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
    Command { to_client: false, id: 0x03, element: element(1439), steps: &[ // emergency-credit-setup
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1440), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1441), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x04, element: element(1442), steps: &[ // consumer-top-up
        Value { element: element(1428), kind: ZclEnum, octets: 1, keep: None },
        Text { element: element(1443), kind: ZclOctetString },
    ] },
    Command { to_client: false, id: 0x05, element: element(1444), steps: &[ // credit-adjustment
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1445), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1446), kind: ZclSigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x06, element: element(1447), steps: &[ // change-payment-mode
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1210), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1448), kind: ZclBitmap, octets: 2, keep: None },
        Value { element: element(1449), kind: ZclSigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x07, element: element(1450), steps: &[ // get-prepay-snapshot
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(534), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1194), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1191), kind: ZclBitmap, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x08, element: element(1451), steps: &[ // get-top-up-log
        Value { element: element(534), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(535), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x09, element: element(1452), steps: &[ // set-low-credit-warning-level
        Value { element: element(1453), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x0A, element: element(1454), steps: &[ // get-debt-repayment-log
        Value { element: element(534), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1455), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1456), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x0B, element: element(1457), steps: &[ // set-maximum-credit-limit
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1210), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1458), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1459), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x0C, element: element(1460), steps: &[ // set-overall-debt-cap
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1210), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1461), kind: ZclSigned, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x01, element: element(1462), steps: &[ // publish-prepay-snapshot
        Value { element: element(1238), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1241), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1242), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1191), kind: ZclBitmap, octets: 4, keep: None },
        Value { element: element(1463), kind: ZclEnum, octets: 1, keep: Some(0) },
        When { register: 0, values: &[0], negate: false, steps: &[
            Value { element: element(1464), kind: ZclSigned, octets: 4, keep: None },
            Value { element: element(1465), kind: ZclUnsigned, octets: 4, keep: None },
            Value { element: element(1466), kind: ZclUnsigned, octets: 4, keep: None },
            Value { element: element(1467), kind: ZclUnsigned, octets: 4, keep: None },
            Value { element: element(1468), kind: ZclSigned, octets: 4, keep: None },
            Value { element: element(1469), kind: ZclSigned, octets: 4, keep: None },
        ] },
        When { register: 0, values: &[0], negate: true, steps: &[
            Rest { element: element(1259) },
        ] },
    ] },
    Command { to_client: true, id: 0x02, element: element(1470), steps: &[ // change-payment-mode-response
        Value { element: element(1471), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(1472), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1440), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1441), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x03, element: element(1473), steps: &[ // consumer-top-up-response
        Value { element: element(1474), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1475), kind: ZclSigned, octets: 4, keep: None },
        Value { element: element(1476), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1469), kind: ZclSigned, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x05, element: element(1477), steps: &[ // publish-top-up-log
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Repeat { element: element(1478), count: All, steps: &[
            Text { element: element(1443), kind: ZclOctetString },
            Value { element: element(1479), kind: ZclSigned, octets: 4, keep: None },
            Value { element: element(1480), kind: ZclUtcTime, octets: 4, keep: None },
        ] },
    ] },
    Command { to_client: true, id: 0x06, element: element(1481), steps: &[ // publish-debt-log
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Repeat { element: element(1482), count: All, steps: &[
            Value { element: element(1483), kind: ZclUtcTime, octets: 4, keep: None },
            Value { element: element(1484), kind: ZclUnsigned, octets: 4, keep: None },
            Value { element: element(1456), kind: ZclEnum, octets: 1, keep: None },
            Value { element: element(1485), kind: ZclUnsigned, octets: 4, keep: None },
        ] },
    ] },
];

#[rustfmt::skip]
const ATTRIBUTES_0707_SERVER: &[Attribute] = &[
    attribute(0x0000, 0x41, 1487), attribute(0x0001, 0x41, 1488), attribute(0x0002, 0x41, 1489),
    attribute(0x0003, 0x41, 1490), attribute(0x0004, 0x41, 1491), attribute(0x0005, 0x41, 1492),
    attribute(0x0006, 0x41, 1493), attribute(0x0007, 0x41, 1494),
];

#[rustfmt::skip]
const ATTRIBUTES_0707_CLIENT: &[Attribute] = &[
];

#[rustfmt::skip]
const COMMANDS_0707: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(1496), steps: &[ // get-calendar
        Value { element: element(519), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(520), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1497), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1498), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x01, element: element(1499), steps: &[ // get-day-profiles
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1501), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1502), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x02, element: element(1503), steps: &[ // get-week-profiles
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1504), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1505), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x03, element: element(1506), steps: &[ // get-seasons
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x04, element: element(1507), steps: &[ // get-special-days
        Value { element: element(509), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(510), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1498), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
    ] },
    Command { to_client: false, id: 0x05, element: element(1508), steps: &[ // get-calendar-cancellation
    ] },
    Command { to_client: true, id: 0x00, element: element(1509), steps: &[ // publish-calendar
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1498), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1510), kind: ZclUnsigned, octets: 1, keep: None },
        Text { element: element(1511), kind: ZclOctetString },
        Value { element: element(1512), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1513), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1514), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x01, element: element(1515), steps: &[ // publish-day-profile
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1516), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1517), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1498), kind: ZclEnum, octets: 1, keep: Some(0) },
        When { register: 0, values: &[0, 1, 2], negate: false, steps: &[
            Repeat { element: element(1518), count: All, steps: &[
                Value { element: element(1519), kind: ZclUnsigned, octets: 2, keep: None },
                Value { element: element(1520), kind: ZclUnsigned, octets: 1, keep: None },
            ] },
        ] },
        When { register: 0, values: &[3], negate: false, steps: &[
            Repeat { element: element(1518), count: All, steps: &[
                Value { element: element(1519), kind: ZclUnsigned, octets: 2, keep: None },
                Value { element: element(1521), kind: ZclBoolean, octets: 1, keep: None },
            ] },
        ] },
        When { register: 0, values: &[4], negate: false, steps: &[
            Repeat { element: element(1518), count: All, steps: &[
                Value { element: element(1519), kind: ZclUnsigned, octets: 2, keep: None },
                Value { element: element(1522), kind: ZclBitmap, octets: 1, keep: None },
            ] },
        ] },
        When { register: 0, values: &[0, 1, 2, 3, 4], negate: true, steps: &[
            Rest { element: element(1523) },
        ] },
    ] },
    Command { to_client: true, id: 0x02, element: element(1524), steps: &[ // publish-week-profile
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1525), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1526), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1527), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1528), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1529), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1530), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1531), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1532), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x03, element: element(1533), steps: &[ // publish-seasons
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Repeat { element: element(1534), count: All, steps: &[
            Value { element: element(1535), kind: ZclDate, octets: 4, keep: None },
            Value { element: element(1536), kind: ZclUnsigned, octets: 1, keep: None },
        ] },
    ] },
    Command { to_client: true, id: 0x04, element: element(1537), steps: &[ // publish-special-days
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(545), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1498), kind: ZclEnum, octets: 1, keep: None },
        Value { element: element(1538), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Repeat { element: element(1539), count: All, steps: &[
            Value { element: element(1540), kind: ZclDate, octets: 4, keep: None },
            Value { element: element(1541), kind: ZclUnsigned, octets: 1, keep: None },
        ] },
    ] },
    Command { to_client: true, id: 0x05, element: element(1542), steps: &[ // cancel-calendar
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1500), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1498), kind: ZclEnum, octets: 1, keep: None },
    ] },
];

#[rustfmt::skip]
const ATTRIBUTES_0708_SERVER: &[Attribute] = &[
    attribute(0x0100, 0x23, 1544), attribute(0x0101, 0x41, 1545), attribute(0x0102, 0x41, 1546),
    attribute(0x0110, 0x23, 1547), attribute(0x0111, 0x41, 1548), attribute(0x0112, 0xE2, 1549),
    attribute(0x0113, 0x1B, 1550), attribute(0x0114, 0x41, 1551), attribute(0x0120, 0x23, 1552),
    attribute(0x0121, 0x41, 1553), attribute(0x0122, 0x41, 1554), attribute(0x0200, 0xE2, 1555),
    attribute(0x0201, 0x1B, 1556), attribute(0x0300, 0x30, 1557), attribute(0x0400, 0x23, 1558),
    attribute(0x0401, 0x23, 1559),
];

#[rustfmt::skip]
const ATTRIBUTES_0708_CLIENT: &[Attribute] = &[
    attribute(0x0000, 0x23, 1544), attribute(0x0010, 0x23, 1552),
];

#[rustfmt::skip]
const COMMANDS_0708: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(1561), steps: &[ // get-change-of-tenancy
    ] },
    Command { to_client: false, id: 0x01, element: element(1562), steps: &[ // get-change-of-supplier
    ] },
    Command { to_client: false, id: 0x02, element: element(1563), steps: &[ // request-new-password
        Value { element: element(1564), kind: ZclEnum, octets: 1, keep: None },
    ] },
    Command { to_client: false, id: 0x03, element: element(1565), steps: &[ // get-site-id
    ] },
    Command { to_client: false, id: 0x04, element: element(1566), steps: &[ // report-event-configuration
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Repeat { element: element(1567), count: All, steps: &[
            Value { element: element(1568), kind: ZclUnsigned, octets: 2, keep: None },
            Value { element: element(1569), kind: ZclBitmap, octets: 1, keep: None },
        ] },
    ] },
    Command { to_client: false, id: 0x05, element: element(1570), steps: &[ // get-cin
    ] },
    Command { to_client: true, id: 0x00, element: element(1571), steps: &[ // publish-change-of-tenancy
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(1210), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1572), kind: ZclBitmap, octets: 4, keep: None },
    ] },
    Command { to_client: true, id: 0x01, element: element(1573), steps: &[ // publish-change-of-supplier
        Value { element: element(1574), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(517), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(1575), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1576), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1577), kind: ZclBitmap, octets: 4, keep: None },
        Text { element: element(1578), kind: ZclOctetString },
        Text { element: element(1579), kind: ZclOctetString },
    ] },
    Command { to_client: true, id: 0x02, element: element(1580), steps: &[ // request-new-password-response
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1210), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(611), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1564), kind: ZclEnum, octets: 1, keep: None },
        Text { element: element(1581), kind: ZclOctetString },
    ] },
    Command { to_client: true, id: 0x03, element: element(1582), steps: &[ // update-site-id
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1583), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Text { element: element(1584), kind: ZclOctetString },
    ] },
    Command { to_client: true, id: 0x04, element: element(1585), steps: &[ // set-event-configuration
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1586), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1569), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(1587), kind: ZclEnum, octets: 1, keep: Some(0) },
        When { register: 0, values: &[0], negate: false, steps: &[
            Value { element: element(510), kind: ZclUnsigned, octets: 1, keep: Some(1) },
            Each { element: element(1568), kind: ZclUnsigned, octets: 2, count: Kept(1) },
        ] },
        When { register: 0, values: &[1], negate: false, steps: &[
            Value { element: element(1588), kind: ZclUnsigned, octets: 2, keep: None },
        ] },
        When { register: 0, values: &[2], negate: false, steps: &[
            Value { element: element(1589), kind: ZclUnsigned, octets: 1, keep: None },
        ] },
        When { register: 0, values: &[3], negate: false, steps: &[
            Value { element: element(1590), kind: ZclBitmap, octets: 1, keep: None },
        ] },
        When { register: 0, values: &[0, 1, 2, 3], negate: true, steps: &[
            Rest { element: element(1591) },
        ] },
    ] },
    Command { to_client: true, id: 0x05, element: element(1592), steps: &[ // get-event-configuration
        Value { element: element(1568), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
    Command { to_client: true, id: 0x06, element: element(1593), steps: &[ // update-cin
        Value { element: element(513), kind: ZclUnsigned, octets: 4, keep: None },
        Value { element: element(1594), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(512), kind: ZclUnsigned, octets: 4, keep: None },
        Text { element: element(1595), kind: ZclOctetString },
    ] },
];

#[rustfmt::skip]
const ATTRIBUTES_0709_SERVER: &[Attribute] = &[
];

#[rustfmt::skip]
const ATTRIBUTES_0709_CLIENT: &[Attribute] = &[
];

#[rustfmt::skip]
const COMMANDS_0709: &[Command] = &[
    Command { to_client: false, id: 0x00, element: element(1598), steps: &[ // get-event-log
        Value { element: element(1599), kind: ZclBitmap, octets: 1, keep: None },
        Value { element: element(1568), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(509), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1178), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(510), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1600), kind: ZclUnsigned, octets: 2, keep: None },
    ] },
    Command { to_client: false, id: 0x01, element: element(1601), steps: &[ // clear-event-log-request
        Value { element: element(1589), kind: ZclUnsigned, octets: 1, keep: None },
    ] },
    Command { to_client: true, id: 0x00, element: element(1602), steps: &[ // publish-event
        Value { element: element(1589), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1568), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(1603), kind: ZclUtcTime, octets: 4, keep: None },
        Value { element: element(1604), kind: ZclBitmap, octets: 1, keep: None },
        Text { element: element(1605), kind: ZclOctetString },
    ] },
    Command { to_client: true, id: 0x01, element: element(1606), steps: &[ // publish-event-log
        Value { element: element(1607), kind: ZclUnsigned, octets: 2, keep: None },
        Value { element: element(584), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(585), kind: ZclUnsigned, octets: 1, keep: None },
        Value { element: element(1608), kind: ZclBitmap, octets: 1, keep: None },
        Repeat { element: element(1609), count: All, steps: &[
            Value { element: element(1589), kind: ZclUnsigned, octets: 1, keep: None },
            Value { element: element(1568), kind: ZclUnsigned, octets: 2, keep: None },
            Value { element: element(1603), kind: ZclUtcTime, octets: 4, keep: None },
            Text { element: element(1605), kind: ZclOctetString },
        ] },
    ] },
    Command { to_client: true, id: 0x02, element: element(1610), steps: &[ // clear-event-log-response
        Value { element: element(1611), kind: ZclBitmap, octets: 1, keep: None },
    ] },
];

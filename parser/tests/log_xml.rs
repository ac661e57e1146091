//! DUIS and MMC XML, alone, in logs and in tables.
#![cfg(feature = "xml")]
#![allow(clippy::unwrap_used, clippy::panic)]

use gbcs_parser::EntityId;
use gbcs_parser::log::{Form, Problem, ProblemKind, detect, read};
use gbcs_parser::record::{Body, DccAlert, Direction, MessageRecord, Record};

const USER: &str = "90-00-00-00-00-00-00-01";
const METER: &str = "00-11-22-33-44-55-66-77";

fn items(form: Form, text: &str) -> Vec<Result<Record, Problem>> {
    read(form, text.as_bytes(), "t.xml").collect()
}

fn records(form: Form, text: &str) -> Vec<Record> {
    items(form, text).into_iter().map(Result::unwrap).collect()
}

fn message(record: &Record) -> &MessageRecord {
    match &record.body {
        Body::Message(message) => message,
        other => panic!("{other:?}"),
    }
}

fn id(text: &str) -> EntityId {
    text.parse().unwrap()
}

/// A DUIS response with a body.
fn response(body: &str) -> String {
    format!(
        r#"<?xml version="1.0"?>
<sr:Response xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4">
<sr:Header><sr:RequestID>{USER}:{METER}:5</sr:RequestID><sr:ResponseID>{METER}:{USER}:5</sr:ResponseID>
<sr:ResponseCode>I0</sr:ResponseCode><sr:ResponseDateTime>2024-05-01T08:00:00.250Z</sr:ResponseDateTime></sr:Header>
<sr:Body>{body}</sr:Body></sr:Response>"#
    )
}

fn message_body(inner: &str) -> String {
    format!(
        "<sr:ResponseMessage><sr:ServiceReference>4.1</sr:ServiceReference>\
         <sr:ServiceReferenceVariant>4.1.1</sr:ServiceReferenceVariant>{inner}</sr:ResponseMessage>"
    )
}

#[test]
fn a_response_from_a_device() {
    let text = response(&message_body("<sr:GBCSPayload>3wkCAAAA&#13;\nAAAA</sr:GBCSPayload>"));
    assert_eq!(detect(text.as_bytes()).unwrap().form, Form::Xml);
    let records = records(Form::Xml, &text);
    assert_eq!(records.len(), 1);
    let record = &records[0];
    assert_eq!((record.position.record, record.position.payload), (1, Some(1)));
    assert_eq!(record.position.line, Some(2));
    assert_eq!(record.time.unwrap().to_string(), "2024-05-01T08:00:00.250Z");
    let message = message(record);
    assert_eq!(message.payload, [0xDF, 9, 2, 0, 0, 0, 0, 0, 0]);
    assert_eq!(message.direction, Some(Direction::FromDevice));
    assert_eq!(message.interface.as_deref(), Some("DUIS"));
    let duis = message.duis.as_ref().unwrap();
    assert_eq!(duis.request_id, Some(format!("{USER}:{METER}:5")));
    assert_eq!(duis.service_reference_variant.as_deref(), Some("4.1.1"));
    let document = duis.document.as_ref().unwrap();
    assert_eq!(document.schema_version.as_deref(), Some("5.4"));
    assert_eq!(document.text(0, &["Header", "ResponseCode"]), Some("I0"));
    assert!(document.named("GBCSPayload").is_some());
}

#[test]
fn an_acknowledgement_has_an_envelope_alone() {
    let records = records(Form::Xml, &response(&message_body("")));
    let message = message(&records[0]);
    assert!(message.payload.is_empty());
    assert_eq!(message.direction, Some(Direction::FromDcc));
    assert_eq!(records[0].device_id, Some(id(METER)));
    assert_eq!(records[0].position.payload, None);
}

#[test]
fn a_request_to_the_dcc_alone_has_no_device() {
    let text = format!(
        r#"<Request xmlns="http://www.dccinterface.co.uk/ServiceUserGateway"><Header>
        <RequestID>{USER}:90-00-00-00-00-00-00-02:1</RequestID><CommandVariant>8</CommandVariant>
        <ServiceReference>8.2</ServiceReference><ServiceReferenceVariant>8.2</ServiceReferenceVariant>
        </Header><Body><ReadInventory/></Body></Request>"#
    );
    let records = records(Form::Xml, &text);
    assert_eq!(records[0].device_id, None);
    assert_eq!(message(&records[0]).direction, Some(Direction::ToDcc));
}

#[test]
fn a_signed_pre_command_goes_to_the_dcc() {
    let text = format!(
        r#"<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway"><sr:Header>
        <sr:RequestID>{USER}:{METER}:1</sr:RequestID><sr:CommandVariant>5</sr:CommandVariant></sr:Header>
        <sr:Body><sr:SignedPreCommand><sr:GBCSPayload>3wkBAA==</sr:GBCSPayload></sr:SignedPreCommand></sr:Body></sr:Request>"#
    );
    let records = records(Form::Xml, &text);
    assert_eq!(message(&records[0]).direction, Some(Direction::ToDcc));
    assert_eq!(message(&records[0]).payload, [0xDF, 9, 1, 0]);
}

#[test]
fn alerts_of_devices_have_their_code_and_throttling() {
    let body = "<sr:DeviceAlertMessage><sr:AlertCode>8F20</sr:AlertCode>\
        <sr:ThrottledAlertCount>41</sr:ThrottledAlertCount>\
        <sr:GBCSPayload>3wkDAA==</sr:GBCSPayload></sr:DeviceAlertMessage>";
    let records = records(Form::Xml, &response(body));
    let duis = message(&records[0]).duis.as_ref().unwrap();
    assert_eq!(duis.alert_code.as_deref(), Some("8F20"));
    assert_eq!(duis.throttled_alert_count, Some(41));
    let body = message_body(
        "<sr:FutureDatedDeviceAlertMessage><sr:FutureDatedAlertCode>8F66</sr:FutureDatedAlertCode>\
         <sr:GBCSPayload>3wkDAA==</sr:GBCSPayload></sr:FutureDatedDeviceAlertMessage>",
    );
    let records = self::records(Form::Xml, &response(&body));
    assert_eq!(message(&records[0]).duis.as_ref().unwrap().alert_code.as_deref(), Some("8F66"));
}

fn dcc_alert(body: &str) -> (Record, DccAlert) {
    let text = response(&format!(
        "<sr:DCCAlertMessage><sr:DCCAlertCode>N25</sr:DCCAlertCode>\
         <sr:DCCAlert>{body}</sr:DCCAlert></sr:DCCAlertMessage>"
    ));
    let record = records(Form::Xml, &text).remove(0);
    match record.body.clone() {
        Body::DccAlert(alert) => (record, alert),
        other => panic!("{other:?}"),
    }
}

#[test]
fn alerts_of_the_dcc_have_their_body() {
    let (record, alert) = dcc_alert(&format!(
        "<sr:UpdateHANDeviceLogResult><sr:UpdateHANDeviceLogServiceRequestID>{USER}:{METER}:9\
         </sr:UpdateHANDeviceLogServiceRequestID></sr:UpdateHANDeviceLogResult>"
    ));
    assert_eq!(alert.code, "N25");
    assert_eq!(alert.body_element.as_deref(), Some("UpdateHANDeviceLogResult"));
    assert_eq!(alert.request_id.unwrap().counter, 9);
    assert_eq!(record.device_id, Some(id(METER)));
    let (_, alert) = dcc_alert(
        "<sr:FirmwareDistributionFailure><sr:MeterID>1</sr:MeterID><sr:MeterID>2</sr:MeterID>\
         </sr:FirmwareDistributionFailure>",
    );
    assert_eq!(
        alert.body.as_deref(),
        Some(r#"{"FirmwareDistributionFailure":{"MeterID":["1","2"]}}"#)
    );
}

#[test]
fn an_inventory_gives_its_devices() {
    let body = message_body(&format!(
        "<sr:DSPInventory><sr:Device><sr:DeviceID>{METER}</sr:DeviceID><sr:DeviceType>ESME</sr:DeviceType>\
         <sr:DeviceGBCSVersion>4.2</sr:DeviceGBCSVersion></sr:Device><sr:Device/></sr:DSPInventory>"
    ));
    let records = records(Form::Xml, &response(&body));
    assert_eq!(records.len(), 3);
    assert_eq!(records[1].device_id, Some(id(METER)));
    let Body::Device(device) = &records[1].body else { panic!() };
    assert_eq!(device.gbcs_version.as_deref(), Some("4.2"));
}

#[test]
fn what_parse_and_correlate_made_has_no_octets() {
    let text = format!(
        r#"<ra:GBCSResponse xmlns:ra="http://www.dccinterface.co.uk/ResponseAndAlert"><ra:Header>
        <ra:BusinessOriginatorID>{METER}</ra:BusinessOriginatorID><ra:BusinessTargetID>{USER}</ra:BusinessTargetID>
        <ra:OriginatorCounter>18446744073709551615</ra:OriginatorCounter>
        <ra:GBCSHexadecimalMessageCode>0048</ra:GBCSHexadecimalMessageCode></ra:Header><ra:Body><ra:ResponseMessage>
        <ra:Log><ra:LogEntry><ra:Timestamp>2024-05-01T08:00:00Z</ra:Timestamp><ra:LogCode>8F20</ra:LogCode></ra:LogEntry></ra:Log>
        </ra:ResponseMessage></ra:Body></ra:GBCSResponse>"#
    );
    let records = records(Form::Xml, &text);
    let message = message(&records[0]);
    assert!(message.payload.is_empty());
    assert_eq!(message.originator_counter, Some(u64::MAX));
    assert_eq!(message.message_code, Some(0x48));
    assert_eq!(records[0].time, None);
    let Body::LogEntry(entry) = &records[1].body else { panic!() };
    assert_eq!((entry.log.as_str(), entry.log_code), ("Event", Some(0x8F20)));
}

#[test]
fn wrapped_documents_are_found_and_told() {
    let wrapped = format!(
        r#"<w:Export xmlns:w="urn:adapter"><w:Item>{}</w:Item><w:Item>{}</w:Item></w:Export>"#,
        response(&message_body("<sr:GBCSPayload>3wkCAA==</sr:GBCSPayload>"))
            .trim_start_matches("<?xml version=\"1.0\"?>\n"),
        response(&message_body("<sr:GBCSPayload>3wkCAQ==</sr:GBCSPayload>"))
            .trim_start_matches("<?xml version=\"1.0\"?>\n"),
    );
    let places: Vec<(u64, Option<u32>)> = records(Form::Xml, &wrapped)
        .iter()
        .map(|record| (record.position.record, record.position.payload))
        .collect();
    assert_eq!(places, [(1, Some(1)), (1, Some(2))]);
    let foreign = format!(
        r#"<ServiceResponse xmlns="urn:adapter"><Header><RequestID>{USER}:{METER}:5</RequestID></Header>
        <GBCSPayload><GBCSRawData>3wkCAA==</GBCSRawData></GBCSPayload></ServiceResponse>"#
    );
    let items = items(Form::Xml, &foreign);
    let note = items[0].as_ref().unwrap_err();
    assert!(note.is_note());
    assert_eq!(note.to_string(), "not a DUIS document (root `ServiceResponse`); payload found");
    assert_eq!(message(items[1].as_ref().unwrap()).payload, [0xDF, 9, 2, 0]);
}

#[test]
fn documents_one_after_the_other_are_records_of_their_own() {
    let one = response(&message_body("<sr:GBCSPayload>3wkCAA==</sr:GBCSPayload>"));
    let two = format!("{one}\n{one}");
    let numbers: Vec<u64> =
        records(Form::Xml, &two).iter().map(|record| record.position.record).collect();
    assert_eq!(numbers, [1, 2]);
}

fn problem(text: &str) -> Problem {
    items(Form::Xml, text).into_iter().find_map(Result::err).unwrap()
}

#[test]
fn a_document_type_definition_is_refused() {
    let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [ <!ENTITY x SYSTEM \"file:///dev/null\"> ]>\n<a>&x;</a>";
    let problem = problem(text);
    assert_eq!(problem.kind, ProblemKind::Dtd);
    assert_eq!(problem.line, Some(2));
    assert_eq!(items(Form::Xml, text).len(), 1);
}

#[test]
fn entities_beyond_the_five_are_refused() {
    let text = response("<sr:A>&amp;&#65;&lol;</sr:A>");
    assert_eq!(problem(&text).kind, ProblemKind::Entity("lol".into()));
}

#[test]
fn what_is_not_well_formed_has_its_place() {
    let problem = problem("<Response>\n<Header></Body></Response>");
    assert!(matches!(problem.kind, ProblemKind::NotWellFormed(_)), "{problem:?}");
    assert_eq!((problem.line, problem.column), (Some(2), Some(9)));
    let cut = self::problem("<Response><Header>");
    assert!(matches!(cut.kind, ProblemKind::NotWellFormed(_)), "{cut:?}");
}

#[test]
fn depth_and_length_are_bounded() {
    let deep = "<a>".repeat(1000);
    assert!(matches!(problem(&deep).kind, ProblemKind::XmlTooLarge { .. }));
    let long = format!("<a>{}", "x".repeat(3_000_000));
    assert!(matches!(problem(&long).kind, ProblemKind::XmlTooLarge { .. }));
    let attributes: String = (0..100).map(|n| format!(" a{n}=\"\"")).collect();
    assert!(matches!(problem(&format!("<a{attributes}/>")).kind, ProblemKind::XmlTooLarge { .. }));
}

#[test]
fn a_payload_that_is_no_text_of_octets_is_a_problem() {
    let text = response(&message_body("<sr:GBCSPayload>*</sr:GBCSPayload>"));
    assert_eq!(problem(&text).kind, ProblemKind::BadPayload { element: "GBCSPayload".into() });
    assert_eq!(problem("<html/>").kind, ProblemKind::NothingKnown);
}

#[test]
fn blocks_of_a_node_red_log() {
    let head = "--- Fri Aug 19 2022 08:03:25 GMT+0100 (British Summer Time) ---\r\n";
    let ack = response(&message_body("")).replace('\n', "\r\n");
    let text =
        format!("{head}{ack}\r\n\r\n{head}<broken>\r\n\r\n{head}{ack}\r\n--- now ---\r\n{ack}");
    assert_eq!(detect(text.as_bytes()).unwrap().form, Form::NodeRed);
    let items = items(Form::NodeRed, &text);
    assert_eq!(items.len(), 5, "{items:?}");
    let first = items[0].as_ref().unwrap();
    assert_eq!(first.time.unwrap().to_string(), "2022-08-19T07:03:25.000Z");
    assert_eq!((first.position.record, first.position.line), (1, Some(1)));
    assert!(items[1].is_err());
    assert_eq!(items[2].as_ref().unwrap().position.record, 3);
    assert!(matches!(items[3].as_ref().unwrap_err().kind, ProblemKind::BadLine { .. }));
    // The time of the document stands in where the log's own cannot be read.
    let last = items[4].as_ref().unwrap();
    assert_eq!(last.time.unwrap().to_string(), "2024-05-01T08:00:00.250Z");
}

#[test]
fn lines_of_the_gfi_link() {
    let items = items(
        Form::Gfi,
        "GBCS:DATA#0:4:DF090100\r\nGBCS:DATA#1:9:DF0901\r\nGBCS:HELLO\r\nGBCS:DATA#2:1:D\r\n",
    );
    assert_eq!(message(items[0].as_ref().unwrap()).payload, [0xDF, 9, 1, 0]);
    let count = items[1].as_ref().unwrap_err();
    assert_eq!(count.kind, ProblemKind::CountDiffers { stated: 9, found: 3 });
    assert_eq!((count.line, count.column), (Some(2), Some(15)));
    assert!(items[2].is_ok());
    assert!(matches!(items[3].as_ref().unwrap_err().kind, ProblemKind::BadLine { .. }));
    assert_eq!(items[4].as_ref().unwrap_err().kind, ProblemKind::OddDigit);
}

#[test]
fn tables_of_messages_and_of_devices() {
    let text = format!(
        "time;device_id;payload\n2024-05-01T08:00:00Z;{METER};DF 09 01\n;{METER};3wkBAA==\nnoon;;*\n"
    );
    assert_eq!(detect(text.as_bytes()).unwrap().form, Form::Csv);
    let items = items(Form::Csv, &text);
    assert_eq!(message(items[0].as_ref().unwrap()).payload, [0xDF, 9, 1]);
    assert_eq!(items[0].as_ref().unwrap().position.line, Some(2));
    assert_eq!(message(items[1].as_ref().unwrap()).payload, [0xDF, 9, 1, 0]);
    assert_eq!(items.iter().filter(|item| item.is_err()).count(), 2);
    let text = format!(
        "UPRN,ID,TYPE,COMMISSIONED,SMETS_CHTS_VERSION,GBCS_VERSION\n1,{METER},ESME,2024-01-01,SMETS V5.1,4.2\n"
    );
    assert_eq!(detect(text.as_bytes()).unwrap().form, Form::Csv);
    let records = records(Form::Csv, &text);
    let Body::Device(device) = &records[0].body else { panic!() };
    assert_eq!(device.gbcs_version.as_deref(), Some("4.2"));
    assert_eq!(records[0].device_id, Some(id(METER)));
}

#[test]
fn quoted_xml_in_tables_with_and_without_doubled_quotes() {
    let xml = response(&message_body(
        "<sr:A b=\"\" c=\"1,2\"/><sr:GBCSPayload>3wkCAA==</sr:GBCSPayload>",
    ));
    let doubled = xml.replace('"', "\"\"");
    for field in [&xml, &doubled] {
        let text = format!(
            "DeviceID,Type,Response,Note\n{METER},ESME,\"{field}\",\"a \"\"b\"\"\"\n{METER},ESME,\"{field}\",x\n"
        );
        let records = records(Form::Csv, &text);
        assert_eq!(records.len(), 2, "{text}");
        assert_eq!(message(&records[1]).payload, [0xDF, 9, 2, 0]);
        assert_eq!(records[1].position.record, 2);
    }
}

#[test]
fn a_quote_that_never_ends_is_a_problem() {
    let text = format!("device_id,payload\n{METER},\"DF09\n{METER},DF09\n");
    let items = items(Form::Csv, &text);
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().unwrap_err().kind, ProblemKind::OpenQuote);
}

#[test]
fn a_quoted_field_has_no_more_than_a_hundred_lines() {
    let read = |lines: usize| {
        let text = format!(
            "device_id,note,payload\n{METER},\"{}\",DF09\n{METER},x,DF09\n",
            "a\n".repeat(lines)
        );
        let items = items(Form::Csv, &text);
        let kinds =
            items.iter().map(|item| item.as_ref().err().map(|problem| problem.kind.clone()));
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(read(100), [None, None]);
    // The quote that opened it is taken for none, and the one that closed it opens another field.
    assert_eq!(read(101), vec![Some(ProblemKind::OpenQuote); 2]);
}

#[test]
fn random_documents_never_panic() {
    let parts = [
        "<sr:Response>",
        "</sr:Response>",
        "<Body>",
        "</Body>",
        "<GBCSPayload>",
        "</GBCSPayload>",
        "3wkC",
        "&amp;",
        "&#13;",
        "&#xFFFFFFFF;",
        "&x;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?xml",
        "?>",
        "\"",
        ",",
        "\n",
        "<a b=\"c\"",
        "/>",
        ">",
        "<",
        "--- x ---\n",
        "\u{0}",
        "DCCAlertMessage",
        "<DSPInventory>",
        "<Device>",
        "<GBCSResponse>",
        "<DCCAlertMessage>",
        "device_id,payload\n",
    ];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..40 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push_str(parts[(state % parts.len() as u64) as usize]);
        }
        for form in [Form::Xml, Form::NodeRed, Form::Csv, Form::Gfi] {
            assert!(read(form, text.as_bytes(), "t").count() < 200);
        }
    }
}

/// A source that never ends and counts what is taken of it.
struct Endless<'c> {
    text: Vec<u8>,
    at: usize,
    taken: &'c std::sync::atomic::AtomicUsize,
}

impl std::io::Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = &self.text[self.at..];
        let n = left.len().min(buffer.len());
        buffer[..n].copy_from_slice(&left[..n]);
        self.at = (self.at + n) % self.text.len();
        self.taken.fetch_add(n, std::sync::atomic::Ordering::Relaxed);
        Ok(n)
    }
}

#[test]
fn no_more_is_taken_than_the_records_asked_for_need() {
    const BUFFER: usize = 8 * 1024;
    const RECORDS: usize = 200;
    let document = response(&message_body("<sr:GBCSPayload>3wkB</sr:GBCSPayload>"));
    let block = format!("--- Fri Aug 19 2022 08:03:25 GMT+0100 (BST) ---\r\n{document}\r\n\r\n");
    for (form, text) in [(Form::Xml, document), (Form::NodeRed, block)] {
        let taken = std::sync::atomic::AtomicUsize::new(0);
        let length = text.len();
        let source = Endless { text: text.into_bytes(), at: 0, taken: &taken };
        let source = std::io::BufReader::with_capacity(BUFFER, source);
        let found = read(form, source, "endless").take(RECORDS);
        assert_eq!(found.filter(Result::is_ok).count(), RECORDS, "{form}");
        let taken = taken.load(std::sync::atomic::Ordering::Relaxed);
        assert!(taken <= (RECORDS + 2) * length + 2 * BUFFER, "{form}: {taken}");
    }
}

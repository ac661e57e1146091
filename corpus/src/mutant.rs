//! Mutants of commands, for feeding a device under test, each with what a conforming device does.

use gbcs_parser::catalogue::{message_code, use_case_of_code};
use gbcs_parser::crypto::{Context, Verifier};
use gbcs_parser::encode::Length;
use gbcs_parser::protection::Missing;
use gbcs_parser::{CraFlag, Message};
use gbcs_rules::rule::Severity;

use crate::mutate::Mutation;
use crate::oracle::Broken;
use crate::oracle::judge::rules_broken;
use crate::random::Random;

/// How often a mutation is tried that by chance changes nothing.
const TRIES: usize = 8;

/// Rules that bind the sender, of which nothing public says that a device refuses a command that
/// breaks them: a device gives the invoke id back as it came.
const NOT_TO_BE_REFUSED: [&str; 1] = ["USE014"];

/// What a conforming device does with a mutant; [`Conduct::what`] says it in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conduct {
    /// The envelope cannot be read.
    DiscardUnreadable,
    /// It is for another device.
    DiscardOtherRecipient,
    /// It is not protected by the keys of its originator.
    DiscardNotAuthentic,
    /// Its counter is below that of the original.
    RefuseReplay,
    /// Its message code is of no use case.
    RefuseUnsupported,
    /// It breaks rules about its content.
    RefuseContent,
    /// It can be read and done, but no sender writes it so.
    ExecuteOrRefuse,
    /// It is the original in another form.
    ExecuteOrDiscard,
    /// Nothing is wrong with it.
    AsAnyCommand,
}

impl Conduct {
    /// All, from the outside of a message to its inside.
    pub const ALL: [Self; 9] = [
        Self::DiscardUnreadable,
        Self::DiscardOtherRecipient,
        Self::DiscardNotAuthentic,
        Self::RefuseReplay,
        Self::RefuseUnsupported,
        Self::RefuseContent,
        Self::ExecuteOrRefuse,
        Self::ExecuteOrDiscard,
        Self::AsAnyCommand,
    ];

    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DiscardUnreadable => "discard-unreadable",
            Self::DiscardOtherRecipient => "discard-other-recipient",
            Self::DiscardNotAuthentic => "discard-not-authentic",
            Self::RefuseReplay => "refuse-replay",
            Self::RefuseUnsupported => "refuse-unsupported",
            Self::RefuseContent => "refuse-content",
            Self::ExecuteOrRefuse => "execute-or-refuse",
            Self::ExecuteOrDiscard => "execute-or-discard",
            Self::AsAnyCommand => "as-any-command",
        }
    }

    /// What it means.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::DiscardUnreadable => {
                "the envelope cannot be read: no response, and nothing changes"
            }
            Self::DiscardOtherRecipient => {
                "it is addressed to another device: no response, and nothing changes"
            }
            Self::DiscardNotAuthentic => {
                "MAC or signature does not verify, or is not that of the originator: no response, nothing \
                 changes, and the originator's counter is not used up; the failure may be logged and \
                 alerted"
            }
            Self::RefuseReplay => {
                "where the original or a higher counter was accepted before: it is not executed, and no \
                 response says that it was; only of use cases that are protected against replay"
            }
            Self::RefuseUnsupported => {
                "the message code is of no use case: the alert for commands that are not supported, \
                 no response"
            }
            Self::RefuseContent => {
                "authentic, but it breaks the rules that are named: what breaks them is not done, and \
                 no result for it says success"
            }
            Self::ExecuteOrRefuse => {
                "authentic and readable, but against the rules that are named, of which nothing public says \
                 that a device must refuse for them: done as it stands, or refused; the response says which"
            }
            Self::ExecuteOrDiscard => {
                "the same message, its header written in another form: executed once, or discarded"
            }
            Self::AsAnyCommand => {
                "authentic and as the use case says: it is answered like any command with these values"
            }
        }
    }
}

/// A mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    /// The name of its mutation.
    pub mutation: &'static str,
    /// Its octets.
    pub octets: Vec<u8>,
    /// True where MAC and signature were made anew.
    pub renewed: bool,
    /// What a conforming device does with it.
    pub conduct: Conduct,
    /// The rules that it breaks, where it is authentic.
    pub breaks: Vec<&'static str>,
}

/// Why there is no mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoMutant {
    /// The message has nothing that the mutation changes.
    NothingToChange,
    /// Keys for signing or MACing it are missing.
    Keys(Vec<Missing>),
    /// A rule broke on it.
    Broken(Broken),
}

/// True for messages that a device gets: commands with a MAC, or with a signature alone.
#[must_use]
pub fn is_for_device(message: &Message<'_>) -> bool {
    use gbcs_parser::message::SignatureField::Present;
    let envelope = &message.envelope;
    envelope.cra() == Some(CraFlag::Command)
        && envelope.block.is_none()
        && (envelope.mac_header.is_some() || matches!(envelope.signature, Some(Present(_))))
}

/// A mutant as it is: MAC and signature are those of the original.
///
/// # Errors
/// Why there is none.
pub fn plain(
    original: &Message<'_>,
    mutation: &Mutation,
    random: &mut Random,
) -> Result<Mutant, NoMutant> {
    let octets = changed(original, mutation, random)?;
    let mutant = Message::decode(&octets);
    let inner = |message: &Message<'_>| {
        let envelope = &message.envelope;
        let (start, end) = (envelope.signing_start?, envelope.signature_end?);
        message.octets().get(start as usize..end as usize).map(<[u8]>::to_vec)
    };
    let mac = |message: &Message<'_>| {
        message.envelope.mac.map(|node| message.tree.content(node, message.octets()).to_vec())
    };
    let is_whole = mutant.is_complete();
    let same = is_whole && inner(&mutant) == inner(original) && mac(&mutant) == mac(original);
    // What MAC and signature cover is all there, and octets stand behind it.
    let extended = octets.len() > original.octets().len() && octets.starts_with(original.octets());
    let conduct = match outside(original, &mutant) {
        Some(conduct) => conduct,
        None if same || extended => Conduct::ExecuteOrDiscard,
        None => Conduct::DiscardNotAuthentic,
    };
    Ok(Mutant { mutation: mutation.name, octets, renewed: false, conduct, breaks: Vec::new() })
}

/// A mutant of what is protected, signed and MACed anew: it passes the first checks of a device.
///
/// # Errors
/// Why there is none.
pub fn renewed(
    original: &Message<'_>,
    mutation: &Mutation,
    random: &mut Random,
    verifier: &Verifier<'_>,
) -> Result<Mutant, NoMutant> {
    let envelope = &original.envelope;
    let (Some(start), Some(end)) = (envelope.signing_start, envelope.signature_end) else {
        return Err(NoMutant::NothingToChange);
    };
    let inner = original.octets().get(start as usize..end as usize).unwrap_or_default();
    let inner = Message::decode(inner);
    let inner = with_content_length(&inner, changed(&inner, mutation, random)?);
    let octets = verifier.renew(&inner, original, &Context::default()).map_err(NoMutant::Keys)?;
    if octets == original.octets() {
        return Err(NoMutant::NothingToChange);
    }
    let mutant = Message::decode(&octets);
    let (conduct, breaks) = match outside(original, &mutant) {
        Some(conduct) => (conduct, Vec::new()),
        None => inside(original, &mutant, verifier).map_err(NoMutant::Broken)?,
    };
    Ok(Mutant { mutation: mutation.name, octets, renewed: true, conduct, breaks })
}

/// Octets that are not the message's.
fn changed(
    message: &Message<'_>,
    mutation: &Mutation,
    random: &mut Random,
) -> Result<Vec<u8>, NoMutant> {
    (0..TRIES)
        .filter_map(|_| (mutation.apply)(message, random))
        .find(|octets| octets != message.octets())
        .ok_or(NoMutant::NothingToChange)
}

/// Octets with the length of the content put right, where nothing but the content was changed: so
/// that a mutant whose content has grown or shrunk gets past the envelope.
fn with_content_length(original: &Message<'_>, mutant: Vec<u8>) -> Vec<u8> {
    let envelope = &original.envelope;
    let span = |node| Some(original.tree.get(node)?.span());
    let (Some(content), Some(other)) = (
        envelope.content.and_then(span),
        envelope.other_information.and_then(|info| span(info.node)),
    ) else {
        return mutant;
    };
    let octets = original.octets();
    let (start, end) = (content.start as usize, content.end as usize);
    let (Some(before), Some(behind), Some(header)) =
        (octets.get(..start), octets.get(end..), octets.get(..other.end as usize))
    else {
        return mutant;
    };
    let is_inside = mutant.len() >= before.len() + behind.len()
        && mutant.len() != octets.len()
        && mutant.starts_with(before)
        && mutant.ends_with(behind);
    let changed = mutant.get(start..mutant.len().saturating_sub(behind.len()));
    let Some(changed) = changed.filter(|_| is_inside) else { return mutant };
    let mut out = header.to_vec();
    Length::Minimal.write(&mut out, changed.len());
    out.extend(changed);
    out.extend(behind);
    out
}

/// What follows from the envelope, before anything is verified.
fn outside(original: &Message<'_>, mutant: &Message<'_>) -> Option<Conduct> {
    let envelope = &mutant.envelope;
    let was_maced = original.envelope.mac_header.is_some();
    let is_readable = envelope.cra() == Some(CraFlag::Command)
        && envelope.counter().is_some()
        && envelope.originator().is_some()
        && envelope.content_end.is_some()
        && envelope.signature_end.is_some()
        && envelope.mac_header.is_some() == was_maced
        && envelope.mac.is_some() == was_maced;
    match (is_readable, envelope.recipient()) {
        (true, Some(recipient)) => (Some(recipient) != original.envelope.recipient())
            .then_some(Conduct::DiscardOtherRecipient),
        _ => Some(Conduct::DiscardUnreadable),
    }
}

/// What follows from an authentic message.
fn inside(
    original: &Message<'_>,
    mutant: &Message<'_>,
    verifier: &Verifier<'_>,
) -> Result<(Conduct, Vec<&'static str>), Broken> {
    let envelope = &mutant.envelope;
    let mut opened = Message::decode(mutant.octets());
    let protection = verifier.check(&mut opened, &Context::default());
    if envelope.originator() != original.envelope.originator() {
        return Ok((Conduct::DiscardNotAuthentic, Vec::new()));
    }
    // What was made anew and does not verify has its lengths against it.
    if [protection.mac.word(), protection.signature.word()].contains(&"invalid") {
        return Ok((Conduct::DiscardUnreadable, Vec::new()));
    }
    let code = envelope.message_code();
    if code.and_then(message_code).is_none() {
        return Ok((Conduct::RefuseUnsupported, Vec::new()));
    }
    // A read may be repeated with any counter. Where the catalogue does not say whether a use case
    // is protected against replay, the more careful conduct is expected.
    let may_be_repeated = code
        .and_then(use_case_of_code)
        .is_some_and(|use_case| use_case.replay_protection == Some(false));
    if envelope.counter() < original.envelope.counter() && !may_be_repeated {
        return Ok((Conduct::RefuseReplay, Vec::new()));
    }
    let broken = rules_broken(verifier, mutant.octets())?;
    let (grave, slight): (Vec<_>, Vec<_>) = broken.into_iter().partition(|(rule, severity)| {
        *severity > Severity::Info && !NOT_TO_BE_REFUSED.contains(rule)
    });
    let (conduct, breaks) = match (grave.is_empty(), slight.is_empty()) {
        (false, _) => (Conduct::RefuseContent, grave),
        (true, false) => (Conduct::ExecuteOrRefuse, slight),
        (true, true) => (Conduct::AsAnyCommand, grave),
    };
    Ok((conduct, breaks.into_iter().map(|(rule, _)| rule).collect()))
}

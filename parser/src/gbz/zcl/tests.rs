//! Tests of the tables and of reading by them.

use super::table::{Cluster, Count, Step};
use super::*;

fn check_steps(steps: &[Step]) {
    for (at, step) in steps.iter().enumerate() {
        let last = at + 1 == steps.len();
        match step {
            Step::Value { octets, keep, .. } => {
                assert!(*octets > 0 && keep.is_none_or(|register| register < 4));
            }
            // What repeats to the end must be last, or the rest is never reached.
            Step::Each { octets, count, .. } => {
                assert!(*octets > 0 && (last || !matches!(count, Count::All)));
            }
            Step::Repeat { count, steps, .. } => {
                assert!(last || !matches!(count, Count::All));
                check_steps(steps);
            }
            Step::When { steps, values, .. } => {
                assert!(!values.is_empty() && !steps.is_empty());
                check_steps(steps);
            }
            Step::Rest { .. } => assert!(last),
            _ => {}
        }
    }
}

#[test]
fn rows_are_sorted_and_sound() {
    let clusters = generated::clusters::CLUSTERS;
    assert!(clusters.len() > 8);
    for Cluster { commands, sides, .. } in clusters {
        assert!(commands.is_sorted_by_key(|row| (row.to_client, row.id)));
        for row in *commands {
            check_steps(row.steps);
        }
        for side in sides {
            assert!(side.attributes.is_sorted_by(|a, b| a.id < b.id));
            assert!(side.attributes.iter().all(|a| types::layout(a.data_type).is_some()));
        }
    }
}

#[test]
fn attributes_are_found_by_cluster_and_side() {
    let name = |cluster, client, id| attribute(cluster, client, id).map(|a| a.element.name());
    assert_eq!(name(0x0702, false, 0), Some("CurrentSummationDelivered"));
    assert_eq!(name(0x0702, true, 0), Some("FunctionalNotificationFlags"));
    assert_eq!(name(0x0700, false, 0x0431), Some("Tier3Block2Price"));
    assert_eq!(name(0x0700, false, 0xFFFD), Some("ClusterRevision"));
    assert_eq!(name(0x0702, false, 0x7777), None);
}

#[test]
fn commands_are_found_by_direction() {
    assert_eq!(command_name(0x0700, 0x01, 0x00), Some("get-current-price"));
    assert_eq!(command_name(0x0700, 0x19, 0x00), Some("publish-price"));
    assert_eq!(command_name(0x0700, 0x18, 0x01), Some("read-attributes-response"));
    assert_eq!(command_name(0x0700, 0x1D, 0x00), None);
}

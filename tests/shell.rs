//! Completions of shells, and manual pages.

use crate::run::gbcheck;

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// The commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = gbcheck(&["-h"], b"").out;
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = list.lines().filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| !line.starts_with(' '));
    names.map(|line| line.split(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn every_shell_completes_every_command() {
    let commands = commands();
    assert!(commands.iter().any(|name| name == "check"), "{commands:?}");
    for shell in SHELLS {
        let ran = gbcheck(&["completions", shell], b"");
        assert_eq!(ran.code, 0, "{shell}");
        for command in &commands {
            assert!(ran.out.contains(command.as_str()), "{shell} does not know {command}");
        }
        assert!(ran.out.contains("skip-unreadable"), "{shell}");
    }
    assert_eq!(gbcheck(&["completions", "command.com"], b"").code, 2);
}

#[test]
fn the_completions_of_bash_are_a_script_that_bash_reads() {
    let script = gbcheck(&["completions", "bash"], b"").out;
    let Ok(read) = std::process::Command::new("bash").args(["-n", "-c", &script]).status() else {
        eprintln!("skipped: there is no bash here");
        return;
    };
    assert!(read.success());
}

#[test]
fn every_command_has_a_manual_page() {
    let page = gbcheck(&["man"], b"");
    assert_eq!(page.code, 0);
    for command in commands() {
        assert!(page.out.contains(&command), "{command}");
        if command == "help" {
            continue;
        }
        let own = gbcheck(&["man", &command], b"").out;
        assert!(own.contains(&format!(".TH gbcheck-{command} 1")), "{own}");
        assert!(own.contains("common options") || own.contains("COMMON OPTIONS"), "{command}");
    }
    let unknown = gbcheck(&["man", "chekc"], b"");
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("check"), "{}", unknown.err);
}

#[test]
fn the_manual_tells_the_exit_codes() {
    let page = gbcheck(&["man"], b"").out;
    for code in ["0", "1", "2", "3"] {
        assert!(page.contains(&format!("\n  {code}  ")), "{code}: {page}");
    }
}

//! A start that cannot succeed says one clear sentence, ends with a code other than zero, and touches nothing.

use std::{
    collections::BTreeMap,
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
};

use tempfile::tempdir;

use crate::{
    program::{Person, Serving, clientela, ended},
    writers::{hired, until},
};

fn on(data: &Path) -> Vec<String> {
    ["--addr", "127.0.0.1:0", "--data"]
        .into_iter()
        .map(str::to_owned)
        .chain([data.display().to_string()])
        .collect()
}

#[test]
fn whoever_cannot_sign_in_gets_a_new_password_at_the_terminal() {
    let folder = tempdir().expect("a folder");
    let serving = Serving::on(folder.path());
    let person = Person::sets_up(&serving);
    serving.kill();
    let data = folder.path().display().to_string();
    let command = |email: &str| clientela(["password", email, "--data", &data]);
    let told = command("amparo@roig.example").output().expect("the program runs");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let fresh = told
        .split(" es ")
        .nth(1)
        .and_then(|rest| rest.split('.').next())
        .unwrap_or_else(|| panic!("{told}"));
    assert_eq!(
        refused(command("nadie@roig.example")).trim(),
        "Nadie entra con el correo «nadie@roig.example»."
    );

    let serving = Serving::on(folder.path());
    let signs_in = |password: &str| {
        let form = format!("email=amparo%40roig.example&password={password}");
        let answer = Person::default().fills(serving.address, "team/api/sign_in", &form);
        answer.expect("an answer").body
    };
    assert!(signs_in("tres%20copias%20para%20Benlloch").contains("WrongCredentials"));
    assert_eq!(signs_in(fresh), "\"/\"");
    let board = person.calls(serving.address, "pipeline/api/load_board", &serde_json::json!({}));
    assert!(
        board.expect("an answer").body.contains("SignedOut"),
        "the old session is closed"
    );
}

/// The sentence on standard error: no panic, no debug form, not English.
fn refused(command: std::process::Command) -> String {
    let (code, said) = ended(command);
    assert_eq!(code, Some(1), "{said}");
    assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{said}");
    said
}

#[test]
fn two_programs_do_not_share_a_folder() {
    let folder = tempdir().expect("a folder");
    let serving = Serving::on(folder.path());
    let said = refused(clientela(on(folder.path())));
    assert!(
        said.contains("Otra copia de Clientela tiene abierta la base de datos"),
        "{said}"
    );
    let person = Person::sets_up(&serving);
    assert_eq!(hired(&person, &serving).len(), 8, "the first goes on");
}

#[test]
fn a_port_in_use_is_named() {
    let folder = tempdir().expect("a folder");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();
    let arguments = ["--addr", &address, "--data"]
        .into_iter()
        .map(str::to_owned)
        .chain([folder.path().display().to_string()]);
    let said = refused(clientela(arguments));
    assert!(said.contains(&format!("El puerto {address} ya está en uso.")), "{said}");
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "a file, not a folder").expect("the file is written");
    let said = refused(clientela(on(&file.join("data"))));
    assert!(said.contains("No se puede crear la carpeta de datos"), "{said}");
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for path in fs::read_dir(folder)
        .expect("the folder")
        .flatten()
        .map(|entry| entry.path())
    {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.file_name().is_none_or(|name| name != "LOCK") {
            let bytes = fs::read(&path).expect("a file");
            found.insert(path, bytes);
        }
    }
    found
}

/// A folder with a firm in it. All of it is in the journal: the embedded engine keeps a gigabyte in memory before it writes a
/// table, and takes no setting for less.
fn closed_firm() -> tempfile::TempDir {
    let folder = tempdir().expect("a folder");
    let serving = Serving::on(folder.path());
    let person = Person::sets_up(&serving);
    let mut writers = hired(&person, &serving);
    until(60, &mut writers, &person, serving.address, || ());
    serving.kill();
    folder
}

#[test]
fn a_damaged_folder_is_refused_and_left_as_it_is() {
    let whole = closed_firm();
    for kind in ["manifest", "wal"] {
        let folder = copy_of(whole.path());
        let mut damaged = 0;
        for (path, bytes) in files(folder.path()) {
            if path.iter().any(|part| part == kind) && !bytes.is_empty() {
                fs::write(&path, vec![0xA5; bytes.len()]).expect("garbage is written");
                damaged += 1;
            }
        }
        assert!(damaged > 0, "no {kind} among {:?}", files(whole.path()).keys());
        let before = files(folder.path());
        let said = refused(clientela(on(folder.path())));
        assert!(said.contains("no se puede leer"), "{kind}: {said}");
        assert!(files(folder.path()) == before, "{kind}: the files were touched");
    }
    Serving::on(whole.path()).kill();
}

#[test]
fn one_wrong_bit_in_the_middle_of_the_journal_is_refused() {
    let folder = closed_firm();
    let (path, mut bytes) = files(folder.path())
        .into_iter()
        .rfind(|(path, _)| path.extension().is_some_and(|it| it == "wal"))
        .expect("a journal");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, &bytes).expect("a bit is flipped");
    let said = refused(clientela(on(folder.path())));
    assert!(said.contains("está dañado"), "{said}");
    assert!(fs::read(&path).expect("the journal") == bytes);
}

fn copy_of(folder: &Path) -> tempfile::TempDir {
    let copy = tempdir().expect("a folder");
    for (path, bytes) in files(folder) {
        let to = copy.path().join(path.strip_prefix(folder).expect("under the folder"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::write(to, bytes).expect("a file");
    }
    copy
}

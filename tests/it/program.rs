//! The program itself, in a process of its own, spoken to over HTTP.

use std::{
    ffi::OsStr,
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, Command, Output, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use serde::{Serialize, de::DeserializeOwned};

/// No answer takes longer than this; a test that waits more has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// `clientela`, with these arguments and nothing of the environment that would configure it.
pub fn clientela<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(arguments: I) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clientela"));
    command.args(arguments);
    without_configuration(command)
}

/// The same with this written before it in a shell (`ulimit`).
pub fn clientela_after(shell: &str, data: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args([
        "-c",
        &format!("{shell}; exec \"$@\""),
        "sh",
        env!("CARGO_BIN_EXE_clientela"),
        "--addr",
        "127.0.0.1:0",
        "--data",
    ]);
    command.arg(data);
    without_configuration(command)
}

fn without_configuration(mut command: Command) -> Command {
    for name in [
        "CLIENTELA_ADDR",
        "CLIENTELA_DB",
        "CLIENTELA_DATA_DIR",
        "CLIENTELA_HTTPS",
        "CLIENTELA_LOG",
        "CLIENTELA_MAIL",
        "CLIENTELA_MAIL_FROM",
        "CLIENTELA_PUBLIC_URL",
    ] {
        command.env_remove(name);
    }
    command
}

/// A program that is expected to end by itself: what it said, and how it ended.
pub fn ended(mut command: Command) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = command.stdin(Stdio::null()).output().expect("the program runs");
    (status.code(), String::from_utf8_lossy(&stderr).into_owned())
}

/// A program that serves. It is killed when it is dropped.
pub struct Serving {
    child: Child,
    pub address: SocketAddr,
    /// The one-time token of a first start.
    pub token: Option<String>,
    errors: Option<thread::JoinHandle<String>>,
}

impl Serving {
    /// On this folder, on a port of the system's choice.
    pub fn on(data: &Path) -> Self {
        let arguments: [&OsStr; 4] = [
            "--addr".as_ref(),
            "127.0.0.1:0".as_ref(),
            "--data".as_ref(),
            data.as_ref(),
        ];
        Self::start(clientela(arguments))
    }

    /// Waits until it says that it serves.
    pub fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stderr = child.stderr.take().expect("its errors");
        let errors = thread::spawn(move || {
            let mut text = Vec::new();
            stderr.read_to_end(&mut text).ok();
            String::from_utf8_lossy(&text).into_owned()
        });
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let (said, says) = mpsc::channel();
        thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| said.send(line)));
        let mut token = None;
        loop {
            let Ok(line) = says.recv_timeout(PATIENCE) else {
                child.kill().ok();
                child.wait().ok();
                panic!("it does not serve: {}", errors.join().unwrap_or_default());
            };
            if let Some((_, key)) = line.split_once("un solo uso: ") {
                token = Some(key.to_owned());
            } else if let Some((_, address)) = line.split_once("http://") {
                let address = address.trim().parse().expect("an address");
                return Self {
                    child,
                    address,
                    token,
                    errors: Some(errors),
                };
            }
        }
    }

    /// Ends it as a power cut would; what it had said on standard error.
    pub fn kill(mut self) -> String {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
        let errors = self.errors.take().expect("it is killed once");
        errors.join().expect("its errors")
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A person at the program: the cookie, once signed in.
#[derive(Clone, Default)]
pub struct Person {
    pub cookie: String,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    /// What a server function answered.
    pub fn read<T: DeserializeOwned>(&self) -> T {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{} {error}: {}", self.status, self.body))
    }
}

impl Person {
    /// The first start, after which this person is signed in.
    pub fn sets_up(at: &Serving) -> Self {
        let token = at.token.as_deref().expect("a first start");
        let password = "tres%20copias%20para%20Benlloch";
        let form = format!(
            "token={token}&firm=Roig&name=Amparo&email=amparo%40roig.example&password={password}&repeat={password}"
        );
        let answer = Self::default()
            .fills(at.address, "team/api/set_up", &form)
            .expect("set-up");
        let cookie = answer.head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("set-cookie")
                .then(|| value.trim().split(';').next().unwrap_or_default().to_owned())
        });
        Self {
            cookie: cookie.unwrap_or_else(|| panic!("nobody is signed in: {} {}", answer.status, answer.body)),
        }
    }

    /// Calls a server function of `module` ("pipeline/api/load_board") with JSON.
    pub fn calls(&self, at: SocketAddr, function: &str, arguments: &impl Serialize) -> io::Result<Answer> {
        let body = serde_json::to_string(arguments).map_err(io::Error::other)?;
        self.ask(at, &format!("/api/clientela/{function}"), "application/json", &body)
    }

    /// Sends a form to a server function.
    pub fn fills(&self, at: SocketAddr, function: &str, form: &str) -> io::Result<Answer> {
        self.ask(
            at,
            &format!("/api/clientela/{function}"),
            "application/x-www-form-urlencoded",
            form,
        )
    }

    fn ask(&self, at: SocketAddr, path: &str, kind: &str, body: &str) -> io::Result<Answer> {
        let mut stream = TcpStream::connect(at)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        // HTTP/1.0: the answer ends where the connection does.
        let (cookie, length) = (&self.cookie, body.len());
        let head = format!(
            "POST {path} HTTP/1.0\r\nhost: {at}\r\ncontent-type: {kind}\r\naccept: application/json\r\ncookie: {cookie}\r\n\
             sec-fetch-site: same-origin\r\ncontent-length: {length}\r\n\r\n"
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer
            .split_once("\r\n\r\n")
            .ok_or_else(|| io::Error::other("no answer"))?;
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|it| it.parse().ok())
            .ok_or_else(|| io::Error::other("no status"))?;
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            if name.eq_ignore_ascii_case("content-length") {
                value.trim().parse().ok()
            } else {
                None
            }
        });
        if length.is_some_and(|length: usize| body.len() < length) {
            return Err(io::Error::other("half an answer"));
        }
        Ok(Answer {
            status,
            head: head.to_owned(),
            body: body.to_owned(),
        })
    }
}

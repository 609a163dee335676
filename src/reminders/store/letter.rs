//! What a reminder says as a letter.

use std::time::Duration;

use lettre::{
    AsyncSmtpTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};

use crate::{
    i18n::reminders::{letter, line},
    reminders::domain::Reminded,
    server::Config,
    team::domain::User,
    types::{Day, Locale},
};

/// Longer than this no mail server is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

/// How letters leave the firm.
pub struct Letters<T> {
    pub transport: T,
    pub from: Mailbox,
    /// The public address of the firm's Clientela, without a slash at its end; without one no letter has a link.
    pub address: Option<String>,
}

impl Letters<AsyncSmtpTransport<Tokio1Executor>> {
    /// As the configuration says; none where it names no mail server.
    ///
    /// # Errors
    /// The flag that cannot be understood.
    pub fn of(config: &Config) -> Result<Option<Self>, &'static str> {
        let Some(server) = &config.mail else {
            return Ok(None);
        };
        // A password never travels in clear.
        let is_open = server.starts_with("smtp://") && !server.contains("tls=required");
        if is_open && server.contains('@') {
            return Err("--mail");
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server).map_err(|_| "--mail")?;
        let from = config.mail_from.as_deref().and_then(|from| from.parse().ok());
        let address = config.public_url.as_deref().map(|it| it.trim_end_matches('/'));
        if address.is_some_and(|it| !it.starts_with("http://") && !it.starts_with("https://")) {
            return Err("--public-url");
        }
        Ok(Some(Self {
            transport: transport.timeout(Some(PATIENCE)).build(),
            from: from.ok_or("--mail-from")?,
            address: address.map(ToOwned::to_owned),
        }))
    }
}

impl<T> Letters<T> {
    /// The letter to somebody about something. In Spanish: which language a browser of theirs shows is not known here.
    ///
    /// # Errors
    /// For whom no letter can be addressed.
    pub(super) fn write(&self, to: &User, about: &Reminded, today: Day) -> Result<Message, lettre::error::Error> {
        let link = self
            .address
            .as_ref()
            .map(|address| format!("{address}{}", about.path()));
        let mailbox = |it: &User| {
            let address = it.email.as_str().parse()?;
            Ok::<_, lettre::address::AddressError>(Mailbox::new(Some(it.name.to_string()), address))
        };
        let to = mailbox(to).map_err(|_| lettre::error::Error::MissingTo)?;
        // Of the reminder: a mail program shows one of two that are the same.
        let id = format!("<{}@{}>", about.id, self.from.email.domain());
        Message::builder()
            .message_id(Some(id))
            .from(self.from.clone())
            .to(to)
            .subject(line(Locale::Es, about, today))
            .header(ContentType::TEXT_PLAIN)
            .body(letter(Locale::Es, about, today, link.as_deref()))
    }
}

//! Configuration: the defaults of the embedded `Leptos.toml`, then `CLIENTELA_*` variables, then flags.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    str::FromStr,
};

use clap::Args;

/// How the program serves. Every value has a flag, a variable and a default.
#[derive(Clone, Debug, Args)]
pub struct Config {
    /// Dirección en la que escucha
    #[arg(long, env = "CLIENTELA_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,

    /// Base de datos: surrealkv://CARPETA, mem:// (se pierde al cerrar) o ws://usuario:contraseña@servidor
    #[arg(long, env = "CLIENTELA_DB", conflicts_with = "data")]
    pub db: Option<String>,

    /// Carpeta de datos (equivale a --db surrealkv://CARPETA?sync=every). Si no se dice: «data»; la demostración, una temporal
    #[arg(long, env = "CLIENTELA_DATA")]
    pub data: Option<PathBuf>,

    /// La dirección pública es https: las cookies solo viajan cifradas
    #[arg(long, env = "CLIENTELA_HTTPS", default_value_t = false, action = clap::ArgAction::SetTrue)]
    pub https: bool,
}

/// A database URL as it is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataUrl(pub String);

impl Config {
    /// The database this configuration names. Every commit of the embedded engine reaches the disk before it is answered.
    #[must_use]
    pub fn data_url(&self) -> DataUrl {
        let folder = self.data.as_deref().unwrap_or(Path::new("data"));
        DataUrl(match &self.db {
            Some(url) => url.clone(),
            None => format!("surrealkv://{}?sync=every", folder.display()),
        })
    }
}

impl FromStr for DataUrl {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

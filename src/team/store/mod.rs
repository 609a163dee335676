//! Users, departments, zones and sessions in the database.

mod firm;
mod password;
mod session;
mod set_up;
mod user;

use super::domain::{Department, Zone};
use crate::server::db::revised;

revised!(Department, Zone);

pub use firm::{glossary, most_megabytes, settings};
pub use password::Hasher;
pub use session::{Found, IDLE, LIFETIME, Session, Token, end, end_all, find, sessions_of, start, still};
pub use set_up::{SetUp, create_firm, is_set_up, set_up};
pub use user::{NewPassword, NewUser, by_email, can_sign_in, create_user, directory, gone, users};

//! The pages of the clients.

mod account;
mod list;
mod timeline;

pub use account::AccountPage;
pub use list::AccountsPage;

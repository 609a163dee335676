//! The pages of the clients.

mod account;
mod list;

pub use account::AccountPage;
pub use list::AccountsPage;

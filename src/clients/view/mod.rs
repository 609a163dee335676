//! The pages of the clients.

mod account;
mod accounts_bar;
mod buying_centre;
mod composer;
mod correct_page;
mod done;
mod edit_page;
mod entry_acts;
mod facts;
mod facts_form;
mod instruction;
mod life;
mod list;
mod next_fields;
mod person_editor;
mod report_fields;
mod summary;

pub use account::AccountPage;
pub use buying_centre::person;
pub use correct_page::CorrectPage;
pub use edit_page::EditAccountPage;
pub use list::AccountsPage;

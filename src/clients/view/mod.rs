//! The pages of the clients.

mod account;
mod accounts_bar;
mod alike;
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
mod merge_page;
mod needs;
mod new_page;
mod next_fields;
mod person_editor;
mod report_fields;
mod summary;
mod suspects;

pub use account::AccountPage;
pub use alike::AlikePage;
pub use buying_centre::person;
pub use correct_page::CorrectPage;
pub use edit_page::EditAccountPage;
pub use list::AccountsPage;
pub use merge_page::MergePage;
pub use new_page::NewAccountPage;

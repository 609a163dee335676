//! Who works here and what each may see: roles, departments, zones, and the lens they add up to.

mod lens;
mod role;
mod settings;
mod user;

pub use lens::{Belongs, Lens, Reach};
pub use role::{Action, Role, Scope, Subject};
pub use settings::{ChangeSettings, Settings, SettingsOutcome};
pub use user::{Department, Password, User, Zone};

//! The parts every page is made of. They know no slice.

mod avatar;
mod blank;
mod dialog;
mod draft;
mod field;
mod focus;
mod icon;
mod loading;
mod money;
mod raw;
mod refused;
mod toast;

pub use avatar::Avatar;
pub use blank::Blank;
pub use dialog::Dialog;
pub use draft::{draft, keep_draft};
pub use field::{Field, FieldKind};
pub use focus::{focus_field, is_half_typed};
pub use icon::{Icon, Mark, Sprite};
pub use loading::Loading;
pub use money::{Amount, Chance};
pub use raw::raw_text;
pub use refused::Refused;
pub use toast::{Offer, Toast, ToastKind, ToastStack, Toasts, provide_toasts, use_toasts};

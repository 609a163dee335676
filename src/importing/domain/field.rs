//! What can be said of a record.

use strum::{AsRefStr, EnumIter, EnumString};

/// A field of some [`super::Kind`], by the name that mapping files use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsRefStr, EnumString, EnumIter)]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    /// How it is called.
    Name,
    /// An address of electronic mail.
    Email,
    /// The code of a role ("zone_sales").
    Role,
    /// The key of a department.
    Department,
    /// The key of a zone.
    Zone,
    /// The series of a product.
    Family,
    /// What one unit costs by the price list.
    ListPrice,
    /// The code of how far a client has come ("customer_active").
    Lifecycle,
    /// The tax number of a client.
    Nif,
    /// A telephone.
    Phone,
    /// A page in the web.
    Web,
    /// Street and number.
    Street,
    /// Five digits.
    PostalCode,
    /// A town.
    Town,
    /// A country, in free text.
    Country,
    /// What a client does, in free text.
    Sector,
    /// How many people work there: becomes a band.
    Employees,
    /// Yearly turnover.
    Turnover,
    /// The code of how we came to know them ("web").
    Source,
    /// The key of the user in charge.
    Owner,
    /// The day since when we have it.
    CreatedAt,
    /// The key of an account.
    Account,
    /// The post of a person in their firm.
    Post,
    /// What is being sold.
    Title,
    /// The code of a stage ("proposal").
    Stage,
    /// The key of a product.
    Product,
    /// An amount.
    Amount,
    /// The day on which it is expected to close.
    CloseOn,
    /// The day on which it was won or lost; looked at only for those.
    ClosedOn,
    /// The code of why it was lost ("price"); looked at only for those.
    LossReason,
    /// Who won it instead; looked at only where the reason is "competition".
    Competitor,
    /// The day on which it entered its stage.
    EnteredStageAt,
}

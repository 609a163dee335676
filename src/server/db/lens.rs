//! The lens as a condition of a query.

use surrealdb::types::{SurrealValue, Variables};

use crate::{
    error::AppError,
    server::Ctx,
    team::domain::{Action, Lens, Subject},
};

/// One record, if the lens shows it.
///
/// # Errors
/// `NotFound`, for one that is hidden too.
pub async fn one<T: SurrealValue>(ctx: &Ctx, id: impl SurrealValue, subject: Subject) -> Result<T, AppError> {
    let admitted = Admitted::by(&ctx.lens, subject, Action::View);
    let found: Vec<T> = ctx
        .db
        .query(format!("SELECT * FROM $id WHERE {}", admitted.condition()))
        .bind(("id", id.into_value()))
        .bind(admitted.variables())
        .await?
        .check()?
        .take(0)?;
    found.into_iter().next().ok_or(AppError::NotFound)
}

/// The condition that a lens puts on a query over records with `owner`, `department` and `zone`.
///
/// Used as `format!("SELECT … WHERE pipeline = $pipeline{}", admitted.and())` with `.bind(admitted.variables())`.
pub struct Admitted<'a> {
    lens: &'a Lens,
    condition: Option<String>,
}

impl<'a> Admitted<'a> {
    /// What `lens` admits for the action.
    #[must_use]
    pub fn by(lens: &'a Lens, subject: Subject, action: Action) -> Self {
        Self::through(lens, subject, action, "")
    }

    /// The same for a record reached through a link: `path` is `"opportunity."`.
    #[must_use]
    pub fn through(lens: &'a Lens, subject: Subject, action: Action, path: &str) -> Self {
        let reach = lens.reach(subject, action);
        let ways = [
            reach.own.then(|| format!("{path}owner = $lens_actor")),
            reach
                .department
                .then(|| format!("{path}department IN $lens_departments")),
            reach.zone.then(|| format!("{path}zone IN $lens_zones")),
        ];
        let condition = (!reach.all).then(|| {
            let ways: Vec<String> = ways.into_iter().flatten().collect();
            if ways.is_empty() {
                "false".to_owned()
            } else {
                format!("({})", ways.join(" OR "))
            }
        });
        Self { lens, condition }
    }

    /// The condition to add after another one: empty where everything is admitted, so that the plan stays simple.
    #[must_use]
    pub fn and(&self) -> String {
        self.condition
            .as_ref()
            .map(|condition| format!(" AND {condition}"))
            .unwrap_or_default()
    }

    /// The condition by itself.
    #[must_use]
    pub fn condition(&self) -> &str {
        self.condition.as_deref().unwrap_or("true")
    }

    /// What the condition refers to.
    #[must_use]
    pub fn variables(&self) -> Variables {
        let mut variables = Variables::new();
        variables.insert("lens_actor", self.lens.actor);
        variables.insert("lens_departments", self.lens.departments.clone());
        variables.insert("lens_zones", self.lens.zones.clone());
        variables
    }
}

//! What the administrator decides for the firm, and nobody else.

use clientela::{
    clients,
    error::AppError,
    server::db::perform,
    team::{
        self,
        domain::{ChangeSettings, Role, Settings, SettingsOutcome},
    },
    timeline::domain::{Glossary, Sift},
    types::OpId,
};

use crate::firm::{Firm, text};

fn decided() -> Settings {
    Settings {
        name: text("Marqués & Roig"),
        inactive_after: 730,
        most_megabytes: 40,
        glossary: Glossary::parse("PRL = prevención de riesgos laborales\nCDM = cuadro de mando").expect("two terms"),
    }
}

#[tokio::test]
async fn the_administrator_decides_once_and_every_client_says_so() {
    let firm = Firm::new().await;
    let card = firm.opportunity("qualification", "Plan de igualdad").await;
    let ctx = firm.ctx(Role::Administrator);
    let (before, seen) = team::store::settings(&ctx).await.expect("the settings");
    assert_eq!((before.inactive_after, before.glossary), (365, Glossary::default()));
    let asked = ChangeSettings {
        seen,
        settings: decided(),
    };
    let operation = OpId::fresh();
    for _ in 0..2 {
        assert_eq!(perform(&ctx, operation, &asked).await, Ok(SettingsOutcome::Done));
    }
    let (now, revision) = team::store::settings(&ctx).await.expect("the settings");
    assert_eq!((now, revision), (decided(), seen.next()));
    let other = ChangeSettings {
        seen,
        settings: Settings {
            inactive_after: 90,
            ..decided()
        },
    };
    let late = perform(&ctx, OpId::fresh(), &other).await;
    assert_eq!(late, Ok(SettingsOutcome::Stale));
    let seller = firm.ctx(Role::SalesManager);
    let sheet = clients::store::sheet(&seller, card.account.expect("an account"), &Sift::default()).await;
    let sheet = sheet.expect("the page");
    assert_eq!((sheet.inactive_after, sheet.glossary), (730, decided().glossary));
}

#[tokio::test]
async fn nobody_else_decides_or_reads_it() {
    let firm = Firm::new().await;
    let (_, seen) = team::store::settings(&firm.ctx(Role::Administrator))
        .await
        .expect("the settings");
    let asked = ChangeSettings {
        seen,
        settings: decided(),
    };
    for role in [Role::SalesManager, Role::ZoneSales, Role::Management, Role::Reception] {
        let ctx = firm.ctx(role);
        assert_eq!(
            perform(&ctx, OpId::fresh(), &asked).await,
            Err(AppError::Forbidden),
            "{role:?}"
        );
        assert_eq!(team::store::settings(&ctx).await, Err(AppError::Forbidden), "{role:?}");
    }
}

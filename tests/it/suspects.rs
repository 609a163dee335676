//! ¿Ya fue cliente? What is typed is compared with what is there, through the lens, and a new account is made of it.

use clientela::{
    clients::{
        self,
        domain::{Evidence, Lifecycle, NewAccount, Typed, Verdict},
        new_form::NewAccountForm,
    },
    error::AppError,
    server::{Ctx, db::perform},
    team::domain::Role,
    types::{AccountId, OpId},
};

use crate::firm::Firm;

fn form(name: &str, change: impl Fn(&mut NewAccountForm)) -> (OpId, NewAccount) {
    let mut form = NewAccountForm {
        operation: OpId::fresh().to_string(),
        name: name.to_owned(),
        ..NewAccountForm::default()
    };
    change(&mut form);
    form.read().expect("it can be read")
}

async fn create(ctx: &Ctx, name: &str, change: impl Fn(&mut NewAccountForm)) -> AccountId {
    let (operation, asked) = form(name, change);
    perform(ctx, operation, &asked).await.expect("it is created")
}

async fn found(ctx: &Ctx, typed: Typed, but: Option<AccountId>) -> Vec<(AccountId, Vec<Evidence>, Verdict)> {
    let suspects = clients::store::suspects(ctx, &typed.traits(), but).await;
    let suspects = suspects.expect("suspects");
    suspects
        .into_iter()
        .map(|it| (it.account, it.evidence, it.verdict))
        .collect()
}

fn named(name: &str) -> Typed {
    Typed {
        name: name.to_owned(),
        ..Typed::default()
    }
}

#[tokio::test]
async fn a_firm_is_recognised_by_each_thing_and_the_likeliest_comes_first() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Management);
    let pena = create(&ctx, "Hermanos Peña, S.L.", |it| {
        it.nif = "B12345674".into();
        it.phone = "961 234 567".into();
        it.email = "info@hnospena.es".into();
    })
    .await;
    create(&ctx, "Bar Central", |it| it.email = "bar@gmail.com".into()).await;
    let one = |evidence, verdict| vec![(pena, evidence, verdict)];
    use Evidence::{AlikeName, SameDomain, SameEmail, SameName, SameNif, SamePhone};
    for (typed, wanted) in [
        (named("HNOS PEÑA SL"), one(vec![SameName], Verdict::Same)),
        (named("Hermanos Pena"), one(vec![AlikeName], Verdict::Likely)),
        (named("Hermanos Peñas"), one(vec![AlikeName], Verdict::Likely)),
        (named("Pena SL"), vec![]),
        (
            Typed {
                nif: "b-12345674".into(),
                ..named("Otra")
            },
            one(vec![SameNif], Verdict::Same),
        ),
        (
            Typed {
                phone: "+34961234567".into(),
                ..named("")
            },
            one(vec![SamePhone], Verdict::Likely),
        ),
        (
            Typed {
                web: "www.hnospena.es".into(),
                ..named("")
            },
            one(vec![SameDomain], Verdict::Likely),
        ),
        (
            Typed {
                email: "INFO@hnospena.es".into(),
                ..named("")
            },
            one(vec![SameEmail, SameDomain], Verdict::Same),
        ),
        (
            Typed {
                email: "otro@gmail.com".into(),
                ..named("Otra")
            },
            vec![],
        ),
        (
            Typed {
                nif: "B1234".into(),
                phone: "96".into(),
                ..named("")
            },
            vec![],
        ),
    ] {
        assert_eq!(found(&ctx, typed.clone(), None).await, wanted, "{typed:?}");
        assert_eq!(
            found(&ctx, typed, Some(pena)).await,
            vec![],
            "it is no suspect of itself"
        );
    }
    let again = create(&ctx, "Hnos. Peña", |_| ()).await;
    let both = found(
        &ctx,
        Typed {
            nif: "B12345674".into(),
            ..named("Hermanos Peña")
        },
        None,
    )
    .await;
    assert_eq!(
        both,
        vec![
            (pena, vec![SameNif, SameName], Verdict::Same),
            (again, vec![SameName], Verdict::Same)
        ]
    );
}

#[tokio::test]
async fn a_new_account_has_what_was_typed_and_its_person_and_is_made_once() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let (operation, asked) = form("Náutica Xàbia", |it| {
        it.town = "Xàbia".into();
        it.postal_code = "03730".into();
        it.size = "to9".into();
        it.source = "fair".into();
        it.contact = "Vicent Benlloch".into();
        it.contact_role = "Gerente".into();
        it.contact_part = "decides".into();
    });
    let first = perform(&ctx, operation, &asked).await.expect("it is created");
    assert_eq!(
        perform(&ctx, operation, &asked).await,
        Ok(first),
        "sent twice it is one"
    );
    let ctx = firm.ctx(Role::SalesManager);
    let sheet = clients::store::sheet(&ctx, first).await.expect("its page");
    assert_eq!(sheet.account.lifecycle, Lifecycle::Target);
    assert_eq!(sheet.account.address, asked.address);
    assert_eq!((sheet.account.size, sheet.account.source), (asked.size, asked.source));
    assert_eq!(sheet.account.owner, ctx.actor());
    let people: Vec<String> = sheet.people.iter().map(|it| it.said()).collect();
    assert_eq!(people, ["Vicent Benlloch, gerente"]);
    assert_eq!(
        clients::store::accounts(&ctx, "", None)
            .await
            .expect("the list")
            .accounts
            .len(),
        1
    );
}

#[tokio::test]
async fn what_the_lens_hides_is_no_suspect() {
    let firm = Firm::new().await;
    create(&firm.ctx(Role::Management), "Talleres Ronda", |it| {
        it.phone = "612345678".into()
    })
    .await;
    let typed = || Typed {
        phone: "612345678".into(),
        ..named("Talleres Ronda")
    };
    assert_eq!(found(&firm.ctx(Role::Management), typed(), None).await.len(), 1);
    let ctx = firm.ctx(Role::ZoneSales);
    let seen = clients::store::accounts(&ctx, "", None)
        .await
        .map(|page| page.accounts.len());
    let suspected = clients::store::suspects(&ctx, &typed().traits(), None)
        .await
        .map(|it| it.len());
    assert_eq!(suspected, seen, "as many as the list shows");
    let none: Result<_, AppError> = Ok(0);
    assert!(seen == none || seen == Ok(1));
}

#[tokio::test]
async fn accounts_of_an_earlier_version_are_recognised_after_one_start() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Management);
    let ronda = create(&ctx, "Talleres Ronda", |it| it.web = "ronda.es".into()).await;
    let emptied = "UPDATE account UNSET name_key, name_sound, domain";
    let answer = firm.db.query(emptied).await.expect("an answer");
    answer.check().expect("the columns are emptied");
    assert_eq!(found(&ctx, named("TALLERES RONDA SL"), None).await, vec![]);
    clients::store::recognise_all(&firm.db, |_, _| ())
        .await
        .expect("they are filled");
    let seen = found(&ctx, named("TALLERES RONDA SL"), None).await;
    assert_eq!(seen, vec![(ronda, vec![Evidence::SameName], Verdict::Same)]);
    let told = std::cell::Cell::new(false);
    let again = clients::store::recognise_all(&firm.db, |_, _| told.set(true)).await;
    assert!(again.is_ok() && !told.get(), "the next start has nothing to do");
}

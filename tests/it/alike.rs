//! ¿Ya fue cliente? What is typed is compared with what is there, through the lens, and a new account is made of it.

use clientela::{
    clients::{
        self,
        domain::{CreateAccount, Created, Evidence, Lifecycle, TellApart, Typed, Verdict},
        forms::NewAccountForm,
    },
    error::AppError,
    search,
    server::{Ctx, db::perform},
    team::domain::Role,
    timeline::domain::Sift,
    types::{AccountId, Invalid, OpId},
};

use crate::firm::{Firm, accounts};

fn form(name: &str, change: impl Fn(&mut NewAccountForm)) -> (OpId, CreateAccount) {
    let mut form = NewAccountForm::default();
    form.facts.operation = OpId::fresh().to_string();
    form.facts.name = name.to_owned();
    change(&mut form);
    form.read().expect("it can be read")
}

pub async fn create(ctx: &Ctx, name: &str, change: impl Fn(&mut NewAccountForm)) -> AccountId {
    let (operation, asked) = form(name, |it| {
        it.anyway = "yes".to_owned();
        change(it);
    });
    match perform(ctx, operation, &asked).await {
        Ok(Created::Done(account)) => account,
        other => panic!("it is created: {other:?}"),
    }
}

async fn found(ctx: &Ctx, typed: &Typed, but: Option<AccountId>) -> Vec<(AccountId, Vec<Evidence>, Verdict)> {
    search::store::prepared(&ctx.db).await;
    let suspects = clients::store::suspects(ctx, &typed.traits(), but).await;
    let suspects = suspects.expect("suspects");
    suspects
        .into_iter()
        .map(|it| (it.account, it.evidence, it.verdict))
        .collect()
}

fn typed(name: &str, nif: &str, phone: &str, email: &str, web: &str) -> Typed {
    Typed {
        name: name.to_owned(),
        nif: nif.to_owned(),
        phone: phone.to_owned(),
        email: email.to_owned(),
        web: web.to_owned(),
    }
}

#[tokio::test]
async fn a_firm_is_recognised_by_each_thing_and_the_likeliest_comes_first() {
    use Evidence::{AlikeName, SameDomain, SameEmail, SameName, SameNif, SamePhone};
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::Management);
    let pena = create(&ctx, "Hermanos Peña, S.L.", |it| {
        it.facts.nif = "B12345674".into();
        it.facts.phone = "961 234 567".into();
        it.facts.email = "info@hnospena.es".into();
        let way = clients::forms::WayForm {
            kind: "phone".into(),
            text: "612 345 678".into(),
            what: String::new(),
        };
        it.facts.ways = vec![way];
    })
    .await;
    create(&ctx, "Bar Central", |it| it.facts.email = "bar@gmail.com".into()).await;
    let one = |evidence, verdict| vec![(pena, evidence, verdict)];
    for (typed, wanted) in [
        (
            typed("HNOS PEÑA SL", "", "", "", ""),
            one(vec![SameName], Verdict::Same),
        ),
        (
            typed("Hermanos Pena", "", "", "", ""),
            one(vec![AlikeName], Verdict::Likely),
        ),
        (
            typed("Hermano Peña", "", "", "", ""),
            one(vec![AlikeName], Verdict::Likely),
        ),
        (typed("Pena SL", "", "", "", ""), vec![]),
        (
            typed("Otra", "b-12345674", "", "", ""),
            one(vec![SameNif], Verdict::Same),
        ),
        (
            typed("", "", "+34961234567", "", ""),
            one(vec![SamePhone], Verdict::Likely),
        ),
        (
            typed("", "", "612345678", "", ""),
            one(vec![SamePhone], Verdict::Likely),
        ),
        (
            typed("", "", "", "", "www.hnospena.es"),
            one(vec![SameDomain], Verdict::Likely),
        ),
        (
            typed("", "", "", "INFO@hnospena.es", ""),
            one(vec![SameEmail, SameDomain], Verdict::Same),
        ),
        (typed("Otra", "", "", "otro@gmail.com", ""), vec![]),
        (typed("", "B1234", "96", "", ""), vec![]),
    ] {
        assert_eq!(found(&ctx, &typed, None).await, wanted, "{typed:?}");
        let of_itself = found(&ctx, &typed, Some(pena)).await;
        assert_eq!(of_itself, vec![], "it is no suspect of itself");
    }
    let again = create(&ctx, "Hnos. Peña", |_| ()).await;
    let both = found(&ctx, &typed("Hermanos Peña", "B12345674", "", "", ""), None).await;
    let wanted = vec![
        (pena, vec![SameNif, SameName], Verdict::Same),
        (again, vec![SameName], Verdict::Same),
    ];
    assert_eq!(both, wanted);
    let alike = clients::store::alike(&ctx).await.expect("the page");
    let pairs: Vec<_> = alike
        .pairs
        .iter()
        .map(|it| [it.sides[0].account, it.sides[1].account])
        .collect();
    assert_eq!(pairs, vec![[pena, again]]);
    let apart = TellApart {
        one: again,
        other: pena,
    };
    for _ in 0..2 {
        perform(&ctx, OpId::fresh(), &apart).await.expect("they are two");
    }
    assert!(clients::store::alike(&ctx).await.expect("the page").pairs.is_empty());
    let name = typed("Hnos Peña", "", "", "", "");
    assert_eq!(found(&ctx, &name, Some(pena)).await, vec![], "nor is one asked again");
    assert_eq!(found(&ctx, &name, None).await.len(), 2, "a third may be either");
}

#[tokio::test]
async fn a_new_account_has_what_was_typed_and_its_person_and_is_made_once() {
    let firm = Firm::new().await;
    let ctx = firm.ctx(Role::SalesManager);
    let (operation, asked) = form("Náutica Xàbia", |it| {
        it.facts.owner = firm.person(Role::SalesManager).id.to_string();
        it.facts.town = "Xàbia".into();
        it.facts.postal_code = "03730".into();
        it.facts.size = "to9".into();
        it.facts.source = "fair".into();
        it.person.name = "Vicent Benlloch".into();
        it.person.role = "Gerente".into();
        it.person.part = "decides".into();
    });
    search::store::prepared(&firm.db).await;
    let created = perform(&ctx, operation, &asked).await;
    let Ok(Created::Done(first)) = created else {
        panic!("{created:?}");
    };
    let again = perform(&ctx, operation, &asked).await;
    assert_eq!(again, created, "sent twice it is one, and no suspect of itself");
    let another = perform(&ctx, OpId::fresh(), &asked).await;
    assert_eq!(another, Ok(Created::Suspected), "sent anew it may be the same");
    let ctx = firm.ctx(Role::SalesManager);
    let sheet = clients::store::sheet(&ctx, first, &Sift::default())
        .await
        .expect("its page");
    assert_eq!(sheet.account.lifecycle, Lifecycle::Target);
    assert_eq!(sheet.account.path.since(Lifecycle::Target), Some(ctx.today()));
    assert_eq!(sheet.account.facts(), asked.facts);
    let people: Vec<String> = sheet.people.iter().map(|it| it.said()).collect();
    assert_eq!(people, ["Vicent Benlloch, gerente"]);
    let all = accounts(&ctx, "", 0).await.expect("the list");
    assert_eq!(all.rows.len(), 1);
}

#[tokio::test]
async fn nobody_writes_down_what_they_would_not_see_and_what_is_hidden_is_no_suspect() {
    let firm = Firm::new().await;
    let management = firm.ctx(Role::Management);
    create(&management, "Talleres Ronda", |it| it.facts.phone = "612345678".into()).await;
    let typed = typed("Talleres Ronda", "", "612345678", "", "");
    assert_eq!(found(&management, &typed, None).await.len(), 1);
    let seller = firm.ctx(Role::ZoneSales);
    assert_eq!(found(&seller, &typed, None).await, vec![]);
    let (operation, asked) = form("Otra", |it| it.facts.owner = firm.colleague.id.to_string());
    let refused = perform(&seller, operation, &asked).await;
    assert_eq!(refused, Err(AppError::invalid("owner", Invalid::OutOfSight)));
}

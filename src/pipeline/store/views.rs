//! Saved views, and what each person has chosen of them.

use crate::{
    error::AppError,
    pipeline::domain::{SavedView, ViewChange, ViewChoice, ViewPlace, Views},
    server::{
        Ctx,
        db::{Db, Gesture, Tx},
    },
    team::domain::{Action, Subject},
    types::{Invalid, Revision, UserId, ViewChoiceId, ViewId},
};

/// As many of one's own as one finds one's way in.
const MOST: usize = 100;

/// What this person finds of the board.
///
/// # Errors
/// `Forbidden` to a lens without opportunities.
pub async fn views(ctx: &Ctx) -> Result<Views, AppError> {
    views_of(ctx, ViewPlace::Board).await
}

/// What this person finds of a place.
///
/// # Errors
/// `Forbidden` to who does not see the place.
pub async fn views_of(ctx: &Ctx, place: ViewPlace) -> Result<Views, AppError> {
    ctx.require(subject(place), Action::View)?;
    let Views {
        mut views,
        mut pins,
        opens,
    } = all(ctx).await?;
    views.retain(|view| view.place == place);
    let is_there = |id: &ViewId| views.iter().any(|view| view.id == *id);
    pins.retain(is_there);
    let opens = opens.filter(is_there);
    Ok(Views { views, pins, opens })
}

/// Whose views they are.
fn subject(place: ViewPlace) -> Subject {
    match place {
        ViewPlace::Board => Subject::Opportunities,
        ViewPlace::Accounts => Subject::Accounts,
    }
}

/// What there is of every place.
async fn all(ctx: &Ctx) -> Result<Views, AppError> {
    let (actor, choice) = (ctx.actor(), ctx.actor().map(choice_of));
    let sql = "SELECT * FROM saved_view WHERE owner = $owner;
               SELECT * FROM saved_view WHERE shared = true;
               SELECT * FROM ONLY $choice;";
    let mut answer = ctx
        .db
        .query(sql)
        .bind(("owner", actor))
        .bind(("choice", choice))
        .await?
        .check()?;
    let mut views: Vec<SavedView> = answer.take(0)?;
    let shared: Vec<SavedView> = answer.take(1)?;
    views.extend(shared.into_iter().filter(|view| Some(view.owner) != actor));
    let choice: Option<ViewChoice> = answer.take(2)?;
    let is_there = |id: &ViewId| views.iter().any(|view| view.id == *id);
    let (pins, opens) = choice.map(|it| (it.pins, it.opens)).unwrap_or_default();
    let pins = pins.into_iter().filter(is_there).collect();
    let opens = opens.filter(is_there);
    Ok(Views { views, pins, opens })
}

/// The address that the program opens with for this person, if another one than the whole board.
///
/// # Errors
/// `Unavailable`.
pub async fn opens_with(db: &Db, user: UserId) -> Result<Option<String>, AppError> {
    let found: Vec<SavedView> = db
        .query("SELECT VALUE opens.* FROM $choice WHERE opens.owner = $owner OR opens.shared = true")
        .bind(("choice", choice_of(user)))
        .bind(("owner", user))
        .await?
        .check()?
        .take(0)?;
    Ok(found.into_iter().next().map(|view| view.address()))
}

fn choice_of(user: UserId) -> ViewChoiceId {
    ViewChoiceId::from_uuid(user.uuid())
}

impl Gesture for ViewChange {
    type Answer = ();

    const NAME: &'static str = "view.change";

    async fn perform(&self, ctx: &Ctx, tx: &mut Tx) -> Result<(), AppError> {
        let found = all(ctx).await?;
        let owner = ctx.actor().ok_or(AppError::Forbidden)?;
        let known = |id: &ViewId| found.views.iter().find(|view| view.id == *id).ok_or(AppError::NotFound);
        let (mut pins, mut opens) = (found.pins.clone(), found.opens);
        match self {
            Self::Keep {
                view,
                name,
                place,
                look,
                shared,
                pinned,
                opens: is_first,
            } => {
                ctx.require(subject(*place), Action::View)?;
                if found.views.iter().filter(|view| view.owner == owner).count() >= MOST {
                    return Err(AppError::invalid("name", Invalid::TooMany { max: 100 }));
                }
                let view = SavedView {
                    id: *view,
                    revision: Revision::FIRST,
                    owner,
                    name: name.clone(),
                    place: *place,
                    look: look.clone(),
                    shared: *shared,
                };
                pins.extend(pinned.then_some(view.id));
                // One that was chosen meanwhile stays.
                opens = opens.or(is_first.then_some(view.id));
                tx.create(&[view]).await?;
            }
            Self::Drop(id) => {
                let before = known(id)?;
                if !before.is_dropped_by(owner, ctx.lens.may(Subject::Firm, Action::Edit)) {
                    return Err(AppError::Forbidden);
                }
                tx.remove(before).await?;
                pins.retain(|pin| pin != id);
                opens = opens.filter(|view| view != id);
            }
            Self::Pin { view, on } => {
                known(view)?;
                pins.retain(|pin| pin != view);
                pins.extend(on.then_some(*view));
            }
            Self::Open(view) => {
                view.as_ref().map(known).transpose()?;
                opens = *view;
            }
        }
        keep(tx, owner, pins, opens).await
    }
}

/// Writes down what the person has chosen.
async fn keep(tx: &mut Tx, user: UserId, pins: Vec<ViewId>, opens: Option<ViewId>) -> Result<(), AppError> {
    let id = choice_of(user);
    let before: Option<ViewChoice> = tx.find(id).await?;
    let revision = before.as_ref().map_or(Revision::FIRST, |it| it.revision.next());
    let after = ViewChoice {
        id,
        revision,
        pins,
        opens,
    };
    match before {
        Some(before) => tx.replace(&before, &after).await,
        None => tx.create(&[after]).await,
    }
}

//! What one is reminded of and has not seen, on every page.

use std::{collections::BTreeSet, time::Duration};

use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_location, use_query_map};

use crate::{
    error::AppError,
    frame::use_frame,
    i18n::{reminders, use_locale, use_reminders},
    loaded::load_later,
    pipeline::view::ear,
    reminders::{
        api::{PutReminderAway, load_reminders, see_reminder},
        domain::Reminded,
    },
    types::{Day, Mark, OpId, ReminderId},
    ui::Icon,
};

/// More than these hide the page; Hoy has all of them.
const MOST: usize = 3;
/// After a refusal it is looked whether there is anything to be heard at all.
const AGAIN: Duration = Duration::from_secs(5);

/// That there is something new: whoever hears of it rings, and what one is reminded of is read anew.
#[derive(Clone, Copy)]
pub struct Ring(RwSignal<u32>);

impl Ring {
    /// Reads anew; nothing where the page has been left.
    pub fn ring(self) {
        let _ = self.0.try_update(|rung| *rung += 1);
    }
}

/// Puts the ring where the page finds it.
pub fn provide_ring() {
    provide_context(Ring(RwSignal::new(0)));
}

/// The reminders, with a way to what is to be done and a button that puts each away: here, and by the news on every other device.
#[component]
pub fn Bell(
    /// A stream that the page has anyway rings (the board's).
    #[prop(optional)]
    is_rung: bool,
    /// It stands in the page, with all of them; elsewhere it lies over it, with the first few.
    #[prop(optional)]
    is_inside: bool,
) -> impl IntoView {
    let works = use_frame().viewer.is_some_and(|viewer| viewer.sees_accounts);
    works.then(|| list(is_rung, is_inside))
}

fn list(is_rung: bool, is_inside: bool) -> impl IntoView {
    let t = use_reminders();
    let ring = expect_context::<Ring>();
    let home = format!(
        "{}{}",
        use_location().pathname.get_untracked(),
        use_query_map().with_untracked(leptos_router::params::ParamsMap::to_query_string)
    );
    let unseen = load_later(
        move || ring.0.get(),
        |_| async {
            load_reminders().await.map(|unseen| {
                let operations: Vec<OpId> = unseen.reminders.iter().map(|_| OpId::fresh()).collect();
                (unseen, operations)
            })
        },
    );
    // Put away here, before the server has said so.
    let gone = RwSignal::new(BTreeSet::<ReminderId>::new());
    let heard = StoredValue::new(None::<Mark>);
    let most = if is_inside { usize::MAX } else { MOST };
    let slips = move || {
        let home = home.clone();
        Suspend::new(async move {
            let read = unseen.await;
            if let Ok((unseen, _)) = &read {
                heard.set_value(Some(unseen.as_of));
            }
            let is_out = matches!(read, Err(AppError::SignedOut | AppError::Forbidden));
            if let Some(since) = heard.get_value().filter(|_| !is_rung && !is_out) {
                listen(ring, since);
            }
            let (unseen, operations) = read.ok()?;
            let today = unseen.today;
            let goes_on = unseen.reminders.len() > most;
            let slips = unseen
                .reminders
                .into_iter()
                .zip(operations)
                .take(most)
                .map(|(about, operation)| slip(about, operation, today, home.clone(), gone))
                .collect_view();
            Some(view! {
                {slips}
                {goes_on
                    .then(|| {
                        view! {
                            <a class="bell__slip bell__more" href="/today">
                                {t.more}
                            </a>
                        }
                    })}
            })
        })
    };
    view! {
        <div class=if is_inside { "bell bell--inside" } else { "bell" } aria-live="polite">
            <Transition>{slips}</Transition>
        </div>
    }
}

fn slip(
    about: Reminded,
    operation: OpId,
    today: Day,
    home: String,
    gone: RwSignal<BTreeSet<ReminderId>>,
) -> impl IntoView {
    let t = use_reminders();
    let line = reminders::line(use_locale(), &about, today);
    let id = about.id;
    let put_away = move |event: SubmitEvent| {
        event.prevent_default();
        let _ = gone.try_update(|gone| gone.insert(id));
        leptos::task::spawn_local(async move {
            if see_reminder(operation, id).await.is_err() {
                // It is not put away: it is shown again, and can be tried again.
                let _ = gone.try_update(|gone| gone.remove(&id));
            }
        });
    };
    view! {
        <div class="bell__slip" role="group" aria-label=line.clone() hidden=move || gone.with(|gone| gone.contains(&id))>
            <Icon name="clock" />
            <p class="bell__text">
                {line.clone()}
                {about.what.as_ref().map(|what| view! { <small>{what.to_string()}</small> })}
            </p>
            // Loaded whole, so that the browser goes to the card itself.
            <a class="bell__act" href=about.path() rel="external">
                {t.open}
            </a>
            <form method="post" action=PutReminderAway::url() on:submit=put_away>
                <input type="hidden" name="form[operation]" value=operation.to_string() />
                <input type="hidden" name="form[reminder]" value=id.to_string() />
                <input type="hidden" name="form[home]" value=home />
                <button class="bell__act">{t.seen}</button>
            </form>
        </div>
    }
}

/// Listens for as long as these reminders are shown.
fn listen(ring: Ring, since: Mark) {
    let told = Callback::new(move |(name, _): (&'static str, String)| match name {
        "remind" | "resync" => ring.ring(),
        // Refused: the session may have ended, which reading finds out.
        "closed" => set_timeout(move || ring.ring(), AGAIN),
        _ => {}
    });
    ear::listen(since, "own=true".to_owned(), told);
}

//! Those that wait for the reader, on top of Hoy.

use leptos::prelude::*;

use super::card::MessageCard;
use crate::{i18n::use_messages, loaded::load_first, messages::api::load_messages, types::OpId};

/// The section; nothing where none waits.
#[component]
pub fn Waiting() -> impl IntoView {
    let t = use_messages();
    let inbox = load_first(
        || (),
        |()| async {
            load_messages().await.map(|inbox| {
                let operations: Vec<OpId> = inbox.waiting.iter().map(|_| OpId::fresh()).collect();
                (inbox, operations)
            })
        },
    );
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                let (inbox, operations) = inbox.await.ok().filter(|(inbox, _)| !inbox.waiting.is_empty())?;
                let cards = inbox
                    .waiting
                    .into_iter()
                    .zip(operations)
                    .map(|(note, operation)| {
                        view! { <MessageCard note=note names=inbox.names.clone() operation=Some(operation) /> }
                    })
                    .collect_view();
                Some(
                    view! {
                        <section class="jobs" aria-labelledby="messages-waiting">
                            <h2 class="jobs__title" id="messages-waiting">
                                {t.title}
                                <small>
                                    <a class="link" href="/messages">
                                        {t.all}
                                    </a>
                                </small>
                            </h2>
                            <ol class="jobs__list">{cards}</ol>
                        </section>
                    },
                )
            })}
        </Suspense>
    }
}

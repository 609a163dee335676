//! A move on the board the person looks at: applied at once, then settled by what the server answers.

use std::sync::Arc;

use super::{Board, Card, Change, ClosedCard, Moved, News, Place, Rank, Stage, StageKind};
use crate::types::{Day, OpportunityId, Revision, StageId};

impl Board {
    /// The open card of this id.
    #[must_use]
    pub fn card(&self, id: OpportunityId) -> Option<&Arc<Card>> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// Moves a card as the server will: into an open stage at a place, or out of the board into won or lost.
    pub fn apply(&mut self, id: OpportunityId, stage: &Stage, place: Place) {
        let Some(at) = self.cards.iter().position(|card| card.id == id) else {
            return;
        };
        if stage.kind != StageKind::Open {
            let card = self.cards.remove(at);
            self.close(&card, stage.id, self.today);
            return;
        }
        let rank = self.rank_at(stage.id, id, place);
        let mut moved = self.cards.remove(at);
        let card = Arc::make_mut(&mut moved);
        card.rank = rank;
        if card.stage != stage.id {
            card.stage = stage.id;
            card.probability = stage.probability;
        }
        self.put_in(moved);
    }

    /// Changes a field of a card as the server will.
    pub fn change(&mut self, id: OpportunityId, change: &Change) {
        let Some(at) = self.cards.iter().position(|card| card.id == id) else {
            return;
        };
        let of_stage = self.stage(self.cards[at].stage).map(|stage| stage.probability);
        let card = Arc::make_mut(&mut self.cards[at]);
        match change {
            Change::Title(title) => card.title = title.clone(),
            Change::Amount(amount) => card.amount = *amount,
            Change::CloseOn(day) => card.close_on = *day,
            Change::Probability(chosen) => card.probability = chosen.or(of_stage).unwrap_or(card.probability),
            Change::Owner(owner) => card.facets.owner = *owner,
            Change::Contact(name) => card.contact_name = name.clone(),
            Change::Product(product) => card.facets.product = *product,
            Change::Source(source) => card.facets.source = *source,
            Change::Zone(zone) => card.facets.zone = *zone,
            Change::Department(department) => card.facets.department = *department,
            Change::Next(next) => card.next = *next,
            Change::Done => card.next = None,
            // What is one too many is refused before it comes here.
            Change::Tag(tag) => card.tags = card.tags.with(tag).unwrap_or_else(|_| card.tags.clone()),
            Change::Untag(tag) => card.tags = card.tags.without(tag),
        }
    }

    /// Takes over what the server says of an opportunity, wherever it is now; unless a later word is known already.
    pub fn settle(&mut self, moved: &Moved) {
        if self
            .revision_of(moved.card.id)
            .is_some_and(|known| known > moved.card.revision)
        {
            return;
        }
        self.forget(moved.card.id);
        match (moved.state, moved.closed_on) {
            (StageKind::Open, _) => {
                self.put_in(Arc::new(moved.card.clone()));
            }
            (_, Some(on)) if self.today.month().contains(&on) => self.close(&moved.card, moved.card.stage, on),
            _ => {}
        }
    }

    /// Takes over what somebody did; whose card, if that was news. News may come twice, and late.
    pub fn hear(&mut self, news: &News) -> Option<OpportunityId> {
        let (id, revision) = match news {
            News::Changed(moved) => (moved.card.id, moved.card.revision),
            News::Gone { id, revision } => (*id, *revision),
        };
        if self.revision_of(id).is_some_and(|known| known >= revision) {
            return None;
        }
        match news {
            News::Changed(moved) if self.stage(moved.card.stage).is_some() => {
                self.settle(moved);
                Some(id)
            }
            // Out of sight, or in another pipeline.
            News::Changed(_) | News::Gone { .. } => {
                self.forget(id);
                None
            }
        }
    }

    fn forget(&mut self, id: OpportunityId) {
        self.cards.retain(|card| card.id != id);
        self.closed.retain(|card| card.id != id);
    }

    /// How new what is known of it is.
    #[must_use]
    pub fn revision_of(&self, id: OpportunityId) -> Option<Revision> {
        let closed = || self.closed.iter().find(|card| card.id == id).map(|card| card.revision);
        self.card(id).map(|card| card.revision).or_else(closed)
    }

    fn close(&mut self, card: &Card, stage: StageId, closed_on: Day) {
        let name = card.account_name.clone().unwrap_or_else(|| card.title.clone());
        let closed = ClosedCard {
            id: card.id,
            revision: card.revision,
            stage,
            name,
            title: card.title.clone(),
            amount: card.amount,
            closed_on,
            facets: card.facets,
            tags: card.tags.clone(),
        };
        self.closed.insert(0, closed);
    }

    fn rank_at(&self, stage: StageId, moving: OpportunityId, place: Place) -> Rank {
        let column: Vec<&Arc<Card>> = self.others(stage, moving).collect();
        let next = match place {
            Place::Top => 0,
            Place::Bottom => column.len(),
            Place::Below(neighbour) => column
                .iter()
                .position(|card| card.id == neighbour)
                .map_or(0, |at| at + 1),
        };
        let above = next.checked_sub(1).and_then(|at| column.get(at)).map(|card| &card.rank);
        // Two cards that were put in one place at once share a rank: the first greater one is the neighbour.
        let below = column[next..]
            .iter()
            .map(|card| &card.rank)
            .find(|rank| above.is_none_or(|above| *rank > above));
        Rank::between(above, below).unwrap_or_else(|_| Rank::first())
    }

    fn others(&self, stage: StageId, without: OpportunityId) -> impl Iterator<Item = &Arc<Card>> {
        self.cards
            .iter()
            .filter(move |card| card.stage == stage && card.id != without)
    }

    /// Where its rank says.
    fn put_in(&mut self, card: Arc<Card>) {
        let at = self.cards.partition_point(|it| it.order() < card.order());
        self.cards.insert(at, card);
    }
}

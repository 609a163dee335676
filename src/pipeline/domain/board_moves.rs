//! A move on the board the person looks at: applied at once, then settled by what the server answers.

use std::sync::Arc;

use super::{Board, Card, ClosedCard, Moved, Place, Rank, Stage, StageKind};
use crate::types::{Day, OpportunityId, StageId};

impl Board {
    /// The open card of this id.
    #[must_use]
    pub fn card(&self, id: OpportunityId) -> Option<&Arc<Card>> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// Where a card lies now, so that a move can be undone.
    #[must_use]
    pub fn place_of(&self, id: OpportunityId) -> Place {
        let Some(card) = self.card(id) else {
            return Place::Top;
        };
        let above = self
            .others(card.stage, id)
            .filter(|other| other.order() < card.order())
            .last();
        above.map_or(Place::Top, |above| Place::Below(above.id))
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
        let card = Arc::make_mut(&mut self.cards[at]);
        card.rank = rank;
        if card.stage != stage.id {
            card.stage = stage.id;
            card.probability = stage.probability;
        }
        self.sort();
    }

    /// Takes over what the server says of an opportunity, wherever it is now.
    pub fn settle(&mut self, moved: &Moved) {
        self.cards.retain(|card| card.id != moved.card.id);
        self.closed.retain(|card| card.id != moved.card.id);
        match (moved.state, moved.closed_on) {
            (StageKind::Open, _) => {
                self.cards.push(Arc::new(moved.card.clone()));
                self.sort();
            }
            (_, Some(on)) if self.today.month().contains(&on) => self.close(&moved.card, moved.card.stage, on),
            _ => {}
        }
    }

    fn close(&mut self, card: &Card, stage: StageId, closed_on: Day) {
        let name = card.account_name.clone().unwrap_or_else(|| card.title.clone());
        let closed = ClosedCard {
            id: card.id,
            stage,
            name,
            amount: card.amount,
            closed_on,
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

    fn sort(&mut self) {
        self.cards.sort_by(|a, b| a.order().cmp(&b.order()));
    }
}

//! What a move of the parser costs: how many arcs of the right tree it puts out of reach (the dynamic oracle of Goldberg and
//! Nivre 2013, "Training Deterministic Parsers with Non-Deterministic Oracles").

use demarche::language::syntax::transition::{MOVES, Move, State};

/// A right tree whose arcs do not cross, with the dependents of each word at hand.
pub struct Oracle {
    heads: Vec<u32>,
    /// Dependents to the right, in order, for each word.
    right: Vec<Vec<u32>>,
}

impl Oracle {
    /// Arcs that cross others are lifted to the head's head until none does.
    pub fn new(heads: &[u32]) -> Self {
        let heads = projective(heads);
        let mut right = vec![Vec::new(); heads.len()];
        for (i, &head) in heads.iter().enumerate() {
            if (head as usize) < i {
                right[head as usize].push(i as u32);
            }
        }
        Self { heads, right }
    }

    pub fn heads(&self) -> &[u32] {
        &self.heads
    }

    fn head(&self, token: u32) -> u32 {
        self.heads.get(token as usize).copied().unwrap_or(u32::MAX)
    }

    /// How many dependents of a word are still in the buffer.
    fn waiting(&self, token: u32, front: u32) -> u32 {
        self.right.get(token as usize).map_or(0, |right| right.iter().rev().take_while(|&&d| d >= front).count() as u32)
    }

    /// The cost of each move, none where it is not allowed.
    pub fn costs(&self, state: &State) -> [Option<u32>; 3] {
        MOVES.map(|a_move| state.allows(a_move).then(|| self.cost(state, a_move)))
    }

    fn cost(&self, state: &State, a_move: Move) -> u32 {
        let stack = state.stack();
        let front = state.front();
        let top = stack.last().copied();
        let second = stack.len().checked_sub(2).map(|i| stack[i]);
        match (a_move, top) {
            (Move::Left, Some(top)) => {
                let head = self.head(top);
                let lost_head = head > front && head != u32::MAX && head as usize <= self.heads.len() || Some(head) == second;
                u32::from(lost_head && head != front) + self.waiting(top, front)
            }
            (Move::Right, Some(top)) => {
                let head = self.head(top);
                u32::from(head >= front) + self.waiting(top, front)
            }
            _ => {
                let head = self.head(front);
                let below = stack.len().saturating_sub(1);
                let lost_head = stack[..below].contains(&head);
                let lost = stack.iter().filter(|&&s| self.head(s) == front).count() as u32;
                u32::from(lost_head) + lost
            }
        }
    }
}

fn projective(heads: &[u32]) -> Vec<u32> {
    let mut heads = heads.to_vec();
    let n = heads.len() as u32;
    // The shortest crossing arc is lifted first (Nivre and Nilsson 2005).
    loop {
        let mut worst: Option<(u32, usize)> = None;
        for (i, &head) in heads.iter().enumerate() {
            if head == n {
                continue;
            }
            let (low, high) = (head.min(i as u32), head.max(i as u32));
            let under = |mut token: u32| {
                while token != n {
                    if token == head {
                        return true;
                    }
                    token = heads[token as usize];
                }
                false
            };
            if (low + 1..high).any(|between| !under(between)) && worst.is_none_or(|(length, _)| high - low < length) {
                worst = Some((high - low, i));
            }
        }
        let Some((_, i)) = worst else { return heads };
        heads[i] = heads[heads[i] as usize];
    }
}

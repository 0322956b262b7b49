//! The parser's states and moves: arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root at the end of the buffer.

use super::rows::Rows;
use super::tagger::{Role, SUPERTAGS, TAGS, near};
use super::word::{Form, OUTSIDE, SHAPES, SUFFIXES3};

/// Room for relations, number 0 being "none".
pub const RELATIONS: u32 = 64;

/// The tag number that stands for the root.
const ROOT_TAG: u32 = TAGS - 1;

const WORDS_TOP: u32 = 10_000;
const WORDS_NEAR: u32 = 5_000;
const WORDS_FAR: u32 = 2_000;

const NO_TOKEN: u32 = u32::MAX;

/// A move of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Move {
    /// The first word of the buffer goes on the stack.
    Shift,
    /// The first word of the buffer (or the root) becomes the head of the stack's top, which leaves.
    Left,
    /// The second of the stack becomes the head of the top, which leaves.
    Right,
}

pub const MOVES: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

/// What is known of a token's dependents so far.
#[derive(Debug, Clone, Copy)]
struct Cell {
    /// The outermost and the second outermost dependent on each side.
    left: [u32; 2],
    right: [u32; 2],
    lefts: u8,
    rights: u8,
    /// The relation to its head, 0 while it has none.
    relation: u8,
}

const EMPTY: Cell = Cell { left: [NO_TOKEN; 2], right: [NO_TOKEN; 2], lefts: 0, rights: 0, relation: 0 };

/// How many verbs, commas and conjunctions stand before a token.
#[derive(Debug, Clone, Copy, Default)]
struct Passed {
    verbs: u16,
    openers: u16,
}

/// One state of the parser over a tagged sentence.
#[derive(Debug, Clone)]
pub struct State<'a> {
    forms: &'a [Form],
    tags: &'a [u8],
    supertags: &'a [u8],
    cells: Vec<Cell>,
    passed: Vec<Passed>,
    stack: Vec<u32>,
    /// The first token of the buffer; the number of tokens stands for the root.
    front: u32,
    /// The head found for each token; the number of tokens stands for the root.
    pub heads: Vec<u32>,
}

impl<'a> State<'a> {
    pub fn new(forms: &'a [Form], tags: &'a [u8], supertags: &'a [u8], role: impl Fn(u8) -> Role) -> Self {
        let n = forms.len();
        let mut passed = Vec::with_capacity(n + 1);
        let mut sum = Passed::default();
        for &tag in tags {
            passed.push(sum);
            match role(tag) {
                Role::Verb => sum.verbs = sum.verbs.saturating_add(1),
                Role::Opener => sum.openers = sum.openers.saturating_add(1),
                Role::Other => {}
            }
        }
        passed.push(sum);
        Self {
            forms,
            tags,
            supertags,
            cells: vec![EMPTY; n + 1],
            passed,
            stack: Vec::with_capacity(32),
            front: 0,
            heads: vec![n as u32; n],
        }
    }

    pub fn len(&self) -> usize {
        self.forms.len()
    }

    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The first token of the buffer; the number of tokens stands for the root.
    pub fn front(&self) -> u32 {
        self.front
    }

    pub fn stack(&self) -> &[u32] {
        &self.stack
    }

    /// Whether every token has its head.
    pub fn is_final(&self) -> bool {
        self.front as usize >= self.len() && self.stack.is_empty()
    }

    /// Whether a move may be made; exactly one token gets the root as its head.
    pub fn allows(&self, a_move: Move) -> bool {
        let words_left = (self.front as usize) < self.len();
        match a_move {
            Move::Shift => words_left,
            Move::Left => !self.stack.is_empty() && (words_left || self.stack.len() == 1),
            Move::Right => self.stack.len() >= 2,
        }
    }

    /// The head and the dependent that a move would join.
    pub fn arc(&self, a_move: Move) -> Option<(u32, u32)> {
        let top = *self.stack.last()?;
        match a_move {
            Move::Shift => None,
            Move::Left => Some((self.front, top)),
            Move::Right => Some((*self.stack.get(self.stack.len().checked_sub(2)?)?, top)),
        }
    }

    /// Makes a move that is allowed, with the relation for an arc.
    pub fn apply(&mut self, a_move: Move, relation: u8) {
        let Some((head, dependent)) = self.arc(a_move) else {
            self.stack.push(self.front);
            self.front += 1;
            return;
        };
        self.stack.pop();
        if let Some(slot) = self.heads.get_mut(dependent as usize) {
            *slot = head;
        }
        if let Some(cell) = self.cells.get_mut(dependent as usize) {
            cell.relation = relation;
        }
        if let Some(cell) = self.cells.get_mut(head as usize) {
            if a_move == Move::Left {
                cell.left = [dependent, cell.left[0]];
                cell.lefts = cell.lefts.saturating_add(1);
            } else {
                cell.right = [dependent, cell.right[0]];
                cell.rights = cell.rights.saturating_add(1);
            }
        }
    }

    /// The relation found for a token.
    pub fn relation(&self, token: u32) -> u8 {
        self.cell(token).relation
    }

    #[inline(always)]
    fn cell(&self, token: u32) -> &Cell {
        self.cells.get(token as usize).unwrap_or(&EMPTY)
    }

    #[inline(always)]
    fn form(&self, token: u32) -> &Form {
        self.forms.get(token as usize).unwrap_or(&OUTSIDE)
    }

    #[inline(always)]
    fn tag(&self, token: u32) -> u32 {
        match self.tags.get(token as usize) {
            Some(&tag) => tag.into(),
            None if token == NO_TOKEN => 0,
            None => ROOT_TAG,
        }
    }

    #[inline(always)]
    fn supertag(&self, token: u32) -> u32 {
        self.supertags.get(token as usize).map_or(0, |&s| s.into())
    }

    /// What lies between two places, in 9 × 8 numbers: verbs, clause openers, distance.
    #[inline(always)]
    fn between(&self, from: u32, to: u32) -> u32 {
        let (Some(a), Some(b)) = (self.passed.get(from as usize + 1), self.passed.get(to as usize)) else { return 0 };
        let verbs = b.verbs.saturating_sub(a.verbs).min(2);
        let openers = b.openers.saturating_sub(a.openers).min(2);
        u32::from(verbs * 3 + openers) * 8 + near(from, to)
    }

    /// The features of the state.
    pub fn rows(&self, rows: &mut Rows) {
        rows.clear();
        let deep = |i: usize| self.stack.len().checked_sub(i).and_then(|i| self.stack.get(i)).copied().unwrap_or(NO_TOKEN);
        let (s0, s1, s2, s3) = (deep(1), deep(2), deep(3), deep(4));
        let ahead = |i: u32| if (self.front + i) as usize <= self.len() { self.front + i } else { NO_TOKEN };
        let (b0, b1, b2, b3) = (ahead(0), ahead(1), ahead(2), ahead(3));
        let (c0, c1, cb) = (self.cell(s0), self.cell(s1), self.cell(b0));
        let inner = [c0.left[0], c0.right[0], c1.left[0], c1.right[0], cb.left[0]];
        let outer = [c0.left[1], c0.right[1], c1.right[1], cb.left[1]];

        rows.add(WORDS_TOP, self.form(s0).word.into());
        rows.add(WORDS_TOP, self.form(b0).word.into());
        rows.add(WORDS_NEAR, self.form(s1).word.into());
        rows.add(WORDS_NEAR, self.form(b1).word.into());
        for token in [s2, b2, inner[0], inner[1], inner[2], inner[3], inner[4]] {
            rows.add(WORDS_FAR, self.form(token).word.into());
        }
        for token in [s0, b0] {
            rows.add(SUFFIXES3, self.form(token).suffix3.into());
            rows.add(SHAPES, self.form(token).shape.into());
        }
        for token in [s0, s1, s2, s3, b0, b1, b2, b3] {
            rows.add(TAGS, self.tag(token));
        }
        for token in inner.into_iter().chain(outer) {
            rows.add(TAGS, self.tag(token));
            rows.add(RELATIONS, self.cell(token).relation.into());
        }
        for token in [s0, s1, s2, b0, b1, b2, b3] {
            rows.add(SUPERTAGS, self.supertag(token));
        }
        for (a, b) in [(s0, b0), (s1, s0), (s1, b0), (b0, b1)] {
            rows.add(TAGS * TAGS, self.tag(a) * TAGS + self.tag(b));
        }
        for (a, b) in [(s0, b0), (s1, s0)] {
            rows.add(SUPERTAGS * SUPERTAGS, self.supertag(a) * SUPERTAGS + self.supertag(b));
            rows.add(72, self.between(a, b));
        }
        for cell in [c0, c1, cb] {
            rows.add(16, u32::from(cell.lefts.min(3)) * 4 + u32::from(cell.rights.min(3)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drive(n: usize, choose: impl Fn(&State) -> Move) -> Vec<u32> {
        let forms = vec![OUTSIDE; n];
        let tags = vec![1; n];
        let mut state = State::new(&forms, &tags, &tags, |_| Role::Other);
        let mut steps = 0;
        while !state.is_final() {
            let a_move = choose(&state);
            assert!(state.allows(a_move));
            state.apply(a_move, 1);
            steps += 1;
            assert!(steps <= 2 * n, "each token is shifted once and attached once");
        }
        state.heads
    }

    #[test]
    fn whatever_is_chosen_one_token_hangs_on_the_root() {
        for n in 1..6 {
            for order in
                [[Move::Left, Move::Right, Move::Shift], [Move::Shift, Move::Left, Move::Right], [Move::Right, Move::Shift, Move::Left]]
            {
                let heads = drive(n, |s| order.into_iter().find(|&m| s.allows(m)).unwrap());
                assert_eq!(heads.iter().filter(|&&h| h as usize == n).count(), 1, "{n} {order:?} {heads:?}");
            }
        }
    }

    #[test]
    fn moves_join_what_they_say() {
        let heads = drive(3, |s| match (s.stack(), s.front()) {
            ([], _) => Move::Shift,
            ([0], 1) => Move::Left,
            ([1], 2) => Move::Shift,
            ([1, 2], 3) => Move::Right,
            _ => Move::Left,
        });
        assert_eq!(heads, [1, 3, 1]);
    }

    #[test]
    fn features_fit_their_room_in_every_state() {
        let forms = vec![OUTSIDE; 4];
        let tags = vec![(TAGS - 2) as u8; 4];
        let mut state = State::new(&forms, &tags, &tags, |_| Role::Verb);
        let mut rows = Rows::default();
        state.rows(&mut rows);
        let (total, count) = (rows.total(), rows.ids().len());
        while !state.is_final() {
            state.rows(&mut rows);
            assert_eq!((rows.total(), rows.ids().len()), (total, count));
            assert!(rows.ids().iter().all(|&id| id < total));
            let a_move = MOVES.into_iter().find(|&m| state.allows(m)).unwrap();
            state.apply(a_move, (RELATIONS - 1) as u8);
        }
    }
}

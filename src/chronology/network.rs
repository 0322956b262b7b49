//! A simple temporal network: unknown days with bounds, and least distances between them (Dechter, Meiri and Pearl, 1991).
//!
//! The network is sparse and has few points, so bounds are tightened by propagation along the edges until nothing moves: the result is
//! the tightest that the edges allow and does not depend on their order.

use crate::language::time::Day;

/// No bound in this direction.
pub const FAR: Day = Day::MAX / 4;

/// `to` is at least `gap` days after `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edge {
    /// Points, by their index.
    pub from: usize,
    pub to: usize,
    /// In days, 0 and up.
    pub gap: Day,
}

/// Points with bounds, and edges between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Network {
    /// The earliest and the latest day of each point, both inclusive.
    pub bounds: Vec<[Day; 2]>,
    /// What holds between the points.
    pub edges: Vec<Edge>,
}

impl Network {
    /// A new point that lies somewhere from `earliest` to `latest`; its index.
    pub fn point(&mut self, earliest: Day, latest: Day) -> usize {
        self.bounds.push([earliest, latest]);
        self.bounds.len() - 1
    }

    /// `to` is not before `from`, and at least `gap` days after it.
    pub fn after(&mut self, from: usize, to: usize, gap: Day) {
        self.edges.push(Edge { from, to, gap });
    }

    /// Tightens all bounds. An edge that its ends' own bounds cannot meet is left out and given back: it contradicts what is told elsewhere.
    pub fn tighten(&mut self) -> Vec<Edge> {
        let told = self.bounds.clone();
        let mut edges = self.edges.clone();
        let mut out = Vec::new();
        loop {
            match propagate(&told, &edges) {
                Ok(bounds) => {
                    self.bounds = bounds;
                    return out;
                }
                Err(at) => {
                    if at >= edges.len() {
                        return out;
                    }
                    out.push(edges.remove(at));
                }
            }
        }
    }
}

/// The tightest bounds, or the first edge that empties a point's bounds.
fn propagate(told: &[[Day; 2]], edges: &[Edge]) -> Result<Vec<[Day; 2]>, usize> {
    let mut bounds = told.to_vec();
    // A path without a cycle has fewer edges than points: more rounds than that mean a cycle that pushes its points apart for ever.
    for _ in 0..=told.len() {
        let mut moved = false;
        for (index, edge) in edges.iter().enumerate() {
            let (Some(&from), Some(&to)) = (bounds.get(edge.from), bounds.get(edge.to)) else { continue };
            let earliest = to[0].max(from[0].saturating_add(edge.gap));
            let latest = from[1].min(to[1].saturating_sub(edge.gap));
            if earliest > to[1] || latest < from[0] {
                return Err(index);
            }
            if let Some(point) = bounds.get_mut(edge.to).filter(|p| p[0] != earliest) {
                point[0] = earliest;
                moved = true;
            }
            if let Some(point) = bounds.get_mut(edge.from).filter(|p| p[1] != latest) {
                point[1] = latest;
                moved = true;
            }
        }
        if !moved {
            return Ok(bounds);
        }
    }
    Err(edges.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn network(points: &[[Day; 2]], edges: &[(usize, usize, Day)]) -> Network {
        Network { bounds: points.to_vec(), edges: edges.iter().map(|&(from, to, gap)| Edge { from, to, gap }).collect() }
    }

    #[test]
    fn what_follows_is_not_before_what_it_follows() {
        let mut told = network(&[[10, 20], [-FAR, 40], [30, 35]], &[(0, 1, 0), (1, 2, 0)]);
        assert!(told.tighten().is_empty());
        assert_eq!(told.bounds, [[10, 20], [10, 35], [30, 35]]);
    }

    #[test]
    fn a_contradiction_is_given_back_and_moves_nothing() {
        let mut told = network(&[[10, 20], [1, 5]], &[(0, 1, 0)]);
        assert_eq!(told.tighten(), [Edge { from: 0, to: 1, gap: 0 }]);
        assert_eq!(told.bounds, [[10, 20], [1, 5]]);
    }

    /// Networks with a solution: days are drawn first, bounds and gaps around them.
    fn solvable() -> impl Strategy<Value = (Vec<Day>, Network)> {
        (prop::collection::vec((-50..50i32, 0..20i32, 0..20i32), 1..8), prop::collection::vec((0..8usize, 0..8usize, 0..15i32), 0..14))
            .prop_map(|(points, edges)| {
                let days: Vec<Day> = points.iter().map(|p| p.0).collect();
                let bounds: Vec<[Day; 2]> = points.iter().map(|p| [p.0 - p.1, p.0 + p.2]).collect();
                let edges = edges
                    .into_iter()
                    .map(|(a, b, slack)| (a % days.len(), b % days.len(), slack))
                    .filter(|(a, b, _)| a != b)
                    .map(|(from, to, slack)| Edge { from, to, gap: days[to] - days[from] - slack })
                    .collect();
                (days, Network { bounds, edges })
            })
    }

    proptest! {
        #[test]
        fn no_solution_is_lost_and_bounds_only_tighten((days, told) in solvable()) {
            let mut tight = told.clone();
            prop_assert!(tight.tighten().is_empty());
            for ((day, before), after) in days.iter().zip(&told.bounds).zip(&tight.bounds) {
                prop_assert!(after[0] <= *day && *day <= after[1]);
                prop_assert!(before[0] <= after[0] && after[1] <= before[1]);
            }
        }

        #[test]
        fn the_order_of_the_edges_does_not_matter((_, told) in solvable(), turn in 0..14usize) {
            let mut turned = told.clone();
            let by = turn % turned.edges.len().max(1);
            turned.edges.rotate_left(by);
            turned.edges.reverse();
            let (mut a, mut b) = (told, turned);
            a.tighten();
            b.tighten();
            prop_assert_eq!(a.bounds, b.bounds);
        }
    }
}

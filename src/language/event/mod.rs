//! Verbs, nouns and phrases of diplomacy become event mentions: who does what, where, whether it took place.

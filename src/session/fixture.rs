//! A hand-made article and chronology for tests: three placed events, one called off, one without a place in time.

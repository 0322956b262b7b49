//! Tests of the window by accessible label.

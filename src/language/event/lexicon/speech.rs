//! Verbs of saying and of thinking, and states: they look like events and are none by themselves.

use super::{Family, Kind::Other, Weight::*};

pub const FAMILIES: &[Family] = &[
    Family {
        name: "say",
        kind: Other,
        mode: None,
        weight: Saying,
        verbs: "say confirm note stress emphasize emphasise remark comment mention observe argue claim contend assert maintain reiterate underscore underline highlight recall describe cite quote explain suggest report speak talk tell add state reply answer respond reaffirm express voice point repeat elaborate clarify caution hint signal indicate",
        nouns: "remark comment statement speech",
        phrases: &["point out", "talk of", "look forward"],
    },
    Family {
        name: "think",
        kind: Other,
        mode: None,
        weight: State,
        verbs: "think believe hope expect fear want wish need know see view consider regard feel understand doubt wonder remember forget like love hate prefer worry realize realise assume imagine intend plan pencil slate aim hesitate hear learn watch listen read look",
        nouns: "",
        phrases: &[],
    },
    Family {
        name: "state",
        kind: Other,
        mode: None,
        weight: State,
        verbs: "be become remain stay seem appear include contain represent reflect require involve depend rest lie stand serve play show reveal mean constitute comprise consist belong cost matter deserve exist tend continue keep live face lack own hold have do get let make provide allow enable help ensure affect cause result contribute focus relate refer cover concern entail imply underlie determine hinge pose deter lead shape define govern characterize characterise apply bind suffer benefit enjoy share possess retain sustain illustrate prove",
        nouns: "",
        phrases: &[],
    },
];

//! Reads treebanks in the CoNLL-U format (universaldependencies.org/format.html).

use super::Upos;

/// One annotated sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentence {
    /// The document that it stands in, as the last `# newdoc id` names it.
    pub document: String,
    /// The running text, as `# text` gives it.
    pub text: String,
    pub words: Vec<Word>,
}

/// One syntactic word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub form: String,
    pub lemma: String,
    pub upos: Upos,
    pub xpos: String,
    /// Counted from 0; none for the root.
    pub head: Option<usize>,
    pub relation: String,
}

/// Reads all sentences. Lines of multiword tokens and empty nodes are passed over; a sentence that breaks the format
/// (columns, numbering, heads) is left out.
pub fn read(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut document = String::new();
    let mut sentence = Sentence::default();
    let mut sound = true;
    for line in text.lines().chain([""]) {
        if let Some(comment) = line.strip_prefix('#') {
            let (key, value) = comment.split_once('=').unwrap_or((comment, ""));
            match key.trim() {
                "newdoc id" => document = value.trim().to_owned(),
                "text" => sentence.text = value.trim().to_owned(),
                _ => {}
            }
        } else if line.trim().is_empty() {
            let count = sentence.words.len();
            sound &= sentence.words.iter().all(|w| w.head.is_none_or(|h| h < count));
            sound &= sentence.words.iter().filter(|w| w.head.is_none()).count() == 1;
            let done = Sentence { document: document.clone(), ..std::mem::take(&mut sentence) };
            if std::mem::replace(&mut sound, true) {
                sentences.push(done);
            }
        } else {
            match word(line, sentence.words.len() + 1) {
                Line::Word(word) => sentence.words.push(word),
                Line::PassedOver => {}
                Line::Broken => sound = false,
            }
        }
    }
    sentences
}

enum Line {
    Word(Word),
    PassedOver,
    Broken,
}

fn word(line: &str, number: usize) -> Line {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or("");
    let id = next();
    if id.contains(['-', '.']) {
        return Line::PassedOver;
    }
    let (form, lemma, upos, xpos, _, head, relation) = (next(), next(), next(), next(), next(), next(), next());
    let (Ok(id), Some(upos), Ok(head)) = (id.parse::<usize>(), Upos::from_name(upos), head.parse::<usize>()) else {
        return Line::Broken;
    };
    if id != number || relation.is_empty() || form.is_empty() {
        return Line::Broken;
    }
    Line::Word(Word {
        form: form.to_owned(),
        lemma: lemma.to_owned(),
        upos,
        xpos: xpos.to_owned(),
        head: head.checked_sub(1),
        relation: relation.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# newdoc id = ours\n# text = They don't.\n\
        1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t_\t_\n\
        3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n";

    #[test]
    fn words_are_read_and_ranges_and_empty_nodes_passed_over() {
        let sentences = read(SAMPLE);
        assert_eq!(sentences.len(), 1);
        let sentence = &sentences[0];
        assert_eq!((sentence.document.as_str(), sentence.text.as_str()), ("ours", "They don't."));
        let heads: Vec<_> = sentence.words.iter().map(|w| (w.form.as_str(), w.upos, w.head, w.relation.as_str())).collect();
        assert_eq!(
            heads,
            [
                ("They", Upos::Pron, Some(1), "nsubj"),
                ("do", Upos::Verb, None, "root"),
                ("n't", Upos::Part, Some(1), "advmod"),
                (".", Upos::Punct, Some(1), "punct"),
            ]
        );
    }

    #[test]
    fn a_broken_sentence_is_left_out_and_the_next_one_read() {
        let two = |first: &str| format!("{first}\n\n{SAMPLE}");
        for broken in [
            "1\tOne\tone\tNUM\tCD\t_\t9\troot\t_\t_",
            "1\tOne\tone\tNUMERAL\tCD\t_\t0\troot\t_\t_",
            "2\tOne\tone\tNUM\tCD\t_\t0\troot\t_\t_",
            "1\tOne\tone\tNUM\tCD\t_\t1\tdep\t_\t_",
            "words without columns",
        ] {
            assert_eq!(read(&two(broken)).len(), 1, "{broken}");
        }
        assert!(read("").is_empty());
    }
}

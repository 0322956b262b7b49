//! The weights of tagger and parser, and the file that holds them.
//!
//! Layout, all numbers little-endian: magic `DSYN`, version (u32), checksum of the rest (u64); then the vocabulary, the tags,
//! the relations, the fixed tags of words, the base forms, and three networks, each part headed by its length. Of a network's feature
//! vectors only those that are not zero are stored, after a map of bits that says which and as many bytes of nothing as bring them to a
//! multiple of 64 from the beginning of the file: they are read where they lie (see [`Aligned`]).

use super::Upos;
use super::lemma::Base;
use super::network::{Network, Vectors};
use super::tagger::Role;
use super::vocabulary::Vocabulary;
use super::word::hash;

/// Hidden units of the tagger, of the supertagger and of the parser.
pub const TAGGER: usize = 32;
pub const SUPERTAGGER: usize = 64;
pub const PARSER: usize = 64;

const MAGIC: [u8; 4] = *b"DSYN";
/// Raised with every change of the features or of the layout, so that old weights are never read with new code.
const VERSION: u32 = 3;
/// Magic, version and checksum.
const HEADER: usize = 16;

/// Puts the file on the border of a cache line, from which its vectors count.
#[repr(align(64))]
pub struct Aligned<B: ?Sized>(pub B);

/// Everything that tagging and parsing need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Model {
    pub vocabulary: Vocabulary,
    /// The tag with number 1 and so on.
    pub tags: Vec<(Upos, &'static str)>,
    /// The relation with number 1 and so on.
    pub relations: Vec<&'static str>,
    /// How many supertags there are.
    pub supertags: usize,
    /// The one tag of words that always bear it, by vocabulary number; 0 for all others.
    pub fixed: Vec<u8>,
    /// Fingerprints of base forms, sorted.
    pub bases: Vec<u32>,
    pub tagger: Network<TAGGER>,
    pub supertagger: Network<SUPERTAGGER>,
    pub parser: Network<PARSER>,
}

impl Model {
    /// What a tag is to the clause around it.
    pub fn role(&self, tag: u8) -> Role {
        match self.tag(tag) {
            Some((Upos::Verb | Upos::Aux, _)) => Role::Verb,
            Some((Upos::Sconj | Upos::Cconj, _)) | Some((_, "WDT" | "WP" | "WRB" | "," | ":" | "TO")) => Role::Opener,
            _ => Role::Other,
        }
    }

    pub fn tag(&self, number: u8) -> Option<(Upos, &'static str)> {
        self.tags.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Whether a form was met as a base form of this kind.
    pub fn is_base(&self, kind: Base, form: &str) -> bool {
        self.bases.binary_search(&base_fingerprint(kind, form)).is_ok()
    }

    /// The model as a file.
    pub fn write(&self) -> Vec<u8> {
        let mut body = Writer::default();
        body.number(self.vocabulary.slots().len() as u32);
        for &(fingerprint, number) in self.vocabulary.slots() {
            body.number(fingerprint);
            body.bytes.extend(number.to_le_bytes());
        }
        body.number(self.tags.len() as u32);
        for &(upos, xpos) in &self.tags {
            body.bytes.push(upos as u8);
            body.text(xpos);
        }
        body.number(self.relations.len() as u32);
        for relation in &self.relations {
            body.text(relation);
        }
        body.number(self.supertags as u32);
        body.number(self.fixed.len() as u32);
        body.bytes.extend(&self.fixed);
        body.number(self.bases.len() as u32);
        self.bases.iter().for_each(|&fingerprint| body.number(fingerprint));
        body.network(&self.tagger);
        body.network(&self.supertagger);
        body.network(&self.parser);
        let mut file = Vec::with_capacity(body.bytes.len() + HEADER);
        file.extend(MAGIC);
        file.extend(VERSION.to_le_bytes());
        file.extend(checksum(&body.bytes).to_le_bytes());
        file.extend(body.bytes);
        file
    }

    /// Reads a file; none if it is of another kind or version, or damaged.
    pub fn read(file: &'static [u8]) -> Option<Self> {
        let mut header = Reader { bytes: file, length: file.len() };
        if header.take(4)? != MAGIC || header.number()? != VERSION {
            return None;
        }
        let sum = u64::from_le_bytes(header.take(8)?.try_into().ok()?);
        let mut body = header;
        if checksum(body.bytes) != sum {
            return None;
        }
        let count = body.number()? as usize;
        let (slots, _) = body.take(count.checked_mul(6)?)?.as_chunks::<6>();
        let slots = slots.iter().map(|&[a, b, c, d, e, f]| (u32::from_le_bytes([a, b, c, d]), u16::from_le_bytes([e, f]))).collect();
        let vocabulary = Vocabulary::from_slots(slots)?;
        let mut tags = Vec::new();
        for _ in 0..body.number()? {
            let upos = Upos::ALL.get(usize::from(*body.take(1)?.first()?)).copied()?;
            tags.push((upos, body.text()?));
        }
        let mut relations = Vec::new();
        for _ in 0..body.number()? {
            relations.push(body.text()?);
        }
        let supertags = body.number()? as usize;
        let count = body.number()? as usize;
        let fixed = body.take(count)?.to_vec();
        let count = body.number()? as usize;
        let bases = body.take(count.checked_mul(4)?)?.as_chunks::<4>().0.iter().map(|&b| u32::from_le_bytes(b)).collect();
        let (tagger, supertagger, parser) = (body.network()?, body.network()?, body.network()?);
        Some(Self { vocabulary, tags, relations, supertags, fixed, bases, tagger, supertagger, parser })
    }
}

/// How a base form is kept.
pub fn base_fingerprint(kind: Base, form: &str) -> u32 {
    (hash(form.as_bytes()).rotate_left(8 * kind as u32) >> 32) as u32
}

/// FNV-1a over words of eight bytes, for speed.
fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let step = |h: u64, word: u64| (h ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
    let sum = words.iter().fold(0xcbf2_9ce4_8422_2325, |h, &w| step(h, u64::from_le_bytes(w)));
    rest.iter().fold(sum, |h, &b| step(h, b.into()))
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn number(&mut self, n: u32) {
        self.bytes.extend(n.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        let text = text.get(..255).unwrap_or(text);
        self.bytes.push(text.len() as u8);
        self.bytes.extend(text.as_bytes());
    }

    fn network<const H: usize>(&mut self, network: &Network<H>) {
        self.number(network.rows.len() as u32);
        let mut map = vec![0u8; network.rows.len().div_ceil(8)];
        for (i, _) in network.rows.iter().enumerate().filter(|(_, row)| *row != [0; H]) {
            if let Some(bits) = map.get_mut(i / 8) {
                *bits |= 1 << (i % 8);
            }
        }
        self.bytes.extend(map);
        self.bytes.resize((HEADER + self.bytes.len()).next_multiple_of(64) - HEADER, 0);
        for row in network.rows.iter().filter(|row| *row != [0; H]) {
            self.bytes.extend(row.iter().map(|&w| w as u8));
        }
        self.bytes.extend(network.bias.iter().flat_map(|b| b.to_le_bytes()));
        self.number(network.outputs.len() as u32);
        for (line, bias) in network.outputs.iter().zip(&network.output_bias) {
            self.bytes.extend(line.iter().flat_map(|w| w.to_le_bytes()));
            self.bytes.extend(bias.to_le_bytes());
        }
    }
}

#[derive(Clone, Copy)]
struct Reader {
    bytes: &'static [u8],
    /// Of the whole file.
    length: usize,
}

impl Reader {
    fn take(&mut self, count: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn text(&mut self) -> Option<&'static str> {
        let length = usize::from(*self.take(1)?.first()?);
        std::str::from_utf8(self.take(length)?).ok()
    }

    fn line<const H: usize>(&mut self) -> Option<[i16; H]> {
        let mut line = [0; H];
        for (slot, &pair) in line.iter_mut().zip(self.take(2 * H)?.as_chunks::<2>().0) {
            *slot = i16::from_le_bytes(pair);
        }
        Some(line)
    }

    fn network<const H: usize>(&mut self) -> Option<Network<H>> {
        let count = self.number()? as usize;
        let map = self.take(count.div_ceil(8))?;
        let many = map.iter().map(|bits| bits.count_ones() as usize).sum::<usize>();
        let at = self.length - self.bytes.len();
        self.take(at.next_multiple_of(64) - at)?;
        let rows = Vectors::over(count, map, self.take(many.checked_mul(H)?)?)?;
        let bias = self.line()?;
        let count = self.number()?;
        let (mut outputs, mut output_bias) = (Vec::new(), Vec::new());
        for _ in 0..count {
            outputs.push(self.line()?);
            output_bias.push(self.number()? as i32);
        }
        Some(Network { rows, bias, outputs, output_bias })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Model {
        let row = |i| [if i == 3 { -7 } else { i8::from(i == 10) }; PARSER];
        let mut parser = Network::<PARSER> { rows: (0..11).map(row).collect(), bias: [5; PARSER], ..Network::default() };
        parser.outputs = vec![[9; PARSER], [-9; PARSER]];
        parser.output_bias = vec![70_000, -1];
        Model {
            vocabulary: Vocabulary::new(&[1 << 40 | 5, 2 << 40 | 5]),
            tags: vec![(Upos::Noun, "NN"), (Upos::X, "FW")],
            relations: vec!["nsubj", "obl:agent"],
            supertags: 7,
            fixed: vec![0, 1, 2],
            bases: vec![3, 9],
            parser,
            ..Model::default()
        }
    }

    #[test]
    fn a_written_model_reads_back_the_same() {
        let model = small();
        assert_eq!(Model::read(model.write().leak()), Some(model));
    }

    #[test]
    fn what_is_damaged_or_cut_or_foreign_is_refused() {
        let file = small().write();
        for length in 0..file.len() {
            assert_eq!(Model::read(file[..length].to_vec().leak()), None, "cut to {length}");
        }
        for at in [0, 4, 9, 20, file.len() / 2, file.len() - 1] {
            let mut damaged = file.clone();
            damaged[at] ^= 1;
            assert_eq!(Model::read(damaged.leak()), None, "changed at {at}");
        }
        assert_eq!(Model::read(b"not weights at all"), None);
    }
}

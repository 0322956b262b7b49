//! Tells by their first bytes what a file holds; its name and ending are never asked.

/// What the bytes of a file hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Bytes that may be text in some encoding.
    Text,
    /// A kind of file that is known and not read: what it is called, and what the reader can do instead.
    NotRead(Kind),
    /// No kind that is known, and no text either.
    Unknown,
}

/// A kind of file that Demarche knows and does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    /// With its article: "a PDF".
    pub called: &'static str,
    /// What is said not to be read: "PDF".
    pub format: &'static str,
    /// What to do, as an order to the reader.
    pub cure: &'static str,
}

const COPY: &str = "open it in its own program, copy the article and paste it here";
const SAVE_AS_TEXT: &str = "save it as plain text or HTML, or copy the article and paste it here";
const NO_WORDS_INSIDE: &str = "choose a text, Markdown or HTML file with the article";
const UNPACK: &str = "unpack it and open the article inside";
const SAVE_PAGE: &str = "save the page as HTML, or copy the article and paste it here";

const fn kind(called: &'static str, format: &'static str, cure: &'static str) -> Kind {
    Kind { called, format, cure }
}

const PDF: Kind = kind("a PDF", "PDF", COPY);
const DOCX: Kind = kind("a Word document", "Word documents", SAVE_AS_TEXT);
const OFFICE: Kind = kind("an Office file", "Office files", SAVE_AS_TEXT);
const ODT: Kind = kind("an OpenDocument file", "OpenDocument", SAVE_AS_TEXT);
const EPUB: Kind = kind("an e-book", "e-books", COPY);
const ARCHIVE: Kind = kind("an archive", "archives", UNPACK);
const IMAGE: Kind = kind("an image", "images", NO_WORDS_INSIDE);
const MEDIA: Kind = kind("a sound or video file", "sound and video", NO_WORDS_INSIDE);
const PROGRAM: Kind = kind("a program", "programs", NO_WORDS_INSIDE);
const WEB_ARCHIVE: Kind = kind("a web archive", "web archives", SAVE_PAGE);

/// Byte patterns at the start of a file that no text begins with.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"{\\rtf", kind("a rich text (RTF) file", "RTF", SAVE_AS_TEXT)),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", kind("an old Office document", "old Office documents", SAVE_AS_TEXT)),
    (b"%!PS", kind("a PostScript file", "PostScript", COPY)),
    (b"AT&TFORM", kind("a DjVu scan", "DjVu", COPY)),
    (b"bplist00", WEB_ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", IMAGE),
    (b"\xFF\xD8\xFF", IMAGE),
    (b"GIF87a", IMAGE),
    (b"GIF89a", IMAGE),
    (b"II*\0", IMAGE),
    (b"MM\0*", IMAGE),
    (b"\0\0\x01\0", IMAGE),
    (b"8BPS", IMAGE),
    (b"\x1F\x8B", ARCHIVE),
    (b"7z\xBC\xAF\x27\x1C", ARCHIVE),
    (b"Rar!\x1A\x07", ARCHIVE),
    (b"\xFD7zXZ\0", ARCHIVE),
    (b"\x28\xB5\x2F\xFD", ARCHIVE),
    (b"BZh9", ARCHIVE),
    (b"ID3\x03", MEDIA),
    (b"ID3\x04", MEDIA),
    (b"\xFF\xFB", MEDIA),
    (b"OggS\0", MEDIA),
    (b"fLaC\0", MEDIA),
    (b"\x1A\x45\xDF\xA3", MEDIA),
    (b"\x7FELF", PROGRAM),
    (b"\xCF\xFA\xED\xFE", PROGRAM),
    (b"\xCA\xFE\xBA\xBE", PROGRAM),
    (b"SQLite format 3\0", kind("a database", "databases", NO_WORDS_INSIDE)),
];

/// Judges the bytes of a file.
pub(super) fn sniff(bytes: &[u8]) -> Content {
    if let Some(kind) = signature(bytes).or_else(|| mail_or_archived_page(bytes)) {
        return Content::NotRead(kind);
    }
    if super::decode::byte_order(bytes).is_some() || !looks_binary(bytes) { Content::Text } else { Content::Unknown }
}

fn signature(bytes: &[u8]) -> Option<Kind> {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(*kind);
    }
    let head = &bytes[..bytes.len().min(1024)];
    let body = head.trim_ascii_start();
    if body.starts_with(b"%PDF-") || (looks_binary(head) && contains(head, b"%PDF-")) {
        return Some(PDF);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(packed(bytes));
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some(IMAGE),
        (Some(b"RIFF"), _, Some(b"WAVE" | b"AVI ")) => Some(MEDIA),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"avif")) => Some(IMAGE),
        (_, Some(b"ftyp"), Some(_)) => Some(MEDIA),
        _ if bytes.starts_with(b"BM") && looks_binary(head) => Some(IMAGE),
        _ if bytes.starts_with(b"MZ") && looks_binary(head) => Some(PROGRAM),
        _ if bytes.get(60..68) == Some(b"BOOKMOBI") => Some(EPUB),
        _ => None,
    }
}

/// The kind of a zip file, by the names of its first entries.
fn packed(bytes: &[u8]) -> Kind {
    let head = &bytes[..bytes.len().min(16 * 1024)];
    if contains(head, b"mimetypeapplication/epub+zip") {
        EPUB
    } else if contains(head, b"mimetypeapplication/vnd.oasis.opendocument") {
        ODT
    } else if contains(head, b"word/") {
        DOCX
    } else if contains(head, b"[Content_Types].xml") || contains(head, b"xl/") || contains(head, b"ppt/") {
        OFFICE
    } else {
        ARCHIVE
    }
}

/// A saved message or a page saved as one file: both open with mail headers.
fn mail_or_archived_page(bytes: &[u8]) -> Option<Kind> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let headers: Vec<&str> = head.lines().take_while(|line| !line.trim().is_empty()).collect();
    let names = |name: &str| headers.iter().any(|line| line.starts_with(name));
    if !names("mime-version:") || !names("content-type:") {
        return None;
    }
    Some(if names("snapshot-content-location:") || headers.iter().any(|line| line.contains("multipart/related")) {
        WEB_ARCHIVE
    } else {
        kind("a saved e-mail", "e-mail", "copy the article out of it and paste it here")
    })
}

/// Text has next to no control characters; one stray among thousands is forgiven, as is a NUL here and there.
fn looks_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let controls = head.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    controls * 100 > head.len()
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(bytes: &[u8]) -> &'static str {
        match sniff(bytes) {
            Content::NotRead(kind) => kind.called,
            Content::Text => "text",
            Content::Unknown => "unknown",
        }
    }

    #[test]
    fn files_that_are_not_read_are_named() {
        for (bytes, name) in [
            (&b"%PDF-1.7\n%\xE2\xE3"[..], "a PDF"),
            (b"\n\n%PDF-1.4 ", "a PDF"),
            (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml\0\0word/document.xml", "a Word document"),
            (b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/epub+zip", "an e-book"),
            (b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
            (b"PK\x03\x04\x14\0\0\0\0\0notes.txt", "an archive"),
            (b"{\\rtf1\\ansi Hello", "a rich text (RTF) file"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "an image"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "an image"),
            (b"\0\0\0\x18ftypheic", "an image"),
            (b"\0\0\0\x18ftypmp42", "a sound or video file"),
            (b"\x7FELF\x02\x01\x01\0", "a program"),
            (
                b"From: <Saved>\r\nSnapshot-Content-Location: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
                "a web archive",
            ),
            (b"From: a@b\nMIME-Version: 1.0\nContent-Type: text/plain\n\nHello", "a saved e-mail"),
            (b"\x01\x02\x03\x04\x05\x06\x07 what", "unknown"),
        ] {
            assert_eq!(called(bytes), name, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn text_is_text_whatever_it_talks_of() {
        for text in [
            "A PDF begins with %PDF-1.4, as everybody knows.",
            "BMW and MZ met in Geneva.",
            "PKK fighters withdrew.",
            "MIME-Version: what is that?",
            "<p>Talks</p>",
            "Переговоры",
            "",
        ] {
            assert_eq!(sniff(text.as_bytes()), Content::Text, "{text}");
        }
        let utf16: Vec<u8> = "Talks in Geneva".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(sniff(&utf16), Content::Text);
    }
}

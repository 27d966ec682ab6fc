//! Bytes to text: UTF-8 with or without a mark, UTF-16 with a mark, Shift_JIS, EUC-JP, ISO-2022-JP. What a page or XML file
//! declares of itself is believed as far as the bytes bear it out.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::markup::Malformed;

/// Why a file cannot be read as a regulation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// No text in it.
    #[error("the file is empty")]
    Empty,
    /// Not text: a control character that no text has, at this byte.
    #[error("the file is not text: byte {offset} is no character of a text")]
    Binary {
        /// Offset of the first byte that shows it.
        offset: usize,
    },
    /// Too large to be addressed by 32-bit offsets.
    #[error("the file has {bytes} bytes; at most {} can be read", u32::MAX)]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Said to be XML, by itself or by who reads it, and not well formed.
    #[error("the file is not well-formed XML: line {}, column {}", .0.line, .0.column)]
    Malformed(Malformed),
    /// Said to be law XML, and XML of another kind.
    #[error("the file holds no law: its root element is `{root}`")]
    NoLaw {
        /// The name of its outermost element, in lower case.
        root: String,
    },
}

/// Decodes the bytes of a file, without a byte order mark.
///
/// # Errors
/// [`ReadError::Empty`] for no or blank text, [`ReadError::Binary`] for bytes that are no text in any known encoding.
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    if bytes.len() > u32::MAX as usize {
        return Err(ReadError::TooLarge { bytes: bytes.len() });
    }
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
    } else if let Some(text) = std::str::from_utf8(bytes).ok().filter(|_| !shifts_by_escape(bytes)) {
        text.to_owned()
    } else if let Some(text) = declared(bytes).and_then(|encoding| decode_whole(encoding, bytes)) {
        text
    } else {
        if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
            return Err(ReadError::Binary { offset });
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        let encoding = detector.guess(Some(b"jp"), Utf8Detection::Allow);
        let (text, _, malformed) = encoding.decode(bytes);
        // A stray byte is survivable; many mean that it is not this encoding, or no text.
        let replaced = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
        if malformed && replaced * 100 > text.chars().count() {
            return Err(ReadError::Binary { offset: first_malformed(encoding, bytes) });
        }
        text.into_owned()
    };
    let control =
        |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{85}');
    // The controls are single bytes, or 0xC2 and one below 0xA0; most texts have none.
    let may_be_control = |pair: &[u8]| match pair[0] {
        b'\t' | b'\n' | b'\r' => false,
        0..=31 | 127 => true,
        first => first == 0xc2 && pair.get(1).is_some_and(|second| *second < 0xa0),
    };
    let bytes = text.as_bytes();
    if (bytes.windows(2).any(may_be_control) || bytes.last().is_some_and(|last| may_be_control(&[*last])))
        && let Some((offset, _)) = text.char_indices().find(|(_, c)| control(*c))
    {
        return Err(ReadError::Binary { offset });
    }
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(text)
}

/// Whether the bytes switch between sets of characters by escape sequences, as ISO-2022-JP does: it is UTF-8 as well, but
/// not the text that was meant.
fn shifts_by_escape(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair == b"\x1b$")
}

/// The encoding that a page (`charset=`) or an XML file (`encoding=`) declares near its beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(FARTHEST_DECLARATION)];
    // Anywhere but in markup these words mean nothing.
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let lower = head.to_ascii_lowercase();
    [b"charset".as_slice(), b"encoding"].iter().find_map(|word| {
        lower.windows(word.len()).enumerate().filter(|(_, window)| window == word).find_map(|(at, _)| {
            let value = lower[at + word.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
            let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
            let named = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
            let end = value.iter().position(|byte| !named(byte)).unwrap_or(value.len());
            Encoding::for_label(&value[..end])
        })
    })
}

/// How many bytes from the beginning a declaration is looked for in; the HTML standard says 1024, old pages need more.
const FARTHEST_DECLARATION: usize = 4096;

/// The text in an encoding, if the bytes have no error in it.
fn decode_whole(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// Offset of the first byte that the encoding cannot read.
fn first_malformed(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let mut end = bytes.len();
    let mut start = 0;
    // Binary search for the shortest prefix with an error.
    while start + 1 < end {
        let middle = usize::midpoint(start, end);
        if encoding.decode(&bytes[..middle]).2 { end = middle } else { start = middle }
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_of_japanese_texts() {
        let text = "甲市事務分掌規則\n第1条　市に総務部を置く。\n";
        assert_eq!(decode(text.as_bytes()).unwrap(), text);
        assert_eq!(decode(format!("\u{feff}{text}").as_bytes()).unwrap(), text);
        for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP] {
            assert_eq!(decode(&encoding.encode(text).0).unwrap(), text, "{}", encoding.name());
        }
        assert_eq!(decode(&encoding_rs::ISO_2022_JP.encode(text).0).unwrap(), text);
        let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16).unwrap(), text);
    }

    #[test]
    fn declarations_are_believed_if_the_bytes_bear_them_out() {
        // Half-width kana, which the guess by frequency takes for something else.
        let page = |charset: &str| format!("<html><META http-equiv=x content='text/html; charset={charset}'>ｱ課");
        let sjis = page("Shift_JIS");
        assert_eq!(decode(&encoding_rs::SHIFT_JIS.encode(&sjis).0).unwrap(), sjis);
        let xml = "<?xml version='1.0' encoding=\"EUC-JP\"?><Law>係</Law>";
        assert_eq!(decode(&encoding_rs::EUC_JP.encode(xml).0).unwrap(), xml);
        // The page says one thing and is another.
        let wrong = format!("{}に総務部を置く。総務部に総務課を置く。", page("EUC-JP"));
        assert_eq!(decode(&encoding_rs::SHIFT_JIS.encode(&wrong).0).unwrap(), wrong);
        assert_eq!(decode(page("x-unknown").as_bytes()).unwrap(), page("x-unknown"));
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(decode(b""), Err(ReadError::Empty));
        assert_eq!(decode(" \r\n\u{3000}".as_bytes()), Err(ReadError::Empty));
        assert!(matches!(decode(b"PK\x03\x04\0\0"), Err(ReadError::Binary { .. })));
        assert!(matches!(decode(&[0xf5, 0xff, 0xfd, 0x80, 0x81, 0xff, 0xff]), Err(ReadError::Binary { .. })));
    }
}

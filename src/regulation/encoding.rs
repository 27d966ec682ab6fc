//! Bytes to text: UTF-8 with or without a mark, UTF-16 with a mark, Shift_JIS, EUC-JP, ISO-2022-JP.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

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
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
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
    if let Some((offset, _)) = text.char_indices().find(|(_, c)| control(*c)) {
        return Err(ReadError::Binary { offset });
    }
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(text)
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
        let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16).unwrap(), text);
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(decode(b""), Err(ReadError::Empty));
        assert_eq!(decode(" \r\n\u{3000}".as_bytes()), Err(ReadError::Empty));
        assert!(matches!(decode(b"PK\x03\x04\0\0"), Err(ReadError::Binary { .. })));
        assert!(matches!(decode(&[0xf5, 0xff, 0xfd, 0x80, 0x81, 0xff, 0xff]), Err(ReadError::Binary { .. })));
    }
}

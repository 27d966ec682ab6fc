//! What the program says, in Japanese and English, from Fluent files.
//!
//! The words of answers stand in `ja.ftl` and `en.ftl` beside this file; the command line adds those of its help and
//! errors. A message never decides anything: callers choose the key, the file chooses the words.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

pub use fluent_bundle::FluentValue as Value;

/// The languages in which the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 2] = [Language::Ja, Language::En];

    /// The language of a POSIX locale name (`ja_JP.UTF-8`): Japanese for `ja`, English for everything else.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") { Language::Ja } else { Language::En }
    }

    /// The language tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Ja => "ja",
            Language::En => "en",
        }
    }

    /// The words of answers in this language, as Fluent source.
    pub fn answer_source(self) -> &'static str {
        match self {
            Language::Ja => include_str!("ja.ftl"),
            Language::En => include_str!("en.ftl"),
        }
    }
}

/// The messages of one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// The words of answers in one language.
    pub fn new(language: Language) -> Self {
        // The tag decides on plural rules only. Both tags are well-formed; without a tag the rules of no language apply.
        let mut bundle = FluentBundle::new(language.tag().parse().into_iter().collect());
        // Isolation marks (U+2068, U+2069) guard mixed writing directions; a terminal shows them as rubbish.
        bundle.set_use_isolating(false);
        let mut messages = Self { language, bundle };
        messages.add(language.answer_source());
        messages
    }

    /// Adds messages from Fluent source. A line that Fluent cannot read is left out; a test reads every file strictly.
    pub fn add(&mut self, source: &str) {
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        self.bundle.add_resource_overriding(resource);
    }

    /// The language of these messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message with this key and these arguments; the key itself if there is none (a test holds that there is).
    pub fn format(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// The message with this key, which takes no arguments.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }
}

/// A message with named arguments: `tr!(messages, "chain-title", post = name)`.
macro_rules! tr {
    ($messages:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $messages.format($key, &[$((stringify!($name), $crate::render::messages::Value::from($value))),*])
    };
}
pub(crate) use tr;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_of_locale() {
        for (locale, language) in [
            ("ja_JP.UTF-8", Language::Ja),
            ("ja", Language::Ja),
            ("JA_jp", Language::Ja),
            ("en_US.UTF-8", Language::En),
            ("C", Language::En),
            ("", Language::En),
            ("jam_JM", Language::En),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}

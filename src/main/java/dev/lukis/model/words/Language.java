package dev.lukis.model.words;

/** A language of prompts, in the order of the ranks in {@code real-words.tsv}. */
enum Language {
  ENGLISH("en"),
  INDONESIAN("id");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  static Language of(String tag) {
    for (Language each : values()) {
      if (each.tag.equals(tag)) {
        return each;
      }
    }
    throw new IllegalArgumentException("language: " + tag + " (expected: en or id)");
  }

  Language other() {
    return this == ENGLISH ? INDONESIAN : ENGLISH;
  }
}

package dev.lukis.painting;

/** Why an image is made. */
public enum Plan {
  /** A draft while a person types: as soon as possible. */
  DRAFT,
  /** After a pause: as good as possible, and after the drafts of others. */
  SETTLE,
  /** Enter was pressed: as good as a settle, as soon as a draft, never superseded. */
  COMMIT
}

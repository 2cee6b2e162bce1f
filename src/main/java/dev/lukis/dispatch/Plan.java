package dev.lukis.dispatch;

/** Why an image is made. */
public enum Plan {
  /** While somebody types: as soon as possible. */
  DRAFT,
  /** Once they pause: as good as possible, and after anybody's draft. */
  SETTLE,
  /** They pressed Enter: as good as a settle, as soon as a draft, and never superseded. */
  COMMIT
}

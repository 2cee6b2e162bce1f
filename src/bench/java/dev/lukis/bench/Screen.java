package dev.lukis.bench;

import dev.lukis.session.typing.DebounceWaits;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one typist has typed and what they see, and the readings that follow from it. Pure: time is
 * an argument, in milliseconds of any clock.
 *
 * <p><b>Staleness.</b> The screen is up to date while the image on it is of the text now typed,
 * white space normalised; a blank text needs no image. Otherwise its staleness is the time since
 * the first edit by which the text left what is on screen. It is accrued from the first edit of a
 * prompt until the settled image, so that pauses between prompts do not improve it.
 *
 * <p><b>Gap.</b> While the screen is stale: the time from the latest image, or from the edit that
 * made it stale if that came later, until the next image, or until the typist leaves.
 *
 * <p>An image counts as being of the revision that it claims. How well a steered one shows its
 * newest words, this cannot see.
 */
public final class Screen {
  private static final long NEVER = -1;

  private final Readings readings;
  private final int typist;
  private final DebounceWaits debounce;

  // Mutable state
  private final Deque<Edit> unanswered = new ArrayDeque<>();
  private String typed = "";
  private long typedRevision;
  private long typedAt;
  private String shown = "";
  private long shownRevision;
  private long shownNumber;
  private boolean shownLast;
  private boolean watching;
  private long accruedUntil;
  private long staleSince = NEVER;
  private long gapSince = NEVER;

  /**
   * A key pressed.
   *
   * @param changing whether it changed more than white space
   */
  private record Edit(long revision, String text, boolean changing, long at) {}

  /**
   * @param typist the index of the images' counter
   * @param debounce of this typist
   */
  public Screen(Readings readings, int typist, DebounceWaits debounce) {
    this.readings = readings;
    this.typist = typist;
    this.debounce = debounce;
  }

  /** The first edit of a prompt is about to come. */
  public void promptBegins(long now) {
    watching = true;
    accruedUntil = now;
  }

  public void typed(long revision, String text, long now) {
    accrue(now);
    String normalised = text.strip().replaceAll("\\s+", " ");
    boolean changing = !normalised.isEmpty() && !normalised.equals(typed);
    if (!normalised.isEmpty()) {
      unanswered.add(new Edit(revision, normalised, changing, now));
    }
    debounce.typed(now, text, changing);
    typed = normalised;
    typedRevision = revision;
    typedAt = now;
    readings.keystrokes++;
    review(now);
  }

  /** The server says that what is shown, or on its way, already matches a revision. */
  public void satisfied(long revision) {
    String text = textOf(revision);
    long onItsWay = shown.equals(text) ? NEVER : firstOf(text);
    unanswered.removeIf(edit -> edit.revision() <= revision && edit.revision() > onItsWay);
  }

  private String textOf(long revision) {
    return unanswered.stream()
        .filter(edit -> edit.revision() == revision)
        .map(Edit::text)
        .findFirst()
        .orElse("");
  }

  private long firstOf(String text) {
    return unanswered.stream()
        .filter(edit -> edit.text().equals(text))
        .mapToLong(Edit::revision)
        .findFirst()
        .orElse(NEVER);
  }

  public void shown(ImageHeader image, long now) {
    accrue(now);
    readings.images[typist]++;
    if (image.revision() < shownRevision || image.number() != shownNumber + 1) {
      readings.outOfOrder++;
    }
    closeGap(now);
    answer(image.revision(), now);
    shownNumber = image.number();
    shownRevision = image.revision();
    shownLast = image.last();
    if (shownLast && shownRevision == typedRevision) {
      readings.settle.add(now - typedAt);
    }
    review(now);
  }

  private void closeGap(long now) {
    if (gapSince != NEVER) {
      readings.longestGap = Math.max(readings.longestGap, now - gapSince);
      gapSince = now;
    }
  }

  private void answer(long revision, long now) {
    while (!unanswered.isEmpty() && unanswered.peek().revision() <= revision) {
      Edit edit = unanswered.remove();
      if (edit.changing()) {
        readings.firstImage.add(now - edit.at());
      }
      if (edit.revision() == revision) {
        readings.promptToImage.add(now - edit.at());
      }
      shown = edit.text();
    }
  }

  private void review(long now) {
    if (typed.equals(shown) || typed.isEmpty()) {
      staleSince = NEVER;
      gapSince = NEVER;
    } else {
      staleSince = leftAt(now);
      gapSince = gapSince == NEVER ? now : gapSince;
    }
  }

  // When the text left what is shown, for the last time.
  private long leftAt(long now) {
    long left = NEVER;
    for (Edit edit : unanswered) {
      if (edit.text().equals(shown)) {
        left = NEVER;
      } else if (left == NEVER) {
        left = edit.at();
      }
    }
    return left == NEVER ? now : left;
  }

  /** Whether nothing better will come for what is typed. */
  public boolean settled() {
    return shownLast && shown.equals(typed);
  }

  /** The prompt is done with. */
  public void promptEnds(long now) {
    accrue(now);
    closeGap(now);
    gapSince = NEVER;
    watching = false;
    unanswered.clear();
  }

  /** Nothing more will be typed. */
  public void leaves(long now) {
    promptEnds(now);
    debounce.millis().forEach(readings.debounce::add);
  }

  private void accrue(long now) {
    if (!watching) {
      return;
    }
    if (staleSince == NEVER) {
      readings.staleness.upToDate(now - accruedUntil);
    } else {
      readings.staleness.grew(accruedUntil - staleSince, now - staleSince);
    }
    accruedUntil = now;
  }
}

package dev.lukis.cli;

import dev.lukis.model.hub.FetchListener;
import dev.lukis.model.hub.FetchProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Prints a download's progress: a bar on a terminal, otherwise a line at every tenth. For one
 * thread.
 */
final class ProgressPrinter implements FetchListener {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int WIDTH = 30;
  private static final int TENTH = 10;
  private static final double MEGABYTE = 1e6;
  private static final double NANOS = 1e9;
  private static final int PERCENT = 100;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier clock;

  // Mutable state
  private long total = -1;
  private long began;
  private long before;
  private long drawn;
  private int tenths;
  private boolean open;

  ProgressPrinter(PrintStream out, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void progress(FetchProgress progress) {
    if (progress.total() != total) {
      begin(progress);
    }
    boolean finished = progress.done() == progress.total();
    if (terminal && (finished || clock.getAsLong() - drawn >= REDRAW_NANOS)) {
      drawn = clock.getAsLong();
      open = true;
      out.print("\r" + bar(progress) + "\u001b[K");
      out.flush();
    } else if (!terminal && progress.percent() / TENTH > tenths) {
      tenths = progress.percent() / TENTH;
      out.println(words(progress));
    }
  }

  private void begin(FetchProgress progress) {
    end();
    total = progress.total();
    began = clock.getAsLong();
    before = progress.done();
    drawn = began - REDRAW_NANOS;
    tenths = 0;
  }

  private String bar(FetchProgress progress) {
    int full = progress.percent() * WIDTH / PERCENT;
    return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + words(progress);
  }

  private String words(FetchProgress progress) {
    double seconds = (clock.getAsLong() - began) / NANOS;
    String speed =
        seconds > 0
            ? String.format(
                Locale.ROOT, ", %.1f MB/s", (progress.done() - before) / seconds / MEGABYTE)
            : "";
    return String.format(
        Locale.ROOT,
        "%3d %%  %.1f of %.1f MB%s  %s",
        progress.percent(),
        progress.done() / MEGABYTE,
        progress.total() / MEGABYTE,
        speed,
        progress.file());
  }

  @Override
  public void message(String line) {
    end();
    out.println(line);
  }

  /** Ends the line of the bar. */
  void end() {
    if (open) {
      out.println();
      open = false;
    }
  }
}

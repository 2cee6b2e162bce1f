package dev.lukis.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the application logs while this is open. */
public final class RememberedLog extends Handler implements AutoCloseable {
  private final List<String> messages = new CopyOnWriteArrayList<>();

  public RememberedLog() {
    Logger.getLogger("").addHandler(this);
  }

  public List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord entry) {
    messages.add(String.valueOf(entry.getMessage()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}

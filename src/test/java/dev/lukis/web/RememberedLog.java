package dev.lukis.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the application logs while this is open. */
final class RememberedLog extends Handler implements AutoCloseable {
  private final List<String> messages = new CopyOnWriteArrayList<>();

  RememberedLog() {
    Logger.getLogger("").addHandler(this);
  }

  List<String> messages() {
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

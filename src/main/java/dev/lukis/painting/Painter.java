package dev.lukis.painting;

/** Paints for any number of clients. Thread-safe. */
public interface Painter {
  /**
   * Opens a channel for one client. Clients share the device fairly; requests of one channel
   * replace each other.
   *
   * @param listener receives what comes of the channel's requests, on any thread
   */
  PaintingChannel open(PaintingListener listener);
}

package dev.lukis.dispatch;

/** A dispatcher on a scripted pipeline whose steps a test does one by one. */
public final class SteppedDispatcher {
  private final Table table;

  public SteppedDispatcher(SupersessionPolicy policy, int batchCap) {
    table = new Table(policy, batchCap);
  }

  public Mailbox open(GenerationListener listener) {
    Mailbox mailbox = new Mailbox(() -> {}, table.statistics);
    table.loop.add(new Lane(mailbox, listener));
    return mailbox;
  }

  /** One step boundary; whether there may be more to do. */
  public boolean turn() {
    return table.turn(20);
  }

  public int sessions() {
    return table.loop.sessions();
  }
}

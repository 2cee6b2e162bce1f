package dev.lukis.dispatch;

/** A dispatcher on a scripted pipeline whose steps a test does one by one. */
public final class SteppedDispatcher {
  private final LoopFixture fixture;

  public SteppedDispatcher(SupersessionPolicy policy, int batchCap) {
    fixture = new LoopFixture(policy, batchCap);
  }

  public Mailbox open(GenerationListener listener) {
    Mailbox mailbox = new Mailbox(() -> {}, fixture.statistics);
    fixture.loop.add(new SessionSlot(mailbox, listener));
    return mailbox;
  }

  /** One step boundary; whether there may be more to do. */
  public boolean turn() {
    return fixture.turn(20);
  }

  public int sessions() {
    return fixture.loop.sessions();
  }
}

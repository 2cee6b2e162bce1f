package dev.lukis.dispatch;

import dev.lukis.painting.Plan;
import java.util.ArrayList;
import java.util.List;

/** A dispatcher that paints nothing: it takes every request out of the mailbox and keeps it. */
public final class RequestLog {
  private final List<GenerationRequest> requests = new ArrayList<>();
  private final Mailbox mailbox = new Mailbox(this::collect, new DispatchStatistics());
  private boolean paused;
  private int stops;
  private int withdrawals;

  /** The mailbox that is emptied into this log. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** From now on requests stay in the mailbox. */
  public void pause() {
    paused = true;
  }

  /** Takes out what has stayed, and from now on everything. */
  public void resume() {
    paused = false;
    collect();
  }

  public List<GenerationRequest> all() {
    return requests;
  }

  public GenerationRequest last() {
    return requests.get(requests.size() - 1);
  }

  public List<Long> revisions() {
    return requests.stream().map(GenerationRequest::revision).toList();
  }

  public List<Plan> plans() {
    return requests.stream().map(GenerationRequest::plan).toList();
  }

  public int withdrawals() {
    return withdrawals;
  }

  public int stops() {
    return stops;
  }

  public boolean closed() {
    return mailbox.closed();
  }

  private void collect() {
    if (mailbox.takeWithdrawal()) {
      withdrawals++;
    }
    if (mailbox.takeStop()) {
      stops++;
    }
    for (GenerationRequest next = mailbox.peek(); next != null && !paused; next = mailbox.peek()) {
      mailbox.remove(next);
      requests.add(next);
    }
  }
}

package dev.lukis.painting;

import dev.lukis.image.ImageFormat;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A painter as another process might be one: it keeps requests, and a test says what comes back.
 */
public final class RecordingPainter implements Painter, PaintingChannel {
  private static final int MAX_COMMITTED = 4;

  private final List<PaintRequest> requests = new ArrayList<>();
  private final Deque<PaintRequest> committed = new ArrayDeque<>();
  private @Nullable PaintRequest slot;
  private @Nullable PaintingListener listener;
  private boolean paused;
  private boolean closed;
  private int stops;
  private int withdrawals;
  private int fetched;
  private long generations;

  /** What a fetch gives; may throw. */
  public Function<ImageHeader, byte[]> bytes = header -> new byte[] {1};

  @Override
  public PaintingChannel open(PaintingListener opened) {
    listener = opened;
    return this;
  }

  @Override
  public boolean offer(PaintRequest request) {
    if (request.plan() == Plan.COMMIT && committed.size() == MAX_COMMITTED) {
      return false;
    }
    slot = request.plan() == Plan.COMMIT ? null : request;
    if (request.plan() == Plan.COMMIT) {
      committed.add(request);
    }
    collect();
    return true;
  }

  private void collect() {
    if (!paused) {
      requests.addAll(committed);
      committed.clear();
      if (slot != null) {
        requests.add(slot);
      }
      slot = null;
    }
  }

  @Override
  public void withdraw() {
    withdrawals++;
    slot = null;
  }

  @Override
  public void stop() {
    stops++;
    slot = null;
    committed.clear();
  }

  @Override
  public void close() {
    closed = true;
  }

  /** From now on requests wait. */
  public void pause() {
    paused = true;
  }

  /** Takes what waits, and from now on everything. */
  public void resume() {
    paused = false;
    collect();
  }

  /** Answers with a finished image. */
  public void paint(PaintRequest request) {
    answer(request, request.image().steps(), true);
  }

  /** Answers with a finished image that followed older words at first. */
  public void paintSteered(PaintRequest request) {
    answer(request, request.image().steps(), false);
  }

  /** Answers with a preview. */
  public void preview(PaintRequest request) {
    answer(request, 1, true);
  }

  private void answer(PaintRequest request, int step, boolean pure) {
    ImageHeader header =
        new ImageHeader(request, ++generations, step, request.image().steps(), pure);
    required().onImage(new Remote(header));
  }

  public void fail(PaintRequest request) {
    required().onFailure(request, PaintingException.failed());
  }

  private PaintingListener required() {
    return Objects.requireNonNull(listener);
  }

  private final class Remote implements FetchableImage {
    private final ImageHeader header;

    Remote(ImageHeader header) {
      this.header = header;
    }

    @Override
    public ImageHeader header() {
      return header;
    }

    @Override
    public Uni<PaintedImage> fetch(ImageFormat format) {
      return Uni.createFrom()
          .item(
              () -> {
                fetched++;
                return new PaintedImage(header, format, bytes.apply(header));
              });
    }
  }

  public List<PaintRequest> all() {
    return requests;
  }

  public PaintRequest last() {
    return requests.get(requests.size() - 1);
  }

  public List<Long> revisions() {
    return requests.stream().map(PaintRequest::revision).toList();
  }

  public List<Plan> plans() {
    return requests.stream().map(PaintRequest::plan).toList();
  }

  /** How many images were fetched. */
  public int fetched() {
    return fetched;
  }

  public int withdrawals() {
    return withdrawals;
  }

  public int stops() {
    return stops;
  }

  public boolean closed() {
    return closed;
  }
}

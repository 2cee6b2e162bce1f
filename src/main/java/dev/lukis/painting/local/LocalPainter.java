package dev.lukis.painting.local;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationListener;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Mailbox;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.Painter;
import dev.lukis.painting.PaintingChannel;
import dev.lukis.painting.PaintingException;
import dev.lukis.painting.PaintingListener;
import java.util.function.Function;

/**
 * Paints with the dispatchers of this process. Thread-safe.
 *
 * @param dispatcher opens a mailbox whose generations the listener hears of
 * @param encoder judges and encodes images when they are fetched
 */
public record LocalPainter(Function<GenerationListener, Mailbox> dispatcher, ImageEncoder encoder)
    implements Painter {

  @Override
  public PaintingChannel open(PaintingListener listener) {
    return new LocalChannel(dispatcher.apply(new Adapter(encoder, listener)));
  }

  private record Adapter(ImageEncoder encoder, PaintingListener listener)
      implements GenerationListener {
    @Override
    public void onImage(GeneratedImage image) {
      listener.onImage(encoder.fetchable(image));
    }

    // The dispatcher has logged the cause, which is not for clients.
    @Override
    public void onFailure(GenerationRequest request, RuntimeException cause) {
      listener.onFailure(LocalRequests.toPaint(request), PaintingException.failed());
    }
  }

  private record LocalChannel(Mailbox mailbox) implements PaintingChannel {
    @Override
    public boolean offer(PaintRequest request) {
      return mailbox.offer(LocalRequests.toGeneration(request));
    }

    @Override
    public void withdraw() {
      mailbox.withdraw();
    }

    @Override
    public void stop() {
      mailbox.stop();
    }

    @Override
    public void close() {
      mailbox.close();
    }
  }
}

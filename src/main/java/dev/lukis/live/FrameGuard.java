package dev.lukis.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;

/**
 * Answers frames that break RFC 6455 with the RFC's close code, and text that is not UTF-8 with
 * 1007. Vert.x would end the connection without a close frame, and accept such text. On the
 * connection's event loop.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
  private static final String VERTX_HANDLER = "handler";

  /** Adds a guard before the handler of a connection's requests and frames. */
  static void install(ChannelPipeline pipeline) {
    if (pipeline.get(VERTX_HANDLER) != null && pipeline.get(FrameGuard.class) == null) {
      pipeline.addBefore(VERTX_HANDLER, "lukis-utf8", new Utf8FrameValidator(false));
      pipeline.addBefore(VERTX_HANDLER, "lukis-frames", new FrameGuard());
    }
  }

  /** Closes the channel below Vert.x, which would first wait for a close handshake. */
  static void cut(Channel channel) {
    ChannelHandlerContext context = channel.pipeline().context(FrameGuard.class);
    if (context == null) {
      channel.close();
    } else {
      context.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (violation(cause) instanceof CorruptedWebSocketFrameException violation) {
      context
          .writeAndFlush(new CloseWebSocketFrame(violation.closeStatus()))
          .addListener(written -> context.close());
    } else {
      context.fireExceptionCaught(cause);
    }
  }

  private static Throwable violation(Throwable cause) {
    Throwable inner = cause.getCause();
    return cause instanceof CorruptedWebSocketFrameException || inner == null ? cause : inner;
  }
}

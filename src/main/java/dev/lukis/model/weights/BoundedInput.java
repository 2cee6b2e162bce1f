package dev.lukis.model.weights;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, as a stream that ends behind them. One thread at a time. */
final class BoundedInput extends FilterInputStream {
  // Mutable state
  private long left;

  BoundedInput(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = super.read(bytes, from, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}

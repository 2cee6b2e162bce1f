package dev.lukis.bench;

/**
 * Some people who come to a server together.
 *
 * @param number differs between visits to one server, so that seeds and orders do, and no typist is
 *     shown images that were made for another
 * @param size how many come
 * @param alike whether all type the same traces in the same order, so that what they get can be
 *     compared; otherwise each has an order of their own
 * @param draftNanos how long a draft takes there, to which its debouncers adapt; 0 where not known
 */
public record Visit(int number, int size, boolean alike, long draftNanos) {
  private static final long SEED = 20_261_123;
  private static final int MAX_SIZE = 1 << 20;

  /** A number that no other person has on any visit. */
  public long person(int index) {
    return (long) number * MAX_SIZE + index;
  }

  /** Decides the order in which a typist types the traces; the same in every run. */
  public long orderSeed(int index) {
    return SEED + (alike ? number : person(index));
  }

  /** Decides when they begin; the same in every run. */
  public long staggerSeed() {
    return SEED;
  }
}

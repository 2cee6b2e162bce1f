/**
 * The images of a connection that are not acknowledged yet. An acknowledgement covers all images
 * before.
 */
export class Acknowledgements {
  // Mutable state
  private readonly open = new Set<number>();

  constructor(private readonly send: (image: number) => void) {}

  arrived(image: number): void {
    this.open.add(image);
  }

  /** Acknowledges an image that is on screen, or never will be. The numbers sent rise. */
  acknowledge(image: number): void {
    if (!this.open.has(image)) return;
    for (const number of this.open) if (number <= image) this.open.delete(number);
    this.send(image);
  }

  /** Acknowledges everything that has arrived. */
  acknowledgeAll(): void {
    if (this.open.size > 0) this.acknowledge(Math.max(...this.open));
  }

  /** For a new connection, which starts its image numbers again. */
  forget(): void {
    this.open.clear();
  }
}

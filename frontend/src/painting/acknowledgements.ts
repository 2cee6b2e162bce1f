/** Which images of a connection the server still waits to hear of; one that is speaks for all before. */
export class Acknowledgements {
  // Mutable state
  private readonly open = new Set<number>();

  constructor(private readonly send: (image: number) => void) {}

  arrived(image: number): void {
    this.open.add(image);
  }

  /** The image is on screen, or will never be: numbers that are sent rise. */
  acknowledge(image: number): void {
    if (!this.open.has(image)) return;
    for (const number of this.open) if (number <= image) this.open.delete(number);
    this.send(image);
  }

  /** What has arrived will not be shown any more. */
  acknowledgeAll(): void {
    if (this.open.size > 0) this.acknowledge(Math.max(...this.open));
  }

  /** A new connection numbers its images anew. */
  forget(): void {
    this.open.clear();
  }
}

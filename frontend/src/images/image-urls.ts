import type { ImageMessage } from '../protocol/messages';

/** Gives encoded images an address, and takes it back. */
export interface ImageUrls {
  create(message: ImageMessage): string;
  /** Revokes every address that is not in use. */
  keepOnly(inUse: ReadonlySet<string>): void;
}

/** Blob URLs: each holds its image in memory until it is revoked. */
export class BlobUrls implements ImageUrls {
  // Mutable state
  private readonly urls = new Set<string>();

  create({ header, bytes }: ImageMessage): string {
    const url = URL.createObjectURL(new Blob([bytes], { type: header.mime }));
    this.urls.add(url);
    return url;
  }

  keepOnly(inUse: ReadonlySet<string>): void {
    for (const url of this.urls) {
      if (inUse.has(url)) continue;
      URL.revokeObjectURL(url);
      this.urls.delete(url);
    }
  }
}

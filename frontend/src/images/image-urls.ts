/** An encoded image. */
export interface EncodedImage {
  readonly header: { readonly mime: string };
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Makes URLs of encoded images, and revokes them. */
export interface ImageUrls {
  create(image: EncodedImage): string;
  /** Revokes every address that is not in use. */
  keepOnly(inUse: ReadonlySet<string>): void;
}

/** Blob URLs: each holds its image in memory until it is revoked. */
export class BlobUrls implements ImageUrls {
  // Mutable state
  private readonly urls = new Set<string>();

  create({ header, bytes }: EncodedImage): string {
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

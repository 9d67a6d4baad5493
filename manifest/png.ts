import { PNG } from 'pngjs';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly pixels: Uint8Array;
}

const NOTHING: Picture = { width: 0, height: 0, pixels: new Uint8Array() };

/** Reads a PNG; what is none has no size. */
export function readPng(content: Uint8Array | undefined): Picture {
  if (content === undefined) return NOTHING;
  try {
    const { width, height, data } = PNG.sync.read(Buffer.from(content));
    return { width, height, pixels: data };
  } catch {
    return NOTHING;
  }
}

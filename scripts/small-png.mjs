// Makes pictures of screens small enough for a repository: node scripts/small-png.mjs FILE.png...
// Each keeps 256 colours at most, which a screen hardly has more of; a picture without transparency is expected.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import pngjs from 'pngjs';

const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS = [16, 8, 0];

/** Rewrites a PNG file with a palette. */
export function makeSmall(path) {
  const { width, height, data } = pngjs.PNG.sync.read(readFileSync(path));
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const groups = grouped([...counts].map(([colour, count]) => ({ colour, count })));
  const indexOf = new Map();
  groups.forEach((group, index) => group.forEach(({ colour }) => indexOf.set(colour, index)));
  // Each line of a PNG begins with its filter; 0: as it is.
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      lines[y * (width + 1) + 1 + x] = indexOf.get(data.readUIntBE((y * width + x) * 4, 3));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, of a palette; not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  writeFileSync(
    path,
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from(groups.flatMap(meanOf))),
      chunk('IDAT', deflateSync(lines, { level: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** Median cut: the group whose colours differ most, weighed by how many pixels have them, is parted until there are enough groups. */
function grouped(colours) {
  const groups = [measured(colours)];
  while (groups.length < MOST_COLOURS) {
    const widest = groups.reduce((one, other) => (other.weight > one.weight ? other : one));
    if (widest.weight === 0) break;
    groups.splice(groups.indexOf(widest), 1, ...parted(widest).map(measured));
  }
  return groups.map(({ colours: members }) => members);
}

function measured(colours) {
  const pixels = colours.reduce((sum, { count }) => sum + count, 0);
  const spans = CHANNELS.map((shift) => {
    const values = colours.map(({ colour }) => (colour >> shift) & 255);
    return { shift, span: values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)) };
  });
  const { shift, span } = spans.reduce((one, other) => (other.span > one.span ? other : one));
  return { colours, shift, weight: span * Math.sqrt(pixels) };
}

/** In two at the middle of its widest channel. */
function parted({ colours, shift }) {
  const valueOf = ({ colour }) => (colour >> shift) & 255;
  const sorted = [...colours].sort((one, other) => valueOf(one) - valueOf(other));
  const middle = (valueOf(sorted[0]) + valueOf(sorted.at(-1))) / 2;
  const at = sorted.findIndex((each) => valueOf(each) > middle);
  return [sorted.slice(0, at), sorted.slice(at)];
}

function meanOf(group) {
  const pixels = group.reduce((sum, { count }) => sum + count, 0);
  return CHANNELS.map((shift) =>
    Math.round(group.reduce((sum, { colour, count }) => sum + ((colour >> shift) & 255) * count, 0) / pixels),
  );
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.argv.slice(2).forEach(makeSmall);

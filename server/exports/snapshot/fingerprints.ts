import { crc32 } from "node:zlib";

/**
 * How many entries one table takes before it makes room: at least so many of the last ones are remembered, and at most
 * twice as many, which takes 67 MB however long the export is. A million take 17 MB.
 */
const usualMost = 2_000_000;
const fewest = 4096;
/** Above this share of used slots a table grows: looks stay short. */
const fullest = 0.7;

/**
 * Sixty-four bits of some bytes, in two halves made in ways that have nothing in common. Of a million different ids, two
 * have the same ones once in forty million exports.
 */
export function fingerprint(bytes: Uint8Array): [one: number, other: number] {
  let other = 0x811c9dc5;
  for (const byte of bytes) other = Math.imul(other ^ byte, 0x01000193);
  other ^= other >>> 15;
  // Never zero, which stands for nothing.
  return [crc32(bytes), Math.imul(other, 0x2c1b3c6d) >>> 0 || 1];
}

/** Remembers that things were there. */
export type FingerprintSet = {
  has(bytes: Uint8Array): boolean;
  /** Whether it is new. */
  add(bytes: Uint8Array): boolean;
  /** Whether some may have been forgotten, so that what is new may have been there. */
  readonly hasForgotten: boolean;
};

type Marks = { size: number; has(one: number, other: number): boolean; add(one: number, other: number): void };

function markTable(): Marks {
  let halves = new Uint32Array(2 * fewest);
  let size = 0;

  /** Where the pair stands, or the free slot where it would be, which has a zero for the other half. */
  function slotOf(one: number, other: number): number {
    const mask = halves.length / 2 - 1;
    for (let slot = one & mask; ; slot = (slot + 1) & mask) {
      const held = halves[2 * slot + 1];
      if (held === 0 || (held === other && halves[2 * slot] === one)) return slot;
    }
  }

  function put(one: number, other: number): void {
    const slot = slotOf(one, other);
    halves[2 * slot] = one;
    halves[2 * slot + 1] = other;
  }

  return {
    get size() {
      return size;
    },
    has: (one, other) => halves[2 * slotOf(one, other) + 1] !== 0,
    add(one, other) {
      if (size >= (fullest * halves.length) / 2) {
        const old = halves;
        halves = new Uint32Array(2 * old.length);
        for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) put(old[at] ?? 0, old[at + 1] ?? 0);
      }
      put(one, other);
      size += 1;
    },
  };
}

export function fingerprintSet(most = usualMost): FingerprintSet {
  let older: Marks | undefined;
  let newer = markTable();
  let hasForgotten = false;
  const has = (one: number, other: number) => newer.has(one, other) || (older?.has(one, other) ?? false);
  return {
    get hasForgotten() {
      return hasForgotten;
    },
    has(bytes) {
      const [one, other] = fingerprint(bytes);
      return has(one, other);
    },
    add(bytes) {
      const [one, other] = fingerprint(bytes);
      if (has(one, other)) return false;
      if (newer.size >= most) {
        hasForgotten ||= older !== undefined;
        older = newer;
        newer = markTable();
      }
      newer.add(one, other);
      return true;
    },
  };
}

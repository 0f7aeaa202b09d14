/**
 * How many entries one table takes before it makes room: at least so many of the last ones are remembered, and at most
 * twice as many, which takes 67 MB however long the export is. A million take 17 MB.
 */
const usualMost = 2_000_000;
const fewest = 4096;
/** Above this share of used slots a table grows: looks stay short. */
const fullest = 0.7;

/**
 * Sixty-four bits of some bytes, in two halves that are mixed in different ways. Of a million different ids, two have the
 * same ones once in forty million exports. The other half is never zero, which stands for nothing.
 */
export function fingerprint(bytes: Uint8Array, from = 0, to = bytes.length): [one: number, other: number] {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    one = Math.imul(one ^ byte, 0x9e3779b1);
    other = Math.imul(other ^ byte, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return [one >>> 0, other >>> 0 || 1];
}

/** Remembers that things were there. */
export type FingerprintSet = {
  has(bytes: Uint8Array, from?: number, to?: number): boolean;
  /** Whether it is new. */
  add(bytes: Uint8Array, from?: number, to?: number): boolean;
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
    has(bytes, from, to) {
      const [one, other] = fingerprint(bytes, from, to);
      return has(one, other);
    },
    add(bytes, from, to) {
      const [one, other] = fingerprint(bytes, from, to);
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

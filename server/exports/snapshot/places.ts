/**
 * How many entries one table takes before it makes room: at least so many of the last ones are remembered, and at most
 * twice as many, which takes 100 MB however long the export is. A million take 25 MB.
 */
const usualMost = 2_000_000;
const fewest = 4096;
/** Above this share of used slots a table grows: looks stay short. */
const fullest = 0.7;

/** Where things with the same checksum stand. */
type Slots = { size: number; places(sum: number): number[]; add(sum: number, place: number): void };

function slotTable(): Slots {
  let sums = new Uint32Array(fewest);
  // One more than the place; 0 is a free slot. Places are offsets in a file, which may be beyond four gigabytes.
  let places = new Float64Array(fewest);
  let size = 0;

  function put(sum: number, place: number): void {
    const mask = sums.length - 1;
    let slot = sum & mask;
    while (places[slot] !== 0) slot = (slot + 1) & mask;
    sums[slot] = sum;
    places[slot] = place + 1;
  }

  function grow(): void {
    const [oldSums, oldPlaces] = [sums, places];
    sums = new Uint32Array(2 * oldSums.length);
    places = new Float64Array(2 * oldPlaces.length);
    oldPlaces.forEach((place, slot) => {
      if (place !== 0) put(oldSums[slot] ?? 0, place - 1);
    });
  }

  return {
    get size() {
      return size;
    },
    places(sum) {
      const mask = sums.length - 1;
      const found: number[] = [];
      for (let slot = sum & mask; places[slot] !== 0; slot = (slot + 1) & mask) {
        if (sums[slot] === sum) found.push((places[slot] ?? 0) - 1);
      }
      return found;
    },
    add(sum, place) {
      if (size >= fullest * sums.length) grow();
      put(sum, place);
      size += 1;
    },
  };
}

/** Remembers where rows stand by their checksums. What is found has to be compared: checksums are short. */
export type PlaceTable = { places(sum: number): number[]; add(sum: number, place: number): void };

/** Two tables take turns: when the newer one is full, the older one goes. */
export function placeTable(most = usualMost): PlaceTable {
  let older: Slots | undefined;
  let newer = slotTable();
  return {
    places: (sum) => [...newer.places(sum), ...(older?.places(sum) ?? [])],
    add(sum, place) {
      if (newer.size >= most) {
        older = newer;
        newer = slotTable();
      }
      newer.add(sum, place);
    },
  };
}

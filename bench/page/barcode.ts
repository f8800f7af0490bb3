/** Number of black or white cells in a stamp: 26 bits of time, then a 6-bit checksum. */
export const barcodeCells = 32;

const timeBits = 26;
const span = 2 ** timeBits;

// An all-black and an all-white picture must not read as a time: their checksums are wrong.
const checksum = (time: number) => ((Math.imul(time, 0x9e3779b1) >>> 26) ^ 0b101010) & 0b111111;

/** The cells for a time in milliseconds since 1970; they repeat after 18 hours. */
export function encodeBarcode(atMs: number): boolean[] {
  const time = Math.floor(atMs) % span;
  const bits = [...bitsOf(time, timeBits), ...bitsOf(checksum(time), barcodeCells - timeBits)];
  return bits.map((bit) => bit === 1);
}

/** How long before `nowMs` the cells were painted, in milliseconds; null if they are not a barcode. */
export function ageOfBarcode(cells: readonly boolean[], nowMs: number): number | null {
  if (cells.length !== barcodeCells) return null;
  const time = numberOf(cells.slice(0, timeBits));
  if (numberOf(cells.slice(timeBits)) !== checksum(time)) return null;
  return ((Math.floor(nowMs) % span) - time + span) % span;
}

const bitsOf = (value: number, count: number) =>
  Array.from({ length: count }, (_, index) => Math.floor(value / 2 ** (count - 1 - index)) % 2);

const numberOf = (cells: readonly boolean[]) =>
  cells.reduce((value, cell) => value * 2 + (cell ? 1 : 0), 0);

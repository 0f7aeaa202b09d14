/** Bytes that are written one behind the other into one buffer, which grows and is used again. */
export type ByteWriter = {
  bytes: Buffer;
  length: number;
  /** Makes sure that so many more bytes fit. */
  room(more: number): void;
  /** Adds one byte. */
  byte(value: number): void;
  /** Adds text as UTF-8. */
  text(text: string): void;
  /** What was written since the last call. It is good until more is written. */
  take(): Buffer;
};

export function byteWriter(size: number): ByteWriter {
  return {
    bytes: Buffer.allocUnsafe(size),
    length: 0,
    room(more) {
      if (this.length + more <= this.bytes.length) return;
      const larger = Buffer.allocUnsafe(2 * (this.length + more));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    },
    byte(value) {
      this.room(1);
      this.bytes[this.length] = value;
      this.length += 1;
    },
    text(text) {
      this.room(text.length * 3);
      this.length += this.bytes.write(text, this.length, "utf8");
    },
    take() {
      const taken = this.bytes.subarray(0, this.length);
      this.length = 0;
      return taken;
    },
  };
}

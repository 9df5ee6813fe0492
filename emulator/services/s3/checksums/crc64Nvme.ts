/**
 * CRC-64/NVME of bytes, most significant byte first. The register is kept in halves: numbers of 64 bits are slow.
 * Source: NVM Express NVM Command Set Specification, "64b CRC Definition"; the polynomial is reflected.
 */
export function crc64Nvme(bytes: Uint8Array): Buffer {
  let high = 0xffffffff;
  let low = 0xffffffff;
  for (const byte of bytes) {
    const index = (low ^ byte) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (lowTable[index] ?? 0);
    high = (high >>> 8) ^ (highTable[index] ?? 0);
  }
  const result = Buffer.alloc(8);
  result.writeUInt32BE(~high >>> 0, 0);
  result.writeUInt32BE(~low >>> 0, 4);
  return result;
}

const polynomial = 0x9a6c9329ac4bc9b5n;

const table = BigUint64Array.from({ length: 256 }, (_, index) => {
  let entry = BigInt(index);
  for (let bit = 0; bit < 8; bit += 1) entry = entry & 1n ? (entry >> 1n) ^ polynomial : entry >> 1n;
  return entry;
});

const highTable = Uint32Array.from(table, (entry) => Number(entry >> 32n));
const lowTable = Uint32Array.from(table, (entry) => Number(entry & 0xffffffffn));

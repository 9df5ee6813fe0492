/** CRC-32C (Castagnoli) of bytes, most significant byte first. Source: RFC 3720, appendix B.4; the polynomial is reflected. */
export function crc32c(bytes: Uint8Array): Buffer {
  let register = 0xffffffff;
  for (const byte of bytes) register = (register >>> 8) ^ (table[(register ^ byte) & 0xff] ?? 0);
  const result = Buffer.alloc(4);
  result.writeUInt32BE(~register >>> 0);
  return result;
}

const polynomial = 0x82f63b78;

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let entry = index;
  for (let bit = 0; bit < 8; bit += 1) entry = entry & 1 ? (entry >>> 1) ^ polynomial : entry >>> 1;
  return entry;
});

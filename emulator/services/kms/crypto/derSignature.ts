/** An ECDSA signature in DER: a sequence (0x30) of two integers (0x02). Source: RFC 3279, section 2.2.3. */
export function derSignature(r: bigint, s: bigint): Buffer {
  const body = Buffer.concat([integer(r), integer(s)]);
  // The signatures of P-521 have more than 127 bytes: their length takes a second byte.
  const length = body.length < 0x80 ? Buffer.of(body.length) : Buffer.of(0x81, body.length);
  return Buffer.concat([Buffer.of(0x30), length, body]);
}

/** Takes a signature apart; `undefined` for anything else. */
export function readDerSignature(signature: Uint8Array): { r: bigint; s: bigint } | undefined {
  const bytes = Buffer.from(signature);
  const body = bytes.subarray(bytes[1] === 0x81 ? 3 : 2);
  const first = readInteger(body);
  const second = first && readInteger(first.rest);
  return bytes[0] === 0x30 && first && second ? { r: first.value, s: second.value } : undefined;
}

function integer(value: bigint): Buffer {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");
  // A first bit that is set would mean a negative number.
  const positive = (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
  return Buffer.concat([Buffer.of(0x02, positive.length), positive]);
}

function readInteger(bytes: Buffer): { value: bigint; rest: Buffer } | undefined {
  const end = 2 + (bytes[1] ?? 0);
  if (bytes[0] !== 0x02 || end === 2 || end > bytes.length) return undefined;
  return { value: BigInt(`0x${bytes.subarray(2, end).toString("hex")}`), rest: bytes.subarray(end) };
}

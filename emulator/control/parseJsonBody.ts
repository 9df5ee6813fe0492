/** The JSON in the body of a control request; `undefined` if there is none. */
export function parseJsonBody(body: unknown): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(body.toString("utf8")) : undefined;
  } catch {
    return undefined;
  }
}

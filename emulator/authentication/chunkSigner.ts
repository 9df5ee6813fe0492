/** Signs a chunk (`PAYLOAD`) or the trailer (`TRAILER`) of a body: the lines below the scope of what is signed. */
export type ChunkSigner = (kind: "PAYLOAD" | "TRAILER", ...lines: readonly string[]) => Buffer;

import { randomBytes } from "node:crypto";
import type { Action } from "../action.ts";

/** What a symmetric encryption key takes. Source: KMS Developer Guide, "Requirements for imported key material". */
const materialBytes = 32;

/** Makes material for a symmetric key, without AWS, and keeps it as a note. Yields nothing. */
export function generateKeyMaterial({ noteAs }: { readonly noteAs: string }): Action {
  return {
    operation: "outside of AWS",
    attempt: `make ${noteAs}, outside of AWS`,
    async perform(_deployed, { notes }) {
      notes.write(noteAs, randomBytes(materialBytes));
      return { requestId: undefined, yielded: undefined };
    },
  };
}

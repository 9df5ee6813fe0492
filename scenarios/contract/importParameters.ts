import type { GetParametersForImportCommandOutput } from "@aws-sdk/client-kms";
import type { Notes } from "./notes.ts";

/** What KMS hands out to whoever imports key material. */
export interface ImportParameters {
  /** In DER (SubjectPublicKeyInfo). */
  readonly publicKey: Uint8Array;
  readonly importToken: Uint8Array;
  /** When they were handed out, on the clock of the target. */
  readonly issuedAt: Date;
}

type Output = Pick<GetParametersForImportCommandOutput, "PublicKey" | "ImportToken" | "ParametersValidTo">;

/** Source: KMS API Reference, GetParametersForImport ("valid for 24 hours"). */
const validMilliseconds = 24 * 60 * 60 * 1000;

/** Leaves the parameters for {@link notedImportParameters}. */
export function noteImportParameters(notes: Notes, name: string, output: Output): void {
  notes.write(`${name}.publicKey`, output.PublicKey);
  notes.write(`${name}.importToken`, output.ImportToken);
  notes.write(`${name}.validTo`, output.ParametersValidTo?.toISOString());
}

/** The parameters that were noted. Throws an Error where there are none. */
export function notedImportParameters(notes: Notes, name: string): ImportParameters {
  return {
    publicKey: notes.bytes(`${name}.publicKey`),
    importToken: notes.bytes(`${name}.importToken`),
    issuedAt: new Date(Date.parse(notes.text(`${name}.validTo`)) - validMilliseconds),
  };
}

import type { TargetSession } from "../../runner/target.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import type { Credential } from "../desk.ts";
import type { Lease } from "../lease/lease.ts";
import type { HandOutPlace } from "./handOutFiles.ts";

/** What is handed out comes from it: what is known of the class, and where its sandboxes are. */
export interface HandOutSource {
  readonly record: ClassRecord;
  readonly folder: ClassFolder;
  /** The endpoint is the same for all accounts and regions. */
  readonly places: {
    readonly home: { readonly place: { readonly target: Pick<TargetSession, "clientConfiguration"> } };
  };
}

/** Where whoever has the credentials finds the sandbox. */
export function placeOf(
  { region }: Pick<Lease, "region">,
  credential: Credential,
  { record, places }: HandOutSource,
): HandOutPlace {
  const { endpoint } = places.home.place.target.clientConfiguration(credential);
  return { region: region ?? record.region, ...(endpoint !== undefined && { endpoint }) };
}

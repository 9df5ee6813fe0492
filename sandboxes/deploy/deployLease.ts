import { SandboxDeployment, boundaryUrn, type SandboxTerms } from "../blueprint/sandboxDeployment.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { writeCredentials } from "../handover/credentialsRecord.ts";
import type { Lease } from "../lease/lease.ts";
import type { Site } from "../places/site.ts";
import { openStack } from "./openStack.ts";

/** What a sandbox is to be brought to. */
export interface DeployOrder {
  readonly lease: Lease;
  readonly record: ClassRecord;
  readonly folder: ClassFolder;
}

/**
 * Makes a sandbox as its lease says, and keeps its credentials.
 *
 * @throws EngineError
 */
export async function deployLease({ lease, record, folder }: DeployOrder, site: Site): Promise<void> {
  const path = folder.leases.folderOf(lease.id);
  const engine = await openStack(path, site.place);
  const deployment = new SandboxDeployment();
  await engine.up(deployment.program(termsOf(lease, { record, site }, false)), site.place.signal);
  writeCredentials(path, await deployment.credentials());
}

/**
 * Sets what the users and roles of a sandbox can do at most: until when, and whether anything at all. What the student has changed or deleted meanwhile
 * stays as it is.
 *
 * @throws EngineError
 */
export async function limitLease({ lease, record, folder }: DeployOrder, frozen: boolean, site: Site): Promise<void> {
  const engine = await openStack(folder.leases.folderOf(lease.id), site.place);
  const terms = termsOf(lease, { record, site }, frozen);
  await engine.up(new SandboxDeployment().program(terms), site.place.signal, [boundaryUrn(lease.id)]);
}

function termsOf(
  order: Lease,
  { record: { workshop }, site }: { readonly record: ClassRecord; readonly site: Site },
  frozen: boolean,
): SandboxTerms {
  const { partition, accountId, region } = site;
  return { order, workshop, partition, accountId, region, until: order.until, frozen };
}

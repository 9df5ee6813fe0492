import { noSuchEntity } from "../noSuchEntity.ts";

/** A long-term access key of a user. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly createdAt: Date;
  active: boolean;
  lastUsed?: { readonly at: Date; readonly service: string; readonly region: string };
}

/** An access key of a user, by its id. Throws NoSuchEntity. */
export function findAccessKey(user: { readonly accessKeys: ReadonlyMap<string, AccessKey> }, id: string): AccessKey {
  const key = user.accessKeys.get(id);
  if (!key) throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
  return key;
}

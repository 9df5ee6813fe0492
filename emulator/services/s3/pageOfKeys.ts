import { currentVersion, type Bucket, type ObjectVersion } from "./bucket.ts";

interface KeysAsked {
  readonly prefix?: string;
  readonly delimiter?: string;
  readonly after?: string;
  readonly size: number;
}

interface PageOfKeys {
  readonly objects: readonly ObjectVersion[];
  readonly prefixes: readonly string[];
  /** The last key or prefix of this page, if there are more. */
  readonly next?: string;
}

/** One page of a bucket's objects in the order of the UTF-8 of their keys; keys that share a prefix up to the delimiter are one. */
export function pageOfKeys(bucket: Bucket, { prefix = "", delimiter, after = "", size }: KeysAsked): PageOfKeys {
  const objects: ObjectVersion[] = [];
  const prefixes: string[] = [];
  let last: string | undefined;
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix));
  for (const key of keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    const object = currentVersion(bucket, key);
    const shared = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const name = delimiter && shared >= 0 ? key.slice(0, shared + delimiter.length) : key;
    if (!object || name === last || Buffer.compare(Buffer.from(name), Buffer.from(after)) <= 0) continue;
    if (objects.length + prefixes.length >= size) return { objects, prefixes, next: last };
    if (name === key) objects.push(object);
    else prefixes.push(name);
    last = name;
  }
  return { objects, prefixes };
}

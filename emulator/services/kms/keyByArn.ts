import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { keyAccess } from "./keyAccess.ts";

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** What is needed to use a key, by the ARN of the key or of an alias. */
export function keyByArn(context: CallContext, { action, resource, context: given }: Asked): NeededAccess | undefined {
  const [, region, accountId, kind, name] = /^arn:aws:kms:([^:]+):(\d{12}):(key\/|alias\/)(.+)$/.exec(resource) ?? [];
  if (region === undefined || accountId === undefined || name === undefined) return undefined;
  const store = context.instance.findRegion(accountId, region)?.kms;
  const written = store?.alias(`alias/${name}`)?.targetKeyId;
  const keyId = kind === "key/" ? name : context.instance.visibility.see("aliasTarget", resource, written);
  const key = keyId === undefined ? undefined : store?.key(keyId);
  return key && keyAccess(context, key, action, { keyName: resource, encryptionContext: encryptionContextIn(given) });
}

/** The constraints of grants are compared with the encryption context, which the condition keys state. */
function encryptionContextIn(given: Asked["context"] = {}): Record<string, string> | undefined {
  const prefix = "kms:encryptioncontext:";
  const pairs = Object.entries(given)
    .filter(([key]) => key.toLowerCase().startsWith(prefix))
    .map(([key, values]) => [key.slice(prefix.length), values[0] ?? ""] as const);
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

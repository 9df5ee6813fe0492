import type { Decision } from "../emulator/authorization/decision.ts";

/** Of whom the id of a key, volume or snapshot is: of a run, of AWS, or of anybody. */
export type IdOwner = "{own}" | "{aws}" | "*";

/**
 * The resource of a decision as it is in every run: `{account}`; `{name}` for a name that ends as those of runs do; `{own}` for the id of
 * something that carries the tags of a run; `{aws}` for that of an AWS managed key; `*` for the region, and for what is made up.
 */
export function actionTemplate(
  { resource }: Pick<Decision, "resource">,
  accountId: string,
  whose: (id: string) => IdOwner,
): string {
  const [, , , region] = resource.split(":");
  const anywhere = region ? resource.replace(`:${region}:`, ":*:") : resource;
  return anywhere
    .replaceAll(accountId, "{account}")
    .replace(/[^/:]*-kl[0-9a-f]{6}[0-9a-z]{3}/, "{name}")
    .replace(/(:secret:\{name\})-\w{6}$/, "$1-??????")
    .replace(/^(arn:aws:s3:::\{name\}).*$/, "$1*")
    .replace(/(\{name\})\/.+$/, "$1/*")
    .replace(/(:(?:function|log-group):[^:]*\{name\}):.+$/, "$1:*")
    .replace(/\/((?:mrk-)?[0-9a-f-]{32,}|(?:vol|snap)-[0-9a-f]+)$/, (_, id: string) => `/${whose(id)}`);
}

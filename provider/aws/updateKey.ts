import {
  DisableKeyCommand,
  EnableKeyCommand,
  PutKeyPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateKeyDescriptionCommand,
} from "@aws-sdk/client-kms";
import type { Aws } from "./aws.ts";
import { onceThePrincipalsAreKnown } from "./keyPolicies.ts";
import { keyTags } from "./keyTags.ts";
import { samePolicy } from "./policy.ts";
import { retag } from "./tags.ts";
import type { Tags } from "./tags.ts";

/** What can be changed of a key; what is undefined stays, but for the description and the tags. */
interface KeyState {
  readonly description?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly policy?: string | undefined;
  readonly tags?: Tags | undefined;
}

interface WantedKey extends KeyState {
  readonly bypassPolicyLockoutSafetyCheck: boolean;
}

/**
 * Turns a key as it is into what is wanted.
 *
 * @param changeMore changes what is not among that, while the key is enabled if it may be
 */
export async function updateKey(
  aws: Aws,
  id: string,
  current: KeyState,
  wanted: WantedKey,
  changeMore: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const about = { KeyId: id };
  if (wanted.enabled === true && current.enabled === false) {
    await aws.kms.send(new EnableKeyCommand(about));
  }
  await changeMore();
  const { description: Description = "" } = wanted;
  if (Description !== (current.description ?? "")) {
    await aws.kms.send(new UpdateKeyDescriptionCommand({ ...about, Description }));
  }
  if (wanted.policy !== undefined && !samePolicy(current.policy, wanted.policy)) {
    const BypassPolicyLockoutSafetyCheck = wanted.bypassPolicyLockoutSafetyCheck;
    const put = { ...about, PolicyName: "default", Policy: wanted.policy, BypassPolicyLockoutSafetyCheck };
    await onceThePrincipalsAreKnown(aws, () => aws.kms.send(new PutKeyPolicyCommand(put)));
  }
  await retag(current.tags, wanted.tags, {
    untag: (TagKeys) => aws.kms.send(new UntagResourceCommand({ ...about, TagKeys })),
    tag: (missing) => aws.kms.send(new TagResourceCommand({ ...about, Tags: keyTags(missing) })),
  });
  // Last, because most of the calls above are refused for a disabled key.
  if (wanted.enabled === false && current.enabled === true) {
    await aws.kms.send(new DisableKeyCommand(about));
  }
}

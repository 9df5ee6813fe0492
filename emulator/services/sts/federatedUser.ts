import type { Instance } from "../../instance.ts";
import type { FederatedUser, IamUser, RootUser } from "../../principal.ts";
import { withTags } from "../iam/withTags.ts";
import { ownerFinder } from "./temporaryCredentials.ts";

/** What a federated user's credentials are asked for with. */
interface FederationFacts extends Pick<FederatedUser, "tags" | "sessionPolicies" | "issuedAt"> {
  readonly name: string;
}

/**
 * A federated user, as whoever federated them now is; nobody once that user is gone. The tags of the request win over the
 * user's. Source: STS API Reference, GetFederationToken, `Tags`.
 */
export function federate(
  instance: Instance,
  owner: RootUser | IamUser,
  { name, tags, ...facts }: FederationFacts,
): () => FederatedUser | undefined {
  const { accountId } = owner;
  const findOwner = ownerFinder(instance, owner);
  return () => {
    const federatedBy = findOwner();
    return (
      federatedBy && {
        ...facts,
        kind: "federated user",
        accountId,
        arn: federatedUserArn(accountId, name),
        principalId: `${accountId}:${name}`,
        federatedBy,
        tags: federatedBy.kind === "user" ? withTags(federatedBy.tags, tags) : tags,
      }
    );
  };
}

/** The ARN of a federated user. */
export function federatedUserArn(accountId: string, name: string): string {
  return `arn:aws:sts::${accountId}:federated-user/${name}`;
}

import { ListUsersCommand, ListUserTagsCommand, TagUserCommand } from "@aws-sdk/client-iam";
import { GetResourcesCommand, TagResourcesCommand } from "@aws-sdk/client-resource-groups-tagging-api";
import { runTag } from "../../runner/marks/mark.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";

/** Lets the marks of everything at an endpoint have expired long ago. */
export async function expire(url: string): Promise<void> {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const session = new Session({ endpoint: url, region: "us-east-1", credentials, maxAttempts: 10 }, new Notes());
  const { tagging, iam } = session;
  const [Key, Value] = ["keylab:expires", "2026-01-01T00:00:00.000Z"];
  try {
    const { ResourceTagMappingList = [] } = await tagging.send(
      new GetResourcesCommand({ TagFilters: [{ Key: runTag }] }),
    );
    const ResourceARNList = ResourceTagMappingList.flatMap(({ ResourceARN }) => ResourceARN ?? []);
    await tagging.send(new TagResourcesCommand({ ResourceARNList, Tags: { [Key]: Value } }));
    const { Users = [] } = await iam.send(new ListUsersCommand({}));
    for (const { UserName } of Users) {
      const { Tags = [] } = await iam.send(new ListUserTagsCommand({ UserName }));
      if (Tags.some((tag) => tag.Key === runTag)) {
        await iam.send(new TagUserCommand({ UserName, Tags: [{ Key, Value }] }));
      }
    }
  } finally {
    session.close();
  }
}

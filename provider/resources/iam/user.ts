import {
  CreateUserCommand,
  DeleteUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  GetUserCommand,
  ListGroupsForUserCommand,
  PutUserPermissionsBoundaryCommand,
  RemoveUserFromGroupCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateUserCommand,
} from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { removeCredentials } from "../../aws/removeCredentials.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { resource, tags, tagsAll } from "../../resource.ts";

/**
 * `aws.iam.User`. Its id is its first name: a user is renamed in place, but a Pulumi id never changes. The present name
 * is the recorded input.
 */
export const user = resource({
  token: "aws:iam/user:User",
  inputs: {
    forceDestroy: z.boolean().default(false),
    name: z.string().regex(/^[\w+=,.@-]{1,64}$/, "must be 1 to 64 letters, digits and characters of +=,.@_-"),
    path: z.string().default("/"),
    permissionsBoundary: z.string().optional(),
    tags,
  },
  outputs: { arn: z.string(), tagsAll, uniqueId: z.string() },
  unsupported: [],
  replaceOnChanges: [],
  autoName: { maxLength: 64 },

  async create(aws, { name, path, permissionsBoundary, tags: wantedTags }) {
    const command = new CreateUserCommand({
      UserName: name,
      Path: path,
      PermissionsBoundary: permissionsBoundary,
      Tags: tagList(wantedTags),
    });
    await aws.iam.send(command);
    return { id: name };
  },

  async read(aws, id, { name = id }) {
    const found = (await ifExists(aws.iam.send(new GetUserCommand({ UserName: name }))))?.User;
    const allTags = tagMap(found?.Tags);
    return (
      found && {
        arn: required(found.Arn, "User.Arn"),
        name: found.UserName,
        path: found.Path,
        permissionsBoundary: found.PermissionsBoundary?.PermissionsBoundaryArn,
        tags: allTags,
        tagsAll: allTags,
        uniqueId: required(found.UserId, "User.UserId"),
      }
    );
  },

  async update(aws, _id, current, wanted) {
    const about = { UserName: wanted.name };
    if (current.name !== wanted.name || current.path !== wanted.path) {
      const change = { UserName: current.name, NewUserName: wanted.name, NewPath: wanted.path };
      await aws.iam.send(new UpdateUserCommand(change));
    }
    if (current.permissionsBoundary !== wanted.permissionsBoundary) {
      const PermissionsBoundary = wanted.permissionsBoundary;
      await (PermissionsBoundary === undefined
        ? aws.iam.send(new DeleteUserPermissionsBoundaryCommand(about))
        : aws.iam.send(new PutUserPermissionsBoundaryCommand({ ...about, PermissionsBoundary })));
    }
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.iam.send(new UntagUserCommand({ ...about, TagKeys })),
      tag: (missing) => aws.iam.send(new TagUserCommand({ ...about, Tags: tagList(missing) })),
    });
  },

  async delete(aws, id, { forceDestroy, name = id }) {
    await ifExists(empty(aws, name, forceDestroy ?? false));
    await ifExists(aws.iam.send(new DeleteUserCommand({ UserName: name })));
  },
});

/** IAM deletes a user only when it is in no group and has no credentials. */
async function empty(aws: Aws, UserName: string, isForced: boolean): Promise<void> {
  const { Groups = [] } = await aws.iam.send(new ListGroupsForUserCommand({ UserName }));
  for (const { GroupName } of Groups) {
    await aws.iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName }));
  }
  if (isForced) {
    await removeCredentials(aws, UserName);
  }
}

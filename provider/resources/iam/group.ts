import { CreateGroupCommand, DeleteGroupCommand, GetGroupCommand, UpdateGroupCommand } from "@aws-sdk/client-iam";
import * as z from "zod";
import { ifExists, required } from "../../aws/errors.ts";
import { resource } from "../../resource.ts";

/**
 * `aws.iam.Group`. Its id is its first name: a group is renamed in place, but a Pulumi id never changes. The present name
 * is the recorded input.
 */
export const group = resource({
  token: "aws:iam/group:Group",
  inputs: {
    name: z.string().regex(/^[\w+=,.@-]{1,128}$/, "must be 1 to 128 letters, digits and characters of +=,.@_-"),
    path: z.string().max(512).default("/"),
  },
  outputs: { arn: z.string(), uniqueId: z.string() },
  unsupported: [],
  replaceOnChanges: [],
  autoName: { maxLength: 128 },

  async create(aws, { name, path }) {
    await aws.iam.send(new CreateGroupCommand({ GroupName: name, Path: path }));
    return { id: name };
  },

  async read(aws, id, { name = id }) {
    const found = (await ifExists(aws.iam.send(new GetGroupCommand({ GroupName: name }))))?.Group;
    return (
      found && {
        arn: required(found.Arn, "Group.Arn"),
        name: found.GroupName,
        path: found.Path,
        uniqueId: required(found.GroupId, "Group.GroupId"),
      }
    );
  },

  async update(aws, _id, current, wanted) {
    const change = { GroupName: current.name, NewGroupName: wanted.name, NewPath: wanted.path };
    await aws.iam.send(new UpdateGroupCommand(change));
  },

  async delete(aws, id, { name = id }) {
    await ifExists(aws.iam.send(new DeleteGroupCommand({ GroupName: name })));
  },
});

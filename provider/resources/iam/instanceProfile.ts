import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  DeleteInstanceProfileCommand,
  GetInstanceProfileCommand,
  RemoveRoleFromInstanceProfileCommand,
  TagInstanceProfileCommand,
  UntagInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import * as z from "zod";
import { ifExists, required } from "../../aws/errors.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { timestamp } from "../../aws/timestamp.ts";
import { resource, tags, tagsAll } from "../../resource.ts";

/** `aws.iam.InstanceProfile`. Its id is its name. */
export const instanceProfile = resource({
  token: "aws:iam/instanceProfile:InstanceProfile",
  inputs: {
    name: z.string().regex(/^[\w+=,.@-]{1,128}$/, "must be 1 to 128 letters, digits and characters of +=,.@_-"),
    path: z.string().max(512).default("/"),
    role: z.string().optional(),
    tags,
  },
  outputs: { arn: z.string(), createDate: z.string(), namePrefix: z.string(), tagsAll, uniqueId: z.string() },
  unsupported: ["namePrefix"],
  replaceOnChanges: ["name", "path"],
  autoName: { maxLength: 128 },

  async create(aws, { name, path, tags: wantedTags }) {
    const command = new CreateInstanceProfileCommand({
      InstanceProfileName: name,
      Path: path,
      Tags: tagList(wantedTags),
    });
    await aws.iam.send(command);
    return { id: name };
  },

  async complete(aws, id, { role }) {
    if (role !== undefined) {
      await aws.iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: id, RoleName: role }));
    }
  },

  async read(aws, id) {
    const about = { InstanceProfileName: id };
    const found = (await ifExists(aws.iam.send(new GetInstanceProfileCommand(about))))?.InstanceProfile;
    const allTags = tagMap(found?.Tags);
    return (
      found && {
        arn: required(found.Arn, "InstanceProfile.Arn"),
        createDate: timestamp(required(found.CreateDate, "InstanceProfile.CreateDate")),
        name: id,
        namePrefix: "",
        path: found.Path,
        role: found.Roles?.[0]?.RoleName,
        tags: allTags,
        tagsAll: allTags,
        uniqueId: required(found.InstanceProfileId, "InstanceProfile.InstanceProfileId"),
      }
    );
  },

  async update(aws, id, current, wanted) {
    const about = { InstanceProfileName: id };
    // A profile holds one role: the old one leaves first.
    if (current.role !== undefined && current.role !== wanted.role) {
      await aws.iam.send(new RemoveRoleFromInstanceProfileCommand({ ...about, RoleName: current.role }));
    }
    if (wanted.role !== undefined && current.role !== wanted.role) {
      await aws.iam.send(new AddRoleToInstanceProfileCommand({ ...about, RoleName: wanted.role }));
    }
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.iam.send(new UntagInstanceProfileCommand({ ...about, TagKeys })),
      tag: (missing) => aws.iam.send(new TagInstanceProfileCommand({ ...about, Tags: tagList(missing) })),
    });
  },

  async delete(aws, id, { role }) {
    const about = { InstanceProfileName: id };
    if (role !== undefined) {
      await ifExists(aws.iam.send(new RemoveRoleFromInstanceProfileCommand({ ...about, RoleName: role })));
    }
    await ifExists(aws.iam.send(new DeleteInstanceProfileCommand(about)));
  },
});

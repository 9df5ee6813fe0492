import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, type Emulator } from "../../../support/emulator.ts";
import { Bucket, startWithBuckets } from "./configuredBuckets.ts";

const Resource = `arn:aws:s3:::${Bucket}/*`;
const asked = { Bucket, BypassGovernanceRetention: true };

describe("Passing governance by, where nothing is locked", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => ({ emulator, s3 } = await startWithBuckets()));
  after(() => emulator.stop());
  beforeEach(() => s3.send(new S3.PutObjectCommand({ Bucket, Key: "a", Body: "x" })));

  for (const actions of [["s3:DeleteObject"], ["s3:DeleteObject", "s3:BypassGovernanceRetention"]]) {
    it(`${actions.length === 2 ? "deletes" : "is refused"} with ${actions.join(" and ")}`, async () => {
      const { credentials } = await createUser(emulator, `User${actions.length}`, [
        { Effect: "Allow", Action: actions, Resource },
      ]);
      const user = clientsFor(emulator, credentials).s3;
      const one = () => user.send(new S3.DeleteObjectCommand({ ...asked, Key: "a" }));
      const several = await user.send(new S3.DeleteObjectsCommand({ ...asked, Delete: { Objects: [{ Key: "a" }] } }));
      if (actions.length === 2) {
        expect(several.Deleted).to.deep.equal([{ Key: "a" }]);
        await one();
      } else {
        expect(several.Errors?.map(({ Code }) => Code)).to.deep.equal(["AccessDenied"]);
        expect((await refusalOf(one())).message).to.include("to perform: s3:BypassGovernanceRetention");
      }
    });
  }
});

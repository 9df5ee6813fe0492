import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { checkArgument } from "../../infra/checkArgument.ts";
import { deletionWindow } from "../../infra/rules/deletionWindow.ts";

describe("checkArgument", () => {
  const check = (value: number | undefined) => () =>
    checkArgument('EncryptionKey "key"', "deletionWindowInDays", value, deletionWindow);

  it("names owner, argument, value and what is allowed", () => {
    expect(check(6)).to.throw(
      pulumi.RunError,
      /^EncryptionKey "key": deletionWindowInDays is 6; allowed is a whole number of days from 7 to 30\.$/,
    );
  });

  it("says nothing about an allowed value", () => expect(check(7)).not.to.throw());

  it("says nothing about an argument that was left out", () => expect(check(undefined)).not.to.throw());
});
